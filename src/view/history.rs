//! When what a vendor got was sent: the first and the last of the audited moments of each flow and of each class that is
//! added by itself.

use super::diff::{Side, exact, pair_flows, renamed};
use crate::flow::Flow;
use crate::vendor::VendorId;
use std::collections::{BTreeMap, BTreeSet};

/// A revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Of the commit.
    pub hash: String,
    /// As people write it.
    pub short: String,
    /// Of the commit, by UTC.
    pub day: String,
    /// First line of its message.
    pub title: String,
    /// The revision before it was audited too: what is new at it is new with it.
    pub exact: bool,
}

impl Moment {
    /// `1a2b3c4d5e (2026-01-20)`; what nobody committed has no day.
    pub(crate) fn named(&self) -> String {
        if self.day.is_empty() { self.short.clone() } else { format!("{} ({})", self.short, self.day) }
    }

    /// `1a2b3c4d5e (2026-01-20), "Send the e-mail"`.
    pub(crate) fn titled(&self) -> String {
        if self.day.is_empty() { self.named() } else { format!("{}, \"{}\"", self.named(), self.title) }
    }

    /// The directory as it is, with what nobody committed yet.
    pub(crate) fn uncommitted() -> Self {
        let nothing = String::new;
        Self {
            hash: nothing(),
            short: "not committed".to_owned(),
            day: nothing(),
            title: nothing(),
            exact: true,
        }
    }
}

/// From when to when something was the case, by the numbers of moments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Life {
    /// The first moment at which it was seen.
    pub first: usize,
    /// The last one.
    pub last: usize,
}

/// Everything that ever was.
#[derive(Debug, Default)]
pub(crate) struct Lives {
    /// Each flow once, as it was last, with its life. Sorted.
    pub flows: Vec<(Flow, Life)>,
    /// Classes that SDK or server added.
    pub automatic: BTreeMap<(VendorId, String), Life>,
    /// Vendors that were used, or named as if they were.
    pub vendors: BTreeMap<VendorId, Life>,
}

/// Follows flows over moments, oldest first. A flow whose code moves is one flow; one whose value becomes another class
/// is two.
pub(crate) fn lives(moments: &[Side<'_>]) -> Lives {
    // By number of the life: moment and index as it was last, and its first moment.
    let mut all: Vec<(usize, usize, usize)> = Vec::new();
    let mut now: Vec<usize> = Vec::new();
    let mut ended: BTreeMap<(VendorId, Vec<String>), usize> = BTreeMap::new();
    let mut automatic: BTreeMap<(VendorId, String), Life> = BTreeMap::new();
    let mut vendors: BTreeMap<VendorId, Life> = BTreeMap::new();
    for (m, side) in moments.iter().enumerate() {
        let pairs = match m.checked_sub(1).map(|before| &moments[before]) {
            Some(before) => {
                let renamed = renamed(before, side);
                let pairs = pair_flows(before, side, &renamed, true);
                let kept: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
                for (j, flow) in before.graph.flows.iter().enumerate().filter(|(j, _)| !kept.contains(j)) {
                    ended.insert((flow.vendor, exact(before, flow)), now[j]);
                }
                pairs
            }
            None => vec![None; side.graph.flows.len()],
        };
        let mut next = Vec::with_capacity(pairs.len());
        for (i, pair) in pairs.iter().enumerate() {
            let flow = &side.graph.flows[i];
            let known = pair.map(|j| now[j]);
            // What comes back is what it was.
            let life = known.or_else(|| ended.remove(&(flow.vendor, exact(side, flow)))).unwrap_or(all.len());
            match all.get_mut(life) {
                Some(known) => (known.0, known.1) = (m, i),
                None => all.push((m, i, m)),
            }
            next.push(life);
        }
        now = next;
        let new = Life { first: m, last: m };
        for processor in &side.graph.processors {
            vendors.entry(processor.vendor).and_modify(|life| life.last = m).or_insert(new);
            for class in side.graph.added(processor.vendor) {
                let life = automatic.entry((processor.vendor, class.to_owned()));
                life.and_modify(|life| life.last = m).or_insert(new);
            }
        }
    }
    let mut flows: Vec<(Flow, Life)> = all
        .into_iter()
        .map(|(last, index, first)| (moments[last].graph.flows[index].clone(), Life { first, last }))
        .collect();
    flows.sort_by(|(a, x), (b, y)| {
        let key = |f: &Flow| (f.vendor, f.class.clone(), f.source.clone(), f.sink.clone(), f.field.clone());
        (key(a), x).cmp(&(key(b), y))
    });
    Lives { flows, automatic, vendors }
}
