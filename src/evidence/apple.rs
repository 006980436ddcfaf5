//! Apple platforms: `Info.plist`, the privacy manifest, the Firebase file. A plist is a list of keys, each followed by
//! its value.

use super::tree::{At, xml};
use super::{Fact, File, Found, How, Kind};

pub(super) static KIND: Kind = Kind {
    id: "apple",
    title: "Apple: Info.plist, PrivacyInfo.xcprivacy, GoogleService-Info.plist",
    files: &["*Info.plist", "*.xcprivacy"],
    code: false,
    read,
};

fn read(file: &File<'_>, found: &mut Found) {
    let Some(document) = xml(file.text, found) else { return };
    let of = match file.name() {
        name if name.ends_with(".xcprivacy") => "privacy-manifest",
        "GoogleService-Info.plist" => "google-service-info",
        _ => "info-plist",
    };
    let Some(root) = document.root_element().children().find(|n| n.tag_name().name() == "dict") else {
        found.problem(At::default(), "a property list without a dictionary");
        return;
    };
    if of == "google-service-info" {
        let range = root.range();
        found.component(At::new(range.start, range.end), "firebase-config", "apple");
    }
    dictionary(root, "", of, found, 0);
}

fn dictionary(
    dict: roxmltree::Node<'_, '_>,
    prefix: &str,
    of: &'static str,
    found: &mut Found,
    depth: usize,
) {
    let mut key: Option<(At, &str)> = None;
    for node in dict.children().filter(roxmltree::Node::is_element) {
        let range = node.range();
        let at = At::new(range.start, range.end);
        if node.tag_name().name() == "key" {
            key = Some((at, node.text().unwrap_or_default().trim()));
            continue;
        }
        let Some((at, name)) = key.take() else {
            found.problem(at, "a value without its key");
            continue;
        };
        let path = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") };
        let text = node.text().unwrap_or_default().trim();
        match node.tag_name().name() {
            "true" | "false" => found.setting(at, of, &path, node.tag_name().name()),
            "string" | "integer" | "real" => value(found, at, of, &path, text),
            "dict" if prefix.ends_with("NSExceptionDomains") || name.contains('.') => {
                if let Some(host) = super::host(name) {
                    found.add(at, Fact::Host { host, how: How::Allowed });
                }
            }
            "dict" if depth < 8 => dictionary(node, &path, of, found, depth + 1),
            "array" => {
                for item in node.children().filter(roxmltree::Node::is_element) {
                    let range = item.range();
                    let at = At::new(range.start, range.end);
                    match item.tag_name().name() {
                        "dict" if depth < 8 => dictionary(item, &path, of, found, depth + 1),
                        "string" => value(found, at, of, &path, item.text().unwrap_or_default().trim()),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

fn value(found: &mut Found, at: At, of: &'static str, path: &str, text: &str) {
    if path == "NSPrivacyTrackingDomains" {
        // The application says itself that it talks to them, to track.
        if let Some(host) = super::host(text) {
            found.add(at, Fact::Host { host, how: How::Request });
        }
    } else if path.ends_with("NSPrivacyCollectedDataType") {
        found.component(at, "apple-data-type", text);
    } else {
        found.setting(at, of, path, text);
    }
}
