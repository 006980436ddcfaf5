//! A git repository: which commit a name or a day means, what two commits have in common, and the tree of a commit.
//!
//! Reads git's own files with `gix`; it runs no `git`, changes nothing and fetches nothing. What cannot be read is an
//! error with the command that mends it.

use super::revision::{self, Blobs, Missing, plain};
use super::{Options, Skipped, Sources};
use crate::error::Error;
use gix::{ObjectId, ThreadSafeRepository};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::path::{Path, PathBuf};

/// A repository and the scanned root in it.
#[derive(Debug)]
pub(crate) struct Repository {
    git: ThreadSafeRepository,
    /// The scanned root, from the top, with `/`; empty is all.
    prefix: String,
    blobs: Blobs,
}

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Commit {
    id: ObjectId,
    tree: ObjectId,
    /// When it was committed, in seconds since 1970.
    pub seconds: i64,
    /// The first line of its message.
    pub title: String,
}

impl Commit {
    /// The hash.
    pub(crate) fn hash(&self) -> String {
        self.id.to_string()
    }

    /// What stood at the top.
    pub(super) fn tree(&self) -> ObjectId {
        self.tree
    }

    /// The hash, as short as people write it.
    pub(crate) fn short(&self) -> String {
        self.id.to_hex_with_len(10).to_string()
    }

    /// The day of the commit, by UTC.
    pub(crate) fn day(&self) -> String {
        day(self.seconds)
    }
}

fn day(seconds: i64) -> String {
    let at = jiff::Timestamp::from_second(seconds);
    at.map_or_else(|_| "?".to_owned(), |at| TimeZone::UTC.to_datetime(at).date().to_string())
}

/// The last second that a day or moment stands for: `2026-01-31`, `2026-01-31T12:00:00Z`. Days are days of UTC, so that
/// the answer is the same on every machine.
fn moment(text: &str) -> Option<i64> {
    if let Ok(at) = text.parse::<jiff::Timestamp>() {
        return Some(at.as_second());
    }
    let next = date(text)?.tomorrow().ok()?.to_datetime(jiff::civil::Time::midnight());
    Some(TimeZone::UTC.to_timestamp(next).ok()?.as_second() - 1)
}

/// `2026-01-31` and nothing shorter or longer: the parser takes times behind it as well.
fn date(text: &str) -> Option<Date> {
    text.parse().ok().filter(|_| text.len() == 10)
}

/// The first second that a day or moment stands for.
fn first_second(text: &str) -> Option<i64> {
    let Some(date) = date(text) else { return moment(text) };
    let first = date.to_datetime(jiff::civil::Time::midnight());
    Some(TimeZone::UTC.to_timestamp(first).ok()?.as_second())
}

impl Repository {
    /// The repository around a path, which need not be there any more.
    pub(crate) fn open(root: &Path) -> Result<Self, Error> {
        let cannot =
            |why: std::io::Error| Error::Input { path: root.display().to_string(), why: why.to_string() };
        let mut near = std::path::absolute(root).map_err(cannot)?;
        let mut gone = PathBuf::new();
        while !near.exists() {
            let Some(name) = near.file_name().map(PathBuf::from) else { break };
            gone = if gone.as_os_str().is_empty() { name } else { name.join(gone) };
            near.pop();
        }
        let near = std::fs::canonicalize(&near).map_err(cannot)?;
        let folder = if near.is_file() { near.parent().unwrap_or(&near) } else { &near };
        let git = ThreadSafeRepository::discover(folder).map_err(|why| not_open(root, &why))?;
        let top = git.work_dir().and_then(|top| std::fs::canonicalize(top).ok());
        let below = top.and_then(|top| near.strip_prefix(top).ok().map(|below| below.join(&gone)));
        let below = below.unwrap_or(gone);
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        Ok(Self { git, prefix: parts.join("/"), blobs: Blobs::default() })
    }

    /// True where there are files to read beside the objects.
    pub(crate) fn has_files(&self) -> bool {
        self.git.work_dir().is_some()
    }

    /// The commit that a name means: a hash, a branch, a tag, anything that `git rev-parse` takes, or a day. A day is
    /// the last commit of the checked-out branch on it or before.
    pub(crate) fn commit(&self, name: &str) -> Result<Commit, Error> {
        let git = self.git.to_thread_local();
        let found = match git.rev_parse_single(name) {
            Ok(id) => id.detach(),
            Err(why) => match moment(name) {
                Some(end) => return self.at(name, end),
                None => return Err(self.no_such(&git, name, &why)),
            },
        };
        let object = git.find_object(found).map_err(|why| self.unreadable(found, name, &plain(&why)))?;
        let kind = object.kind;
        let commit = object.peel_to_commit().map_err(|_| Error::Git {
            what: format!("`{name}` is a {kind}, not a commit"),
            help: "name a commit, a branch, a tag or a day such as 2026-01-31".to_owned(),
        })?;
        self.told(&commit)
    }

