//! The analysis from start to end: sweep, parse, evaluate, ask for more files, until nothing new; then report.
//!
//! Cost grows with what touches a vendor. `parse_everything` gives the same answer the expensive way, and a test holds
//! the two equal.

use super::demand::Demand;
use super::effect::{Cell, Effect, Kind, Summary};
use super::emit::Emitter;
use super::eval::Eval;
use super::focus::Focus;
use super::names::Resolver;
use super::packages::Namespaces;
use super::program::{FnRef, Meaning, Program};
use super::shape::Name;
use super::solver::Solver;
use super::trace::{News, Trace};
use super::{Analysis, Known, Settings, Shared, entry, sweep};
use crate::ir::{FileId, FunctionId, FunctionKind, Module};
use crate::lang;
use crate::source::Sources;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// Rounds until cells are stable.
const MAX_ROUNDS: usize = 16;
/// Rounds while files are still missing: enough to learn what to ask for.
const WAVE_ROUNDS: usize = 1;
/// Rounds in which nothing but results of recursion changes.
const MAX_QUIET: usize = 2;
/// Members read in the whole run; after that no round and no file is begun.
const MAX_TOTAL: u64 = 4_000_000;
/// Where one in so many files is asked for, asking on costs more than parsing the rest; unless there are few at all.
const MAX_SHARE: usize = 5;
const FEW: usize = 64;
/// Of a large tree, evaluating the rest costs most: it is parsed whole only where half of it is asked for.
const MANY: usize = 2_048;
const MAX_SHARE_OF_MANY: usize = 2;
/// Times more files are asked for.
const MAX_WAVES: usize = 30;

/// Finds the flows of personal data into vendors, of the versions that manifests resolve.
pub(crate) fn analyse(sources: &Sources, known: Known<'_>, settings: &Settings, shared: &Shared) -> Analysis {
    let Known { personal, catalogue, resolved } = known;
    let mut wave =
        if settings.parse_everything { sweep::code(sources).collect() } else { shared.seeds(sources) };
    let known = (catalogue, resolved);
    let program = Program::new(Resolver::new(sources), Namespaces::new(catalogue));
    let mut solver = Solver::new(program, known, sources, personal);
    let code = sweep::code(sources).count();
    let mut demand = Demand::default();
    let mut progress = Progress::default();
    // What was concluded while a file was missing must not outlive that: the answer is made anew from all of them.
    let mut last = settings.parse_everything;
    let mut fresh = true;
    let mut bounded = false;
    for _ in 0..MAX_WAVES {
        let mut news = parse(&mut solver, sources, shared, wave);
        if fresh {
            news = News::of(solver.program.modules.values().map(|module| &**module));
            fresh = false;
        }
        let rounds = if last { MAX_ROUNDS } else { WAVE_ROUNDS };
        let effects = evaluate(&solver, &news, &mut progress, rounds);
        let mut emitter = Emitter::new(&solver, personal);
        emitter.run(&effects);
        wave = demand.wanted(&solver, sources);
        bounded |= solver.total.get() > MAX_TOTAL;
        if bounded {
            wave.clear();
            solver.stopped.set(true);
        }
        if last {
            // Once: what little the clean pass still asks for joins it.
            if wave.is_empty() {
                return emitter.finish(settings);
            }
            continue;
        }
        drop(emitter);
        let asked = solver.program.modules.len() + wave.len();
        let share = if code > MANY { MAX_SHARE_OF_MANY } else { MAX_SHARE };
        if !wave.is_empty() && code > FEW && asked * share > code {
            wave = sweep::code(sources).filter(|file| solver.program.module(*file).is_none()).collect();
            last = true;
        }
        last |= wave.is_empty();
        if last {
            solver = Solver::new(solver.program, known, sources, personal);
            progress = Progress::default();
            fresh = true;
        }
    }
    solver.stopped.set(true);
    let effects = evaluate(&solver, &News::default(), &mut progress, MAX_ROUNDS);
    let mut emitter = Emitter::new(&solver, personal);
    emitter.run(&effects);
    emitter.finish(settings)
}

