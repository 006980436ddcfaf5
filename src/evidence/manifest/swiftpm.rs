//! Swift packages: `Package.swift` and `Package.resolved`. A package is named by where it is kept.

use super::{all_quoted, within};
use crate::evidence::tree::{At, Format, Node};
use crate::evidence::{File, Found, Kind};

pub(in crate::evidence) static KIND: Kind = Kind {
    id: "swiftpm",
    title: "Swift Package Manager: Package.swift, Package.resolved",
    files: &["Package.swift", "Package@swift*.swift", "Package.resolved"],
    code: false,
    read: |file, found| {
        if file.name() == "Package.resolved" { locked(file, found) } else { manifest(file, found) }
    },
};

const ECOSYSTEM: &str = "swiftpm";

/// `https://github.com/getsentry/sentry-cocoa.git`, `git@github.com:…`: as the catalogue writes it.
fn name(address: &str) -> &str {
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    address.trim_end_matches('/').trim_end_matches(".git")
}

fn manifest(file: &File<'_>, found: &mut Found) {
    let mut brackets = 0_i64;
    for (at, line) in file.lines() {
        let text = line.split(" //").next().unwrap_or(line);
        if text.trim_start().starts_with("//") {
            continue;
        }
        brackets += text.matches('(').count() as i64 - text.matches(')').count() as i64;
        let parts = all_quoted(text);
        let Some(address) = parts.iter().find(|part| part.contains("://") || part.starts_with("git@")) else {
            continue;
        };
        if text.contains("url:") {
            let version = parts.iter().skip_while(|part| *part != address).nth(1);
            let least = if text.contains("exact") { "" } else { ">=" };
            let version = version.map(|version| format!("{least}{version}"));
            found.wants(within(at, line, address), ECOSYSTEM, name(address), version.as_deref(), false);
        }
    }
    if brackets != 0 {
        found.problem(At::default(), "brackets do not match");
    }
}

fn locked(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Json, found) else { return };
    let pins = root.get("pins").or_else(|| root.path("object.pins"));
    for pin in pins.map_or(&[][..], Node::items) {
        let Some(address) = pin.get("location").or_else(|| pin.get("repositoryURL")) else { continue };
        let version = pin.path("state.version").and_then(Node::text);
        found.locks(address.at, ECOSYSTEM, name(address.text().unwrap_or_default()), version);
    }
}
