//! One pass over the text of all files: which of them touch a vendor, and which mention a name.
//!
//! Reading is cheap and parsing is not, so this decides what gets parsed. It may name a file too many, never one too
//! few.

use crate::ir::FileId;
use crate::lang;
use crate::source::Sources;
use crate::vendor::Catalogue;
use aho_corasick::{AhoCorasick, BuildError, MatchKind};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Bytes of a name that stand in the automaton. Few texts hold them without the rest of a name, and that is quickly
/// compared; an automaton of whole names is mostly made of their ends, and takes twice as long to build.
const HEAD: usize = 8;

/// Files worth parsing from the start.
pub(crate) fn seeds(sources: &Sources, catalogue: &Catalogue) -> BTreeSet<FileId> {
    let names = LazyLock::new(|| Finder::new(catalogue.needles()));
    let imports = LazyLock::new(|| Finder::new(imported(catalogue)));
    let files: Vec<FileId> = code(sources).collect();
    files
        .into_par_iter()
        .filter(|file| {
            let path = sources.path(*file);
            let text = sources.text(*file);
            match super::python::is_source(path) {
                true => {
                    imports.as_ref().is_none_or(|imports| imports_one(text, imports))
                        || names.as_ref().is_none_or(|names| names_host(text, names))
                }
                // A schema is small, and names types that nothing else shows.
                false => path.ends_with(".prisma") || names.as_ref().is_none_or(|names| touches(text, names)),
            }
        })
        .collect::<Vec<_>>()
        .into_iter()
        .collect()
}

/// Finds names in a text, each wherever it stands.
struct Finder<N> {
    names: Vec<N>,
    heads: AhoCorasick,
    /// The names with each head.
    alike: Vec<Range<usize>>,
}

impl<N: AsRef<str>> Finder<N> {
    /// For names in order; nothing where they are too many.
    fn new(names: Vec<N>) -> Option<Self> {
        let mut alike: Vec<Range<usize>> = Vec::new();
        for names in names.chunk_by(|a, b| head(a) == head(b)) {
            let start = alike.last().map_or(0, |before| before.end);
            alike.push(start..start + names.len());
        }
        let heads = build(alike.iter().map(|names_of| head(&names[names_of.start]))).ok()?;
        Some(Self { names, heads, alike })
    }

    fn find<'f>(&'f self, text: &'f str) -> impl Iterator<Item = (&'f N, Range<usize>)> {
        self.heads.find_overlapping_iter(text).flat_map(move |hit| {
            let (start, rest) = (hit.start(), &text.as_bytes()[hit.start()..]);
            let names = self.names[self.alike[hit.pattern().as_usize()].clone()].iter();
            names
                .filter(move |name| rest.starts_with(name.as_ref().as_bytes()))
                .map(move |name| (name, start..start + name.as_ref().len()))
        })
    }
}

/// What stands of a name in the automaton.
fn head<N: AsRef<str>>(name: &N) -> &[u8] {
    let name = name.as_ref().as_bytes();
    &name[..name.len().min(HEAD)]
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

pub(super) fn build(words: impl Iterator<Item = impl AsRef<[u8]>>) -> Result<AhoCorasick, BuildError> {
    AhoCorasick::builder().match_kind(MatchKind::Standard).build(words)
}

fn touches(text: &str, names: &Finder<&str>) -> bool {
    let bytes = text.as_bytes();
    names.find(text).any(|(name, at)| {
        let before = at.start.checked_sub(1).map(|i| bytes[i]);
        let after = bytes.get(at.end).copied();
        let quoted = matches!(before, Some(b'"' | b'\'' | b'`' | b'/'));
        let identifier = name.bytes().all(is_identifier);
        is_host(name)
            || quoted
            || (identifier && is_word(bytes, at.start, at.end) && used(bytes, at.end, after))
    })
}

fn is_host(name: &str) -> bool {
    name.contains('.') && !name.starts_with('@') && !name.contains('/')
}

/// A vendor's module of Python, as code imports it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Imported<'c> {
    text: &'c str,
    /// What is taken from it, where a name above the vendor's is meant: `from google.cloud import logging`.
    name: Option<&'c str>,
}

impl AsRef<str> for Imported<'_> {
    fn as_ref(&self) -> &str {
        self.text
    }
}

/// In order of their texts.
fn imported(catalogue: &Catalogue) -> Vec<Imported<'_>> {
    let modules = catalogue.modules("pypi").flat_map(|module| {
        // `boto3.client(ses)`: the package alone is imported.
        let called = module.ends_with(')').then(|| module.split('.').next()).flatten();
        let module = called.unwrap_or(module);
        let above = module.rsplit_once('.').map(|(text, name)| Imported { text, name: Some(name) });
        std::iter::once(Imported { text: module, name: None }).chain(above)
    });
    let mut modules: Vec<Imported<'_>> = modules.collect();
    modules.sort_unstable();
    modules.dedup();
    modules
}

/// True for a Python file with the name of a vendor's module in it.
fn imports_one(text: &str, imports: &Finder<Imported<'_>>) -> bool {
    imports.find(text).any(|(module, at)| {
        let after = &text[at.end..];
        // `google.cloud.logging_v2` is a version of the module.
        let end = at.end + if after.starts_with("_v") { version(after) } else { 0 };
        is_word(text.as_bytes(), at.start, end)
            && module.name.is_none_or(|name| after.trim_start().starts_with("import") && after.contains(name))
    })
}

/// How long the version is that a text begins with: `_v1beta`.
fn version(text: &str) -> usize {
    2 + text[2..].bytes().take_while(u8::is_ascii_alphanumeric).count()
}

/// True for a file with a vendor's host in it.
fn names_host(text: &str, names: &Finder<&str>) -> bool {
    names.find(text).any(|(name, _)| is_host(name))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vendor;

    #[test]
    fn a_finder_finds_each_name_wherever_it_stands() {
        let catalogue = vendor::builtin();
        let names = catalogue.needles();
        let text = names.iter().step_by(97).copied().collect::<Vec<_>>().join("");
        let mut expected: Vec<(&str, usize)> = Vec::new();
        for name in &names {
            let places = (0..text.len()).filter(|at| text[*at..].starts_with(name));
            expected.extend(places.map(|at| (*name, at)));
        }
        let finder = Finder::new(names).unwrap();
        let mut found: Vec<(&str, usize)> = finder.find(&text).map(|(name, at)| (*name, at.start)).collect();
        found.sort_unstable();
        assert_eq!(found, expected);
        assert!(finder.alike.iter().any(|names| names.len() > 1));
    }
}
