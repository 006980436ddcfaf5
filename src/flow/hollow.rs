//! Functions that do nothing but serve a vendor: what is left of a wrapper when the vendor's calls are taken out.
//!
//! Read from the instructions, not from summaries: everything a function does must be a call of the vendor or of such a
//! function, or prepare one. In doubt a function is not named: nobody should delete what does something else.

use super::program::{FnRef, Meaning, Program};
use super::{Contact, ContactKind, Site};
use crate::ir::{
    CallKind, Entry, FileId, Function, FunctionId, FunctionKind, Key, Literal, Module, Op, Span, Value, VarId,
};
use crate::vendor::VendorId;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};

/// A function whose only effect is a vendor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wrapper {
    /// The vendor.
    pub vendor: VendorId,
    /// The function.
    pub site: Site,
    /// Where functions that do something else call it. Sorted.
    pub calls: Vec<Site>,
}

/// Steps from a name to the function that it stands for.
const MAX_STEPS: usize = 8;

/// The wrappers of all vendors, sorted.
pub(super) fn wrappers(program: &Program<'_>, contacts: &[Contact]) -> Vec<Wrapper> {
    let mut touched: BTreeMap<VendorId, Touched> = BTreeMap::new();
    for contact in contacts {
        let touched = touched.entry(contact.vendor).or_default();
        match contact.kind {
            ContactKind::Call | ContactKind::Host => drop(touched.calls.insert(contact.span)),
            ContactKind::Import => drop(touched.imports.insert(contact.span)),
            _ => {}
        }
    }
    let callees = callees(program);
    let mut found = Vec::new();
    for (vendor, touched) in touched.iter().filter(|(_, touched)| !touched.calls.is_empty()) {
        found.extend(of_vendor(program, &callees, *vendor, touched));
    }
    found.sort();
    found
}

/// Where a vendor is.
#[derive(Default)]
struct Touched {
    calls: FxHashSet<Span>,
    imports: FxHashSet<Span>,
}

/// What each call of the program calls, where that is a function of the program.
type Callees = FxHashMap<(FnRef, Value), FnRef>;

fn functions<'p>(program: &'p Program<'_>) -> impl Iterator<Item = (FnRef, &'p Module, &'p Function)> {
    program.modules.iter().flat_map(|(file, module)| {
        module
            .functions
            .iter()
            .enumerate()
            .map(|(i, function)| (FnRef { file: *file, id: FunctionId(i as u32) }, &**module, function))
    })
}

fn callees(program: &Program<'_>) -> Callees {
    let names = Names::new(program);
    let mut callees = Callees::default();
    for (f, module, function) in functions(program) {
        for (i, inst) in function.insts.iter().enumerate() {
            if let Op::Call { callee, .. } = &inst.op
                && let Some(target) = names.function(f, module, function, *callee)
            {
                callees.insert((f, Value(i as u32)), target);
            }
        }
    }
    callees
}

fn of_vendor(program: &Program<'_>, callees: &Callees, vendor: VendorId, touched: &Touched) -> Vec<Wrapper> {
    let mut hollow: BTreeSet<FnRef> = BTreeSet::new();
    loop {
        let before = hollow.len();
        for (f, module, function) in functions(program) {
            if function.kind == FunctionKind::Module || hollow.contains(&f) {
                continue;
            }
            let body = Body { f, module, function, callees, touched, hollow: &hollow };
            if body.is_hollow() {
                hollow.insert(f);
            }
        }
        if hollow.len() == before {
            break;
        }
    }
    let mut calls: BTreeMap<FnRef, BTreeSet<Site>> = BTreeMap::new();
    let named = |function: &Function| !function.name.ends_with("<anonymous>");
    let others = functions(program).filter(|(f, _, function)| !hollow.contains(f) || !named(function));
    for (f, _, function) in others {
        for (i, inst) in function.insts.iter().enumerate() {
            if let Some(target) = callees.get(&(f, Value(i as u32))).filter(|target| hollow.contains(target))
            {
                let site = Site { span: inst.span, function: function.name.clone() };
                calls.entry(*target).or_default().insert(site);
            }
        }
    }
    // A callback goes with the call it is given to.
    let found = hollow.iter().filter_map(|f| Some((f, program.function(*f)?)));
    found
        .filter(|(_, function)| named(function))
        .map(|(f, function)| Wrapper {
            vendor,
            site: Site { span: function.span, function: function.name.clone() },
            calls: calls.remove(f).unwrap_or_default().into_iter().collect(),
        })
        .collect()
}

/// A function being looked at.
struct Body<'a> {
    f: FnRef,
    module: &'a Module,
    function: &'a Function,
    callees: &'a Callees,
    touched: &'a Touched,
    hollow: &'a BTreeSet<FnRef>,
}

