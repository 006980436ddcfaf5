//! Markdown: the record to read, to complete and to sign. One sheet an activity, the flows folded, the open questions
//! as a list to tick off.

use super::InventoryFormat;
use crate::report::markdown::escape;
use crate::report::words;
use crate::view::inventory::{Cell, Grid, Inventory, Origin, Table, table};
use std::io;

pub(super) const FORMAT: InventoryFormat = InventoryFormat {
    name: "markdown",
    about: "to read and complete: one sheet a processor (default)",
    binary: false,
    grid: Some(grid),
    write,
};

fn write(inventory: &Inventory<'_>, chosen: Option<&Table>, out: &mut dyn io::Write) -> io::Result<()> {
    if let Some(table) = chosen {
        return grid(&format!("{}: {}", table.title, inventory.target), &(table.grid)(inventory), out);
    }
    writeln!(out, "# Record of processing activities: {}\n", escape(inventory.target))?;
    write_legend(inventory, out)?;
    write_organisation(inventory, out)?;
    write_activities(inventory, out)?;
    write_elsewhere(inventory, out)?;
    write_gaps(inventory, out)?;
    write_flows(inventory, out)?;
    writeln!(out, "## Signed\n\n| Name | Date | Signature |\n| --- | --- | --- |\n| | | |")
}

fn write_legend(inventory: &Inventory<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let gaps = inventory.gaps();
    let required = gaps.iter().filter(|gap| gap.required).count();
    writeln!(
        out,
        "{} in use, {}, {required} of them asked for by Art. 30. Every entry says where it comes from:\n",
        words::plural(inventory.activities.len(), "processor"),
        words::plural(gaps.len(), "open point"),
    )?;
    for origin in Origin::ALL {
        writeln!(out, "- **{}**: {}", origin.name(), origin.about())?;
    }
    writeln!(out)
}

fn write_organisation(inventory: &Inventory<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "## Who is responsible (a)\n\n| | |\n| --- | --- |")?;
    for (title, said) in &inventory.organisation {
        writeln!(out, "| {title} | {} |", cell(said))?;
    }
    writeln!(out)
}

/// The table of Art. 30(1), turned: one sheet an activity reads better than twelve columns.
fn write_activities(inventory: &Inventory<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let Some(table) = table("controller") else { return Ok(()) };
    let grid = (table.grid)(inventory);
    writeln!(out, "## Processing activities\n")?;
    if grid.rows.is_empty() {
        writeln!(out, "No processor was seen in use.\n")?;
    }
    for (activity, row) in inventory.activities.iter().zip(&grid.rows) {
        let purpose = activity.purpose.map_or("", |purpose| purpose.title.as_str());
        writeln!(out, "### {}: {}\n", escape(&activity.vendor.name), escape(purpose))?;
        writeln!(out, "| | |\n| --- | --- |")?;
        for (title, said) in grid.columns.iter().zip(row).skip(1) {
            writeln!(out, "| {title} | {} |", cell(said))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn write_elsewhere(inventory: &Inventory<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    if inventory.declared.is_empty() && inventory.unknown.is_empty() {
        return Ok(());
    }
    writeln!(out, "## Seen, and not part of the record yet\n")?;
    for (vendor, at) in &inventory.declared {
        writeln!(out, "- {}: only declared ({})", escape(&vendor.name), escape(at))?;
    }
    for (recipient, at) in &inventory.unknown {
        writeln!(out, "- {} {} ({})", recipient.what, escape(&recipient.host), escape(at))?;
    }
    writeln!(out)
}

fn write_gaps(inventory: &Inventory<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "## To fill in\n")?;
    let mut about = None;
    for gap in inventory.gaps() {
        if about.as_ref() != Some(&gap.processor) {
            let who = if gap.processor.is_empty() { "The organisation" } else { &gap.processor };
            let gap = if about.is_none() { "" } else { "\n" };
            writeln!(out, "{gap}**{}**\n", escape(who))?;
        }
        let key = if gap.key.is_empty() { String::new() } else { format!(" (`{}`)", gap.key) };
        let mark = if gap.required { "" } else { ", for templates" };
        writeln!(out, "- [ ] {}{mark}: {}{key}", escape(&gap.column), escape(&gap.what))?;
        about = Some(gap.processor);
    }
    writeln!(out)
}

fn write_flows(inventory: &Inventory<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let Some(table) = table("flows") else { return Ok(()) };
    writeln!(out, "<details><summary>What it stands on: every class at every processor</summary>\n")?;
    wide(&(table.grid)(inventory), out)?;
    writeln!(out, "\n</details>\n")
}

fn grid(title: &str, grid: &Grid, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "# {}\n", escape(title))?;
    wide(grid, out)
}

/// A table as it is.
fn wide(grid: &Grid, out: &mut dyn io::Write) -> io::Result<()> {
    let columns: Vec<String> = grid.columns.iter().map(|title| escape(title)).collect();
    writeln!(out, "| {} |\n|{}", columns.join(" | "), " --- |".repeat(columns.len()))?;
    for row in &grid.rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

/// One line a part, each with its origin and a place.
fn cell(cell: &Cell) -> String {
    let mut lines = Vec::new();
    for (origin, parts) in cell.grouped() {
        for part in parts {
            let at = match part.at.as_slice() {
                [] => String::new(),
                [one] => format!(" · {}", escape(one)),
                [first, rest @ ..] => format!(" · {} and {} more", escape(first), rest.len()),
            };
            lines.push(format!("{} <sub>{}{at}</sub>", escape(&part.text), origin.name()));
        }
    }
    if let Some(ask) = &cell.ask {
        let key = if ask.key.is_empty() { String::new() } else { format!(" · `{}`", ask.key) };
        lines.push(format!(
            "**To fill in:** {} <sub>{}{key}</sub>",
            escape(&ask.what),
            Origin::Missing.name()
        ));
    }
    lines.join("<br>")
}
