//! Proof against reality: what the real SDKs sent when they were run against a server of our own, and what the catalogue
//! says that they send. Both must be the same classes, with default options and with the switches set.
//!
//! `tests/recordings/<vendor>/<sdk>/<run>.toml` is one run: the version, the code as far as it decides, and every key that
//! was seen on the wire with a value. `keys.toml` beside it says what each key holds. What a vendor's server derives
//! is compared only where a key asks for it (`?ip=1`); where nothing on the wire shows it, nobody can tell from here.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod units;

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use vendorflow::Options;

/// A run of an SDK.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Recording {
    /// Package and version.
    sdk: String,
    /// What was run, as far as it decides what is collected.
    code: String,
    /// Classes that this run could not show, and why.
    #[serde(default)]
    unseen: BTreeMap<String, String>,
    /// Keys on the wire, nested ones joined by `.`.
    seen: Vec<String>,
}

/// What the keys of an SDK hold.
struct Keys(BTreeMap<String, BTreeSet<String>>);

impl Keys {
    fn read(dir: &Path) -> Self {
        let table: toml::Table = toml::from_str(&fs::read_to_string(dir.join("keys.toml")).unwrap()).unwrap();
        let known = units::Words::read().classes;
        let classes = |value: &toml::Value| -> BTreeSet<String> {
            let words = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
            let words = words.iter().map(|word| word.as_str().unwrap().to_owned());
            let words: BTreeSet<String> = words.filter(|word| word != "given" && word != "none").collect();
            assert!(words.is_subset(&known), "{}: {words:?}", dir.display());
            words
        };
        Self(table.iter().map(|(key, value)| (key.clone(), classes(value))).collect())
    }

    /// The rule for a key: its own, or the longest that it begins with.
    fn rule(&self, key: &str) -> Option<&String> {
        let covers = |rule: &&String| match rule.strip_suffix('*') {
            Some(begin) => key.starts_with(begin),
            None => *rule == key,
        };
        self.0.keys().filter(covers).max_by_key(|rule| (*rule == key, rule.len()))
    }

    /// Classes that the wire can show.
    fn visible(&self) -> BTreeSet<String> {
        self.0.values().flatten().cloned().collect()
    }
}

/// Folders with recordings: one an SDK.
fn sdks() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = units::files(&units::root().join("tests/recordings"))
        .iter()
        .map(|file| file.parent().unwrap().to_owned())
        .collect();
    found.dedup();
    found
}

/// The runs of an SDK, by name.
fn runs(sdk: &Path) -> BTreeMap<String, Recording> {
    let runs = units::files(sdk).into_iter().filter(|file| !file.ends_with("keys.toml"));
    let read = |file: PathBuf| {
        let text = fs::read_to_string(&file).unwrap();
        let recording = toml::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
        (file.file_stem().unwrap().to_str().unwrap().to_owned(), recording)
    };
    runs.map(read).collect()
}

/// What the catalogue says that this run sends: class, and who adds it.
fn predicted(recording: &Recording) -> BTreeSet<(String, String)> {
    let (name, version) = recording.sdk.rsplit_once('@').unwrap();
    let dir = tempfile::tempdir().unwrap();
    let manifest = format!("{{\"dependencies\":{{\"{name}\":\"{version}\"}}}}");
    fs::write(dir.path().join("package.json"), manifest).unwrap();
    fs::write(dir.path().join("app.js"), &recording.code).unwrap();
    let report: Value = serde_json::from_slice(&units::json(&Options::new(dir.path())).unwrap()).unwrap();
    let entries = report["automatic"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    entries.filter(|entry| entry["active"] == true).map(|e| (text(&e["data"]), text(&e["by"]))).collect()
}

/// What was seen, what was predicted, as lines that tell the difference.
fn differences(
    sdk: &Path,
    run: &str,
    recording: &Recording,
    keys: &Keys,
    used: &mut BTreeSet<String>,
) -> Vec<String> {
    let name =
        format!("{}/{run}", sdk.strip_prefix(units::root().join("tests/recordings")).unwrap().display());
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for key in &recording.seen {
        match keys.rule(key) {
            Some(rule) => {
                used.insert(rule.clone());
                seen.extend(keys.0[rule].iter().cloned());
            }
            None => wrong.push(format!("{name}: keys.toml does not say what `{key}` holds")),
        }
    }
    let visible = keys.visible();
    let predicted = predicted(recording).into_iter();
    let predicted: BTreeSet<String> = predicted
        .filter(|(class, by)| by == "sdk" || visible.contains(class))
        .map(|(class, _)| class)
        .collect();
    for class in seen.difference(&predicted) {
        wrong.push(format!("{name}: {class} was sent, and the catalogue does not say so"));
    }
    for class in predicted.difference(&seen).filter(|class| !recording.unseen.contains_key(*class)) {
        wrong.push(format!("{name}: {class} was not sent, and the catalogue says that it is"));
    }
    for class in recording.unseen.keys().filter(|class| seen.contains(*class) || !predicted.contains(*class))
    {
        wrong.push(format!("{name}: `unseen` need not name {class}"));
    }
    wrong
}

#[test]
fn the_catalogue_says_what_the_sdks_send() {
    let mut wrong = Vec::new();
    for sdk in sdks() {
        let keys = Keys::read(&sdk);
        let mut used = BTreeSet::new();
        for (run, recording) in runs(&sdk) {
            wrong.extend(differences(&sdk, &run, &recording, &keys, &mut used));
        }
        let unused = keys.0.keys().filter(|key| !used.contains(*key));
        wrong.extend(unused.map(|key| format!("{}: nothing was seen of `{key}`", sdk.display())));
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

/// At least ten SDKs, each with its default options.
#[test]
fn there_are_enough_recordings() {
    let sdks = sdks();
    assert!(sdks.len() >= 10, "{} SDKs", sdks.len());
    assert!(sdks.iter().all(|sdk| runs(sdk).contains_key("default")));
}
