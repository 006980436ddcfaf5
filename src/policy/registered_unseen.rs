//! Processors of the register that the code does not use.

use super::register::Status;
use super::{Help, Rule, Severity, Topic};

pub(super) const RULE: Rule = Rule {
    id: "registered-unseen",
    about: "the register has a processor that was not seen in the code",
    severity: Severity::Note,
    topic: Topic::Drift,
    help: Help {
        why: "Either it is gone, and the agreement can end; or it is used in a way that the scan does not see, and the \
              record should say so.",
        article: "GDPR Art. 30(1) records of processing, Art. 5(2) accountability",
        example: "[processor.amplitude] in vendorflow.toml, and no trace of Amplitude in the tree",
        fix: "Set its status to `terminated`, or say `in-code = false` where it is used elsewhere.",
    },
    check: |context| {
        let mut findings = Vec::new();
        if context.policy.shared {
            return findings;
        }
        for (register, entry, vendor) in context.entries() {
            let unseen = vendor.is_some_and(|vendor| context.graph.processor(vendor).is_none());
            if unseen && entry.in_code && entry.status != Status::Terminated {
                let mut finding = context.on_entry(&RULE, register, entry, entry.at);
                finding.message =
                    format!("{} stands in the register and was not seen in the code", context.called(entry));
                finding.fix = format!(
                    "set `status = \"terminated\"` in [processor.{}] if it is gone, or `in-code = false` if it is used elsewhere",
                    entry.id
                );
                findings.push(finding);
            }
        }
        findings
    },
};
