//! The same answer, however it is found: on demand or by parsing everything, with one thread or two.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod units;

use std::path::{Path, PathBuf};
use vendorflow::Options;

/// The report, but for how many files had to be parsed.
fn report(options: &Options) -> Vec<String> {
    let text = String::from_utf8(units::json(options).unwrap()).unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("\"parsed\":")).map(str::to_owned).collect()
}

/// Every unit, every case folder that holds several (a tree with several independent parts), and the incident.
fn trees() -> Vec<PathBuf> {
    let mut trees: Vec<PathBuf> = units::all().into_iter().map(|unit| unit.path).collect();
    trees.extend(units::cases("vendor"));
    trees.push(units::root().join("tests/cases/incident/mixpanel-2025/app"));
    trees
}

fn difference(path: &Path, first: &[String], other: &[String], what: &str) -> Option<String> {
    let differs = first.iter().zip(other).find(|(a, b)| a != b);
    match differs {
        Some((a, b)) => Some(format!("{}: {what}\n  {}\n  {}", path.display(), a.trim(), b.trim())),
        None if first.len() == other.len() => None,
        None => Some(format!("{}: {what}\n  {} and {} lines", path.display(), first.len(), other.len())),
    }
}

/// The usual audit: on demand, two threads.
fn usual(path: &Path) -> Options {
    Options { include_tests: true, threads: Some(2), ..Options::new(path) }
}

/// Compares the usual audit of a tree with the one that parses everything in one thread.
fn compare(path: &Path) -> Option<String> {
    let other = Options { parse_everything: true, threads: Some(1), ..usual(path) };
    difference(path, &report(&usual(path)), &report(&other), "parse everything, one thread")
}

#[test]
fn on_demand_and_one_thread_find_the_same() {
    let trees = trees();
    let (left, right) = trees.split_at(trees.len() / 2);
    let all = |trees: &[PathBuf]| trees.iter().filter_map(|path| compare(path)).collect::<Vec<_>>();
    let wrong = std::thread::scope(|scope| {
        let left = scope.spawn(|| all(left));
        let right = all(right);
        [left.join().unwrap(), right].concat()
    });
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

/// All scenarios as one tree: many vendors, namesakes, and files that have nothing to do with each other.
#[test]
fn one_big_tree_is_the_same_too() {
    let path = units::root().join("tests/cases/flow");
    let first = report(&usual(&path));
    let others = [
        ("again", usual(&path)),
        ("one thread", Options { threads: Some(1), ..usual(&path) }),
        ("parse everything", Options { parse_everything: true, ..usual(&path) }),
    ];
    for (what, other) in others {
        assert_eq!(difference(&path, &first, &report(&other), what), None);
    }
}
