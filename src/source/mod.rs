//! The audited tree as text: walk, decode, and tell what was left out and why.
//!
//! The only reader of audited code. It knows no language: the caller says which file names are wanted. Nothing is
//! dropped in silence: a file is either in `Sources` or in `Skipped`.

mod compiled;
mod decode;
mod rules;
mod walk;
#[cfg(test)]
mod walk_tests;

pub(crate) use crate::ir::{FileId, Span};
pub(crate) use walk::{Options, walk};

use std::sync::OnceLock;

/// One readable file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Relative to the scanned root, with `/`.
    pub path: String,
    /// Decoded text.
    pub text: String,
}

/// All readable files, sorted by path, so that a `FileId` does not depend on the walk.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// Where the lines of each file begin; found when the first place in it is asked for.
    starts: Vec<OnceLock<Vec<u32>>>,
    /// Files that the walk came by, wanted or not.
    seen: usize,
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
        let starts = files.iter().map(|_| OnceLock::new()).collect();
        let seen = files.len();
        Self { files, starts, seen }
    }

    /// Adds a file that the walk did not come by, and tells by which path it is found. Ids are by path, so do this before
    /// anybody keeps one.
    pub fn add(&mut self, mut file: SourceFile) -> String {
        // Two files of one name: this one stands outside the tree.
        while self.find(&file.path).is_some_and(|known| self.text(known) != file.text) {
            file.path.insert_str(0, "../");
        }
        let path = file.path.clone();
        if self.find(&path).is_none() {
            let at = self.files.partition_point(|known| known.path < path);
            self.files.insert(at, file);
            self.starts.insert(at, OnceLock::new());
        }
        path
    }

    /// Number of files that were come by: read, left out one by one, and those with names nobody asked for.
    /// Files in folders that were not entered are not counted.
    pub fn seen(&self) -> usize {
        self.seen
    }

    /// Number of lines of all files.
    pub fn lines(&self) -> usize {
        self.files.iter().map(|file| file.text.lines().count()).sum()
    }

    /// Number of bytes of all texts.
    pub fn bytes(&self) -> usize {
        self.files.iter().map(|file| file.text.len()).sum()
    }

    /// Number of files.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// True where nothing was read.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// All ids, in path order.
    pub fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.files.len() as u32).map(FileId)
    }

    /// Relative path of a file.
    pub fn path(&self, id: FileId) -> &str {
        &self.files[id.0 as usize].path
    }

    /// Text of a file.
    pub fn text(&self, id: FileId) -> &str {
        &self.files[id.0 as usize].text
    }

    /// Looks a relative path up.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.files.binary_search_by(|f| f.path.as_str().cmp(path)).ok().map(|i| FileId(i as u32))
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        self.text(span.file).get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// Line and column of a span's start.
    pub fn locate(&self, span: Span) -> Place {
        let text = self.text(span.file);
        let mut at = (span.start as usize).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let starts = self.starts[span.file.0 as usize].get_or_init(|| line_starts(text));
        let line = starts.partition_point(|&start| start as usize <= at);
        let start = starts[line - 1] as usize;
        Place {
            file: self.path(span.file).to_owned(),
            line: line as u32,
            column: text[start..at].chars().count() as u32 + 1,
        }
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
        let sources = Sources::new(vec![SourceFile { path: "x".into(), text: text.clone() }]);
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
    fn an_empty_file_has_a_first_place() {
        let sources = Sources::new(vec![SourceFile { path: "x".into(), text: String::new() }]);
        let place = sources.locate(Span { file: FileId(0), start: 9, end: 9 });
        assert_eq!((place.line, place.column), (1, 1));
    }
}
