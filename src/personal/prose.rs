//! Classes in running text: what a privacy notice says it processes. The words of names are the lexicon's; what only
//! people write (`pages you visit`) stands in `notice.toml`.
//!
//! A word that names a class only of a person (`message`) is no promise about that class, and is marked as not sure.

use super::lexicon::Lexicon;
use super::raw::{Text, builtin, parse};
use super::words::split;
use super::{Personal, Vocabulary};
use crate::error::Problem;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;

/// Words of names as short as this mean other things in sentences.
const SHORT: usize = 3;

/// A class that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// The class.
    pub class: String,
    /// Bytes of the text.
    pub at: Range<usize>,
    /// False where the words may mean something else.
    pub sure: bool,
}

/// How people write about classes.
pub(crate) struct Prose<'p> {
    lexicon: &'p Lexicon,
    phrases: BTreeMap<String, String>,
    broader: BTreeMap<String, Vec<String>>,
    longest: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    broader: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    phrases: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
}

impl<'p> Prose<'p> {
    /// The built-in words. An error is a fault of ours that a test would have caught.
    pub(crate) fn builtin(personal: &'p Personal) -> Result<Self, Vec<Problem>> {
        let text = builtin!("notice");
        Self::load(&text, &personal.vocabulary, &personal.lexicon)
    }

    fn load(text: &Text<'_>, vocabulary: &Vocabulary, lexicon: &'p Lexicon) -> Result<Self, Vec<Problem>> {
        let raw: Raw = parse(text).map_err(|problem| vec![problem])?;
        let mut problems = Vec::new();
        let mut known = |class: &Spanned<String>| {
            if vocabulary.class(class.get_ref()).is_none() {
                problems.push(text.problem(class, vocabulary.unknown_class(class.get_ref())));
            }
            class.get_ref().clone()
        };
        let mut broader = BTreeMap::new();
        for (class, narrower) in &raw.broader {
            broader.insert(known(class), narrower.iter().map(&mut known).collect());
        }
        let named: Vec<(String, &Vec<Spanned<String>>)> =
            raw.phrases.iter().map(|(class, list)| (known(class), list)).collect();
        let (mut phrases, mut longest) = (BTreeMap::new(), lexicon.longest);
        for (class, list) in named {
            for pair in list.windows(2).filter(|pair| pair[0].get_ref() >= pair[1].get_ref()) {
                problems.push(text.problem(&pair[1], "is out of order or twice"));
            }
            for phrase in list {
                let words = split(phrase.get_ref());
                longest = longest.max(words.len());
                if words.join(" ") != *phrase.get_ref() {
                    problems.push(text.problem(phrase, format!("write `{}`", words.join(" "))));
                }
                if phrases.insert(phrase.get_ref().clone(), class.clone()).is_some() {
                    problems.push(text.problem(phrase, "already names a class"));
                }
            }
        }
        if problems.is_empty() { Ok(Self { lexicon, phrases, broader, longest }) } else { Err(problems) }
    }

    /// True if a text that names the first class tells of the second.
    pub(crate) fn tells(&self, named: &str, class: &str) -> bool {
        named == class || self.broader.get(named).is_some_and(|narrower| narrower.iter().any(|c| c == class))
    }

    /// The classes that a text names, in order; of overlapping phrases the longest.
    pub(crate) fn named(&self, text: &str) -> Vec<Named> {
        let words = words(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let most = self.longest.min(words.len() - at);
            let hit = (1..=most).rev().find_map(|count| {
                let phrase = &words[at..at + count];
                // A phrase does not go over the end of a sentence or of a cell.
                let across = |pair: &[Word]| ends(text.get(pair[0].at.end..pair[1].at.start).unwrap_or(""));
                if phrase.windows(2).any(across) {
                    return None;
                }
                Some((count, self.class(phrase)?))
            });
            match hit {
                Some((count, (class, sure))) => {
                    let range = words[at].at.start..words[at + count - 1].at.end;
                    found.push(Named { class, at: range, sure });
                    at += count;
                }
                None => at += 1,
            }
        }
        found
    }

    fn class(&self, phrase: &[Word]) -> Option<(String, bool)> {
        let words: Vec<String> = phrase.iter().map(|word| word.text.clone()).collect();
        if let Some(class) = self.phrases.get(&words.join(" ")) {
            return Some((class.clone(), true));
        }
        // `sub` is a claim of a token where code says it, and a part of a word where people do.
        if words.len() == 1 && words[0].len() <= SHORT {
            return None;
        }
        let senses = self.lexicon.senses(&words)?;
        if let Some((class, unless_of_a_thing)) = senses.alone {
            return Some((class.to_owned(), !unless_of_a_thing));
        }
        Some((senses.person?.to_owned(), false))
    }
}

