//! Abstract values: what an expression may hold, as a tree of keys over sets of atoms.
//!
//! A shape says where a value comes from (`Access`), what it is (functions, classes, literals) and what is known of its
//! members. It is immutable and cheap to clone. Symbolic roots (parameters, receiver, captured variables, results of
//! calls not yet resolved) are replaced when a summary meets its caller. It decides nothing about personal data.

use super::program::{ClassRef, FnRef, TypeRef};
use crate::ir::{FileId, Span, VarId};
use rustc_hash::FxHashMap;
use rustc_hash::FxHasher;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

pub(crate) use super::fields::Fields;
pub(crate) use super::symbol::{Name, Path};

/// Members below a root are kept to this many segments; deeper ones count as made from the last kept one.
pub(crate) const MAX_PATH: usize = 8;
/// The same below a package: clients have long names, such as `rest.Client().verify.v2.services().verifications.create`.
const MAX_PACKAGE_PATH: usize = 12;
/// Objects are kept to this depth.
const MAX_DEPTH: u8 = 7;
/// Nodes that a closure may hold without counting.
const SMALL_CLOSURE: u32 = 4;
/// Objects are kept to this many nodes; larger ones keep their content, not their structure.
const MAX_SIZE: u32 = 80;
/// A shape holds at most this many atoms that are values.
const MAX_ATOMS: usize = 12;
/// And so many that are not: handlers, commands and tools stand in one list by the dozen.
const MAX_CALLABLE: usize = 64;

/// A segment of an access path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Seg {
    /// `.name`
    Name(Name),
    /// Any element.
    Element,
    /// The result of calling or constructing it.
    Call,
    /// The n-th parameter of the callback given to it.
    Arg(u8),
}

/// The keys under which members were written that nobody knew by name; of an entry, the key that it stands under.
pub(crate) const KEY: &str = "%key";

/// A key that may be one of more literals than these is any key.
const MAX_LITERALS: usize = 4;

/// Where an access path starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Root {
    /// Symbolic: a parameter of the function under evaluation.
    Param(u16),
    /// Symbolic: its receiver.
    This,
    /// Symbolic: a variable captured from an enclosing function.
    Free(VarId),
    /// Symbolic: the result of an unresolved call of this function.
    Ret(u32),
    /// A parameter of a function that something outside the tree calls.
    Entry(FnRef, u16),
    /// A package from outside the tree.
    Package(Name),
    /// A global of the platform.
    Global(Name),
    /// An export of a file of the tree that has not been parsed.
    Import(FileId, Name),
    /// An object with an identity (a React context, state, a ref), by the place that makes it.
    Alloc(Span),
    /// Nothing is known but the names in the path.
    Unknown,
}

const THIS: u32 = 1 << 28;
const FREE: u32 = 1 << 29;
const RET: u32 = 1 << 30;

/// Parameters beyond the twenty-eighth share a bit.
fn param_bit(i: usize) -> u32 {
    1 << i.min(27)
}

fn hash_of(value: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

impl Root {
    fn rank(&self) -> u8 {
        match self {
            Self::Param(_) => 0,
            Self::This => 1,
            Self::Free(_) => 2,
            Self::Ret(_) => 3,
            Self::Entry(..) => 4,
            Self::Package(_) => 5,
            Self::Global(_) => 6,
            Self::Import(..) => 7,
            Self::Alloc(_) => 8,
            Self::Unknown => 9,
        }
    }

    fn is_symbolic(&self) -> bool {
        self.bit() != 0
    }

    /// Its bit in the roots of a node; no bit where it is not symbolic.
    fn bit(&self) -> u32 {
        match self {
            Self::Param(i) => param_bit(usize::from(*i)),
            Self::This => THIS,
            Self::Free(_) => FREE,
            Self::Ret(_) => RET,
            _ => 0,
        }
    }
}

/// How a value was changed on its way. The table of `reference/compliance.md` section 5.1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Change {
    /// Not at all.
    #[default]
    None,
    /// Unsalted hash.
    Hashed,
    /// HMAC, random table: needs a secret to link.
    Keyed,
    /// The part of an e-mail after `@`.
    Domain,
    /// Rounded.
    Rounded,
    /// Masked.
    Masked,
    /// Encrypted.
    Encrypted,
}

/// What a value was made of may not be in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Loose {
    /// It is in it.
    #[default]
    No,
    /// Made by a call that nobody knows, which may have left it out.
    Call,
    /// Something else of an object too large to be kept: its members are not told apart.
    Cut,
    /// The constant that a table has for it.
    Table,
}

/// A value by where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Access {
    pub(crate) root: Root,
    pub(crate) path: Path,
    /// Declared type, and the length of the path it was declared at.
    pub(crate) ty: Option<(TypeRef, u8)>,
    pub(crate) change: Change,
    /// Made from the value, not the value itself.
    pub(crate) derived: bool,
    /// How sure it is that the value is in what was made of it.
    pub(crate) loose: Loose,
    /// Name of the variable it was first kept in, where the path does not end in a name; or of the member that was read
    /// of what was made from it.
    pub(crate) name: Option<Name>,
    /// The name is that of a member.
    pub(crate) member_of_made: bool,
    /// Name of the variable that the call's result was kept in which this is a member of.
    pub(crate) owner: Option<Name>,
    /// Where it was read.
    pub(crate) at: Span,
    /// Where it was handed on at the outermost call.
    pub(crate) passed: Option<Span>,
}

/// An access with its digest, shared.
#[derive(Clone, Debug)]
pub(crate) struct Datum(Rc<(u64, Access)>);

impl Datum {
    pub(crate) fn new(access: Access) -> Self {
        let mut hasher = FxHasher::default();
        access.hash(&mut hasher);
        Self(Rc::new((hasher.finish(), access)))
    }
}

impl std::ops::Deref for Datum {
    type Target = Access;
    fn deref(&self) -> &Access {
        &self.0.1
    }
}

