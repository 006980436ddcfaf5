//! Carries out the laws of well-known library calls (`known.rs`) on shapes.

use super::calls::Call;
use super::effect::{Cell, Given};
use super::eval::Eval;
use super::known::{self, Law};
use super::shape::{Access, Atom, Change, KEY, Lit, Name, Root, Seg, Shape};
use crate::ir::{Op, Value};

impl Eval<'_, '_> {
    /// What the law gives for this call; `method` tells a method (subject: receiver) from a function (argument 0).
    #[expect(clippy::too_many_lines, reason = "one line a law")]
    pub(crate) fn law(&mut self, law: Law, call: &Call, method: bool) -> Option<Shape> {
        let subject = if method { call.this.clone() } else { call.arg(0) };
        let callback = call.arg(usize::from(!method));
        let at = call.spot.at;
        Some(match law {
            Law::Arg(i) => {
                self.enter_closures(None, call);
                call.arg(usize::from(i))
            }
            Law::Receiver => {
                self.enter_closures(None, call);
                subject
            }
            Law::Made => {
                self.enter_closures(None, call);
                let given = call.args.iter().map(|arg| arg.value.made());
                Shape::join_all(given.chain(method.then(|| subject.made())))
            }
            Law::Nothing => {
                self.enter_closures(None, call);
                Shape::default()
            }
            Law::Random => {
                let random = Access::new(Root::Global(known::RANDOM.into()), at);
                Shape::data(random.member(Seg::Call, at))
            }
            Law::Changed(change) => {
                let given = call.args.iter().map(|arg| arg.value.made());
                let all = Shape::join_all(given.chain(method.then(|| subject.made())));
                all.changed(change)
            }
            Law::Map => {
                if let Some(items) = items(&subject) {
                    let results = items
                        .into_iter()
                        .map(|(name, item)| (name, self.call_back(&callback, vec![item], call)));
                    return Some(Shape::object(results.collect::<Vec<_>>()));
                }
                let element = self.solver.element(&subject, at);
                Shape::list(self.call_back(&callback, vec![element], call))
            }
            Law::Each => {
                if let Some(items) = items(&subject) {
                    for (_, item) in items {
                        self.call_back(&callback, vec![item], call);
                    }
                    return Some(subject);
                }
                let element = self.solver.element(&subject, at);
                self.call_back(&callback, vec![element], call);
                subject
            }
            Law::Find => {
                let element = self.solver.element(&subject, at);
                self.call_back(&callback, vec![element.clone()], call);
                element
            }
            Law::Reduce => {
                let element = self.solver.element(&subject, at);
                let start = call.arg(usize::from(!method) + 1);
                let first = self.call_back(&callback, vec![start.clone(), element.clone()], call);
                let second =
                    self.call_back(&callback, vec![first.clone().join(start.clone()), element], call);
                start.join(first).join(second)
            }
            Law::Element => self.solver.element(&subject, at),
            Law::Push => self.push_elements(call, subject),
            Law::SetEntry => self.set_entry(call, subject)?,
            Law::GetEntry => self.get_entry(call, &subject)?,
            Law::Entries => {
                self.entries(&if method && call.args.is_empty() { subject } else { call.arg(0) }, call)
            }
            Law::Keys => {
                let object = if method && call.args.is_empty() { subject } else { call.arg(0) };
                Shape::list(self.solver.member(&object, &KEY.into(), at).join(object.open_keys()))
            }
            Law::Values => Shape::list(self.solver.element(&call.arg(0), at)),
            Law::FromEntries => self.of_entries(&call.arg(0), call),
            Law::Assign => self.assign(call),
            Law::Pick => subject.only(&names(call), at),
            Law::Omit => names(call).into_iter().fold(subject, Shape::without),
            Law::GetPath => {
                let path = call.arg(1).literal()?;
                path.split('.').fold(subject, |value, name| self.solver.member(&value, &name.into(), at))
            }
            Law::Then => self.call_back(&call.arg(0), vec![subject], call),
            Law::Run => self.call_back(&call.arg(0), Vec::new(), call),
            Law::Callback => call.arg(0),
            Law::Invoke => self.invoke(call),
            Law::State => self.state(call),
            Law::Ref => {
                Shape::data(Access::new(Root::Alloc(at), at)).with_maybe("current".into(), call.arg(0))
            }
            Law::Identity => Shape::data(Access::new(Root::Alloc(at), at)),
            Law::Context => self.solver.member(&call.arg(0), &"value".into(), at),
            Law::Split => split(&subject, call),
            Law::Lazy => {
                let loaded = self.call_back(&call.arg(0), Vec::new(), call);
                self.solver.member(&loaded, &"default".into(), at)
            }
            Law::Bind => call.arg(0),
            Law::Parse => parsed(&subject, &call.arg(0), call),
            Law::SafeParse => Shape::object([("data".into(), parsed(&subject, &call.arg(0), call))]),
            Law::Extend => subject.spread(call.arg(0)),
            Law::Address => match call.arg(1) {
                base if base.is_empty() => call.arg(0),
                base => Shape::text_of(vec![base, call.arg(0)]),
            },
        })
    }

