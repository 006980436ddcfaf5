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
    serde_json::from_slice(&printed(args)).unwrap()
}

fn printed(args: &[&str]) -> Vec<u8> {
    let out = Command::new(env!("CARGO_BIN_EXE_vendorflow")).args(args).output().unwrap();
    assert!(out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
    out.stdout
}

/// A copy of the app with lines taken out.
fn app_without(words: &[&str]) -> tempfile::TempDir {
    let app = units::root().join("tests/cases/incident/mixpanel-2025/app");
    let dir = tempfile::tempdir().unwrap();
    for file in units::files(&app) {
        let target = dir.path().join(file.strip_prefix(&app).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        let text = fs::read_to_string(&file).unwrap();
        let kept = text.split_inclusive('\n').filter(|line| !words.iter().any(|word| line.contains(word)));
        fs::write(target, kept.collect::<String>()).unwrap();
    }
    dir
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

/// Three numbers that the case is known by: high as it was, low without name and e-mail, found as the smallest change.
#[test]
fn severity_falls_from_high_to_low_under_the_fix() {
    let (expected, app) = expected();
    let report = vendorflow(&["exposure", &expected.vendor, &app, "--format", "json"]);
    assert_eq!((&report["enisa"]["score"], &report["enisa"]["band"]), (&3.0.into(), &"High".into()));
    // 80 for what leaked; search terms, which the SDK would take from the referrer, add a little.
    assert_eq!((&report["lure"]["score"], &report["lure"]["band"]), (&84.into(), &"critical".into()));
    let fix = report["without"].as_array().unwrap().last().unwrap();
    assert_eq!(fix["data"], serde_json::json!(["contact.email", "identity.name"]));
    assert_eq!((&fix["switches"], &fix["smallest"]), (&serde_json::json!([]), &true.into()));
    assert_eq!((&fix["enisa"]["score"], &fix["enisa"]["band"]), (&1.5.into(), &"Low".into()));

    // The promise is kept: with the two lines gone, that is what the tree gives.
    let fixed = app_without(&["$name: user.name", "$email: user.email"]);
    let path = fixed.path().to_str().unwrap();
    let report = vendorflow(&["exposure", &expected.vendor, path, "--format", "json"]);
    assert_eq!((&report["enisa"]["score"], &report["enisa"]["band"]), (&1.5.into(), &"Low".into()));
    assert_eq!(report["lure"]["score"], 0);
}

/// The five groups are said to have no path, not only left out.
#[test]
fn what_did_not_leak_is_said() {
    let (expected, app) = expected();
    let report = vendorflow(&["exposure", &expected.vendor, &app, "--format", "json"]);
    let absent: BTreeSet<&str> =
        report["absent-classes"].as_array().unwrap().iter().map(|class| class.as_str().unwrap()).collect();
    for (group, classes) in &expected.not_leaked {
        assert!(classes.iter().all(|class| absent.contains(class.as_str())), "{group}");
    }
    assert_eq!(report["not-followed"], serde_json::json!([]), "and nothing weakens it");
    assert_eq!(report["subjects"], serde_json::json!(["users"]));
    let keys = report["join-keys"].as_array().unwrap();
    let person: Vec<&Value> = keys.iter().filter(|key| key["kind"] == "person").collect();
    assert_eq!(person.len(), 1, "{keys:?}");
    assert_eq!(person[0]["call"], "mixpanel-browser.identify");
}

/// A row as the vendor handed it over fits the expected schema; a column nobody foresaw does not.
#[test]
fn the_leaked_data_set_is_described() {
    let (expected, app) = expected();
    let schema = vendorflow(&["exposure", &expected.vendor, &app, "--format", "json-schema"]);
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let row = serde_json::json!({
        "$name": "A", "$email": "a@b.test", "$city": "Turin", "$region": "Piedmont", "$country_code": "IT", "$os": "macOS",
        "$browser": "Firefox", "$referrer": "https://c.test/", "distinct_id": "7", "org_id": "9", "$insert_id": "x"
    });
    assert!(
        validator.is_valid(&row),
        "{:?}",
        validator.iter_errors(&row).map(|e| e.to_string()).collect::<Vec<_>>()
    );
    let mut surplus = row.clone();
    surplus["$phone"] = "1".into();
    assert!(!validator.is_valid(&surplus));
    assert_eq!(schema["x-complete"], true);
}

#[test]
fn drafts_for_the_authority_and_the_people_are_written_with_their_gaps() {
    let (expected, app) = expected();
    let text =
        String::from_utf8(printed(&["exposure", &expected.vendor, &app, "--format", "markdown"])).unwrap();
    for words in [
        "## Draft: facts for the authority, Art. 33(3) GDPR",
        "33(3)(c) likely consequences",
        "## Draft: message to the people concerned, Art. 34 GDPR",
        "- e-mail address\n",
        "Not affected, as far as our code shows: messages, prompts, files and recordings; passwords, tokens and keys",
    ] {
        assert!(text.contains(words), "no `{words}` in\n{text}");
    }
    assert!(text.matches("\\[GAP: ").count() > 10, "{text}");
}

/// The contract was ended: a checklist first, nothing after the removal.
#[test]
fn offboarding_goes_from_its_checklist_to_nothing() {
    let (expected, app) = expected();
    let run = |path: &str| {
        let args = ["offboard", &expected.vendor, path, "--format", "json"];
        let out = Command::new(env!("CARGO_BIN_EXE_vendorflow")).args(args).output().unwrap();
        assert!(out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
        (out.status.code(), serde_json::from_slice::<Value>(&out.stdout).unwrap())
    };
    let (code, report) = run(&app);
    assert_eq!(code, Some(1));
    let steps: Vec<&str> =
        report["steps"].as_array().unwrap().iter().map(|step| step["step"].as_str().unwrap()).collect();
    assert_eq!(steps, ["call", "wrapper", "import", "dependency", "variable", "notice"]);
    let wrappers = report["steps"][1]["places"].as_array().unwrap();
    let whats =
        |words: &str| wrappers.iter().filter(|place| place["what"].as_str().unwrap().contains(words)).count();
    assert_eq!(whats("does nothing else"), 5, "{wrappers:?}");
    assert_eq!(whats("call of identifyUser"), 2, "{wrappers:?}");

    let removed = app_without(&[
        "trackEvent",
        "identifyUser",
        "setOrganization",
        "resetAnalytics",
        "initAnalytics",
        "mixpanel",
        "Mixpanel",
        "MIXPANEL",
    ]);
    fs::remove_file(removed.path().join("src/lib/analytics.ts")).unwrap();
    let (code, report) = run(removed.path().to_str().unwrap());
    assert_eq!(report["steps"], serde_json::json!([]));
    assert_eq!((code, &report["left"]), (Some(0), &0.into()));
    assert_eq!(report["complete"], true, "and everything was read");
}
