//! What we write for services is what they publish that they take (`tests/schemas`).

use super::{ALL, Coverage, Report, Target};
use crate::graph::Graph;
use crate::policy::{Basis, Severity};
use crate::sample;
use crate::source::Sources;
use roxmltree::{Document, Node};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

fn published(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(file);
    std::fs::read_to_string(path).unwrap()
}

/// Reports of all shapes: as it is, with what was accepted, with findings that have no place, and without anything.
fn reports() -> Vec<Report> {
    let mut shown = sample::report();
    shown.style.suppressed = true;
    shown.style.fail_on = Severity::Note;
    let mut odd = sample::report();
    odd.target.name = "a\u{7}<b> \"c\" & d".into();
    for finding in &mut odd.findings {
        finding.at = None;
        finding.flows.clear();
        finding.related.clear();
        finding.vendor = None;
        finding.class = None;
        finding.message = "x".repeat(9000);
        finding.fix = "y".repeat(9000);
    }
    let target = Target { name: "empty".into(), revision: None };
    let basis = Basis { vocabulary: Arc::new(sample::vocabulary()), ..Basis::default() };
    let empty = Report::new(target, Graph::default(), Coverage::default(), Sources::default(), basis);
    vec![sample::report(), shown, odd, empty]
}

fn written(name: &str) -> Vec<String> {
    let format = ALL.iter().find(|format| format.name == name).unwrap();
    let write = |report: &Report| {
        let mut out = Vec::new();
        (format.write)(report, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    reports().iter().map(write).collect()
}

fn json(name: &str) -> Vec<Value> {
    written(name).iter().map(|text| serde_json::from_str(text).unwrap()).collect()
}

fn holds(schema: &str, documents: &[Value]) {
    let schema: Value = serde_json::from_str(&published(schema)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for document in documents {
        let errors: Vec<String> = validator
            .iter_errors(document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
    }
}

#[test]
fn sarif_is_sarif() {
    holds("sarif-2.1.0.json", &json("sarif"));
}

#[test]
fn gitlab_sast_is_what_gitlab_takes() {
    let documents = json("gitlab-sast");
    holds("gitlab-sast-15.0.7.json", &documents);
    for document in &documents {
        let all = document["vulnerabilities"].as_array().unwrap();
        let first = |v: &Value| (v["location"].to_string(), v["identifiers"][0]["value"].to_string());
        let distinct: BTreeSet<_> = all.iter().map(first).collect();
        assert_eq!(distinct.len(), all.len(), "GitLab folds what is the same");
    }
}

#[test]
fn gitlab_code_quality_is_what_gitlab_takes() {
    for document in json("gitlab-code-quality") {
        let issues = document.as_array().unwrap();
        holds("gitlab-code-quality.json", issues);
        let mut fingerprints = BTreeSet::new();
        for issue in issues {
            let severity = issue["severity"].as_str().unwrap();
            assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity), "{issue}");
            assert!(issue["check_name"].is_string() && issue["location"]["path"].is_string(), "{issue}");
            assert!(issue["location"]["lines"]["begin"].as_u64() > Some(0), "{issue}");
            assert!(fingerprints.insert(issue["fingerprint"].to_string()), "{issue}");
        }
    }
}

#[test]
fn rdjson_is_what_reviewdog_takes() {
    holds("rdjson.json", &json("rdjson"));
}

/// An element of the XSD: its attributes, and whether each must be there; what may stand in it; whether text may.
struct Element {
    attributes: BTreeMap<String, bool>,
    children: BTreeSet<String>,
    text: bool,
}

/// Reads as much of XSD as `junit-10.xsd` uses: no order, as nothing in it has one that matters.
fn elements(xsd: &Document<'_>) -> BTreeMap<String, Element> {
    let named = |node: &Node<'_, '_>, tag: &str| node.has_tag_name(("http://www.w3.org/2001/XMLSchema", tag));
    let declared = xsd.root_element().children().filter(|node| named(node, "element"));
    declared
        .map(|node| {
            let mut element = Element {
                attributes: BTreeMap::new(),
                children: BTreeSet::new(),
                text: node.has_attribute("type"),
            };
            for inner in node.descendants() {
                element.text |= inner.attribute("mixed") == Some("true");
                if named(&inner, "attribute") {
                    let required = inner.attribute("use") == Some("required");
                    element.attributes.insert(inner.attribute("name").unwrap().to_owned(), required);
                } else if named(&inner, "element")
                    && let Some(name) = inner.attribute("ref")
                {
                    element.children.insert(name.to_owned());
                }
            }
            (node.attribute("name").unwrap().to_owned(), element)
        })
        .collect()
}

#[test]
fn junit_is_what_jenkins_takes() {
    let xsd = published("junit-10.xsd");
    let xsd = Document::parse(&xsd).unwrap();
    let elements = elements(&xsd);
    let mut seen = BTreeSet::new();
    for text in written("junit") {
        let document = Document::parse(&text).unwrap();
        assert_eq!(document.root_element().tag_name().name(), "testsuites");
        for node in document.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            seen.insert(name.to_owned());
            let element = &elements[name];
            for attribute in node.attributes() {
                assert!(element.attributes.contains_key(attribute.name()), "{name} {}", attribute.name());
            }
            for (attribute, _) in element.attributes.iter().filter(|(_, required)| **required) {
                assert!(node.has_attribute(attribute.as_str()), "{name} has no {attribute}");
            }
            for child in node.children() {
                let fits = if child.is_element() {
                    element.children.contains(child.tag_name().name())
                } else {
                    element.text || child.text().is_none_or(|text| text.trim().is_empty())
                };
                assert!(fits, "{child:?} in {name}");
            }
            counts(&node);
        }
    }
    let all = ["failure", "skipped", "system-out", "testcase", "testsuite", "testsuites"];
    assert!(all.iter().all(|name| seen.contains(*name)), "{seen:?}");
}

/// The numbers of a suite are those of its tests.
fn counts(node: &Node<'_, '_>) {
    let cases: Vec<Node<'_, '_>> = node.descendants().filter(|n| n.has_tag_name("testcase")).collect();
    let with = |tag: &str| {
        cases.iter().filter(|case| case.children().any(|child| child.has_tag_name(tag))).count().to_string()
    };
    for (attribute, count) in
        [("tests", cases.len().to_string()), ("failures", with("failure")), ("skipped", with("skipped"))]
    {
        if let Some(told) = node.attribute(attribute) {
            assert_eq!(told, count, "{attribute} of {node:?}");
        }
    }
}