    /// Calls a callback with these arguments.
    fn call_back(&mut self, callback: &Shape, args: Vec<Shape>, call: &Call) -> Shape {
        if callback.is_empty() {
            return Shape::default();
        }
        let span = call.spot.at;
        let args = args.into_iter().map(|value| Given::new(value, span)).collect();
        let inner = Call::plain(Shape::default(), args, &call.spot);
        self.apply(callback, &inner)
    }

    /// Where the receiver of a mutating call lives.
    fn receiver(call: &Call) -> Option<Value> {
        call.origin.as_ref().and_then(|(this, _)| *this)
    }

    fn push_elements(&mut self, call: &Call, subject: Shape) -> Shape {
        let added = Shape::join_all(call.args.iter().map(|arg| {
            if arg.spread { self.solver.element(&arg.value, arg.span) } else { arg.value.clone() }
        }));
        self.write_through(&subject, None, &added, call.spot.at);
        let next = subject.with_element(added);
        if let Some(receiver) = Self::receiver(call) {
            self.replace(receiver, next.clone());
        }
        next
    }

    /// `this.services.push(service)`, where only a caller knows the receiver: its list has one more, whatever else it is.
    pub(crate) fn collects(&mut self, method: &str, call: &Call) {
        let (key, value) = match (method, call.args.len()) {
            ("push" | "unshift" | "add", 1) => (None, call.arg(0)),
            ("set", 2) => (call.arg(0).literal(), call.arg(1)),
            _ => return,
        };
        let own = |atom: &Atom| matches!(atom, Atom::Data(access) if access.root == Root::This && !access.derived && matches!(&*access.path, [Seg::Name(_)]));
        let lists = call.this.clone().filtered(own);
        if !value.is_empty() {
            self.write_through(&lists, key.as_ref(), &value, call.spot.at);
        }
    }

    /// `call(track, "name", { … })`, `call([client, client.track], …)`: redux-saga calls it.
    fn invoke(&mut self, call: &Call) -> Shape {
        let target = call.arg(0);
        let part = |name: &str| target.node().and_then(|node| node.fields.get(name)?.value.clone());
        let (this, callee) = match (part("0"), part("1")) {
            (Some(this), Some(callee)) => (this, callee),
            _ => (Shape::default(), target),
        };
        let args = call.args.get(1..).unwrap_or_default().to_vec();
        self.apply(&callee, &Call::plain(this, args, &call.spot))
    }

