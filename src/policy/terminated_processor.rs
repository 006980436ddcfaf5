//! Processors whose contract ended and that are still there.

use super::register::Status;
use super::{Help, Rule, Severity, Topic};

pub(super) const RULE: Rule = Rule {
    id: "terminated-processor",
    about: "a processor that the register calls terminated is still in the code",
    severity: Severity::Error,
    topic: Topic::Drift,
    help: Help {
        why: "After the end of a contract nothing holds the former processor to its duties, and data that still goes there \
              goes to a stranger.",
        article: "GDPR Art. 28(3)(g) deletion or return after the end of the provision of services",
        example: "status = \"terminated\" in vendorflow.toml, and mixpanel.track(…) in the code",
        fix: "Take out what is left of it: calls, packages, script tags, keys.",
    },
    check: |context| {
        let mut findings = Vec::new();
        for processor in &context.graph.processors {
            let vendor = processor.vendor;
            if context.entry(vendor).is_none_or(|entry| entry.status != Status::Terminated) {
                continue;
            }
            let mut finding = context.finding(&RULE, vendor, "");
            let name = context.name(vendor);
            finding.flows = context.graph.flows_to(vendor).map(|(index, _)| index).collect();
            finding.at = processor.contacts.first().map(|contact| contact.span);
            let seen = if processor.declared_only { "still declared" } else { "still in use" };
            finding.message = format!("{name} is {seen}, and the register calls it terminated");
            finding.fix = format!("take out what is left of {name}: calls, packages, script tags, keys");
            finding.related = processor
                .contacts
                .iter()
                .skip(1)
                .map(|contact| (contact.span, contact.what.clone()))
                .collect();
            findings.push(finding);
        }
        findings
    },
};
