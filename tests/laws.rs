//! Laws of the source tree itself: imports go down, each outside crate has one home, each vendor and scenario a case
//! that says what it is about.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod units;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use units::root;

/// Top to bottom. A module may import what stands below it, and its neighbours in `SIDE`.
const ORDER: [&str; 16] = [
    "main", "cli", "history", "lib", "report", "view", "policy", "graph", "flow", "evidence", "vendor",
    "personal", "lang", "source", "ir", "compact",
];

/// Below the order: anybody may import it.
const BOTTOM: &str = "error";

/// Edges that the order would allow and nobody should want.
const FORBIDDEN: [(&str, &str); 4] =
    [("vendor", "lang"), ("lang", "vendor"), ("personal", "lang"), ("personal", "source")];

/// Outside crates and the modules that may name them.
const HOME: &[(&str, &[&str])] = &[
    ("aho_corasick", &["flow"]),
    ("annotate_snippets", &["report"]),
    ("calamine", &["policy"]),
    ("cel", &["policy"]),
    ("clap", &["cli", "main"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("comfy_table", &["report"]),
    ("csv", &["policy", "report"]),
    ("gix", &["source"]),
    ("ignore", &["source"]),
    ("indicatif", &["cli"]),
    ("jiff", &["cli", "policy", "source"]),
    ("json_strip_comments", &["flow"]),
    ("jsonc_parser", &["evidence"]),
    ("mimalloc", &["main"]),
    ("petgraph", &["graph"]),
    ("quick_xml", &["report"]),
    ("rayon", &["history", "evidence", "flow", "source", "vendor", "lib"]),
    ("roxmltree", &["evidence"]),
    ("rust_xlsxwriter", &["report"]),
    ("saphyr", &["evidence", "policy", "report"]),
    ("serde_json", &["report", "flow", "policy"]),
    ("toml", &["evidence", "personal", "vendor", "policy"]),
    ("toml_edit", &["policy"]),
    ("tree_sitter", &["lang"]),
    ("tree_sitter_html", &["lang"]),
    ("tree_sitter_javascript", &["lang"]),
    ("tree_sitter_python", &["lang"]),
    ("tree_sitter_typescript", &["lang"]),
    ("walkdir", &["vendor"]),
    ("xxhash_rust", &["graph"]),
];

/// Crates that belong to nobody.
const COMMON: [&str; 2] = ["rustc_hash", "serde"];

fn files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// (module, file, code without tests and comments) of every file below `src`.
fn sources() -> Vec<(String, String, String)> {
    let src = root().join("src");
    let mut found = Vec::new();
    files(&src, &mut found);
    found.sort();
    found
        .into_iter()
        .filter_map(|path| {
            let name = path.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
            let module = name.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
            if module == "sample" || name.ends_with("tests.rs") {
                return None;
            }
            let text = fs::read_to_string(&path).unwrap();
            // Test modules stand last; they may use what they like.
            let end = text
                .match_indices("\n#[cfg(test)]\n")
                .find(|(at, mark)| {
                    let next = text[at + mark.len()..].lines().next();
                    next.is_some_and(|line| line.ends_with("mod tests {"))
                })
                .map_or(text.len(), |(at, _)| at);
            let code = &text[..end];
            let code: Vec<&str> = code.lines().filter(|l| !l.trim_start().starts_with("//")).collect();
            Some((module, name, code.join("\n")))
        })
        .collect()
}

/// Modules named after `crate::`, also in a group: `use crate::{flow, graph::Graph}`.
fn imports(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let parts: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or_default().split(',').collect(),
            None => vec![rest],
        };
        for part in parts {
            let word: String = part.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if word.is_empty() {
                continue;
            }
            // What is no module is a name of lib.rs.
            let module = ORDER.contains(&word.as_str()) || word == BOTTOM;
            found.insert(if module { word } else { "lib".to_owned() });
        }
    }
    found
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|m| *m == module).or((module == BOTTOM).then_some(ORDER.len()))
}

#[test]
fn imports_go_down() {
    let mut wrong = Vec::new();
    for (module, file, code) in sources() {
        let Some(from) = rank(&module) else {
            wrong.push(format!("{file}: module `{module}` has no place in ORDER"));
            continue;
        };
        for import in imports(&code) {
            let to = rank(&import).unwrap_or(0);
            let forbidden = FORBIDDEN.contains(&(module.as_str(), import.as_str()));
            if module != import && (to < from || forbidden) {
                wrong.push(format!("{file}: {module} -> {import}"));
            }
        }
    }
    assert!(wrong.is_empty(), "imports that go up:\n{}", wrong.join("\n"));
}

#[test]
fn outside_crates_have_one_home() {
    let mut wrong = Vec::new();
    for (module, file, code) in sources() {
        for (name, homes) in HOME {
            let named = code
                .match_indices(&format!("{name}::"))
                .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'));
            if named && !homes.contains(&module.as_str()) {
                wrong.push(format!("{file}: `{name}` lives in {}", homes.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "outside crates away from home:\n{}", wrong.join("\n"));
}

#[test]
fn every_dependency_has_a_home() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let section = manifest.split("\n[dependencies]\n").nth(1).unwrap().split("\n[").next().unwrap();
    for line in section.lines() {
        let Some((name, _)) = line.split_once(" = ") else { continue };
        let name = name.replace('-', "_");
        let known = HOME.iter().any(|(home, _)| *home == name) || COMMON.contains(&name.as_str());
        assert!(known, "`{name}` is a dependency without a home in the HOME table");
    }
}

#[test]
fn import_reader_sees_groups_and_words() {
    let code = "use crate::{flow::Flow, graph};\nlet x = crate::error::Error; mycrate::view; crate::audit()";
    let found: Vec<String> = imports(code).into_iter().collect();
    assert_eq!(found, ["error", "flow", "graph", "lib"]);
}

/// Every vendor that is known deeply is shown at work: its case marks flows to it, if it has sinks.
#[test]
fn every_deep_vendor_has_a_case() {
    let words = units::Words::read();
    let units = units::units("vendor");
    for (vendor, entry) in units::entries_of_vendors().iter().filter(|(_, entry)| units::is_deep(entry)) {
        let marked = units.iter().filter(|unit| unit.name.split('/').nth(1) == Some(vendor)).any(|unit| {
            let mut markers = words.markers(&unit.path).unwrap().into_iter();
            !entry.contains_key("sink") || markers.any(|(_, _, _, to)| to == *vendor)
        });
        assert!(marked, "tests/cases/vendor/{vendor} shows no flow to {vendor}");
    }
    for case in units::cases("vendor") {
        let id = case.file_name().unwrap().to_str().unwrap();
        assert!(words.vendors.contains(id), "tests/cases/vendor/{id}: there is no vendor `{id}`");
    }
}

/// Scenarios say what they are about, each in its own words; what is named `no-…` expects no flow.
#[test]
fn every_case_is_described() {
    let mut titles = BTreeSet::new();
    for kind in ["flow", "vendor"] {
        for dir in units::cases(kind) {
            let case = units::case(&dir).unwrap();
            let name = dir.display();
            assert!(
                !case.title.is_empty() && case.why.ends_with('.'),
                "{name}: title, and why in a sentence"
            );
            assert!(titles.insert((kind, case.title)), "{name}: another case has this title");
            if kind == "flow" {
                let flows = case.flows.unwrap_or_else(|| panic!("{name}: which flows?"));
                let silent = dir.file_name().unwrap().to_str().unwrap().starts_with("no-");
                assert!(!silent || flows.is_empty(), "{name}: `no-…` stands for silence");
            }
        }
    }
}
