//! `package.json` with the lock files of npm, pnpm, yarn and bun.

use super::{project, version};
use crate::evidence::tree::{At, Format, Node};
use crate::evidence::{File, Found, Kind};

pub(in crate::evidence) static KIND: Kind = Kind {
    id: "npm",
    title: "npm: package.json, package-lock.json, pnpm-lock.yaml, yarn.lock, bun.lock",
    files: &[
        "package.json",
        "package-lock.json",
        "npm-shrinkwrap.json",
        "pnpm-lock.yaml",
        "yarn.lock",
        "bun.lock",
    ],
    code: false,
    read: |file, found| match file.name() {
        "package.json" => manifest(file, found),
        "pnpm-lock.yaml" => pnpm(file, found),
        "yarn.lock" => yarn(file, found),
        "bun.lock" => bun(file, found),
        _ => npm(file, found),
    },
};

const ECOSYSTEM: &str = "npm";

fn manifest(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Json, found) else { return };
    project(root.get("name"), root.get("homepage"), found);
    let groups = [
        ("dependencies", false),
        ("optionalDependencies", false),
        ("peerDependencies", false),
        ("devDependencies", true),
    ];
    for (group, development) in groups {
        for entry in root.below(group) {
            // `"alias": "npm:real@1.2.3"`
            let written = entry.value.text().unwrap_or_default();
            let (name, asked) = match written.strip_prefix("npm:").and_then(|real| real.rsplit_once('@')) {
                Some((name, asked)) if !name.is_empty() => (name, asked),
                _ => (entry.key.as_str(), written),
            };
            found.wants(entry.at, ECOSYSTEM, name, Some(asked), development);
        }
    }
}

fn npm(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Json, found) else { return };
    for entry in root.below("packages") {
        let Some((_, name)) = entry.key.rsplit_once("node_modules/") else { continue };
        found.locks(entry.at, ECOSYSTEM, name, entry.value.str("version"));
    }
    if root.get("packages").is_none() {
        nested(root, found, 0);
    }
}

/// Version 1 of the format nests.
fn nested(node: &Node, found: &mut Found, depth: usize) {
    for entry in node.below("dependencies") {
        found.locks(entry.at, ECOSYSTEM, &entry.key, version(&entry.value));
        if depth < 16 {
            nested(&entry.value, found, depth + 1);
        }
    }
}

/// `name@1.2.3(peer@4)`, `/name/1.2.3_peer`, `@scope/name@npm:^1`.
fn split(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_matches(['"', '\'', '/']);
    let text = text.split('(').next()?;
    let at = text.get(1..)?.find('@').map(|i| i + 1).or_else(|| text.rfind('/'))?;
    Some((&text[..at], text[at + 1..].split('_').next()?))
}

/// Lock files of pnpm are long and plain; lines tell all that is asked.
fn pnpm(file: &File<'_>, found: &mut Found) {
    if !file.text.contains("lockfileVersion") {
        found.problem(At::default(), "no lock file of pnpm: `lockfileVersion` is missing");
        return;
    }
    let mut inside = false;
    for (at, line) in file.lines() {
        if line.is_empty() {
            continue;
        }
        if !line.starts_with(' ') {
            inside = line == "packages:";
        } else if inside
            && line.starts_with("  ")
            && !line.starts_with("   ")
            && let Some(key) = line.trim().strip_suffix(':')
            && let Some((name, version)) = split(key)
        {
            found.locks(at, ECOSYSTEM, name, Some(version));
        }
    }
}

/// Version 1 has its own format, berry writes YAML; the lines that matter are alike.
fn yarn(file: &File<'_>, found: &mut Found) {
    let mut last: Option<(At, &str)> = None;
    let mut any = false;
    for (at, line) in file.lines() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        if !line.starts_with(' ') {
            let first = line.trim_end_matches(':').split(',').next().unwrap_or(line);
            last = split(first).map(|(name, _)| (at, name));
            any |= last.is_some();
        } else if let Some(version) = line.trim().strip_prefix("version")
            && let Some((at, name)) = last.take()
        {
            let version = version.trim_matches([':', ' ', '"']);
            if version != "0.0.0-use.local" {
                found.locks(at, ECOSYSTEM, name, Some(version));
            }
        }
    }
    if !any && !file.text.trim().is_empty() && !file.text.contains("yarn lockfile") {
        found.problem(At::default(), "no lock file of yarn");
    }
}

fn bun(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Json, found) else { return };
    for entry in root.below("packages") {
        let Some((name, version)) = entry.value.items().first().and_then(Node::text).and_then(split) else {
            continue;
        };
        found.locks(entry.at, ECOSYSTEM, name, Some(version));
    }
}
