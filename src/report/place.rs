//! Where a finding stands, for formats that name places by lines and columns and refuse a finding without one.

use super::Report;
use crate::ir::Span;
use crate::policy::Finding;

/// What belongs to no place of the code belongs to the file where people write down what they agreed to.
const NOWHERE: &str = "vendorflow.toml";

/// From here up to, and without, there; the file from the root of the repository. Lines and columns count from 1, columns in characters.
pub(super) struct Region {
    pub(super) file: String,
    pub(super) line: u32,
    pub(super) column: u32,
    pub(super) end_line: u32,
    pub(super) end_column: u32,
}

/// The region of a span.
pub(super) fn region(report: &Report, span: Span) -> Region {
    let start = report.sources.locate(span);
    let end = report.sources.locate(Span { start: span.end, ..span });
    Region {
        file: format!("{}{}", report.prefix, start.file),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

/// Where to show a finding: its own place, or where one of its flows leaves, or where its vendor was first seen.
pub(super) fn anchor(report: &Report, finding: &Finding) -> Option<Span> {
    let flow = || finding.flows.first().map(|&i| report.graph.flows[i].sink.span);
    let contact = || report.graph.processor(finding.vendor?)?.contacts.first().map(|c| c.span);
    finding.at.or_else(flow).or_else(contact)
}

/// Some region in any case.
pub(super) fn somewhere(report: &Report, finding: &Finding) -> Region {
    match anchor(report, finding) {
        Some(span) => region(report, span),
        None => Region { file: NOWHERE.to_owned(), line: 1, column: 1, end_line: 1, end_column: 1 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn services_get_paths_from_the_root_of_the_repository() {
        let mut report = sample::report();
        report.prefix = "packages/web/".into();
        for format in crate::report::ALL {
            let mut out = Vec::new();
            (format.write)(&report, &mut out).unwrap();
            let out = String::from_utf8(out).unwrap();
            let services = ["github", "gitlab-code-quality", "gitlab-sast", "rdjson", "sarif"];
            let whole = out.contains("packages/web/src/errors.ts");
            assert_eq!(whole, services.contains(&format.name), "{}", format.name);
        }
    }

    #[test]
    fn no_finding_is_left_without_a_place() {
        let mut report = sample::report();
        let (mut flows, mut contacts, mut nowhere) = (0, 0, 0);
        for index in 0..report.findings.len() {
            report.findings[index].at = None;
            let finding = &report.findings[index];
            let region = somewhere(&report, finding);
            match (finding.flows.is_empty(), finding.vendor) {
                (false, _) => {
                    flows += 1;
                    assert_eq!(
                        anchor(&report, finding),
                        Some(report.graph.flows[finding.flows[0]].sink.span)
                    );
                }
                (true, Some(vendor)) if report.graph.processor(vendor).is_some() => {
                    contacts += 1;
                    let first = report.graph.processor(vendor).unwrap().contacts[0].span;
                    assert_eq!(anchor(&report, finding), Some(first));
                }
                (true, _) => {
                    nowhere += 1;
                    assert_eq!((region.file.as_str(), region.line), (NOWHERE, 1));
                }
            }
        }
        assert!(flows > 0 && contacts > 0 && nowhere > 0);
    }
}
