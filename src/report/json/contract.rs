//! The JSON contract, version 1: one definition, for writing and for reading back. Names and order are fixed; additions
//! are allowed, and what an older report lacks is empty.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version that is written, and the only one that is read.
pub(crate) const VERSION: u32 = 1;

/// A report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Document {
    pub(crate) version: u32,
    pub(crate) tool: Tool,
    pub(crate) target: Target,
    /// What a merged report was made of; none in the report of one tree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) repositories: Vec<Repository>,
    pub(crate) processors: Vec<Processor>,
    pub(crate) flows: Vec<Flow>,
    pub(crate) automatic: Vec<Automatic>,
    /// The cells of the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) verdicts: Vec<Verdict>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) coverage: Coverage,
}

/// Who wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tool {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) catalogue: String,
}

/// What was scanned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Target {
    pub(crate) name: String,
    pub(crate) revision: Option<String>,
}

/// One part of a merged report: what was read of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Repository {
    pub(crate) name: String,
    pub(crate) revision: Option<String>,
    pub(crate) files: usize,
    pub(crate) lines: usize,
    pub(crate) parsed: usize,
    pub(crate) languages: BTreeMap<String, usize>,
}

/// A vendor in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Processor {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) purpose: String,
    pub(crate) country: String,
    pub(crate) surfaces: Vec<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) declared_only: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) regions: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) packages: Vec<Package>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) hands_on_to: Vec<String>,
    pub(crate) evidence: Vec<Evidence>,
}

/// One of its packages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Package {
    pub(crate) ecosystem: String,
    pub(crate) name: String,
    pub(crate) version: Option<String>,
    pub(crate) transitive: bool,
    pub(crate) development: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) at: Option<Line>,
}

/// One sight of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Evidence {
    pub(crate) kind: String,
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) what: String,
}

/// A field of a class that reaches a processor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Flow {
    pub(crate) id: String,
    pub(crate) processor: String,
    pub(crate) data: String,
    pub(crate) field: String,
    pub(crate) protection: String,
    pub(crate) surface: String,
    pub(crate) confidence: String,
    pub(crate) identified_by: Vec<String>,
    pub(crate) source: Place,
    pub(crate) sink: Place,
    pub(crate) path: Vec<Step>,
    /// The key under which it leaves; empty where the position says it all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) key: String,
}

/// A place in a function.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) function: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) call: Option<String>,
}

/// A step between source and sink.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Step {
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) step: String,
}

/// A class that SDK or server add.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Automatic {
    pub(crate) processor: String,
    pub(crate) data: String,
    pub(crate) by: String,
    pub(crate) active: bool,
    pub(crate) off: String,
    pub(crate) at: Line,
    /// What it is derived from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) from: String,
    /// What switches it on; empty where it is on by itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) on: String,
    /// Not active because nobody switched it on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) idle: bool,
    /// Who says so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) source: String,
    /// Where the code runs that brings it about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) surfaces: Vec<String>,
}

/// A class at a processor, as it was judged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Verdict {
    pub(crate) processor: String,
    pub(crate) data: String,
    pub(crate) judgement: String,
    /// Code hands it over.
    pub(crate) written: bool,
    /// SDK or server adds it; false where this code switches that off.
    pub(crate) collected: Option<bool>,
    /// Somebody accepted it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) accepted: bool,
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) file: String,
    pub(crate) line: u32,
}

/// A rule that is broken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Finding {
    pub(crate) id: String,
    pub(crate) rule: String,
    pub(crate) severity: String,
    pub(crate) processor: Option<String>,
    pub(crate) data: Option<String>,
    pub(crate) flows: Vec<String>,
    pub(crate) message: String,
    pub(crate) fix: String,
    pub(crate) at: Option<Line>,
    /// The purpose and the provision.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) reason: String,
    /// Other places, with what is there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) related: Vec<Related>,
    /// Who accepted it; only where asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) suppressed: Option<Suppressed>,
}

/// Another place of a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Related {
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) what: String,
}

/// That somebody accepted a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Suppressed {
    pub(crate) in_source: bool,
    pub(crate) reason: String,
    pub(crate) until: String,
    pub(crate) at: String,
}

/// What was read, skipped and not followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Coverage {
    pub(crate) files: usize,
    pub(crate) lines: usize,
    pub(crate) parsed: usize,
    pub(crate) languages: BTreeMap<String, usize>,
    pub(crate) skipped: Vec<Skipped>,
    pub(crate) unresolved: Vec<Unresolved>,
}

/// A file that was not read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Skipped {
    pub(crate) file: String,
    pub(crate) why: String,
}

/// A place that was not followed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Unresolved {
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) what: String,
    #[serde(default)]
    pub(crate) kind: Gap,
    /// How many places of the file, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) places: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) processor: Option<String>,
}

/// Why a place was not followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Gap {
    /// A value that could not be followed to its origin.
    #[default]
    #[serde(rename = "not-followed")]
    Value,
    /// Syntax that was not understood, at any number of places of the file.
    #[serde(rename = "not-understood")]
    Syntax,
    /// A part of a manifest or of configuration that could not be read.
    #[serde(rename = "not-read")]
    Configuration,
}
