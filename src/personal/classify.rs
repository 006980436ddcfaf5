//! From evidence to class (stub).

use super::{KnownSource, Vocabulary};
use crate::error::Problem;

/// A kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hint {
    /// The key in the payload.
    Key,
    /// The field's own name with its owner.
    Field,
    /// The declared type.
    Type,
    /// A known source.
    Source,
    /// A key reserved by the vendor.
    Reserved,
    /// The position in the call.
    Position,
}

/// How sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Guessed receiver or guessed class.
    Low,
    /// One kind of evidence.
    Medium,
    /// Resolved sink and two agreeing kinds of evidence, or a known source.
    High,
}

/// What is known of a value that reaches a sink.
#[derive(Clone, Debug, Default)]
pub struct Evidence<'a> {
    /// Key in the payload, nearest first, then the keys around it.
    pub keys: &'a [&'a str],
    /// The field's own name.
    pub field: Option<&'a str>,
    /// Words for its owner, nearest first: object, its type, the object around it, the function that made it.
    pub owners: &'a [&'a str],
    /// Name of its declared type, if it is not a primitive.
    pub declared: Option<&'a str>,
    /// Class of the known source it comes from.
    pub source: Option<&'a str>,
    /// Class the vendor gives to its key; `Some(None)` is "no personal data".
    pub reserved: Option<Option<&'a str>>,
    /// Class that the position in the call implies.
    pub position: Option<&'a str>,
}

/// A verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classified {
    /// Class id.
    pub class: String,
    /// How sure.
    pub confidence: Confidence,
    /// Which kinds of evidence agree, sorted.
    pub by: Vec<Hint>,
}

/// Why a name gets its class; for `explain name`.
#[derive(Clone, Debug)]
pub struct NameReading {
    /// The class, if any.
    pub class: Option<String>,
    /// One sentence a step.
    pub why: Vec<String>,
}

/// Everything this module knows.
#[derive(Debug, Default)]
pub struct Personal {
    /// Classes and purposes.
    pub vocabulary: Vocabulary,
    /// Known sources.
    pub sources: Vec<KnownSource>,
}

impl Personal {
    /// The built-in knowledge. An error is a fault of ours that a test would have caught.
    pub fn builtin() -> Result<Self, Vec<Problem>> {
        Ok(Self::default())
    }

    /// The class of a value, if it is personal data.
    pub fn classify(&self, _evidence: &Evidence<'_>) -> Option<Classified> {
        None
    }

    /// Reads a dotted name (`user.email`) and says why it gets its class.
    pub fn read_name(&self, _name: &str) -> NameReading {
        NameReading { class: None, why: Vec::new() }
    }
}
