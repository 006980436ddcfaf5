//! Declared types: what a type expression names, its members, and how a whole object widens to its fields.
//!
//! Structural and shallow: it follows names over files, knows the utility types and containers, and gives up on
//! generics of the audited code. It evaluates no values; a type taken from a value (`typeof x`, `z.infer`) is handed
//! back as that variable.

use super::program::{ClassRef, Meaning, Program, TypeRef};
use super::shape::{Access, Name, Root, Seg};
use crate::ir::{Exported, FileId, ImportName, Module, Type, TypeDecl, TypeField, TypeId, TypeKind, VarId};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// What a type is, once names are followed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum What {
    /// Members by name.
    Record(Vec<Member>),
    /// A class of the tree.
    Class(ClassRef),
    /// Elements of a type.
    List(TypeRef),
    /// A type of a package from outside: (package, name).
    Outside(String, String),
    /// The type of a variable.
    Value(FileId, VarId),
    /// A function with this result.
    Function(Option<TypeRef>),
    /// `string`, `number`, an enum, a literal.
    Scalar,
    /// Nothing known.
    Unknown,
}

/// A member of a type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) ty: Option<TypeRef>,
}

/// A resolved type with the names it was reached by, outermost first.
#[derive(Clone, Debug)]
pub(crate) struct Resolved {
    pub(crate) names: Vec<String>,
    pub(crate) what: What,
}

/// Generic types that stand for their first argument.
const TRANSPARENT: &[&str] = &[
    "Awaited",
    "Promise",
    "Partial",
    "Required",
    "Readonly",
    "NonNullable",
    "Maybe",
    "DeepPartial",
    "Nullable",
    "Optional",
    "Ref",
    "ComputedRef",
    "MutableRefObject",
    "RefObject",
    "Observable",
    "PropsWithChildren",
    "Prettify",
    "Simplify",
    "InputMaybe",
    "PromiseLike",
    "Loaded",
    "HydratedDocument",
    "Writable",
];
/// Generic types that hold elements of their last argument.
const CONTAINERS: &[&str] =
    &["Array", "ReadonlyArray", "Set", "ReadonlySet", "Iterable", "Record", "Map", "AsyncIterable"];
/// Inference from a schema value.
const INFERRED: &[&str] =
    &["infer", "output", "input", "TypeOf", "Infer", "InferOutput", "Static", "InferType"];

const MAX_DEPTH: u8 = 12;

/// The type questions, over the parsed part of the tree.
pub(crate) struct Types<'p, 'a> {
    pub(crate) program: &'p Program<'a>,
    /// Who is told of files that an answer needs and that are not parsed.
    pub(crate) wanted: &'p dyn Wanted,
    /// Answers given since files were last added.
    pub(crate) known: &'p RefCell<Known>,
}

/// Takes note of a file that an answer needs.
pub(crate) trait Wanted {
    /// The file is not parsed and should be.
    fn want(&self, file: FileId);
}

/// Files that an answer lacks; wanted again by whoever gets the answer.
type Lacking = Rc<[FileId]>;

/// Answers of `Types` that are asked again and again.
#[derive(Default)]
pub(crate) struct Known {
    resolved: FxHashMap<TypeRef, (Rc<Resolved>, Lacking)>,
    members: FxHashMap<(TypeRef, Name), (Option<TypeRef>, Lacking)>,
    /// Files wanted by the answers being worked out, and how many those are.
    lacking: Vec<FileId>,
    open: usize,
}

impl Types<'_, '_> {
    fn module(&self, file: FileId) -> Option<&Module> {
        self.program.module(file).map(|module| &**module)
    }

    fn want(&self, file: FileId) {
        {
            let mut known = self.known.borrow_mut();
            if known.open > 0 {
                known.lacking.push(file);
            }
        }
        self.wanted.want(file);
    }

