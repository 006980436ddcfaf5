//! One tree over a time: the revisions at which something that is read changed are audited together, and everything
//! that was the case at one of them is one answer, with the first and the last commit of each flow.
//!
//! The number of audits is bounded. Where more revisions changed something, some are spread over the time, between two
//! that differ the commit that made the difference is looked for, and those that touch what the asked vendor gets fill
//! the rest. The report says how many were left out.

use crate::policy::Basis;
use crate::report::{History, Moment, Report};
use crate::source::{Commit, Line, Repository, Sources, Step};
use crate::vendor::VendorId;
use crate::{Common, Error, Knowledge, Options, Tree, in_pool, one_register, view};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Revisions that are audited at most.
const MAX_MOMENTS: usize = 64;
/// Of these, those that are spread over the time to learn which files matter.
const SAMPLES: usize = 16;
/// Rounds in which the commit between two that differ is looked for; each halves what is between.
const MAX_ROUNDS: usize = 16;

/// A time in the history of the checked-out branch. Days are meant whole.
#[derive(Clone, Debug, Default)]
pub struct Window {
    /// A day or revision; what was there at its beginning counts. The beginning of the history if left out.
    pub since: Option<String>,
    /// A day or revision; the checked-out commit if left out.
    pub until: Option<String>,
}

/// Audits what was the case at any time of a window. `about` is the id of the vendor that is asked for.
pub(crate) fn over(options: &Options, window: &Window, about: &str) -> Result<Report, Error> {
    let knowledge = Knowledge::load(&options.vendors)?;
    let repository = Repository::open(&options.root)?;
    let until = repository.commit(window.until.as_deref().unwrap_or("HEAD"))?;
    let since = window.since.as_deref().map(|since| repository.beginning(since, &until)).transpose()?;
    let line = repository.line(&until, since, &options.source())?;
    let changes: Vec<usize> =
        (0..line.steps.len()).filter(|&i| i == 0 || !line.steps[i].changed.is_empty()).collect();
    let audits = Audits { repository: &repository, knowledge: &knowledge, options, line: &line };
    let vendor = knowledge.catalogue.by_id(about);
    let chosen = if changes.len() <= MAX_MOMENTS {
        changes.clone()
    } else {
        let samples = spread(&changes, SAMPLES);
        let (_, reports) = audits.of(&samples)?;
        let files = concerned(&reports, vendor);
        let states = samples.iter().copied().zip(reports.iter().map(|report| state(report, vendor)));
        let narrowed = audits.narrow(&changes, states.collect(), vendor)?;
        relevant(&line.steps, &changes, &narrowed, &files)
    };
    let (all, reports) = audits.of(&chosen)?;
    Ok(join(all, reports, &knowledge, &line, (&chosen, &changes)))
}

/// Evenly spread, first and last among them.
fn spread(from: &[usize], count: usize) -> Vec<usize> {
    if count == 0 {
        return Vec::new();
    }
    if from.len() <= count {
        return from.to_vec();
    }
    (0..count).map(|i| from[i * (from.len() - 1) / (count - 1).max(1)]).collect()
}

/// Files by which a vendor gets something, or is seen at all.
fn concerned(reports: &[Report], vendor: Option<VendorId>) -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    for report in reports {
        let path = |span: crate::ir::Span| report.sources.path(span.file).to_owned();
        for flow in report.graph.flows.iter().filter(|flow| vendor.is_none_or(|v| v == flow.vendor)) {
            files.extend(flow.path.iter().map(|step| path(step.span)));
            files.extend([path(flow.source.span), path(flow.sink.span)]);
        }
        for processor in report.graph.processors.iter().filter(|p| vendor.is_none_or(|v| v == p.vendor)) {
            files.extend(processor.contacts.iter().map(|contact| path(contact.span)));
        }
    }
    files
}

/// What a vendor gets, wherever in the code that is.
type State = BTreeSet<String>;

fn state(report: &Report, vendor: Option<VendorId>) -> State {
    let Some(vendor) = vendor else { return State::new() };
    let used = report.graph.processor(vendor).map(|p| format!("used {}", !p.declared_only));
    let flows = report.graph.flows_to(vendor).map(|(_, f)| format!("{} {} {}", f.class, f.field, f.call));
    let added = report.graph.added(vendor).into_iter().map(|class| format!("added {class}"));
    used.into_iter().chain(flows).chain(added).collect()
}

/// The samples and, as far as the bound allows, the changes of files that matter.
fn relevant(steps: &[Step], changes: &[usize], samples: &[usize], files: &BTreeSet<String>) -> Vec<usize> {
    let touches = |i: &&usize| !steps[**i].changed.is_disjoint(files);
    let touching: Vec<usize> = changes.iter().filter(touches).copied().collect();
    let left = MAX_MOMENTS.saturating_sub(samples.len());
    let mut chosen: BTreeSet<usize> = spread(&touching, left).into_iter().collect();
    chosen.extend(samples);
    chosen.into_iter().collect()
}

