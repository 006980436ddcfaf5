//! What `diff BASE` prints: for people, for a pull request, for other tools. First what a breach would now be, then what
//! changed, then what is to be done.

use super::{Report, json, markdown, table, words};
use crate::error::Exit;
use crate::policy::Severity;
use crate::vendor::VendorId;
use crate::view::{self, Aspect, Delta, Diff, FlowChange, Harm, Processing, ProcessorChange, Use};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;

/// Two audits of one tree, compared.
pub struct Comparison {
    /// As it was.
    pub base: Report,
    /// As it is.
    pub head: Report,
    /// What the two sides are, for people: `1a2b3c4d5e (2026-01-31)`, `the working tree`.
    pub names: (String, String),
    pub(crate) diff: Diff,
}

impl Comparison {
    /// Compares.
    pub fn new(base: Report, head: Report, names: (String, String)) -> Self {
        let diff = view::diff(base.side(), head.side(), &head.vocabulary);
        Self { base, head, names, diff }
    }

    /// The answer of the process: by what is new only.
    pub fn exit(&self, fail_on: Severity, strict: bool) -> Exit {
        let severity = |i: &usize| self.head.findings[*i].severity;
        if self.diff.news().iter().map(severity).any(|severity| severity >= fail_on) {
            Exit::Findings
        } else if strict && !(self.head.coverage.is_complete() && self.base.coverage.is_complete()) {
            Exit::Incomplete
        } else {
            Exit::Clean
        }
    }

    /// Shows the report of what is, with no findings but those that are new: for formats that know no comparison.
    pub fn with_news<T>(&mut self, show: impl FnOnce(&Report) -> T) -> T {
        let news = self.diff.news().into_iter().map(|i| self.head.findings[i].clone()).collect();
        let all = std::mem::replace(&mut self.head.findings, news);
        let shown = show(&self.head);
        self.head.findings = all;
        shown
    }
}

/// A format of the comparison.
pub(crate) struct DiffFormat {
    /// As in `--format`.
    pub name: &'static str,
    /// One line.
    pub about: &'static str,
    /// Writes it.
    pub write: fn(&Comparison, &mut dyn io::Write) -> io::Result<()>,
}

/// All formats, sorted by name.
pub(crate) static DIFF: &[DiffFormat] = &[
    DiffFormat {
        name: "json",
        about: "everything that changed, for other tools (version 1)",
        write: write_json,
    },
    DiffFormat { name: "markdown", about: "for a comment in a pull request", write: write_markdown },
    DiffFormat { name: "table", about: "for people at a terminal (default)", write: write_table },
];

fn write_table(compared: &Comparison, out: &mut dyn io::Write) -> io::Result<()> {
    let Comparison { head, diff, .. } = compared;
    writeln!(out, "{}\n", headline(compared))?;
    for (title, lines) in sections(compared) {
        writeln!(out, "{title}")?;
        for line in lines {
            writeln!(out, "  {line}")?;
        }
        writeln!(out)?;
    }
    let news = diff.news();
    if !news.is_empty() {
        writeln!(out, "{}\n", findings_line(compared))?;
        table::write_findings(head, news.iter().map(|i| &head.findings[*i]), out)?;
    } else if !diff.gone.is_empty() {
        writeln!(out, "{}\n", findings_line(compared))?;
    }
    writeln!(out, "Coverage: {}", words::coverage(head))
}

fn write_markdown(compared: &Comparison, out: &mut dyn io::Write) -> io::Result<()> {
    let Comparison { head, diff, .. } = compared;
    let clean = markdown::escape;
    writeln!(out, "### Personal data to vendors\n\n{}\n", clean(&headline(compared)))?;
    for (title, lines) in sections(compared) {
        let folded = lines.len() > 8;
        if folded {
            let count = lines.len();
            writeln!(out, "<details><summary><b>{}</b> ({count})</summary>\n", clean(&title))?;
        } else {
            writeln!(out, "**{}**\n", clean(&title))?;
        }
        for line in lines {
            writeln!(out, "- {}", clean(&line))?;
        }
        writeln!(out, "{}", if folded { "\n</details>\n" } else { "" })?;
    }
    if !(diff.news().is_empty() && diff.gone.is_empty()) {
        writeln!(out, "**{}**\n", clean(&findings_line(compared)))?;
    }
    for i in diff.news() {
        markdown::write_finding(head, &head.findings[i], out)?;
    }
    let coverage = words::coverage(head);
    writeln!(
        out,
        "<sub>From {} to {}. Coverage: {}</sub>",
        compared.names.0,
        compared.names.1,
        clean(&coverage)
    )
}

