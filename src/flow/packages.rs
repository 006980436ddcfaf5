//! Python modules of the tree: packages, source roots, relative imports.
//!
//! A source root is a directory that is no package itself; it may lie anywhere (`src/`, `backend/`).

use super::names::Target;
use super::shape::{Access, Name, Root, Seg};
use crate::ir::{FileId, Import, ImportName};
use crate::source::Sources;
use crate::vendor::{Catalogue, unversioned};
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet};

/// What stands in front of the names of Python packages from outside.
pub(crate) const PREFIX: &str = "pypi:";

/// Where packages lie.
#[derive(Debug, Default)]
pub(crate) struct Packages {
    /// Directories with `__init__.py`.
    packages: BTreeSet<String>,
    /// Name of a top-level package to the source roots that hold it.
    tops: BTreeMap<String, BTreeSet<String>>,
}

impl Packages {
    pub(crate) fn new(sources: &Sources) -> Self {
        let mut this = Self::default();
        for id in sources.ids() {
            if let Some(dir) = sources.path(id).strip_suffix("/__init__.py") {
                this.packages.insert(dir.to_owned());
            }
        }
        for dir in &this.packages {
            let (root, name) = parent(dir);
            if !this.packages.contains(root) {
                this.tops.entry(name.to_owned()).or_default().insert(root.to_owned());
            }
        }
        this
    }

    /// Where `specifier` leads from a file in `dir`.
    pub(crate) fn look_up(&self, sources: &Sources, dir: &str, specifier: &str) -> Target {
        let dots = specifier.len() - specifier.trim_start_matches('.').len();
        let path = specifier[dots..].replace('.', "/");
        if dots > 0 {
            let mut base = dir;
            for _ in 1..dots {
                base = parent(base).0;
            }
            return module(sources, base, &path).map_or(Target::Missing, Target::File);
        }
        let mut up = Some(dir);
        while let Some(root) = up {
            if !self.packages.contains(root)
                && let Some(file) = module(sources, root, &path)
            {
                return Target::File(file);
            }
            up = (!root.is_empty()).then(|| parent(root).0);
        }
        let top = path.split('/').next().unwrap_or("");
        let found = self.tops.get(top).into_iter().flatten().find_map(|root| module(sources, root, &path));
        found.map_or_else(|| Target::Package(format!("{PREFIX}{specifier}")), Target::File)
    }
}

/// The module at a path below a root.
fn module(sources: &Sources, root: &str, path: &str) -> Option<FileId> {
    let stem = match (root, path) {
        (root, "") => root.to_owned(),
        ("", path) => path.to_owned(),
        (root, path) => format!("{root}/{path}"),
    };
    let package = if stem.is_empty() { "__init__.py".to_owned() } else { format!("{stem}/__init__.py") };
    sources.find(&package).or_else(|| sources.find(&format!("{stem}.py")))
}

