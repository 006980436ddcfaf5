//! The answer for people: plain, and as Markdown with both drafts.

use super::Asked;
use crate::flow::Site;
use crate::graph::Collected;
use crate::report::prose::{self, MARKDOWN, Marks, PLAIN, Section};
use crate::report::words::lure;
use crate::report::{Report, history, markdown, words};
use crate::vendor::{Protection, Surface, VendorId};
use crate::view::{self, Enisa, Exposure, Fix, Key, Leak, Origin};
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// Places shown of each kind; the rest is counted.
const SHOWN: usize = 3;

pub(super) fn plain(asked: &Asked<'_>, id: VendorId, out: &mut dyn io::Write) -> io::Result<()> {
    let exposure = view::exposure(&asked.question(), id);
    text(asked.report, &exposure, &PLAIN, out)?;
    let used = exposure.used && !exposure.declared_only;
    if used {
        writeln!(out, "Drafts for the authority and the people concerned: --format markdown")?;
    }
    Ok(())
}

pub(super) fn markdown(asked: &Asked<'_>, id: VendorId, out: &mut dyn io::Write) -> io::Result<()> {
    let exposure = view::exposure(&asked.question(), id);
    text(asked.report, &exposure, &MARKDOWN, out)?;
    if exposure.classes.is_empty() {
        return Ok(());
    }
    let report = asked.report;
    let draft = view::draft(&exposure, &report.vocabulary, report.coverage.is_complete());
    let clean = markdown::escape;
    writeln!(out, "\n## Draft: facts for the authority, Art. 33(3) GDPR\n")?;
    writeln!(out, "| What | Answer | From |\n| --- | --- | --- |")?;
    for fact in &draft.facts {
        writeln!(out, "| {} | {} | {} |", fact.item, clean(&fact.text), origin(fact.origin))?;
    }
    writeln!(out, "\n## Draft: message to the people concerned, Art. 34 GDPR\n")?;
    for (at, line) in draft.letter.iter().enumerate() {
        let list = |line: Option<&String>| line.is_some_and(|line| line.starts_with("- "));
        writeln!(out, "{}", clean(line))?;
        if !(list(Some(line)) && list(draft.letter.get(at + 1))) && at + 1 < draft.letter.len() {
            writeln!(out)?;
        }
    }
    Ok(())
}

pub(super) fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Code => "code",
        Origin::Catalogue => "catalogue",
        Origin::Register => "register",
        Origin::Missing => "missing",
    }
}

fn text(report: &Report, exposure: &Exposure<'_>, marks: &Marks, out: &mut dyn io::Write) -> io::Result<()> {
    let clean = marks.clean;
    writeln!(out, "{}{}\n", marks.title, clean(&title(report, exposure)))?;
    prose::write(sections(report, exposure), marks, out)?;
    writeln!(out, "{}", clean(&format!("Coverage: {}", words::coverage(report))))
}

fn title(report: &Report, exposure: &Exposure<'_>) -> String {
    let vendor = exposure.vendor;
    if exposure.declared_only {
        let at =
            report.catalogue.by_id(&vendor.id).and_then(|id| report.graph.processor(id)?.contacts.first());
        let at = at.map_or_else(String::new, |c| format!(" ({}, {})", c.what, report.at(c.span)));
        format!(
            "{} is only declared in {}{at}: nothing was seen to go there",
            vendor.name, report.target.name
        )
    } else if exposure.used {
        format!(
            "What a breach of {} ({}) would expose from {}",
            vendor.name, vendor.purpose, report.target.name
        )
    } else {
        format!("{} is not used in {}: nothing was seen to go there", vendor.name, report.target.name)
    }
}