/// What audits of several steps need.
struct Audits<'a> {
    repository: &'a Repository,
    knowledge: &'a Knowledge,
    options: &'a Options,
    line: &'a Line,
}

impl Audits<'_> {
    /// Looks between neighbours that differ for the commit that made the difference. Gives the steps to tell of.
    fn narrow(
        &self,
        changes: &[usize],
        mut states: BTreeMap<usize, State>,
        vendor: Option<VendorId>,
    ) -> Result<Vec<usize>, Error> {
        let mut told: BTreeSet<usize> = states.keys().copied().collect();
        for _ in 0..MAX_ROUNDS {
            let neighbours = states.iter().zip(states.iter().skip(1));
            let differing = neighbours.filter(|((_, a), (_, b))| a != b).map(|((a, _), (b, _))| (*a, *b));
            let differing: Vec<(usize, usize)> = differing.collect();
            let middle = |(a, b): &(usize, usize)| {
                let between: Vec<usize> = changes.iter().copied().filter(|i| a < i && i < b).collect();
                between.get(between.len() / 2).copied()
            };
            let middles: Vec<usize> = differing.iter().filter_map(middle).collect();
            if middles.is_empty() || told.len() + 2 * differing.len() > MAX_MOMENTS {
                told.extend(differing.into_iter().flat_map(|(a, b)| [a, b]).take(MAX_MOMENTS - told.len()));
                break;
            }
            let (_, reports) = self.of(&middles)?;
            states.extend(middles.iter().copied().zip(reports.iter().map(|report| state(report, vendor))));
        }
        Ok(told.into_iter().collect())
    }

    /// All files of some steps in one store, and their reports.
    fn of(&self, chosen: &[usize]) -> Result<(Sources, Vec<Report>), Error> {
        let tree =
            |i: &usize| Tree::perhaps(self.repository, self.line.steps[*i].commit.clone(), self.options);
        let mut trees = chosen.iter().map(tree).collect::<Result<Vec<Tree>, Error>>()?;
        one_register(&mut trees, self.options)?;
        let all = Sources::share(trees.iter_mut().map(|tree| &mut tree.sources));
        let reports = in_pool(self.options.threads, || {
            let common = Common::new(&all, self.knowledge, self.options);
            trees.into_par_iter().map(|tree| common.examine(tree)).collect::<Result<_, Error>>()
        })??;
        Ok((all, reports))
    }
}

/// One report of all moments.
fn join(
    all: Sources,
    mut reports: Vec<Report>,
    knowledge: &Knowledge,
    line: &Line,
    (chosen, changes): (&[usize], &[usize]),
) -> Report {
    let sides: Vec<view::Side<'_>> = reports.iter().map(Report::side).collect();
    let lives = view::lives(&sides);
    let graphs: Vec<&crate::graph::Graph> = reports.iter().map(|report| &report.graph).collect();
    let (flows, spans): (Vec<_>, Vec<_>) = lives.flows.into_iter().unzip();
    let graph = crate::graph::Graph::union(&graphs, flows, &knowledge.catalogue);
    // The change before it was audited too: what is new at it is new with it.
    let exact = |at: usize| {
        let before = changes.iter().rev().find(|change| **change < chosen[at]);
        at == 0 || before == Some(&chosen[at - 1])
    };
    let moment = |(at, commit): (usize, &Commit)| Moment {
        hash: commit.hash(),
        short: commit.short(),
        day: commit.day(),
        title: commit.title.clone(),
        exact: exact(at),
    };
    let history = History {
        moments: chosen.iter().map(|i| &line.steps[*i].commit).enumerate().map(moment).collect(),
        changes: changes.len(),
        cut: line.cut,
        flows: spans,
        automatic: lives.automatic,
        vendors: lives.vendors,
    };
    let last = reports.pop().map(|last| (last.target, last.coverage, last.policy));
    let (target, coverage, policy) = last.unwrap_or_default();
    let (catalogue, vocabulary) = (knowledge.catalogue.clone(), knowledge.vocabulary.clone());
    let basis = Basis { catalogue, vocabulary, policy };
    Report { history: Some(history), ..Report::new(target, graph, coverage, all, basis) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spread_has_both_ends() {
        let all: Vec<usize> = (0..100).collect();
        assert_eq!(spread(&all, 4), [0, 33, 66, 99]);
        assert_eq!(spread(&all, 1), [0]);
        assert!(spread(&all, 0).is_empty());
        assert_eq!(spread(&[3, 4], 5), [3, 4]);
    }
}
