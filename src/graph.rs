//! The graph of the answer: class -> source -> sink -> processor -> sub-processor / country.
//!
//! Built once from the analysis; policy, views and reports ask it. The only home of petgraph. It judges nothing.

mod declared;
mod options;
mod part;
mod recipient;
mod union;

use crate::flow::{Analysis, Contact, ContactKind, Flow, Options, Site, Unresolved};
use crate::ir::Span;
use crate::source::Sources;
use crate::vendor::{Automatic, Catalogue, Surface, VendorId};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::Dfs;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use declared::{Declared, Installed, Route};
pub(crate) use options::{Given, all, any, covers, describe, given};
pub(crate) use recipient::Recipient;

/// A processor: a vendor that the audited code uses.
#[derive(Clone, Debug)]
pub struct Processor {
    /// The vendor.
    pub vendor: VendorId,
    /// Where it is used.
    pub surfaces: BTreeSet<Surface>,
    /// How it was seen, sorted.
    pub contacts: Vec<Contact>,
    /// Named in manifests, variables or policies only: nothing was seen to use it.
    pub declared_only: bool,
    /// Its packages, with their versions.
    pub installed: Vec<Installed>,
    /// Regions that its hosts stand for.
    pub regions: BTreeSet<String>,
}

impl Processor {
    /// An empty one.
    pub(crate) fn of(vendor: VendorId) -> Self {
        Self {
            vendor,
            surfaces: BTreeSet::new(),
            contacts: Vec::new(),
            declared_only: false,
            installed: Vec::new(),
            regions: BTreeSet::new(),
        }
    }
}

/// A class that the SDK or the server adds, for this code.
#[derive(Clone, Debug)]
pub struct Collected {
    /// The processor.
    pub vendor: VendorId,
    /// Class id.
    pub class: String,
    /// Added by the server.
    pub by_server: bool,
    /// What it is derived from.
    pub from: String,
    /// False where this code switches it off.
    pub active: bool,
    /// The switch, for people: `ip: false`; empty where there is none.
    pub off: String,
    /// What switches it on, for people; empty where it is on by itself.
    pub on: String,
    /// Not active because nobody switched it on.
    pub idle: bool,
    /// The init call, or else the first contact.
    pub at: Span,
    /// Who says so.
    pub source: String,
}

/// A node of the graph.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// A personal-data class.
    Class(String),
    /// The place where a value enters, by the index of its flow's source.
    Source(crate::flow::Site),
    /// The place where it leaves.
    Sink(crate::flow::Site),
    /// A processor.
    Processor(VendorId),
    /// A sub-processor, by id.
    Subprocessor(String),
    /// A country of a processor.
    Country(String),
}

/// The answer.
#[derive(Debug, Default)]
pub struct Graph {
    /// The net.
    pub net: DiGraph<Node, Option<usize>>,
    /// Sorted by vendor id.
    pub processors: Vec<Processor>,
    /// Sorted; an edge class -> source carries the index of its flow.
    pub flows: Vec<Flow>,
    /// Sorted.
    pub collected: Vec<Collected>,
    /// Options seen, for rules that judge them.
    pub options: Vec<Options>,
    /// What could not be followed.
    pub unresolved: Vec<Unresolved>,
    /// Processors that hand on to vendors. Sorted.
    pub routes: Vec<Route>,
    /// Hosts that nobody knows. Sorted.
    pub recipients: Vec<Recipient>,
}

impl Graph {
    /// Builds the graph from code and from evidence outside it.
    pub fn with(mut analysis: Analysis, declared: Declared, catalogue: &Catalogue) -> Self {
        let processors = processors(&analysis, &declared, catalogue);
        analysis.options.extend(declared.options);
        let mut collected: Vec<Collected> =
            processors.iter().flat_map(|p| collected(p, &analysis.options, catalogue)).collect();
        collected.sort_by(|a, b| (a.vendor, &a.class).cmp(&(b.vendor, &b.class)));
        let mut graph = Self {
            net: DiGraph::new(),
            processors,
            flows: analysis.flows,
            collected,
            options: analysis.options,
            unresolved: analysis.unresolved,
            routes: declared.routes,
            recipients: declared.recipients,
        };
        graph.connect(catalogue);
        graph
    }

