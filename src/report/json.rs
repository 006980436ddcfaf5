//! JSON, version 1: the contract that other tools read. Names and order are fixed; additions are allowed.

use super::{CATALOGUE_DATE, Format, Report, words};
use crate::flow::{Flow, Site};
use crate::ir::Span;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;

pub(super) const FORMAT: Format =
    Format { name: "json", about: "everything, for other tools (version 1)", write };

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    tool: Tool<'a>,
    target: Target<'a>,
    processors: Vec<Processor<'a>>,
    flows: Vec<FlowOut<'a>>,
    automatic: Vec<Automatic<'a>>,
    findings: Vec<Finding<'a>>,
    coverage: Coverage<'a>,
}

#[derive(Serialize)]
struct Tool<'a> {
    name: &'a str,
    version: &'a str,
    catalogue: &'a str,
}

#[derive(Serialize)]
struct Target<'a> {
    name: &'a str,
    revision: Option<&'a str>,
}

#[derive(Serialize)]
struct Processor<'a> {
    id: &'a str,
    name: &'a str,
    purpose: &'a str,
    country: &'a str,
    surfaces: Vec<&'a str>,
    #[serde(rename = "declared-only", skip_serializing_if = "std::ops::Not::not")]
    declared_only: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    regions: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    packages: Vec<Package<'a>>,
    #[serde(rename = "hands-on-to", skip_serializing_if = "Vec::is_empty")]
    routes: Vec<&'a str>,
    evidence: Vec<Evidence<'a>>,
}

#[derive(Serialize)]
struct Package<'a> {
    ecosystem: &'a str,
    name: &'a str,
    version: Option<&'a str>,
    transitive: bool,
    development: bool,
}

#[derive(Serialize)]
struct Evidence<'a> {
    kind: &'a str,
    file: String,
    line: u32,
    what: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct FlowOut<'a> {
    id: &'a str,
    processor: &'a str,
    data: &'a str,
    field: &'a str,
    protection: &'a str,
    surface: &'a str,
    confidence: &'a str,
    identified_by: Vec<&'a str>,
    source: Place<'a>,
    sink: Place<'a>,
    path: Vec<Step<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    file: String,
    line: u32,
    column: u32,
    function: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    call: Option<&'a str>,
}

#[derive(Serialize)]
struct Step<'a> {
    file: String,
    line: u32,
    column: u32,
    step: &'a str,
}

#[derive(Serialize)]
struct Automatic<'a> {
    processor: &'a str,
    data: &'a str,
    by: &'a str,
    active: bool,
    off: &'a str,
    at: Line,
}

#[derive(Serialize)]
struct Line {
    file: String,
    line: u32,
}

#[derive(Serialize)]
struct Finding<'a> {
    id: &'a str,
    rule: &'a str,
    severity: &'a str,
    processor: Option<&'a str>,
    data: Option<&'a str>,
    flows: Vec<&'a str>,
    message: &'a str,
    fix: &'a str,
    at: Option<Line>,
}

#[derive(Serialize)]
struct Coverage<'a> {
    files: usize,
    lines: usize,
    parsed: usize,
    languages: &'a BTreeMap<String, usize>,
    skipped: Vec<Skipped<'a>>,
    unresolved: Vec<Unresolved>,
}

#[derive(Serialize)]
struct Skipped<'a> {
    file: &'a str,
    why: String,
}

#[derive(Serialize)]
struct Unresolved {
    file: String,
    line: u32,
    what: String,
}

fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let document = Document {
        version: 1,
        tool: Tool {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            catalogue: CATALOGUE_DATE,
        },
        target: Target { name: &report.target.name, revision: report.target.revision.as_deref() },
        processors: processors(report),
        flows: report.graph.flows.iter().zip(&report.flow_ids).map(|(f, id)| flow(report, f, id)).collect(),
        automatic: automatic(report),
        findings: findings(report),
        coverage: coverage(report),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn line(report: &Report, span: Span) -> Line {
    let place = report.sources.locate(span);
    Line { file: place.file, line: place.line }
}

fn processors(report: &Report) -> Vec<Processor<'_>> {
    let evidence = |contact: &'_ crate::flow::Contact| {
        let Line { file, line } = line(report, contact.span);
        (words::contact(contact.kind), file, line)
    };
    report
        .graph
        .processors
        .iter()
        .map(|processor| {
            let vendor = report.catalogue.vendor(processor.vendor);
            Processor {
                id: &vendor.id,
                name: &vendor.name,
                purpose: report.purpose(processor.vendor),
                country: &vendor.country,
                surfaces: processor.surfaces.iter().map(|&s| words::surface(s)).collect(),
                declared_only: processor.declared_only,
                regions: processor.regions.iter().map(String::as_str).collect(),
                packages: processor.installed.iter().map(package).collect(),
                routes: routes(report, processor.vendor),
                evidence: processor
                    .contacts
                    .iter()
                    .map(|contact| {
                        let (kind, file, line) = evidence(contact);
                        Evidence { kind, file, line, what: &contact.what }
                    })
                    .collect(),
            }
        })
        .collect()
}

