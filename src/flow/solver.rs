//! The state of the analysis: summaries, cells, who calls whom; and reading members with all that the program knows.
//!
//! Evaluation (`eval.rs`, `calls.rs`) works on this through shared references; everything in it only grows within a
//! round, so that the order of evaluation decides cost, not results.

use super::effect::{Cell, Effect, Kind, Summary};
use super::eval::Eval;
use super::known;
use super::program::{ClassRef, FnRef, Meaning, Program, TypeRef};
use super::shape::{Access, Atom, Datum, Frame, Loose, Name, Path, Root, Seg, Shape};
use super::trace::Trace;
use super::types::{Types, What};
use crate::ir::{FileId, FunctionId, Key, Op, Span, VarId};
use crate::personal::{Personal, SourceRoot};
use crate::source::Sources;
use crate::vendor::{Catalogue, Resolved, VendorId, Version};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::{Cell as Flag, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Rounds of evaluation until cells are stable; a bound, counted when hit.
const MAX_SUMMARY_ROUNDS: usize = 3;
/// Classes that a class is searched through.
const MAX_BASES: usize = 24;
/// Times that a cell grows; what a loop through a cell would add after that says nothing new.
const MAX_GROWTH: u8 = 24;
/// Modules that export another one as a whole, one behind the other.
const MAX_WHOLES: u8 = 8;

/// Members read for callers that leave flags alone; after that they get what every caller gets.
const MAX_ON_VARIANTS: u64 = 1_000_000;

/// A file that is not parsed, the class whose method hands it something, and the digest of that.
type Handed = (FileId, Option<ClassRef>, u64);

impl super::types::Wanted for Solver<'_> {
    fn want(&self, file: FileId) {
        self.wanted.borrow_mut().insert(file);
        self.note(|trace| {
            trace.missing.insert(file);
        });
    }
}

/// Everything evaluation shares.
pub(crate) struct Solver<'a> {
    pub(crate) program: Program<'a>,
    pub(crate) catalogue: &'a Catalogue,
    /// Versions of packages, as manifests resolve them.
    resolved: &'a Resolved,
    pub(crate) sources: &'a Sources,
    /// Packages and globals that known sources start from.
    source_roots: BTreeSet<&'a str>,
    pub(crate) summaries: RefCell<FxHashMap<FnRef, Rc<Summary>>>,
    /// Summaries for callers that leave flags at their defaults, with what they depended on.
    pub(crate) variants: RefCell<FxHashMap<(FnRef, u64), Variant>>,
    /// Those that are being worked out.
    variants_open: RefCell<FxHashSet<(FnRef, u64)>>,
    flags: RefCell<FxHashMap<FnRef, Flags>>,
    /// Members read for them, beside those of the whole run.
    spent_on_variants: Flag<u64>,
    in_progress: RefCell<FxHashSet<FnRef>>,
    recursive: RefCell<FxHashSet<FnRef>>,
    pub(crate) cells: RefCell<FxHashMap<Cell, Shape>>,
    /// Fields that code of the tree writes, by class.
    pub(crate) written: RefCell<FxHashMap<ClassRef, BTreeSet<Name>>>,
    /// Cells that somebody read.
    readers: RefCell<FxHashSet<Cell>>,
    /// Cells that nobody had read when a caller's value would have been written to them.
    unread: RefCell<FxHashSet<Cell>>,
    /// Getters whose value is being worked out.
    getting: RefCell<Vec<FnRef>>,
    /// How often each cell grew.
    grown: RefCell<FxHashMap<Cell, u8>>,
    /// Cells that grew since somebody looked.
    pub(crate) changed: RefCell<FxHashSet<Cell>>,
    /// Class fields written outside constructors: their first value is not their last.
    pub(crate) late: RefCell<FxHashSet<(ClassRef, Name)>>,
    /// Base class value of a class.
    pub(crate) bases: RefCell<FxHashMap<ClassRef, Shape>>,
    /// Functions that code of the tree calls.
    pub(crate) called: RefCell<FxHashSet<FnRef>>,
    /// Functions handed to something outside the tree.
    pub(crate) entered: RefCell<FxHashSet<FnRef>>,
    /// Functions that modules export, with the names.
    pub(crate) exported: RefCell<FxHashMap<FnRef, Vec<Name>>>,
    /// Names of events and queues that something that sends listens to.
    pub(crate) channels: RefCell<BTreeSet<Name>>,
    /// Handlers that get what is emitted under their key.
    pub(crate) handlers: RefCell<FxHashSet<FnRef>>,
    /// Variables and channels whose content is sent.
    pub(crate) sunk: RefCell<FxHashSet<Cell>>,
    /// Classes that a compiled decorator was put on.
    pub(crate) decorated: RefCell<FxHashSet<ClassRef>>,
    /// Who can send, as far as it was asked for in this round.
    pub(crate) reach: RefCell<FxHashMap<super::demand::Holder, bool>>,
    /// Evaluations under way, outermost first.
    tracing: RefCell<Vec<Trace>>,
    /// What each summary depended on.
    pub(crate) traces: RefCell<FxHashMap<FnRef, Trace>>,
    /// Files that an answer needs and that are not parsed.
    pub(crate) wanted: RefCell<BTreeSet<FileId>>,
    /// The exports that they are wanted for.
    pub(crate) named: RefCell<BTreeSet<(FileId, Name)>>,
    /// What functions of files that are not parsed are given, by the class that gives it and its digest.
    pub(crate) handed: RefCell<FxHashMap<Handed, Shape>>,
    /// Members read by the evaluation under way; what bounds its work, whatever the machine.
    pub(crate) work: Flag<u64>,
    /// Modules behind each other that the member being read is looked for in.
    wholes: Flag<u8>,
    /// The same over the whole run.
    pub(crate) total: Flag<u64>,
    /// The search ended at its bound, not because nothing was left to find.
    pub(crate) stopped: Flag<bool>,
    /// Names by which something may be called that sends what it is given.
    pub(crate) callable: RefCell<FxHashSet<Name>>,
    /// Names of methods that send requests.
    requests: FxHashSet<Name>,
    /// What the catalogue said of packages and globals, and whether paths below them lead to something that sends.
    vendor_roots: RefCell<FxHashMap<Root, Option<Rc<crate::vendor::Root>>>>,
    leading: RefCell<FxHashMap<(Root, Path), bool>>,
    types: RefCell<super::types::Known>,
    implementers: RefCell<FxHashMap<String, Vec<ClassRef>>>,
    /// Classes with their bases, and the files that a better answer needs.
    lineages: RefCell<FxHashMap<ClassRef, Lineage>>,
    /// Whether classes have no members but those that their code names.
    said: RefCell<FxHashMap<ClassRef, bool>>,
    /// Classes below each class, as far as they are known.
    below: RefCell<Option<FxHashMap<ClassRef, Rc<[ClassRef]>>>>,
}

