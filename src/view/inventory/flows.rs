//! Every flow and everything that is collected by itself, one a row: what the record stands on.

use super::{Cell, Datum, Grid, Inventory, Language, Origin, Table, facts};
use crate::personal::Judgement;

const EN: Language = Language::English;

pub(super) static TABLE: Table =
    Table { id: "flows", title: "Flows", about: "every class at every processor, with its places", grid };

const COLUMNS: [&str; 11] = [
    "Processor",
    "Class",
    "Category of data",
    "How",
    "Fields",
    "Protection",
    "Baseline of the purpose",
    "Surfaces",
    "Switch",
    "Places",
    "Source",
];

fn grid(inventory: &Inventory<'_>) -> Grid {
    let mut rows = Vec::new();
    for activity in &inventory.activities {
        let surfaces: Vec<&str> = activity.surfaces().map(|s| facts::surface(s, EN)).collect();
        for datum in &activity.data {
            rows.push(row(&activity.vendor.name, &surfaces.join(", "), datum));
        }
    }
    Grid { columns: COLUMNS.to_vec(), rows }
}

fn row(vendor: &str, surfaces: &str, datum: &Datum<'_>) -> Vec<Cell> {
    let origin = datum.origin();
    let of = |text: &str| Cell::of(origin, text);
    let how = match (datum.written, datum.added) {
        (true, Some(_)) => "written by code, and collected by the SDK or server",
        (true, None) => "written by code",
        (false, Some(added)) if added.by_server => "derived by the vendor's server",
        (false, Some(_)) => "collected by the SDK",
        (false, None) => "covered by the register, not seen in code",
    };
    let fields: Vec<&str> = datum.fields.iter().copied().collect();
    let judgement = match datum.judgement {
        Judgement::Allowed => "normally necessary",
        Judgement::Questionable => "needs a recorded reason",
        Judgement::Excessive => "exceeds the baseline",
        Judgement::Denied => "denied to this purpose",
    };
    let off = match datum.added {
        Some(added) if added.off.is_empty() => "no switch in code",
        Some(added) => added.off.as_str(),
        None => "",
    };
    let places: Vec<&str> = datum.at.iter().map(String::as_str).collect();
    vec![
        of(vendor),
        of(&datum.class.id),
        Cell::of(Origin::Catalogue, datum.class.title.as_str()),
        of(how),
        of(&fields.join(", ")),
        of(facts::protection(datum.protection, EN).unwrap_or("none")),
        Cell::of(Origin::Catalogue, judgement),
        Cell::of(Origin::Code, surfaces),
        Cell::of(Origin::Catalogue, off),
        Cell::of(Origin::Code, places.join(", ")),
        Cell::of(Origin::Catalogue, datum.added.map_or("", |added| added.source.as_str())),
    ]
}
