//! Session replay that records what people type and read.

use super::{Context, Finding, Help, Rule, Severity, Topic};
use crate::flow::ContactKind;
use crate::graph;
use crate::vendor::{Replay, VendorId};

pub(super) const RULE: Rule = Rule {
    id: "unmasked-replay",
    about: "session replay records text and inputs unmasked",
    severity: Severity::Error,
    topic: Topic::Automatic,
    help: Help {
        why: "A recording without a mask holds everything on the screen: messages, names, amounts, ids. It is the largest \
              single thing a vendor can leak.",
        article: "GDPR Art. 5(1)(c) data minimisation, Art. 25 data protection by design and by default",
        example: "Sentry.replayIntegration({ maskAllText: false })",
        fix: "Mask all text and inputs; unmask single elements that are known to be harmless.",
    },
    check: |context| context.graph.processors.iter().filter_map(|p| first(context, p.vendor)).collect(),
};

/// One is enough for a vendor.
fn first(context: &Context<'_>, vendor: VendorId) -> Option<Finding> {
    context.catalogue.vendor(vendor).replay.iter().find_map(|replay| check(context, vendor, replay))
}

/// Says so only where it is certain: a variable in the options is no finding.
fn check(context: &Context<'_>, vendor: VendorId, replay: &Replay) -> Option<Finding> {
    let mut inits = graph::given(&context.graph.options, vendor, &replay.of, &replay.versions, &[]);
    let contact = context.graph.processor(vendor)?.contacts.iter().find(|c| {
        matches!(c.kind, ContactKind::Call | ContactKind::Markup)
            && graph::covers(&replay.of, &c.root)
            && replay.versions.hold(c.version.as_ref())
    });
    if inits.is_empty() && contact.is_some() {
        // Used without any option seen: the defaults hold.
        inits.push(graph::Given::default());
    }
    for init in inits {
        let off = !replay.off.is_empty() && graph::all(&replay.off, &init) != Some(false);
        let recording = graph::all(&replay.on, &init) == Some(true) && !off;
        let unmasked = graph::any(&replay.unmasked, &init) == Some(true)
            || (!replay.masked_by_default
                && (replay.masked.is_empty() || graph::all(&replay.masked, &init) == Some(false)));
        if !(recording && unmasked) {
            continue;
        }
        let switches = if replay.masked_by_default {
            format!("take `{}` out: text and inputs are masked by default", graph::describe(&replay.unmasked))
        } else if replay.masked.is_empty() {
            "mask elements in the markup, or stop the recording".to_owned()
        } else {
            format!("set `{}`", graph::describe(&replay.masked))
        };
        let mut finding = context.finding(&RULE, vendor, "replay");
        finding.class = Some("behavior.session_recording".to_owned());
        finding.at = init.span.or(contact.map(|c| c.span));
        finding.message = format!("{} records sessions with text or inputs unmasked", context.name(vendor));
        finding.fix = switches;
        return Some(finding);
    }
    None
}
