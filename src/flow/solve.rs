//! The analysis from start to end: sweep, parse, evaluate, ask for more files, until nothing new; then report.
//!
//! Cost grows with what touches a vendor. `parse_everything` gives the same answer the expensive way, and a test holds
//! the two equal.

use super::effect::{Cell, Effect, Kind};
use super::emit::Emitter;
use super::eval::Eval;
use super::names::Resolver;
use super::program::{FnRef, Program};
use super::shape::{Atom, Lit, Root, Shape};
use super::solver::Solver;
use super::{Analysis, Settings, entry, http, sweep};
use crate::ir::{ClassId, FileId, FunctionId, Module};
use crate::lang;
use crate::personal::Personal;
use crate::source::Sources;
use crate::vendor::Catalogue;
use rayon::prelude::*;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Rounds until cells are stable.
const MAX_ROUNDS: usize = 5;
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
    for _ in 0..MAX_WAVES {
        parse(&mut solver.program, sources, &wave);
        let t0 = std::time::Instant::now();
        let effects = evaluate(&solver);
        eprintln!("wave: files {} functions {} cut {} evaluate {:?} effects {}", solver.program.modules.len(), solver.summaries.borrow().len(), solver.cut.get(), t0.elapsed(), effects.len());
        let mut emitter = Emitter::new(&solver, personal);
        emitter.run(&effects);
        eprintln!("emitted {:?}", t0.elapsed());
        wave = wanted(&solver, sources, &mut asked);
        if wave.is_empty() {
            return emitter.finish();
        }
    }
    let effects = evaluate(&solver);
    let mut emitter = Emitter::new(&solver, personal);
    emitter.run(&effects);
    emitter.finish()
}

/// Parses files in parallel; modules are added in file order.
fn parse(program: &mut Program<'_>, sources: &Sources, files: &BTreeSet<FileId>) {
    let list: Vec<FileId> = files.iter().copied().collect();
    let parsed: Vec<Vec<Module>> = list
        .par_iter()
        .map(|file| {
            let path = sources.path(*file);
            lang::of_path(path).map(|l| (l.lower)(*file, path, sources.text(*file))).unwrap_or_default()
        })
        .collect();
    for module in parsed.into_iter().flatten() {
        program.add(module);
    }
}

/// Evaluates everything until the cells are stable. Gives the effects of the live functions and of entry points.
fn evaluate(solver: &Solver<'_>) -> Vec<Effect> {
    let functions: Vec<FnRef> = solver
        .program
        .modules
        .iter()
        .flat_map(|(file, module)| {
            (0..module.functions.len()).map(|i| FnRef { file: *file, id: FunctionId(i as u32) })
        })
        .collect();
    solver.collect_names();
    let mut effects = Vec::new();
    for _ in 0..MAX_ROUNDS {
        solver.begin_round();
        let mut slow = Vec::new();
        for f in &functions {
            let t = std::time::Instant::now();
            solver.summary(*f);
            slow.push((t.elapsed(), *f));
        }
        slow.sort(); slow.reverse();
        for (_, f) in slow.iter().take(2) { if std::env::var("DUMP").is_ok() { for e in solver.summary(*f).effects.iter().take(400) { eprintln!("      {} L{} {}", match &e.kind { Kind::Vendor{path,..} => format!("VENDOR {path}"), Kind::Http{..} => "HTTP".into(), Kind::Call{id, callee, args, method, ..} => format!("CALL {id} {:?} {:?} args {}", method, callee.atoms().iter().map(|a| match a { Atom::Data(d) => format!("{:?}.{}", d.root, d.dotted()), _ => "?".into()}).collect::<Vec<_>>(), args.len()), Kind::Write{target,key,..} => format!("WRITE {:?}.{} {:?}", target.root, target.dotted(), key), Kind::Cell{cell,..} => format!("CELL {cell:?}") }, solver.sources.locate(e.spot.at).line, e.spot.via.len()); } } }
        for (d, f) in slow.iter().take(6) { eprintln!("   {:?} {} {} effects {}", d, solver.sources.path(f.file), solver.name_of(*f), solver.summary(*f).effects.len()); }
        effects = enter_roots(solver, &functions);
        if !solver.cells_changed.get() {
            break;
        }
    }
    for f in &functions {
        if entry::is_live(solver, *f) {
            effects.extend(solver.summary(*f).effects.iter().cloned());
        }
    }
    effects.retain(|effect| matches!(effect.kind, Kind::Vendor { .. } | Kind::Http { .. }));
    effects
}

/// Enters every function that something outside the tree may call.
fn enter_roots(solver: &Solver<'_>, functions: &[FnRef]) -> Vec<Effect> {
    let mut effects = Vec::new();
    for f in functions {
        let Some(module) = solver.program.module(f.file) else { continue };
        let Some(root) = entry::root(solver, module, *f) else { continue };
        let mut eval = Eval::new(solver, module.clone(), FnRef { file: f.file, id: FunctionId(0) });
        let spot = eval.spot(module[f.id].span);
        match root {
            entry::Root::Open => eval.enter(*f, &Rc::from([]), entry::class_of(module, *f), None, &spot),
            entry::Root::Closed => eval.run_closed(*f, entry::class_of(module, *f), &spot),
        }
        effects.append(&mut eval.effects);
    }
    effects
}

/// Files that would tell more.
fn wanted(solver: &Solver<'_>, sources: &Sources, asked: &mut BTreeSet<String>) -> BTreeSet<FileId> {
    let mut files = std::mem::take(&mut *solver.wanted.borrow_mut());
    let mut names = BTreeSet::new();
    for (file, module) in &solver.program.modules {
        reaching_names(solver, *file, module, sources, &mut names);
    }
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

    fn reaches_within(&self, value: &Shape, depth: u8, seen: &mut BTreeMap<Atom, bool>) -> bool {
        let Some(node) = value.node() else { return false };
        if depth > 4 {
            return false;
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
            Kind::Cell { value, .. } => value.is_symbolic() && self.reaches_within(value, depth + 1, seen),
            Kind::Write { .. } => false,
        });
        any || self.reaches_within(&summary.ret, depth + 1, seen)
    }
}
