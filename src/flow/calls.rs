//! Calls: what is called is found among functions, classes, vendors, requests and well-known library functions, and
//! the summary of a callee is put in terms of its caller.
//!
//! A call whose target only the caller can name stays in the summary and is resolved there. A closure handed to
//! something outside the tree is entered with parameters of its own.

use super::effect::{Cell, Effect, Given, Kind, Spot};
use super::eval::{Eval, flag_bit, written};
use super::program::{ClassRef, FnRef, TypeRef};
use super::shape::{Access, Atom, Captured, Datum, Frame, Name, Path, Root, Seg, Shape};
use super::solver::Solver;
use super::{http, known};
use crate::ir::{CallKind, Key, Op, Span, Value};
use std::rc::Rc;

/// Nested instantiations followed; higher-order recursion ends here.
const MAX_DEPTH: u32 = 24;
/// Where a call may be one of more functions than these (tools in a list), each further one brings bounds of its own.
const FEW: usize = 4;
const WORK_EACH: u64 = 400;
const BUDGET_EACH: u32 = 16;

/// One call, as `apply` sees it.
#[derive(Clone)]
pub(crate) struct Call {
    pub(crate) this: Shape,
    pub(crate) args: Vec<Given>,
    /// Name of the member that is called, for receivers that are no class.
    pub(crate) method: Option<Name>,
    pub(crate) how: CallKind,
    pub(crate) spot: Spot,
    /// Instructions of receiver and arguments, where the call is written in this function.
    pub(crate) origin: Option<(Option<Value>, Rc<[Value]>)>,
}

impl Call {
    /// A call of a function by itself, with nothing of the one it comes from but the place.
    pub(crate) fn plain(this: Shape, args: Vec<Given>, spot: &Spot) -> Self {
        Self { this, args, method: None, how: CallKind::Call, spot: spot.clone(), origin: None }
    }

    /// A positional argument.
    pub(crate) fn arg(&self, i: usize) -> Shape {
        let mut positional = self.args.iter().filter(|arg| arg.name.is_none());
        positional.nth(i).map(|arg| arg.value.clone()).unwrap_or_default()
    }

    /// An argument that is given by name.
    pub(crate) fn keyword(&self, name: &str) -> Option<&Given> {
        self.args.iter().find(|arg| !arg.spread && arg.name.as_deref() == Some(name))
    }
}

impl Eval<'_, '_> {
    /// A call instruction.
    pub(crate) fn call_op(
        &mut self,
        at: Value,
        callee: Value,
        origin: (Option<Value>, Rc<[Value]>),
        args: Vec<Given>,
        how: CallKind,
    ) -> Shape {
        let (this, values) = origin;
        let module = self.module.clone();
        let function = &module[self.f.id];
        let method = match &function[callee].op {
            Op::Get(_, Key::Name(name)) => Some(Name::from(name.as_str())),
            _ => None,
        };
        let mut call = Call {
            this: this.map(|this| self.value(this)).unwrap_or_default(),
            args,
            method,
            how,
            spot: self.spot(function[at].span),
            origin: Some((this, values.clone())),
        };
        let mut target = self.value(callee);
        if let Some(result) = self.compiled(&function[callee].op, &call, &values) {
            return result;
        }
        if self.solver.is_python(self.f.file)
            && let Some(result) = self.python_call(&target, &call)
        {
            return result;
        }
        if let (Some(name), Some(receiver)) = (call.method.as_deref(), this) {
            let object = self.value(receiver);
            let callable = object.is_function();
            if callable && matches!(name, "call" | "apply" | "bind") {
                target = object;
                return self.rebound(name.to_owned().as_str(), &target, call);
            }
        }
        if matches!(function[callee].op, Op::Super) {
            call.this = self.value_of_this(function[at].span);
        }
        let result = self.apply(&target, &call);
        self.handler_map(&call);
        result
    }

    fn value_of_this(&self, span: Span) -> Shape {
        Shape::data(Access::new(Root::This, span))
    }

    /// `f.call(this, a)`, `f.apply(this, list)`, `f.bind(this, a)`.
    fn rebound(&mut self, how: &str, target: &Shape, mut call: Call) -> Shape {
        call.method = None;
        call.origin = None;
        if !call.args.is_empty() {
            call.this = call.args.remove(0).value;
        }
        if how == "apply"
            && let Some(list) = call.args.first_mut()
        {
            list.spread = true;
        }
        if how == "bind" {
            if call.args.is_empty() {
                return target.clone();
            }
            let bound = call.args.iter().enumerate();
            let bound = bound.map(|(i, arg)| (Name::from(i.to_string().as_str()), arg.value.clone()));
            let bound = Shape::object(bound.collect::<Vec<_>>());
            return target.clone().with(super::python::BOUND.into(), bound);
        }
        self.apply(target, &call)
    }

    /// Calls a value.
    pub(crate) fn apply(&mut self, callee: &Shape, call: &Call) -> Shape {
        if self.depth > MAX_DEPTH {
            self.solver.note_cut();
            return self.unknown(call);
        }
        self.depth += 1;
        let result = self.apply_bounded(callee, call);
        self.depth -= 1;
        result
    }

    /// A call that may be one of many functions has their work to do.
    fn allow_for(&mut self, callee: &Shape) {
        let more = callee.atoms().iter().filter(|atom| matches!(atom, Atom::Fn(..))).skip(FEW).count();
        self.work.1 += more as u64 * WORK_EACH;
        self.budget += more as u32 * BUDGET_EACH;
    }

