//! What `review` prints: the cover for a terminal, the whole pack with a page a processor for a document, all of it for
//! other tools.

mod json;
mod text;

use super::{Report, exposure, inventory};
use crate::policy::Day;
use crate::view::inventory::Gap;
use crate::view::review::{Asked, Pack, review};
use crate::view::{Assumptions, Past};
use std::io;

/// A tree as it is, and what changed in it over a time.
pub struct Review {
    /// As it is.
    pub now: Report,
    pub(crate) past: Option<Past>,
    pub(crate) since: Since,
}

/// From when on changes are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Since {
    /// A day or a revision that somebody named.
    Named(String),
    /// The last review of each processor, the earliest of which was then.
    Reviews(Day),
    /// Nobody reviewed anything: three months.
    Quarter(Day),
    /// Nobody reviewed anything, and nobody knows what day it is.
    Beginning,
    /// There is no history to read.
    Nothing(&'static str),
}

/// A format of the review.
pub(crate) struct ReviewFormat {
    /// As in `--format`.
    pub name: &'static str,
    /// One line.
    pub about: &'static str,
    /// Writes it.
    pub write: fn(&Review, &mut dyn io::Write) -> io::Result<()>,
}

/// All formats, sorted by name.
pub(crate) static REVIEW: &[ReviewFormat] = &[
    ReviewFormat { name: "json", about: "everything, for other tools (version 1)", write: json::write },
    ReviewFormat {
        name: "markdown",
        about: "the whole pack: the cover, then one page a processor with evidence and a checklist",
        write: text::markdown,
    },
    ReviewFormat {
        name: "table",
        about: "the cover, for people at a terminal (default)",
        write: text::plain,
    },
];

impl Review {
    /// What formats write.
    fn with_pack<T>(&self, write: impl FnOnce(&Pack<'_>) -> T) -> T {
        let report = &self.now;
        let gaps: Vec<Gap> = inventory(report).blanks();
        let assumptions = Assumptions::default();
        let question = exposure::Asked { report, assumptions: &assumptions }.question();
        let since_reviews = matches!(self.since, Since::Reviews(_));
        let past = self.past.as_ref();
        write(&review(&Asked { question, findings: &report.findings, gaps: &gaps, past, since_reviews }))
    }
}
