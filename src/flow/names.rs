//! From an import specifier to a file of the tree or a package from outside.
//!
//! Knows relative paths, `tsconfig` paths and base URLs, `package.json` imports and the workspace packages of a
//! monorepo. It reads nothing but the sources it is given, and never asks what a module holds.

use crate::ir::FileId;
use crate::source::Sources;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

/// Where a specifier leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A file of the tree.
    File(FileId),
    /// A package from outside, by the specifier.
    Package(String),
    /// A path into the tree that no file answers to (an asset, a skipped file).
    Missing,
}

/// Extensions tried in order, as bundlers and TypeScript do.
const EXTENSIONS: &[&str] =
    &["", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".vue", ".svelte", ".d.ts"];

/// Path mapping of one `tsconfig.json`.
#[derive(Clone, Debug, Default)]
struct Mapping {
    base: Option<String>,
    paths: Vec<(String, Vec<String>)>,
    extends: Option<String>,
}

/// Resolves specifiers; built once a tree.
pub(crate) struct Resolver<'a> {
    sources: &'a Sources,
    /// Directory of a config to its mapping.
    mappings: BTreeMap<String, Mapping>,
    /// Name of a workspace package to its directory and entry points.
    packages: BTreeMap<String, (String, Vec<String>)>,
    /// Packages of Python.
    python: super::packages::Packages,
    cache: RefCell<HashMap<FileId, HashMap<String, Target>>>,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(sources: &'a Sources) -> Self {
        let mut this = Self {
            sources,
            mappings: BTreeMap::new(),
            packages: BTreeMap::new(),
            python: super::packages::Packages::new(sources),
            cache: RefCell::default(),
        };
        let mut raw = BTreeMap::new();
        for id in sources.ids() {
            let path = sources.path(id);
            let (dir, name) = split(path);
            if name == "package.json" {
                this.add_package(dir, sources.text(id));
            } else if (name.starts_with("tsconfig") || name.starts_with("jsconfig"))
                && name.ends_with(".json")
            {
                raw.insert(path.to_owned(), mapping(dir, sources.text(id)));
            }
        }
        for path in raw.keys() {
            let (dir, name) = split(path);
            if name == "tsconfig.json" || name == "jsconfig.json" {
                this.mappings.insert(dir.to_owned(), inherit(&raw, path, 0));
            }
        }
        this
    }

    fn add_package(&mut self, dir: &str, text: &str) {
        let Ok(json) = serde_json::from_str::<Value>(text) else { return };
        let Some(name) = json.get("name").and_then(Value::as_str) else { return };
        let mut entries = Vec::new();
        for key in ["source", "module", "main", "types"] {
            entries.extend(json.get(key).and_then(Value::as_str).map(str::to_owned));
        }
        if let Some(exports) = json.get("exports") {
            strings(exports.get(".").unwrap_or(exports), &mut entries);
        }
        self.packages.entry(name.to_owned()).or_insert((dir.to_owned(), entries));
    }

    /// The workspace package that a file belongs to.
    pub(crate) fn package_of(&self, path: &str) -> Option<&str> {
        let inside =
            |dir: &str| dir.is_empty() || path.strip_prefix(dir).is_some_and(|rest| rest.starts_with('/'));
        let found = self.packages.iter().filter(|(_, (dir, _))| inside(dir));
        found.max_by_key(|(_, (dir, _))| dir.len()).map(|(name, _)| name.as_str())
    }

    /// The module that is a member of a Python module: `name` below the package that `specifier` leads to.
    pub(crate) fn submodule(&self, from: FileId, specifier: &str, name: &str) -> Option<FileId> {
        if !self.is_python(from) {
            return None;
        }
        let joined = if specifier.ends_with('.') {
            format!("{specifier}{name}")
        } else {
            format!("{specifier}.{name}")
        };
        match self.resolve(from, &joined) {
            Target::File(file) => Some(file),
            _ => None,
        }
    }

    /// True for a file of Python.
    pub(crate) fn is_python(&self, file: FileId) -> bool {
        super::python::is_source(self.sources.path(file))
    }

    /// True if the text of a file holds the name.
    pub(crate) fn mentions(&self, file: FileId, name: &str) -> bool {
        self.sources.text(file).contains(name)
    }

    /// True for the file of a Python package itself.
    pub(crate) fn is_package(&self, file: FileId) -> bool {
        split(self.sources.path(file)).1 == "__init__.py"
    }

    /// Where `specifier`, written in `from`, leads.
    pub(crate) fn resolve(&self, from: FileId, specifier: &str) -> Target {
        let known = self.cache.borrow().get(&from).and_then(|known| known.get(specifier)).cloned();
        known.unwrap_or_else(|| {
            let path = self.sources.path(from);
            let (dir, _) = split(path);
            let target = match super::python::is_source(path) {
                true => self.python.look_up(self.sources, dir, specifier),
                false => self.look_up(dir, specifier),
            };
            let mut cache = self.cache.borrow_mut();
            cache.entry(from).or_default().insert(specifier.to_owned(), target.clone());
            target
        })
    }

    fn look_up(&self, dir: &str, specifier: &str) -> Target {
        let specifier = specifier.split(['?', '#']).next().filter(|s| !s.is_empty()).unwrap_or(specifier);
        if specifier.starts_with('.') || specifier.starts_with('/') {
            let at = if specifier.starts_with('/') { "" } else { dir };
            return self.file(&normal(at, specifier)).map_or(Target::Missing, Target::File);
        }
        if let Some(file) = self.mapped(dir, specifier) {
            return Target::File(file);
        }
        if let Some(file) = self.workspace(specifier) {
            return Target::File(file);
        }
        // `@/x`, `~/x`: the alias that Vite, Nuxt and Next set up outside tsconfig.
        if let Some(rest) = specifier.strip_prefix("@/").or_else(|| specifier.strip_prefix("~/")) {
            for up in ancestors(dir) {
                let tried = [normal(up, &format!("src/{rest}")), normal(up, rest)];
                if let Some(file) = tried.iter().find_map(|path| self.file(path)) {
                    return Target::File(file);
                }
            }
            return Target::Missing;
        }
        Target::Package(specifier.strip_prefix("node:").unwrap_or(specifier).to_owned())
    }

    fn mapped(&self, dir: &str, specifier: &str) -> Option<FileId> {
        for up in ancestors(dir) {
            let Some(mapping) = self.mappings.get(up) else { continue };
            for (pattern, targets) in &mapping.paths {
                let Some(star) = matches(pattern, specifier) else { continue };
                let hit = targets.iter().find_map(|target| self.file(&target.replace('*', star)));
                if hit.is_some() {
                    return hit;
                }
            }
            if let Some(hit) = mapping.base.as_ref().and_then(|base| self.file(&normal(base, specifier))) {
                return Some(hit);
            }
            return None;
        }
        None
    }

    fn workspace(&self, specifier: &str) -> Option<FileId> {
        let depth = if specifier.starts_with('@') { 2 } else { 1 };
        let cut = specifier.match_indices('/').nth(depth - 1).map_or(specifier.len(), |(i, _)| i);
        let (name, rest) = specifier.split_at(cut);
        let (dir, entries) = self.packages.get(name)?;
        let rest = rest.trim_start_matches('/');
        if !rest.is_empty() {
            let tried = [rest.to_owned(), format!("src/{rest}"), rest.replacen("dist/", "src/", 1)];
            return tried.iter().find_map(|path| self.file(&normal(dir, path)));
        }
        // Built entry points stand for their sources.
        let built = entries.iter().flat_map(|entry| {
            let entry = entry.trim_start_matches("./");
            let stem = entry.rsplit_once('.').map_or(entry, |(stem, _)| stem).trim_end_matches(".d");
            let inner = stem.split_once('/').map_or(stem, |(_, inner)| inner);
            [entry.to_owned(), stem.to_owned(), format!("src/{inner}")]
        });
        ["src/index".to_owned(), "src/main".to_owned()]
            .into_iter()
            .chain(built)
            .chain(["index".to_owned(), "lib/index".to_owned()])
            .find_map(|path| self.file(&normal(dir, &path)))
    }

    /// A file by its path with or without extension, or the index of a directory.
    fn file(&self, path: &str) -> Option<FileId> {
        let direct = |path: &str| {
            EXTENSIONS.iter().find_map(|extension| self.sources.find(&format!("{path}{extension}")))
        };
        if let Some(hit) = direct(path) {
            return Some(hit);
        }
        // TypeScript sources import each other under their compiled names.
        for (compiled, source) in [(".js", ".ts"), (".js", ".tsx"), (".jsx", ".tsx"), (".mjs", ".mts")] {
            if let Some(hit) =
                path.strip_suffix(compiled).and_then(|stem| self.sources.find(&format!("{stem}{source}")))
            {
                return Some(hit);
            }
        }
        direct(&if path.is_empty() { "index".to_owned() } else { format!("{path}/index") })
    }
}

fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// The directory itself and everything above it, down to the root (`""`).
fn ancestors(dir: &str) -> impl Iterator<Item = &str> {
    let mut next = Some(dir);
    std::iter::from_fn(move || {
        let now = next?;
        next = if now.is_empty() { None } else { Some(split(now).0) };
        Some(now)
    })
}

/// `dir/specifier` without `.` and `..`.
fn normal(dir: &str, specifier: &str) -> String {
    let mut parts: Vec<&str> = dir.split('/').filter(|part| !part.is_empty()).collect();
    for part in specifier.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn matches<'s>(pattern: &str, specifier: &'s str) -> Option<&'s str> {
    match pattern.split_once('*') {
        Some((head, tail)) => specifier.strip_prefix(head)?.strip_suffix(tail),
        None => (pattern == specifier).then_some(""),
    }
}

fn strings(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Object(map) => map.values().for_each(|value| strings(value, into)),
        _ => {}
    }
}

/// `tsconfig.json` is JSON with comments and trailing commas.
fn mapping(dir: &str, text: &str) -> Mapping {
    let mut text = text.to_owned();
    if json_strip_comments::strip(&mut text).is_err() {
        return Mapping::default();
    }
    let Ok(json) = serde_json::from_str::<Value>(&text) else { return Mapping::default() };
    let options = json.get("compilerOptions");
    let base = options.and_then(|o| o.get("baseUrl")).and_then(Value::as_str).map(|b| normal(dir, b));
    let anchor = base.clone().unwrap_or_else(|| dir.to_owned());
    let mut paths = Vec::new();
    if let Some(map) = options.and_then(|o| o.get("paths")).and_then(Value::as_object) {
        for (pattern, targets) in map {
            let targets = targets.as_array().into_iter().flatten().filter_map(Value::as_str);
            paths.push((pattern.clone(), targets.map(|target| normal(&anchor, target)).collect()));
        }
    }
    // Longest literal prefix first, as TypeScript picks.
    paths.sort_by_key(|(pattern, _): &(String, Vec<String>)| std::cmp::Reverse(pattern.len()));
    let extends = json.get("extends").and_then(Value::as_str).filter(|e| e.starts_with('.'));
    Mapping { base, paths, extends: extends.map(|e| normal(dir, e)) }
}

