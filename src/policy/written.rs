//! What the three baseline rules share: flows of one judgement, grouped by their cause.

use super::{Context, Finding, Rule};
use crate::graph;
use crate::ir::Span;
use crate::personal::Judgement;
use std::collections::{BTreeMap, BTreeSet};

/// One finding for each (vendor, class, source function); `say` writes message and fix. What is accepted stands apart, so
/// that an exception for one flow hides no other.
pub(super) fn check(
    context: &Context<'_>,
    rule: &Rule,
    judgement: Judgement,
    say: impl Fn(&Said<'_>) -> (String, String),
) -> Vec<Finding> {
    let mut causes: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, flow) in context.graph.flows.iter().enumerate() {
        if context.judge(flow.vendor, &flow.class) == judgement {
            let place = graph::place(context.sources, &flow.source);
            let accepted = context.accepted_flow(rule.id, index).is_some();
            causes.entry((flow.vendor, flow.class.as_str(), place, accepted)).or_default().push(index);
        }
    }
    let split: BTreeSet<_> = causes.keys().filter(|(.., accepted)| !accepted).cloned().collect();
    let mut findings = Vec::new();
    for ((vendor, class, place, accepted), flows) in causes {
        let of = |i: &usize| &context.graph.flows[*i];
        let fields: BTreeSet<&str> = flows.iter().map(|i| of(i).field.as_str()).collect();
        let calls: BTreeSet<&str> = flows.iter().map(|i| of(i).call.as_str()).collect();
        let (message, fix) = say(&Said {
            vendor: context.name(vendor),
            purpose: context.purpose(vendor),
            class,
            fields: &quoted(&fields),
            calls: &quoted(&calls),
        });
        // What is accepted as a whole keeps its id, so that viewers know it again.
        let part =
            if accepted && split.contains(&(vendor, class, place.clone(), false)) { " accepted" } else { "" };
        let mut finding = context.finding(rule, vendor, &format!("{class} {place}{part}"));
        finding.class = Some(class.to_owned());
        finding.message = message;
        finding.fix = fix;
        finding.at = flows.iter().map(|i| of(i).sink.span).min();
        let mut related: BTreeSet<(Span, String)> = BTreeSet::new();
        for flow in flows.iter().map(of) {
            related.insert((flow.source.span, format!("{} enters here", flow.field)));
            if Some(flow.sink.span) != finding.at {
                related.insert((flow.sink.span, format!("{} sends it too", flow.call)));
            }
        }
        finding.related = related.into_iter().filter(|(span, _)| Some(*span) != finding.at).collect();
        finding.flows = flows;
        findings.push(finding);
    }
    findings
}

/// The words a message is made of.
pub(super) struct Said<'a> {
    pub(super) vendor: &'a str,
    pub(super) purpose: &'a str,
    pub(super) class: &'a str,
    pub(super) fields: &'a str,
    pub(super) calls: &'a str,
}

/// The first few; a sentence with twenty names is no sentence.
pub(super) fn quoted(names: &BTreeSet<&str>) -> String {
    let mut quoted: Vec<String> = names.iter().take(3).map(|n| format!("`{n}`")).collect();
    if names.len() > quoted.len() {
        quoted.push(format!("{} more", names.len() - quoted.len()));
    }
    quoted.join(", ")
}
