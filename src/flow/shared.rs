//! What the analyses of trees that are compared have in common: which files touch a vendor, and what files are in IR.
//!
//! A file that is the same in several trees is searched and lowered once.

use super::sweep;
use crate::ir::{FileId, Module};
use crate::lang;
use crate::source::Sources;
use crate::vendor::Catalogue;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// Belongs to one store of files.
pub(crate) struct Shared {
    seeds: BTreeSet<FileId>,
    lowered: Vec<OnceLock<Vec<Arc<Module>>>>,
}

impl Shared {
    /// For all files of the trees to come.
    pub(crate) fn new(all: &Sources, catalogue: &Catalogue) -> Self {
        let lowered = std::iter::repeat_with(OnceLock::new).take(all.bound()).collect();
        Self { seeds: sweep::seeds(all, catalogue), lowered }
    }

    /// Files of a tree that are worth parsing from the start.
    pub(super) fn seeds(&self, sources: &Sources) -> BTreeSet<FileId> {
        self.seeds.iter().copied().filter(|file| sources.has(*file)).collect()
    }

    /// A file in IR.
    pub(super) fn modules(&self, sources: &Sources, file: FileId) -> &[Arc<Module>] {
        let lower = || {
            let path = sources.path(file);
            let modules = lang::of_path(path).map(|l| (l.lower)(file, path, sources.text(file)));
            modules.unwrap_or_default().into_iter().map(Arc::new).collect()
        };
        self.lowered.get(file.0 as usize).map_or(&[], |slot| slot.get_or_init(lower))
    }
}
