//! Android: what the manifest declares (permissions, meta-data that SDKs read, components) and the Firebase file.

use super::tree::{At, Format, Node, xml};
use super::{Fact, File, Found, How, Kind};

pub(super) static KIND: Kind = Kind {
    id: "android",
    title: "Android: AndroidManifest.xml, google-services.json, network security configuration",
    files: &["AndroidManifest.xml", "google-services.json", "network_security_config.xml"],
    code: false,
    read: |file, found| match file.name() {
        "google-services.json" => firebase(file, found),
        _ => manifest(file, found),
    },
};

const ANDROID: &str = "http://schemas.android.com/apk/res/android";

fn manifest(file: &File<'_>, found: &mut Found) {
    let Some(document) = xml(file.text, found) else { return };
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let range = node.range();
        let at = At::new(range.start, range.end);
        let attribute = |name: &str| node.attribute((ANDROID, name));
        match (node.tag_name().name(), attribute("name")) {
            ("meta-data", Some(name)) => {
                found.setting(at, "android-manifest", name, attribute("value").unwrap_or_default());
            }
            ("uses-permission" | "uses-permission-sdk-23", Some(name)) => {
                found.component(at, "android-permission", name);
            }
            ("activity" | "service" | "receiver" | "provider", Some(name)) if !name.starts_with('.') => {
                found.component(at, "android-component", name);
            }
            ("domain", _) => {
                if let Some(host) = node.text().and_then(|text| super::host(text.trim())) {
                    found.add(at, Fact::Host { host, how: How::Allowed });
                }
            }
            _ => {}
        }
    }
}

fn firebase(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Json, found) else { return };
    let Some(info) = root.get("project_info") else {
        found.problem(root.at, "no `project_info`");
        return;
    };
    found.component(info.at, "firebase-config", "android");
    if let Some(database) = info.get("firebase_url") {
        found.address(database.at, database.text().unwrap_or_default(), How::Setting);
    }
    for client in root.get("client").map_or(&[][..], Node::items) {
        if let Some(analytics) = client.path("services.analytics_service")
            && !analytics.entries().is_empty()
        {
            found.component(analytics.at, "firebase-service", "analytics");
        }
    }
}
