//! The audited tree as text: walk, decode, and tell what was left out and why.
//!
//! The only reader of audited code. It knows no language: the caller says which file names are wanted. Nothing is
//! dropped in silence: a file is either in `Sources` or in `Skipped`.

mod compiled;
mod decode;
mod history;
mod ignored;
mod repository;
mod revision;
mod rules;
mod walk;
#[cfg(test)]
mod walk_tests;

pub(crate) use crate::ir::{FileId, Span};
pub(crate) use history::{Line, Step};
pub(crate) use repository::{Commit, Repository, is_around};
pub(crate) use walk::walk;

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// Files above this are not read unless the caller says otherwise.
const MAX_BYTES: u64 = 2 * 1024 * 1024;

/// What to read.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// The root; paths are relative to it. May be a single file, which is then read whatever its name.
    pub root: PathBuf,
    /// Wanted extensions, without the dot; case does not matter.
    pub extensions: Vec<&'static str>,
    /// Wanted whole file names. Hidden files are read only if they are named here.
    pub names: Vec<&'static str>,
    /// Read tests, fixtures, mocks, stories, examples.
    pub include_tests: bool,
    /// Larger files are not read.
    pub max_bytes: u64,
    /// Files wanted as data, by relative path: hidden ones too, whatever made them, and up to a larger bound.
    pub data: fn(&str) -> bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            root: PathBuf::from("."),
            extensions: Vec::new(),
            names: Vec::new(),
            include_tests: false,
            max_bytes: MAX_BYTES,
            data: |_| false,
        }
    }
}

/// One readable file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Relative to the scanned root, with `/`.
    pub path: String,
    /// Decoded text.
    pub text: Arc<str>,
}

/// All readable files, sorted by path, so that a `FileId` does not depend on the walk. Trees that are compared share
/// one store: the same text at the same path is one file with one id in all of them.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    store: Arc<Store>,
    /// The files of this tree, in path order.
    members: Vec<FileId>,
    /// Files that were come by, wanted or not.
    seen: usize,
}

#[derive(Debug, Default)]
struct Store {
    /// Sorted by path; one path may have several texts.
    files: Vec<SourceFile>,
    /// Where the lines of each file begin; found when the first place in it is asked for.
    starts: Vec<OnceLock<Vec<u32>>>,
}

/// A place for people: line and column count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Relative path.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// From 1.
    pub column: u32,
}

/// A file that was seen and not read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// Relative path.
    pub file: String,
    /// The reason.
    pub why: Why,
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A test, fixture, mock, story or example; read with `--include-tests`.
    Test,
    /// A copy of somebody else's code inside the tree (`node_modules`, `vendor/`).
    Vendored,
    /// Generated or minified; nobody wrote its lines.
    Generated,
    /// Larger than the bound, in bytes.
    TooLarge(u64),
    /// Not text in an encoding we know.
    NotText,
    /// The operating system said no.
    Unreadable(String),
}

impl Why {
    /// The reason that a report tells in these words; of words that are not ours, what they are.
    pub fn named(words: &str) -> Self {
        let plain = [Self::Test, Self::Vendored, Self::Generated, Self::NotText];
        if let Some(why) = plain.into_iter().find(|why| why.to_string() == words) {
            return why;
        }
        let bytes = words.strip_prefix("too large (").and_then(|rest| rest.strip_suffix(" bytes)"));
        match bytes.and_then(|bytes| bytes.parse().ok()) {
            Some(bytes) => Self::TooLarge(bytes),
            None => Self::Unreadable(words.strip_prefix("unreadable: ").unwrap_or(words).to_owned()),
        }
    }

    /// True where the report must warn: nobody asked for this file to be left out.
    pub fn is_gap(&self) -> bool {
        matches!(self, Self::TooLarge(_) | Self::NotText | Self::Unreadable(_))
    }
}

impl std::fmt::Display for Why {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Test => f.write_str("test or example"),
            Self::Vendored => f.write_str("third-party copy"),
            Self::Generated => f.write_str("generated or minified"),
            Self::TooLarge(bytes) => write!(f, "too large ({bytes} bytes)"),
            Self::NotText => f.write_str("not text"),
            Self::Unreadable(why) => write!(f, "unreadable: {why}"),
        }
    }
}

impl Sources {
    /// Takes files in any order; sorts them by path.
    pub fn new(mut files: Vec<SourceFile>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let members = (0..files.len() as u32).map(FileId).collect();
        let seen = files.len();
        Self { store: Arc::new(Store::new(files)), members, seen }
    }

