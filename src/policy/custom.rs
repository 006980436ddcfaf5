//! Rules of the organisation's own, as data: which flows are denied, except which, and expressions in CEL for what tables
//! cannot say.
//!
//! A rule sees facts: one for each flow and for each class that SDK or server add. It breaks where `deny` (and `when`)
//! hold and `allow` does not. All conditions of a table have to hold; of the values of a condition, one.

use super::{Context, Finding, Severity, countries, written};
use crate::graph;
use crate::ir::Span;
use crate::personal::covers;
use crate::vendor::{VendorId, near};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A rule of the organisation's own.
#[derive(Clone, Debug)]
pub struct Custom {
    /// Kebab-case, and no built-in rule's.
    pub id: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What is the case, in a few words.
    pub message: String,
    /// What to do.
    pub fix: String,
    /// The provision or decision it stands on.
    pub reason: String,
    /// What it denies; everything, where only an expression says more.
    pub(crate) deny: Conditions,
    /// What is left out of that.
    pub(crate) allow: Option<Conditions>,
    /// CEL: must hold too.
    pub(crate) when: Option<String>,
    /// Offset of its id.
    pub(crate) at: usize,
}

/// Conditions: an empty list asks nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Conditions {
    pub(crate) processor: Vec<String>,
    pub(crate) purpose: Vec<String>,
    pub(crate) class: Vec<String>,
    pub(crate) country: Vec<String>,
    pub(crate) surface: Vec<String>,
    pub(crate) protection: Vec<String>,
}

/// Stands for every country of the European Economic Area.
pub(crate) const EEA: &str = "EEA";

/// What a rule may ask of a flow.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fact {
    pub(crate) processor: String,
    pub(crate) purpose: String,
    pub(crate) country: String,
    pub(crate) class: String,
    pub(crate) field: String,
    pub(crate) surface: String,
    pub(crate) protection: String,
    pub(crate) confidence: String,
    pub(crate) automatic: bool,
    pub(crate) call: String,
    pub(crate) file: String,
    pub(crate) scope: String,
    pub(crate) status: String,
}

/// Names that expressions may use, with what they stand for.
pub(crate) const VARIABLES: [(&str, &str); 13] = [
    ("automatic", "true where SDK or server add it"),
    ("call", "what hands it over: `mixpanel.people.set`"),
    ("class", "id of the class: `contact.email`"),
    ("confidence", "low, medium, high"),
    ("country", "seat of the processor: `US`"),
    ("field", "what the code calls it: `user.email`"),
    ("file", "where it enters: `src/account.ts`"),
    ("processor", "id of the vendor: `mixpanel`"),
    ("protection", "none, hashed, masked, truncated, encrypted, rounded"),
    ("purpose", "what the processor is used for"),
    ("scope", "the function it enters in"),
    ("status", "in the register: approved, under-review, terminated, or empty"),
    ("surface", "browser, server, mobile, desktop, ci"),
];

impl Fact {
    /// One to try an expression on.
    pub(crate) fn plain() -> Self {
        Self {
            processor: "mixpanel".to_owned(),
            purpose: "product-analytics".to_owned(),
            country: "US".to_owned(),
            class: "contact.email".to_owned(),
            field: "user.email".to_owned(),
            surface: "browser".to_owned(),
            protection: "none".to_owned(),
            confidence: "high".to_owned(),
            automatic: false,
            call: "mixpanel.people.set".to_owned(),
            file: "src/account.ts".to_owned(),
            scope: "onLogin".to_owned(),
            status: "approved".to_owned(),
        }
    }

    fn get(&self, name: &str) -> cel::Value {
        let text = match name {
            "automatic" => return cel::Value::Bool(self.automatic),
            "call" => &self.call,
            "class" => &self.class,
            "confidence" => &self.confidence,
            "country" => &self.country,
            "field" => &self.field,
            "file" => &self.file,
            "scope" => &self.scope,
            "processor" => &self.processor,
            "protection" => &self.protection,
            "purpose" => &self.purpose,
            "status" => &self.status,
            _ => &self.surface,
        };
        cel::Value::from(text.as_str())
    }
}

impl Conditions {
    /// True where nothing is asked.
    pub(crate) fn is_empty(&self) -> bool {
        let Self { processor, purpose, class, country, surface, protection } = self;
        [processor, purpose, class, country, surface, protection].iter().all(|list| list.is_empty())
    }

    fn hold(&self, fact: &Fact) -> bool {
        let any = |list: &[String], is: &dyn Fn(&str) -> bool| list.is_empty() || list.iter().any(|v| is(v));
        any(&self.processor, &|v| v == fact.processor)
            && any(&self.purpose, &|v| v == fact.purpose)
            && any(&self.class, &|v| covers(v, &fact.class))
            && any(&self.country, &|v| {
                v == fact.country
                    || (v == EEA && !fact.country.is_empty() && !countries::is_third_country(&fact.country))
            })
            && any(&self.surface, &|v| v == fact.surface)
            && any(&self.protection, &|v| v == fact.protection)
    }
}

