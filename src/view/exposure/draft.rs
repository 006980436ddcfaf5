//! Drafts of what the law asks for after a breach: the facts of Art. 33(3) GDPR for the authority, and the message of
//! Art. 34 to the people concerned, in plain words.
//!
//! Only what code and catalogue show is filled in; everything else is a marked gap. It says nothing about whether
//! somebody has to be told: that is for people to judge.

use super::Exposure;
use crate::personal::{Class, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// Both drafts.
pub(crate) struct Draft {
    /// For the authority, in the order of Art. 33(3).
    pub facts: Vec<Fact>,
    /// For the people concerned: paragraphs; items of lists begin with `- `.
    pub letter: Vec<String>,
}

/// One fact.
pub(crate) struct Fact {
    /// The provision and what it asks for.
    pub item: &'static str,
    /// The answer, or what is missing.
    pub text: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Seen in the audited tree.
    Code,
    /// Known of the vendor.
    Catalogue,
    /// Recorded by the organisation.
    Register,
    /// Nobody but people can say it.
    Missing,
}

/// Letters of the EDPB breach notification template's list of data, in words.
const DATA: [(char, &str); 18] = [
    ('a', "basic identity"),
    ('b', "contact"),
    ('c', "biometric"),
    ('d', "criminal"),
    ('e', "political"),
    ('f', "ethnic"),
    ('g', "religious or philosophical"),
    ('h', "sex life or orientation"),
    ('i', "trade union"),
    ('j', "genetic"),
    ('k', "health"),
    ('l', "economic or financial"),
    ('n', "identification data"),
    ('o', "location"),
    ('p', "official documents"),
    ('q', "payment methods"),
    ('r', "profile"),
    ('s', "credentials"),
];

/// Writes both drafts. `complete`: everything could be read.
pub(crate) fn draft(exposure: &Exposure<'_>, vocabulary: &Vocabulary, complete: bool) -> Draft {
    let complete = complete && exposure.gaps.is_empty();
    Draft { facts: facts(exposure, vocabulary), letter: letter(exposure, vocabulary, complete) }
}

fn gap(what: &str) -> String {
    format!("[GAP: {what}]")
}

fn facts(exposure: &Exposure<'_>, vocabulary: &Vocabulary) -> Vec<Fact> {
    let vendor = exposure.vendor;
    let missing = |item, what: &str| Fact { item, text: gap(what), origin: Origin::Missing };
    let dated = vendor.incidents.iter().map(|i| format!("{}: {} ({})", i.date, i.title, i.source));
    let incidents: Vec<String> = dated.collect();
    let nature = match incidents.is_empty() {
        true => missing(
            "33(3)(a) nature of the breach",
            "what happened, as the processor reports it; when it began and ended",
        ),
        false => Fact {
            item: "33(3)(a) nature of the breach",
            text: format!(
                "publicly known incidents: {} {}",
                incidents.join("; "),
                gap("which one this is; when it began and ended")
            ),
            origin: Origin::Catalogue,
        },
    };
    vec![
        processor(exposure),
        missing("33(2) told by the processor", "day and hour"),
        missing("33(1) aware since", "day and hour; the 72 hours count from here"),
        nature,
        people(exposure, vocabulary),
        missing("33(3)(a) number of people", "from the data set of the processor; more than 100?"),
        Fact { item: "33(3)(a) categories of data", text: data(exposure, vocabulary), origin: Origin::Code },
        missing("33(3)(a) number of records", "from the data set of the processor"),
        match exposure.recorded.contact {
            Some(contact) => {
                Fact { item: "33(3)(b) contact", text: contact.to_owned(), origin: Origin::Register }
            }
            None => missing("33(3)(b) contact", "name and contact details of the data protection officer"),
        },
        Fact { item: "33(3)(c) likely consequences", text: consequences(exposure), origin: Origin::Code },
        measures(exposure),
    ]
}

fn processor(exposure: &Exposure<'_>) -> Fact {
    let (vendor, recorded) = (exposure.vendor, &exposure.recorded);
    let contact = recorded.breach_contact.map(|contact| format!("to be reached at {contact}"));
    let text = format!(
        "{} ({}), {}, used for {}; {}",
        recorded.entity.unwrap_or(&vendor.entity),
        vendor.name,
        vendor.country,
        vendor.purpose,
        contact.unwrap_or_else(|| gap("address and contact person"))
    );
    let origin = if recorded.entity.is_some() { Origin::Register } else { Origin::Catalogue };
    Fact { item: "processor", text, origin }
}

fn people(exposure: &Exposure<'_>, vocabulary: &Vocabulary) -> Fact {
    let item = "33(3)(a) categories of people";
    if !exposure.recorded.subjects.is_empty() {
        let recorded: Vec<&str> = exposure.recorded.subjects.iter().copied().collect();
        let seen: Vec<&str> = exposure.subjects.difference(&exposure.recorded.subjects).copied().collect();
        let more = if seen.is_empty() {
            String::new()
        } else {
            format!(" {}", gap(&format!("the code also speaks of {}", seen.join(", "))))
        };
        return Fact { item, text: format!("{}{more}", recorded.join(", ")), origin: Origin::Register };
    }
    if exposure.subjects.is_empty() {
        let text = gap("the code does not say whose data these are");
        return Fact { item, text, origin: Origin::Missing };
    }
    let named = vocabulary.subjects.iter().filter(|s| exposure.subjects.contains(s.id.as_str()));
    let named: Vec<String> = named.map(|s| format!("{} (EDPB 65{})", s.id, s.edpb)).collect();
    let text = format!("{} {}", named.join(", "), gap("confirm; others whose data go the same way"));
    Fact { item, text, origin: Origin::Code }
}

/// Classes in plain words, by the EDPB template's letters.
fn data(exposure: &Exposure<'_>, vocabulary: &Vocabulary) -> String {
    let mut kinds: BTreeMap<char, Vec<&str>> = BTreeMap::new();
    for class in known(exposure.classes.iter(), vocabulary) {
        kinds.entry(class.edpb).or_default().push(&class.title);
    }
    if kinds.is_empty() {
        return "none seen".to_owned();
    }
    let word =
        |letter: char| DATA.iter().find(|(known, _)| *known == letter).map_or("other", |(_, word)| word);
    let kinds: Vec<String> = kinds
        .into_iter()
        .map(|(letter, words)| format!("{} (EDPB 70{letter}): {}", word(letter), words.join(", ")))
        .collect();
    kinds.join("; ")
}

fn known<'v, 'c>(
    classes: impl Iterator<Item = &'c &'c str>,
    vocabulary: &'v Vocabulary,
) -> impl Iterator<Item = &'v Class> {
    classes.filter_map(|class| vocabulary.class(class))
}