/// One sentence: what this change does.
fn headline(compared: &Comparison) -> String {
    let Comparison { head, names, diff, .. } = compared;
    let (name, from, to) = (&head.target.name, &names.0, &names.1);
    if diff.is_empty() {
        return format!("{name}: nothing changes in what goes to vendors from {from} to {to}");
    }
    let flows = [
        (diff.added.len(), "new flow"),
        (diff.changed.len(), "changed flow"),
        (diff.removed.len(), "lost flow"),
    ];
    let vendors = |what: &Processing| diff.processors.iter().filter(|p| p.what == *what).count();
    let vendors =
        [(vendors(&Processing::Added), "new vendor"), (vendors(&Processing::Removed), "lost vendor")];
    let counted = vendors.into_iter().chain(flows).filter(|(count, _)| *count > 0);
    let mut counts: Vec<String> = counted.map(|(count, what)| words::plural(count, what)).collect();
    let news = diff.news();
    let of = |s: &Severity| news.iter().filter(|i| head.findings[**i].severity == *s).count();
    for severity in Severity::REPORTED.iter().rev().filter(|s| of(s) > 0) {
        counts.push(words::plural(of(severity), &format!("new {}", severity.name())));
    }
    if counts.is_empty() {
        counts.push("no new flow, no new finding".to_owned());
    }
    format!("{name}: {} from {from} to {to}", counts.join(", "))
}

fn findings_line(compared: &Comparison) -> String {
    let diff = &compared.diff;
    let mut parts = Vec::new();
    for (count, what) in
        [(diff.new.len(), "new finding"), (diff.grown.len(), "worse finding"), (diff.gone.len(), "finding")]
    {
        if count > 0 {
            let gone = if what == "finding" { " gone" } else { "" };
            parts.push(format!("{}{gone}", words::plural(count, what)));
        }
    }
    parts.join(", ")
}

type Section = (String, Vec<String>);

fn sections(compared: &Comparison) -> Vec<Section> {
    let Comparison { base, head, diff, .. } = compared;
    let of = |added: bool| diff.automatic.iter().filter(move |change| change.added == added);
    let automatic = |added: bool| -> Vec<String> {
        let mut by_vendor: BTreeMap<VendorId, Vec<&str>> = BTreeMap::new();
        for change in of(added) {
            by_vendor.entry(change.vendor).or_default().push(&change.class);
        }
        by_vendor
            .into_iter()
            .map(|(vendor, classes)| format!("{} to {}", classes.join(", "), name(head, vendor)))
            .collect()
    };
    let sections: Vec<Section> = vec![
        ("If it were breached".to_owned(), diff.exposure.iter().map(|d| delta(head, d)).collect()),
        ("Vendors".to_owned(), diff.processors.iter().map(|p| processor(head, p)).collect()),
        ("New flows".to_owned(), diff.added.iter().map(|&i| flow(head, i)).collect()),
        ("Changed flows".to_owned(), diff.changed.iter().map(|c| changed(compared, c)).collect()),
        ("Flows that are gone".to_owned(), diff.removed.iter().map(|&i| flow(base, i)).collect()),
        ("Added by SDK or server from now on".to_owned(), automatic(true)),
        ("Not added by SDK or server any more".to_owned(), automatic(false)),
    ];
    sections.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
}

fn name(report: &Report, vendor: VendorId) -> &str {
    &report.catalogue.vendor(vendor).name
}

/// `a Mixpanel breach moves from 1.5 Low to 3.0 High, lure 0 low to 80 critical: gains contact.email`.
fn delta(report: &Report, delta: &Delta) -> String {
    let vendor = name(report, delta.vendor);
    let enisa = |harm: &Harm| {
        harm.enisa
            .as_ref()
            .map_or_else(|| "nothing".to_owned(), |e| format!("{} {}", words::score(e), e.band()))
    };
    let (old, new) = (enisa(&delta.base), enisa(&delta.head));
    let mut text = if old == new {
        format!("a {vendor} breach stays at {new}")
    } else {
        format!("a {vendor} breach moves from {old} to {new}")
    };
    if delta.base.lure != delta.head.lure {
        let (old, new) = (words::lure(delta.base.lure), words::lure(delta.head.lure));
        text.push_str(&format!(", lure from {old} to {new}"));
    }
    let list = |what: &str, classes: &[String]| {
        let more = classes.len().saturating_sub(6);
        let shown = classes.iter().take(6).cloned().collect::<Vec<_>>().join(", ");
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        (!classes.is_empty()).then(|| format!("{what} {shown}{more}"))
    };
    let lists: Vec<String> =
        [list("gains", &delta.gained), list("loses", &delta.lost)].into_iter().flatten().collect();
    format!("{text}: {}", lists.join("; "))
}

