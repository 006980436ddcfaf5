//! The parsed part of the tree: modules by file, what their exports stand for, and who is written where.
//!
//! Grows while the solver asks for more files. It evaluates nothing.

use super::names::{Resolver, Target};
use super::packages::Namespaces;
use super::shape::Name;
use crate::ir::{
    Class, ClassId, Exported, FileId, Function, FunctionId, ImportName, Module, Op, TypeId, VarId,
};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How files hand on whatever another has.
const STARS: [&str; 3] = ["export *", "import *", "exportStar"];

/// A function of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FnRef {
    pub(crate) file: FileId,
    pub(crate) id: FunctionId,
}

/// A class of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ClassRef {
    pub(crate) file: FileId,
    pub(crate) id: ClassId,
}

/// A type expression of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeRef {
    pub(crate) file: FileId,
    pub(crate) id: TypeId,
}

/// What a name that a module exports stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A variable of a parsed module.
    Var(FileId, VarId),
    /// The namespace of a parsed module.
    Namespace(FileId),
    /// A member of what a parsed module exports as a whole: `module.exports = new Client()`.
    Member(FileId, VarId, String),
    /// An export of a file that is not parsed.
    Unparsed(FileId, String),
    /// A member of a package from outside; empty is the package itself.
    Outside(String, String),
    /// Nothing known.
    Nothing,
}

/// The parsed modules.
pub(crate) struct Program<'a> {
    pub(crate) modules: BTreeMap<FileId, Rc<Module>>,
    pub(crate) resolver: Resolver<'a>,
    /// Modules of vendors below names that are nobody's.
    pub(crate) namespaces: Namespaces,
    /// Variables of nested functions that each function captures from outside it, sorted.
    captures: BTreeMap<FnRef, Rc<[VarId]>>,
    /// Variables that some instruction stores to.
    stored: BTreeSet<(FileId, VarId)>,
    /// Inner variables that are only ever one function.
    fixed: BTreeMap<(FileId, VarId), FunctionId>,
    /// What exports and imports were found to stand for, since files were last added.
    known: RefCell<Known>,
}

/// Answers that are asked for again and again.
#[derive(Default)]
struct Known {
    exports: FxHashMap<(FileId, Name), Meaning>,
    imports: FxHashMap<(FileId, VarId), Option<Meaning>>,
}

impl<'a> Program<'a> {
    pub(crate) fn new(resolver: Resolver<'a>, namespaces: Namespaces) -> Self {
        Self {
            modules: BTreeMap::new(),
            resolver,
            namespaces,
            captures: BTreeMap::new(),
            stored: BTreeSet::new(),
            fixed: BTreeMap::new(),
            known: RefCell::default(),
        }
    }

    pub(crate) fn add(&mut self, module: Module) {
        *self.known.borrow_mut() = Known::default();
        let file = module.file;
        let fixed = fixed(&module);
        for (id, vars) in captures(&module, &fixed) {
            self.captures.insert(FnRef { file, id }, vars.into_iter().collect());
        }
        for inst in module.functions.iter().flat_map(|f| &f.insts) {
            if let crate::ir::Op::Store(var, _) = inst.op {
                self.stored.insert((file, var));
            }
        }
        self.fixed.extend(fixed.into_iter().map(|(var, id)| ((file, var), id)));
        self.modules.insert(file, Rc::new(module));
    }

    /// The place of each file in the order in which modules run: after those that it imports.
    pub(crate) fn load_order(&self) -> FxHashMap<FileId, usize> {
        let mut order = FxHashMap::default();
        let mut begun = BTreeSet::new();
        for first in self.modules.keys() {
            let mut stack = vec![(*first, false)];
            while let Some((file, done)) = stack.pop() {
                if done {
                    order.insert(file, order.len());
                } else if begun.insert(file) {
                    stack.push((file, true));
                    stack.extend(self.imported_files(file).into_iter().rev().map(|next| (next, false)));
                }
            }
        }
        order
    }

    /// Parsed files whose modules run before that of this file goes on, as written.
    fn imported_files(&self, file: FileId) -> Vec<FileId> {
        let Some(module) = self.modules.get(&file) else { return Vec::new() };
        let imports = module.imports.iter().map(|import| import.module.as_str());
        let required = module.functions[0].insts.iter().filter_map(|inst| match &inst.op {
            Op::Module(name) => Some(name.as_str()),
            _ => None,
        });
        let handed_on = module.exports.iter().filter_map(|export| match &export.what {
            Exported::From { module, .. } | Exported::All { module } => Some(module.as_str()),
            Exported::Var(_) | Exported::Type(_) => None,
        });
        let files = imports.chain(required).chain(handed_on).filter_map(|name| {
            match self.resolver.resolve(file, name) {
                Target::File(next) if self.modules.contains_key(&next) => Some(next),
                _ => None,
            }
        });
        files.collect()
    }

