//! The record of processing (GDPR Art. 30), as far as code can tell it: one activity a processor.
//!
//! The view joins what the audited tree does, what the register says and what the catalogue knows, and keeps the three
//! apart in every cell (`cell.rs`). The columns of each template are one file (`ico.rs`, `cnpd.rs`, …); a format only
//! writes the grids it is given. It concludes nothing: "mechanism to be recorded", never "unlawful".

mod cell;
mod check;
mod cnil;
mod cnpd;
mod controller;
mod facts;
mod flows;
mod gaps;
mod ico;
mod processor;
pub(crate) mod stores;

pub(crate) use cell::{Cell, Origin};
pub(crate) use check::{Verdict, compare};
pub(crate) use gaps::Gap;

use crate::flow::Contact;
use crate::graph::{Collected, Graph, Node, Processor, Recipient};
use crate::personal::{Class, Judgement, Purpose, Subject, Vocabulary};
use crate::policy::{Entry, Policy, Status, countries};
use crate::source::Sources;
use crate::vendor::{Catalogue, Protection, Surface, Vendor, VendorId};
use std::collections::{BTreeMap, BTreeSet};

/// `United States`; a code that is not listed stands for itself.
fn country_name(code: &str, language: Language) -> String {
    countries::country(code).map_or_else(|| code.to_owned(), |c| language.pick(c.name, c.french).to_owned())
}

/// Language of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// English.
    English,
    /// French.
    French,
}

impl Language {
    /// The one or the other.
    pub(crate) fn pick<'t>(self, english: &'t str, french: &'t str) -> &'t str {
        match self {
            Self::English => english,
            Self::French => french,
        }
    }
}

/// The record.
pub(crate) struct Inventory<'a> {
    /// What was audited.
    pub target: &'a str,
    /// Who is responsible: Art. 30(1)(a), with what each line is called.
    pub organisation: Vec<(&'static str, Cell)>,
    /// One a processor in use. Sorted by id.
    pub activities: Vec<Activity<'a>>,
    /// Named in manifests, variables or policies, and not seen in use.
    pub declared: Vec<(&'a Vendor, String)>,
    /// Hosts that nobody knows, with a place of each.
    pub unknown: Vec<(&'a Recipient, String)>,
    /// Privacy manifests of Apple apps in the tree.
    pub manifests: Vec<stores::Manifest>,
    /// What could not be followed.
    pub unresolved: usize,
    /// False where something was left out that nobody asked to leave out.
    pub complete: bool,
}

/// What one processor does for the organisation.
pub(crate) struct Activity<'a> {
    /// Who that is.
    pub vendor: Who<'a>,
    /// What was agreed, if somebody keeps a register.
    pub entry: Option<&'a Entry>,
    /// Measures that the organisation takes in general.
    pub security: Option<&'a str>,
    /// How it was seen; none where only the register names it.
    pub seen: Option<&'a Processor>,
    /// What for.
    pub purpose: Option<&'a Purpose>,
    /// What it gets, one entry a class. Sorted by class.
    pub data: Vec<Datum<'a>>,
    /// Whose data, with places.
    pub subjects: Vec<(&'a Subject, BTreeSet<String>)>,
    /// Where the vendor is first met.
    pub at: Vec<String>,
    /// Regions that the code chose.
    pub regions: Vec<&'a str>,
    /// Ids of those behind the vendor, in the catalogue or not.
    pub subprocessors: Vec<&'a str>,
    /// Countries of the vendor and of those behind it.
    pub countries: Vec<&'a str>,
    /// Classes that SDK or server would add, had this code not switched it off.
    pub switched_off: Vec<(&'a Class, &'a Collected, String)>,
}

/// A vendor of the catalogue, or one that only the register knows.
pub(crate) enum Who<'a> {
    /// Of the catalogue.
    Known(&'a Vendor),
    /// As the register describes it.
    Said(Box<Vendor>),
}

impl std::ops::Deref for Who<'_> {
    type Target = Vendor;

    fn deref(&self) -> &Vendor {
        match self {
            Self::Known(vendor) => vendor,
            Self::Said(vendor) => vendor,
        }
    }
}

impl Activity<'_> {
    /// Where it is used.
    pub(crate) fn surfaces(&self) -> impl Iterator<Item = Surface> {
        self.seen.into_iter().flat_map(|seen| seen.surfaces.iter().copied())
    }

    /// How it was seen.
    pub(crate) fn contacts(&self) -> &[Contact] {
        self.seen.map_or(&[], |seen| &seen.contacts)
    }
}

