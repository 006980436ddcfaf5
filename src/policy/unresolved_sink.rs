//! Data that leaves and could not be followed.

use super::{Finding, Help, Rule, Severity, Topic};
use crate::ir::Span;
use crate::vendor::VendorId;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    id: "unresolved-sink",
    about: "an argument to a vendor could not be followed to its origin",
    severity: Severity::Note,
    topic: Topic::Unseen,
    help: Help {
        why: "What cannot be followed is not clean. A reader should know where the analysis stopped looking.",
        article: "GDPR Art. 5(2) accountability, Art. 30 records of processing",
        example: "mixpanel.track(name, window.payload)",
        fix: "Build the payload next to the call, or give it a type.",
    },
    check: |context| {
        let mut causes: BTreeMap<(VendorId, &str), Vec<Span>> = BTreeMap::new();
        for item in &context.graph.unresolved {
            if let Some(vendor) = item.vendor {
                causes.entry((vendor, &item.what)).or_default().push(item.span);
            }
        }
        let mut findings: Vec<Finding> = Vec::new();
        for ((vendor, what), mut spans) in causes {
            spans.sort();
            let mut finding = context.finding(&RULE, vendor, what);
            finding.at = spans.first().copied();
            finding.message = format!("{what}: what {} gets here is not known", context.name(vendor));
            "build the payload next to the call, or give it a type".clone_into(&mut finding.fix);
            finding.related = spans.iter().skip(1).map(|&span| (span, what.to_owned())).collect();
            findings.push(finding);
        }
        findings
    },
};
