//! What SDK and server add without being told.

use super::{Context, Finding, Help, Rule, Severity, Topic};
use crate::graph::{self, Collected};
use crate::personal::Judgement;
use crate::vendor::VendorId;
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    id: "automatic-collection",
    about: "the SDK or the vendor's server adds classes that the purpose does not plainly need",
    severity: Severity::Warning,
    topic: Topic::Automatic,
    help: Help {
        why: "Half of what leaked in the Mixpanel breach of November 2025 stood in no source line: location, browser and \
              referrer were added by SDK and server.",
        article: "GDPR Art. 25(2) data protection by default",
        example: "mixpanel.init(token)  // location from the IP address, full referrer",
        fix: "Set the options that switch it off.",
    },
    check: |context| {
        let mut findings = Vec::new();
        for vendor in context.graph.processors.iter().map(|p| p.vendor) {
            findings.extend(groups(
                context,
                vendor,
                ["it exceeds the baseline", "they exceed the baseline"],
                |j| j >= Judgement::Excessive,
            ));
            findings.extend(groups(
                context,
                vendor,
                ["it needs a recorded reason", "they need a recorded reason"],
                |j| j == Judgement::Questionable,
            ));
        }
        findings
    },
};

/// All of one verdict together; an accepted class stands by itself.
fn groups(
    context: &Context<'_>,
    vendor: VendorId,
    verdict: [&str; 2],
    wanted: impl Fn(Judgement) -> bool,
) -> Vec<Finding> {
    let written = context.graph.written(vendor);
    let (accepted, others): (Vec<&Collected>, Vec<&Collected>) = context
        .graph
        .collected_by(vendor)
        .filter(|c| {
            c.active && !written.contains(c.class.as_str()) && wanted(context.judge(vendor, &c.class))
        })
        .partition(|c| context.accepted_class(RULE.id, vendor, &c.class, c.at).is_some());
    let mut findings: Vec<Finding> = group(context, vendor, verdict, &others).into_iter().collect();
    for entry in accepted {
        if let Some(mut finding) = group(context, vendor, verdict, &[entry]) {
            finding.id = graph::digest(&[RULE.id, context.id(vendor), &entry.class]);
            finding.class = Some(entry.class.clone());
            findings.push(finding);
        }
    }
    findings
}

fn group(
    context: &Context<'_>,
    vendor: VendorId,
    verdict: [&str; 2],
    entries: &[&Collected],
) -> Option<Finding> {
    let first = entries.first()?;
    let classes: Vec<&str> = entries.iter().map(|c| c.class.as_str()).collect();
    let mut finding = context.finding(&RULE, vendor, verdict[1]);
    let verdict = verdict[usize::from(classes.len() > 1)];
    finding.at = Some(first.at);
    let (name, purpose) = (context.name(vendor), context.purpose(vendor));
    finding.message = format!("{name} adds {} by itself; {verdict} for {purpose}", classes.join(", "));
    finding.fix = fix(entries);
    Some(finding)
}

fn fix(entries: &[&Collected]) -> String {
    let switches: BTreeSet<&str> =
        entries.iter().map(|c| c.off.as_str()).filter(|off| !off.is_empty()).collect();
    let stuck: Vec<&str> = entries.iter().filter(|c| c.off.is_empty()).map(|c| c.class.as_str()).collect();
    let mut parts = Vec::new();
    if !switches.is_empty() {
        let switches: Vec<String> = switches.iter().map(|s| format!("`{s}`")).collect();
        parts.push(format!("set {}", switches.join(", ")));
    }
    if !stuck.is_empty() {
        parts.push(format!(
            "no switch in code for {}: ask the vendor or send through your own server",
            stuck.join(", ")
        ));
    }
    parts.join("; ")
}
