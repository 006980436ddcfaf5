//! Personal data: the closed vocabulary of classes, the purposes with their minimisation baseline, and the
//! classifier that turns a name, its owner and other evidence into a class.
//!
//! It knows words, not code and no vendor. All of its knowledge is data in the TOML files beside this one.

mod classify;
mod lexicon;
mod name;
mod raw;
mod sources;
mod vocabulary;
mod words;

pub use classify::Confidence;
pub(crate) use classify::{Evidence, Hint, Personal};
pub(crate) use sources::{KnownSource, SourceRoot};
pub(crate) use vocabulary::{Class, Judgement, Role, Vocabulary, covers};
