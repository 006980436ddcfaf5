//! Reviewdog's diagnostic format (<https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>), which reviewdog turns into
//! comments on GitHub, GitLab, Bitbucket, Gerrit and others. Columns count bytes, and an end is the first column after it.

use super::{Format, Report, place, words};
use crate::ir::Span;
use crate::policy::{Finding, Severity};
use serde::Serialize;
use std::io;

pub(super) const FORMAT: Format = Format { name: "rdjson", about: "diagnostics for reviewdog", write };

#[derive(Serialize)]
struct Document<'a> {
    source: Source<'a>,
    diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Serialize)]
struct Source<'a> {
    name: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Location,
    severity: &'a str,
    code: Code<'a>,
}

#[derive(Serialize)]
struct Location {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: u32,
    column: usize,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let document = Document {
        source: Source { name: env!("CARGO_PKG_NAME"), url: env!("CARGO_PKG_REPOSITORY") },
        diagnostics: report.shown().map(|finding| diagnostic(report, finding)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn diagnostic<'a>(report: &Report, finding: &'a Finding) -> Diagnostic<'a> {
    let span = place::anchor(report, finding);
    Diagnostic {
        message: words::message(finding),
        location: Location {
            path: place::somewhere(report, finding).file,
            range: span.map(|span| Range {
                start: position(report, span),
                end: position(report, Span { start: span.end, ..span }),
            }),
        },
        severity: match finding.severity {
            _ if finding.suppressed.is_some() => "INFO",
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Note | Severity::Off => "INFO",
        },
        code: Code { value: &finding.rule },
    }
}

/// Where a span starts, in bytes.
fn position(report: &Report, span: Span) -> Position {
    let text = report.sources.text(span.file).as_bytes();
    let before = &text[..(span.start as usize).min(text.len())];
    let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    Position { line: report.sources.locate(span).line, column: before.len() - line_start + 1 }
}
