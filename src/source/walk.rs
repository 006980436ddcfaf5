//! Walks a directory (stub).

use super::{Skipped, Sources};
use crate::error::Error;
use std::path::PathBuf;

/// What to walk.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The root; paths are relative to it.
    pub root: PathBuf,
    /// Wanted extensions, without the dot.
    pub extensions: Vec<&'static str>,
    /// Wanted whole file names.
    pub names: Vec<&'static str>,
    /// Read tests, fixtures, mocks, stories, examples.
    pub include_tests: bool,
}

/// Reads the tree.
pub fn walk(_options: &Options) -> Result<(Sources, Vec<Skipped>), Error> {
    Ok((Sources::default(), Vec::new()))
}
