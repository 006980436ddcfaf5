//! From text to the raw form of a file, with everything that TOML or serde objects to, not only the first thing.
//!
//! serde stops at its first complaint. So the value that it complains about is taken out of the parsed table, and it
//! is asked again, until it has nothing to say. What was taken out is remembered, so that nobody calls it missing.

use super::near;
use crate::error::Problem;
use serde::de::DeserializeOwned;
use std::ops::Range;
use toml::de::{DeArray, DeTable, DeValue};

/// A parsed file: an entry of the catalogue, or a file of the policy.
pub(crate) struct Parsed<T> {
    /// The entry; absent where the text is not even TOML.
    pub entry: Option<T>,
    /// What was wrong so far.
    pub problems: Vec<Problem>,
    /// Keys that were taken out: where their table begins and what they are called.
    pub removed: Vec<(usize, String)>,
}

/// Reads one file.
pub(crate) fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Parsed<T> {
    if let Ok(entry) = toml::from_str(text) {
        return Parsed { entry: Some(entry), problems: Vec::new(), removed: Vec::new() };
    }
    let (mut table, errors) = DeTable::parse_recoverable(text);
    let mut parsed = Parsed { entry: None, problems: Vec::new(), removed: Vec::new() };
    if !errors.is_empty() {
        // After a syntax error the rest of the table is a guess; complaints about it would be noise.
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            parsed.problems.push(Problem::at(
                file,
                text,
                at,
                format!("not TOML: {}", one_line(error.message())),
            ));
        }
        return parsed;
    }
    loop {
        match T::deserialize(toml::de::Deserializer::from(table.clone())) {
            Ok(entry) => {
                parsed.entry = Some(entry);
                return parsed;
            }
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                let (message, meant) = explain(error.message());
                parsed.problems.push(Problem::at(file, text, span.start, message));
                let whole = table.span().start;
                match cut_table(table.get_mut(), whole, &span) {
                    Some((at, key)) => {
                        parsed.removed.extend(meant.map(|meant| (at, meant)));
                        parsed.removed.push((at, key));
                    }
                    None => return parsed,
                }
            }
        }
    }
}

/// Takes the innermost key or element that holds the place out of the table.
fn cut_table(table: &mut DeTable<'_>, at: usize, place: &Range<usize>) -> Option<(usize, String)> {
    let mut found = None;
    for (key, value) in table.iter_mut() {
        let span = value.span();
        let inside = holds(&span, place);
        let deeper = match value.get_mut() {
            DeValue::Table(inner) => cut_table(inner, span.start, place),
            DeValue::Array(array) => cut_array(array, at, key.get_ref(), place),
            _ => None,
        };
        if deeper.is_some() {
            return deeper;
        }
        if inside || holds(&key.span(), place) {
            found = Some(key.get_ref().to_string());
            break;
        }
    }
    let key = found?;
    table.remove(key.as_str());
    Some((at, key))
}

fn cut_array(array: &mut DeArray<'_>, at: usize, key: &str, place: &Range<usize>) -> Option<(usize, String)> {
    let mut hit = None;
    for (index, element) in array.iter_mut().enumerate() {
        let span = element.span();
        // A complaint about the element as a whole has the element's own place.
        if let DeValue::Table(inner) = element.get_mut()
            && span != *place
            && let Some(cut) = cut_table(inner, span.start, place)
        {
            return Some(cut);
        }
        if holds(&span, place) {
            hit = Some(index);
            break;
        }
    }
    let hit = hit?;
    let elements = std::mem::replace(array, DeArray::new());
    *array =
        elements.into_iter().enumerate().filter(|(i, _)| *i != hit).map(|(_, element)| element).collect();
    Some((at, key.to_owned()))
}

fn holds(outer: &Range<usize>, place: &Range<usize>) -> bool {
    !outer.is_empty() && outer.start <= place.start && place.end <= outer.end
}

fn one_line(message: &str) -> String {
    message.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ")
}

/// serde's message with a guess at what was meant, and the key that was meant.
fn explain(message: &str) -> (String, Option<String>) {
    let message = one_line(message)
        .replace("a TOML datetime", "a date without quotes: 2025-11-09")
        .replace("expected local date", "expected a date alone: 2025-11-09");
    let message = match message.as_str() {
        "invalid type: map, expected a sequence" => "there may be several; write `[[…]]`".to_owned(),
        _ => message,
    };
    let mut quoted = message.split('`').skip(1).step_by(2);
    let what = if message.starts_with("unknown field") {
        "key"
    } else if message.starts_with("unknown variant") {
        "value"
    } else {
        return (message, None);
    };
    let Some(word) = quoted.next() else { return (message, None) };
    let known: Vec<&str> = quoted.collect();
    let list = known.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
    match near::nearest(word, known.iter().copied()) {
        Some(near) => {
            (format!("unknown {what} `{word}`; did you mean `{near}`? known: {list}"), Some(near.to_owned()))
        }
        None => (format!("unknown {what} `{word}`; known: {list}"), None),
    }
}

/// True where the key was there but had to be taken out.
pub(crate) fn was_there(removed: &[(usize, String)], at: usize, key: &str) -> bool {
    removed.iter().any(|(table, name)| *table == at && name == key)
}
