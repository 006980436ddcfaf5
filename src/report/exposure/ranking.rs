//! All vendors by how bad a breach of each would be.

use super::Asked;
use super::text::enisa;
use crate::report::table::{frame, head, print};
use crate::report::{markdown as md, words};
use crate::view::{self, Exposure, Lure};
use std::io;

const HEADS: [&str; 7] = ["", "vendor", "purpose", "ENISA", "lure", "written + added", "of, on"];

pub(super) fn table(asked: &Asked<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let report = asked.report;
    let ranking = view::ranking(&asked.question());
    writeln!(out, "{}", title(asked, &ranking))?;
    if !ranking.is_empty() {
        let mut table = frame(report.style);
        table.set_header(HEADS.map(|name| head(name.to_owned())));
        for (place, exposure) in ranking.iter().enumerate() {
            table.add_row(row(place, exposure));
        }
        print(&table, out)?;
    }
    writeln!(out, "Coverage: {}", words::coverage(report))
}

pub(super) fn markdown(asked: &Asked<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let report = asked.report;
    let ranking = view::ranking(&asked.question());
    writeln!(out, "# {}\n", md::escape(&title(asked, &ranking)))?;
    if !ranking.is_empty() {
        writeln!(out, "| {} |\n|{}", HEADS.join(" | "), " --- |".repeat(HEADS.len()))?;
        for (place, exposure) in ranking.iter().enumerate() {
            writeln!(out, "| {} |", row(place, exposure).map(|cell| md::escape(&cell)).join(" | "))?;
        }
        writeln!(out)?;
    }
    let coverage = words::coverage(report);
    writeln!(out, "**Coverage:** {}", md::escape(&coverage))
}

fn title(asked: &Asked<'_>, ranking: &[Exposure<'_>]) -> String {
    let target = &asked.report.target.name;
    match ranking.len() {
        0 => format!("{target} uses no vendor that is known here"),
        n => format!("{} of {target}, the worst breach first", words::plural(n, "vendor")),
    }
}

fn row(place: usize, exposure: &Exposure<'_>) -> [String; 7] {
    let vendor = exposure.vendor;
    let score = exposure.enisa.as_ref();
    let nothing = if exposure.declared_only { "only declared" } else { "nothing seen" };
    let lure = match exposure.lure {
        _ if score.is_none() => String::new(),
        Lure::Takeover => "takeover".to_owned(),
        other => words::lure(other),
    };
    let subjects: Vec<&str> = exposure.subjects.union(&exposure.recorded.subjects).copied().collect();
    let surfaces: Vec<&str> = exposure.surfaces.iter().map(|&s| words::surface(s)).collect();
    [
        (place + 1).to_string(),
        vendor.name.clone(),
        vendor.purpose.clone(),
        score.map_or_else(|| nothing.to_owned(), |score| enisa(Some(score))),
        lure,
        format!("{} + {}", exposure.written.len(), exposure.classes.len() - exposure.written.len()),
        [subjects.join(", "), surfaces.join(", ")]
            .into_iter()
            .filter(|t| !t.is_empty())
            .collect::<Vec<_>>()
            .join("; "),
    ]
}
