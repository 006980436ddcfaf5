//! SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>), as code-scanning services read it.
//!
//! Every result has a physical location: GitHub refuses the whole upload for one that has none. Line fingerprints and the
//! category of the run are left to the uploader, which makes better ones. What a service would refuse or cut is cut here,
//! lightest last, and told. What somebody accepted is a suppressed result.

mod schema;

use super::place;
use super::{Format, Report, words};
use crate::policy::{Custom, Finding, RULES, Rule, Severity};
use schema::{
    Artifact, Base, CodeFlow, Component, Configuration, Driver, Help, Invocation, Location, Log,
    Notification, Physical, Region, ResultOut, ResultProperties, RuleOut, RuleProperties, Run, Suppression,
    SuppressionProperties, Taxon, TaxonReference, Taxonomy, Text, ThreadFlow, ThreadLocation, Tool,
};
use std::collections::{BTreeMap, BTreeSet};
use std::io;

pub(super) const FORMAT: Format =
    Format { name: "sarif", about: "SARIF 2.1.0, for code-scanning services", write };

/// Results of one run that GitHub takes.
const RESULTS: usize = 25_000;
/// Paths shown for one result.
const PATHS: usize = 20;
/// Steps of a path that GitHub shows.
const STEPS: usize = 1_000;
/// Related places of a result that GitHub shows.
const RELATED: usize = 100;
/// Related places that the message links to.
const LINKED: usize = 3;
/// Where addresses begin: the root of the scanned tree.
const ROOT: &str = "%SRCROOT%";
const TAXONOMY: &str = "vendorflow-classes";

fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let classes = classes(report);
    let root = Base { description: Text { text: "the root of the scanned tree".to_owned() } };
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
            original_uri_base_ids: BTreeMap::from([(ROOT, root)]),
            taxonomies: taxonomies(report, &classes),
            invocations: [Invocation {
                execution_successful: true,
                tool_execution_notifications: notifications(report),
            }],
            results: report.findings.iter().take(RESULTS).map(|f| result(report, f, &classes)).collect(),
        }],
    };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

/// The classes that findings are about.
fn classes(report: &Report) -> Vec<&str> {
    let classes: BTreeSet<&str> = report.findings.iter().filter_map(|f| f.class.as_deref()).collect();
    classes.into_iter().collect()
}

/// Our classes of personal data, for viewers that group by them.
fn taxonomies<'a>(report: &'a Report, classes: &[&'a str]) -> Vec<Taxonomy<'a>> {
    if classes.is_empty() {
        return Vec::new();
    }
    let described = |id: &str| {
        let class = report.vocabulary.class(id);
        class.map_or_else(String::new, |class| {
            format!("{} identifier; DPV {}", class.identifiability, class.dpv)
        })
    };
    vec![Taxonomy {
        name: TAXONOMY,
        version: super::CATALOGUE_DATE,
        short_description: Text { text: "Classes of personal data".to_owned() },
        taxa: classes
            .iter()
            .map(|id| Taxon { id, short_description: Text { text: described(id) } })
            .collect(),
    }]
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
    // A service cuts what is longer.
    let text = |text: &str| Text { text: text.chars().take(1024).collect() };
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

/// What could not be read is told to the viewer too, and so is what was cut.
fn notifications(report: &Report) -> Vec<Notification> {
    let mut texts = words::gaps(report);
    if let Some(more) = report.findings.len().checked_sub(RESULTS + 1) {
        texts.push(format!("{} results are left out: a run takes {RESULTS}", more + 1));
    }
    texts.into_iter().map(|text| Notification { level: "warning", message: Text { text } }).collect()
}

fn result<'a>(report: &'a Report, finding: &'a Finding, classes: &[&'a str]) -> ResultOut<'a> {
    let related = finding.related.iter().take(RELATED).enumerate();
    let index = finding.class.as_deref().and_then(|class| classes.iter().position(|c| *c == class));
    ResultOut {
        rule_id: &finding.rule,
        rule_index: rule_index(report, &finding.rule),
        level: level(finding.severity),
        message: Text { text: message(finding) },
        locations: [location(place::somewhere(report, finding), None, None)],
        related_locations: related
            .map(|(i, (span, what))| location(place::region(report, *span), Some(i), Some(what)))
            .collect(),
        code_flows: finding.flows.iter().take(PATHS).map(|&i| code_flow(report, i)).collect(),
        taxa: index
            .map(|index| TaxonReference {
                id: classes[index],
                index,
                tool_component: Component { name: TAXONOMY, index: 0 },
            })
            .into_iter()
            .collect(),
        suppressions: finding.suppressed.iter().map(suppression).collect(),
        fingerprints: BTreeMap::from([("vendorflow/v1", finding.id.as_str())]),
        partial_fingerprints: BTreeMap::from([("vendorflow/v1", finding.id.as_str())]),
        properties: ResultProperties {
            processor: finding.vendor.map(|vendor| report.catalogue.vendor(vendor).id.as_str()),
            data: finding.class.as_deref(),
            fix: &finding.fix,
        },
    }
}

