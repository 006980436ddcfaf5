//! Questions the engine asks: whose package, global, host is this; which sink is this call (stub).

use super::{Catalogue, SinkId, Surface, VendorId};

/// Lookup tables, built once by the loader.
#[derive(Debug, Default)]
pub(crate) struct Lookup {}

/// What a root (package or global) stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// The vendor.
    pub vendor: VendorId,
    /// The catalogue's name of the root (`@sentry/*` for `@sentry/react`), as used in `of`.
    pub name: String,
    /// Where its code runs; `None` is decided by the file's context.
    pub surface: Option<Surface>,
}

/// Why a file is worth parsing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    /// The text to look for: package name, global, host.
    pub text: String,
    /// Whose it is.
    pub vendor: VendorId,
}

impl Catalogue {
    /// The vendor behind an import specifier: the longest package name that it equals or starts with before `/`.
    pub fn package(&self, _ecosystem: &str, _specifier: &str) -> Option<Root> {
        None
    }

    /// The vendor behind a browser global.
    pub fn global(&self, _name: &str) -> Option<Root> {
        None
    }

    /// The vendor behind a host name.
    pub fn host(&self, _host: &str) -> Option<VendorId> {
        None
    }

    /// True if the path below this root is a client (`""`, `init()`).
    pub fn is_client(&self, _root: &str, _path: &str) -> bool {
        false
    }

    /// Splits a path below a root into (client path, rest) for every client prefix, longest first.
    pub fn clients<'p>(&self, _root: &str, _path: &'p str) -> Vec<(&'p str, &'p str)> {
        Vec::new()
    }

    /// Sinks that a call of this path below this root may be, before commands are compared.
    pub fn sinks_at(&self, _root: &str, _path: &str) -> Vec<SinkId> {
        Vec::new()
    }

    /// Everything whose presence makes a file worth parsing. Sorted, unique.
    pub fn needles(&self) -> Vec<Needle> {
        Vec::new()
    }
}