fn inherit(raw: &BTreeMap<String, Mapping>, path: &str, depth: usize) -> Mapping {
    let mut own = raw.get(path).cloned().unwrap_or_default();
    if let Some(parent) = own.extends.take()
        && depth < 8
    {
        let file = if raw.contains_key(&parent) { parent } else { format!("{parent}.json") };
        let above = inherit(raw, &file, depth + 1);
        own.base = own.base.or(above.base);
        if own.paths.is_empty() {
            own.paths = above.paths;
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    fn tree(files: &[(&str, &str)]) -> Sources {
        Sources::new(
            files
                .iter()
                .map(|(path, text)| SourceFile { path: (*path).into(), text: (*text).into() })
                .collect(),
        )
    }

    #[test]
    fn specifiers_lead_where_the_bundler_would_go() {
        let sources = tree(&[
            (
                "tsconfig.base.json",
                r#"{"compilerOptions": {"baseUrl": ".", "paths": {"@lib/*": ["libs/*/src"],}, }} // c"#,
            ),
            ("apps/web/tsconfig.json", r#"{"extends": "../../tsconfig.base.json", "compilerOptions": {}}"#),
            ("apps/web/src/main.ts", ""),
            ("apps/web/src/lib/track.ts", ""),
            ("apps/web/src/hooks/index.tsx", ""),
            ("libs/analytics/src/index.ts", ""),
            ("packages/core/package.json", r#"{"name": "@acme/core", "main": "dist/index.js"}"#),
            ("packages/core/src/index.ts", ""),
            ("packages/core/src/user.ts", ""),
        ]);
        let resolver = Resolver::new(&sources);
        let from = sources.find("apps/web/src/main.ts").unwrap();
        let leads = |specifier: &str| match resolver.resolve(from, specifier) {
            Target::File(id) => sources.path(id).to_owned(),
            Target::Package(name) => format!("package {name}"),
            Target::Missing => "missing".to_owned(),
        };
        assert_eq!(leads("./lib/track"), "apps/web/src/lib/track.ts");
        assert_eq!(leads("./lib/track.js"), "apps/web/src/lib/track.ts");
        assert_eq!(leads("./hooks"), "apps/web/src/hooks/index.tsx");
        assert_eq!(leads("@/lib/track"), "apps/web/src/lib/track.ts");
        assert_eq!(leads("@lib/analytics"), "libs/analytics/src/index.ts");
        assert_eq!(leads("@acme/core"), "packages/core/src/index.ts");
        assert_eq!(leads("@acme/core/user"), "packages/core/src/user.ts");
        assert_eq!(leads("@acme/core/dist/user"), "packages/core/src/user.ts");
        assert_eq!(leads("node:crypto"), "package crypto");
        assert_eq!(leads("mixpanel-browser"), "package mixpanel-browser");
        assert_eq!(leads("./logo.svg"), "missing");
    }
}
