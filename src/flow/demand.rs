//! Which files to parse next: those that can get hold of something that sends, and those that an answer needs.
//!
//! A file is asked for by what it must contain to matter: an exported name together with a path to the module, a
//! re-export of the module, the quoted name of an event or queue. It may be asked for in vain, never forgotten.

use super::effect::{Cell, Kind};
use super::http;
use super::program::{ClassRef, FnRef};
use super::shape::{Atom, Lit, Shape};
use super::solver::Solver;
use super::sweep::{self, Query};
use crate::ir::{ClassId, Exported, FileId, Module, Type};
use crate::lang;
use crate::source::Sources;
use std::collections::{BTreeMap, BTreeSet};

/// What was asked for so far.
#[derive(Default)]
pub(crate) struct Demand {
    asked: BTreeSet<(FileId, String)>,
    found: BTreeMap<Query, BTreeSet<FileId>>,
}

/// Something whose reach is asked for again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Holder {
    /// All that a module exports.
    Module(FileId),
    /// A function.
    Fn(FnRef),
    /// A class.
    Class(ClassRef),
    /// A value, by its digest.
    Value(u64),
}

/// Something that sends, by the file and name it is exported under; the default export has no name of its own.
type Export = (FileId, String);

impl Demand {
    /// Files that would tell more.
    pub(crate) fn wanted(&mut self, solver: &Solver<'_>, sources: &Sources) -> BTreeSet<FileId> {
        let mut files = std::mem::take(&mut *solver.wanted.borrow_mut());
        solver.reach.borrow_mut().clear();
        solver.collect_sunk();
        files.extend(given_reach(solver));
        let mut exports = BTreeSet::new();
        let mut loose = BTreeSet::new();
        for (file, module) in &solver.program.modules {
            reaching(solver, *file, module, &mut exports, &mut loose);
        }
        exports.retain(|export| self.asked.insert(export.clone()));
        for channel in solver.channels.borrow().iter() {
            loose.insert(Query::Quoted(channel.to_string()));
        }
        self.look_up(solver, sources, &exports, &loose);
        for query in &loose {
            files.extend(self.found.get(query).into_iter().flatten());
        }
        for (file, name) in &exports {
            let near: BTreeSet<FileId> = paths(solver, sources, *file)
                .iter()
                .filter_map(|path| self.found.get(path))
                .flatten()
                .copied()
                .collect();
            let named = self.found.get(&Query::Word(name.clone()));
            files.extend(near.iter().filter(|file| {
                name == "default"
                    || named.is_some_and(|named| named.contains(file))
                    || re_exports(sources.text(**file))
            }));
        }
        files.retain(|file| {
            !solver.program.modules.contains_key(file) && lang::of_path(sources.path(*file)).is_some()
        });
        files
    }

    /// Searches for what has not been searched for yet, all in one pass.
    fn look_up(
        &mut self,
        solver: &Solver<'_>,
        sources: &Sources,
        exports: &BTreeSet<Export>,
        loose: &BTreeSet<Query>,
    ) {
        let mut queries: BTreeSet<Query> = loose.clone();
        for (file, name) in exports {
            queries.extend(paths(solver, sources, *file));
            queries.insert(Query::Word(name.clone()));
        }
        queries.retain(|query| !self.found.contains_key(query));
        if queries.is_empty() {
            return;
        }
        let mut hits = sweep::mentions(sources, &queries);
        for query in queries {
            let files = hits.remove(&query).unwrap_or_default();
            self.found.insert(query, files);
        }
    }
}

/// Files that are not parsed and given something that sends. Those that are parsed by now are forgotten.
fn given_reach(solver: &Solver<'_>) -> BTreeSet<FileId> {
    let mut handed = std::mem::take(&mut *solver.handed.borrow_mut());
    handed.retain(|(file, ..), _| !solver.program.modules.contains_key(file));
    let reaching = handed.iter().filter(|((_, class, _), value)| match class {
        Some(class) if value.is_symbolic() => {
            solver.reaches(&solver.on(value, &Shape::atom(Atom::Instance(*class))), 0)
        }
        _ => solver.reaches(value, 0),
    });
    let files = reaching.map(|((file, ..), _)| *file).collect();
    *solver.handed.borrow_mut() = handed;
    files
}

/// True for a module that hands on what others export.
fn re_exports(text: &str) -> bool {
    text.contains("import *")
        || text.contains("export *")
        || text.contains("export {")
        || text.contains("exports")
}

