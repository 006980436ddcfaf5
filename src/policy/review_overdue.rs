//! Reviews that should have taken place.

use super::register::Status;
use super::{Help, Rule, Severity, Topic};

pub(super) const RULE: Rule = Rule {
    id: "review-overdue",
    about: "a processor should have been reviewed by now",
    severity: Severity::Warning,
    topic: Topic::Reviews,
    help: Help {
        why: "Agreements age: sub-processors change, regions move, code sends more than it did. The register sets a day by \
              which somebody looks again.",
        article: "GDPR Art. 24(1) measures shall be reviewed and updated, Art. 28(1)",
        example: "review-due = 2026-06-30 in vendorflow.toml, scanned in July",
        fix: "Review the processor and set the next day.",
    },
    check: |context| {
        let Some(today) = context.policy.today else { return Vec::new() };
        let mut findings = Vec::new();
        for (register, entry, _) in context.entries() {
            let Some((due, at)) = entry.review_due.filter(|(due, _)| *due < today) else { continue };
            if entry.status == Status::Terminated {
                continue;
            }
            let mut finding = context.on_entry(&RULE, register, entry, at);
            finding.message = format!("the review of {} was due on {due}", context.called(entry));
            finding.fix =
                format!("review it, then set `review-due` of [processor.{}] to the next day", entry.id);
            findings.push(finding);
        }
        findings
    },
};
