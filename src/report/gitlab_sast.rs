//! A SAST report of GitLab, version 15.0.7 of its schema
//! (<https://gitlab.com/gitlab-org/security-products/security-report-schemas>).
//!
//! GitLab folds what has the same first identifier at the same place, so the first is the finding's own; a signature lets it
//! follow a finding when lines move. No source text is included: it may hold keys.

use super::{Format, Report, place, words};
use crate::policy::{self, Finding, Severity};
use serde::Serialize;
use std::io;

pub(super) const FORMAT: Format =
    Format { name: "gitlab-sast", about: "the SAST report of GitLab (15.0.7)", write };

const VERSION: &str = "15.0.7";
/// The schema wants times; the same input gives the same bytes, so they say nothing.
const NO_TIME: &str = "1970-01-01T00:00:00";

#[derive(Serialize)]
struct Document<'a> {
    version: &'a str,
    schema: String,
    scan: Scan<'a>,
    vulnerabilities: Vec<Vulnerability<'a>>,
}

#[derive(Serialize)]
struct Scan<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    status: &'a str,
    start_time: &'a str,
    end_time: &'a str,
    analyzer: Tool<'a>,
    scanner: Tool<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    messages: Vec<Message>,
}

#[derive(Clone, Serialize)]
struct Tool<'a> {
    id: &'a str,
    name: &'a str,
    url: &'a str,
    version: &'a str,
    vendor: Vendor<'a>,
}

#[derive(Clone, Serialize)]
struct Vendor<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Message {
    level: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Vulnerability<'a> {
    id: &'a str,
    category: &'a str,
    name: &'a str,
    description: String,
    solution: String,
    severity: &'a str,
    scanner: Scanner<'a>,
    location: Location,
    identifiers: Vec<Identifier>,
    tracking: Tracking<'a>,
}

#[derive(Serialize)]
struct Scanner<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Location {
    file: String,
    start_line: u32,
    end_line: u32,
}

#[derive(Serialize)]
struct Identifier {
    #[serde(rename = "type")]
    kind: &'static str,
    name: String,
    value: String,
}

#[derive(Serialize)]
struct Tracking<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    items: [Item<'a>; 1],
}

#[derive(Serialize)]
struct Item<'a> {
    file: String,
    start_line: u32,
    end_line: u32,
    signatures: [Signature<'a>; 1],
}

#[derive(Serialize)]
struct Signature<'a> {
    algorithm: &'a str,
    value: &'a str,
}

fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let tool = Tool {
        id: env!("CARGO_PKG_NAME"),
        name: env!("CARGO_PKG_NAME"),
        url: env!("CARGO_PKG_REPOSITORY"),
        version: env!("CARGO_PKG_VERSION"),
        vendor: Vendor { name: env!("CARGO_PKG_NAME") },
    };
    let document = Document {
        version: VERSION,
        schema: format!(
            "https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v{VERSION}/dist/\
             sast-report-format.json"
        ),
        scan: Scan {
            kind: "sast",
            status: "success",
            start_time: NO_TIME,
            end_time: NO_TIME,
            analyzer: tool.clone(),
            scanner: tool,
            messages: words::gaps(report).into_iter().map(|value| Message { level: "warn", value }).collect(),
        },
        vulnerabilities: report.shown().map(|finding| vulnerability(report, finding)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn vulnerability<'a>(report: &'a Report, finding: &'a Finding) -> Vulnerability<'a> {
    let at = place::somewhere(report, finding);
    let rule = policy::rule(&finding.rule);
    let why = rule.map_or("", |rule| rule.help.why);
    let accepted = finding.suppressed.as_ref();
    let accepted = accepted.map_or_else(String::new, |s| format!("\n\n{}", words::accepted(s)));
    Vulnerability {
        id: &finding.id,
        category: "sast",
        name: rule.map_or(&*finding.rule, |rule| rule.about),
        description: format!("{}\n\n{why}\n\n{}{accepted}", finding.message, finding.reason),
        solution: clip(&finding.fix),
        severity: match finding.severity {
            _ if finding.suppressed.is_some() => "Info",
            Severity::Error => "High",
            Severity::Warning => "Medium",
            Severity::Note | Severity::Off => "Low",
        },
        scanner: Scanner { id: env!("CARGO_PKG_NAME"), name: env!("CARGO_PKG_NAME") },
        location: Location { file: at.file.clone(), start_line: at.line, end_line: at.end_line },
        identifiers: identifiers(report, finding),
        tracking: Tracking {
            kind: "source",
            items: [Item {
                file: at.file,
                start_line: at.line,
                end_line: at.end_line,
                signatures: [Signature { algorithm: "hash", value: &finding.id }],
            }],
        },
    }
}

/// The first is the finding itself, the second groups those of a rule.
fn identifiers(report: &Report, finding: &Finding) -> Vec<Identifier> {
    let vendor = finding.vendor.map(|vendor| report.catalogue.vendor(vendor).id.as_str());
    let parts: Vec<&str> =
        [Some(&*finding.rule), vendor, finding.class.as_deref()].into_iter().flatten().collect();
    vec![
        Identifier { kind: "vendorflow", name: parts.join(", "), value: finding.id.clone() },
        Identifier {
            kind: "vendorflow_rule",
            name: format!("vendorflow rule {}", finding.rule),
            value: finding.rule.to_string(),
        },
    ]
}

/// The schema allows 7000 characters.
fn clip(text: &str) -> String {
    text.chars().take(7000).collect()
}
