//! Reading the TOML files of this module: text with its name, parsing, places of problems.

use serde::de::DeserializeOwned;
use toml::Spanned;

use crate::error::Problem;

/// A TOML file.
pub(super) struct Text<'t> {
    /// As the reader knows it.
    pub(super) file: &'t str,
    /// Its contents.
    pub(super) text: &'t str,
}

impl<'t> Text<'t> {
    pub(super) fn new(file: &'t str, text: &'t str) -> Self {
        Self { file, text }
    }

    /// A problem at a value.
    pub(super) fn problem<T>(&self, at: &Spanned<T>, message: impl Into<String>) -> Problem {
        Problem::at(self.file, self.text, at.span().start, message)
    }
}

/// The raw value of a file, or the place where its form is wrong.
pub(super) fn parse<T: DeserializeOwned>(text: &Text<'_>) -> Result<T, Problem> {
    toml::from_str(text.text).map_err(|why| {
        let offset = why.span().map_or(0, |span| span.start);
        Problem::at(text.file, text.text, offset, why.message().trim())
    })
}