impl PartialEq for Datum {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || (self.0.0 == other.0.0 && self.0.1 == other.0.1)
    }
}

impl Eq for Datum {}

impl Hash for Datum {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.0.hash(state);
    }
}

/// A literal that matters as a key, an address or an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Lit {
    Str(Name),
    Number(Name),
    Bool(bool),
    Null,
    /// Text too long to name anything.
    Other,
}

/// Captured variables of a closure, sorted.
pub(crate) type Captured = Rc<[(VarId, Shape)]>;

/// One thing a value may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Atom {
    Data(Datum),
    /// A closure; the class where it was taken from an instance.
    Fn(FnRef, Captured, Option<ClassRef>),
    Class(ClassRef),
    Instance(ClassRef),
    /// `super`, by the class whose base is meant.
    Super(ClassRef),
    /// All exports of a parsed module.
    Namespace(FileId),
    Lit(Lit),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    /// `None`: taken out.
    pub(crate) value: Option<Shape>,
    /// It may also be what the atoms say.
    pub(crate) weak: bool,
}

/// What a shape is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) atoms: Vec<Atom>,
    pub(crate) fields: Fields,
    pub(crate) element: Option<Shape>,
    /// Members under a key not known yet: (key, value).
    pub(crate) dynamic: Vec<(Shape, Shape)>,
    /// Text put together from parts.
    pub(crate) parts: Option<Rc<[Shape]>>,
    /// Which symbolic roots are in it, a bit each.
    roots: u32,
    depth: u8,
    /// Nodes below, as a tree.
    size: u32,
    /// Of everything above, so that unlike shapes are told apart at once.
    digest: u64,
}

/// An abstract value. The empty shape carries nothing.
#[derive(Clone, Debug, Default, Eq)]
pub(crate) struct Shape(Option<Rc<Node>>);

impl PartialEq for Shape {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            (Some(a), Some(b)) => Rc::ptr_eq(a, b) || (a.digest == b.digest && a == b),
            _ => false,
        }
    }
}

impl Slot {
    fn map(&self, f: impl FnOnce(&Shape) -> Shape) -> Self {
        Self { value: self.value.as_ref().map(f), weak: self.weak }
    }
}

/// What is known of one or both.
fn either(a: Option<Shape>, b: Option<Shape>) -> Option<Shape> {
    match (a, b) {
        (Some(x), Some(y)) => Some(x.join(y)),
        (x, y) => x.or(y),
    }
}

impl Access {
    pub(crate) fn new(root: Root, at: Span) -> Self {
        Self {
            root,
            path: Path::default(),
            ty: None,
            change: Change::None,
            derived: false,
            loose: Loose::No,
            name: None,
            member_of_made: false,
            owner: None,
            at,
            passed: None,
        }
    }

    /// The member `seg` of this value, read at `at`.
    pub(crate) fn member(&self, seg: Seg, at: Span) -> Self {
        let mut next = *self;
        if self.derived {
            // What is made from a value has members of its own: only their names are known.
            if let Seg::Name(name) = seg {
                next.name = Some(name);
                next.member_of_made = true;
                next.at = next.passed.unwrap_or(at);
            }
            return next;
        }
        if seg == Seg::Element && next.path.last() == Some(&Seg::Element) {
            // Lists of lists are lists: a loop over a tree would not end otherwise.
        } else if next.path.len() < MAX_PATH
            || next.path.len() < MAX_PACKAGE_PATH && matches!(next.root, Root::Package(_))
        {
            next.path = self.path.child(seg);
        } else {
            next.derived = true;
        }
        let result = match self.path.last() {
            None => matches!(self.root, Root::Ret(_) | Root::Unknown),
            last => matches!(last, Some(Seg::Call | Seg::Element)),
        };
        next.owner = self.name.filter(|_| result && matches!(seg, Seg::Name(_)));
        next.name = None;
        // What is read of a value that was handed on enters where it was handed on.
        next.at = next.passed.unwrap_or(at);
        next
    }

    /// True for the key of an entry: a name in the program, nobody's data.
    pub(crate) fn is_key(&self) -> bool {
        matches!(self.path.last(), Some(Seg::Name(name)) if &**name == KEY)
    }

    /// True if a caller still has to say what it is.
    pub(crate) fn is_symbolic(&self) -> bool {
        self.root.is_symbolic()
    }

    /// The last segment that is a name, or the name of the variable.
    pub(crate) fn last_name(&self) -> Option<&Name> {
        if self.derived && self.name.is_some() {
            return self.name.as_ref();
        }
        match self.path.last() {
            Some(Seg::Name(name)) => Some(name),
            _ => self.name.as_ref(),
        }
    }

    /// Path in the catalogue's notation: `init().people.set`, `withScope>0`. Interop `default` in front is left out.
    pub(crate) fn dotted(&self) -> String {
        dotted(&self.path)
    }
}

/// Path in the catalogue's notation.
pub(crate) fn dotted(path: &[Seg]) -> String {
    let mut text = String::new();
    for (i, seg) in path.iter().enumerate() {
        match seg {
            Seg::Name(name) if i == 0 && &**name == "default" => {}
            Seg::Name(name) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(name);
            }
            Seg::Element => text.push_str("[]"),
            Seg::Call => text.push_str("()"),
            Seg::Arg(n) => {
                // `f().>0` is written `f>0`: the parameter of the callback given to `f`.
                if text.ends_with("()") {
                    text.truncate(text.len() - 2);
                }
                text.push('>');
                text.push_str(&n.to_string());
            }
        }
    }
    text
}

impl Atom {
    /// True if it may answer for a member that is not written beside it.
    fn has_members(&self) -> bool {
        !matches!(self, Self::Lit(_) | Self::Fn(..))
    }

