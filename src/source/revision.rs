//! Reads the tree of a revision from git's objects, without a checkout, by the same rules as the walk of a directory.
//!
//! Every distinct blob is read and decoded once, whatever number of revisions has it. Which commit is meant is decided
//! in `repository.rs`.

use super::ignored::{self, Ignored};
use super::rules::{self, Beside, Choice};
use super::{Options, Skipped, SourceFile, Sources, Why, settle};
use gix::objs::tree::{EntryKind, EntryMode};
use gix::{ObjectId, Repository, ThreadSafeRepository};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Larger blobs are not even looked at.
const MAX_INFLATED: u64 = 256 * 1024 * 1024;

/// An object that git does not give.
#[derive(Debug)]
pub(super) struct Missing {
    pub(super) id: ObjectId,
    /// Where it belongs.
    pub(super) path: String,
    pub(super) why: String,
}

/// What blobs say, by what they are read as: as data or as code.
#[derive(Debug, Default)]
pub(super) struct Blobs(Mutex<Texts>);

type Texts = FxHashMap<(ObjectId, bool), Result<Arc<str>, Why>>;

/// Where a thing stands: from the top of the repository, and from the scanned root.
#[derive(Clone, Debug)]
struct Spot {
    full: String,
    path: String,
}

impl Spot {
    fn below(&self, name: &str) -> Self {
        let join = |at: &str| if at.is_empty() { name.to_owned() } else { format!("{at}/{name}") };
        Self { full: join(&self.full), path: join(&self.path) }
    }
}

/// A folder to list.
struct Folder {
    at: Spot,
    tree: ObjectId,
    above: Option<Arc<Ignored>>,
}

/// A blob to read.
struct Wanted {
    path: String,
    blob: ObjectId,
    data: bool,
}

/// What is in a folder, or in many.
#[derive(Default)]
struct Listed {
    folders: Vec<Folder>,
    wanted: Vec<Wanted>,
    skipped: Vec<Skipped>,
    seen: usize,
}

/// An entry of a tree, on its own.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) mode: EntryMode,
    pub(super) id: ObjectId,
}

/// The scanned root in a revision: `None` where there is nothing of that name.
pub(super) fn read(
    git: &ThreadSafeRepository,
    tree: ObjectId,
    prefix: &str,
    options: &Options,
    blobs: &Blobs,
) -> Result<Option<(Sources, Vec<Skipped>)>, Missing> {
    let repository = git.to_thread_local();
    let mut root = Folder { at: Spot { full: String::new(), path: String::new() }, tree, above: None };
    for name in prefix.split('/').filter(|name| !name.is_empty()) {
        let entries = entries(&repository, &root)?;
        let (above, _) = ignored_in(&repository, &root, &entries)?;
        let Some(entry) = entries.iter().find(|entry| entry.name == name) else { return Ok(None) };
        let full = root.at.below(name).full;
        if is_file(entry) {
            let path = name.to_owned();
            let wanted = Wanted { data: (options.data)(&path), path, blob: entry.id };
            let whole = Wanted { data: true, ..wanted };
            let listed = Listed { wanted: vec![whole], seen: 1, ..Listed::default() };
            return gather(git, listed, options, blobs).map(Some);
        }
        if !entry.mode.is_tree() {
            return Ok(None);
        }
        root = Folder { at: Spot { full, path: String::new() }, tree: entry.id, above };
    }
    let mut all = Listed::default();
    let mut level = vec![root];
    while !level.is_empty() {
        let listed: Vec<Result<Listed, Missing>> = level
            .par_iter()
            .map_init(|| git.to_thread_local(), |repository, folder| list(repository, folder, options))
            .collect();
        level.clear();
        for listed in listed {
            let listed = listed?;
            level.extend(listed.folders);
            all.wanted.extend(listed.wanted);
            all.skipped.extend(listed.skipped);
            all.seen += listed.seen;
        }
    }
    gather(git, all, options, blobs).map(Some)
}

