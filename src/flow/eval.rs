//! Evaluates one function over shapes: straight through its blocks, branches joined, loops twice, reassignment kills.
//!
//! Its parameters, receiver and captured variables are symbolic; the result is the function's summary. Calls are
//! `calls.rs`. It never looks at what a value means.

use super::effect::{Cell, Effect, Given, Kind, Spot, Summary};
use super::program::{ClassRef, FnRef, TypeRef};
use super::shape::{Access, Atom, Captured, Lit, Name, Root, Seg, Shape};
use super::solver::Solver;
use crate::ir::{Block, Entry, Function, FunctionKind, Key, Literal, Module, Op, Span, Value, VarId};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// Effects kept of one function.
const MAX_EFFECTS: usize = 80;
/// Effects kept that no caller has a say in: they are reported here and go no further.
const MAX_SETTLED: usize = 400;
/// Unresolved calls kept of one function, within these.
const MAX_OPEN: usize = 16;
/// Writes to objects of callers kept of one function.
const MAX_WRITES: usize = 40;
/// Callers' objects that one write may reach, and how deep below them: what is less certain is no write.
const MAX_TARGETS: usize = 3;
const MAX_WRITE_PATH: usize = 3;
/// Pairs of key and function that a loop is gone through one by one for.
const MAX_PAIRS: usize = 60;
/// Calls that a write to a caller's object is followed up.
const MAX_LEVELS: u8 = 3;
/// Members read while one function is evaluated.
const MAX_WORK: u64 = 3_000;
/// Summaries put in place while one function is evaluated.
const BUDGET: u32 = 400;

/// The evaluation of one function.
pub(crate) struct Eval<'s, 'a> {
    pub(crate) solver: &'s Solver<'a>,
    pub(crate) module: Arc<Module>,
    pub(crate) f: FnRef,
    pub(crate) env: BTreeMap<VarId, Shape>,
    pub(crate) values: Vec<Shape>,
    pub(crate) effects: Vec<Effect>,
    pub(crate) next_ret: u32,
    pub(crate) depth: u32,
    /// Functions being instantiated, outermost first: recursion through callbacks ends here.
    pub(crate) stack: Vec<FnRef>,
    /// Closures entered already, with what they captured.
    pub(crate) entries: Vec<(FnRef, Captured)>,
    /// Instantiations left for this function.
    pub(crate) budget: u32,
    /// Work done before it, and how much it may do.
    pub(crate) work: (u64, u64),
    /// How many calls up a write that is passed on has come.
    pub(crate) levels: u8,
    /// Parameters that are flags at their defaults, a bit each.
    pub(crate) flags: u64,
    ret: Shape,
    /// The pair that a loop over named functions is at.
    pinned: Option<(Value, Shape)>,
    alive: bool,
    /// Everything ever stored to a variable that a closure captures.
    shared: BTreeMap<VarId, Shape>,
    shared_grew: bool,
}

impl<'s, 'a> Eval<'s, 'a> {
    pub(crate) fn new(solver: &'s Solver<'a>, module: Arc<Module>, f: FnRef) -> Self {
        let count = module[f.id].insts.len();
        Self {
            solver,
            module,
            f,
            env: BTreeMap::new(),
            values: vec![Shape::default(); count],
            effects: Vec::new(),
            next_ret: 0,
            depth: 0,
            stack: Vec::new(),
            entries: Vec::new(),
            budget: BUDGET,
            work: (solver.work.get(), MAX_WORK),
            levels: 0,
            flags: 0,
            ret: Shape::default(),
            pinned: None,
            alive: true,
            shared: BTreeMap::new(),
            shared_grew: false,
        }
    }

    pub(crate) fn function(&self) -> &Function {
        &self.module[self.f.id]
    }