fn consequences(exposure: &Exposure<'_>) -> String {
    let mut parts: Vec<String> = exposure
        .combinations
        .iter()
        .map(|held| format!("{} ({})", held.combination.about, held.combination.id))
        .collect();
    if let Some(enisa) = &exposure.enisa {
        parts.push(format!("severity by the ENISA methodology {:.1} ({})", enisa.score(), enisa.band()));
    }
    if parts.is_empty() {
        parts.push("none that the classes show".to_owned());
    }
    format!("{} {}", parts.join("; "), gap("what is known of actual misuse"))
}

fn measures(exposure: &Exposure<'_>) -> Fact {
    let fix = exposure.fixes.last().map(|fix| {
        let drop = (!fix.without.is_empty()).then(|| format!("stop sending {}", fix.without.join(", ")));
        let set = (!fix.switches.is_empty()).then(|| format!("set {}", fix.switches.join(", ")));
        let cut = (!fix.cut.is_empty()).then(|| format!("stop {} handing on", fix.cut.join(", ")));
        let steps: Vec<String> = [drop, set, cut].into_iter().flatten().collect();
        format!("possible: {}; ", steps.join("; "))
    });
    let text = format!(
        "{}{}",
        fix.unwrap_or_default(),
        gap(
            "measures taken and proposed: access of the processor, its removal, warning of the people concerned"
        )
    );
    Fact { item: "33(3)(d) measures", text, origin: Origin::Missing }
}

