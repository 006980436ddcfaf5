//! The cheapest fixes: the smallest sets of changes that lower a band.
//!
//! A change is a class that code stops sending, an option that stops the SDK or the server, or somebody who stops
//! handing on. A class is gone when nobody brings it any more. Small sets are tried all, in order of size; where there
//! are too many, all changes together are thinned out until none can be spared.

use super::{Collected, Forwarded, Leak};
use crate::view::severity::{Enisa, Lure, Scale};
use std::collections::{BTreeMap, BTreeSet};

/// Sets that are tried before thinning out.
const MAX_TRIED: usize = 10_000;

/// A set of changes and what it does to both numbers.
pub(crate) struct Fix<'a> {
    /// Classes that code stops sending.
    pub without: Vec<&'a str>,
    /// Options to set.
    pub switches: Vec<&'a str>,
    /// Names of vendors that stop handing on.
    pub cut: Vec<&'a str>,
    /// No smaller set does it; otherwise none of its changes can be spared.
    pub smallest: bool,
    /// Severity then; `None` where nothing is left.
    pub enisa: Option<Enisa>,
    /// Lure score then.
    pub lure: Lure,
}

/// One change.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Lever<'a> {
    Drop(&'a str),
    Switch(&'a str),
    Cut(&'a str),
}

/// All changes, and who brings each class.
struct Levers<'s, 'a> {
    scale: &'s Scale<'s>,
    /// With the number of places that each would change. Sorted.
    all: Vec<(Lever<'a>, usize)>,
    /// The changes that a class needs, all of them, to be gone; `None` where nothing in this code stops it.
    classes: BTreeMap<&'a str, Option<Vec<usize>>>,
}

/// What a set of changes reaches: bands of ENISA and of the lure, as numbers.
type Bands = (usize, usize);
/// Chosen changes, by index.
type Set = Vec<usize>;

/// The smallest sets of changes that lower a band of either number, smallest first.
pub(super) fn search<'a>(
    scale: &Scale<'_>,
    written: &[Leak<'a>],
    added: &[&'a Collected],
    forwarded: &[Forwarded<'a>],
) -> Vec<Fix<'a>> {
    let levers = Levers::new(scale, written, added, forwarded);
    let all: Set = (0..levers.all.len()).collect();
    let (now, floor) = (levers.bands(&[]), levers.bands(&all));
    // Every band below the present one that can be reached, of either number.
    let mut targets: Vec<Bands> = (floor.0..now.0).map(|band| (band, usize::MAX)).collect();
    targets.extend((floor.1..now.1).map(|band| (usize::MAX, band)));
    let mut sets: BTreeMap<(usize, Set), bool> = BTreeMap::new();
    for (target, found) in targets.iter().zip(levers.smallest(&targets)) {
        let smallest = found.is_some();
        let set = found.unwrap_or_else(|| levers.thinned(*target));
        sets.insert((set.len(), set), smallest);
    }
    sets.into_iter().map(|((_, set), smallest)| levers.fix(&set, smallest)).collect()
}

impl<'s, 'a> Levers<'s, 'a> {
    fn new(
        scale: &'s Scale<'s>,
        written: &[Leak<'a>],
        added: &[&'a Collected],
        forwarded: &[Forwarded<'a>],
    ) -> Self {
        let mut bring: BTreeMap<&'a str, Option<BTreeSet<Lever<'a>>>> = BTreeMap::new();
        let mut costs: BTreeMap<Lever<'a>, usize> = BTreeMap::new();
        let mut add = |class: &'a str, lever: Option<Lever<'a>>, cost: usize| {
            let entry = bring.entry(class).or_insert_with(|| Some(BTreeSet::new()));
            match lever {
                Some(lever) => {
                    costs.insert(lever, cost);
                    entry.as_mut().map(|levers| levers.insert(lever));
                }
                None => *entry = None,
            }
        };
        for leak in written {
            add(leak.class, Some(Lever::Drop(leak.class)), leak.sinks.len());
        }
        for entry in added {
            add(&entry.class, (!entry.off.is_empty()).then_some(Lever::Switch(&entry.off)), 1);
        }
        for other in forwarded {
            for class in &other.classes {
                add(class, Some(Lever::Cut(&other.from.name)), 1);
            }
        }
        // A change that stops nothing for good is none.
        let useful: BTreeSet<Lever<'a>> = bring.values().flatten().flatten().copied().collect();
        let all: Vec<(Lever<'a>, usize)> =
            costs.into_iter().filter(|(lever, _)| useful.contains(lever)).collect();
        let index = |lever: &Lever<'a>| all.iter().position(|(known, _)| known == lever);
        let classes = bring
            .into_iter()
            .map(|(class, levers)| (class, levers.map(|levers| levers.iter().filter_map(index).collect())))
            .collect();
        Self { scale, all, classes }
    }

    /// What is still there.
    fn left(&self, set: &[usize]) -> BTreeSet<&'a str> {
        let gone = |levers: &Option<Set>| levers.as_ref().is_some_and(|l| l.iter().all(|i| set.contains(i)));
        self.classes.iter().filter(|(_, levers)| !gone(levers)).map(|(class, _)| *class).collect()
    }

    fn bands(&self, set: &[usize]) -> Bands {
        let left = self.left(set);
        (self.scale.enisa(&left).map_or(0, |enisa| enisa.rank()), self.scale.lure(&left).rank())
    }

    /// For each target the cheapest of the smallest sets that reach it, as far as they were all tried.
    fn smallest(&self, targets: &[Bands]) -> Vec<Option<Set>> {
        let mut found: Vec<Option<Set>> = vec![None; targets.len()];
        let mut tried = 0;
        for size in 1..=self.all.len() {
            tried += sets(self.all.len(), size);
            if tried > MAX_TRIED || found.iter().all(Option::is_some) {
                break;
            }
            let mut best: Vec<Option<(f64, Set)>> = vec![None; targets.len()];
            let mut set: Set = (0..size).collect();
            loop {
                let bands = self.bands(&set);
                for (target, best) in targets.iter().zip(&mut best) {
                    if bands.0 <= target.0 && bands.1 <= target.1 {
                        let cost = self.cost(&set);
                        if best.as_ref().is_none_or(|(known, _)| cost < *known) {
                            *best = Some((cost, set.clone()));
                        }
                    }
                }
                if !next(&mut set, self.all.len()) {
                    break;
                }
            }
            for (found, best) in found.iter_mut().zip(best) {
                if found.is_none() {
                    *found = best.map(|(_, set)| set);
                }
            }
        }
        found
    }

    /// Places to change first; of sets that cost the same, the one that leaves less.
    fn cost(&self, set: &[usize]) -> f64 {
        let places: usize = set.iter().map(|i| self.all[*i].1).sum();
        let left = self.left(set);
        let score = self.scale.enisa(&left).map_or(0.0, |enisa| enisa.score());
        places as f64 + score / 10.0 + f64::from(self.scale.lure(&left).weight()) / 10_000.0
    }

    /// All changes but those that can be spared, the dearest first.
    fn thinned(&self, target: Bands) -> Set {
        let mut set: Set = (0..self.all.len()).collect();
        let mut order = set.clone();
        order.sort_by_key(|i| std::cmp::Reverse((self.all[*i].1, *i)));
        for spare in order {
            let less: Set = set.iter().copied().filter(|i| *i != spare).collect();
            let bands = self.bands(&less);
            if bands.0 <= target.0 && bands.1 <= target.1 {
                set = less;
            }
        }
        set
    }

    fn fix(&self, set: &[usize], smallest: bool) -> Fix<'a> {
        let left = self.left(set);
        let (enisa, lure) = (self.scale.enisa(&left), self.scale.lure(&left));
        let mut fix = Fix { without: vec![], switches: vec![], cut: vec![], smallest, enisa, lure };
        for index in set {
            match self.all[*index].0 {
                Lever::Drop(class) => fix.without.push(class),
                Lever::Switch(option) => fix.switches.push(option),
                Lever::Cut(name) => fix.cut.push(name),
            }
        }
        fix
    }
}

/// Number of sets of a size, as far as it matters.
fn sets(of: usize, size: usize) -> usize {
    let mut count: usize = 1;
    for i in 0..size {
        count = count.saturating_mul(of - i) / (i + 1);
        if count > MAX_TRIED {
            return count;
        }
    }
    count
}

/// The next set of the same size, in order; false after the last one.
fn next(set: &mut [usize], of: usize) -> bool {
    let size = set.len();
    let Some(at) = (0..size).rev().find(|&i| set[i] < of - (size - i)) else { return false };
    set[at] += 1;
    for i in at + 1..size {
        set[i] = set[i - 1] + 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_sets_of_a_size_are_tried_once() {
        for (of, size) in [(1, 1), (5, 2), (6, 3), (4, 4)] {
            let mut seen = BTreeSet::new();
            let mut set: Set = (0..size).collect();
            loop {
                assert!(set.windows(2).all(|w| w[0] < w[1]) && set.iter().all(|i| *i < of), "{set:?}");
                assert!(seen.insert(set.clone()), "{set:?} twice");
                if !next(&mut set, of) {
                    break;
                }
            }
            assert_eq!(seen.len(), sets(of, size), "{size} of {of}");
        }
        assert!(sets(79, 40) > MAX_TRIED);
    }
}