    pub(crate) fn run(mut self) -> Summary {
        let module = self.module.clone();
        let body = &module[self.f.id].body;
        // Closures see variables as they end up, so a body whose closures do is evaluated until they settle.
        for _ in 0..3 {
            self.env.clear();
            self.effects.clear();
            self.entries.clear();
            // A long function may do more.
            let size = self.values.len() as u32;
            self.budget = BUDGET + size / 4;
            self.work = (self.solver.work.get(), MAX_WORK + 2 * u64::from(size));
            self.next_ret = 0;
            self.ret = Shape::default();
            self.alive = true;
            self.shared_grew = false;
            self.bind_params();
            self.block(body);
            if !self.shared_grew {
                break;
            }
        }
        let effects = needed(&self.ret, self.effects);
        let open =
            effects.iter().filter(|effect| self.solver.tells(effect)).filter_map(Effect::open).collect();
        Summary { ret: self.ret, effects, open }
    }

    fn bind_params(&mut self) {
        let module = self.module.clone();
        for (i, param) in module[self.f.id].params.iter().enumerate() {
            let mut access = Access::new(Root::Param(i as u16), param.span);
            let name = &module[param.var].name;
            if !name.starts_with('%') {
                access.name = Some(name.as_str().into());
            }
            access.ty = param.ty.map(|id| (TypeRef { file: self.f.file, id }, 0));
            let value = match param.flag.filter(|_| self.flags & flag_bit(i) != 0) {
                Some(default) => Shape::atom(Atom::Lit(Lit::Bool(default))),
                None => Shape::data(access),
            };
            self.set_var(param.var, value);
        }
    }

    pub(crate) fn value(&self, v: Value) -> Shape {
        self.values.get(v.0 as usize).cloned().unwrap_or_default()
    }

    pub(crate) fn span(&self, v: Value) -> Span {
        self.function()[v].span
    }

    pub(crate) fn spot(&self, at: Span) -> Spot {
        Spot { at, inside: self.f, via: Rc::from([]) }
    }

    pub(crate) fn push(&mut self, effect: Effect) {
        if matches!(&effect.kind, Kind::Write { target, .. } if !is_kept(target)) {
            return;
        }
        if matches!(effect.kind, Kind::Write { levels, .. } if levels > MAX_LEVELS) {
            self.solver.note_cut();
            return;
        }
        // A loop over properties is one write of all of them.
        if let Kind::Write { target, key, value, .. } = &effect.kind
            && let Some(Kind::Write { value: known, .. }) = self
                .effects
                .iter_mut()
                .map(|known| &mut known.kind)
                .find(|kind| same_write(kind, target, key.as_ref()))
        {
            *known = std::mem::take(known).join(value.clone());
            return;
        }
        if let Kind::Cell { cell, value } = &effect.kind {
            if !self.solver.is_read(cell) {
                return;
            }
            // Wherever a place is written, it is all that was ever written.
            let known = self.effects.iter_mut().find_map(|known| match &mut known.kind {
                Kind::Cell { cell: same, value } if same == cell => Some(value),
                _ => None,
            });
            if let Some(known) = known {
                *known = std::mem::take(known).join(value.clone());
                return;
            }
        }
        // Reached on several ways with the same values: one stands for all.
        if self.effects.iter().any(|known| known.spot.at == effect.spot.at && known.kind == effect.kind) {
            return;
        }
        if self.has_room(&effect) {
            self.effects.push(effect);
        } else {
            self.solver.note_cut();
        }
    }

    /// True within the bounds on effects; each kind has its own, so that writes crowd out no calls.
    fn has_room(&self, effect: &Effect) -> bool {
        let size = self.values.len();
        let count = |is: fn(&Kind) -> bool| self.effects.iter().filter(|effect| is(&effect.kind)).count();
        match &effect.kind {
            // `(function (E) { E["A"] = "a"; … })(E)`: an enum, whose members are written one by one.
            Kind::Write { value, .. } if value.literal().is_some() && !value.carries() => {
                self.effects.len() < MAX_EFFECTS + size / 16
            }
            Kind::Write { .. } => count(|kind| matches!(kind, Kind::Write { .. })) < MAX_WRITES,
            Kind::Call { .. } => count(|kind| matches!(kind, Kind::Call { .. })) < MAX_OPEN + size / 64,
            _ if effect.is_symbolic() => self.effects.len() < MAX_EFFECTS + size / 16,
            _ => self.effects.len() < MAX_SETTLED,
        }
    }

