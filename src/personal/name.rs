//! Reading one name with its owners: which class it names, if any, and why.
//!
//! A name is a phrase of the lexicon with words around it. Before it stand its owner or adjectives (`customerEmail`), after
//! it words that turn it into something else (`emailTemplateId`). A phrase that needs an owner looks at the words
//! before it, then at the objects it is a member of.

use super::lexicon::{Lexicon, Owner, Part, Senses};
use super::words::{is_constant, split};

/// What a name says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It names a value of this class.
    Class(String),
    /// It names a value of this class, but may as well be the program's own (`apiKey`, `ip`): nobody owns it.
    Plain(String),
    /// It says something about such a value (`isEmailVerified`), so it is none.
    Negative,
    /// It could name one, but its owner is no person (`plan.name`).
    Rejected,
    /// It could name one of these, if its owner were known (`name`).
    Weak(Senses),
    /// It says nothing.
    Opaque,
}

impl Verdict {
    /// The class it names.
    pub(super) fn class(&self) -> Option<&str> {
        match self {
            Self::Class(class) | Self::Plain(class) => Some(class),
            _ => None,
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Class(_) | Self::Plain(_) => 4,
            Self::Negative => 3,
            Self::Rejected => 2,
            Self::Weak(_) => 1,
            Self::Opaque => 0,
        }
    }
}

/// Sentences, made only where somebody reads them.
pub(super) struct Why(Option<Vec<String>>);

impl Why {
    pub(super) fn silent() -> Self {
        Self(None)
    }

    pub(super) fn aloud() -> Self {
        Self(Some(Vec::new()))
    }

    pub(super) fn say(&mut self, sentence: impl FnOnce() -> String) {
        if let Some(sentences) = &mut self.0 {
            let sentence = sentence();
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
    }

    pub(super) fn sentences(self) -> Vec<String> {
        self.0.unwrap_or_default()
    }
}

/// A phrase found in words.
struct Found<'f> {
    senses: &'f Senses,
    words: &'f [String],
    start: usize,
    end: usize,
}

impl Found<'_> {
    fn phrase(&self) -> String {
        self.words[self.start..self.end].join(" ")
    }
}

impl Lexicon {
    /// Reads the name of a value; `owners` nearest first. Keys may be constants of the program (`[Key.EMAIL]: …`), values
    /// that are constants are nobody's data.
    pub(super) fn read_value(&self, name: &str, owners: &[&str], why: &mut Why) -> Verdict {
        if is_constant(name) && owners.first().is_none_or(|o| holds_constants(o)) {
            why.say(|| {
                format!("`{name}` is written as a constant of the program, which is not somebody's data.")
            });
            return Verdict::Negative;
        }
        self.read(name, owners, why)
    }

    /// Reads a name; `owners` nearest first.
    pub(super) fn read(&self, name: &str, owners: &[&str], why: &mut Why) -> Verdict {
        // Keys may be paths themselves: `user.name` of OpenTelemetry, `contact[email]` of forms.
        let parts: Vec<&str> = name.split(['.', '[', ']']).filter(|p| !p.is_empty()).collect();
        if let [around @ .., last] = parts.as_slice()
            && !around.is_empty()
        {
            let owners: Vec<&str> = around.iter().rev().chain(owners).copied().collect();
            return self.read(last, &owners, why);
        }
        let words = split(name);
        if words.is_empty() {
            return Verdict::Opaque;
        }
        why.say(|| format!("`{name}` reads as the words: {}.", words.join(" ")));
        if let Some(owner) = owners.first()
            && split(owner).last().is_some_and(|w| self.is(w, Part::About))
        {
            why.say(|| format!("What `{owner}` holds describes values instead of being values."));
            return Verdict::Negative;
        }
        if let Some(verdict) = self.across(&words, owners, why) {
            return verdict;
        }
        if let [word] = words.as_slice()
            && !owners.is_empty()
            && self.is(word, Part::Measure)
        {
            why.say(|| format!("`{word}` measures its owner instead of being a part of it."));
            return Verdict::Negative;
        }
        let verdict = self.inside(&words, owners, why);
        if verdict == Verdict::Opaque
            && let Some((owner, rest)) = owners.split_first()
            && words.iter().all(|w| self.says_nothing(w) && !self.is(w, Part::Outer))
        {
            why.say(|| format!("`{name}` only holds something, so its owner is read."));
            return self.read(owner, rest, why);
        }
        verdict
    }

