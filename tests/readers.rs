//! Exported records are read back by programs that we have no part in: fideslang, the validator of CycloneDX, a JSON-LD
//! processor, openpyxl, plistlib, the csv module (`tests/readers/read.py`).
//!
//! `.ci/run` installs them into `target/readers`; `VENDORFLOW_READERS` names another Python. Where there is none, this
//! says so on standard error and passes.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod units;

use serde_json::Value;
use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use units::root;

const FOUNDING: &str = "tests/cases/incident/mixpanel-2025/app";
const MOBILE: &str = "tests/cases/view/inventory/mobile/app";

/// The Python that has the readers.
fn python() -> Option<PathBuf> {
    let named = std::env::var_os("VENDORFLOW_READERS").map(PathBuf::from);
    let python = named.clone().unwrap_or_else(|| root().join("target/readers/bin/python"));
    if python.exists() {
        return Some(python);
    }
    assert!(named.is_none(), "VENDORFLOW_READERS names {}, which is not there", python.display());
    // Not through `eprintln!`: a test that passes must not swallow this.
    let _ = std::io::stderr().write_all(
        b"\n!!! SKIPPED: exported records were NOT read back by independent readers.\n\
          !!! python3 -m venv target/readers && target/readers/bin/pip install -r tests/readers/requirements.txt\n\n",
    );
    None
}

fn export(app: &Path, format: &str, more: &[&str]) -> tempfile::NamedTempFile {
    // Programs go by the ending of the name.
    let file = tempfile::Builder::new().suffix(&format!(".{format}")).tempfile().unwrap();
    let out = Command::new(env!("CARGO_BIN_EXE_vendorflow"))
        .args(["inventory", app.to_str().unwrap(), "--format", format, "-o", file.path().to_str().unwrap()])
        .args(more)
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    file
}

/// What the reader of a format finds in the record of an app.
fn read(app: &str, format: &str, more: &[&str]) -> Option<Value> {
    let python = python()?;
    let file = export(&root().join(app), format, more);
    let script = root().join("tests/readers/read.py");
    let out =
        Command::new(python).arg(script).args([format.as_ref(), file.path().as_os_str()]).output().unwrap();
    assert!(out.status.success(), "{format}: {}", String::from_utf8_lossy(&out.stderr));
    Some(serde_json::from_slice(&out.stdout).unwrap())
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|v| v.as_str().unwrap_or_default()).collect()
}

#[test]
fn fideslang_loads_the_manifest() {
    let Some(found) = read(FOUNDING, "fides", &[]) else { return };
    let app = &found["systems"]["app"];
    assert_eq!(app["type"], "Application");
    assert_eq!(texts(&app["egress"]), ["mixpanel"]);
    assert!(texts(&app["uses"]).contains(&"analytics.reporting"));
    for category in ["user.contact.email", "user.name", "user.contact.address.city"] {
        assert!(texts(&app["categories"]).contains(&category), "{category} in {app}");
    }
    let mixpanel = &found["systems"]["mixpanel"];
    assert_eq!(texts(&mixpanel["ingress"]), ["app"]);
    assert_eq!(mixpanel["transfers"], true);
}

#[test]
fn the_validator_of_cyclonedx_takes_the_services() {
    let Some(found) = read(FOUNDING, "cyclonedx", &[]) else { return };
    let mixpanel = &found["services"]["mixpanel"];
    assert_eq!(mixpanel["provider"], "Mixpanel, Inc.");
    assert_eq!(texts(&mixpanel["flows"]), ["inbound"], "data flows into the vendor's service");
    for class in ["contact.email", "identity.name", "location.city", "device.os_browser"] {
        assert!(texts(&mixpanel["data"]).contains(&class), "{class} in {mixpanel}");
    }
}

