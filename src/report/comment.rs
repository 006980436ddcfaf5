//! Markdown made for a comment on a pull request: a few lines that fit a screen, the rest folded. The first line marks the
//! comment, so that a job can find the one it wrote before and replace it. The whole stays below what services take.

use super::markdown::{code, escape, sign, write_matrix};
use super::{Format, Report, words};
use crate::policy::Finding;
use std::io;

pub(super) const FORMAT: Format =
    Format { name: "comment", about: "short, for a comment on a pull request (Markdown)", write };

/// Findings that are shown unfolded.
const SHOWN: usize = 5;
/// GitHub takes 65,536 characters, and a job may add some.
const LONGEST: usize = 60_000;

fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "<!-- vendorflow -->")?;
    writeln!(out, "**vendorflow** {}\n", escape(&words::headline(report)))?;
    let findings: Vec<&Finding> = report.shown().collect();
    let mut left = LONGEST;
    let (first, rest) = findings.split_at(findings.len().min(SHOWN));
    if findings.is_empty() {
        writeln!(out, "✅ Nothing to mend.\n")?;
    } else {
        table(report, first, &mut left, out)?;
    }
    if !rest.is_empty() {
        writeln!(out, "<details><summary>{} more</summary>\n", rest.len())?;
        table(report, rest, &mut left, out)?;
        writeln!(out, "</details>\n")?;
    }
    if !findings.is_empty() {
        writeln!(out, "<details><summary>How to mend it</summary>\n")?;
        within(findings.iter().map(|finding| fix(finding)), &mut left, out)?;
        writeln!(out, "\n</details>\n")?;
    }
    if !report.verdicts.is_empty() {
        let mut matrix = Vec::new();
        write_matrix(report, &mut matrix)?;
        if matrix.len() < left {
            writeln!(out, "<details><summary>Which vendor gets what</summary>\n")?;
            out.write_all(&matrix)?;
            writeln!(out, "</details>\n")?;
        }
    }
    writeln!(out, "<sub>{}</sub>", escape(&words::coverage(report)))
}

fn table(
    report: &Report,
    findings: &[&Finding],
    left: &mut usize,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    writeln!(out, "| | What | Where |\n| --- | --- | --- |")?;
    let row = |finding: &&Finding| {
        let at = finding.at.map_or_else(String::new, |span| code(&report.at(span)));
        let accepted = finding.suppressed.as_ref().map(|s| format!("; {}", words::accepted(s)));
        let text = escape(&format!("{}{}", finding.message, accepted.unwrap_or_default()));
        format!("| {} | {text} | {at} |", sign(finding))
    };
    within(findings.iter().map(row), left, out)?;
    writeln!(out)
}

fn fix(finding: &Finding) -> String {
    format!("- **{}** {} <sub>`vendorflow explain {}`</sub>", finding.rule, escape(&finding.fix), finding.id)
}

/// As many lines as there is room for; how many there was none for is told.
fn within(lines: impl Iterator<Item = String>, left: &mut usize, out: &mut dyn io::Write) -> io::Result<()> {
    let mut cut = 0_usize;
    for line in lines {
        // Once one was cut, all that follow are: what is shown is the heaviest.
        if cut > 0 || line.len() >= *left {
            cut += 1;
            continue;
        }
        *left -= line.len() + 1;
        writeln!(out, "{line}")?;
    }
    if cut > 0 {
        writeln!(out, "\n… and {cut} more, for which a comment has no room")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn thousands_of_findings_fit_a_comment() {
        let mut report = sample::report();
        let finding = report.findings[0].clone();
        report.findings = (0..5000)
            .map(|i| Finding { message: format!("no. {i} | <b>*bold*</b>"), ..finding.clone() })
            .collect();
        let mut out = Vec::new();
        write(&report, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.len() < 65_536, "{}", text.len());
        assert!(
            text.contains("for which a comment has no room") && text.contains("no. 0 \\|"),
            "{}",
            &text[..500]
        );
        assert!(!text.contains("<b>"), "text of the code is no markup");
        assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
    }

    #[test]
    fn what_is_shown_unfolded_fits_a_screen() {
        let report = sample::report();
        let mut out = Vec::new();
        write(&report, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let unfolded = text.split("<details>").next().unwrap();
        assert!(unfolded.starts_with("<!-- vendorflow -->\n") && unfolded.lines().count() < 15, "{unfolded}");
    }
}
