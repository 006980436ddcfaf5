//! The register: what the organisation says it agreed with each processor, how rules weigh, and what is accepted for now.
//!
//! `vendorflow.toml` takes the way of the catalogue: raw TOML (`raw.rs`) -> checked (`check.rs`), all problems at once.
//! It stands among the sources, so that findings on it have places like all others. What the graph makes of it is said
//! by the rules.

mod check;
mod find;
mod raw;

pub(crate) use check::check;
pub(crate) use find::{NAME, find};
pub use raw::{LegalBasis, Role, Status, Transfer};

use super::{Day, Severity};
use crate::ir::FileId;
use crate::personal::covers;
use std::collections::BTreeMap;

/// A checked register.
#[derive(Debug)]
pub struct Register {
    /// Its text, among the sources.
    pub file: FileId,
    /// Who is responsible, if it says so.
    pub organisation: Option<Organisation>,
    /// Sorted by id.
    pub entries: Vec<Entry>,
    /// How much rules weigh here, by id.
    pub severities: BTreeMap<String, Severity>,
    /// What is accepted, in the order of the file.
    pub allowed: Vec<Allow>,
}

/// Who is responsible: Art. 30(1)(a).
#[derive(Debug)]
pub struct Organisation {
    /// Legal name.
    pub name: String,
    /// Postal address.
    pub address: Option<String>,
    /// Country code of the seat.
    pub country: Option<String>,
    /// How to reach it.
    pub contact: Option<String>,
    /// Representative in the Union.
    pub representative: Option<String>,
    /// Data protection officer.
    pub dpo: Option<String>,
    /// Measures, in general.
    pub security: Option<String>,
}

/// What was agreed with a processor.
#[derive(Debug)]
pub struct Entry {
    /// Id of the vendor in the catalogue.
    pub id: String,
    /// Where the entry begins: offset of the id.
    pub at: usize,
    /// Where it stands.
    pub status: Status,
    /// As the register calls it.
    pub name: Option<String>,
    /// What it is used for, where the register says so.
    pub purpose: Option<String>,
    /// Classes that the agreement covers, as patterns.
    pub classes: Vec<String>,
    /// Why questionable classes are needed, by pattern.
    pub reasons: BTreeMap<String, String>,
    /// Art. 6(1).
    pub legal_basis: Option<LegalBasis>,
    /// The data-processing agreement.
    pub agreement: Option<Agreement>,
    /// On what data leaves the Union, and where that is said.
    pub transfer: Option<(Transfer, usize)>,
    /// Legal entity of the agreement.
    pub entity: Option<String>,
    /// Country code of its seat.
    pub country: Option<String>,
    /// What the vendor is to the organisation.
    pub role: Role,
    /// Whose data.
    pub subjects: Vec<String>,
    /// How long it is kept.
    pub retention: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Whom to reach after a breach.
    pub breach_contact: Option<String>,
    /// The day of the next review, and where that is said.
    pub review_due: Option<(Day, usize)>,
    /// This code is expected to use it.
    pub in_code: bool,
    /// Anything else.
    pub note: Option<String>,
    /// Reviews that took place, in the order of the file.
    pub reviews: Vec<Review>,
}

/// The data-processing agreement.
#[derive(Debug)]
pub struct Agreement {
    /// When it was signed.
    pub signed: Day,
    /// When it ends.
    pub expires: Option<Day>,
    /// Where it is kept.
    pub url: Option<String>,
    /// Offset of what is said of it.
    pub at: usize,
}

/// A review that took place.
#[derive(Debug)]
pub struct Review {
    /// When.
    pub date: Day,
    /// Who.
    pub by: String,
    /// What was decided.
    pub decision: String,
}

/// An exception of the register.
#[derive(Debug)]
pub struct Allow {
    /// Who gets it: a processor by id, or a host that no vendor owns.
    pub whom: Whom,
    /// The class, as a pattern.
    pub class: Option<String>,
    /// Only this rule.
    pub rule: Option<String>,
    /// Why.
    pub reason: String,
    /// Last day on which it holds.
    pub until: Day,
    /// Where it begins.
    pub at: usize,
}

/// Whom an exception is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whom {
    /// A processor, by id.
    Processor(String),
    /// A host that no vendor owns.
    Host(String),
}

impl Whom {
    /// The id or the host.
    pub fn name(&self) -> &str {
        match self {
            Self::Processor(name) | Self::Host(name) => name,
        }
    }
}

impl Register {
    /// What is said of a vendor.
    pub fn entry(&self, vendor: &str) -> Option<&Entry> {
        self.entries.binary_search_by(|e| e.id.as_str().cmp(vendor)).ok().map(|i| &self.entries[i])
    }
}

impl Entry {
    /// True if the agreement covers the class.
    pub fn agreed(&self, class: &str) -> bool {
        self.classes.iter().any(|pattern| covers(pattern, class))
    }

    /// Why a class is needed, if somebody recorded it.
    pub fn reason(&self, class: &str) -> Option<&str> {
        self.reasons.iter().find(|(pattern, _)| covers(pattern, class)).map(|(_, why)| why.as_str())
    }
}