    /// `map.set(k, v)`, `form.append(k, v)`, `storage.setItem(k, v)`; with one argument it is no entry.
    fn set_entry(&mut self, call: &Call, subject: Shape) -> Option<Shape> {
        let value = match call.args.len() {
            0 => return None,
            1 => return Some(self.set_all(call, subject)),
            _ => call.arg(1),
        };
        let key = call.arg(0);
        self.write_through(&subject, key.literal().as_ref(), &value, call.spot.at);
        let next = subject.with_dynamic(key, value);
        // Builders return themselves.
        if let Some(receiver) = Self::receiver(call) {
            self.replace(receiver, next.clone());
        }
        Some(next)
    }

    fn set_all(&mut self, call: &Call, subject: Shape) -> Shape {
        let next = subject.spread(call.arg(0));
        if let Some(receiver) = Self::receiver(call) {
            self.replace(receiver, next.clone());
        }
        next
    }

    /// `headers.get("x-forwarded-for")`, `form.get("email")`: a member by another name.
    fn get_entry(&mut self, call: &Call, subject: &Shape) -> Option<Shape> {
        if call.args.iter().any(|arg| arg.value.is_function()) {
            return None;
        }
        let Some(key) = call.arg(0).literal() else {
            return Some(self.solver.element(subject, call.spot.at).join(subject.made()));
        };
        let headers = subject.atoms().iter().any(
            |atom| matches!(atom, Atom::Data(access) if access.last_name().is_some_and(|n| n.ends_with("eaders"))),
        );
        let (mut subject, mut key) = (subject.clone(), key);
        if call.method.as_deref() == Some("header") || (key.contains('-') && !headers) {
            subject = self.solver.member(&subject, &"headers".into(), call.spot.at);
        }
        if headers || key.contains('-') {
            key = key.to_ascii_lowercase().as_str().into();
        }
        Some(self.solver.member(&subject, &key, call.spot.at))
    }

    fn entries(&self, object: &Shape, call: &Call) -> Shape {
        let Some(node) = object.node() else { return Shape::default() };
        let element = self.solver.element(object, call.spot.at);
        let written = node.fields.get(KEY).and_then(|slot| slot.value.clone()).unwrap_or_default();
        let written = written.join(object.open_keys());
        // One pair a known key keeps key and value together.
        let named = node.fields.iter().filter(|(name, _)| &***name != KEY);
        let pairs = named.filter_map(|(name, slot)| {
            let value = slot.value.clone()?;
            Some(Shape::object([("0".into(), Shape::string(name)), ("1".into(), value)]))
        });
        let pairs: Vec<(Name, Shape)> =
            pairs.enumerate().map(|(i, pair)| (Name::from(i.to_string().as_str()), pair)).collect();
        if pairs.is_empty() || !node.atoms.is_empty() {
            let pair =
                Shape::object([("0".into(), object.keys(call.spot.at).join(written)), ("1".into(), element)]);
            return Shape::object(pairs).with_element(pair);
        }
        Shape::object(pairs)
    }

    fn of_entries(&self, list: &Shape, call: &Call) -> Shape {
        let at = call.spot.at;
        let Some(node) = list.node() else { return Shape::default() };
        let mut object = Shape::object([]);
        // A map keeps its entries as members already.
        for (name, slot) in node.fields.iter().filter(|(name, _)| !is_index(name)) {
            object = object.with(*name, slot.value.clone().unwrap_or_default());
        }
        let listed = node.fields.iter().filter(|(name, _)| is_index(name));
        let pairs = listed.filter_map(|(_, slot)| slot.value.clone()).chain(node.element.clone());
        for pair in pairs {
            let key = self.solver.member(&pair, &"0".into(), at);
            let value = self.solver.member(&pair, &"1".into(), at);
            object = object.with_dynamic(key, value);
        }
        object.join(Shape::of(node.atoms.clone()))
    }