/// Parses files, and those behind them that have what they only hand on.
fn parse(solver: &mut Solver<'_>, sources: &Sources, shared: &Shared, mut files: BTreeSet<FileId>) -> News {
    let mut news = News::default();
    let named = std::mem::take(&mut *solver.named.borrow_mut());
    while !files.is_empty() {
        add(&mut solver.program, sources, shared, &files, &mut news);
        let program = &solver.program;
        let behind = named.iter().filter_map(|(file, name)| match program.exported(*file, name, 0) {
            Meaning::Unparsed(next, _) => Some(next),
            _ => None,
        });
        files = behind.filter(|file| lang::of_path(sources.path(*file)).is_some()).collect();
    }
    news
}

/// Parses files in parallel; modules are added in file order.
fn add(
    program: &mut Program<'_>,
    sources: &Sources,
    shared: &Shared,
    files: &BTreeSet<FileId>,
    news: &mut News,
) {
    let list: Vec<FileId> = files.iter().copied().collect();
    let parsed: Vec<&[Arc<Module>]> = list.par_iter().map(|file| shared.modules(sources, *file)).collect();
    for module in parsed.into_iter().flatten() {
        news.add(module);
        program.add(module.clone());
    }
}

/// The entry into a function from outside, as it was last evaluated.
struct Entered {
    how: entry::Root,
    effects: Vec<Effect>,
    trace: Trace,
}

/// What has become different and was not yet followed up.
#[derive(Default)]
struct Old {
    cells: FxHashSet<Cell>,
    functions: FxHashSet<FnRef>,
    names: FxHashSet<Name>,
}

impl Old {
    fn concerns(&self, trace: &Trace) -> bool {
        trace.is_stale(&self.cells, &self.functions, &self.names)
    }
}

/// What evaluation keeps from wave to wave.
#[derive(Default)]
struct Progress {
    focus: Focus,
    roots: BTreeMap<FnRef, Entered>,
    /// Summaries as callers last saw them.
    seen: FxHashMap<FnRef, Rc<Summary>>,
    old: Old,
}

impl Progress {
    /// Functions whose summaries are not what their callers last saw.
    fn changed(&mut self, solver: &Solver<'_>) -> FxHashSet<FnRef> {
        let now = solver.summaries.borrow();
        let same = |a: &Rc<Summary>, b: &Rc<Summary>| Rc::ptr_eq(a, b) || a == b;
        let changed: FxHashSet<FnRef> = now
            .iter()
            .filter(|(f, summary)| !self.seen.get(f).is_some_and(|seen| same(seen, summary)))
            .map(|(f, _)| *f)
            .collect();
        #[expect(clippy::iter_over_hash_type, reason = "each on its own")]
        for f in &changed {
            self.seen.extend(now.get(f).map(|summary| (*f, summary.clone())));
        }
        changed
    }
}

/// Evaluates what is new and what that touches, until nothing changes. Gives the effects of live functions and entries.
fn evaluate(solver: &Solver<'_>, news: &News, progress: &mut Progress, rounds: usize) -> Vec<Effect> {
    solver.refresh();
    for file in &news.files_in_order() {
        progress.focus.add(solver, *file);
    }
    let order = solver.program.load_order();
    let mut names = FxHashSet::default();
    let old = std::mem::take(&mut progress.old);
    forget(solver, progress, |trace| trace.is_touched_by(news) || old.concerns(trace));
    let mut quiet = 0;
    for round in 0..rounds {
        solver.changed.borrow_mut().clear();
        solver.reach.borrow_mut().clear();
        settle(solver, progress, &order, &mut names);
        gather(solver, progress);
        *solver.exported.borrow_mut() = entry::exported(solver);
        enter_roots(solver, progress);
        gather(solver, progress);
        let cells = solver.changed.borrow().clone();
        let changed = progress.changed(solver);
        quiet = if cells.is_empty() && names.is_empty() && round > 0 { quiet + 1 } else { 0 };
        if (quiet > 0 && changed.is_empty()) || quiet > MAX_QUIET {
            break;
        }
        let old = Old { cells, functions: changed, names: std::mem::take(&mut names) };
        if solver.total.get() > MAX_TOTAL || round + 1 == rounds {
            solver.stopped.set(rounds == MAX_ROUNDS);
            progress.old = old;
            break;
        }
        forget(solver, progress, |trace| old.concerns(trace));
    }
    *solver.exported.borrow_mut() = entry::exported(solver);
    let mut effects: Vec<Effect> =
        progress.roots.values().flat_map(|root| root.effects.iter().cloned()).collect();
    let evaluated: BTreeSet<FnRef> = solver.summaries.borrow().keys().copied().collect();
    for f in evaluated {
        effects.extend(solver.summary(f).effects.iter().cloned());
    }
    effects.retain(|effect| matches!(effect.kind, Kind::Vendor { .. } | Kind::Http { .. }));
    effects
}