fn processor(report: &Report, change: &ProcessorChange) -> String {
    let vendor = report.catalogue.vendor(change.vendor);
    match &change.what {
        Processing::Added => {
            let declared = report.graph.processor(change.vendor).is_some_and(|p| p.declared_only);
            let only = if declared { ", only declared" } else { "" };
            format!("new: {} ({}, {}, {}){only}", vendor.name, vendor.purpose, vendor.entity, vendor.country)
        }
        Processing::Removed => format!("gone: {}", vendor.name),
        Processing::Changed(uses) => {
            let uses: Vec<String> = uses.iter().map(using).collect();
            format!("{}: {}", vendor.name, uses.join(", "))
        }
    }
}

pub(super) fn using(change: &Use) -> String {
    let now = |is: bool| if is { "now in" } else { "no more in" };
    match change {
        Use::Begun(true) => "was only declared and is used now".to_owned(),
        Use::Begun(false) => "is only declared now".to_owned(),
        Use::Surface(surface, is) => format!("{} {}", now(*is), words::surface(*surface)),
        Use::Region(region, is) => format!("{} region {region}", now(*is)),
    }
}

fn flow(report: &Report, index: usize) -> String {
    let flow = &report.graph.flows[index];
    let protection = match flow.protection {
        crate::vendor::Protection::None => String::new(),
        other => format!(" ({})", words::protection(other)),
    };
    format!(
        "{}{protection} to {}: `{}` at {}, through `{}` at {}",
        flow.class,
        name(report, flow.vendor),
        flow.field,
        report.at(flow.source.span),
        flow.call,
        report.at(flow.sink.span)
    )
}

fn changed(compared: &Comparison, change: &FlowChange) -> String {
    let aspects = change.aspects.iter().map(|aspect| {
        let [old, new] = [(&compared.base, change.base), (&compared.head, change.head)]
            .map(|(report, index)| value(report, index, *aspect));
        format!("{} {old} -> {new}", word(*aspect))
    });
    let aspects: Vec<String> = aspects.collect();
    format!("{}; {}", flow(&compared.head, change.head), aspects.join(", "))
}

/// The name of an aspect, as in JSON.
fn word(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Class => "data",
        Aspect::Field => "field",
        Aspect::Protection => "protection",
        Aspect::Surface => "surface",
        Aspect::Confidence => "confidence",
        Aspect::Call => "call",
        Aspect::Source => "source",
        Aspect::Sink => "sink",
    }
}

fn value(report: &Report, index: usize, aspect: Aspect) -> String {
    let flow = &report.graph.flows[index];
    match aspect {
        Aspect::Class => flow.class.clone(),
        Aspect::Field => flow.field.clone(),
        Aspect::Protection => words::protection(flow.protection).to_owned(),
        Aspect::Surface => words::surface(flow.surface).to_owned(),
        Aspect::Confidence => words::confidence(flow.confidence).to_owned(),
        Aspect::Call => flow.call.clone(),
        Aspect::Source => crate::graph::place(&report.sources, &flow.source),
        Aspect::Sink => crate::graph::place(&report.sources, &flow.sink),
    }
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    target: &'a str,
    base: SideOut<'a>,
    head: SideOut<'a>,
    processors: Lists<&'a str, ProcessorOut<'a>>,
    flows: Lists<json::Flow, ChangedOut>,
    automatic: Pair<AutomaticOut<'a>>,
    findings: Lists<json::Finding, GrownOut<'a>>,
    exposure: Vec<DeltaOut<'a>>,
    renamed: Vec<RenamedOut<'a>>,
}

#[derive(Serialize)]
struct SideOut<'a> {
    name: &'a str,
    revision: Option<&'a str>,
    flows: usize,
    complete: bool,
}

#[derive(Serialize)]
struct Lists<T, C> {
    added: Vec<T>,
    removed: Vec<T>,
    changed: Vec<C>,
}

#[derive(Serialize)]
struct Pair<T> {
    added: Vec<T>,
    removed: Vec<T>,
}

#[derive(Serialize)]
struct ProcessorOut<'a> {
    processor: &'a str,
    changes: Vec<String>,
}

#[derive(Serialize)]
struct ChangedOut {
    base: json::Flow,
    head: json::Flow,
    changes: Vec<&'static str>,
}

