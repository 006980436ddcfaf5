//! Where a customer-data platform hands things on: destinations of Segment and RudderStack kept in files, and tracking
//! plans, which say that events are planned at all.

use super::tree::{Format, Node};
use super::{File, Found, Kind};

pub(super) static KIND: Kind = Kind {
    id: "route",
    title: "Segment and RudderStack: destinations and tracking plans",
    files: &[
        "*segment*.json",
        "*segment*.yml",
        "*segment*.yaml",
        "*rudder*.json",
        "*rudder*.yml",
        "*rudder*.yaml",
        "*tracking*plan*.json",
        "*tracking*plan*.yml",
        "*tracking*plan*.yaml",
        "*destinations*.json",
        "*workspace*config*.json",
        "typewriter.yml",
    ],
    code: false,
    read,
};

fn read(file: &File<'_>, found: &mut Found) {
    let name = file.name().to_ascii_lowercase();
    let format = if name.ends_with(".json") { Format::Json } else { Format::Yaml };
    let lower = file.text.to_ascii_lowercase();
    let rudder = name.contains("rudder") || lower.contains("rudder");
    let segment = name.contains("segment") || lower.contains("segment") || name == "typewriter.yml";
    if !rudder && !segment {
        return;
    }
    let (hub, kind) = if rudder {
        ("rudder-workspace", "rudder-destination")
    } else {
        ("segment-workspace", "segment-destination")
    };
    let mut any = false;
    for root in file.documents(format, found) {
        any |= destinations(root, kind, found, 0);
        let plan = root
            .path("rules.events")
            .or_else(|| root.path("tracking_plan"))
            .or_else(|| root.get("trackingPlans"));
        if let Some(plan) = plan {
            any = true;
            found.component(plan.at, hub, "tracking plan");
        }
    }
    if any
        && let Some(at) = found
            .seen
            .iter()
            .find(|seen| matches!(&seen.fact, super::Fact::Component { kind: k, .. } if *k == kind))
            .map(|seen| seen.span)
    {
        found.component(super::At { start: at.start, end: at.end }, hub, "workspace");
    }
}

/// Every list or map called `destinations`, at any depth.
fn destinations(node: &Node, kind: &'static str, found: &mut Found, depth: usize) -> bool {
    let mut any = false;
    if depth > 16 {
        return any;
    }
    for entry in node.entries() {
        if entry.key == "destinations" || entry.key == "integrations" {
            for item in entry.value.items() {
                any |= destination(item, kind, found);
            }
            for member in entry.value.entries() {
                if member.value.get("enabled").and_then(Node::written) != Some("false")
                    && member.value.written() != Some("false")
                    && member.key != "All"
                {
                    found.component(member.at, kind, &member.key);
                    any = true;
                }
            }
        } else {
            any |= destinations(&entry.value, kind, found, depth + 1);
        }
    }
    for item in node.items() {
        any |= destinations(item, kind, found, depth + 1);
    }
    any
}

fn destination(item: &Node, kind: &'static str, found: &mut Found) -> bool {
    if item.get("enabled").and_then(Node::written) == Some("false") {
        return false;
    }
    let names = ["destinationDefinition.name", "metadata.slug", "metadata.name", "type", "slug", "name"];
    let name = if item.text().is_some() { Some(item) } else { names.iter().find_map(|path| item.path(path)) };
    let Some(name) = name else { return false };
    found.component(name.at, kind, name.text().unwrap_or_default());
    true
}
