//! The quarterly review: every processor with where it stands, what changed, what is open, and what is to be decided.
//!
//! It gathers what the other views answer (`exposure`, `inventory`, `changes`) and what the policy found, sorts it by
//! topic and by processor, and makes of it what a reviewer has to do (`checklist.rs`). It judges nothing anew.

mod checklist;

pub(crate) use checklist::Task;

use super::changes::{Change, Past};
use super::exposure::{Exposure, Question, exposure, ranking};
use super::inventory::Gap;
use crate::policy::{Day, Entry, Finding, Register, Review, Status, Topic};
use crate::vendor::{Incident, Vendor, VendorId};
use std::collections::BTreeSet;

/// What is asked, of what.
pub(crate) struct Asked<'a> {
    /// The graph and what is known.
    pub question: Question<'a>,
    /// What the policy says.
    pub findings: &'a [Finding],
    /// What the record of processing lacks.
    pub gaps: &'a [Gap],
    /// What changed, where that is known.
    pub past: Option<&'a Past>,
    /// Leave out what changed before the last review of the processor.
    pub since_reviews: bool,
}

/// The answer.
pub(crate) struct Pack<'a> {
    /// One a processor: those in use, the worst breach first; then those that are gone or only registered, by name.
    pub pages: Vec<Page<'a>>,
    /// Changes that are to be looked at, oldest first.
    pub changes: Vec<&'a Change>,
    /// Open findings by topic, in the order of the topics; only topics that have any.
    pub topics: Vec<(&'static str, Vec<&'a Finding>)>,
    /// Findings that somebody accepted.
    pub accepted: Vec<&'a Finding>,
    /// Questions to the organisation, not about a processor.
    pub questions: Vec<&'a Gap>,
}

/// A processor.
pub(crate) struct Page<'a> {
    /// Its id in catalogue and register.
    pub id: &'a str,
    /// As people call it.
    pub name: &'a str,
    /// Who that is, if the catalogue knows it.
    pub vendor: Option<(VendorId, &'a Vendor)>,
    /// What was agreed.
    pub entry: Option<&'a Entry>,
    /// When somebody last looked, and who.
    pub last: Option<&'a Review>,
    /// When somebody has to look again.
    pub due: Due,
    /// What a breach would expose; of vendors that the catalogue knows.
    pub exposure: Option<Exposure<'a>>,
    /// What changed since somebody last looked.
    pub changes: Vec<&'a Change>,
    /// Open findings about it.
    pub findings: Vec<&'a Finding>,
    /// Public incidents since somebody last looked.
    pub incidents: Vec<&'a Incident>,
    /// What the record of processing lacks.
    pub questions: Vec<&'a Gap>,
    /// What the reviewer has to do.
    pub tasks: Vec<Task>,
}

/// When somebody has to look again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// Nobody said.
    Unsaid,
    /// Later than the day of this review.
    On(Day),
    /// Before it.
    Overdue(Day),
}

impl Page<'_> {
    /// Seen in the code now.
    pub(crate) fn in_use(&self) -> bool {
        self.exposure.as_ref().is_some_and(|exposure| exposure.used)
    }
}

