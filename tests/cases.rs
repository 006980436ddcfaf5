//! Scenarios and vendors: every unit of `tests/cases/flow` and `tests/cases/vendor` is scanned, and the flows must be
//! those that its markers name: `mixpanel.people.set({ $email: user.email }) // ~> contact.email mixpanel`. A line with
//! `~? words` must be named in the coverage with these words.
//!
//! One test a unit, named `flow/direct-argument/app.ts`: `cargo test --test cases direct-argument` runs one scenario.
//! Units that are known to fail stand in `tests/cases/open.txt`; one that passes has to leave that list (`UPDATE=1` takes
//! it off; nothing puts one on).

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod units;

use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::process::ExitCode;
use std::sync::Arc;
use units::{Place, Unit, Words};

/// What differs between markers and flows, and between flows and `case.toml`; empty if nothing.
fn differences(unit: &Unit, words: &Words) -> Result<String, String> {
    let case = units::case(&unit.case)?;
    let expected = words.markers(&unit.path)?;
    let found = units::flows(&unit.path)?;
    let mut text = String::new();
    let mut list = |title: &str, places: Vec<&Place>| {
        for (file, line, class, vendor) in places {
            let _ = writeln!(text, "{title} {file}:{line}: {class} {vendor}");
        }
    };
    list("missing", expected.difference(&found).collect());
    list("extra  ", found.difference(&expected).collect());
    let noted = units::noted(&unit.path);
    let notes = if noted.is_empty() { Vec::new() } else { units::unresolved(&unit.path)? };
    for (line, words) in noted {
        if !notes.iter().any(|(at, what)| *at == line && what.contains(&words)) {
            let _ = writeln!(text, "no note on line {line}: {words}");
        }
    }
    if let Some(flows) = case.flows {
        let marked: BTreeSet<(String, String)> =
            expected.into_iter().map(|(_, _, class, vendor)| (class, vendor)).collect();
        for (class, vendor) in flows.symmetric_difference(&marked) {
            let _ = writeln!(text, "case.toml and markers disagree on {class} {vendor}");
        }
    }
    Ok(text)
}

fn check(unit: &Unit, words: &Words, open: bool) -> Result<(), Failed> {
    let text = differences(unit, words).unwrap_or_else(|why| format!("{why}\n"));
    match (text.is_empty(), open) {
        (true, false) | (false, true) => Ok(()),
        (false, false) => Err(format!("{}\n{text}", unit.path.display()).into()),
        (true, true) => Err(format!("{} passes: take it off tests/cases/open.txt", unit.name).into()),
    }
}

/// The first line of the list.
fn headline(open: usize, all: usize) -> String {
    format!("# Known to fail: {open} of {all} units.")
}

/// The list says how many it holds, and holds nothing that is not there.
fn open_list_is_true(open: &BTreeSet<String>, names: &BTreeSet<String>) -> Result<(), Failed> {
    if let Some(name) = open.difference(names).next() {
        return Err(format!("tests/cases/open.txt: there is no unit `{name}`").into());
    }
    let (text, first) = (units::open_text(), headline(open.len(), names.len()));
    if text.lines().next() == Some(first.as_str()) {
        Ok(())
    } else {
        Err(format!("tests/cases/open.txt must begin with `{first}`").into())
    }
}

/// Takes off the list what passes, or is no longer there.
fn shrink_open_list(all: &[Unit], words: &Words) {
    let fails = |name: &str| {
        let unit = all.iter().find(|unit| unit.name == name);
        unit.is_some_and(|unit| !differences(unit, words).is_ok_and(|text| text.is_empty()))
    };
    let text = units::open_text();
    let kept: Vec<&str> =
        text.lines().skip(1).filter(|line| units::open_name(line).is_none_or(fails)).collect();
    let open = kept.iter().filter(|line| units::open_name(line).is_some()).count();
    let text = format!("{}\n{}\n", headline(open, all.len()), kept.join("\n"));
    fs::write(units::root().join("tests/cases/open.txt"), text).unwrap();
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let words = Arc::new(Words::read());
    let all = units::all();
    if std::env::var_os("UPDATE").is_some() {
        shrink_open_list(&all, &words);
    }
    let open = units::open();
    let names: BTreeSet<String> = all.iter().map(|unit| unit.name.clone()).collect();
    let mut trials: Vec<Trial> = all
        .into_iter()
        .map(|unit| {
            let (words, open) = (Arc::clone(&words), open.contains(&unit.name));
            let trial = Trial::test(unit.name.clone(), move || check(&unit, &words, open));
            if open { trial.with_kind("open") } else { trial }
        })
        .collect();
    trials.extend(
        units::evidence::cases()
            .into_iter()
            .map(|(name, dir)| Trial::test(name, move || units::evidence::check(&dir).map_err(Failed::from))),
    );
    trials.push(Trial::test("open list is true", move || open_list_is_true(&open, &names)));
    libtest_mimic::run(&arguments, trials).exit_code()
}
