//! What is accepted for now, from the register and from comments: which findings it covers, and which exceptions are
//! spent, unused or malformed.
//!
//! An exception of the register holds everywhere; one in a comment for the flows that pass its line of code. A finding
//! is accepted only where everything that it tells of is: rules that group flows keep accepted ones apart.

use super::comment::{self, Inline};
use super::register::{Allow, Whom};
use super::{Day, Finding, Policy, RULES, Suppression};
use crate::graph::Graph;
use crate::ir::Span;
use crate::personal::{Vocabulary, covers};
use crate::source::{FileId, Sources};
use std::cell::Cell;

/// Rules on exceptions themselves: nothing accepts their findings.
pub(super) const OWN: [&str; 3] = ["expired-exception", "malformed-exception", "unused-exception"];

/// All exceptions of a tree.
pub(crate) struct Exceptions {
    pub(super) all: Vec<Exception>,
    /// Comments that set out to be exceptions: where, and what is wrong.
    pub(super) malformed: Vec<(Span, String)>,
}

/// One of them.
pub(super) struct Exception {
    pub(super) whom: String,
    class: Option<String>,
    rule: Option<String>,
    /// In a comment: file and line of the code that it is about.
    line: Option<(FileId, u32)>,
    /// Where it is written.
    pub(super) span: Span,
    pub(super) expired: bool,
    pub(super) suppression: Suppression,
    pub(super) used: Cell<bool>,
}

impl Exception {
    /// What it accepts, for people: `contact.email -> sentry`.
    pub(super) fn describe(&self) -> String {
        let parts: Vec<&str> = [&self.class, &self.rule].into_iter().flatten().map(String::as_str).collect();
        if parts.is_empty() { self.whom.clone() } else { format!("{} -> {}", parts.join(", "), self.whom) }
    }

    /// Where it stands, for ids.
    pub(super) fn file<'s>(&self, sources: &'s Sources) -> &'s str {
        sources.path(self.span.file)
    }

    fn is_of(&self, rule: &str, whom: &str, class: Option<&str>) -> bool {
        let class_fits = match (&self.class, class) {
            (Some(pattern), Some(class)) => covers(pattern, class),
            (None, _) => true,
            (Some(_), None) => false,
        };
        // What the lock does not have was approved by nobody; only an exception that says so covers it.
        let lock = [super::not_in_lock::RULE.id, super::gone_from_lock::RULE.id];
        let meant = self.rule.is_some() || !lock.contains(&rule);
        meant
            && !self.expired
            && self.whom == whom
            && class_fits
            && self.rule.as_deref().is_none_or(|only| only == rule)
            && !OWN.contains(&rule)
    }
}

impl Exceptions {
    /// Reads the comments and joins them with the register's.
    pub(crate) fn new(sources: &Sources, vocabulary: &Vocabulary, policy: &Policy) -> Self {
        let mut exceptions = Self { all: Vec::new(), malformed: Vec::new() };
        let custom = policy.register.iter().flat_map(|register| &register.custom);
        let rules: Vec<&str> =
            RULES.iter().map(|rule| rule.id).chain(custom.map(|rule| rule.id.as_str())).collect();
        for comment in comment::read(sources, vocabulary, &rules) {
            match comment.says {
                Ok(inline) => {
                    let line = (comment.span.file, comment.line);
                    exceptions.all.push(from_comment(inline, line, comment.span, sources, policy.today));
                }
                Err(why) => exceptions.malformed.push((comment.span, why)),
            }
        }
        if let Some(register) = &policy.register {
            let spans = register.allowed.iter().map(|allow| register.span(allow.at, sources));
            let all = register.allowed.iter().zip(spans);
            exceptions.all.extend(all.map(|(allow, span)| from_register(allow, span, sources, policy.today)));
        }
        exceptions
    }

    /// The exception that covers a place at which a rule found something, if there is one.
    fn at(
        &self,
        sources: &Sources,
        (rule, whom, class): (&str, &str, Option<&str>),
        places: &[Span],
    ) -> Option<usize> {
        self.all.iter().position(|e| {
            e.is_of(rule, whom, class)
                && e.line.is_none_or(|line| places.iter().any(|&span| passes(sources, span, line)))
        })
    }

    /// The exception that covers a flow.
    pub(super) fn of_flow(
        &self,
        graph: &Graph,
        sources: &Sources,
        (rule, whom): (&str, &str),
        index: usize,
    ) -> Option<usize> {
        let flow = &graph.flows[index];
        let mut places = vec![flow.source.span, flow.sink.span];
        // A step may be the call that a whole handler is passed to; only where it begins is its own.
        places.extend(flow.path.iter().map(|step| Span { end: step.span.start, ..step.span }));
        self.at(sources, (rule, whom, Some(&flow.class)), &places)
    }

    /// The exception that covers all these places, each perhaps by another one; the first of them.
    pub(super) fn of_places(
        &self,
        sources: &Sources,
        of: (&str, &str, Option<&str>),
        places: &[Span],
    ) -> Option<Vec<usize>> {
        if places.is_empty() {
            return self.at(sources, of, &[]).map(|index| vec![index]);
        }
        places.iter().map(|&span| self.at(sources, of, &[span])).collect()
    }

    /// Accepts a finding.
    pub(super) fn accept(&self, finding: &mut Finding, by: &[usize]) {
        for &index in by {
            self.all[index].used.set(true);
        }
        if let Some(&first) = by.first() {
            finding.suppressed = Some(self.all[first].suppression.clone());
        }
    }
}

/// True if a span touches the line.
fn passes(sources: &Sources, span: Span, (file, line): (FileId, u32)) -> bool {
    if span.file != file {
        return false;
    }
    let end = Span { start: span.end.saturating_sub(1).max(span.start), ..span };
    (sources.locate(span).line..=sources.locate(end).line).contains(&line)
}

fn from_comment(
    inline: Inline,
    line: (FileId, u32),
    span: Span,
    sources: &Sources,
    today: Option<Day>,
) -> Exception {
    Exception {
        whom: inline.whom,
        class: inline.class,
        rule: inline.rule,
        line: Some(line),
        span,
        expired: today.is_some_and(|today| inline.until < today),
        suppression: Suppression {
            in_source: true,
            reason: inline.reason,
            until: inline.until.to_string(),
            at: sources.at(span),
        },
        used: Cell::new(false),
    }
}

fn from_register(allow: &Allow, span: Span, sources: &Sources, today: Option<Day>) -> Exception {
    let (Whom::Processor(whom) | Whom::Host(whom)) = &allow.whom;
    Exception {
        whom: whom.clone(),
        class: allow.class.clone(),
        rule: allow.rule.clone(),
        line: None,
        span,
        expired: today.is_some_and(|today| allow.until < today),
        suppression: Suppression {
            in_source: false,
            reason: allow.reason.clone(),
            until: allow.until.to_string(),
            at: sources.at(span),
        },
        used: Cell::new(false),
    }
}
