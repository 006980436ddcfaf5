//! What an access is about, in words: its field, its owners, its declared type, the known source it comes from.
//!
//! The bridge between access paths and the classifier. It reads names and types; the classes are `personal`'s.

use super::program::TypeRef;
use super::shape::{Access, Name, Root, Seg};
use super::solver::Solver;
use super::types::{Member, What};
use crate::ir::Type;
use crate::personal::{KnownSource, Personal, SourceRoot};

/// An access in words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Subject {
    /// The field's own name.
    pub(crate) field: Option<String>,
    /// Owners, nearest first.
    pub(crate) owners: Vec<String>,
    /// Name of the declared type.
    pub(crate) declared: Option<String>,
    /// Class of the known source.
    pub(crate) class: Option<String>,
    /// Fields of the known source's object.
    pub(crate) fields: Vec<String>,
    /// Declared to be text, a number or the like; `None` is not declared.
    pub(crate) scalar: Option<bool>,
    /// Path for people.
    path: Vec<String>,
}

impl Subject {
    /// As an engineer would name it. Without a name of its own it goes by its key.
    pub(crate) fn text(&self, keys: &[Name]) -> String {
        if self.path.is_empty() {
            return keys.first().map_or_else(|| "value".to_owned(), |key| key.to_string());
        }
        self.path.join(".")
    }
}

/// Makes subjects.
pub(crate) struct Subjects<'s, 'a> {
    solver: &'s Solver<'a>,
    personal: &'s Personal,
}

impl<'s, 'a> Subjects<'s, 'a> {
    pub(crate) fn new(solver: &'s Solver<'a>, personal: &'s Personal) -> Self {
        Self { solver, personal }
    }

    /// The access in words.
    pub(crate) fn of(&self, access: &Access) -> Subject {
        let mut path = self.words(access);
        let named = matches!(access.path.last(), Some(Seg::Name(_))) || is_getter(&access.path);
        if (access.derived || !named)
            && let Some(name) = &access.name
            && path.last().map(String::as_str) != Some(name)
        {
            path.push(name.to_string());
        }
        let mut owners: Vec<String> = path.iter().rev().skip(1).cloned().collect();
        // What `search()` gives was found, it is not what was searched for.
        let asks =
            |owner: &String| !(matches!(owner.as_str(), "query" | "search") && is_called(access, owner));
        owners.retain(asks);
        let mut subject = Subject { field: path.last().cloned(), ..Subject::default() };
        self.declare(access, &mut subject, &mut owners);
        if let Some(source) = self.source(access) {
            subject.class.clone_from(&source.class);
            subject.fields.clone_from(&source.fields);
            owners.splice(0..0, source.owner.clone());
        }
        if let Some((owner, above)) = self.source_above(access) {
            // What stands between is nearer: `request.user.organization.name`.
            owners.insert(above.min(owners.len()), owner);
        }
        if let Some((model, _)) = self.solver.types().prisma_row(access) {
            owners.insert(0, model);
        }
        if let Some(owner) = access.owner.filter(|owner| self.personal.is_owner(owner)) {
            owners.insert(0, owner.to_string());
        }
        subject.owners = owners;
        subject.path = path.into_iter().filter(|word| !word.starts_with('%')).collect();
        let long = subject.path.len().saturating_sub(4);
        subject.path.drain(..long);
        subject
    }

    fn words(&self, access: &Access) -> Vec<String> {
        let mut words = Vec::new();
        match &access.root {
            Root::Entry(f, i) => {
                let module = self.solver.program.module(f.file);
                let param = self.solver.program.function(*f).and_then(|f| f.params.get(usize::from(*i)));
                if let (Some(module), Some(param)) = (module, param) {
                    let name = &module[param.var].name;
                    if !name.starts_with('%') {
                        words.push(name.clone());
                    }
                }
            }
            Root::Global(name) if !name.starts_with('%') => words.push(name.to_string()),
            Root::Import(_, name) if !matches!(&**name, "default" | "*") => words.push(name.to_string()),
            Root::Alloc(_) => {}
            _ => {}
        }
        for (i, seg) in access.path.iter().enumerate() {
            match seg {
                Seg::Name(name) if &**name == "default" && i == 0 => {}
                Seg::Name(name)
                    if matches!(&**name, "value" | "current") && matches!(access.root, Root::Alloc(_)) => {}
                Seg::Name(name) => {
                    // `user.get_full_name()` is the full name.
                    let called = matches!(access.path.get(i + 1), Some(Seg::Call));
                    let plain = name.strip_prefix("get_").filter(|_| called).unwrap_or(name);
                    words.push(plain.to_owned());
                }
                Seg::Element | Seg::Call | Seg::Arg(_) => {}
            }
        }
        words
    }

