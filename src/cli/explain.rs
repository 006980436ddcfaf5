//! `vendorflow explain`: why is this reported? Asks by flow, finding, class, vendor, rule or name.

use super::output::{Colour, Tree, to_stdout};
use crate::Report;
use crate::error::{Error, Exit};
use crate::personal::{Class, Judgement, Personal, Vocabulary};
use crate::policy::{self, Custom, Files, Policy, RULES, Rule};
use crate::report;
use crate::source::Sources;
use crate::vendor::{Catalogue, Vendor, VendorId, near};
use std::fmt::Write as _;
use std::path::PathBuf;

/// Explain a flow, finding, class, vendor, rule or name
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  vendorflow explain contact.email\n  vendorflow explain mixpanel\n  \
                        vendorflow explain excessive-data\n  vendorflow explain name user.email\n  \
                        vendorflow explain 0123456789abcdef --path web/")]
pub(super) struct Args {
    /// Id of a flow or finding, class, vendor or rule; or `name` and a dotted name
    #[arg(required = true, num_args = 1..=2, value_name = "WHAT")]
    what: Vec<String>,
    /// The tree that a flow or finding is from
    #[arg(long, default_value = ".", value_name = "PATH")]
    path: PathBuf,
    /// Colours
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    color: Colour,
    #[command(flatten)]
    tree: Tree,
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let text = answer(args)?;
    to_stdout(|out| out.write_all(text.as_bytes()))?;
    Ok(Exit::Clean)
}

fn answer(args: &Args) -> Result<String, Error> {
    let (personal, catalogue) = crate::knowledge(args.tree.vendors())?;
    let what = match args.what.as_slice() {
        [word, name] if word == "name" => return Ok(explain_name(&personal, name)),
        [what] => what.as_str(),
        _ => return Err(Error::Unknown("two words make sense only as `explain name user.email`".to_owned())),
    };
    if let Some(rule) = policy::rule(what) {
        return Ok(explain_rule(rule));
    }
    if let Some(class) = personal.vocabulary.class(what) {
        return Ok(explain_class(class, &personal.vocabulary));
    }
    if let Some(id) = by_name(&catalogue, what) {
        return explain_vendor(catalogue.vendor(id), &catalogue);
    }
    if is_id(what) {
        let mut report = args.tree.audit(&args.path)?;
        report.style = args.color.style();
        return explain_id(&report, what).ok_or_else(|| {
            Error::Unknown(format!("no flow or finding `{what}` in {}", args.path.display()))
        });
    }
    let mut sources = Sources::default();
    let files = Files::gather(&args.path, args.tree.config(), false, &mut sources)?;
    let policy = Policy::read(&files, &sources, &personal.vocabulary)?;
    let own = policy.register.iter().flat_map(|register| &register.custom);
    if let Some(rule) = own.clone().find(|rule| rule.id == what) {
        return Ok(explain_own(rule));
    }
    let known = RULES.iter().map(|r| r.id).chain(own.map(|rule| rule.id.as_str()));
    let known = known.chain(personal.vocabulary.classes.iter().map(|c| c.id.as_str()));
    let known = known.chain(catalogue.vendors().map(|v| v.id.as_str()));
    Err(Error::Unknown(format!("nothing is called `{what}`{}", near::hint(what, known))))
}

/// 16 hex digits, perhaps numbered.
fn is_id(what: &str) -> bool {
    let hash = what.split('-').next().unwrap_or(what);
    hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit())
}

fn by_name(catalogue: &Catalogue, name: &str) -> Option<VendorId> {
    catalogue.by_id(name).or_else(|| {
        catalogue.ids().find(|&id| {
            let vendor = catalogue.vendor(id);
            vendor.name.eq_ignore_ascii_case(name) || vendor.id.eq_ignore_ascii_case(name)
        })
    })
}

/// The vendor of this id or name, or what is near it.
pub(super) fn find_vendor(catalogue: &Catalogue, name: &str) -> Result<VendorId, Error> {
    by_name(catalogue, name).ok_or_else(|| {
        let known = catalogue.vendors().map(|v| v.id.as_str());
        Error::Unknown(format!("no vendor `{name}` in the catalogue{}", near::hint(name, known)))
    })
}

/// Writing to a string cannot fail.
macro_rules! say {
    ($out:expr, $($text:tt)*) => { let _ = writeln!($out, $($text)*); };
}

fn explain_rule(rule: &Rule) -> String {
    let mut out = String::new();
    say!(out, "{} ({}): {}\n", rule.id, rule.severity.name(), rule.about);
    say!(out, "{}\n", rule.help.why);
    say!(out, "Example: {}", rule.help.example);
    say!(out, "Fix:     {}", rule.help.fix);
    say!(out, "Reason:  {}", rule.help.article);
    out
}

/// A rule of the organisation's own.
fn explain_own(rule: &Custom) -> String {
    let mut out = String::new();
    say!(out, "{} ({}, a rule of your own): {}\n", rule.id, rule.severity.name(), rule.message);
    say!(out, "Fix:     {}", rule.fix);
    say!(out, "Reason:  {}", rule.reason);
    out
}

