//! Workflow commands of GitHub Actions: what is printed becomes a note at the line
//! (<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>). A service shows the first ten of a
//! weight in a step, so the heaviest come first; it needs no right and no upload.

use super::{Format, Report, place, words};
use crate::policy::{Finding, Severity};
use std::io;

pub(super) const FORMAT: Format =
    Format { name: "github", about: "annotations in a workflow of GitHub Actions", write };

fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    for finding in report.shown() {
        command(report, finding, out)?;
    }
    writeln!(out, "{}", plain(&words::headline(report)))?;
    writeln!(out, "{}", plain(&format!("Coverage: {}", words::coverage(report))))
}

fn command(report: &Report, finding: &Finding, out: &mut dyn io::Write) -> io::Result<()> {
    let level = match finding.severity {
        _ if finding.suppressed.is_some() => "notice",
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note | Severity::Off => "notice",
    };
    let at = place::anchor(report, finding).map_or_else(String::new, |span| {
        let at = place::region(report, span);
        // Columns are shown only within one line.
        let columns = if at.line == at.end_line && at.column < at.end_column {
            format!(",col={},endColumn={}", at.column, at.end_column - 1)
        } else {
            String::new()
        };
        format!("file={},line={},endLine={}{columns},", property(&at.file), at.line, at.end_line)
    });
    writeln!(
        out,
        "::{level} {at}title={}::{}",
        property(&format!("vendorflow {}", finding.rule)),
        data(&format!("{}\nvendorflow explain {}", words::message(finding), finding.id))
    )
}

/// The text of a command: what would end it, or begin another, is written as GitHub wants it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property ends at a comma, and the properties at a colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A line that is no command, whatever the names in it are.
fn plain(text: &str) -> String {
    format!("vendorflow: {}", text.replace(['\r', '\n'], " ").replace("##[", "## ["))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn names_of_the_code_cannot_give_commands() {
        let mut report = sample::report();
        report.target.name = "shop\n::add-mask::x ##[add-mask]y".into();
        report.findings.retain(|f| f.rule == "excessive-data");
        report.findings.truncate(1);
        report.findings[0].message = "100% of a\r\n::stop-commands::x".into();
        let mut out = Vec::new();
        write(&report, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines.len(), 3, "{out}");
        assert!(lines[0].contains("file=src/track%2C \"v2\".ts,line=6,"), "{out}");
        assert!(lines[0].contains("100%25 of a%0D%0A::stop-commands::x"), "{out}");
        assert!(
            lines[1..].iter().all(|line| line.starts_with("vendorflow: ")) && !out.contains("##["),
            "{out}"
        );
    }
}