    /// Types: of the value itself, and of the object it is a member of.
    fn declare(&self, access: &Access, subject: &mut Subject, owners: &mut Vec<String>) {
        let types = self.solver.types();
        if let Some(ty) = types.of_access(access) {
            let resolved = types.resolve(ty);
            let primitive = self.primitive(ty);
            match &resolved.what {
                What::Scalar => {
                    subject.scalar = Some(true);
                    subject.declared = resolved.names.first().cloned().or(primitive);
                }
                What::Record(_) | What::Class(_) => {
                    subject.scalar = Some(false);
                    // An object stands for a person if its type does.
                    let own = resolved.names.iter().rev().cloned().chain(subject.field.clone());
                    owners.splice(0..0, own.collect::<Vec<_>>());
                }
                _ => {}
            }
        }
        let Some((_, depth)) = access.ty else { return };
        let Some((_, parent)) = access.path.split_last() else { return };
        if usize::from(depth) <= parent.len() {
            let above = Access { path: parent.into(), ..*access };
            if let Some(ty) = types.of_access(&above) {
                let resolved = types.resolve(ty);
                let at = owners.len().min(1);
                owners.splice(at..at, resolved.names.iter().rev().cloned());
            }
        }
    }

    fn primitive(&self, ty: TypeRef) -> Option<String> {
        let module = self.solver.program.module(ty.file)?;
        match &module[ty.id] {
            Type::Primitive(name) => Some(name.clone()),
            _ => None,
        }
    }

    /// A member of a widened object in words.
    pub(crate) fn of_member(&self, whole: &Subject, member: &Member) -> Subject {
        let mut owners = whole.owners.clone();
        owners.splice(0..0, whole.field.clone());
        let mut path = whole.path.clone();
        path.push(member.name.clone());
        let resolved = member.ty.map(|ty| self.solver.types().resolve(ty));
        Subject {
            field: Some(member.name.clone()),
            owners,
            declared: resolved
                .filter(|resolved| resolved.what == What::Scalar)
                .and_then(|resolved| resolved.names.first().cloned())
                .or_else(|| member.ty.and_then(|ty| self.primitive(ty))),
            class: None,
            fields: Vec::new(),
            scalar: None,
            path,
        }
    }

    /// The fields that a whole object takes along.
    pub(crate) fn fields(&self, access: &Access, subject: &Subject) -> Vec<Member> {
        let types = self.solver.types();
        if let Some(ty) = types.of_access(access) {
            let fields = self.record(ty);
            if !fields.is_empty() {
                return fields;
            }
        }
        if let Some((_, fields)) = types.prisma_row(access)
            && access.path.last() == Some(&Seg::Call)
        {
            return fields;
        }
        subject.fields.iter().map(|name| Member { name: name.clone(), ty: None }).collect()
    }

    /// Members of a type that is an object.
    pub(crate) fn record(&self, ty: TypeRef) -> Vec<Member> {
        let types = self.solver.types();
        let resolved = types.resolve(ty);
        if let What::Value(file, var) = &resolved.what {
            let value = self.solver.read(&super::effect::Cell::Var(*file, *var));
            let Some(node) = value.node() else { return Vec::new() };
            return node.fields.keys().map(|name| Member { name: name.to_string(), ty: None }).collect();
        }
        types.fields(&resolved.what)
    }

