//! From the raw register to the checked one: required keys, closed words, days of the calendar, entries that contradict
//! themselves or each other. It goes on after every problem.

use super::raw::{self, File};
use super::{Agreement, Allow, Entry, Organisation, Register, Review, Role, Status, Whom};
use crate::error::Problem;
use crate::ir::FileId;
use crate::personal::{Vocabulary, covers};
use crate::policy::custom::{Conditions, Custom, EEA, Expression, Fact};
use crate::policy::day::{self, Day};
use crate::policy::unit::{REST, Unit};
use crate::policy::{RULES, Severity, lock};
use crate::vendor::{At, Checker, Protection, Surface, is_kebab, near, parse};
use std::collections::{BTreeMap, BTreeSet};
use toml::value::Date;

/// What a missing key should have said.
fn wanted(key: &str) -> &'static str {
    match key {
        "status" => "say where it stands: `approved`, `under-review` or `terminated`",
        "classes" => "list the classes that the agreement covers; `behavior.*` covers a group",
        "reason" => "say why; an exception without a reason is none",
        "until" => "give the last day on which it holds, without quotes: `2027-01-31`",
        "signed" | "date" => "give a date without quotes: `2025-11-09`",
        "by" => "say who",
        "decision" => "say what was decided",
        "severity" => "say `off`, `note`, `warning` or `error`",
        "name" => "give the legal name",
        "path" => "give the folder, relative to the root: `packages/web`",
        "message" => "say what is the case, in a few words",
        "country" => "give the ISO 3166-1 alpha-2 code of the seat",
        "purpose" => "give the id of a purpose",
        _ => "it is required",
    }
}

/// Reads a register. `file` is where its text stands among the sources, and `name` what problems call it.
pub(crate) fn check(
    file: FileId,
    name: &str,
    text: &str,
    vocabulary: &Vocabulary,
) -> Result<Register, Vec<Problem>> {
    let conflicts = lock::conflicts(name, text, "resolve it");
    if !conflicts.is_empty() {
        return Err(conflicts);
    }
    let parsed = parse::parse::<File>(name, text);
    let mut problems = parsed.problems;
    let mut checker = Checker::new(name, text, (Some(vocabulary), &parsed.removed), wanted, &mut problems);
    let register = parsed.entry.map(|raw| register(&mut checker, file, raw));
    problems.sort();
    problems.dedup();
    match register {
        Some(register) if problems.is_empty() => Ok(register),
        _ => Err(problems),
    }
}

fn register(checker: &mut Checker<'_>, file: FileId, raw: File) -> Register {
    let organisation = raw.organisation.map(|o| organisation(checker, o));
    let entries: Vec<Entry> =
        raw.processor.into_iter().filter_map(|(id, entry)| processor(checker, id, entry)).collect();
    let severities = raw.rule.into_iter().filter_map(|(id, rule)| severity(checker, &id, rule)).collect();
    let units = units(checker, raw.unit);
    let custom: Vec<Custom> = raw.custom.into_iter().map(|(id, rule)| custom(checker, &id, rule)).collect();
    let mut allowed: Vec<Allow> = Vec::new();
    for raw in raw.allow {
        let Some(allow) = allow(checker, raw, &custom) else { continue };
        contradictions(checker, &allow, &allowed, &entries);
        allowed.push(allow);
    }
    Register { file, organisation, entries, severities, units, custom, allowed }
}

fn organisation(checker: &mut Checker<'_>, raw: At<raw::Organisation>) -> Organisation {
    let At { at, value: raw } = raw;
    Organisation {
        name: checker.text(at, "name", raw.name),
        address: value(raw.address),
        country: country(checker, raw.country),
        contact: value(raw.contact),
        representative: value(raw.representative),
        dpo: value(raw.dpo),
        security: value(raw.security),
    }
}