/// The sentence, the fix, and links to the first related places. Names of the code make no links.
fn message(finding: &Finding) -> String {
    let unlinked = |text: &str| text.replace("](", "] (");
    let mut text = format!("{}. Fix: {}.", unlinked(&finding.message), unlinked(&finding.fix));
    let links: Vec<String> = finding
        .related
        .iter()
        .take(LINKED)
        .enumerate()
        .map(|(i, (_, what))| format!("[{}]({i})", what.replace(['[', ']'], " ")))
        .collect();
    if !links.is_empty() {
        text.push_str(&format!(" See {}.", links.join(", ")));
    }
    text
}

fn suppression(suppression: &crate::policy::Suppression) -> Suppression<'_> {
    Suppression {
        kind: if suppression.in_source { "inSource" } else { "external" },
        status: "accepted",
        justification: suppression.reason.clone(),
        properties: SuppressionProperties { until: &suppression.until, at: &suppression.at },
    }
}

fn code_flow(report: &Report, index: usize) -> CodeFlow {
    let flow = &report.graph.flows[index];
    let step = |kind, span, what: &str| ThreadLocation {
        kinds: [kind],
        importance: if kind == "propagator" { "important" } else { "essential" },
        location: location(place::region(report, span), None, Some(what)),
    };
    let mut locations = vec![step("source", flow.source.span, &format!("{} enters here", flow.field))];
    let between = flow.path.iter().filter(|s| s.span != flow.source.span && s.span != flow.sink.span);
    locations.extend(between.take(STEPS - 2).map(|s| step("propagator", s.span, &s.what)));
    locations.push(step("sink", flow.sink.span, &format!("{} sends it", flow.call)));
    CodeFlow { thread_flows: [ThreadFlow { locations }] }
}

fn location(at: place::Region, id: Option<usize>, message: Option<&str>) -> Location {
    Location {
        id,
        physical_location: Physical {
            artifact_location: Artifact { uri: uri(&at.file), uri_base_id: ROOT },
            region: Region {
                start_line: at.line,
                start_column: at.column,
                end_line: at.end_line,
                end_column: at.end_column,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use serde_json::Value;

    fn written(report: &Report) -> Value {
        let mut out = Vec::new();
        write(report, &mut out).unwrap();
        serde_json::from_slice(&out).unwrap()
    }

    /// What GitHub refuses or cuts, of the texts that we write.
    #[test]
    fn rules_are_as_github_takes_them() {
        for rule in RULES {
            assert!(
                rule.id.len() <= 255 && rule.about.len() <= 1024 && rule.help.why.len() <= 1024,
                "{}",
                rule.id
            );
            let properties = super::rule(rule).properties;
            let security: f64 = properties.security.parse().unwrap();
            assert!(security > 0.0 && security <= 10.0 && properties.tags.len() <= 20, "{}", rule.id);
        }
    }

    #[test]
    fn every_finding_is_a_result_with_a_place() {
        let report = sample::report();
        let log = written(&report);
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.len(), report.findings.len());
        for result in results {
            let at = &result["locations"][0]["physicalLocation"];
            assert!(
                at["artifactLocation"]["uri"].is_string() && at["region"]["startLine"].as_u64() > Some(0)
            );
        }
        let suppressed = results.iter().filter(|r| r["suppressions"][0]["status"] == "accepted").count();
        let accepted = report.findings.iter().filter(|f| f.suppressed.is_some()).count();
        assert!(suppressed == accepted && accepted > 0);
    }

    #[test]
    fn too_many_results_are_cut_and_told() {
        let mut report = sample::report();
        let finding = Finding { related: vec![], flows: vec![], ..report.findings[0].clone() };
        report.findings = vec![finding; RESULTS + 2];
        let log = written(&report);
        assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), RESULTS);
        assert!(log.to_string().contains("2 results are left out: a run takes 25000"));
    }

    #[test]
    fn names_of_the_code_make_no_links() {
        let mut report = sample::report();
        let span = report.findings.iter().find_map(|f| f.at).unwrap();
        report.findings[0].message = "users[0](x) [a](b)".into();
        report.findings[0].related = vec![(span, "users[0] enters here".into())];
        let text = message(&report.findings[0]);
        assert!(
            text.starts_with("users[0] (x) [a] (b). Fix: ")
                && text.ends_with(" See [users 0  enters here](0).")
        );
    }
}
