//! The review for people: the cover, plain or as Markdown, and one page a processor.

use super::{Review, Since};
use crate::policy::{Finding, Severity};
use crate::report::prose::{self, MARKDOWN, Marks, PLAIN, Section};
use crate::report::table::{frame, head, print};
use crate::report::{Report, exposure, markdown as md, words};
use crate::view::review::{Due, Pack, Page};
use crate::view::{Change, Kind, Past, Piece};
use std::io;

const HEADS: [&str; 8] =
    ["processor", "register", "last review", "next review", "ENISA", "lure", "changes", "findings"];

pub(super) fn plain(review: &Review, out: &mut dyn io::Write) -> io::Result<()> {
    review.with_pack(|pack| {
        writeln!(out, "{}\n", title(review, pack))?;
        if !pack.pages.is_empty() {
            let mut table = frame(review.now.style);
            table.set_header(HEADS.map(|name| head(name.to_owned())));
            for page in &pack.pages {
                table.add_row(row(page));
            }
            print(&table, out)?;
            writeln!(out)?;
        }
        prose::write(cover(review, pack), &PLAIN, out)?;
        writeln!(out, "{}", coverage(&review.now))?;
        writeln!(out, "One page a processor, with evidence and a checklist: --format markdown")
    })
}

pub(super) fn markdown(review: &Review, out: &mut dyn io::Write) -> io::Result<()> {
    review.with_pack(|pack| {
        writeln!(out, "# {}\n", md::escape(&title(review, pack)))?;
        if !pack.pages.is_empty() {
            writeln!(out, "| {} |\n|{}", HEADS.join(" | "), " --- |".repeat(HEADS.len()))?;
            for page in &pack.pages {
                writeln!(out, "| {} |", row(page).map(|cell| md::escape(&cell)).join(" | "))?;
            }
            writeln!(out)?;
        }
        prose::write(cover(review, pack), &MARKDOWN, out)?;
        writeln!(out, "{}", md::escape(&coverage(&review.now)))?;
        for page in &pack.pages {
            writeln!(out, "\n---\n\n## {}\n\n{}\n", md::escape(page.name), md::escape(&who(page)))?;
            let marks = Marks { head: "### ", ..MARKDOWN };
            prose::write(sections(review, page), &marks, out)?;
            checklist(page, out)?;
        }
        Ok(())
    })
}

fn coverage(report: &Report) -> String {
    format!("Coverage: {}", words::coverage(report))
}

