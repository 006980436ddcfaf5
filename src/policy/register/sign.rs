//! Writes the outcome of a review into the register: who decided what on which day, and when somebody looks again.
//!
//! Everything that people wrote stays as it is, with its comments and its order. What it writes is read again before
//! anybody keeps it; a register that had been fine is fine afterwards, or nothing is written.

use super::{Entry, Register, Status};
use crate::policy::Day;
use crate::vendor::near;
use std::collections::BTreeMap;
use toml_edit::{ArrayOfTables, Datetime, DocumentMut, InlineTable, Item, Table, TableLike, Value, value};

/// The outcome of a review.
#[derive(Clone, Debug)]
pub(crate) struct Signature {
    /// The day.
    pub date: Day,
    /// Who.
    pub by: String,
    /// What was decided of each processor, by id.
    pub decisions: BTreeMap<String, String>,
    /// What was decided of every other one that is not terminated.
    pub others: Option<String>,
    /// When somebody looks again.
    pub due: Option<Day>,
}

/// The text of the register with the signature in it, and the ids of the processors that it is about. The error says
/// what stands against it.
pub(crate) fn sign(
    register: &Register,
    text: &str,
    signature: &Signature,
) -> Result<(String, Vec<String>), String> {
    let decisions = decisions(register, signature)?;
    let mut document: DocumentMut = text.parse().map_err(|why: toml_edit::TomlError| why.to_string())?;
    for (entry, decision) in &decisions {
        let due = next(entry, signature)?;
        let processor = document.get_mut("processor").and_then(|all| all.get_mut(&entry.id));
        let processor = processor.and_then(Item::as_table_like_mut);
        let processor = processor.ok_or_else(|| format!("[processor.{}] cannot be written to", entry.id))?;
        add(processor, signature, decision);
        if let Some(due) = due {
            set(processor, "review-due", date(due)?);
        }
    }
    Ok((document.to_string(), decisions.into_iter().map(|(entry, _)| entry.id.clone()).collect()))
}

fn decisions<'a>(
    register: &'a Register,
    signature: &'a Signature,
) -> Result<Vec<(&'a Entry, &'a str)>, String> {
    if let Some(id) = signature.decisions.keys().find(|id| register.entry(id).is_none()) {
        let hint = near::hint(id, register.entries.iter().map(|entry| entry.id.as_str()));
        return Err(format!("the register has no processor `{id}`{hint}"));
    }
    let decision = |entry: &'a Entry| {
        let general = || signature.others.as_ref().filter(|_| entry.status != Status::Terminated);
        Some((entry, signature.decisions.get(&entry.id).or_else(general)?.as_str()))
    };
    let decisions: Vec<_> = register.entries.iter().filter_map(decision).collect();
    if decisions.is_empty() {
        return Err("the register has no processor that is not terminated".to_owned());
    }
    Ok(decisions)
}

/// A day that has passed would leave the processor overdue although somebody has just looked.
fn next(entry: &Entry, signature: &Signature) -> Result<Option<Day>, String> {
    let past = |day: &Day| *day <= signature.date;
    if let Some(due) = signature.due.filter(past) {
        return Err(format!("the next review cannot be on {due}: this one is of {}", signature.date));
    }
    match (signature.due, entry.review_due) {
        (None, Some((due, _))) if past(&due) && entry.status != Status::Terminated => Err(format!(
            "the review of {} was due on {due}; say with `--due DATE` when somebody looks again",
            entry.id
        )),
        (due, _) => Ok(due.filter(|_| entry.status != Status::Terminated)),
    }
}

fn date(day: Day) -> Result<Value, String> {
    let date: Datetime = day.to_string().parse().map_err(|_| format!("{day} is no day of the calendar"))?;
    Ok(Value::from(date))
}

/// Keeps the space and the comment around a value that was there.
fn set(processor: &mut dyn TableLike, key: &str, mut new: Value) {
    if let Some(old) = processor.get(key).and_then(Item::as_value) {
        *new.decor_mut() = old.decor().clone();
    }
    processor.insert(key, value(new));
}

/// A table of its own, or one in the list that is there.
fn add(processor: &mut dyn TableLike, signature: &Signature, decision: &str) {
    let fields = [("by", signature.by.as_str()), ("decision", decision)];
    let day = signature.date.to_string().parse::<Datetime>().map(Value::from);
    let fields = day.into_iter().map(|day| ("date", day)).chain(fields.map(|(key, text)| (key, text.into())));
    match processor.get_mut("review") {
        Some(Item::Value(Value::Array(list))) => list.push(fields.collect::<InlineTable>()),
        Some(Item::ArrayOfTables(list)) => list.push(fields.map(|(key, v)| (key, value(v))).collect()),
        _ => {
            let mut list = ArrayOfTables::new();
            list.push(fields.map(|(key, v)| (key, value(v))).collect::<Table>());
            processor.insert("review", Item::ArrayOfTables(list));
        }
    }
}