impl Body<'_> {
    /// True if it serves the vendor and does nothing else.
    fn is_hollow(&self) -> bool {
        let values = || (0..self.function.insts.len() as u32).map(Value);
        values().any(|value| self.touches(value)) && values().all(|value| self.is_harmless(value))
    }

    /// Has to do with the vendor: asked of every function, so it must be cheap.
    fn touches(&self, value: Value) -> bool {
        match &self.function[value].op {
            Op::Call { .. } => self.serves(value),
            Op::Function(id) => self.hollow.contains(&FnRef { file: self.f.file, id: *id }),
            Op::Module(_) => self.touched.imports.contains(&self.function[value].span),
            Op::Load(var) => {
                let mine = |import: &&crate::ir::Import| self.touched.imports.contains(&import.span);
                self.module.imports.iter().filter(mine).any(|import| import.var == *var)
            }
            _ => false,
        }
    }

    /// A call of the vendor, of a function that only serves it, or what hands such a function over to be run.
    fn serves(&self, value: Value) -> bool {
        let Op::Call { callee, args, .. } = &self.function[value].op else { return false };
        let hollow = |f: &FnRef| self.hollow.contains(f);
        let runs = args.iter().any(|arg| match self.function[arg.value].op {
            Op::Function(id) => hollow(&FnRef { file: self.f.file, id }),
            _ => false,
        });
        let made_here = |callee: &Value| matches!(self.function[*callee].op, Op::Function(_));
        self.touched.calls.contains(&self.function[value].span)
            || self.callees.get(&(self.f, value)).is_some_and(hollow)
            || runs && !made_here(callee) && !args.iter().any(|arg| self.is_call(arg.value))
    }

    fn is_call(&self, value: Value) -> bool {
        matches!(self.function[value].op, Op::Call { .. })
    }

    /// True for what is the vendor's or exists for it alone: its import, what a call of it gave, a function that only
    /// serves it, an object of such things.
    fn is_of_vendor(&self, value: Value, depth: usize) -> bool {
        if depth > MAX_STEPS {
            return false;
        }
        let of = |value: &Value| self.is_of_vendor(*value, depth + 1);
        match &self.function[value].op {
            Op::Call { .. } => self.serves(value),
            Op::Function(id) => self.hollow.contains(&FnRef { file: self.f.file, id: *id }),
            Op::Await(inner) | Op::Typed(inner, _) | Op::Get(inner, _) => of(inner),
            Op::Made(parts) | Op::Either(parts) => parts.iter().any(of),
            Op::Object(entries) => {
                let held = |entry: &Entry| match entry {
                    Entry::Field(_, value) | Entry::Spread(value) => *value,
                };
                let plain = |value: Value| matches!(self.function[value].op, Op::Literal(_));
                entries.iter().any(|entry| of(&held(entry)))
                    && entries.iter().all(|entry| of(&held(entry)) || plain(held(entry)))
            }
            Op::Module(_) => self.touched.imports.contains(&self.function[value].span),
            Op::Load(var) => {
                let import = self.module.imports.iter().find(|import| import.var == *var);
                match import {
                    Some(import) => self.touched.imports.contains(&import.span),
                    None => self.stored(*var).iter().any(|value| self.is_of_vendor(*value, depth + 1)),
                }
            }
            _ => false,
        }
    }

    /// What this function stores to a variable of its own.
    fn stored(&self, var: VarId) -> Vec<Value> {
        let stores = self.function.insts.iter().filter_map(|inst| match inst.op {
            Op::Store(to, value) if to == var && self.module[to].owner == self.f.id => Some(value),
            _ => None,
        });
        stores.collect()
    }

    /// True for what would not be missed without the vendor.
    fn is_harmless(&self, value: Value) -> bool {
        let of_vendor = |value: Value| self.is_of_vendor(value, 0);
        let nothing =
            |value: Value| matches!(self.function[value].op, Op::Literal(Literal::Null)) || of_vendor(value);
        match &self.function[value].op {
            Op::Call { callee, .. } => {
                self.serves(value) || self.is_console(*callee) || self.only_feeds(value, 0)
            }
            Op::Store(var, stored) => {
                let literal = matches!(self.function[*stored].op, Op::Literal(_));
                self.module[*var].owner == self.f.id
                    || of_vendor(*stored)
                    || literal && self.is_own_flag(*var)
            }
            Op::Set(object, _, stored) => {
                self.is_local(*object, 0) || of_vendor(*object) || of_vendor(*stored)
            }
            Op::Return(returned) => nothing(*returned),
            Op::Delete(object, _) => self.is_local(*object, 0),
            Op::Assume(..) => true,
            Op::Throw(_) | Op::Class(..) => false,
            Op::Function(id) => {
                // A function that is only defined here does nothing yet; who calls it is looked at.
                let inner = FnRef { file: self.f.file, id: *id };
                self.hollow.contains(&inner) || !self.is_given(value)
            }
            _ => true,
        }
    }

    /// True if some call gets the value as an argument.
    fn is_given(&self, value: Value) -> bool {
        self.function.insts.iter().any(|inst| match &inst.op {
            Op::Call { args, .. } => args.iter().any(|arg| arg.value == value),
            _ => false,
        })
    }

    fn is_console(&self, callee: Value) -> bool {
        let Op::Get(object, _) = self.function[callee].op else { return false };
        matches!(&self.function[object].op, Op::Global(name) if name == "console")
    }

    /// An object or list made here.
    fn is_local(&self, value: Value, depth: usize) -> bool {
        match &self.function[value].op {
            Op::Object(_) | Op::List(_) => true,
            Op::Load(var) if depth < MAX_STEPS => {
                let stored = self.stored(*var);
                !stored.is_empty() && stored.iter().all(|value| self.is_local(*value, depth + 1))
            }
            _ => false,
        }
    }

    /// A variable around, kept as a mark (`started = true`) that only functions with the vendor's calls read.
    fn is_own_flag(&self, var: VarId) -> bool {
        self.module.functions.iter().filter(|function| function.kind != FunctionKind::Module).all(
            |function| {
                let reads =
                    function.insts.iter().any(|inst| matches!(inst.op, Op::Load(read) if read == var));
                !reads || function.insts.iter().any(|inst| self.touched.calls.contains(&inst.span))
            },
        )
    }

    /// True if all that is made of the value goes into calls that serve the vendor.
    fn only_feeds(&self, value: Value, depth: usize) -> bool {
        if depth > MAX_STEPS {
            return false;
        }
        let mut used = false;
        for (i, inst) in self.function.insts.iter().enumerate() {
            let user = Value(i as u32);
            let feeds = match &inst.op {
                Op::Call { callee, this, args, .. } => {
                    let takes =
                        *callee == value || *this == Some(value) || args.iter().any(|a| a.value == value);
                    takes.then(|| self.serves(user) || self.only_feeds(user, depth + 1))
                }
                Op::Store(var, stored) if *stored == value => {
                    Some(self.module[*var].owner == self.f.id && self.loads_feed(*var, depth))
                }
                Op::Return(stored) | Op::Throw(stored) => (*stored == value).then_some(false),
                Op::Set(object, _, stored) => {
                    (*object == value || *stored == value).then(|| self.feeds_object(*object, depth))
                }
                op => operands(op).contains(&value).then(|| self.only_feeds(user, depth + 1)),
            };
            match feeds {
                Some(true) => used = true,
                Some(false) => return false,
                None => {}
            }
        }
        used
    }

    fn feeds_object(&self, object: Value, depth: usize) -> bool {
        match self.function[object].op {
            Op::Load(var) => self.module[var].owner == self.f.id && self.loads_feed(var, depth),
            _ => self.only_feeds(object, depth + 1),
        }
    }

    fn loads_feed(&self, var: VarId, depth: usize) -> bool {
        let elsewhere = self.module.functions.iter().enumerate().any(|(i, function)| {
            FunctionId(i as u32) != self.f.id
                && function.insts.iter().any(|inst| matches!(inst.op, Op::Load(read) if read == var))
        });
        let loads = self
            .function
            .insts
            .iter()
            .enumerate()
            .filter(|(_, inst)| matches!(inst.op, Op::Load(read) if read == var));
        let loads: Vec<Value> = loads.map(|(i, _)| Value(i as u32)).collect();
        // The place where it is written to as an object is no use of its own.
        let set = |value: Value| {
            self.function.insts.iter().any(|inst| matches!(inst.op, Op::Set(object, ..) if object == value))
        };
        !elsewhere
            && !loads.is_empty()
            && loads.iter().all(|load| set(*load) || self.only_feeds(*load, depth + 1))
    }
}

