//! The words of names in seven languages, from `lexicon.toml`: phrases with their classes, and the grammar of owners,
//! prefixes and tails around them.
//!
//! Checked at load: every list sorted, every phrase with one class, every class with a phrase. Reading a name with it is
//! `name.rs`.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use toml::Spanned;

use super::raw::{Text, parse};
use super::vocabulary::Vocabulary;
use super::words::{singulars, split};
use crate::error::Problem;

/// What a word says of what it owns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    Person,
    Organization,
    Place,
    Thing,
}

impl Owner {
    /// For sentences.
    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Person => "a person",
            Self::Organization => "an organisation",
            Self::Place => "a place or address",
            Self::Thing => "a thing, not a person",
        }
    }
}

/// What a word does in a name beside naming something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Filler,
    Carrier,
    Outer,
    Before,
    After,
    Between,
    About,
    Measure,
    Hashed,
    Domain,
}

/// The classes of a phrase, by what it needs.
#[derive(Clone, Debug, Default)]
pub(super) struct Senses {
    /// Counts alone; the flag is true if a thing as owner takes it away.
    pub(super) alone: Option<(String, bool)>,
    /// Counts with an owner that is a person.
    pub(super) person: Option<String>,
    /// Counts with an owner that is an organisation.
    pub(super) organization: Option<String>,
    /// Counts with an owner that is a place.
    pub(super) place: Option<String>,
}

/// All words.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    phrases: FxHashMap<String, Senses>,
    owners: FxHashMap<String, Owner>,
    parts: FxHashMap<Part, FxHashSet<String>>,
    one: FxHashSet<String>,
    apart: FxHashSet<String>,
    setting: FxHashSet<String>,
    configuration: FxHashSet<String>,
    pub(super) hashed: BTreeMap<String, String>,
    pub(super) domain: BTreeMap<String, String>,
    /// Words of the longest phrase.
    pub(super) longest: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Language {
    De,
    En,
    Es,
    Fr,
    It,
    Nl,
    Pt,
}

