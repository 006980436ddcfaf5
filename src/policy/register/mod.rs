//! The register: what the organisation says it agreed with each processor, how rules weigh, and what is accepted for now.
//!
//! `vendorflow.toml` takes the way of the catalogue: raw TOML (`raw.rs`) -> checked (`check.rs`), all problems at once.
//! It stands among the sources, so that findings on it have places like all others. What the graph makes of it is said
//! by the rules.

mod check;
mod draft;
mod find;
mod raw;
mod sign;

pub(crate) use check::check;
pub(super) use check::words;
pub(crate) use draft::draft;
pub(crate) use find::{NAME, beside, find};
pub(crate) use raw::{LegalBasis, Role, Status, Transfer};
pub(crate) use sign::{Signature, sign};

use super::{Custom, Day, Severity, Unit};
use crate::ir::FileId;
use crate::personal::covers;
use std::collections::BTreeMap;

/// The JSON schema of the file, for editors.
pub(crate) const SCHEMA: &str = include_str!("schema.json");

/// A checked register.
#[derive(Clone, Debug)]
pub struct Register {
    /// Its text, among the sources.
    pub file: FileId,
    /// Who is responsible, if it says so.
    pub organisation: Option<Organisation>,
    /// Sorted by id.
    pub entries: Vec<Entry>,
    /// How much rules weigh here, by id.
    pub severities: BTreeMap<String, Severity>,
    /// Folders with reports of their own, as they are named.
    pub(crate) units: Vec<Unit>,
    /// Rules of the organisation's own, sorted by id.
    pub custom: Vec<Custom>,
    /// What is accepted, in the order of the file.
    pub allowed: Vec<Allow>,
}

/// Who is responsible: Art. 30(1)(a).
#[derive(Clone, Debug)]
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
#[derive(Clone, Debug)]
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
#[derive(Clone, Debug)]
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
#[derive(Clone, Debug)]
pub struct Review {
    /// When.
    pub date: Day,
    /// Who.
    pub by: String,
    /// What was decided.
    pub decision: String,
}

/// An exception of the register.
#[derive(Clone, Debug)]
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

    /// The last review that took place.
    pub(crate) fn last_review(&self) -> Option<&Review> {
        self.reviews.iter().max_by_key(|review| review.date)
    }

    /// Why a class is needed, if somebody recorded it.
    pub fn reason(&self, class: &str) -> Option<&str> {
        self.reasons.iter().find(|(pattern, _)| covers(pattern, class)).map(|(_, why)| why.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use std::path::Path;

    #[test]
    fn schema_is_current() {
        let schema = schemars::schema_for!(raw::File);
        let schema = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/policy/register/schema.json");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &schema).unwrap();
        }
        similar_asserts::assert_eq!(SCHEMA, schema);
    }

    fn json(value: &toml::Value) -> serde_json::Value {
        match value {
            toml::Value::String(text) => text.as_str().into(),
            toml::Value::Integer(number) => (*number).into(),
            toml::Value::Float(number) => (*number).into(),
            toml::Value::Boolean(is) => (*is).into(),
            toml::Value::Datetime(date) => date.to_string().into(),
            toml::Value::Array(values) => values.iter().map(json).collect(),
            toml::Value::Table(table) => {
                table.iter().map(|(key, value)| (key.clone(), json(value))).collect()
            }
        }
    }

    /// Editors are told the same as the reader says.
    #[test]
    fn the_schema_takes_what_the_reader_takes() {
        let sample = sample::sample();
        let good = sample.sources.text(sample.sources.find(NAME).unwrap());
        let schema: serde_json::Value = serde_json::from_str(SCHEMA).unwrap();
        let takes = |text: &str| {
            let table: toml::Table = toml::from_str(text).unwrap();
            jsonschema::is_valid(&schema, &json(&toml::Value::Table(table)))
        };
        assert!(takes(good));
        for (from, to) in [
            ("status = \"approved\"", "status = \"agreed\""),
            ("review-due", "due"),
            ("reason = ", "why = "),
            ("[processor.twilio]\nstatus = \"approved\"", "[processor.twilio]"),
        ] {
            assert!(good.contains(from) && !takes(&good.replacen(from, to, 1)), "{to}");
            assert!(
                check(FileId(0), NAME, &good.replacen(from, to, 1), &sample.basis.vocabulary).is_err(),
                "{to}"
            );
        }
    }

    /// What `init` writes is read without a problem, covers what the code sends and approves nothing.
    #[test]
    fn a_draft_is_a_register() {
        let sample = sample::sample();
        let basis = &sample.basis;
        let text = draft(&sample.graph, &sample.sources, &basis.catalogue, &basis.vocabulary);
        let register = check(FileId(0), NAME, &text, &basis.vocabulary).unwrap();
        for processor in &sample.graph.processors {
            let entry = register.entry(&basis.catalogue.vendor(processor.vendor).id).unwrap();
            assert_eq!(entry.status, Status::UnderReview);
            assert!(sample.graph.classes(processor.vendor).iter().all(|class| entry.agreed(class)));
        }
        assert_eq!(register.entries.len(), sample.graph.processors.len());
        assert!(text.contains("\"contact.email\", # sent; exceeds the baseline"), "{text}");
        assert!(text.contains("reason = { \"location.city\""), "{text}");
    }

    #[test]
    fn a_register_with_marks_of_a_merge_says_so() {
        let text = "[processor.mixpanel]\n<<<<<<< HEAD\nstatus = \"approved\"\n=======\nstatus = \"terminated\"\n>>>>>>> b\n";
        let problems = check(FileId(0), NAME, text, &sample::vocabulary()).unwrap_err();
        let places: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(places, [2, 4, 6]);
    }

    #[test]
    fn nothing_makes_the_reader_panic() {
        let vocabulary = sample::vocabulary();
        let sample = sample::sample();
        let whole = sample.sources.text(sample.sources.find(NAME).unwrap());
        for cut in (0..whole.len()).filter(|cut| whole.is_char_boundary(*cut)) {
            let _ = check(FileId(0), NAME, &whole[..cut], &vocabulary);
            let mut holed = whole.to_owned();
            let end = (cut + 5..=whole.len()).find(|end| whole.is_char_boundary(*end)).unwrap_or(whole.len());
            holed.replace_range(cut..end, "");
            let _ = check(FileId(0), NAME, &holed, &vocabulary);
        }
    }
}
