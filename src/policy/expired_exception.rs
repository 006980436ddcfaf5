//! Exceptions whose day has passed.

use super::{Help, Rule, Severity, Topic};
use crate::graph;

pub(super) const RULE: Rule = Rule {
    id: "expired-exception",
    about: "an exception is past its last day and accepts nothing any more",
    severity: Severity::Warning,
    topic: Topic::Exceptions,
    help: Help {
        why: "An exception bought time. The time is over, and what it accepted is reported again.",
        article: "GDPR Art. 5(2) accountability, Art. 24(1)",
        example: "// vendorflow: allow contact.email -> sentry until 2026-01-31: until the new release",
        fix: "Mend what was accepted and take the exception out, or have it extended by whoever may.",
    },
    check: |context| {
        let expired = context.exceptions.all.iter().filter(|exception| exception.expired);
        expired
            .map(|exception| {
                let (what, until) = (exception.describe(), &exception.suppression.until);
                let mut finding = context.bare(&RULE, "");
                finding.id = graph::digest(&[RULE.id, &what, until, exception.file(context.sources)]);
                finding.at = Some(exception.span);
                finding.message =
                    format!("the exception for {what} ended on {until} ({})", exception.suppression.reason);
                "mend what it accepted and take it out, or have it extended".clone_into(&mut finding.fix);
                finding
            })
            .collect()
    },
};
