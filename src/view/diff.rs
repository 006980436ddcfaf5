//! What changed between two audits of one tree: processors, flows, what is added by itself, findings, and how bad a
//! breach of each vendor would be before and after.
//!
//! It pairs what is the same on both sides; code that moved is not new. It judges nothing and counts only what is there.

use super::renames::renames;
use super::severity::{Enisa, Lure, enisa, lure};
use crate::flow::{Flow, Site};
use crate::graph::{self, Graph};
use crate::ir::FileId;
use crate::personal::Vocabulary;
use crate::policy::{Finding, Severity};
use crate::source::Sources;
use crate::vendor::{Protection, Surface, VendorId};
use std::collections::{BTreeMap, BTreeSet};

/// One of the two audits.
#[derive(Clone, Copy)]
pub(crate) struct Side<'a> {
    /// Who gets what.
    pub graph: &'a Graph,
    /// The text.
    pub sources: &'a Sources,
    /// What the policy says.
    pub findings: &'a [Finding],
}

/// The answer. Numbers of flows and findings are indexes into those of their side.
#[derive(Debug, Default)]
pub(crate) struct Diff {
    /// Sorted by vendor.
    pub processors: Vec<ProcessorChange>,
    /// Flows that are only in head.
    pub added: Vec<usize>,
    /// Flows that were only in base.
    pub removed: Vec<usize>,
    /// Flows that are in both and not the same.
    pub changed: Vec<FlowChange>,
    /// Number of flows that are in both as they were.
    pub same: usize,
    /// Classes that SDK or server add in one of the two only. Sorted.
    pub automatic: Vec<AutomaticChange>,
    /// Findings that are only in head.
    pub new: Vec<usize>,
    /// Findings of head that were there, and weigh more or have new flows.
    pub grown: Vec<Grown>,
    /// Findings that were only in base.
    pub gone: Vec<usize>,
    /// Vendors that get something else than before.
    pub exposure: Vec<Delta>,
    /// Files that are in head under another name, as far as flows and findings name them.
    pub renamed: BTreeMap<String, String>,
}

/// What became of a vendor.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ProcessorChange {
    /// Who.
    pub vendor: VendorId,
    /// What.
    pub what: Processing,
}

/// New, gone, or used in another way.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Processing {
    /// New.
    Added,
    /// Gone.
    Removed,
    /// On both sides.
    Changed(Vec<Use>),
}

/// A way of use that came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// It was only declared and is used now, or the other way round.
    Begun(bool),
    /// A surface.
    Surface(Surface, bool),
    /// A region.
    Region(String, bool),
}

/// A flow that is not what it was.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FlowChange {
    /// Index in base.
    pub base: usize,
    /// Index in head.
    pub head: usize,
    /// In which respects.
    pub aspects: Vec<Aspect>,
}

/// A respect in which a flow changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Aspect {
    Class,
    Field,
    Protection,
    Surface,
    Confidence,
    Call,
    /// The place where the value enters.
    Source,
    /// The place where it leaves.
    Sink,
}

/// A class that a vendor began or ceased to add by itself.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct AutomaticChange {
    pub vendor: VendorId,
    pub class: String,
    /// True where it began.
    pub added: bool,
}

/// A finding that is worse than it was.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Grown {
    /// Index in head.
    pub finding: usize,
    /// Flows of it that are new.
    pub flows: Vec<usize>,
    /// What it weighed, if that was less.
    pub from: Option<Severity>,
}

/// What a breach of a vendor would be, before and after.
#[derive(Debug)]
pub(crate) struct Delta {
    pub vendor: VendorId,
    pub base: Harm,
    pub head: Harm,
    /// Classes that it gets now.
    pub gained: Vec<String>,
    /// Classes that it does not get any more.
    pub lost: Vec<String>,
}

/// The two numbers of a vendor.
#[derive(Debug)]
pub(crate) struct Harm {
    /// `None` where nothing is sent.
    pub enisa: Option<Enisa>,
    pub lure: Lure,
}

