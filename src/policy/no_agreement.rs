//! Processors without an agreement on record.

use super::register::{Role, Status};
use super::{Help, Rule, Severity, Topic};

pub(super) const RULE: Rule = Rule {
    id: "no-agreement",
    about: "a processor is in use, and no agreement in force is on record",
    severity: Severity::Warning,
    topic: Topic::Drift,
    help: Help {
        why: "Processing by a processor stands on a contract. Without a date of signature on record nobody can show that \
              there is one.",
        article: "GDPR Art. 28(3) contract with the processor, Art. 5(2) accountability",
        example: "[processor.mixpanel] without `agreement = { signed = 2025-01-10 }`",
        fix: "Sign the vendor's data-processing agreement and record the date and the place where it is kept.",
    },
    check: |context| {
        let mut findings = Vec::new();
        for (register, entry, vendor) in context.entries() {
            let used = vendor.is_some_and(|vendor| context.graph.processor(vendor).is_some());
            // What is under review is told already. Between two controllers there need be none.
            if !used || entry.status != Status::Approved || entry.role == Role::Controller {
                continue;
            }
            let name = context.called(entry);
            let (at, message) = match (&entry.agreement, context.policy.today) {
                (None, _) => (entry.at, format!("no agreement with {name} is on record")),
                (Some(agreement), Some(today)) => match agreement.expires {
                    Some(end) if end < today => {
                        (agreement.at, format!("the agreement with {name} expired on {end}"))
                    }
                    _ => continue,
                },
                (Some(_), None) => continue,
            };
            let mut finding = context.on_entry(&RULE, register, entry, at);
            finding.message = message;
            let dpa = vendor.and_then(|vendor| context.catalogue.vendor(vendor).dpa.as_deref());
            finding.fix = format!(
                "record `agreement = {{ signed = … }}` in [processor.{}] once it is signed{}",
                entry.id,
                dpa.map_or_else(String::new, |dpa| format!(" ({dpa})"))
            );
            findings.push(finding);
        }
        findings
    },
};
