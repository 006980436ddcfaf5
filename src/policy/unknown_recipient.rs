//! Hosts of others that no vendor of the catalogue owns.

use super::{Finding, Help, Rule, Severity, Topic};
use crate::graph;

pub(super) const RULE: Rule = Rule {
    id: "unknown-recipient",
    about: "a third-party host gets requests, and nobody knows whose it is",
    severity: Severity::Note,
    topic: Topic::Unseen,
    help: Help {
        why: "Whoever is asked for a script, an image or an answer learns at least the address of who asks. A recipient \
              that stands in no list is in no record either.",
        article: "GDPR Art. 30(1)(d) categories of recipients, Art. 13(1)(e)",
        example: "<script src=\"https://cdn.unknown.io/tag.js\"></script>",
        fix: "Find out who runs the host; add an entry to a directory given with --vendors, or take the request out.",
    },
    check: |context| {
        let finding = |recipient: &graph::Recipient| {
            let host = &recipient.host;
            let mut finding = Finding {
                message: format!("{} {host}, which no vendor of the catalogue owns", recipient.what),
                fix: format!(
                    "find out who runs {host}; describe it in a file for --vendors, or take the request out"
                ),
                at: recipient.spans.first().copied(),
                related: recipient.spans.iter().skip(1).map(|&span| (span, host.clone())).collect(),
                ..context.bare(&RULE, host)
            };
            context.accept_host(&mut finding, host);
            finding
        };
        context.graph.recipients.iter().map(finding).collect()
    },
};
