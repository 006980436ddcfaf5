//! From settled effects to flows: positions of sinks, payload keys, evidence, classes, places.
//!
//! Here the catalogue says what a call is, `personal` says what a value is, and types widen whole objects. It follows
//! nothing any more: whatever is still symbolic belongs to a caller that does not exist.

use super::calls::expand;
use super::effect::{Effect, Given, Kind, Spot};
use super::options::{self, Seen};
use super::program::{FnRef, TypeRef};
use super::shape::{Access, Atom, Change, Loose, Name, Root, Seg, Shape};
use super::solver::Solver;
use super::subject::{Subject, Subjects};
use super::surface::Surfaces;
use super::types::{Member, What};
use super::{
    Analysis, Contact, ContactKind, Flow, Settings, Site, Step, Unresolved, hollow, http, known, writing,
};
use crate::ir::{FileId, FunctionId, Op, Span};
use crate::personal::{Confidence, Evidence, Hint, Personal};
use crate::vendor::{Catalogue, KEYWORDS, Position, Protection, Sink, Surface, VendorId};
use std::collections::{BTreeMap, BTreeSet};

/// What a random id can be by itself; a person's id it becomes only where it is kept.
const RANDOM_IDS: &[&str] = &["identifier.device_id", "identifier.pseudonymous_id", "identifier.session_id"];

/// Makes the analysis out of effects.
pub(crate) struct Emitter<'s, 'a> {
    pub(crate) solver: &'s Solver<'a>,
    pub(crate) personal: &'s Personal,
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) subjects: Subjects<'s, 'a>,
    pub(crate) analysis: Analysis,
    /// What functions given as options take out before it leaves.
    filtered: Vec<Filtered>,
    surfaces: Surfaces,
}

/// Something that a filter of the code takes out.
struct Filtered {
    vendor: VendorId,
    /// Calls that would have set it.
    calls: Vec<String>,
    /// Only this member of it.
    key: Option<Name>,
}

/// The payload being taken apart.
struct Payload<'e> {
    vendor: VendorId,
    surface: Surface,
    sink: Option<&'e Sink>,
    call: String,
    spot: &'e Spot,
    /// Argument number and the span of the argument.
    arg: usize,
    span: Span,
    /// Root of the vendor, to leave out what came from it.
    root: Option<&'e Root>,
}

/// How much the path of a value says of what it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// It names a member, or a known source.
    Much,
    /// The bare result of a call, that was made into something else.
    Little,
    /// The bare result of a call.
    Nothing,
}

/// A value found in a payload.
struct Found<'f> {
    access: &'f Access,
    subject: &'f Subject,
    keys: &'f [Name],
    /// Keys around these, which say nothing of what it is.
    outer: &'f [Name],
    member: Option<&'f str>,
    at: Span,
}

impl<'s, 'a> Emitter<'s, 'a> {
    pub(crate) fn new(solver: &'s Solver<'a>, personal: &'s Personal) -> Self {
        Self {
            solver,
            personal,
            catalogue: solver.catalogue,
            subjects: Subjects::new(solver, personal),
            analysis: Analysis::default(),
            filtered: Vec::new(),
            surfaces: Surfaces::default(),
        }
    }

    /// Finds the flows, and asks for the files that they still need.
    pub(crate) fn run(&mut self, effects: &[Effect]) {
        self.filters(effects);
        for effect in effects {
            match &effect.kind {
                Kind::Vendor { root, path, this, args } => {
                    self.vendor_call(root, path, this, args, &effect.spot)
                }
                Kind::Http { call, url, parts } => self.request(call, url, parts, &effect.spot),
                _ => {}
            }
        }
        self.uncalled(effects);
    }

    /// Modules that are named only when the program runs (`importlib.import_module(name)`).
    fn dynamic_imports(&mut self) {
        for module in self.solver.program.modules.values() {
            for span in super::python::dynamic_imports(module) {
                let what = "which module is loaded here is known only when it runs".to_owned();
                self.analysis.unresolved.push(Unresolved { span, what, vendor: None });
            }
        }
    }

    /// What was followed only in part is said, a line a file.
    fn bounds(&mut self) {
        let traces = self.solver.traces.borrow();
        let mut files: BTreeMap<FileId, BTreeSet<FnRef>> = BTreeMap::new();
        for (f, _) in traces.iter().filter(|(_, trace)| trace.cut) {
            files.entry(f.file).or_default().insert(*f);
        }
        for functions in files.into_values() {
            let Some(first) = functions.first().copied() else { continue };
            let Some(function) = self.solver.program.function(first) else { continue };
            let what = match functions.len() {
                1 => format!("{}() is followed only in part: it reaches a bound on size", function.name),
                n => format!(
                    "{}() and {} more here are followed only in part: bound on size",
                    function.name,
                    n - 1
                ),
            };
            self.analysis.unresolved.push(Unresolved { span: function.span, what, vendor: None });
        }
        if self.solver.stopped.get()
            && let Some(module) = self.solver.program.modules.values().next()
        {
            let what = "the search through the tree ended at its bound; there may be more".to_owned();
            self.analysis.unresolved.push(Unresolved { span: module.functions[0].span, what, vendor: None });
        }
    }