pub(in crate::report) fn sections(report: &Report, exposure: &Exposure<'_>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut add = |head: &str, lines: Vec<String>| sections.push((head.to_owned(), lines));
    add("Severity", severity(exposure));
    add("Written by code", exposure.written.iter().map(|l| leak(report, l)).collect());
    add(
        "Added by SDK or server, in no source line",
        exposure.added.iter().map(|c| added(report, c)).collect(),
    );
    add("May be handed on to it", forwarded(report, exposure));
    add(
        "Would be added, but is switched off here",
        exposure
            .switched_off
            .iter()
            .map(|c| format!("{} (`{}`, {})", c.class, c.off, report.at(c.at)))
            .collect(),
    );
    add(
        "Not switched on here",
        exposure.idle.iter().map(|c| format!("{}: only with `{}`", c.class, c.on)).collect(),
    );
    add(&no_path(report, exposure), absent(exposure));
    add("Not followed: what goes there nobody can say from the code", gaps(report, exposure));
    add("Join keys: look affected people up by", join_keys(report, exposure));
    add(
        "What an attacker can make of it",
        exposure
            .combinations
            .iter()
            .map(|h| format!("{}: {}; from {}", h.combination.id, h.combination.about, h.describe()))
            .collect(),
    );
    add("Cheapest fix", fixes(exposure));
    let id = report.catalogue.by_id(&exposure.vendor.id);
    let mut times = id.map_or_else(Vec::new, |id| history::lines(report, id));
    times.extend(history::scope(report).map(|scope| format!("audited {scope}")));
    add("First and last commit", times);
    add("Who and where", who(report, exposure));
    let incidents = exposure.vendor.incidents.iter();
    add("Known incidents", incidents.map(|i| format!("{}: {} ({})", i.date, i.title, i.source)).collect());
    sections
}

/// How far silence can be trusted.
fn no_path(report: &Report, exposure: &Exposure<'_>) -> String {
    match (report.coverage.is_complete(), exposure.gaps.len()) {
        (true, 0) => "No path to it: all that was read could be followed".to_owned(),
        (true, _) => "No path found; places that were not followed may hold one".to_owned(),
        (false, _) => "No path found in what was read; see the gaps in coverage".to_owned(),
    }
}

fn severity(exposure: &Exposure<'_>) -> Vec<String> {
    let Some(enisa) = &exposure.enisa else {
        return Vec::new();
    };
    vec![
        format!(
            "ENISA {} {} = context {} ({}) x identification {} ({}) + circumstances {}",
            words::score(enisa),
            enisa.band(),
            enisa.dpc,
            enisa.dpc_by,
            enisa.ei,
            enisa.ei_by,
            enisa.cb
        ),
        format!("lure {}", lure(exposure.lure)),
    ]
}

pub(in crate::report) fn enisa(enisa: Option<&Enisa>) -> String {
    enisa.map_or_else(|| "nothing left".to_owned(), |e| format!("{} {}", words::score(e), e.band()))
}

fn fixes(exposure: &Exposure<'_>) -> Vec<String> {
    let lines = exposure.fixes.iter().map(|fix| {
        let more =
            if fix.smallest { "" } else { " (nothing of it can be spared; smaller sets were not all tried)" };
        format!("{}: ENISA {}, lure {}{more}", changes(fix), enisa(fix.enisa.as_ref()), lure(fix.lure))
    });
    lines.collect()
}

/// `without contact.email, identity.name; with ip: false`
fn changes(fix: &Fix<'_>) -> String {
    let quoted = |options: &[&str]| -> Vec<String> { options.iter().map(|o| format!("`{o}`")).collect() };
    let drop = (!fix.without.is_empty()).then(|| format!("without {}", fix.without.join(", ")));
    let set = (!fix.switches.is_empty()).then(|| format!("with {}", quoted(&fix.switches).join(", ")));
    let cut = (!fix.cut.is_empty()).then(|| format!("{} no longer handing on", fix.cut.join(", ")));
    [drop, set, cut].into_iter().flatten().collect::<Vec<_>>().join(" and ")
}

fn surfaces(surfaces: &BTreeSet<Surface>) -> String {
    surfaces.iter().map(|&s| words::surface(s)).collect::<Vec<_>>().join(", ")
}

fn some(mut shown: Vec<String>) -> String {
    let more = shown.len().saturating_sub(SHOWN);
    shown.truncate(SHOWN);
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    shown.join(", ")
}

fn leak(report: &Report, leak: &Leak<'_>) -> String {
    let fields: Vec<String> = leak.fields.iter().map(|f| format!("`{f}`")).collect();
    let places: BTreeSet<String> = leak.places.iter().map(|site| place(report, site)).collect();
    let protection = match leak.protection {
        Protection::None => String::new(),
        other => format!(" ({})", words::protection(other)),
    };
    let subjects: Vec<&str> = leak.subjects.iter().copied().collect();
    let whose = if subjects.is_empty() { String::new() } else { format!(" of {}", subjects.join(", ")) };
    format!(
        "{}{protection}{whose}, {}: {}; {}",
        leak.class,
        surfaces(&leak.surfaces),
        some(fields),
        some(places.into_iter().collect())
    )
}

