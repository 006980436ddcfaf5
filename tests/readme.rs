//! The documentation is executed: generated parts of the README are what code and catalogue say (`UPDATE=1` writes
//! them), its commands run, and its example of a vendor finds what its example of code marks.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod units;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use units::root;

/// Languages of the grid: name and the extensions of its units.
const LANGUAGES: [(&str, &[&str]); 6] = [
    ("JavaScript", &["js", "jsx", "mjs", "cjs"]),
    ("TypeScript", &["ts", "tsx", "mts", "cts"]),
    ("Vue", &["vue"]),
    ("Svelte", &["svelte"]),
    ("HTML", &["html"]),
    ("Python", &["py"]),
];

const APP: &str = "tests/cases/incident/mixpanel-2025/app";

fn vendorflow(dir: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vendorflow"));
    command.args(args).current_dir(dir).env_remove("FORCE_COLOR").output().unwrap()
}

/// What the program prints, as the README shows it.
fn printed(out: &[u8]) -> String {
    let text = String::from_utf8(out.to_vec()).unwrap();
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    format!("\n```text\n{}\n```\n\n", lines.join("\n").trim_end())
}

fn summary() -> String {
    let out = vendorflow(root(), &["vendors", "list", "--summary"]);
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    printed(&out.stdout)
}

fn scan() -> String {
    let out = vendorflow(root(), &["scan", APP]);
    assert_eq!(out.status.code(), Some(1), "{}", String::from_utf8_lossy(&out.stderr));
    printed(&out.stdout)
}

fn rules() -> String {
    let rows = vendorflow::RULES.iter();
    let rows = rows.map(|r| format!("| `{}` | {} | {} |\n", r.id, r.severity.name(), r.about));
    format!("| Rule | Severity | What it finds |\n| --- | --- | --- |\n{}", rows.collect::<String>())
}

fn evidence() -> String {
    let rows = vendorflow::evidence_kinds().map(|(id, title)| format!("| `{id}` | {title} |\n"));
    format!("| Evidence | What is read |\n| --- | --- |\n{}", rows.collect::<String>())
}

fn formats() -> String {
    let rows = vendorflow::FORMATS.iter().map(|f| format!("| `{}` | {} |\n", f.name, f.about));
    format!("| Format | What for |\n| --- | --- |\n{}", rows.collect::<String>())
}

fn vendors() -> String {
    let mut text =
        "| Vendor | Purpose | Where | Sinks | Automatic |\n| --- | --- | --- | ---: | ---: |\n".to_owned();
    for (id, entry) in units::entries_of_vendors().into_iter().filter(|(_, entry)| units::is_deep(entry)) {
        let rows = |key: &str| entry.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default();
        let word = |value: &toml::Value| value.as_str().unwrap().to_owned();
        let surfaces: BTreeSet<String> =
            [rows("package"), rows("global")].concat().iter().map(|row| word(&row["surface"])).collect();
        let surfaces: Vec<String> = surfaces.into_iter().filter(|surface| surface != "auto").collect();
        let automatic: BTreeSet<String> = rows("automatic")
            .iter()
            .flat_map(|row| row["classes"].as_array().unwrap().iter().map(word).collect::<Vec<_>>())
            .collect();
        let (name, purpose) = (word(&entry["name"]), word(&entry["purpose"]));
        let _ = writeln!(
            text,
            "| [{name}](vendors/{id}.toml) | {purpose} | {} | {} | {} |",
            surfaces.join(", "),
            rows("sink").len(),
            automatic.len()
        );
    }
    text
}

/// A scenario: its units by language, each with whether it holds.
struct Scenario {
    id: String,
    title: String,
    silent: bool,
    units: BTreeMap<&'static str, Vec<bool>>,
}

fn scenarios() -> Vec<Scenario> {
    let open = units::open();
    let mut found: BTreeMap<String, Scenario> = BTreeMap::new();
    for unit in units::units("flow") {
        let case = units::case(&unit.case).unwrap();
        let id = unit.name.split('/').nth(1).unwrap().to_owned();
        let extension = unit.name.rsplit(['.', '/']).next().unwrap();
        let language = LANGUAGES.iter().find(|(_, extensions)| extensions.contains(&extension));
        let (language, _) = language.unwrap_or_else(|| panic!("{} has no column in the grid", unit.name));
        let silent = case.flows.is_some_and(|flows| flows.is_empty());
        let scenario = Scenario { id: id.clone(), title: case.title, silent, units: BTreeMap::new() };
        let scenario = found.entry(id).or_insert(scenario);
        scenario.units.entry(language).or_default().push(!open.contains(&unit.name));
    }
    found.into_values().collect()
}

fn grid() -> String {
    let names: Vec<&str> = LANGUAGES.iter().map(|(name, _)| *name).collect();
    let mut text = format!(
        "\n| Scenario | What must come out | {} |\n| --- | --- |{}\n",
        names.join(" | "),
        " :---: |".repeat(names.len())
    );
    for scenario in scenarios() {
        let cells: Vec<&str> = names
            .iter()
            .map(|name| match scenario.units.get(name) {
                None => "",
                Some(units) if units.iter().all(|holds| *holds) => "✓",
                Some(_) => "open",
            })
            .collect();
        let expected = if scenario.silent { "silence" } else { "flows" };
        let link = format!("[{}](tests/cases/flow/{})", scenario.title, scenario.id);
        let _ = writeln!(text, "| {link} | {expected} | {} |", cells.join(" | "));
    }
    text + "\n"
}