    /// True if the module itself gives the variable a value.
    pub(crate) fn is_stored(&self, file: FileId, var: VarId) -> bool {
        self.stored.contains(&(file, var))
    }

    pub(crate) fn module(&self, file: FileId) -> Option<&Rc<Module>> {
        self.modules.get(&file)
    }

    pub(crate) fn function(&self, f: FnRef) -> Option<&Function> {
        self.modules.get(&f.file)?.functions.get(f.id.0 as usize)
    }

    pub(crate) fn class(&self, c: ClassRef) -> Option<&Class> {
        self.modules.get(&c.file)?.classes.get(c.id.0 as usize)
    }

    /// The function that an inner variable always is.
    pub(crate) fn fixed(&self, file: FileId, var: VarId) -> Option<FnRef> {
        self.fixed.get(&(file, var)).map(|id| FnRef { file, id: *id })
    }

    /// Variables that a closure takes along.
    pub(crate) fn captured(&self, f: FnRef) -> Rc<[VarId]> {
        self.captures.get(&f).cloned().unwrap_or_else(|| Rc::from([]))
    }

    /// What `name`, taken from `specifier` in `from`, stands for.
    pub(crate) fn imported(&self, from: FileId, specifier: &str, name: &ImportName) -> Meaning {
        self.taken(from, specifier, name, 0)
    }

    fn taken(&self, from: FileId, specifier: &str, name: &ImportName, depth: usize) -> Meaning {
        let target = self.resolver.resolve(from, specifier);
        if let Some(module) = self.member_module(from, specifier, name, &target) {
            return module;
        }
        match target {
            Target::File(file) => match name {
                ImportName::Named(name) => self.exported(file, name, depth),
                ImportName::Default => self.exported(file, "default", depth),
                ImportName::Namespace => self.namespace(file),
            },
            Target::Package(package) => {
                let name = match name {
                    ImportName::Named(name) => name.as_str(),
                    ImportName::Default => "default",
                    ImportName::Namespace => "",
                };
                let (package, name) = self.namespaces.outside(package, name);
                Meaning::Outside(package, name)
            }
            Target::Missing => Meaning::Nothing,
        }
    }

    /// `from package import module`, unless the package itself has that name.
    fn member_module(
        &self,
        from: FileId,
        specifier: &str,
        name: &ImportName,
        target: &Target,
    ) -> Option<Meaning> {
        let ImportName::Named(name) = name else { return None };
        let module = self.resolver.submodule(from, specifier, name)?;
        if let Target::File(file) = target {
            let has = match self.modules.get(file) {
                Some(_) => *file != module && self.named(*file, name),
                None => self.resolver.mentions(*file, name),
            };
            if has && *file != module {
                return None;
            }
        }
        Some(self.namespace(module))
    }

    fn namespace(&self, file: FileId) -> Meaning {
        match self.modules.contains_key(&file) {
            true => Meaning::Namespace(file),
            false => Meaning::Unparsed(file, "*".to_owned()),
        }
    }

    /// True if a module says itself what a name is.
    fn named(&self, file: FileId, name: &str) -> bool {
        self.modules.get(&file).is_some_and(|module| module.exports.iter().any(|export| export.name == name))
    }

    /// What the import that a variable of a module is bound to stands for.
    pub(crate) fn import_of(&self, file: FileId, var: VarId) -> Option<Meaning> {
        if let Some(known) = self.known.borrow().imports.get(&(file, var)) {
            return known.clone();
        }
        let found = self.modules.get(&file).and_then(|module| {
            let import = module.imports.iter().find(|import| import.var == var)?;
            Some(self.imported(file, &import.module, &import.name))
        });
        self.known.borrow_mut().imports.insert((file, var), found.clone());
        found
    }

    /// What `name`, exported by `file`, stands for; follows re-exports.
    pub(crate) fn exported(&self, file: FileId, name: &str, depth: usize) -> Meaning {
        if depth > 0 {
            return self.look_up(file, name, depth);
        }
        let key = (file, Name::from(name));
        if let Some(known) = self.known.borrow().exports.get(&key) {
            return known.clone();
        }
        let found = self.look_up(file, name, 0);
        self.known.borrow_mut().exports.insert(key, found.clone());
        found
    }

