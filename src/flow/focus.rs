//! Which functions are worth evaluating: those that mention something that sends, and those that write what such a
//! function reads. Top-level code always is; everything else is evaluated when somebody needs its result.
//!
//! The unit is an outermost function with all that is written in it: what is inside may use names that only the
//! outside gives. A function may be chosen in vain, never forgotten.

use super::effect::Cell;
use super::known;
use super::program::{ClassRef, FnRef};
use super::shape::{Atom, Name, Shape};
use super::solver::Solver;
use crate::ir::{
    Arg, ClassId, FileId, FunctionId, Import, ImportName, Key, Literal, Module, Op, Value, VarId,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// Methods that change the list, set or map they are called on.
const MUTATORS: &[&str] =
    &["add", "assign", "push", "set", "splice", "unshift", "append", "extend", "update"];
/// Literals longer than this name nothing.
const MAX_NAME: usize = 80;

/// What was chosen, and the indexes that choices are made by.
#[derive(Default)]
pub(crate) struct Focus {
    /// Functions to evaluate, top-level code first among them.
    pub(crate) chosen: BTreeSet<FnRef>,
    /// Those that were chosen since `grow` began.
    fresh: Vec<FnRef>,
    /// All functions of a unit, by its outermost.
    units: FxHashMap<FnRef, Vec<FnRef>>,
    /// Units that mention a name.
    mentions: FxHashMap<Name, BTreeSet<FnRef>>,
    /// Units that use a top-level variable.
    loads: FxHashMap<(FileId, VarId), BTreeSet<FnRef>>,
    /// Units that write a top-level variable or change its content.
    stores: FxHashMap<(FileId, VarId), BTreeSet<FnRef>>,
    /// Units that write a member of this name.
    writers: FxHashMap<(FileId, Name), BTreeSet<FnRef>>,
    /// Names, variables and cells that were followed already.
    names: FxHashSet<Name>,
    /// Names of calls that send, below names of the first kind: too common to choose by.
    calls: FxHashSet<Name>,
    vars: FxHashSet<(FileId, VarId)>,
    cells: FxHashSet<Cell>,
}

impl Focus {
    /// Takes a module in.
    pub(crate) fn add(&mut self, solver: &Solver<'_>, file: FileId) {
        let Some(module) = solver.program.module(file).cloned() else { return };
        self.chosen.insert(FnRef { file, id: FunctionId(0) });
        self.vendors(solver, &module);
        for i in 1..module.functions.len() {
            let id = FunctionId(i as u32);
            let unit = FnRef { file, id: outermost(&module, id) };
            self.units.entry(unit).or_default().push(FnRef { file, id });
        }
        for i in 1..module.functions.len() {
            let id = FunctionId(i as u32);
            self.index(solver, &module, id, FnRef { file, id: outermost(&module, id) });
        }
    }

    /// The names by which vendors that this module touches are told to send.
    fn vendors(&mut self, solver: &Solver<'_>, module: &Module) {
        let catalogue = solver.catalogue;
        let vendor = |name: &str| solver.vendor_package(module.file, name);
        let mut touched: BTreeSet<crate::vendor::VendorId> =
            module.imports.iter().filter_map(|import| vendor(&import.module)).collect();
        if solver.is_python(module.file) {
            touched
                .extend(module.imports.iter().filter_map(|import| vendor(&super::packages::taken(import)?)));
        }
        let ecosystem = if solver.is_python(module.file) { "pypi" } else { "npm" };
        touched.extend(module.imports.iter().flat_map(|import| catalogue.sharing(ecosystem, &import.module)));
        let all = module.functions.iter().flat_map(|f| f.insts.iter().map(move |inst| (f, inst)));
        for (function, inst) in all {
            match &inst.op {
                // `window.gtag(…)`
                Op::Get(object, Key::Name(name)) if matches!(&function[*object].op, Op::Global(g) if known::is_window(g)) => {
                    if let Some(root) = catalogue.global(name) {
                        touched.insert(root.vendor);
                        self.name(name.as_str().into());
                    }
                }
                Op::Module(name) => touched.extend(solver.vendor_package(module.file, name)),
                Op::Global(name) => {
                    if let Some(root) = catalogue.global(name) {
                        touched.insert(root.vendor);
                        self.name(name.as_str().into());
                    }
                }
                _ => {}
            }
        }
        for vendor in touched {
            for (first, last) in solver.calls_of(vendor) {
                self.name(first);
                self.calls.insert(last);
            }
        }
    }

    fn index(&mut self, solver: &Solver<'_>, module: &Module, id: FunctionId, unit: FnRef) {
        let function = &module[id];
        let top = |value: Value| match &function[value].op {
            Op::Load(var) if module[*var].owner.0 == 0 => Some(*var),
            _ => None,
        };
        for inst in &function.insts {
            match &inst.op {
                Op::Load(var) if module[*var].owner.0 == 0 => {
                    self.loads.entry((module.file, *var)).or_default().insert(unit);
                    self.mention(&module[*var].name, unit);
                    if let Some(import) = import_of(module, *var)
                        && let ImportName::Named(name) = &import.name
                    {
                        self.mention(name, unit);
                    }
                }
                Op::Store(var, _) if module[*var].owner.0 == 0 => self.stored(module.file, *var, unit),
                Op::Get(_, Key::Name(name)) | Op::Global(name) | Op::Module(name) => self.mention(name, unit),
                Op::Set(object, key, _) => {
                    if let Key::Name(name) = key {
                        self.mention(name, unit);
                        self.writers.entry((module.file, name.as_str().into())).or_default().insert(unit);
                    }
                    if let Some(var) = top(*object) {
                        self.stored(module.file, var, unit);
                    }
                }
                Op::Call { callee, this, args, .. } => {
                    if let Op::Get(_, Key::Name(name)) = &function[*callee].op
                        && MUTATORS.contains(&name.as_str())
                    {
                        let first = args.first().map(|arg: &Arg| arg.value);
                        for var in this.iter().copied().chain(first).filter_map(top) {
                            self.stored(module.file, var, unit);
                        }
                    }
                }
                Op::Literal(Literal::Str(text)) if text.len() <= MAX_NAME => {
                    if solver.is_vendor_address(text) {
                        self.choose(unit);
                    } else {
                        self.mention(text, unit);
                    }
                }
                _ => {}
            }
        }
    }

    fn mention(&mut self, name: &str, unit: FnRef) {
        let name: Name = name.into();
        if self.names.contains(&name) {
            self.choose(unit);
        }
        self.mentions.entry(name).or_default().insert(unit);
    }

    fn stored(&mut self, file: FileId, var: VarId, unit: FnRef) {
        self.stores.entry((file, var)).or_default().insert(unit);
    }

    fn choose(&mut self, unit: FnRef) {
        if self.chosen.contains(&unit) {
            return;
        }
        let members = self.units.get(&unit).into_iter().flatten().copied();
        self.fresh.extend(members.filter(|f| self.chosen.insert(*f)));
    }

    fn choose_all(&mut self, units: Option<BTreeSet<FnRef>>) {
        for unit in units.into_iter().flatten() {
            self.choose(unit);
        }
    }

    /// Everything that mentions this name is worth a look.
    fn name(&mut self, name: Name) {
        // A place in a list names nothing.
        if !name.bytes().all(|b| b.is_ascii_digit()) && self.names.insert(name) {
            self.choose_all(self.mentions.get(&name).cloned());
        }
    }

    /// Chooses by what is known now; gives the new choices.
    pub(crate) fn grow(&mut self, solver: &Solver<'_>) -> Vec<FnRef> {
        self.fresh.clear();
        // What could send still can.
        solver.reach.borrow_mut().retain(|_, sends| *sends);
        self.follow_reads(solver);
        for name in reaching_names(solver) {
            self.name(name);
        }
        for channel in solver.channels.borrow().iter() {
            self.name(*channel);
        }
        let files: Vec<FileId> = solver.program.modules.keys().copied().collect();
        for file in files {
            self.variables(solver, file);
        }
        std::mem::take(&mut self.fresh)
    }

    /// Names by which something may be called that sends what it is given.
    pub(crate) fn names(&self) -> impl Iterator<Item = Name> {
        self.names.union(&self.calls).copied()
    }

    /// Whoever writes what an evaluated function reads.
    fn follow_reads(&mut self, solver: &Solver<'_>) {
        let mut read: Vec<Cell> = Vec::new();
        let traces = solver.traces.borrow();
        #[expect(clippy::iter_over_hash_type, reason = "a set is made of it")]
        for trace in traces.values() {
            read.extend(trace.cells.iter().filter(|cell| !self.cells.contains(*cell)).cloned());
        }
        drop(traces);
        for cell in read {
            match &cell {
                Cell::Field(class, name) | Cell::Static(class, name) => {
                    self.choose_all(self.writers.get(&(class.file, *name)).cloned());
                }
                Cell::Var(file, var) => self.choose_all(self.stores.get(&(*file, *var)).cloned()),
                Cell::Alloc(..) => self.name("Provider".into()),
                Cell::Channel(name) => self.name(*name),
            }
            self.cells.insert(cell);
        }
    }

    /// Users of top-level variables and imports that hold something that sends.
    fn variables(&mut self, solver: &Solver<'_>, file: FileId) {
        let Some(module) = solver.program.module(file).cloned() else { return };
        for (i, var) in module.vars.iter().enumerate().filter(|(_, var)| var.owner.0 == 0) {
            let id = VarId(i as u32);
            if self.vars.contains(&(file, id)) || !self.loads.contains_key(&(file, id)) {
                continue;
            }
            let value = match import_of(&module, id) {
                Some(_) => solver.import_of(file, id, module.functions[0].span).unwrap_or_default(),
                None => solver.cells.borrow().get(&Cell::Var(file, id)).cloned().unwrap_or_default(),
            };
            if solver.reaches(&value, 0) {
                self.vars.insert((file, id));
                self.choose_all(self.loads.get(&(file, id)).cloned());
                if !var.name.starts_with('%') {
                    self.name(var.name.as_str().into());
                }
            }
        }
    }
}

/// The names of functions, classes, fields and members that send or hold something that does.
fn reaching_names(solver: &Solver<'_>) -> BTreeSet<Name> {
    let mut found: BTreeSet<Name> = BTreeSet::new();
    let summaries = solver.summaries.borrow();
    #[expect(clippy::iter_over_hash_type, reason = "a set is made of it")]
    for (f, summary) in summaries.iter() {
        let name = Name::from(solver.name_of(*f).rsplit('.').next().unwrap_or_default());
        if !name.starts_with('<') && !found.contains(&name) && solver.matters(*f) {
            found.insert(name);
        }
        keys(solver, &summary.ret, &mut found, 0);
    }
    for (file, module) in &solver.program.modules {
        for (i, class) in module.classes.iter().enumerate() {
            let id = ClassRef { file: *file, id: ClassId(i as u32) };
            let name = Name::from(class.name.as_str());
            if !found.contains(&name) && solver.reaches(&Shape::atom(Atom::Class(id)), 0) {
                found.insert(name);
            }
        }
    }
    let cells = solver.cells.borrow();
    #[expect(clippy::iter_over_hash_type, reason = "a set is made of it")]
    for (cell, value) in cells.iter() {
        keys(solver, value, &mut found, 0);
        if let Cell::Field(_, name) | Cell::Static(_, name) | Cell::Alloc(_, name) = cell
            && !found.contains(name)
            && solver.reaches(value, 0)
        {
            found.insert(*name);
        }
    }
    found
}

/// Members that hold something that sends: it may have another name there than its own.
fn keys(solver: &Solver<'_>, value: &Shape, found: &mut BTreeSet<Name>, depth: u8) {
    let Some(node) = value.node().filter(|_| depth < 3) else { return };
    for (name, slot) in node.fields.iter() {
        let Some(value) = &slot.value else { continue };
        if !found.contains(name) && solver.reaches(value, 0) {
            found.insert(*name);
        }
        keys(solver, value, found, depth + 1);
    }
}

fn outermost(module: &Module, id: FunctionId) -> FunctionId {
    let mut at = id;
    while let Some(parent) = module[at].parent.filter(|parent| parent.0 != 0) {
        at = parent;
    }
    at
}

fn import_of(module: &Module, var: VarId) -> Option<&Import> {
    module.imports.iter().find(|import| import.var == var)
}
