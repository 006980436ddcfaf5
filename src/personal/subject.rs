//! Kinds of people: whose data a field is, as far as its name tells.
//!
//! Words from `subjects.toml`, matched with the owners that a field's path names. Where no word is known, nobody
//! guesses: what the register says of a processor is asked then.

use super::raw::{Text, parse};
use super::vocabulary::Vocabulary;
use super::words::split;
use crate::error::Problem;
use serde::Deserialize;
use std::collections::BTreeSet;
use toml::Spanned;

/// A kind of people.
#[derive(Clone, Debug)]
pub struct Subject {
    /// `customers`.
    pub id: String,
    /// The same in French.
    pub french: String,
    /// fideslang 3.1.4 data subject.
    pub fides: String,
    /// Term of the Data Privacy Vocabulary.
    pub dpv: String,
    /// Letter of the EDPB breach notification template's list of people.
    pub edpb: char,
    /// What code calls them.
    words: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    subject: Vec<RawSubject>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSubject {
    id: Spanned<String>,
    french: String,
    fides: String,
    dpv: String,
    edpb: char,
    words: Vec<Spanned<String>>,
}

impl Subject {
    /// The kinds of people that a file lists, sorted by id.
    pub(super) fn load(text: &Text<'_>) -> Result<Vec<Self>, Problem> {
        let raw: Raw = parse(text)?;
        let mut seen = BTreeSet::new();
        let mut subjects: Vec<Self> = Vec::new();
        for subject in raw.subject {
            if subjects.iter().any(|known| known.id == *subject.id.get_ref()) {
                return Err(text.problem(&subject.id, "this kind of people is already there; ids are unique"));
            }
            for word in &subject.words {
                if !seen.insert(word.get_ref().clone()) {
                    let what = format!("`{}` is in two lists; a word has one kind of people", word.get_ref());
                    return Err(text.problem(word, what));
                }
            }
            subjects.push(Self {
                id: subject.id.into_inner(),
                french: subject.french,
                fides: subject.fides,
                dpv: subject.dpv,
                edpb: subject.edpb,
                words: subject.words.into_iter().map(Spanned::into_inner).collect(),
            });
        }
        subjects.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(subjects)
    }

    fn is_called(&self, word: &str) -> bool {
        self.words.contains(word) || word.strip_suffix('s').is_some_and(|one| self.words.contains(one))
    }
}

impl Vocabulary {
    /// Whose data a field is (`json.customer.email`): the nearest owner that names people.
    pub fn subject(&self, field: &str) -> Option<&Subject> {
        let words: Vec<String> = field.split(['.', '[', ']', '(', ')']).flat_map(split).collect();
        words.iter().rev().find_map(|word| self.subjects.iter().find(|subject| subject.is_called(word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_owner_tells_whose_it_is() {
        let vocabulary = Vocabulary::builtin().unwrap();
        for (field, expected) in [
            ("json.user.email", Some("users")),
            ("customerEmail", Some("customers")),
            ("user.patients.name", Some("patients")),
            ("employee.manager.email", Some("employees")),
            ("customer.user.email", Some("users")),
            ("patientRecord.name", Some("patients")),
            ("req.ip", None),
            ("order.email", None),
            ("", None),
        ] {
            assert_eq!(vocabulary.subject(field).map(|s| s.id.as_str()), expected, "{field}");
        }
    }

    #[test]
    fn a_word_has_one_kind_of_people() {
        let text = "[[subject]]\nid = \"a\"\nfrench = \"a\"\nfides = \"f\"\ndpv = \"D\"\nedpb = \"a\"\nwords = [\"x\"]\n";
        let twice = format!("{text}{}", text.replace("id = \"a\"", "id = \"b\""));
        let problem = Subject::load(&Text::new("s.toml", &twice)).unwrap_err();
        assert_eq!(problem.to_string(), "s.toml:14:10: `x` is in two lists; a word has one kind of people");
    }
}
