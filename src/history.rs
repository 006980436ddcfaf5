//! One tree over a time: the revisions at which something that is read changed are audited together, and everything
//! that was the case at one of them is one answer, with the first and the last commit of each flow.
//!
//! The number of audits is bounded. Where more revisions changed something, some are spread over the time, between two
//! that differ the commit that made the difference is looked for, and those that touch what the asked vendor gets fill
//! the rest. The report says how many were left out.

use crate::policy::Basis;
use crate::report::{History, Report};
use crate::source::{Commit, Line, Repository, Sources, Step};
use crate::vendor::VendorId;
use crate::view::{Moment, Past};
use crate::{Common, Error, Knowledge, Options, Tree, in_pool, one_register, view};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Revisions that are audited at most.
const MAX_MOMENTS: usize = 64;
/// Of these, those that are spread over the time to learn which files matter.
const SAMPLES: usize = 16;

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
    let vendor = knowledge.catalogue.by_id(about);
    let audits = Audits::new(&repository, &knowledge, options, &line, vendor);
    let steps = audits.choose()?;
    let (all, reports) = audits.of(&steps, None)?;
    let (moments, changes) = (audits.moments(&steps), audits.changes.len());
    let history = History { moments, changes, cut: line.cut, ..History::default() };
    Ok(join(all, reports, &knowledge, history))
}

