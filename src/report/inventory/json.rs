//! JSON, version 1: the record as facts, and every table cell by cell.

use super::InventoryFormat;
use crate::report::words;
use crate::view::inventory::{Activity, Cell, Datum, Grid, Inventory, Origin, TABLES, Table};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

pub(super) const FORMAT: InventoryFormat = InventoryFormat {
    name: "json",
    about: "facts and tables, for other tools (version 1)",
    binary: false,
    grid: Some(grid),
    write,
};

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    target: &'a str,
    origins: BTreeMap<&'a str, &'a str>,
    organisation: Vec<Line<'a>>,
    activities: Vec<ActivityOut<'a>>,
    tables: Vec<TableOut>,
    gaps: Vec<GapOut>,
    complete: bool,
}

#[derive(Serialize)]
struct Line<'a> {
    title: &'a str,
    cell: CellOut,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ActivityOut<'a> {
    processor: &'a str,
    name: &'a str,
    entity: &'a str,
    country: &'a str,
    purpose: &'a str,
    in_code: bool,
    surfaces: Vec<&'a str>,
    regions: &'a [&'a str],
    countries: &'a [&'a str],
    subprocessors: &'a [&'a str],
    subjects: Vec<Subject<'a>>,
    data: Vec<DatumOut<'a>>,
}

#[derive(Serialize)]
struct Subject<'a> {
    name: &'a str,
    at: &'a BTreeSet<String>,
}

#[derive(Serialize)]
struct DatumOut<'a> {
    class: &'a str,
    title: &'a str,
    origin: &'a str,
    fields: &'a BTreeSet<&'a str>,
    protection: &'a str,
    automatic: Option<Automatic<'a>>,
    at: &'a BTreeSet<String>,
}

#[derive(Serialize)]
struct Automatic<'a> {
    by: &'a str,
    from: &'a str,
    off: &'a str,
    source: &'a str,
}

#[derive(Serialize)]
struct TableOut {
    id: &'static str,
    title: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<Vec<CellOut>>,
}

#[derive(Serialize)]
struct CellOut {
    from: Vec<&'static str>,
    parts: Vec<PartOut>,
    missing: Option<Missing>,
}

#[derive(Serialize)]
struct PartOut {
    text: String,
    origin: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    at: Vec<String>,
}

#[derive(Serialize)]
struct Missing {
    what: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    key: String,
}

#[derive(Serialize)]
struct GapOut {
    processor: String,
    column: String,
    what: String,
    key: String,
    required: bool,
}

fn write(inventory: &Inventory<'_>, chosen: Option<&Table>, out: &mut dyn io::Write) -> io::Result<()> {
    let tables = TABLES.iter().filter(|table| chosen.is_none_or(|chosen| chosen.id == table.id));
    let organisation = inventory.organisation.iter();
    let document = Document {
        version: 1,
        target: inventory.target,
        origins: Origin::ALL.into_iter().map(|origin| (origin.name(), origin.about())).collect(),
        organisation: organisation.map(|(title, said)| Line { title, cell: cell(said) }).collect(),
        activities: inventory.activities.iter().map(activity).collect(),
        tables: tables.map(|table| table_out(inventory, table)).collect(),
        gaps: inventory
            .gaps()
            .into_iter()
            .map(|gap| GapOut {
                processor: gap.processor,
                column: gap.column,
                what: gap.what,
                key: gap.key,
                required: gap.required,
            })
            .collect(),
        complete: inventory.complete,
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn activity<'a>(activity: &'a Activity<'a>) -> ActivityOut<'a> {
    ActivityOut {
        processor: &activity.vendor.id,
        name: &activity.vendor.name,
        entity: &activity.vendor.entity,
        country: &activity.vendor.country,
        purpose: &activity.vendor.purpose,
        in_code: activity.seen.is_some(),
        surfaces: activity.surfaces().map(|s| words::surface(s)).collect(),
        regions: &activity.regions,
        countries: &activity.countries,
        subprocessors: &activity.subprocessors,
        subjects: activity.subjects.iter().map(|(s, at)| Subject { name: &s.id, at }).collect(),
        data: activity.data.iter().map(datum).collect(),
    }
}

fn datum<'a>(datum: &'a Datum<'a>) -> DatumOut<'a> {
    DatumOut {
        class: &datum.class.id,
        title: &datum.class.title,
        origin: datum.origin().name(),
        fields: &datum.fields,
        protection: words::protection(datum.protection),
        automatic: datum.added.map(|added| Automatic {
            by: if added.by_server { "server" } else { "sdk" },
            from: &added.from,
            off: &added.off,
            source: &added.source,
        }),
        at: &datum.at,
    }
}

/// One table alone.
#[derive(Serialize)]
struct GridOut<'a> {
    version: u32,
    title: &'a str,
    columns: &'a [&'static str],
    rows: Vec<Vec<CellOut>>,
}

fn grid(title: &str, grid: &Grid, out: &mut dyn io::Write) -> io::Result<()> {
    let rows = rows(grid);
    serde_json::to_writer_pretty(&mut *out, &GridOut { version: 1, title, columns: &grid.columns, rows })?;
    writeln!(out)
}

fn rows(grid: &Grid) -> Vec<Vec<CellOut>> {
    grid.rows.iter().map(|row| row.iter().map(cell).collect()).collect()
}

fn table_out(inventory: &Inventory<'_>, table: &Table) -> TableOut {
    let grid = (table.grid)(inventory);
    TableOut { id: table.id, title: table.title, rows: rows(&grid), columns: grid.columns }
}

fn cell(cell: &Cell) -> CellOut {
    let parts = cell.parts.iter().filter(|part| !part.text.is_empty());
    CellOut {
        from: cell.origins().into_iter().map(Origin::name).collect(),
        parts: parts
            .map(|part| PartOut { text: part.text.clone(), origin: part.origin.name(), at: part.at.clone() })
            .collect(),
        missing: cell.ask.as_ref().map(|ask| Missing { what: ask.what.clone(), key: ask.key.clone() }),
    }
}
