//! Classes that are worse together.

use super::{Context, Finding, Held, Help, Rule, Severity, Topic, held};
use crate::ir::Span;
use crate::personal::Judgement;
use crate::vendor::VendorId;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULE: Rule = Rule {
    id: "linkable-profile",
    about: "what a vendor holds combines to a profile that makes a credible lure",
    severity: Severity::Error,
    topic: Topic::Data,
    help: Help {
        why: "A list of addresses is spam; a list of names, addresses, cities and browsers is a fake login warning that \
              people believe. What the SDK adds by itself counts.",
        article: "GDPR Art. 5(1)(c) data minimisation, Art. 32 security of processing",
        example: "mixpanel.people.set({ $email: user.email, $name: user.name })",
        fix: "Drop the classes that let an attacker reach or name the person; the rest then links to nobody.",
    },
    check: |context| context.graph.processors.iter().filter_map(|p| check(context, p.vendor)).collect(),
};

fn check(context: &Context<'_>, vendor: VendorId) -> Option<Finding> {
    let classes = context.graph.classes(vendor);
    // What a purpose plainly needs all of is its job: a mail service knows names and addresses.
    let needless = |held: &Held| worst(context, vendor, held) > Judgement::Allowed;
    let found = |classes: &BTreeSet<&str>| -> Vec<Held> {
        held(context.vocabulary, classes.iter().copied()).into_iter().filter(needless).collect()
    };
    let by = accepted(context, vendor, &classes);
    let left = classes.iter().copied().filter(|class| !by.contains_key(class)).collect();
    // Accepting a class accepts what it is needed for. What the rest links without it is still said, and in full.
    let mut settled = !by.is_empty() && found(&left).is_empty();
    let found = found(&classes);
    let (first, rest) = found.split_first()?;
    let heavy = found.iter().any(|h| h.reaches() && worst(context, vendor, h) >= Judgement::Excessive);
    let parts: BTreeSet<&str> =
        found.iter().flat_map(|h| h.parts.iter()).flat_map(|(_, c)| c).map(String::as_str).collect();
    // Accepting the harmless part of something bad settles nothing.
    let heaviest = |accepted: bool| {
        let parts = parts.iter().filter(|class| by.contains_key(**class) == accepted);
        parts.map(|class| context.judge(vendor, class)).max()
    };
    settled &= heaviest(false) <= heaviest(true);
    let mut finding = context.finding(&RULE, vendor, "");
    finding.severity = if heavy { Severity::Error } else { Severity::Warning };
    finding.flows = first_flows(context, vendor, &parts);
    finding.at = place(context, vendor, first);
    finding.message = format!(
        "{} can be used for a {}: {}{}",
        context.name(vendor),
        first.combination.id,
        first.describe(),
        match rest.iter().map(|h| h.combination.id).collect::<Vec<_>>().join(", ") {
            more if more.is_empty() => String::new(),
            more => format!("; also {more}"),
        }
    );
    finding.fix = if first.combination.id == "takeover" {
        "remove the credentials; no combination is worse".to_owned()
    } else {
        "drop the direct identifiers (name, e-mail, phone) first: the rest then links to nobody".to_owned()
    };
    finding.related = finding
        .flows
        .iter()
        .filter_map(|&i| {
            let flow = &context.graph.flows[i];
            (Some(flow.sink.span) != finding.at)
                .then(|| (flow.sink.span, format!("{} leaves here", flow.field)))
        })
        .collect();
    if settled {
        let by: Vec<usize> =
            by.iter().filter(|(class, _)| parts.contains(*class)).map(|(_, &by)| by).collect();
        context.exceptions.accept(&mut finding, &by);
    }
    Some(finding)
}

/// Classes that are accepted wherever the vendor gets them from, with the exception.
fn accepted<'c>(
    context: &Context<'_>,
    vendor: VendorId,
    classes: &BTreeSet<&'c str>,
) -> BTreeMap<&'c str, usize> {
    let by = |class: &str| {
        let flows = context.graph.flows_to(vendor).filter(|(_, flow)| flow.class == class);
        let flows = flows.map(|(index, _)| context.accepted_flow(RULE.id, index));
        let added = context.graph.collected_by(vendor).filter(|c| c.active && c.class == class);
        let added = added.map(|c| context.accepted_class(RULE.id, vendor, class, c.at));
        flows.chain(added).collect::<Option<Vec<usize>>>()?.first().copied()
    };
    classes.iter().filter_map(|&class| Some((class, by(class)?))).collect()
}

/// The worst that the baseline says of a part, taking the best class that fills it.
fn worst(context: &Context<'_>, vendor: VendorId, held: &Held) -> Judgement {
    let best = |classes: &BTreeSet<String>| classes.iter().map(|c| context.judge(vendor, c)).min();
    held.parts.iter().filter_map(|(_, classes)| best(classes)).max().unwrap_or(Judgement::Allowed)
}

/// One flow a class: enough to show where the parts come from.
fn first_flows(context: &Context<'_>, vendor: VendorId, classes: &BTreeSet<&str>) -> Vec<usize> {
    classes
        .iter()
        .filter_map(|class| context.graph.flows_to(vendor).find(|(_, f)| f.class == **class).map(|(i, _)| i))
        .collect()
}

/// Where the first part leaves that code hands over: the way to reach the person, if there is one.
fn place(context: &Context<'_>, vendor: VendorId, held: &Held) -> Option<Span> {
    let written = held.parts.iter().find_map(|(_, classes)| {
        context
            .graph
            .flows_to(vendor)
            .filter(|(_, f)| classes.contains(&f.class))
            .map(|(_, f)| f.sink.span)
            .min()
    });
    written.or_else(|| {
        let mut added = context.graph.collected_by(vendor);
        added.find(|c| held.parts.iter().any(|(_, classes)| classes.contains(&c.class))).map(|c| c.at)
    })
}
