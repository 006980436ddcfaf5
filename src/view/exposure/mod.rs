//! "Vendor X was breached": what it got from this code, what it did not, and how bad that is.
//!
//! The answer is an upper bound: everything that has a path to the vendor, by code, by SDK and server, and by whoever
//! hands on to it. `fixes.rs` searches what would lower it, `draft.rs` words it for the authority and the people
//! concerned, `dataset.rs` says what the leaked data set should look like.

mod dataset;
mod draft;
mod fixes;

pub(crate) use dataset::{Column, Dataset, How, dataset};
pub(crate) use draft::{Draft, Origin, draft};
pub(crate) use fixes::Fix;

use super::severity::{Assumptions, Enisa, Lure, Scale};
use crate::flow::{Setting, Site, Unresolved};
use crate::graph::{Collected, Graph, Node, Route};
use crate::personal::{Hint, Vocabulary};
use crate::policy::{self, Held, Policy};
use crate::vendor::{Catalogue, Protection, Surface, Vendor, VendorId};
use std::cmp::Reverse;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// What is asked, of what.
pub(crate) struct Question<'a> {
    /// The graph.
    pub graph: &'a Graph,
    /// Who the vendors are.
    pub catalogue: &'a Catalogue,
    /// Classes and kinds of people.
    pub vocabulary: &'a Vocabulary,
    /// What the organisation says.
    pub policy: &'a Policy,
    /// What somebody knows better than the tables.
    pub assumptions: &'a Assumptions,
}

/// The answer.
pub(crate) struct Exposure<'a> {
    /// Who.
    pub vendor: &'a Vendor,
    /// False where the code does not use the vendor at all.
    pub used: bool,
    /// Named in manifests, variables or policies, and not seen in use.
    pub declared_only: bool,
    /// Where it is used.
    pub surfaces: BTreeSet<Surface>,
    /// Classes that code hands over.
    pub written: Vec<Leak<'a>>,
    /// Classes that SDK and server add.
    pub added: Vec<&'a Collected>,
    /// Classes that others may hand on to it.
    pub forwarded: Vec<Forwarded<'a>>,
    /// Classes that they would add, had this code not switched it off.
    pub switched_off: Vec<&'a Collected>,
    /// Classes that they would add, had this code switched it on.
    pub idle: Vec<&'a Collected>,
    /// All that it holds.
    pub classes: BTreeSet<&'a str>,
    /// Kinds of people, as far as the names of fields tell.
    pub subjects: BTreeSet<&'a str>,
    /// What the register says.
    pub recorded: Recorded<'a>,
    /// What has no path to the vendor.
    pub absent: Vec<Absent<'a>>,
    /// Places that lead to the vendor, or may, and could not be followed.
    pub gaps: Vec<&'a Unresolved>,
    /// Fields by which the vendor's data set joins ours.
    pub join_keys: Vec<JoinKey<'a>>,
    /// Named combinations.
    pub combinations: Vec<Held>,
    /// Severity; `None` where nothing was sent.
    pub enisa: Option<Enisa>,
    /// Lure score.
    pub lure: Lure,
    /// The smallest changes that lower a band.
    pub fixes: Vec<Fix<'a>>,
    /// Who stands behind it.
    pub downstream: Vec<Downstream<'a>>,
    /// Countries of the vendor and of known sub-processors.
    pub countries: Vec<&'a str>,
    /// Regions that the code chose.
    pub regions: Vec<&'a str>,
}

/// What the register says of the vendor and of who is responsible.
#[derive(Default)]
pub(crate) struct Recorded<'a> {
    /// Legal name of the controller.
    pub controller: Option<&'a str>,
    /// Its data protection officer, or else how to reach it.
    pub contact: Option<&'a str>,
    /// Whose data the vendor processes.
    pub subjects: BTreeSet<&'a str>,
    /// Legal entity of the agreement.
    pub entity: Option<&'a str>,
    /// Whom to reach at the vendor.
    pub breach_contact: Option<&'a str>,
}

/// A class that leaks.
pub(crate) struct Leak<'a> {
    /// The class.
    pub class: &'a str,
    /// What the code calls it.
    pub fields: BTreeSet<&'a str>,
    /// What was done to it everywhere; none as soon as one flow is bare.
    pub protection: Protection,
    /// Where the code runs that sends it.
    pub surfaces: BTreeSet<Surface>,
    /// Whose it is, as far as the names tell.
    pub subjects: BTreeSet<&'a str>,
    /// Where it enters.
    pub places: BTreeSet<&'a Site>,
    /// Calls that would have to change.
    sinks: BTreeSet<&'a Site>,
}