fn entries(repository: &Repository, folder: &Folder) -> Result<Vec<Entry>, Missing> {
    list_tree(repository, folder.tree, &folder.at.full)
}

/// What stands at a path of a tree: an object, and whether that is a folder.
pub(super) fn entry_at(
    repository: &Repository,
    tree: ObjectId,
    path: &str,
) -> Result<Option<(bool, ObjectId)>, Missing> {
    let mut at = (true, tree);
    for name in path.split('/').filter(|name| !name.is_empty()) {
        if !at.0 {
            return Ok(None);
        }
        let entries = list_tree(repository, at.1, path)?;
        let Some(entry) = entries.into_iter().find(|entry| entry.name == name) else { return Ok(None) };
        at = (entry.mode.is_tree(), entry.id);
    }
    Ok(Some(at))
}

/// The entries of a tree; `path` is where it belongs.
pub(super) fn list_tree(repository: &Repository, tree: ObjectId, path: &str) -> Result<Vec<Entry>, Missing> {
    let missing = |why: String| Missing { id: tree, path: path.to_owned(), why };
    let tree = repository.find_tree(tree).map_err(|why| missing(plain(&why)))?;
    tree.iter()
        .map(|entry| {
            let entry = entry.map_err(|why| missing(plain(&why)))?;
            let name = String::from_utf8_lossy(entry.filename()).into_owned();
            Ok(Entry { name, mode: entry.mode(), id: entry.object_id() })
        })
        .collect()
}

/// What an error of git's objects says, in one line.
pub(super) fn plain(why: &dyn std::fmt::Display) -> String {
    why.to_string().lines().next().unwrap_or_default().trim_end_matches([',', ':']).to_owned()
}

/// Links are not followed, and are no files.
fn is_file(entry: &Entry) -> bool {
    matches!(entry.mode.kind(), EntryKind::Blob | EntryKind::BlobExecutable)
}

