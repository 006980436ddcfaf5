//! Classes that go to a registered processor and that its agreement does not cover.

use super::register::{Entry, Status};
use super::{Context, Finding, Help, Rule, Severity, Topic};
use crate::vendor::VendorId;
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    id: "beyond-register",
    about: "a processor gets a class that its agreement does not cover",
    severity: Severity::Error,
    topic: Topic::Drift,
    help: Help {
        why: "An agreement names the types of personal data it is for. What goes beyond it was agreed by nobody, and the \
              record of processing is wrong from that commit on.",
        article: "GDPR Art. 28(3) type of personal data, Art. 30(1)(c) categories of personal data",
        example: "classes = [\"behavior.*\"] in vendorflow.toml, and mixpanel.people.set({ $email: user.email })",
        fix: "Leave the field out, or have the agreement widened and add the class to the register.",
    },
    check: |context| {
        let mut findings = Vec::new();
        for vendor in context.graph.processors.iter().map(|p| p.vendor) {
            let Some(entry) = context.entry(vendor).filter(|e| e.status != Status::Terminated) else {
                continue;
            };
            let beyond: BTreeSet<&str> =
                context.graph.classes(vendor).into_iter().filter(|class| !entry.agreed(class)).collect();
            for class in beyond {
                findings.extend(written(context, vendor, entry, class));
                findings.extend(added(context, vendor, entry, class));
            }
        }
        findings
    },
};

fn said(context: &Context<'_>, vendor: VendorId, entry: &Entry, class: &str, cause: &str) -> Finding {
    let mut finding = context.finding(&RULE, vendor, cause);
    finding.class = Some(class.to_owned());
    finding.fix = format!(
        "leave {class} out, or have the agreement widened and add it to `classes` of [processor.{}]",
        entry.id
    );
    finding
}

/// What code hands over; accepted flows stand apart.
fn written(context: &Context<'_>, vendor: VendorId, entry: &Entry, class: &str) -> Vec<Finding> {
    let flows =
        context.graph.flows_to(vendor).filter(|(_, flow)| flow.class == class).map(|(index, _)| index);
    let (accepted, others): (Vec<usize>, Vec<usize>) =
        flows.partition(|&index| context.accepted_flow(RULE.id, index).is_some());
    let split = !accepted.is_empty() && !others.is_empty();
    let mut findings = Vec::new();
    for (flows, part) in [(others, ""), (accepted, if split { " accepted" } else { "" })] {
        let of = |index: &usize| &context.graph.flows[*index];
        let Some(at) = flows.iter().map(|index| of(index).sink.span).min() else { continue };
        let fields: BTreeSet<&str> = flows.iter().map(|index| of(index).field.as_str()).collect();
        let mut finding = said(context, vendor, entry, class, &format!("{class}{part}"));
        finding.at = Some(at);
        finding.message = format!(
            "{} gets {class} ({}), which its agreement does not cover",
            context.name(vendor),
            super::written::quoted(&fields)
        );
        let places: BTreeSet<_> = flows
            .iter()
            .map(of)
            .flat_map(|flow| {
                [
                    (flow.source.span, format!("{} enters here", flow.field)),
                    (flow.sink.span, format!("{} sends it", flow.call)),
                ]
            })
            .filter(|(span, _)| *span != at)
            .collect();
        finding.related = places.into_iter().collect();
        finding.flows = flows;
        findings.push(finding);
    }
    findings
}

/// What SDK or server add, where code does not hand it over too.
fn added(context: &Context<'_>, vendor: VendorId, entry: &Entry, class: &str) -> Option<Finding> {
    if context.graph.written(vendor).contains(class) {
        return None;
    }
    let added = context.graph.collected_by(vendor).find(|c| c.active && c.class == class)?;
    let mut finding = said(context, vendor, entry, class, class);
    finding.at = Some(added.at);
    let by = if added.by_server { "server" } else { "SDK" };
    finding.message = format!(
        "{} gets {class}, added by its {by} from {}, which its agreement does not cover",
        context.name(vendor),
        added.from
    );
    if !added.off.is_empty() {
        finding.fix = format!(
            "set `{}`, or have the agreement widened and add {class} to `classes` of [processor.{}]",
            added.off, entry.id
        );
    }
    Some(finding)
}
