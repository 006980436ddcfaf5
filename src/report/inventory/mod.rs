//! What `inventory` writes: the record of processing in the forms that people and tools take. One file a format.

mod apple;
mod csv;
mod cyclonedx;
mod dpv;
mod fides;
mod json;
mod markdown;
mod play;
mod xlsx;

use super::Report;
use crate::view::inventory::{Asked, Grid, Inventory, Table, inventory as ask};
use std::io;

/// A format of the record.
pub(crate) struct InventoryFormat {
    /// As in `--format`.
    pub name: &'static str,
    /// One line.
    pub about: &'static str,
    /// Not for a terminal.
    pub binary: bool,
    /// Writes one table, under a title; none where the format has no tables.
    pub grid: Option<GridWriter>,
    /// Writes the record, or one table of it.
    pub write: fn(&Inventory<'_>, Option<&Table>, &mut dyn io::Write) -> io::Result<()>,
}

/// Writes a table under a title.
pub(crate) type GridWriter = fn(&str, &Grid, &mut dyn io::Write) -> io::Result<()>;

/// All formats, sorted by name.
pub(crate) static INVENTORY: &[InventoryFormat] = &[
    apple::FORMAT,
    csv::FORMAT,
    cyclonedx::FORMAT,
    dpv::FORMAT,
    fides::FORMAT,
    json::FORMAT,
    markdown::FORMAT,
    play::FORMAT,
    xlsx::FORMAT,
];

/// The record of an audited tree.
pub(crate) fn inventory(report: &Report) -> Inventory<'_> {
    let asked = Asked {
        graph: &report.graph,
        sources: &report.sources,
        catalogue: &report.catalogue,
        vocabulary: &report.vocabulary,
        policy: &report.policy,
    };
    ask(asked, &report.target.name, report.coverage.is_complete())
}