    fn assign(&mut self, call: &Call) -> Shape {
        let mut target = call.arg(0);
        for arg in call.args.iter().skip(1) {
            let source =
                if arg.spread { self.solver.element(&arg.value, arg.span) } else { arg.value.clone() };
            if let Some(node) = source.node() {
                for (name, slot) in node.fields.iter() {
                    if let Some(value) = &slot.value {
                        self.write_through(&call.arg(0), Some(name), value, call.spot.at);
                    }
                }
            }
            target = target.spread(source);
        }
        let first = call.origin.as_ref().and_then(|(_, values)| values.first().copied());
        if let Some(first) = first {
            self.replace(first, target.clone());
        }
        target
    }

    fn state(&mut self, call: &Call) -> Shape {
        let at = call.spot.at;
        let start = call.arg(0);
        let start = if start.is_function() { self.call_back(&start, Vec::new(), call) } else { start };
        let cell = Access::new(Root::Alloc(at), at);
        let kept = self.solver.read(&Cell::Alloc(at, "value".into()));
        let setter = Shape::data(cell.member(Seg::Name("set".into()), at));
        let value = start.join(kept);
        let value = if value.is_empty() { Shape::data(Access::new(Root::Unknown, at)) } else { value };
        // `useState<User | null>(null)` declares what it will hold.
        let declared = self.type_argument(call);
        let value = match declared {
            Some(ty) => value.join(Shape::data(Access::new(Root::Unknown, at)).typed(ty)),
            None => value,
        };
        Shape::object([("0".into(), value), ("1".into(), setter)])
    }

    fn type_argument(&self, call: &Call) -> Option<super::program::TypeRef> {
        call.origin.as_ref()?;
        let inst = self.function().insts.iter().find(|inst| {
            inst.span == call.spot.at && matches!(&inst.op, Op::Call { types, .. } if !types.is_empty())
        })?;
        match &inst.op {
            Op::Call { types, .. } => {
                types.first().map(|id| super::program::TypeRef { file: self.f.file, id: *id })
            }
            _ => None,
        }
    }
}

/// The items of a list of known length.
fn items(list: &Shape) -> Option<Vec<(Name, Shape)>> {
    let node = list
        .node()
        .filter(|node| node.atoms.is_empty() && node.element.is_none() && node.dynamic.is_empty())?;
    let known = !node.fields.is_empty()
        && node.fields.len() <= MAX_ITEMS
        && node.fields.keys().all(|name| is_index(name));
    known.then(|| {
        node.fields.iter().map(|(name, slot)| (*name, slot.value.clone().unwrap_or_default())).collect()
    })
}

/// Lists up to this length are gone through item by item.
const MAX_ITEMS: usize = 120;

fn is_index(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_digit())
}

/// What a schema lets through.
fn parsed(schema: &Shape, value: &Shape, call: &Call) -> Shape {
    let fields =
        schema.node().map(|node| node.fields.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    if fields.is_empty() { value.clone() } else { value.only(&fields, call.spot.at) }
}

/// `email.split("@")`: the second part is the domain. Other text stays what it is.
fn split(subject: &Shape, call: &Call) -> Shape {
    let made = subject.made();
    let at_sign = matches!(call.arg(0).atoms(), [Atom::Lit(Lit::Str(text))] if &**text == "@");
    if !at_sign {
        return Shape::list(made);
    }
    let domain = made.changed(Change::Domain);
    Shape::object([("0".into(), made), ("1".into(), domain.clone())]).with_element(domain)
}

/// Literal member names among the arguments after the first, also in lists.
fn names(call: &Call) -> Vec<Name> {
    let mut found = Vec::new();
    for arg in call.args.iter().skip(1) {
        found.extend(arg.value.literal());
        if let Some(node) = arg.value.node() {
            found.extend(node.fields.values().filter_map(|slot| slot.value.as_ref()?.literal()));
        }
    }
    // `pick(["email"], user)` of point-free libraries.
    if found.is_empty() {
        let list = call.arg(0);
        if let Some(node) = list.node() {
            found.extend(node.fields.values().filter_map(|slot| slot.value.as_ref()?.literal()));
        }
    }
    found
}