/// A summary and what it depended on.
type Variant = (Rc<Summary>, Rc<Trace>);
/// Parameters that are flags, with their defaults.
type Flags = Rc<[(usize, bool)]>;
/// A class and its bases in the order in which members are looked up; files that are not parsed and would tell more.
type Lineage = (Rc<[ClassRef]>, Rc<[FileId]>);

impl<'a> Solver<'a> {
    pub(crate) fn new(
        program: Program<'a>,
        (catalogue, resolved): (&'a Catalogue, &'a Resolved),
        sources: &'a Sources,
        personal: &'a Personal,
    ) -> Self {
        let roots = personal.sources.iter().filter_map(|source| match &source.root {
            SourceRoot::Global(name) | SourceRoot::Package(name) => Some(name.as_str()),
            SourceRoot::Param { .. } => None,
        });
        Self {
            source_roots: roots.collect(),
            program,
            catalogue,
            resolved,
            sources,
            summaries: RefCell::default(),
            variants: RefCell::default(),
            variants_open: RefCell::default(),
            flags: RefCell::default(),
            spent_on_variants: Flag::new(0),
            in_progress: RefCell::default(),
            recursive: RefCell::default(),
            cells: RefCell::default(),
            written: RefCell::default(),
            grown: RefCell::default(),
            getting: RefCell::default(),
            readers: RefCell::default(),
            unread: RefCell::default(),
            changed: RefCell::default(),
            late: RefCell::default(),
            bases: RefCell::default(),
            called: RefCell::default(),
            entered: RefCell::default(),
            exported: RefCell::default(),
            channels: RefCell::default(),
            reach: RefCell::default(),
            decorated: RefCell::default(),
            handlers: RefCell::default(),
            sunk: RefCell::default(),
            tracing: RefCell::default(),
            traces: RefCell::default(),
            wanted: RefCell::default(),
            named: RefCell::default(),
            handed: RefCell::default(),
            work: Flag::new(0),
            wholes: Flag::new(0),
            total: Flag::new(0),
            stopped: Flag::new(false),
            callable: RefCell::default(),
            requests: super::http::calls()
                .filter_map(|call| call.rsplit('.').next())
                .map(Name::from)
                .collect(),
            vendor_roots: RefCell::default(),
            leading: RefCell::default(),
            types: RefCell::default(),
            implementers: RefCell::default(),
            lineages: RefCell::default(),
            said: RefCell::default(),
            below: RefCell::default(),
        }
    }

    /// Forgets what was derived from the set of parsed files.
    pub(crate) fn refresh(&self) {
        *self.types.borrow_mut() = super::types::Known::default();
        self.implementers.borrow_mut().clear();
        self.forget_bases();
    }

    fn forget_bases(&self) {
        self.lineages.borrow_mut().clear();
        self.said.borrow_mut().clear();
        *self.below.borrow_mut() = None;
    }

    /// Notes the base class value of a class.
    pub(crate) fn note_base(&self, class: ClassRef, base: Shape) {
        let before = self.bases.borrow_mut().insert(class, base.clone());
        if before.as_ref() != Some(&base) {
            self.forget_bases();
        }
    }

    /// True if a method of this name may send, whatever it is called on.
    pub(crate) fn may_send(&self, method: Name) -> bool {
        self.requests.contains(&method) || self.callable.borrow().contains(&method)
    }

    /// What the catalogue knows of a package or global.
    pub(crate) fn vendor_root(&self, root: &Root) -> Option<Rc<crate::vendor::Root>> {
        let (Root::Package(name) | Root::Global(name)) = root else { return None };
        if let Some(known) = self.vendor_roots.borrow().get(root) {
            return known.clone();
        }
        let found = match root {
            Root::Package(_) => self.catalogue.named(name),
            _ => self.catalogue.global(name),
        };
        let found = found.map(Rc::new);
        self.vendor_roots.borrow_mut().insert(*root, found.clone());
        found
    }

    /// True for a value of a vendor by which something can be sent.
    pub(crate) fn leads_to_sink(&self, access: &Access) -> bool {
        let Some(root) = self.vendor_root(&access.root) else { return false };
        let key = (access.root, access.path);
        if let Some(known) = self.leading.borrow().get(&key) {
            return *known;
        }
        let leads = self.catalogue.leads_to_sink(&root.name, &access.dotted());
        self.leading.borrow_mut().insert(key, leads);
        leads
    }