/// A word as the lexicon has it, with its place.
struct Word {
    text: String,
    at: Range<usize>,
}

/// Unlike a name of code, prose breaks words at no change of case: `PayPal` is one word.
fn words(text: &str) -> Vec<Word> {
    // Digits are words of their own, as the lexicon has them; all parts have the place of the whole.
    let parts = |at: Range<usize>| {
        let parts = split(&text[at.clone()].to_lowercase());
        parts.into_iter().map(move |text| Word { text, at: at.clone() })
    };
    word_places(text).into_iter().flat_map(parts).collect()
}

/// Places of words in prose: letters and digits.
pub(crate) fn word_places(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// True if what stands between two words keeps them apart.
fn ends(between: &str) -> bool {
    between.chars().filter(|c| *c == '\n').count() > 1
        || between.contains(['.', ';', ':', ',', '|', '(', ')', '!', '?', '•'])
        || between.contains("\n-")
        || between.contains("\n*")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(text: &str) -> Vec<String> {
        let personal = Personal::builtin().unwrap();
        let prose = Prose::builtin(&personal).unwrap();
        prose.named(text).into_iter().map(|named| named.class).collect()
    }

    #[test]
    fn notices_in_seven_languages() {
        for text in [
            "We process your name, your e-mail address, IP address and the operating system.",
            "Wir verarbeiten Ihren Namen, Ihre E-Mail-Adresse, die IP-Adresse und das Betriebssystem.",
            "Tratamos su nombre, su correo electrónico, la dirección IP y el sistema operativo.",
            "Nous traitons votre nom, votre adresse e-mail, l'adresse IP et le système d'exploitation.",
            "Trattiamo il tuo nome, l'indirizzo email, l'indirizzo IP e il sistema operativo.",
            "Wij verwerken uw naam, uw e-mailadres, uw IP-adres en het besturingssysteem.",
            "Tratamos o seu nome, o endereço de e-mail, o endereço IP e o sistema operacional.",
        ] {
            let found = classes(text);
            for class in ["identity.name", "contact.email", "identifier.ip_address", "device.os_browser"] {
                assert!(found.iter().any(|f| f == class), "no {class} in `{text}`: {found:?}");
            }
            assert!(found.len() <= 5, "{text}: {found:?}");
        }
    }

    #[test]
    fn phrases_end_with_sentences_and_cells() {
        assert_eq!(classes("by phone\nnumber"), ["contact.phone"]);
        assert!(!classes("We are in the first. Name it!").contains(&"identity.first_name".to_owned()));
        assert_eq!(classes("Sub-processors, your IP and the UID"), ["identifier.ip_address"]);
        assert!(!classes("| device | identifiers |").contains(&"identifier.device_id".to_owned()));
    }

    #[test]
    fn places_are_those_of_the_words() {
        let personal = Personal::builtin().unwrap();
        let prose = Prose::builtin(&personal).unwrap();
        let text = "Übrigens: IPv4 und Geburtsdatum";
        let named = prose.named(text);
        let last = named.last().unwrap();
        assert_eq!(
            (&text[last.at.clone()], last.class.as_str()),
            ("Geburtsdatum", "demographic.date_of_birth")
        );
        assert!(last.sure && prose.tells("location.coarse", "location.city"));
        assert!(!prose.tells("location.city", "location.coarse"));
    }

    #[test]
    fn faults_of_the_file_are_told_with_their_places() {
        let personal = Personal::builtin().unwrap();
        let toml = "[broader]\n\"contact.emial\" = []\n[phrases]\n\"contact.email\" = [\"b\", \"a B\"]\n";
        let text = Text::new("x.toml", toml);
        let problems = Prose::load(&text, &personal.vocabulary, &personal.lexicon).map(|_| ()).unwrap_err();
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(told[0].contains("x.toml:2:1: ") && told[0].contains("contact.email"), "{told:?}");
        assert!(told.iter().any(|t| t.contains("x.toml:4:25: is out of order")), "{told:?}");
        assert!(told.iter().any(|t| t.contains("write `a b`")), "{told:?}");
    }
}
