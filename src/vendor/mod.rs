//! The catalogue of vendors: what identifies one, where data leaves to it, what it collects by itself.
//!
//! Everything a vendor is stands in one file `vendors/<id>.toml`. Built-in entries and `--vendors DIR` take the same
//! path: raw TOML (`raw.rs`, `parse.rs`) -> checked vendor (`check.rs`, `laws.rs`) -> `Catalogue` (`load.rs`), which
//! `find.rs` answers questions from. Of a built-in entry, a start reads only what identifies the vendor (`compact.rs`);
//! the rest is read when code touches it. This module knows no language syntax: the engine hands it resolved names (a root
//! and a path), hosts and packages.
//!
//! Names of roots: a plain name in `of` is a package or a global of the entry. Where both have the same name, the
//! plain name is the package and `global:name` the global; [`Root::name`] is written the same way.

mod check;
mod checker;
mod countries;
mod find;
mod identity;
mod laws;
mod load;
pub(crate) mod near;
pub(crate) mod parse;
mod position;
mod raw;
mod tally;
mod trace;
mod version;

pub(crate) use check::is_kebab;
pub(crate) use checker::Checker;
#[cfg(test)]
pub(crate) use countries::is_country;
pub(crate) use find::{Root, unversioned};
#[cfg(test)]
pub(crate) use load::File;
pub(crate) use load::{IDLE, Override, builtin, builtin_files, load, read_dir};
pub(crate) use raw::At;
pub(crate) use tally::Tally;
pub(crate) use trace::{ecosystem_surface, framework};
pub(crate) use version::{Resolved, Version, Versions};

use std::collections::BTreeMap;

/// Index of a vendor in the catalogue; vendors are sorted by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VendorId(pub u16);

/// A sink: whose, and which of its vendor's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SinkId(pub VendorId, pub u16);

/// Where code runs that talks to a vendor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Surface {
    /// A web page.
    Browser,
    /// A server or a function.
    Server,
    /// A phone or tablet.
    Mobile,
    /// A program on the user's machine, command-line tools included.
    Desktop,
    /// A build or deployment.
    Ci,
}

/// What was done to a value before it left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Protection {
    /// Nothing.
    #[default]
    None,
    /// Hashed without a secret; still personal data.
    Hashed,
    /// Parts replaced.
    Masked,
    /// Parts cut off.
    Truncated,
    /// Encrypted or keyed with a secret.
    Encrypted,
    /// Made less exact.
    Rounded,
}

impl Surface {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Browser, Self::Server, Self::Mobile, Self::Desktop, Self::Ci];

    /// The word used in CLI, TOML and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::Server => "server",
            Self::Mobile => "mobile",
            Self::Desktop => "desktop",
            Self::Ci => "ci",
        }
    }
}

impl Protection {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::None, Self::Hashed, Self::Masked, Self::Truncated, Self::Encrypted, Self::Rounded];

    /// The word used in TOML and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Hashed => "hashed",
            Self::Masked => "masked",
            Self::Truncated => "truncated",
            Self::Encrypted => "encrypted",
            Self::Rounded => "rounded",
        }
    }
}

/// The checked catalogue.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Sorted by id.
    entries: Vec<load::Slot>,
    /// Built-in entries that the user replaced.
    pub(crate) overrides: Vec<Override>,
    index: find::Lookup,
}