/// Directory and name.
fn parent(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// Modules of vendors that are no packages at the top: `google.cloud.logging` is one, `google` is nobody's. Members of
/// packages that belong to another vendor than the rest (`openai.AzureOpenAI`) are such modules, too.
#[derive(Debug)]
pub(crate) struct Namespaces {
    /// First names of all.
    tops: FxHashSet<String>,
    modules: FxHashSet<String>,
    /// The same of npm: members only.
    members: FxHashSet<String>,
}

impl Namespaces {
    pub(crate) fn new(catalogue: &Catalogue) -> Self {
        let modules = catalogue.modules("pypi").filter(|module| module.contains('.'));
        let modules: FxHashSet<String> = modules.map(str::to_owned).collect();
        let tops = modules.iter().filter_map(|module| module.split('.').next());
        let tops = tops.map(str::to_owned).collect();
        let members = catalogue.modules("npm").filter(|name| {
            name.rsplit_once('.').is_some_and(|(package, _)| !catalogue.sharing("npm", package).is_empty())
        });
        let members = members.map(str::to_owned).collect();
        Self { tops, modules, members }
    }

    /// A name from a package of Python as (package, dotted path below it): sub-modules are members like any other, but a
    /// vendor's module is its own package.
    pub(crate) fn outside(&self, package: String, name: &str) -> (String, String) {
        let Some(module) = package.strip_prefix(PREFIX) else { return self.member(package, name) };
        let top = module.split('.').next().unwrap_or(module);
        if top == module && !self.tops.contains(top) {
            return (package, name.to_owned());
        }
        let whole = if name.is_empty() { module.to_owned() } else { format!("{module}.{name}") };
        let known = self.tops.contains(top).then(|| self.longest(&whole)).flatten();
        let at = known.unwrap_or(top.len());
        (format!("{PREFIX}{}", &whole[..at]), whole[at..].trim_start_matches('.').to_owned())
    }

    /// The same for npm, where only a member can be another's.
    fn member(&self, package: String, name: &str) -> (String, String) {
        let (first, rest) = name.split_once('.').unwrap_or((name, ""));
        let whole = format!("{package}.{first}");
        if self.members.contains(&whole) { (whole, rest.to_owned()) } else { (package, name.to_owned()) }
    }

    /// What a call makes whose first argument says what: `boto3.client("ses")`, also of a session.
    pub(crate) fn made(&self, access: &Access, named: &str) -> Option<Root> {
        let Root::Package(package) = &access.root else { return None };
        let module = package.strip_prefix(PREFIX).filter(|module| self.tops.contains(*module))?;
        let whole = format!("{module}.{}({named})", access.last_name()?);
        self.modules.contains(&whole).then(|| Root::Package(format!("{PREFIX}{whole}").as_str().into()))
    }

    /// Where the longest module of a vendor ends that a dotted name begins with.
    fn longest(&self, whole: &str) -> Option<usize> {
        let dots = whole.bytes().enumerate().rev().filter(|(_, b)| *b == b'.').map(|(i, _)| i);
        std::iter::once(whole.len()).chain(dots).find(|end| self.is_module(&whole[..*end]))
    }

    /// True for a vendor's module, also one of a version: `google.cloud.logging_v2`.
    fn is_module(&self, name: &str) -> bool {
        let known = |name: &str| self.modules.contains(name);
        known(name) || unversioned(name).is_some_and(known)
    }

    /// The vendor's module that a member of an access is: `logging` of `google.cloud`.
    pub(crate) fn module(&self, access: &Access, name: &Name) -> Option<Root> {
        let Root::Package(package) = &access.root else { return None };
        let Some(module) = package.strip_prefix(PREFIX) else {
            let whole = format!("{package}.{name}");
            let known = access.path.is_empty() && self.members.contains(&whole);
            return known.then(|| Root::Package(whole.as_str().into()));
        };
        if !self.tops.contains(module.split('.').next()?) {
            return None;
        }
        let mut whole = module.to_owned();
        for seg in access.path.iter().copied().chain([Seg::Name(*name)]) {
            let Seg::Name(name) = seg else { return None };
            whole.push('.');
            whole.push_str(&name);
        }
        self.is_module(&whole).then(|| Root::Package(format!("{PREFIX}{whole}").as_str().into()))
    }
}

/// The module or member that an import of Python takes, by its whole name: `from google.cloud import logging`.
pub(crate) fn taken(import: &Import) -> Option<String> {
    match &import.name {
        ImportName::Named(name) if !import.module.starts_with('.') => {
            Some(format!("{}.{name}", import.module))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_module_of_a_vendor_is_its_package() {
        let names = ["a.b", "a.b.c", "x.y"];
        let spaces = Namespaces {
            tops: ["a", "x"].map(str::to_owned).into_iter().collect(),
            modules: names.map(str::to_owned).into_iter().collect(),
            members: std::iter::once("n.M".to_owned()).collect(),
        };
        let split = |package: &str, name: &str| {
            let (package, path) = spaces.outside(package.to_owned(), name);
            format!("{package} {path}")
        };
        let cases = [
            ("pypi:a.b", "c", "pypi:a.b.c "),
            ("pypi:a.b.c.d", "E", "pypi:a.b.c d.E"),
            ("pypi:a", "b", "pypi:a.b "),
            ("pypi:a", "f", "pypi:a f"),
            ("pypi:a", "b_v1", "pypi:a.b_v1 "),
            ("pypi:a.b_v1beta.types", "E", "pypi:a.b_v1beta types.E"),
            ("pypi:a.bc", "f", "pypi:a bc.f"),
            ("pypi:z.b", "f", "pypi:z b.f"),
            ("pypi:z", "", "pypi:z "),
            ("a.b", "c", "a.b c"),
            ("n", "M.x", "n.M x"),
            ("n", "N", "n N"),
        ];
        for (package, name, expected) in cases {
            assert_eq!(split(package, name), expected, "{package} {name}");
        }
    }
}