    /// Works an answer out and tells what it lacks.
    fn lacking<T>(&self, answer: impl FnOnce() -> T) -> (T, Lacking) {
        let before = self.known.borrow().lacking.len();
        self.known.borrow_mut().open += 1;
        let found = answer();
        let mut known = self.known.borrow_mut();
        known.open -= 1;
        let mut files = known.lacking.get(before..).unwrap_or_default().to_vec();
        files.sort();
        files.dedup();
        if known.open == 0 {
            known.lacking.clear();
        }
        (found, files.into())
    }

    /// Follows a type to what it is.
    pub(crate) fn resolve(&self, ty: TypeRef) -> Rc<Resolved> {
        let known = self.known.borrow().resolved.get(&ty).cloned();
        if let Some((resolved, lacking)) = known {
            lacking.iter().for_each(|file| self.want(*file));
            return resolved;
        }
        let (resolved, lacking) = self.lacking(|| {
            let mut names = Vec::new();
            let what = self.follow(ty, &mut names, 0);
            Rc::new(Resolved { names, what })
        });
        self.known.borrow_mut().resolved.insert(ty, (resolved.clone(), lacking));
        resolved
    }

    fn follow(&self, ty: TypeRef, names: &mut Vec<String>, depth: u8) -> What {
        let Some(module) = self.module(ty.file).filter(|_| depth < MAX_DEPTH) else { return What::Unknown };
        let at = |id: TypeId| TypeRef { file: ty.file, id };
        match &module[ty.id] {
            Type::Named(path, args) => self.named(ty.file, path, args, names, depth),
            Type::Object(fields) => What::Record(members(ty.file, fields)),
            Type::Union(parts) | Type::Intersection(parts) => {
                let mut all = Vec::new();
                let mut scalar = false;
                for part in parts {
                    match self.follow(at(*part), names, depth + 1) {
                        What::Scalar => scalar = true,
                        What::Unknown => {}
                        What::Record(more) => all.extend(more),
                        What::Class(class) => all.extend(self.class_members(class)),
                        other if all.is_empty() => return other,
                        _ => {}
                    }
                }
                match (all.is_empty(), scalar) {
                    (false, _) => What::Record(all),
                    (true, true) => What::Scalar,
                    (true, false) => What::Unknown,
                }
            }
            Type::Array(element) => What::List(at(*element)),
            Type::Literal(_) | Type::Primitive(_) => primitive(&module[ty.id]),
            Type::TypeOf(path) => self.type_of(ty.file, path),
            Type::Indexed(object, key) => match &module[*key] {
                Type::Literal(key) => self
                    .member(at(*object), key)
                    .map_or(What::Unknown, |member| self.follow(member, names, depth + 1)),
                _ => match self.follow(at(*object), names, depth + 1) {
                    What::List(element) => self.follow(element, names, depth + 1),
                    _ => What::Unknown,
                },
            },
            Type::Function(result) => What::Function(result.map(at)),
            Type::Unknown => What::Unknown,
        }
    }

    fn named(
        &self,
        file: FileId,
        path: &[String],
        args: &[TypeId],
        names: &mut Vec<String>,
        depth: u8,
    ) -> What {
        let (Some(module), Some(last)) = (self.module(file), path.last()) else { return What::Unknown };
        let at = |id: TypeId| TypeRef { file, id };
        let declared = (path.len() == 1).then(|| module.declared.iter().find(|d| d.name == *last)).flatten();
        if declared.is_none() {
            if INFERRED.contains(&last.as_str())
                && let Some(arg) = args.last()
            {
                return self.follow(at(*arg), names, depth + 1);
            }
            if TRANSPARENT.contains(&last.as_str())
                && let Some(arg) = args.first()
            {
                return self.follow(at(*arg), names, depth + 1);
            }
            if CONTAINERS.contains(&last.as_str())
                && let Some(arg) = args.last()
            {
                return What::List(at(*arg));
            }
            if let (Some(of), Some(keys), "Pick" | "Omit") = (args.first(), args.get(1), last.as_str()) {
                return self.picked(at(*of), at(*keys), last == "Pick", names, depth);
            }
            if let (Some(arg), "ReturnType") = (args.first(), last.as_str()) {
                return self.follow(at(*arg), names, depth + 1);
            }
        }
        names.push(last.clone());
        match declared {
            Some(decl) => self.declaration(file, decl, names, depth),
            None => self.imported(file, path, names, depth),
        }
    }