type Words = Vec<Spanned<String>>;
type Column = BTreeMap<Language, Words>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    grammar: RawGrammar,
    hashed: BTreeMap<Spanned<String>, Spanned<String>>,
    domain: BTreeMap<Spanned<String>, Spanned<String>>,
    class: Vec<RawClass>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGrammar {
    person: Words,
    organization: Words,
    place: Words,
    thing: Words,
    filler: Words,
    carrier: Words,
    outer: Words,
    before: Words,
    after: Words,
    between: Words,
    about: Words,
    measure: Words,
    hashed: Words,
    domain: Words,
    one: Words,
    apart: Words,
    setting: Words,
    configuration: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClass {
    id: Spanned<String>,
    #[serde(default)]
    strong: Column,
    #[serde(default)]
    plain: Column,
    #[serde(default)]
    person: Column,
    #[serde(default)]
    organization: Column,
    #[serde(default)]
    place: Column,
}

#[derive(Clone, Copy)]
enum Slot {
    Strong,
    Plain,
    Person,
    Organization,
    Place,
}

impl Lexicon {
    /// The built-in lexicon.
    pub(super) fn builtin(vocabulary: &Vocabulary) -> Result<Self, Vec<Problem>> {
        Self::load(&Text::new("lexicon.toml", include_str!("lexicon.toml")), vocabulary)
    }

    fn load(text: &Text<'_>, vocabulary: &Vocabulary) -> Result<Self, Vec<Problem>> {
        let raw: Raw = parse(text).map_err(|problem| vec![problem])?;
        let mut check = Check { text, vocabulary, problems: Vec::new() };
        let mut lexicon = Self::default();
        lexicon.add_grammar(&raw.grammar, &mut check);
        lexicon.hashed = check.becomes(&raw.hashed);
        lexicon.domain = check.becomes(&raw.domain);
        let mut before: Option<&str> = None;
        for class in &raw.class {
            let id = class.id.get_ref();
            check.class(&class.id);
            if before.is_some_and(|b| b >= id.as_str()) {
                check.say(&class.id, format!("class `{id}` is out of order or twice"));
            }
            before = Some(id);
            for (slot, column) in [
                (Slot::Strong, &class.strong),
                (Slot::Plain, &class.plain),
                (Slot::Person, &class.person),
                (Slot::Organization, &class.organization),
                (Slot::Place, &class.place),
            ] {
                for words in column.values() {
                    check.sorted(words);
                    words.iter().for_each(|phrase| lexicon.add_phrase(phrase, id, slot, &mut check));
                }
            }
        }
        lexicon.add_joined();
        if check.problems.is_empty() { Ok(lexicon) } else { Err(check.problems) }
    }

    fn add_grammar(&mut self, raw: &RawGrammar, check: &mut Check<'_>) {
        for (owner, words) in [
            (Owner::Person, &raw.person),
            (Owner::Organization, &raw.organization),
            (Owner::Place, &raw.place),
            (Owner::Thing, &raw.thing),
        ] {
            check.sorted(words);
            for word in words {
                if self.owners.insert(word.get_ref().clone(), owner).is_some() {
                    check.say(word, format!("owner word `{}` is in two lists", word.get_ref()));
                }
            }
        }
        for (part, words) in [
            (Part::Filler, &raw.filler),
            (Part::Carrier, &raw.carrier),
            (Part::Outer, &raw.outer),
            (Part::Before, &raw.before),
            (Part::After, &raw.after),
            (Part::Between, &raw.between),
            (Part::About, &raw.about),
            (Part::Measure, &raw.measure),
            (Part::Hashed, &raw.hashed),
            (Part::Domain, &raw.domain),
        ] {
            check.sorted(words);
            self.parts.insert(part, words.iter().map(|w| w.get_ref().clone()).collect());
        }
        check.sorted(&raw.one);
        check.sorted(&raw.apart);
        check.sorted(&raw.setting);
        check.sorted(&raw.configuration);
        self.one = raw.one.iter().map(|w| w.get_ref().clone()).collect();
        self.apart = raw.apart.iter().map(|w| w.get_ref().clone()).collect();
        self.setting = raw.setting.iter().map(|w| w.get_ref().clone()).collect();
        self.configuration = raw.configuration.iter().map(|w| w.get_ref().clone()).collect();
    }

    fn add_phrase(&mut self, phrase: &Spanned<String>, class: &str, slot: Slot, check: &mut Check<'_>) {
        let text = phrase.get_ref();
        let words = split(text);
        if words.join(" ") != *text {
            check.say(phrase, format!("`{text}` is not as names split; write `{}`", words.join(" ")));
        }
        self.longest = self.longest.max(words.len());
        let senses = self.phrases.entry(text.clone()).or_default();
        let taken = match slot {
            Slot::Strong | Slot::Plain => {
                senses.alone.replace((class.to_owned(), matches!(slot, Slot::Plain))).map(|(class, _)| class)
            }
            Slot::Person => senses.person.replace(class.to_owned()),
            Slot::Organization => senses.organization.replace(class.to_owned()),
            Slot::Place => senses.place.replace(class.to_owned()),
        };
        if let Some(other) = taken {
            check.say(phrase, format!("`{text}` already names {other}; a phrase has one class"));
        }
    }

    /// Names written without any break: `firstname`, `userid`.
    fn add_joined(&mut self) {
        let mut joined: Vec<_> = self
            .phrases
            .iter()
            .filter(|(phrase, _)| phrase.contains(' ') && phrase.len() > 5)
            .map(|(phrase, senses)| (phrase.replace(' ', ""), phrase.clone(), senses.clone()))
            .filter(|(word, ..)| split(word).len() == 1)
            .collect();
        joined.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
        for (word, _, senses) in joined {
            self.phrases.entry(word).or_insert(senses);
        }
    }

    /// The senses of a phrase, or of its singular.
    pub(super) fn senses(&self, words: &[String]) -> Option<&Senses> {
        let phrase = words.join(" ");
        if let Some(senses) = self.phrases.get(&phrase) {
            return Some(senses);
        }
        let (last, rest) = words.split_last()?;
        singulars(last).into_iter().find_map(|one| {
            if self.one.contains(&one) {
                return None;
            }
            let mut words = rest.to_vec();
            words.push(one);
            self.phrases.get(&words.join(" "))
        })
    }

    /// True for a name that ends by saying how a call is made, not what is in it.
    pub(super) fn is_setting(&self, name: &str) -> bool {
        ends_in(name, &self.setting)
    }

    /// True for the name of an object whose members are settings.
    pub(super) fn is_configuration(&self, name: &str) -> bool {
        ends_in(name, &self.configuration)
    }

    /// True if the phrase does not hold across a dot.
    pub(super) fn apart(&self, words: &[String]) -> bool {
        self.apart.contains(&words.join(" "))
    }

    /// What kind of owner a word is, in the singular or plural.
    pub(super) fn owner(&self, word: &str) -> Option<Owner> {
        self.owners
            .get(word)
            .copied()
            .or_else(|| singulars(word).iter().find_map(|one| self.owners.get(one).copied()))
    }

    /// True if the word plays this part.
    pub(super) fn is(&self, word: &str, part: Part) -> bool {
        self.parts.get(&part).is_some_and(|words| words.contains(word))
    }

    #[cfg(test)]
    pub(super) fn classes(&self) -> std::collections::BTreeSet<&str> {
        let mut classes = std::collections::BTreeSet::new();
        #[allow(clippy::iter_over_hash_type, reason = "collected into a sorted set")]
        for senses in self.phrases.values() {
            let alone = senses.alone.as_ref().map(|(class, _)| class);
            let all = [alone, senses.person.as_ref(), senses.organization.as_ref(), senses.place.as_ref()];
            classes.extend(all.into_iter().flatten().map(String::as_str));
        }
        classes
    }
}

/// The checks of one file.
struct Check<'c> {
    text: &'c Text<'c>,
    vocabulary: &'c Vocabulary,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn say(&mut self, at: &Spanned<String>, message: String) {
        self.problems.push(self.text.problem(at, message));
    }

    fn class(&mut self, id: &Spanned<String>) {
        if self.vocabulary.class(id.get_ref()).is_none() {
            self.say(id, self.vocabulary.unknown_class(id.get_ref()));
        }
    }

    fn sorted(&mut self, words: &Words) {
        for (word, next) in words.iter().zip(words.iter().skip(1)) {
            if word.get_ref() >= next.get_ref() {
                self.say(next, format!("`{}` is out of order or twice", next.get_ref()));
            }
        }
    }

    fn becomes(&mut self, map: &BTreeMap<Spanned<String>, Spanned<String>>) -> BTreeMap<String, String> {
        for (from, to) in map {
            self.class(from);
            self.class(to);
        }
        map.iter().map(|(from, to)| (from.get_ref().clone(), to.get_ref().clone())).collect()
    }
}

