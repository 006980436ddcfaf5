//! Exceptions that accept nothing.

use super::exceptions::Exception;
use super::{Help, Rule, Severity, Topic};
use crate::graph;
use crate::vendor::near;

pub(super) const RULE: Rule = Rule {
    id: "unused-exception",
    about: "an exception accepts nothing that was found",
    severity: Severity::Warning,
    topic: Topic::Exceptions,
    help: Help {
        why: "What it accepted is gone, or there is a slip in it. Left standing it would accept in silence what comes back \
              later.",
        article: "GDPR Art. 5(2) accountability",
        example: "[[allow]] for contact.email at sentry, and no e-mail goes to Sentry",
        fix: "Take it out, or correct the class, the vendor or the line it stands on.",
    },
    check: |context| {
        let of_others = |e: &Exception| context.policy.shared && !e.suppression.in_source;
        let unused = context.exceptions.all.iter().filter(|e| !e.expired && !e.used.get() && !of_others(e));
        unused
            .map(|exception| {
                let what = exception.describe();
                let mut finding = context.bare(&RULE, "");
                finding.id = graph::digest(&[RULE.id, &what, exception.file(context.sources)]);
                finding.at = Some(exception.span);
                let known = || context.catalogue.ids().map(|vendor| context.id(vendor));
                let hint = if known().any(|id| id == exception.whom) || exception.whom.contains('.') {
                    String::new()
                } else {
                    let near = near::hint(&exception.whom, known());
                    format!("; no vendor is called `{}`{near}", exception.whom)
                };
                let place = if exception.suppression.in_source { " on this line of code" } else { "" };
                finding.message = format!("the exception for {what} accepts nothing{place}{hint}");
                "take it out, or correct the class, the vendor or its place".clone_into(&mut finding.fix);
                finding
            })
            .collect()
    },
};