    /// `beforeSend(event) { delete event.user; return event }` takes back what other calls set.
    fn filters(&mut self, effects: &[Effect]) {
        for effect in effects {
            let Kind::Vendor { root, path, args, .. } = &effect.kind else { continue };
            let Some(known) = self.solver.vendor_root(root) else { continue };
            let vendor = self.catalogue.vendor(known.vendor);
            for init in
                vendor.inits.iter().filter(|init| init.of.contains(&known.name) && **path == *init.call)
            {
                let Some(arg) = options::given(args, init.options.first) else { continue };
                for filter in vendor.filters.iter().filter(|filter| filter.of.contains(&known.name)) {
                    let given = self.solver.member(&arg.value, &Name::from(filter.option.as_str()), arg.span);
                    for atom in given.atoms() {
                        let Atom::Fn(f, _, _) = atom else { continue };
                        if let Some(key) = self.taken_out(*f, &filter.member) {
                            let calls = filter.calls.clone();
                            self.filtered.push(Filtered { vendor: known.vendor, calls, key });
                        }
                    }
                }
            }
        }
    }

    /// If a function takes `member` out of its first parameter; some key if only that member of it.
    fn taken_out(&self, f: FnRef, member: &[String]) -> Option<Option<Name>> {
        let summary = self.solver.summary(f);
        if summary.ret.atoms().iter().all(|atom| matches!(atom, Atom::Lit(_)))
            && summary.ret.node().is_none_or(|n| n.fields.is_empty())
        {
            return Some(None);
        }
        summary.effects.iter().find_map(|effect| {
            let Kind::Write { target, key: Some(key), value, .. } = &effect.kind else { return None };
            let settled = target.root == Root::Param(0) && !value.carries();
            let path: Vec<&str> = target
                .path
                .iter()
                .filter_map(|seg| match seg {
                    Seg::Name(name) => Some(&**name),
                    _ => None,
                })
                .chain([&**key])
                .collect();
            let (inside, rest) = path.split_at_checked(member.len())?;
            let same = settled && inside.iter().zip(member).all(|(a, b)| a == b);
            match rest {
                [] if same => Some(None),
                [only] if same => Some(Some(Name::from(*only))),
                _ => None,
            }
        })
    }

    /// Says what else is to be said, sorts, merges and hands over.
    pub(crate) fn finish(mut self, settings: &Settings) -> Analysis {
        self.imports();
        self.dynamic_imports();
        self.bounds();
        let mut analysis = std::mem::take(&mut self.analysis);
        analysis.flows = merged(analysis.flows);
        analysis.contacts.sort();
        analysis.contacts.dedup();
        if settings.wrappers {
            analysis.wrappers = hollow::wrappers(&self.solver.program, &analysis.contacts);
        }
        analysis.options.sort_by_key(|options| (options.vendor, options.span));
        analysis.options.dedup_by(|a, b| a.vendor == b.vendor && a.span == b.span && a.given == b.given);
        analysis.unresolved.sort();
        analysis.unresolved.dedup();
        analysis.parsed = self.solver.program.modules.len();
        for (file, module) in &self.solver.program.modules {
            if !module.errors.is_empty() {
                analysis.broken.push((*file, module.errors.len()));
            }
        }
        analysis
    }

    /// Imports of vendor packages are evidence by themselves.
    fn imports(&mut self) {
        let mut found = Vec::new();
        for (file, module) in &self.solver.program.modules {
            for import in module.imports.iter().filter(|import| !import.type_only) {
                found.push((*file, import.module.clone(), import.span));
                let below = super::packages::taken(import).filter(|_| self.solver.is_python(*file));
                let vendor = |name: &str| self.solver.vendor_package(*file, name);
                if let Some(below) = below.filter(|below| vendor(below) != vendor(&import.module)) {
                    found.push((*file, below, import.span));
                }
            }
            for inst in module.functions.iter().flat_map(|function| &function.insts) {
                if let Op::Module(specifier) = &inst.op {
                    found.push((*file, specifier.clone(), inst.span));
                }
            }
        }
        for (file, specifier, span) in found {
            let super::names::Target::Package(package) =
                self.solver.program.resolver.resolve(file, &specifier)
            else {
                continue;
            };
            let Some(root) = self.catalogue.named(&package) else { continue };
            let surface = self.surface(root.surface, file);
            let version = self.solver.version(root.vendor, &root.name, file).cloned();
            self.analysis.contacts.push(Contact {
                vendor: root.vendor,
                kind: ContactKind::Import,
                span,
                what: package.strip_prefix(super::packages::PREFIX).unwrap_or(&package).to_owned(),
                root: root.name,
                version,
                surface: surface.unwrap_or(Surface::Server),
                anywhere: surface.is_none(),
            });
        }
    }

    /// Where code of a file runs that uses something of this surface.
    fn surface(&mut self, known: Option<Surface>, file: FileId) -> Option<Surface> {
        known.or_else(|| self.surfaces.of(self.solver, file))
    }

