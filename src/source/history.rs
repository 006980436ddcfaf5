//! The line of a branch: its commits one after the other, as it was merged, and which files each of them changed.

use super::Options;
use super::repository::{Commit, Parent, Repository};
use super::revision::{Missing, entry_at, list_tree};
use super::rules::{self, Choice, Folder};
use crate::error::Error;
use gix::ObjectId;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A commit of a line.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// The commit.
    pub commit: Commit,
    /// Paths, below the scanned root, of files that would be read and that are not as in the step before.
    pub changed: BTreeSet<String>,
}

/// A part of the line of a branch, oldest first. The first step is the state at its beginning.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The commits.
    pub steps: Vec<Step>,
    /// A shallow clone has nothing before its first step.
    pub cut: bool,
}

/// What stands at a place: an object, and whether that is a folder.
type At = Option<(bool, ObjectId)>;

impl Repository {
    /// The line up to a commit, from the last commit at or before `since`, or from the first of all. Merged branches
    /// count as what their merge brought.
    pub(crate) fn line(&self, until: &Commit, since: Option<i64>, options: &Options) -> Result<Line, Error> {
        let mut commits = vec![until.clone()];
        let mut cut = false;
        while let Some(last) = commits.last().filter(|last| since.is_none_or(|since| last.seconds > since)) {
            match self.parent(last)? {
                Parent::Commit(parent) => commits.push(parent),
                Parent::None => break,
                Parent::Shallow => {
                    cut = true;
                    break;
                }
            }
        }
        commits.reverse();
        let pairs: Vec<(&Commit, &Commit)> = commits.iter().zip(commits.iter().skip(1)).collect();
        let later: Vec<BTreeSet<String>> = pairs
            .into_par_iter()
            .map_init(|| self.local(), |git, (old, new)| self.changed(git, old, new, options))
            .collect::<Result<_, Error>>()?;
        let changed = std::iter::once(BTreeSet::new()).chain(later);
        let steps =
            commits.iter().zip(changed).map(|(commit, changed)| Step { commit: commit.clone(), changed });
        Ok(Line { steps: steps.collect(), cut })
    }

    /// Files that are not the same in two commits. Folders that are the same are not looked into.
    fn changed(
        &self,
        git: &gix::Repository,
        old: &Commit,
        new: &Commit,
        options: &Options,
    ) -> Result<BTreeSet<String>, Error> {
        let root = |commit: &Commit| {
            let found = entry_at(git, commit.tree(), self.prefix());
            found.map_err(|why| self.missing(commit, why))
        };
        let mut changed = BTreeSet::new();
        let mut todo = vec![(root(old)?, root(new)?, String::new())];
        while let Some((before, after, path)) = todo.pop() {
            if before == after {
                continue;
            }
            if [before, after].into_iter().flatten().any(|(folder, _)| !folder) {
                // The root itself is a file, and read whatever its name.
                changed.insert(path);
                continue;
            }
            let list = |at: At, of: &Commit| {
                let listed = at.map_or_else(|| Ok(BTreeMap::new()), |(_, tree)| members(git, tree, &path));
                listed.map_err(|why| self.missing(of, why))
            };
            let (before, after) = (list(before, old)?, list(after, new)?);
            for name in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
                let (before, after) = (before.get(name).copied(), after.get(name).copied());
                if before == after {
                    continue;
                }
                let path = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
                let only = |folder: bool, at: At| at.filter(|(is, _)| *is == folder);
                let below = (only(true, before), only(true, after));
                if below != (None, None) && rules::enter(&path, options, &|_, _| false) == Folder::Enter {
                    todo.push((below.0, below.1, path.clone()));
                }
                let files = (only(false, before), only(false, after));
                let wanted = matches!(rules::choose(&path, options), Choice::Wanted { .. });
                if files.0 != files.1 && wanted {
                    changed.insert(path);
                }
            }
        }
        Ok(changed)
    }
}

fn members(
    git: &gix::Repository,
    tree: ObjectId,
    path: &str,
) -> Result<BTreeMap<String, (bool, ObjectId)>, Missing> {
    let entries = list_tree(git, tree, path)?.into_iter();
    Ok(entries.map(|entry| (entry.name, (entry.mode.is_tree(), entry.id))).collect())
}