    fn declaration(&self, file: FileId, decl: &TypeDecl, names: &mut Vec<String>, depth: u8) -> What {
        match &decl.kind {
            TypeKind::Alias(id) => self.follow(TypeRef { file, id: *id }, names, depth + 1),
            TypeKind::Class(id) => What::Class(ClassRef { file, id: *id }),
            TypeKind::Record(fields, bases) => {
                let mut all = members(file, fields);
                for base in bases {
                    match self.follow(TypeRef { file, id: *base }, names, depth + 1) {
                        What::Record(more) => all.extend(more),
                        What::Class(class) => all.extend(self.class_members(class)),
                        _ => {}
                    }
                }
                What::Record(all)
            }
        }
    }

    fn imported(&self, file: FileId, path: &[String], names: &mut Vec<String>, depth: u8) -> What {
        let Some(module) = self.module(file) else { return What::Unknown };
        let (first, last) = (&path[0], &path[path.len() - 1]);
        let Some(import) = module.imports.iter().find(|import| module[import.var].name == *first) else {
            return What::Unknown;
        };
        let name = match (&import.name, path.len()) {
            (ImportName::Named(name), 1) => name.clone(),
            (ImportName::Default, 1) => "default".to_owned(),
            _ => last.clone(),
        };
        if let (true, super::names::Target::Package(package)) =
            (self.program.resolver.is_python(file), self.program.resolver.resolve(file, &import.module))
        {
            // `google.cloud.logging.Client`, `logging.Client`: modules stand between.
            let taken = match &import.name {
                ImportName::Named(name) => Some(name),
                ImportName::Default | ImportName::Namespace => None,
            };
            let whole: Vec<&str> = taken.into_iter().chain(&path[1..]).map(String::as_str).collect();
            return self.outside(package, &whole.join("."), names, depth);
        }
        self.exported_type(file, &import.module, &name, names, depth)
    }

    fn exported_type(
        &self,
        from: FileId,
        specifier: &str,
        name: &str,
        names: &mut Vec<String>,
        depth: u8,
    ) -> What {
        use super::names::Target;
        if depth >= MAX_DEPTH {
            return What::Unknown;
        }
        match self.program.resolver.resolve(from, specifier) {
            Target::Package(package) => self.outside(package, name, names, depth),
            Target::Missing => What::Unknown,
            Target::File(file) => {
                let Some(module) = self.module(file) else {
                    self.want(file);
                    return What::Unknown;
                };
                self.type_in(file, module, name, names, depth)
            }
        }
    }

    fn type_in(&self, file: FileId, module: &Module, name: &str, names: &mut Vec<String>, depth: u8) -> What {
        for export in module.exports.iter().filter(|export| export.name == name) {
            match &export.what {
                Exported::From { module: target, name } => {
                    let name = match name {
                        ImportName::Named(name) => name.as_str(),
                        _ => "default",
                    };
                    return self.exported_type(file, target, name, names, depth + 1);
                }
                Exported::Type(local) => {
                    if let Some(decl) = module.declared.iter().find(|decl| decl.name == *local) {
                        return self.declaration(file, decl, names, depth + 1);
                    }
                    return self.imported(file, std::slice::from_ref(local), names, depth + 1);
                }
                Exported::Var(var) => {
                    if let Some(decl) = module.declared.iter().find(|decl| decl.name == module[*var].name) {
                        return self.declaration(file, decl, names, depth + 1);
                    }
                    let local = module[*var].name.clone();
                    if module.imports.iter().any(|import| import.var == *var) {
                        return self.imported(file, &[local], names, depth + 1);
                    }
                }
                Exported::All { .. } => {}
            }
        }
        if let Some(decl) = module.declared.iter().find(|decl| decl.name == name) {
            return self.declaration(file, decl, names, depth + 1);
        }
        for export in &module.exports {
            let Exported::All { module: target } = &export.what else { continue };
            let mut deeper = names.clone();
            let what = self.exported_type(file, target, name, &mut deeper, depth + 1);
            if what != What::Unknown {
                *names = deeper;
                return what;
            }
        }
        What::Unknown
    }