    fn apply_bounded(&mut self, callee: &Shape, call: &Call) -> Shape {
        if let Some(bound) = super::python::bound(callee) {
            let args = super::python::with_bound(bound, &call.args, call.spot.at);
            let plain = callee.clone().without(super::python::BOUND.into());
            return self.apply(&plain, &Call { args, origin: None, ..call.clone() });
        }
        self.allow_for(callee);
        let mut result = Shape::default();
        let mut resolved = false;
        let mut symbolic = Vec::new();
        let mut outside = Vec::new();
        let direct = callee.atoms().iter().any(|atom| !matches!(atom, Atom::Data(access) if access.derived));
        for atom in callee.atoms() {
            if direct && matches!(atom, Atom::Data(access) if access.derived) {
                continue;
            }
            match atom {
                Atom::Fn(f, captured, class) => {
                    resolved = true;
                    result = result.join(self.call_function(*f, captured, *class, call));
                }
                Atom::Class(class) => {
                    resolved = true;
                    result = result.join(self.construct(*class, call));
                }
                Atom::Super(class) => {
                    resolved = true;
                    if let Some(f) = self.solver.super_constructor(*class) {
                        self.instantiate(f, &Rc::from([]), call, true);
                    }
                }
                Atom::Namespace(file) => {
                    let default = self.solver.program.exported(*file, "default", 1);
                    let value = self.solver.meaning(default, call.spot.at);
                    result = result.join(self.apply(&value, call));
                    resolved = true;
                }
                Atom::Data(access) if self.solver.is_outdated(access) => {
                    if let (Root::Import(file, name), true) = (&access.root, access.path.is_empty()) {
                        let value = self.solver.export(*file, name, call.spot.at);
                        result = result.join(self.apply(&value, call));
                    }
                    resolved = true;
                }
                Atom::Data(access) => match access.root {
                    Root::Param(_) | Root::This | Root::Free(_) | Root::Ret(_) => symbolic.push(atom.clone()),
                    _ => outside.push(access.clone()),
                },
                Atom::Instance(class) => {
                    let called = self.solver.callable_instance(*class);
                    for atom in called.atoms() {
                        if let Atom::Fn(f, captured, class) = atom {
                            resolved = true;
                            let this = callee.clone();
                            result = result.join(self.call_function(
                                *f,
                                captured,
                                *class,
                                &Call { this, origin: None, ..call.clone() },
                            ));
                        }
                    }
                }
                Atom::Lit(_) => {}
            }
        }
        if !resolved && let Some(value) = self.injected(&outside, call) {
            return result.join(value);
        }
        if !resolved && let Some(value) = self.by_method(call, &outside, !symbolic.is_empty()) {
            return result.join(value);
        }
        for access in &outside {
            result = result.join(self.call_outside(access, call));
        }
        if !symbolic.is_empty() {
            result = result.join(self.unresolved(Shape::of(symbolic), call));
        } else if !resolved && outside.is_empty() {
            result = self.unknown_callee(callee, call);
        }
        result
    }

    /// A name whose module has not been evaluated yet holds nothing: what comes of it is known a round later, and must
    /// not stand beside what was made up before.
    fn unknown_callee(&mut self, callee: &Shape, call: &Call) -> Shape {
        let python = self.solver.is_python(call.spot.at.file);
        if python && callee.is_empty() && call.method.is_none() {
            self.enter_closures(None, call);
            return Shape::of(handed_content(call));
        }
        self.unknown(call)
    }

    /// Methods of strings, lists, maps and promises, where no class, vendor or request is meant.
    fn by_method(&mut self, call: &Call, outside: &[Datum], symbolic: bool) -> Option<Shape> {
        let name = call.method?;
        if self.solver.is_python(call.spot.at.file) {
            let special = outside.iter().any(|access| self.is_special(access));
            return if special { None } else { self.python_method(&name, call, symbolic) };
        }
        if let Some(value) = self.hand_over(&name, call) {
            return Some(value);
        }
        if symbolic {
            self.collects(&name, call);
            let closure = call.arg(0).is_function();
            let law = known::plain_method(&name).or_else(|| known::list_method(&name).filter(|_| closure));
            return law.and_then(|law| self.law(law, call, true));
        }
        if call.how != CallKind::Call || outside.iter().any(|access| self.is_special(access)) {
            return None;
        }
        known::method(&name).and_then(|law| self.law(law, call, true))
    }

    /// True for what belongs to a vendor, sends a request or is in the table of functions.
    fn is_special(&self, access: &Access) -> bool {
        let (Root::Package(name) | Root::Global(name)) = &access.root else { return false };
        let path = access.dotted();
        if let Some(root) = self.solver.vendor_root(&access.root) {
            let handed_on = matches!(path.rsplit('.').next(), Some("then" | "catch" | "finally"));
            return !handed_on || !self.solver.catalogue.sinks_at(&root.name, &path).is_empty();
        }
        http::request(name, &path).is_some()
            || super::channel::is_queue(name)
            || law_of(&access.root, &path).is_some()
    }

    fn call_function(
        &mut self,
        f: FnRef,
        captured: &Captured,
        class: Option<ClassRef>,
        call: &Call,
    ) -> Shape {
        if let Some(bound) = self.bound_to_receiver(f, class, call) {
            return self.instantiate(f, captured, &bound, class.is_some());
        }
        if let Some(class) = class
            && let Some(this) = self.served(&call.this, class).or_else(|| self.narrowed(&call.this, class))
        {
            let bound = Call { this, ..call.clone() };
            return self.instantiate(f, captured, &bound, true);
        }
        if call.how == CallKind::New {
            // A constructor function: what it writes to `this` is the object.
            let made = self.instantiate(
                f,
                captured,
                &Call { this: Shape::object([]), origin: None, ..call.clone() },
                true,
            );
            return made;
        }
        self.instantiate(f, captured, call, true)
    }

    /// A receiver known by its declared type alone, where the class that answers sends: its fields are what was put
    /// there, not new values.
    fn served(&self, this: &Shape, class: ClassRef) -> Option<Shape> {
        let atoms = this.atoms();
        let declared = !atoms.is_empty()
            && atoms.iter().all(|atom| matches!(atom, Atom::Data(access) if !access.is_symbolic()));
        let instance = Shape::atom(Atom::Instance(class));
        (declared && self.solver.reaches(&instance, 0)).then_some(instance)
    }

