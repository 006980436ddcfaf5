//! JUnit's XML as Jenkins reads it: a suite for each vendor, in it a test for each rule. A test fails where a finding fails
//! the run; lighter findings are its output. What nobody could read is a skipped test, so that it is not silently fine.

use super::{Format, Report, words};
use crate::policy::{Finding, RULES, Severity};
use crate::vendor::VendorId;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::collections::BTreeMap;
use std::io;

pub(super) const FORMAT: Format =
    Format { name: "junit", about: "test results (JUnit XML): a suite a vendor, a test a rule", write };

/// A test: what fails it, what it only prints, and what somebody accepted.
#[derive(Default)]
struct Case {
    name: String,
    failures: Vec<String>,
    worst: Option<Severity>,
    notes: Vec<String>,
    accepted: Vec<String>,
}

impl Case {
    fn skipped(&self) -> bool {
        self.failures.is_empty() && !self.accepted.is_empty()
    }
}

struct Suite {
    name: String,
    cases: Vec<Case>,
}

fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let suites = suites(report);
    let total = |count: fn(&Case) -> bool| {
        suites.iter().flat_map(|suite| &suite.cases).filter(|case| count(case)).count().to_string()
    };
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("testsuites")
        .with_attribute(("name", clean(&format!("vendorflow {}", report.target.name)).as_str()))
        .with_attribute(("tests", total(|_| true).as_str()))
        .with_attribute(("failures", total(|case| !case.failures.is_empty()).as_str()))
        .with_attribute(("errors", "0"))
        .write_inner_content(|xml| suites.iter().try_for_each(|suite| write_suite(xml, suite)))?;
    writeln!(out)
}

/// Vendors in use with every rule; others with the rules that have something to say; then what was read.
fn suites(report: &Report) -> Vec<Suite> {
    let mut found: BTreeMap<Option<VendorId>, BTreeMap<&str, Case>> = BTreeMap::new();
    for processor in &report.graph.processors {
        let cases = RULES.iter().map(|rule| (rule.id, Case::default())).collect();
        found.insert(Some(processor.vendor), cases);
    }
    for finding in report.shown() {
        let case = found.entry(finding.vendor).or_default().entry(&finding.rule).or_default();
        let text = text(report, finding);
        if finding.suppressed.is_some() {
            case.accepted.push(text);
        } else if finding.severity >= report.style.fail_on {
            case.worst = case.worst.max(Some(finding.severity));
            case.failures.push(text);
        } else {
            case.notes.push(text);
        }
    }
    let name = |vendor: Option<VendorId>| {
        vendor.map_or("nobody we know", |vendor| report.catalogue.vendor(vendor).name.as_str()).to_owned()
    };
    let mut suites: Vec<Suite> = found
        .into_iter()
        .map(|(vendor, cases)| Suite {
            name: name(vendor),
            cases: cases.into_iter().map(|(rule, case)| Case { name: rule.to_owned(), ..case }).collect(),
        })
        .collect();
    let everything =
        Case { name: "everything was read".into(), accepted: words::gaps(report), ..Case::default() };
    suites.push(Suite { name: "coverage".into(), cases: vec![everything] });
    suites
}

fn text(report: &Report, finding: &Finding) -> String {
    let at = finding.at.map_or_else(String::new, |span| format!("{}: ", report.at(span)));
    format!("{at}{}; vendorflow explain {}", words::message(finding), finding.id)
}

fn write_suite<W: io::Write>(xml: &mut Writer<W>, suite: &Suite) -> io::Result<()> {
    let count = |of: fn(&Case) -> bool| suite.cases.iter().filter(|case| of(case)).count().to_string();
    xml.create_element("testsuite")
        .with_attribute(("name", clean(&suite.name).as_str()))
        .with_attribute(("tests", count(|_| true).as_str()))
        .with_attribute(("failures", count(|case| !case.failures.is_empty()).as_str()))
        .with_attribute(("errors", "0"))
        .with_attribute(("skipped", count(Case::skipped).as_str()))
        .write_inner_content(|xml| suite.cases.iter().try_for_each(|case| write_case(xml, suite, case)))?;
    Ok(())
}

fn write_case<W: io::Write>(xml: &mut Writer<W>, suite: &Suite, case: &Case) -> io::Result<()> {
    let class = format!("vendorflow.{}", suite.name);
    let element = xml
        .create_element("testcase")
        .with_attribute(("classname", clean(&class).as_str()))
        .with_attribute(("name", clean(&case.name).as_str()));
    if case.failures.is_empty() && case.notes.is_empty() && case.accepted.is_empty() {
        element.write_empty()?;
        return Ok(());
    }
    element.write_inner_content(|xml| {
        if let (Some(first), Some(worst)) = (case.failures.first(), case.worst) {
            let more = case.failures.len() - 1;
            let more = if more > 0 { format!(" (and {more} more)") } else { String::new() };
            xml.create_element("failure")
                .with_attribute(("type", worst.name()))
                .with_attribute(("message", clean(&format!("{first}{more}")).as_str()))
                .write_text_content(BytesText::new(&clean(&case.failures.join("\n"))))?;
        } else if case.skipped() {
            xml.create_element("skipped")
                .with_attribute(("message", clean(&case.accepted.join("\n")).as_str()))
                .write_empty()?;
        }
        let accepted: &[String] = if case.skipped() { &[] } else { &case.accepted };
        let rest: Vec<&str> = case.notes.iter().chain(accepted).map(String::as_str).collect();
        if !rest.is_empty() {
            xml.create_element("system-out").write_text_content(BytesText::new(&clean(&rest.join("\n"))))?;
        }
        Ok(())
    })?;
    Ok(())
}

/// XML has no way to write most control characters.
fn clean(text: &str) -> String {
    let allowed = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    text.chars()
        .map(|c| if allowed(c) && !matches!(c, '\u{fffe}' | '\u{ffff}') { c } else { '\u{fffd}' })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn written(report: &Report) -> String {
        let mut out = Vec::new();
        write(report, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn tests_fail_where_the_run_fails() {
        let mut report = sample::report();
        let errors = written(&report);
        assert!(errors.contains("type=\"error\"") && !errors.contains("type=\"warning\""), "{errors}");
        report.style.fail_on = Severity::Warning;
        assert!(written(&report).contains("type=\"warning\""));
        report.style.suppressed = true;
        assert!(written(&report).contains("<skipped message=\"src/errors.ts:6: identifier.user_id"));
    }

    #[test]
    fn any_text_is_well_formed() {
        let mut report = sample::report();
        report.target.name = "a<b>&\"'\u{1}\u{ffff}]]>".into();
        for finding in &mut report.findings {
            finding.message = "\u{0}\u{8}]]> <![CDATA[ & \" ' \n é".into();
        }
        let text = written(&report);
        let document = roxmltree::Document::parse(&text).unwrap();
        assert!(document.root_element().attribute("name").unwrap().contains("a<b>&\"'"));
    }
}
