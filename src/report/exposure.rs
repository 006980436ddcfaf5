//! What `exposure VENDOR` prints: for people, for other tools, for a ticket.

use super::{Report, history, words};
use crate::flow::Site;
use crate::graph::Collected;
use crate::vendor::{Protection, VendorId};
use crate::view::{self, Enisa, Exposure, Lure};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io;

/// A format of the exposure view.
pub(crate) struct ExposureFormat {
    /// As in `--format`.
    pub name: &'static str,
    /// One line.
    pub about: &'static str,
    /// Writes the answer for a vendor.
    pub write: fn(&Report, VendorId, &mut dyn io::Write) -> io::Result<()>,
}

/// All formats, sorted by name.
pub(crate) static EXPOSURE: &[ExposureFormat] = &[
    ExposureFormat { name: "json", about: "for other tools (version 1)", write: json },
    ExposureFormat {
        name: "markdown",
        about: "for a ticket or a notice",
        write: |r, v, out| text(r, v, &MARKDOWN, out),
    },
    ExposureFormat {
        name: "table",
        about: "for people at a terminal (default)",
        write: |r, v, out| text(r, v, &PLAIN, out),
    },
];

/// The few marks by which the two text forms differ.
struct Marks {
    title: &'static str,
    head: &'static str,
    after_head: &'static str,
    item: &'static str,
    clean: fn(&str) -> String,
}

const PLAIN: Marks = Marks { title: "", head: "", after_head: "", item: "  ", clean: str::to_owned };
const MARKDOWN: Marks =
    Marks { title: "# ", head: "## ", after_head: "\n", item: "- ", clean: super::markdown::escape };

type Section = (String, Vec<String>);

fn text(report: &Report, id: VendorId, marks: &Marks, out: &mut dyn io::Write) -> io::Result<()> {
    let exposure = view::exposure(&report.graph, &report.catalogue, &report.vocabulary, id);
    let clean = marks.clean;
    writeln!(out, "{}{}\n", marks.title, clean(&title(report, &exposure)))?;
    for (head, lines) in sections(report, &exposure) {
        if lines.is_empty() {
            continue;
        }
        writeln!(out, "{}{}{}", marks.head, clean(&head), marks.after_head)?;
        for line in lines {
            writeln!(out, "{}{}", marks.item, clean(&line))?;
        }
        writeln!(out)?;
    }
    let unresolved = report.graph.unresolved.len();
    writeln!(out, "{}", clean(&format!("Coverage: {}", words::coverage(&report.coverage, unresolved))))
}

fn title(report: &Report, exposure: &Exposure<'_>) -> String {
    let vendor = exposure.vendor;
    if exposure.declared_only {
        let at =
            report.catalogue.by_id(&vendor.id).and_then(|id| report.graph.processor(id)?.contacts.first());
        let at = at.map_or_else(String::new, |c| format!(" ({}, {})", c.what, report.at(c.span)));
        format!(
            "{} is only declared in {}{at}: nothing was seen to go there",
            vendor.name, report.target.name
        )
    } else if exposure.used {
        format!(
            "What a breach of {} ({}) would expose from {}",
            vendor.name, vendor.purpose, report.target.name
        )
    } else {
        format!("{} is not used in {}: nothing was seen to go there", vendor.name, report.target.name)
    }
}

fn sections(report: &Report, exposure: &Exposure<'_>) -> Vec<Section> {
    let mut sections = vec![("Severity".to_owned(), severity(exposure))];
    sections.push(("Written by code".to_owned(), exposure.written.iter().map(|l| leak(report, l)).collect()));
    sections.push((
        "Added by SDK or server, in no source line".to_owned(),
        exposure.added.iter().map(|c| added(report, c)).collect(),
    ));
    sections.push((
        "Would be added, but is switched off here".to_owned(),
        exposure
            .switched_off
            .iter()
            .map(|c| format!("{} (`{}`, {})", c.class, c.off, report.at(c.at)))
            .collect(),
    ));
    sections.push((
        "Not switched on here".to_owned(),
        exposure.idle.iter().map(|c| format!("{}: only with `{}`", c.class, c.on)).collect(),
    ));
    let caveat = if report.coverage.is_complete() { "" } else { "; see the gaps in coverage" };
    sections.push((format!("No path found in what was read{caveat}"), absent(exposure)));
    sections.push((
        "Join keys: look affected people up by".to_owned(),
        exposure
            .join_keys
            .iter()
            .map(|(field, class, site)| format!("`{field}` as {class}, {}", place(report, site)))
            .collect(),
    ));
    sections.push((
        "What an attacker can make of it".to_owned(),
        exposure
            .combinations
            .iter()
            .map(|h| format!("{}: {}; from {}", h.combination.id, h.combination.about, h.describe()))
            .collect(),
    ));
    sections.push(("Cheapest fix".to_owned(), exposure.what_if.iter().map(what_if).collect()));
    let id = report.catalogue.by_id(&exposure.vendor.id);
    let mut times = id.map_or_else(Vec::new, |id| history::lines(report, id));
    times.extend(history::scope(report).map(|scope| format!("audited {scope}")));
    sections.push(("First and last commit".to_owned(), times));
    sections.push(("Who and where".to_owned(), who(report, exposure)));
    let incidents = exposure.vendor.incidents.iter();
    sections.push((
        "Known incidents".to_owned(),
        incidents.map(|i| format!("{}: {} ({})", i.date, i.title, i.source)).collect(),
    ));
    sections
}