/// Compares.
pub(crate) fn diff(base: Side<'_>, head: Side<'_>, vocabulary: &Vocabulary) -> Diff {
    let renamed = renamed(&base, &head);
    let pairs = pair_flows(&base, &head, &renamed, false);
    let mut diff = Diff {
        processors: processors(base.graph, head.graph),
        automatic: automatic(base.graph, head.graph),
        exposure: exposure(base.graph, head.graph, vocabulary),
        ..Diff::default()
    };
    let mut matched = BTreeSet::new();
    for (i, pair) in pairs.iter().enumerate() {
        let Some(j) = *pair else {
            diff.added.push(i);
            continue;
        };
        matched.insert(j);
        let aspects = aspects(&base, &head, &renamed, (j, i));
        if aspects.is_empty() {
            diff.same += 1;
        } else {
            diff.changed.push(FlowChange { base: j, head: i, aspects });
        }
    }
    diff.removed = (0..base.graph.flows.len()).filter(|j| !matched.contains(j)).collect();
    compare_findings(&mut diff, &base, &head, &pairs, &renamed);
    diff.renamed = renamed;
    diff
}

/// Files that are called otherwise in head, as far as flows and findings name them.
pub(super) fn renamed(base: &Side<'_>, head: &Side<'_>) -> BTreeMap<String, String> {
    renames(base.sources, head.sources, (&files(base), &files(head)))
}

/// What a flow is, with the names of its own side: the strictest of all comparisons.
pub(super) fn exact(side: &Side<'_>, flow: &Flow) -> Vec<String> {
    let place = |site| graph::place(side.sources, site);
    TIERS[0](flow, &place(&flow.source), &place(&flow.sink))
}

/// Files that flows and findings of a side name.
fn files(side: &Side<'_>) -> BTreeSet<FileId> {
    let flows = side.graph.flows.iter().flat_map(|flow| [flow.source.span.file, flow.sink.span.file]);
    let findings = side.findings.iter().filter_map(|finding| Some(finding.at?.file));
    flows.chain(findings).filter(|file| side.sources.has(*file)).collect()
}

/// `file#function` as it is called in head.
fn place(side: &Side<'_>, site: &Site, renamed: &BTreeMap<String, String>) -> String {
    match renamed.get(side.sources.path(site.span.file)) {
        Some(path) => format!("{path}#{}", site.function),
        None => graph::place(side.sources, site),
    }
}

/// What is compared of a flow, given its places.
type Key = fn(&Flow, &str, &str) -> Vec<String>;

/// By how much two flows must agree to be one, strictest first: a flow whose code moved, whose call or name changed, or
/// whose value is another class now is still that flow.
const TIERS: [Key; 6] = [
    |flow, source, sink| {
        vec![flow.class.clone(), flow.field.clone(), flow.call.clone(), source.to_owned(), sink.to_owned()]
    },
    |flow, _, sink| vec![flow.class.clone(), flow.field.clone(), flow.call.clone(), sink.to_owned()],
    |flow, _, _| vec![flow.class.clone(), flow.field.clone(), flow.call.clone()],
    |flow, _, _| vec![flow.class.clone(), flow.field.clone()],
    |flow, source, _| vec![flow.class.clone(), source.to_owned()],
    |flow, source, _| vec![flow.field.clone(), source.to_owned()],
];

