//! A Code Quality report of GitLab (<https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>), shown
//! in merge requests of every tier. GitLab does not show `check_name`, so the description names the rule too; equal
//! fingerprints become one, so each finding has its own, and none depends on lines.

use super::{Format, Report, place, words};
use crate::policy::{Finding, Severity};
use serde::Serialize;
use std::io;

pub(super) const FORMAT: Format =
    Format { name: "gitlab-code-quality", about: "the Code Quality report of GitLab", write };

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: &'a str,
    severity: &'a str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let issues: Vec<Issue<'_>> = report.shown().map(|finding| issue(report, finding)).collect();
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}

fn issue<'a>(report: &Report, finding: &'a Finding) -> Issue<'a> {
    let at = place::somewhere(report, finding);
    Issue {
        description: format!("{}: {}", finding.rule, words::message(finding)),
        check_name: &finding.rule,
        fingerprint: &finding.id,
        severity: match finding.severity {
            _ if finding.suppressed.is_some() => "info",
            Severity::Error => "critical",
            Severity::Warning => "minor",
            Severity::Note | Severity::Off => "info",
        },
        location: Location { path: at.file, lines: Lines { begin: at.line } },
    }
}