/// How other files name a file in their imports: by its stem, its folder, its package.
fn paths(solver: &Solver<'_>, sources: &Sources, file: FileId) -> Vec<Query> {
    let path = sources.path(file);
    let (dir, name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = name.split('.').next().unwrap_or(name);
    if super::python::is_source(path) {
        // A package goes by the name of its folder, or by dots alone inside it.
        let folder = dir.rsplit('/').next().unwrap_or("");
        return match stem {
            "__init__" => vec![Query::Word(folder.to_owned()), Query::Word("from .".to_owned())],
            _ => vec![Query::Word(stem.to_owned())],
        };
    }
    let mut all = vec![Query::Path(stem.to_owned())];
    let folder = dir.rsplit('/').next().unwrap_or("");
    if matches!(stem, "index" | "mod" | "main") && !folder.is_empty() {
        all.push(Query::Path(folder.to_owned()));
        if matches!(folder, "src" | "lib" | "dist") {
            let package = dir.rsplit('/').nth(1).unwrap_or(folder);
            all.push(Query::Path(package.to_owned()));
        }
        // `from "."`, `from "../.."`
        all.extend([".", "./", "..", "../"].map(|dots| Query::Tail(dots.to_owned())));
    }
    all.extend(solver.program.resolver.package_of(path).map(|name| Query::Path(name.to_owned())));
    all
}

/// Names by which other files get hold of something of this module that sends.
fn reaching(
    solver: &Solver<'_>,
    file: FileId,
    module: &Module,
    exports: &mut BTreeSet<Export>,
    loose: &mut BTreeSet<Query>,
) {
    let mut names: BTreeSet<String> = BTreeSet::new();
    for export in &module.exports {
        match &export.what {
            Exported::Type(_) => {}
            Exported::All { module: target } => {
                if let super::names::Target::File(next) = solver.program.resolver.resolve(file, target)
                    && let Some(next) = solver.program.module(next)
                {
                    names.extend(next.exports.iter().map(|export| export.name.clone()));
                }
            }
            Exported::Var(_) | Exported::From { .. } => {
                names.insert(export.name.clone());
            }
        }
    }
    for name in names.into_iter().filter(|name| name != "*") {
        let value = solver.meaning(solver.program.exported(file, &name, 0), module.functions[0].span);
        if solver.reaches(&value, 0) {
            exports.insert((file, name));
        }
    }
    for (i, class) in module.classes.iter().enumerate() {
        let id = ClassRef { file, id: ClassId(i as u32) };
        if !solver.reaches(&Shape::atom(Atom::Class(id)), 0) {
            continue;
        }
        exports.insert((file, class.name.clone()));
        // Whoever holds the interface may hold this class.
        for ty in class.implements.iter().chain(&class.extends) {
            if let Type::Named(path, _) = &module[*ty] {
                loose.extend(path.last().filter(|name| name.len() > 3).map(|name| Query::Word(name.clone())));
            }
        }
    }
}

impl Solver<'_> {
    /// Collects the variables and channels that functions with sinks of their own read.
    fn collect_sunk(&self) {
        let traces = self.traces.borrow();
        let mut sunk = self.sunk.borrow_mut();
        sunk.clear();
        #[expect(clippy::iter_over_hash_type, reason = "a set is made of it")]
        for (f, trace) in traces.iter() {
            let summary = self.summaries.borrow().get(f).cloned().unwrap_or_default();
            let sends = summary.effects.iter().any(|effect| {
                effect.spot.via.is_empty()
                    && match &effect.kind {
                        Kind::Vendor { .. } => true,
                        Kind::Http { url, .. } => url.texts().iter().any(|text| self.is_vendor_address(text)),
                        _ => false,
                    }
            });
            if sends {
                let cells =
                    trace.cells.iter().filter(|cell| matches!(cell, Cell::Var(..) | Cell::Channel(_)));
                sunk.extend(cells.cloned());
            }
        }
    }

    /// True if whoever holds this value could send something with it.
    pub(crate) fn reaches(&self, value: &Shape, depth: u8) -> bool {
        self.reaches_within(value, depth)
    }

    /// True if a listener sends what it is given, by itself or through what it calls.
    pub(crate) fn reaches_or_uses(&self, listener: &Shape) -> bool {
        listener.atoms().iter().any(|atom| match atom {
            Atom::Fn(f, _, _) => {
                let summary = self.summary(*f);
                summary.effects.iter().any(|effect| {
                    let sends = match &effect.kind {
                        Kind::Vendor { .. } => true,
                        Kind::Http { url, .. } => url.texts().iter().any(|text| self.is_vendor_address(text)),
                        _ => false,
                    };
                    sends && effect.is_symbolic()
                })
            }
            _ => false,
        })
    }

    fn reaches_within(&self, value: &Shape, depth: u8) -> bool {
        let Some(node) = value.node().filter(|_| depth <= 4) else { return false };
        let key = Holder::Value(value.digest());
        if let Some(known) = self.reach.borrow().get(&key) {
            return *known;
        }
        let hit = self.node_reaches(value, node, depth);
        if hit || depth == 0 {
            self.reach.borrow_mut().insert(key, hit);
        }
        hit
    }

    fn node_reaches(&self, value: &Shape, node: &super::shape::Node, depth: u8) -> bool {
        let queue = node.fields.get(super::channel::NAME).and_then(|slot| slot.value.as_ref()?.literal());
        if queue.is_some_and(|name| self.channels.borrow().contains(&name)) {
            return true;
        }
        let mut hit = node.atoms.iter().any(|atom| self.atom_reaches(atom, depth));
        hit = hit
            || node
                .fields
                .values()
                .any(|slot| slot.value.as_ref().is_some_and(|value| self.reaches_within(value, depth + 1)));
        hit || node.element.as_ref().is_some_and(|value| self.reaches_within(value, depth + 1))
            || node.parts.is_some() && value.texts().iter().any(|text| self.is_vendor_address(text))
    }

    pub(crate) fn is_vendor_address(&self, text: &str) -> bool {
        http::host(text).is_some_and(|host| self.catalogue.host(host).is_some())
    }

    fn atom_reaches(&self, atom: &Atom, depth: u8) -> bool {
        match atom {
            Atom::Data(access) => self.leads_to_sink(access),
            Atom::Lit(Lit::Str(text)) => self.is_vendor_address(text),
            Atom::Fn(f, captured, _) => {
                if let Some(known) = self.reach.borrow().get(&Holder::Fn(*f)) {
                    return *known;
                }
                self.reach.borrow_mut().insert(Holder::Fn(*f), false);
                let hit = self.sends(*f, depth)
                    || captured.iter().any(|(_, value)| self.reaches_within(value, depth + 1));
                self.reach.borrow_mut().insert(Holder::Fn(*f), hit);
                hit
            }
            Atom::Namespace(file) => {
                if let Some(known) = self.reach.borrow().get(&Holder::Module(*file)) {
                    return *known;
                }
                self.reach.borrow_mut().insert(Holder::Module(*file), false);
                let hit = self.program.module(*file).is_some_and(|module| {
                    module.exports.iter().any(|export| {
                        let meaning = self.program.exported(*file, &export.name, 0);
                        self.reaches_within(&self.meaning(meaning, export.span), depth + 1)
                    })
                });
                self.reach.borrow_mut().insert(Holder::Module(*file), hit);
                hit
            }
            Atom::Class(class) | Atom::Instance(class) => {
                if let Some(known) = self.reach.borrow().get(&Holder::Class(*class)) {
                    return *known;
                }
                self.reach.borrow_mut().insert(Holder::Class(*class), false);
                let methods =
                    self.program.class(*class).map(|class| class.methods.as_slice()).unwrap_or_default();
                let hit = methods
                    .iter()
                    .any(|method| self.sends(FnRef { file: class.file, id: method.function }, depth))
                    || self.base(*class).is_some_and(|base| self.atom_reaches(&Atom::Class(base), depth + 1))
                    || self.fields_reach(*class, depth);
                self.reach.borrow_mut().insert(Holder::Class(*class), hit);
                hit
            }
            _ => false,
        }
    }

    fn fields_reach(&self, class: super::program::ClassRef, depth: u8) -> bool {
        let names = self.written.borrow().get(&class).cloned().unwrap_or_default();
        names.into_iter().any(|name| {
            let value = self.cells.borrow().get(&Cell::Field(class, name)).cloned().unwrap_or_default();
            self.reaches_within(&value, depth + 1)
        })
    }

    /// True if a call of it may matter where only the caller knows that it is this function.
    pub(crate) fn matters(&self, f: FnRef) -> bool {
        let Some(summary) = self.summaries.borrow().get(&f).cloned() else { return false };
        let callable = self.callable.borrow();
        let open = summary.open.iter().any(|effect| match &effect.kind {
            Kind::Vendor { .. } | Kind::Http { .. } => true,
            Kind::Call { method: Some(method), .. } => callable.contains(method),
            _ => false,
        });
        open || self.sends(f, 0)
    }

    /// True if calling the function may send what the caller gives, or hands out something that does.
    fn sends(&self, f: FnRef, depth: u8) -> bool {
        let Some(summary) = self.summaries.borrow().get(&f).cloned() else { return false };
        let any = summary.effects.iter().any(|effect| match &effect.kind {
            Kind::Vendor { .. } => effect.is_symbolic(),
            Kind::Http { url, .. } => {
                effect.is_symbolic() && (url.texts().iter().any(|text| self.is_vendor_address(text)))
            }
            Kind::Call { args, this, .. } => {
                args.iter().any(|arg| self.reaches_within(&arg.value, depth + 1))
                    || self.reaches_within(this, depth + 1)
            }
            // What it hands over, a listener sends.
            Kind::Cell { cell: Cell::Channel(name), value } if self.channels.borrow().contains(name) => {
                value.is_symbolic()
            }
            // A setter: what it is given is sent later.
            Kind::Cell { cell, value } if self.sunk.borrow().contains(cell) => value.is_symbolic(),
            Kind::Cell { value, .. } => value.is_symbolic() && self.reaches_within(value, depth + 1),
            Kind::Write { .. } => false,
        });
        any || self.reaches_within(&summary.ret, depth + 1)
    }
}
