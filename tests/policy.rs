//! The policy on small trees: each folder of `tests/cases/policy` is a tree with its `vendorflow.toml`, and what is said
//! of it (`UPDATE=1` writes it): every finding with its place, those that are accepted with by whom, or the problems of a
//! register that cannot be read.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod units;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use vendorflow::Options;

/// The day all cases are judged on.
const TODAY: &str = "2026-11-30";

fn said(tree: &Path) -> String {
    let options = Options { today: Some(TODAY.parse().unwrap()), ..Options::new(tree) };
    let report = match vendorflow::audit(&options) {
        Ok(report) => report,
        Err(why) => return format!("{why}\n"),
    };
    let mut text = String::new();
    for finding in &report.findings {
        let at = finding.at.map_or_else(String::new, |span| {
            let place = report.sources.locate(span);
            format!(" {}:{}:{}", place.file, place.line, place.column)
        });
        let _ = writeln!(text, "{} {}{at}: {}", finding.severity.name(), finding.rule, finding.message);
        if let Some(by) = &finding.suppressed {
            let _ = writeln!(text, "  accepted until {} in {}: {}", by.until, by.at, by.reason);
        }
    }
    text
}

#[test]
fn every_case_says_what_is_expected() {
    let cases = units::cases("policy");
    let mut wrong = Vec::new();
    for case in &cases {
        let said = said(&case.join("tree"));
        let expected = case.join("expected.txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &said).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != said {
            wrong.push(format!("{}:\n{said}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the register decides has a case, named after the rule.
#[test]
fn every_rule_of_the_register_has_a_case() {
    for rule in vendorflow::RULES {
        let of_register = ["register", "exception", "agreement", "transfer", "review", "terminated"];
        if of_register.iter().any(|word| rule.id.contains(word)) {
            let expected = units::root().join("tests/cases/policy").join(rule.id).join("expected.txt");
            let said = fs::read_to_string(&expected).unwrap_or_default();
            assert!(said.contains(&format!(" {} ", rule.id)), "{} shows no {}", expected.display(), rule.id);
        }
    }
}
