//! Walks a directory: which files are there, which are wanted, what they say, what was left out and why.
//!
//! Ignore files of the tree are obeyed (`.gitignore`, `.ignore`, `.vendorflowignore`), those of the machine are not, so
//! that the same tree gives the same answer everywhere. Symbolic links are not followed.

use super::rules::{self, Beside, Choice, Folder};
use super::{Options, Skipped, SourceFile, Sources, Why, settle};
use crate::error::Error;
use ignore::{DirEntry, WalkBuilder, WalkState};
use rayon::prelude::*;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};

/// What a thread of the walk found.
enum Found {
    /// A file with a wanted name.
    Wanted(Wanted),
    /// A file with another name.
    Other,
    /// Something that is left out.
    Skipped(Skipped),
    /// A line of an ignore file that makes no sense.
    Broken(Skipped),
}

/// A file to read.
struct Wanted {
    /// Relative path.
    path: String,
    /// Where it is.
    at: PathBuf,
    /// Read whatever it looks like.
    data: bool,
}

/// Reads the tree.
pub(crate) fn walk(options: &Options) -> Result<(Sources, Vec<Skipped>), Error> {
    let cannot =
        |why: &io::Error| Error::Input { path: options.root.display().to_string(), why: why.to_string() };
    // The root may be a link; below it links are not followed.
    let root = fs::canonicalize(&options.root).map_err(|why| cannot(&why))?;
    let mut skipped = Vec::new();
    let mut wanted = Vec::new();
    let mut seen = 0;
    if root.is_file() {
        let named = options.root.file_name().or(root.file_name());
        let path = named.map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let data = (options.data)(&path);
        wanted.push(Wanted { path, at: root, data });
        seen = 1;
    } else {
        fs::read_dir(&root).map_err(|why| cannot(&why))?;
        for found in find(&root, options) {
            match found {
                Found::Wanted(file) => {
                    seen += 1;
                    wanted.push(file);
                }
                Found::Other => seen += 1,
                Found::Broken(entry) => skipped.push(entry),
                Found::Skipped(entry) => {
                    seen += usize::from(!entry.file.ends_with('/'));
                    skipped.push(entry);
                }
            }
        }
    }
    let whole = seen == 1 && options.root.is_file();
    let read: Vec<_> = wanted.into_par_iter().map(|file| read(file, options, whole)).collect();
    let mut files = Vec::new();
    for result in read {
        match result {
            Ok(file) => files.push(file),
            Err(entry) => skipped.push(entry),
        }
    }
    Ok(settle(files, skipped, seen))
}

/// All files below the root, in no order.
fn find(root: &Path, options: &Options) -> Vec<Found> {
    let (sender, receiver) = mpsc::channel();
    let mut builder = WalkBuilder::new(root);
    builder
        .hidden(false)
        .follow_links(false)
        .require_git(false)
        .git_global(false)
        .git_exclude(false)
        // Outside a repository the folders above are no part of what was named.
        .parents(root.ancestors().any(|above| above.join(".git").exists()))
        .add_custom_ignore_filename(".vendorflowignore")
        .threads(rayon::current_num_threads());
    builder.build_parallel().run(|| {
        let sender = sender.clone();
        Box::new(move |entry| match entry {
            Ok(entry) => visit(root, &entry, options, &sender),
            Err(error) => {
                let (file, why) = unreadable(root, &error);
                send(&sender, Found::Skipped(Skipped { file, why: Why::Unreadable(why) }));
                WalkState::Continue
            }
        })
    });
    drop(sender);
    receiver.into_iter().collect()
}

fn visit(root: &Path, entry: &DirEntry, options: &Options, sender: &Sender<Found>) -> WalkState {
    if let Some(error) = entry.error() {
        // A pattern in an ignore file that makes no sense: what it was to leave out is read, and that is told.
        let (file, why) = unreadable(root, error);
        send(sender, Found::Broken(Skipped { file, why: Why::Unreadable(why) }));
    }
    if entry.depth() == 0 {
        return WalkState::Continue;
    }
    let kind = entry.file_type();
    if kind.is_some_and(|kind| kind.is_dir()) {
        let path = relative(root, entry.path());
        let has = |name: &str, what: Beside| {
            let at = entry.path().with_file_name(name);
            if what == Beside::File { at.is_file() } else { at.is_dir() }
        };
        match rules::enter(&path, options, &has) {
            Folder::Enter => return WalkState::Continue,
            Folder::Hidden => {}
            Folder::Skip(why) => send(sender, Found::Skipped(Skipped { file: format!("{path}/"), why })),
        }
        return WalkState::Skip;
    }
    if kind.is_some_and(|kind| kind.is_file()) {
        let path = relative(root, entry.path());
        let found = match rules::choose(&path, options) {
            Choice::Skip(why) => Found::Skipped(Skipped { file: path, why }),
            Choice::Wanted { data } => Found::Wanted(Wanted { path, at: entry.path().to_owned(), data }),
            Choice::Other => Found::Other,
        };
        send(sender, found);
    }
    WalkState::Continue
}

/// The receiver outlives the walk, so that nothing is lost.
fn send(sender: &Sender<Found>, found: Found) {
    let _ = sender.send(found);
}

/// The path below the root, with `/`.
fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// The path that an error of the walk is about, and what it says without that path.
fn unreadable(root: &Path, error: &ignore::Error) -> (String, String) {
    match error {
        ignore::Error::WithPath { path, err } => (relative(root, path), unreadable(root, err).1),
        ignore::Error::WithDepth { err, .. } => unreadable(root, err),
        ignore::Error::WithLineNumber { line, err } => {
            let (file, why) = unreadable(root, err);
            (file, format!("line {line}: {why}"))
        }
        ignore::Error::Partial(errors) if !errors.is_empty() => unreadable(root, &errors[0]),
        // The text of other errors may hold absolute paths.
        other => (
            String::from("."),
            other.io_error().map_or_else(|| other.to_string(), |io| io.kind().to_string()),
        ),
    }
}

/// Reads one file. `whole` is for a file that the user named.
fn read(file: Wanted, options: &Options, whole: bool) -> Result<SourceFile, Skipped> {
    let Wanted { path, at, data } = file;
    match content(&at, rules::bound(options, data), whole || data) {
        Ok(text) => Ok(SourceFile { path, text: text.into() }),
        Err(why) => Err(Skipped { file: path, why }),
    }
}

fn content(at: &Path, max_bytes: u64, whole: bool) -> Result<String, Why> {
    let unreadable = |why: io::Error| Why::Unreadable(why.kind().to_string());
    let file = File::open(at).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    if size > max_bytes {
        let mut head = Vec::new();
        file.take(rules::HEAD_BYTES as u64).read_to_end(&mut head).map_err(unreadable)?;
        return Err(rules::too_large(&head, size, whole));
    }
    let mut bytes = Vec::with_capacity(size as usize);
    file.take(max_bytes).read_to_end(&mut bytes).map_err(unreadable)?;
    rules::text(bytes, whole)
}
