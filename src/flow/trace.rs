//! What an evaluation depended on, so that only what a change can touch is evaluated again.
//!
//! A trace is taken while a function (or the entry into one) is evaluated. It speaks of cells, summaries, names and
//! files; it knows nothing of values.

use super::effect::Cell;
use super::program::FnRef;
use super::shape::Name;
use crate::ir::{FileId, Module, Type};
use rustc_hash::FxHashSet;

/// The dependencies of one evaluation.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    /// Cells read.
    pub(crate) cells: FxHashSet<Cell>,
    /// Cells that a caller's values would be written to, and that nobody read so far.
    pub(crate) unread: FxHashSet<Cell>,
    /// Summaries used.
    pub(crate) used: FxHashSet<FnRef>,
    /// Functions called.
    pub(crate) called: FxHashSet<FnRef>,
    /// Functions handed to something outside the tree.
    pub(crate) entered: FxHashSet<FnRef>,
    /// Method names that nothing in the program answered to.
    pub(crate) unanswered: FxHashSet<Name>,
    /// Files that were asked for and are not parsed.
    pub(crate) missing: FxHashSet<FileId>,
    /// Classes and interfaces whose subclasses or implementers mattered.
    pub(crate) dispatched: FxHashSet<Name>,
    /// A bound cut something off.
    pub(crate) cut: bool,
}

/// What new files bring.
#[derive(Debug, Default)]
pub(crate) struct News {
    /// The files.
    pub(crate) files: FxHashSet<FileId>,
    /// Classes and interfaces that got new subclasses or implementers.
    pub(crate) bases: FxHashSet<Name>,
}

impl News {
    /// The files, sorted.
    pub(crate) fn files_in_order(&self) -> Vec<FileId> {
        let mut files: Vec<FileId> = self.files.iter().copied().collect();
        files.sort();
        files
    }

    /// All that these modules bring.
    pub(crate) fn of<'m>(modules: impl Iterator<Item = &'m Module>) -> Self {
        let mut news = Self::default();
        modules.for_each(|module| news.add(module));
        news
    }

    /// Takes in a new module.
    pub(crate) fn add(&mut self, module: &Module) {
        self.files.insert(module.file);
        for class in &module.classes {
            for ty in class.implements.iter().chain(&class.extends) {
                if let Type::Named(path, _) = &module[*ty] {
                    self.bases.extend(path.last().map(|name| Name::from(name.as_str())));
                }
            }
        }
    }
}

impl Trace {
    /// Takes over what another evaluation depended on.
    pub(crate) fn absorb(&mut self, other: &Self) {
        self.cells.extend(other.cells.iter().cloned());
        self.unread.extend(other.unread.iter().cloned());
        self.used.extend(&other.used);
        self.called.extend(&other.called);
        self.entered.extend(&other.entered);
        self.unanswered.extend(&other.unanswered);
        self.missing.extend(&other.missing);
        self.dispatched.extend(&other.dispatched);
        self.cut |= other.cut;
    }

    /// True if what is new may change the result.
    pub(crate) fn is_touched_by(&self, news: &News) -> bool {
        !self.missing.is_disjoint(&news.files) || !self.dispatched.is_disjoint(&news.bases)
    }

    /// True if it read one of these cells, used one of these summaries or left out a call by one of these names.
    pub(crate) fn is_stale(
        &self,
        cells: &FxHashSet<Cell>,
        functions: &FxHashSet<FnRef>,
        names: &FxHashSet<Name>,
    ) -> bool {
        !self.cells.is_disjoint(cells)
            || !self.unread.is_disjoint(cells)
            || !self.used.is_disjoint(functions)
            || !self.unanswered.is_disjoint(names)
    }
}
