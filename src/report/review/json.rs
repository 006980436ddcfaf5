//! The review for other tools, version 1. Names and order are fixed; additions are allowed.

use super::{Review, text};
use crate::report::{Report, exposure, json};
use crate::view::review::{Due, Page, Task};
use crate::view::{Change, Kind, Moment, Past, Piece};
use serde::Serialize;
use std::io;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Document<'a> {
    version: u32,
    target: &'a str,
    revision: Option<&'a str>,
    since: String,
    /// Nothing where no history could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    audited: Option<Audited<'a>>,
    changes: Vec<ChangeOut<'a>>,
    topics: Vec<TopicOut<'a>>,
    accepted: Vec<json::Finding>,
    questions: Vec<Question<'a>>,
    processors: Vec<PageOut<'a>>,
    complete: bool,
}

#[derive(Serialize)]
struct Audited<'a> {
    revisions: usize,
    audited: Vec<Point<'a>>,
    shallow: bool,
}

#[derive(Serialize)]
struct Point<'a> {
    /// Nothing is what nobody committed yet.
    revision: Option<&'a str>,
    date: Option<&'a str>,
    title: &'a str,
    /// False where the commit that did it may be one before, which was not audited.
    exact: bool,
}

#[derive(Serialize)]
struct ChangeOut<'a> {
    processor: &'a str,
    kind: &'static str,
    commit: Point<'a>,
    at: Option<&'a str>,
    gained: Vec<PieceOut<'a>>,
    lost: Vec<PieceOut<'a>>,
    uses: Vec<String>,
    flows: Flows,
}

#[derive(Serialize)]
struct Flows {
    added: usize,
    removed: usize,
    changed: usize,
}

#[derive(Serialize)]
struct PieceOut<'a> {
    data: &'a str,
    field: Option<&'a str>,
    at: Option<&'a str>,
}

#[derive(Serialize)]
struct TopicOut<'a> {
    title: &'a str,
    findings: Vec<&'a str>,
}

#[derive(Serialize)]
struct Question<'a> {
    part: &'a str,
    what: &'a str,
    key: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct PageOut<'a> {
    processor: &'a str,
    name: &'a str,
    in_use: bool,
    status: Option<&'static str>,
    last_review: Option<Last<'a>>,
    review_due: Option<String>,
    overdue: bool,
    exposure: Option<exposure::Answer<'a>>,
    changes: usize,
    findings: Vec<json::Finding>,
    questions: Vec<Question<'a>>,
    checklist: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Last<'a> {
    date: String,
    by: &'a str,
    decision: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    what: &'a str,
    because: &'a str,
}

pub(super) fn write(review: &Review, out: &mut dyn io::Write) -> io::Result<()> {
    let report = &review.now;
    review.with_pack(|pack| {
        let past = review.past.as_ref();
        let changes = past.map(|past| pack.changes.iter().map(|c| change(report, past, c)).collect());
        let document = Document {
            version: 1,
            target: &report.target.name,
            revision: report.target.revision.as_deref(),
            since: text::since(&review.since),
            audited: past.map(|past| Audited {
                revisions: past.revisions,
                audited: past.moments.iter().map(point).collect(),
                shallow: past.cut,
            }),
            changes: changes.unwrap_or_default(),
            topics: pack
                .topics
                .iter()
                .map(|(title, findings)| TopicOut {
                    title,
                    findings: findings.iter().map(|finding| finding.id.as_str()).collect(),
                })
                .collect(),
            accepted: pack.accepted.iter().map(|finding| json::finding(report, finding)).collect(),
            questions: pack.questions.iter().map(|gap| question(gap)).collect(),
            processors: pack.pages.iter().map(|page| page_out(report, page)).collect(),
            complete: report.coverage.is_complete() && report.graph.unresolved.is_empty(),
        };
        serde_json::to_writer_pretty(&mut *out, &document)?;
        writeln!(out)
    })
}

fn point(moment: &Moment) -> Point<'_> {
    let there = |text: &'_ str| !text.is_empty();
    Point {
        revision: Some(moment.hash.as_str()).filter(|text| there(text)),
        date: Some(moment.day.as_str()).filter(|text| there(text)),
        title: if moment.hash.is_empty() { &moment.short } else { &moment.title },
        exact: moment.exact,
    }
}

fn change<'a>(report: &'a Report, past: &'a Past, change: &'a Change) -> ChangeOut<'a> {
    let pieces = |pieces: &'a [Piece]| pieces.iter().map(piece).collect();
    let [added, removed, changed] = change.flows;
    ChangeOut {
        processor: &report.catalogue.vendor(change.vendor).id,
        kind: match change.kind {
            Kind::New => "new",
            Kind::Gone => "gone",
            Kind::Wider => "wider",
            Kind::Narrower => "narrower",
            Kind::Shifted => "shifted",
            Kind::Otherwise => "otherwise",
        },
        commit: point(&past.moments[change.moment]),
        at: change.at.as_deref(),
        gained: pieces(&change.gained),
        lost: pieces(&change.lost),
        uses: change.uses.iter().map(crate::report::diff::using).collect(),
        flows: Flows { added, removed, changed },
    }
}

fn piece(piece: &Piece) -> PieceOut<'_> {
    let written = piece.written.as_ref();
    PieceOut {
        data: &piece.class,
        field: written.map(|(field, _)| field.as_str()),
        at: written.map(|(_, at)| at.as_str()),
    }
}

fn question(gap: &crate::view::inventory::Gap) -> Question<'_> {
    Question { part: &gap.column, what: &gap.what, key: &gap.key }
}

fn page_out<'a>(report: &'a Report, page: &'a Page<'a>) -> PageOut<'a> {
    let item = |task: &'a Task| Item { what: &task.what, because: &task.because };
    PageOut {
        processor: page.id,
        name: page.name,
        in_use: page.in_use(),
        status: page.entry.map(|entry| entry.status.name()),
        last_review: page.last.map(|last| Last {
            date: last.date.to_string(),
            by: &last.by,
            decision: &last.decision,
        }),
        review_due: match page.due {
            Due::Unsaid => None,
            Due::On(day) | Due::Overdue(day) => Some(day.to_string()),
        },
        overdue: matches!(page.due, Due::Overdue(_)),
        exposure: page.exposure.as_ref().map(|exposure| exposure::answer(report, exposure)),
        changes: page.changes.len(),
        findings: page.findings.iter().map(|finding| json::finding(report, finding)).collect(),
        questions: page.questions.iter().map(|gap| question(gap)).collect(),
        checklist: page.tasks.iter().map(item).collect(),
    }
}
