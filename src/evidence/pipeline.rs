//! Pipelines of telemetry: where OpenTelemetry Collector, Fluent Bit, Fluentd, Vector and Logstash send what they take.

use super::manifest::all_quoted;
use super::tree::{At, Format, Node};
use super::{Fact, File, Found, How, Kind};
use std::collections::BTreeSet;

pub(super) static KIND: Kind = Kind {
    id: "pipeline",
    title: "OpenTelemetry Collector, Fluent Bit, Fluentd, Vector and Logstash outputs",
    files: &["*.yml", "*.yaml", "*.conf", "vector*.toml", "vector*.json"],
    code: false,
    read,
};

fn read(file: &File<'_>, found: &mut Found) {
    let (name, text) = (file.name(), file.text);
    let format = match name.rsplit('.').next() {
        Some("toml") => Format::Toml,
        Some("json") => Format::Json,
        Some("conf") => return lines(file, found),
        _ => Format::Yaml,
    };
    let collector = text.contains("exporters:") && (text.contains("receivers:") || text.contains("service:"));
    let fluent = text.contains("pipeline:") && text.contains("outputs:");
    let vector = name.starts_with("vector") || text.contains("sinks:") && text.contains("sources:");
    if !collector && !fluent && !vector {
        return;
    }
    for root in file.documents(format, found) {
        if collector {
            exporters(root, found);
        }
        if fluent {
            for output in root.path("pipeline.outputs").map_or(&[][..], Node::items) {
                part(output, "name", "fluent-output", found);
            }
        }
        if vector {
            for sink in root.below("sinks") {
                part(&sink.value, "type", "vector-sink", found);
            }
        }
    }
}

/// Only what a pipeline of the service uses sends anything. Below `spec.config` when Kubernetes runs it.
fn exporters(root: &Node, found: &mut Found) {
    let root = root.path("spec.config").or_else(|| root.get("config")).unwrap_or(root);
    let used: BTreeSet<&str> = root
        .below("service.pipelines")
        .iter()
        .flat_map(|pipeline| pipeline.value.get("exporters").map_or(&[][..], Node::items))
        .filter_map(Node::text)
        .collect();
    for exporter in root.below("exporters") {
        if root.get("service").is_some() && !used.contains(exporter.key.as_str()) {
            continue;
        }
        let name = exporter.key.split('/').next().unwrap_or(&exporter.key);
        found.component(exporter.at, "otel-exporter", name);
        hosts(&exporter.value, found);
    }
}

fn part(node: &Node, key: &str, kind: &'static str, found: &mut Found) {
    if let Some(name) = node.get(key) {
        found.component(name.at, kind, name.text().unwrap_or_default());
        hosts(node, found);
    }
}

/// Addresses and bare hosts among the settings of an output.
fn hosts(node: &Node, found: &mut Found) {
    let mut seen: Vec<(At, String, String)> = Vec::new();
    node.leaves("", &mut |path, at, value| {
        if let Some(text) = value.text() {
            seen.push((at, path.to_owned(), text.to_owned()));
        }
    });
    for (at, path, text) in seen {
        destination(at, &path, &text, found);
    }
}

fn destination(at: At, key: &str, text: &str, found: &mut Found) {
    if text.contains("://") {
        return found.address(at, text, How::Request);
    }
    let key = key.rsplit('.').next().unwrap_or(key).to_ascii_lowercase();
    let names = ["endpoint", "host", "hosts", "site", "address", "endpoints", "url"];
    if names.contains(&key.as_str())
        && let Some(host) = super::host(text.split('/').next().unwrap_or(text))
    {
        found.add(at, Fact::Host { host, how: How::Request });
    }
}

/// What the lines of a file stand in.
#[derive(PartialEq)]
enum Section {
    None,
    /// `[OUTPUT]` of Fluent Bit.
    Bit,
    /// `<match …>` of Fluentd.
    Match,
    /// `output {` of Logstash.
    Stash,
}

fn lines(file: &File<'_>, found: &mut Found) {
    let text = file.text;
    if !["[OUTPUT]", "[output]", "<match", "output {", "output{"].iter().any(|mark| text.contains(mark)) {
        return;
    }
    let mut section = Section::None;
    let mut depth = 0_i64;
    for (at, line) in file.lines() {
        let line = line.trim();
        if line.starts_with('#') {
            continue;
        }
        if line.starts_with('[') && !line.contains("=>") {
            section = if line.eq_ignore_ascii_case("[output]") { Section::Bit } else { Section::None };
            if !line.ends_with(']') {
                found.problem(at, "a section without its end");
            }
        } else if line.starts_with("<match") {
            section = Section::Match;
        } else if line.starts_with("</match") {
            section = Section::None;
        } else if line.starts_with("output") && line.ends_with('{') && section == Section::None {
            (section, depth) = (Section::Stash, 1);
        } else {
            setting(at, line, &section, depth, found);
            if section == Section::Stash {
                depth += line.matches('{').count() as i64 - line.matches('}').count() as i64;
                section = if depth <= 0 { Section::None } else { Section::Stash };
            }
        }
    }
    if matches!(section, Section::Stash | Section::Match) {
        found.problem(At::default(), "a block has no end");
    }
}

fn setting(at: At, line: &str, section: &Section, depth: i64, found: &mut Found) {
    let (key, value) = line.split_once([' ', '\t']).unwrap_or((line, ""));
    let value = value.trim();
    match section {
        Section::Bit if key.eq_ignore_ascii_case("name") => {
            found.component(at, "fluent-output", &value.to_ascii_lowercase());
        }
        Section::Match if key == "@type" => found.component(at, "fluent-output", value),
        Section::Stash
            if depth == 1 && line.ends_with('{') && !key.starts_with("if") && !key.starts_with('}') =>
        {
            found.component(at, "logstash-output", key.trim_end_matches('{'));
        }
        Section::Stash if value.starts_with("=>") => {
            for text in all_quoted(value) {
                destination(at, key, text, found);
            }
        }
        Section::Bit | Section::Match => destination(at, key, value, found),
        _ => {}
    }
}
