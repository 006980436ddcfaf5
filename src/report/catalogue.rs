//! The catalogue as tables: its vendors, and its numbers. For people; what a vendor is in full says `entry.rs`.

use super::Style;
use super::table::{frame, head, print};
use crate::vendor::{Catalogue, Tally, Vendor};
use comfy_table::{Cell, CellAlignment};
use std::io;

fn number(number: usize) -> Cell {
    let text = if number == 0 { String::new() } else { number.to_string() };
    Cell::new(text).set_alignment(CellAlignment::Right)
}

/// One row a vendor.
pub(crate) fn list(
    vendors: &[&Vendor],
    catalogue: &Catalogue,
    style: Style,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut table = frame(style);
    let names = ["id", "name", "purpose", "country", "depth", "sinks", "automatic"];
    table.set_header(names.map(|name| head(name.to_owned())));
    for vendor in vendors {
        let tally = Tally::of([*vendor], catalogue);
        let depth = if vendor.is_deep() { "deep" } else { "wide" };
        let words = [&vendor.id, &vendor.name, &vendor.purpose, &vendor.country, depth].map(Cell::new);
        table.add_row(words.into_iter().chain([number(tally.sinks), number(tally.automatic)]));
    }
    print(&table, out)
}

/// One row a number.
pub(crate) fn summary(tally: &Tally, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
    let mut table = frame(style);
    table.set_header(["what", "how many"].map(|name| head(name.to_owned())));
    let mut row = |what: String, count: usize| {
        let count = Cell::new(count).set_alignment(CellAlignment::Right);
        table.add_row([Cell::new(what), count]);
    };
    row("vendors".to_owned(), tally.deep + tally.wide);
    row("  deep: what they are sent and what they collect".to_owned(), tally.deep);
    row("  wide: who they are".to_owned(), tally.wide);
    row("sinks: calls that hand data over".to_owned(), tally.sinks);
    for (language, count) in &tally.languages {
        row(format!("  {language}"), *count);
    }
    row("automatic: what SDK or server add".to_owned(), tally.automatic);
    row("switches: options and calls that decide about it".to_owned(), tally.switches);
    row("sources: pages and files that say so".to_owned(), tally.sources);
    row("hosts".to_owned(), tally.hosts);
    row("packages".to_owned(), tally.packages.values().sum());
    for (ecosystem, count) in &tally.packages {
        row(format!("  {ecosystem}"), *count);
    }
    row("names outside code".to_owned(), tally.traces);
    row("incidents".to_owned(), tally.incidents);
    print(&table, out)
}