    /// What comes first is kept where there is too much: what a caller may still say, the value before what is made of
    /// it; the rest is in an order that no machine changes.
    fn rank(&self) -> (u8, u8, u8, u64) {
        match self {
            Self::Data(datum) => (
                0,
                u8::from(datum.derived) + u8::from(datum.loose != Loose::No),
                datum.root.rank(),
                datum.0.0,
            ),
            Self::Fn(f, captured, class) => {
                let mut hasher = FxHasher::default();
                (f, class).hash(&mut hasher);
                for (var, shape) in captured.iter() {
                    (var, shape.digest()).hash(&mut hasher);
                }
                (1, 0, 0, hasher.finish())
            }
            Self::Class(class) => (2, 0, 0, hash_of(class)),
            Self::Instance(class) => (3, 0, 0, hash_of(class)),
            Self::Super(class) => (4, 0, 0, hash_of(class)),
            Self::Namespace(file) => (5, 0, 0, hash_of(file)),
            Self::Lit(lit) => (6, 0, 0, hash_of(lit)),
        }
    }

    fn roots(&self) -> u32 {
        match self {
            Self::Data(access) => access.root.bit(),
            Self::Fn(_, captured, _) => captured.iter().fold(0, |roots, (_, shape)| roots | shape.roots()),
            _ => 0,
        }
    }
}

impl Node {
    fn shape(mut self) -> Shape {
        order(&mut self.atoms);
        if self.atoms.is_empty()
            && self.fields.is_empty()
            && self.element.is_none()
            && self.dynamic.is_empty()
            && self.parts.is_none()
        {
            return Shape(None);
        }
        let parts = self.parts.as_deref().unwrap_or_default();
        let below = || {
            let fields = self.fields.values().filter_map(|slot| slot.value.as_ref());
            fields.chain(&self.element).chain(self.dynamic.iter().flat_map(|(k, v)| [k, v])).chain(parts)
        };
        let atoms = self.atoms.iter().fold(0, |roots, atom| roots | atom.roots());
        self.roots = below().fold(atoms, |roots, shape| roots | shape.roots());
        let captured = self.atoms.iter().filter_map(|atom| match atom {
            Atom::Fn(_, captured, _) => {
                Some(captured.iter().map(|(_, shape)| shape.depth()).max().unwrap_or(0))
            }
            _ => None,
        });
        self.depth = below().map(Shape::depth).chain(captured).max().unwrap_or(0).saturating_add(1);
        let closures = self.atoms.iter().map(|atom| match atom {
            Atom::Fn(_, captured, _) => captured.iter().map(|(_, shape)| shape.size()).sum::<u32>(),
            _ => 0,
        });
        // Many small closures are kept with what they hold: there are so many at most.
        let closures = closures.map(|size| size.saturating_sub(SMALL_CLOSURE));
        self.size = 1 + below().map(Shape::size).chain(closures).fold(0u32, u32::saturating_add);
        if self.depth > MAX_DEPTH || self.size > MAX_SIZE {
            return Shape(Some(Rc::new(self))).flattened();
        }
        self.digest = self.hashed();
        Shape(Some(Rc::new(self)))
    }

    /// Takes in what another may be; to be finished by `shape`.
    fn absorb(&mut self, b: Self) {
        let a_plain = !self.atoms.iter().any(Atom::has_members);
        let b_plain = !b.atoms.iter().any(Atom::has_members);
        // A member that both have for sure is had for sure; one that the other may have otherwise is not.
        for (name, slot) in self.fields.iter_mut().filter(|_| !b_plain) {
            slot.weak |= b.fields.get(*name).is_none();
        }
        for (name, mut slot) in b.fields {
            match self.fields.get_mut(name) {
                None => {
                    if slot.value.is_some() || a_plain {
                        slot.weak |= !a_plain;
                        self.fields.insert(name, slot);
                    }
                }
                Some(mine) => {
                    mine.value = either(mine.value.take(), slot.value);
                    mine.weak |= slot.weak;
                }
            }
        }
        self.atoms.extend(b.atoms);
        self.element = either(self.element.take(), b.element);
        for entry in b.dynamic {
            if self.dynamic.len() < 8 && !self.dynamic.contains(&entry) {
                self.dynamic.push(entry);
            }
        }
        self.parts = self.parts.take().or(b.parts);
    }

    fn hashed(&self) -> u64 {
        let mut hasher = FxHasher::default();
        for atom in &self.atoms {
            atom.rank().hash(&mut hasher);
        }
        for (name, slot) in self.fields.iter() {
            (name, slot.weak, slot.value.as_ref().map(Shape::digest)).hash(&mut hasher);
        }
        self.element.as_ref().map(Shape::digest).hash(&mut hasher);
        for (key, value) in &self.dynamic {
            (key.digest(), value.digest()).hash(&mut hasher);
        }
        for part in self.parts.as_deref().unwrap_or_default() {
            part.digest().hash(&mut hasher);
        }
        hasher.finish()
    }
}

/// Sorts, drops what is there twice, and keeps the bound.
fn order(atoms: &mut Vec<Atom>) {
    if atoms.len() > 1 {
        atoms.sort_by_cached_key(Atom::rank);
        atoms.dedup();
        drop_loose_twins(atoms);
        // What can be called is kept beside what is only a value: where values come from is many places.
        let values = atoms.iter().take_while(|atom| matches!(atom, Atom::Data(_))).count();
        if values > MAX_ATOMS {
            atoms.drain(MAX_ATOMS..values);
        }
        atoms.truncate(values.min(MAX_ATOMS) + MAX_CALLABLE);
    }
}

/// What is made of a value for sure says all that a call nobody knows may have made of it.
fn drop_loose_twins(atoms: &mut Vec<Atom>) {
    let loose = |atom: &Atom| matches!(atom, Atom::Data(datum) if datum.loose != Loose::No);
    if !atoms.iter().any(loose) {
        return;
    }
    let sure: Vec<Datum> = atoms
        .iter()
        .filter_map(|atom| match atom {
            Atom::Data(datum) if datum.derived && datum.loose == Loose::No => Some(datum.clone()),
            _ => None,
        })
        .collect();
    atoms.retain(|atom| match atom {
        Atom::Data(datum) if datum.loose != Loose::No => {
            let twin = Access { loose: Loose::No, ..**datum };
            !sure.iter().any(|other| **other == twin)
        }
        _ => true,
    });
}

