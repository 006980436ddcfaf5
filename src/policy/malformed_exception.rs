//! Comments that set out to be exceptions and are none.

use super::{Help, Rule, Severity, Topic, comment};
use crate::graph;

pub(super) const RULE: Rule = Rule {
    id: "malformed-exception",
    about: "a comment sets out to be an exception and is none, so that it accepts nothing",
    severity: Severity::Error,
    topic: Topic::Exceptions,
    help: Help {
        why: "Whoever wrote it believes that something is accepted, with a reason and an end. A slip must not turn that into \
              nothing, nor into an exception without an end.",
        article: "GDPR Art. 5(2) accountability",
        example: "// vendorflow: ignore",
        fix: "Write `vendorflow: allow CLASS -> VENDOR until DATE: reason`.",
    },
    check: |context| {
        let mut findings = Vec::new();
        for (span, why) in &context.exceptions.malformed {
            let mut finding = context.bare(&RULE, "");
            finding.id = graph::digest(&[RULE.id, context.sources.path(span.file), why]);
            finding.at = Some(*span);
            finding.message = format!("this exception accepts nothing: {why}");
            comment::FORM.clone_into(&mut finding.fix);
            findings.push(finding);
        }
        findings
    },
};