fn processor(checker: &mut Checker<'_>, id: At<String>, raw: At<raw::Processor>) -> Option<Entry> {
    let At { at, value: raw } = raw;
    if !is_kebab(&id.value) {
        checker.say(id.at, format!("`{}` is no id of a vendor; write it in kebab-case", id.value));
    }
    let status = checker.need(at, "status", raw.status);
    let terminated = status.as_ref().is_some_and(|s| s.value == Status::Terminated);
    let classes = match raw.classes {
        None if terminated => Vec::new(),
        Some(classes) => classes,
        // An approval that covers nothing may be meant: what then goes there is beyond it.
        classes => checker.need(at, "classes", classes).unwrap_or_default(),
    };
    let classes = patterns(checker, classes);
    let reasons = reasons(checker, raw.reason, &classes);
    if let Some(purpose) = &raw.purpose {
        checker.known_purpose(purpose);
    }
    let agreement = raw.agreement.and_then(|a| agreement(checker, a));
    let review_due = raw.review_due.and_then(|due| Some((day(checker, &due)?, due.at)));
    if let (Some((due, due_at)), Some(agreement)) = (review_due, &agreement)
        && due < agreement.signed
    {
        let signed = agreement.signed;
        checker.say(
            due_at,
            format!("the review is due on {due}, before the agreement was signed ({signed}); correct one of the two"),
        );
    }
    let reviews = raw.review.into_iter().filter_map(|r| review(checker, r)).collect();
    Some(Entry {
        at: id.at,
        id: id.value,
        status: status?.value,
        name: value(raw.name),
        purpose: value(raw.purpose),
        classes,
        reasons,
        legal_basis: value(raw.legal_basis),
        agreement,
        transfer: raw.transfer.map(|t| (t.value, t.at)),
        entity: value(raw.entity),
        country: country(checker, raw.country),
        role: value(raw.role).unwrap_or(Role::Processor),
        subjects: raw.subjects.into_iter().map(|s| s.value).collect(),
        retention: value(raw.retention),
        owner: value(raw.owner),
        breach_contact: value(raw.breach_contact),
        review_due,
        in_code: value(raw.in_code).unwrap_or(true),
        note: value(raw.note),
        reviews,
    })
}

/// Known classes or groups, each once.
fn patterns(checker: &mut Checker<'_>, raw: Vec<At<String>>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for pattern in raw {
        checker.pattern(&pattern);
        if seen.contains(&pattern.value) {
            checker.say(pattern.at, format!("`{}` is listed twice; once is enough", pattern.value));
            continue;
        }
        seen.push(pattern.value);
    }
    seen
}

/// A reason for what the agreement does not cover is a contradiction.
fn reasons(
    checker: &mut Checker<'_>,
    raw: BTreeMap<At<String>, At<String>>,
    classes: &[String],
) -> BTreeMap<String, String> {
    let mut reasons = BTreeMap::new();
    for (pattern, why) in raw {
        checker.pattern(&pattern);
        let whole = pattern.value.trim_end_matches('*');
        if !classes.is_empty() && !classes.iter().any(|class| covers(class, whole)) {
            checker.say(
                pattern.at,
                format!(
                    "a reason for `{}`, which `classes` does not cover; add it there or take it out",
                    pattern.value
                ),
            );
        }
        if why.value.trim().is_empty() {
            checker.say(
                why.at,
                format!("the reason for `{}` is empty; say what it is needed for", pattern.value),
            );
        }
        reasons.insert(pattern.value, why.value);
    }
    reasons
}

fn agreement(checker: &mut Checker<'_>, raw: At<raw::Agreement>) -> Option<Agreement> {
    let At { at, value: raw } = raw;
    if let Some(url) = &raw.url {
        checker.address("url", url);
    }
    let signed = checker.need(at, "signed", raw.signed);
    let expires = raw.expires.and_then(|e| Some((day(checker, &e)?, e.at)));
    let signed = day(checker, &signed?)?;
    if let Some((end, end_at)) = expires
        && end < signed
    {
        checker.say(
            end_at,
            format!("it expires on {end}, before it was signed ({signed}); correct one of the two"),
        );
    }
    Some(Agreement { signed, expires: expires.map(|(end, _)| end), url: value(raw.url), at })
}

fn review(checker: &mut Checker<'_>, raw: At<raw::Review>) -> Option<Review> {
    let At { at, value: raw } = raw;
    let by = checker.text(at, "by", raw.by);
    let decision = checker.text(at, "decision", raw.decision);
    let date = checker.need(at, "date", raw.date)?;
    Some(Review { date: day(checker, &date)?, by, decision })
}