fn grid_summary() -> String {
    let scenarios = scenarios();
    let silent = scenarios.iter().filter(|scenario| scenario.silent).count();
    let mut text = format!(
        "{} scenarios, {silent} of them about what must not be reported. A cell is a scenario written in a language, with the \
         flows marked in its source; missing and extra flows both fail. Empty cells are not written yet.\n\n\
         | Language | Scenarios | Hold |\n| --- | ---: | ---: |\n",
        scenarios.len()
    );
    for (name, _) in LANGUAGES {
        let units: Vec<&Vec<bool>> = scenarios.iter().filter_map(|s| s.units.get(name)).collect();
        let hold = units.iter().filter(|units| units.iter().all(|holds| *holds)).count();
        let _ = writeln!(text, "| {name} | {} | {hold} |", units.len());
    }
    text
}

/// `<!-- generated: rules -->` … `<!-- end -->`
#[test]
fn generated_parts_are_current() {
    let parts = [
        ("scan", scan()),
        ("formats", formats()),
        ("rules", rules()),
        ("evidence", evidence()),
        ("summary", summary()),
        ("vendors", vendors()),
        ("grid-summary", grid_summary()),
        ("grid", grid()),
    ];
    let path = root().join("README.md");
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches("<!-- generated: ").count(), parts.len(), "every generated part is made here");
    let mut expected = text.clone();
    for (name, part) in parts {
        let open = format!("<!-- generated: {name} -->\n");
        let start = expected.find(&open).unwrap_or_else(|| panic!("README.md has no `{name}`")) + open.len();
        let end = expected[start..].find("<!-- end -->").unwrap() + start;
        expected.replace_range(start..end, &part);
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &expected).unwrap();
        return;
    }
    similar_asserts::assert_eq!(expected, text, "README.md; UPDATE=1 writes it");
}

/// Fenced blocks of a language, in order.
fn blocks(file: &str, language: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(file)).unwrap();
    let mut found: Vec<String> = Vec::new();
    let mut inside: Option<bool> = None;
    for line in text.lines() {
        match (line.trim_start().strip_prefix("```"), inside) {
            (Some(_), Some(_)) => inside = None,
            (Some(word), None) => {
                inside = Some(word.trim() == language);
                if inside == Some(true) {
                    found.push(String::new());
                }
            }
            (None, Some(true)) => {
                let block = found.last_mut().unwrap();
                block.push_str(line);
                block.push('\n');
            }
            (None, _) => {}
        }
    }
    found
}

fn copy(from: &Path, to: &Path) {
    for file in units::files(from) {
        let target = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(file, target).unwrap();
    }
}

/// Commands run: those of `cargo run` here, those of `vendorflow` in a copy of the audited app.
#[test]
fn commands_run() {
    let dir = tempfile::tempdir().unwrap();
    copy(&root().join(APP), dir.path());
    let mut count = 0;
    for line in blocks("README.md", "sh").concat().lines() {
        let command = line.split(" #").next().unwrap_or_default().trim();
        let (dir, args) = if let Some(args) = command.strip_prefix("cargo run --release -- ") {
            (root(), args)
        } else if let Some(args) = command.strip_prefix("vendorflow ") {
            (dir.path(), args)
        } else {
            assert!(command.is_empty() || command == "cargo test", "who runs `{command}`?");
            continue;
        };
        let out = vendorflow(dir, &args.split_whitespace().collect::<Vec<_>>());
        let err = String::from_utf8_lossy(&out.stderr);
        assert!(matches!(out.status.code(), Some(0 | 1)) && err.is_empty(), "`{command}`: {err}");
        count += 1;
    }
    assert!(count >= 5, "the README shows how to use it");
}

/// The vendor of the README is a good entry, and finds what the code beside it marks.
#[test]
fn the_example_of_a_vendor_works() {
    let (entry, code) = (blocks("README.md", "toml").concat(), blocks("README.md", "ts").concat());
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("vendors")).unwrap();
    fs::write(dir.path().join("vendors/acme.toml"), entry).unwrap();
    fs::write(dir.path().join("app.ts"), code).unwrap();
    let mut words = units::Words::read();
    words.vendors.insert("acme".to_owned());
    let options = vendorflow::Options {
        vendors: vec![dir.path().join("vendors")],
        ..vendorflow::Options::new(dir.path().join("app.ts"))
    };
    let expected = words.markers(&options.root).unwrap();
    assert!(!expected.is_empty());
    assert_eq!(units::flows_of(&options).unwrap(), expected);
}

/// The register of the README is read without a problem, and its exception and its reason are used.
#[test]
fn the_example_of_a_register_works() {
    let dir = tempfile::tempdir().unwrap();
    copy(&root().join(APP), dir.path());
    fs::write(dir.path().join("vendorflow.toml"), blocks("README.md", "toml vendorflow.toml").concat())
        .unwrap();
    let options = vendorflow::Options {
        today: Some("2026-11-30".parse().unwrap()),
        ..vendorflow::Options::new(dir.path())
    };
    let report = vendorflow::audit(&options).unwrap();
    let rules: BTreeSet<&str> = report.active().map(|finding| &*finding.rule).collect();
    assert!(rules.contains("beyond-register") && !rules.contains("unregistered-processor"), "{rules:?}");
    assert!(!rules.contains("unused-exception"), "{rules:?}");
    let reasons = report.active().filter(|f| f.rule == "questionable-data");
    assert!(reasons.map(|f| f.class.as_deref()).all(|class| class != Some("identifier.user_id")));
    assert!(report.findings.iter().any(|f| f.suppressed.is_some()));
}

/// Files and folders that the documentation links to are there.
#[test]
fn links_lead_somewhere() {
    for file in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
        let text = fs::read_to_string(root().join(file)).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = link.split('#').next().unwrap_or_default();
            if !link.starts_with("http") && !path.is_empty() {
                assert!(root().join(path).exists(), "{file}: no {path}");
            }
        }
    }
}
