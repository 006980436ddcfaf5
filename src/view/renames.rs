//! Which file of today is a file of before under another name: the same text, or much of it.
//!
//! Only files that somebody asks about are compared, so that a large move costs nothing.

use crate::ir::FileId;
use crate::source::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher as _, BuildHasherDefault};

/// Share of the larger file that must be in both, in percent.
const SIMILAR: usize = 50;
/// Pairs that are looked at; beyond, only equal texts count.
const MAX_PAIRS: usize = 40_000;

/// Pairs files of `before` that are gone with new ones of `after`: old path to new path. `asked` are the files that
/// matter on either side.
pub(super) fn renames(
    before: &Sources,
    after: &Sources,
    asked: (&BTreeSet<FileId>, &BTreeSet<FileId>),
) -> BTreeMap<String, String> {
    let gone: Vec<FileId> =
        asked.0.iter().copied().filter(|id| after.find(before.path(*id)).is_none()).collect();
    let new: Vec<FileId> =
        asked.1.iter().copied().filter(|id| before.find(after.path(*id)).is_none()).collect();
    let guess = gone.len().saturating_mul(new.len()) <= MAX_PAIRS;
    let lines = |sources: &Sources, files: &[FileId]| -> Vec<BTreeMap<u64, usize>> {
        if !guess {
            return Vec::new();
        }
        files.iter().map(|id| count(sources.text(*id))).collect()
    };
    let (old_lines, new_lines) = (lines(before, &gone), lines(after, &new));
    let mut pairs = Vec::new();
    for (i, old) in gone.iter().enumerate() {
        for (j, found) in new.iter().enumerate() {
            let (old_text, new_text) = (before.text(*old), after.text(*found));
            let share = if old_text == new_text {
                100
            } else if guess {
                let (old, new) = (&old_lines[i], &new_lines[j]);
                common(old, new) * 100 / common(old, old).max(common(new, new)).max(1)
            } else {
                0
            };
            if share >= SIMILAR {
                let moved = name(before.path(*old)) == name(after.path(*found));
                pairs.push((share, moved, i, j));
            }
        }
    }
    // The most alike first; of equals the one that kept its name, then by path.
    pairs.sort_by(|a, b| (b.0, b.1, a.2, a.3).cmp(&(a.0, a.1, b.2, b.3)));
    let (mut old_taken, mut new_taken) = (BTreeSet::new(), BTreeSet::new());
    let mut renames = BTreeMap::new();
    for (_, _, i, j) in pairs {
        if !old_taken.contains(&i) && !new_taken.contains(&j) {
            old_taken.insert(i);
            new_taken.insert(j);
            renames.insert(before.path(gone[i]).to_owned(), after.path(new[j]).to_owned());
        }
    }
    renames
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The bytes in lines of a text, by line; what is indented otherwise is the same line.
fn count(text: &str) -> BTreeMap<u64, usize> {
    let hasher = BuildHasherDefault::<rustc_hash::FxHasher>::default();
    let mut lines = BTreeMap::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        *lines.entry(hasher.hash_one(line)).or_default() += line.len() + 1;
    }
    lines
}

/// Bytes in lines that both have.
fn common(a: &BTreeMap<u64, usize>, b: &BTreeMap<u64, usize>) -> usize {
    a.iter().filter_map(|(line, bytes)| Some((*bytes).min(*b.get(line)?))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    fn found(before: &[(&str, &str)], after: &[(&str, &str)]) -> Vec<(String, String)> {
        let tree = |files: &[(&str, &str)]| {
            let file =
                |(path, text): &(&str, &str)| SourceFile { path: (*path).into(), text: (*text).into() };
            Sources::new(files.iter().map(file).collect())
        };
        let (mut before, mut after) = (tree(before), tree(after));
        Sources::share([&mut before, &mut after]);
        let asked = (before.ids().collect(), after.ids().collect());
        renames(&before, &after, (&asked.0, &asked.1)).into_iter().collect()
    }

    #[test]
    fn equal_and_similar_files_are_found() {
        let text = "line one\nline two\nline three\n";
        let pairs = found(
            &[("a/x.ts", text), ("b.ts", "alpha\nbeta\ngamma\n"), ("c.ts", "other"), ("same.ts", text)],
            &[
                ("a/y.ts", text),
                ("lib/b.ts", "alpha\n  beta\ndelta\n"),
                ("new.ts", "nothing like it"),
                ("same.ts", text),
            ],
        );
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(pairs, [pair("a/x.ts", "a/y.ts"), pair("b.ts", "lib/b.ts")]);
    }

    #[test]
    fn of_equals_the_one_that_kept_its_name() {
        let pairs = found(&[("a/x.ts", "1\n2\n")], &[("b/a.ts", "1\n2\n"), ("b/x.ts", "1\n2\n")]);
        assert_eq!(pairs, [("a/x.ts".to_owned(), "b/x.ts".to_owned())]);
    }
}
