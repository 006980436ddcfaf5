//! The founding case: what leaked at the breach of November 2025, and what did not, told from the code of a small app.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod units;

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

/// `tests/cases/incident/<case>/expected.toml`
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Expected {
    vendor: String,
    /// Group, its classes, `written` or `automatic`.
    leaked: Vec<(String, BTreeSet<String>, String)>,
    /// Group, its classes.
    not_leaked: Vec<(String, BTreeSet<String>)>,
}

fn vendorflow(args: &[&str]) -> Value {
    let out = Command::new(env!("CARGO_BIN_EXE_vendorflow")).args(args).output().unwrap();
    assert!(out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

fn expected() -> (Expected, String) {
    let dir = units::root().join("tests/cases/incident/mixpanel-2025");
    let expected = toml::from_str(&fs::read_to_string(dir.join("expected.toml")).unwrap()).unwrap();
    (expected, dir.join("app").to_str().unwrap().to_owned())
}

/// `data` of every row of a list that passes.
fn classes(rows: &Value, keep: impl Fn(&Value) -> bool) -> BTreeSet<String> {
    let rows = rows.as_array().unwrap().iter().filter(|row| keep(row));
    rows.map(|row| row["data"].as_str().unwrap().to_owned()).collect()
}

fn union(groups: &[(String, BTreeSet<String>, String)], how: &str) -> BTreeSet<String> {
    groups.iter().filter(|group| group.2 == how).flat_map(|group| group.1.clone()).collect()
}

#[test]
fn scan_tells_what_is_written_and_what_is_added() {
    let (expected, app) = expected();
    let report = vendorflow(&["scan", &app, "--format", "json", "--exit-zero"]);
    let here = |row: &Value| row["processor"] == expected.vendor.as_str();
    let written = classes(&report["flows"], here);
    let added = classes(&report["automatic"], |row| here(row) && row["active"] == true);

    assert_eq!(written, union(&expected.leaked, "written"), "written");
    let missing: Vec<_> = union(&expected.leaked, "automatic").difference(&added).cloned().collect();
    assert!(missing.is_empty(), "added by SDK or server, but not told: {missing:?}");
    for (group, classes) in &expected.not_leaked {
        let told: Vec<_> = classes.iter().filter(|c| written.contains(*c) || added.contains(*c)).collect();
        assert!(told.is_empty(), "`{group}` did not leak, but {told:?} is reported");
    }
}

#[test]
fn exposure_tells_the_six_groups_that_leaked_and_none_of_the_five_that_did_not() {
    let (expected, app) = expected();
    let report = vendorflow(&["exposure", &expected.vendor, &app, "--format", "json"]);
    assert_eq!(report["used"], true);
    assert_eq!(report["complete"], true);
    let written = classes(&report["written"], |_| true);
    let added = classes(&report["automatic"], |row| row["active"] == true);

    let told: BTreeSet<&str> = expected
        .leaked
        .iter()
        .filter(|(_, classes, how)| match how.as_str() {
            "written" => classes.is_subset(&written),
            // Added, and not written anywhere: reading the code alone would not find it.
            "automatic" => classes.is_subset(&added) && classes.is_disjoint(&written),
            other => panic!("expected.toml: `{other}` is neither written nor automatic"),
        })
        .map(|(group, ..)| group.as_str())
        .collect();
    let groups: BTreeSet<&str> = expected.leaked.iter().map(|(group, ..)| group.as_str()).collect();
    assert_eq!(told, groups);
    assert_eq!(written, union(&expected.leaked, "written"), "nothing else is written");

    for (group, classes) in &expected.not_leaked {
        let exposed = classes.iter().any(|class| written.contains(class) || added.contains(class));
        assert!(!exposed, "`{group}` did not leak");
    }
}

#[test]
fn every_flow_of_the_app_is_marked_where_it_enters() {
    let app = units::root().join("tests/cases/incident/mixpanel-2025/app");
    assert_eq!(units::flows(&app).unwrap(), units::Words::read().markers(&app).unwrap());
}