impl Shape {
    pub(crate) fn node(&self) -> Option<&Node> {
        self.0.as_deref()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    pub(crate) fn is_symbolic(&self) -> bool {
        self.roots() != 0
    }

    pub(crate) fn size(&self) -> u32 {
        self.node().map_or(0, |node| node.size)
    }

    /// True if it may be a function of the tree.
    pub(crate) fn is_function(&self) -> bool {
        self.atoms().iter().any(|atom| matches!(atom, Atom::Fn(..)))
    }

    /// Tells unlike values apart.
    pub(crate) fn digest(&self) -> u64 {
        self.node().map_or(0, |node| node.digest)
    }

    fn roots(&self) -> u32 {
        self.node().map_or(0, |node| node.roots)
    }

    fn depth(&self) -> u8 {
        self.node().map_or(0, |node| node.depth)
    }

    pub(crate) fn atoms(&self) -> &[Atom] {
        self.node().map_or(&[], |node| &node.atoms)
    }

    pub(crate) fn atom(atom: Atom) -> Self {
        Node { atoms: vec![atom], ..Node::default() }.shape()
    }

    pub(crate) fn of(atoms: Vec<Atom>) -> Self {
        Node { atoms, ..Node::default() }.shape()
    }

    pub(crate) fn data(access: Access) -> Self {
        Self::atom(Atom::Data(Datum::new(access)))
    }

    pub(crate) fn object(fields: impl IntoIterator<Item = (Name, Shape)>) -> Self {
        let fields = fields
            .into_iter()
            .map(|(name, value)| (name, Slot { value: Some(value), weak: false }))
            .collect();
        Node { fields, ..Node::default() }.shape()
    }

    pub(crate) fn list(element: Shape) -> Self {
        Node { element: Some(element), ..Node::default() }.shape()
    }

    /// Text made of parts: carries what they carry, and can be read as an address.
    pub(crate) fn text_of(parts: Vec<Shape>) -> Self {
        let atoms = parts.iter().flat_map(|part| part.content()).collect();
        Node { atoms, parts: Some(parts.into()), ..Node::default() }.shape()
    }

    pub(crate) fn string(text: &str) -> Self {
        Self::atom(Atom::Lit(Lit::Str(text.into())))
    }

    /// The only literal string it can be.
    pub(crate) fn literal(&self) -> Option<Name> {
        let mut found = self.atoms().iter().filter_map(|atom| match atom {
            Atom::Lit(Lit::Str(text)) => Some(text),
            _ => None,
        });
        let first = found.next()?;
        found.next().is_none().then_some(*first)
    }

    /// True for what is text and nothing else: it has no members of its own.
    pub(crate) fn is_text(&self) -> bool {
        let Some(node) = self.node() else { return false };
        let made =
            |atom: &Atom| matches!(atom, Atom::Lit(_)) || matches!(atom, Atom::Data(datum) if datum.derived);
        node.parts.is_some()
            && node.fields.is_empty()
            && node.element.is_none()
            && node.atoms.iter().all(made)
    }

    /// The few literal strings it can be, if it can be nothing else.
    pub(crate) fn literals(&self) -> Vec<Name> {
        let texts = self.atoms().iter().map(|atom| match atom {
            Atom::Lit(Lit::Str(text)) => Some(*text),
            _ => None,
        });
        let found: Option<Vec<Name>> = texts.collect();
        found.filter(|found| found.len() <= MAX_LITERALS).unwrap_or_default()
    }

    /// `true` or `false`, if it is that and can be nothing else.
    pub(crate) fn truth(&self) -> Option<bool> {
        let [Atom::Lit(Lit::Bool(is))] = self.atoms() else { return None };
        Some(*is)
    }

    /// True for a table of unlike constants: what stands under a key tells which key it was.
    pub(crate) fn tells_its_key(&self) -> bool {
        let Some(node) = self.node() else { return false };
        if !node.atoms.is_empty()
            || node.element.is_some()
            || !node.dynamic.is_empty()
            || node.fields.len() < 2
        {
            return false;
        }
        let mut texts: Vec<Option<Name>> =
            node.fields.values().map(|slot| slot.value.as_ref().and_then(Shape::literal)).collect();
        texts.sort_unstable();
        texts.iter().all(Option::is_some) && texts.windows(2).all(|pair| pair[0] != pair[1])
    }

    /// Everything it may read as text, unknown parts as NUL. For addresses.
    pub(crate) fn texts(&self) -> Vec<String> {
        let Some(node) = self.node() else { return Vec::new() };
        let mut texts: Vec<String> = node
            .atoms
            .iter()
            .filter_map(|atom| match atom {
                Atom::Lit(Lit::Str(text)) => Some(text.to_string()),
                _ => None,
            })
            .collect();
        if let Some(parts) = &node.parts {
            let text: String =
                parts.iter().map(|part| part.texts().into_iter().next().unwrap_or("\0".to_owned())).collect();
            texts.push(text);
        }
        texts
    }

    /// Itself as one node to change; `Rc::make_mut` semantics.
    fn take(self) -> Node {
        match self.0 {
            Some(rc) => Rc::try_unwrap(rc).unwrap_or_else(|rc| (*rc).clone()),
            None => Node::default(),
        }
    }

    pub(crate) fn join(self, other: Self) -> Self {
        match (&self.0, &other.0) {
            (None, _) => return other,
            (_, None) => return self,
            (Some(a), Some(b)) if Rc::ptr_eq(a, b) => return self,
            _ if self == other => return self,
            _ => {}
        }
        let mut a = self.take();
        a.absorb(other.take());
        a.shape()
    }

    pub(crate) fn join_all(shapes: impl IntoIterator<Item = Self>) -> Self {
        let mut shapes = shapes.into_iter().filter(|shape| !shape.is_empty());
        let Some(first) = shapes.next() else { return Self::default() };
        let Some(second) = shapes.find(|shape| *shape != first) else { return first };
        let mut node = first.take();
        node.absorb(second.take());
        for shape in shapes {
            node.absorb(shape.take());
        }
        node.shape()
    }

    /// With the member `name` set, forgetting what it was.
    pub(crate) fn with(self, name: Name, value: Shape) -> Self {
        let mut node = self.take();
        node.fields.insert(name, Slot { value: Some(value), weak: false });
        node.shape()
    }

    /// With the member `name` maybe set.
    pub(crate) fn with_maybe(self, name: Name, value: Shape) -> Self {
        let mut node = self.take();
        match node.fields.get_mut(name) {
            Some(slot) => slot.value = Some(slot.value.take().unwrap_or_default().join(value)),
            None => node.fields.insert(name, Slot { value: Some(value), weak: true }),
        }
        node.shape()
    }

    pub(crate) fn without(self, name: Name) -> Self {
        let mut node = self.take();
        node.fields.insert(name, Slot { value: None, weak: false });
        node.shape()
    }

    pub(crate) fn with_element(self, value: Shape) -> Self {
        let mut node = self.take();
        node.element = Some(node.element.take().unwrap_or_default().join(value));
        node.shape()
    }

    /// The keys that callers still have to say.
    pub(crate) fn open_keys(&self) -> Shape {
        let keys = self.node().into_iter().flat_map(|node| &node.dynamic);
        Shape::join_all(keys.map(|(key, _)| key.made()))
    }

    /// The keys of objects that callers give, each tied to the entry it is the key of.
    pub(crate) fn keys(&self, at: Span) -> Shape {
        let keys = self.atoms().iter().filter_map(|atom| match atom {
            Atom::Data(access) if !access.derived => {
                let key = access.member(Seg::Element, at).member(Seg::Name(KEY.into()), at);
                (!key.derived).then(|| Atom::Data(Datum::new(key)))
            }
            _ => None,
        });
        Shape::of(keys.collect())
    }

    /// The object whose every entry this pair of key and value is.
    fn copied(key: &Shape, value: &Shape) -> Option<Shape> {
        let wholes = key.atoms().iter().map(|atom| {
            let Atom::Data(key) = atom else { return None };
            let entry = key.path.split_last().filter(|_| key.is_key())?.1;
            let element = Path::from(entry).child(Seg::Element);
            let at = |path: &[Seg]| {
                value.atoms().iter().any(|atom| {
                    matches!(atom, Atom::Data(value) if value.root == key.root && !value.derived && *value.path == *path)
                })
            };
            let whole = match entry.split_last() {
                _ if at(&element) => entry,
                Some((Seg::Element, whole)) if at(entry) => whole,
                _ => return None,
            };
            let ty = key.ty.filter(|(_, depth)| usize::from(*depth) <= whole.len());
            Some(Atom::Data(Datum::new(Access { path: whole.into(), name: None, owner: None, ty, ..**key })))
        });
        let wholes = wholes.collect::<Option<Vec<Atom>>>()?;
        (!wholes.is_empty()).then(|| Shape::of(wholes))
    }

    pub(crate) fn with_dynamic(self, key: Shape, value: Shape) -> Self {
        if let Some(name) = key.literal() {
            return self.with(name, value);
        }
        if let Some(whole) = Self::copied(&key, &value) {
            return self.spread(whole);
        }
        if key.atoms().iter().any(|atom| matches!(atom, Atom::Data(key) if key.is_key())) {
            return self.with_element(value);
        }
        if !key.is_symbolic() {
            let names = Shape::of(key.content());
            let next = self.with_element(value);
            return if names.is_empty() { next } else { next.with_maybe(KEY.into(), names) };
        }
        let mut node = self.take();
        if node.dynamic.len() < 8 {
            node.dynamic.push((key, value));
        }
        node.shape()
    }

    /// `{...self, ...other}`.
    pub(crate) fn spread(self, other: Self) -> Self {
        let mut a = self.take();
        let b = other.take();
        for (name, slot) in b.fields {
            a.fields.insert(name, slot);
        }
        a.atoms.extend(b.atoms);
        a.dynamic.extend(b.dynamic);
        a.element = either(a.element, b.element);
        a.shape()
    }

    /// With members that may also be what the atoms say.
    pub(crate) fn loosened(self) -> Self {
        let mut node = self.take();
        node.fields.values_mut().for_each(|slot| slot.weak = true);
        node.shape()
    }

    /// True if a parameter of the function under evaluation is in it, or the result of one of these calls.
    pub(crate) fn holds_given(&self, calls: &std::collections::BTreeSet<u32>) -> bool {
        let mut rets = std::collections::BTreeSet::new();
        self.rets(&mut rets);
        self.roots() & (THIS - 1) != 0 || !rets.is_disjoint(calls)
    }

    /// Without the atoms that do not pass.
    pub(crate) fn filtered(self, keep: impl Fn(&Atom) -> bool) -> Self {
        let mut node = self.take();
        node.atoms.retain(keep);
        node.shape()
    }

    /// Only these members.
    pub(crate) fn only(&self, names: &[Name], at: Span) -> Self {
        Self::object(names.iter().map(|name| (*name, self.plain_member(name, at))))
    }

    /// The member by fields and access paths alone; calls, classes and modules are the evaluator's business.
    pub(crate) fn plain_member(&self, name: &Name, at: Span) -> Shape {
        let Some(node) = self.node() else { return Shape::default() };
        let slot = node.fields.get(name);
        if let Some(Slot { value, weak: false }) = slot {
            return value.clone().unwrap_or_default();
        }
        let own = slot.and_then(|slot| slot.value.clone()).unwrap_or_default();
        let atoms = node
            .atoms
            .iter()
            .filter_map(|atom| match atom {
                Atom::Data(access) => Some(Atom::Data(Datum::new(access.member(Seg::Name(*name), at)))),
                _ => None,
            })
            .collect();
        own.join(Shape::of(atoms)).join(node.element.clone().unwrap_or_default())
    }

    /// What it carries, as atoms made from it: for text, unknown calls and arithmetic.
    pub(crate) fn content(&self) -> Vec<Atom> {
        let mut atoms = Vec::new();
        self.collect(&mut atoms, 0);
        order(&mut atoms);
        atoms
    }

    fn collect(&self, into: &mut Vec<Atom>, depth: u8) {
        let Some(node) = self.node() else { return };
        if depth > MAX_DEPTH || into.len() > 2 * MAX_ATOMS {
            return;
        }
        for atom in &node.atoms {
            if let Atom::Data(access) = atom {
                into.push(match access.derived {
                    true => atom.clone(),
                    false => Atom::Data(Datum::new(Access { derived: true, ..**access })),
                });
            }
        }
        for (name, slot) in node.fields.iter() {
            let before = into.len();
            if let Some(value) = &slot.value {
                value.collect(into, depth + 1);
            }
            // The key is evidence that the made value no longer shows.
            for atom in &mut into[before..] {
                if let Atom::Data(access) = atom
                    && access.last_name().is_none()
                {
                    *access = Datum::new(Access { name: Some(*name), ..**access });
                }
            }
        }
        for shape in node.element.iter().chain(node.dynamic.iter().map(|(_, value)| value)) {
            shape.collect(into, depth + 1);
        }
    }

    /// Made from it: its content without its structure.
    pub(crate) fn made(&self) -> Shape {
        Shape::of(self.content())
    }

    /// Made of everything in it by a call that nobody knows.
    pub(crate) fn loosely_made(&self) -> Shape {
        self.made().map(&mut |access| Access { loose: access.loose.max(Loose::Call), ..*access })
    }

    /// What a table of unlike constants has under it.
    pub(crate) fn looked_up(&self) -> Shape {
        self.made().map(&mut |access| Access { loose: Loose::Table, ..*access })
    }

    fn flattened(&self) -> Shape {
        let mut atoms = Shape::of(self.content())
            .map(&mut |access| Access { loose: access.loose.max(Loose::Cut), ..*access })
            .atoms()
            .to_vec();
        // Closures stay callable; what a deep one captured is given up.
        atoms.extend(self.atoms().iter().filter(|atom| !matches!(atom, Atom::Data(_))).map(
            |atom| match atom {
                Atom::Fn(f, _, class) => Atom::Fn(*f, Rc::from([]), *class),
                other => other.clone(),
            },
        ));
        Shape::of(atoms)
    }

    /// Rewrites every access, at every level.
    pub(crate) fn map(&self, f: &mut dyn FnMut(&Access) -> Access) -> Shape {
        self.map_where(f, &|_| true)
    }

    fn map_where(&self, f: &mut dyn FnMut(&Access) -> Access, enters: &dyn Fn(&Shape) -> bool) -> Shape {
        let Some(node) = self.node() else { return Shape::default() };
        if !enters(self) {
            return self.clone();
        }
        let mut next = Node {
            fields: node.fields.map(|slot| slot.map(|shape| shape.map_where(f, enters))),
            element: node.element.as_ref().map(|shape| shape.map_where(f, enters)),
            dynamic: node.dynamic.iter().map(|(k, v)| (k.clone(), v.map_where(f, enters))).collect(),
            parts: node.parts.clone(),
            ..Node::default()
        };
        for atom in &node.atoms {
            next.atoms.push(match atom {
                Atom::Data(access) => Atom::Data(Datum::new(f(access))),
                other => other.clone(),
            });
        }
        next.shape()
    }

    /// Handed on at a place.
    ///
    /// What an instance keeps in its fields entered where it was put there, whoever hands the instance on.
    fn passed(&self, at: Span) -> Shape {
        let keeps = |shape: &Shape| shape.atoms().iter().any(|atom| matches!(atom, Atom::Instance(_)));
        let handed = |access: &Access| match access.loose {
            Loose::Cut => *access,
            _ => Access { passed: Some(at), ..*access },
        };
        self.map_where(&mut { handed }, &|shape| !keeps(shape))
    }

    /// Handed back to whoever called: reading it there is reading it anew.
    pub(crate) fn returned(&self) -> Shape {
        let passed = |atom: &Atom| matches!(atom, Atom::Data(access) if access.passed.is_some());
        let Some(node) = self.node() else { return Shape::default() };
        if node.fields.is_empty() && node.element.is_none() && !node.atoms.iter().any(passed) {
            return self.clone();
        }
        self.map(&mut |access| Access { passed: None, ..*access })
    }

    /// Ids of unresolved calls whose results are in it.
    pub(crate) fn rets(&self, into: &mut std::collections::BTreeSet<u32>) {
        let Some(node) = self.node().filter(|node| node.roots & RET != 0) else { return };
        for atom in &node.atoms {
            match atom {
                Atom::Data(access) => {
                    if let Root::Ret(id) = access.root {
                        into.insert(id);
                    }
                }
                Atom::Fn(_, captured, _) => captured.iter().for_each(|(_, value)| value.rets(into)),
                _ => {}
            }
        }
        let fields = node.fields.values().filter_map(|slot| slot.value.as_ref());
        let dynamic = node.dynamic.iter().flat_map(|(key, value)| [key, value]);
        let parts = node.parts.as_deref().unwrap_or_default();
        for shape in fields.chain(&node.element).chain(dynamic).chain(parts) {
            shape.rets(into);
        }
    }

    /// True if there is more to it than literals.
    pub(crate) fn carries(&self) -> bool {
        let Some(node) = self.node() else { return false };
        node.atoms.iter().any(|atom| !matches!(atom, Atom::Lit(_)))
            || node.fields.values().any(|slot| slot.value.as_ref().is_some_and(Shape::carries))
            || node.element.as_ref().is_some_and(Shape::carries)
            || !node.dynamic.is_empty()
    }

    /// Marks everything in it as changed.
    pub(crate) fn changed(&self, change: Change) -> Shape {
        self.map(&mut |access| {
            let mut next = *access;
            next.change = if next.change == Change::None { change } else { next.change };
            next.derived = true;
            next
        })
    }

    /// Remembers the variable that a nameless value is first kept in.
    pub(crate) fn named(self, name: &str) -> Shape {
        let nameless = |atom: &Atom| matches!(atom, Atom::Data(access) if access.last_name().is_none());
        if name.starts_with('%') || !self.atoms().iter().any(nameless) {
            return self;
        }
        let name: Name = name.into();
        let mut node = self.take();
        for atom in &mut node.atoms {
            if let Atom::Data(access) = atom
                && access.last_name().is_none()
            {
                *access = Datum::new(Access { name: Some(name), ..**access });
            }
        }
        node.shape()
    }

    /// Declares it to be of a type.
    pub(crate) fn typed(self, ty: TypeRef) -> Shape {
        if !self.atoms().iter().any(|atom| matches!(atom, Atom::Data(_))) {
            return self;
        }
        let mut node = self.take();
        for atom in &mut node.atoms {
            if let Atom::Data(access) = atom {
                // Whatever it was made from, it is an object of this type now.
                let ty = Some((ty, access.path.len() as u8));
                *access = Datum::new(Access { ty, derived: false, ..**access });
            }
        }
        node.shape()
    }

    /// Without data that is settled already: what is left is what callers may still fill.
    pub(crate) fn symbolic_only(&self) -> Shape {
        let Some(node) = self.node() else { return Shape::default() };
        if node.roots == 0 {
            return Shape::of(
                node.atoms.iter().filter(|atom| !matches!(atom, Atom::Data(_))).cloned().collect(),
            );
        }
        let mut next = Node {
            fields: node.fields.map(|slot| slot.map(Shape::symbolic_only)),
            element: node.element.as_ref().map(Shape::symbolic_only),
            dynamic: node.dynamic.clone(),
            parts: node.parts.clone(),
            ..Node::default()
        };
        next.atoms = node
            .atoms
            .iter()
            .filter(|atom| !matches!(atom, Atom::Data(access) if !access.root.is_symbolic()))
            .cloned()
            .collect();
        next.shape()
    }

    /// Replaces symbolic roots by what the caller gives.
    pub(crate) fn substitute(&self, frame: &Frame<'_>) -> Shape {
        let Some(node) = self.node() else { return Shape::default() };
        if node.roots == 0 {
            return self.clone();
        }
        let key = std::ptr::from_ref(node);
        if let Some((_, known)) = frame.done.borrow().get(&key) {
            return known.clone();
        }
        let result = self.substituted(node, frame);
        frame.done.borrow_mut().insert(key, (self.clone(), result.clone()));
        result
    }

    fn substituted(&self, node: &Node, frame: &Frame<'_>) -> Shape {
        let mut result = Node {
            fields: node.fields.map(|slot| slot.map(|shape| shape.substitute(frame))),
            element: node.element.as_ref().map(|shape| shape.substitute(frame)),
            parts: node.parts.as_ref().map(|parts| parts.iter().map(|part| part.substitute(frame)).collect()),
            ..Node::default()
        };
        let mut joined = Vec::new();
        for atom in &node.atoms {
            match atom {
                Atom::Data(access) if access.root.is_symbolic() => joined.push(frame.resolve(access)),
                Atom::Fn(f, captured, class) => {
                    let captured =
                        captured.iter().map(|(var, shape)| (*var, shape.substitute(frame))).collect();
                    result.atoms.push(Atom::Fn(*f, captured, *class));
                }
                other => result.atoms.push(other.clone()),
            }
        }
        // Members written over a symbolic object stay in force over what it turns out to be.
        let shape = Shape::join_all(joined);
        let mut over = result.shape();
        for (key, value) in &node.dynamic {
            over = over.with_dynamic(key.substitute(frame), value.substitute(frame));
        }
        shape.overlaid(over)
    }

    /// `over` on top of `self`: its strong members win.
    fn overlaid(self, over: Shape) -> Shape {
        if self.is_empty() {
            return over;
        }
        let mut node = self.take();
        let over = over.take();
        for (name, slot) in over.fields {
            match node.fields.get_mut(name) {
                Some(mine) if slot.weak => mine.value = either(mine.value.take(), slot.value),
                _ => node.fields.insert(name, slot),
            }
        }
        node.atoms.extend(over.atoms);
        node.dynamic.extend(over.dynamic);
        node.element = either(node.element, over.element);
        node.parts = over.parts.or(node.parts);
        node.shape()
    }
}

/// What a caller gives to a summary.
pub(crate) struct Frame<'a> {
    params: Vec<Shape>,
    /// Span of each argument expression in the caller; none where the function is entered from outside.
    spans: Vec<Option<Span>>,
    this: Shape,
    pub(crate) captured: Captured,
    rets: BTreeMap<u32, Shape>,
    /// Reads a member of a caller's value, with everything the program knows.
    member: &'a dyn Fn(&Shape, &Seg, Span) -> Shape,
    /// Arguments marked as handed on, made when first read.
    handed: RefCell<FxHashMap<usize, Shape>>,
    /// Shapes put in terms of the caller before, by the node they were made of, which is kept so that its address is
    /// not used again.
    done: RefCell<FxHashMap<*const Node, (Shape, Shape)>>,
    /// The same for single data: one is a part of many shapes.
    met: RefCell<FxHashMap<Datum, Shape>>,
    /// The same for what was read on the way to them.
    read: RefCell<FxHashMap<Prefix, Shape>>,
}

