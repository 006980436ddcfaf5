//! Where code runs that is no package's of one surface: as far as its path, its imports and the package around it tell.
//!
//! Nothing is executed or resolved for it. Where neither says anything, nobody knows, and the caller decides what that
//! means.

use super::solver::Solver;
use crate::ir::FileId;
use crate::source::Sources;
use crate::vendor::Surface;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Words in a path that say it.
const PATHS: [(&[&str], Surface); 3] = [
    (&["server", "api", "backend", "worker", "workers", "lambda", "functions", "edge"], Surface::Server),
    (
        &[
            "client",
            "browser",
            "web",
            "frontend",
            "components",
            "pages",
            "hooks",
            "vue",
            "svelte",
            "html",
            "tsx",
            "jsx",
        ],
        Surface::Browser,
    ),
    (&["cli", "bin", "electron", "desktop"], Surface::Desktop),
];

/// Modules that only a page has any use for.
const PAGE: [&str; 6] = ["preact", "react", "react-dom", "solid-js", "svelte", "vue"];

/// Modules that no page has.
const NODE: [&str; 15] = [
    "child_process",
    "cluster",
    "dns",
    "express",
    "fastify",
    "fs",
    "fs/promises",
    "http",
    "https",
    "koa",
    "net",
    "os",
    "process",
    "tls",
    "worker_threads",
];

/// What only a page does.
const DOM: [&str; 9] = [
    "document.addEventListener",
    "document.createElement",
    "document.getElementById",
    "document.querySelector",
    "localStorage.",
    "react-dom",
    "sessionStorage.",
    "window.addEventListener",
    "window.location",
];

/// How the code of a package is seen to run.
#[derive(Default)]
pub(super) struct Surfaces {
    /// By folder of the manifest.
    packages: FxHashMap<String, Option<Surface>>,
}

impl Surfaces {
    /// Where the code of a file runs; nothing where nobody can tell.
    pub(super) fn of(&mut self, solver: &Solver<'_>, file: FileId) -> Option<Surface> {
        let path = solver.sources.path(file).to_ascii_lowercase();
        if super::python::is_source(&path) {
            return Some(Surface::Server);
        }
        let has = |words: &[&str]| path.split(['/', '.', '-', '_']).any(|part| words.contains(&part));
        if let Some((_, surface)) = PATHS.iter().find(|(words, _)| has(words)) {
            return Some(*surface);
        }
        let imports = solver.program.module(file).map_or(&[][..], |module| &module.imports);
        let imported = |names: &[&str]| imports.iter().any(|import| names.contains(&bare(&import.module)));
        if imported(&PAGE) {
            return Some(Surface::Browser);
        }
        if imported(&NODE) {
            return Some(Surface::Server);
        }
        let folder = package(solver.sources, solver.sources.path(file))?.to_owned();
        *self.packages.entry(folder).or_insert_with_key(|folder| ways(solver.sources, folder))
    }
}

/// A module without the mark of Node.
fn bare(module: &str) -> &str {
    module.strip_prefix("node:").unwrap_or(module)
}

/// The folder of the nearest manifest.
fn package<'p>(sources: &Sources, path: &'p str) -> Option<&'p str> {
    let mut folder = path;
    loop {
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        let manifest =
            if folder.is_empty() { "package.json".to_owned() } else { format!("{folder}/package.json") };
        if sources.find(&manifest).is_some() {
            return Some(folder);
        }
        if folder.is_empty() {
            return None;
        }
    }
}

/// Where the code below a folder runs, if all of it runs there.
fn ways(sources: &Sources, folder: &str) -> Option<Surface> {
    let modules = NODE.iter().flat_map(|module| [format!("'{module}'"), format!("\"{module}\"")]);
    let modules: Vec<String> = modules.chain(["'node:".to_owned(), "\"node:".to_owned()]).collect();
    let words = DOM.iter().copied().chain(modules.iter().map(String::as_str));
    let automaton = super::sweep::build(words).ok()?;
    let below =
        |path: &str| path.strip_prefix(folder).is_some_and(|rest| folder.is_empty() || rest.starts_with('/'));
    let files: Vec<FileId> = super::sweep::code(sources).filter(|file| below(sources.path(*file))).collect();
    let seen = files.into_par_iter().map(|file| {
        let (path, text) = (sources.path(file), sources.text(file));
        let mut page = [".html", ".jsx", ".svelte", ".tsx", ".vue"].iter().any(|end| path.ends_with(end));
        let mut node = false;
        for hit in automaton.find_overlapping_iter(text) {
            match hit.pattern().as_usize() < DOM.len() {
                true => page = true,
                false => node |= is_imported(&text[..hit.start()]),
            }
        }
        (page, node)
    });
    match seen.reduce(|| (false, false), |a, b| (a.0 | b.0, a.1 | b.1)) {
        (true, false) => Some(Surface::Browser),
        (false, true) => Some(Surface::Server),
        _ => None,
    }
}

/// Whether what stands behind this text is the name of a module.
fn is_imported(before: &str) -> bool {
    let before = before.trim_end();
    ["from", "import", "import(", "require("].iter().any(|word| before.ends_with(word))
}
