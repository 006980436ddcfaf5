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
pub(crate) mod countries;
mod facts;
mod flows;
mod gaps;
mod ico;
mod processor;
pub(crate) mod stores;
pub(crate) mod subjects;

pub(crate) use cell::{Cell, Origin};
pub(crate) use check::{Verdict, compare};
pub(crate) use subjects::Subject;

use crate::flow::Site;
use crate::graph::{Collected, Graph, Node, Processor, Recipient};
use crate::ir::Span;
use crate::personal::{Class, Judgement, Purpose, Vocabulary};
use crate::source::Sources;
use crate::vendor::{Catalogue, Protection, Vendor, VendorId};
use std::collections::{BTreeMap, BTreeSet};

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
    pub vendor: &'a Vendor,
    /// How it was seen.
    pub seen: &'a Processor,
    /// What for.
    pub purpose: Option<&'a Purpose>,
    /// What it gets, one entry a class. Sorted by class.
    pub data: Vec<Datum<'a>>,
    /// Whose data, with places.
    pub subjects: Vec<(&'static Subject, BTreeSet<String>)>,
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
    /// `file:line`, all of them.
    pub at: BTreeSet<String>,
}

impl Datum<'_> {
    /// Where we know it from.
    pub(crate) fn origin(&self) -> Origin {
        if self.written { Origin::Code } else { Origin::Catalogue }
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
}

/// Asks graph and register.
pub(crate) fn inventory<'a>(asked: Asked<'a>, target: &'a str, complete: bool) -> Inventory<'a> {
    let Asked { graph, sources, catalogue, vocabulary } = asked;
    let (declared, used): (Vec<_>, Vec<_>) = graph.processors.iter().partition(|p| p.declared_only);
    let first = |processor: &Processor| {
        processor.contacts.first().map_or_else(String::new, |c| place(sources, c.span))
    };
    Inventory {
        target,
        organisation: facts::organisation(),
        activities: used
            .into_iter()
            .map(|processor| activity(graph, sources, catalogue, vocabulary, processor))
            .collect(),
        declared: declared.into_iter().map(|p| (catalogue.vendor(p.vendor), first(p))).collect(),
        unknown: graph
            .recipients
            .iter()
            .map(|r| (r, r.spans.first().map_or_else(String::new, |&span| place(sources, span))))
            .collect(),
        manifests: stores::manifests(sources),
        unresolved: graph.unresolved.len(),
        complete,
    }
}

fn place(sources: &Sources, span: Span) -> String {
    let at = sources.locate(span);
    format!("{}:{}", at.file, at.line)
}

fn activity<'a>(
    graph: &'a Graph,
    sources: &Sources,
    catalogue: &'a Catalogue,
    vocabulary: &'a Vocabulary,
    processor: &'a Processor,
) -> Activity<'a> {
    let id = processor.vendor;
    let vendor = catalogue.vendor(id);
    let behind = graph.behind(id);
    let off = graph.collected_by(id).filter(|c| !c.active && !c.idle);
    let mut at: Vec<String> = processor.contacts.iter().map(|c| place(sources, c.span)).collect();
    at.dedup();
    Activity {
        vendor,
        seen: processor,
        purpose: vocabulary.purpose(&vendor.purpose),
        data: data(graph, sources, vocabulary, vendor, id),
        subjects: whose(graph, sources, id),
        at,
        regions: super::exposure::regions(graph, vendor, id),
        subprocessors: behind
            .iter()
            .filter_map(|n| if let Node::Subprocessor(s) = n { Some(s.as_str()) } else { None })
            .collect(),
        countries: behind
            .iter()
            .filter_map(|n| if let Node::Country(c) = n { Some(c.as_str()) } else { None })
            .collect(),
        switched_off: off
            .filter_map(|c| Some((vocabulary.class(&c.class)?, c, place(sources, c.at))))
            .collect(),
    }
}

fn data<'a>(
    graph: &'a Graph,
    sources: &Sources,
    vocabulary: &'a Vocabulary,
    vendor: &Vendor,
    id: VendorId,
) -> Vec<Datum<'a>> {
    let mut found: BTreeMap<&str, Datum<'a>> = BTreeMap::new();
    let datum = |class: &'a Class, protection| Datum {
        class,
        written: false,
        fields: BTreeSet::new(),
        protection,
        added: None,
        judgement: vocabulary.judge(&vendor.purpose, &class.id),
        at: BTreeSet::new(),
    };
    for (_, flow) in graph.flows_to(id) {
        let Some(class) = vocabulary.class(&flow.class) else { continue };
        let entry = found.entry(&flow.class).or_insert_with(|| datum(class, flow.protection));
        entry.written = true;
        entry.fields.insert(&flow.field);
        entry.at.insert(place(sources, flow.source.span));
        if entry.protection != flow.protection {
            entry.protection = Protection::None;
        }
    }
    for collected in graph.collected_by(id).filter(|c| c.active) {
        let Some(class) = vocabulary.class(&collected.class) else { continue };
        let entry = found.entry(&collected.class).or_insert_with(|| datum(class, Protection::None));
        entry.added = Some(collected);
        if !entry.written {
            entry.at.insert(place(sources, collected.at));
        }
    }
    found.into_values().collect()
}

fn whose(graph: &Graph, sources: &Sources, id: VendorId) -> Vec<(&'static Subject, BTreeSet<String>)> {
    let sites = |site: &Site| place(sources, site.span);
    subjects::ALL
        .iter()
        .filter_map(|subject| {
            let at: BTreeSet<String> = graph
                .flows_to(id)
                .filter(|(_, flow)| subjects::of_flow(flow).is_some_and(|s| s.name == subject.name))
                .map(|(_, flow)| sites(&flow.source))
                .collect();
            (!at.is_empty()).then_some((subject, at))
        })
        .collect()
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
                ("device.os_browser", Origin::Catalogue),
                ("identity.name", Origin::Code),
                ("location.city", Origin::Catalogue),
                ("location.country", Origin::Catalogue),
                ("location.region", Origin::Catalogue),
            ]
        );
        assert_eq!(mixpanel.switched_off.len(), 1, "the referrer");
        assert_eq!(mixpanel.subjects[0].0.name, "users");
    }
}
