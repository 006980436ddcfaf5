//! The graph of several moments: whatever was the case at one of them.

use super::{Collected, Graph, Processor};
use crate::flow::Flow;
use crate::vendor::{Catalogue, VendorId};
use std::collections::BTreeMap;

impl Graph {
    /// Joins the graphs of moments, oldest first; `flows` are those of all of them, each once. What cannot be joined is
    /// that of the last moment.
    pub(crate) fn union(moments: &[&Self], flows: Vec<Flow>, catalogue: &Catalogue) -> Self {
        let mut graph = Self { flows, ..Self::default() };
        if let Some(last) = moments.last() {
            graph.options.clone_from(&last.options);
            graph.unresolved.clone_from(&last.unresolved);
            graph.recipients.clone_from(&last.recipients);
        }
        let mut processors: BTreeMap<VendorId, Processor> = BTreeMap::new();
        let mut collected: BTreeMap<(VendorId, &str), &Collected> = BTreeMap::new();
        for moment in moments {
            for processor in &moment.processors {
                match processors.get_mut(&processor.vendor) {
                    Some(known) => join(known, processor),
                    None => drop(processors.insert(processor.vendor, processor.clone())),
                }
            }
            for entry in &moment.collected {
                let slot = collected.entry((entry.vendor, &entry.class)).or_insert(entry);
                // What was added at one moment was added; of equals the last is told.
                if entry.active || !slot.active {
                    *slot = entry;
                }
            }
            graph.routes.extend(moment.routes.iter().cloned());
        }
        graph.routes.sort();
        graph.routes.dedup_by(|a, b| (a.from, a.to) == (b.from, b.to));
        graph.processors = processors.into_values().collect();
        graph.collected = collected.into_values().cloned().collect();
        graph.connect(catalogue);
        graph
    }
}

fn join(known: &mut Processor, other: &Processor) {
    known.surfaces.extend(&other.surfaces);
    known.regions.extend(other.regions.iter().cloned());
    known.declared_only &= other.declared_only;
    known.contacts.extend(other.contacts.iter().cloned());
    known.contacts.sort();
    known.contacts.dedup();
    known.installed.extend(other.installed.iter().cloned());
    known.installed.sort();
    known.installed.dedup();
}