    fn block(&mut self, block: &Block) {
        let module = self.module.clone();
        for v in &block.0 {
            if !self.alive {
                return;
            }
            let inst = &module[self.f.id][*v];
            let shape = self.op(*v, &inst.op, inst.span);
            self.values[v.0 as usize] = shape;
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm an operation")]
    fn op(&mut self, v: Value, op: &Op, span: Span) -> Shape {
        match op {
            Op::Literal(literal) => literal_shape(literal),
            Op::Load(var) => self.load(*var, span),
            Op::Store(var, value) => {
                let value = self.value(*value).named(&self.module[*var].name);
                self.set_var(*var, value.clone());
                value
            }
            Op::Global(name) => self.global(name, span),
            Op::Module(specifier) => {
                let name = crate::ir::ImportName::Namespace;
                self.solver.meaning(self.solver.program.imported(self.f.file, specifier, &name), span)
            }
            Op::This => self.this(span),
            Op::Super => match self.class() {
                Some(class) => Shape::atom(Atom::Super(class)),
                None => Shape::default(),
            },
            Op::Get(..) if self.pinned.as_ref().is_some_and(|(at, _)| *at == v) => {
                self.pinned.as_ref().map(|(_, pair)| pair.clone()).unwrap_or_default()
            }
            Op::Get(object, key) => self.get(*object, key, span),
            Op::Set(object, key, value) => {
                let value = self.value(*value);
                self.set(*object, key, value.clone(), span);
                value
            }
            Op::Delete(object, Key::Name(name)) => {
                let name: Name = name.as_str().into();
                let before = self.value(*object);
                self.write_through(&before, Some(&name), &Shape::default(), span);
                self.replace(*object, before.without(name));
                Shape::default()
            }
            Op::Delete(..) => Shape::default(),
            Op::Rest(object, names) => {
                let mut shape = self.value(*object);
                for name in names {
                    shape = shape.without(name.as_str().into());
                }
                shape
            }
            Op::Object(entries) => self.object(entries, span),
            Op::List(items) => self.list(items, span),
            Op::Concat(parts) => Shape::text_of(parts.iter().map(|part| self.value(*part)).collect()),
            Op::Made(parts) => Shape::join_all(parts.iter().map(|part| self.value(*part).made())),
            Op::Test(_) => Shape::default(),
            Op::Either(parts) => Shape::join_all(parts.iter().map(|part| self.value(*part))),
            Op::Call { callee, this, args, kind, .. } => {
                let given: Vec<Given> = args
                    .iter()
                    .map(|arg| Given {
                        value: self.value(arg.value),
                        span: self.span(arg.value),
                        spread: arg.spread,
                        name: arg.name.as_deref().map(Name::from),
                    })
                    .collect();
                let values: Rc<[Value]> = args.iter().map(|arg| arg.value).collect();
                self.call_op(v, *callee, (*this, values), given, *kind)
            }
            Op::Function(id) => self.closure(FnRef { file: self.f.file, id: *id }),
            Op::Class(id, base) => {
                let class = ClassRef { file: self.f.file, id: *id };
                if let Some(base) = base {
                    let base = self.value(*base);
                    self.solver.note_base(class, base);
                }
                Shape::atom(Atom::Class(class))
            }
            Op::Typed(value, ty) => {
                let ty = TypeRef { file: self.f.file, id: *ty };
                let value = self.value(*value);
                if value.is_empty() && self.module.template {
                    // A component's property: `export let user: User`.
                    return Shape::data(Access::new(Root::Unknown, span)).typed(ty);
                }
                if value.atoms().is_empty() && !value.is_empty() { value } else { value.typed(ty) }
            }
            Op::Await(value) => self.value(*value),
            Op::Assume(var, is) => {
                let known = self.env.get(var).and_then(Shape::truth);
                self.alive = known.is_none_or(|known| known == *is);
                Shape::default()
            }
            Op::Branch(arms) => self.branch(arms),
            Op::Loop(body) => self.repeat(body),
            Op::Return(value) => {
                let value = self.value(*value);
                self.ret = std::mem::take(&mut self.ret).join(value);
                self.alive = false;
                Shape::default()
            }
            Op::Throw(_) => {
                self.alive = false;
                Shape::default()
            }
        }
    }

    fn branch(&mut self, arms: &[Block]) -> Shape {
        let before = self.env.clone();
        let mut after: Option<BTreeMap<VarId, Shape>> = None;
        for arm in arms {
            self.env.clone_from(&before);
            self.alive = true;
            self.block(arm);
            if self.alive {
                let env = std::mem::take(&mut self.env);
                after = Some(match after {
                    None => env,
                    Some(other) => join_env(other, env),
                });
            }
        }
        self.alive = after.is_some();
        self.env = after.unwrap_or(before);
        Shape::default()
    }

    fn repeat(&mut self, body: &Block) -> Shape {
        if let Some((item, pairs)) = self.named_pairs(body) {
            // Key and handler stay together: `for (const [name, fn] of Object.entries(map)) emitter.on(name, fn)`.
            for pair in pairs {
                self.pinned = Some((item, pair));
                let before = self.env.clone();
                self.block(body);
                self.alive = true;
                let after = std::mem::take(&mut self.env);
                self.env = join_env(before, after);
            }
            self.pinned = None;
            return Shape::default();
        }
        for _ in 0..2 {
            let before = self.env.clone();
            self.block(body);
            self.alive = true;
            let after = std::mem::take(&mut self.env);
            self.env = join_env(before, after);
        }
        Shape::default()
    }

    /// The pairs of key and function that a loop goes through, and the instruction that takes the next one.
    fn named_pairs(&self, body: &Block) -> Option<(Value, Vec<Shape>)> {
        let first = *body.0.first()?;
        let Op::Get(list, Key::Element) = &self.function()[first].op else { return None };
        let list = self.value(*list);
        let node = list.node().filter(|node| node.atoms.is_empty() && node.element.is_none())?;
        let pairs: Vec<Shape> = node.fields.values().filter_map(|slot| slot.value.clone()).collect();
        let named = |pair: &Shape| {
            let at = |name: &str| pair.node()?.fields.get(name)?.value.clone();
            at("0").is_some_and(|key| key.literal().is_some()) && at("1").is_some_and(|f| f.is_function())
        };
        (pairs.len() > 1 && pairs.len() <= MAX_PAIRS && pairs.iter().all(named)).then_some((first, pairs))
    }

    fn load(&mut self, var: VarId, span: Span) -> Shape {
        if let Some(shape) = self.env.get(&var) {
            return shape.clone();
        }
        let owner = self.module[var].owner;
        if owner.0 == 0 {
            if let Some(import) = self.solver.import_of(self.f.file, var, span) {
                return import;
            }
            let value = self.solver.read(&Cell::Var(self.f.file, var));
            if value.is_empty() && !self.solver.program.is_stored(self.f.file, var) {
                // A component's property, or a declaration whose value comes from elsewhere.
                return Shape::data(Access::new(Root::Unknown, span)).named(&self.module[var].name);
            }
            return self.platform_stub(var, value, span);
        }
        if let Some(f) = self.solver.program.fixed(self.f.file, var) {
            return self.closure(f);
        }
        if owner == self.f.id {
            // Not stored yet on this path: hoisted, or stored by a closure.
            return self.shared.get(&var).cloned().unwrap_or_default();
        }
        Shape::data(Access::new(Root::Free(var), span)).named(&self.module[var].name)
    }

    /// `function gtag() { dataLayer.push(arguments) }` is how the vendor's own snippet declares its global.
    fn platform_stub(&self, var: VarId, value: Shape, span: Span) -> Shape {
        let name = &self.module[var].name;
        let forwards = |atom: &Atom| match atom {
            Atom::Fn(f, _, _) => self.solver.program.function(*f).is_some_and(|function| {
                function.insts.iter().any(|inst| matches!(&inst.op, Op::Global(name) if name == "arguments"))
            }),
            _ => false,
        };
        if self.solver.catalogue.global(name).is_some() && value.atoms().iter().any(forwards) {
            return Shape::data(Access::new(Root::Global(name.as_str().into()), span));
        }
        value
    }

    pub(crate) fn set_var(&mut self, var: VarId, value: Shape) {
        let owner = self.module[var].owner;
        if owner.0 == 0 {
            self.write_cell(Cell::Var(self.f.file, var), value.clone());
            if Solver::is_module(self.f) {
                self.env.insert(var, value);
            }
            return;
        }
        if owner == self.f.id {
            let old = self.shared.get(&var).cloned().unwrap_or_default();
            let new = old.clone().join(value.clone());
            if new != old {
                self.shared.insert(var, new);
                self.shared_grew = true;
            }
        } else {
            let target = Access::new(Root::Free(var), self.function().span);
            let spot = self.spot(self.function().span);
            let kind = Kind::Write { target, key: None, value: value.clone(), levels: 0 };
            self.push(Effect { kind, spot });
        }
        self.env.insert(var, value);
    }

    /// Writes to a cell now, or leaves it to the caller who knows the value.
    pub(crate) fn write_cell(&mut self, cell: Cell, value: Shape) {
        if value.is_symbolic() {
            let spot = self.spot(self.function().span);
            self.push(Effect { kind: Kind::Cell { cell: cell.clone(), value: value.clone() }, spot });
            let settled = strip(&value);
            self.solver.write(cell, &settled);
        } else {
            self.solver.write(cell, &value);
        }
    }

    fn global(&mut self, name: &str, span: Span) -> Shape {
        match name {
            "arguments" => {
                let params = (0..8u16).map(|i| {
                    (Name::from(i.to_string().as_str()), Shape::data(Access::new(Root::Param(i), span)))
                });
                Shape::object(params)
            }
            "undefined" | "NaN" | "Infinity" => Shape::default(),
            _ => Shape::data(Access::new(Root::Global(name.into()), span)),
        }
    }

    fn this(&self, span: Span) -> Shape {
        // An arrow function has the receiver of the function around it.
        let mut at = self.f.id;
        while self.module[at].kind == FunctionKind::Arrow {
            match self.module[at].parent {
                Some(parent) => at = parent,
                None => break,
            }
        }
        if self.module[at].kind == FunctionKind::Module {
            return Shape::data(Access::new(Root::Global("globalThis".into()), span));
        }
        if at != self.f.id
            && let Some(class) = self.module[at].class
        {
            return Shape::atom(Atom::Instance(ClassRef { file: self.f.file, id: class }));
        }
        Shape::data(Access::new(Root::This, span))
    }

    /// The class around this function.
    pub(crate) fn class(&self) -> Option<ClassRef> {
        let mut at = Some(self.f.id);
        while let Some(id) = at {
            if let Some(class) = self.module[id].class {
                return Some(ClassRef { file: self.f.file, id: class });
            }
            at = self.module[id].parent;
        }
        None
    }

    fn get(&mut self, object: Value, key: &Key, span: Span) -> Shape {
        let shape = self.value(object);
        match key {
            Key::Name(name) => {
                let name: Name = name.as_str().into();
                if let Some(method) = self.own_method(&shape, &name) {
                    return method;
                }
                self.solver.member(&shape, &name, span)
            }
            Key::Dynamic(key) => {
                let key = self.value(*key);
                match key.literals().as_slice() {
                    [] if shape.tells_its_key() => key.looked_up(),
                    [] => self.solver.element(&shape, span),
                    // `client[isNew ? "identify" : "track"]`
                    names => Shape::join_all(names.iter().map(|name| self.solver.member(&shape, name, span))),
                }
            }
            Key::Element => self.solver.element(&shape, span),
        }
    }

    /// `this.method` of the class around: known without the caller.
    fn own_method(&self, receiver: &Shape, name: &str) -> Option<Shape> {
        let [Atom::Data(access)] = receiver.atoms() else { return None };
        if access.root != Root::This || !access.path.is_empty() {
            return None;
        }
        self.solver.settled_method(self.class()?, name)
    }

    fn object(&mut self, entries: &[Entry], _span: Span) -> Shape {
        let mut shape = Shape::object([]);
        for entry in entries {
            shape = match entry {
                Entry::Field(Key::Name(name), value) => shape.with(name.as_str().into(), self.value(*value)),
                Entry::Field(Key::Dynamic(key), value) => {
                    let key = self.value(*key);
                    self.want_key(&key);
                    shape.with_dynamic(key, self.value(*value))
                }
                Entry::Field(Key::Element, value) => shape.with_element(self.value(*value)),
                Entry::Spread(value) => shape.spread(self.value(*value)),
            };
        }
        shape
    }

    /// A key that a file nobody has parsed yet names, as the members of an enum are, says what stands under it.
    fn want_key(&self, key: &Shape) {
        for atom in key.atoms() {
            if let Atom::Data(access) = atom
                && let Root::Import(file, _) = &access.root
                && !access.path.contains(&Seg::Call)
            {
                super::types::Wanted::want(self.solver, *file);
            }
        }
    }

    fn list(&mut self, items: &[(Value, bool)], span: Span) -> Shape {
        let mut shape = Shape::object([]);
        let fixed = items.len() <= 32 && items.iter().all(|(_, spread)| !spread);
        for (i, (value, spread)) in items.iter().enumerate() {
            let value = self.value(*value);
            if *spread {
                shape = shape.with_element(self.solver.element(&value, span));
            } else if fixed {
                shape = shape.with(i.to_string().as_str().into(), value);
            } else {
                shape = shape.with_element(value);
            }
        }
        shape
    }

    /// A closure with what it captures.
    fn closure(&mut self, f: FnRef) -> Shape {
        let vars = self.solver.program.captured(f);
        let captured: Captured = vars
            .iter()
            .map(|var| {
                let shape = if self.module[*var].owner == self.f.id {
                    let now = self.env.get(var).cloned().unwrap_or_default();
                    now.join(self.shared.get(var).cloned().unwrap_or_default())
                } else {
                    Shape::data(Access::new(Root::Free(*var), self.function().span))
                        .named(&self.module[*var].name)
                };
                (*var, shape)
            })
            .collect();
        Shape::atom(Atom::Fn(f, captured, None))
    }

    /// `object.key = value`.
    pub(crate) fn set(&mut self, object: Value, key: &Key, value: Shape, span: Span) {
        let shape = self.value(object);
        let (name, next) = match key {
            Key::Name(name) => {
                let name: Name = name.as_str().into();
                (Some(name), shape.clone().with(name, value.clone()))
            }
            Key::Dynamic(key) => {
                let key = self.value(*key);
                (key.literal(), shape.clone().with_dynamic(key, value.clone()))
            }
            Key::Element => (None, shape.clone().with_element(value.clone())),
        };
        self.write_through(&shape, name.as_ref(), &value, span);
        self.replace(object, next);
    }

    /// Tells everybody who may share the object: callers, instances, modules.
    pub(crate) fn write_through(&mut self, object: &Shape, key: Option<&Name>, value: &Shape, span: Span) {
        let open = object.atoms().iter().filter(|atom| matches!(atom, Atom::Data(a) if !a.derived)).count();
        for atom in object.atoms() {
            match (atom, key) {
                (Atom::Data(access), _) if access.derived || open > MAX_TARGETS => {}
                (Atom::Data(access), _)
                    if matches!(access.root, Root::Param(_) | Root::This | Root::Free(_) | Root::Ret(_)) =>
                {
                    let kind = Kind::Write {
                        target: **access,
                        key: key.copied(),
                        value: value.clone(),
                        levels: self.levels,
                    };
                    let spot = self.spot(span);
                    self.push(Effect { kind, spot });
                    if access.root == Root::This
                        && let Some(class) = self.class()
                        && self.function().kind != FunctionKind::Constructor
                        && let Some(Seg::Name(first)) =
                            access.path.first().cloned().or_else(|| key.cloned().map(Seg::Name))
                    {
                        self.solver.note_late(class, first);
                    }
                }
                (Atom::Data(access), Some(key)) => {
                    if let Root::Alloc(at) = access.root {
                        self.write_cell(Cell::Alloc(at, *key), value.clone());
                    } else if let Root::Global(_) = access.root {
                        self.assigned(access, key, value, span);
                    }
                }
                (Atom::Instance(class), Some(key)) => {
                    self.solver.note_late(*class, *key);
                    self.write_cell(Cell::Field(*class, *key), value.clone());
                }
                (Atom::Class(class), Some(key)) => {
                    self.write_cell(Cell::Static(*class, *key), value.clone());
                }
                _ => {}
            }
        }
    }

    /// `window.intercomSettings = {…}`, `img.src = url`: assignments that send.
    fn assigned(&mut self, access: &Access, key: &Name, value: &Shape, span: Span) {
        let target = access.member(Seg::Name(*key), span);
        let given = vec![Given::new(value.clone(), span)];
        if &**key == "src" && access.dotted().ends_with("()") {
            let spot = self.spot(span);
            let kind = Kind::Http { call: target.dotted().as_str().into(), url: value.clone(), parts: given };
            self.push(Effect { kind, spot });
        } else if matches!(&access.root, Root::Global(name) if matches!(&**name, "window" | "globalThis" | "self"))
            && access.path.is_empty()
        {
            let spot = self.spot(span);
            let kind = Kind::Vendor {
                root: Root::Global(*key),
                path: "=".into(),
                this: Shape::default(),
                args: given,
            };
            self.push(Effect { kind, spot });
        }
    }

    /// Puts a changed object back where it was read from.
    pub(crate) fn replace(&mut self, object: Value, next: Shape) {
        let module = self.module.clone();
        let mut at = object;
        let mut next = next;
        for _ in 0..8 {
            self.values[at.0 as usize] = next.clone();
            match &module[self.f.id][at].op {
                Op::Load(var) => {
                    self.update_var(*var, next);
                    return;
                }
                Op::Get(outer, Key::Name(name)) => {
                    let name: Name = name.as_str().into();
                    let outer_shape = self.value(*outer);
                    next = outer_shape.with(name, next);
                    at = *outer;
                }
                Op::Typed(inner, _) | Op::Await(inner) => at = *inner,
                Op::Either(parts) if parts.len() == 1 => at = parts[0],
                // `(function (E) { … })(E || (exports.E = E = {}))`: one object under several names.
                Op::Either(parts) => {
                    let function = &module[self.f.id];
                    let made = |part: &Value| matches!(&function[*part].op, Op::Object(entries) if entries.is_empty());
                    let Some(fresh) = parts.iter().copied().find(made) else { return };
                    let held = function.insts.iter().filter_map(|inst| match inst.op {
                        Op::Store(var, value) if value == fresh => Some(var),
                        _ => None,
                    });
                    for var in held {
                        self.update_var(var, next.clone());
                    }
                    return;
                }
                _ => return,
            }
        }
    }

    /// A variable whose object changed: its identity is the same, so nothing is forgotten.
    fn update_var(&mut self, var: VarId, value: Shape) {
        let owner = self.module[var].owner;
        if owner.0 == 0 {
            if self.solver.import_of(self.f.file, var, self.function().span).is_none() {
                self.write_cell(Cell::Var(self.f.file, var), value.clone());
            }
            if Solver::is_module(self.f) {
                self.env.insert(var, value);
            }
        } else if owner == self.f.id {
            self.set_var(var, value);
        } else {
            self.env.insert(var, value);
        }
    }

    /// Writes below a member path of the value of an instruction; for summaries that write to an argument.
    pub(crate) fn write_below(&mut self, target: Value, path: &[Seg], key: Option<&Name>, value: &Shape) {
        let object = self.value(target);
        let next = written(&object, path, key, value);
        let span = self.span(target);
        if path.is_empty() {
            self.write_through(&object, key, value, span);
        } else {
            for atom in object.atoms() {
                if let Atom::Data(access) = atom
                    && matches!(access.root, Root::Param(_) | Root::This | Root::Free(_))
                {
                    let mut target = **access;
                    for seg in path {
                        target = target.member(*seg, span);
                    }
                    let kind =
                        Kind::Write { target, key: key.copied(), value: value.clone(), levels: self.levels };
                    let spot = self.spot(span);
                    self.push(Effect { kind, spot });
                } else if let (Atom::Instance(class), Some(Seg::Name(first))) = (atom, path.first()) {
                    let below = written(&Shape::object([]), &path[1..], key, value);
                    self.write_cell(Cell::Field(*class, *first), below);
                }
            }
        }
        self.replace(target, next);
    }
}

/// The bit of a parameter among the flags; none for those far back.
pub(crate) fn flag_bit(param: usize) -> u64 {
    u32::try_from(param).ok().and_then(|param| 1u64.checked_shl(param)).unwrap_or(0)
}

/// True for a place that somebody else may look at: what a call gave is nobody's yet.
fn is_kept(access: &Access) -> bool {
    access.path.len() <= MAX_WRITE_PATH && !access.path.iter().any(|seg| matches!(seg, Seg::Call))
}

fn same_write(kind: &Kind, target: &Access, key: Option<&Name>) -> bool {
    matches!(kind, Kind::Write { target: known, key: name, .. }
        if known.root == target.root && known.path == target.path && name.as_ref() == key)
}

/// Without calls that carry nothing and whose result nobody uses.
fn needed(ret: &Shape, effects: Vec<Effect>) -> Vec<Effect> {
    let mut used = BTreeSet::new();
    ret.rets(&mut used);
    let mut keep = Vec::new();
    for effect in effects.into_iter().rev() {
        if let Kind::Call { id, args, method: Some(_), .. } = &effect.kind
            && !used.contains(id)
            && args.iter().all(|arg| !arg.value.carries())
        {
            continue;
        }
        effect.values(&mut |value| value.rets(&mut used));
        keep.push(effect);
    }
    keep.reverse();
    keep
}

/// `object` with `value` written at `path.key`.
pub(crate) fn written(object: &Shape, path: &[Seg], key: Option<&Name>, value: &Shape) -> Shape {
    match (path.split_first(), key) {
        (Some((Seg::Name(first), rest)), _) => {
            let inner =
                object.node().and_then(|node| node.fields.get(first)).and_then(|slot| slot.value.clone());
            let inner = written(&inner.unwrap_or_default(), rest, key, value);
            object.clone().with_maybe(*first, inner)
        }
        (Some((_, rest)), _) => {
            let inner = object.node().and_then(|node| node.element.clone()).unwrap_or_default();
            object.clone().with_element(written(&inner, rest, key, value))
        }
        (None, Some(key)) => object.clone().with_maybe(*key, value.clone()),
        (None, None) => object.clone().with_element(value.clone()),
    }
}

/// The part of a value that no caller has a say in.
fn strip(value: &Shape) -> Shape {
    Shape::of(
        value.atoms().iter().filter(|atom| !Shape::atom((*atom).clone()).is_symbolic()).cloned().collect(),
    )
}

fn join_env(a: BTreeMap<VarId, Shape>, b: BTreeMap<VarId, Shape>) -> BTreeMap<VarId, Shape> {
    let mut joined = a;
    for (var, shape) in b {
        let slot = joined.entry(var).or_default();
        *slot = std::mem::take(slot).join(shape);
    }
    joined
}

fn literal_shape(literal: &Literal) -> Shape {
    let lit = match literal {
        Literal::Str(text) if text.len() <= 300 => Lit::Str(text.as_str().into()),
        Literal::Number(text) => Lit::Number(text.as_str().into()),
        Literal::Bool(value) => Lit::Bool(*value),
        Literal::Null => Lit::Null,
        // A constant all the same.
        Literal::Str(_) => Lit::Other,
        Literal::Other => return Shape::default(),
    };
    Shape::atom(Atom::Lit(lit))
}
