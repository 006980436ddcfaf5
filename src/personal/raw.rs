//! Reading the TOML files of this module: text with its name, parsing, places of problems.
//!
//! A built-in text comes with its compact form, which says the same.

use serde::Deserialize;
use toml::Spanned;

use crate::compact;
use crate::error::Problem;

/// A built-in file of this module.
macro_rules! builtin {
    ($name:literal) => {
        $crate::personal::raw::Text {
            file: concat!($name, ".toml"),
            text: include_str!(concat!($name, ".toml")),
            form: include_str!(concat!(env!("OUT_DIR"), "/", $name, ".bin")),
        }
    };
}
pub(super) use builtin;

/// A TOML file.
pub(super) struct Text<'t> {
    /// As the reader knows it.
    pub(super) file: &'t str,
    /// Its contents.
    pub(super) text: &'t str,
    /// What the parser said of them, where that is known.
    pub(super) form: &'t str,
}

impl<'t> Text<'t> {
    #[cfg(test)]
    pub(super) fn new(file: &'t str, text: &'t str) -> Self {
        Self { file, text, form: "" }
    }

    /// A problem at a value.
    pub(super) fn problem<T>(&self, at: &Spanned<T>, message: impl Into<String>) -> Problem {
        Problem::at(self.file, self.text, at.span().start, message)
    }
}

/// The raw value of a file, or the place where its form is wrong.
pub(super) fn parse<'t, T: Deserialize<'t>>(text: &Text<'t>) -> Result<T, Problem> {
    let parsed = compact::read(text.form).map_or_else(|| toml::from_str(text.text), Ok);
    parsed.map_err(|why| {
        let offset = why.span().map_or(0, |span| span.start);
        Problem::at(text.file, text.text, offset, why.message().trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compact_form_is_what_the_parser_says() {
        for text in [
            builtin!("classes"),
            builtin!("lexicon"),
            builtin!("notice"),
            builtin!("purposes"),
            builtin!("sources"),
            builtin!("subjects"),
        ] {
            let parsed: toml::Table = toml::from_str(text.text).unwrap();
            assert_eq!(compact::read(text.form), Some(parsed), "{}", text.file);
        }
    }
}
