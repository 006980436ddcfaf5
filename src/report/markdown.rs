//! Markdown, for people who read whole reports in a browser. `comment` is the short form for a pull request.

use super::{Format, Report, words};
use crate::policy::{Finding, Severity};
use std::collections::BTreeSet;
use std::io;

pub(super) const FORMAT: Format =
    Format { name: "markdown", about: "everything, for wikis and summaries", write };

fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "# Personal data to vendors: {}\n", escape(&report.target.name))?;
    writeln!(out, "{}\n", escape(&words::headline(report)))?;
    write_processors(report, out)?;
    write_matrix(report, out)?;
    if report.shown().next().is_some() {
        writeln!(out, "## Findings\n")?;
    }
    for finding in report.shown() {
        write_finding(report, finding, out)?;
    }
    write_flows(report, out)?;
    writeln!(out, "**Coverage:** {}", escape(&words::coverage(report)))
}

fn write_processors(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    if report.graph.processors.is_empty() {
        return Ok(());
    }
    writeln!(out, "| Vendor | Purpose | Entity | Country | Surface | Seen |")?;
    writeln!(out, "| --- | --- | --- | --- | --- | --- |")?;
    for processor in &report.graph.processors {
        let vendor = report.catalogue.vendor(processor.vendor);
        let surfaces: Vec<&str> = processor.surfaces.iter().map(|&s| words::surface(s)).collect();
        writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} |",
            escape(&vendor.name),
            report.purpose(processor.vendor),
            escape(&vendor.entity),
            vendor.country,
            surfaces.join(", "),
            if processor.declared_only { "only declared" } else { "in use" }
        )?;
    }
    if let Some(line) = words::routes(report) {
        writeln!(out, "\n{}", escape(&line))?;
    }
    writeln!(out)
}

pub(super) fn write_matrix(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    if report.verdicts.is_empty() {
        return Ok(());
    }
    write!(out, "| Class |")?;
    for processor in &report.graph.processors {
        write!(out, " {} |", escape(&report.catalogue.vendor(processor.vendor).name))?;
    }
    writeln!(out, "\n| --- |{}", " --- |".repeat(report.graph.processors.len()))?;
    let classes: BTreeSet<&str> = report.verdicts.iter().map(|v| v.class.as_str()).collect();
    for class in classes {
        write!(out, "| {} |", escape(class))?;
        for processor in &report.graph.processors {
            let verdict = report.verdicts.iter().find(|v| v.vendor == processor.vendor && v.class == class);
            write!(out, " {} |", verdict.map_or("", words::mark))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "\n<sub>{}</sub>\n", words::LEGEND)
}

pub(super) fn write_finding(report: &Report, finding: &Finding, out: &mut dyn io::Write) -> io::Result<()> {
    let sign = sign(finding);
    let at = finding.at.map_or_else(String::new, |span| format!(" ({})", code(&report.at(span))));
    writeln!(out, "- {sign} **{}** {}{at}  ", finding.rule, escape(&finding.message))?;
    writeln!(out, "  Fix: {}  ", escape(&finding.fix))?;
    if let Some(suppression) = &finding.suppressed {
        writeln!(out, "  {}  ", escape(&words::accepted(suppression)))?;
    }
    writeln!(out, "  <sub>{} · {}</sub>", escape(&finding.reason), finding.id)?;
    if !finding.related.is_empty() {
        writeln!(out, "  <details><summary>Places</summary>\n")?;
        for (span, what) in &finding.related {
            writeln!(out, "  - {} {}", code(&report.at(*span)), escape(what))?;
        }
        writeln!(out, "\n  </details>")?;
    }
    writeln!(out)
}

/// How a finding weighs, at a glance.
pub(super) fn sign(finding: &Finding) -> &'static str {
    match finding.severity {
        _ if finding.suppressed.is_some() => "🔇",
        Severity::Error => "❌",
        Severity::Warning => "⚠️",
        Severity::Note | Severity::Off => "ℹ️",
    }
}

fn write_flows(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    if report.graph.flows.is_empty() {
        return Ok(());
    }
    writeln!(out, "<details><summary>{}</summary>\n", words::plural(report.graph.flows.len(), "flow"))?;
    writeln!(out, "| Field | Class | Vendor | From | To | Confidence | Id |")?;
    writeln!(out, "| --- | --- | --- | --- | --- | --- | --- |")?;
    for (flow, id) in report.graph.flows.iter().zip(&report.flow_ids) {
        writeln!(
            out,
            "| {} | {} | {} | {} | {} {} | {} | {id} |",
            code(&flow.field),
            escape(&flow.class),
            escape(&report.catalogue.vendor(flow.vendor).name),
            code(&report.at(flow.source.span)),
            code(&flow.call),
            code(&report.at(flow.sink.span)),
            words::confidence(flow.confidence),
        )?;
    }
    writeln!(out, "\n</details>\n")
}

/// Text of the audited code is never markup. Backticks of our own sentences stay.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '`' => {
                quoted = !quoted;
                escaped.push(c);
            }
            '|' => escaped.push_str("\\|"),
            '\n' | '\r' => escaped.push(' '),
            '<' if !quoted => escaped.push_str("&lt;"),
            '>' if !quoted => escaped.push_str("&gt;"),
            '*' | '_' | '[' | ']' if !quoted => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

pub(super) fn code(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ").replace('|', "\\|");
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}
