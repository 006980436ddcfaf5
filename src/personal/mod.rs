//! Personal data: the closed vocabulary of classes, the purposes with their minimisation baseline, and the
//! classifier that turns a name, its owner and other evidence into a class.
//!
//! It knows words, not code and no vendor. All of its knowledge is data in the TOML files beside this one.

mod classify;
mod lexicon;
mod name;
mod prose;
mod raw;
mod sources;
mod subject;
mod vocabulary;
mod words;

pub use classify::Confidence;
pub(crate) use classify::{Evidence, Hint, Personal};
pub(crate) use prose::{Prose, word_places};
pub(crate) use sources::{KnownSource, SourceRoot};
pub(crate) use subject::Subject;
pub(crate) use vocabulary::{Class, Judgement, Purpose, Role, Vocabulary, covers};
pub(crate) use words::split;