    /// A receiver that may be of several classes, where the method was found in one of them; none where nothing changes.
    fn narrowed(&self, this: &Shape, class: ClassRef) -> Option<Shape> {
        if this.is_empty() {
            return Some(Shape::atom(Atom::Instance(class)));
        }
        let is_other = |atom: &Atom| matches!(atom, Atom::Instance(other) if *other != class);
        let atoms = this.atoms();
        if atoms.contains(&Atom::Instance(class)) {
            // What a function outside may have made of it has no method of this class.
            let foreign = |atom: &Atom| matches!(atom, Atom::Data(access) if !access.is_symbolic());
            let is_other = |atom: &Atom| is_other(atom) || foreign(atom);
            return atoms.iter().any(is_other).then(|| this.clone().filtered(|atom| !is_other(atom)));
        }
        // Of very many classes only some are kept: the one that has the method is among the others.
        let below = |atom: &Atom| matches!(atom, Atom::Instance(other) if self.solver.lineage(*other).contains(&class));
        (atoms.iter().any(is_other) && !atoms.iter().any(below))
            .then(|| this.clone().filtered(|atom| !is_other(atom)).join(Shape::atom(Atom::Instance(class))))
    }

    /// A call that gives the receiver as the first argument, or takes it from there: functions of Python do not tell
    /// methods from others.
    fn bound_to_receiver(&self, f: FnRef, class: Option<ClassRef>, call: &Call) -> Option<Call> {
        match class {
            Some(class) if self.solver.takes_receiver(f) => {
                self.solver.note_wrapped(class, f);
                let mut args = vec![Given::new(call.this.clone(), call.spot.at)];
                args.extend(call.args.iter().cloned());
                Some(Call { this: Shape::default(), args, origin: None, ..call.clone() })
            }
            None if call.this.is_empty() && self.solver.is_member(f) => {
                let mut args = expand(self.solver, &call.args);
                let first = args.iter().position(|arg| arg.name.is_none())?;
                let this = args.remove(first).value;
                Some(Call { this, args, origin: None, method: None, ..call.clone() })
            }
            _ => None,
        }
    }

    /// `new C(…)` and `<C … />`.
    fn construct(&mut self, class: ClassRef, call: &Call) -> Shape {
        let instance = Shape::atom(Atom::Instance(class));
        if call.how == CallKind::Element {
            let props = call.arg(0);
            self.solver.write(Cell::Field(class, "props".into()), &strip_symbols(&props));
            let this = instance.with("props".into(), props);
            for name in ["render", "componentDidMount", "componentDidUpdate", "componentDidCatch"] {
                let method = self.solver.member(&this, &name.into(), call.spot.at);
                let inner = Call { this: this.clone(), args: Vec::new(), method: None, ..call.clone() };
                for atom in method.atoms() {
                    if let Atom::Fn(f, captured, _) = atom {
                        self.instantiate(*f, captured, &Call { origin: None, ..inner.clone() }, true);
                    }
                }
            }
            return Shape::default();
        }
        match self.solver.constructor(class) {
            Some(f) => {
                let call = Call { this: instance.clone(), origin: None, ..call.clone() };
                let (_, made) = self.instantiate_on(f, &Rc::from([]), &call, true);
                made
            }
            None => self.with_fields(class, instance, call),
        }
    }

    pub(crate) fn instantiate(&mut self, f: FnRef, captured: &Captured, call: &Call, called: bool) -> Shape {
        self.instantiate_on(f, captured, call, called).0
    }

    /// Like a call, but what it is given entered where it was handed over.
    pub(crate) fn instantiate_handed(&mut self, f: FnRef, captured: &Captured, call: &Call) {
        self.solver.note(|trace| {
            trace.called.insert(f);
        });
        self.instantiate_on(f, captured, call, false);
    }

    /// The same with bounds of its own: a function that registers a hundred listeners does not do their work.
    pub(crate) fn instantiate_apart(&mut self, f: FnRef, captured: &Captured, call: &Call) {
        let before = self.solver.work.get();
        let mut apart = Eval::new(self.solver, self.module.clone(), self.f);
        apart.stack.clone_from(&self.stack);
        apart.instantiate_handed(f, captured, call);
        let effects = std::mem::take(&mut apart.effects);
        self.solver.total.set(self.solver.total.get() + self.solver.work.get().saturating_sub(before));
        self.solver.work.set(before);
        for effect in effects {
            self.push(effect);
        }
    }

    /// The callee's summary in terms of this function: its result, and the receiver with what was written to it.
    fn instantiate_on(&mut self, f: FnRef, captured: &Captured, call: &Call, called: bool) -> (Shape, Shape) {
        let spent = self.solver.work.get().saturating_sub(self.work.0) > self.work.1;
        if spent || self.budget == 0 || self.stack.iter().filter(|on| **on == f).count() > 1 {
            self.solver.note_cut();
            return (self.unknown_result(call), call.this.clone());
        }
        self.budget -= 1;
        self.stack.push(f);
        let result = self.instantiate_bounded(f, captured, call, called);
        self.stack.pop();
        result
    }

    /// Where a bound was reached: made from the arguments.
    fn unknown_result(&self, call: &Call) -> Shape {
        Shape::join_all(call.args.iter().map(|arg| arg.value.loosely_made()))
    }

    fn instantiate_bounded(
        &mut self,
        f: FnRef,
        captured: &Captured,
        call: &Call,
        called: bool,
    ) -> (Shape, Shape) {
        if called {
            self.solver.note(|trace| {
                trace.called.insert(f);
            });
        }
        let solver = self.solver;
        let member = |value: &Shape, seg: &Seg, at: Span| solver.segment(value, seg, at);
        let given = self.bind(f, call, called);
        let summary = solver.summary_with(f, self.flags_at_default(f, call, &given.0));
        let mut frame = Frame::new(given, call.this.clone(), captured.clone(), &member);
        for effect in &summary.open {
            self.instantiate_effect(effect, &mut frame, call);
        }
        (summary.ret.substitute(&frame).returned(), frame.into_this())
    }

