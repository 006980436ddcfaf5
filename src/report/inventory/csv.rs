//! CSV, one table: for a spreadsheet or another tool. Every cell ends with where it comes from, in brackets.

use super::InventoryFormat;
use crate::view::inventory::{Cell, Grid, Inventory, Table, table};
use std::io;

pub(super) const FORMAT: InventoryFormat = InventoryFormat {
    name: "csv",
    about: "one table for spreadsheets (--table, default controller); origins in brackets",
    binary: false,
    grid: Some(grid),
    write,
};

/// The table that is written where none is named.
const DEFAULT: &str = "controller";

fn write(inventory: &Inventory<'_>, chosen: Option<&Table>, out: &mut dyn io::Write) -> io::Result<()> {
    let Some(table) = chosen.or_else(|| table(DEFAULT)) else { return Ok(()) };
    grid(table.title, &(table.grid)(inventory), out)
}

fn grid(_: &str, grid: &Grid, out: &mut dyn io::Write) -> io::Result<()> {
    let mut csv = ::csv::Writer::from_writer(out);
    csv.write_record(&grid.columns)?;
    for row in &grid.rows {
        csv.write_record(row.iter().map(|cell| harmless(text(cell))))?;
    }
    csv.flush()
}

/// `e-mail address; name [code]; city [catalogue]; [missing: …]`
fn text(cell: &Cell) -> String {
    let mut groups: Vec<String> = cell
        .grouped()
        .into_iter()
        .map(|(origin, parts)| {
            let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
            format!("{} [{}]", texts.join("; "), origin.name())
        })
        .collect();
    if let Some(ask) = &cell.ask {
        groups.push(format!("[missing: {}]", ask.what));
    }
    groups.join("; ")
}

/// A name of the audited code must not become a formula of the spreadsheet.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::inventory::Origin;

    #[test]
    fn origins_stand_behind_what_they_are_of() {
        let cell = Cell::of(Origin::Code, "e-mail address")
            .and(Origin::Catalogue, "city", [])
            .and(Origin::Code, "name", [])
            .ask("who else?", "");
        assert_eq!(text(&cell), "e-mail address; name [code]; city [catalogue]; [missing: who else?]");
    }

    #[test]
    fn names_are_no_formulas() {
        assert_eq!(harmless("=cmd()".into()), "'=cmd()");
        assert_eq!(harmless("a=b".into()), "a=b");
    }
}