#[test]
fn a_processor_of_json_ld_reads_the_record_as_triples() {
    let Some(found) = read(FOUNDING, "dpv", &[]) else { return };
    let node = |id: &str| found["nodes"][id].clone();
    let process = node("urn:vendorflow:app:process:mixpanel");
    assert_eq!(process["https://w3id.org/dpv#hasPurpose"][0], "https://w3id.org/dpv#ServiceUsageAnalytics");
    assert_eq!(process["https://w3id.org/dpv#hasThirdCountry"][0], "https://w3id.org/dpv/loc#US");
    let data = texts(&process["https://w3id.org/dpv#hasPersonalData"]).len();
    assert!(data >= 10, "{data} kinds of data");
    let email = node("urn:vendorflow:app:data:mixpanel:contact.email");
    let kind = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    assert!(texts(&email[kind]).contains(&"https://w3id.org/dpv/pd#EmailAddress"));
    assert_eq!(email["https://w3id.org/dpv#hasNecessity"][0], "https://w3id.org/dpv#NotRequired");
}

#[test]
fn openpyxl_opens_the_workbook() {
    let Some(found) = read(FOUNDING, "xlsx", &[]) else { return };
    let sheets = found["sheets"].as_object().unwrap();
    let names: BTreeSet<&str> = sheets.keys().map(String::as_str).collect();
    let expected =
        ["Art. 30(1) controller", "Art. 30(2) processor", "CNIL", "CNPD", "Flows", "Gaps", "ICO", "Record"];
    assert_eq!(names, BTreeSet::from(expected));
    for (name, sheet) in sheets.iter().filter(|(name, _)| *name != "Record") {
        let ico = name == "ICO";
        assert_eq!(sheet["frozen"], if ico { "B10" } else { "B2" }, "{name}: the header stays in sight");
        assert!(sheet["filter"].as_str().unwrap().starts_with(if ico { "A9:" } else { "A1:" }), "{name}");
        assert_eq!(sheet["bold"], true, "{name}");
        assert!(!sheet["rows"].as_array().unwrap().is_empty(), "{name}");
    }
    assert_eq!(sheets["ICO"]["columns"].as_array().unwrap().len(), 30);
    assert_eq!(sheets["CNPD"]["columns"][6], "Mesures de sécurité");
    assert_eq!(found["created"], "1900-01-01T00:00:00", "no clock in the file");
    // Every cell of the record says where it comes from, in its note.
    let controller = &sheets["Art. 30(1) controller"];
    for note in controller["notes"].as_array().unwrap().iter().flat_map(|row| row.as_array().unwrap()) {
        let note = note.as_str().expect("a note");
        let tagged =
            ["code: ", "register: ", "catalogue: ", "missing: "].iter().any(|tag| note.contains(tag));
        assert!(tagged, "{note}");
    }
    assert!(texts(&controller["rows"][0])[3].contains("e-mail address"));
}

#[test]
fn the_workbook_is_the_same_every_time() {
    let app = root().join(FOUNDING);
    let bytes = || std::fs::read(export(&app, "xlsx", &[]).path()).unwrap();
    let first = bytes();
    // A time stamp would differ after a second.
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert!(first == bytes(), "same record, same bytes");
}

#[test]
fn every_table_is_a_csv_file() {
    for (table, columns) in [
        ("controller", 12),
        ("processor", 6),
        ("ico", 30),
        ("cnpd", 7),
        ("cnil", 28),
        ("flows", 11),
        ("gaps", 5),
    ] {
        let Some(found) = read(FOUNDING, "csv", &["--table", table]) else { return };
        assert_eq!(found["columns"].as_array().unwrap().len(), columns, "{table}");
        for row in found["rows"].as_array().unwrap() {
            assert_eq!(row.as_array().unwrap().len(), columns, "{table}");
        }
    }
}

#[test]
fn plistlib_reads_the_entries_for_apple() {
    let Some(found) = read(MOBILE, "apple", &[]) else { return };
    let types = found["NSPrivacyCollectedDataTypes"].as_array().unwrap();
    let named: Vec<&str> = types.iter().map(|t| t["NSPrivacyCollectedDataType"].as_str().unwrap()).collect();
    assert!(named.contains(&"NSPrivacyCollectedDataTypeEmailAddress"), "{named:?}");
    assert!(named.contains(&"NSPrivacyCollectedDataTypeUserID"), "{named:?}");
    assert!(named.is_sorted());
    for kind in types {
        assert_eq!(kind["NSPrivacyCollectedDataTypeLinked"], true);
        assert_eq!(
            kind["NSPrivacyCollectedDataTypePurposes"][0],
            "NSPrivacyCollectedDataTypePurposeAnalytics"
        );
    }
    assert_eq!(found["NSPrivacyTracking"], false);
}