    fn vendor_call(&mut self, root: &Root, path: &Name, this: &Shape, args: &[Given], spot: &Spot) {
        let (Root::Package(name) | Root::Global(name)) = root else { return };
        let Some(known) = self.solver.vendor_root(root) else { return };
        let known_surface = self.surface(known.surface, spot.at.file);
        let surface = known_surface.unwrap_or(Surface::Server);
        let version = self.solver.version(known.vendor, &known.name, spot.at.file);
        let args = expand(self.solver, args);
        let call = if path.is_empty() { short(name).to_owned() } else { format!("{}.{path}", short(name)) };
        self.analysis.contacts.push(Contact {
            vendor: known.vendor,
            kind: ContactKind::Call,
            span: spot.at,
            what: call.clone(),
            root: known.name.clone(),
            version: version.cloned(),
            surface,
            anywhere: known_surface.is_none(),
        });
        options::record(self, &Seen { root: &known, path, version, surface: known_surface }, &args, spot);
        for id in self.catalogue.sinks_at(&known.name, path) {
            let sink = self.catalogue.sink(id);
            let args = if sink.packed { self.unpacked(&args) } else { self.placed(&args, &sink.params) };
            // Where nobody knows the version, a call in either form sends what that form sends.
            let other = version.is_some_and(|version| !sink.versions.hold(Some(version)));
            if other || !self.commanded(sink, &args) {
                continue;
            }
            let payload = |arg: usize, span: Span| Payload {
                vendor: known.vendor,
                surface,
                sink: Some(sink),
                call: call.clone(),
                spot,
                arg,
                span,
                root: Some(root),
            };
            let paired = self.pair(sink, &args, &payload);
            for position in &sink.data {
                if paired.is_some_and(|arg| arg == position.first) {
                    continue;
                }
                for (arg, given) in &at_position(&args, position) {
                    let (arg, given) = (*arg, given);
                    let value = self.below(&given.value, &position.path, given.span);
                    let keys: Vec<Name> =
                        position.path.last().map(|n| n.as_str().into()).into_iter().collect();
                    let before = self.analysis.flows.len();
                    self.value(&payload(arg, given.span), &value, &keys, &position.path, 0);
                    if before == self.analysis.flows.len() && !is_event_name(sink, position) {
                        self.opaque(known.vendor, &call, &value, spot);
                    }
                }
            }
            if sink.receiver {
                self.value(&payload(usize::MAX, spot.at), this, &[], &[], 0);
            }
        }
    }

    /// The members that a position names, where the value is known to have them.
    fn below(&self, value: &Shape, path: &[String], at: Span) -> Shape {
        path.iter().fold(value.clone(), |value, name| {
            let name: Name = name.as_str().into();
            let Some(node) = value.node() else { return Shape::default() };
            let declared = node.atoms.iter().any(|atom| match atom {
                Atom::Data(access) => self.record_type(access).is_some(),
                _ => false,
            });
            if node.fields.get(name).is_some() || declared {
                return self.solver.member(&value, &name, at);
            }
            Shape::default()
        })
    }