    /// Puts several trees into one store: what is the same in several is one file then. Gives all files.
    pub(crate) fn share<'a>(trees: impl IntoIterator<Item = &'a mut Self>) -> Self {
        let mut trees: Vec<&mut Self> = trees.into_iter().collect();
        let mut all: Vec<(SourceFile, usize)> = Vec::new();
        for (tree, sources) in trees.iter().enumerate() {
            let files = sources.members.iter().map(|id| sources.store.files[id.0 as usize].clone());
            all.extend(files.map(|file| (file, tree)));
        }
        // Of one path, texts stand in the order of the first tree that has them.
        all.sort_by(|a, b| (&a.0.path, a.1).cmp(&(&b.0.path, b.1)));
        let mut files: Vec<SourceFile> = Vec::new();
        let mut members: Vec<Vec<FileId>> = vec![Vec::new(); trees.len()];
        let mut begun = 0;
        for (file, tree) in all {
            if files.last().is_none_or(|last| last.path != file.path) {
                begun = files.len();
            }
            let same = |known: &SourceFile| Arc::ptr_eq(&known.text, &file.text) || known.text == file.text;
            let at = files[begun..].iter().position(same).map_or(files.len(), |i| begun + i);
            if at == files.len() {
                files.push(file);
            }
            members[tree].push(FileId(at as u32));
        }
        let seen = files.len();
        let store = Arc::new(Store::new(files));
        for (sources, members) in trees.iter_mut().zip(members) {
            sources.store = store.clone();
            sources.members = members;
        }
        Self { store, members: (0..seen as u32).map(FileId).collect(), seen }
    }

    /// Adds a file that the walk did not come by, and tells by which path it is found. Ids are by path, so do this before
    /// anybody keeps one.
    pub fn add(&mut self, mut file: SourceFile) -> String {
        // Two files of one name: this one stands outside the tree.
        while self.find(&file.path).is_some_and(|known| self.text(known) != &*file.text) {
            file.path.insert_str(0, "../");
        }
        let path = file.path.clone();
        if self.find(&path).is_none() {
            self.set(&path, Some(file.text));
        }
        path
    }

    /// Gives a path this text, or takes it out. Ids are by path, so do this before anybody keeps one.
    pub(crate) fn set(&mut self, path: &str, text: Option<Arc<str>>) {
        let others = self.ids().filter(|id| self.path(*id) != path);
        let mut files: Vec<SourceFile> = others.map(|id| self.store.files[id.0 as usize].clone()).collect();
        files.extend(text.map(|text| SourceFile { path: path.to_owned(), text }));
        *self = Self { seen: self.seen, ..Self::new(files) };
    }

    /// Number of files that were come by: read, left out one by one, and those with names nobody asked for.
    /// Files in folders that were not entered are not counted.
    pub fn seen(&self) -> usize {
        self.seen
    }

    /// Number of lines of all files.
    pub fn lines(&self) -> usize {
        self.ids().map(|id| self.text(id).lines().count()).sum()
    }

    /// Number of bytes of all texts.
    pub fn bytes(&self) -> usize {
        self.ids().map(|id| self.text(id).len()).sum()
    }

    /// Number of files.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// True where nothing was read.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// All ids, in path order.
    pub fn ids(&self) -> impl Iterator<Item = FileId> + '_ {
        self.members.iter().copied()
    }

    /// True where both have the same paths with the same texts.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let same = |(a, b): (FileId, FileId)| self.path(a) == other.path(b) && self.text(a) == other.text(b);
        self.len() == other.len() && self.ids().zip(other.ids()).all(same)
    }

    /// True for a file of this tree.
    pub(crate) fn has(&self, id: FileId) -> bool {
        self.members.binary_search(&id).is_ok()
    }

    /// A bound of all ids, for tables by id.
    pub(crate) fn bound(&self) -> usize {
        self.store.files.len()
    }

    /// Relative path of a file.
    pub fn path(&self, id: FileId) -> &str {
        &self.store.files[id.0 as usize].path
    }

    /// Text of a file.
    pub fn text(&self, id: FileId) -> &str {
        &self.store.files[id.0 as usize].text
    }

    /// Text of a file, to keep.
    pub(crate) fn shared_text(&self, id: FileId) -> Arc<str> {
        self.store.files[id.0 as usize].text.clone()
    }

    /// Looks a relative path up.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.members.binary_search_by(|id| self.path(*id).cmp(path)).ok().map(|i| self.members[i])
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        self.text(span.file).get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// `file:line` of a span's start.
    pub(crate) fn at(&self, span: Span) -> String {
        let place = self.locate(span);
        format!("{}:{}", place.file, place.line)
    }

    /// Line and column of a span's start.
    pub fn locate(&self, span: Span) -> Place {
        let text = self.text(span.file);
        let mut at = (span.start as usize).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let starts = self.store.starts[span.file.0 as usize].get_or_init(|| line_starts(text));
        let line = starts.partition_point(|&start| start as usize <= at);
        let start = starts[line - 1] as usize;
        Place {
            file: self.path(span.file).to_owned(),
            line: line as u32,
            column: text[start..at].chars().count() as u32 + 1,
        }
    }
}

