//! Exceptions in comments of the audited code: `// vendorflow: allow contact.email -> sentry until 2027-01-31: reason`.
//!
//! One reader for all languages: it knows how comments begin and end, not what stands around them. A comment that sets
//! out to be an exception and is none is told, with what would be right; it is never taken for nothing.

use super::Day;
use super::day;
use crate::ir::Span;
use crate::personal::Vocabulary;
use crate::source::{FileId, Sources};
use crate::vendor::near;

/// How an exception is written.
pub(super) const FORM: &str = "write `vendorflow: allow CLASS -> VENDOR until DATE: reason`";

/// How comments begin, and where they end on the same line. Longer beginnings first.
const COMMENTS: &[(&str, &str)] = &[
    ("<!--", "-->"),
    ("{{!--", "--}}"),
    ("<%--", "--%>"),
    ("{{!", "}}"),
    ("<%#", "%>"),
    ("{#", "#}"),
    ("@*", "*@"),
    ("/**", "*/"),
    ("/*", "*/"),
    ("///", ""),
    ("//!", ""),
    ("//-", ""),
    ("//", ""),
    ("--", ""),
    ("#", ""),
];

/// Words after the name that somebody writes who wants an exception. Only `allow` is right.
const VERBS: [&str; 6] = ["accept", "allow", "disable", "except", "ignore", "suppress"];

/// What an exception may name: classes and rules.
type Known<'k> = (&'k Vocabulary, &'k [&'k str]);

/// An exception in a comment.
#[derive(Debug)]
pub(super) struct Comment {
    /// From the name of the tool to the end of the comment.
    pub(super) span: Span,
    /// The line of code that it is about, from 1.
    pub(super) line: u32,
    /// What it says, or what is wrong with it.
    pub(super) says: Result<Inline, String>,
}

/// What a well-formed one says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Inline {
    /// Class pattern, or none where it names a rule.
    pub(super) class: Option<String>,
    /// Rule, or none where it names a class.
    pub(super) rule: Option<String>,
    /// Id of a vendor, or a host.
    pub(super) whom: String,
    pub(super) until: Day,
    pub(super) reason: String,
}

/// All comments that are exceptions or set out to be, in order.
pub(super) fn read(sources: &Sources, vocabulary: &Vocabulary, rules: &[&str]) -> Vec<Comment> {
    let mut found = Vec::new();
    for file in sources.ids() {
        let text = sources.text(file);
        // Without its first letter, which may be a capital.
        for (at, _) in text.match_indices("endorflow") {
            found.extend(comment(file, text, at, (vocabulary, rules)));
        }
    }
    found
}

fn comment(file: FileId, text: &str, at: usize, known: Known<'_>) -> Option<Comment> {
    let start = at.checked_sub(1).filter(|&start| matches!(text.as_bytes()[start], b'v' | b'V'))?;
    let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
    let line = text[line_start..].split('\n').next().unwrap_or_default();
    let before = text[line_start..start].trim_end();
    let rest = &text[start + "vendorflow".len()..line_start + line.len()];
    let (begins, close) = opening(before)?;
    let said = if close.is_empty() { rest } else { rest.split(close).next().unwrap_or(rest) };
    let said = said.trim_end();
    if !is_meant(said) {
        return None;
    }
    let end = start + "vendorflow".len() + said.len();
    let alone = before[..begins].trim().trim_end_matches('{').is_empty();
    let number = |offset: usize| text[..offset].bytes().filter(|b| *b == b'\n').count() as u32 + 1;
    Some(Comment {
        span: Span { file, start: start as u32, end: end as u32 },
        line: if alone { next_line(text, line_start + line.len(), number(start)) } else { number(start) },
        says: parse(&text[start..end], known),
    })
}

/// Where on the line the comment begins, and how it ends. The name has to be its first word.
fn opening(before: &str) -> Option<(usize, &'static str)> {
    for (open, close) in COMMENTS {
        if let Some(code) = before.strip_suffix(open) {
            return Some((code.len(), close));
        }
    }
    // The later lines of a block.
    before.trim_start().eq("*").then_some((0, "*/"))
}