/// Asks for all of it.
pub(crate) fn review<'a>(asked: &Asked<'a>) -> Pack<'a> {
    let question = &asked.question;
    let changes = open_changes(asked);
    let ranked = ranking(question);
    let seen: BTreeSet<&str> = ranked.iter().map(|exposure| exposure.vendor.id.as_str()).collect();
    let gone: BTreeSet<&str> =
        changes.iter().map(|change| question.catalogue.vendor(change.vendor).id.as_str()).collect();
    let registered = question.policy.register.iter().flat_map(|register| &register.entries);
    // An ended one that nothing is left of is done with.
    let registered = registered.filter(|entry| entry.status != Status::Terminated).map(|e| e.id.as_str());
    let others: BTreeSet<&str> = registered.chain(gone).filter(|id| !seen.contains(id)).collect();
    let mut pages: Vec<Page<'a>> = Vec::new();
    for exposure in ranked {
        let id = exposure.vendor.id.as_str();
        pages.push(page(asked, &changes, id, Some(exposure)));
    }
    for id in others {
        let vendor = question.catalogue.by_id(id);
        pages.push(page(asked, &changes, id, vendor.map(|vendor| exposure(question, vendor))));
    }
    let open = || asked.findings.iter().filter(|finding| finding.is_open());
    let topics = Topic::ALL.into_iter().map(|(topic, title)| {
        (title, open().filter(|finding| finding.topic() == topic).collect::<Vec<&Finding>>())
    });
    let about_nobody = |gap: &&Gap| !pages.iter().any(|page| page.name == gap.processor);
    Pack {
        questions: asked.gaps.iter().filter(about_nobody).collect(),
        topics: topics.filter(|(_, findings)| !findings.is_empty()).collect(),
        accepted: asked.findings.iter().filter(|finding| !finding.is_open()).collect(),
        pages,
        changes,
    }
}

/// Those that nobody has looked at. What changed on the day of a review may have come after it.
fn open_changes<'a>(asked: &Asked<'a>) -> Vec<&'a Change> {
    let Some(past) = asked.past else { return Vec::new() };
    let looked_at = |change: &&Change| {
        let entry = asked.question.policy.entry(asked.question.catalogue, change.vendor);
        let last = entry.and_then(Entry::last_review).map(|review| review.date.to_string());
        let day = past.moments[change.moment].day.as_str();
        asked.since_reviews && !day.is_empty() && last.is_some_and(|last| day < last.as_str())
    };
    past.changes.iter().filter(|change| !looked_at(change)).collect()
}

fn page<'a>(
    asked: &Asked<'a>,
    changes: &[&'a Change],
    id: &'a str,
    exposure: Option<Exposure<'a>>,
) -> Page<'a> {
    let Question { catalogue, policy, .. } = asked.question;
    let vendor = catalogue.by_id(id).map(|known| (known, catalogue.vendor(known)));
    let entry = policy.register.as_ref().and_then(|register| register.entry(id));
    let last = entry.and_then(Entry::last_review);
    let name = vendor.map(|(_, vendor)| vendor.name.as_str());
    let name = name.or_else(|| entry?.name.as_deref()).unwrap_or(id);
    let is = |other: VendorId| vendor.is_some_and(|(known, _)| known == other);
    let about = |finding: &&Finding| match finding.vendor {
        Some(vendor) => is(vendor),
        None => {
            entry.zip(policy.register.as_ref()).is_some_and(|(e, register)| stands_at(finding, e, register))
        }
    };
    let open = asked.findings.iter().filter(|finding| finding.is_open());
    let unread = |incident: &&Incident| {
        last.is_none_or(|review| incident.date.as_str() >= review.date.to_string().as_str())
    };
    let mut page = Page {
        id,
        name,
        vendor,
        entry,
        last,
        due: due(entry, policy.today),
        changes: changes.iter().copied().filter(|change| is(change.vendor)).collect(),
        findings: open.filter(about).collect(),
        incidents: vendor.iter().flat_map(|(_, vendor)| &vendor.incidents).filter(unread).collect(),
        questions: asked.gaps.iter().filter(|gap| gap.processor == name).collect(),
        exposure,
        tasks: Vec::new(),
    };
    page.tasks = checklist::tasks(&page, asked.past);
    page
}

/// A finding about a processor that the catalogue does not know is tied to it by its place in the register.
fn stands_at(finding: &Finding, entry: &Entry, register: &Register) -> bool {
    let places = [Some(entry.at), entry.review_due.map(|(_, at)| at)];
    let at = finding.at.filter(|span| span.file == register.file);
    at.is_some_and(|span| places.contains(&Some(span.start as usize)))
}

fn due(entry: Option<&Entry>, today: Option<Day>) -> Due {
    match entry.and_then(|entry| entry.review_due) {
        None => Due::Unsaid,
        Some((day, _)) if today.is_some_and(|today| day < today) => Due::Overdue(day),
        Some((day, _)) => Due::On(day),
    }
}