/// `Review of shop: 3 processors, 1 overdue; 2 changes since 2026-08-30; 2 errors, 1 warning, 0 notes`.
fn title(review: &Review, pack: &Pack<'_>) -> String {
    let mut counts = vec![words::plural(pack.pages.len(), "processor")];
    let count = |is: fn(&Page<'_>) -> bool| pack.pages.iter().filter(|page| is(page)).count();
    for (count, what) in [
        (count(|page| matches!(page.due, Due::Overdue(_))), "overdue"),
        (count(|page| page.in_use() && page.last.is_none()), "never reviewed"),
    ] {
        if count > 0 {
            counts.push(format!("{count} {what}"));
        }
    }
    let changes = match &review.past {
        Some(_) => {
            let real = pack.changes.iter().filter(|change| change.kind != Kind::Otherwise).count();
            format!("{} {}", words::plural(real, "change"), since(&review.since))
        }
        None => since(&review.since),
    };
    format!(
        "Review of {}: {}; {changes}; {}",
        review.now.target.name,
        counts.join(", "),
        words::counts(&review.now)
    )
}

pub(super) fn since(since: &Since) -> String {
    match since {
        Since::Named(name) => format!("since {name}"),
        Since::Reviews(day) => format!("since the last reviews, the earliest of {day}"),
        Since::Quarter(day) => format!("since {day} (three months; no review is recorded)"),
        Since::Beginning => "since the first commit".to_owned(),
        Since::Nothing(why) => format!("what changed is not known: {why}"),
    }
}

fn row(page: &Page<'_>) -> [String; 8] {
    let severity = page.exposure.as_ref().filter(|exposure| exposure.used);
    let nothing = match severity {
        None => "not in the code",
        Some(exposure) if exposure.declared_only => "only declared",
        Some(_) => "nothing seen",
    };
    let enisa = severity.and_then(|exposure| exposure.enisa.as_ref());
    let lure = severity.filter(|_| enisa.is_some()).map(|exposure| words::lure(exposure.lure));
    let of = |severity: Severity| page.findings.iter().filter(|f| f.severity == severity).count();
    let findings = Severity::REPORTED.iter().rev().filter(|severity| of(**severity) > 0);
    let findings: Vec<String> =
        findings.map(|&severity| words::plural(of(severity), severity.name())).collect();
    [
        page.name.to_owned(),
        page.entry.map_or("no entry", |entry| entry.status.name()).to_owned(),
        page.last.map_or_else(|| "never".to_owned(), |last| last.date.to_string()),
        due(page.due),
        enisa.map_or_else(|| nothing.to_owned(), |enisa| exposure::enisa(Some(enisa))),
        lure.map_or_else(String::new, |lure| lure.split(':').next().unwrap_or_default().to_owned()),
        if page.changes.is_empty() { String::new() } else { page.changes.len().to_string() },
        findings.join(", "),
    ]
}

fn due(due: Due) -> String {
    match due {
        Due::Unsaid => "not set".to_owned(),
        Due::On(day) => day.to_string(),
        Due::Overdue(day) => format!("{day}, OVERDUE"),
    }
}

fn cover(review: &Review, pack: &Pack<'_>) -> Vec<Section> {
    let report = &review.now;
    let mut sections: Vec<Section> = Vec::new();
    if let Some(past) = &review.past {
        let (other, real): (Vec<&Change>, Vec<&Change>) =
            pack.changes.iter().partition(|change| change.kind == Kind::Otherwise);
        let mut lines: Vec<String> =
            real.into_iter().map(|change| with_vendor(report, past, change)).collect();
        if !other.is_empty() {
            let count = words::plural(other.len(), "time");
            lines.push(format!("{count} a vendor gets the same data in another way; the pages tell"));
        }
        lines.extend(scope(past));
        sections.push((format!("Changes {}", since(&review.since)), lines));
    }
    for (title, findings) in &pack.topics {
        let lines = findings.iter().map(|finding| one_line(report, finding)).collect();
        sections.push(((*title).to_owned(), lines));
    }
    let accepted = pack.accepted.iter().filter_map(|finding| {
        let told = words::accepted(finding.suppressed.as_ref()?);
        Some(format!("{}: {}; {told}", finding.rule, finding.message))
    });
    sections.push(("Accepted for now".to_owned(), accepted.collect()));
    let mut questions: Vec<String> = Vec::new();
    if report.policy.register.is_none() {
        questions.push("nobody keeps a register here; `vendorflow init` writes a first one".to_owned());
    }
    // Without one everything is blank.
    let asked = pack.questions.iter().filter(|_| report.policy.register.is_some());
    questions.extend(asked.map(|gap| format!("{}: {}", gap.column, gap.what)));
    for page in pack.pages.iter().filter(|page| !page.questions.is_empty()) {
        questions.push(format!(
            "{}: {} in the record of processing",
            page.name,
            words::plural(page.questions.len(), "blank")
        ));
    }
    sections.push(("Open questions".to_owned(), questions));
    sections
}

/// How much of the time was looked at.
fn scope(past: &Past) -> Option<String> {
    let (first, last) = (past.moments.first()?, past.moments.last()?);
    let audited = past.moments.iter().filter(|moment| !moment.day.is_empty()).count();
    let all = if audited == past.revisions {
        format!("all {}", words::plural(audited, "revision"))
    } else {
        format!("{audited} of {}", words::plural(past.revisions, "revision"))
    };
    let cut = if past.cut { "; this clone is shallow and has nothing before" } else { "" };
    Some(format!(
        "audited: {all} that changed something that is read, from {} to {}{cut}",
        first.named(),
        last.named()
    ))
}

fn with_vendor(report: &Report, past: &Past, change: &Change) -> String {
    let vendor = &report.catalogue.vendor(change.vendor).name;
    format!("{}: {vendor} {}", when(past, change), what(change))
}

/// The commit that did it, or between which two it happened.
fn when(past: &Past, change: &Change) -> String {
    let moment = &past.moments[change.moment];
    if moment.exact {
        return moment.titled();
    }
    let before = change.moment.checked_sub(1).map(|before| past.moments[before].named());
    format!("between {} and {}", before.unwrap_or_default(), moment.named())
}

fn what(change: &Change) -> String {
    let kind = match change.kind {
        Kind::New => "is new",
        Kind::Gone => "is gone",
        Kind::Wider => "gets more",
        Kind::Narrower => "gets less",
        Kind::Shifted => "gets other data",
        Kind::Otherwise => "gets the same in another way",
    };
    let at = change.at.as_ref().map_or_else(String::new, |at| format!(" ({at})"));
    let list = |title: &str, list: &[Piece]| (!list.is_empty()).then(|| format!("{title} {}", pieces(list)));
    let mut parts: Vec<String> =
        [list("now", &change.gained), list("no more", &change.lost)].into_iter().flatten().collect();
    parts.extend(change.uses.iter().map(crate::report::diff::using));
    if change.kind == Kind::Otherwise {
        let counted = ["new flow", "lost flow", "changed flow"].into_iter().zip(change.flows);
        let counted = counted.filter(|(_, count)| *count > 0);
        parts.extend(counted.map(|(what, count)| words::plural(count, what)));
    }
    let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join("; ")) };
    format!("{kind}{at}{parts}")
}