    /// `set(key, value)`: the argument number that was the key, if the call has this form.
    fn pair<'e>(
        &mut self,
        sink: &Sink,
        args: &[Given],
        payload: &dyn Fn(usize, Span) -> Payload<'e>,
    ) -> Option<usize> {
        let (key, value) = sink.pair.as_ref()?;
        let name = args.get(key.first)?.value.literal()?;
        let given = args.get(value.first)?;
        self.value(&payload(value.first, given.span), &given.value, &[name], &[], 0);
        Some(key.first)
    }

    /// Arguments that are given by name, put where the catalogue says that the name stands.
    fn placed(&self, args: &[Given], params: &[String]) -> Vec<Given> {
        let mut placed: Vec<Given> = args.iter().filter(|arg| arg.name.is_none()).cloned().collect();
        let Some(span) = args.iter().find(|arg| arg.name.is_some()).map(|arg| arg.span) else {
            return placed;
        };
        let given = placed.len();
        for name in params.iter().skip(given) {
            let named = args.iter().find(|arg| !arg.spread && arg.name.as_deref() == Some(name));
            let spread = || {
                let held = args.iter().filter(|arg| arg.spread && arg.name.is_some());
                held.map(|arg| self.below(&arg.value, std::slice::from_ref(name), arg.span))
                    .find(|value| !value.is_empty())
            };
            placed.push(match named {
                Some(arg) => Given { name: None, ..arg.clone() },
                None => Given::new(spread().unwrap_or_default(), span),
            });
        }
        placed.extend(args.iter().filter(|arg| arg.name.is_some()).cloned());
        placed
    }

    /// `push(['command', a, b])`
    fn unpacked(&self, args: &[Given]) -> Vec<Given> {
        let Some(first) = args.first() else { return Vec::new() };
        let Some(node) = first.value.node() else { return Vec::new() };
        (0..node.fields.len())
            .map(|i| {
                let name: Name = i.to_string().as_str().into();
                let value = self.solver.member(&first.value, &name, first.span);
                Given::new(value, first.span)
            })
            .collect()
    }

    fn request(&mut self, call: &Name, url: &Shape, parts: &[Given], spot: &Spot) {
        let hosts: BTreeSet<(VendorId, String)> = url
            .texts()
            .iter()
            .filter_map(|text| http::host(text))
            .filter_map(|host| Some((self.catalogue.host(host)?, host.to_owned())))
            .collect();
        for (vendor, host) in hosts {
            let surface = self.surface(None, spot.at.file).unwrap_or(Surface::Server);
            self.analysis.contacts.push(Contact {
                vendor,
                kind: ContactKind::Host,
                span: spot.at,
                what: host.clone(),
                root: String::new(),
                version: None,
                surface,
                anywhere: false,
            });
            let label = format!("{call} {host}");
            for (arg, part) in parts.iter().enumerate() {
                let payload = Payload {
                    vendor,
                    surface,
                    sink: None,
                    call: label.clone(),
                    spot,
                    arg,
                    span: part.span,
                    root: None,
                };
                self.value(&payload, &part.value, &[], &[], 0);
            }
        }
    }

    /// Whether the literal that selects a sink is given.
    fn commanded(&mut self, sink: &Sink, args: &[Given]) -> bool {
        let Some(arg) = args.get(sink.command_at.first).filter(|_| !sink.command.is_empty()) else {
            return sink.command.is_empty();
        };
        let value = self.below(&arg.value, &sink.command_at.path, arg.span);
        value.literal().is_some_and(|text| sink.command.iter().any(|command| **command == *text))
    }

    /// Takes a payload apart: members under their keys, then what the value itself may be.
    fn value(&mut self, payload: &Payload<'_>, value: &Shape, keys: &[Name], below: &[String], depth: u8) {
        let Some(node) = value.node() else { return };
        if depth > 8 {
            return;
        }
        if let Some((key, inner)) = named_entry(node) {
            let named: Vec<Name> = std::iter::once(key).chain(keys.iter().cloned()).collect();
            self.value(payload, inner, &named, below, depth + 1);
            return;
        }
        let has = |name: &str| node.fields.get(name).is_some();
        let (machine, grant) = (is_key_of_machine(has), is_grant(has));
        for (name, slot) in node.fields.iter() {
            let program = machine && is_client_email(name) || grant && is_client_id(name);
            let Some(inner) = slot.value.as_ref().filter(|_| !program) else { continue };
            let indexed = name.bytes().all(|b| b.is_ascii_digit());
            if indexed || name.starts_with('%') {
                self.value(payload, inner, keys, below, depth + 1);
                continue;
            }
            let mut deeper = vec![*name];
            deeper.extend(keys.iter().cloned());
            let mut path = below.to_vec();
            path.push(name.to_string());
            self.value(payload, inner, &deeper, &path, depth + 1);
        }
        for inner in node.element.iter().chain(node.dynamic.iter().map(|(_, value)| value)) {
            self.value(payload, inner, keys, below, depth + 1);
        }
        let mut atoms: Vec<&Atom> = node.atoms.iter().collect();
        if let Some(parts) = &node.parts {
            self.text(payload, parts, keys, below, depth);
            // What else it may be: `first ? `${first} (robot)` : username`.
            let told: Vec<Atom> = parts.iter().flat_map(Shape::content).collect();
            atoms.retain(|atom| !told.iter().any(|part| same_value(part, atom)));
        }
        // A value beside what was made of it is one value: `NAMES[platform] || platform`.
        let whole: Vec<&Atom> =
            atoms.iter().copied().filter(|atom| matches!(atom, Atom::Data(a) if !a.derived)).collect();
        let made = |atom: &Atom| matches!(atom, Atom::Data(a) if a.derived);
        atoms.retain(|atom| !made(atom) || !whole.iter().any(|whole| same_value(whole, atom)));
        // The bare result of a call outside says less than what the call was given.
        let before = self.analysis.flows.len();
        for atom in &atoms {
            if let Atom::Data(access) = atom
                && let Root::Import(file, name) = &access.root
            {
                self.solver.want_named(*file, *name);
            }
        }
        let open = atoms.iter().any(|atom| matches!(atom, Atom::Data(a) if a.is_symbolic()));
        // And less than that it was given the vendor's own answer.
        let answered = atoms.iter().any(|atom| matches!(atom, Atom::Data(a) if self.is_answer(a, payload)));
        // Of a large object only the names are left that its members had.
        let flat = keys.is_empty() && node.fields.is_empty() && node.parts.is_none() && node.atoms.len() > 4;
        for says in [Says::Much, Says::Little, Says::Nothing] {
            if says != Says::Much && (open || answered || self.analysis.flows.len() > before) {
                break;
            }
            for atom in &atoms {
                if let Atom::Data(access) = atom
                    && !is_random(access)
                    && self.says(access, flat) == says
                {
                    self.access(payload, access, keys, below, Some(node));
                }
            }
        }
        // `kept ?? randomUUID()` is one id: the one that was kept.
        if !open && self.analysis.flows.len() == before {
            for atom in &atoms {
                if let Atom::Data(access) = atom
                    && is_random(access)
                {
                    self.access(payload, access, keys, below, Some(node));
                }
            }
        }
        self.settle(before);
    }

    fn says(&self, access: &Access, flat: bool) -> Says {
        let named = flat && access.derived && access.name.is_some();
        match !named && is_opaque(access) && self.subjects.of(access).class.is_none() {
            false => Says::Much,
            true if access.derived => Says::Little,
            true => Says::Nothing,
        }
    }

    /// Of what one expression gave: a class that only the key or the position tells is told once, and not at all where
    /// the value itself says what it is.
    fn settle(&mut self, before: usize) {
        let found = self.analysis.flows.split_off(before);
        let speaks = |flow: &Flow| {
            flow.identified_by.iter().any(|hint| matches!(hint, Hint::Field | Hint::Source | Hint::Type))
        };
        let any = found.iter().any(speaks);
        let mut told = false;
        for flow in found {
            if speaks(&flow) {
                self.analysis.flows.push(flow);
            } else if !any && !told {
                told = true;
                self.analysis.flows.push(flow);
            }
        }
    }

    /// Text from parts: `…&email=` in front of a part is its key.
    fn text(&mut self, payload: &Payload<'_>, parts: &[Shape], keys: &[Name], below: &[String], depth: u8) {
        let mut before = String::new();
        for part in parts {
            match part.texts().into_iter().next() {
                Some(text) if part.content().is_empty() => before = text,
                _ => {
                    let key = query_key(&before);
                    let named: Vec<Name> =
                        key.map(Name::from).into_iter().chain(keys.iter().cloned()).collect();
                    self.value(payload, part, &named, below, depth + 1);
                    before.clear();
                }
            }
        }
    }

    /// One value by where it comes from: a field, or a whole object that widens to its fields.
    fn access(
        &mut self,
        payload: &Payload<'_>,
        access: &Access,
        keys: &[Name],
        below: &[String],
        node: Option<&super::shape::Node>,
    ) {
        if !self.counts(access, payload) {
            return;
        }
        let subject = self.subjects.of(access);
        let at = access.at;
        let implied = payload.sink.and_then(|sink| implied(sink, payload.arg, below));
        let found = Found { access, subject: &subject, keys, outer: &[], member: None, at };
        let whole = !access.derived && access.change == Change::None;
        let fields = if whole { self.subjects.fields(access, &subject) } else { Vec::new() };
        if fields.is_empty() || subject.class.is_some() {
            self.flow(payload, &found, implied);
            return;
        }
        let at = access.passed.unwrap_or(payload.span);
        self.widen(payload, access, &subject, &fields, at, node, keys, 0);
    }

    #[expect(clippy::too_many_arguments, reason = "the recursion of one walk over a type")]
    fn widen(
        &mut self,
        payload: &Payload<'_>,
        access: &Access,
        subject: &Subject,
        fields: &[Member],
        at: Span,
        node: Option<&super::shape::Node>,
        outer: &[Name],
        depth: u8,
    ) {
        let machine = is_key_of_machine(|name| fields.iter().any(|field| field.name == name));
        for field in fields.iter().filter(|field| !(machine && is_client_email(&field.name))) {
            let overwritten = node.and_then(|node| node.fields.get(field.name.as_str()));
            if overwritten.is_some_and(|slot| !slot.weak) {
                continue;
            }
            let member = access.member(Seg::Name(field.name.as_str().into()), at);
            let deeper = self.subjects.of_member(subject, field);
            let nested = match field.ty {
                Some(ty) if depth < 2 => self.subjects.record(ty),
                _ => Vec::new(),
            };
            let key: Name = field.name.as_str().into();
            if nested.is_empty() {
                let found = Found {
                    access: &member,
                    subject: &deeper,
                    keys: std::slice::from_ref(&key),
                    outer,
                    member: Some(&field.name),
                    at,
                };
                self.flow(payload, &found, None);
            } else {
                let around: Vec<Name> = std::iter::once(key).chain(outer.iter().cloned()).collect();
                self.widen(payload, &member, &deeper, &nested, at, None, &around, depth + 1);
            }
        }
    }

    /// False for what is no data of this program: the vendor's own values, parameters of functions that the tree calls.
    fn counts(&self, access: &Access, payload: &Payload<'_>) -> bool {
        if access.is_key() {
            return false;
        }
        match &access.root {
            Root::Param(_) | Root::This | Root::Free(_) | Root::Ret(_) => false,
            Root::Entry(f, _) => {
                // What a handler of named events gets is known where the event is emitted.
                let handlers = self.solver.handlers.borrow();
                let via = || payload.spot.via.iter().map(|(_, g)| g);
                let handled = via().any(|g| g == f) && via().any(|g| g != f && handlers.contains(g));
                !handled && !self.solver.called.borrow().contains(f)
            }
            Root::Import(..) if self.solver.is_outdated(access) => false,
            Root::Import(file, name) => {
                self.solver.want_named(*file, *name);
                true
            }
            root => {
                if payload.root == Some(root) {
                    return false;
                }
                self.solver.vendor_root(root).is_none_or(|r| r.vendor != payload.vendor)
            }
        }
    }

    /// What the vendor answered to a call.
    fn is_answer(&self, access: &Access, payload: &Payload<'_>) -> bool {
        let own = payload.root == Some(&access.root)
            || self.solver.vendor_root(&access.root).is_some_and(|root| root.vendor == payload.vendor);
        own && access.path.contains(&Seg::Call)
    }

    fn flow(&mut self, payload: &Payload<'_>, found: &Found<'_>, implied: Option<&str>) {
        let vendor = self.catalogue.vendor(payload.vendor);
        let mut keys: Vec<&str> = found.keys.iter().map(|key| &**key).collect();
        let structure = is_structure(&keys);
        let content = |class: Option<&str>| class.is_some_and(|class| class.starts_with("content."));
        let reserved = keys.iter().find_map(|key| vendor.reserved.get(*key)).map(Option::as_deref);
        let reserved = reserved.filter(|class| !(structure && content(*class)));
        if keys.len() == 1 && payload.sink.is_some_and(describes_person) {
            keys.push("traits");
        }
        let owners: Vec<&str> = found.subject.owners.iter().map(String::as_str).collect();
        let evidence = Evidence {
            keys: &keys,
            field: found.member.or(found.subject.field.as_deref()),
            owners: &owners,
            declared: found.subject.declared.as_deref(),
            source: found.subject.class.as_deref(),
            reserved,
            position: implied.filter(|_| !(structure && content(implied))),
        };
        let random = is_random(found.access);
        let Some(mut verdict) = self.personal.classify(&evidence) else { return };
        let set = evidence.source.is_none() && known::is_set(found.access);
        if set || is_lost(found.access, &verdict.class, &verdict.by) || is_of_machine(&evidence) {
            return;
        }
        if verdict.class == "contact.address" && is_mailbox(evidence.keys) {
            verdict.class = "contact.email".to_owned();
        }
        // The value itself does not say what it is.
        let silent = !verdict.by.iter().any(|hint| matches!(hint, Hint::Field | Hint::Source | Hint::Type));
        if silent
            && content(Some(&verdict.class))
            && !writing::may_hold(self.personal, found.access, found.subject)
        {
            return;
        }
        // Nothing but the place where it stands says what it is.
        let placed = verdict.by.iter().all(|hint| matches!(hint, Hint::Position | Hint::Reserved));
        if placed && found.access.loose != Loose::No {
            verdict.confidence = Confidence::Low;
        }
        if random && !RANDOM_IDS.contains(&verdict.class.as_str()) {
            return;
        }
        if self.is_kept_back(payload, found) {
            return;
        }
        // A vendor's own key in the headers of a request to it is no personal data, nor is what it gave to this program.
        let own_key = payload.sink.is_none()
            && verdict.class.starts_with("credential.")
            && (found.keys.last().is_some_and(|key| &**key == "headers")
                || found.keys.first().is_some_and(|key| matches!(&**key, "client_secret" | "clientSecret")));
        if own_key {
            return;
        }
        let change = if random { Change::None } else { found.access.change };
        let Some((class, mut protection)) = changed(&verdict.class, change) else { return };
        if let Some(given) = payload.sink.and_then(|sink| sink.protection.get(&class))
            && protection == Protection::None
        {
            protection = *given;
        }
        let function = self.function_at(found.at);
        self.analysis.flows.push(Flow {
            vendor: payload.vendor,
            class,
            field: found.subject.text(found.keys),
            key: key_path(found.keys, found.outer),
            protection,
            surface: payload.surface,
            confidence: verdict.confidence,
            identified_by: verdict.by,
            source: Site { span: found.at, function },
            sink: Site {
                span: payload.spot.at,
                function: self.solver.name_of(payload.spot.inside).to_owned(),
            },
            call: payload.call.clone(),
            path: self.path(found, payload),
        });
    }

    /// True for what a filter of the code takes out before it leaves.
    fn is_kept_back(&self, payload: &Payload<'_>, found: &Found<'_>) -> bool {
        self.filtered.iter().any(|filtered| {
            filtered.vendor == payload.vendor
                && payload.sink.is_some_and(|sink| filtered.calls.contains(&sink.call))
                && filtered.key.as_ref().is_none_or(|key| found.keys.first() == Some(key))
        })
    }

    /// Display name of the innermost function around a place.
    fn function_at(&self, span: Span) -> String {
        let Some(module) = self.solver.program.module(span.file) else { return "<module>".to_owned() };
        let around = module
            .functions
            .iter()
            .filter(|f| f.span.start <= span.start && span.end <= f.span.end)
            .min_by_key(|f| f.span.end - f.span.start);
        around.map_or("<module>", |f| &f.name).to_owned()
    }

    fn path(&self, found: &Found<'_>, payload: &Payload<'_>) -> Vec<Step> {
        let mut steps =
            vec![Step { span: found.at, what: format!("{} is read", found.subject.text(found.keys)) }];
        let via: Vec<(Span, FnRef)> = payload.spot.via.iter().copied().rev().collect();
        for (call, inside) in via {
            let whole = self.solver.program.function(inside).is_some_and(|f| f.span == call);
            let entered = self.solver.program.module(call.file).is_some_and(|module| {
                inside.id == FunctionId(0) && module.functions.iter().any(|f| f.span == call)
            });
            if !whole && !entered {
                let what = format!("passed on in {}", self.solver.name_of(inside));
                steps.push(Step { span: call, what });
            }
        }
        steps.push(Step { span: payload.spot.at, what: format!("sent by {}", payload.call) });
        steps.dedup_by(|a, b| a.span == b.span && a.what == b.what);
        steps
    }

    /// A payload whose content nobody can see is said to be so.
    fn opaque(&mut self, vendor: VendorId, call: &str, value: &Shape, spot: &Spot) {
        let Some(node) = value.node() else { return };
        let blind = node.fields.is_empty()
            && node.atoms.iter().any(|atom| match atom {
                Atom::Data(access) => {
                    let known = self.subjects.fields(access, &self.subjects.of(access));
                    matches!(access.root, Root::Entry(..) | Root::Unknown | Root::Import(..))
                        && known.is_empty()
                        && !access.derived
                        && self.subjects.of(access).scalar != Some(true)
                }
                _ => false,
            });
        if blind {
            self.analysis.unresolved.push(Unresolved {
                span: spot.at,
                what: format!("what {call}() is given here could not be seen"),
                vendor: Some(vendor),
            });
        }
    }

    /// Exported wrappers and methods that nothing in the tree calls.
    fn uncalled(&mut self, effects: &[Effect]) {
        let called = self.solver.called.borrow();
        let entered = self.solver.entered.borrow();
        // What is sent through the receiver shows only where the function is run by itself.
        let mut by_itself: BTreeMap<Span, Vec<&Effect>> = BTreeMap::new();
        for effect in effects {
            if let Some((at, inside)) = effect.spot.via.last()
                && inside.id == FunctionId(0)
            {
                by_itself.entry(*at).or_default().push(effect);
            }
        }
        let mut found = Vec::new();
        for (file, module) in &self.solver.program.modules {
            for (i, function) in module.functions.iter().enumerate().skip(1) {
                let f = FnRef { file: *file, id: FunctionId(i as u32) };
                let offered = function.class.is_some() || self.solver.exported.borrow().contains_key(&f);
                if called.contains(&f) || entered.contains(&f) || !offered {
                    continue;
                }
                let summary = self.solver.summary(f);
                let more = by_itself.get(&function.span).into_iter().flatten().copied();
                let vendors = self.sent_to(summary.effects.iter().chain(more));
                found.extend(vendors.into_iter().map(|vendor| Unresolved {
                    span: function.span,
                    what: format!("{}() sends what it is given, but nothing here calls it", function.name),
                    vendor: Some(vendor),
                }));
            }
        }
        self.analysis.unresolved.extend(found);
    }

    /// The vendors that effects send something to that the function is given.
    fn sent_to<'e>(&self, effects: impl Iterator<Item = &'e Effect>) -> BTreeSet<VendorId> {
        let mut given = BTreeSet::new();
        let mut vendors = BTreeSet::new();
        for effect in effects {
            let mut holds = false;
            effect.values(&mut |value| holds |= value.holds_given(&given));
            match &effect.kind {
                Kind::Call { id, .. } if holds => {
                    given.insert(*id);
                }
                Kind::Vendor { root, path, .. } if holds => vendors.extend(self.sink_vendor(root, path)),
                Kind::Http { url, .. } if holds => {
                    let texts = url.texts();
                    let hosts = texts.iter().filter_map(|text| http::host(text));
                    vendors.extend(hosts.filter_map(|host| self.catalogue.host(host)));
                }
                _ => {}
            }
        }
        vendors
    }

    fn sink_vendor(&self, root: &Root, path: &str) -> Option<VendorId> {
        let known = self.solver.vendor_root(root)?;
        (!self.catalogue.sinks_at(&known.name, path).is_empty()).then_some(known.vendor)
    }

    /// The type of a value, if declared; for options.
    pub(crate) fn record_type(&self, access: &Access) -> Option<TypeRef> {
        self.solver
            .types()
            .of_access(access)
            .filter(|ty| matches!(self.solver.types().resolve(*ty).what, What::Record(_) | What::Class(_)))
    }
}

