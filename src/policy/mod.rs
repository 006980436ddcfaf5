//! The policy: rules that the graph may break, and what is said when it does.
//!
//! One file a rule. A rule reads the graph and returns findings; severity, ids and order are given here, once. Without a
//! register the built-in baseline judges; with one, rules compare it with the code. It speaks of baselines and records,
//! never of what is lawful.

mod automatic_collection;
mod basis;
mod beyond_register;
mod combination;
mod comment;
mod context;
pub(crate) mod countries;
mod custom;
mod day;
mod denied_data;
mod example;
mod exceptions;
mod excessive_data;
mod expired_exception;
mod gone_from_lock;
mod idle_override;
mod linkable_profile;
mod lock;
mod malformed_exception;
mod no_agreement;
mod no_transfer_mechanism;
mod not_in_lock;
mod questionable_data;
mod record;
mod register;
mod registered_unseen;
mod review_overdue;
mod terminated_processor;
mod unit;
mod unknown_recipient;
mod unmasked_replay;
mod unmatched_register_entry;
mod unregistered_processor;
mod unresolved_sink;
mod unused_exception;
mod written;

pub(crate) use basis::Files;
#[cfg(test)]
pub(crate) use basis::sample;
pub(crate) use basis::{Basis, Policy};
pub(crate) use combination::{Held, held};
pub(crate) use context::Context;
pub(crate) use custom::Custom;
pub(crate) use custom::VARIABLES;
pub use day::Day;
pub(crate) use example::{NAME as EXAMPLES, run as examples};
pub(crate) use lock::{Changes, Lock, NAME as LOCK};
#[cfg(test)]
pub(crate) use record::Row;
pub(crate) use record::{Record, read as read_record};
pub(crate) use register::{
    Entry, LegalBasis, NAME as REGISTER, Organisation, Register, Review, Role, SCHEMA, Signature, Status,
    Transfer, check as check_register, draft, find, sign,
};
pub(crate) use unit::{Unit, owner, units};

use crate::ir::Span;
use crate::personal::{Confidence, Judgement};
use crate::vendor::VendorId;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Not reported.
    Off,
    /// Worth knowing.
    Note,
    /// Needs a look.
    Warning,
    /// Fails the build by default.
    Error,
}

impl Severity {
    /// Everything that can be reported, lightest first.
    pub const REPORTED: [Self; 3] = [Self::Note, Self::Warning, Self::Error];

    /// The word used in CLI, TOML and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What a finding is about, for those who look at all of them: the order in which a review takes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Register or lock say one thing, and the code does another.
    Drift,
    /// Somebody should have looked by now.
    Reviews,
    /// Data leaves the Union, and nothing is recorded for that.
    Transfers,
    /// SDK or server add what nobody wrote.
    Automatic,
    /// Code sends what the purpose does not need.
    Data,
    /// What could not be told or followed.
    Unseen,
    /// What was accepted.
    Exceptions,
}

impl Topic {
    /// All of them, in that order, with a title.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Drift, "Register and code"),
        (Self::Reviews, "Overdue reviews"),
        (Self::Transfers, "Transfers without a mechanism"),
        (Self::Automatic, "Automatic collection left on"),
        (Self::Data, "Data that the purpose does not need"),
        (Self::Unseen, "Not known, or not followed"),
        (Self::Exceptions, "Exceptions"),
    ];
}

/// A rule.
pub struct Rule {
    /// Kebab-case.
    pub id: &'static str,
    /// One line.
    pub about: &'static str,
    /// Unless configured otherwise.
    pub severity: Severity,
    /// What its findings are about.
    pub topic: Topic,
    /// For `explain` and for viewers.
    pub help: Help,
    /// Looks for breaches.
    pub check: fn(&Context<'_>) -> Vec<Finding>,
}

/// The longer text of a rule.
pub struct Help {
    /// Why it matters.
    pub why: &'static str,
    /// The provision it stands on.
    pub article: &'static str,
    /// What breaks it.
    pub example: &'static str,
    /// What to do.
    pub fix: &'static str,
}

/// All rules, sorted by id.
pub static RULES: &[Rule] = &[
    automatic_collection::RULE,
    beyond_register::RULE,
    denied_data::RULE,
    excessive_data::RULE,
    expired_exception::RULE,
    gone_from_lock::RULE,
    idle_override::RULE,
    linkable_profile::RULE,
    malformed_exception::RULE,
    no_agreement::RULE,
    no_transfer_mechanism::RULE,
    not_in_lock::RULE,
    questionable_data::RULE,
    registered_unseen::RULE,
    review_overdue::RULE,
    terminated_processor::RULE,
    unknown_recipient::RULE,
    unmasked_replay::RULE,
    unmatched_register_entry::RULE,
    unregistered_processor::RULE,
    unresolved_sink::RULE,
    unused_exception::RULE,
];

/// A rule that the graph breaks at one cause.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Stable: does not depend on line numbers.
    pub id: String,
    /// Id of the rule.
    pub rule: Cow<'static, str>,
    /// How much it weighs.
    pub severity: Severity,
    /// The processor; none where a host is nobody's that we know.
    pub vendor: Option<VendorId>,
    /// The class, where it is about one.
    pub class: Option<String>,
    /// Indexes into the graph's flows.
    pub flows: Vec<usize>,
    /// One sentence: what is the case.
    pub message: String,
    /// One sentence: what to do.
    pub fix: String,
    /// Where to look first.
    pub at: Option<Span>,
    /// The purpose and the provision.
    pub reason: String,
    /// Other places, with what is there.
    pub related: Vec<(Span, String)>,
    /// Somebody accepted it; it is shown where asked for, and counts nowhere.
    pub suppressed: Option<Suppression>,
}