/// For each flow of head the flow of base that it is; of the same class, where only that will do.
pub(super) fn pair_flows(
    base: &Side<'_>,
    head: &Side<'_>,
    renamed: &BTreeMap<String, String>,
    same_class: bool,
) -> Vec<Option<usize>> {
    let nothing = BTreeMap::new();
    let places = |side: &Side<'_>, names: &BTreeMap<String, String>| -> Vec<(String, String)> {
        let both = |flow: &Flow| (place(side, &flow.source, names), place(side, &flow.sink, names));
        side.graph.flows.iter().map(both).collect()
    };
    let (old_places, new_places) = (places(base, renamed), places(head, &nothing));
    let mut pairs = vec![None; head.graph.flows.len()];
    let mut left: BTreeSet<usize> = (0..base.graph.flows.len()).collect();
    // In the last tier the class is not compared.
    for key in &TIERS[..TIERS.len() - usize::from(same_class)] {
        let mut open: BTreeMap<(VendorId, Vec<String>), Vec<usize>> = BTreeMap::new();
        for &j in left.iter().rev() {
            let (flow, (source, sink)) = (&base.graph.flows[j], &old_places[j]);
            open.entry((flow.vendor, key(flow, source, sink))).or_default().push(j);
        }
        for (i, flow) in
            head.graph.flows.iter().enumerate().filter(|(i, _)| pairs[*i].is_none()).collect::<Vec<_>>()
        {
            let (source, sink) = &new_places[i];
            let found = open.get_mut(&(flow.vendor, key(flow, source, sink))).and_then(Vec::pop);
            if let Some(j) = found {
                left.remove(&j);
                pairs[i] = Some(j);
            }
        }
    }
    pairs
}

fn aspects(
    base: &Side<'_>,
    head: &Side<'_>,
    renamed: &BTreeMap<String, String>,
    (j, i): (usize, usize),
) -> Vec<Aspect> {
    let (old, new) = (&base.graph.flows[j], &head.graph.flows[i]);
    let nothing = BTreeMap::new();
    let moved = |old: &Site, new: &Site| place(base, old, renamed) != place(head, new, &nothing);
    let differs = [
        (Aspect::Class, old.class != new.class),
        (Aspect::Field, old.field != new.field),
        (Aspect::Protection, old.protection != new.protection),
        (Aspect::Surface, old.surface != new.surface),
        (Aspect::Confidence, old.confidence != new.confidence),
        (Aspect::Call, old.call != new.call),
        (Aspect::Source, moved(&old.source, &new.source)),
        (Aspect::Sink, moved(&old.sink, &new.sink)),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(aspect, _)| aspect).collect()
}

/// Whoever is on one side at least.
pub(super) fn vendors(base: &Graph, head: &Graph) -> BTreeSet<VendorId> {
    base.processors.iter().chain(&head.processors).map(|p| p.vendor).collect()
}

fn processors(base: &Graph, head: &Graph) -> Vec<ProcessorChange> {
    let change = |vendor| match (base.processor(vendor), head.processor(vendor)) {
        (None, _) => Some(Processing::Added),
        (_, None) => Some(Processing::Removed),
        (Some(old), Some(new)) => {
            let mut uses = Vec::new();
            if old.declared_only != new.declared_only {
                uses.push(Use::Begun(!new.declared_only));
            }
            let surfaces = old.surfaces.symmetric_difference(&new.surfaces);
            uses.extend(surfaces.map(|&s| Use::Surface(s, new.surfaces.contains(&s))));
            let regions = old.regions.symmetric_difference(&new.regions);
            uses.extend(regions.map(|r| Use::Region(r.clone(), new.regions.contains(r))));
            (!uses.is_empty()).then_some(Processing::Changed(uses))
        }
    };
    let all = vendors(base, head).into_iter();
    all.filter_map(|vendor| Some(ProcessorChange { vendor, what: change(vendor)? })).collect()
}

fn automatic(base: &Graph, head: &Graph) -> Vec<AutomaticChange> {
    let mut changes = Vec::new();
    for vendor in vendors(base, head) {
        let (old, new) = (base.added(vendor), head.added(vendor));
        for class in old.symmetric_difference(&new) {
            let added = new.contains(class);
            changes.push(AutomaticChange { vendor, class: (*class).to_owned(), added });
        }
    }
    changes
}

