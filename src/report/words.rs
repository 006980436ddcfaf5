//! Words and sentences that formats share.

use super::{Coverage, Report};
use crate::flow::ContactKind;
use crate::personal::{Confidence, Hint, Judgement};
use crate::policy::{Severity, Verdict};
use crate::vendor::{Protection, Surface};
use std::collections::BTreeMap;

pub(super) fn surface(surface: Surface) -> &'static str {
    surface.name()
}

pub(super) fn protection(protection: Protection) -> &'static str {
    protection.name()
}

pub(super) fn confidence(confidence: Confidence) -> &'static str {
    confidence.name()
}

pub(super) fn hint(hint: Hint) -> &'static str {
    match hint {
        Hint::Key => "key",
        Hint::Field => "field",
        Hint::Type => "type",
        Hint::Source => "source",
        Hint::Reserved => "reserved",
        Hint::Position => "position",
    }
}

pub(super) fn contact(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Import => "import",
        ContactKind::Call => "call",
        ContactKind::Host => "host",
        ContactKind::Markup => "markup",
        ContactKind::Package => "package",
        ContactKind::Env => "env",
        ContactKind::Config | ContactKind::Declared => "config",
    }
}

/// The mark of a cell: in capitals what breaks the baseline, in parentheses what nobody wrote.
pub(super) fn mark(verdict: &Verdict) -> &'static str {
    match (verdict.judgement, verdict.written) {
        _ if !verdict.received() => "off",
        (_, true) if verdict.accepted => "accepted",
        (_, false) if verdict.accepted => "(accepted)",
        (Judgement::Allowed, true) => "ok",
        (Judgement::Questionable, true) => "reason?",
        (Judgement::Excessive, true) => "EXCEEDS",
        (Judgement::Denied, true) => "DENIED",
        (Judgement::Allowed, false) => "(ok)",
        (Judgement::Questionable, false) => "(reason?)",
        (Judgement::Excessive, false) => "(exceeds)",
        (Judgement::Denied, false) => "(denied)",
    }
}

pub(super) const LEGEND: &str = "reason? needs a recorded reason · EXCEEDS the baseline of the purpose · DENIED to this \
                                 purpose · (…) added by SDK or server · off switched off here";

/// `2 errors`, `1 error`.
pub(super) fn plural(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// `4 flows of personal data to 2 vendors: 5 errors, 1 warning, 0 notes`.
pub(super) fn headline(report: &Report) -> String {
    let counts: Vec<String> =
        Severity::REPORTED.iter().rev().map(|&s| plural(report.count(s), s.name())).collect();
    let only = report.graph.processors.iter().filter(|p| p.declared_only).count();
    let declared = if only > 0 { format!(", {only} only declared") } else { String::new() };
    format!(
        "{}: {} of personal data, {} in use{declared}; {}",
        report.target.name,
        plural(report.graph.flows.len(), "flow"),
        plural(report.graph.processors.len() - only, "vendor"),
        counts.join(", ")
    )
}

/// Vendors that are named and not seen in use: a line for people, nothing if there are none.
pub(super) fn declared(report: &Report) -> Option<String> {
    let only = report.graph.processors.iter().filter(|p| p.declared_only);
    let each: Vec<String> = only
        .map(|p| {
            let first = p.contacts.first().map(|c| format!(" ({}, {})", c.what, report.at(c.span)));
            format!("{}{}", report.catalogue.vendor(p.vendor).name, first.unwrap_or_default())
        })
        .collect();
    (!each.is_empty()).then(|| format!("Only declared, not seen in use: {}", each.join("; ")))
}

/// Processors that hand on, and to whom.
pub(super) fn routes(report: &Report) -> Option<String> {
    let name = |vendor| report.catalogue.vendor(vendor).name.as_str();
    let mut each: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for route in &report.graph.routes {
        each.entry(name(route.from)).or_default().push(name(route.to));
    }
    let each: Vec<String> =
        each.into_iter().map(|(from, to)| format!("{from} to {}", to.join(", "))).collect();
    (!each.is_empty()).then(|| format!("Handed on: {}", each.join("; ")))
}

/// One line.
pub(super) fn coverage(coverage: &Coverage, unresolved: usize) -> String {
    let languages: Vec<String> = coverage.languages.iter().map(|(l, n)| format!("{l} {n}")).collect();
    let mut parts = vec![format!(
        "{} read ({}{}), {} parsed",
        plural(coverage.files, "file"),
        plural(coverage.lines, "line"),
        languages.iter().map(|l| format!(", {l}")).collect::<String>(),
        coverage.parsed
    )];
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for skipped in &coverage.skipped {
        let why = skipped.why.to_string();
        let kind = why.split([':', '(']).next().unwrap_or(&why).trim().to_owned();
        *reasons.entry(kind).or_default() += 1;
    }
    if !reasons.is_empty() {
        let reasons: Vec<String> = reasons.iter().map(|(why, n)| format!("{n} {why}")).collect();
        parts.push(format!("{} skipped ({})", coverage.skipped.len(), reasons.join(", ")));
    }
    if unresolved > 0 {
        parts.push(format!("{} not followed", plural(unresolved, "place")));
    }
    let broken: usize = coverage.broken.iter().map(|(_, n)| n).sum();
    if broken > 0 {
        parts.push(format!(
            "{} not understood in {}",
            plural(broken, "place"),
            plural(coverage.broken.len(), "file")
        ));
    }
    if !coverage.unreadable.is_empty() {
        parts.push(format!(
            "{} in manifests and configuration not read",
            plural(coverage.unreadable.len(), "place")
        ));
    }
    parts.join("; ")
}
