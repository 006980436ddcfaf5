//! Cases of evidence: a small tree, and `expected.txt` with what the report says of vendors, hosts and gaps.

use super::{files, json, root};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// (name, folder) of every case.
pub(crate) fn cases() -> Vec<(String, PathBuf)> {
    let base = root().join("tests/cases/evidence");
    let mut found = Vec::new();
    for kind in super::entries(&base) {
        for case in super::entries(&kind) {
            let name = case.strip_prefix(&base).unwrap().to_str().unwrap().replace('\\', "/");
            found.push((format!("evidence/{name}"), case));
        }
    }
    found
}

/// Compares with `expected.txt`; `UPDATE=1` writes it.
pub(crate) fn check(dir: &Path) -> Result<(), String> {
    assert!(files(&dir.join("tree")).iter().any(|path| path.is_file()), "{}: no tree", dir.display());
    let said = lines(&dir.join("tree"))?;
    let path = dir.join("expected.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &said).map_err(|why| why.to_string())?;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if expected == said {
        Ok(())
    } else {
        Err(format!("{}\nexpected:\n{expected}\nfound:\n{said}", dir.display()))
    }
}

/// What the report says, a line a fact.
fn lines(tree: &Path) -> Result<String, String> {
    let bytes = json(&vendorflow::Options::new(tree))?;
    let report: Value = serde_json::from_slice(&bytes).map_err(|why| why.to_string())?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut out = String::new();
    for processor in list(&report["processors"]) {
        let only = if processor["declared-only"] == true { " (only declared)" } else { "" };
        let _ = writeln!(out, "{}{only}", text(&processor["id"]));
        for seen in list(&processor["evidence"]) {
            let _ = writeln!(
                out,
                "  {} {}:{} {}",
                text(&seen["kind"]),
                text(&seen["file"]),
                seen["line"],
                text(&seen["what"])
            );
        }
        for key in ["regions", "hands-on-to", "surfaces"] {
            let values: Vec<String> = list(&processor[key]).iter().map(text).collect();
            if !values.is_empty() {
                let _ = writeln!(out, "  {key} {}", values.join(" "));
            }
        }
    }
    for entry in list(&report["automatic"]) {
        let state = if entry["active"] == true { "active" } else { "off" };
        let _ = writeln!(out, "automatic {} {} {state}", text(&entry["processor"]), text(&entry["data"]));
    }
    for flow in list(&report["flows"]) {
        let _ = writeln!(
            out,
            "flow {} {} {}",
            text(&flow["processor"]),
            text(&flow["data"]),
            text(&flow["field"])
        );
    }
    for finding in list(&report["findings"]).iter().filter(|f| f["rule"] == "unknown-recipient") {
        let _ = writeln!(
            out,
            "question {}:{} {}",
            text(&finding["at"]["file"]),
            finding["at"]["line"],
            text(&finding["message"])
        );
    }
    for gap in list(&report["coverage"]["unresolved"]) {
        let _ = writeln!(out, "gap {}:{} {}", text(&gap["file"]), gap["line"], text(&gap["what"]));
    }
    Ok(out)
}