fn severity(exposure: &Exposure<'_>) -> Vec<String> {
    let Some(enisa) = &exposure.enisa else {
        return Vec::new();
    };
    vec![
        format!(
            "ENISA {:.1} {} = context {} ({}) x identification {} ({}) + circumstances {}",
            enisa.score(),
            enisa.band(),
            enisa.dpc,
            enisa.dpc_by,
            enisa.ei,
            enisa.ei_by,
            enisa.cb
        ),
        format!("lure {}", words::lure(exposure.lure)),
    ]
}

fn enisa(enisa: Option<&Enisa>) -> String {
    enisa.map_or_else(|| "nothing left".to_owned(), |e| format!("{:.1} {}", e.score(), e.band()))
}

fn what_if(step: &view::WhatIf) -> String {
    format!(
        "without {}: ENISA {}, lure {}",
        step.without.join(", "),
        enisa(step.enisa.as_ref()),
        words::lure(step.lure)
    )
}

fn leak(report: &Report, leak: &view::Leak<'_>) -> String {
    let fields: Vec<String> = leak.fields.iter().map(|f| format!("`{f}`")).collect();
    let places: BTreeSet<String> = leak.places.iter().map(|site| place(report, site)).collect();
    let more = places.len().saturating_sub(3);
    let mut shown: Vec<String> = places.into_iter().take(3).collect();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    let protection = match leak.protection {
        Protection::None => String::new(),
        other => format!(" ({})", words::protection(other)),
    };
    format!("{}{protection}: {}; {}", leak.class, fields.join(", "), shown.join(", "))
}

fn added(report: &Report, entry: &Collected) -> String {
    let by = if entry.by_server { "server" } else { "SDK" };
    let off = if entry.off.is_empty() {
        "no switch in code".to_owned()
    } else {
        format!("off with `{}` at {}", entry.off, report.at(entry.at))
    };
    format!("{}: {by}, from {}; {off}", entry.class, entry.from)
}

fn absent(exposure: &Exposure<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = Vec::new();
    for absent in &exposure.absent {
        match absent.words {
            Some(words) => lines.push(format!("{}: {words}", absent.group)),
            None => rest.push(absent.group.as_str()),
        }
    }
    if !rest.is_empty() {
        lines.push(rest.join(", "));
    }
    lines
}

fn who(report: &Report, exposure: &Exposure<'_>) -> Vec<String> {
    let vendor = exposure.vendor;
    let mut lines = vec![format!("{}, {}", vendor.entity, vendor.country)];
    if let Some(processor) = report.catalogue.by_id(&vendor.id).and_then(|id| report.graph.processor(id)) {
        let surfaces: Vec<&str> = processor.surfaces.iter().map(|&s| words::surface(s)).collect();
        lines.push(format!("used in: {}", surfaces.join(", ")));
        let versions: BTreeSet<String> = processor
            .installed
            .iter()
            .filter_map(|i| Some(format!("{} {}", i.name, i.version.as_ref()?)))
            .collect();
        if !versions.is_empty() {
            lines.push(format!("packages: {}", versions.into_iter().collect::<Vec<_>>().join(", ")));
        }
    }
    if !exposure.regions.is_empty() {
        lines.push(format!("region chosen in code: {}", exposure.regions.join(", ")));
    }
    if !exposure.subprocessors.is_empty() {
        lines.push(format!("sub-processors: {}", exposure.subprocessors.join(", ")));
    }
    lines
}

fn place(report: &Report, site: &Site) -> String {
    format!("{} in {}", report.at(site.span), site.function)
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Document<'a> {
    version: u32,
    target: &'a str,
    processor: &'a str,
    used: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    declared_only: bool,
    purpose: &'a str,
    entity: &'a str,
    country: &'a str,
    regions: &'a [&'a str],
    subprocessors: &'a [&'a str],
    countries: &'a [&'a str],
    enisa: Option<EnisaOut<'a>>,
    lure: LureOut,
    written: Vec<Written<'a>>,
    automatic: Vec<Automatic<'a>>,
    absent: Vec<&'a str>,
    join_keys: Vec<JoinKey<'a>>,
    combinations: Vec<Combination<'a>>,
    without: Vec<Without<'a>>,
    incidents: Vec<Incident<'a>>,
    complete: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    history: Option<history::HistoryOut<'a>>,
}

