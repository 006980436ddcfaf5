//! `Podfile`, `Podfile.lock` and podspecs.

use super::{all_quoted, within};
use crate::evidence::tree::At;
use crate::evidence::{File, Found, Kind};

pub(in crate::evidence) static KIND: Kind = Kind {
    id: "cocoapods",
    title: "CocoaPods: Podfile, Podfile.lock, *.podspec",
    files: &["Podfile", "Podfile.lock", "*.podspec"],
    code: false,
    read: |file, found| {
        if file.name() == "Podfile.lock" { locked(file, found) } else { podfile(file, found) }
    },
};

const ECOSYSTEM: &str = "cocoapods";

/// `pod 'Name/Sub', '~> 1.0'`, `s.dependency 'Name'`
fn podfile(file: &File<'_>, found: &mut Found) {
    let mut depth = 0_i32;
    for (at, line) in file.lines() {
        let text = line.trim();
        if text.starts_with('#') {
            continue;
        }
        depth += i32::from(text.ends_with(" do") || text.contains(" do |")) - i32::from(text == "end");
        let asks = text.starts_with("pod ") || text.starts_with("pod(") || text.contains(".dependency ");
        let parts = all_quoted(text);
        if asks && let Some(name) = parts.first() {
            found.wants(within(at, line, name), ECOSYSTEM, name, parts.get(1).copied(), false);
        } else if asks {
            found.problem(at, "a pod without a name");
        }
    }
    if depth != 0 {
        found.problem(At::default(), "`do` and `end` do not match");
    }
}

/// `  - Sentry (8.1.0):` below `PODS:`
fn locked(file: &File<'_>, found: &mut Found) {
    let (mut inside, mut any) = (false, false);
    for (at, line) in file.lines() {
        if !line.starts_with(' ') {
            inside = line == "PODS:";
            any |= inside;
        } else if inside && let Some(text) = line.strip_prefix("  - ") {
            let text = text.trim_matches(['"', ':']);
            let (name, version) = text.split_once(" (").unwrap_or((text, ""));
            found.locks(at, ECOSYSTEM, name, Some(version.trim_end_matches([')', ':', '"'])));
        }
    }
    if !any {
        found.problem(At::default(), "no lock file of CocoaPods: `PODS:` is missing");
    }
}