fn package(installed: &crate::graph::Installed) -> Package<'_> {
    Package {
        ecosystem: installed.ecosystem,
        name: &installed.name,
        version: installed.version.as_deref(),
        transitive: installed.transitive,
        development: installed.development,
    }
}

fn routes(report: &Report, from: crate::vendor::VendorId) -> Vec<&str> {
    let routes = report.graph.routes.iter().filter(|route| route.from == from);
    routes.map(|route| report.catalogue.vendor(route.to).id.as_str()).collect()
}

fn flow<'a>(report: &'a Report, flow: &'a Flow, id: &'a str) -> FlowOut<'a> {
    let place = |site: &'a Site, call: Option<&'a str>| {
        let at = report.sources.locate(site.span);
        Place { file: at.file, line: at.line, column: at.column, function: &site.function, call }
    };
    FlowOut {
        id,
        processor: &report.catalogue.vendor(flow.vendor).id,
        data: &flow.class,
        field: &flow.field,
        protection: words::protection(flow.protection),
        surface: words::surface(flow.surface),
        confidence: words::confidence(flow.confidence),
        identified_by: flow.identified_by.iter().map(|&h| words::hint(h)).collect(),
        source: place(&flow.source, None),
        sink: place(&flow.sink, Some(&flow.call)),
        path: flow
            .path
            .iter()
            .map(|step| {
                let at = report.sources.locate(step.span);
                Step { file: at.file, line: at.line, column: at.column, step: &step.what }
            })
            .collect(),
    }
}

fn automatic(report: &Report) -> Vec<Automatic<'_>> {
    report
        .graph
        .collected
        .iter()
        .map(|c| Automatic {
            processor: &report.catalogue.vendor(c.vendor).id,
            data: &c.class,
            by: if c.by_server { "server" } else { "sdk" },
            active: c.active,
            off: &c.off,
            at: line(report, c.at),
        })
        .collect()
}

fn findings(report: &Report) -> Vec<Finding<'_>> {
    report
        .active()
        .map(|f| Finding {
            id: &f.id,
            rule: &f.rule,
            severity: f.severity.name(),
            processor: f.vendor.map(|vendor| report.catalogue.vendor(vendor).id.as_str()),
            data: f.class.as_deref(),
            flows: f.flows.iter().map(|&i| report.flow_ids[i].as_str()).collect(),
            message: &f.message,
            fix: &f.fix,
            at: f.at.map(|span| line(report, span)),
        })
        .collect()
}

fn coverage(report: &Report) -> Coverage<'_> {
    let coverage = &report.coverage;
    let mut unresolved: Vec<Unresolved> = Vec::new();
    for item in &report.graph.unresolved {
        let Line { file, line } = line(report, item.span);
        unresolved.push(Unresolved { file, line, what: item.what.clone() });
    }
    for (file, places) in &coverage.broken {
        let what = format!("syntax not understood in {}", words::plural(*places, "place"));
        unresolved.push(Unresolved { file: file.clone(), line: 1, what });
    }
    for (span, what) in &coverage.unreadable {
        let Line { file, line } = line(report, *span);
        unresolved.push(Unresolved { file, line, what: format!("could not be read: {what}") });
    }
    unresolved.sort_by(|a, b| (&a.file, a.line, &a.what).cmp(&(&b.file, b.line, &b.what)));
    Coverage {
        files: coverage.files,
        lines: coverage.lines,
        parsed: coverage.parsed,
        languages: &coverage.languages,
        skipped: coverage.skipped.iter().map(|s| Skipped { file: &s.file, why: s.why.to_string() }).collect(),
        unresolved,
    }
}