    /// A phrase over a dot: `order.total`, `phone.number`, `session.id`.
    fn across(&self, words: &[String], owners: &[&str], why: &mut Why) -> Option<Verdict> {
        for (i, owner) in owners.iter().enumerate() {
            let mut all = split(owner);
            let boundary = all.len();
            all.extend_from_slice(words);
            for end in (boundary + 1..=all.len()).rev() {
                let first = end.saturating_sub(self.longest);
                let Some(found) = (first..boundary).find_map(|start| self.at(&all, start, end)) else {
                    continue;
                };
                if found.senses.alone.is_none() || self.apart(&all[found.start..end]) {
                    continue;
                }
                why.say(|| format!("With its owner `{owner}` it makes the phrase `{}`.", found.phrase()));
                let verdict = self.weigh(&found, owners.get(i + 1..).unwrap_or_default(), why);
                if verdict.rank() >= 3 {
                    return Some(verdict);
                }
            }
            if !split(owner).iter().all(|w| self.says_nothing(w)) {
                break;
            }
        }
        None
    }

    /// Phrases inside the name; the last one is the head noun, an earlier one needs a tail that changes nothing.
    fn inside(&self, words: &[String], owners: &[&str], why: &mut Why) -> Verdict {
        let head = words.iter().find(|w| !self.changes_nothing(w) || self.is(w, Part::Before));
        let act = head.filter(|w| words.len() > 1 && self.is(w, Part::Before));
        let mut best = Verdict::Opaque;
        for end in (1..=words.len()).rev() {
            let first = end.saturating_sub(self.longest);
            let Some(found) = (first..end).find_map(|start| self.at(words, start, end)) else { continue };
            let verdict = if let Some(act) = act.filter(|_| found.start > 0) {
                why.say(|| format!("`{act}` at its beginning makes it a question, an action or a count."));
                Verdict::Negative
            } else {
                self.weigh(&found, owners, why)
            };
            if verdict.rank() > best.rank() {
                best = verdict;
            }
            if best.rank() >= 3 {
                return best;
            }
        }
        if best == Verdict::Opaque {
            why.say(|| format!("No word of the lexicon decides `{}`.", words.join(" ")));
        }
        best
    }

    fn at<'f>(&'f self, words: &'f [String], start: usize, end: usize) -> Option<Found<'f>> {
        let senses = self.senses(words.get(start..end)?)?;
        Some(Found { senses, words, start, end })
    }

    /// Whether the words around a phrase leave it its class.
    fn weigh(&self, found: &Found<'_>, owners: &[&str], why: &mut Why) -> Verdict {
        let left = &found.words[..found.start];
        let right = &found.words[found.end..];
        // `fromEmail` is an e-mail, `userFromToken` is no token.
        let between =
            |(i, w): &(usize, &String)| self.is(w, Part::Between) && (*i > 0 || !self.changes_nothing(w));
        if let Some((_, word)) = left.iter().enumerate().find(between) {
            why.say(|| format!("`{word}` before `{}` makes it a circumstance.", found.phrase()));
            return Verdict::Negative;
        }
        let mut becomes = None;
        for word in right {
            if self.is(word, Part::Hashed) || self.is(word, Part::Domain) {
                becomes = Some(word);
            } else if self.is(word, Part::After) && self.is(word, Part::Carrier) {
                why.say(|| format!("`{word}` after `{}` may hold the value or describe it.", found.phrase()));
                return Verdict::Opaque;
            } else if self.is(word, Part::After)
                || self.owner(word) == Some(Owner::Thing) && !self.says_nothing(word)
            {
                why.say(|| {
                    format!(
                        "`{word}` after `{}` makes it something about the value, not the value.",
                        found.phrase()
                    )
                });
                return Verdict::Negative;
            } else if !self.says_nothing(word) && self.owner(word).is_none() {
                why.say(|| {
                    format!("`{word}` after `{}` is not known, so it names something else.", found.phrase())
                });
                return Verdict::Opaque;
            }
        }
        let hashed_before = left.iter().find(|w| self.is(w, Part::Hashed));
        let verdict = self.sense(found, left, right, owners, why);
        match (verdict, becomes.or(hashed_before)) {
            (Verdict::Class(class) | Verdict::Plain(class), Some(word)) => self.turned(class, word, why),
            (verdict, _) => verdict,
        }
    }

