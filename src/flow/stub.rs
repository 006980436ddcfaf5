//! Stub of the engine; not kept.

use super::Analysis;
use crate::personal::Personal;
use crate::source::Sources;
use crate::vendor::Catalogue;

/// How to analyse.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// Parse every file instead of those that a vendor's contact surface needs.
    pub everything: bool,
}

/// Finds nothing.
pub fn analyse(_: &Sources, _: &Personal, _: &Catalogue, _: &Settings) -> Analysis {
    Analysis::default()
}