/// A member of what a caller gives: its root and path, where it is read, and the type declared on the way.
type Prefix = (Root, Path, Span, Option<(TypeRef, u8)>);

impl<'a> Frame<'a> {
    pub(crate) fn new(
        (params, spans): (Vec<Shape>, Vec<Option<Span>>),
        this: Shape,
        captured: Captured,
        member: &'a dyn Fn(&Shape, &Seg, Span) -> Shape,
    ) -> Self {
        let (handed, done, met, read) = Default::default();
        Self { params, spans, this, captured, rets: BTreeMap::new(), member, handed, done, met, read }
    }

    pub(crate) fn param(&self, i: usize) -> Option<&Shape> {
        self.params.get(i)
    }

    pub(crate) fn this(&self) -> &Shape {
        &self.this
    }

    /// Where the caller handed over the argument that a value is.
    pub(crate) fn handed_at(&self, value: &Shape) -> Option<Span> {
        value.atoms().iter().find_map(|atom| match atom {
            Atom::Data(access) => match access.root {
                Root::Param(i) if !access.derived && access.path.is_empty() => {
                    self.spans.get(usize::from(i)).copied().flatten()
                }
                _ => None,
            },
            _ => None,
        })
    }

    /// The argument was written to.
    pub(crate) fn set_param(&mut self, i: usize, value: Shape) {
        if let Some(slot) = self.params.get_mut(i) {
            *slot = value;
        }
        self.handed.get_mut().remove(&i);
        self.forget(param_bit(i));
    }