    /// The class after a hash or a cut to the domain.
    fn turned(&self, class: String, word: &str, why: &mut Why) -> Verdict {
        if self.is(word, Part::Hashed) {
            let class = self.hashed.get(class.as_str()).map_or(class, |class| (*class).to_owned());
            why.say(|| format!("`{word}` says that it is hashed: {class}."));
            return Verdict::Class(class);
        }
        match self.domain.get(class.as_str()) {
            Some(class) => {
                why.say(|| format!("`{word}` leaves only the domain: {class}."));
                Verdict::Class((*class).to_owned())
            }
            None => Verdict::Negative,
        }
    }

    /// The class by the owner: words before the phrase, words after it, then the objects around.
    fn sense(
        &self,
        found: &Found<'_>,
        left: &[String],
        right: &[String],
        owners: &[&str],
        why: &mut Why,
    ) -> Verdict {
        let phrase = found.phrase();
        let nearest = left.iter().rev().find(|w| !self.changes_nothing(w) && !self.is(w, Part::Hashed));
        let mut kinds = Vec::new();
        let mut unknown = None;
        match nearest {
            Some(word) => match self.owner(word) {
                Some(kind) => kinds.push((kind, word.clone())),
                None => unknown = Some(word),
            },
            None => {
                let after = right.iter().filter_map(|w| Some((self.owner(w)?, w.clone())));
                kinds.extend(after.filter(|(kind, _)| *kind != Owner::Thing));
            }
        }
        if kinds.first().is_none_or(|(kind, _)| *kind == Owner::Place) && unknown.is_none() {
            kinds.extend(self.kinds(owners));
        }
        if let (Some(word), true) = (unknown, found.senses.alone.is_none_or(|(_, plain)| plain)) {
            why.say(|| format!("`{word}` before `{phrase}` is not known, so it names something of its own."));
            return Verdict::Opaque;
        }
        if let Some((class, plain)) = found.senses.alone {
            if let (true, Some((Owner::Thing, owner))) = (plain, kinds.first()) {
                why.say(|| format!("`{phrase}` belongs to `{owner}`, {}.", Owner::Thing.about()));
                return Verdict::Rejected;
            }
            if let (Some((Owner::Thing, owner)), "full name") = (kinds.first(), phrase.as_str())
                && split(owner).last().is_some_and(|word| self.is(word, Part::Pathed))
            {
                why.say(|| format!("`{owner}` has a path, and `{phrase}` is that path."));
                return Verdict::Negative;
            }
            why.say(|| format!("`{phrase}` names {class}."));
            let owned = kinds.iter().any(|(kind, _)| *kind == Owner::Person);
            return if plain && !owned {
                Verdict::Plain(class.to_owned())
            } else {
                Verdict::Class(class.to_owned())
            };
        }
        self.owned(found.senses, &phrase, &kinds, why)
    }

    fn owned(&self, senses: &Senses, phrase: &str, kinds: &[(Owner, String)], why: &mut Why) -> Verdict {
        for (kind, owner) in kinds {
            let class = match kind {
                Owner::Person => senses.person,
                Owner::Organization => senses.organization,
                Owner::Place => senses.place,
                Owner::Thing => None,
            };
            // A thing around a place takes the place away: `store.address.city`.
            let inside_thing = *kind == Owner::Place && kinds.last().is_some_and(|(k, _)| *k == Owner::Thing);
            match class {
                Some(class) if !inside_thing => {
                    why.say(|| format!("`{phrase}` of `{owner}`, {}, names {class}.", kind.about()));
                    return Verdict::Class(class.to_owned());
                }
                None if *kind == Owner::Place => {}
                _ => {
                    why.say(|| format!("`{phrase}` belongs to `{owner}`, {}: no class.", kind.about()));
                    return Verdict::Rejected;
                }
            }
        }
        why.say(|| format!("`{phrase}` needs an owner that is known to be a person to count."));
        Verdict::Weak(*senses)
    }