    /// The version of a package that a file uses.
    pub(crate) fn version(&self, vendor: VendorId, root: &str, file: FileId) -> Option<&'a Version> {
        self.resolved.version(vendor, root, self.sources.path(file))
    }

    /// False for calls of a vendor that neither send nor set options: what callers give them says nothing.
    pub(crate) fn tells(&self, effect: &Effect) -> bool {
        let Kind::Vendor { root, path, .. } = &effect.kind else { return true };
        let last = |call: &str| call.rsplit('.').next().map(str::to_owned);
        self.vendor_root(root).is_some_and(|known| {
            let inits = &self.catalogue.vendor(known.vendor).inits;
            !self.catalogue.sinks_at(&known.name, path).is_empty()
                || inits.iter().any(|init| last(&init.call) == last(path))
        })
    }

    /// True for a file of Python.
    pub(crate) fn is_python(&self, file: FileId) -> bool {
        self.program.resolver.is_python(file)
    }

    /// The vendor of a package that a file imports.
    pub(crate) fn vendor_package(&self, from: FileId, specifier: &str) -> Option<VendorId> {
        let ecosystem = if self.is_python(from) { "pypi" } else { "npm" };
        self.catalogue.package(ecosystem, specifier).map(|root| root.vendor)
    }

    /// The calls that a vendor's clients are told by: the first name below the client, which is where code gets hold of
    /// it (`customers`), and the last, which is what is called (`create`).
    pub(crate) fn calls_of(&self, vendor: VendorId) -> BTreeSet<(Name, Name)> {
        let entry = self.catalogue.vendor(vendor);
        let sinks = entry.sinks.iter().map(|id| self.catalogue.sink(*id).call.as_str());
        let inits = entry.inits.iter().map(|init| init.call.as_str());
        let names = |call: &str| {
            let word = |c: char| c == '.' || c == '(' || c == ')' || c == '>' || c == '[' || c == ']';
            let mut parts = call.split(word).filter(|part| !part.is_empty());
            let first = Name::from(parts.next().unwrap_or(call));
            (first, parts.next_back().map_or(first, Name::from))
        };
        sinks.chain(inits).map(names).collect()
    }

    /// Notes a dependency of the evaluation under way.
    pub(crate) fn note(&self, what: impl FnOnce(&mut Trace)) {
        if let Some(trace) = self.tracing.borrow_mut().last_mut() {
            what(trace);
        }
    }

    /// The evaluation under way reached a bound: it is followed only in part.
    pub(crate) fn note_cut(&self) {
        self.note(|trace| trace.cut = true);
    }

    /// Evaluates something and tells what it depended on.
    pub(crate) fn traced<T>(&self, evaluation: impl FnOnce() -> T) -> (T, Trace) {
        self.tracing.borrow_mut().push(Trace::default());
        let result = evaluation();
        (result, self.tracing.borrow_mut().pop().unwrap_or_default())
    }

    /// A class field that is written outside the constructor.
    pub(crate) fn note_late(&self, class: ClassRef, name: Name) {
        if self.late.borrow_mut().insert((class, name)) {
            self.changed.borrow_mut().insert(Cell::Field(class, name));
        }
    }

    /// True if a class field is written outside the constructor.
    pub(crate) fn is_late(&self, class: ClassRef, name: &Name) -> bool {
        self.note(|trace| {
            trace.cells.insert(Cell::Field(class, *name));
        });
        self.late.borrow().contains(&(class, *name))
    }

    pub(crate) fn types(&self) -> Types<'_, 'a> {
        Types { program: &self.program, wanted: self, known: &self.types }
    }

    /// What a function returns and does. Recursion sees what is known so far, and is repeated until nothing is new.
    pub(crate) fn summary(&self, f: FnRef) -> Rc<Summary> {
        self.note(|trace| {
            trace.used.insert(f);
        });
        if self.in_progress.borrow().contains(&f) {
            self.recursive.borrow_mut().insert(f);
            return self.summaries.borrow().get(&f).cloned().unwrap_or_default();
        }
        if let Some(summary) = self.summaries.borrow().get(&f) {
            return summary.clone();
        }
        let Some(module) = self.program.module(f.file).cloned() else { return Rc::default() };
        self.in_progress.borrow_mut().insert(f);
        let outer = self.work.get();
        for round in 0..MAX_SUMMARY_ROUNDS {
            let (summary, trace) = self.traced(|| Rc::new(Eval::new(self, module.clone(), f).run()));
            self.traces.borrow_mut().insert(f, trace);
            let before = self.summaries.borrow_mut().insert(f, summary.clone());
            let again = self.recursive.borrow_mut().remove(&f) && before.as_ref() != Some(&summary);
            if !again {
                break;
            }
            if round + 1 == MAX_SUMMARY_ROUNDS
                && let Some(trace) = self.traces.borrow_mut().get_mut(&f)
            {
                trace.cut = true;
            }
        }
        self.total.set(self.total.get() + self.work.get().saturating_sub(outer));
        self.work.set(outer);
        self.in_progress.borrow_mut().remove(&f);
        self.summaries.borrow().get(&f).cloned().unwrap_or_default()
    }

    /// The flags of a function that matter: those that a branch asks for, or that are handed on. With their defaults.
    pub(crate) fn flags(&self, f: FnRef) -> Rc<[(usize, bool)]> {
        if let Some(known) = self.flags.borrow().get(&f) {
            return known.clone();
        }
        let Some(function) = self.program.function(f) else { return Rc::from([]) };
        let load = |value: crate::ir::Value, var: VarId| matches!(function[value].op, Op::Load(known) if known == var);
        let matters = |var: VarId| {
            function.insts.iter().any(|inst| match &inst.op {
                Op::Assume(asked, _) => *asked == var,
                Op::Call { args, .. } => args.iter().any(|arg| load(arg.value, var)),
                _ => false,
            })
        };
        let flags = function.params.iter().enumerate().filter(|(_, param)| matters(param.var));
        let flags: Rc<[(usize, bool)]> = flags.filter_map(|(i, param)| Some((i, param.flag?))).collect();
        self.flags.borrow_mut().insert(f, flags.clone());
        flags
    }

    /// The summary of a function for callers that leave these flags at their defaults.
    pub(crate) fn summary_with(&self, f: FnRef, flags: u64) -> Rc<Summary> {
        // What callers may say is worked out in any case: whether it is new decides who is evaluated again.
        let open = self.summary(f);
        let key = (f, flags);
        let says = !open.open.is_empty() || open.ret.carries();
        let spent = self.spent_on_variants.get() > MAX_ON_VARIANTS;
        if flags == 0 || !says || spent || !self.variants_open.borrow_mut().insert(key) {
            return open;
        }
        let known = self.variants.borrow().get(&key).cloned();
        let (summary, trace) = known.unwrap_or_else(|| self.variant(f, flags));
        self.variants_open.borrow_mut().remove(&key);
        self.note(|own| own.absorb(&trace));
        self.variants.borrow_mut().insert(key, (summary.clone(), trace));
        summary
    }

    fn variant(&self, f: FnRef, flags: u64) -> (Rc<Summary>, Rc<Trace>) {
        let Some(module) = self.program.module(f.file).cloned() else { return Default::default() };
        let outer = self.work.get();
        let (summary, trace) = self.traced(|| {
            let mut eval = Eval::new(self, module, f);
            eval.flags = flags;
            Rc::new(eval.run())
        });
        let spent = self.work.get().saturating_sub(outer);
        self.spent_on_variants.set(self.spent_on_variants.get() + spent);
        self.work.set(outer);
        (summary, Rc::new(trace))
    }

    /// Adds to a cell.
    pub(crate) fn write(&self, cell: Cell, value: &Shape) {
        if value.is_empty() {
            return;
        }
        let mut cells = self.cells.borrow_mut();
        let old = cells.get(&cell).cloned().unwrap_or_default();
        let new = old.clone().join(value.clone());
        if new != old {
            let mut grown = self.grown.borrow_mut();
            let times = grown.entry(cell.clone()).or_insert(0u8);
            if *times >= MAX_GROWTH {
                self.note_cut();
                return;
            }
            *times += 1;
            if let Cell::Field(class, name) = &cell {
                self.written.borrow_mut().entry(*class).or_default().insert(*name);
            }
            self.changed.borrow_mut().insert(cell.clone());
            cells.insert(cell, new);
        }
    }

    pub(crate) fn read(&self, cell: &Cell) -> Shape {
        self.note(|trace| {
            trace.cells.insert(cell.clone());
        });
        // Only an evaluation can be told that there is more.
        if !self.readers.borrow().contains(cell) && !self.tracing.borrow().is_empty() {
            self.readers.borrow_mut().insert(cell.clone());
            // Whoever left a write out has to look again.
            if self.unread.borrow_mut().remove(cell) {
                self.changed.borrow_mut().insert(cell.clone());
            }
        }
        self.cells.borrow().get(cell).cloned().unwrap_or_default()
    }

    /// True if somebody reads the cell; if not, whoever asks is told when that changes.
    pub(crate) fn is_read(&self, cell: &Cell) -> bool {
        let read = self.readers.borrow().contains(cell);
        if !read {
            self.unread.borrow_mut().insert(cell.clone());
            self.note(|trace| {
                trace.unread.insert(cell.clone());
            });
        }
        read
    }

    /// The value behind an exported or imported name.
    pub(crate) fn meaning(&self, meaning: Meaning, at: Span) -> Shape {
        match meaning {
            Meaning::Var(file, var) => self.read(&Cell::Var(file, var)),
            Meaning::Namespace(file) => Shape::atom(Atom::Namespace(file)),
            Meaning::Member(file, var, name) => {
                // Modules may be each other's whole export.
                if self.wholes.get() >= MAX_WHOLES {
                    return Shape::default();
                }
                self.wholes.set(self.wholes.get() + 1);
                let found = self.member(&self.read(&Cell::Var(file, var)), &name.as_str().into(), at);
                self.wholes.set(self.wholes.get() - 1);
                found
            }
            Meaning::Unparsed(file, name) => {
                self.note(|trace| {
                    trace.missing.insert(file);
                });
                Shape::data(Access::new(Root::Import(file, name.as_str().into()), at))
            }
            Meaning::Outside(package, name) => {
                let root = Access::new(Root::Package(package.as_str().into()), at);
                let names = name.split('.').filter(|name| !name.is_empty());
                Shape::data(names.fold(root, |access, name| access.member(Seg::Name(name.into()), at)))
            }
            Meaning::Nothing => Shape::default(),
        }
    }

    /// True for an export of a file that was not parsed when it was read, and is now: what stands in variables only grows.
    pub(crate) fn is_outdated(&self, access: &Access) -> bool {
        matches!(&access.root, Root::Import(file, _) if self.program.modules.contains_key(file))
    }

    /// What such a file exports, now that it is parsed.
    pub(crate) fn export(&self, file: FileId, name: &Name, at: Span) -> Shape {
        if &**name == "*" {
            return Shape::atom(Atom::Namespace(file));
        }
        self.meaning(self.program.exported(file, name, 0), at)
    }

    /// Reads a segment of a value.
    pub(crate) fn segment(&self, value: &Shape, seg: &Seg, at: Span) -> Shape {
        match seg {
            Seg::Name(name) => self.member(value, name, at),
            Seg::Element => self.element(value, at),
            Seg::Call | Seg::Arg(_) => {
                let atoms = value.atoms().iter().filter_map(|atom| match atom {
                    Atom::Data(access) => Some(Atom::Data(Datum::new(access.member(*seg, at)))),
                    _ => None,
                });
                Shape::of(atoms.collect())
            }
        }
    }

    /// Any element of a list, map or iterator.
    pub(crate) fn element(&self, value: &Shape, at: Span) -> Shape {
        let Some(node) = value.node() else { return Shape::default() };
        if value.is_text() {
            return value.clone();
        }
        let kept = match &node.element {
            Some(element) => element.clone(),
            None => Shape::join_all(node.fields.values().filter_map(|slot| slot.value.clone())),
        };
        let atoms = node.atoms.iter().filter_map(|atom| match atom {
            Atom::Data(access) => Some(Atom::Data(Datum::new(access.member(Seg::Element, at)))),
            _ => None,
        });
        kept.join(Shape::of(atoms.collect()))
    }

    /// `value.name`, with methods, class fields, modules and declared types.
    pub(crate) fn member(&self, value: &Shape, name: &Name, at: Span) -> Shape {
        let Some(node) = value.node() else { return Shape::default() };
        self.work.set(self.work.get() + 1 + node.atoms.len() as u64);
        let slot = node.fields.get(name);
        if let Some(slot) = slot
            && !slot.weak
        {
            return slot.value.clone().unwrap_or_default();
        }
        if value.is_text() {
            return Shape::default();
        }
        let mut found = vec![slot.and_then(|slot| slot.value.clone()).unwrap_or_default()];
        // A member of what a call gave is named by the call; what the call was given says nothing of it.
        let direct = node.atoms.iter().any(|atom| matches!(atom, Atom::Data(access) if !access.derived));
        // Of an object that was too large to be kept, the values that had this name are this member.
        let had = |access: &Access| access.loose == Loose::Cut && access.last_name() == Some(name);
        let kept = node.atoms.iter().any(|atom| matches!(atom, Atom::Data(access) if had(access)));
        for atom in &node.atoms {
            if direct && matches!(atom, Atom::Data(access) if access.derived) {
                continue;
            }
            if kept && matches!(atom, Atom::Data(access) if access.derived) {
                if matches!(atom, Atom::Data(access) if had(access)) {
                    found.push(Shape::atom(atom.clone()));
                }
                continue;
            }
            found.push(match atom {
                Atom::Data(access) if self.is_outdated(access) => match &access.root {
                    Root::Import(file, export) if access.path.is_empty() => {
                        self.member(&self.export(*file, export, at), name, at)
                    }
                    _ => Shape::default(),
                },
                Atom::Data(access) => self.access_member(access, name, at),
                Atom::Namespace(file) => self.meaning(self.program.exported(*file, name, 0), at),
                Atom::Instance(class) => self.instance_member(*class, name, value, at),
                Atom::Class(class) => self.static_member(*class, name),
                Atom::Super(class) => {
                    let lineage = self.lineage(*class);
                    let has = |base: &&ClassRef| !self.own_method(**base, name).is_empty();
                    match lineage.iter().skip(1).find(has).or(lineage.get(1)) {
                        Some(base) => self.instance_member(*base, name, value, at),
                        None => Shape::default(),
                    }
                }
                Atom::Fn(..) | Atom::Lit(_) => Shape::default(),
            });
        }
        let indexed = name.bytes().all(|b| b.is_ascii_digit());
        // What was written under a key that nobody knows stands for a name only where nothing else does.
        let unanswered = || found.iter().all(Shape::is_empty);
        if let Some(element) = &node.element
            && slot.is_none()
            && (indexed || unanswered() && !(known::is_method(name) || matches!(&**name, "length" | "size")))
        {
            found.push(element.clone());
        }
        Shape::join_all(found)
    }

    fn access_member(&self, access: &Access, name: &Name, at: Span) -> Shape {
        if let (Root::Global(global), true) = (&access.root, access.path.is_empty())
            && known::is_window(global)
        {
            return Shape::data(Access::new(Root::Global(*name), at));
        }
        if let Some(module) = self.program.namespaces.module(access, name) {
            return Shape::data(Access::new(module, at));
        }
        let plain = Shape::data(access.member(Seg::Name(*name), at));
        if let (Root::Alloc(span), true) = (&access.root, access.path.is_empty()) {
            let kept = self.read(&Cell::Alloc(*span, *name));
            return if kept.is_empty() { plain } else { kept };
        }
        let Some(ty) = self.types().of_access(access) else { return plain };
        let resolved = self.types().resolve(ty);
        match &resolved.what {
            What::Class(class) => {
                let class = *class;
                self.note_dispatch(class);
                let mut found = self.method_of(class, name);
                for sub in self.subclasses(class).iter() {
                    found = found.join(self.own_method(*sub, name));
                }
                if !found.is_empty() {
                    return found;
                }
                plain.join(self.read(&Cell::Field(class, *name)))
            }
            What::Outside(package, outer) if self.speaks(&Root::Package(package.as_str().into())) => {
                let root = Access::new(Root::Package(package.as_str().into()), at);
                let made = root.member(Seg::Name(outer.as_str().into()), at).member(Seg::Call, at);
                plain.join(Shape::data(made.member(Seg::Name(*name), at)))
            }
            What::Value(file, var) => plain.join(self.member(&self.read(&Cell::Var(*file, *var)), name, at)),
            What::Record(_) => {
                let mut found = Shape::default();
                self.note(|trace| {
                    trace.dispatched.extend(resolved.names.iter().map(|name| Name::from(name.as_str())));
                });
                for interface in &resolved.names {
                    for class in self.implementers(interface) {
                        found = found.join(self.own_method(class, name));
                    }
                }
                if found.is_empty() { plain } else { found }
            }
            _ => plain,
        }
    }

    fn note_dispatch(&self, class: ClassRef) {
        let name = self.program.class(class).map(|class| Name::from(class.name.as_str()));
        self.note(|trace| trace.dispatched.extend(name));
    }

    /// A method of a class or one of its bases, as a closure that knows its class.
    fn method_of(&self, class: ClassRef, name: &str) -> Shape {
        for now in self.lineage(class).iter() {
            let found = self.own_method(*now, name);
            if !found.is_empty() {
                // The receiver keeps its own class.
                return Shape::of(
                    found
                        .atoms()
                        .iter()
                        .map(|atom| match atom {
                            Atom::Fn(f, captured, _) => Atom::Fn(*f, captured.clone(), Some(class)),
                            other => other.clone(),
                        })
                        .collect(),
                );
            }
        }
        Shape::default()
    }

    fn own_method(&self, class: ClassRef, name: &str) -> Shape {
        let Some(declared) = self.program.class(class) else { return Shape::default() };
        // In Python an instance has what its class has.
        let shares = self.is_python(class.file);
        let method =
            declared.methods.iter().find(|m| (shares || !m.is_static) && !m.getter && m.name == name);
        method.map_or_else(Shape::default, |method| {
            let f = FnRef { file: class.file, id: method.function };
            self.wrapper(class, f).unwrap_or_else(|| Shape::atom(Atom::Fn(f, Rc::from([]), Some(class))))
        })
    }

    /// What decorators of the tree made of a method: functions that take the receiver as their first argument.
    pub(crate) fn wrapper(&self, class: ClassRef, f: FnRef) -> Option<Shape> {
        let function = self.program.function(f).filter(|function| !function.decorators.is_empty())?;
        if !self.is_python(f.file) {
            return None;
        }
        let name = Name::from(function.name.rsplit('.').next().unwrap_or_default());
        let kept = self.read(&Cell::Static(class, name));
        let wrappers = kept.atoms().iter().filter_map(|atom| match atom {
            Atom::Fn(g, captured, _) if *g != f && self.takes_receiver(*g) => {
                Some(Atom::Fn(*g, captured.clone(), Some(class)))
            }
            _ => None,
        });
        Some(Shape::of(wrappers.collect())).filter(|shape| !shape.is_empty())
    }

    /// A method is called through what a decorator made of it.
    pub(crate) fn note_wrapped(&self, class: ClassRef, wrapper: FnRef) {
        for now in self.lineage(class).iter() {
            let methods = self.program.class(*now).map(|class| class.methods.as_slice()).unwrap_or_default();
            for method in methods {
                let f = FnRef { file: now.file, id: method.function };
                let wraps = |atom: &Atom| matches!(atom, Atom::Fn(g, _, _) if *g == wrapper);
                if self.wrapper(*now, f).is_some_and(|made| made.atoms().iter().any(wraps)) {
                    self.note(|trace| {
                        trace.called.insert(f);
                    });
                }
            }
        }
    }

    /// True for a member function of Python that takes a receiver.
    pub(crate) fn is_member(&self, f: FnRef) -> bool {
        let Some(function) = self.program.function(f) else { return false };
        function.kind == crate::ir::FunctionKind::Method
            && !function.decorators.iter().any(|name| name == "staticmethod")
            && self.is_python(f.file)
    }

    /// True for a function of Python that is no member of a class: bound to an instance, it gets it as its first argument.
    pub(crate) fn takes_receiver(&self, f: FnRef) -> bool {
        self.program.function(f).is_some_and(|function| function.class.is_none()) && self.is_python(f.file)
    }

    /// True if a class has a method, of its own or from its bases.
    pub(crate) fn has_method(&self, class: ClassRef, name: &str) -> bool {
        self.is_python(class.file) && !self.method_of(class, name).is_empty()
    }

    /// The method that `this.name()` means inside a class, if no subclass says otherwise.
    pub(crate) fn settled_method(&self, class: ClassRef, name: &str) -> Option<Shape> {
        self.note_dispatch(class);
        let found = self.method_of(class, name);
        let overridden = self.subclasses(class).iter().any(|sub| !self.own_method(*sub, name).is_empty());
        (!found.is_empty() && !overridden).then_some(found)
    }

    /// The base class, where it is a class of the tree.
    pub(crate) fn base(&self, class: ClassRef) -> Option<ClassRef> {
        let value = self.bases.borrow().get(&class).cloned().unwrap_or_default();
        let by_value = value.atoms().iter().find_map(|atom| match atom {
            Atom::Class(base) if *base != class => Some(*base),
            _ => None,
        });
        for atom in value.atoms() {
            if let Atom::Data(access) = atom
                && let Root::Import(file, name) = access.root
            {
                self.want_named(file, name);
            }
        }
        by_value.or_else(|| {
            let id = self.program.class(class)?.extends?;
            match &self.types().resolve(TypeRef { file: class.file, id }).what {
                What::Class(base) if *base != class => Some(*base),
                _ => None,
            }
        })
    }

    /// The bases that a class names, first to last.
    fn named_bases(&self, class: ClassRef) -> Vec<ClassRef> {
        let mut found: Vec<ClassRef> = self.base(class).into_iter().collect();
        if self.is_python(class.file)
            && let Some(declared) = self.program.class(class)
        {
            for id in &declared.implements {
                if let What::Class(base) = self.types().resolve(TypeRef { file: class.file, id: *id }).what
                    && base != class
                {
                    found.push(base);
                }
            }
        }
        found
    }

    /// A class and its bases in the order in which members are looked up: bases from left to right, what is shared last.
    pub(crate) fn lineage(&self, class: ClassRef) -> Rc<[ClassRef]> {
        if let Some((known, missing)) = self.lineages.borrow().get(&class) {
            self.note(|trace| trace.missing.extend(missing.iter().copied()));
            return known.clone();
        }
        let (found, trace) = self.traced(|| {
            let (mut found, mut todo): (Vec<ClassRef>, Vec<ClassRef>) = (Vec::new(), vec![class]);
            while let Some(now) = todo.pop().filter(|_| found.len() < MAX_BASES) {
                found.push(now);
                todo.extend(self.named_bases(now).into_iter().rev());
            }
            // What several bases share comes after all of them.
            let mut seen = FxHashSet::default();
            found.reverse();
            found.retain(|class| seen.insert(*class));
            found.reverse();
            found
        });
        let mut missing: Vec<FileId> = trace.missing.into_iter().collect();
        missing.sort();
        self.note(|trace| trace.missing.extend(missing.iter().copied()));
        let found: Rc<[ClassRef]> = found.into();
        self.lineages.borrow_mut().insert(class, (found.clone(), missing.into()));
        found
    }

    /// Parsed classes below a class.
    fn subclasses(&self, class: ClassRef) -> Rc<[ClassRef]> {
        let mut below = self.below.borrow_mut();
        let known = below.get_or_insert_with(|| {
            let mut all: FxHashMap<ClassRef, Vec<ClassRef>> = FxHashMap::default();
            #[expect(clippy::iter_over_hash_type, reason = "sorted below")]
            for (sub, base) in self.bases.borrow().iter() {
                for atom in base.atoms() {
                    if let Atom::Class(base) = atom
                        && base != sub
                    {
                        all.entry(*base).or_default().push(*sub);
                    }
                }
            }
            all.into_iter()
                .map(|(base, mut subs)| {
                    subs.sort();
                    (base, subs.into())
                })
                .collect()
        });
        known.get(&class).cloned().unwrap_or_else(|| Rc::from([]))
    }

    /// Parsed classes that implement or extend an interface of this name.
    fn implementers(&self, interface: &str) -> Vec<ClassRef> {
        if self.implementers.borrow().is_empty() {
            let mut all: FxHashMap<String, Vec<ClassRef>> = FxHashMap::default();
            for (file, module) in &self.program.modules {
                for (i, class) in module.classes.iter().enumerate() {
                    for ty in class.implements.iter().chain(&class.extends) {
                        let resolved = self.types().resolve(TypeRef { file: *file, id: *ty });
                        let class = ClassRef { file: *file, id: crate::ir::ClassId(i as u32) };
                        for name in &resolved.names {
                            all.entry(name.clone()).or_default().push(class);
                        }
                    }
                }
            }
            all.entry(String::new()).or_default();
            *self.implementers.borrow_mut() = all;
        }
        self.implementers.borrow().get(interface).cloned().unwrap_or_default()
    }

    fn instance_member(&self, class: ClassRef, name: &Name, receiver: &Shape, at: Span) -> Shape {
        let found = self.method_of(class, name);
        if !found.is_empty() {
            return found;
        }
        if let Some(getter) = self.getter(class, name) {
            return self.get(getter, receiver, at);
        }
        let mut value = Shape::default();
        // In Python an instance has what its class has.
        let shares = self.is_python(class.file);
        for now in self.lineage(class).iter() {
            value = value.join(self.read(&Cell::Field(*now, *name)));
            if shares {
                value = value.join(self.read(&Cell::Static(*now, *name)));
            }
        }
        let declared = self.types().class_members(class).into_iter().find(|m| *m.name == **name);
        let ty = declared.as_ref().and_then(|member| member.ty);
        if value.is_empty() {
            // Whoever makes it gives it; what that is only a caller knows, if anybody does.
            let given = receiver.node().and_then(|node| node.fields.get(name)?.value.as_ref());
            let scalar = || ty.is_some_and(|ty| self.types().resolve(ty).what == What::Scalar);
            if shares && (given.is_some() || (scalar() && self.is_handed_in(class, name))) {
                return Shape::default();
            }
            if shares && declared.is_none() && self.has_all_said(class) && !name.starts_with("__") {
                return Shape::default();
            }
            let owner = self.program.class(class).map_or("", |class| &class.name);
            let mut access = Access::new(Root::Unknown, at);
            access.path = Path::from([Seg::Name(owner.into()), Seg::Name(*name)]);
            access.ty = ty.map(|ty| (ty, 2));
            return Shape::data(access);
        }
        ty.map_or(value.clone(), |ty| value.typed_where_unknown(ty))
    }

    /// True for a class of Python that has no members but those that its code names: what is not among them is not there.
    fn has_all_said(&self, class: ClassRef) -> bool {
        let lineage = self.lineage(class);
        if let Some(known) = self.said.borrow().get(&class) {
            return *known;
        }
        let said = lineage.iter().all(|now| self.names_its_bases(*now) && !self.makes_members_up(*now));
        self.said.borrow_mut().insert(class, said);
        said
    }

    /// True if every base is a class of the tree, or one that gives no members.
    fn names_its_bases(&self, class: ClassRef) -> bool {
        let Some(declared) = self.program.class(class) else { return false };
        declared.extends.iter().chain(&declared.implements).all(|id| {
            let resolved = self.types().resolve(TypeRef { file: class.file, id: *id });
            match &resolved.what {
                What::Class(_) => true,
                What::Outside(package, name) => super::python::is_plain_base(package, name),
                _ => resolved.names == ["object"],
            }
        })
    }

    /// True for a class that writes members by names which only the running program knows, or answers for any name.
    fn makes_members_up(&self, class: ClassRef) -> bool {
        let (Some(module), Some(declared)) = (self.program.module(class.file), self.program.class(class))
        else {
            return true;
        };
        let answers = |m: &crate::ir::Method| matches!(m.name.as_str(), "__getattr__" | "__getattribute__");
        let writes = |f: &crate::ir::Function| {
            f.class == Some(class.id)
                && f.insts.iter().any(|inst| match &inst.op {
                    Op::Set(object, Key::Dynamic(_), _) => matches!(f[*object].op, Op::This),
                    // `self.__dict__.update(values)`
                    Op::Get(object, Key::Name(name)) => matches!(f[*object].op, Op::This) && name == "update",
                    _ => false,
                })
        };
        declared.methods.iter().any(answers) || module.functions.iter().any(writes)
    }

    /// True for a member that the constructor only takes over from its parameters.
    fn is_handed_in(&self, class: ClassRef, name: &str) -> bool {
        let Some(maker) = self.constructor(class) else { return false };
        let Some(module) = self.program.module(maker.file) else { return false };
        let function = &module[maker.id];
        let param = |value: crate::ir::Value| matches!(&function[value].op, Op::Load(var) if function.params.iter().any(|p| p.var == *var));
        function.insts.iter().any(|inst| match &inst.op {
            Op::Set(object, Key::Name(key), value) => {
                key == name && matches!(function[*object].op, Op::This) && param(*value)
            }
            _ => false,
        })
    }

    fn getter(&self, class: ClassRef, name: &str) -> Option<FnRef> {
        self.lineage(class).iter().find_map(|now| {
            let declared = self.program.class(*now)?;
            let method = declared.methods.iter().find(|m| m.getter && m.name == name)?;
            Some(FnRef { file: now.file, id: method.function })
        })
    }

    /// The value of a getter; what else it does is seen where it is an entry of its own.
    fn get(&self, f: FnRef, receiver: &Shape, _at: Span) -> Shape {
        self.note(|trace| {
            trace.called.insert(f);
        });
        // A property that calls what reads it has no value of its own.
        if self.getting.borrow().contains(&f) {
            return Shape::default();
        }
        self.getting.borrow_mut().push(f);
        let value = self.got(f, receiver);
        self.getting.borrow_mut().pop();
        value
    }

    fn got(&self, f: FnRef, receiver: &Shape) -> Shape {
        self.on(&self.summary(f).ret, receiver)
    }

    /// A value of a method, where this is its receiver.
    pub(crate) fn on(&self, value: &Shape, receiver: &Shape) -> Shape {
        let member = |value: &Shape, seg: &Seg, at: Span| self.segment(value, seg, at);
        value.substitute(&Frame::new(Default::default(), receiver.clone(), Rc::from([]), &member))
    }

    fn static_member(&self, class: ClassRef, name: &Name) -> Shape {
        let mut value = Shape::default();
        for now in self.lineage(class).iter().copied() {
            let Some(declared) = self.program.class(now) else { break };
            if let Some(method) = declared.methods.iter().find(|m| m.is_static && *m.name == **name) {
                let f = FnRef { file: now.file, id: method.function };
                if method.getter {
                    return self.get(f, &Shape::atom(Atom::Class(class)), declared.span);
                }
                return Shape::atom(Atom::Fn(f, Rc::from([]), None));
            }
            value = value.join(self.read(&Cell::Static(now, *name)));
        }
        match super::python::manager(self, class, name) {
            Some(rows) => value.join(rows),
            None => value,
        }
    }

    /// The constructor of a class or the nearest base that has one.
    pub(crate) fn constructor(&self, class: ClassRef) -> Option<FnRef> {
        self.lineage(class).iter().find_map(|now| self.own_constructor(*now))
    }

    /// The constructor that `super()` means inside a class.
    pub(crate) fn super_constructor(&self, class: ClassRef) -> Option<FnRef> {
        self.lineage(class).iter().skip(1).find_map(|now| self.own_constructor(*now))
    }

    fn own_constructor(&self, class: ClassRef) -> Option<FnRef> {
        let declared = self.program.class(class)?;
        let method = declared.methods.iter().find(|m| m.name == "constructor")?;
        Some(FnRef { file: class.file, id: method.function })
    }

    /// Display name of a function.
    pub(crate) fn name_of(&self, f: FnRef) -> &str {
        self.program.function(f).map_or("<unknown>", |function| &function.name)
    }

    /// True for the top-level code of a module.
    pub(crate) fn is_module(f: FnRef) -> bool {
        f.id == FunctionId(0)
    }

    /// True if paths below this root mean something: a vendor, a request, a known source.
    pub(crate) fn speaks(&self, root: &Root) -> bool {
        let (Root::Package(name) | Root::Global(name)) = root else { return false };
        self.vendor_root(root).is_some()
            || self.source_roots.contains(&**name)
            || (matches!(root, Root::Package(_)) && super::http::is_library(name))
    }

    /// The import a variable of a module is bound to, as a value.
    pub(crate) fn import_of(&self, file: FileId, var: VarId, at: Span) -> Option<Shape> {
        Some(self.meaning(self.program.import_of(file, var)?, at))
    }

    /// Something of a file that is not parsed matters.
    pub(crate) fn want_named(&self, file: FileId, name: Name) {
        super::types::Wanted::want(self, file);
        self.named.borrow_mut().insert((file, name));
    }
}