fn letter(exposure: &Exposure<'_>, vocabulary: &Vocabulary, complete: bool) -> Vec<String> {
    let vendor = exposure.vendor;
    let mut text = vec![
        format!(
            "{} works with {} ({}), a provider of {}. {} had a security incident on {}: {}. We have known of it since {}.",
            exposure.recorded.controller.map_or_else(|| gap("name of the controller"), str::to_owned),
            vendor.name,
            exposure.recorded.entity.unwrap_or(&vendor.entity),
            vendor.purpose.replace('-', " "),
            vendor.name,
            gap("day or period"),
            gap("what happened, in one plain sentence"),
            gap("day")
        ),
        format!(
            "These data about you may have been taken {}:",
            gap("compare with the data set of the provider")
        ),
    ];
    let written: BTreeSet<&str> = exposure.written.iter().map(|leak| leak.class).collect();
    let given = known(written.iter(), vocabulary).map(|class| format!("- {}", class.title));
    text.extend(given);
    let added: BTreeSet<&str> = exposure.classes.iter().filter(|c| !written.contains(*c)).copied().collect();
    if !added.is_empty() {
        text.push("and, collected by the provider's software without being typed by anybody:".to_owned());
        text.extend(known(added.iter(), vocabulary).map(|class| format!("- {}", class.title)));
    }
    text.extend(spared(exposure, complete));
    if !exposure.combinations.is_empty() {
        let lures: Vec<&str> = exposure.combinations.iter().map(|held| held.combination.about).collect();
        text.push(format!(
            "What somebody could do with them: {}. Messages that seem to come from us may know such details.",
            lures.join("; ")
        ));
    }
    text.push(format!("What we have done: {}.", gap("measures taken, and when")));
    text.push(
        "What you can do: distrust unexpected messages, above all those that speak of an urgent check, a security \
         incident or a blocked account. Look at the sender's domain and at where a link leads; rather type the address \
         yourself. Nobody of us asks for your password, a key or a code. Switch on a second factor where you can."
            .to_owned(),
    );
    let contact = exposure.recorded.contact.map(str::to_owned);
    let asked = contact.unwrap_or_else(|| gap("name and contact details of the data protection officer"));
    text.push(format!("Questions: {asked}."));
    text
}

/// What did not leak, if that can be said.
fn spared(exposure: &Exposure<'_>, complete: bool) -> Vec<String> {
    let words: Vec<&str> = exposure.absent.iter().filter(|a| a.whole).filter_map(|a| a.words).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let check = if complete { "confirm" } else { "confirm; parts of the code could not be read or followed" };
    vec![format!("Not affected, as far as our code shows: {}. {}", words.join("; "), gap(check))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::view::exposure::exposure;
    use crate::view::exposure::tests::question;

    #[test]
    fn every_gap_is_marked_and_nothing_is_judged() {
        let sample = sample::sample();
        let exposure = exposure(&question(&sample), sample.graph.processors[0].vendor);
        let draft = draft(&exposure, &sample.basis.vocabulary, true);
        for fact in &draft.facts {
            let whole = fact.text.starts_with("[GAP: ") || fact.item == "33(3)(d) measures";
            assert_eq!(fact.origin == Origin::Missing, whole, "{}: {}", fact.item, fact.text);
        }
        assert_eq!(draft.facts.iter().filter(|fact| fact.text.contains("[GAP: ")).count(), 10);
        let letter = draft.letter.join("\n");
        let expected = [
            "- e-mail address\n",
            "- full name\n",
            "- city\n",
            "passwords, tokens and keys",
            "Shop GmbH works with",
        ];
        for words in expected {
            assert!(letter.contains(words), "no `{words}` in\n{letter}");
        }
        assert!(!letter.contains("unlawful") && !letter.contains("must"));
    }
}
