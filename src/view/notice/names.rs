//! Vendors in running text: by name, by company, by an address of theirs.
//!
//! Many vendors are called as things are (Segment, Branch, Heap). Such a word counts for sure only where it stands alone in
//! a cell, a heading or an item of a list, or where the company's form follows.

use super::Plain;
use crate::personal::word_places;
use crate::vendor::{Catalogue, VendorId};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Who is named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Recipient {
    /// A vendor.
    Vendor(VendorId),
    /// A company, and by that any of its vendors.
    Company(String),
}

/// Forms of companies, which nobody says.
const FORMS: [&str; 43] = [
    "ab",
    "ag",
    "aps",
    "as",
    "asa",
    "bv",
    "bvba",
    "co",
    "company",
    "corp",
    "corporation",
    "eood",
    "gmbh",
    "holding",
    "holdings",
    "inc",
    "incorporated",
    "international",
    "kft",
    "kg",
    "kgaa",
    "limited",
    "llc",
    "llp",
    "ltd",
    "nv",
    "oy",
    "oyj",
    "plc",
    "private",
    "pte",
    "pty",
    "sa",
    "sarl",
    "sas",
    "se",
    "sl",
    "spa",
    "srl",
    "technologies",
    "the",
    "ug",
    "worldwide",
];

/// Those of them that are no words.
const CLEAR: [&str; 10] =
    ["bv", "corp", "corporation", "gmbh", "inc", "limited", "llc", "ltd", "sarl", "srl"];

impl Recipient {
    /// The company of a vendor.
    pub(super) fn company(catalogue: &Catalogue, vendor: VendorId) -> Option<Self> {
        company(&catalogue.vendor(vendor).entity).map(Self::Company)
    }

    /// True if it is one of these, or the company of one.
    pub(super) fn is_one_of(&self, known: &BTreeSet<VendorId>, catalogue: &Catalogue) -> bool {
        match self {
            Self::Vendor(vendor) => known.contains(vendor),
            Self::Company(_) => known.iter().any(|v| Self::company(catalogue, *v).as_ref() == Some(self)),
        }
    }

    /// As people call it.
    pub(crate) fn name<'a>(&'a self, catalogue: &'a Catalogue) -> &'a str {
        match self {
            Self::Vendor(vendor) => &catalogue.vendor(*vendor).name,
            Self::Company(name) => name,
        }
    }
}

/// `Google` of `Google LLC`; nothing where only the form is left.
fn company(entity: &str) -> Option<String> {
    let words: Vec<&str> = entity.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let form = |word: &&&str| FORMS.contains(&letters(word).as_str());
    let end = words.len() - words.iter().rev().take_while(form).count();
    let words = words.get(..end)?;
    (!words.is_empty()).then(|| words.join(" "))
}

/// Lower case, letters and digits only: `B.V.` is `bv`.
fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Somebody named in a text.
pub(super) struct Mention {
    pub(super) who: Recipient,
    /// Byte of the source.
    pub(super) at: usize,
    pub(super) sure: bool,
}

/// All names, by their first word.
pub(super) struct Names<'c> {
    catalogue: &'c Catalogue,
    first: BTreeMap<String, Vec<Name>>,
}

struct Name {
    /// As it is written, by words.
    words: Vec<String>,
    who: Recipient,
}

impl<'c> Names<'c> {
    pub(super) fn of(catalogue: &'c Catalogue) -> Self {
        let mut names = Self { catalogue, first: BTreeMap::new() };
        for vendor in catalogue.ids() {
            let entry = catalogue.vendor(vendor);
            // `AB Tasty (Flagship)`: people say either.
            for part in entry.name.split(['(', ')', '/']) {
                names.add(part, Recipient::Vendor(vendor));
            }
        }
        for vendor in catalogue.ids() {
            if let Some(company) = company(&catalogue.vendor(vendor).entity) {
                // `Tencent Cloud Computing (Beijing)`: the place is no part of how people call it.
                let name = company.split_once(" (").map_or(company.as_str(), |(name, _)| name).to_owned();
                names.add(&name, Recipient::Company(company));
            }
        }
        names
    }

    /// The first who has a name keeps it: a vendor before the company that is called like it.
    fn add(&mut self, name: &str, who: Recipient) {
        let words: Vec<String> = word_places(name).into_iter().map(|at| name[at].to_owned()).collect();
        let Some(first) = words.first() else { return };
        let known = self.first.entry(first.to_lowercase()).or_default();
        let same = |a: &[String], b: &[String]| {
            a.iter().map(|w| w.to_lowercase()).eq(b.iter().map(|w| w.to_lowercase()))
        };
        if !known.iter().any(|name| same(&name.words, &words)) {
            known.push(Name { words, who });
            known.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        }
    }