/// True for two atoms that are the same value, read once or made of once.
fn same_value(a: &Atom, b: &Atom) -> bool {
    match (a, b) {
        (Atom::Data(a), Atom::Data(b)) => a.root == b.root && a.path == b.path && a.change == b.change,
        _ => a == b,
    }
}

/// True for a value that is in its payload only if somebody put it there whom nobody knows, where that is unlikely.
fn is_lost(access: &Access, class: &str, by: &[Hint]) -> bool {
    match access.loose {
        Loose::No => false,
        // What a library was opened with is not in what it answers.
        Loose::Call => class.starts_with("credential."),
        Loose::Cut => access.member_of_made || class.starts_with("credential."),
        // A constant of the program, unless it stands for something known.
        Loose::Table => !by.contains(&Hint::Source),
    }
}

/// An id that was just made up.
fn is_random(access: &Access) -> bool {
    matches!(&access.root, Root::Global(name) if &**name == known::RANDOM)
}

/// The result of a call or an element of it, or nothing at all: not a member anybody named.
fn is_opaque(access: &Access) -> bool {
    match access.path.iter().rfind(|seg| **seg != Seg::Element) {
        Some(Seg::Call) => true,
        Some(_) => false,
        None => access.root == Root::Unknown,
    }
}

/// `{ name: "email", value: … }`: the key is a value itself.
fn named_entry(node: &super::shape::Node) -> Option<(Name, &Shape)> {
    let text = |name: &str| node.fields.get(name)?.value.as_ref();
    let key = ["name", "key", "field", "property", "objectTypeId", "id"]
        .iter()
        .find_map(|name| text(name)?.literal())?;
    Some((key, text("value")?))
}