/// A vendor.
#[derive(Debug, Default)]
pub struct Vendor {
    /// File stem, kebab-case.
    pub id: String,
    /// As people call it.
    pub name: String,
    /// Id of a purpose of the vocabulary.
    pub purpose: String,
    /// Legal entity that processes.
    pub entity: String,
    /// ISO 3166-1 alpha-2 of its seat.
    pub country: String,
    /// Home page.
    pub homepage: String,
    /// Documentation.
    pub docs: String,
    /// Data-processing agreement, where published.
    pub dpa: Option<String>,
    /// Host patterns: exact, or `*.domain`.
    pub hosts: Vec<String>,
    /// Host to region.
    pub regions: BTreeMap<String, String>,
    /// Ids of sub-processors.
    pub subprocessors: Vec<String>,
    /// Names that look like this vendor and are not.
    pub not: Vec<String>,
    /// Packages.
    pub packages: Vec<Package>,
    /// Browser globals.
    pub globals: Vec<Global>,
    /// Values that are a client.
    pub clients: Vec<Client>,
    /// Where options are given.
    pub inits: Vec<Init>,
    /// Sinks, in the order of the entry.
    pub sinks: Vec<SinkId>,
    /// Vendor's own payload keys; `None` is "no personal data".
    pub reserved: BTreeMap<String, Option<String>>,
    /// Functions among the options that can take data out again.
    pub filters: Vec<Filter>,
    /// What is collected without being told.
    pub automatic: Vec<Automatic>,
    /// Session replay facts.
    pub replay: Vec<Replay>,
    /// Public incidents.
    pub incidents: Vec<Incident>,
    /// What identifies it outside code.
    pub traces: Vec<Trace>,
}

/// A name outside code that stands for a vendor.
#[derive(Debug)]
pub struct Trace {
    /// `variable`, or the kind of configuration file or component.
    pub kind: &'static str,
    /// The name; may end in `*`.
    pub name: String,
    /// The option of the SDK that a setting gives, with the roots whose option it is.
    pub option: Option<(String, Vec<String>)>,
    /// Who says so.
    pub source: String,
}

/// A package of a registry.
#[derive(Debug)]
pub struct Package {
    /// `npm`, `pypi`, …
    pub ecosystem: String,
    /// As in the registry; may end in `*`.
    pub name: String,
    /// Where its code runs; `None` is decided by the file's context.
    pub surface: Option<Surface>,
    /// Root of resolved names, if it differs from the name.
    pub import: Option<String>,
}

/// A browser global.
#[derive(Debug)]
pub struct Global {
    /// The identifier.
    pub name: String,
    /// Where it exists.
    pub surface: Option<Surface>,
}

/// Which values are a client.
#[derive(Debug)]
pub struct Client {
    /// Package or global names.
    pub of: Vec<String>,
    /// Paths below the root; empty is the root itself.
    pub made_by: Vec<String>,
    /// Members and calls on the way that change nothing of where data goes.
    pub through: Vec<String>,
}

/// A call that takes the vendor's options.
#[derive(Debug)]
pub struct Init {
    /// Package or global names.
    pub of: Vec<String>,
    /// Path below the root or below a client.
    pub call: String,
    /// Where the options object is.
    pub options: Position,
    /// Names of the arguments in order, where options are arguments of their own.
    pub params: Vec<String>,
    /// Where the address is that the SDK sends to.
    pub endpoint: Vec<Position>,
    /// Versions of the package that it holds for.
    pub versions: Versions,
}

/// A position in the arguments of a call, with members below it: `arg 1.traits`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// First argument meant, from 0; `KEYWORDS` is the object of all arguments that are given by name.
    pub first: usize,
    /// Also all arguments after it (`args`, `args 2..`).
    pub open: bool,
    /// Members below the argument.
    pub path: Vec<String>,
}

/// The position of all keyword arguments together.
pub(crate) const KEYWORDS: usize = 1000;

/// Where data leaves.
#[derive(Debug)]
pub struct Sink {
    /// The vendor.
    pub vendor: VendorId,
    /// Package or global names.
    pub of: Vec<String>,
    /// Path below a client; `()` is the client itself, `=` an assignment to the global (`window.name = value`), whose
    /// value is `arg 0`.
    pub call: String,
    /// Literals that select this sink; empty is any.
    pub command: Vec<String>,
    /// Where the literal is.
    pub command_at: Position,
    /// Names of the arguments in order, for languages that can give them by name.
    pub params: Vec<String>,
    /// Arguments come as one array.
    pub packed: bool,
    /// Positions that carry data.
    pub data: Vec<Position>,
    /// Key and value arguments.
    pub pair: Option<(Position, Position)>,
    /// Class of a value whose own name says nothing.
    pub implied: Vec<(Position, String)>,
    /// What the SDK does to a class before sending.
    pub protection: BTreeMap<String, Protection>,
    /// The receiver carries data set on it earlier.
    pub receiver: bool,
    /// The call gives back its receiver (`returns = "client"`): `new UserData().setEmail(a).setPhone(b)`. Such a call need
    /// carry nothing itself: `new ServerEvent().setEventName("Purchase").setUserData(data)`.
    pub fluent: bool,
    /// Versions of the package that it holds for.
    pub versions: Versions,
    /// Who says so.
    pub source: String,
}

