//! "Vendor X was breached": what it got from this code, what it did not, and how bad that is.

use super::severity::{Enisa, Lure, enisa, lure};
use crate::flow::{Setting, Site};
use crate::graph::{Collected, Graph, Node};
use crate::personal::{Hint, Vocabulary};
use crate::policy::{self, Held};
use crate::vendor::{Catalogue, Protection, Vendor, VendorId};
use std::collections::{BTreeMap, BTreeSet};

/// The answer.
pub(crate) struct Exposure<'a> {
    /// Who.
    pub vendor: &'a Vendor,
    /// False where the code does not use the vendor at all.
    pub used: bool,
    /// Named in manifests, variables or policies, and not seen in use.
    pub declared_only: bool,
    /// Classes that code hands over.
    pub written: Vec<Leak<'a>>,
    /// Classes that SDK and server add.
    pub added: Vec<&'a Collected>,
    /// Classes that they would add, had this code not switched it off.
    pub switched_off: Vec<&'a Collected>,
    /// Classes that they would add, had this code switched it on.
    pub idle: Vec<&'a Collected>,
    /// What has no path to the vendor.
    pub absent: Vec<Absent>,
    /// Fields by which the vendor's data set joins ours, with their class and place.
    pub join_keys: Vec<(&'a str, &'a str, &'a Site)>,
    /// Named combinations.
    pub combinations: Vec<Held>,
    /// Severity; `None` where nothing was sent.
    pub enisa: Option<Enisa>,
    /// Lure score.
    pub lure: Lure,
    /// What leaving classes out would change.
    pub what_if: Vec<WhatIf>,
    /// Ids of sub-processors, theirs too.
    pub subprocessors: Vec<&'a str>,
    /// Countries of the vendor and of known sub-processors.
    pub countries: Vec<&'a str>,
    /// Regions that the code chose.
    pub regions: Vec<&'a str>,
}

/// A class that leaks.
pub(crate) struct Leak<'a> {
    /// The class.
    pub class: &'a str,
    /// What the code calls it.
    pub fields: BTreeSet<&'a str>,
    /// What was done to it everywhere; none as soon as one flow is bare.
    pub protection: Protection,
    /// Where it enters.
    pub places: BTreeSet<&'a Site>,
}

/// A group of classes of which nothing is sent.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Absent {
    /// The group (`credential`).
    pub group: String,
    /// For people: `passwords, tokens and keys`.
    pub words: Option<&'static str>,
}

/// The two numbers without some classes.
pub(crate) struct WhatIf {
    /// Written classes left out.
    pub without: Vec<String>,
    /// Severity then; `None` where nothing is left.
    pub enisa: Option<Enisa>,
    /// Lure score then.
    pub lure: Lure,
}

/// The groups that people ask for first, in words.
const HEADLINES: [(&str, &str); 5] = [
    ("content", "messages, prompts, files and recordings"),
    ("credential", "passwords, tokens and keys"),
    ("financial", "card, bank and payment data"),
    ("government", "identity documents and numbers"),
    ("special", "health, biometric and other special categories"),
];

/// Asks the graph.
pub(crate) fn exposure<'a>(
    graph: &'a Graph,
    catalogue: &'a Catalogue,
    vocabulary: &Vocabulary,
    id: VendorId,
) -> Exposure<'a> {
    let classes = graph.classes(id);
    let (added, inactive): (Vec<_>, Vec<_>) = graph.collected_by(id).partition(|c| c.active);
    let (idle, switched_off) = inactive.into_iter().partition(|c| c.idle);
    let behind = graph.behind(id);
    Exposure {
        vendor: catalogue.vendor(id),
        used: graph.processor(id).is_some(),
        declared_only: graph.processor(id).is_some_and(|p| p.declared_only),
        written: written(graph, id),
        added,
        switched_off,
        idle,
        absent: absent(vocabulary, &classes),
        join_keys: join_keys(graph, id),
        combinations: policy::held(vocabulary, classes.iter().copied()),
        enisa: enisa(vocabulary, &classes),
        lure: lure(vocabulary, &classes),
        what_if: what_if(graph, vocabulary, id),
        subprocessors: behind
            .iter()
            .filter_map(|n| if let Node::Subprocessor(s) = n { Some(s.as_str()) } else { None })
            .collect(),
        countries: behind
            .iter()
            .filter_map(|n| if let Node::Country(c) = n { Some(c.as_str()) } else { None })
            .collect(),
        regions: regions(graph, catalogue.vendor(id), id),
    }
}

fn written(graph: &Graph, id: VendorId) -> Vec<Leak<'_>> {
    let mut leaks: BTreeMap<&str, Leak<'_>> = BTreeMap::new();
    for (_, flow) in graph.flows_to(id) {
        let leak = leaks.entry(&flow.class).or_insert_with(|| Leak {
            class: &flow.class,
            fields: BTreeSet::new(),
            protection: flow.protection,
            places: BTreeSet::new(),
        });
        leak.fields.insert(&flow.field);
        leak.places.insert(&flow.source);
        if leak.protection != flow.protection {
            leak.protection = Protection::None;
        }
    }
    leaks.into_values().collect()
}