/// A class at a processor.
pub(crate) struct Datum<'a> {
    /// The class.
    pub class: &'a Class,
    /// Code hands it over.
    pub written: bool,
    /// What code calls it.
    pub fields: BTreeSet<&'a str>,
    /// What is done to it everywhere; none as soon as one flow is bare.
    pub protection: Protection,
    /// SDK or server adds it.
    pub added: Option<&'a Collected>,
    /// What the baseline of the purpose says.
    pub judgement: Judgement,
    /// The register covers it.
    pub agreed: bool,
    /// `file:line`, all of them.
    pub at: BTreeSet<String>,
}

impl Datum<'_> {
    /// Where we know it from.
    pub(crate) fn origin(&self) -> Origin {
        match (self.written, self.agreed) {
            (true, _) => Origin::Code,
            // Somebody said that it goes there.
            (false, true) => Origin::Register,
            (false, false) => Origin::Catalogue,
        }
    }
}

/// A grid of cells, as a format writes it.
pub(crate) struct Grid {
    /// Titles.
    pub columns: Vec<&'static str>,
    /// As long as the titles.
    pub rows: Vec<Vec<Cell>>,
}

/// A table of the record.
pub(crate) struct Table {
    /// As in `--table`.
    pub id: &'static str,
    /// Name of a sheet; at most 31 characters.
    pub title: &'static str,
    /// One line.
    pub about: &'static str,
    /// Fills it.
    pub grid: fn(&Inventory<'_>) -> Grid,
}

/// All tables, in the order of the sheets.
pub(crate) static TABLES: &[&Table] = &[
    &controller::TABLE,
    &processor::TABLE,
    &ico::TABLE,
    &cnpd::TABLE,
    &cnil::TABLE,
    &flows::TABLE,
    &gaps::TABLE,
];

/// The table with this id.
pub(crate) fn table(id: &str) -> Option<&'static Table> {
    TABLES.iter().copied().find(|table| table.id == id)
}

/// A column of a table that has one row an activity.
struct Column {
    title: &'static str,
    cell: fn(&Inventory<'_>, &Activity<'_>) -> Cell,
}

/// One row an activity.
fn by_activity(columns: &[Column], inventory: &Inventory<'_>) -> Grid {
    Grid {
        columns: columns.iter().map(|column| column.title).collect(),
        rows: inventory
            .activities
            .iter()
            .map(|activity| columns.iter().map(|column| (column.cell)(inventory, activity)).collect())
            .collect(),
    }
}

/// What the record is made of.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// What the code does.
    pub graph: &'a Graph,
    /// The text, for places.
    pub sources: &'a Sources,
    /// Who the vendors are.
    pub catalogue: &'a Catalogue,
    /// Classes and purposes.
    pub vocabulary: &'a Vocabulary,
    /// What the organisation says.
    pub policy: &'a Policy,
}

impl Asked<'_> {
    /// What the baseline of the purpose says; a recorded reason settles a question.
    fn judge(&self, entry: Option<&Entry>, id: VendorId, class: &str) -> Judgement {
        let judgement = self.vocabulary.judge(self.policy.purpose(self.catalogue, id), class);
        let settled = entry.is_some_and(|entry| entry.reason(class).is_some());
        if judgement == Judgement::Questionable && settled { Judgement::Allowed } else { judgement }
    }
}

/// Asks graph and register.
pub(crate) fn inventory<'a>(context: Asked<'a>, target: &'a str, complete: bool) -> Inventory<'a> {
    let (graph, sources, catalogue) = (context.graph, context.sources, context.catalogue);
    let register = context.policy.register.as_ref();
    let (declared, used): (Vec<_>, Vec<_>) = graph.processors.iter().partition(|p| p.declared_only);
    let first =
        |processor: &Processor| processor.contacts.first().map_or_else(String::new, |c| sources.at(c.span));
    let organisation = register.and_then(|register| register.organisation.as_ref());
    let mut activities: Vec<Activity<'a>> =
        used.into_iter().map(|processor| activity(&context, processor)).collect();
    // A record has what the code does not know of, too; what has ended is no activity any more.
    for entry in register.into_iter().flat_map(|register| &register.entries) {
        let known = activities.iter().any(|activity| activity.vendor.id == entry.id);
        if !known && entry.status != Status::Terminated {
            activities.push(registered(&context, entry));
        }
    }
    activities.sort_by(|a, b| a.vendor.id.cmp(&b.vendor.id));
    for activity in &mut activities {
        activity.security = organisation.and_then(|o| o.security.as_deref());
    }
    let listed = |id: &str| activities.iter().any(|activity| activity.vendor.id == id);
    let declared = declared.into_iter().map(|p| (catalogue.vendor(p.vendor), first(p)));
    Inventory {
        target,
        organisation: facts::organisation(organisation),
        declared: declared.filter(|(vendor, _)| !listed(&vendor.id)).collect(),
        activities,
        unknown: graph
            .recipients
            .iter()
            .map(|r| (r, r.spans.first().map_or_else(String::new, |&span| sources.at(span))))
            .collect(),
        manifests: stores::manifests(sources),
        unresolved: graph.unresolved.len(),
        complete,
    }
}

