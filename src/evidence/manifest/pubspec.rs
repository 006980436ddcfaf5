//! Dart and Flutter: `pubspec.yaml` and `pubspec.lock`.

use super::{project, version};
use crate::evidence::tree::Format;
use crate::evidence::{File, Found, Kind};

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
    project(root.get("name"), root.get("homepage"), found);
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