/// A function given as an option (`beforeSend`) that sees what is about to leave: if it removes `member` from its first
/// parameter, or returns nothing, what the sinks `calls` carry does not leave.
#[derive(Debug)]
pub struct Filter {
    /// Package or global names.
    pub of: Vec<String>,
    /// Dotted path of the option.
    pub option: String,
    /// Members below the first parameter of the function.
    pub member: Vec<String>,
    /// `Sink::call` of the sinks whose data stands there.
    pub calls: Vec<String>,
    /// Who says so.
    pub source: String,
}

/// What SDK or server adds.
#[derive(Debug)]
pub struct Automatic {
    /// Package or global names.
    pub of: Vec<String>,
    /// Class ids.
    pub classes: Vec<String>,
    /// Added by the vendor's server, not by the SDK.
    pub by_server: bool,
    /// What it is derived from.
    pub from: String,
    /// Where it happens; empty is everywhere.
    pub surfaces: Vec<Surface>,
    /// Active only if all hold; empty is active by default.
    pub on: Vec<Condition>,
    /// Off if all hold; empty is no switch in code.
    pub off: Vec<Condition>,
    /// Versions of the package that it holds for.
    pub versions: Versions,
    /// Who says so.
    pub source: String,
}

/// A condition on the options or calls of a client.
#[derive(Debug, PartialEq)]
pub struct Condition {
    /// Dotted option path, or a method name for `Test::Called`; empty for `Test::Any`.
    pub option: String,
    /// What must hold.
    pub test: Test,
}

/// What must hold of an option.
#[derive(Debug, PartialEq)]
pub enum Test {
    /// Equals a boolean.
    Bool(bool),
    /// Equals a number.
    Number(f64),
    /// Equals a string.
    Text(String),
    /// A list that has all of these.
    Contains(Vec<String>),
    /// A number above this.
    Above(f64),
    /// Given at all (true) or not (false).
    Set(bool),
    /// The method `option` of a client is called.
    Called,
    /// One of these conditions on options holds: a switch that goes by two names.
    Any(Vec<Condition>),
}

/// Session replay facts.
#[derive(Debug)]
pub struct Replay {
    /// Package or global names.
    pub of: Vec<String>,
    /// Records only if all hold; empty is always.
    pub on: Vec<Condition>,
    /// Records nothing if all hold; empty is no switch in code.
    pub off: Vec<Condition>,
    /// Text and inputs are masked unless told otherwise.
    pub masked_by_default: bool,
    /// Any of these takes the mask off.
    pub unmasked: Vec<Condition>,
    /// All of these put it on.
    pub masked: Vec<Condition>,
    /// Versions of the package that it holds for.
    pub versions: Versions,
    /// Who says so.
    pub source: String,
}

/// A public incident.
#[derive(Debug)]
pub struct Incident {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// What happened.
    pub title: String,
    /// Who says so.
    pub source: String,
}

impl Catalogue {
    fn entry(&self, id: VendorId) -> &load::Whole {
        self.entries[usize::from(id.0)].whole()
    }

    /// The vendor.
    pub fn vendor(&self, id: VendorId) -> &Vendor {
        &self.entry(id).vendor
    }

    /// All vendors, sorted by id. Who asks this waits until every entry is read.
    pub fn vendors(&self) -> impl Iterator<Item = &Vendor> {
        load::read_whole(&self.entries);
        self.ids().map(|id| self.vendor(id))
    }

    /// The sink.
    pub fn sink(&self, id: SinkId) -> &Sink {
        &self.entry(id.0).sinks[usize::from(id.1)]
    }
}
