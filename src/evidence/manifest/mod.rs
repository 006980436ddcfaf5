//! Manifests of packages and the lock files that resolve them, one file an ecosystem.
//!
//! A manifest says what is asked for, a lock file which version came; what a lock file holds and no manifest asks for
//! was brought by something else.

pub(super) mod cargo;
pub(super) mod cocoapods;
pub(super) mod composer;
pub(super) mod gem;
pub(super) mod go;
pub(super) mod maven;
pub(super) mod npm;
pub(super) mod nuget;
pub(super) mod pubspec;
pub(super) mod pypi;
pub(super) mod swiftpm;

use super::tree::{At, Node};
use super::{Fact, Found, How};

/// What a manifest says of the project itself: its name and its home.
fn project(name: Option<&Node>, home: Option<&Node>, found: &mut Found) {
    if let Some(name) = name
        && let Some(text) = name.text()
    {
        found.add(name.at, Fact::Project { name: text.to_owned() });
    }
    if let Some(home) = home {
        found.address(home.at, home.text().unwrap_or_default(), How::Home);
    }
}

/// The text between the first two quotes after `from`, and where it stands.
fn quoted(line: &str) -> Option<(usize, &str)> {
    let open = line.find(['"', '\''])?;
    let quote = line.as_bytes()[open] as char;
    let rest = &line[open + 1..];
    Some((open + 1, &rest[..rest.find(quote)?]))
}

/// Every quoted text of a line, in order.
pub(super) fn all_quoted(line: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = line;
    while let Some((start, text)) = quoted(rest) {
        out.push(text);
        rest = &rest[(start + text.len() + 1).min(rest.len())..];
    }
    out
}

/// The version of a dependency: a text, or a member of a table.
fn version(node: &Node) -> Option<&str> {
    node.text().or_else(|| node.str("version"))
}

/// A place inside a line.
fn within(line: At, text: &str, part: &str) -> At {
    let trimmed = text.trim_start();
    match trimmed.find(part) {
        Some(i) => At::new(line.start as usize + i, line.start as usize + i + part.len()),
        None => line,
    }
}