/// Values that an operation takes its content from.
fn operands(op: &Op) -> Vec<Value> {
    match op {
        Op::Get(object, Key::Dynamic(key)) => vec![*object, *key],
        Op::Get(object, _) | Op::Rest(object, _) | Op::Typed(object, _) | Op::Await(object) => vec![*object],
        Op::Object(entries) => entries
            .iter()
            .map(|entry| match entry {
                Entry::Field(_, value) | Entry::Spread(value) => *value,
            })
            .collect(),
        Op::List(items) => items.iter().map(|(value, _)| *value).collect(),
        Op::Concat(parts) | Op::Made(parts) | Op::Test(parts) | Op::Either(parts) => parts.clone(),
        _ => Vec::new(),
    }
}

/// From the callee of a call to the function it stands for.
struct Names<'p, 'a> {
    program: &'p Program<'a>,
    /// What the only store to a variable at top level stores.
    top: FxHashMap<(FileId, VarId), Value>,
}

impl<'p, 'a> Names<'p, 'a> {
    fn new(program: &'p Program<'a>) -> Self {
        let mut stores: BTreeMap<(FileId, VarId), Option<Value>> = BTreeMap::new();
        for (file, module) in &program.modules {
            for (i, function) in module.functions.iter().enumerate() {
                for inst in &function.insts {
                    let Op::Store(var, value) = inst.op else { continue };
                    if module[var].owner == FunctionId(0) {
                        let value = (i == 0).then_some(value);
                        stores.entry((*file, var)).and_modify(|known| *known = None).or_insert(value);
                    }
                }
            }
        }
        let top = stores.into_iter().filter_map(|(var, value)| Some((var, value?))).collect();
        Self { program, top }
    }