fn exposure(base: &Graph, head: &Graph, vocabulary: &Vocabulary) -> Vec<Delta> {
    let harm = |classes: &BTreeSet<&str>| Harm {
        enisa: enisa(vocabulary, classes),
        lure: lure(vocabulary, classes),
    };
    let owned = |classes: &BTreeSet<&str>, but: &BTreeSet<&str>| {
        classes.difference(but).map(|class| (*class).to_owned()).collect::<Vec<String>>()
    };
    vendors(base, head)
        .into_iter()
        .filter_map(|vendor| {
            let (old, new) = (base.classes(vendor), head.classes(vendor));
            (old != new).then(|| Delta {
                vendor,
                base: harm(&old),
                head: harm(&new),
                gained: owned(&new, &old),
                lost: owned(&old, &new),
            })
        })
        .collect()
}

/// What somebody accepted counts on neither side.
fn counted(findings: &[Finding]) -> impl Iterator<Item = (usize, &Finding)> {
    findings.iter().enumerate().filter(|(_, finding)| finding.is_open())
}

fn compare_findings(
    diff: &mut Diff,
    base: &Side<'_>,
    head: &Side<'_>,
    pairs: &[Option<usize>],
    renamed: &BTreeMap<String, String>,
) {
    let added: BTreeSet<usize> = diff.added.iter().copied().collect();
    let mut left: BTreeSet<usize> = counted(base.findings).map(|(j, _)| j).collect();
    let mut open: Vec<(usize, &Finding)> = counted(head.findings).collect();
    let file = |side: &Side<'_>, finding: &Finding| {
        let path = side.sources.path(finding.at?.file);
        Some(renamed.get(path).map_or(path, String::as_str).to_owned())
    };
    let shares = |old: &Finding, new: &Finding| {
        new.flows.iter().any(|i| pairs[*i].is_some_and(|j| old.flows.contains(&j)))
    };
    // What is protected now is not worse than what was bare, whatever class that makes of it.
    let softened = |old: &Finding, new: &Finding| {
        !new.flows.is_empty()
            && new.flows.iter().all(|&i| {
                let was = pairs[i].filter(|j| old.flows.contains(j)).map(|j| base.graph.flows[j].protection);
                was == Some(Protection::None) && head.graph.flows[i].protection != Protection::None
            })
    };
    // The id, a flow in common, the file, the same words, a flow that is protected now.
    for tier in 0..5 {
        open.retain(|&(i, new)| {
            let about =
                |old: &Finding| (&old.rule, old.vendor, &old.class) == (&new.rule, new.vendor, &new.class);
            let found = left.iter().copied().find(|j| {
                let old = &base.findings[*j];
                match tier {
                    0 => old.id == new.id,
                    1 => about(old) && shares(old, new),
                    2 => about(old) && new.flows.is_empty() && file(base, old) == file(head, new),
                    3 => about(old) && new.flows.is_empty() && old.message == new.message,
                    _ => old.rule == new.rule && old.vendor == new.vendor && softened(old, new),
                }
            });
            let Some(j) = found else { return true };
            left.remove(&j);
            let flows: Vec<usize> = new.flows.iter().copied().filter(|i| added.contains(i)).collect();
            let from = Some(base.findings[j].severity).filter(|old| *old < new.severity);
            if !flows.is_empty() || from.is_some() {
                diff.grown.push(Grown { finding: i, flows, from });
            }
            false
        });
    }
    diff.new = open.into_iter().map(|(i, _)| i).collect();
    diff.gone = left.into_iter().collect();
    diff.grown.sort_by_key(|grown| grown.finding);
}

impl Diff {
    /// True where nothing changed that somebody would want to know.
    pub(crate) fn is_empty(&self) -> bool {
        self.processors.is_empty()
            && self.added.is_empty()
            && self.removed.is_empty()
            && self.changed.is_empty()
            && self.automatic.is_empty()
            && self.new.is_empty()
            && self.grown.is_empty()
            && self.gone.is_empty()
    }

    /// Findings that this change is to answer for: new ones and those that grew. Sorted.
    pub(crate) fn news(&self) -> Vec<usize> {
        let mut news: Vec<usize> =
            self.new.iter().copied().chain(self.grown.iter().map(|grown| grown.finding)).collect();
        news.sort_unstable();
        news
    }
}