/// What was read and what was not, once all files are known: `seen` were come by.
fn settle(files: Vec<SourceFile>, mut skipped: Vec<Skipped>, seen: usize) -> (Sources, Vec<Skipped>) {
    let files = compiled::leave_out(files, &mut skipped);
    skipped.sort();
    skipped.dedup();
    (Sources { seen, ..Sources::new(files) }, skipped)
}

impl Store {
    fn new(files: Vec<SourceFile>) -> Self {
        let starts = files.iter().map(|_| OnceLock::new()).collect();
        Self { files, starts }
    }
}

/// Byte offsets of the beginnings of lines; the first is 0.
fn line_starts(text: &str) -> Vec<u32> {
    std::iter::once(0)
        .chain(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i as u32 + 1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locates_by_characters() {
        let text = "a\nüb\r\n\nend".to_owned();
        let sources = Sources::new(vec![SourceFile { path: "x".into(), text: text.as_str().into() }]);
        let place = |start: usize| {
            let place = sources.locate(Span { file: FileId(0), start: start as u32, end: start as u32 });
            (place.line, place.column)
        };
        for at in 0..=text.len() + 3 {
            let mut end = at.min(text.len());
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            let before = &text[..end];
            let column = before.rsplit('\n').next().unwrap().chars().count() as u32 + 1;
            assert_eq!(place(at), (before.matches('\n').count() as u32 + 1, column), "{at}");
        }
        assert_eq!(sources.lines(), 4);
    }

    #[test]
    fn trees_share_what_is_the_same() {
        let tree = |files: &[(&str, &str)]| {
            let file =
                |(path, text): &(&str, &str)| SourceFile { path: (*path).into(), text: (*text).into() };
            Sources::new(files.iter().map(file).collect())
        };
        let trees = vec![
            tree(&[("a", "1"), ("b", "1"), ("d", "x")]),
            tree(&[("a", "1"), ("b", "2"), ("c", "1")]),
            tree(&[("b", "1"), ("d", "y")]),
        ];
        let mut shared = trees.clone();
        let all = Sources::share(&mut shared);
        assert_eq!((all.len(), all.bound()), (6, 6));
        for (old, new) in trees.iter().zip(&shared) {
            let files = |s: &Sources| {
                s.ids().map(|id| (s.path(id).to_owned(), s.text(id).to_owned())).collect::<Vec<_>>()
            };
            assert_eq!(files(old), files(new));
            assert!(new.ids().all(|id| new.find(new.path(id)) == Some(id) && new.has(id)));
        }
        assert_eq!(shared[0].find("a"), shared[1].find("a"));
        assert_eq!(shared[0].find("b"), shared[2].find("b"));
        assert_ne!(shared[0].find("b"), shared[1].find("b"));
        assert_eq!(shared[1].find("d"), None);
    }

    #[test]
    fn reasons_are_known_by_their_words() {
        let all = [
            Why::Test,
            Why::Vendored,
            Why::Generated,
            Why::NotText,
            Why::TooLarge(9),
            Why::Unreadable("x".into()),
        ];
        for why in all {
            assert_eq!(Why::named(&why.to_string()), why);
        }
    }

    #[test]
    fn an_empty_file_has_a_first_place() {
        let sources = Sources::new(vec![SourceFile { path: "x".into(), text: "".into() }]);
        let place = sources.locate(Span { file: FileId(0), start: 9, end: 9 });
        assert_eq!((place.line, place.column), (1, 1));
    }
}