/// Somebody wants an exception: a verb of that kind, or nearly one, or an arrow. `vendorflow scan` and
/// `vendorflow: the gate before a merge` are prose.
fn is_meant(said: &str) -> bool {
    let after = said.trim_start_matches([' ', '-', '_', ':']);
    let word: String = after.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
    if said.trim_start().starts_with(':') {
        return after.is_empty() || after.contains("->") || near::nearest(&word, VERBS).is_some();
    }
    said.len() > after.len() && VERBS.contains(&word.as_str())
}

/// The next line that says something besides comments.
fn next_line(text: &str, from: usize, line: u32) -> u32 {
    let mut number = line;
    for line in text.get(from..).unwrap_or_default().split('\n').skip(1) {
        number += 1;
        let line = line.trim().trim_start_matches('{');
        let comment = COMMENTS.iter().any(|(open, _)| line.starts_with(open)) || line.starts_with('*');
        if !line.is_empty() && !comment {
            break;
        }
    }
    number
}

/// `vendorflow: allow CLASS -> VENDOR until DATE: reason`
fn parse(said: &str, known: Known<'_>) -> Result<Inline, String> {
    let rest =
        said.strip_prefix("vendorflow:").ok_or_else(|| format!("`{}`; {FORM}", head(said)))?.trim_start();
    let verb = rest.split_whitespace().next().unwrap_or_default();
    let rest =
        rest.strip_prefix("allow").filter(|r| r.starts_with(char::is_whitespace)).ok_or_else(|| {
            if verb.is_empty() {
                format!("nothing follows the colon; {FORM}")
            } else {
                format!("`{verb}`; {FORM}")
            }
        })?;
    let (target, rest) = rest.split_once("->").ok_or_else(|| format!("`->` is missing; {FORM}"))?;
    let (class, rule) = target_of(target.trim(), known)?;
    let (whom, rest) = word(rest);
    if whom.is_empty() || whom == "until" {
        return Err(format!("it does not say to which vendor; {FORM}"));
    }
    let whom = whom.trim_end_matches(':').to_owned();
    let (until, rest) = word(rest);
    if until != "until" {
        return Err(format!("it has no end; add `until DATE` after `{whom}`: {FORM}"));
    }
    let rest = rest.trim_start();
    let (until, reason) = match rest.split_once(':') {
        Some((until, reason)) => (until.trim(), reason.trim()),
        None => (word(rest).0, ""),
    };
    let until: Day = until.parse().map_err(|_| format!("`{until}` is no day; {}", day::FORM))?;
    if reason.is_empty() {
        return Err(format!("it has no reason; say why after `until {until}:`"));
    }
    Ok(Inline { class, rule, whom, until, reason: reason.to_owned() })
}

/// A class pattern or the id of a rule.
fn target_of(
    target: &str,
    (vocabulary, rules): Known<'_>,
) -> Result<(Option<String>, Option<String>), String> {
    if vocabulary.is_pattern(target) {
        return Ok((Some(target.to_owned()), None));
    }
    if rules.contains(&target) && !super::exceptions::OWN.contains(&target) {
        return Ok((None, Some(target.to_owned())));
    }
    if target.is_empty() {
        return Err(format!("it does not say what; {FORM}"));
    }
    let known = vocabulary.classes.iter().map(|class| class.id.as_str());
    let hint = near::hint(target, known.chain(rules.iter().copied()));
    Err(format!("no class or rule `{}`{hint}", head(target)))
}

