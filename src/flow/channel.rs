//! Hand-over by name: own event emitters and job queues. Who emits and who listens meet in a literal.
//!
//! A channel is a cell like any other; what is put in enters where it was handed over.

use super::calls::Call;
use super::effect::{Cell, Given};
use super::eval::Eval;
use super::shape::{Access, Atom, Name, Root, Seg, Shape};
use std::rc::Rc;

/// Packages of job queues: `new Queue(name).add(job, data)` meets `new Worker(name, job => …)`.
const QUEUES: &[&str] = &["bull", "bullmq", "bee-queue"];
/// Names of events that every emitter has: they say nothing of who talks to whom.
const STOCK: &[&str] = &[
    "abort",
    "change",
    "click",
    "close",
    "connect",
    "connection",
    "data",
    "disconnect",
    "done",
    "drain",
    "end",
    "error",
    "exit",
    "finish",
    "load",
    "message",
    "open",
    "progress",
    "ready",
    "reconnect",
    "request",
    "response",
    "submit",
    "timeout",
    "update",
    "warning",
];
/// The member that keeps a queue's name.
pub(crate) const NAME: &str = "%channel";

/// True for a package of job queues.
pub(crate) fn is_queue(package: &str) -> bool {
    QUEUES.contains(&package)
}

impl Eval<'_, '_> {
    /// `setupListeners({ "user-created": event => …, … })`: each handler gets what is emitted under its key.
    pub(crate) fn handler_map(&mut self, call: &Call) {
        for arg in &call.args {
            let Some(node) = arg.value.node().filter(|node| node.atoms.is_empty()) else { continue };
            let handles = |slot: &super::shape::Slot| slot.value.as_ref().is_some_and(Shape::is_function);
            if !node.fields.values().all(handles) {
                continue;
            }
            for (name, slot) in node.fields.iter().filter(|(name, _)| speaks(name)) {
                let Some(handler) = &slot.value else { continue };
                if self.listen(name, handler, call) {
                    let handlers = handler.atoms().iter().filter_map(|atom| match atom {
                        Atom::Fn(f, _, _) => Some(*f),
                        _ => None,
                    });
                    self.solver.handlers.borrow_mut().extend(handlers);
                }
            }
        }
    }

    /// `emitter.emit("name", a, b)` and `emitter.on("name", (a, b) => …)`.
    pub(crate) fn hand_over(&mut self, method: &str, call: &Call) -> Option<Shape> {
        let name = call.arg(0).literal().filter(|name| !STOCK.contains(&&**name))?;
        match method {
            "emit" | "publish" | "emitAsync" => {
                self.put(&name, call.args.get(1..).unwrap_or_default());
                None
            }
            "on" | "once" | "addListener" | "subscribe" | "onAsync" => {
                let listener = call.arg(1);
                let closure = listener.is_function();
                (closure && self.listen(&name, &listener, call)).then(|| call.this.clone())
            }
            _ => None,
        }
    }

    /// `new Queue(name)`, `queue.add(job, data)`, `new Worker(name, handler)`, `queue.process(handler)`.
    pub(crate) fn queue(&mut self, package: &str, path: &str, access: &Access, call: &Call) -> Option<Shape> {
        if !QUEUES.contains(&package) {
            return None;
        }
        let kept = |shape: &Shape| shape.node()?.fields.get(NAME)?.value.as_ref()?.literal();
        match path.rsplit('.').next()? {
            "add" => {
                let name = kept(&call.this)?;
                let data = call.args.get(1).or(call.args.first())?;
                let job = Shape::object([("data".into(), handed(data))]);
                self.put(&name, &[Given { value: job, ..data.clone() }]);
                None
            }
            "process" => {
                let name = kept(&call.this)?;
                let handler = call.args.last()?.value.clone();
                self.listen(&name, &handler, call).then(Shape::default)
            }
            "Worker" => {
                let name = call.arg(0).literal()?;
                let handler = call.arg(1);
                self.listen(&name, &handler, call).then(Shape::default)
            }
            "Queue" | "" => {
                let made = Shape::data(access.member(Seg::Call, call.spot.at));
                Some(made.with(NAME.into(), call.arg(0)))
            }
            _ => None,
        }
    }

