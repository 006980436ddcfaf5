//! Reports: one file a format. A format writes what it is given; it never filters, judges or chooses an exit code.

mod catalogue;
mod comment;
mod diff;
mod entry;
mod exposure;
mod github;
mod gitlab_code_quality;
mod gitlab_sast;
mod history;
mod inventory;
pub(crate) mod json;
mod junit;
mod markdown;
mod notice;
mod offboard;
mod place;
mod prose;
mod rdjson;
mod review;
mod sarif;
#[cfg(test)]
mod schema_tests;
mod table;
mod unit;
mod words;

pub(crate) use catalogue::{list, summary};
pub use diff::Comparison;
pub(crate) use diff::DIFF;
pub(crate) use entry::entry;
pub(crate) use exposure::{Asked, EXPOSURE, ExposureFormat};
pub(crate) use inventory::{INVENTORY, InventoryFormat, inventory};
pub(crate) use notice::{Compared, NOTICE};
pub(crate) use offboard::{OFFBOARD, assert as offboard_assert};
pub use review::Review;
pub(crate) use review::{REVIEW, ReviewFormat, Since};
pub(crate) use table::terminal_width;

use crate::error::Exit;
use crate::graph::{self, Graph};
use crate::ir::Span;
use crate::personal::Vocabulary;
use crate::policy::{self, Basis, Context, Custom, Finding, Policy, Severity, Verdict};
use crate::source::{Skipped, Sources};
use crate::vendor::{Catalogue, VendorId};
use crate::view::{self, Life, Moment};
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

/// The day the built-in catalogue was last checked against its sources.
pub(crate) const CATALOGUE_DATE: &str = "2026-11-24";

/// What was scanned.
#[derive(Clone, Debug, Default)]
pub struct Target {
    /// Name of the root directory.
    pub name: String,
    /// Revision, where one was named.
    pub revision: Option<String>,
}

/// What was read, skipped and not understood.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    /// Files read.
    pub files: usize,
    /// Their lines.
    pub lines: usize,
    /// Files that had to be parsed.
    pub parsed: usize,
    /// Files read, by language.
    pub languages: BTreeMap<String, usize>,
    /// Files not read, with the reason. Sorted.
    pub skipped: Vec<Skipped>,
    /// Files with syntax that was not understood, with the number of places. Sorted.
    pub broken: Vec<(String, usize)>,
    /// Places in manifests and configuration that could not be read, with the reason.
    pub unreadable: Vec<(Span, String)>,
}

impl Coverage {
    /// True if something was read, and nothing left out that nobody asked to leave out.
    pub fn is_complete(&self) -> bool {
        self.files > 0
            && self.broken.is_empty()
            && self.unreadable.is_empty()
            && !self.skipped.iter().any(|s| s.why.is_gap())
    }
}

/// How the output looks; decided once, by the caller.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// ANSI colours.
    pub colour: bool,
    /// Columns.
    pub width: u16,
    /// Show findings that somebody accepted, too.
    pub suppressed: bool,
    /// From this severity on a finding fails the run: formats that know only good and bad need to know.
    pub fail_on: Severity,
}

impl Default for Style {
    fn default() -> Self {
        Self { colour: false, width: 100, suppressed: false, fail_on: Severity::Error }
    }
}

/// The result of an audit, as one value.
pub struct Report {
    /// What was scanned.
    pub target: Target,
    /// Where the scanned tree lies in its repository, as `packages/web/`; empty for its root. Services want their paths
    /// from there.
    pub prefix: String,
    /// How to show it.
    pub style: Style,
    /// Who gets what.
    pub graph: Graph,
    /// Ids of the graph's flows, by index.
    pub flow_ids: Vec<String>,
    /// What the baseline says of every class at every processor.
    pub verdicts: Vec<Verdict>,
    /// What the policy says, heaviest first. Also what somebody accepted: ask `active` for what counts.
    pub findings: Vec<Finding>,
    /// What was read.
    pub coverage: Coverage,
    /// The text.
    pub sources: Sources,
    /// Who the vendors are.
    pub catalogue: Arc<Catalogue>,
    /// Classes and purposes.
    pub vocabulary: Arc<Vocabulary>,
    /// What the organisation says.
    pub policy: Policy,
    /// When what is told was the case, where that was asked for.
    pub history: Option<History>,
}

/// The times of what a report over a window tells.
#[derive(Default)]
pub struct History {
    /// The audited revisions, oldest first. The first is the state at the beginning of the window.
    pub moments: Vec<Moment>,
    /// Number of revisions in the window that changed something that is read, its beginning among them.
    pub changes: usize,
    /// A shallow clone has nothing before the window.
    pub cut: bool,
    /// By index of the flows.
    pub flows: Vec<Life>,
    /// Of classes that a vendor adds by itself.
    pub automatic: BTreeMap<(VendorId, String), Life>,
    /// Of the vendors themselves.
    pub vendors: BTreeMap<VendorId, Life>,
}

