//! Walks a directory: which files are there, which are wanted, what they say, what was left out and why.
//!
//! Ignore files of the tree are obeyed (`.gitignore`, `.ignore`, `.vendorflowignore`), those of the machine are not, so
//! that the same tree gives the same answer everywhere. Symbolic links are not followed.

use super::{Skipped, SourceFile, Sources, Why, compiled, decode, rules};
use crate::error::Error;
use ignore::{DirEntry, WalkBuilder, WalkState};
use rayon::prelude::*;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};

/// Files above this are not read unless the caller says otherwise.
const MAX_BYTES: u64 = 2 * 1024 * 1024;
/// Lock files and exports are longer than what people write.
const MAX_DATA_BYTES: u64 = 32 * 1024 * 1024;
/// How much of a file that is too large is looked at, to tell a bundle from a gap.
const HEAD_BYTES: u64 = 64 * 1024;

/// Hidden folders that are entered all the same: what runs before and after the code is theirs.
const HIDDEN: [&str; 1] = [".github"];

/// What to walk.
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

/// What a thread of the walk found.
enum Found {
    /// A file with a wanted name.
    Wanted(Wanted),
    /// A file with another name.
    Other,
    /// Something that is left out.
    Skipped(Skipped),
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
                Found::Skipped(entry) => {
                    seen += usize::from(!entry.file.ends_with('/'));
                    skipped.push(entry);
                }
            }
        }
    }
    let whole = seen == 1 && options.root.is_file();
    let read: Vec<_> = wanted.into_par_iter().map(|file| read(file, options.max_bytes, whole)).collect();
    let mut files = Vec::new();
    for result in read {
        match result {
            Ok(file) => files.push(file),
            Err(entry) => skipped.push(entry),
        }
    }
    let files = compiled::leave_out(files, &mut skipped);
    skipped.sort();
    skipped.dedup();
    let mut sources = Sources::new(files);
    sources.seen = seen;
    Ok((sources, skipped))
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
        send(sender, Found::Skipped(Skipped { file, why: Why::Unreadable(why) }));
    }
    if entry.depth() == 0 {
        return WalkState::Continue;
    }
    let name = entry.file_name().to_string_lossy();
    let kind = entry.file_type();
    if kind.is_some_and(|kind| kind.is_dir()) {
        if name.starts_with('.') && !HIDDEN.contains(&name.as_ref()) {
            return WalkState::Skip;
        }
        let path = relative(root, entry.path());
        let above = path.rsplit('/').nth(1);
        if let Some(why) = rules::folder(&name, above, entry.path(), options.include_tests) {
            let file = format!("{path}/");
            send(sender, Found::Skipped(Skipped { file, why }));
            return WalkState::Skip;
        }
    } else if kind.is_some_and(|kind| kind.is_file()) {
        let path = relative(root, entry.path());
        let data = (options.data)(&path);
        let hidden = path.split('/').any(|part| part.starts_with('.'));
        // In a hidden folder nothing is wanted but data.
        if !data && (!is_wanted(&name, options) || hidden && path.contains('/') && !name.starts_with('.')) {
            send(sender, Found::Other);
            return WalkState::Continue;
        }
        let found = match rules::file(&name, options.include_tests) {
            Some(why) => Found::Skipped(Skipped { file: path, why }),
            None => Found::Wanted(Wanted { path, at: entry.path().to_owned(), data }),
        };
        send(sender, found);
    }
    WalkState::Continue
}

/// The receiver outlives the walk, so that nothing is lost.
fn send(sender: &Sender<Found>, found: Found) {
    let _ = sender.send(found);
}

fn is_wanted(name: &str, options: &Options) -> bool {
    if options.names.contains(&name) {
        return true;
    }
    let extension = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty() && !stem.starts_with('.'));
    extension.is_some_and(|(_, extension)| {
        options.extensions.iter().any(|wanted| wanted.eq_ignore_ascii_case(extension))
    })
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
fn read(file: Wanted, max_bytes: u64, whole: bool) -> Result<SourceFile, Skipped> {
    let Wanted { path, at, data } = file;
    let max_bytes = if data { max_bytes.max(MAX_DATA_BYTES) } else { max_bytes };
    match content(&at, max_bytes, whole || data) {
        Ok(text) => Ok(SourceFile { path, text }),
        Err(why) => Err(Skipped { file: path, why }),
    }
}

fn content(at: &Path, max_bytes: u64, whole: bool) -> Result<String, Why> {
    let unreadable = |why: io::Error| Why::Unreadable(why.kind().to_string());
    let file = File::open(at).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    if size > max_bytes {
        let mut head = Vec::new();
        file.take(HEAD_BYTES).read_to_end(&mut head).map_err(unreadable)?;
        let generated = !head.contains(&0) && rules::is_generated(&String::from_utf8_lossy(&head));
        return Err(if generated && !whole { Why::Generated } else { Why::TooLarge(size) });
    }
    let mut bytes = Vec::with_capacity(size as usize);
    file.take(max_bytes).read_to_end(&mut bytes).map_err(unreadable)?;
    let text = decode::decode(bytes).ok_or(Why::NotText)?;
    if !whole && rules::is_generated(&text) {
        return Err(Why::Generated);
    }
    Ok(text)
}
