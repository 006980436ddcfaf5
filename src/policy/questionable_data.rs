//! A class that the purpose may need.

use super::{Help, Rule, Severity, Topic, written};
use crate::personal::Judgement;

pub(super) const RULE: Rule = Rule {
    id: "questionable-data",
    about: "code sends a class that needs a recorded reason for the vendor's purpose",
    severity: Severity::Warning,
    topic: Topic::Data,
    help: Help {
        why: "Some classes are useful for a purpose in some products only. Whoever wants them should have said why.",
        article: "GDPR Art. 5(1)(c) data minimisation, Art. 5(2) accountability",
        example: "mixpanel.identify(user.id)",
        fix: "Record the reason in the register, or leave the field out.",
    },
    check: |context| {
        written::check(context, &RULE, Judgement::Questionable, |said| {
            (
                format!(
                    "{} needs a recorded reason for {}: {} goes to {}",
                    said.class, said.purpose, said.fields, said.vendor
                ),
                format!("record why {} needs {}, or leave {} out", said.vendor, said.class, said.fields),
            )
        })
    },
};
