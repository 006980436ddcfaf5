//! Examples of the organisation's own rules: a made-up flow, and whether a rule should break on it.
//!
//! `vendorflow policy test` reads them, so that a rule is tried before it meets code.

use super::custom::{Custom, EEA, Fact};
use super::register::{Register, words};
use crate::error::Problem;
use crate::personal::Vocabulary;
use crate::vendor::{At, Catalogue, Checker, Protection, Surface, near, parse};

/// What the file is called where none is named.
pub(crate) const NAME: &str = "vendorflow.test.toml";

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    #[serde(default)]
    example: Vec<At<Raw>>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    rule: Option<At<String>>,
    expect: Option<At<Expect>>,
    processor: Option<At<String>>,
    class: Option<At<String>>,
    purpose: Option<At<String>>,
    country: Option<At<String>>,
    surface: Option<At<String>>,
    protection: Option<At<String>>,
    confidence: Option<At<String>>,
    automatic: Option<At<bool>>,
    field: Option<At<String>>,
    call: Option<At<String>>,
    file: Option<At<String>>,
    scope: Option<At<String>>,
    status: Option<At<String>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Expect {
    Breaks,
    Passes,
}

/// How an example came out.
pub(crate) struct Outcome {
    /// Id of the rule.
    pub(crate) rule: String,
    /// `contact.email -> mixpanel`.
    pub(crate) what: String,
    /// Line of the example, from 1.
    pub(crate) line: usize,
    /// `breaks`, `passes`, or why it could not be asked.
    pub(crate) found: String,
    /// What was expected.
    pub(crate) wanted: &'static str,
}

impl Outcome {
    /// True where both are the same.
    pub(crate) fn is_right(&self) -> bool {
        self.found == self.wanted
    }
}

fn wanted(key: &str) -> &'static str {
    match key {
        "rule" => "say which [custom.…] it is about",
        "expect" => "say `breaks` or `passes`",
        "processor" => "give the id of a vendor",
        "class" => "give the id of a class",
        "country" => "give a country code",
        _ => "it is required",
    }
}

/// Runs all examples of a file.
pub(crate) fn run(
    (name, text): (&str, &str),
    register: &Register,
    catalogue: &Catalogue,
    vocabulary: &Vocabulary,
) -> Result<Vec<Outcome>, Vec<Problem>> {
    let parsed = parse::parse::<File>(name, text);
    let mut problems = parsed.problems;
    let mut checker = Checker::new(name, text, (Some(vocabulary), &parsed.removed), wanted, &mut problems);
    let mut outcomes = Vec::new();
    for raw in parsed.entry.unwrap_or_default().example {
        outcomes.extend(example(&mut checker, raw, register, catalogue));
    }
    problems.sort();
    problems.dedup();
    if problems.is_empty() { Ok(outcomes) } else { Err(problems) }
}

fn example(
    checker: &mut Checker<'_>,
    raw: At<Raw>,
    register: &Register,
    catalogue: &Catalogue,
) -> Option<Outcome> {
    let At { at, value: raw } = raw;
    let rule = checker.need(at, "rule", raw.rule.clone());
    let expect = checker.need(at, "expect", raw.expect.clone());
    let rule = rule.and_then(|id| known(checker, &id, register));
    let fact = fact(checker, at, raw, catalogue);
    let (rule, expect) = (rule?, expect?);
    let wanted = if expect.value == Expect::Breaks { "breaks" } else { "passes" };
    let found = match rule.expression().and_then(|when| rule.breaks(when.as_ref(), &fact)) {
        Ok(true) => "breaks".to_owned(),
        Ok(false) => "passes".to_owned(),
        Err(why) => why,
    };
    Some(Outcome {
        rule: rule.id.clone(),
        what: format!("{} -> {}", fact.class, fact.processor),
        line: Problem::at(checker.file, checker.text, at, "").line,
        found,
        wanted,
    })
}

fn known<'r>(checker: &mut Checker<'_>, id: &At<String>, register: &'r Register) -> Option<&'r Custom> {
    let found = register.custom.iter().find(|rule| rule.id == id.value);
    if found.is_none() {
        let hint = near::hint(&id.value, register.custom.iter().map(|rule| rule.id.as_str()));
        checker.say(id.at, format!("the register has no [custom.{}]{hint}", id.value));
    }
    found
}

/// The flow of the example; what it leaves out is the catalogue's, or the plainest.
fn fact(checker: &mut Checker<'_>, at: usize, raw: Raw, catalogue: &Catalogue) -> Fact {
    let processor = checker.text(at, "processor", raw.processor);
    let vendor = catalogue.by_id(&processor).map(|id| catalogue.vendor(id));
    if let Some(class) = &raw.class {
        checker.class(class);
    }
    let class = checker.text(at, "class", raw.class);
    if let Some(purpose) = &raw.purpose {
        checker.known_purpose(purpose);
    }
    if let Some(country) = raw.country.as_ref().filter(|country| country.value != EEA) {
        checker.known_country(country);
    }
    words(checker, raw.surface.as_slice(), "surface", &Surface::ALL.map(Surface::name));
    words(checker, raw.protection.as_slice(), "protection", &Protection::ALL.map(Protection::name));
    words(checker, raw.confidence.as_slice(), "confidence", &["low", "medium", "high"]);
    words(checker, raw.status.as_slice(), "status", &["approved", "under-review", "terminated"]);
    let or = |given: Option<At<String>>, other: &str| given.map_or_else(|| other.to_owned(), |at| at.value);
    Fact {
        purpose: or(raw.purpose, vendor.map_or("", |v| &v.purpose)),
        country: or(raw.country, vendor.map_or("", |v| &v.country)),
        field: or(raw.field, class.rsplit('.').next().unwrap_or_default()),
        surface: or(raw.surface, "server"),
        protection: or(raw.protection, "none"),
        confidence: or(raw.confidence, "high"),
        automatic: raw.automatic.is_some_and(|automatic| automatic.value),
        call: or(raw.call, ""),
        file: or(raw.file, ""),
        scope: or(raw.scope, ""),
        status: or(raw.status, ""),
        processor,
        class,
    }
}