/// Somebody who hands on to the vendor, and what he could.
pub(crate) struct Forwarded<'a> {
    /// Who.
    pub from: &'a Vendor,
    /// Where that is configured.
    pub route: &'a Route,
    /// Everything that reaches him.
    pub classes: BTreeSet<&'a str>,
}

/// A group of which nothing, or not everything, is sent.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Absent<'a> {
    /// The group (`credential`).
    pub group: &'a str,
    /// For people: `passwords, tokens and keys`.
    pub words: Option<&'static str>,
    /// Classes of the group that have no path.
    pub classes: Vec<&'a str>,
    /// Nothing of the group has one.
    pub whole: bool,
}

/// A field by which affected people are found in our own data.
pub(crate) struct JoinKey<'a> {
    /// What the code calls it.
    pub field: &'a str,
    /// Its class.
    pub class: &'a str,
    /// What it is to the vendor.
    pub kind: Key,
    /// The call that hands it over.
    pub call: &'a str,
    /// Where it enters.
    pub site: &'a Site,
}

/// What a join key is to the vendor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    /// The vendor's own id of a person.
    Person,
    /// The vendor's own id of a group of people.
    Group,
    /// An id among other properties.
    Property,
    /// An address by which people are known.
    Contact,
}

/// Somebody behind the vendor.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Downstream<'a> {
    /// Id in the catalogue, or a name.
    pub id: &'a str,
    /// As people call it.
    pub name: &'a str,
    /// Where it sits, if known.
    pub country: Option<&'a str>,
    /// Where this code configures that; otherwise the vendor says so.
    pub route: Option<&'a Route>,
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
pub(crate) fn exposure<'a>(question: &Question<'a>, id: VendorId) -> Exposure<'a> {
    let Question { graph, catalogue, vocabulary, policy, assumptions } = *question;
    let written = written(graph, vocabulary, id);
    let forwarded = forwarded(graph, catalogue, id);
    let mut classes = graph.classes(id);
    classes.extend(forwarded.iter().flat_map(|f| &f.classes).copied());
    let (added, inactive): (Vec<_>, Vec<_>) = graph.collected_by(id).partition(|c| c.active);
    let (idle, switched_off) = inactive.into_iter().partition(|c| c.idle);
    let scale = Scale::new(vocabulary, assumptions, &classes);
    let processor = graph.processor(id);
    Exposure {
        vendor: catalogue.vendor(id),
        used: processor.is_some(),
        declared_only: processor.is_some_and(|p| p.declared_only),
        surfaces: processor.map(|p| p.surfaces.clone()).unwrap_or_default(),
        fixes: fixes::search(&scale, &written, &added, &forwarded),
        subjects: written.iter().flat_map(|leak| &leak.subjects).copied().collect(),
        recorded: recorded(policy, &catalogue.vendor(id).id),
        absent: absent(vocabulary, &classes),
        gaps: graph.unresolved.iter().filter(|gap| gap.vendor.is_none_or(|vendor| vendor == id)).collect(),
        join_keys: join_keys(graph, id),
        combinations: policy::held(vocabulary, classes.iter().copied()),
        enisa: scale.enisa(&classes),
        lure: scale.lure(&classes),
        downstream: downstream(graph, catalogue, id),
        countries: graph.behind(id).into_iter().filter_map(country).collect(),
        regions: regions(graph, catalogue.vendor(id), id),
        written,
        added,
        forwarded,
        switched_off,
        idle,
        classes,
    }
}

fn recorded<'a>(policy: &'a Policy, vendor: &str) -> Recorded<'a> {
    let Some(register) = &policy.register else { return Recorded::default() };
    let organisation = register.organisation.as_ref();
    let entry = register.entry(vendor);
    Recorded {
        controller: organisation.map(|o| o.name.as_str()),
        contact: organisation.and_then(|o| o.dpo.as_deref().or(o.contact.as_deref())),
        subjects: entry.into_iter().flat_map(|e| &e.subjects).map(String::as_str).collect(),
        entity: entry.and_then(|e| e.entity.as_deref()),
        breach_contact: entry.and_then(|e| e.breach_contact.as_deref()),
    }
}