    fn look_up(&self, file: FileId, name: &str, depth: usize) -> Meaning {
        let Some(module) = self.modules.get(&file) else {
            return Meaning::Unparsed(file, name.to_owned());
        };
        if depth > 12 {
            return Meaning::Nothing;
        }
        let follow = |target: &str, name: &ImportName| self.taken(file, target, name, depth + 1);
        for export in module.exports.iter().filter(|export| export.name == name) {
            match &export.what {
                Exported::Var(var) => {
                    // An import that is exported again stands for what it was imported as.
                    if let Some(import) = module.imports.iter().find(|import| import.var == *var) {
                        return follow(&import.module, &import.name);
                    }
                    return Meaning::Var(file, *var);
                }
                Exported::From { module, name } => return follow(module, name),
                Exported::Type(_) | Exported::All { .. } => {}
            }
        }
        let mut outside = None;
        let mut unparsed = None;
        for export in &module.exports {
            let Exported::All { module: target } = &export.what else { continue };
            let found = follow(target, &ImportName::Named(name.to_owned()));
            match &found {
                Meaning::Nothing => {}
                // Anything may be a name of a package nobody can look into.
                Meaning::Outside(..) => outside = outside.or(Some(found)),
                // Of the files that are not parsed: the one that has the name, or hands on what others have.
                Meaning::Unparsed(at, _) => {
                    let has = self.resolver.mentions(*at, name);
                    if has || STARS.iter().any(|star| self.resolver.mentions(*at, star)) {
                        unparsed = unparsed.filter(|(had, _)| *had || !has).or(Some((has, found)));
                    }
                }
                _ => return found,
            }
        }
        if let Some((_, unparsed)) = unparsed {
            return unparsed;
        }
        if self.resolver.is_package(file)
            && let Some(module) = self.resolver.submodule(file, ".", name)
        {
            return self.namespace(module);
        }
        if let Some(outside) = outside {
            return outside;
        }
        let whole = module.exports.iter().find(|export| export.name == "default");
        match whole.map(|export| &export.what) {
            // `import x from` a CommonJS module is the module itself.
            None if name == "default" && depth == 0 => Meaning::Namespace(file),
            Some(Exported::Var(var)) if name != "default" => Meaning::Member(file, *var, name.to_owned()),
            _ => Meaning::Nothing,
        }
    }
}

/// Variables below the top level that are stored to once, a function.
fn fixed(module: &Module) -> BTreeMap<VarId, FunctionId> {
    let mut stores: BTreeMap<VarId, Option<FunctionId>> = BTreeMap::new();
    for function in &module.functions {
        for inst in &function.insts {
            let Op::Store(var, value) = inst.op else { continue };
            let is = match function[value].op {
                Op::Function(id) if module[var].owner.0 != 0 => Some(id),
                _ => None,
            };
            stores.entry(var).and_modify(|known| *known = None).or_insert(is);
        }
    }
    stores.into_iter().filter_map(|(var, is)| Some((var, is?))).collect()
}

/// For each function: the variables it or a function inside it uses that are declared outside it, but not at top level.
/// Whoever calls an inner function needs what that captures.
fn captures(module: &Module, fixed: &BTreeMap<VarId, FunctionId>) -> BTreeMap<FunctionId, BTreeSet<VarId>> {
    let mut all: BTreeMap<FunctionId, BTreeSet<VarId>> = BTreeMap::new();
    let mut calls: BTreeSet<(FunctionId, FunctionId)> = BTreeSet::new();
    for (i, function) in module.functions.iter().enumerate() {
        let user = FunctionId(i as u32);
        for inst in &function.insts {
            let (Op::Load(var) | Op::Store(var, _)) = inst.op else { continue };
            match fixed.get(&var) {
                Some(inner) if *inner != user => drop(calls.insert((user, *inner))),
                Some(_) => {}
                None => drop(pass(module, &mut all, user, var)),
            }
        }
    }
    let mut grows = true;
    while grows {
        grows = false;
        for (user, inner) in &calls {
            for var in all.get(inner).cloned().unwrap_or_default() {
                grows |= pass(module, &mut all, *user, var);
            }
        }
    }
    all
}

/// A variable passes through every function between its use and its owner. True where that is news.
fn pass(
    module: &Module,
    all: &mut BTreeMap<FunctionId, BTreeSet<VarId>>,
    user: FunctionId,
    var: VarId,
) -> bool {
    let owner = module[var].owner;
    let (mut at, mut news) = (user, false);
    while at != owner && owner != FunctionId(0) {
        news |= all.entry(at).or_default().insert(var);
        match module[at].parent {
            Some(parent) => at = parent,
            None => break,
        }
    }
    news
}