/// True for members that say how a message is built, not what it says: `messages[0].role`.
fn is_structure(keys: &[&str]) -> bool {
    keys.first().is_some_and(|key| {
        matches!(
            *key,
            "role"
                | "id"
                | "type"
                | "index"
                | "tool_call_id"
                | "tool_use_id"
                | "call_id"
                | "signature"
                | "model"
        )
    })
}

/// `{ to: [{ address, name }] }`: where a message goes, which is no street.
fn is_mailbox(keys: &[&str]) -> bool {
    let mail = |key: &&str| matches!(*key, "bcc" | "cc" | "from" | "replyTo" | "reply_to" | "sender" | "to");
    matches!(keys, ["address", around @ ..] if around.first().is_some_and(mail))
}

/// The key file of a machine's account: the address beside its private key is no person's.
fn is_key_of_machine(has: impl Fn(&str) -> bool) -> bool {
    has("private_key") || has("privateKey")
}

fn is_client_email(name: &str) -> bool {
    matches!(name, "client_email" | "clientEmail")
}

/// The same, read of an object of credentials.
fn is_of_machine(evidence: &Evidence<'_>) -> bool {
    let named = |name: &str| {
        let words = crate::personal::split(name);
        let last: Vec<&str> = words.iter().rev().take(2).map(String::as_str).collect();
        matches!(last[..], ["credential" | "credentials", ..] | ["account", "service"])
    };
    evidence.field.is_some_and(is_client_email)
        && (evidence.owners.iter().any(|owner| named(owner))
            || evidence.keys.iter().skip(1).any(|key| named(key)))
}