    fn function(&self, f: FnRef, module: &Module, function: &Function, callee: Value) -> Option<FnRef> {
        match &function[callee].op {
            Op::Load(var) => self.variable(f.file, *var, None, 0),
            Op::Function(id) => Some(FnRef { file: f.file, id: *id }),
            Op::Get(object, Key::Name(name)) => match &function[*object].op {
                Op::Load(var) => self.variable(f.file, *var, Some(name), 0),
                Op::This => {
                    let class = function.class.or_else(|| self.class_around(module, function))?;
                    method(module, class, name).map(|id| FnRef { file: f.file, id })
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// An arrow function in a method shares its `this`.
    fn class_around(&self, module: &Module, function: &Function) -> Option<crate::ir::ClassId> {
        let mut at = (function.kind == FunctionKind::Arrow).then_some(function.parent)?;
        for _ in 0..MAX_STEPS {
            let around = &module[at?];
            if around.class.is_some() {
                return around.class;
            }
            at = (around.kind == FunctionKind::Arrow).then_some(around.parent)?;
        }
        None
    }

    /// The function that a variable, or a member of it, is.
    fn variable(&self, file: FileId, var: VarId, member: Option<&str>, depth: usize) -> Option<FnRef> {
        if depth > MAX_STEPS {
            return None;
        }
        if member.is_none()
            && let Some(f) = self.program.fixed(file, var)
        {
            return Some(f);
        }
        if let Some(meaning) = self.program.import_of(file, var) {
            return match (meaning, member) {
                (Meaning::Var(file, var), _) => self.variable(file, var, member, depth + 1),
                (Meaning::Namespace(file), Some(name)) => match self.program.exported(file, name, 0) {
                    Meaning::Var(file, var) => self.variable(file, var, None, depth + 1),
                    _ => None,
                },
                _ => None,
            };
        }
        let value = *self.top.get(&(file, var))?;
        let module = self.program.module(file)?;
        self.value(file, module, value, member, depth)
    }

    /// The function that a value at top level, or a member of it, is.
    fn value(
        &self,
        file: FileId,
        module: &Module,
        value: Value,
        member: Option<&str>,
        depth: usize,
    ) -> Option<FnRef> {
        let top = &module.functions[0];
        match (&top[value].op, member) {
            (Op::Function(id), None) => Some(FnRef { file, id: *id }),
            (Op::Load(var), _) => self.variable(file, *var, member, depth + 1),
            (Op::Typed(inner, _), _) => self.value(file, module, *inner, member, depth + 1),
            (Op::Object(entries), Some(name)) => entries.iter().find_map(|entry| match entry {
                Entry::Field(Key::Name(key), value) if key == name => match &top[*value].op {
                    Op::Function(id) => Some(FnRef { file, id: *id }),
                    Op::Load(var) => self.variable(file, *var, None, depth + 1),
                    _ => None,
                },
                _ => None,
            }),
            (Op::Class(class, _), Some(name)) => method(module, *class, name).map(|id| FnRef { file, id }),
            (Op::Call { callee, kind: CallKind::New, .. }, Some(name)) => {
                let Op::Load(class) = top[*callee].op else { return None };
                self.variable(file, class, Some(name), depth + 1)
            }
            _ => None,
        }
    }
}

fn method(module: &Module, class: crate::ir::ClassId, name: &str) -> Option<FunctionId> {
    module[class].methods.iter().find(|method| method.name == name).map(|method| method.function)
}