fn explain_class(class: &Class, vocabulary: &Vocabulary) -> String {
    let mut out = String::new();
    say!(
        out,
        "{}: {} identifier, sensitivity {}",
        class.id,
        class.identifiability,
        lower(&class.sensitivity)
    );
    if let Some(article) = &class.article {
        say!(out, "GDPR: {article}");
    }
    say!(out, "fides: {}; DPV: {}", class.fides, class.dpv);
    say!(out, "ENISA: context {} of 4, identification {} alone", class.dpc, class.ei);
    if let Some(role) = class.lure {
        say!(out, "Role in a phishing message: {}", lower(&role));
    }
    for (judgement, words) in [
        (Judgement::Allowed, "Normally needed for"),
        (Judgement::Questionable, "Needs a recorded reason for"),
        (Judgement::Excessive, "Exceeds the baseline for"),
        (Judgement::Denied, "Denied for"),
    ] {
        let purposes: Vec<&str> = vocabulary
            .purposes
            .iter()
            .map(|p| p.id.as_str())
            .filter(|p| vocabulary.judge(p, &class.id) == judgement)
            .collect();
        if !purposes.is_empty() {
            say!(out, "{words}: {}", purposes.join(", "));
        }
    }
    out
}

fn lower(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}

fn explain_vendor(vendor: &Vendor, catalogue: &Catalogue) -> Result<String, Error> {
    let mut out = Vec::new();
    report::entry(vendor, catalogue, &mut out)?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

fn explain_name(personal: &Personal, name: &str) -> String {
    let reading = personal.read_name(name);
    let mut out = String::new();
    say!(out, "{name}: {}", reading.class.as_deref().unwrap_or("no personal data by its name"));
    for why in &reading.why {
        say!(out, "  {why}");
    }
    out
}

fn explain_id(report: &Report, id: &str) -> Option<String> {
    let mut out = String::new();
    if let Some(finding) = report.findings.iter().find(|f| f.id == id) {
        let at = finding.at.map_or_else(String::new, |span| format!(" at {}", line(report, span)));
        say!(out, "{}[{}]{at}: {}", finding.severity.name(), finding.rule, finding.message);
        say!(out, "Fix:    {}", finding.fix);
        say!(out, "Reason: {}", finding.reason);
        if let Some(by) = &finding.suppressed {
            say!(out, "Accepted until {} in {}: {}", by.until, by.at, by.reason);
        }
        for (span, what) in &finding.related {
            say!(out, "  {}: {what}", line(report, *span));
        }
        for &index in &finding.flows {
            say!(out, "");
            explain_flow(report, index, &mut out);
        }
        return Some(out);
    }
    let index = report.flow_ids.iter().position(|flow| flow == id)?;
    explain_flow(report, index, &mut out);
    Some(out)
}

fn explain_flow(report: &Report, index: usize, out: &mut String) {
    let flow = &report.graph.flows[index];
    let vendor = &report.catalogue.vendor(flow.vendor).name;
    say!(out, "Flow {}: {} ({}) goes to {vendor}", report.flow_ids[index], flow.field, flow.class);
    let evidence: Vec<String> = flow.identified_by.iter().map(lower).collect();
    say!(out, "  {} confidence, by {}", lower(&flow.confidence), evidence.join(", "));
    let mut last = String::new();
    let mut step = |span, what: &str| {
        let at = line(report, span);
        say!(out, "  {at}: {what}");
        if at != last {
            say!(out, "      {}", code(report, span));
        }
        last = at;
    };
    step(flow.source.span, &format!("{} enters in {}", flow.field, flow.source.function));
    for passed in &flow.path {
        step(passed.span, &passed.what);
    }
    step(flow.sink.span, &format!("{} sends it in {}", flow.call, flow.sink.function));
}

fn line(report: &Report, span: crate::ir::Span) -> String {
    let at = report.sources.locate(span);
    format!("{}:{}", at.file, at.line)
}

/// The source line, cut where nobody reads on.
fn code(report: &Report, span: crate::ir::Span) -> String {
    let number = report.sources.locate(span).line as usize;
    let line = report.sources.text(span.file).lines().nth(number.saturating_sub(1)).unwrap_or("");
    line.trim().chars().take(120).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn flows_and_findings_are_found_by_id() {
        let report = sample::report();
        for id in report.flow_ids.iter().chain(report.findings.iter().map(|f| &f.id)) {
            assert!(is_id(id), "{id}");
            assert!(explain_id(&report, id).is_some(), "{id}");
        }
        let text = explain_id(&report, &report.flow_ids[0]).unwrap();
        assert!(text.contains("src/account.ts:4"), "{text}");
        assert!(explain_id(&report, "0000000000000000").is_none());
    }

    #[test]
    fn every_rule_and_class_is_explained() {
        let vocabulary = sample::vocabulary();
        for rule in RULES {
            assert!(explain_rule(rule).contains(rule.about));
        }
        for class in &vocabulary.classes {
            assert!(explain_class(class, &vocabulary).contains(&class.fides));
        }
    }

    #[test]
    fn a_slip_in_a_vendor_gets_a_hint() {
        let sample = sample::sample();
        let error = find_vendor(&sample.basis.catalogue, "mixpannel").unwrap_err().to_string();
        assert!(error.contains("`mixpanel`"), "{error}");
        assert!(find_vendor(&sample.basis.catalogue, "Mixpanel").is_ok());
    }
}