    fn instantiate_effect(&mut self, effect: &Effect, frame: &mut Frame<'_>, call: &Call) {
        let spot = self.reached(&effect.spot, &call.spot);
        let args = |args: &[Given], frame: &Frame<'_>| -> Vec<Given> {
            args.iter().map(|arg| Given { value: arg.value.substitute(frame), ..arg.clone() }).collect()
        };
        match &effect.kind {
            Kind::Call { id, callee, this, args: given, method, how } => {
                // What the caller handed on enters there, however late the callee is known.
                let handed = |arg: &Given, value: Given| match frame.handed_at(&arg.value) {
                    Some(span) => Given { span, ..value },
                    None => value,
                };
                let values = args(given, frame);
                let inner = Call {
                    this: this.substitute(frame),
                    args: given.iter().zip(values).map(|(arg, value)| handed(arg, value)).collect(),
                    method: *method,
                    how: *how,
                    spot,
                    origin: None,
                };
                let result = self.apply(&callee.substitute(frame), &inner);
                frame.set_ret(*id, result);
            }
            Kind::Vendor { root, path, this, args: given } => {
                let kind = Kind::Vendor {
                    root: *root,
                    path: *path,
                    this: this.substitute(frame),
                    args: args(given, frame),
                };
                self.push(Effect { kind, spot });
            }
            Kind::Http { call: name, url, parts } => {
                let kind = Kind::Http { call: *name, url: url.substitute(frame), parts: args(parts, frame) };
                self.push(Effect { kind, spot });
            }
            Kind::Cell { cell, value } => self.write_cell(cell.clone(), value.substitute(frame)),
            Kind::Write { target, key, value, levels } => {
                let value = value.substitute(frame);
                let outer = std::mem::replace(&mut self.levels, levels + 1);
                self.instantiate_write(target, key.as_ref(), &value, frame, call);
                self.levels = outer;
            }
        }
    }

    fn instantiate_write(
        &mut self,
        target: &Access,
        key: Option<&Name>,
        value: &Shape,
        frame: &mut Frame<'_>,
        call: &Call,
    ) {
        let (this, values) = match &call.origin {
            Some((this, values)) => (*this, Some(values.clone())),
            None => (None, None),
        };
        match &target.root {
            Root::Param(i) => {
                let i = usize::from(*i);
                if let Some(shape) = frame.param(i).cloned() {
                    frame.set_param(i, written(&shape, &target.path, key, value));
                    match values.as_ref().and_then(|values| values.get(i)) {
                        Some(v) => self.write_below(*v, &target.path, key, value),
                        None => self.write_through_below(&shape, &target.path, key, value, call.spot.at),
                    }
                }
            }
            Root::This => {
                let shape = frame.this().clone();
                frame.set_this(self.constructed(&shape, &target.path, key, value));
                match this {
                    Some(v) => self.write_below(v, &target.path, key, value),
                    None => self.write_through_below(&shape, &target.path, key, value, call.spot.at),
                }
            }
            Root::Free(var) => {
                let mine = self.module.vars.get(var.0 as usize).is_some_and(|v| v.owner == self.f.id);
                if mine && target.path.is_empty() && self.shares(frame, *var) {
                    let old = self.env.get(var).cloned().unwrap_or_default();
                    let next = match key {
                        None => old.join(value.clone()),
                        Some(key) => old.with_maybe(*key, value.clone()),
                    };
                    self.set_var(*var, next);
                } else if let Some((_, shape)) = frame.captured.iter().find(|(v, _)| v == var) {
                    let shape = shape.clone();
                    self.write_through_below(&shape, &target.path, key, value, call.spot.at);
                }
            }
            _ => {}
        }
    }

    /// True if the captured variable is this function's own (and not that of a function of the same id elsewhere).
    fn shares(&self, frame: &Frame<'_>, var: crate::ir::VarId) -> bool {
        frame.captured.iter().any(|(v, _)| *v == var)
    }

    /// A receiver with a member written: certain in a constructor, unless other methods write it too.
    fn constructed(&self, this: &Shape, path: &[Seg], key: Option<&Name>, value: &Shape) -> Shape {
        if let ([], Some(key), [Atom::Instance(class)]) = (path, key, this.atoms())
            && !self.solver.is_late(*class, key)
        {
            return this.clone().with(*key, value.clone());
        }
        written(this, path, key, value)
    }

    fn write_through_below(
        &mut self,
        object: &Shape,
        path: &[Seg],
        key: Option<&Name>,
        value: &Shape,
        at: Span,
    ) {
        if path.is_empty() {
            // A constructor fills fields; that alone does not make them late.
            for atom in object.atoms() {
                if let (Atom::Instance(class), Some(key)) = (atom, key) {
                    self.write_cell(Cell::Field(*class, *key), value.clone());
                }
            }
            let rest = object.atoms().iter().filter(|atom| !matches!(atom, Atom::Instance(_))).cloned();
            self.write_through(&Shape::of(rest.collect()), key, value, at);
            return;
        }
        for atom in object.atoms() {
            match (atom, &path[0]) {
                (Atom::Instance(class), Seg::Name(first)) => {
                    let below = written(&Shape::object([]), &path[1..], key, value);
                    self.write_cell(Cell::Field(*class, *first), below);
                }
                (Atom::Data(access), _)
                    if matches!(access.root, Root::Param(_) | Root::This | Root::Free(_)) =>
                {
                    let mut target = **access;
                    for seg in path {
                        target = target.member(*seg, at);
                    }
                    let kind =
                        Kind::Write { target, key: key.copied(), value: value.clone(), levels: self.levels };
                    let spot = self.spot(at);
                    self.push(Effect { kind, spot });
                }
                _ => {}
            }
        }
    }

    fn reached(&self, inner: &Spot, call: &Spot) -> Spot {
        if inner.via.len() > 12 {
            return inner.clone();
        }
        let via = inner
            .via
            .iter()
            .copied()
            .chain([(call.at, call.inside)])
            .chain(call.via.iter().copied())
            .collect();
        Spot { at: inner.at, inside: inner.inside, via }
    }

    /// Arguments by parameter, with what the parameter declares.
    fn bind(&self, f: FnRef, call: &Call, called: bool) -> (Vec<Shape>, Vec<Option<Span>>) {
        let Some(function) = self.solver.program.function(f) else { return (Vec::new(), Vec::new()) };
        let all = expand(self.solver, &call.args);
        let args: Vec<&Given> = all.iter().filter(|arg| arg.name.is_none()).collect();
        let tail = call.args.iter().find(|arg| arg.spread && arg.name.is_none()).cloned();
        let count = function.params.len().max(args.len().min(8));
        let mut params = Vec::new();
        let mut spans = Vec::new();
        let mut taken = false;
        for i in 0..count {
            let param = function.params.get(i);
            let named = param.and_then(|param| self.by_name(f, param, call));
            let span = match (&named, args.get(i).or(args.last())) {
                (Some(named), _) => named.span,
                (None, Some(arg)) => arg.span,
                (None, None) => call.spot.at,
            };
            let value = if let Some(named) = named {
                named.value
            } else if param.is_some_and(|param| param.rest) {
                taken = true;
                let rest = args.iter().skip(i).enumerate();
                let fields = rest.map(|(j, arg)| (Name::from(j.to_string().as_str()), arg.value.clone()));
                let list = Shape::object(fields);
                match &tail {
                    Some(tail) => list.with_element(self.solver.element(&tail.value, tail.span)),
                    None => list,
                }
            } else {
                match (args.get(i).filter(|_| !taken), &tail) {
                    (Some(arg), _) => arg.value.clone(),
                    (None, Some(tail)) => self.solver.element(&tail.value, tail.span),
                    (None, None) => Shape::default(),
                }
            };
            let value = match param.and_then(|param| param.ty) {
                Some(id) => value.typed_where_unknown(TypeRef { file: f.file, id }),
                None => value,
            };
            params.push(value);
            spans.push(called.then_some(span));
        }
        (params, spans)
    }

    /// The flags of a function that a call leaves as they are, a bit each.
    fn flags_at_default(&self, f: FnRef, call: &Call, given: &[Shape]) -> u64 {
        let mut left = 0;
        for (i, default) in self.solver.flags(f).iter().copied() {
            let value = given.get(i).cloned().unwrap_or_default();
            if value.truth() == Some(default) || (value.is_empty() && !self.is_given(f, i, call)) {
                left |= flag_bit(i);
            }
        }
        left
    }

    /// True if a call may give a value for a parameter.
    fn is_given(&self, f: FnRef, i: usize, call: &Call) -> bool {
        let (Some(module), Some(function)) =
            (self.solver.program.module(f.file), self.solver.program.function(f))
        else {
            return true;
        };
        let name = function.params.get(i).map_or("", |param| module[param.var].name.as_str());
        let positional = call.args.iter().filter(|arg| arg.name.is_none()).count();
        positional > i || call.args.iter().any(|arg| arg.spread || arg.name.as_deref() == Some(name))
    }

    /// Leaves a call to the caller, where it could turn out to matter: a bare callback, or a method that some function
    /// of the program, a sink or a law is named after.
    fn unresolved(&mut self, callee: Shape, call: &Call) -> Shape {
        let python = self.solver.is_python(call.spot.at.file);
        if let Some(method) = &call.method
            && !(if python { super::python::is_method(method) } else { known::is_method(method) })
            && !self.solver.may_send(*method)
            && !self.is_own_method(&callee)
        {
            self.solver.note(|trace| {
                trace.unanswered.insert(*method);
            });
            let made = self.solver.segment(&callee, &Seg::Call, call.spot.at);
            return made.join(self.unknown_from(None, call));
        }
        if let Some(same) = self.effects.iter().find_map(|effect| same_call(effect, &callee, call)) {
            return Shape::data(Access::new(Root::Ret(same), call.spot.at));
        }
        let id = self.next_ret;
        self.next_ret += 1;
        let kind = Kind::Call {
            id,
            callee,
            this: call.this.clone(),
            args: call.args.clone(),
            method: call.method,
            how: call.how,
        };
        self.push(Effect { kind, spot: call.spot.clone() });
        Shape::data(Access::new(Root::Ret(id), call.spot.at))
    }

    /// A method of the class around that classes below it write anew: which one is meant, the receiver says.
    fn is_own_method(&self, callee: &Shape) -> bool {
        let [Atom::Data(access)] = callee.atoms() else { return false };
        let (Root::This, [Seg::Name(name)]) = (&access.root, &access.path[..]) else { return false };
        self.class().is_some_and(|class| self.solver.has_method(class, name))
    }

    /// `boto3.client("ses")`: the vendor that the call names.
    fn made_by_name(&self, access: &Access, call: &Call) -> Option<Root> {
        let named = call.args.iter().find(|arg| arg.name.is_none_or(|name| &*name == "service_name"))?;
        self.solver.program.namespaces.made(access, &named.value.literal()?)
    }

    /// A call of something outside the tree.
    fn call_outside(&mut self, access: &Datum, call: &Call) -> Shape {
        let mut made = access.member(Seg::Call, call.spot.at);
        if call.args.iter().any(|arg| arg.value.carries()) {
            // Made of what it is given, here; a getter gives what its owner had where that was handed over.
            (made.at, made.passed) = (call.spot.at, None);
        }
        let made = Shape::data(made);
        let path = access.dotted();
        let name = match &access.root {
            Root::Package(name) | Root::Global(name) => *name,
            Root::Import(file, _) => return self.call_unparsed(*file, access, call),
            Root::Alloc(at) => return self.call_identity(*at, access, call),
            _ => {
                let by_name = access.last_name().and_then(|name| known::by_name(name));
                if let Some(value) = by_name.and_then(|law| self.law(law, call, false)) {
                    return value;
                }
                return made.join(self.unknown_from(Some(access), call));
            }
        };
        if let Some(value) = self.queue(&name, &path, access, call) {
            return value;
        }
        if let Some(root) = self.made_by_name(access, call) {
            return Shape::data(Access::new(root, call.spot.at));
        }
        let vendor = self.solver.vendor_root(&access.root).is_some();
        if !vendor && let Some(value) = self.python_function(&name, &path, call) {
            return value;
        }
        if vendor {
            let kind = Kind::Vendor {
                root: access.root,
                path: path.as_str().into(),
                this: call.this.clone(),
                args: call.args.clone(),
            };
            self.push(Effect { kind, spot: call.spot.clone() });
            self.enter_closures(Some(access), call);
            // A helper that only wraps what it is given: `toFile(content, name)`.
            let helper = law_of(&access.root, &path).filter(|law| matches!(law, known::Law::Arg(_)));
            let helped = helper.and_then(|law| self.law(law, call, false));
            return helped.unwrap_or_else(|| self.vendor_object(access, &path, call, made));
        }
        if let Some(value) = self.request(&name, &path, access, call) {
            return value;
        }
        let law = law_of(&access.root, &path);
        if let Some(value) = law.and_then(|law| self.law(law, call, false)) {
            return value;
        }
        let speaking = path.split(['.', '(', ')']).rfind(|word| !word.is_empty()).unwrap_or(&name);
        let hashing = path.contains("createHash()").then_some("sha256");
        let keyed = path.contains("createHmac()").then_some("hmac");
        let law = known::by_name(hashing.or(keyed).unwrap_or(speaking));
        match law.and_then(|law| self.law(law, call, false)) {
            // The algorithm is named at the start of a chain that is not yet its result.
            Some(value) if hashing.is_some() || keyed.is_some() => made.join(value).join(call.this.clone()),
            Some(_) if speaking.starts_with("create") => made,
            Some(value) => value,
            None => made.join(self.unknown_from(Some(access), call)),
        }
    }

    /// `fetch(url, { body })`, `axios.create({ baseURL })`, `client.post(path, data)`.
    fn request(&mut self, name: &str, path: &str, access: &Access, call: &Call) -> Option<Shape> {
        if http::factory(name, path) {
            let named = ["base_url", "host"].iter().find_map(|name| call.keyword(name));
            let base = named.map_or_else(|| address_of(&call.arg(0)), |given| given.value.clone());
            let made = Shape::data(access.member(Seg::Call, call.spot.at));
            return Some(if base.is_empty() { made } else { made.with(http::BASE.into(), base) });
        }
        if name == "XMLHttpRequest" {
            return self.xml_http_request(path, call);
        }
        if matches!(name, "http" | "https") && matches!(path, "request().write" | "request().end") {
            self.send_to_base(&format!("{name}.{path}"), call);
            return Some(Shape::default());
        }
        let request = http::request(name, path)?;
        let call = &self.with_keywords(call);
        let mut url = match call.keyword("url") {
            Some(given) => given.value.clone(),
            None => address_of(&call.arg(usize::from(request.url))),
        };
        let base =
            call.this.node().and_then(|node| node.fields.get(http::BASE)).and_then(|slot| slot.value.clone());
        if let Some(base) = base {
            url = Shape::text_of(vec![base, url]);
        }
        let mut parts = vec![Given::new(url.clone(), call.spot.at)];
        for i in request.data {
            // What is given by name is taken by name below.
            let Some(arg) = call.args.get(usize::from(*i)).filter(|arg| arg.name.is_none()) else { continue };
            if *i == request.url && arg.value.node().is_none_or(|node| node.fields.is_empty()) {
                continue;
            }
            let mut value = arg.value.clone();
            if request.options {
                let given =
                    http::PAYLOAD.iter().map(|name| self.solver.member(&value, &Name::from(*name), arg.span));
                let headers = self.solver.member(&value, &"headers".into(), arg.span);
                value = Shape::object([("body".into(), Shape::join_all(given)), ("headers".into(), headers)]);
            }
            parts.push(Given::new(value, arg.span));
        }
        for arg in call.args.iter().filter(|arg| !arg.spread) {
            let Some(name) = arg.name.as_deref() else { continue };
            if name == "headers" {
                let value = Shape::object([("headers".into(), arg.value.clone())]);
                parts.push(Given::new(value, arg.span));
            } else if http::PAYLOAD.contains(&name) || name == "content" {
                parts.push(Given::new(arg.value.clone(), arg.span));
            }
        }
        let name = name.strip_prefix(super::packages::PREFIX).unwrap_or(name);
        let label: Name =
            if path.is_empty() { name.into() } else { format!("{name}.{path}").as_str().into() };
        let made = Shape::data(access.member(Seg::Call, call.spot.at)).with(http::BASE.into(), url.clone());
        let kind = Kind::Http { call: label, url, parts };
        self.push(Effect { kind, spot: call.spot.clone() });
        self.enter_closures(None, call);
        Some(made)
    }

    /// `request(**options)`: what a request takes by name, where it is given as one object.
    fn with_keywords(&self, call: &Call) -> Call {
        let mut named = Vec::new();
        for arg in call.args.iter().filter(|arg| arg.spread && arg.name.is_some()) {
            for name in http::PAYLOAD.iter().chain(&["url", "headers", "content"]) {
                let name: Name = (*name).into();
                let value = self.solver.member(&arg.value, &name, arg.span);
                if call.keyword(&name).is_none() && !value.is_empty() {
                    named.push(Given { name: Some(name), spread: false, value, ..arg.clone() });
                }
            }
        }
        let mut call = call.clone();
        call.args.extend(named);
        call
    }

    /// `xhr.open(method, url)` keeps the address for `xhr.send(body)`.
    fn xml_http_request(&mut self, path: &str, call: &Call) -> Option<Shape> {
        let receiver = call.origin.as_ref().and_then(|(this, _)| *this);
        match path {
            "().open" => {
                let next = call.this.clone().with(http::BASE.into(), call.arg(1));
                if let Some(receiver) = receiver {
                    self.replace(receiver, next);
                }
            }
            "().send" => self.send_to_base("XMLHttpRequest.send", call),
            _ => return None,
        }
        Some(Shape::default())
    }

    /// Sends the arguments to the address that the receiver keeps.
    fn send_to_base(&mut self, label: &str, call: &Call) {
        let url = call.this.plain_member(&http::BASE.into(), call.spot.at);
        let kind = Kind::Http { call: label.into(), url, parts: call.args.clone() };
        self.push(Effect { kind, spot: call.spot.clone() });
    }

    /// A function of a file that is not parsed: parsed for what is handed to it, or when its result matters.
    fn call_unparsed(&mut self, file: crate::ir::FileId, access: &Access, call: &Call) -> Shape {
        for arg in call.args.iter().filter(|arg| !arg.value.is_empty()) {
            let key = (file, self.class(), arg.value.digest());
            self.solver.handed.borrow_mut().insert(key, arg.value.clone());
        }
        let made = Shape::data(access.member(Seg::Call, call.spot.at));
        self.enter_closures(None, call);
        if access.last_name().is_some_and(|name| known::is_lookup(name)) {
            return made;
        }
        made.join(Shape::of(handed_content(call)))
    }

    /// A call below an object with an identity: React state setters, context providers.
    fn call_identity(&mut self, at: Span, access: &Access, call: &Call) -> Shape {
        match access.dotted().as_str() {
            "set" => {
                let value = call.arg(0);
                let value = self.returned(&value, call);
                self.write_cell(Cell::Alloc(at, "value".into()), value);
                Shape::default()
            }
            "Provider" | "" => {
                let value = self.solver.member(&call.arg(0), &"value".into(), call.spot.at);
                self.write_cell(Cell::Alloc(at, "value".into()), value);
                self.enter_closures(None, call);
                Shape::default()
            }
            _ => self.unknown(call),
        }
    }

    /// A value, or what it returns where it is a function (`setState(old => …)`).
    fn returned(&mut self, value: &Shape, call: &Call) -> Shape {
        if value.is_function() {
            let inner =
                Call { args: Vec::new(), this: Shape::default(), method: None, origin: None, ..call.clone() };
            return self.apply(value, &inner);
        }
        value.clone()
    }

    /// Nothing is known of the callee: the result is made from what it got, and closures may be called.
    pub(crate) fn unknown(&mut self, call: &Call) -> Shape {
        self.unknown_from(None, call)
    }

    /// `client.send({ url: "https://vendor…", method, body })`: whatever the client is, its options say what is sent where.
    fn unknown_request(&mut self, call: &Call) {
        let options = call.arg(0);
        let Some(node) = options.node() else { return };
        let sends = ["method", "headers"].iter().chain(http::PAYLOAD).any(|name| {
            let name: &str = name;
            node.fields.get(name).is_some()
        });
        let url = address_of(&options);
        if !sends || url == options || !url.texts().iter().any(|text| self.solver.is_vendor_address(text)) {
            return;
        }
        let at = |name: &str| self.solver.member(&options, &Name::from(name), call.spot.at);
        let given: Vec<Shape> = http::PAYLOAD
            .iter()
            .filter(|name| node.fields.get(**name).is_some())
            .map(|name| at(name))
            .collect();
        let headers = node.fields.get("headers").map(|_| at("headers")).unwrap_or_default();
        let value = Shape::object([("body".into(), Shape::join_all(given)), ("headers".into(), headers)]);
        let parts = vec![Given::new(url.clone(), call.spot.at), Given::new(value, call.spot.at)];
        let label = call.method.unwrap_or_else(|| "request".into());
        self.push(Effect { kind: Kind::Http { call: label, url, parts }, spot: call.spot.clone() });
    }

    fn unknown_from(&mut self, access: Option<&Access>, call: &Call) -> Shape {
        self.enter_closures(access, call);
        if call.how == CallKind::Call {
            self.unknown_request(call);
        }
        if call.how == CallKind::Element {
            return Shape::default();
        }
        let name = access.and_then(|access| access.last_name().cloned()).or(call.method);
        if let Some(name) = name.filter(|name| known::is_lookup(name)) {
            let mut found = Access::new(Root::Unknown, call.spot.at);
            found.path = Path::from([Seg::Name(name), Seg::Call]);
            return if access.is_some() { Shape::default() } else { Shape::data(found) };
        }
        let mut atoms = handed_content(call);
        // What the platform makes goes by its module alone.
        if !access.is_some_and(super::python::is_plumbing) {
            let mut made = Access::new(Root::Unknown, call.spot.at);
            if let Some(method) = &call.method {
                made.path = Path::from([Seg::Name(*method), Seg::Call]);
            }
            atoms.push(Atom::Data(Datum::new(made)));
        }
        Shape::of(atoms)
    }

    /// Closures among the arguments are entered: something outside the tree will call them.
    pub(crate) fn enter_closures(&mut self, access: Option<&Access>, call: &Call) {
        for arg in &call.args {
            self.enter_value(&arg.value, access, call, 0);
        }
    }

    fn enter_value(&mut self, value: &Shape, access: Option<&Access>, call: &Call, depth: u8) {
        let Some(node) = value.node() else { return };
        for atom in &node.atoms {
            if let Atom::Fn(f, captured, class) = atom {
                self.enter(*f, captured, *class, access, &call.spot);
            }
        }
        if depth < 3 {
            for slot in node.fields.values() {
                if let Some(value) = &slot.value {
                    self.enter_value(value, access, call, depth + 1);
                }
            }
            if let Some(element) = &node.element {
                self.enter_value(element, access, call, depth + 1);
            }
        }
    }

    /// Enters a function with parameters of its own.
    pub(crate) fn enter(
        &mut self,
        f: FnRef,
        captured: &Captured,
        class: Option<ClassRef>,
        access: Option<&Access>,
        spot: &Spot,
    ) {
        let again =
            self.entries.iter().any(|(g, with)| *g == f && (Rc::ptr_eq(with, captured) || with == captured));
        if self.depth > MAX_DEPTH || again || self.stack.contains(&f) {
            return;
        }
        self.entries.push((f, captured.clone()));
        self.solver.note(|trace| {
            trace.entered.insert(f);
        });
        let args = self.entry_args(f, access);
        let this = class.map(|class| Shape::atom(Atom::Instance(class))).unwrap_or_default();
        let call = Call::plain(this, args, spot);
        self.depth += 1;
        let result = self.run_entry(f, captured, class, &call);
        // `() => next => action => …`: what comes out is called from outside, too.
        self.enter_value(&result, None, &call, 2);
        self.depth -= 1;
    }

    /// Runs a method that nothing calls, for what it sends by itself: what it is given stays open, and so does what its
    /// receiver was given when it was made.
    pub(crate) fn run_closed(&mut self, f: FnRef, class: Option<ClassRef>, spot: &Spot) {
        let summary = self.solver.summary(f);
        if summary.open.is_empty() {
            return;
        }
        let mut this = class.map(|class| Shape::atom(Atom::Instance(class))).unwrap_or_default();
        if !self.solver.is_python(f.file) {
            self.instantiate(f, &Rc::from([]), &Call::plain(this, Vec::new(), spot), false);
            return;
        }
        let writes = |effect: &Effect| matches!(effect.kind, Kind::Write { .. } | Kind::Cell { .. });
        if !summary.open.iter().all(writes)
            && let Some(maker) =
                class.and_then(|class| self.solver.constructor(class)).filter(|maker| *maker != f)
        {
            let args = self.open_args(maker);
            let (_, made) =
                self.instantiate_on(maker, &Rc::from([]), &Call::plain(this.clone(), args, spot), false);
            self.effects.clear();
            this = made.loosened();
        }
        let args = self.open_args(f);
        self.run_entry(f, &Rc::from([]), class, &Call::plain(this, args, spot));
    }

    /// A member is entered through what its decorators make of it.
    fn run_entry(&mut self, f: FnRef, captured: &Captured, class: Option<ClassRef>, call: &Call) -> Shape {
        let wrapper = class.and_then(|class| self.solver.wrapper(class, f));
        let mut result = Shape::default();
        for atom in wrapper.iter().flat_map(Shape::atoms) {
            if let Atom::Fn(g, captured, _) = atom {
                let mut args = vec![Given::new(call.this.clone(), call.spot.at)];
                args.extend(call.args.iter().cloned());
                let bound = Call { this: Shape::default(), args, ..call.clone() };
                result = result.join(self.instantiate(*g, captured, &bound, false));
            }
        }
        match wrapper {
            Some(_) => result,
            None => self.instantiate(f, captured, call, false),
        }
    }

    /// Arguments that stay what they are: parameters.
    fn open_args(&self, f: FnRef) -> Vec<Given> {
        let (Some(module), Some(function)) =
            (self.solver.program.module(f.file), self.solver.program.function(f))
        else {
            return Vec::new();
        };
        let mut by_name = false;
        let mut all = Vec::new();
        for (i, param) in function.params.iter().enumerate() {
            let value = Shape::data(Access::new(Root::Param(i as u16), param.span));
            let spread = param.rest || param.keywords;
            let name = match param.keywords {
                true => Some("**".into()),
                false => (by_name && !spread).then(|| module[param.var].name.as_str().into()),
            };
            by_name |= param.rest;
            all.push(Given { value, span: param.span, spread, name });
        }
        all
    }

    /// The parameters of an entry point, as values of their own.
    fn entry_args(&self, f: FnRef, access: Option<&Access>) -> Vec<Given> {
        let Some(module) = self.solver.program.module(f.file) else { return Vec::new() };
        let Some(function) = self.solver.program.function(f) else { return Vec::new() };
        let from_package = access.filter(|access| self.solver.speaks(&access.root));
        function
            .params
            .iter()
            .enumerate()
            .map(|(i, param)| {
                let mut entry = Access::new(Root::Entry(f, i as u16), param.span);
                let name = &module[param.var].name;
                entry.name = (!name.starts_with('%')).then(|| name.as_str().into());
                entry.ty = param.ty.map(|id| (TypeRef { file: f.file, id }, 0));
                let mut value = Shape::data(entry);
                if let Some(access) = from_package {
                    value = value.join(Shape::data(access.member(Seg::Arg(i as u8), param.span)));
                }
                Given::new(value, param.span)
            })
            .collect()
    }
}