#[test]
fn the_difference_to_the_manifest_in_the_tree_is_told() {
    let file = export(&root().join(MOBILE), "apple", &[]);
    let text = std::fs::read_to_string(file.path()).unwrap();
    assert!(
        text.contains("not declared in the tree: EmailAddress (contact.email to Mixpanel at src/App.tsx:"),
        "{text}"
    );
    let surplus = "declared, not seen in code: PhoneNumber (ios/App/PrivacyInfo.xcprivacy:";
    assert!(text.contains(surplus), "{text}");
    assert!(!text.contains("not declared in the tree: UserID"), "{text}");
}

#[test]
fn the_rows_for_google_are_those_of_its_template() {
    let Some(found) = read(MOBILE, "play", &[]) else { return };
    assert_eq!(found["columns"][0], "Question ID (machine readable)");
    let rows: Vec<(&str, &str, &str)> = found["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let cell = |at: usize| row[at].as_str().unwrap();
            (cell(0), cell(1), cell(2))
        })
        .collect();
    assert!(rows.contains(&("PSL_DATA_COLLECTION_COLLECTS_PERSONAL_DATA", "", "TRUE")));
    assert!(rows.contains(&("PSL_DATA_TYPES_PERSONAL", "PSL_EMAIL", "TRUE")));
    let purpose = "PSL_DATA_USAGE_RESPONSES:PSL_EMAIL:DATA_USAGE_COLLECTION_PURPOSE";
    assert!(rows.contains(&(purpose, "PSL_ANALYTICS", "TRUE")), "{rows:?}");
}

/// What a record says that was made from the code is what the code does, whichever way it went.
#[test]
fn an_exported_record_agrees_with_its_code() {
    let app = root().join(FOUNDING);
    for format in ["csv", "xlsx", "fides"] {
        let file = export(&app, format, &[]);
        let (ending, named) = (if format == "fides" { "yml" } else { format }, tempfile::tempdir().unwrap());
        let copy = named.path().join(format!("record.{ending}"));
        std::fs::copy(file.path(), &copy).unwrap();
        let out = check(&app, &copy);
        let text = String::from_utf8(out.stdout).unwrap();
        assert_eq!(out.status.code(), Some(0), "{format}: {text}");
        for verdict in ["0 not in the record", "0 not seen in code", "0 not understood"] {
            assert!(text.lines().next().unwrap().contains(verdict), "{format}: {text}");
        }
    }
}

fn check(app: &Path, record: &Path) -> std::process::Output {
    let args = ["inventory", app.to_str().unwrap(), "--check", record.to_str().unwrap()];
    Command::new(env!("CARGO_BIN_EXE_vendorflow")).args(args).output().unwrap()
}

#[test]
fn a_record_that_says_less_than_the_code_does_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let record = dir.path().join("register.csv");
    let text = "Purpose;Categories of personal data;Categories of recipients\n\
                Statistics;user id, e-mail;Mixpanel Inc.\nPayment;card number;Stripe\n";
    std::fs::write(&record, text).unwrap();
    let out = check(&root().join(FOUNDING), &record);
    let text = String::from_utf8(out.stdout).unwrap();
    assert_eq!(out.status.code(), Some(1), "{text}");
    assert!(!text.contains(dir.path().to_str().unwrap()), "no absolute path");
    let line = |has: &[&str]| text.lines().any(|line| has.iter().all(|word| line.contains(word)));
    assert!(line(&["Mixpanel", "identity.name", "not in the record"]), "{text}");
    assert!(line(&["Mixpanel", "contact.email", "agrees"]), "{text}");
    assert!(line(&["Stripe", "not seen in code", "line 3"]), "{text}");
    std::fs::write(&record, "a,b\n1,2\n").unwrap();
    let out = check(&root().join(FOUNDING), &record);
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains("register.csv:1:1: no row of titles"));
}

const REGISTER: &str = r#"
[organisation]
name = "Acme SAS"
address = "1 rue de la Paix, Paris"
country = "FR"
contact = "privacy@acme.example"
dpo = "Jeanne Martin"
security = "access by role, audit log"

