//! A cell of a record: what it says, where each part of that comes from, and what is still to be filled in.
//!
//! The point of the record is that nobody signs a guess as a fact: every part names its origin, and a question that code
//! cannot answer stays a question, with the place in the register where its answer belongs.

use std::collections::BTreeSet;

/// Where a part of a cell comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Origin {
    /// Seen in the audited tree.
    Code,
    /// What the organisation says.
    Register,
    /// What is known of the vendor, the class or the country.
    Catalogue,
    /// Nobody has said it yet.
    Missing,
}

impl Origin {
    /// All, in order.
    pub(crate) const ALL: [Self; 4] = [Self::Code, Self::Register, Self::Catalogue, Self::Missing];

    /// The tag.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Register => "register",
            Self::Catalogue => "catalogue",
            Self::Missing => "missing",
        }
    }

    /// For legends.
    pub(crate) fn about(self) -> &'static str {
        match self {
            Self::Code => "seen in the code and configuration that was read",
            Self::Register => "said by the organisation in its register",
            Self::Catalogue => {
                "known of the vendor, its SDK or the country; a hint until somebody confirms it"
            }
            Self::Missing => "to be filled in: code cannot know it",
        }
    }
}

/// A part of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// What it says.
    pub text: String,
    /// Where from.
    pub origin: Origin,
    /// Places (`file:line`) or pages that show it, some of them.
    pub at: Vec<String>,
}

/// A question that only people can answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ask {
    /// What to fill in.
    pub what: String,
    /// Where the answer belongs: `processor.mixpanel.retention`; empty where the register has no place for it.
    pub key: String,
    /// Asked only under a condition that the question names; no gap until somebody says that it holds.
    pub conditional: bool,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// What is known, in the order of reading.
    pub parts: Vec<Part>,
    /// What is not.
    pub ask: Option<Ask>,
}

/// Places that a part names at most; the flows tell all of them.
const SHOWN: usize = 5;

impl Cell {
    /// A question and nothing known.
    pub(crate) fn missing(what: &str, key: impl Into<String>) -> Self {
        Self::default().ask(what, key)
    }

    /// A question that applies to some only.
    pub(crate) fn if_any(what: &str) -> Self {
        let ask = Ask { what: what.to_owned(), key: String::new(), conditional: true };
        Self { parts: Vec::new(), ask: Some(ask) }
    }

    /// One part.
    pub(crate) fn of(origin: Origin, text: impl Into<String>) -> Self {
        Self::default().and(origin, text, [])
    }

    /// With a further part.
    pub(crate) fn and(
        mut self,
        origin: Origin,
        text: impl Into<String>,
        at: impl IntoIterator<Item = String>,
    ) -> Self {
        let mut kept: Vec<String> = Vec::new();
        for place in at {
            if !place.is_empty() && !kept.contains(&place) && kept.len() < SHOWN {
                kept.push(place);
            }
        }
        self.parts.push(Part { text: text.into(), origin, at: kept });
        self
    }

    /// With a question.
    pub(crate) fn ask(mut self, what: &str, key: impl Into<String>) -> Self {
        self.ask = Some(Ask { what: what.to_owned(), key: key.into(), conditional: false });
        self
    }

    /// With the parts of another, and its question if there is none yet.
    pub(crate) fn join(mut self, other: Self) -> Self {
        self.parts.extend(other.parts);
        self.ask = self.ask.or(other.ask);
        self
    }

    /// What is known, by origin in the order of `Origin::ALL`; empty texts are left out.
    pub(crate) fn grouped(&self) -> Vec<(Origin, Vec<&Part>)> {
        Origin::ALL
            .into_iter()
            .map(|origin| {
                let parts = self.parts.iter().filter(|p| p.origin == origin && !p.text.is_empty());
                (origin, parts.collect::<Vec<_>>())
            })
            .filter(|(_, parts)| !parts.is_empty())
            .collect()
    }

    /// Where the cell comes from; never empty.
    pub(crate) fn origins(&self) -> BTreeSet<Origin> {
        let mut origins: BTreeSet<Origin> = self.parts.iter().map(|part| part.origin).collect();
        if self.ask.is_some() || origins.is_empty() {
            origins.insert(Origin::Missing);
        }
        origins
    }
}
