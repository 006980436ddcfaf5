//! JSON, version 1: what other tools read, and what we read back: a report that was kept or merged answers as a fresh one.

mod contract;
mod merge;
mod read;

pub(crate) use contract::{Document, Finding, Flow};
pub(crate) use merge::{lift, merge};
pub(crate) use read::{Origin, parse, report};

use super::{CATALOGUE_DATE, Format, Report, words};
use crate::flow::{self, Site};
use crate::graph::{Installed, Processor};
use crate::ir::Span;
use crate::policy;
use crate::vendor::VendorId;
use crate::view;
use std::io;

pub(super) const FORMAT: Format =
    Format { name: "json", about: "everything, for other tools (version 1)", write };

fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    print(&document(report), out)
}

/// Writes a document.
pub(crate) fn print(document: &Document, out: &mut dyn io::Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, document)?;
    writeln!(out)
}

/// The report as the contract has it.
pub(crate) fn document(report: &Report) -> Document {
    let flows = report.graph.flows.iter().zip(&report.flow_ids);
    Document {
        version: contract::VERSION,
        tool: contract::Tool {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            catalogue: CATALOGUE_DATE.to_owned(),
        },
        target: contract::Target {
            name: report.target.name.clone(),
            revision: report.target.revision.clone(),
        },
        repositories: Vec::new(),
        processors: report.graph.processors.iter().map(|p| processor(report, p)).collect(),
        flows: flows.map(|(f, id)| flow(report, f, id)).collect(),
        automatic: automatic(report),
        verdicts: report.verdicts.iter().map(|v| verdict(report, v)).collect(),
        findings: report.shown().map(|f| finding(report, f)).collect(),
        coverage: coverage(report),
    }
}

fn line(report: &Report, span: Span) -> contract::Line {
    let place = report.sources.locate(span);
    contract::Line { file: place.file, line: place.line }
}

fn id(report: &Report, vendor: VendorId) -> String {
    report.catalogue.vendor(vendor).id.clone()
}

fn processor(report: &Report, processor: &Processor) -> contract::Processor {
    let vendor = report.catalogue.vendor(processor.vendor);
    let routes = report.graph.routes.iter().filter(|route| route.from == processor.vendor);
    let evidence = |contact: &flow::Contact| {
        let contract::Line { file, line } = line(report, contact.span);
        let kind = words::contact(contact.kind).to_owned();
        contract::Evidence { kind, file, line, what: contact.what.clone() }
    };
    contract::Processor {
        id: vendor.id.clone(),
        name: vendor.name.clone(),
        purpose: report.purpose(processor.vendor).to_owned(),
        country: vendor.country.clone(),
        surfaces: processor.surfaces.iter().map(|&s| words::surface(s).to_owned()).collect(),
        declared_only: processor.declared_only,
        regions: view::regions(&report.graph, vendor, processor.vendor)
            .into_iter()
            .map(str::to_owned)
            .collect(),
        packages: processor.installed.iter().map(|i| package(report, i)).collect(),
        hands_on_to: routes.map(|route| id(report, route.to)).collect(),
        evidence: processor.contacts.iter().map(evidence).collect(),
    }
}

fn package(report: &Report, installed: &Installed) -> contract::Package {
    contract::Package {
        ecosystem: installed.ecosystem.clone(),
        name: installed.name.clone(),
        version: installed.version.clone(),
        transitive: installed.transitive,
        development: installed.development,
        at: Some(line(report, installed.span)),
    }
}

pub(super) fn flow(report: &Report, flow: &flow::Flow, id: &str) -> contract::Flow {
    let place = |site: &Site, call: Option<&String>| {
        let at = report.sources.locate(site.span);
        let (function, call) = (site.function.clone(), call.cloned());
        contract::Place { file: at.file, line: at.line, column: at.column, function, call }
    };
    let step = |step: &flow::Step| {
        let at = report.sources.locate(step.span);
        contract::Step { file: at.file, line: at.line, column: at.column, step: step.what.clone() }
    };
    contract::Flow {
        id: id.to_owned(),
        processor: self::id(report, flow.vendor),
        data: flow.class.clone(),
        field: flow.field.clone(),
        protection: words::protection(flow.protection).to_owned(),
        surface: words::surface(flow.surface).to_owned(),
        confidence: words::confidence(flow.confidence).to_owned(),
        identified_by: flow.identified_by.iter().map(|&h| words::hint(h).to_owned()).collect(),
        source: place(&flow.source, None),
        sink: place(&flow.sink, Some(&flow.call)),
        path: flow.path.iter().map(step).collect(),
        key: flow.key.clone(),
    }
}

