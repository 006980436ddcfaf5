//! What `exposure` prints: for people, for other tools, for a ticket, and what the leaked data set should look like.

mod json;
mod ranking;
mod schema;
mod text;

pub(super) use json::{Answer, answer};
pub(super) use text::{enisa, sections};

use super::Report;
use crate::vendor::VendorId;
use crate::view::{Assumptions, Question};
use std::io;

/// A format of the exposure view.
pub(crate) struct ExposureFormat {
    /// As in `--format`.
    pub name: &'static str,
    /// One line.
    pub about: &'static str,
    /// Writes the answer for a vendor.
    pub write: fn(&Asked<'_>, VendorId, &mut dyn io::Write) -> io::Result<()>,
    /// Writes the ranking of all vendors, where the format can.
    pub all: Option<Ranked>,
}

/// Writes the ranking.
type Ranked = fn(&Asked<'_>, &mut dyn io::Write) -> io::Result<()>;

/// All formats, sorted by name.
pub(crate) static EXPOSURE: &[ExposureFormat] = &[
    ExposureFormat {
        name: "json",
        about: "for other tools (version 1)",
        write: json::write,
        all: Some(json::all),
    },
    ExposureFormat {
        name: "json-schema",
        about: "JSON Schema of a row of the leaked data set, as code and catalogue let expect it",
        write: schema::write,
        all: None,
    },
    ExposureFormat {
        name: "markdown",
        about: "for a ticket, with drafts for the authority and the people concerned",
        write: text::markdown,
        all: Some(ranking::markdown),
    },
    ExposureFormat {
        name: "table",
        about: "for people at a terminal (default)",
        write: text::plain,
        all: Some(ranking::table),
    },
];

/// A report, and what somebody knows better than the tables.
pub(crate) struct Asked<'a> {
    /// The audit.
    pub report: &'a Report,
    /// Inputs that replace ours.
    pub assumptions: &'a Assumptions,
}

impl<'a> Asked<'a> {
    /// As the views take it.
    pub(super) fn question(&self) -> Question<'a> {
        Question {
            graph: &self.report.graph,
            catalogue: &self.report.catalogue,
            vocabulary: &self.report.vocabulary,
            policy: &self.report.policy,
            assumptions: self.assumptions,
        }
    }
}