/// True for a name that ends in one of these phrases.
fn ends_in(name: &str, phrases: &FxHashSet<String>) -> bool {
    let words = super::words::split(name);
    (0..words.len()).any(|start| phrases.contains(&words[start..].join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        Vocabulary::builtin().unwrap()
    }

    #[test]
    fn builtin_obeys_its_laws() {
        let vocabulary = vocabulary();
        let lexicon = Lexicon::builtin(&vocabulary).unwrap_or_else(|problems| {
            let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
            panic!("{}", lines.join("\n"))
        });
        let all: std::collections::BTreeSet<_> = vocabulary.classes.iter().map(|c| c.id.as_str()).collect();
        assert_eq!(lexicon.classes(), all, "every class has a word");
    }

    #[test]
    fn every_class_speaks_every_language() {
        let raw: Raw = parse(&Text::new("lexicon.toml", include_str!("lexicon.toml"))).unwrap();
        for class in &raw.class {
            for language in [
                Language::De,
                Language::En,
                Language::Es,
                Language::Fr,
                Language::It,
                Language::Nl,
                Language::Pt,
            ] {
                let columns = [&class.strong, &class.plain, &class.person, &class.organization, &class.place];
                let known = columns.iter().any(|c| c.get(&language).is_some_and(|w| !w.is_empty()));
                assert!(known, "{} has no word in {language:?}", class.id.get_ref());
            }
        }
    }

    const GRAMMAR: &str = "[grammar]\nperson = [\"user\"]\norganization = []\nplace = []\nthing = []\nfiller = []\ncarrier = []\nouter = []\n\
        before = []\nafter = []\nbetween = []\nabout = []\nmeasure = []\nhashed = []\ndomain = []\none = []\napart = []\nsetting = []\nconfiguration = []\n[hashed]\n[domain]\n";

    #[test]
    fn problems_have_places() {
        let vocabulary = vocabulary();
        for (class, expected) in [
            ("id = \"contact.mail\"", "l.toml:23:6: no class `contact.mail`; there is"),
            (
                "id = \"contact.email\"\nstrong.en = [\"mail\", \"email\"]",
                "l.toml:24:22: `email` is out of order",
            ),
            (
                "id = \"contact.email\"\nstrong.en = [\"e-mail\"]",
                "l.toml:24:14: `e-mail` is not as names split",
            ),
            (
                "id = \"contact.email\"\nstrong.en = [\"x\"]\nplain.de = [\"x\"]",
                "l.toml:25:13: `x` already names",
            ),
            ("id = \"contact.email\"\nstrong.xx = []", "l.toml:24:8: unknown variant `xx`"),
        ] {
            let text = format!("{GRAMMAR}[[class]]\n{class}\n");
            let problems = Lexicon::load(&Text::new("l.toml", &text), &vocabulary).unwrap_err();
            let first = problems[0].to_string();
            assert!(first.starts_with(expected), "{first}\nexpected {expected}");
        }
    }
}