/// All vendors in use, the one whose breach is worst first: credentials above all, then severity.
pub(crate) fn ranking<'a>(question: &Question<'a>) -> Vec<Exposure<'a>> {
    let mut all: Vec<Exposure<'a>> =
        question.graph.processors.iter().map(|p| exposure(question, p.vendor)).collect();
    all.sort_by(|a, b| {
        let score = |e: &Exposure<'_>| e.enisa.as_ref().map_or(0.0, Enisa::score);
        let direct = |e: &Exposure<'_>| {
            let direct = |class: &&&str| {
                question.vocabulary.class(class).is_some_and(|class| class.identifiability == "direct")
            };
            e.classes.iter().filter(direct).count()
        };
        let rest = |e: &Exposure<'_>| Reverse((e.lure.weight(), direct(e), e.classes.len()));
        let takeover = |e: &Exposure<'_>| Reverse(e.lure == Lure::Takeover);
        takeover(a)
            .cmp(&takeover(b))
            .then(score(b).total_cmp(&score(a)))
            .then(rest(a).cmp(&rest(b)))
            .then(a.vendor.id.cmp(&b.vendor.id))
    });
    all
}

fn written<'a>(graph: &'a Graph, vocabulary: &'a Vocabulary, id: VendorId) -> Vec<Leak<'a>> {
    let mut leaks: BTreeMap<&str, Leak<'_>> = BTreeMap::new();
    for (_, flow) in graph.flows_to(id) {
        let leak = leaks.entry(&flow.class).or_insert_with(|| Leak {
            class: &flow.class,
            fields: BTreeSet::new(),
            protection: flow.protection,
            surfaces: BTreeSet::new(),
            subjects: BTreeSet::new(),
            places: BTreeSet::new(),
            sinks: BTreeSet::new(),
        });
        leak.fields.insert(&flow.field);
        leak.surfaces.insert(flow.surface);
        // An organisation is nobody.
        if flow.class != "identifier.org_id" {
            leak.subjects.extend(vocabulary.subject(&flow.field).map(|subject| subject.id.as_str()));
        }
        leak.places.insert(&flow.source);
        leak.sinks.insert(&flow.sink);
        if leak.protection != flow.protection {
            leak.protection = Protection::None;
        }
    }
    leaks.into_values().collect()
}

/// Who hands on to the vendor, also by way of others. Each once.
fn forwarded<'a>(graph: &'a Graph, catalogue: &'a Catalogue, id: VendorId) -> Vec<Forwarded<'a>> {
    let mut found: BTreeMap<VendorId, &Route> = BTreeMap::new();
    let mut todo = vec![id];
    while let Some(to) = todo.pop() {
        for route in graph.routes.iter().filter(|route| route.to == to && route.from != id) {
            if let Entry::Vacant(entry) = found.entry(route.from) {
                entry.insert(route);
                todo.push(route.from);
            }
        }
    }
    let forwarded =
        |(from, route)| Forwarded { from: catalogue.vendor(from), route, classes: graph.classes(from) };
    found.into_iter().map(forwarded).collect()
}

fn absent<'a>(vocabulary: &'a Vocabulary, classes: &BTreeSet<&str>) -> Vec<Absent<'a>> {
    let mut groups: BTreeMap<&str, Absent<'a>> = BTreeMap::new();
    for class in &vocabulary.classes {
        let group = class.id.split('.').next().unwrap_or(&class.id);
        let words = || HEADLINES.iter().find(|(g, _)| *g == group).map(|(_, words)| *words);
        let entry = groups.entry(group).or_insert_with(|| Absent {
            group,
            words: words(),
            classes: Vec::new(),
            whole: true,
        });
        if classes.contains(class.id.as_str()) {
            entry.whole = false;
        } else {
            entry.classes.push(&class.id);
        }
    }
    let mut absent: Vec<Absent<'a>> = groups.into_values().filter(|a| !a.classes.is_empty()).collect();
    absent.sort_by_key(|a| (!a.whole, a.words.is_none()));
    absent
}

/// Identifiers and addresses that the code hands over: the vendor's own ids of people first.
fn join_keys(graph: &Graph, id: VendorId) -> Vec<JoinKey<'_>> {
    let mut keys: Vec<JoinKey<'_>> = graph
        .flows_to(id)
        .filter_map(|(_, flow)| {
            let own = flow.identified_by.contains(&Hint::Position);
            let kind = match flow.class.as_str() {
                "identifier.org_id" | "work.organization" if own => Key::Group,
                class if class.starts_with("identifier.") || class == "work.employee_id" => {
                    if own {
                        Key::Person
                    } else {
                        Key::Property
                    }
                }
                "contact.email" | "contact.email_hash" | "contact.phone" | "identity.username" => {
                    if own {
                        Key::Person
                    } else {
                        Key::Contact
                    }
                }
                _ => return None,
            };
            let (field, class, call) = (flow.field.as_str(), flow.class.as_str(), flow.call.as_str());
            Some(JoinKey { field, class, kind, call, site: &flow.source })
        })
        .collect();
    keys.sort_by(|a, b| (a.kind, a.class, a.field, a.site).cmp(&(b.kind, b.class, b.field, b.site)));
    let mut seen = BTreeSet::new();
    keys.retain(|key| seen.insert((key.field, key.class)));
    keys
}

