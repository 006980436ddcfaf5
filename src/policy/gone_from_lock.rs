//! What the lock has and the code no longer sends.

use super::lock::Lock;
use super::{Help, Rule, Severity, Topic};
use crate::graph;

pub(super) const RULE: Rule = Rule {
    id: "gone-from-lock",
    about: "with --locked: vendorflow.lock has what the code no longer sends",
    severity: Severity::Note,
    topic: Topic::Drift,
    help: Help {
        why: "What is gone may leave the lock too: left in it, it would be approved already when it comes back.",
        article: "GDPR Art. 5(1)(c) data minimisation, Art. 5(2) accountability",
        example: "contact.phone for mixpanel in vendorflow.lock, and no phone number goes there any more",
        fix: "Run `vendorflow lock`.",
    },
    check: |context| {
        let Some(lock) = context.policy.lock.as_ref().filter(|_| !context.policy.shared) else {
            return Vec::new();
        };
        let now = Lock::of(context.graph, context.sources, context.catalogue);
        let gone = lock.compare(&now).gone;
        gone.iter()
            .map(|key| {
                let mut finding = context.bare(&RULE, &key.to_string());
                finding.id = graph::digest(&[RULE.id, &key.to_string()]);
                finding.vendor = context.catalogue.by_id(&key.processor);
                finding.class.clone_from(&key.class);
                finding.at = Some(lock.span(key, context.sources));
                finding.message = format!("{key} is in the lock and no longer in the code");
                "run `vendorflow lock`".clone_into(&mut finding.fix);
                finding
            })
            .collect()
    },
};
