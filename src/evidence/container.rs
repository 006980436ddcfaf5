//! Containers: images, charts and variables in Dockerfiles, docker-compose, Kubernetes and Helm.

use super::tree::{At, Format, Node};
use super::{File, Found, How, Kind, env};

pub(super) static KIND: Kind = Kind {
    id: "container",
    title: "containers: Dockerfile, docker-compose, Kubernetes, Helm charts and values",
    files: &["Dockerfile*", "*.dockerfile", "*.yml", "*.yaml"],
    code: false,
    read: |file, found| {
        let name = file.name();
        if name.starts_with("Dockerfile") || name.ends_with(".dockerfile") {
            dockerfile(file, found);
        } else if is_container(file) {
            for document in file.documents(Format::Yaml, found) {
                walk(document, found, 0);
            }
        }
    },
};

fn is_container(file: &File<'_>) -> bool {
    let name = file.name();
    let compose = name.contains("compose") && file.text.contains("services:");
    let cluster = file.text.contains("apiVersion:") && file.text.contains("kind:");
    compose || cluster || name == "Chart.yaml" || name.starts_with("values") || name == "kustomization.yaml"
}

fn walk(node: &Node, found: &mut Found, depth: usize) {
    if depth > 32 {
        return;
    }
    for entry in node.entries() {
        match entry.key.as_str() {
            "image" => image(&entry.value, found),
            "env" | "environment" | "data" | "stringData" | "extraEnv" | "envVars" => {
                variables(&entry.value, found)
            }
            "dependencies" => charts(&entry.value, found),
            _ => {}
        }
        // Where a chart is kept is not where data goes.
        let origin =
            ["repository", "home", "icon", "sources", "url", "$schema"].contains(&entry.key.as_str());
        if let Some(text) = entry.value.text().filter(|_| !origin) {
            found.address(entry.value.at, text, How::Setting);
        }
        if entry.key != "sources" {
            walk(&entry.value, found, depth + 1);
        }
    }
    for item in node.items() {
        walk(item, found, depth + 1);
    }
}

/// `registry/owner/name:tag` without its registry and tag.
fn image(node: &Node, found: &mut Found) {
    let Some((at, text)) = node
        .text()
        .map(|text| (node.at, text))
        .or_else(|| node.get("repository").and_then(|r| Some((r.at, r.text()?))))
    else {
        return;
    };
    found.component(at, "image", image_name(text));
}

fn image_name(text: &str) -> &str {
    let text = text.split('@').next().unwrap_or(text);
    let from = text.rfind('/').map_or(0, |slash| slash + 1);
    let text = text[from..].find(':').map_or(text, |colon| &text[..from + colon]);
    match text.split_once('/') {
        Some((registry, name)) if registry.contains('.') || registry.contains(':') => name,
        _ => text,
    }
}

/// A map of names, a list of `NAME=value`, or a list of `{ name, value }`.
fn variables(node: &Node, found: &mut Found) {
    for entry in node.entries() {
        env::assigned(found, entry.at, &entry.key, entry.value.written().unwrap_or_default());
    }
    for item in node.items() {
        if let Some(text) = item.text() {
            let (name, value) = text.split_once('=').unwrap_or((text, ""));
            env::assigned(found, item.at, name, value);
        } else if let Some(name) = item.get("name") {
            let value = item.get("value").and_then(Node::written).unwrap_or_default();
            env::assigned(found, name.at, name.text().unwrap_or_default(), value);
        }
    }
}

/// `dependencies: [{ name: datadog, repository: https://helm.datadoghq.com }]`
fn charts(node: &Node, found: &mut Found) {
    for item in node.items() {
        if let Some(name) = item.get("name") {
            found.component(name.at, "helm-chart", name.text().unwrap_or_default());
        }
    }
}

/// `FROM image`, `ENV NAME=value`, `ARG NAME`
fn dockerfile(file: &File<'_>, found: &mut Found) {
    let mut from = false;
    for (at, line) in file.lines() {
        let (word, rest) = line.trim().split_once(char::is_whitespace).unwrap_or((line.trim(), ""));
        match word.to_ascii_uppercase().as_str() {
            "FROM" => {
                from = true;
                let name = rest.split_whitespace().find(|part| !part.starts_with("--")).unwrap_or_default();
                found.component(at, "image", image_name(name));
            }
            "ENV" | "ARG" => {
                let (name, value) = rest.split_once(['=', ' ']).unwrap_or((rest, ""));
                env::assigned(found, at, name, value);
            }
            _ => {}
        }
    }
    if !from && !file.text.trim().is_empty() {
        found.problem(At::default(), "a Dockerfile without `FROM`");
    }
}
