//! The analysis from start to end: sweep, parse, evaluate, ask for more files, until nothing new; then report.
//!
//! Cost grows with what touches a vendor. `parse_everything` gives the same answer the expensive way, and a test holds
//! the two equal.

use super::effect::{Cell, Effect, Kind, Summary};
use super::emit::Emitter;
use super::eval::Eval;
use super::names::Resolver;
use super::program::{FnRef, Program};
use super::shape::{Atom, Lit, Root, Shape};
use super::solver::Solver;
use super::trace::{News, Trace};
use super::{Analysis, Settings, entry, http, sweep};
use crate::ir::{ClassId, FileId, FunctionId, Module};
use crate::lang;
use crate::personal::Personal;
use crate::source::Sources;
use crate::vendor::Catalogue;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Rounds until cells are stable.
const MAX_ROUNDS: usize = 8;
/// Times more files are asked for.
const MAX_WAVES: usize = 30;

/// Finds the flows of personal data into vendors.
pub fn analyse(sources: &Sources, personal: &Personal, catalogue: &Catalogue, settings: &Settings) -> Analysis {
    let start = if settings.parse_everything {
        sweep::code(sources).collect()
    } else {
        sweep::seeds(sources, catalogue)
    };
    let mut solver = Solver::new(Program::new(Resolver::new(sources)), catalogue, sources, personal);
    let mut asked = BTreeSet::new();
    let mut wave = start;
    let mut progress = Progress::default();
    for _ in 0..MAX_WAVES {
        let mut news = parse(&mut solver.program, sources, &wave);
        let t0 = std::time::Instant::now();
        let effects = evaluate(&solver, &mut news, &mut progress);
        if std::env::var("VF_DEBUG").is_ok() { eprintln!("wave: files {} functions {} cut {} evaluate {:?} effects {}", solver.program.modules.len(), solver.summaries.borrow().len(), solver.cut.get(), t0.elapsed(), effects.len()); }
        let mut emitter = Emitter::new(&solver, personal);
        emitter.run(&effects);
        wave = wanted(&solver, sources, &mut asked);
        if wave.is_empty() {
            return emitter.finish();
        }
    }
    solver.cut.set(solver.cut.get() + 1);
    let effects = evaluate(&solver, &mut News::default(), &mut progress);
    let mut emitter = Emitter::new(&solver, personal);
    emitter.run(&effects);
    emitter.finish()
}

/// Parses files in parallel; modules are added in file order.
fn parse(program: &mut Program<'_>, sources: &Sources, files: &BTreeSet<FileId>) -> News {
    let mut news = News::default();
    let list: Vec<FileId> = files.iter().copied().collect();
    let parsed: Vec<Vec<Module>> = list
        .par_iter()
        .map(|file| {
            let path = sources.path(*file);
            lang::of_path(path).map(|l| (l.lower)(*file, path, sources.text(*file))).unwrap_or_default()
        })
        .collect();
    for module in parsed.into_iter().flatten() {
        news.add(&module);
        program.add(module);
    }
    news
}

/// The entry into a function from outside, as it was last evaluated.
struct Entered {
    how: entry::Root,
    effects: Vec<Effect>,
    trace: Trace,
}

/// What evaluation keeps from wave to wave.
#[derive(Default)]
struct Progress {
    roots: BTreeMap<FnRef, Entered>,
}

