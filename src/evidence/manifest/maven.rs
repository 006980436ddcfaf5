//! `pom.xml`, and Gradle in Groovy and Kotlin with its version catalogues and lock files.

use super::{all_quoted, version, within};
use crate::evidence::tree::{At, Format};
use crate::evidence::{File, Found, Kind};
use std::collections::BTreeMap;

pub(in crate::evidence) static KIND: Kind = Kind {
    id: "maven",
    title: "Maven and Gradle: pom.xml, build.gradle(.kts), *.versions.toml, gradle.lockfile",
    files: &["pom.xml", "*.gradle", "*.gradle.kts", "*.versions.toml", "gradle.lockfile"],
    code: false,
    read: |file, found| match file.name() {
        "pom.xml" => pom(file, found),
        "gradle.lockfile" => locked(file, found),
        name if name.ends_with(".toml") => catalogue(file, found),
        _ => gradle(file, found),
    },
};

const ECOSYSTEM: &str = "maven";

fn pom(file: &File<'_>, found: &mut Found) {
    let Some(document) = super::super::tree::xml(file.text, found) else { return };
    let child = |node: roxmltree::Node<'_, '_>, name: &str| {
        let found = node.children().find(|c| c.tag_name().name() == name)?;
        found.text().map(|text| text.trim().to_owned())
    };
    let properties: BTreeMap<String, String> = document
        .descendants()
        .filter(|n| n.tag_name().name() == "properties")
        .flat_map(|n| n.children().filter(roxmltree::Node::is_element))
        .filter_map(|n| Some((format!("${{{}}}", n.tag_name().name()), n.text()?.trim().to_owned())))
        .collect();
    for node in document.descendants().filter(|n| n.tag_name().name() == "dependency") {
        let (Some(group), Some(artifact)) = (child(node, "groupId"), child(node, "artifactId")) else {
            continue;
        };
        let version = child(node, "version").map(|v| properties.get(&v).cloned().unwrap_or(v));
        let test = child(node, "scope").is_some_and(|scope| scope == "test");
        let place = node.children().find(|c| c.tag_name().name() == "artifactId").unwrap_or(node).range();
        let name = format!("{group}:{artifact}");
        found.wants(At::new(place.start, place.end), ECOSYSTEM, &name, version.as_deref(), test);
    }
}

/// What stands first in a line that asks for something.
const CONFIGURATIONS: [&str; 7] = [
    "implementation",
    "api",
    "compile",
    "runtimeOnly",
    "releaseImplementation",
    "debugImplementation",
    "classpath",
];

/// `implementation("group:name:1.2.3")`, `implementation group: 'g', name: 'n', version: 'v'`, `id("plugin") version "1"`
fn gradle(file: &File<'_>, found: &mut Found) {
    let mut depth = 0_i64;
    for (at, line) in file.lines() {
        let text = line.trim();
        if text.starts_with("//") {
            continue;
        }
        depth += line.matches('{').count() as i64 - line.matches('}').count() as i64;
        let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let test = word.starts_with("test") || word.starts_with("androidTest");
        let asks =
            CONFIGURATIONS.contains(&word) || word.ends_with("Implementation") || word.ends_with("Api");
        let parts = all_quoted(text);
        if !asks || parts.is_empty() {
            continue;
        }
        if let [group, name, rest @ ..] = parts.as_slice()
            && text.contains("group")
            && text.contains("name")
        {
            found.wants(
                within(at, line, name),
                ECOSYSTEM,
                &format!("{group}:{name}"),
                rest.first().copied(),
                test,
            );
        } else if let Some((group, rest)) = parts[0].split_once(':') {
            let (name, version) = rest.split_once(':').unwrap_or((rest, ""));
            found.wants(
                within(at, line, parts[0]),
                ECOSYSTEM,
                &format!("{group}:{name}"),
                Some(version),
                test,
            );
        }
    }
    if depth != 0 {
        found.problem(At::default(), "braces do not match");
    }
}

/// `[libraries] sentry = { module = "io.sentry:sentry", version.ref = "sentry" }`
fn catalogue(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Toml, found) else { return };
    for entry in root.below("libraries") {
        let node = &entry.value;
        let (name, inline) = match (node.text(), node.str("module"), node.str("group"), node.str("name")) {
            (Some(text), ..) => {
                let parts: Vec<&str> = text.splitn(3, ':').collect();
                (parts.iter().take(2).copied().collect::<Vec<_>>().join(":"), parts.get(2).copied())
            }
            (_, Some(module), ..) => (module.to_owned(), version(node)),
            (.., Some(group), Some(name)) => (format!("{group}:{name}"), version(node)),
            _ => continue,
        };
        let referred = node.path("version.ref").and_then(|r| r.text());
        let referred = referred.and_then(|name| root.get("versions")?.get(name)?.text());
        found.wants(entry.at, ECOSYSTEM, &name, inline.or(referred), false);
    }
}

/// `group:name:1.2.3=compileClasspath,…`
fn locked(file: &File<'_>, found: &mut Found) {
    for (at, line) in file.lines() {
        if line.starts_with('#') || line.trim().is_empty() || line.starts_with("empty=") {
            continue;
        }
        let parts: Vec<&str> = line.split('=').next().unwrap_or(line).split(':').collect();
        match parts.as_slice() {
            [group, name, version] => found.locks(at, ECOSYSTEM, &format!("{group}:{name}"), Some(version)),
            _ => found.problem(at, "not a line of `group:name:version=…`"),
        }
    }
}