fn added(report: &Report, entry: &Collected) -> String {
    let by = if entry.by_server { "server" } else { "SDK" };
    let off = if entry.off.is_empty() {
        "no switch in code".to_owned()
    } else {
        format!("off with `{}` at {}", entry.off, report.at(entry.at))
    };
    format!("{}, {}: {by}, from {}; {off}", entry.class, surfaces(&entry.surfaces), entry.from)
}

fn forwarded(report: &Report, exposure: &Exposure<'_>) -> Vec<String> {
    let line = |other: &view::Forwarded<'_>| {
        let classes: Vec<&str> = other.classes.iter().copied().collect();
        let what =
            if classes.is_empty() { "nothing seen to reach it".to_owned() } else { classes.join(", ") };
        format!("by {} ({}, {}): {what}", other.from.name, other.route.what, report.at(other.route.span))
    };
    exposure.forwarded.iter().map(line).collect()
}

fn absent(exposure: &Exposure<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = Vec::new();
    let mut partly = Vec::new();
    for absent in &exposure.absent {
        match absent.words {
            _ if !absent.whole => partly.extend(absent.classes.iter().copied()),
            Some(words) => lines.push(format!("{}: {words}", absent.group)),
            None => rest.push(absent.group),
        }
    }
    if !rest.is_empty() {
        lines.push(rest.join(", "));
    }
    if !partly.is_empty() {
        lines.push(format!("of groups that are sent in part: {}", partly.join(", ")));
    }
    lines
}

fn gaps(report: &Report, exposure: &Exposure<'_>) -> Vec<String> {
    let mut lines: Vec<String> =
        exposure.gaps.iter().map(|gap| format!("{}: {}", report.at(gap.span), gap.what)).collect();
    lines.sort();
    lines.dedup();
    let more = lines.len().saturating_sub(10);
    lines.truncate(10);
    if more > 0 {
        lines.push(format!("{more} more; --format json has all"));
    }
    lines
}

fn key(kind: Key) -> &'static str {
    match kind {
        Key::Person => "its id of a person",
        Key::Group => "its id of a group",
        Key::Property => "a property",
        Key::Contact => "a property by which people are known",
    }
}

/// One line for what a call takes of a class.
fn join_keys(report: &Report, exposure: &Exposure<'_>) -> Vec<String> {
    let mut lines: BTreeMap<(Key, &str, &str), Vec<&view::JoinKey<'_>>> = BTreeMap::new();
    for join in &exposure.join_keys {
        lines.entry((join.kind, join.class, join.call)).or_default().push(join);
    }
    let line = |((kind, class, call), joins): ((Key, &str, &str), Vec<&view::JoinKey<'_>>)| {
        let fields = joins.iter().map(|join| format!("`{}` ({})", join.field, place(report, join.site)));
        format!("{class}, {} (`{call}`): {}", key(kind), some(fields.collect()))
    };
    lines.into_iter().map(line).collect()
}

fn who(report: &Report, exposure: &Exposure<'_>) -> Vec<String> {
    let vendor = exposure.vendor;
    let mut lines = vec![format!("{}, {}", vendor.entity, vendor.country)];
    if !exposure.recorded.subjects.is_empty() {
        let subjects: Vec<&str> = exposure.recorded.subjects.iter().copied().collect();
        lines.push(format!("data of {} (register)", subjects.join(", ")));
    }
    if let Some(processor) = report.catalogue.by_id(&vendor.id).and_then(|id| report.graph.processor(id)) {
        lines.push(format!("used in: {}", surfaces(&processor.surfaces)));
        let versions: BTreeSet<String> = processor
            .installed
            .iter()
            .filter_map(|i| Some(format!("{} {}", i.name, i.version.as_ref()?)))
            .collect();
        if !versions.is_empty() {
            lines.push(format!("packages: {}", versions.into_iter().collect::<Vec<_>>().join(", ")));
        }
    }
    if !exposure.regions.is_empty() {
        lines.push(format!("region chosen in code: {}", exposure.regions.join(", ")));
    }
    for other in &exposure.downstream {
        let country = other.country.map_or_else(String::new, |country| format!(", {country}"));
        let how = match other.route {
            Some(route) => format!("handed on by this code ({}, {})", route.what, report.at(route.span)),
            None => "sub-processor".to_owned(),
        };
        lines.push(format!("{how}: {}{country}", other.name));
    }
    lines
}

fn place(report: &Report, site: &Site) -> String {
    format!("{} in {}", report.at(site.span), site.function)
}