/// Evaluates what is new and what that touches, until nothing changes. Gives the effects of live functions and entries.
fn evaluate(solver: &Solver<'_>, news: &mut News, progress: &mut Progress) -> Vec<Effect> {
    // Top-level code first: it says what the classes and variables are that everything else uses.
    let mut functions: Vec<FnRef> = Vec::new();
    for (file, module) in &solver.program.modules {
        functions.extend((0..module.functions.len()).map(|i| FnRef { file: *file, id: FunctionId(i as u32) }));
    }
    functions.sort_by_key(|f| (!Solver::is_module(*f), *f));
    news.names = solver.collect_names();
    forget(solver, progress, |trace| trace.is_touched_by(news));
    for round in 0..MAX_ROUNDS {
        let before: FxHashMap<FnRef, Rc<Summary>> = solver.summaries.borrow().clone();
        solver.changed.borrow_mut().clear();
        for f in &functions {
            solver.summary(*f);
        }
        gather(solver, progress);
        enter_roots(solver, &functions, progress);
        gather(solver, progress);
        let cells = solver.changed.borrow().clone();
        if cells.is_empty() && round > 0 {
            break;
        }
        let changed = functions.iter().filter(|f| before.get(f) != solver.summaries.borrow().get(f));
        let changed: FxHashSet<FnRef> = changed.copied().collect();
        if round + 1 < MAX_ROUNDS {
            forget(solver, progress, |trace| trace.is_stale(&cells, &changed));
        } else {
            solver.cut.set(solver.cut.get() + 1);
        }
    }
    let mut effects: Vec<Effect> = progress.roots.values().flat_map(|root| root.effects.iter().cloned()).collect();
    for f in &functions {
        effects.extend(solver.summary(*f).effects.iter().cloned());
    }
    effects.retain(|effect| matches!(effect.kind, Kind::Vendor { .. } | Kind::Http { .. }));
    effects
}

/// Drops results that are no longer good.
fn forget(solver: &Solver<'_>, progress: &mut Progress, stale: impl Fn(&Trace) -> bool) {
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
    *solver.exported.borrow_mut() = entry::exported(solver);
}

