//! One pass over the text of all files: which of them touch a vendor, and which mention a name.
//!
//! Reading is cheap and parsing is not, so this decides what gets parsed. It may name a file too many, never one too
//! few.

use crate::ir::FileId;
use crate::lang;
use crate::source::Sources;
use crate::vendor::{Catalogue, Needle};
use aho_corasick::{AhoCorasick, MatchKind};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Files worth parsing from the start.
pub(crate) fn seeds(sources: &Sources, catalogue: &Catalogue) -> BTreeSet<FileId> {
    let needles = catalogue.needles();
    let modules = imported(catalogue);
    let Ok(imports) = build(modules.iter().map(|module| module.text.as_str())) else {
        return code(sources).collect();
    };
    let Ok(automaton) = build(needles.iter().map(|needle| needle.text.as_str())) else {
        return code(sources).collect();
    };
    let files: Vec<FileId> = code(sources).collect();
    files
        .into_par_iter()
        .filter(|file| {
            let path = sources.path(*file);
            // A schema is small, and names types that nothing else shows.
            let text = sources.text(*file);
            match super::python::is_source(path) {
                true => imports_one(text, &modules, &imports) || names_host(text, &needles, &automaton),
                false => path.ends_with(".prisma") || touches(text, &needles, &automaton),
            }
        })
        .collect::<Vec<_>>()
        .into_iter()
        .collect()
}

/// All files some front end can read.
pub(crate) fn code(sources: &Sources) -> impl Iterator<Item = FileId> + '_ {
    sources.ids().filter(|id| lang::of_path(sources.path(*id)).is_some())
}

/// Something to find in the text of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Query {
    /// An identifier.
    Word(String),
    /// The last part of an import path, with or without extension.
    Path(String),
    /// A whole string.
    Quoted(String),
    /// The end of an import path.
    Tail(String),
}

impl Query {
    fn text(&self) -> &str {
        match self {
            Self::Word(text) | Self::Path(text) | Self::Quoted(text) | Self::Tail(text) => text,
        }
    }

    fn matches(&self, bytes: &[u8], start: usize, end: usize) -> bool {
        let before = start.checked_sub(1).map(|i| bytes[i]);
        let after = bytes.get(end).copied();
        let quote = |b: Option<u8>| matches!(b, Some(b'"' | b'\'' | b'`'));
        match self {
            Self::Word(text) if text.ends_with('.') => true,
            Self::Word(_) => is_word(bytes, start, end),
            Self::Path(_) => {
                (quote(before) || before == Some(b'/'))
                    && (quote(after) || matches!(after, Some(b'.' | b'/')))
            }
            Self::Quoted(_) => quote(before) && quote(after),
            Self::Tail(_) => (quote(before) || before == Some(b'/')) && quote(after),
        }
    }
}

/// For each query: the code files that hold it.
pub(crate) fn mentions(sources: &Sources, queries: &BTreeSet<Query>) -> BTreeMap<Query, BTreeSet<FileId>> {
    let list: Vec<&Query> = queries.iter().collect();
    let Ok(automaton) = build(list.iter().map(|query| query.text())) else { return BTreeMap::new() };
    let files: Vec<FileId> = code(sources).collect();
    let found: Vec<(FileId, BTreeSet<usize>)> = files
        .into_par_iter()
        .map(|file| {
            let text = sources.text(file);
            let hits = automaton
                .find_overlapping_iter(text)
                .filter(|hit| list[hit.pattern().as_usize()].matches(text.as_bytes(), hit.start(), hit.end()))
                .map(|hit| hit.pattern().as_usize())
                .collect();
            (file, hits)
        })
        .collect();
    let mut all: BTreeMap<Query, BTreeSet<FileId>> = BTreeMap::new();
    for (file, hits) in found {
        for hit in hits {
            all.entry(list[hit].clone()).or_default().insert(file);
        }
    }
    all
}

pub(super) fn build<'n>(
    needles: impl Iterator<Item = &'n str>,
) -> Result<AhoCorasick, aho_corasick::BuildError> {
    AhoCorasick::builder().match_kind(MatchKind::Standard).build(needles)
}

fn touches(text: &str, needles: &[Needle], automaton: &AhoCorasick) -> bool {
    let bytes = text.as_bytes();
    automaton.find_overlapping_iter(text).any(|hit| {
        let needle = needles[hit.pattern().as_usize()].text.as_str();
        let before = hit.start().checked_sub(1).map(|i| bytes[i]);
        let after = bytes.get(hit.end()).copied();
        let quoted = matches!(before, Some(b'"' | b'\'' | b'`' | b'/'));
        let host = needle.contains('.') && !needle.starts_with('@') && !needle.contains('/');
        let identifier = needle.bytes().all(is_identifier);
        host || quoted
            || (identifier && is_word(bytes, hit.start(), hit.end()) && used(bytes, hit.end(), after))
    })
}

/// A vendor's module of Python, as code imports it.
struct Imported {
    text: String,
    /// What is taken from it, where a name above the vendor's is meant: `from google.cloud import logging`.
    name: Option<String>,
}

fn imported(catalogue: &Catalogue) -> Vec<Imported> {
    let modules = catalogue.modules("pypi").into_iter().map(|needle| needle.text);
    let split = |module: String| {
        // `boto3.client(ses)`: the package alone is imported.
        let module = if module.ends_with(')') {
            module.split('.').next().unwrap_or_default().to_owned()
        } else {
            module
        };
        let above = module.rsplit_once('.').map(|(above, name)| (above.to_owned(), name.to_owned()));
        let above = above.map(|(text, name)| Imported { text, name: Some(name) });
        std::iter::once(Imported { text: module, name: None }).chain(above)
    };
    modules.flat_map(split).collect()
}

/// True for a Python file with the name of a vendor's module in it.
fn imports_one(text: &str, modules: &[Imported], automaton: &AhoCorasick) -> bool {
    automaton.find_overlapping_iter(text).any(|hit| {
        let after = &text[hit.end()..];
        // `google.cloud.logging_v2` is a version of the module.
        let end = hit.end() + if after.starts_with("_v") { version(after) } else { 0 };
        is_word(text.as_bytes(), hit.start(), end)
            && modules[hit.pattern().as_usize()]
                .name
                .as_ref()
                .is_none_or(|name| after.trim_start().starts_with("import") && after.contains(name.as_str()))
    })
}

/// How long the version is that a text begins with: `_v1beta`.
fn version(text: &str) -> usize {
    2 + text[2..].bytes().take_while(u8::is_ascii_alphanumeric).count()
}

/// True for a file with a vendor's host in it.
fn names_host(text: &str, needles: &[Needle], automaton: &AhoCorasick) -> bool {
    automaton.find_overlapping_iter(text).any(|hit| {
        let needle = needles[hit.pattern().as_usize()].text.as_str();
        needle.contains('.') && !needle.contains('/') && !needle.starts_with('@')
    })
}

/// An identifier that is called, read from or assigned to.
fn used(bytes: &[u8], end: usize, after: Option<u8>) -> bool {
    match after {
        Some(b'.' | b'(' | b'[' | b'?' | b'!' | b')' | b',' | b';' | b'"' | b'\'') => true,
        Some(b' ' | b'\n') => bytes[end..].iter().find(|b| !b.is_ascii_whitespace()) != Some(&b':'),
        _ => false,
    }
}

fn is_identifier(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_' || b == b'$'
}

fn is_word(bytes: &[u8], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).is_none_or(|i| !is_identifier(bytes[i]));
    let after = bytes.get(end).is_none_or(|b| !is_identifier(*b));
    before && after
}