impl Report {
    /// Asks the policy and puts all together.
    pub fn new(target: Target, graph: Graph, coverage: Coverage, sources: Sources, basis: Basis) -> Self {
        let context = Context::new(&graph, &sources, &basis);
        let findings = policy::findings(&context);
        let verdicts = policy::verdicts(&context);
        let flow_ids = graph::flow_ids(&graph.flows, &sources, &basis.catalogue);
        let style = Style::default();
        let Basis { catalogue, vocabulary, policy } = basis;
        Self {
            target,
            prefix: String::new(),
            style,
            graph,
            flow_ids,
            verdicts,
            findings,
            coverage,
            sources,
            catalogue,
            vocabulary,
            policy,
            history: None,
        }
    }

    /// Findings that nobody accepted: those that count.
    pub fn active(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.is_open())
    }

    /// The answer of the process, the same for all formats.
    pub fn exit(&self, fail_on: Severity, strict: bool) -> Exit {
        if self.active().any(|f| f.severity >= fail_on) {
            Exit::Findings
        } else if strict && !self.coverage.is_complete() {
            Exit::Incomplete
        } else {
            Exit::Clean
        }
    }

    /// What a vendor is used for here.
    fn purpose(&self, vendor: VendorId) -> &str {
        self.policy.purpose(&self.catalogue, vendor)
    }

    /// The organisation's own rules.
    fn own_rules(&self) -> &[Custom] {
        self.policy.register.as_ref().map_or(&[], |register| &register.custom)
    }

    /// What a comparison is given.
    pub(crate) fn side(&self) -> view::Side<'_> {
        view::Side { graph: &self.graph, sources: &self.sources, findings: &self.findings }
    }

    /// `file:line` of a span.
    fn at(&self, span: Span) -> String {
        self.sources.at(span)
    }

    /// Findings to show: the open ones, and those that somebody accepted where they were asked for.
    fn shown(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|f| self.style.suppressed || f.is_open())
    }

    /// Number of open findings of a severity.
    fn count(&self, severity: Severity) -> usize {
        self.active().filter(|f| f.severity == severity).count()
    }
}

/// A report format.
pub struct Format {
    /// As in `--format`.
    pub name: &'static str,
    /// One line.
    pub about: &'static str,
    /// Writes the report.
    pub write: fn(&Report, &mut dyn io::Write) -> io::Result<()>,
}

/// All formats, sorted by name.
pub static ALL: &[Format] = &[
    comment::FORMAT,
    github::FORMAT,
    gitlab_code_quality::FORMAT,
    gitlab_sast::FORMAT,
    json::FORMAT,
    junit::FORMAT,
    markdown::FORMAT,
    rdjson::FORMAT,
    sarif::FORMAT,
    table::FORMAT,
];

