//! What a reviewer has to do about one processor, in the order in which it is best done: decide on what changed, mend
//! what is open, read what happened elsewhere, fill in what nobody wrote down.
//!
//! Every line says why it stands there. What the code is fine with makes no line.

use super::{Due, Page};
use crate::policy::{Finding, Status};
use crate::view::{Change, Kind, Past};

/// A line of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Task {
    /// What to do.
    pub what: String,
    /// Why: what was found, or which commit did it.
    pub because: String,
}

pub(super) fn tasks(page: &Page<'_>, past: Option<&Past>) -> Vec<Task> {
    let mut tasks = Vec::new();
    if let Some(past) = past {
        tasks.extend(page.changes.iter().filter_map(|change| decide(change, past)));
    }
    if !page.in_use() && page.entry.is_none_or(|entry| entry.in_code) {
        tasks.extend(farewell(page));
    }
    tasks.extend(page.findings.iter().map(|finding| mend(finding)));
    tasks.extend(page.incidents.iter().map(|incident| Task {
        what: "find out whether our data was in it".to_owned(),
        because: format!("{}: {} ({})", incident.date, incident.title, incident.source),
    }));
    tasks.extend(behind(page));
    tasks.extend(page.questions.iter().map(|gap| Task {
        what: gap.what.clone(),
        because: if gap.key.is_empty() {
            gap.column.clone()
        } else {
            format!("{}, `{}`", gap.column, gap.key)
        },
    }));
    let ended = page.entry.is_some_and(|entry| entry.status == Status::Terminated);
    if page.due == Due::Unsaid && page.in_use() && !ended {
        let because = format!("`processor.{}.review-due` is not set", page.id);
        tasks.push(Task { what: "say when somebody looks again".to_owned(), because });
    }
    tasks
}

/// What a vendor gets since then was perhaps decided by nobody.
fn decide(change: &Change, past: &Past) -> Option<Task> {
    let gained: Vec<&str> = change.gained.iter().map(|piece| piece.class.as_str()).collect();
    let what = match change.kind {
        Kind::New if gained.is_empty() => "confirm that it is meant to be used".to_owned(),
        Kind::New => format!("confirm that it is meant to be used, and to get {}", gained.join(", ")),
        Kind::Wider | Kind::Shifted if !gained.is_empty() => {
            format!("confirm that it is meant to get {}", gained.join(", "))
        }
        Kind::Wider | Kind::Shifted => "confirm that it is meant to be used so".to_owned(),
        Kind::Gone | Kind::Narrower | Kind::Otherwise => return None,
    };
    Some(Task { what, because: past.moments[change.moment].titled() })
}

fn farewell(page: &Page<'_>) -> Vec<Task> {
    let because = "it is not seen in the code".to_owned();
    vec![
        Task { what: format!("see what is left of it: `vendorflow offboard {}`", page.id), because },
        Task {
            what: "have what it holds deleted or given back, and end the agreement".to_owned(),
            because: "Art. 28(3)(g) GDPR".to_owned(),
        },
    ]
}

fn mend(finding: &Finding) -> Task {
    Task { what: finding.fix.clone(), because: format!("{}: {}", finding.rule, finding.message) }
}

/// Others who may hold the data.
fn behind(page: &Page<'_>) -> Option<Task> {
    let exposure = page.exposure.as_ref().filter(|exposure| exposure.used)?;
    let names: Vec<&str> = exposure.downstream.iter().map(|other| other.name).collect();
    let because = match exposure.vendor.dpa.as_deref() {
        Some(dpa) => format!("{} known here; its agreement: {dpa}", names.len()),
        None => format!("{} known here", names.len()),
    };
    let what = format!("compare its list of sub-processors with {}", names.join(", "));
    (!names.is_empty()).then_some(Task { what, because })
}