/// Enters every function that something outside the tree may call.
fn enter_roots(solver: &Solver<'_>, functions: &[FnRef], progress: &mut Progress) {
    for f in functions {
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

/// Files that would tell more.
fn wanted(solver: &Solver<'_>, sources: &Sources, asked: &mut BTreeSet<String>) -> BTreeSet<FileId> {
    let mut files = std::mem::take(&mut *solver.wanted.borrow_mut());
    let mut names = BTreeSet::new();
    for (file, module) in &solver.program.modules {
        reaching_names(solver, *file, module, sources, &mut names);
    }
    names.extend(solver.channels.borrow().iter().map(|name| name.to_string()));
    names.retain(|name| name.len() > 1 && asked.insert(name.clone()));
    for found in sweep::mentions(sources, &names).into_values() {
        files.extend(found);
    }
    files.retain(|file| {
        !solver.program.modules.contains_key(file) && lang::of_path(sources.path(*file)).is_some()
    });
    files
}

/// Names by which other files get hold of something of this module that sends.
fn reaching_names(
    solver: &Solver<'_>,
    file: FileId,
    module: &Module,
    sources: &Sources,
    names: &mut BTreeSet<String>,
) {
    for export in &module.exports {
        if matches!(export.what, crate::ir::Exported::Type(_)) {
            continue;
        }
        let meaning = solver.program.exported(file, &export.name, 0);
        let value = solver.meaning(meaning, export.span);
        if !solver.reaches(&value, 0) {
            continue;
        }
        if export.name == "default" {
            let path = sources.path(file);
            let (dir, name) = path.rsplit_once('/').unwrap_or(("", path));
            let stem = name.split('.').next().unwrap_or(name);
            let stem = if stem == "index" { dir.rsplit('/').next().unwrap_or(stem) } else { stem };
            names.insert(stem.to_owned());
        } else if export.name != "*" {
            names.insert(export.name.clone());
        }
    }
    for (i, class) in module.classes.iter().enumerate() {
        let id = super::program::ClassRef { file, id: ClassId(i as u32) };
        if !solver.reaches(&Shape::atom(Atom::Class(id)), 0) {
            continue;
        }
        names.insert(class.name.clone());
        for ty in class.implements.iter().chain(&class.extends) {
            if let crate::ir::Type::Named(path, _) = &module[*ty] {
                names.extend(path.last().cloned());
            }
        }
    }
}

impl Solver<'_> {
    /// True if whoever holds this value could send something with it.
    pub(crate) fn reaches(&self, value: &Shape, depth: u8) -> bool {
        self.reaches_within(value, depth, &mut BTreeMap::new())
    }

    /// True if a listener sends what it is given, by itself or through what it calls.
    pub(crate) fn reaches_or_uses(&self, listener: &Shape) -> bool {
        listener.atoms().iter().any(|atom| match atom {
            Atom::Fn(f, _, _) => {
                let summary = self.summary(*f);
                summary.effects.iter().any(|effect| {
                    matches!(effect.kind, Kind::Vendor { .. } | Kind::Http { .. } | Kind::Call { .. })
                        && effect.is_symbolic()
                })
            }
            _ => false,
        })
    }

    fn reaches_within(&self, value: &Shape, depth: u8, seen: &mut BTreeMap<Atom, bool>) -> bool {
        let Some(node) = value.node() else { return false };
        if depth > 4 {
            return false;
        }
        let queue = node.fields.get(super::channel::NAME).and_then(|slot| slot.value.as_ref()?.literal());
        if queue.is_some_and(|name| self.channels.borrow().contains(&name)) {
            return true;
        }
        let mut hit = node.atoms.iter().any(|atom| self.atom_reaches(atom, depth, seen));
        hit = hit || node.fields.values().any(|slot| {
            slot.value.as_ref().is_some_and(|value| self.reaches_within(value, depth + 1, seen))
        });
        hit || node.element.as_ref().is_some_and(|value| self.reaches_within(value, depth + 1, seen))
            || node.parts.is_some() && value.texts().iter().any(|text| self.is_vendor_address(text))
    }

    fn is_vendor_address(&self, text: &str) -> bool {
        http::host(text).is_some_and(|host| self.catalogue.host(host).is_some())
    }

    fn atom_reaches(&self, atom: &Atom, depth: u8, seen: &mut BTreeMap<Atom, bool>) -> bool {
        match atom {
            Atom::Data(access) => match &access.root {
                Root::Package(name) => self.catalogue.package("npm", name).is_some(),
                Root::Global(name) => self.catalogue.global(name).is_some(),
                _ => false,
            },
            Atom::Lit(Lit::Str(text)) => self.is_vendor_address(text),
            Atom::Fn(f, captured, _) => {
                let key = Atom::Fn(*f, Rc::from([]), None);
                if let Some(known) = seen.get(&key) {
                    return *known;
                }
                seen.insert(key.clone(), false);
                let hit = self.sends(*f, depth, seen)
                    || captured.iter().any(|(_, value)| self.reaches_within(value, depth + 1, seen));
                seen.insert(key, hit);
                hit
            }
            Atom::Class(class) | Atom::Instance(class) => {
                let key = Atom::Class(*class);
                if let Some(known) = seen.get(&key) {
                    return *known;
                }
                seen.insert(key.clone(), false);
                let methods = self.program.class(*class).map(|class| class.methods.as_slice()).unwrap_or_default();
                let hit = methods.iter().any(|method| {
                    self.sends(FnRef { file: class.file, id: method.function }, depth, seen)
                }) || self
                    .base(*class)
                    .is_some_and(|base| self.atom_reaches(&Atom::Class(base), depth + 1, seen))
                    || self.fields_reach(*class, depth, seen);
                seen.insert(key, hit);
                hit
            }
            _ => false,
        }
    }

    fn fields_reach(&self, class: super::program::ClassRef, depth: u8, seen: &mut BTreeMap<Atom, bool>) -> bool {
        let Some(declared) = self.program.class(class) else { return false };
        let names = declared.fields.iter().map(|field| field.name.as_str());
        names.into_iter().any(|name| {
            let value = self.read(&Cell::Field(class, name.into()));
            self.reaches_within(&value, depth + 1, seen)
        })
    }

    /// True if calling the function may send what the caller gives, or hands out something that does.
    fn sends(&self, f: FnRef, depth: u8, seen: &mut BTreeMap<Atom, bool>) -> bool {
        let summary = self.summary(f);
        let any = summary.effects.iter().any(|effect| match &effect.kind {
            Kind::Vendor { .. } => effect.is_symbolic(),
            Kind::Http { url, .. } => {
                effect.is_symbolic()
                    && (url.texts().iter().any(|text| self.is_vendor_address(text)))
            }
            Kind::Call { args, this, .. } => {
                args.iter().any(|arg| self.reaches_within(&arg.value, depth + 1, seen))
                    || self.reaches_within(this, depth + 1, seen)
            }
            // A setter: what it is given may be sent later.
            Kind::Cell { cell: Cell::Var(..) | Cell::Channel(_), value } => value.is_symbolic(),
            Kind::Cell { value, .. } => value.is_symbolic() && self.reaches_within(value, depth + 1, seen),
            Kind::Write { .. } => false,
        });
        any || self.reaches_within(&summary.ret, depth + 1, seen)
    }
}
