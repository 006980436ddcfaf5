//! The words of names in seven languages, from `lexicon.toml`: phrases with their classes, and the grammar of owners,
//! prefixes and tails around them.
//!
//! Checked by a test and trusted by a start: every list sorted, every phrase with one class, every class with a phrase.
//! Reading a name with it is `name.rs`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use toml::Spanned;

use super::raw::{builtin, parse};
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
    Pathed,
    Hashed,
    Domain,
}

/// The classes of a phrase, by what it needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Senses {
    /// Counts alone; the flag is true if a thing as owner takes it away.
    pub(super) alone: Option<(&'static str, bool)>,
    /// Counts with an owner that is a person.
    pub(super) person: Option<&'static str>,
    /// Counts with an owner that is an organisation.
    pub(super) organization: Option<&'static str>,
    /// Counts with an owner that is a place.
    pub(super) place: Option<&'static str>,
}

/// All words.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    phrases: FxHashMap<Cow<'static, str>, Senses>,
    owners: FxHashMap<&'static str, Owner>,
    parts: FxHashMap<Part, FxHashSet<&'static str>>,
    one: FxHashSet<&'static str>,
    apart: FxHashSet<&'static str>,
    setting: FxHashSet<&'static str>,
    configuration: FxHashSet<&'static str>,
    pub(super) hashed: BTreeMap<&'static str, &'static str>,
    pub(super) domain: BTreeMap<&'static str, &'static str>,
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

type Words<'t> = Vec<Spanned<&'t str>>;
type Column<'t> = BTreeMap<Language, Words<'t>>;
type Becomes<'t> = BTreeMap<Spanned<&'t str>, Spanned<&'t str>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 't"))]
struct Raw<'t> {
    grammar: RawGrammar<'t>,
    hashed: Becomes<'t>,
    domain: Becomes<'t>,
    class: Vec<RawClass<'t>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 't"))]
struct RawGrammar<'t> {
    person: Words<'t>,
    organization: Words<'t>,
    place: Words<'t>,
    thing: Words<'t>,
    filler: Words<'t>,
    carrier: Words<'t>,
    outer: Words<'t>,
    before: Words<'t>,
    after: Words<'t>,
    between: Words<'t>,
    about: Words<'t>,
    measure: Words<'t>,
    pathed: Words<'t>,
    hashed: Words<'t>,
    domain: Words<'t>,
    one: Words<'t>,
    apart: Words<'t>,
    setting: Words<'t>,
    configuration: Words<'t>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 't"))]
struct RawClass<'t> {
    id: Spanned<&'t str>,
    #[serde(default)]
    strong: Column<'t>,
    #[serde(default)]
    plain: Column<'t>,
    #[serde(default)]
    person: Column<'t>,
    #[serde(default)]
    organization: Column<'t>,
    #[serde(default)]
    place: Column<'t>,
}

#[derive(Clone, Copy)]
enum Slot {
    Strong,
    Plain,
    Person,
    Organization,
    Place,
}

