//! A class that no vendor gets unless its purpose names it.

use super::{Help, Rule, Severity, Topic, written};
use crate::personal::Judgement;

pub(super) const RULE: Rule = Rule {
    id: "denied-data",
    about: "code sends credentials, card data, government ids or special categories to a vendor not meant for them",
    severity: Severity::Error,
    topic: Topic::Data,
    help: Help {
        why: "These classes do the most harm when they leak: takeover, fraud, identity theft, discrimination. No purpose \
              but one that names them has a use for them.",
        article: "GDPR Art. 5(1)(c), Art. 9, Art. 10, Art. 32 security of processing",
        example: "Sentry.setContext(\"login\", { password })",
        fix: "Remove the field before the call; filter it in the SDK's before-send hook as a second line.",
    },
    check: |context| {
        written::check(context, &RULE, Judgement::Denied, |said| {
            (
                format!(
                    "{} is denied for {}: {} goes to {}",
                    said.class, said.purpose, said.fields, said.vendor
                ),
                format!(
                    "remove {} from {}; this class is sent to no vendor of this purpose",
                    said.fields, said.calls
                ),
            )
        })
    },
};
