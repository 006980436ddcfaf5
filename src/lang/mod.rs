//! Front ends: one file a language, tree-sitter syntax -> IR.
//!
//! The only home of tree-sitter. A front end knows no vendor and no personal data.

#[cfg(test)]
mod census;
mod grammar;
mod javascript;
mod lower;
mod markup;
mod prisma;
mod python;
mod template;
mod typescript;

use crate::ir::{FileId, Module};

/// A language.
pub(crate) struct Language {
    /// Kebab-case id (`javascript`).
    pub id: &'static str,
    /// For people.
    #[expect(dead_code, reason = "the inventory will tell languages by name")]
    pub name: &'static str,
    /// Extensions without the dot.
    pub extensions: &'static [&'static str],
    /// Package registry whose names its imports use (`npm`).
    #[expect(dead_code, reason = "manifests of packages will be read by it")]
    pub ecosystem: &'static str,
    /// Lowers one file, given its path and text; a page or component may hold several scripts.
    pub lower: fn(FileId, &str, &str) -> Vec<Module>,
}

/// All languages, sorted by id.
pub(crate) static ALL: &[&Language] = &[
    &markup::HTML,
    &javascript::JAVASCRIPT,
    &prisma::PRISMA,
    &python::PYTHON,
    &markup::SVELTE,
    &markup::TEMPLATE,
    &typescript::TYPESCRIPT,
    &markup::VUE,
];

/// The language of a path, by its extension.
pub(crate) fn of_path(path: &str) -> Option<&'static Language> {
    if path.ends_with(".blade.php") {
        return Some(&markup::TEMPLATE);
    }
    let extension = path.rsplit_once('.')?.1;
    ALL.iter().copied().find(|l| l.extensions.contains(&extension))
}

#[cfg(test)]
mod tests;