fn activity<'a>(context: &Asked<'a>, processor: &'a Processor) -> Activity<'a> {
    let (graph, sources, vocabulary) = (context.graph, context.sources, context.vocabulary);
    let id = processor.vendor;
    let vendor = context.catalogue.vendor(id);
    let entry = context.policy.entry(context.catalogue, id);
    let behind = graph.behind(id);
    let off = graph.collected_by(id).filter(|c| !c.active && !c.idle);
    let mut at: Vec<String> = processor.contacts.iter().map(|c| sources.at(c.span)).collect();
    at.dedup();
    Activity {
        vendor: Who::Known(vendor),
        entry,
        security: None,
        seen: Some(processor),
        purpose: vocabulary.purpose(context.policy.purpose(context.catalogue, id)),
        data: data(context, entry, id),
        subjects: whose(vocabulary, graph, sources, id),
        at,
        regions: super::exposure::regions(graph, vendor, id),
        subprocessors: behind
            .iter()
            .filter_map(|n| if let Node::Subprocessor(s) = n { Some(s.as_str()) } else { None })
            .collect(),
        countries: countries_of(entry, vendor, &behind),
        switched_off: off.filter_map(|c| Some((vocabulary.class(&c.class)?, c, sources.at(c.at)))).collect(),
    }
}

/// Of the vendor and of those behind it. The register knows best with whom the agreement is.
fn countries_of<'a>(entry: Option<&'a Entry>, vendor: &Vendor, behind: &[&'a Node]) -> Vec<&'a str> {
    let said = entry.and_then(|entry| entry.country.as_deref());
    let known = behind.iter().filter_map(|n| if let Node::Country(c) = n { Some(c.as_str()) } else { None });
    let known = known.filter(|code| said.is_none() || *code != vendor.country);
    let all: BTreeSet<&str> = known.chain(said).collect();
    all.into_iter().collect()
}

/// What only the register knows of.
fn registered<'a>(context: &Asked<'a>, entry: &'a Entry) -> Activity<'a> {
    let vendor = match context.catalogue.by_id(&entry.id) {
        Some(id) => Who::Known(context.catalogue.vendor(id)),
        None => Who::Said(Box::new(Vendor {
            id: entry.id.clone(),
            name: entry.name.clone().unwrap_or_else(|| entry.id.clone()),
            purpose: entry.purpose.clone().unwrap_or_default(),
            entity: entry.entity.clone().unwrap_or_default(),
            country: entry.country.clone().unwrap_or_default(),
            ..Vendor::default()
        })),
    };
    let country = match (&entry.country, &vendor) {
        (Some(country), _) => Some(country.as_str()),
        (None, Who::Known(vendor)) => Some(vendor.country.as_str()),
        (None, Who::Said(_)) => None,
    };
    let purpose = entry.purpose.as_deref().unwrap_or(&vendor.purpose);
    Activity {
        purpose: context.vocabulary.purpose(purpose),
        data: agreed(context.vocabulary, entry, purpose),
        vendor,
        entry: Some(entry),
        security: None,
        seen: None,
        subjects: Vec::new(),
        at: Vec::new(),
        regions: Vec::new(),
        subprocessors: Vec::new(),
        countries: country.into_iter().filter(|code| !code.is_empty()).collect(),
        switched_off: Vec::new(),
    }
}

/// What an agreement covers, class by class.
fn agreed<'a>(vocabulary: &'a Vocabulary, entry: &Entry, purpose: &str) -> Vec<Datum<'a>> {
    let classes = vocabulary.classes.iter().filter(|class| entry.agreed(&class.id));
    classes
        .map(|class| Datum {
            class,
            written: false,
            fields: BTreeSet::new(),
            protection: Protection::None,
            added: None,
            judgement: vocabulary.judge(purpose, &class.id),
            agreed: true,
            at: BTreeSet::new(),
        })
        .collect()
}