    /// What of a commit is told.
    fn told(&self, commit: &gix::Commit<'_>) -> Result<Commit, Error> {
        let id = commit.id;
        let unreadable = |why: &dyn std::fmt::Display| self.unreadable(id, "a commit", &plain(why));
        let decoded = commit.decode().map_err(|why| unreadable(&why))?;
        let seconds = commit.time().map_err(|why| unreadable(&why))?.seconds;
        let title = String::from_utf8_lossy(decoded.message().title).trim().to_owned();
        Ok(Commit { id, tree: decoded.tree(), seconds, title })
    }

    /// The last commit of the checked-out branch at or before a moment. Merges count by when they were merged.
    fn at(&self, name: &str, end: i64) -> Result<Commit, Error> {
        let mut commit = self.commit("HEAD")?;
        while commit.seconds > end {
            commit = match self.parent(&commit)? {
                Parent::Commit(parent) => parent,
                Parent::None => {
                    return Err(Error::Git {
                        what: format!("no commit on or before {name}: the first is of {}", commit.day()),
                        help: "name a later day, or a commit".to_owned(),
                    });
                }
                Parent::Shallow => {
                    let what = format!(
                        "no commit on or before {name} here: the history of this shallow clone ends at {} of {}",
                        commit.short(),
                        commit.day()
                    );
                    return Err(Error::Git { what, help: UNSHALLOW.to_owned() });
                }
            };
        }
        Ok(commit)
    }

    /// A handle of the thread.
    pub(super) fn local(&self) -> gix::Repository {
        self.git.to_thread_local()
    }

    /// The scanned root, from the top.
    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The second up to which a time that begins with `name` has not begun: a day is meant whole, a revision from what
    /// it has in common with `until` on.
    pub(crate) fn start(&self, name: &str, until: &Commit) -> Result<i64, Error> {
        let known = self.git.to_thread_local().rev_parse_single(name).is_ok();
        match first_second(name).filter(|_| !known) {
            Some(second) => Ok(second - 1),
            None => {
                let since = self.commit(name)?;
                Ok(self.merge_base(&since, until, (name, until.short().as_str()))?.seconds)
            }
        }
    }

    /// The same, where there has to be something between the two.
    pub(crate) fn beginning(&self, name: &str, until: &Commit) -> Result<i64, Error> {
        let seconds = self.start(name, until)?;
        if seconds >= until.seconds {
            let what = format!(
                "{name} is not before {} ({}): there is nothing between them",
                until.short(),
                until.day()
            );
            return Err(Error::Git { what, help: "name an earlier day or commit first".to_owned() });
        }
        Ok(seconds)
    }

    pub(super) fn parent(&self, commit: &Commit) -> Result<Parent, Error> {
        let git = self.git.to_thread_local();
        let unreadable = |id, why: &dyn std::fmt::Display| self.unreadable(id, "a commit", &plain(why));
        let found = git.find_commit(commit.id).map_err(|why| unreadable(commit.id, &why))?;
        let Some(parent) = found.parent_ids().next() else { return Ok(Parent::None) };
        let parent = parent.detach();
        if is_end(&git, commit.id) {
            return Ok(Parent::Shallow);
        }
        let parent = git.find_commit(parent).map_err(|why| unreadable(parent, &why))?;
        Ok(Parent::Commit(self.told(&parent)?))
    }

    /// The best common ancestor of two commits; `names` are as the user wrote them.
    pub(crate) fn merge_base(
        &self,
        one: &Commit,
        other: &Commit,
        names: (&str, &str),
    ) -> Result<Commit, Error> {
        let git = self.git.to_thread_local();
        let base = git.merge_base(one.id, other.id);
        if let Ok(Some(id)) = base {
            let commit =
                git.find_commit(id).map_err(|why| self.unreadable(id.detach(), "a commit", &plain(&why)));
            return self.told(&commit?);
        }
        let what = format!("`{}` and `{}` have no common ancestor here", names.0, names.1);
        let help = match git.is_shallow() {
            Ok(true) => UNSHALLOW.to_owned(),
            _ => format!("compare them directly: `vendorflow diff --no-merge-base {} …`", names.0),
        };
        Err(Error::Git { what, help })
    }

    /// The texts of a directory, which a revision may have as well.
    pub(crate) fn learn(&self, sources: &Sources, data: fn(&str) -> bool) {
        self.blobs.learn(sources, data);
    }

    /// The scanned root as it is in a commit.
    pub(crate) fn read(&self, commit: &Commit, options: &Options) -> Result<(Sources, Vec<Skipped>), Error> {
        self.read_if_there(commit, options)?.ok_or_else(|| Error::Git {
            what: format!("{} ({}) has no `{}`", commit.short(), commit.day(), self.prefix),
            help: "name a folder that is there in that revision".to_owned(),
        })
    }

    /// The scanned root as it is in a commit; nothing where the commit does not have it.
    pub(crate) fn read_if_there(
        &self,
        commit: &Commit,
        options: &Options,
    ) -> Result<Option<(Sources, Vec<Skipped>)>, Error> {
        match revision::read(&self.git, commit.tree, &self.prefix, options, &self.blobs) {
            Ok(read) => Ok(read),
            Err(why) => Err(self.missing(commit, why)),
        }
    }

