//! What the code sends and nobody approved: it is not in the lock.

use super::lock::{Key, Lock};
use super::{Context, Finding, Help, Rule, Severity, Topic};
use crate::graph;
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    id: "not-in-lock",
    about: "with --locked: code sends what vendorflow.lock does not have",
    severity: Severity::Error,
    topic: Topic::Drift,
    help: Help {
        why: "The lock is what somebody approved. What is not in it is new, and whoever approves data flows has not seen it \
              yet.",
        article: "GDPR Art. 24(1) responsibility of the controller, Art. 25(1) data protection by design",
        example: "mixpanel.people.set({ $phone: user.phone })  // and no contact.phone for mixpanel in vendorflow.lock",
        fix: "Run `vendorflow lock` and have the change of vendorflow.lock reviewed, or take it out.",
    },
    check: |context| {
        let Some(lock) = &context.policy.lock else { return Vec::new() };
        let now = Lock::of(context.graph, context.sources, context.catalogue);
        let changes = lock.compare(&now);
        let classes: BTreeSet<&str> =
            changes.new.iter().filter(|key| key.class.is_some()).map(|key| key.processor.as_str()).collect();
        let mut findings = Vec::new();
        for key in &changes.new {
            // What goes there names it already.
            if key.class.is_none() && classes.contains(key.processor.as_str()) {
                continue;
            }
            findings.extend(finding(context, key, "", Severity::Error));
        }
        for (key, lost) in &changes.weaker {
            findings.extend(finding(context, key, &format!(" no longer {lost} everywhere"), Severity::Error));
        }
        for (key, places) in &changes.moved {
            let places: Vec<&str> = places.iter().map(String::as_str).collect();
            findings.extend(finding(
                context,
                key,
                &format!(" also from {}", places.join(", ")),
                Severity::Note,
            ));
        }
        findings
    },
};

/// A further place for what is known is worth knowing; it tells the vendor nothing new.
fn finding(context: &Context<'_>, key: &Key, how: &str, severity: Severity) -> Option<Finding> {
    let vendor = context.catalogue.by_id(&key.processor)?;
    let mut finding = context.finding(&RULE, vendor, "");
    finding.id = graph::digest(&[RULE.id, &key.to_string(), how]);
    finding.severity = severity;
    finding.class.clone_from(&key.class);
    let name = context.name(vendor);
    let contact = || Some(context.graph.processor(vendor)?.contacts.first()?.span);
    let what = match &key.class {
        Some(class) if key.automatic => {
            finding.at = context.graph.collected_by(vendor).find(|c| c.class == *class).map(|c| c.at);
            format!("{name} gets {class} by itself{how}")
        }
        Some(class) => {
            let flows = context.graph.flows_to(vendor).filter(|(_, flow)| flow.class == *class);
            finding.flows = flows.map(|(index, _)| index).collect();
            finding.at = finding.flows.iter().map(|&index| context.graph.flows[index].sink.span).min();
            format!("{name} gets {class}{how}")
        }
        None => format!("{name} is used"),
    };
    finding.at = finding.at.or_else(contact);
    finding.message = format!("{what}; the lock does not have it");
    finding.fix = "run `vendorflow lock` and have the change reviewed, or take it out".to_owned();
    Some(finding)
}
