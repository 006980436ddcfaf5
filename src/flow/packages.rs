//! Python modules of the tree: packages, source roots, relative imports.
//!
//! A source root is a directory that is no package itself; it may lie anywhere (`src/`, `backend/`).

use super::names::Target;
use crate::ir::FileId;
use crate::source::Sources;
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

/// A name from a Python package as (package, dotted path below it): sub-modules are members like any other.
pub(crate) fn outside(package: String, name: &str) -> (String, String) {
    let Some((top, rest)) = package.strip_prefix(PREFIX).and_then(|module| module.split_once('.')) else {
        return (package, name.to_owned());
    };
    let path = if name.is_empty() { rest.to_owned() } else { format!("{rest}.{name}") };
    (format!("{PREFIX}{top}"), path)
}