/// Who accepted a finding: always with a reason and an end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// In a comment of the audited code; otherwise in the register.
    pub in_source: bool,
    /// As the author wrote it.
    pub reason: String,
    /// Last day on which it holds: `2027-01-31`.
    pub until: String,
    /// Where it is written, as `file:line`.
    pub at: String,
}

/// One cell of the answer: a class at a processor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The processor.
    pub vendor: VendorId,
    /// The class.
    pub class: String,
    /// What the baseline says.
    pub judgement: Judgement,
    /// Code hands it over.
    pub written: bool,
    /// SDK or server adds it; false where this code switches that off.
    pub collected: Option<bool>,
    /// Somebody accepted it, wherever it comes from.
    pub accepted: bool,
}

impl Verdict {
    /// True if the vendor gets it.
    pub fn received(&self) -> bool {
        self.written || self.collected == Some(true)
    }
}

/// All cells, sorted by vendor and class.
pub(crate) fn verdicts(context: &Context<'_>) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    for processor in &context.graph.processors {
        let vendor = processor.vendor;
        let written = context.graph.written(vendor);
        let mut classes: BTreeSet<&str> = written.clone();
        // What nobody switched on is no news.
        classes.extend(context.graph.collected_by(vendor).filter(|c| !c.idle).map(|c| c.class.as_str()));
        for class in classes {
            let added = context.graph.collected_by(vendor).find(|c| c.class == class);
            verdicts.push(Verdict {
                vendor,
                class: class.to_owned(),
                judgement: context.judge(vendor, class),
                written: written.contains(class),
                collected: added.map(|c| c.active),
                accepted: context.accepts(vendor, class),
            });
        }
    }
    verdicts
}

/// All findings of all rules, heaviest first.
pub(crate) fn findings(context: &Context<'_>) -> Vec<Finding> {
    // Which exceptions nothing used is known when all else is.
    let (last, first): (Vec<&Rule>, Vec<&Rule>) =
        RULES.iter().partition(|rule| rule.id == unused_exception::RULE.id);
    let mut own = custom::check(context);
    let mut findings = Vec::new();
    for rules in [first, last] {
        let found = rules.iter().flat_map(|rule| (rule.check)(context));
        for mut finding in std::mem::take(&mut own).into_iter().chain(found) {
            weigh(context, &mut finding);
            if finding.severity > Severity::Off {
                context.accept(&mut finding);
                findings.push(finding);
            }
        }
    }
    findings.sort_by(|a, b| {
        (b.severity, a.vendor, &a.rule, &a.class, a.at, &a.id)
            .cmp(&(a.severity, b.vendor, &b.rule, &b.class, b.at, &b.id))
    });
    // What its parts cannot tell apart is numbered in order.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for finding in &mut findings {
        let count = seen.entry(finding.id.clone()).and_modify(|n| *n += 1).or_insert(1);
        if *count > 1 {
            finding.id = format!("{}-{count}", finding.id);
        }
    }
    findings
}

/// The register's word on the rule; a guess may be shown, but must not fail a build.
fn weigh(context: &Context<'_>, finding: &mut Finding) {
    if let Some(severity) = context.policy.severity(&finding.rule) {
        finding.severity = severity;
    }
    finding.flows.sort_unstable();
    let guessed = !finding.flows.is_empty()
        && finding.flows.iter().all(|&i| context.graph.flows[i].confidence == Confidence::Low);
    if guessed {
        finding.severity = finding.severity.min(Severity::Warning);
        finding.message.push_str(" (low confidence)");
    }
}

impl Finding {
    /// Nobody accepted it: it counts.
    pub(crate) fn is_open(&self) -> bool {
        self.suppressed.is_none()
    }

    /// What it is about. The organisation's own rules are about data.
    pub(crate) fn topic(&self) -> Topic {
        rule(&self.rule).map_or(Topic::Data, |rule| rule.topic)
    }
}

/// The rule with this id.
pub(crate) fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn rules_are_unique_sorted_and_documented() {
        for pair in RULES.windows(2) {
            assert!(pair[0].id < pair[1].id, "{} stands after {}", pair[0].id, pair[1].id);
        }
        for rule in RULES {
            assert!(rule.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", rule.id);
            let texts = [rule.about, rule.help.why, rule.help.article, rule.help.example, rule.help.fix];
            assert!(texts.iter().all(|t| !t.is_empty()), "{} is not documented", rule.id);
            let all = texts.join(" ").to_lowercase();
            assert!(!all.contains("unlawful") && !all.contains("illegal"), "{} judges", rule.id);
        }
    }

    #[test]
    fn the_sample_breaks_every_rule_once_or_more() {
        let report = sample::report();
        for rule in RULES {
            assert!(report.findings.iter().any(|f| f.rule == rule.id), "no case for {}", rule.id);
        }
        let mut ids: Vec<&str> = report.findings.iter().map(|f| f.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), report.findings.len(), "ids are unique");
        assert!(report.findings.windows(2).all(|w| w[0].severity >= w[1].severity));
    }

    #[test]
    fn a_guess_never_is_an_error() {
        let sample = sample::sample();
        let mut graph = sample.graph;
        for flow in &mut graph.flows {
            flow.confidence = Confidence::Low;
        }
        let context = Context::new(&graph, &sample.sources, &sample.basis);
        for finding in findings(&context).iter().filter(|f| !f.flows.is_empty()) {
            assert!(finding.severity < Severity::Error, "{}", finding.message);
        }
    }
}
