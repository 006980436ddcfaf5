//! PyPI: requirements files, `pyproject.toml` (PEP 621, poetry, uv, pdm), Pipfile, setuptools, and lock files.

use super::{all_quoted, project, version, within};
use crate::evidence::tree::{At, Format, Node};
use crate::evidence::{File, Found, Kind};

pub(in crate::evidence) static KIND: Kind = Kind {
    id: "pypi",
    title: "PyPI: requirements*.txt, pyproject.toml, Pipfile, setup.cfg, setup.py, poetry.lock, uv.lock, pdm.lock",
    files: &[
        "requirements*.txt",
        "*requirements.txt",
        "requirements/*.txt",
        "constraints*.txt",
        "requirements*.in",
        "pyproject.toml",
        "Pipfile",
        "Pipfile.lock",
        "poetry.lock",
        "uv.lock",
        "pdm.lock",
        "setup.cfg",
        "setup.py",
    ],
    code: false,
    read: |file, found| match file.name() {
        "pyproject.toml" => pyproject(file, found),
        "Pipfile" => pipfile(file, found),
        "Pipfile.lock" => pipfile_lock(file, found),
        "poetry.lock" | "uv.lock" | "pdm.lock" => locked(file, found),
        "setup.cfg" => setup_cfg(file, found),
        "setup.py" => setup_py(file, found),
        _ => requirements(file, found),
    },
};

const ECOSYSTEM: &str = "pypi";

/// PEP 503: case does not matter, nor which of `-`, `_`, `.` joins words.
fn normal(name: &str) -> String {
    name.trim().to_ascii_lowercase().replace(['_', '.'], "-")
}

/// `name[extra]>=1,<2 ; python_version < "3"`: the name and a pinned version, or else the range.
fn requirement(text: &str) -> Option<(&str, Option<&str>)> {
    let text = text.split(';').next()?.trim();
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c))).unwrap_or(text.len());
    let name = &text[..end];
    let rest = text[end..].trim_start();
    let rest = match rest.strip_prefix('[') {
        Some(extras) => extras.split_once(']')?.1.trim_start(),
        None => rest,
    };
    let plausible = name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && (rest.is_empty() || rest.starts_with(['=', '<', '>', '!', '~', '@', '(']));
    let pinned = rest.strip_prefix("===").or_else(|| rest.strip_prefix("=="));
    let version = pinned.and_then(|v| v.split([',', ' ']).next()).or(Some(rest));
    plausible.then_some((name, version))
}

fn ask(found: &mut Found, at: At, text: &str, development: bool) {
    if let Some((name, version)) = requirement(text) {
        found.wants(at, ECOSYSTEM, &normal(name), version, development);
    }
}

fn requirements(file: &File<'_>, found: &mut Found) {
    let name = file.path.to_ascii_lowercase();
    let development = ["dev", "test", "lint", "docs", "ci"].iter().any(|word| {
        name.rsplit('/').next().is_some_and(|n| n.split(['-', '_', '.']).any(|part| part == *word))
    });
    let mut goes_on = false;
    for (at, line) in file.lines() {
        let text = line.split(" #").next().unwrap_or(line).trim();
        let continued = std::mem::replace(&mut goes_on, text.ends_with('\\'));
        let text = text.trim_end_matches('\\').trim();
        if continued || text.is_empty() || text.starts_with(['#', '-']) {
            continue;
        }
        let text = text.split(" --").next().unwrap_or(text);
        match requirement(text) {
            Some((name, version)) => found.wants(at, ECOSYSTEM, &normal(name), version, development),
            None if text.contains("://") || text.starts_with(['.', '/']) => {}
            None => found.problem(at, "not a requirement"),
        }
    }
}

fn pyproject(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Toml, found) else { return };
    project(root.path("project.name").or_else(|| root.path("tool.poetry.name")), None, found);
    texts(root.path("project.dependencies"), false, found);
    for group in root.below("project.optional-dependencies") {
        texts(Some(&group.value), is_development(&group.key), found);
    }
    for group in root.below("dependency-groups") {
        texts(Some(&group.value), true, found);
    }
    texts(root.path("tool.uv.dev-dependencies"), true, found);
    for group in root.below("tool.pdm.dev-dependencies") {
        texts(Some(&group.value), true, found);
    }
    table(root.path("tool.poetry.dependencies"), false, found);
    table(root.path("tool.poetry.dev-dependencies"), true, found);
    for group in root.below("tool.poetry.group") {
        table(group.value.get("dependencies"), is_development(&group.key), found);
    }
}

fn is_development(group: &str) -> bool {
    ["dev", "test", "tests", "docs", "lint", "ci", "typing"].contains(&group)
}

fn texts(list: Option<&Node>, development: bool, found: &mut Found) {
    for item in list.map_or(&[][..], Node::items) {
        ask(found, item.at, item.text().unwrap_or_default(), development);
    }
}

fn table(node: Option<&Node>, development: bool, found: &mut Found) {
    for entry in node.map_or(&[][..], Node::entries) {
        if entry.key != "python" {
            found.wants(entry.at, ECOSYSTEM, &normal(&entry.key), version(&entry.value), development);
        }
    }
}

fn pipfile(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Toml, found) else { return };
    table(root.get("packages"), false, found);
    table(root.get("dev-packages"), true, found);
}

fn pipfile_lock(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Json, found) else { return };
    for entry in root.below("default").iter().chain(root.below("develop")) {
        let version = entry.value.str("version").map(|v| v.trim_start_matches('='));
        found.locks(entry.at, ECOSYSTEM, &normal(&entry.key), version);
    }
}

fn locked(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Toml, found) else { return };
    for package in root.get("package").map_or(&[][..], Node::items) {
        if let Some(name) = package.get("name") {
            found.locks(name.at, ECOSYSTEM, &normal(name.text().unwrap_or_default()), package.str("version"));
        }
    }
}

fn setup_cfg(file: &File<'_>, found: &mut Found) {
    let (mut section, mut key) = ("", "");
    for (at, line) in file.lines() {
        let text = line.trim();
        if text.is_empty() || text.starts_with(['#', ';']) {
            continue;
        }
        if text.starts_with('[') {
            section = text.trim_matches(['[', ']']);
            if !text.ends_with(']') {
                found.problem(at, "a section without its end");
            }
            key = "";
        } else if !line.starts_with([' ', '\t']) {
            let (name, value) = text.split_once('=').unwrap_or((text, ""));
            key = name.trim();
            if section == "options" && key == "install_requires" {
                ask(found, at, value, false);
            }
        } else if section == "options" && key == "install_requires" {
            ask(found, at, text, false);
        } else if section == "options.extras_require" {
            ask(found, at, text, is_development(key));
        }
    }
}

/// Only the literal list counts; what the program computes is not run.
fn setup_py(file: &File<'_>, found: &mut Found) {
    let mut inside = false;
    for (at, line) in file.lines() {
        let mut text = line;
        if let Some((_, rest)) = line.split_once("install_requires") {
            inside = true;
            text = rest;
        }
        if !inside {
            continue;
        }
        for part in all_quoted(text.split('#').next().unwrap_or(text)) {
            ask(found, within(at, line, part), part, false);
        }
        if text.trim_end().ends_with([']', ')']) || text.contains("],") {
            inside = false;
        }
    }
    if inside {
        found.problem(At::default(), "the list of install_requires has no end");
    }
}
