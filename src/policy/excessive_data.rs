//! A class that the purpose does not need.

use super::{Help, Rule, Severity, Topic, written};
use crate::personal::Judgement;

pub(super) const RULE: Rule = Rule {
    id: "excessive-data",
    about: "code sends a class that exceeds the baseline of the vendor's purpose",
    severity: Severity::Error,
    topic: Topic::Data,
    help: Help {
        why: "Every identifiable item that leaves is a further point of exposure when the vendor is breached, and product \
              analytics works as well without a name or an e-mail address.",
        article: "GDPR Art. 5(1)(c) data minimisation, Art. 25(2) data protection by default",
        example: "mixpanel.people.set({ $email: user.email })",
        fix: "Leave the field out, or send a pseudonymous id that only you can resolve.",
    },
    check: |context| {
        written::check(context, &RULE, Judgement::Excessive, |said| {
            (
                format!(
                    "{} exceeds the baseline for {}: {} goes to {}",
                    said.class, said.purpose, said.fields, said.vendor
                ),
                format!("leave {} out of {}, or send a pseudonymous id instead", said.fields, said.calls),
            )
        })
    },
};
