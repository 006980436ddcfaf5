//! The default report, for people at a terminal: first the answer, then the findings with their code, then coverage.

use super::{Format, Report, Style, words};
use crate::graph::Processor;
use crate::ir::Span;
use crate::personal::Judgement;
use crate::policy::{Finding, Severity, Verdict};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use comfy_table::{Attribute, Cell, Color, ContentArrangement, LineStyle, Table, TableStyle};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

pub(super) const FORMAT: Format =
    Format { name: "table", about: "for people at a terminal (default)", write };

/// Blocks shown with their code; the rest is told in one line.
const SHOWN: usize = 10;
/// Lines around head and body, none between rows: the table should leave room for the findings.
const LINES: TableStyle = TableStyle::new()
    .top_border(LineStyle::none().fill('─').junction('─'))
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));
/// Longer lines are no reading.
const LONGEST_LINE: usize = 300;

/// Columns of the terminal on standard output, if it is one.
pub(crate) fn terminal_width() -> Option<u16> {
    Table::new().width()
}

fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "{}", words::headline(report))?;
    if !report.verdicts.is_empty() {
        write_matrix(report, out)?;
        writeln!(out, "{}", words::LEGEND)?;
    }
    for line in [words::declared(report), words::routes(report)].into_iter().flatten() {
        writeln!(out, "{line}")?;
    }
    writeln!(out)?;
    write_findings(report, report.shown(), out)?;
    writeln!(out, "Coverage: {}", words::coverage(report))
}

/// Findings with their code, as many as people read.
pub(super) fn write_findings<'a>(
    report: &'a Report,
    findings: impl Iterator<Item = &'a Finding>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let (accepted, open): (Vec<_>, Vec<_>) =
        blocks(findings).into_iter().partition(|block| block[0].suppressed.is_some());
    let renderer = if report.style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(report.style.width.into()).decor_style(DecorStyle::Unicode);
    // What somebody accepted takes no room from what nobody did.
    for block in open.iter().take(SHOWN).chain(accepted.iter().take(SHOWN)) {
        let text = renderer.render(&[group(report, block)]);
        writeln!(out, "{text}\n")?;
    }
    let more: usize = open.iter().skip(SHOWN).chain(accepted.iter().skip(SHOWN)).map(Vec::len).sum();
    if more > 0 {
        writeln!(out, "… and {more} more; `--format markdown` and `--format json` have all\n")?;
    }
    Ok(())
}

/// Classes down and vendors across where that fits the width; else a line for each vendor.
fn write_matrix(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let across = usize::from(report.style.width.saturating_sub(26) / 18);
    let mut table = frame(report.style);
    if answered(report).count() <= across {
        fill_matrix(report, &mut table);
    } else {
        fill_list(report, &mut table);
    }
    print(&table, out)
}