/// A compiled expression.
pub(crate) struct Expression {
    program: cel::Program,
    env: Arc<cel::Env>,
}

impl Expression {
    /// Compiles it; tells what is wrong with it in one line.
    pub(crate) fn new(text: &str) -> Result<Self, String> {
        let env = Arc::new(cel::Env::stdlib());
        let program = env.compile(text).map_err(|why| {
            let first = why.errors.first();
            first.map_or_else(String::new, |e| format!("column {}: {}", e.pos.1, e.msg.replace('\n', " ")))
        })?;
        // What a macro such as `exists(p, …)` binds is known inside it.
        let bound = |name: &str| text.contains(&format!("({name},")) || text.contains(&format!("( {name},"));
        let known = |name: &str| bound(name) || VARIABLES.iter().any(|(variable, _)| *variable == name);
        let references = program.references();
        let mut unknown: Vec<&str> = references.variables().into_iter().filter(|name| !known(name)).collect();
        unknown.sort_unstable();
        if let Some(name) = unknown.first() {
            let names: Vec<&str> = VARIABLES.iter().map(|(name, _)| *name).collect();
            return Err(format!(
                "nothing is called `{name}`{}; known: {}",
                near::hint(name, names.iter().copied()),
                names.join(", ")
            ));
        }
        Ok(Self { program, env })
    }

    /// True or false for a fact.
    pub(crate) fn holds(&self, fact: &Fact) -> Result<bool, String> {
        let mut context = cel::Context::with_env(Arc::clone(&self.env));
        for (name, _) in VARIABLES {
            context.add_variable_from_value(name, fact.get(name));
        }
        match self.program.execute(&context) {
            Ok(cel::Value::Bool(is)) => Ok(is),
            Ok(_) => Err("it must be true or false, and is neither".to_owned()),
            Err(why) => Err(why.to_string()),
        }
    }
}

impl Custom {
    /// True where a fact breaks it.
    pub(crate) fn breaks(&self, when: Option<&Expression>, fact: &Fact) -> Result<bool, String> {
        if !self.deny.hold(fact) || self.allow.as_ref().is_some_and(|allow| allow.hold(fact)) {
            return Ok(false);
        }
        when.map_or(Ok(true), |when| when.holds(fact))
    }

    /// Its expression, if it has one.
    pub(crate) fn expression(&self) -> Result<Option<Expression>, String> {
        self.when.as_deref().map(Expression::new).transpose()
    }
}

/// A fact with where it is: a flow, or a place.
struct Seen {
    vendor: VendorId,
    fact: Fact,
    flow: Option<usize>,
    at: Span,
}

/// Findings of the organisation's own rules.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(register) = context.policy.register.as_ref().filter(|r| !r.custom.is_empty()) else {
        return Vec::new();
    };
    let seen = facts(context);
    register.custom.iter().flat_map(|rule| apply(context, rule, &seen)).collect()
}

fn facts(context: &Context<'_>) -> Vec<Seen> {
    let mut seen = Vec::new();
    for (index, flow) in context.graph.flows.iter().enumerate() {
        let mut fact = about(context, flow.vendor);
        fact.class.clone_from(&flow.class);
        fact.field.clone_from(&flow.field);
        fact.surface = flow.surface.name().to_owned();
        fact.protection = flow.protection.name().to_owned();
        fact.confidence = flow.confidence.name().to_owned();
        fact.call.clone_from(&flow.call);
        context.sources.path(flow.source.span.file).clone_into(&mut fact.file);
        fact.scope.clone_from(&flow.source.function);
        seen.push(Seen { vendor: flow.vendor, fact, flow: Some(index), at: flow.sink.span });
    }
    for added in context.graph.collected.iter().filter(|c| c.active) {
        let surfaces = context.graph.processor(added.vendor).into_iter().flat_map(|p| &p.surfaces);
        for surface in surfaces {
            let mut fact = about(context, added.vendor);
            fact.class.clone_from(&added.class);
            fact.field.clone_from(&added.from);
            fact.surface = surface.name().to_owned();
            fact.protection = "none".to_owned();
            fact.confidence = "high".to_owned();
            fact.automatic = true;
            context.sources.path(added.at.file).clone_into(&mut fact.file);
            seen.push(Seen { vendor: added.vendor, fact, flow: None, at: added.at });
        }
    }
    seen
}

/// What is the same for all that goes to a vendor.
fn about(context: &Context<'_>, vendor: VendorId) -> Fact {
    let entry = context.entry(vendor);
    let country =
        entry.and_then(|e| e.country.as_deref()).unwrap_or(&context.catalogue.vendor(vendor).country);
    Fact {
        processor: context.id(vendor).to_owned(),
        purpose: context.purpose(vendor).to_owned(),
        country: country.to_owned(),
        status: entry.map_or("", |e| e.status.name()).to_owned(),
        ..Fact::default()
    }
}

