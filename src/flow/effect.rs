//! What calling a function does, in terms of its parameters: calls into vendors, calls not resolved yet, writes.
//!
//! Plain data; `calls.rs` makes and instantiates it, `emit.rs` turns what is settled into flows.

use super::program::{ClassRef, FnRef};
use super::shape::{Access, Name, Root, Shape};
use crate::ir::{CallKind, FileId, Span, VarId};
use std::rc::Rc;

/// An argument at a call.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Given {
    pub(crate) value: Shape,
    pub(crate) span: Span,
    /// `...value`
    pub(crate) spread: bool,
    /// `name=value`; with `spread` it holds keyword arguments (`**value`).
    pub(crate) name: Option<Name>,
}

impl Given {
    /// A positional argument.
    pub(crate) fn new(value: Shape, span: Span) -> Self {
        Self { value, span, spread: false, name: None }
    }
}

/// Where something happens, and through which calls it was reached.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spot {
    /// The call itself.
    pub(crate) at: Span,
    /// The function it is written in.
    pub(crate) inside: FnRef,
    /// Calls that led there, innermost first: (call, function it is written in).
    pub(crate) via: Rc<[(Span, FnRef)]>,
}

/// One effect.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Effect {
    pub(crate) kind: Kind,
    pub(crate) spot: Spot,
}

/// Kinds of effects.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// A call of something that belongs to a vendor.
    Vendor { root: Root, path: Name, this: Shape, args: Vec<Given> },
    /// A request to an address.
    Http { call: Name, url: Shape, parts: Vec<Given> },
    /// A call whose target the caller must name.
    Call { id: u32, callee: Shape, this: Shape, args: Vec<Given>, method: Option<Name>, how: CallKind },
    /// A write to a member of a caller's object.
    Write { target: Access, key: Option<Name>, value: Shape, levels: u8 },
    /// A write of a caller's value to a place of the program.
    Cell { cell: Cell, value: Shape },
}

/// A place of the program that any function may read: its value is all that was ever written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Cell {
    /// A top-level variable.
    Var(FileId, VarId),
    /// A field of the instances of a class.
    Field(ClassRef, Name),
    /// A field of a class itself.
    Static(ClassRef, Name),
    /// A member of an object with an identity.
    Alloc(Span, Name),
    /// What is handed over under a name: an event, a queue.
    Channel(Name),
}

/// What a function returns and does.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Summary {
    pub(crate) ret: Shape,
    pub(crate) effects: Vec<Effect>,
    /// The part of the effects that callers have a say in.
    pub(crate) open: Vec<Effect>,
}

impl Effect {
    /// Every value in it.
    pub(crate) fn values(&self, f: &mut dyn FnMut(&Shape)) {
        match &self.kind {
            Kind::Vendor { this, args, .. } => {
                f(this);
                args.iter().for_each(|arg| f(&arg.value));
            }
            Kind::Http { url, parts, .. } => {
                f(url);
                parts.iter().for_each(|arg| f(&arg.value));
            }
            Kind::Call { callee, this, args, .. } => {
                f(callee);
                f(this);
                args.iter().for_each(|arg| f(&arg.value));
            }
            Kind::Write { target, value, .. } => {
                f(&Shape::data(*target));
                f(value);
            }
            Kind::Cell { value, .. } => f(value),
        }
    }

    /// The part that a caller still has a say in. What is settled is reported where it is settled, once.
    pub(crate) fn open(&self) -> Option<Self> {
        if !self.is_symbolic() {
            return None;
        }
        let open = |args: &[Given]| -> Vec<Given> {
            args.iter().map(|arg| Given { value: arg.value.symbolic_only(), ..arg.clone() }).collect()
        };
        let kind = match &self.kind {
            Kind::Vendor { root, path, this, args } => {
                Kind::Vendor { root: *root, path: *path, this: this.symbolic_only(), args: open(args) }
            }
            // A request whose address is open is settled only by the caller, with everything it carries.
            Kind::Http { call, url, parts } if !url.is_symbolic() => {
                Kind::Http { call: *call, url: url.clone(), parts: open(parts) }
            }
            other => other.clone(),
        };
        Some(Self { kind, spot: self.spot.clone() })
    }

    /// True where a caller still has a say in it.
    pub(crate) fn is_symbolic(&self) -> bool {
        let any = |args: &[Given]| args.iter().any(|arg| arg.value.is_symbolic());
        match &self.kind {
            Kind::Vendor { this, args, .. } => this.is_symbolic() || any(args),
            Kind::Http { url, parts, .. } => url.is_symbolic() || any(parts),
            Kind::Call { .. } | Kind::Write { .. } => true,
            Kind::Cell { value, .. } => value.is_symbolic(),
        }
    }
}
