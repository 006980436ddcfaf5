//! SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>), as far as code-scanning services read it.
//!
//! Every result has a physical location: GitHub refuses the whole upload for one that has none. Line fingerprints are
//! left to the uploader, which makes better ones.

use super::{Format, Report};
use crate::ir::Span;
use crate::policy::{Custom, Finding, RULES, Rule, Severity};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;

pub(super) const FORMAT: Format =
    Format { name: "sarif", about: "SARIF 2.1.0, for code-scanning services", write };

/// Paths shown for one result.
const PATHS: usize = 20;

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: &'a str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'a str,
    invocations: [Invocation; 1],
    results: Vec<ResultOut<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'a str,
    semantic_version: &'a str,
    information_uri: &'a str,
    rules: Vec<RuleOut<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleOut<'a> {
    id: &'a str,
    name: &'a str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration<'a>,
    properties: RuleProperties<'a>,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration<'a> {
    level: &'a str,
}

#[derive(Serialize)]
struct RuleProperties<'a> {
    tags: [&'a str; 2],
    precision: &'a str,
    #[serde(rename = "problem.severity")]
    problem: &'a str,
    #[serde(rename = "security-severity")]
    security: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Text,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultOut<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'a str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    code_flows: Vec<CodeFlow>,
    partial_fingerprints: BTreeMap<&'static str, &'a str>,
    properties: ResultProperties<'a>,
}

#[derive(Serialize)]
struct ResultProperties<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    processor: Option<&'a str>,
    data: Option<&'a str>,
    fix: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CodeFlow {
    thread_flows: [ThreadFlow; 1],
}

#[derive(Serialize)]
struct ThreadFlow {
    locations: Vec<ThreadLocation>,
}

#[derive(Serialize)]
struct ThreadLocation {
    kinds: [&'static str; 1],
    importance: &'static str,
    location: Location,
}

fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: env!("CARGO_PKG_NAME"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    information_uri: env!("CARGO_PKG_REPOSITORY"),
                    rules: RULES.iter().map(rule).chain(report.own_rules().iter().map(own_rule)).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            invocations: [Invocation {
                execution_successful: true,
                tool_execution_notifications: notifications(report),
            }],
            results: report.active().filter_map(|f| result(report, f)).collect(),
        }],
    };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Off => "none",
        other => other.name(),
    }
}

fn rule(rule: &Rule) -> RuleOut<'_> {
    let help = &rule.help;
    let (problem, security) = weight(rule.severity);
    RuleOut {
        id: rule.id,
        name: rule.id,
        short_description: Text { text: rule.about.to_owned() },
        full_description: Text { text: help.why.to_owned() },
        help: Help {
            text: format!(
                "{}\nExample: {}\nFix: {}\nReason: {}",
                help.why, help.example, help.fix, help.article
            ),
            markdown: format!(
                "{}\n\n**Example:** `{}`\n\n**Fix:** {}\n\n**Reason:** {}",
                help.why, help.example, help.fix, help.article
            ),
        },
        default_configuration: Configuration { level: level(rule.severity) },
        properties: RuleProperties { tags: ["privacy", "gdpr"], precision: "high", problem, security },
    }
}

/// Where a rule stands in the list: ours first, then the organisation's own.
fn rule_index(report: &Report, id: &str) -> Option<usize> {
    let own = report.own_rules().iter().map(|rule| rule.id.as_str());
    RULES.iter().map(|rule| rule.id).chain(own).position(|known| known == id)
}

/// A rule that the register brings.
fn own_rule(rule: &Custom) -> RuleOut<'_> {
    let (problem, security) = weight(rule.severity);
    let text = |text: &str| Text { text: text.to_owned() };
    RuleOut {
        id: &rule.id,
        name: &rule.id,
        short_description: text(&rule.message),
        full_description: text(&rule.message),
        help: Help {
            text: format!("{}\nFix: {}\nReason: {}", rule.message, rule.fix, rule.reason),
            markdown: format!("{}\n\n**Fix:** {}\n\n**Reason:** {}", rule.message, rule.fix, rule.reason),
        },
        default_configuration: Configuration { level: level(rule.severity) },
        properties: RuleProperties { tags: ["privacy", "gdpr"], precision: "high", problem, security },
    }
}

/// The words of code-scanning services for a severity.
fn weight(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Error => ("error", "7.5"),
        Severity::Warning => ("warning", "5.0"),
        Severity::Note | Severity::Off => ("recommendation", "2.0"),
    }
}

/// What could not be read is told to the viewer too.
fn notifications(report: &Report) -> Vec<Notification> {
    let gaps = report.coverage.skipped.iter().filter(|s| s.why.is_gap());
    let skipped = gaps.map(|s| format!("{}: {}", s.file, s.why));
    let unreadable = report.coverage.unreadable.iter();
    let unreadable =
        unreadable.map(|(span, what)| format!("{}: could not be read: {what}", report.at(*span)));
    skipped.chain(unreadable).map(|text| Notification { level: "warning", message: Text { text } }).collect()
}

/// A finding without a place of its own is anchored where the vendor was first seen.
fn result<'a>(report: &'a Report, finding: &'a Finding) -> Option<ResultOut<'a>> {
    let contact = || report.graph.processor(finding.vendor?)?.contacts.first().map(|c| c.span);
    let flow = || finding.flows.first().map(|&i| report.graph.flows[i].sink.span);
    let at = finding.at.or_else(flow).or_else(contact)?;
    let related = finding.related.iter().enumerate();
    Some(ResultOut {
        rule_id: &finding.rule,
        rule_index: rule_index(report, &finding.rule)?,
        level: level(finding.severity),
        message: Text { text: format!("{}. Fix: {}.", finding.message, finding.fix) },
        locations: [location(report, at, None, None)],
        related_locations: related
            .map(|(i, (span, what))| location(report, *span, Some(i), Some(what)))
            .collect(),
        code_flows: finding.flows.iter().take(PATHS).map(|&i| code_flow(report, i)).collect(),
        partial_fingerprints: BTreeMap::from([("vendorflow/v1", finding.id.as_str())]),
        properties: ResultProperties {
            processor: finding.vendor.map(|vendor| report.catalogue.vendor(vendor).id.as_str()),
            data: finding.class.as_deref(),
            fix: &finding.fix,
        },
    })
}

fn code_flow(report: &Report, index: usize) -> CodeFlow {
    let flow = &report.graph.flows[index];
    let step = |kind, span, what: &str| ThreadLocation {
        kinds: [kind],
        importance: if kind == "propagator" { "important" } else { "essential" },
        location: location(report, span, None, Some(what)),
    };
    let mut locations = vec![step("source", flow.source.span, &format!("{} enters here", flow.field))];
    let between = flow.path.iter().filter(|s| s.span != flow.source.span && s.span != flow.sink.span);
    locations.extend(between.map(|s| step("propagator", s.span, &s.what)));
    locations.push(step("sink", flow.sink.span, &format!("{} sends it", flow.call)));
    CodeFlow { thread_flows: [ThreadFlow { locations }] }
}

fn location(report: &Report, span: Span, id: Option<usize>, message: Option<&str>) -> Location {
    let start = report.sources.locate(span);
    let end = report.sources.locate(Span { start: span.end, ..span });
    Location {
        id,
        physical_location: Physical {
            artifact_location: Artifact { uri: uri(&start.file) },
            region: Region {
                start_line: start.line,
                start_column: start.column,
                end_line: end.line,
                end_column: end.column,
            },
        },
        message: message.map(|text| Text { text: text.to_owned() }),
    }
}

/// A relative path as a URI reference.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                uri.push(byte as char)
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