/// One finding for each processor and class; what is accepted stands apart.
fn apply(context: &Context<'_>, rule: &Custom, seen: &[Seen]) -> Vec<Finding> {
    // It was compiled when the register was read.
    let Ok(when) = rule.expression() else { return Vec::new() };
    let mut causes: BTreeMap<_, Vec<&Seen>> = BTreeMap::new();
    let mut failed: Option<String> = None;
    for one in seen {
        match rule.breaks(when.as_ref(), &one.fact) {
            Ok(true) => {
                let accepted = one.flow.is_some_and(|index| context.accepted_flow(&rule.id, index).is_some());
                let key = (one.vendor, one.fact.class.as_str(), one.fact.automatic, accepted);
                causes.entry(key).or_default().push(one);
            }
            Ok(false) => {}
            Err(why) => failed = failed.or(Some(why)),
        }
    }
    let mut findings: Vec<Finding> = causes
        .into_iter()
        .filter_map(|((vendor, class, ..), seen)| finding(context, rule, vendor, class, &seen))
        .collect();
    if let (Some(why), Some(register)) = (failed, &context.policy.register) {
        let mut finding = bare(rule, &["failed"]);
        finding.at = Some(register.span(rule.at, context.sources));
        finding.message = format!("`when` of {} cannot be answered for every flow: {why}", rule.id);
        finding.fix = format!("correct `when` of [custom.{}]", rule.id);
        findings.push(finding);
    }
    findings
}

fn finding(
    context: &Context<'_>,
    rule: &Custom,
    vendor: VendorId,
    class: &str,
    seen: &[&Seen],
) -> Option<Finding> {
    let at = seen.iter().map(|one| one.at).min()?;
    let automatic = seen.iter().all(|one| one.fact.automatic);
    let fields: BTreeSet<&str> = seen.iter().map(|one| one.fact.field.as_str()).collect();
    let mut finding = bare(rule, &[context.id(vendor), class, if automatic { "automatic" } else { "" }]);
    finding.vendor = Some(vendor);
    finding.class = Some(class.to_owned());
    finding.flows = seen.iter().filter_map(|one| one.flow).collect();
    finding.at = Some(at);
    let how = if automatic { "by itself" } else { "from" };
    let from = if automatic { String::new() } else { format!(" {}", written::quoted(&fields)) };
    finding.message = format!("{}: {} gets {class} {how}{from}", rule.message, context.name(vendor));
    let places: BTreeSet<Span> = seen.iter().map(|one| one.at).filter(|span| *span != at).collect();
    finding.related = places.into_iter().map(|span| (span, class.to_owned())).collect();
    Some(finding)
}

fn bare(rule: &Custom, cause: &[&str]) -> Finding {
    Finding {
        id: graph::digest(&[&[rule.id.as_str()], cause].concat()),
        rule: rule.id.clone().into(),
        severity: rule.severity,
        vendor: None,
        class: None,
        flows: Vec::new(),
        message: String::new(),
        fix: rule.fix.clone(),
        at: None,
        reason: rule.reason.clone(),
        related: Vec::new(),
        suppressed: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(when: &str) -> Result<bool, String> {
        Expression::new(when)?.holds(&Fact::plain())
    }

    #[test]
    fn expressions_see_every_variable() {
        assert!(VARIABLES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (name, _) in VARIABLES {
            let seen = ask(&format!("{name} == {name} && string({name}) != ''"));
            assert_eq!(seen, Ok(true), "{name}");
        }
        assert_eq!(ask("class.startsWith('contact.') && country == 'US'"), Ok(true));
        assert_eq!(ask("processor in ['sentry', 'datadog'] || automatic"), Ok(false));
        assert_eq!(ask("['src/', 'lib/'].exists(folder, file.startsWith(folder))"), Ok(true));
    }

    #[test]
    fn what_cannot_be_answered_says_why() {
        for (when, wanted) in [
            ("clas == 'contact.email'", "nothing is called `clas`; did you mean `class`?"),
            ("class ==", "column"),
            ("class", "true or false"),
            ("class > 3", ""),
            ("", ""),
            ("frobnicate(class)", ""),
            ("'\u{0}", ""),
        ] {
            let why = ask(when).unwrap_err();
            assert!(why.contains(wanted) && !why.is_empty() && !why.contains('\n'), "{when}: {why}");
        }
    }

    #[test]
    fn of_conditions_all_and_of_values_one_must_hold() {
        let list = |values: &[&str]| values.iter().map(|&v| v.to_owned()).collect::<Vec<String>>();
        let deny = Conditions {
            class: list(&["special.*", "contact.*"]),
            country: list(&["US"]),
            ..Conditions::default()
        };
        let fact = Fact::plain();
        assert!(deny.hold(&fact));
        assert!(!deny.hold(&Fact { country: "DE".to_owned(), ..fact.clone() }));
        assert!(!deny.hold(&Fact { class: "device.os_browser".to_owned(), ..fact.clone() }));
        let within = Conditions { country: list(&["EEA"]), ..Conditions::default() };
        assert!(!within.hold(&fact) && within.hold(&Fact { country: "DE".to_owned(), ..fact.clone() }));
        assert!(!within.hold(&Fact { country: String::new(), ..fact }), "nobody knows where it sits");
    }
}
