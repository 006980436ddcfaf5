//! The answer for other tools, version 1. Names and order are fixed; additions are allowed.

use super::Asked;
use super::text::origin;
use crate::flow::Site;
use crate::report::{Report, history, words};
use crate::vendor::{Surface, VendorId};
use crate::view::{self, Draft, Enisa, Exposure, Key, Lure};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Document<'a> {
    version: u32,
    target: &'a str,
    #[serde(flatten)]
    answer: Answer<'a>,
    draft: DraftOut<'a>,
    complete: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    history: Option<history::HistoryOut<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Ranking<'a> {
    version: u32,
    target: &'a str,
    /// The worst first.
    processors: Vec<Answer<'a>>,
    complete: bool,
}

/// What is told of one vendor.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::report) struct Answer<'a> {
    processor: &'a str,
    used: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    declared_only: bool,
    purpose: &'a str,
    entity: &'a str,
    country: &'a str,
    surfaces: Vec<&'a str>,
    subjects: &'a BTreeSet<&'a str>,
    register_subjects: &'a BTreeSet<&'a str>,
    regions: &'a [&'a str],
    subprocessors: Vec<&'a str>,
    downstream: Vec<DownstreamOut<'a>>,
    countries: &'a [&'a str],
    enisa: Option<EnisaOut<'a>>,
    lure: LureOut,
    written: Vec<Written<'a>>,
    automatic: Vec<Automatic<'a>>,
    forwarded: Vec<ForwardedOut<'a>>,
    absent: Vec<&'a str>,
    absent_classes: Vec<&'a str>,
    not_followed: Vec<Gap<'a>>,
    join_keys: Vec<JoinKey<'a>>,
    combinations: Vec<Combination<'a>>,
    without: Vec<Without<'a>>,
    incidents: Vec<Incident<'a>>,
}

#[derive(Serialize)]
struct DownstreamOut<'a> {
    id: &'a str,
    name: &'a str,
    country: Option<&'a str>,
    /// `vendor` says so, or `code` configures it.
    by: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct EnisaOut<'a> {
    score: f64,
    band: &'a str,
    dpc: u8,
    dpc_by: &'a str,
    ei: f64,
    ei_by: &'a str,
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
    surfaces: Vec<&'a str>,
    subjects: &'a BTreeSet<&'a str>,
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
    surfaces: Vec<&'a str>,
}

#[derive(Serialize)]
struct ForwardedOut<'a> {
    by: &'a str,
    at: String,
    data: &'a BTreeSet<&'a str>,
}

#[derive(Serialize)]
struct Gap<'a> {
    at: String,
    what: &'a str,
}

#[derive(Serialize)]
struct JoinKey<'a> {
    field: &'a str,
    data: &'a str,
    kind: &'a str,
    call: &'a str,
    at: PlaceOut<'a>,
}

#[derive(Serialize)]
struct Combination<'a> {
    id: &'a str,
    data: BTreeSet<&'a str>,
}

#[derive(Serialize)]
struct Without<'a> {
    data: &'a [&'a str],
    switches: &'a [&'a str],
    cut: &'a [&'a str],
    smallest: bool,
    enisa: Option<EnisaOut<'a>>,
    lure: LureOut,
}

#[derive(Serialize)]
struct Incident<'a> {
    date: &'a str,
    title: &'a str,
    source: &'a str,
}

#[derive(Serialize)]
struct DraftOut<'a> {
    /// Art. 33(3) GDPR.
    authority: Vec<FactOut<'a>>,
    /// Art. 34 GDPR, by paragraph.
    people: &'a [String],
}

#[derive(Serialize)]
struct FactOut<'a> {
    item: &'a str,
    text: &'a str,
    from: &'a str,
}