impl<'t> RawGrammar<'t> {
    fn owners(&self) -> [(Owner, &Words<'t>); 4] {
        [
            (Owner::Person, &self.person),
            (Owner::Organization, &self.organization),
            (Owner::Place, &self.place),
            (Owner::Thing, &self.thing),
        ]
    }

    fn parts(&self) -> [(Part, &Words<'t>); 11] {
        [
            (Part::Filler, &self.filler),
            (Part::Carrier, &self.carrier),
            (Part::Outer, &self.outer),
            (Part::Before, &self.before),
            (Part::After, &self.after),
            (Part::Between, &self.between),
            (Part::About, &self.about),
            (Part::Measure, &self.measure),
            (Part::Pathed, &self.pathed),
            (Part::Hashed, &self.hashed),
            (Part::Domain, &self.domain),
        ]
    }
}

impl<'t> RawClass<'t> {
    fn columns(&self) -> [(Slot, &Column<'t>); 5] {
        [
            (Slot::Strong, &self.strong),
            (Slot::Plain, &self.plain),
            (Slot::Person, &self.person),
            (Slot::Organization, &self.organization),
            (Slot::Place, &self.place),
        ]
    }
}

impl Lexicon {
    /// The built-in lexicon.
    pub(super) fn builtin() -> Result<Self, Vec<Problem>> {
        let raw: Raw<'static> = parse(&builtin!("lexicon")).map_err(|problem| vec![problem])?;
        Ok(Self::new(&raw))
    }

    fn new(raw: &Raw<'static>) -> Self {
        fn set(words: &Words<'static>) -> FxHashSet<&'static str> {
            words.iter().map(|word| *word.get_ref()).collect()
        }
        let becomes =
            |map: &Becomes<'static>| map.iter().map(|(from, to)| (*from.get_ref(), *to.get_ref())).collect();
        let Raw { grammar, hashed, domain, class } = raw;
        let owners = grammar.owners().into_iter();
        let owners = owners.flat_map(|(owner, words)| words.iter().map(move |word| (*word.get_ref(), owner)));
        let mut lexicon = Self {
            owners: owners.collect(),
            parts: grammar.parts().into_iter().map(|(part, words)| (part, set(words))).collect(),
            one: set(&grammar.one),
            apart: set(&grammar.apart),
            setting: set(&grammar.setting),
            configuration: set(&grammar.configuration),
            hashed: becomes(hashed),
            domain: becomes(domain),
            ..Self::default()
        };
        for class in class {
            for (slot, column) in class.columns() {
                let phrases = column.values().flatten();
                phrases.for_each(|phrase| lexicon.add_phrase(phrase.get_ref(), class.id.get_ref(), slot));
            }
        }
        lexicon.add_joined();
        lexicon
    }

    fn add_phrase(&mut self, phrase: &'static str, class: &'static str, slot: Slot) {
        self.longest = self.longest.max(phrase.split(' ').count());
        let senses = self.phrases.entry(phrase.into()).or_default();
        match slot {
            Slot::Strong => senses.alone = Some((class, false)),
            Slot::Plain => senses.alone = Some((class, true)),
            Slot::Person => senses.person = Some(class),
            Slot::Organization => senses.organization = Some(class),
            Slot::Place => senses.place = Some(class),
        }
    }

    /// Names written without any break: `firstname`, `userid`. Digits are words of their own.
    fn add_joined(&mut self) {
        let phrases = self.phrases.iter();
        let joined: Vec<(String, Senses)> = phrases
            .filter(|(phrase, _)| {
                phrase.contains(' ') && phrase.len() > 5 && !phrase.contains(char::is_numeric)
            })
            .map(|(phrase, senses)| (phrase.replace(' ', ""), *senses))
            .collect();
        for (word, senses) in joined {
            self.phrases.entry(word.into()).or_insert(senses);
        }
    }

    /// The senses of a phrase, or of its singular.
    pub(super) fn senses(&self, words: &[String]) -> Option<&Senses> {
        let phrase = words.join(" ");
        if let Some(senses) = self.phrases.get(phrase.as_str()) {
            return Some(senses);
        }
        let (last, rest) = words.split_last()?;
        singulars(last).into_iter().find_map(|one| {
            if self.one.contains(one.as_str()) {
                return None;
            }
            let mut words = rest.to_vec();
            words.push(one);
            self.phrases.get(words.join(" ").as_str())
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
        self.apart.contains(words.join(" ").as_str())
    }

    /// What kind of owner a word is, in the singular or plural.
    pub(super) fn owner(&self, word: &str) -> Option<Owner> {
        self.owners
            .get(word)
            .copied()
            .or_else(|| singulars(word).iter().find_map(|one| self.owners.get(one.as_str()).copied()))
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
            let alone = senses.alone.map(|(class, _)| class);
            classes.extend([alone, senses.person, senses.organization, senses.place].into_iter().flatten());
        }
        classes
    }
}

/// True for a name that ends in one of these phrases.
fn ends_in(name: &str, phrases: &FxHashSet<&str>) -> bool {
    let words = split(name);
    (0..words.len()).any(|start| phrases.contains(words[start..].join(" ").as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::raw::Text;
    use super::super::vocabulary::Vocabulary;
    use super::*;

    /// The checks of one file.
    struct Check<'c> {
        text: &'c Text<'c>,
        vocabulary: &'c Vocabulary,
        problems: Vec<Problem>,
        /// Class of a phrase in a slot.
        named: BTreeMap<(&'c str, u8), &'c str>,
    }

    impl<'c> Check<'c> {
        fn problems(text: &'c Text<'c>, vocabulary: &'c Vocabulary) -> Vec<Problem> {
            let mut check = Self { text, vocabulary, problems: Vec::new(), named: BTreeMap::new() };
            match parse::<Raw<'_>>(text) {
                Ok(raw) => check.all(&raw),
                Err(problem) => check.problems.push(problem),
            }
            check.problems
        }

        fn all(&mut self, raw: &Raw<'c>) {
            let grammar = &raw.grammar;
            let mut owners = FxHashSet::default();
            for (_, words) in grammar.owners() {
                self.sorted(words);
                for word in words.iter().filter(|word| !owners.insert(*word.get_ref())) {
                    self.say(word, format!("owner word `{}` is in two lists", word.get_ref()));
                }
            }
            let others = [&grammar.one, &grammar.apart, &grammar.setting, &grammar.configuration];
            grammar
                .parts()
                .iter()
                .map(|(_, words)| *words)
                .chain(others)
                .for_each(|words| self.sorted(words));
            for (from, to) in raw.hashed.iter().chain(&raw.domain) {
                self.class(from);
                self.class(to);
            }
            let mut before: Option<&str> = None;
            for class in &raw.class {
                let id = *class.id.get_ref();
                self.class(&class.id);
                if before.is_some_and(|before| before >= id) {
                    self.say(&class.id, format!("class `{id}` is out of order or twice"));
                }
                before = Some(id);
                for (slot, column) in class.columns() {
                    for words in column.values() {
                        self.sorted(words);
                        words.iter().for_each(|phrase| self.phrase(phrase, id, slot));
                    }
                }
            }
        }

        fn phrase(&mut self, phrase: &Spanned<&'c str>, class: &'c str, slot: Slot) {
            let text = *phrase.get_ref();
            let words = split(text).join(" ");
            if words != text {
                self.say(phrase, format!("`{text}` is not as names split; write `{words}`"));
            }
            // Alone it counts either way.
            let slot = if matches!(slot, Slot::Plain) { Slot::Strong } else { slot };
            if let Some(other) = self.named.insert((text, slot as u8), class) {
                self.say(phrase, format!("`{text}` already names {other}; a phrase has one class"));
            }
        }

        fn say(&mut self, at: &Spanned<&str>, message: String) {
            self.problems.push(self.text.problem(at, message));
        }

        fn class(&mut self, id: &Spanned<&str>) {
            if self.vocabulary.class(id.get_ref()).is_none() {
                self.say(id, self.vocabulary.unknown_class(id.get_ref()));
            }
        }

        fn sorted(&mut self, words: &Words<'_>) {
            for (word, next) in words.iter().zip(words.iter().skip(1)) {
                if word.get_ref() >= next.get_ref() {
                    self.say(next, format!("`{}` is out of order or twice", next.get_ref()));
                }
            }
        }
    }

    fn vocabulary() -> Vocabulary {
        Vocabulary::builtin().unwrap()
    }

    #[test]
    fn builtin_obeys_its_laws() {
        let vocabulary = vocabulary();
        let problems = Check::problems(&builtin!("lexicon"), &vocabulary);
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert!(lines.is_empty(), "{}", lines.join("\n"));
        let lexicon = Lexicon::builtin().unwrap();
        let all: std::collections::BTreeSet<_> = vocabulary.classes.iter().map(|c| c.id.as_str()).collect();
        assert_eq!(lexicon.classes(), all, "every class has a word");
    }

    /// Or the order of a table would decide what a word means.
    #[test]
    fn phrases_that_join_to_one_word_mean_the_same() {
        let lexicon = Lexicon::builtin().unwrap();
        let mut joined: BTreeMap<String, Senses> = BTreeMap::new();
        #[allow(clippy::iter_over_hash_type, reason = "each is compared")]
        for (phrase, senses) in lexicon.phrases.iter().filter(|(phrase, _)| phrase.contains(' ')) {
            let other = joined.insert(phrase.replace(' ', ""), *senses);
            assert!(other.is_none_or(|other| other == *senses), "{phrase}");
        }
    }

    #[test]
    fn every_class_speaks_every_language() {
        let raw: Raw<'_> = parse(&builtin!("lexicon")).unwrap();
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
        before = []\nafter = []\nbetween = []\nabout = []\nmeasure = []\npathed = []\nhashed = []\ndomain = []\none = []\napart = []\nsetting = []\nconfiguration = []\n[hashed]\n[domain]\n";

    #[test]
    fn problems_have_places() {
        let vocabulary = vocabulary();
        for (class, expected) in [
            ("id = \"contact.mail\"", "l.toml:24:6: no class `contact.mail`; there is"),
            (
                "id = \"contact.email\"\nstrong.en = [\"mail\", \"email\"]",
                "l.toml:25:22: `email` is out of order",
            ),
            (
                "id = \"contact.email\"\nstrong.en = [\"e-mail\"]",
                "l.toml:25:14: `e-mail` is not as names split",
            ),
            (
                "id = \"contact.email\"\nstrong.en = [\"x\"]\nplain.de = [\"x\"]",
                "l.toml:26:13: `x` already names",
            ),
            ("id = \"contact.email\"\nstrong.xx = []", "l.toml:25:8: unknown variant `xx`"),
        ] {
            let toml = format!("{GRAMMAR}[[class]]\n{class}\n");
            let text = Text::new("l.toml", &toml);
            let problems = Check::problems(&text, &vocabulary);
            let first = problems[0].to_string();
            assert!(first.starts_with(expected), "{first}\nexpected {expected}");
        }
    }
}