fn severity(checker: &mut Checker<'_>, id: &At<String>, raw: At<raw::Rule>) -> Option<(String, Severity)> {
    known_rule(checker, id, &[]);
    let severity = checker.need(raw.at, "severity", raw.value.severity)?;
    Some((id.value.clone(), weight(severity.value)))
}

fn weight(raw: raw::Severity) -> Severity {
    match raw {
        raw::Severity::Off => Severity::Off,
        raw::Severity::Note => Severity::Note,
        raw::Severity::Warning => Severity::Warning,
        raw::Severity::Error => Severity::Error,
    }
}

fn known_rule(checker: &mut Checker<'_>, id: &At<String>, custom: &[Custom]) {
    let known = || RULES.iter().map(|rule| rule.id).chain(custom.iter().map(|rule| rule.id.as_str()));
    if !known().any(|known| known == id.value) {
        let hint = near::hint(&id.value, known());
        checker.say(id.at, format!("no rule `{}`{hint}", id.value));
    }
}

/// Folders, each once and under a name of its own.
fn units(checker: &mut Checker<'_>, raw: Vec<At<raw::Unit>>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for At { at, value: raw } in raw {
        let path = checker.text(at, "path", raw.path);
        let folder = path.trim_end_matches('/');
        let outside =
            folder.starts_with('/') || folder.split('/').any(|part| matches!(part, "" | "." | ".."));
        if !folder.is_empty() && outside {
            checker.say(at, format!("`{path}` is no folder below the root; write it as `packages/web`"));
        }
        let name = value(raw.name).unwrap_or_else(|| folder.to_owned());
        let unit = Unit { path: format!("{folder}/"), name };
        if let Some(other) = units.iter().find(|other| other.path == unit.path || other.name == unit.name) {
            checker
                .say(at, format!("the folder or the name of unit `{}` again; each has its own", other.name));
        }
        if unit.name == REST {
            checker.say(at, format!("`{REST}` is what lies in no unit; call this one otherwise"));
        }
        units.push(unit);
    }
    units
}

/// A rule of the organisation's own, tried once so that nothing is left to be found out while scanning.
fn custom(checker: &mut Checker<'_>, id: &At<String>, raw: At<raw::Custom>) -> Custom {
    let At { at, value: raw } = raw;
    if !is_kebab(&id.value) {
        checker.say(id.at, format!("`{}` is no id of a rule; write it in kebab-case", id.value));
    }
    if RULES.iter().any(|rule| rule.id == id.value) {
        checker.say(id.at, format!("`{}` is a rule of vendorflow; call yours otherwise", id.value));
    }
    let cut = checker.removed.iter().any(|(table, _)| *table == at);
    if raw.deny.is_none() && raw.when.is_none() && !cut {
        checker.say(at, "it denies nothing; give `deny = { … }`, `when = \"…\"`, or both");
    }
    if let Some(when) = &raw.when
        && let Err(why) = Expression::new(&when.value).and_then(|when| when.holds(&Fact::plain()))
    {
        checker.say(when.at, format!("`when` cannot be answered: {why}"));
    }
    Custom {
        id: id.value.clone(),
        severity: raw.severity.map_or(Severity::Error, |severity| weight(severity.value)),
        message: checker.text(at, "message", raw.message),
        fix: value(raw.fix).unwrap_or_else(|| "leave it out, or have it approved".to_owned()),
        reason: value(raw.reason).unwrap_or_else(|| "rule of the register".to_owned()),
        deny: raw.deny.map(|deny| conditions(checker, deny)).unwrap_or_default(),
        allow: raw.allow.map(|allow| conditions(checker, allow)),
        when: value(raw.when),
        at: id.at,
    }
}

fn conditions(checker: &mut Checker<'_>, raw: At<raw::Conditions>) -> Conditions {
    let At { at, value: raw } = raw;
    raw.class.iter().for_each(|class| checker.pattern(class));
    raw.purpose.iter().for_each(|purpose| checker.known_purpose(purpose));
    raw.country.iter().filter(|c| c.value != EEA).for_each(|country| checker.known_country(country));
    words(checker, &raw.surface, "surface", &Surface::ALL.map(Surface::name));
    words(checker, &raw.protection, "protection", &Protection::ALL.map(Protection::name));
    let values = |raw: Vec<At<String>>| raw.into_iter().map(|at| at.value).collect::<Vec<String>>();
    let found = Conditions {
        processor: values(raw.processor),
        purpose: values(raw.purpose),
        class: values(raw.class),
        country: values(raw.country),
        surface: values(raw.surface),
        protection: values(raw.protection),
    };
    if found.is_empty() && checker.removed.iter().all(|(table, _)| *table != at) {
        checker.say(at, "no condition, which is everything; give `processor`, `purpose`, `class`, `country`, `surface` or `protection`");
    }
    found
}