/// The format with this name.
pub(crate) fn format(name: &str) -> Option<&'static Format> {
    ALL.iter().find(|f| f.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::view::Assumptions;
    use std::path::Path;

    /// Compares with `tests/reports/<name>`; `UPDATE=1` writes it.
    pub(super) fn compare(name: &str, written: &[u8]) {
        let written = String::from_utf8(written.to_vec()).unwrap();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports").join(name);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &written).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        similar_asserts::assert_eq!(expected, written, "tests/reports/{}", name);
    }

    #[test]
    fn every_format_writes_the_sample() {
        let report = sample::report();
        for format in ALL {
            let mut out = Vec::new();
            (format.write)(&report, &mut out).unwrap();
            assert!(!out.contains(&0x1b), "{} writes colours nobody asked for", format.name);
            assert_eq!(out.last(), Some(&b'\n'), "{} does not end its last line", format.name);
            compare(format.name, &out);
        }
    }

    fn written(format: &Format, report: &Report) -> String {
        let mut out = Vec::new();
        (format.write)(report, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// What somebody accepted is hidden and counts nowhere, but is never gone: it is told how many there are, SARIF has
    /// them as suppressions, and all formats show them with their reason where asked.
    #[test]
    fn accepted_findings_are_shown_where_asked_for() {
        let mut report = sample::report();
        let accepted = report.findings.iter().filter_map(|f| f.suppressed.clone());
        let accepted = accepted.max_by_key(|suppression| suppression.reason.len()).unwrap();
        for format in ALL {
            let hidden = written(format, &report);
            assert_eq!(
                hidden.contains(&accepted.reason),
                format.name == "sarif",
                "{}: {hidden}",
                format.name
            );
        }
        report.style.suppressed = true;
        for format in ALL {
            let shown = written(format, &report);
            let told = [&accepted.reason, &accepted.until, &accepted.at];
            assert!(told.iter().all(|text| shown.contains(text.as_str())), "{}: {shown}", format.name);
        }
        for severity in Severity::REPORTED {
            let counts = |f: &&Finding| f.severity == severity && f.suppressed.is_none();
            assert_eq!(report.count(severity), report.findings.iter().filter(counts).count());
        }
        report.findings.retain(|f| f.suppressed.is_some());
        assert_eq!(report.exit(Severity::Note, false), Exit::Clean);
    }

    #[test]
    fn every_exposure_format_writes_the_sample() {
        let report = sample::report();
        let vendor = report.graph.processors[0].vendor;
        let asked = Asked { report: &report, assumptions: &Assumptions::default() };
        for format in EXPOSURE {
            let mut out = Vec::new();
            (format.write)(&asked, vendor, &mut out).unwrap();
            compare(&format!("exposure-{}", format.name), &out);
            if let Some(all) = format.all {
                let mut out = Vec::new();
                all(&asked, &mut out).unwrap();
                compare(&format!("exposure-all-{}", format.name), &out);
            }
        }
    }

    #[test]
    fn every_diff_format_writes_the_sample() {
        let mut base = sample::report();
        base.graph.flows.remove(0);
        base.flow_ids.remove(0);
        base.findings.retain(|f| !f.flows.contains(&0));
        base.findings.iter_mut().flat_map(|f| &mut f.flows).for_each(|i| *i -= 1);
        let names = ("1a2b3c4d5e (2026-01-31)".to_owned(), "the working tree".to_owned());
        let mut compared = Comparison::new(base, sample::report(), names);
        for format in DIFF {
            let mut out = Vec::new();
            (format.write)(&compared, &mut out).unwrap();
            compare(&format!("diff-{}", format.name), &out);
        }
        assert_eq!(compared.exit(Severity::Error, false), Exit::Findings);
        let all = compared.head.findings.len();
        let news = compared.with_news(|news| news.findings.len());
        assert!(0 < news && news < all && compared.head.findings.len() == all);
        let same = Comparison::new(sample::report(), sample::report(), Default::default());
        assert!(same.diff.is_empty());
        assert_eq!(same.exit(Severity::Note, false), Exit::Clean);
    }

    #[test]
    fn every_review_format_writes_the_sample() {
        let (mut base, now) = (sample::report(), sample::report());
        base.graph.flows.remove(0);
        base.flow_ids.remove(0);
        let commit = Moment {
            hash: "1a2b3c4d5e6f".to_owned(),
            short: "1a2b3c4d5e".to_owned(),
            day: "2026-09-30".to_owned(),
            title: "Begin".to_owned(),
            exact: true,
        };
        let changes = view::changes(&[base.side(), now.side()], &now.vocabulary);
        assert_eq!(changes.len(), 1, "{changes:?}");
        let moments = vec![commit, Moment::uncommitted()];
        let past = Some(view::Past { moments, revisions: 1, cut: false, changes });
        let review = Review { now, past, since: Since::Quarter("2026-08-30".parse().unwrap()) };
        for format in REVIEW {
            let mut out = Vec::new();
            (format.write)(&review, &mut out).unwrap();
            compare(&format!("review-{}", format.name), &out);
        }
    }

    #[test]
    fn every_inventory_format_writes_the_sample() {
        let report = sample::report();
        let inventory = inventory(&report);
        for format in INVENTORY {
            let (mut out, mut again) = (Vec::new(), Vec::new());
            (format.write)(&inventory, None, &mut out).unwrap();
            (format.write)(&inventory, None, &mut again).unwrap();
            assert_eq!(out, again, "{}: same input, same bytes", format.name);
            if !format.binary {
                compare(&format!("inventory-{}", format.name), &out);
            }
        }
    }

    #[test]
    fn formats_are_unique_sorted_and_documented() {
        for pair in ALL.windows(2) {
            assert!(pair[0].name < pair[1].name, "{} stands after {}", pair[0].name, pair[1].name);
        }
        assert!(ALL.iter().all(|f| !f.about.is_empty()));
        for pair in INVENTORY.windows(2) {
            assert!(pair[0].name < pair[1].name, "{} stands after {}", pair[0].name, pair[1].name);
        }
        assert!(INVENTORY.iter().all(|f| !f.about.is_empty()));
    }

    #[test]
    fn an_empty_report_is_written_too() {
        let target = Target { name: "empty".into(), revision: None };
        let report = Report::new(
            target,
            Graph::default(),
            Coverage::default(),
            Sources::default(),
            Basis { vocabulary: Arc::new(sample::vocabulary()), ..Basis::default() },
        );
        for format in ALL {
            (format.write)(&report, &mut Vec::new()).unwrap();
        }
        assert_eq!(report.exit(Severity::Note, false), Exit::Clean);
        assert_eq!(report.exit(Severity::Note, true), Exit::Incomplete, "nothing was read");
    }

    #[test]
    fn exit_codes_follow_findings_then_coverage() {
        let mut report = sample::report();
        assert_eq!(report.exit(Severity::Error, true), Exit::Findings);
        report.findings.retain(|f| f.severity < Severity::Error);
        assert_eq!(report.exit(Severity::Error, false), Exit::Clean);
        assert_eq!(report.exit(Severity::Error, true), Exit::Incomplete);
        assert_eq!(report.exit(Severity::Warning, false), Exit::Findings);
    }
}
