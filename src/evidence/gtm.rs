//! Exports of Google Tag Manager containers: every tag is somebody who gets what the page hands to the manager.

use super::tree::{Format, Node};
use super::{File, Found, How, Kind, markup};

pub(super) static KIND: Kind = Kind {
    id: "gtm",
    title: "Google Tag Manager: exports of containers",
    files: &[
        "GTM-*.json",
        "gtm*.json",
        "*tag-manager*.json",
        "*tagmanager*.json",
        "*container*.json",
        "*_workspace*.json",
    ],
    code: false,
    read,
};

fn read(file: &File<'_>, found: &mut Found) {
    let named = file.name().to_ascii_lowercase().starts_with("gtm");
    if !named && !file.text.contains("\"containerVersion\"") {
        return;
    }
    let Some(root) = file.document(Format::Json, found) else { return };
    let Some(version) = root.get("containerVersion") else {
        if named {
            found.problem(root.at, "no `containerVersion`");
        }
        return;
    };
    found.component(version.at, "gtm-container", "export");
    let templates = version.get("customTemplate").map_or(&[][..], Node::items);
    for tag in version.get("tag").map_or(&[][..], Node::items) {
        let paused = tag.get("paused").and_then(Node::written) == Some("true");
        let Some(kind) = tag.get("type").filter(|_| !paused) else { continue };
        let name = kind.text().unwrap_or_default();
        match name.strip_prefix("cvt_") {
            Some(id) => {
                // `cvt_<container>_<template>`
                let id = id.rsplit('_').next().unwrap_or(id);
                let template = templates
                    .iter()
                    .find(|t| t.str("templateId") == Some(id))
                    .or(templates.first().filter(|_| templates.len() == 1));
                if let Some(gallery) = template.and_then(|t| t.get("galleryReference")) {
                    let part = |key: &str| gallery.str(key).unwrap_or_default();
                    found.component(
                        kind.at,
                        "gtm-template",
                        &format!("{}/{}", part("owner"), part("repository")),
                    );
                }
            }
            None => found.component(kind.at, "gtm-tag", name),
        }
        for parameter in tag.get("parameter").map_or(&[][..], Node::items) {
            let Some(value) = parameter.get("value") else { continue };
            let text = value.text().unwrap_or_default();
            if parameter.str("key") == Some("html") {
                html(text, value, found);
            } else {
                found.address(value.at, text, How::Request);
            }
        }
    }
}

/// What a tag of free HTML loads; its text is escaped in the file, so that the whole value is the place.
fn html(text: &str, value: &Node, found: &mut Found) {
    let mut inner = Found::new(found.file);
    markup::markup(text, 0, &mut inner);
    markup::loaders(text, &mut inner);
    for seen in inner.seen {
        found.add(value.at, seen.fact);
    }
}