    /// The known source an access is, exactly.
    fn source(&self, access: &Access) -> Option<&'s KnownSource> {
        if let Some(rest) = self.below_request(access) {
            let path = segments(rest);
            return self.personal.sources.iter().find(|source| source.path == path && is_request(source));
        }
        let path = segments(&access.path);
        self.personal.sources.iter().find(|source| source.path == path && self.starts(source, access))
    }

    /// What stands below `request` in `self.request.user`: Python keeps requests in members.
    fn below_request<'p>(&self, access: &'p Access) -> Option<&'p [Seg]> {
        let named = |seg: &Seg| matches!(seg, Seg::Name(name) if &**name == "request");
        if matches!(access.root, Root::Package(_) | Root::Global(_)) || !self.solver.is_python(access.at.file)
        {
            return None;
        }
        let at = access.path.iter().position(named)?;
        Some(&access.path[at + 1..])
    }

    /// Owner word of a known source that the access is below of, and how many owners are nearer.
    fn source_above(&self, access: &Access) -> Option<(String, usize)> {
        let request = self.below_request(access);
        let inside = request.is_some();
        let path = segments(request.unwrap_or(&access.path));
        self.personal
            .sources
            .iter()
            .filter(|source| {
                source.owner.is_some()
                    && path.len() > source.path.len()
                    && path.starts_with(&source.path)
                    && if inside { is_request(source) } else { self.starts(source, access) }
            })
            .max_by_key(|source| source.path.len())
            .and_then(|source| Some((source.owner.clone()?, path.len() - source.path.len() - 1)))
    }

    fn starts(&self, source: &KnownSource, access: &Access) -> bool {
        match (&source.root, &access.root) {
            (SourceRoot::Global(name), Root::Global(global)) => **name == **global,
            (SourceRoot::Package(name), Root::Package(package)) => {
                **name == **package
                    || package.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with('/'))
            }
            (SourceRoot::Param { names, types }, Root::Entry(f, i)) => {
                let python = self.solver.is_python(f.file);
                if python != (source.language == "python") {
                    return false;
                }
                let Some(module) = self.solver.program.module(f.file) else { return false };
                let Some(param) = self
                    .solver
                    .program
                    .function(*f)
                    .and_then(|function| function.params.get(usize::from(*i)))
                else {
                    return false;
                };
                match param.ty.map(|id| &module[id]) {
                    Some(Type::Named(path, _)) => path.last().is_some_and(|last| types.contains(last)),
                    _ => names.contains(&module[param.var].name),
                }
            }
            _ => false,
        }
    }
}

/// `get_full_name()` names what it gives, whatever it is kept in.
fn is_getter(path: &[Seg]) -> bool {
    matches!(path, [.., Seg::Name(name), Seg::Call] if name.starts_with("get_"))
}

/// True if a member of this name is called on the way.
fn is_called(access: &Access, name: &str) -> bool {
    access.path.windows(2).any(|pair| matches!(pair, [Seg::Name(called), Seg::Call] if &**called == name))
}

/// True for a source below a request of Python.
fn is_request(source: &KnownSource) -> bool {
    source.language == "python"
        && matches!(&source.root, SourceRoot::Param { names, .. } if names.iter().any(|name| name == "request"))
}

/// Segments in the notation of known sources: `name`, `name()`, `name>0`.
fn segments(path: &[Seg]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for (i, seg) in path.iter().enumerate() {
        match (seg, all.last_mut()) {
            (Seg::Name(name), _) if i == 0 && &**name == "default" => {}
            // Names of headers do not tell upper from lower case.
            (Seg::Name(name), Some(last)) if last == "headers" => all.push(name.to_ascii_lowercase()),
            (Seg::Name(name), _) => all.push(name.to_string()),
            (Seg::Call, Some(last)) => last.push_str("()"),
            (Seg::Call, None) => all.push("()".to_owned()),
            (Seg::Arg(n), Some(last)) => {
                last.push('>');
                last.push_str(&n.to_string());
            }
            (Seg::Arg(n), None) => all.push(format!(">{n}")),
            (Seg::Element, _) => {}
        }
    }
    all
}