pub(super) fn write(asked: &Asked<'_>, id: VendorId, out: &mut dyn io::Write) -> io::Result<()> {
    let report = asked.report;
    let exposure = view::exposure(&asked.question(), id);
    let complete = report.coverage.is_complete();
    let draft = view::draft(&exposure, &report.vocabulary, complete);
    let document = Document {
        version: 1,
        target: &report.target.name,
        answer: answer(report, &exposure),
        draft: draft_out(&draft),
        complete: complete && exposure.gaps.is_empty(),
        history: history::out(report, id),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

pub(super) fn all(asked: &Asked<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let report = asked.report;
    let ranking = view::ranking(&asked.question());
    let document = Ranking {
        version: 1,
        target: &report.target.name,
        processors: ranking.iter().map(|exposure| answer(report, exposure)).collect(),
        complete: report.coverage.is_complete() && report.graph.unresolved.is_empty(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

pub(in crate::report) fn answer<'a>(report: &'a Report, exposure: &'a Exposure<'a>) -> Answer<'a> {
    let vendor = exposure.vendor;
    let absent = exposure.absent.iter();
    Answer {
        processor: &vendor.id,
        used: exposure.used,
        declared_only: exposure.declared_only,
        purpose: &vendor.purpose,
        entity: &vendor.entity,
        country: &vendor.country,
        surfaces: surfaces(&exposure.surfaces),
        subjects: &exposure.subjects,
        register_subjects: &exposure.recorded.subjects,
        regions: &exposure.regions,
        subprocessors: exposure.downstream.iter().map(|other| other.id).collect(),
        downstream: downstream(exposure),
        countries: &exposure.countries,
        enisa: exposure.enisa.as_ref().map(enisa_out),
        lure: lure_out(exposure.lure),
        written: written(report, exposure),
        automatic: automatic(exposure),
        forwarded: forwarded(report, exposure),
        absent: absent.clone().filter(|a| a.whole).map(|a| a.group).collect(),
        absent_classes: absent.flat_map(|a| &a.classes).copied().collect(),
        not_followed: exposure
            .gaps
            .iter()
            .map(|gap| Gap { at: report.at(gap.span), what: &gap.what })
            .collect(),
        join_keys: join_keys(report, exposure),
        combinations: combinations(exposure),
        without: without(exposure),
        incidents: vendor
            .incidents
            .iter()
            .map(|i| Incident { date: &i.date, title: &i.title, source: &i.source })
            .collect(),
    }
}

fn written<'a>(report: &'a Report, exposure: &'a Exposure<'a>) -> Vec<Written<'a>> {
    let row = |leak: &'a view::Leak<'a>| Written {
        data: leak.class,
        fields: &leak.fields,
        protection: words::protection(leak.protection),
        surfaces: surfaces(&leak.surfaces),
        subjects: &leak.subjects,
        places: leak.places.iter().map(|site| place_out(report, site)).collect(),
    };
    exposure.written.iter().map(row).collect()
}

fn automatic<'a>(exposure: &'a Exposure<'a>) -> Vec<Automatic<'a>> {
    let all = exposure.added.iter().chain(&exposure.switched_off).chain(&exposure.idle);
    all.map(|c| Automatic {
        data: &c.class,
        by: if c.by_server { "server" } else { "sdk" },
        from: &c.from,
        active: c.active,
        off: &c.off,
        surfaces: surfaces(&c.surfaces),
    })
    .collect()
}

fn forwarded<'a>(report: &'a Report, exposure: &'a Exposure<'a>) -> Vec<ForwardedOut<'a>> {
    let row = |other: &'a view::Forwarded<'a>| ForwardedOut {
        by: &other.from.id,
        at: report.at(other.route.span),
        data: &other.classes,
    };
    exposure.forwarded.iter().map(row).collect()
}

fn downstream<'a>(exposure: &'a Exposure<'a>) -> Vec<DownstreamOut<'a>> {
    let row = |other: &'a view::Downstream<'a>| DownstreamOut {
        id: other.id,
        name: other.name,
        country: other.country,
        by: if other.route.is_some() { "code" } else { "vendor" },
    };
    exposure.downstream.iter().map(row).collect()
}

fn join_keys<'a>(report: &'a Report, exposure: &'a Exposure<'a>) -> Vec<JoinKey<'a>> {
    let row = |join: &'a view::JoinKey<'a>| JoinKey {
        field: join.field,
        data: join.class,
        kind: match join.kind {
            Key::Person => "person",
            Key::Group => "group",
            Key::Property => "property",
            Key::Contact => "contact",
        },
        call: join.call,
        at: place_out(report, join.site),
    };
    exposure.join_keys.iter().map(row).collect()
}

fn combinations<'a>(exposure: &'a Exposure<'a>) -> Vec<Combination<'a>> {
    exposure
        .combinations
        .iter()
        .map(|h| Combination {
            id: h.combination.id,
            data: h.parts.iter().flat_map(|(_, classes)| classes).map(String::as_str).collect(),
        })
        .collect()
}

fn without<'a>(exposure: &'a Exposure<'a>) -> Vec<Without<'a>> {
    exposure
        .fixes
        .iter()
        .map(|fix| Without {
            data: &fix.without,
            switches: &fix.switches,
            cut: &fix.cut,
            smallest: fix.smallest,
            enisa: fix.enisa.as_ref().map(enisa_out),
            lure: lure_out(fix.lure),
        })
        .collect()
}

fn draft_out(draft: &Draft) -> DraftOut<'_> {
    let facts = draft.facts.iter();
    DraftOut {
        authority: facts.map(|f| FactOut { item: f.item, text: &f.text, from: origin(f.origin) }).collect(),
        people: &draft.letter,
    }
}

fn surfaces(surfaces: &BTreeSet<Surface>) -> Vec<&'static str> {
    surfaces.iter().map(|&surface| words::surface(surface)).collect()
}

fn enisa_out(enisa: &Enisa) -> EnisaOut<'_> {
    EnisaOut {
        score: enisa.score(),
        band: enisa.band(),
        dpc: enisa.dpc,
        dpc_by: &enisa.dpc_by,
        ei: enisa.ei,
        ei_by: &enisa.ei_by,
        cb: enisa.cb,
    }
}

fn lure_out(lure: Lure) -> LureOut {
    let score = if let Lure::Score(score) = lure { Some(score) } else { None };
    LureOut { score, band: lure.band() }
}

fn place_out<'a>(report: &Report, site: &'a Site) -> PlaceOut<'a> {
    let at = report.sources.locate(site.span);
    PlaceOut { file: at.file, line: at.line, function: &site.function }
}