type Problem = Option<(&'static str, String)>;

/// The ignore files that hold in a folder, with what makes no sense in its own.
fn ignored_in(
    repository: &Repository,
    folder: &Folder,
    entries: &[Entry],
) -> Result<(Option<Arc<Ignored>>, Problem), Missing> {
    let mut texts = [const { None }; ignored::NAMES.len()];
    for (text, name) in texts.iter_mut().zip(ignored::NAMES) {
        if let Some(entry) = entries.iter().find(|entry| entry.name == name && is_file(entry)) {
            *text = Some(bytes(repository, entry.id, &folder.at.below(name).full)?);
        }
    }
    Ok(Ignored::below(folder.above.as_ref(), &folder.at.full, &texts))
}

fn bytes(repository: &Repository, id: ObjectId, path: &str) -> Result<Vec<u8>, Missing> {
    match repository.find_object(id) {
        Ok(mut object) => Ok(std::mem::take(&mut object.data)),
        Err(why) => Err(Missing { id, path: path.to_owned(), why: plain(&why) }),
    }
}

fn list(repository: &Repository, folder: &Folder, options: &Options) -> Result<Listed, Missing> {
    let entries = entries(repository, folder)?;
    let (ignored, problem) = ignored_in(repository, folder, &entries)?;
    let mut listed = Listed::default();
    if let Some((name, why)) = problem {
        let file = folder.at.below(name).path;
        listed.skipped.push(Skipped { file, why: Why::Unreadable(why) });
    }
    let has = |name: &str, what: Beside| {
        entries.iter().any(|entry| {
            entry.name == name && if what == Beside::File { is_file(entry) } else { entry.mode.is_tree() }
        })
    };
    for entry in &entries {
        let at = folder.at.below(&entry.name);
        let inner = entry.mode.is_tree() || entry.mode.is_commit();
        if ignored.as_ref().is_some_and(|ignored| ignored.leaves_out(&at.full, inner)) {
            continue;
        }
        if inner {
            match rules::enter(&at.path, options, &has) {
                rules::Folder::Hidden => {}
                rules::Folder::Skip(why) => {
                    listed.skipped.push(Skipped { file: format!("{}/", at.path), why });
                }
                rules::Folder::Enter if entry.mode.is_commit() => {
                    let why = Why::Unreadable("a submodule: its files are in another repository".to_owned());
                    listed.skipped.push(Skipped { file: format!("{}/", at.path), why });
                }
                rules::Folder::Enter => {
                    listed.folders.push(Folder { at, tree: entry.id, above: ignored.clone() });
                }
            }
        } else if is_file(entry) {
            listed.seen += 1;
            match rules::choose(&at.path, options) {
                Choice::Other => {}
                Choice::Skip(why) => listed.skipped.push(Skipped { file: at.path, why }),
                Choice::Wanted { data } => {
                    listed.wanted.push(Wanted { path: at.path, blob: entry.id, data });
                }
            }
        }
    }
    Ok(listed)
}

/// Reads what was found wanted.
fn gather(
    git: &ThreadSafeRepository,
    listed: Listed,
    options: &Options,
    blobs: &Blobs,
) -> Result<(Sources, Vec<Skipped>), Missing> {
    let Listed { wanted, mut skipped, seen, .. } = listed;
    blobs.read(git, &wanted, options)?;
    let known = blobs.known();
    let mut files = Vec::new();
    for Wanted { path, blob, data } in wanted {
        match known.get(&(blob, data)) {
            Some(Ok(text)) => files.push(SourceFile { path, text: text.clone() }),
            Some(Err(why)) => skipped.push(Skipped { file: path, why: why.clone() }),
            None => {}
        }
    }
    Ok(settle(files, skipped, seen))
}

impl Blobs {
    fn known(&self) -> MutexGuard<'_, Texts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes over the texts of a directory, so that a revision which has the same need not read them again.
    pub(super) fn learn(&self, sources: &Sources, data: fn(&str) -> bool) {
        let files: Vec<_> = sources.ids().collect();
        let hashed: Vec<_> = files
            .into_par_iter()
            .filter_map(|id| {
                let text = sources.text(id).as_bytes();
                let blob = gix::objs::compute_hash(gix::hash::Kind::Sha1, gix::objs::Kind::Blob, text);
                Some(((blob.ok()?, data(sources.path(id))), Ok(sources.shared_text(id))))
            })
            .collect();
        self.known().extend(hashed);
    }

    /// Reads the blobs that are not known yet.
    fn read(&self, git: &ThreadSafeRepository, wanted: &[Wanted], options: &Options) -> Result<(), Missing> {
        let mut todo: BTreeMap<(ObjectId, bool), &str> = BTreeMap::new();
        {
            let known = self.known();
            for wanted in wanted {
                let key = (wanted.blob, wanted.data);
                if !known.contains_key(&key) {
                    todo.entry(key).or_insert(&wanted.path);
                }
            }
        }
        let read: Vec<_> = todo
            .into_iter()
            .collect::<Vec<_>>()
            .into_par_iter()
            .map_init(
                || git.to_thread_local(),
                |repository, ((blob, data), path)| {
                    content(repository, blob, path, data, options).map(|text| ((blob, data), text))
                },
            )
            .collect::<Result<_, Missing>>()?;
        self.known().extend(read);
        Ok(())
    }
}

/// The text of a blob, or why it is not read.
fn content(
    repository: &Repository,
    blob: ObjectId,
    path: &str,
    data: bool,
    options: &Options,
) -> Result<Result<Arc<str>, Why>, Missing> {
    let header = repository.find_header(blob);
    let size = header.map_err(|why| Missing { id: blob, path: path.to_owned(), why: plain(&why) })?.size();
    if size > MAX_INFLATED {
        return Ok(Err(Why::TooLarge(size)));
    }
    let bytes = bytes(repository, blob, path)?;
    if size > rules::bound(options, data) {
        let head = &bytes[..bytes.len().min(rules::HEAD_BYTES)];
        return Ok(Err(rules::too_large(head, size, data)));
    }
    Ok(rules::text(bytes, data).map(Into::into))
}