    /// The receiver was written to.
    pub(crate) fn set_this(&mut self, value: Shape) {
        self.this = value;
        self.forget(THIS);
    }

    fn forget(&mut self, root: u32) {
        self.done.get_mut().retain(|_, (shape, _)| shape.roots() & root == 0);
        self.met.get_mut().retain(|datum, _| datum.root.bit() & root == 0);
        self.read.get_mut().retain(|(read, ..), _| read.bit() & root == 0);
    }

    /// The result of an unresolved call is known now.
    pub(crate) fn set_ret(&mut self, id: u32, value: Shape) {
        self.rets.insert(id, value);
    }

    pub(crate) fn into_this(self) -> Shape {
        self.this
    }

    /// An argument, as what was handed on at its place in the caller.
    fn handed(&self, i: usize) -> Shape {
        let Some(value) = self.params.get(i) else { return Shape::default() };
        let Some(span) = self.spans.get(i).copied().flatten() else { return value.clone() };
        let mut handed = self.handed.borrow_mut();
        handed.entry(i).or_insert_with(|| value.passed(span)).clone()
    }

    fn resolve(&self, datum: &Datum) -> Shape {
        if let Some(known) = self.met.borrow().get(datum) {
            return known.clone();
        }
        let found = self.followed(datum);
        self.met.borrow_mut().insert(datum.clone(), found.clone());
        found
    }