/// Tells where a word is none of those that are known.
pub(in crate::policy) fn words(checker: &mut Checker<'_>, given: &[At<String>], key: &str, known: &[&str]) {
    for given in given.iter().filter(|given| !known.contains(&given.value.as_str())) {
        let hint = near::hint(&given.value, known.iter().copied());
        checker.say(given.at, format!("no {key} `{}`{hint}; known: {}", given.value, known.join(", ")));
    }
}

fn allow(checker: &mut Checker<'_>, raw: At<raw::Allow>, custom: &[Custom]) -> Option<Allow> {
    let At { at, value: raw } = raw;
    if let Some(class) = &raw.class {
        checker.pattern(class);
    }
    if let Some(rule) = &raw.rule {
        known_rule(checker, rule, custom);
        if super::super::exceptions::OWN.contains(&rule.value.as_str()) {
            checker.say(
                rule.at,
                format!(
                    "`{}` is about exceptions and has none; give it a severity in [rule.{0}]",
                    rule.value
                ),
            );
        }
    }
    let whom = match (raw.processor, raw.host) {
        (Some(id), None) => {
            if raw.class.is_none()
                && raw.rule.is_none()
                && checker.removed.iter().all(|(table, _)| *table != at)
            {
                checker.say(at, "it accepts everything; say which `class`, or which `rule`");
            }
            Some(Whom::Processor(id.value))
        }
        (None, Some(host)) => {
            if let Some(class) = &raw.class {
                checker.say(class.at, "what goes to a host that nobody knows has no class; take it out");
            }
            Some(Whom::Host(host.value))
        }
        (Some(_), Some(host)) => {
            checker.say(host.at, "`processor` or `host`, not both");
            None
        }
        (None, None) => {
            if checker.removed.iter().all(|(table, _)| *table != at) {
                checker.say(at, "whom is it about? give `processor` or `host`");
            }
            None
        }
    };
    let reason = checker.text(at, "reason", raw.reason);
    let until = checker.need(at, "until", raw.until).and_then(|until| day(checker, &until));
    Some(Allow { whom: whom?, class: value(raw.class), rule: value(raw.rule), reason, until: until?, at })
}

/// What an exception says against another, or against the processor's own entry.
fn contradictions(checker: &mut Checker<'_>, new: &Allow, others: &[Allow], entries: &[Entry]) {
    let key = |a: &Allow| (a.whom.clone(), a.class.clone(), a.rule.clone());
    if let Some(other) = others.iter().find(|other| key(other) == key(new)) {
        let first = Problem::at(checker.file, checker.text, other.at, "");
        checker
            .say(new.at, format!("the same exception stands in line {}; one of them has to go", first.line));
    }
    let terminated: BTreeSet<&str> =
        entries.iter().filter(|e| e.status == Status::Terminated).map(|e| e.id.as_str()).collect();
    if matches!(&new.whom, Whom::Processor(id) if terminated.contains(id.as_str())) {
        checker.say(
            new.at,
            format!(
                "`{}` is terminated; nothing may be accepted for it: take one of the two out",
                new.whom.name()
            ),
        );
    }
}

fn day(checker: &mut Checker<'_>, raw: &At<Date>) -> Option<Day> {
    let day = Day::of(raw.value);
    if day.is_none() {
        checker.say(raw.at, format!("the calendar has no {}; {}", raw.value, day::FORM));
    }
    day
}

fn country(checker: &mut Checker<'_>, raw: Option<At<String>>) -> Option<String> {
    if let Some(code) = &raw {
        checker.known_country(code);
    }
    value(raw)
}

fn value<T>(raw: Option<At<T>>) -> Option<T> {
    raw.map(|at| at.value)
}