    fn connect(&mut self, catalogue: &Catalogue) {
        let mut net = Net::default();
        for (index, flow) in self.flows.iter().enumerate() {
            let class = net.node(Node::Class(flow.class.clone()));
            let source = net.node(Node::Source(flow.source.clone()));
            let sink = net.node(Node::Sink(flow.sink.clone()));
            let processor = net.node(Node::Processor(flow.vendor));
            net.graph.add_edge(class, source, Some(index));
            net.graph.add_edge(source, sink, Some(index));
            net.graph.update_edge(sink, processor, Some(index));
        }
        for entry in self.collected.iter().filter(|c| c.active) {
            let class = net.node(Node::Class(entry.class.clone()));
            let processor = net.node(Node::Processor(entry.vendor));
            net.graph.update_edge(class, processor, None);
        }
        for processor in &self.processors {
            net.vendor(processor.vendor, catalogue);
        }
        for route in &self.routes {
            let from = net.node(Node::Processor(route.from));
            let entry = catalogue.vendor(route.to);
            let to = net.node(Node::Subprocessor(entry.id.clone()));
            let country = net.node(Node::Country(entry.country.clone()));
            net.graph.update_edge(from, to, None);
            net.graph.update_edge(to, country, None);
        }
        self.net = net.graph;
    }

    /// The processor entry of a vendor, if the code uses it.
    pub fn processor(&self, vendor: VendorId) -> Option<&Processor> {
        self.processors.iter().find(|p| p.vendor == vendor)
    }

    /// Flows into a vendor, with their indexes.
    pub fn flows_to(&self, vendor: VendorId) -> impl Iterator<Item = (usize, &Flow)> {
        self.flows.iter().enumerate().filter(move |(_, flow)| flow.vendor == vendor)
    }

    /// What SDK and server of a vendor add, switched off or not.
    pub fn collected_by(&self, vendor: VendorId) -> impl Iterator<Item = &Collected> {
        self.collected.iter().filter(move |c| c.vendor == vendor)
    }

    /// Classes that the code hands to a vendor.
    pub fn written(&self, vendor: VendorId) -> BTreeSet<&str> {
        self.flows_to(vendor).map(|(_, flow)| flow.class.as_str()).collect()
    }

    /// Classes that a vendor adds by itself and this code does not switch off.
    pub fn added(&self, vendor: VendorId) -> BTreeSet<&str> {
        self.collected_by(vendor).filter(|c| c.active).map(|c| c.class.as_str()).collect()
    }

    /// Every class that a vendor receives.
    pub fn classes(&self, vendor: VendorId) -> BTreeSet<&str> {
        let mut classes = self.written(vendor);
        classes.append(&mut self.added(vendor));
        classes
    }

    /// Places where a class enters on its way to a vendor, each once.
    pub fn places(&self, vendor: VendorId, class: &str) -> BTreeSet<&Site> {
        self.flows_to(vendor).filter(|(_, flow)| flow.class == class).map(|(_, flow)| &flow.source).collect()
    }

    /// Processors that receive a class, by writing or by collecting.
    pub fn receivers(&self, class: &str) -> Vec<VendorId> {
        self.processors.iter().map(|p| p.vendor).filter(|&v| self.classes(v).contains(class)).collect()
    }

    /// Everybody behind a vendor: sub-processors, theirs too, and all countries. Sorted.
    pub fn behind(&self, vendor: VendorId) -> Vec<&Node> {
        let Some(start) = self.net.node_indices().find(|&i| self.net[i] == Node::Processor(vendor)) else {
            return Vec::new();
        };
        let mut walk = Dfs::new(&self.net, start);
        let mut found = Vec::new();
        while let Some(index) = walk.next(&self.net) {
            if index != start {
                found.push(&self.net[index]);
            }
        }
        found.sort();
        found
    }
}

/// The net under construction: every node once.
#[derive(Default)]
struct Net {
    graph: DiGraph<Node, Option<usize>>,
    known: BTreeMap<Node, NodeIndex>,
}

