//! Configuration files of vendors' own tools and agents: which exist, and the switches in them.

use super::tree::Format;
use super::{File, Found, How, Kind};

pub(super) static KIND: Kind = Kind {
    id: "setting",
    title: "vendors' own files: sentry.properties, newrelic.yml and .ini, datadog.yaml, appsettings.json, application.yml",
    files: &[
        "sentry.properties",
        ".sentryclirc",
        "newrelic.yml",
        "newrelic.ini",
        "datadog.yaml",
        "datadog.yml",
        "appsettings*.json",
        "application*.properties",
        "application*.yml",
        "application*.yaml",
        "sentry.yml",
        "sentry.options.json",
    ],
    code: false,
    read,
};

fn read(file: &File<'_>, found: &mut Found) {
    let name = file.name();
    match name {
        "sentry.properties" | ".sentryclirc" | "newrelic.ini" => {
            let of = if name == "newrelic.ini" { "newrelic-ini" } else { "sentry-properties" };
            properties(file, of, found);
        }
        "newrelic.yml" => tree(file, Format::Yaml, "newrelic-yml", found),
        "datadog.yaml" | "datadog.yml" => tree(file, Format::Yaml, "datadog-yaml", found),
        "sentry.yml" => tree(file, Format::Yaml, "sentry-properties", found),
        "sentry.options.json" => tree(file, Format::Json, "sentry-options", found),
        _ if name.ends_with(".json") => tree(file, Format::Json, "appsettings", found),
        _ if name.ends_with(".properties") => properties(file, "application", found),
        _ => tree(file, Format::Yaml, "application", found),
    }
}

/// Every scalar under its dotted path.
fn tree(file: &File<'_>, format: Format, of: &'static str, found: &mut Found) {
    let mut seen = Vec::new();
    for root in file.documents(format, found) {
        root.leaves("", &mut |path, at, value| {
            if let Some(text) = value.written() {
                seen.push((at, path.to_owned(), text.to_owned()));
            }
        });
    }
    for (at, path, text) in seen {
        found.setting(at, of, &path, &text);
        let tail = path.rsplit('.').next().unwrap_or(&path);
        if ["site", "host"].contains(&tail)
            && let Some(host) = super::host(&text)
        {
            found.add(at, super::Fact::Host { host, how: How::Setting });
        }
    }
}

/// `key=value` lines, in sections where the file has them.
fn properties(file: &File<'_>, of: &'static str, found: &mut Found) {
    for (at, line) in file.lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with(['#', ';', '!']) {
            continue;
        }
        if line.starts_with('[') {
            if !line.ends_with(']') {
                found.problem(at, "a section without its end");
            }
            continue;
        }
        match line.split_once('=').or_else(|| line.split_once(": ")) {
            Some((path, value)) => found.setting(at, of, path, value),
            None => found.problem(at, "not a line of `key=value`"),
        }
    }
}
