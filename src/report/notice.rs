//! What `notice FILE` prints: for people, for other tools, for a ticket.

use super::{Report, words};
use crate::error::Problem;
use crate::graph::Processor;
use crate::vendor::VendorId;
use crate::view::Notice;
use serde::Serialize;
use std::io;

/// A notice with its text, compared.
pub(crate) struct Compared<'a> {
    /// The file as the user named it.
    pub(crate) file: &'a str,
    /// All of it.
    pub(crate) text: &'a str,
    /// The answer.
    pub(crate) notice: &'a Notice<'a>,
}

/// A format of the comparison.
pub(crate) struct NoticeFormat {
    /// As in `--format`.
    pub(crate) name: &'static str,
    /// One line.
    pub(crate) about: &'static str,
    /// Writes the answer.
    pub(crate) write: fn(&Report, &Compared<'_>, &mut dyn io::Write) -> io::Result<()>,
}

/// All formats, sorted by name.
pub(crate) static NOTICE: &[NoticeFormat] = &[
    NoticeFormat { name: "json", about: "for other tools (version 1)", write: json },
    NoticeFormat {
        name: "markdown",
        about: "for a ticket",
        write: |report, compared, out| {
            text(report, compared, ["# ", "## ", "- "], super::markdown::escape, out)
        },
    },
    NoticeFormat {
        name: "table",
        about: "for people at a terminal (default)",
        write: |report, compared, out| text(report, compared, ["", "", "  "], str::to_owned, out),
    },
];

/// Places named of one thing.
const PLACES: usize = 3;

fn line(compared: &Compared<'_>, at: usize) -> usize {
    Problem::at(compared.file, compared.text, at, "").line
}

/// `privacy.md:3, privacy.md:9`
fn places(compared: &Compared<'_>, at: &[usize]) -> String {
    let mut lines: Vec<usize> = at.iter().map(|&at| line(compared, at)).collect();
    lines.dedup();
    let more = lines.len().saturating_sub(PLACES);
    let shown: Vec<String> =
        lines.iter().take(PLACES).map(|line| format!("{}:{line}", compared.file)).collect();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", shown.join(", "))
}

fn names(report: &Report, vendors: &[VendorId]) -> String {
    let names = vendors.iter().map(|&vendor| report.catalogue.vendor(vendor).name.as_str());
    names.collect::<Vec<_>>().join(", ")
}

fn unnamed(report: &Report, processor: &Processor) -> String {
    let vendor = report.catalogue.vendor(processor.vendor);
    let classes: Vec<&str> = report.graph.classes(processor.vendor).into_iter().collect();
    let gets = if classes.is_empty() { "nothing that we know of".to_owned() } else { classes.join(", ") };
    let seen = processor.contacts.first().map(|contact| format!(" ({})", report.at(contact.span)));
    format!("{}, {}, {}: gets {gets}{}", vendor.name, vendor.entity, vendor.purpose, seen.unwrap_or_default())
}

type Section = (&'static str, Vec<String>);

fn sections(report: &Report, compared: &Compared<'_>) -> Vec<Section> {
    let Compared { notice, .. } = compared;
    let at = |places: &[usize]| self::places(compared, places);
    let mut sections: Vec<Section> = vec![
        (
            "In use, and not in the notice",
            notice.unnamed.iter().map(|processor| unnamed(report, processor)).collect(),
        ),
        (
            "In the notice, and not seen in the code",
            notice
                .strangers
                .iter()
                .map(|(who, places)| format!("{} ({})", who.name(&report.catalogue), at(places)))
                .collect(),
        ),
    ];
    let mut both: Vec<String> = notice
        .named
        .iter()
        .map(|(vendor, places)| format!("{} ({})", names(report, &[*vendor]), at(places)))
        .collect();
    if let Some(classes) = &notice.classes {
        let untold = classes.untold.iter();
        let surplus = classes.surplus.iter();
        sections.push((
            "Sent or collected, and not in the notice",
            untold.map(|(class, to)| format!("{class} (to {})", names(report, to))).collect(),
        ));
        sections.push((
            "In the notice, and not seen to go to a vendor",
            surplus.map(|(class, places)| format!("{class} ({})", at(places))).collect(),
        ));
        both.extend(classes.told.iter().map(|(class, places)| format!("{class} ({})", at(places))));
    }
    sections.push(("In both", both));
    sections
}

fn text(
    report: &Report,
    compared: &Compared<'_>,
    [title, head, item]: [&str; 3],
    clean: fn(&str) -> String,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let Compared { file, notice, .. } = compared;
    let answer = match (notice.missing(), notice.surplus()) {
        (0, 0) => "no difference".to_owned(),
        (missing, surplus) => format!("{missing} left out, {surplus} not seen in the code"),
    };
    writeln!(out, "{title}{}\n", clean(&format!("{file} and {}: {answer}", report.target.name)))?;
    if notice.classes.is_none() {
        writeln!(
            out,
            "{}\n",
            clean("The text names hardly any class of personal data: only the vendors are compared.")
        )?;
    }
    for (name, lines) in sections(report, compared).into_iter().filter(|(_, lines)| !lines.is_empty()) {
        writeln!(out, "{head}{name}")?;
        if !head.is_empty() {
            writeln!(out)?;
        }
        for line in lines {
            writeln!(out, "{item}{}", clean(&line))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", clean(&format!("Coverage: {}", words::coverage(report))))
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Document<'a> {
    version: u32,
    target: &'a str,
    notice: &'a str,
    compares_classes: bool,
    processors: Processors<'a>,
    classes: Classes<'a>,
    complete: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Processors<'a> {
    not_in_notice: Vec<&'a str>,
    not_in_code: Vec<Stranger<'a>>,
    in_both: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Stranger<'a> {
    name: &'a str,
    lines: Vec<usize>,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Classes<'a> {
    not_in_notice: Vec<Untold<'a>>,
    not_in_code: Vec<Place<'a>>,
    in_both: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Untold<'a> {
    id: &'a str,
    processors: Vec<&'a str>,
}

#[derive(Serialize)]
struct Place<'a> {
    id: &'a str,
    lines: Vec<usize>,
}

fn json(report: &Report, compared: &Compared<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let notice = compared.notice;
    let id = |vendor: VendorId| report.catalogue.vendor(vendor).id.as_str();
    let lines = |at: &[usize]| -> Vec<usize> { at.iter().map(|&at| line(compared, at)).collect() };
    let classes = notice.classes.as_ref().map(|classes| Classes {
        not_in_notice: classes
            .untold
            .iter()
            .map(|(class, to)| Untold { id: class, processors: to.iter().map(|&v| id(v)).collect() })
            .collect(),
        not_in_code: classes
            .surplus
            .iter()
            .map(|(class, at)| Place { id: class, lines: lines(at) })
            .collect(),
        in_both: classes.told.iter().map(|(class, at)| Place { id: class, lines: lines(at) }).collect(),
    });
    let document = Document {
        version: 1,
        target: &report.target.name,
        notice: compared.file,
        compares_classes: classes.is_some(),
        processors: Processors {
            not_in_notice: notice.unnamed.iter().map(|processor| id(processor.vendor)).collect(),
            not_in_code: notice
                .strangers
                .iter()
                .map(|(who, at)| Stranger { name: who.name(&report.catalogue), lines: lines(at) })
                .collect(),
            in_both: notice.named.iter().map(|(v, at)| Place { id: id(*v), lines: lines(at) }).collect(),
        },
        classes: classes.unwrap_or_default(),
        complete: report.coverage.is_complete(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::personal::{Personal, Prose};
    use crate::sample;
    use crate::view::{self, Plain};

    #[test]
    fn every_format_writes_the_sample() {
        let report = sample::report();
        let personal = Personal::builtin().unwrap();
        let prose = Prose::builtin(&personal).unwrap();
        let text = "# Privacy\n\nMixpanel gets your e-mail address, your IBAN\nand the city and country.\n";
        let notice = view::notice(&report.graph, &report.catalogue, &prose, &Plain::of(text));
        let compared = Compared { file: "privacy.md", text, notice: &notice };
        for format in NOTICE {
            let mut out = Vec::new();
            (format.write)(&report, &compared, &mut out).unwrap();
            crate::report::tests::compare(&format!("notice-{}", format.name), &out);
        }
        assert!(NOTICE.windows(2).all(|pair| pair[0].name < pair[1].name));
    }
}