impl Net {
    fn node(&mut self, node: Node) -> NodeIndex {
        if let Some(&index) = self.known.get(&node) {
            return index;
        }
        let index = self.graph.add_node(node.clone());
        self.known.insert(node, index);
        index
    }

    /// Adds who stands behind a vendor. Sub-processors that are in the catalogue bring their own.
    fn vendor(&mut self, vendor: VendorId, catalogue: &Catalogue) {
        let start = self.node(Node::Processor(vendor));
        let mut todo = vec![(start, vendor)];
        let mut seen = BTreeSet::from([vendor]);
        while let Some((from, vendor)) = todo.pop() {
            let entry = catalogue.vendor(vendor);
            if !entry.country.is_empty() {
                let country = self.node(Node::Country(entry.country.clone()));
                self.graph.update_edge(from, country, None);
            }
            for id in &entry.subprocessors {
                let sub = self.node(Node::Subprocessor(id.clone()));
                self.graph.update_edge(from, sub, None);
                if let Some(next) = catalogue.by_id(id)
                    && seen.insert(next)
                {
                    todo.push((sub, next));
                }
            }
        }
    }
}

/// Vendors are sorted by id in the catalogue, so their numbers sort the same way.
fn processors(analysis: &Analysis, declared: &Declared, catalogue: &Catalogue) -> Vec<Processor> {
    let mut found: BTreeMap<VendorId, Processor> = BTreeMap::new();
    for contact in analysis.contacts.iter().chain(&declared.contacts) {
        let processor = found.entry(contact.vendor).or_insert_with(|| Processor::of(contact.vendor));
        processor.contacts.push(contact.clone());
    }
    for flow in &analysis.flows {
        found.entry(flow.vendor).or_insert_with(|| Processor::of(flow.vendor)).surfaces.insert(flow.surface);
    }
    let mut processors: Vec<Processor> = found.into_values().collect();
    for processor in &mut processors {
        // Surfaces that are seen tell more than what a manifest lets one guess.
        let written = !processor.surfaces.is_empty();
        let seen = declared::in_use(&processor.contacts);
        processor.declared_only = !written && !seen;
        let counts = |contact: &&Contact| processor.declared_only || !declared::is_declaration(contact.kind);
        processor.surfaces.extend(processor.contacts.iter().filter(counts).map(|c| c.surface));
        processor.contacts.sort_by(|a, b| (a.span, a.kind, &a.what).cmp(&(b.span, b.kind, &b.what)));
        processor.contacts.dedup();
        processor.installed =
            declared.installed.iter().filter(|i| i.vendor == processor.vendor).cloned().collect();
        let regions = declared.regions.iter().filter(|(vendor, _)| *vendor == processor.vendor);
        processor.regions = regions.map(|(_, region)| region.clone()).collect();
        let hosts = processor.contacts.iter().filter(|c| c.kind == ContactKind::Host);
        let called = hosts.filter_map(|c| catalogue.region(c.vendor, &c.what));
        processor.regions.extend(called.map(str::to_owned));
    }
    let build_tool = |p: &Processor| declared::only_development(&p.contacts, p.vendor, &p.installed);
    processors.retain(|p| !p.surfaces.is_empty() && (!p.declared_only || !build_tool(p)));
    processors
}

/// What a processor adds by itself, one entry a class.
fn collected(processor: &Processor, options: &[Options], catalogue: &Catalogue) -> Vec<Collected> {
    let mut merged: BTreeMap<String, Vec<Collected>> = BTreeMap::new();
    for automatic in &catalogue.vendor(processor.vendor).automatic {
        let versions = &automatic.versions;
        let meant = |c: &&Contact| {
            !c.root.is_empty()
                && covers(&automatic.of, &c.root)
                && versions.hold(c.version.as_ref())
                && c.may_run_on(&automatic.surfaces)
        };
        let Some(contact) = processor.contacts.iter().find(meant) else { continue };
        let inits = given(options, processor.vendor, &automatic.of, versions, &automatic.surfaces);
        let running = inits.iter().find(|init| is_active(automatic, init));
        let active = running.is_some() || (inits.is_empty() && is_active(automatic, &Given::default()));
        let at = running.or(inits.first()).and_then(|init| init.span).unwrap_or(contact.span);
        for class in &automatic.classes {
            merged.entry(class.clone()).or_default().push(Collected {
                vendor: processor.vendor,
                class: class.clone(),
                by_server: automatic.by_server,
                from: automatic.from.clone(),
                active,
                off: describe(&automatic.off),
                on: describe(&automatic.on),
                idle: !active && inits.iter().all(|init| all(&automatic.on, init) == Some(false)),
                at,
                source: automatic.source.clone(),
            });
        }
    }
    merged.into_values().filter_map(merge).collect()
}