fn downstream<'a>(graph: &'a Graph, catalogue: &'a Catalogue, id: VendorId) -> Vec<Downstream<'a>> {
    let ids = graph.behind(id).into_iter().filter_map(|node| match node {
        Node::Subprocessor(id) => Some(id.as_str()),
        _ => None,
    });
    ids.map(|sub| {
        let known = catalogue.by_id(sub);
        let entry = known.map(|known| catalogue.vendor(known));
        Downstream {
            id: sub,
            name: entry.map_or(sub, |entry| &entry.name),
            country: entry.map(|entry| entry.country.as_str()).filter(|country| !country.is_empty()),
            route: graph.routes.iter().find(|route| route.from == id && Some(route.to) == known),
        }
    })
    .collect()
}

fn country(node: &Node) -> Option<&str> {
    if let Node::Country(country) = node { Some(country) } else { None }
}

/// Regions of hosts that the code names, in addresses or options.
pub(crate) fn regions<'a>(graph: &'a Graph, vendor: &'a Vendor, id: VendorId) -> Vec<&'a str> {
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
    use crate::sample::{self, Sample};
    use std::sync::LazyLock;

    static AS_COMPUTED: LazyLock<Assumptions> = LazyLock::new(Assumptions::default);

    pub(super) fn question(sample: &Sample) -> Question<'_> {
        Question {
            graph: &sample.graph,
            catalogue: &sample.basis.catalogue,
            vocabulary: &sample.basis.vocabulary,
            policy: &sample.basis.policy,
            assumptions: &AS_COMPUTED,
        }
    }

    #[test]
    fn the_sample_leaks_what_it_sends_and_what_the_sdk_adds() {
        let sample = sample::sample();
        let mixpanel = sample.graph.processors[0].vendor;
        let exposure = exposure(&question(&sample), mixpanel);
        assert!(exposure.used);
        assert_eq!(
            exposure.written.iter().map(|l| l.class).collect::<Vec<_>>(),
            ["contact.email", "identity.name"]
        );
        assert_eq!(exposure.subjects, BTreeSet::from(["users"]));
        assert_eq!(exposure.recorded.controller, Some("Shop GmbH"));
        assert!(exposure.added.iter().any(|c| c.class == "location.city"));
        assert!(exposure.switched_off.iter().any(|c| c.class == "behavior.referrer"));
        let headline: Vec<&str> =
            exposure.absent.iter().filter(|a| a.words.is_some()).map(|a| a.group).collect();
        assert_eq!(headline, ["content", "credential", "financial", "government", "special"]);
        let contact = exposure.absent.iter().find(|a| a.group == "contact").unwrap();
        assert!(!contact.whole && contact.classes.contains(&"contact.phone"));
        assert_eq!(exposure.enisa.as_ref().map(|e| (e.score(), e.band())), Some((3.0, "High")));
        let (first, last) = (exposure.fixes.first().unwrap(), exposure.fixes.last().unwrap());
        assert_eq!(first.without, ["contact.email"], "the smallest that lowers anything");
        assert_eq!(last.without, ["contact.email", "identity.name"]);
        assert!(last.smallest && last.switches.is_empty());
        assert_eq!(last.enisa.as_ref().map(|e| (e.score(), e.band())), Some((1.5, "Low")));
        assert_eq!(last.lure, Lure::Score(0));
        assert_eq!(exposure.downstream.iter().map(|d| d.id).collect::<Vec<_>>(), ["google-cloud"]);
        assert_eq!(exposure.gaps.len(), 1, "what window.extra holds nobody knows");
    }

    #[test]
    fn who_hands_on_counts_and_can_be_cut_off() {
        let mut sample = sample::sample();
        let [mixpanel, sentry] = [0, 1].map(|i| sample.graph.processors[i].vendor);
        let span = sample.graph.flows[0].sink.span;
        sample.graph.routes.push(Route { from: sentry, to: mixpanel, span, what: "destination".into() });
        let exposure = exposure(&question(&sample), mixpanel);
        assert_eq!(exposure.forwarded[0].from.id, "sentry");
        assert!(exposure.classes.contains("credential.password"));
        assert_eq!(exposure.lure, Lure::Takeover);
        assert!(exposure.fixes.iter().any(|fix| fix.cut == ["Sentry"]));
    }

    #[test]
    fn the_worst_breach_is_first() {
        let sample = sample::sample();
        let order: Vec<&str> = ranking(&question(&sample)).iter().map(|e| e.vendor.id.as_str()).collect();
        assert_eq!(order[..2], ["sentry", "mixpanel"], "a password outweighs an address");
    }
}