/// Evaluates what is worth it, until what is known chooses nothing more. Notes the names that became known.
fn settle(
    solver: &Solver<'_>,
    progress: &mut Progress,
    order: &FxHashMap<FileId, usize>,
    names: &mut FxHashSet<Name>,
) {
    // Top-level code first, in the order in which it runs: it says what the classes and variables are that everything
    // else uses. Then whoever fills the fields of new objects.
    let turn = |f: &FnRef| match solver.program.function(*f).map(|function| function.kind) {
        Some(FunctionKind::Module) => 0,
        Some(FunctionKind::Constructor) => 1,
        _ => 2,
    };
    let mut todo: Vec<FnRef> = progress.focus.chosen.iter().copied().collect();
    while !todo.is_empty() {
        todo.sort_by_cached_key(|f| (turn(f), order.get(&f.file).copied(), *f));
        for f in todo {
            solver.summary(f);
        }
        todo = progress.focus.grow(solver);
        let mut callable = solver.callable.borrow_mut();
        names.extend(progress.focus.names().filter(|name| callable.insert(*name)));
    }
}

/// Drops results that are no longer good.
fn forget(solver: &Solver<'_>, progress: &mut Progress, stale: impl Fn(&Trace) -> bool) {
    solver.variants.borrow_mut().retain(|_, (_, trace)| !stale(trace));
    let mut traces = solver.traces.borrow_mut();
    let mut summaries = solver.summaries.borrow_mut();
    traces.retain(|f, trace| {
        let keep = !stale(trace);
        if !keep {
            summaries.remove(f);
        }
        keep
    });
    progress.roots.retain(|_, root| !stale(&root.trace));
}

/// Who is called and who is entered, by all evaluations that are good.
fn gather(solver: &Solver<'_>, progress: &Progress) {
    let mut called = FxHashSet::default();
    let mut entered = FxHashSet::default();
    let traces = solver.traces.borrow();
    for trace in traces.values().chain(progress.roots.values().map(|root| &root.trace)) {
        called.extend(trace.called.iter().copied());
        entered.extend(trace.entered.iter().copied());
    }
    *solver.called.borrow_mut() = called;
    *solver.entered.borrow_mut() = entered;
}

/// Enters every function that something outside the tree may call.
fn enter_roots(solver: &Solver<'_>, progress: &mut Progress) {
    let evaluated: BTreeSet<FnRef> = solver.summaries.borrow().keys().copied().collect();
    for f in &evaluated {
        let Some(module) = solver.program.module(f.file) else { continue };
        let root = entry::root(solver, module, *f);
        if progress.roots.get(f).map(|known| known.how) == root {
            continue;
        }
        let Some(how) = root else {
            progress.roots.remove(f);
            continue;
        };
        let (effects, trace) = solver.traced(|| {
            let mut eval = Eval::new(solver, module.clone(), FnRef { file: f.file, id: FunctionId(0) });
            let spot = eval.spot(module[f.id].span);
            let class = entry::class_of(module, *f);
            match how {
                entry::Root::Open => eval.enter(*f, &Rc::from([]), class, None, &spot),
                entry::Root::Closed => eval.run_closed(*f, class, &spot),
            }
            eval.effects
        });
        progress.roots.insert(*f, Entered { how, effects, trace });
    }
}