#[derive(Serialize)]
struct AutomaticOut<'a> {
    processor: &'a str,
    data: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct GrownOut<'a> {
    finding: json::Finding,
    new_flows: Vec<&'a str>,
    was: Option<&'static str>,
}

#[derive(Serialize)]
struct DeltaOut<'a> {
    processor: &'a str,
    base: HarmOut,
    head: HarmOut,
    gained: &'a [String],
    lost: &'a [String],
}

#[derive(Serialize)]
struct HarmOut {
    enisa: Option<f64>,
    band: Option<&'static str>,
    lure: String,
}

#[derive(Serialize)]
struct RenamedOut<'a> {
    from: &'a str,
    to: &'a str,
}

fn write_json(compared: &Comparison, out: &mut dyn io::Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &document(compared))?;
    writeln!(out)
}

fn document(compared: &Comparison) -> Document<'_> {
    let Comparison { base, head, names, diff } = compared;
    let id = |vendor| head.catalogue.vendor(vendor).id.as_str();
    let vendors = |what: &Processing| {
        diff.processors.iter().filter(|p| p.what == *what).map(|p| id(p.vendor)).collect::<Vec<_>>()
    };
    let uses = diff.processors.iter().filter_map(|p| match &p.what {
        Processing::Changed(uses) => {
            Some(ProcessorOut { processor: id(p.vendor), changes: uses.iter().map(using).collect() })
        }
        _ => None,
    });
    let automatic = |added: bool| {
        let changes = diff.automatic.iter().filter(|change| change.added == added);
        changes.map(|c| AutomaticOut { processor: id(c.vendor), data: &c.class }).collect::<Vec<_>>()
    };
    let renamed = diff.renamed.iter().map(|(from, to)| RenamedOut { from, to });
    Document {
        version: 1,
        target: &head.target.name,
        base: side_out(base, &names.0),
        head: side_out(head, &names.1),
        processors: Lists {
            added: vendors(&Processing::Added),
            removed: vendors(&Processing::Removed),
            changed: uses.collect(),
        },
        flows: flows_out(compared),
        automatic: Pair { added: automatic(true), removed: automatic(false) },
        findings: findings_out(compared),
        exposure: diff.exposure.iter().map(|delta| delta_out(head, delta)).collect(),
        renamed: renamed.collect(),
    }
}

fn side_out<'a>(report: &'a Report, name: &'a str) -> SideOut<'a> {
    SideOut {
        name,
        revision: report.target.revision.as_deref(),
        flows: report.graph.flows.len(),
        complete: report.coverage.is_complete(),
    }
}

fn flows_out(compared: &Comparison) -> Lists<json::Flow, ChangedOut> {
    let Comparison { base, head, diff, .. } = compared;
    fn out(report: &Report, i: usize) -> json::Flow {
        json::flow(report, &report.graph.flows[i], &report.flow_ids[i])
    }
    let changed = diff.changed.iter().map(|change| ChangedOut {
        base: out(base, change.base),
        head: out(head, change.head),
        changes: change.aspects.iter().map(|aspect| word(*aspect)).collect(),
    });
    Lists {
        added: diff.added.iter().map(|&i| out(head, i)).collect(),
        removed: diff.removed.iter().map(|&i| out(base, i)).collect(),
        changed: changed.collect(),
    }
}

fn findings_out(compared: &Comparison) -> Lists<json::Finding, GrownOut<'_>> {
    let Comparison { base, head, diff, .. } = compared;
    let grown = diff.grown.iter().map(|grown| GrownOut {
        finding: json::finding(head, &head.findings[grown.finding]),
        new_flows: grown.flows.iter().map(|&i| head.flow_ids[i].as_str()).collect(),
        was: grown.from.map(Severity::name),
    });
    Lists {
        added: diff.new.iter().map(|&i| json::finding(head, &head.findings[i])).collect(),
        removed: diff.gone.iter().map(|&i| json::finding(base, &base.findings[i])).collect(),
        changed: grown.collect(),
    }
}

fn delta_out<'a>(report: &'a Report, delta: &'a Delta) -> DeltaOut<'a> {
    let harm = |harm: &Harm| HarmOut {
        enisa: harm.enisa.as_ref().map(view::Enisa::score),
        band: harm.enisa.as_ref().map(view::Enisa::band),
        lure: words::lure(harm.lure),
    };
    DeltaOut {
        processor: &report.catalogue.vendor(delta.vendor).id,
        base: harm(&delta.base),
        head: harm(&delta.head),
        gained: &delta.gained,
        lost: &delta.lost,
    }
}