/// The first word and what follows.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// Enough of a text to recognise it: what stands in a comment may be anything.
fn head(text: &str) -> String {
    text.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::source::SourceFile;

    fn read_text(text: &str) -> Vec<Comment> {
        let file = SourceFile { path: "a".into(), text: text.into() };
        let rules: Vec<&str> = crate::policy::RULES.iter().map(|rule| rule.id).collect();
        read(&Sources::new(vec![file]), &sample::vocabulary(), &rules)
    }

    const SAID: &str = "vendorflow: allow contact.email -> sentry until 2027-01-31: tickets need it: see #12";

    #[test]
    fn comments_of_every_language_are_read() {
        for (open, close) in COMMENTS {
            let braces = if close.is_empty() { ("", "") } else { ("{", "}") };
            for text in [
                format!("{open} {SAID} {close}\nsend(a)\n"),
                format!("\n  {open}{SAID}{close}\n"),
                format!("send(a) {open} {SAID} {close}"),
                format!("{}{open} {SAID} {close}{}\n\n{open} more {close}\nsend(a)", braces.0, braces.1),
            ] {
                let found = read_text(&text);
                assert_eq!(found.len(), 1, "{text}");
                let says = found[0].says.as_ref().unwrap_or_else(|why| panic!("{text}: {why}"));
                assert_eq!(
                    (says.class.as_deref(), says.whom.as_str()),
                    (Some("contact.email"), "sentry"),
                    "{text}"
                );
                assert_eq!(says.reason, "tickets need it: see #12", "{text}");
            }
        }
        assert_eq!(read_text(&format!("/*\n * {SAID}\n */\nsend(a)\n"))[0].line, 4);
    }

    #[test]
    fn they_are_about_their_line_or_the_next_one_with_code() {
        let line = |text: &str| read_text(&text.replace("SAID", SAID))[0].line;
        assert_eq!(line("a()\nb() // SAID\nc()"), 2);
        assert_eq!(line("a()\n// SAID\n\n// why\nb()"), 5);
        assert_eq!(line("<p>\n  {/* SAID */}\n  <img>\n"), 3);
        assert_eq!(line("a()\n// SAID"), 2, "nothing follows");
    }

    #[test]
    fn a_rule_may_stand_for_the_class() {
        let found = read_text("# vendorflow: allow unmasked-replay -> sentry until 2027-01-31: staff only");
        assert_eq!(found[0].says.as_ref().unwrap().rule.as_deref(), Some("unmasked-replay"));
        let found = read_text("# vendorflow: allow contact.* -> sentry until 2027-01-31: staff only");
        assert_eq!(found[0].says.as_ref().unwrap().class.as_deref(), Some("contact.*"));
    }

    #[test]
    fn prose_and_strings_are_no_exceptions() {
        for text in [
            "// vendorflow scan finds this",
            "const help = 'vendorflow: allow contact.email -> sentry'",
            "# see vendorflow: it reads this",
            "vendorflow: allow",
            "// vendorflow ignores tests",
            "// vendorflow, allow me",
            "# vendorflow: the gate before a merge",
            "# vendorflow: run the scan",
        ] {
            assert!(read_text(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_is_malformed_says_what_would_be_right() {
        for (text, wanted) in [
            ("vendorflow: ignore", "`ignore`; write `vendorflow: allow"),
            ("vendorflow-ignore", "write `vendorflow: allow"),
            ("vendorflow allow contact.email -> sentry until 2027-01-31: x", "write `vendorflow: allow"),
            ("Vendorflow: allow contact.email -> sentry until 2027-01-31: x", "write `vendorflow: allow"),
            ("vendorflow:", "nothing follows"),
            ("vendorflow: alow contact.email -> sentry until 2027-01-31: x", "`alow`; write"),
            ("vendorflow: contact.email -> sentry until 2027-01-31: x", "`contact.email`; write"),
            ("vendorflow: allow contact.email sentry until 2027-01-31: x", "`->` is missing"),
            (
                "vendorflow: allow contact.emial -> sentry until 2027-01-31: x",
                "did you mean `contact.email`?",
            ),
            (
                "vendorflow: allow excesive-data -> sentry until 2027-01-31: x",
                "did you mean `excessive-data`?",
            ),
            ("vendorflow: allow -> sentry until 2027-01-31: x", "does not say what"),
            ("vendorflow: allow contact.email -> until 2027-01-31: x", "to which vendor"),
            ("vendorflow: allow contact.email -> sentry: x", "no end"),
            ("vendorflow: allow contact.email -> sentry until soon: x", "`soon` is no day"),
            ("vendorflow: allow contact.email -> sentry until 2027-02-30: x", "`2027-02-30` is no day"),
            ("vendorflow: allow contact.email -> sentry until 2027-01-31", "no reason"),
            ("vendorflow: allow contact.email -> sentry until 2027-01-31:", "no reason"),
            ("vendorflow: allow unused-exception -> sentry until 2027-01-31: x", "no class or rule"),
        ] {
            let found = read_text(&format!("// {text}\n"));
            let why = found.first().and_then(|c| c.says.as_ref().err());
            assert!(why.is_some_and(|why| why.contains(wanted)), "{text}: {why:?}");
        }
    }
}