/// What a call is given, as content of what nobody knows.
fn handed_content(call: &Call) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    for shape in call.args.iter().map(|arg| &arg.value).chain([&call.this]) {
        // A module or platform object that a function hangs on is no content.
        let bare = |atom: &Atom| matches!(atom, Atom::Data(a) if a.path.is_empty() && matches!(a.root, Root::Package(_) | Root::Global(_)));
        atoms.extend(shape.loosely_made().atoms().iter().filter(|atom| !bare(atom)).cloned());
    }
    // `withTracking(Page)`, `debounce(send)`, `nullthrows(client)`: whoever calls the result calls what was wrapped.
    for arg in &call.args {
        let callable = |atom: &&Atom| matches!(atom, Atom::Fn(..) | Atom::Class(_) | Atom::Instance(_));
        atoms.extend(arg.value.atoms().iter().filter(callable).cloned());
    }
    atoms
}

/// The id of a call of the same thing with the same arguments, made at the same place.
fn same_call(effect: &Effect, callee: &Shape, call: &Call) -> Option<u32> {
    match &effect.kind {
        Kind::Call { id, callee: known, this, args, .. }
            if effect.spot.at == call.spot.at
                && known == callee
                && *this == call.this
                && *args == call.args =>
        {
            Some(*id)
        }
        _ => None,
    }
}

