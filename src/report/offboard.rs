//! What `offboard` prints: the checklist for people, for a ticket, for other tools, and one line a place for a build.

use super::{Report, markdown, words};
use crate::view::{Left, Offboard};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;

/// A format of the offboarding view.
pub(crate) struct OffboardFormat {
    /// As in `--format`.
    pub name: &'static str,
    /// One line.
    pub about: &'static str,
    /// Writes the answer.
    pub write: fn(&Report, &Offboard<'_>, &mut dyn io::Write) -> io::Result<()>,
}

/// All formats, sorted by name.
pub(crate) static OFFBOARD: &[OffboardFormat] = &[
    OffboardFormat { name: "json", about: "for other tools (version 1)", write: json },
    OffboardFormat { name: "markdown", about: "a checklist for a ticket", write: markdown },
    OffboardFormat { name: "table", about: "for people at a terminal (default)", write: table },
];

/// What no tree shows and somebody has to do all the same.
const OUTSIDE: [&str; 5] = [
    "revoke keys and tokens at the vendor, and close the accounts of people",
    "have the data deleted or returned, and that confirmed (Art. 28(3)(g) GDPR), at its sub-processors too",
    "end the agreement, and keep it with the confirmation",
    "update the record of processing (Art. 30 GDPR), and what people were told",
    "look at what is no part of this tree: other repositories, consoles, mail templates, installed apps",
];

fn table(report: &Report, answer: &Offboard<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "{}\n", headline(report, answer))?;
    let counted = |left: &Vec<Left>| left.iter().any(|l| !l.stays);
    for (number, (step, left)) in answer.left.iter().filter(|(_, left)| counted(left)).enumerate() {
        writeln!(out, "{}. {}", number + 1, step.title)?;
        for line in by_file(left, false) {
            writeln!(out, "   {line}")?;
        }
        writeln!(out)?;
    }
    let stays: Vec<String> = answer.left.iter().flat_map(|(_, left)| by_file(left, true)).collect();
    if !stays.is_empty() {
        writeln!(
            out,
            "May stay: history, places that were named to be kept, and words that need not mean it"
        )?;
        for line in stays {
            writeln!(out, "   {line}")?;
        }
        writeln!(out)?;
    }
    writeln!(out, "Outside the tree")?;
    for line in outside(answer) {
        writeln!(out, "   {line}")?;
    }
    writeln!(out, "\n{}", coverage(report))
}

fn markdown(report: &Report, answer: &Offboard<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let clean = markdown::escape;
    writeln!(out, "# {}\n", clean(&headline(report, answer)))?;
    for (step, left) in &answer.left {
        let lines = by_file(left, false);
        if lines.is_empty() {
            continue;
        }
        writeln!(out, "- [ ] **{}**", clean(step.title))?;
        for line in lines {
            writeln!(out, "  - [ ] {}", clean(&line))?;
        }
    }
    writeln!(out, "- [ ] **Outside the tree**")?;
    for line in outside(answer) {
        writeln!(out, "  - [ ] {}", clean(&line))?;
    }
    let stays: Vec<String> = answer.left.iter().flat_map(|(_, left)| by_file(left, true)).collect();
    if !stays.is_empty() {
        writeln!(
            out,
            "\n<details><summary>{} that may stay</summary>\n",
            words::plural(stays.len(), "place")
        )?;
        for line in stays {
            writeln!(out, "- {}", clean(&line))?;
        }
        writeln!(out, "\n</details>")?;
    }
    writeln!(out, "\n{}", clean(&coverage(report)))
}

/// One line a place, and nothing else: for the log of a build.
pub(crate) fn assert(report: &Report, answer: &Offboard<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for (step, left) in &answer.left {
        for left in left.iter().filter(|left| !left.stays) {
            writeln!(out, "{}:{}: {}: {}", left.file, left.line, step.id, left.what)?;
        }
    }
    writeln!(out, "{}", headline(report, answer))
}

fn headline(report: &Report, answer: &Offboard<'_>) -> String {
    let (name, target) = (&answer.vendor.name, &report.target.name);
    match answer.count() {
        0 => format!("Nothing is left of {name} in {target}"),
        count => format!("{} of {name} left in {target}", words::plural(count, "trace")),
    }
}

fn coverage(report: &Report) -> String {
    format!("Coverage: {}", words::coverage(report))
}

/// `src/a.ts:3, 9: mixpanel-browser.track`: a line for what stands in a file, in the order of the file.
fn by_file(left: &[Left], stays: bool) -> Vec<String> {
    let mut lines: BTreeMap<(&str, &str), Vec<u32>> = BTreeMap::new();
    for left in left.iter().filter(|left| left.stays == stays) {
        lines.entry((&left.file, &left.what)).or_default().push(left.line);
    }
    let mut lines: Vec<(&str, Vec<u32>, &str)> =
        lines.into_iter().map(|((file, what), at)| (file, at, what)).collect();
    lines.sort();
    let text = |at: &[u32]| at.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    lines.into_iter().map(|(file, at, what)| format!("{file}:{}: {what}", text(&at))).collect()
}

fn outside<'a>(answer: &Offboard<'a>) -> Vec<String> {
    let dpa = answer.vendor.dpa.iter().map(|dpa| format!("its agreement: {dpa}"));
    OUTSIDE.iter().map(|line| (*line).to_owned()).chain(dpa).collect()
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    target: &'a str,
    processor: &'a str,
    left: usize,
    steps: Vec<StepOut<'a>>,
    outside: Vec<String>,
    complete: bool,
}

#[derive(Serialize)]
struct StepOut<'a> {
    step: &'a str,
    title: &'a str,
    places: Vec<LeftOut<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct LeftOut<'a> {
    file: &'a str,
    line: u32,
    what: &'a str,
    may_stay: bool,
}

fn json(report: &Report, answer: &Offboard<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let document = Document {
        version: 1,
        target: &report.target.name,
        processor: &answer.vendor.id,
        left: answer.count(),
        steps: answer
            .left
            .iter()
            .map(|(step, left)| StepOut {
                step: step.id,
                title: step.title,
                places: left.iter().map(place).collect(),
            })
            .collect(),
        outside: outside(answer),
        complete: report.coverage.is_complete(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn place(left: &Left) -> LeftOut<'_> {
    let Left { file, line, what, stays } = left;
    LeftOut { file, line: *line, what, may_stay: *stays }
}
