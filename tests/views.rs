//! Views as people call them: each folder of `tests/cases/view/<view>/` is a case, its `expected.txt` what is printed
//! (`UPDATE=1` writes it).

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod units;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// `case.toml`
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    title: String,
    why: String,
    vendor: String,
    #[serde(default)]
    args: Vec<String>,
}

fn vendorflow(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vendorflow"));
    command.args(args).env_remove("FORCE_COLOR").output().unwrap()
}

fn case(dir: &Path) -> Case {
    let case: Case = toml::from_str(&fs::read_to_string(dir.join("case.toml")).unwrap()).unwrap();
    assert!(!case.title.is_empty() && case.why.ends_with('.'), "{}", dir.display());
    case
}

#[test]
fn offboarding_finds_what_is_left() {
    let cases = units::cases("view/offboard");
    assert!(cases.len() >= 3);
    let mut all = String::new();
    for dir in cases {
        let case = case(&dir);
        let tree = dir.join("tree");
        let mut args = vec!["offboard", &case.vendor, tree.to_str().unwrap()];
        args.extend(case.args.iter().map(String::as_str));
        let out = vendorflow(&[&args[..], &["--assert"]].concat());
        assert!(out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
        let full = vendorflow(&args);
        let printed = [out.stdout, b"\n".to_vec(), full.stdout].concat();
        let printed = String::from_utf8(printed).unwrap();
        // One answer, however it is printed: 1 while anything counts.
        let counts = !printed.starts_with("Nothing is left");
        assert_eq!((out.status.code(), full.status.code()), (Some(counts.into()), Some(counts.into())));
        let path = dir.join("expected.txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &printed).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        similar_asserts::assert_eq!(expected, printed, "{}", path.display());
        assert!(
            !printed.contains("not-to-be-shown") && !printed.contains("from-the-vault"),
            "a value is shown"
        );
        all.push_str(&printed);
    }
    // Every step of the checklist is shown by some case.
    for step in [
        "forwarder",
        "markup",
        "call",
        "wrapper",
        "import",
        "dependency",
        "lock-file",
        "mobile",
        "infrastructure",
        "variable",
        "secret",
        "policy",
        "record",
        "named",
        "notice",
        "documentation",
    ] {
        assert!(all.contains(&format!(": {step}: ")), "no case shows `{step}`");
    }
}