[processor.mixpanel]
status = "approved"
purpose = "product-analytics"
classes = ["identifier.*", "behavior.*", "device.*", "location.*"]
reason = { "identifier.user_id" = "joins with support tickets" }
legal-basis = "legitimate-interest"
agreement = { signed = 2025-01-10, url = "https://acme.example/mixpanel.pdf" }
transfer = "scc"
retention = "25 months"
subjects = ["customers"]

[processor.payroll-office]
status = "approved"
name = "Payroll office"
purpose = "crm"
entity = "Paie SARL"
country = "FR"
classes = ["financial.bank_account", "identity.name"]
subjects = ["employees"]
in-code = false
"#;

/// The founding app with a register beside it.
fn registered() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let from = root().join(FOUNDING);
    for file in units::files(&from) {
        let target = dir.path().join("app").join(file.strip_prefix(&from).unwrap());
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::copy(file, target).unwrap();
    }
    std::fs::write(dir.path().join("app/vendorflow.toml"), REGISTER).unwrap();
    dir
}

/// The texts of a cell, with where each comes from.
fn cell<'v>(record: &'v Value, row: usize, column: &str) -> Vec<(&'v str, &'v str)> {
    let table = &record["tables"][0];
    let at = texts(&table["columns"]).iter().position(|title| *title == column).unwrap();
    let parts = table["rows"][row][at]["parts"].as_array().unwrap();
    parts.iter().map(|part| (part["origin"].as_str().unwrap(), part["text"].as_str().unwrap())).collect()
}

#[test]
fn the_register_answers_what_code_cannot_know() {
    let dir = registered();
    let file = export(&dir.path().join("app"), "json", &["--table", "controller"]);
    let record: Value = serde_json::from_slice(&std::fs::read(file.path()).unwrap()).unwrap();
    assert_eq!(record["organisation"][0]["cell"]["parts"][0]["text"], "Acme SAS");
    assert_eq!(cell(&record, 0, "(f) Time limits for erasure"), [("register", "25 months")]);
    assert_eq!(
        cell(&record, 0, "(e) Safeguards"),
        [("register", "standard contractual clauses (Art. 46(2)(c))")]
    );
    assert_eq!(
        cell(&record, 0, "Lawful basis (Art. 6)"),
        [("register", "Legitimate interests (Art. 6(1)(f))")]
    );
    let subjects = cell(&record, 0, "(c) Categories of data subjects");
    assert!(subjects.contains(&("register", "customers")), "{subjects:?}");
    let data = cell(&record, 0, "(c) Categories of personal data");
    assert!(data.contains(&("code", "e-mail address")), "{data:?}");
    // What the SDK adds and the agreement covers is said, not only known.
    assert!(data.contains(&("register", "city (derived by the vendor's server)")), "{data:?}");
    let beyond = record["tables"][0]["rows"][0][3]["missing"]["what"].as_str().unwrap();
    assert!(
        beyond.starts_with("not covered by the register: ") && beyond.contains("e-mail address"),
        "{beyond}"
    );
    // A record has what code does not know of, too.
    assert_eq!(cell(&record, 1, "Processor"), [("register", "Payroll office")]);
    assert_eq!(
        cell(&record, 1, "(d) Categories of recipients"),
        [("register", "Paie SARL (Payroll office)")]
    );
    let data = cell(&record, 1, "(c) Categories of personal data");
    assert_eq!(data, [("register", "bank account"), ("register", "full name")]);
}

#[test]
fn fideslang_takes_the_words_of_the_register() {
    let Some(python) = python() else { return };
    let dir = registered();
    let file = export(&dir.path().join("app"), "fides", &[]);
    let script = root().join("tests/readers/read.py");
    let out =
        Command::new(python).arg(script).args(["fides".as_ref(), file.path().as_os_str()]).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let found: Value = serde_json::from_slice(&out.stdout).unwrap();
    let app = &found["systems"]["app"];
    assert_eq!(texts(&app["bases"]), ["Legitimate interests"]);
    assert_eq!(texts(&app["retention"]), ["25 months"]);
    assert_eq!(texts(&app["egress"]), ["mixpanel", "payroll-office"]);
}