    /// The kinds of owners, nearest first, up to the first that is no place. An unknown object between hides what is around
    /// it (`user.wallet.x`), unless that is a type or the function that made it.
    pub(super) fn kinds(&self, owners: &[&str]) -> Vec<(Owner, String)> {
        let mut kinds = Vec::new();
        let mut hidden = false;
        for owner in owners {
            let mut words = split(owner);
            if let Some(cut) = words.iter().position(|w| self.is(w, Part::Between))
                && cut > 0
            {
                words.truncate(cut);
            }
            let made = words
                .first()
                .is_some_and(|w| matches!(w.as_str(), "get" | "fetch" | "find" | "load" | "use"));
            let typed = owner.starts_with(char::is_uppercase);
            while words.last().is_some_and(|w| self.says_nothing(w)) {
                words.pop();
            }
            let Some(last) = words.last() else { continue };
            match self.owner(last) {
                // A function whose name says no more than what it does: `findUnique`.
                None if made || self.is(&words[0], Part::Before) => {}
                Some(_) if hidden && !made && !typed => break,
                Some(kind) => {
                    kinds.push((kind, (*owner).to_owned()));
                    if kind != Owner::Place {
                        break;
                    }
                }
                // `u`, `c`, `it`: a name that is only short.
                None if owner.len() <= 2 => {}
                None => hidden = true,
            }
        }
        kinds
    }

    /// True for words that neither name nor own anything at the end of a name or as an owner.
    pub(super) fn says_nothing(&self, word: &str) -> bool {
        self.changes_nothing(word) || self.is(word, Part::Carrier)
    }

    /// True for a name that says no more than that it holds something: `value`.
    pub(super) fn only_holds(&self, name: &str) -> bool {
        let words = split(name);
        !words.is_empty() && words.iter().all(|word| self.is(word, Part::Carrier))
    }

    fn changes_nothing(&self, word: &str) -> bool {
        self.is(word, Part::Filler) || word.bytes().all(|b| b.is_ascii_digit())
    }

    /// The class of a declared type, if its whole name is one (`EmailAddress`).
    pub(super) fn read_type(&self, name: &str) -> Option<&str> {
        let mut words = split(name);
        if words.len() > 1 && words.first().is_some_and(|w| w == "i") {
            words.remove(0);
        }
        while words.len() > 1 && words.last().is_some_and(|w| self.says_nothing(w)) {
            words.pop();
        }
        match self.senses(&words)?.alone {
            Some((class, false)) => Some(class),
            _ => None,
        }
    }
}

/// Constants stand in a namespace: a type, an enum, the environment.
fn holds_constants(owner: &str) -> bool {
    owner.starts_with(char::is_uppercase)
        || matches!(owner, "env" | "environ" | "config" | "constants" | "process" | "settings")
}

#[cfg(test)]
mod tests {
    use super::super::Personal;

    #[test]
    fn names() {
        let personal = Personal::builtin().unwrap();
        let mut wrong = Vec::new();
        let mut count = 0;
        for line in include_str!("names.txt").lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let (name, expected) = line.split_once(" = ").unwrap();
            let reading = personal.read_name(name);
            let class = reading.class.as_deref().unwrap_or("-");
            assert!(expected == "-" || personal.vocabulary.class(expected).is_some(), "{line}");
            if class != expected {
                wrong.push(format!("{line}, not {class}: {}", reading.why.join(" ")));
            }
            count += 1;
        }
        assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
        assert!(count > 400, "{count}");
    }

    #[test]
    fn reads_anything() {
        let personal = Personal::builtin().unwrap();
        for name in [
            "", ".", "..", "[]", "a..b", "ß", "İ", "名前", "é́", "1", "$", "_.$", "A.B.C", "user.", ".email",
            "x\0y",
        ] {
            assert!(!personal.read_name(name).why.is_empty(), "{name:?}");
        }
        let long = "email".repeat(10_000) + &"_id".repeat(1_000);
        assert_eq!(personal.read_name(&long).class, None);
    }

    #[test]
    fn explains() {
        let personal = Personal::builtin().unwrap();
        for (name, expected) in [
            (
                "user.name",
                "`name` reads as the words: name. `name` of `user`, a person, names identity.name. \
                 So `user.name` is identity.name.",
            ),
            (
                "plan.name",
                "`name` reads as the words: name. `name` belongs to `plan`, a thing, not a person: no class. \
                 So `plan.name` by itself is no personal data.",
            ),
            (
                "isEmailVerified",
                "`isEmailVerified` reads as the words: is email verified. `is` at its beginning makes it a question, \
                 an action or a count. So `isEmailVerified` by itself is no personal data.",
            ),
            ("", "There is no name to read."),
        ] {
            assert_eq!(personal.read_name(name).why.join(" "), expected);
        }
    }
}