    /// A type of a package; the models of a Prisma schema in the tree are the types of its generated client.
    fn outside(&self, package: String, name: &str, names: &mut Vec<String>, depth: u8) -> What {
        if package == "@prisma/client" || package.starts_with(".prisma") {
            let model = name.strip_suffix("GetPayload").unwrap_or(name);
            for (file, module) in &self.program.modules {
                let schema = module.functions.first().is_none_or(|f| f.insts.is_empty());
                if let Some(decl) = module.declared.iter().find(|decl| schema && decl.name == model) {
                    return self.declaration(*file, decl, names, depth + 1);
                }
            }
        }
        let (package, name) = self.program.namespaces.outside(package, name);
        What::Outside(package, name)
    }

    fn type_of(&self, file: FileId, path: &[String]) -> What {
        let Some(module) = self.module(file) else { return What::Unknown };
        let top = |name: &str| module.vars.iter().position(|v| v.name == name && v.owner.0 == 0);
        let Some(first) = path.first() else { return What::Unknown };
        if let Some(import) = module.imports.iter().find(|import| module[import.var].name == *first) {
            return match self.program.imported(file, &import.module, &import.name) {
                Meaning::Var(file, var) => What::Value(file, var),
                Meaning::Outside(package, name) => What::Outside(package, name),
                Meaning::Unparsed(file, _) => {
                    self.want(file);
                    What::Unknown
                }
                _ => What::Unknown,
            };
        }
        top(first).map_or(What::Unknown, |var| What::Value(file, VarId(var as u32)))
    }

    fn picked(&self, of: TypeRef, keys: TypeRef, keep: bool, names: &mut Vec<String>, depth: u8) -> What {
        let mut wanted = Vec::new();
        self.literals(keys, &mut wanted, depth);
        match self.follow(of, names, depth + 1) {
            What::Record(mut all) => {
                all.retain(|member| wanted.contains(&member.name) == keep);
                What::Record(all)
            }
            What::Class(class) => {
                let mut all = self.class_members(class);
                all.retain(|member| wanted.contains(&member.name) == keep);
                What::Record(all)
            }
            other => other,
        }
    }

    fn literals(&self, ty: TypeRef, into: &mut Vec<String>, depth: u8) {
        let Some(module) = self.module(ty.file).filter(|_| depth < MAX_DEPTH) else { return };
        match &module[ty.id] {
            Type::Literal(text) => into.push(text.clone()),
            Type::Union(parts) => {
                for part in parts {
                    self.literals(TypeRef { file: ty.file, id: *part }, into, depth + 1);
                }
            }
            Type::Named(path, _) => {
                if let Some(TypeKind::Alias(id)) =
                    module.declared.iter().find(|decl| Some(&decl.name) == path.last()).map(|decl| &decl.kind)
                {
                    self.literals(TypeRef { file: ty.file, id: *id }, into, depth + 1);
                }
            }
            _ => {}
        }
    }