    /// `signal.send(sender, user=user)` and `signal.connect(handler)`.
    pub(crate) fn signalled(&mut self, method: &str, call: &Call) -> Option<Shape> {
        let name = call.this.node()?.fields.get(NAME)?.value.as_ref()?.literal()?;
        match method {
            "send" | "send_robust" | "asend" | "asend_robust" => {
                let named = call.args.iter().filter(|arg| !arg.spread);
                let fields = named.map(|arg| (arg.name.unwrap_or("sender".into()), handed(arg)));
                self.write_cell(Cell::Channel(name), Shape::object(fields.collect::<Vec<_>>()));
            }
            "connect" => self.connect(&call.this.clone(), &call.arg(0), call),
            _ => return None,
        }
        Some(Shape::default())
    }

    /// Calls the receivers of a signal, or of a list of signals, with what was sent.
    pub(crate) fn connect(&mut self, signals: &Shape, listener: &Shape, call: &Call) {
        let Some(node) = signals.node() else { return };
        for atom in &node.atoms {
            if let Atom::Data(access) = atom
                && let Root::Import(file, _) = &access.root
            {
                super::types::Wanted::want(self.solver, *file);
            }
        }
        let Some(name) = node.fields.get(NAME).and_then(|slot| slot.value.as_ref()?.literal()) else {
            let listed: Vec<Shape> = node.fields.values().filter_map(|slot| slot.value.clone()).collect();
            listed.iter().filter(|_| listed.len() < 9).for_each(|one| self.connect(one, listener, call));
            return;
        };
        if self.solver.reaches_or_uses(listener) {
            self.solver.channels.borrow_mut().insert(name);
        }
        let sent = self.solver.read(&Cell::Channel(name));
        let Some(sent) = sent.node() else { return };
        let args = sent.fields.iter().filter_map(|(name, slot)| {
            Some(Given { name: Some(*name), ..Given::new(slot.value.clone()?, call.spot.at) })
        });
        let inner = Call::plain(Shape::default(), args.collect(), &call.spot);
        for atom in listener.atoms() {
            if let Atom::Fn(f, captured, _) = atom {
                self.instantiate_handed(*f, &Rc::clone(captured), &inner);
            }
        }
    }

    fn put(&mut self, name: &Name, args: &[Given]) {
        let fields =
            args.iter().enumerate().map(|(i, arg)| (Name::from(i.to_string().as_str()), handed(arg)));
        self.write_cell(Cell::Channel(*name), Shape::object(fields.collect::<Vec<_>>()));
    }

    /// Calls the listener with what was handed over; false if nothing was.
    fn listen(&mut self, name: &Name, listener: &Shape, call: &Call) -> bool {
        let sends = self.solver.reaches_or_uses(listener);
        if sends {
            self.solver.channels.borrow_mut().insert(*name);
        }
        let kept = self.solver.read(&Cell::Channel(*name));
        let Some(node) = kept.node() else { return false };
        let args = (0..node.fields.len())
            .map(|i| {
                let value = kept.plain_member(&Name::from(i.to_string().as_str()), call.spot.at);
                Given::new(value, call.spot.at)
            })
            .collect();
        let inner = Call::plain(Shape::default(), args, &call.spot);
        for atom in listener.atoms() {
            if let Atom::Fn(f, captured, class) = atom {
                let this = class.map(|class| Shape::atom(Atom::Instance(class))).unwrap_or_default();
                self.instantiate_apart(*f, &Rc::clone(captured), &Call { this, ..inner.clone() });
            }
        }
        true
    }
}

/// True for a key that is the name of an event rather than of a method: `user-created`, `user.created`.
fn speaks(key: &str) -> bool {
    key.contains(['-', '.', ':', '/', ' '])
}

/// A value that enters where it is handed over.
fn handed(arg: &Given) -> Shape {
    arg.value.map(&mut |access| Access { passed: Some(access.passed.unwrap_or(arg.span)), ..*access })
}