    fn followed(&self, access: &Access) -> Shape {
        let (mut value, span) = match &access.root {
            Root::Param(i) => {
                let i = usize::from(*i);
                (self.handed(i), self.spans.get(i).copied().flatten())
            }
            Root::This => (self.this.clone(), None),
            Root::Free(var) => {
                let found = self.captured.iter().find(|(v, _)| v == var).map(|(_, shape)| shape.clone());
                (found.unwrap_or_default(), None)
            }
            Root::Ret(id) => (self.rets.get(id).cloned().unwrap_or_default(), None),
            _ => return Shape::data(*access),
        };
        let at = span.unwrap_or(access.at);
        let declared = |value: Shape, read: usize| match access.ty {
            Some((ty, depth)) if usize::from(depth) == read => value.typed_where_unknown(ty),
            _ => value,
        };
        // Members of one value are read again and again, below the same prefix.
        let mut prefix = Path::default();
        for (read, seg) in access.path.iter().enumerate() {
            prefix = prefix.child(*seg);
            let key = (access.root, prefix, at, access.ty.filter(|(_, depth)| usize::from(*depth) <= read));
            if let Some(known) = self.read.borrow().get(&key) {
                value = known.clone();
                continue;
            }
            value = (self.member)(&declared(value, read), seg, at);
            self.read.borrow_mut().insert(key, value.clone());
        }
        value = declared(value, access.path.len());
        if let (None, Some(passed)) = (span, access.passed) {
            value = value.passed(passed);
        }
        if access.owner.is_some() {
            value = value.map(&mut |inner| Access { owner: inner.owner.or(access.owner), ..*inner });
        }
        if !access.derived && access.change == Change::None {
            return match &access.name {
                Some(name) => value.named(name),
                None => value,
            };
        }
        let made = if access.derived {
            // What a function of a package gives back may be the very instance it got.
            let same = value.atoms().iter().filter(|atom| matches!(atom, Atom::Instance(_))).cloned();
            Shape::of(value.content().into_iter().chain(same).collect())
        } else {
            value
        };
        let handed = span.or(access.passed);
        made.map(&mut |inner| {
            let mut next = *inner;
            next.derived |= access.derived;
            next.loose = next.loose.max(access.loose);
            if next.change == Change::None {
                next.change = access.change;
            }
            if access.member_of_made {
                next.name = access.name;
                next.member_of_made = true;
                next.at = next.passed.unwrap_or(access.at);
            } else if next.last_name().is_none() {
                next.name = access.name;
            }
            if handed.is_some() {
                next.passed = handed;
            }
            next
        })
    }
}

impl Shape {
    /// Declares the type of what has none yet.
    pub(crate) fn typed_where_unknown(self, ty: TypeRef) -> Shape {
        let untyped = |atom: &Atom| matches!(atom, Atom::Data(access) if access.ty.is_none());
        if !self.atoms().iter().any(untyped) {
            return self;
        }
        let mut node = self.take();
        for atom in &mut node.atoms {
            if let Atom::Data(access) = atom
                && access.ty.is_none()
            {
                let ty = Some((ty, access.path.len() as u8));
                *access = Datum::new(Access { ty, ..**access });
            }
        }
        node.shape()
    }
}