/// `contact.email (`user.email`, src/a.ts:1); by itself location.city, location.country`.
fn pieces(pieces: &[Piece]) -> String {
    let written = pieces.iter().filter_map(|piece| {
        let (field, at) = piece.written.as_ref()?;
        Some(format!("{} (`{field}`, {at})", piece.class))
    });
    let added = pieces.iter().filter(|piece| piece.written.is_none()).map(|piece| piece.class.as_str());
    let (written, added): (Vec<String>, Vec<&str>) = (written.collect(), added.collect());
    let added = if added.is_empty() { String::new() } else { format!("by itself {}", added.join(", ")) };
    [written.join(", "), added].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

fn one_line(report: &Report, finding: &Finding) -> String {
    let at = finding.at.map_or_else(String::new, |span| format!(" ({})", report.at(span)));
    format!("{} {}: {}{at}", finding.severity.name(), finding.rule, finding.message)
}

/// Who that is, in a line.
fn who(page: &Page<'_>) -> String {
    match page.vendor {
        Some((_, vendor)) => {
            let parts = [&vendor.purpose, &vendor.entity, &vendor.country];
            parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
        }
        None => "not in the catalogue".to_owned(),
    }
}

fn sections(review: &Review, page: &Page<'_>) -> Vec<Section> {
    let report = &review.now;
    let mut sections: Vec<Section> = vec![("Where it stands".to_owned(), standing(page))];
    if let Some(past) = &review.past {
        let lines = page.changes.iter().map(|change| format!("{}: {}", when(past, change), what(change)));
        sections.push(("What changed".to_owned(), lines.collect()));
    }
    if let Some(exposure) = &page.exposure {
        sections.extend(exposure::sections(report, exposure));
    }
    let findings = page.findings.iter().map(|finding| one_line(report, finding)).collect();
    sections.push(("Findings".to_owned(), findings));
    sections
}

fn standing(page: &Page<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let Some(entry) = page.entry else {
        lines.push("no entry in the register".to_owned());
        return lines;
    };
    lines.push(format!("register: {}", entry.status.name()));
    if let Some(owner) = &entry.owner {
        lines.push(format!("answers for it: {owner}"));
    }
    if let Some(agreement) = &entry.agreement {
        let until = agreement.expires.map_or_else(String::new, |day| format!(", until {day}"));
        let at = agreement.url.as_ref().map_or_else(String::new, |url| format!(" ({url})"));
        lines.push(format!("agreement of {}{until}{at}", agreement.signed));
    }
    if !entry.classes.is_empty() {
        lines.push(format!("agreed: {}", entry.classes.join(", ")));
    }
    lines.push(match page.last {
        Some(last) => format!("last review on {} by {}: {}", last.date, last.by, last.decision),
        None => "never reviewed".to_owned(),
    });
    lines.push(format!("next review: {}", due(page.due)));
    lines
}

fn checklist(page: &Page<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "### Checklist\n")?;
    for task in &page.tasks {
        writeln!(out, "- [ ] {}  \n  <sub>{}</sub>", md::escape(&task.what), md::escape(&task.because))?;
    }
    let id = page.id;
    writeln!(
        out,
        "- [ ] decide, and record it: `vendorflow review --sign --by NAME --decision {id}=TEXT --due DATE`"
    )
}