    /// Everybody named, in order of places; of overlapping names the longest.
    pub(super) fn mentions(&self, plain: &Plain) -> Vec<Mention> {
        let text = &plain.text;
        let words = word_places(text);
        let lower: BTreeSet<&str> =
            words.iter().map(|at| &text[at.clone()]).filter(|w| w.starts_with(char::is_lowercase)).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let start = words[at].start;
            if let Some((vendor, count)) = self.address(text, &words[at..]) {
                found.push(Mention { who: Recipient::Vendor(vendor), at: plain.source(start), sure: true });
                at += count;
                continue;
            }
            match self.name(text, &words[at..]) {
                Some(name) => {
                    let span = start..words[at + name.words.len() - 1].end;
                    let sure = is_sure(name, text, &span, &words[at..], &lower);
                    found.push(Mention { who: name.who.clone(), at: plain.source(start), sure });
                    at += name.words.len();
                }
                None => at += 1,
            }
        }
        found
    }

    /// The longest name that the words begin with.
    fn name(&self, text: &str, words: &[Range<usize>]) -> Option<&Name> {
        let first = &text[words.first()?.clone()];
        let meant = |name: &&Name| {
            let near = |pair: &[Range<usize>]| is_near(&text[pair[0].end..pair[1].start]);
            let Some(here) = words.get(..name.words.len()) else { return false };
            let same = here.iter().zip(&name.words).all(|(at, word)| {
                let here = &text[at.clone()];
                // In its own case, in capitals, or each word with a capital.
                here == word
                    || (here.to_lowercase() == word.to_lowercase() && here.starts_with(char::is_uppercase))
            });
            same && here.windows(2).all(near)
        };
        self.first.get(&first.to_lowercase())?.iter().find(meant)
    }

    /// A host of a vendor, and how many words it is long.
    fn address(&self, text: &str, words: &[Range<usize>]) -> Option<(VendorId, usize)> {
        let joined = |pair: &[Range<usize>]| matches!(&text[pair[0].end..pair[1].start], "." | "-");
        let count = 1 + words.windows(2).take_while(|pair| joined(pair)).count();
        let host = &text[words[0].start..words[count - 1].end];
        if count < 2 || !host.contains('.') || text[..words[0].start].ends_with('@') {
            return None;
        }
        Some((self.catalogue.host(host)?, count))
    }
}

/// A name that is no word of everyday, or one that stands as names do.
fn is_sure(
    name: &Name,
    text: &str,
    span: &Range<usize>,
    words: &[Range<usize>],
    lower: &BTreeSet<&str>,
) -> bool {
    let [word] = &name.words[..] else { return true };
    let mut letters = word.chars().skip(1);
    let plain = word.chars().count() < 4 || letters.all(char::is_lowercase);
    // `Google Ireland Limited`
    let mut here = span.end;
    let form = words.iter().skip(1).take(3).any(|at| {
        let near = text[here..at.start].chars().all(|c| matches!(c, ' ' | ','));
        here = at.end;
        near && CLEAR.contains(&text[at.clone()].to_lowercase().as_str())
    });
    let before =
        text[..span.start].trim_end_matches([' ', '*', '_', '[', '`', '#', '"', '-', '+', '•', '–', '\t']);
    let begins = before.is_empty() || before.ends_with(['\n', '|', ';']);
    let after = text[span.end..].trim_start_matches([' ', '*', '_', ']', '`', '"', '\t', '\r']);
    let ends = after.is_empty() || after.starts_with(['\n', '|', ':', '(', ',', '–', '—', '-', ';']);
    let within = !begins && !before.ends_with(['.', '!', '?', ':']);
    !plain || form || (begins && ends) || (within && !lower.contains(word.to_lowercase().as_str()))
}

/// Words of one name stand on one line.
fn is_near(between: &str) -> bool {
    between.chars().count() <= 2
        && between.chars().all(|c| matches!(c, ' ' | '-' | '.' | '&' | '\u{a0}' | '\'' | '’' | '+'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who a text names for sure, and who perhaps.
    fn named(text: &str) -> (BTreeSet<String>, BTreeSet<String>) {
        let (_, catalogue) = crate::knowledge(&[]).unwrap();
        let all = Names::of(&catalogue).mentions(&Plain::of(text));
        let (sure, perhaps): (Vec<_>, Vec<_>) = all.into_iter().partition(|mention| mention.sure);
        let names = |list: Vec<Mention>| list.iter().map(|m| m.who.name(&catalogue).to_owned()).collect();
        (names(sure), names(perhaps))
    }

    fn sure(text: &str) -> Vec<String> {
        named(text).0.into_iter().collect()
    }

    #[test]
    fn names_companies_and_addresses() {
        for (text, expected) in [
            ("We use Google Analytics and PostHog.", vec!["Google Analytics", "PostHog"]),
            ("Google Ireland Limited", vec!["Google"]),
            ("as told on https://mixpanel.com/legal/privacy", vec!["Mixpanel"]),
            ("GOOGLE ANALYTICS", vec!["Google Analytics"]),
            ("privacy@mixpanel.com", vec![]),
            ("We are at the google of things", vec![]),
        ] {
            assert_eq!(sure(text), expected, "{text}");
        }
    }

    #[test]
    fn words_of_everyday_are_names_only_where_names_stand() {
        for text in [
            "- Segment (US)",
            "| Segment | CDP |",
            "<td>Segment</td>",
            "Segment, Inc.",
            "## Segment",
            "sent to Segment",
        ] {
            assert_eq!(sure(text), ["Segment"], "{text}");
        }
        for text in ["Segment your customers.", "Every segment counts. We show it to the Segment that fits."]
        {
            let (sure, perhaps) = named(text);
            assert!(sure.is_empty() && perhaps.contains("Segment"), "{text}: {sure:?}");
        }
    }

    #[test]
    fn forms_of_companies_are_left_out() {
        for (entity, expected) in [
            ("Google LLC", Some("Google")),
            ("Mixpanel, Inc.", Some("Mixpanel")),
            ("Elasticsearch B.V.", Some("Elasticsearch")),
            ("Netcore Cloud Private Limited", Some("Netcore Cloud")),
            ("", None),
        ] {
            assert_eq!(company(entity).as_deref(), expected, "{entity}");
        }
    }
}
