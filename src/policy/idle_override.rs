//! Entries of the user that replace a built-in one with the same.

use super::{Finding, Help, Rule, Severity, Topic};
use crate::vendor;

pub(super) const RULE: Rule = Rule {
    id: "idle-override",
    about: "an entry given with --vendors changes nothing",
    severity: Severity::Warning,
    topic: Topic::Unseen,
    help: Help {
        why: "It was written because the built-in entry was wrong or too old. Now it hides every later correction of that \
              entry, and corrects nothing.",
        article: "GDPR Art. 5(2) accountability",
        example: "--vendors own/, where own/mixpanel.toml is a copy of the built-in entry",
        fix: "Take the file out, or say in it what should differ.",
    },
    check: |context| {
        let idle = context.catalogue.overrides.iter().filter(|replaced| replaced.idle);
        idle.map(|replaced| {
            // Where the file lies is no matter of the audited tree.
            let file = replaced.file.rsplit(['/', '\\']).next().unwrap_or(&replaced.file);
            Finding {
                vendor: None,
                message: format!("{file} of --vendors: {}", vendor::IDLE),
                fix: format!("take {file} out, or say in it what should differ"),
                reason: RULE.help.article.to_owned(),
                ..context.finding(&RULE, replaced.vendor, "override")
            }
        })
        .collect()
    },
};