/// Not knowing an option counts as active: the vendor may get it.
fn is_active(automatic: &Automatic, init: &Given<'_>) -> bool {
    let on = all(&automatic.on, init).unwrap_or(true);
    let off = !automatic.off.is_empty() && all(&automatic.off, init) == Some(true);
    on && !off
}

/// Several entries of one class: active if any is; switched off only by all their switches together.
fn merge(entries: Vec<Collected>) -> Option<Collected> {
    let active = entries.iter().any(|e| e.active);
    let relevant: Vec<&Collected> = entries.iter().filter(|e| e.active == active).collect();
    let mut switches: Vec<&str> = Vec::new();
    for entry in &relevant {
        if !switches.contains(&entry.off.as_str()) {
            switches.push(&entry.off);
        }
    }
    let off = if switches.contains(&"") { String::new() } else { switches.join(" and ") };
    let idle = !active && entries.iter().all(|e| e.idle);
    // Switched off tells more than never switched on.
    let first = entries.into_iter().filter(|e| e.active == active).min_by_key(|e| e.idle)?;
    Some(Collected { off, idle, ..first })
}

/// A short stable name for something that its parts make unique.
pub(crate) fn digest(parts: &[&str]) -> String {
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(parts.join("\u{1f}").as_bytes()))
}

/// `file#function`: how ids and the lock name a place, so that moving lines changes nothing.
pub(crate) fn place(sources: &Sources, site: &Site) -> String {
    format!("{}#{}", sources.path(site.span.file), site.function)
}

/// The ids of all flows, by index. Flows that their parts cannot tell apart are numbered in order.
pub(crate) fn flow_ids(flows: &[Flow], sources: &Sources, catalogue: &Catalogue) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    flows
        .iter()
        .map(|flow| {
            let id = digest(&[
                &catalogue.vendor(flow.vendor).id,
                &flow.class,
                &flow.field,
                &flow.call,
                &place(sources, &flow.source),
                &place(sources, &flow.sink),
            ]);
            let count = seen.entry(id.clone()).and_modify(|n| *n += 1).or_insert(1);
            if *count == 1 { id } else { format!("{id}-{count}") }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn the_sample_has_what_it_says() {
        let sample = sample::sample();
        let graph = &sample.graph;
        assert_eq!(graph.processors.len(), 3);
        let mixpanel = graph.processors[0].vendor;
        assert_eq!(
            graph.written(mixpanel).into_iter().collect::<Vec<_>>(),
            ["contact.email", "identity.name"]
        );
        assert!(graph.added(mixpanel).contains("location.city"));
        assert!(graph.behind(mixpanel).contains(&&Node::Subprocessor("google-cloud".into())));
        assert!(graph.behind(mixpanel).contains(&&Node::Country("US".into())));
        assert_eq!(graph.receivers("contact.email"), [mixpanel]);
        let ids = flow_ids(&graph.flows, &sample.sources, &sample.basis.catalogue);
        assert!(ids.iter().all(|id| id.len() == 16), "{ids:?}");
    }

    #[test]
    fn equal_flows_get_numbered_ids() {
        let sample = sample::sample();
        let twice = [sample.graph.flows[0].clone(), sample.graph.flows[0].clone()];
        let ids = flow_ids(&twice, &sample.sources, &sample.basis.catalogue);
        assert_eq!(ids[1], format!("{}-2", ids[0]));
    }
}