/// Audits a tree as it is, and what it was at the moments since then at which something changed for any vendor.
/// Nothing is told of the past where `since` is not before the end.
pub(crate) fn since(
    options: &Options,
    knowledge: &Knowledge,
    since: Option<&str>,
) -> Result<(Report, Past), Error> {
    let repository = Repository::open(&options.root)?;
    let until = repository.commit(options.revision.as_deref().unwrap_or("HEAD"))?;
    let since = since.map(|since| repository.start(since, &until)).transpose()?;
    let line = repository.line(&until, since, &options.source())?;
    let audits = Audits::new(&repository, knowledge, options, &line, None);
    let (steps, mut reports): (Vec<usize>, Vec<Report>) = audits.search()?.into_iter().unzip();
    let mut moments = audits.moments(&steps);
    if options.revision.is_none() && repository.has_files() {
        let here = Tree::here(options)?;
        // What nobody changed is known already.
        if reports.last().is_none_or(|last| !last.sources.is_same(&here.sources)) {
            moments.push(Moment::uncommitted());
            reports.extend(audits.of(&[], Some(here))?.1);
        }
    }
    let sides: Vec<view::Side<'_>> = reports.iter().map(Report::side).collect();
    let changes = view::changes(&sides, &knowledge.vocabulary);
    let mut now = reports.pop().ok_or_else(|| Error::Unknown("nothing was audited".to_owned()))?;
    now.target.revision = options.revision.as_ref().map(|_| until.hash());
    Ok((now, Past { moments, revisions: audits.changes.len(), cut: line.cut, changes }))
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
fn concerned<'r>(
    reports: impl IntoIterator<Item = &'r Report>,
    vendor: Option<VendorId>,
) -> BTreeSet<String> {
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

/// What a vendor gets, wherever in the code that is; of any vendor, only which classes.
type State = BTreeSet<String>;

fn state(report: &Report, vendor: Option<VendorId>) -> State {
    let about = report.graph.processors.iter().filter(|p| vendor.is_none_or(|v| v == p.vendor));
    let each = about.flat_map(|processor| {
        let VendorId(of) = processor.vendor;
        let used = format!("{of} used {}", !processor.declared_only);
        let flows = report.graph.flows_to(processor.vendor).map(move |(_, flow)| match vendor {
            Some(_) => format!("{of} {} {} {}", flow.class, flow.field, flow.call),
            None => format!("{of} {}", flow.class),
        });
        let added = report.graph.added(processor.vendor).into_iter();
        std::iter::once(used).chain(flows).chain(added.map(move |class| format!("{of} added {class}")))
    });
    each.collect()
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
    /// Who is asked for; otherwise all.
    vendor: Option<VendorId>,
    /// Steps that changed something that is read, the first of all among them.
    changes: Vec<usize>,
}

impl<'a> Audits<'a> {
    fn new(
        repository: &'a Repository,
        knowledge: &'a Knowledge,
        options: &'a Options,
        line: &'a Line,
        vendor: Option<VendorId>,
    ) -> Self {
        let changes =
            (0..line.steps.len()).filter(|&i| i == 0 || !line.steps[i].changed.is_empty()).collect();
        Self { repository, knowledge, options, line, vendor, changes }
    }

    /// The steps to tell of: all that changed something, or those at which what the vendor gets changes.
    fn choose(&self) -> Result<Vec<usize>, Error> {
        if self.changes.len() <= MAX_MOMENTS {
            return Ok(self.changes.clone());
        }
        let reports = self.search()?;
        let files = concerned(reports.values(), self.vendor);
        let told: Vec<usize> = reports.into_keys().collect();
        Ok(relevant(&self.line.steps, &self.changes, &told, &files))
    }

    /// Audits all that changed something, or else some, and then between neighbours that differ the commit that made the
    /// difference is looked for.
    fn search(&self) -> Result<BTreeMap<usize, Report>, Error> {
        let few = self.changes.len() <= MAX_MOMENTS;
        let first = if few { self.changes.clone() } else { spread(&self.changes, SAMPLES) };
        let mut known: BTreeMap<usize, Report> =
            first.iter().copied().zip(self.of(&first, None)?.1).collect();
        while known.len() < MAX_MOMENTS {
            let neighbours = known.iter().zip(known.iter().skip(1));
            let mut next: Vec<usize> =
                neighbours.filter_map(|((a, old), (b, new))| self.between((*a, old), (*b, new))).collect();
            next.truncate(MAX_MOMENTS - known.len());
            if next.is_empty() {
                break;
            }
            known.extend(next.iter().copied().zip(self.of(&next, None)?.1));
        }
        Ok(known)
    }

    /// The step to audit next between two that differ. One that touched what differs did it most probably; where none is
    /// left, the one just before tells whether it did.
    fn between(&self, (a, old): (usize, &Report), (b, new): (usize, &Report)) -> Option<usize> {
        let all: Vec<usize> = self.changes.iter().copied().filter(|i| a < *i && *i < b).collect();
        if all.is_empty() || state(old, self.vendor) == state(new, self.vendor) {
            return None;
        }
        let files = concerned([old, new], self.vendor);
        let touches = |i: &usize| !self.line.steps[*i].changed.is_disjoint(&files);
        let touching: Vec<usize> = all.iter().copied().filter(touches).collect();
        match (touching.get(touching.len() / 2), touches(&b)) {
            (Some(middle), _) => Some(*middle),
            (None, true) => all.last().copied(),
            (None, false) => all.get(all.len() / 2).copied(),
        }
    }

    fn moments(&self, steps: &[usize]) -> Vec<Moment> {
        // The change before it was audited too: what is new at it is new with it.
        let exact = |at: usize| {
            let before = self.changes.iter().rev().find(|change| **change < steps[at]);
            at == 0 || before == Some(&steps[at - 1])
        };
        let moment = |(at, commit): (usize, &Commit)| Moment {
            hash: commit.hash(),
            short: commit.short(),
            day: commit.day(),
            title: commit.title.clone(),
            exact: exact(at),
        };
        steps.iter().map(|i| &self.line.steps[*i].commit).enumerate().map(moment).collect()
    }

    /// All files of some steps, and of the directory where it is given as the last, in one store, and their reports.
    fn of(&self, chosen: &[usize], here: Option<Tree>) -> Result<(Sources, Vec<Report>), Error> {
        let tree =
            |i: &usize| Tree::perhaps(self.repository, self.line.steps[*i].commit.clone(), self.options);
        let mut trees = chosen.iter().map(tree).collect::<Result<Vec<Tree>, Error>>()?;
        trees.extend(here);
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
fn join(all: Sources, mut reports: Vec<Report>, knowledge: &Knowledge, history: History) -> Report {
    let sides: Vec<view::Side<'_>> = reports.iter().map(Report::side).collect();
    let lives = view::lives(&sides);
    let graphs: Vec<&crate::graph::Graph> = reports.iter().map(|report| &report.graph).collect();
    let (flows, spans): (Vec<_>, Vec<_>) = lives.flows.into_iter().unzip();
    let graph = crate::graph::Graph::union(&graphs, flows, &knowledge.catalogue);
    let history = History { flows: spans, automatic: lives.automatic, vendors: lives.vendors, ..history };
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
