//! When something was sent: the first and the last commit of flows and of classes that are added by themselves.

use super::{History, Report};
use crate::vendor::VendorId;
use crate::view::{Life, Moment};
use serde::Serialize;
use std::collections::BTreeMap;

/// How much of the time was audited, in a sentence; nothing where no time was asked for.
pub(super) fn scope(report: &Report) -> Option<String> {
    let history = report.history.as_ref()?;
    let (first, last) = (history.moments.first()?, history.moments.last()?);
    let (audited, changes) = (history.moments.len(), history.changes);
    let all = if audited == changes {
        format!("all {changes} revisions that changed something that is read")
    } else {
        format!(
            "{audited} of {changes} revisions that changed something that is read; what was there only between them is not seen"
        )
    };
    let cut = if history.cut { "; this clone is shallow and has nothing before" } else { "" };
    Some(format!("from {} to {}: {all}{cut}", first.named(), last.named()))
}

/// From when to when each class went to a vendor, one line a class.
pub(super) fn lines(report: &Report, vendor: VendorId) -> Vec<String> {
    let Some(history) = &report.history else { return Vec::new() };
    let mut classes: BTreeMap<(&str, bool), Life> = BTreeMap::new();
    let mut add = |class, written, life: Life| {
        let known = classes.entry((class, written)).or_insert(life);
        *known = Life { first: known.first.min(life.first), last: known.last.max(life.last) };
    };
    for (index, flow) in report.graph.flows_to(vendor) {
        if let Some(life) = history.flows.get(index) {
            add(flow.class.as_str(), true, *life);
        }
    }
    for ((_, class), life) in history.automatic.iter().filter(|((of, _), _)| *of == vendor) {
        add(class.as_str(), false, *life);
    }
    let itself = history
        .vendors
        .get(&vendor)
        .map(|life| format!("{} itself: {}", report.catalogue.vendor(vendor).name, told(history, *life)));
    let classes = classes.into_iter().map(|((class, written), life)| {
        let how = if written { "" } else { " (added)" };
        format!("{class}{how}: {}", told(history, life))
    });
    itself.into_iter().chain(classes).collect()
}

/// `since 1a2b3c4d5e (2026-01-20), "Send the e-mail"; gone with 2b3c4d5e6f (2026-02-10), "Remove it"`. Where revisions
/// were left out just before, the commit that did it may be one of them.
fn told(history: &History, life: Life) -> String {
    let moment = |i: usize| history.moments.get(i);
    let from = match (life.first, moment(life.first)) {
        (0, Some(moment)) => format!("there already at {}", moment.named()),
        (_, Some(moment)) if moment.exact => format!("since {}", moment.titled()),
        (_, Some(moment)) => format!("seen first at {}", moment.named()),
        (_, None) => String::new(),
    };
    let to = match moment(life.last + 1) {
        Some(gone) if gone.exact => format!("gone with {}", gone.titled()),
        Some(gone) => format!("not any more at {}", gone.named()),
        None => "still there at the end".to_owned(),
    };
    format!("{from}; {to}")
}

/// As in JSON.
#[derive(Serialize)]
pub(super) struct HistoryOut<'a> {
    audited: usize,
    changes: usize,
    shallow: bool,
    since: Option<Point<'a>>,
    until: Option<Point<'a>>,
    /// The vendor itself.
    processor: Option<Lived<'a>>,
    flows: Vec<Lived<'a>>,
    automatic: Vec<Lived<'a>>,
}

#[derive(Serialize)]
struct Point<'a> {
    revision: &'a str,
    date: &'a str,
    title: &'a str,
    /// False where the commit that did it may be one before, which was not audited.
    exact: bool,
}

#[derive(Serialize)]
struct Lived<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'a str>,
    /// The first audited revision that has it.
    first: Option<Point<'a>>,
    /// The last one.
    last: Option<Point<'a>>,
    /// It was there when the time began.
    before: bool,
    /// It is there when the time ends.
    still: bool,
}

/// What is known of the times of a vendor.
pub(super) fn out(report: &Report, vendor: VendorId) -> Option<HistoryOut<'_>> {
    let history = report.history.as_ref()?;
    let lived = |id, data, life: &Life| Lived {
        id,
        data,
        first: history.moments.get(life.first).map(point),
        last: history.moments.get(life.last).map(point),
        before: life.first == 0,
        still: life.last + 1 == history.moments.len(),
    };
    let flows = report.graph.flows_to(vendor).filter_map(|(index, flow)| {
        Some(lived(
            Some(report.flow_ids.get(index)?.as_str()),
            Some(flow.class.as_str()),
            history.flows.get(index)?,
        ))
    });
    let automatic = history.automatic.iter().filter(|((of, _), _)| *of == vendor);
    Some(HistoryOut {
        audited: history.moments.len(),
        changes: history.changes,
        shallow: history.cut,
        since: history.moments.first().map(point),
        until: history.moments.last().map(point),
        processor: history.vendors.get(&vendor).map(|life| lived(None, None, life)),
        flows: flows.collect(),
        automatic: automatic.map(|((_, class), life)| lived(None, Some(class.as_str()), life)).collect(),
    })
}

fn point(moment: &Moment) -> Point<'_> {
    Point { revision: &moment.hash, date: &moment.day, title: &moment.title, exact: moment.exact }
}