fn absent(vocabulary: &Vocabulary, classes: &BTreeSet<&str>) -> Vec<Absent> {
    let group = |id: &str| id.split('.').next().unwrap_or(id).to_owned();
    let sent: BTreeSet<String> = classes.iter().map(|c| group(c)).collect();
    let all: BTreeSet<String> = vocabulary.classes.iter().map(|c| group(&c.id)).collect();
    let words = |group: &str| HEADLINES.iter().find(|(g, _)| *g == group).map(|(_, words)| *words);
    let mut absent: Vec<Absent> = all
        .into_iter()
        .filter(|group| !sent.contains(group))
        .map(|group| Absent { words: words(&group), group })
        .collect();
    absent.sort_by_key(|a| a.words.is_none());
    absent
}

/// Identifiers that the code hands over, the ones given by position (`identify(id)`) first.
fn join_keys(graph: &Graph, id: VendorId) -> Vec<(&str, &str, &Site)> {
    let mut keys: Vec<_> = graph
        .flows_to(id)
        .filter(|(_, f)| {
            f.class.starts_with("identifier.")
                || f.class == "work.employee_id"
                || f.identified_by.contains(&Hint::Position)
        })
        .map(|(_, f)| {
            (!f.identified_by.contains(&Hint::Position), f.field.as_str(), f.class.as_str(), &f.source)
        })
        .collect();
    keys.sort();
    let mut seen = BTreeSet::new();
    keys.retain(|&(_, field, class, _)| seen.insert((field, class)));
    keys.into_iter().map(|(_, field, class, site)| (field, class, site)).collect()
}

/// Leaves out what weighs most, one class after the other, and keeps the steps that lower a band.
fn what_if(graph: &Graph, vocabulary: &Vocabulary, id: VendorId) -> Vec<WhatIf> {
    let mut written = graph.written(id);
    let added = graph.added(id);
    let mut heavy: Vec<_> = written
        .iter()
        .filter(|class| !added.contains(*class))
        .filter_map(|class| vocabulary.class(class))
        .filter(|class| class.dpc > 2 || class.ei > 0.25 || class.identifiability == "direct")
        .collect();
    heavy.sort_by(|a, b| b.dpc.max(2).cmp(&a.dpc.max(2)).then(b.ei.total_cmp(&a.ei)).then(a.id.cmp(&b.id)));
    let bands = |classes: &BTreeSet<&str>| {
        let enisa = enisa(vocabulary, classes);
        (enisa.as_ref().map_or("none", Enisa::band), lure(vocabulary, classes).band())
    };
    let mut last = bands(&written.union(&added).copied().collect());
    let mut without = Vec::new();
    let mut steps = Vec::new();
    for class in heavy {
        written.remove(class.id.as_str());
        without.push(class.id.clone());
        let rest: BTreeSet<&str> = written.union(&added).copied().collect();
        let now = bands(&rest);
        if now != last {
            last = now;
            steps.push(WhatIf {
                without: without.clone(),
                enisa: enisa(vocabulary, &rest),
                lure: lure(vocabulary, &rest),
            });
        }
    }
    steps
}

/// Regions of hosts that the code names, in addresses or options.
fn regions<'a>(graph: &'a Graph, vendor: &'a Vendor, id: VendorId) -> Vec<&'a str> {
    let hosts = graph.processor(id).into_iter().flat_map(|p| &p.contacts).map(|c| c.what.as_str());
    let settings = graph.options.iter().filter(|o| o.vendor == id).flat_map(|o| &o.given);
    let texts = settings.filter_map(|(_, s)| if let Setting::Text(t) = s { Some(t.as_str()) } else { None });
    let named: Vec<&str> = hosts.chain(texts).collect();
    let found = graph.processor(id).into_iter().flat_map(|p| &p.regions).map(String::as_str);
    let regions: BTreeSet<&str> = vendor
        .regions
        .iter()
        .filter(|(host, _)| named.iter().any(|text| text.contains(host.as_str())))
        .map(|(_, region)| region.as_str())
        .chain(found)
        .collect();
    regions.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn the_sample_leaks_what_it_sends_and_what_the_sdk_adds() {
        let sample = sample::sample();
        let mixpanel = sample.graph.processors[0].vendor;
        let exposure = exposure(&sample.graph, &sample.basis.catalogue, &sample.basis.vocabulary, mixpanel);
        assert!(exposure.used);
        assert_eq!(
            exposure.written.iter().map(|l| l.class).collect::<Vec<_>>(),
            ["contact.email", "identity.name"]
        );
        assert!(exposure.added.iter().any(|c| c.class == "location.city"));
        assert!(exposure.switched_off.iter().any(|c| c.class == "behavior.referrer"));
        let headline: Vec<&str> =
            exposure.absent.iter().filter(|a| a.words.is_some()).map(|a| a.group.as_str()).collect();
        assert_eq!(headline, ["content", "credential", "financial", "government", "special"]);
        assert_eq!(exposure.enisa.as_ref().map(|e| (e.score(), e.band())), Some((3.0, "High")));
        let last = exposure.what_if.last().unwrap();
        assert_eq!(last.without, ["contact.email", "identity.name"]);
        assert_eq!(last.enisa.as_ref().map(|e| (e.score(), e.band())), Some((1.5, "Low")));
        assert_eq!(last.lure, Lure::Score(0));
        assert_eq!(exposure.subprocessors, ["google-cloud"]);
    }
}