    /// The error of an object that belongs to a commit.
    pub(super) fn missing(&self, commit: &Commit, missing: Missing) -> Error {
        let Missing { id, path, why } = missing;
        let path = if path.is_empty() { "the tree".to_owned() } else { path };
        self.unreadable(id, &format!("{path} of {}", commit.short()), &why)
    }

    fn unreadable(&self, id: ObjectId, what: &str, why: &str) -> Error {
        let git = self.git.to_thread_local();
        let config = git.config_snapshot();
        let partial = config.string("extensions.partialClone").is_some()
            || git.remote_names().iter().any(|name| {
                let name = String::from_utf8_lossy(name.as_ref()).into_owned();
                config.boolean(&*format!("remote.{name}.promisor")) == Some(true)
            });
        let help = if partial {
            "this clone is partial, and nothing is fetched here: `git fetch --refetch --no-filter` brings the rest"
        } else {
            "`git fsck` tells what is broken; `git fetch --refetch` brings it again"
        };
        Error::Git { what: format!("cannot read {what}: object {id}: {why}"), help: help.to_owned() }
    }

    fn no_such(&self, git: &gix::Repository, name: &str, why: &gix::Error) -> Error {
        for cause in why.iter_errors() {
            if let Some(told @ gix::revision::spec::parse::Error::AmbiguousPrefix { candidates, .. }) =
                cause.downcast_ref()
            {
                let _ = told;
                let commits: Vec<String> =
                    candidates.iter().map(|(prefix, info)| format!("{prefix} {info}")).collect();
                return Error::Git {
                    what: format!("`{name}` may be any of: {}", commits.join("; ")),
                    help: "write more digits of the one that is meant".to_owned(),
                };
            }
        }
        let what = format!("no revision `{name}` in this repository");
        if let Some((one, other)) = name.split_once("...").or_else(|| name.split_once("..")) {
            let help = format!("name one commit, not a range: `vendorflow diff {one} {other}`");
            return Error::Git { what, help: help.trim_end_matches([' ', '`']).to_owned() + "`" };
        }
        for remote in git.remote_names() {
            let remote = String::from_utf8_lossy(remote.as_ref()).into_owned();
            if git.rev_parse_single(format!("{remote}/{name}").as_str()).is_ok() {
                return Error::Git { what, help: format!("there is `{remote}/{name}`") };
            }
        }
        let remote =
            git.remote_names().iter().next().map(|name| String::from_utf8_lossy(name.as_ref()).into_owned());
        let remote = remote.unwrap_or_else(|| "origin".to_owned());
        let help = if git.is_shallow().unwrap_or(false) {
            format!(
                "this clone is shallow: `git fetch --unshallow {remote}`, or `fetch-depth: 0` in the checkout step"
            )
        } else if let Some(branch) = name.strip_prefix(&format!("{remote}/")) {
            format!("`git fetch {remote} {branch}`")
        } else {
            format!(
                "`git branch --all` and `git tag` tell what is here; `git fetch {remote}` brings what is new there"
            )
        };
        Error::Git { what, help }
    }
}

const UNSHALLOW: &str =
    "`git fetch --unshallow` brings the rest of the history (`fetch-depth: 0` in a checkout step)";

/// The first parent of a commit.
pub(super) enum Parent {
    Commit(Commit),
    /// It is the first of all.
    None,
    /// It has one, and it is not here.
    Shallow,
}

/// True for a commit behind which a shallow clone has nothing.
fn is_end(git: &gix::Repository, id: ObjectId) -> bool {
    git.shallow_commits().ok().flatten().is_some_and(|ends| ends.contains(&id))
}

/// True where something that says to be a repository is around a path.
pub(crate) fn is_around(root: &Path) -> bool {
    let is = |full: &Path| {
        full.ancestors().any(|above| above.join(".git").exists() || gix::discover::is_git(above).is_ok())
    };
    std::path::absolute(root).is_ok_and(|full| is(&full))
}

fn not_open(root: &Path, why: &gix::Error) -> Error {
    let path = root.display();
    if is_around(root) {
        let what = format!("cannot open the git repository of {path}: {}", plain(why));
        return Error::Git { what, help: "`git status` there tells what is wrong with it".to_owned() };
    }
    Error::Git {
        what: format!("{path} is in no git repository"),
        help: "name a folder of a clone; without a revision, files are read as they are".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments() {
        assert_eq!(moment("1970-01-01"), Some(86_399));
        assert_eq!(moment("1970-01-01T01:00:00Z"), Some(3600));
        assert_eq!(moment("1970-01-01T01:00:00+01:00"), Some(0));
        for text in ["2026-02-30", "2026-1-31", "2026", "main", "2026-01-31T12:00", ""] {
            assert_eq!(moment(text), None, "{text}");
        }
        assert_eq!(day(86_400), "1970-01-02");
        assert_eq!(first_second("1970-01-02"), Some(86_400));
        assert_eq!(first_second("1970-01-01T01:00:00Z"), Some(3600));
    }
}