fn data<'a>(context: &Asked<'a>, entry: Option<&Entry>, id: VendorId) -> Vec<Datum<'a>> {
    let (graph, sources, vocabulary) = (context.graph, context.sources, context.vocabulary);
    let mut found: BTreeMap<&str, Datum<'a>> = BTreeMap::new();
    let datum = |class: &'a Class, protection| Datum {
        class,
        written: false,
        fields: BTreeSet::new(),
        protection,
        added: None,
        judgement: context.judge(entry, id, &class.id),
        agreed: entry.is_some_and(|entry| entry.agreed(&class.id)),
        at: BTreeSet::new(),
    };
    for (_, flow) in graph.flows_to(id) {
        let Some(class) = vocabulary.class(&flow.class) else { continue };
        let entry = found.entry(&flow.class).or_insert_with(|| datum(class, flow.protection));
        entry.written = true;
        entry.fields.insert(&flow.field);
        entry.at.insert(sources.at(flow.source.span));
        if entry.protection != flow.protection {
            entry.protection = Protection::None;
        }
    }
    for collected in graph.collected_by(id).filter(|c| c.active) {
        let Some(class) = vocabulary.class(&collected.class) else { continue };
        let entry = found.entry(&collected.class).or_insert_with(|| datum(class, Protection::None));
        entry.added = Some(collected);
        if !entry.written {
            entry.at.insert(sources.at(collected.at));
        }
    }
    found.into_values().collect()
}

fn whose<'a>(
    vocabulary: &'a Vocabulary,
    graph: &Graph,
    sources: &Sources,
    id: VendorId,
) -> Vec<(&'a Subject, BTreeSet<String>)> {
    let mut found: BTreeMap<&str, (&Subject, BTreeSet<String>)> = BTreeMap::new();
    for (_, flow) in graph.flows_to(id) {
        if let Some(subject) = vocabulary.subject(&flow.field) {
            let (_, at) = found.entry(&subject.id).or_insert_with(|| (subject, BTreeSet::new()));
            at.insert(sources.at(flow.source.span));
        }
    }
    found.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn tables_are_unique_documented_and_rectangular() {
        let sample = sample::report();
        let inventory = crate::report::inventory(&sample);
        let mut seen = BTreeSet::new();
        for table in TABLES {
            assert!(seen.insert(table.id) && seen.insert(table.title), "{}", table.id);
            assert!(table.title.len() <= 31 && !table.about.is_empty(), "{}", table.id);
            let grid = (table.grid)(&inventory);
            assert!(!grid.rows.is_empty(), "{}", table.id);
            for row in &grid.rows {
                assert_eq!(row.len(), grid.columns.len(), "{}", table.id);
                assert!(row.iter().all(|cell| !cell.origins().is_empty()), "{}", table.id);
            }
        }
    }

    #[test]
    fn templates_have_the_columns_of_their_authors() {
        let sample = sample::report();
        let inventory = crate::report::inventory(&sample);
        let columns = |id: &str| (table(id).unwrap().grid)(&inventory).columns;
        assert_eq!(columns("ico").len(), 30);
        assert_eq!(columns("ico")[11], "Article 6 lawful basis for processing personal data");
        assert_eq!(columns("cnpd").len(), 7);
        assert_eq!(columns("cnpd")[0], "Finalité");
    }

    #[test]
    fn every_part_says_where_it_comes_from() {
        let sample = sample::report();
        let inventory = crate::report::inventory(&sample);
        let mixpanel = &inventory.activities[0];
        assert_eq!(mixpanel.vendor.id, "mixpanel");
        let told: Vec<(&str, Origin)> =
            mixpanel.data.iter().map(|datum| (datum.class.id.as_str(), datum.origin())).collect();
        assert_eq!(
            told,
            [
                ("contact.email", Origin::Code),
                ("device.os_browser", Origin::Register),
                ("identity.name", Origin::Code),
                ("location.city", Origin::Register),
                ("location.country", Origin::Register),
                ("location.region", Origin::Register),
            ]
        );
        assert_eq!(mixpanel.switched_off.len(), 1, "the referrer");
        let ids: Vec<&str> =
            inventory.activities.iter().map(|activity| activity.vendor.id.as_str()).collect();
        // Registered and not seen is part of the record; what has ended is too, as long as code uses it.
        assert_eq!(ids, ["mixpanel", "mixpannel", "sentry", "twilio", "zendesk"]);
        assert_eq!(mixpanel.subjects[0].0.id, "users");
    }
}
