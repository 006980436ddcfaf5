//! Words and sentences that formats share.

use super::Report;
use crate::flow::ContactKind;
use crate::personal::{Confidence, Hint, Judgement};
use crate::policy::{Finding, Severity, Suppression, Verdict};
use crate::vendor::{Protection, Surface};
use crate::view::{Enisa, Lure};
use std::collections::BTreeMap;

// The words of the contract, and all that have one: reading goes by the same functions as writing.
pub(super) const CONFIDENCES: [Confidence; 3] = [Confidence::Low, Confidence::Medium, Confidence::High];
pub(super) const HINTS: [Hint; 6] =
    [Hint::Key, Hint::Field, Hint::Type, Hint::Source, Hint::Reserved, Hint::Position];
/// What is only declared has the word of what is configured, and is read back as that.
pub(super) const CONTACTS: [ContactKind; 7] = [
    ContactKind::Import,
    ContactKind::Call,
    ContactKind::Host,
    ContactKind::Markup,
    ContactKind::Package,
    ContactKind::Env,
    ContactKind::Config,
];

pub(super) fn surface(surface: Surface) -> &'static str {
    surface.name()
}

pub(super) fn protection(protection: Protection) -> &'static str {
    protection.name()
}

pub(super) fn confidence(confidence: Confidence) -> &'static str {
    confidence.name()
}

pub(super) const JUDGEMENTS: [Judgement; 4] =
    [Judgement::Allowed, Judgement::Questionable, Judgement::Excessive, Judgement::Denied];

pub(super) fn judgement(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Allowed => "allowed",
        Judgement::Questionable => "questionable",
        Judgement::Excessive => "excessive",
        Judgement::Denied => "denied",
    }
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

/// `3.0`, `3.25`: never rounded, so that it can be worked out again.
pub(super) fn score(enisa: &Enisa) -> String {
    let tenths = enisa.score() * 10.0;
    if tenths.fract() == 0.0 { format!("{:.1}", enisa.score()) } else { format!("{:.2}", enisa.score()) }
}

/// `80/100 critical`.
pub(super) fn lure(lure: Lure) -> String {
    match lure {
        Lure::Score(score) => format!("{score}/100 {}", lure.band()),
        Lure::Takeover => "takeover: credentials, worse than any lure".to_owned(),
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

/// `5 errors, 1 warning, 0 notes`, and how many were accepted where any were.
pub(super) fn counts(report: &Report) -> String {
    let mut counts: Vec<String> =
        Severity::REPORTED.iter().rev().map(|&s| plural(report.count(s), s.name())).collect();
    let accepted = report.findings.len() - report.active().count();
    if accepted > 0 {
        counts.push(format!("{accepted} suppressed"));
    }
    counts.join(", ")
}

/// Who accepted a finding, with the reason and the end.
pub(super) fn accepted(suppression: &Suppression) -> String {
    let Suppression { reason, until, at, .. } = suppression;
    format!("suppressed until {until}: {reason} ({at})")
}

/// What a finding says in one line, for formats that have no field of their own for what was accepted.
pub(super) fn message(finding: &Finding) -> String {
    let accepted = finding.suppressed.as_ref().map_or_else(String::new, |s| format!("; {}", accepted(s)));
    format!("{}. Fix: {}{accepted}", finding.message, finding.fix)
}

/// What could not be read, for viewers that have a place for it.
pub(super) fn gaps(report: &Report) -> Vec<String> {
    let coverage = &report.coverage;
    let skipped = coverage.skipped.iter().filter(|s| s.why.is_gap());
    let skipped = skipped.map(|s| format!("{}: {}", s.file, s.why));
    let broken = coverage.broken.iter();
    let broken = broken.map(|(file, n)| format!("{file}: {} not understood", plural(*n, "place")));
    let unreadable = coverage.unreadable.iter();
    let unreadable =
        unreadable.map(|(span, what)| format!("{}: could not be read: {what}", report.at(*span)));
    skipped.chain(broken).chain(unreadable).collect()
}

/// `4 flows of personal data to 2 vendors: 5 errors, 1 warning, 0 notes`.
pub(super) fn headline(report: &Report) -> String {
    let only = report.graph.processors.iter().filter(|p| p.declared_only).count();
    let declared = if only > 0 { format!(", {only} only declared") } else { String::new() };
    format!(
        "{}: {} of personal data, {} in use{declared}; {}",
        report.target.name,
        plural(report.graph.flows.len(), "flow"),
        plural(report.graph.processors.len() - only, "vendor"),
        counts(report)
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

/// What was read, skipped, not followed and not understood: one line.
pub(super) fn coverage(report: &Report) -> String {
    let (coverage, unresolved) = (&report.coverage, report.graph.unresolved.len());
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
