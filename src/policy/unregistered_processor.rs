//! Processors that nobody agreed to.

use super::register::Status;
use super::{Context, Finding, Help, Rule, Severity, Topic};
use crate::graph::Processor;

pub(super) const RULE: Rule = Rule {
    id: "unregistered-processor",
    about: "code uses a processor that the register does not have, or has not approved yet",
    severity: Severity::Error,
    topic: Topic::Drift,
    help: Help {
        why: "A processor starts with a line of code. If the register does not know it, nobody checked its agreement, \
              told the people concerned or can answer for it after a breach.",
        article: "GDPR Art. 28(1), Art. 28(3) contract with the processor, Art. 30(1)(d) categories of recipients",
        example: "import posthog from 'posthog-js'  // and no [processor.posthog] in vendorflow.toml",
        fix: "Have it approved and add a [processor.…] section to vendorflow.toml, or take it out.",
    },
    check: |context| {
        if context.policy.register.is_none() {
            return Vec::new();
        }
        context.graph.processors.iter().filter_map(|processor| check(context, processor)).collect()
    },
};

fn check(context: &Context<'_>, processor: &Processor) -> Option<Finding> {
    let (vendor, name) = (processor.vendor, context.name(processor.vendor));
    let entry = context.entry(vendor);
    let waiting = match entry {
        None => false,
        Some(entry) if entry.status == Status::UnderReview => true,
        Some(_) => return None,
    };
    let mut finding = context.finding(&RULE, vendor, "");
    finding.at = processor.contacts.first().map(|contact| contact.span);
    // Nothing was seen to go there yet: time to ask, no breach of the register.
    if waiting || processor.declared_only {
        finding.severity = Severity::Warning;
    }
    let seen = if processor.declared_only { "declared" } else { "in use" };
    if waiting {
        finding.message = format!("{name} is {seen}, and the register has it under review");
        finding.fix = format!("finish the review of {name}, or take it out until then");
    } else {
        finding.message = format!("{name} is {seen}, and the register does not have it");
        finding.fix = format!(
            "have {name} approved and add [processor.{}] to the register, or take it out",
            context.id(vendor)
        );
    }
    Some(finding)
}