/// An empty table that looks as all do.
pub(super) fn frame(style: Style) -> Table {
    let mut table = Table::new();
    table.load_style(LINES);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(style.width);
    if style.colour {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table
}

/// Writes a table without blanks at the ends of lines.
pub(super) fn print(table: &Table, out: &mut dyn io::Write) -> io::Result<()> {
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Processors with a column: what is only declared has nothing to put there.
fn answered(report: &Report) -> impl Iterator<Item = &Processor> {
    report
        .graph
        .processors
        .iter()
        .filter(|p| !p.declared_only || report.verdicts.iter().any(|v| v.vendor == p.vendor))
}

pub(super) fn head(text: String) -> Cell {
    Cell::new(text).add_attribute(Attribute::Bold)
}

fn fill_matrix(report: &Report, table: &mut Table) {
    let vendors: Vec<_> = answered(report).map(|p| p.vendor).collect();
    let names = vendors.iter().map(|&v| {
        let vendor = report.catalogue.vendor(v);
        head(format!("{}\n{}", vendor.name, report.purpose(v)))
    });
    table.set_header([head("class".to_owned())].into_iter().chain(names).collect::<Vec<_>>());
    let classes: BTreeSet<&str> = report.verdicts.iter().map(|v| v.class.as_str()).collect();
    for class in classes {
        let verdict = |vendor| report.verdicts.iter().find(|v| v.vendor == vendor && v.class == class);
        let cells = vendors.iter().map(|&v| verdict(v).map_or_else(|| Cell::new(""), cell));
        table.add_row([Cell::new(class)].into_iter().chain(cells).collect::<Vec<_>>());
    }
}

/// One row a vendor, its classes by their mark, worst first.
fn fill_list(report: &Report, table: &mut Table) {
    table.set_header(["vendor", "classes"].map(|h| head(h.to_owned())));
    for processor in answered(report) {
        let vendor = report.catalogue.vendor(processor.vendor);
        let mine = || report.verdicts.iter().filter(|v| v.vendor == processor.vendor);
        let marks: BTreeSet<_> =
            mine().map(|v| (!v.received(), Reverse(v.judgement), !v.written, words::mark(v))).collect();
        let lines: Vec<String> = marks
            .into_iter()
            .map(|(.., mark)| {
                let classes: Vec<&str> =
                    mine().filter(|v| words::mark(v) == mark).map(|v| v.class.as_str()).collect();
                format!("{mark}: {}", classes.join(", "))
            })
            .collect();
        let purpose = report.purpose(processor.vendor);
        table.add_row([format!("{}\n{purpose}", vendor.name), lines.join("\n")]);
    }
}

fn cell(verdict: &Verdict) -> Cell {
    let cell = Cell::new(words::mark(verdict));
    match verdict.judgement {
        _ if !verdict.received() || verdict.accepted => cell.add_attribute(Attribute::Dim),
        Judgement::Allowed => cell.fg(Color::Green),
        Judgement::Questionable => cell.fg(Color::Yellow),
        Judgement::Excessive | Judgement::Denied => cell.fg(Color::Red),
    }
}

/// Findings of one rule at one place stand under one frame, at the place of the first.
fn blocks<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<Vec<&'a Finding>> {
    let mut blocks: Vec<Vec<&Finding>> = Vec::new();
    let same_cause = |a: &Finding, b: &Finding| {
        (a.severity, &a.rule, a.vendor, a.at, &a.suppressed)
            == (b.severity, &b.rule, b.vendor, b.at, &b.suppressed)
    };
    for finding in findings {
        let same = blocks.iter_mut().find(|block| finding.at.is_some() && same_cause(block[0], finding));
        match same {
            Some(block) => block.push(finding),
            None => blocks.push(vec![finding]),
        }
    }
    blocks
}

/// Each once, in order.
fn once<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = Vec::new();
    for text in texts {
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    seen
}

fn group<'a>(report: &'a Report, block: &[&'a Finding]) -> Group<'a> {
    let first = block[0];
    let level = match first.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note | Severity::Off => Level::NOTE,
    };
    let mut group = Group::with_title(level.primary_title(first.message.as_str()).id(&*first.rule));
    match (first.at, first.at.and_then(|span| snippet(report, span))) {
        (_, Some(snippet)) => group = group.element(snippet),
        (Some(span), None) => group = group.element(Level::NOTE.with_name("at").message(report.at(span))),
        (None, None) => {}
    }
    for other in once(block.iter().map(|f| f.message.as_str())).into_iter().skip(1) {
        group = group.element(Level::NOTE.with_name("and").message(other));
    }
    let elsewhere = |span: Span| first.at.is_none_or(|at| report.at(at) != report.at(span));
    let mut from: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (span, what) in block.iter().flat_map(|f| &f.related).filter(|(span, _)| elsewhere(*span)) {
        from.entry(report.at(*span)).or_default().push(what);
    }
    let more = from.len().saturating_sub(3);
    for (at, what) in from.into_iter().take(3) {
        group = group.element(
            Level::NOTE.with_name("see").message(format!("{at}: {}", once(what.into_iter()).join(", "))),
        );
    }
    if more > 0 {
        group = group.element(Level::NOTE.with_name("see").message(format!("{more} more places")));
    }
    if let Some(suppression) = &first.suppressed {
        group = group.element(Level::NOTE.with_name("but").message(words::accepted(suppression)));
    }
    let fixes = once(block.iter().map(|f| f.fix.as_str()));
    group
        .element(Level::HELP.with_name("fix").message(fixes.join("; ")))
        .element(Level::NOTE.with_name("why").message(format!("vendorflow explain {}", first.id)))
}

/// The first line of a span, as a frame. A report that was read back has no code to show.
fn snippet(report: &Report, span: Span) -> Option<Snippet<'_, annotate_snippets::Annotation<'_>>> {
    let text = report.sources.text(span.file);
    let (start, end) = (span.start as usize, span.end as usize);
    let line_start = text.get(..start)?.rfind('\n').map_or(0, |i| i + 1);
    let line = text[line_start..].split('\n').next()?.trim_end_matches('\r');
    if line.len() > LONGEST_LINE || line.trim().is_empty() {
        return None;
    }
    let place = report.sources.locate(span);
    let end = end.min(line_start + line.len()).max(start);
    text.get(start..end)?;
    Some(
        Snippet::source(line)
            .line_start(place.line as usize)
            .path(place.file)
            .annotation(AnnotationKind::Primary.span(start - line_start..end - line_start)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn render(report: &Report) -> String {
        let mut out = Vec::new();
        write(report, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn colours_come_from_the_style() {
        let mut report = sample::report();
        report.style.colour = true;
        assert!(render(&report).contains('\u{1b}'));
    }

    #[test]
    fn many_vendors_stand_below_each_other() {
        let mut report = sample::report();
        report.style.width = 60;
        let text = render(&report);
        assert!(text.contains("vendor") && text.contains("EXCEEDS: contact.email"), "{text}");
        let table = text.lines().take_while(|l| !l.starts_with("reason?"));
        assert!(table.skip(1).all(|l| l.chars().count() <= 60), "{text}");
    }

    #[test]
    fn what_is_too_much_is_counted() {
        let mut report = sample::report();
        let finding = report.findings[0].clone();
        report.findings =
            (0..30).map(|i| Finding { at: None, message: format!("no. {i}"), ..finding.clone() }).collect();
        let text = render(&report);
        assert!(text.contains("… and 20 more"), "{text}");
    }

    #[test]
    fn spans_of_any_kind_do_not_break_a_frame() {
        let mut report = sample::report();
        let span = report.findings[0].at.unwrap();
        let end = report.sources.text(span.file).len() as u32;
        for (start, end) in [(0, 0), (0, end), (end, end), (end, end + 9), (5, 2)] {
            report.findings[0].at = Some(Span { start, end, ..span });
            render(&report);
        }
    }
}
