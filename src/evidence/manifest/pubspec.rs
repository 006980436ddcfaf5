//! Dart and Flutter: `pubspec.yaml` and `pubspec.lock`.

use super::version;
use crate::evidence::tree::Format;
use crate::evidence::{Fact, File, Found, How, Kind};

pub(in crate::evidence) static KIND: Kind = Kind {
    id: "pub",
    title: "pub: pubspec.yaml, pubspec.lock",
    files: &["pubspec.yaml", "pubspec.lock"],
    code: false,
    read: |file, found| {
        if file.name() == "pubspec.lock" { locked(file, found) } else { manifest(file, found) }
    },
};

const ECOSYSTEM: &str = "pub";

fn manifest(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Yaml, found) else { return };
    if let Some(name) = root.get("name")
        && let Some(text) = name.text()
    {
        found.add(name.at, Fact::Project { name: text.to_owned() });
    }
    if let Some(home) = root.get("homepage") {
        found.address(home.at, home.text().unwrap_or_default(), How::Home);
    }
    for (group, development) in [("dependencies", false), ("dev_dependencies", true)] {
        for entry in root.below(group) {
            found.wants(entry.at, ECOSYSTEM, &entry.key, version(&entry.value), development);
        }
    }
}

fn locked(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Yaml, found) else { return };
    for entry in root.below("packages") {
        found.locks(entry.at, ECOSYSTEM, &entry.key, entry.value.str("version"));
    }
}