    /// Declared fields of a class and its bases.
    pub(crate) fn class_members(&self, class: ClassRef) -> Vec<Member> {
        let mut all = Vec::new();
        let (mut todo, mut seen) = (vec![class], Vec::new());
        while let Some(now) = todo.pop().filter(|_| seen.len() < usize::from(MAX_DEPTH)) {
            let Some(declared) = self.program.class(now).filter(|_| !seen.contains(&now)) else { continue };
            seen.push(now);
            all.extend(members(now.file, &declared.fields));
            let python = self.program.resolver.is_python(now.file);
            let more = declared.implements.iter().filter(|_| python);
            for id in more.rev().chain(&declared.extends) {
                match &self.resolve(TypeRef { file: now.file, id: *id }).what {
                    What::Class(base) => todo.push(*base),
                    What::Outside(package, name) if python => all.extend(
                        super::python::inherited(package, name)
                            .iter()
                            .map(|name| Member { name: (*name).to_owned(), ty: None }),
                    ),
                    _ => {}
                }
            }
        }
        all
    }

    /// The type of a member.
    pub(crate) fn member(&self, ty: TypeRef, name: &str) -> Option<TypeRef> {
        let key = (ty, Name::from(name));
        let known = self.known.borrow().members.get(&key).cloned();
        if let Some((found, lacking)) = known {
            lacking.iter().for_each(|file| self.want(*file));
            return found;
        }
        let (found, lacking) = self.lacking(|| match &self.resolve(ty).what {
            What::Record(all) => all.iter().find(|member| member.name == name).and_then(|member| member.ty),
            What::Class(class) => {
                self.class_members(*class).into_iter().find(|member| member.name == name).and_then(|m| m.ty)
            }
            _ => None,
        });
        self.known.borrow_mut().members.insert(key, (found, lacking));
        found
    }

    /// The type of an access: its declared type, followed along the rest of its path.
    pub(crate) fn of_access(&self, access: &Access) -> Option<TypeRef> {
        let (mut ty, depth) = access.ty?;
        for seg in access.path.get(usize::from(depth)..)? {
            ty = match seg {
                Seg::Name(name) => self.member(ty, name)?,
                Seg::Element => match &self.resolve(ty).what {
                    What::List(element) => *element,
                    _ => ty,
                },
                Seg::Call => match &self.resolve(ty).what {
                    What::Function(Some(result)) => *result,
                    _ => return None,
                },
                Seg::Arg(_) => return None,
            };
        }
        Some(ty)
    }

    /// The fields that go along when the whole object is passed on.
    pub(crate) fn fields(&self, what: &What) -> Vec<Member> {
        match what {
            What::Record(all) => all.clone(),
            What::Class(class) => self.class_members(*class),
            _ => Vec::new(),
        }
    }

    /// The model behind a row of the Prisma client: `prisma.user.findUnique()` gives a `User`.
    pub(crate) fn prisma_row(&self, access: &Access) -> Option<(String, Vec<Member>)> {
        let Root::Package(package) = &access.root else { return None };
        if &**package != "@prisma/client" {
            return None;
        }
        let names: Vec<&str> = access
            .path
            .iter()
            .filter_map(|seg| match seg {
                Seg::Name(name) => Some(&**name),
                _ => None,
            })
            .collect();
        let model = names.get(1)?;
        for (file, module) in &self.program.modules {
            if module.functions.first().is_some_and(|f| !f.insts.is_empty()) {
                continue;
            }
            let found = module.declared.iter().find(|decl| decl.name.eq_ignore_ascii_case(model));
            if let Some(TypeDecl { name, kind: TypeKind::Record(fields, _), .. }) = found {
                return Some((name.clone(), members(*file, fields)));
            }
        }
        None
    }
}

fn members(file: FileId, fields: &[TypeField]) -> Vec<Member> {
    fields
        .iter()
        .map(|field| Member { name: field.name.clone(), ty: field.ty.map(|id| TypeRef { file, id }) })
        .collect()
}

fn primitive(ty: &Type) -> What {
    match ty {
        Type::Primitive(name) if matches!(name.as_str(), "any" | "unknown" | "object" | "never" | "void") => {
            What::Unknown
        }
        _ => What::Scalar,
    }
}
