//! Stub of the engine; not kept.

use super::Analysis;
use crate::personal::Personal;
use crate::source::Sources;
use crate::vendor::Catalogue;

/// How to analyse.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// Parse every file at once instead of those that a vendor's trace leads to.
    pub parse_everything: bool,
}

/// Finds nothing.
pub fn analyse(_: &Sources, _: &Personal, _: &Catalogue, _: &Settings) -> Analysis {
    Analysis::default()
}
