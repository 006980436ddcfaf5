//! What changed for each vendor from one audited moment to the next: who is new or gone, what a vendor gets more of and
//! what less.
//!
//! It says in few words what `diff.rs` finds, for a whole line of moments. Code that only moved is no change.

use super::Moment;
use super::diff::{Aspect, Diff, Processing, Side, Use, diff, vendors};
use crate::personal::Vocabulary;
use crate::vendor::VendorId;

/// What changed over a time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Past {
    /// The audited revisions, oldest first, and last the directory where it is looked at too.
    pub(crate) moments: Vec<Moment>,
    /// Number of revisions that changed something that is read, the beginning among them.
    pub(crate) revisions: usize,
    /// A shallow clone has nothing before.
    pub(crate) cut: bool,
    /// What became of vendors.
    pub(crate) changes: Vec<Change>,
}

/// What became of a vendor at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// The number of the moment. The one before it did not have it.
    pub moment: usize,
    /// Who.
    pub vendor: VendorId,
    /// In one word.
    pub kind: Kind,
    /// Classes that it gets from then on, with a place.
    pub gained: Vec<Piece>,
    /// Classes that it does not get any more, with where that was.
    pub lost: Vec<Piece>,
    /// How it is used otherwise.
    pub uses: Vec<Use>,
    /// Flows that are new, gone, and not what they were.
    pub flows: [usize; 3],
    /// Where it is first seen, if it is new; where it was, if it is gone. `file:line`.
    pub at: Option<String>,
}

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// The vendor was not there.
    New,
    /// The vendor is not there any more.
    Gone,
    /// It gets more.
    Wider,
    /// It gets less.
    Narrower,
    /// It gets more of one and less of another.
    Shifted,
    /// It gets the same in another way.
    Otherwise,
}

/// A class and where it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The class.
    pub class: String,
    /// What the code calls it, and `file:line`; nothing where SDK or server add it.
    pub written: Option<(String, String)>,
}

/// All changes, oldest first, then by vendor.
pub(crate) fn changes(moments: &[Side<'_>], vocabulary: &Vocabulary) -> Vec<Change> {
    let pairs = moments.iter().zip(moments.iter().skip(1)).enumerate();
    pairs.flat_map(|(before, (old, new))| between(before + 1, old, new, vocabulary)).collect()
}

fn between(moment: usize, old: &Side<'_>, new: &Side<'_>, vocabulary: &Vocabulary) -> Vec<Change> {
    let diff = diff(*old, *new, vocabulary);
    let change = |vendor| change(moment, vendor, (old, new), &diff);
    vendors(old.graph, new.graph).into_iter().filter_map(change).collect()
}

fn change(
    moment: usize,
    vendor: VendorId,
    (old, new): (&Side<'_>, &Side<'_>),
    diff: &Diff,
) -> Option<Change> {
    let what = diff.processors.iter().find(|p| p.vendor == vendor).map(|p| &p.what);
    let delta = diff.exposure.iter().find(|delta| delta.vendor == vendor);
    let pieces = |side: &Side<'_>, classes: &[String]| {
        classes.iter().map(|class| piece(side, vendor, class)).collect::<Vec<Piece>>()
    };
    let gained = delta.map_or_else(Vec::new, |delta| pieces(new, &delta.gained));
    let lost = delta.map_or_else(Vec::new, |delta| pieces(old, &delta.lost));
    let of = |side: &Side<'_>, flow: usize| side.graph.flows[flow].vendor == vendor;
    let flows = [
        diff.added.iter().filter(|i| of(new, **i)).count(),
        diff.removed.iter().filter(|j| of(old, **j)).count(),
        diff.changed.iter().filter(|c| of(new, c.head) && c.aspects.iter().any(|a| matters(*a))).count(),
    ];
    let (uses, more, less) = match what {
        Some(Processing::Changed(uses)) => {
            (uses.clone(), uses.iter().any(is_more), !uses.iter().all(is_more))
        }
        _ => (Vec::new(), false, false),
    };
    let kind = match what {
        Some(Processing::Added) => Kind::New,
        Some(Processing::Removed) => Kind::Gone,
        _ => match (more || !gained.is_empty(), less || !lost.is_empty()) {
            (true, true) => Kind::Shifted,
            (true, false) => Kind::Wider,
            (false, true) => Kind::Narrower,
            (false, false) if flows == [0; 3] => return None,
            (false, false) => Kind::Otherwise,
        },
    };
    let at = match kind {
        Kind::New => first(new, vendor),
        Kind::Gone => first(old, vendor),
        _ => None,
    };
    Some(Change { moment, vendor, kind, gained, lost, uses, flows, at })
}

/// Not the place alone.
fn matters(aspect: Aspect) -> bool {
    matches!(aspect, Aspect::Class | Aspect::Field | Aspect::Protection | Aspect::Surface)
}

fn is_more(change: &Use) -> bool {
    match change {
        Use::Begun(is) | Use::Surface(_, is) | Use::Region(_, is) => *is,
    }
}

fn piece(side: &Side<'_>, vendor: VendorId, class: &str) -> Piece {
    let flow = side.graph.flows_to(vendor).find(|(_, flow)| flow.class == class);
    let written = flow.map(|(_, flow)| (flow.field.clone(), side.sources.at(flow.sink.span)));
    Piece { class: class.to_owned(), written }
}

fn first(side: &Side<'_>, vendor: VendorId) -> Option<String> {
    side.graph.processor(vendor)?.contacts.first().map(|contact| side.sources.at(contact.span))
}
