//! `go.mod`: the versions in it are the resolved ones.

use crate::evidence::tree::At;
use crate::evidence::{Fact, File, Found, Kind};

pub(in crate::evidence) static KIND: Kind =
    Kind { id: "go", title: "Go: go.mod", files: &["go.mod"], code: false, read };

fn read(file: &File<'_>, found: &mut Found) {
    let (mut inside, mut module) = (false, false);
    for (at, line) in file.lines() {
        let (text, comment) = line.split_once("//").unwrap_or((line, ""));
        let text = text.trim();
        if let Some(name) = text.strip_prefix("module ") {
            module = true;
            found.add(at, Fact::Project { name: name.trim().to_owned() });
        }
        let entry = match text.strip_prefix("require") {
            Some(rest) if rest.trim() == "(" => {
                inside = true;
                continue;
            }
            Some(rest) => rest.trim(),
            None if text == ")" => {
                inside = false;
                continue;
            }
            None if inside => text,
            None => continue,
        };
        match entry.split_once(char::is_whitespace) {
            Some((name, version)) if comment.contains("indirect") => {
                found.locks(at, "go", name, Some(version))
            }
            Some((name, version)) => found.wants(at, "go", name, Some(version), false),
            None if entry.is_empty() => {}
            None => found.problem(at, "a requirement without a version"),
        }
    }
    if !module || inside {
        let why = if inside { "`require (` has no end" } else { "no `module` line" };
        found.problem(At::default(), why);
    }
}