/// A request for a token or for consent (RFC 6749): the client is the program.
fn is_grant(has: impl Fn(&str) -> bool) -> bool {
    ["client_secret", "clientSecret", "grant_type", "grantType", "redirect_uri", "redirectUri"]
        .into_iter()
        .any(has)
}

fn is_client_id(name: &str) -> bool {
    matches!(name, "client_id" | "clientId")
}

/// The class that the position in the call implies, on the argument or a member around this value.
fn implied<'e>(sink: &'e Sink, arg: usize, below: &[String]) -> Option<&'e str> {
    sink.implied
        .iter()
        .filter(|(position, _)| position.first == arg && below.starts_with(&position.path))
        .max_by_key(|(position, _)| position.path.len())
        .map(|(_, class)| class.as_str())
}

/// The argument in front of the payload, whose class nothing implies: the name of an event or of a key.
fn is_event_name(sink: &Sink, position: &Position) -> bool {
    let first = sink.data.iter().all(|other| other.first >= position.first);
    let payload = sink.data.iter().any(|other| other.first == position.first + 1);
    first && payload && position.path.is_empty() && implied(sink, position.first, &[]).is_none()
}

fn at_position(args: &[Given], position: &Position) -> Vec<(usize, Given)> {
    if position.first == KEYWORDS {
        return keywords(args).map(|given| (KEYWORDS, given)).into_iter().collect();
    }
    let end = if position.open { args.len() } else { position.first + 1 };
    args.iter()
        .enumerate()
        .take(end)
        .skip(position.first)
        .filter(|(_, arg)| arg.name.is_none())
        .map(|(i, arg)| (i, arg.clone()))
        .collect()
}