fn automatic(report: &Report) -> Vec<contract::Automatic> {
    let collected = report.graph.collected.iter();
    collected
        .map(|c| contract::Automatic {
            processor: id(report, c.vendor),
            data: c.class.clone(),
            by: if c.by_server { "server" } else { "sdk" }.to_owned(),
            active: c.active,
            off: c.off.clone(),
            at: line(report, c.at),
            from: c.from.clone(),
            on: c.on.clone(),
            idle: c.idle,
            source: c.source.clone(),
            surfaces: c.surfaces.iter().map(|s| words::surface(*s).to_owned()).collect(),
        })
        .collect()
}

fn verdict(report: &Report, verdict: &policy::Verdict) -> contract::Verdict {
    contract::Verdict {
        processor: id(report, verdict.vendor),
        data: verdict.class.clone(),
        judgement: words::judgement(verdict.judgement).to_owned(),
        written: verdict.written,
        collected: verdict.collected,
        accepted: verdict.accepted,
    }
}

pub(super) fn finding(report: &Report, finding: &policy::Finding) -> contract::Finding {
    let related = |(span, what): &(Span, String)| {
        let contract::Line { file, line } = line(report, *span);
        contract::Related { file, line, what: what.clone() }
    };
    contract::Finding {
        id: finding.id.clone(),
        rule: finding.rule.to_string(),
        severity: finding.severity.name().to_owned(),
        processor: finding.vendor.map(|vendor| id(report, vendor)),
        data: finding.class.clone(),
        flows: finding.flows.iter().map(|&i| report.flow_ids[i].clone()).collect(),
        message: finding.message.clone(),
        fix: finding.fix.clone(),
        at: finding.at.map(|span| line(report, span)),
        reason: finding.reason.clone(),
        related: finding.related.iter().map(related).collect(),
        suppressed: finding.suppressed.as_ref().map(|s| contract::Suppressed {
            in_source: s.in_source,
            reason: s.reason.clone(),
            until: s.until.clone(),
            at: s.at.clone(),
        }),
    }
}

fn coverage(report: &Report) -> contract::Coverage {
    let coverage = &report.coverage;
    let mut unresolved: Vec<contract::Unresolved> = Vec::new();
    for item in &report.graph.unresolved {
        let contract::Line { file, line } = line(report, item.span);
        let (what, kind) = (item.what.clone(), contract::Gap::Value);
        let processor = item.vendor.map(|vendor| id(report, vendor));
        unresolved.push(contract::Unresolved { file, line, what, kind, places: None, processor });
    }
    for (file, places) in &coverage.broken {
        unresolved.push(contract::Unresolved {
            file: file.clone(),
            line: 1,
            what: format!("syntax not understood in {}", words::plural(*places, "place")),
            kind: contract::Gap::Syntax,
            places: Some(*places),
            processor: None,
        });
    }
    for (span, what) in &coverage.unreadable {
        let contract::Line { file, line } = line(report, *span);
        let (what, kind) = (format!("could not be read: {what}"), contract::Gap::Configuration);
        unresolved.push(contract::Unresolved { file, line, what, kind, places: None, processor: None });
    }
    unresolved.sort_by(|a, b| (&a.file, a.line, &a.what).cmp(&(&b.file, b.line, &b.what)));
    let skipped = coverage.skipped.iter();
    let skipped = skipped.map(|s| contract::Skipped { file: s.file.clone(), why: s.why.to_string() });
    contract::Coverage {
        files: coverage.files,
        lines: coverage.lines,
        parsed: coverage.parsed,
        languages: coverage.languages.clone(),
        skipped: skipped.collect(),
        unresolved,
    }
}