/// Arguments with spread lists of known length put in place.
pub(crate) fn expand(solver: &Solver<'_>, args: &[Given]) -> Vec<Given> {
    let mut out = Vec::new();
    for arg in args {
        if !arg.spread || arg.name.is_some() {
            out.push(arg.clone());
            continue;
        }
        let node = arg.value.node();
        let fixed = node.filter(|node| node.atoms.is_empty()).map(|node| &node.fields);
        match fixed {
            Some(fields) => {
                for i in 0..fields.len() {
                    let name: Name = i.to_string().as_str().into();
                    let value = solver.member(&arg.value, &name, arg.span);
                    out.push(Given::new(value, arg.span));
                }
            }
            None if args.iter().any(|arg| arg.name.is_some()) => {}
            None => break,
        }
    }
    out
}

/// The law of a function of a package or of the platform.
fn law_of(root: &Root, path: &str) -> Option<known::Law> {
    match (root, path) {
        (Root::Package(name), path) => known::function(name, path),
        (Root::Global(name), "") => known::global(name),
        (Root::Global(name), path) => known::global(&format!("{name}.{path}")),
        _ => None,
    }
}

/// The address in an argument: text, or a member of an options object.
fn address_of(value: &Shape) -> Shape {
    let Some(node) = value.node() else { return Shape::default() };
    let field = |name: &str| node.fields.get(name)?.value.clone();
    if let (Some(host), Some(path)) = (field("hostname").or_else(|| field("host")), field("path")) {
        return Shape::text_of(vec![host, path]);
    }
    let parts: Vec<Shape> = http::ADDRESS.iter().filter_map(|name| field(name)).collect();
    if parts.is_empty() { value.clone() } else { Shape::join_all(parts) }
}

fn strip_symbols(value: &Shape) -> Shape {
    if value.is_symbolic() { Shape::default() } else { value.clone() }
}
