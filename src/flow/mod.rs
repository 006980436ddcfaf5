//! The flow analysis: from modules in IR to flows of personal data into vendors.
//!
//! Abstract values are shapes (`shape.rs`), functions have summaries (`solve.rs`, `effect.rs`), names are resolved over
//! files (`names.rs`), types widen objects (`types.rs`). It knows no syntax and no vendor by name: the catalogue and the
//! known sources come in as data.

mod calls;
mod channel;
mod compiled;
mod demand;
mod effect;
mod emit;
mod entry;
mod eval;
mod fields;
mod focus;
mod hollow;
mod http;
mod inject;
mod known;
mod library;
mod names;
mod options;
mod packages;
mod program;
mod python;
mod shape;
mod shared;
mod solve;
mod solver;
mod subject;
mod surface;
mod sweep;
mod symbol;
mod trace;
mod types;
mod writing;

pub(crate) use hollow::Wrapper;
pub(crate) use shared::Shared;
pub(crate) use solve::analyse;

use crate::ir::Span;
use crate::personal::{Confidence, Hint, Personal};
use crate::vendor::{Catalogue, Protection, Resolved, Surface, VendorId, Version};

/// How the analysis is run. It does not change what is found.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Settings {
    /// Parse every file at once instead of those that a vendor's trace leads to.
    pub(crate) parse_everything: bool,
    /// Also tell which functions do nothing but serve a vendor.
    pub(crate) wrappers: bool,
}

/// What is known of people's data and of vendors.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) personal: &'a Personal,
    pub(crate) catalogue: &'a Catalogue,
    /// Versions of packages, by manifests.
    pub(crate) resolved: &'a Resolved,
}

/// A place in code with the function around it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Site {
    /// The expression.
    pub span: Span,
    /// Display name of the function around it.
    pub function: String,
}

/// A step of a path, for people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// The expression.
    pub span: Span,
    /// What happens there: `argument of identifyUser()`.
    pub what: String,
}

/// One field of one class reaching one processor.
#[derive(Clone, Debug)]
pub struct Flow {
    /// The processor.
    pub vendor: VendorId,
    /// Class id.
    pub class: String,
    /// As an engineer would name it: `user.email`.
    pub field: String,
    /// The key under which it leaves, as far as it has one: `traits.$email`; empty where the position says it all.
    pub key: String,
    /// What was done to it.
    pub protection: Protection,
    /// Where the sink runs.
    pub surface: Surface,
    /// How sure.
    pub confidence: Confidence,
    /// Kinds of evidence that agree, sorted.
    pub identified_by: Vec<Hint>,
    /// Where the value enters.
    pub source: Site,
    /// Where it leaves.
    pub sink: Site,
    /// The call that takes it: `mixpanel.people.set`.
    pub call: String,
    /// From source to sink.
    pub path: Vec<Step>,
}

/// How a vendor was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContactKind {
    /// An import of one of its packages.
    Import,
    /// A call into it.
    Call,
    /// One of its hosts in an address.
    Host,
    /// Its script in a page.
    Markup,
    /// One of its packages in a manifest or lock file.
    Package,
    /// A variable of the environment that configures it.
    Env,
    /// A part of another system that hands data to it.
    Config,
    /// A configuration that allows or prepares it, and sends nothing by itself.
    Declared,
}

/// One sight of a vendor in code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contact {
    /// The vendor.
    pub vendor: VendorId,
    /// How.
    pub kind: ContactKind,
    /// Where.
    pub span: Span,
    /// What was seen: package name, call, host.
    pub what: String,
    /// The root (package or global) it was seen through; empty for hosts.
    pub root: String,
    /// The version of that package, as far as manifests tell.
    pub version: Option<Version>,
    /// Where that code runs.
    pub surface: Surface,
    /// Nothing tells where it runs: it may be anywhere.
    pub anywhere: bool,
}

impl Contact {
    /// Whether that code may run on one of these surfaces; none named are all.
    pub(crate) fn may_run_on(&self, surfaces: &[Surface]) -> bool {
        surfaces.is_empty() || self.anywhere || surfaces.contains(&self.surface)
    }
}

/// A value of an option given to a vendor's init call.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// `true`, `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// A list of strings.
    List(Vec<String>),
    /// Given, but not as a literal.
    Given,
}

/// The options that one init call gives, and methods called on clients (as `method()`).
#[derive(Clone, Debug)]
pub struct Options {
    /// The vendor.
    pub vendor: VendorId,
    /// Package or global it was given through.
    pub root: String,
    /// The version of that package, as far as manifests tell.
    pub version: Option<Version>,
    /// Dotted option path to value, sorted.
    pub given: Vec<(String, Setting)>,
    /// The options may have members nobody could read (a variable from elsewhere).
    pub open: bool,
    /// Where that code runs, as far as anything tells.
    pub surface: Option<Surface>,
    /// The call.
    pub span: Span,
}

/// Something that could not be followed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unresolved {
    /// Where.
    pub span: Span,
    /// What: `argument of mixpanel.track() comes from outside the tree`.
    pub what: String,
    /// The vendor concerned, if known.
    pub vendor: Option<VendorId>,
}

/// What the analysis found. Everything is sorted.
#[derive(Debug, Default)]
pub struct Analysis {
    /// Flows.
    pub flows: Vec<Flow>,
    /// Sights of vendors.
    pub contacts: Vec<Contact>,
    /// Options given.
    pub options: Vec<Options>,
    /// What could not be followed.
    pub unresolved: Vec<Unresolved>,
    /// Functions that do nothing but serve a vendor, where asked for.
    pub wrappers: Vec<Wrapper>,
    /// Number of files parsed.
    pub parsed: usize,
    /// Files with syntax that was not understood, with the number of places.
    pub broken: Vec<(crate::ir::FileId, usize)>,
}