#[derive(Serialize)]
struct EnisaOut<'a> {
    score: f64,
    band: &'a str,
    dpc: u8,
    ei: f64,
    cb: f64,
}

#[derive(Serialize)]
struct LureOut {
    score: Option<u32>,
    band: &'static str,
}

#[derive(Serialize)]
struct Written<'a> {
    data: &'a str,
    fields: &'a BTreeSet<&'a str>,
    protection: &'a str,
    places: Vec<PlaceOut<'a>>,
}

#[derive(Serialize)]
struct PlaceOut<'a> {
    file: String,
    line: u32,
    function: &'a str,
}

#[derive(Serialize)]
struct Automatic<'a> {
    data: &'a str,
    by: &'a str,
    from: &'a str,
    active: bool,
    off: &'a str,
}

#[derive(Serialize)]
struct JoinKey<'a> {
    field: &'a str,
    data: &'a str,
    at: PlaceOut<'a>,
}

#[derive(Serialize)]
struct Combination<'a> {
    id: &'a str,
    data: BTreeSet<&'a str>,
}

#[derive(Serialize)]
struct Without<'a> {
    data: &'a [String],
    enisa: Option<EnisaOut<'a>>,
    lure: LureOut,
}

#[derive(Serialize)]
struct Incident<'a> {
    date: &'a str,
    title: &'a str,
    source: &'a str,
}

fn json(report: &Report, id: VendorId, out: &mut dyn io::Write) -> io::Result<()> {
    let exposure = view::exposure(&report.graph, &report.catalogue, &report.vocabulary, id);
    let document = document(report, &exposure);
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn document<'a>(report: &'a Report, exposure: &'a Exposure<'a>) -> Document<'a> {
    let all = exposure.added.iter().chain(&exposure.switched_off).chain(&exposure.idle);
    Document {
        version: 1,
        target: &report.target.name,
        processor: &exposure.vendor.id,
        used: exposure.used,
        declared_only: exposure.declared_only,
        purpose: &exposure.vendor.purpose,
        entity: &exposure.vendor.entity,
        country: &exposure.vendor.country,
        regions: &exposure.regions,
        subprocessors: &exposure.subprocessors,
        countries: &exposure.countries,
        enisa: exposure.enisa.as_ref().map(enisa_out),
        lure: lure_out(exposure.lure),
        written: exposure
            .written
            .iter()
            .map(|leak| Written {
                data: leak.class,
                fields: &leak.fields,
                protection: words::protection(leak.protection),
                places: leak.places.iter().map(|site| place_out(report, site)).collect(),
            })
            .collect(),
        automatic: all
            .map(|c| Automatic {
                data: &c.class,
                by: if c.by_server { "server" } else { "sdk" },
                from: &c.from,
                active: c.active,
                off: &c.off,
            })
            .collect(),
        absent: exposure.absent.iter().map(|a| a.group.as_str()).collect(),
        join_keys: exposure
            .join_keys
            .iter()
            .map(|(field, data, site)| JoinKey { field, data, at: place_out(report, site) })
            .collect(),
        combinations: exposure
            .combinations
            .iter()
            .map(|h| Combination {
                id: h.combination.id,
                data: h.parts.iter().flat_map(|(_, classes)| classes).map(String::as_str).collect(),
            })
            .collect(),
        without: exposure
            .what_if
            .iter()
            .map(|w| Without {
                data: &w.without,
                enisa: w.enisa.as_ref().map(enisa_out),
                lure: lure_out(w.lure),
            })
            .collect(),
        incidents: exposure
            .vendor
            .incidents
            .iter()
            .map(|i| Incident { date: &i.date, title: &i.title, source: &i.source })
            .collect(),
        complete: report.coverage.is_complete(),
        history: report.catalogue.by_id(&exposure.vendor.id).and_then(|id| history::out(report, id)),
    }
}

fn enisa_out(enisa: &Enisa) -> EnisaOut<'_> {
    EnisaOut { score: enisa.score(), band: enisa.band(), dpc: enisa.dpc, ei: enisa.ei, cb: enisa.cb }
}

fn lure_out(lure: Lure) -> LureOut {
    let score = if let Lure::Score(score) = lure { Some(score) } else { None };
    LureOut { score, band: lure.band() }
}

fn place_out<'a>(report: &Report, site: &'a Site) -> PlaceOut<'a> {
    let at = report.sources.locate(site.span);
    PlaceOut { file: at.file, line: at.line, function: &site.function }
}