/// All arguments that are given by name, as one object.
pub(crate) fn keywords(args: &[Given]) -> Option<Given> {
    let mut named = args.iter().filter(|arg| arg.name.is_some()).peekable();
    let span = named.peek()?.span;
    let object = named.fold(Shape::object([]), |object, arg| match &arg.name {
        Some(name) if !arg.spread => object.with(*name, arg.value.clone()),
        _ => object.spread(arg.value.clone()),
    });
    Some(Given::new(object, span))
}

/// Innermost first, as found; outermost first, as written.
fn key_path(keys: &[Name], outer: &[Name]) -> String {
    let keys: Vec<&str> = outer.iter().rev().chain(keys.iter().rev()).map(|key| &**key).collect();
    keys.join(".")
}

/// `@scope/browser-sdk` is shown by its last part.
fn short(package: &str) -> &str {
    package.rsplit(['/', ':']).next().unwrap_or(package)
}

/// The name in front of `=` at the end of a piece of address.
fn query_key(text: &str) -> Option<&str> {
    let head = text.strip_suffix('=')?;
    let start = head.rfind(|c: char| !(c.is_alphanumeric() || "_$[].-".contains(c))).map_or(0, |i| i + 1);
    Some(head[start..].trim_matches(|c| c == '[' || c == ']')).filter(|name| !name.is_empty())
}

/// What a change makes of a class: `reference/compliance.md` section 5.1. `None`: nothing personal is left.
fn changed(class: &str, change: Change) -> Option<(String, Protection)> {
    let same = |protection| Some((class.to_owned(), protection));
    match change {
        Change::None => same(Protection::None),
        Change::Hashed => match class {
            "contact.email" | "contact.email_hash" | "contact.phone" => {
                Some(("contact.email_hash".to_owned(), Protection::Hashed))
            }
            "identifier.user_id" | "identity.username" => {
                Some(("identifier.pseudonymous_id".to_owned(), Protection::Hashed))
            }
            _ => same(Protection::Hashed),
        },
        Change::Keyed => Some(("identifier.pseudonymous_id".to_owned(), Protection::Encrypted)),
        Change::Domain => {
            (class == "contact.email").then(|| ("work.organization".to_owned(), Protection::Truncated))
        }
        Change::Rounded => match class {
            "location.precise" => Some(("location.coarse".to_owned(), Protection::Rounded)),
            "demographic.date_of_birth" => Some(("demographic.age".to_owned(), Protection::Rounded)),
            _ => same(Protection::Rounded),
        },
        Change::Masked => None,
        Change::Encrypted => same(Protection::Encrypted),
    }
}

/// One flow for each (processor, class, field, source place, sink place): the best evidence stands for all.
fn merged(flows: Vec<Flow>) -> Vec<Flow> {
    type Key = (VendorId, String, Span, Span, String);
    let mut best: BTreeMap<Key, Flow> = BTreeMap::new();
    for flow in flows {
        let field = flow.field.rsplit('.').next().unwrap_or_default().to_owned();
        let key = (flow.vendor, flow.class.clone(), flow.source.span, flow.sink.span, field);
        match best.get_mut(&key) {
            None => {
                best.insert(key, flow);
            }
            Some(kept) => {
                let hints: BTreeSet<Hint> =
                    kept.identified_by.iter().chain(&flow.identified_by).copied().collect();
                let rank = |f: &Flow| {
                    (
                        std::cmp::Reverse(f.confidence),
                        f.protection,
                        f.field.len(),
                        f.field.clone(),
                        f.path.len(),
                        f.key.clone(),
                    )
                };
                if rank(&flow) < rank(kept) {
                    *kept = flow;
                }
                kept.identified_by = hints.into_iter().collect();
            }
        }
    }
    let mut flows: Vec<Flow> = best.into_values().collect();
    flows.sort_by(|a, b| {
        (a.vendor, &a.class, a.source.span, a.sink.span, &a.field).cmp(&(
            b.vendor,
            &b.class,
            b.source.span,
            b.sink.span,
            &b.field,
        ))
    });
    flows
}

/// True for a call whose payload describes the user: `identify(id, { name, phone })`.
fn describes_person(sink: &Sink) -> bool {
    let last = sink.call.rsplit('.').next().unwrap_or("");
    sink.call.ends_with("people.set")
        || matches!(last, "identify" | "setPersonProperties" | "setUser" | "setUserProperties" | "updateUser")
}
