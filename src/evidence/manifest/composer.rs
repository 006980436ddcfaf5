//! `composer.json` and `composer.lock`.

use super::project;
use crate::evidence::tree::{Format, Node};
use crate::evidence::{File, Found, Kind};

pub(in crate::evidence) static KIND: Kind = Kind {
    id: "composer",
    title: "Composer: composer.json, composer.lock",
    files: &["composer.json", "composer.lock"],
    code: false,
    read: |file, found| {
        if file.name() == "composer.lock" { locked(file, found) } else { manifest(file, found) }
    },
};

const ECOSYSTEM: &str = "composer";

fn manifest(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Json, found) else { return };
    project(root.get("name"), root.get("homepage"), found);
    for (group, development) in [("require", false), ("require-dev", true)] {
        // Names without a vendor are PHP itself and its extensions.
        for entry in root.below(group).iter().filter(|entry| entry.key.contains('/')) {
            found.wants(entry.at, ECOSYSTEM, &entry.key, entry.value.text(), development);
        }
    }
}

fn locked(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Json, found) else { return };
    for group in ["packages", "packages-dev"] {
        for package in root.get(group).map_or(&[][..], Node::items) {
            if let Some(name) = package.get("name") {
                found.locks(name.at, ECOSYSTEM, name.text().unwrap_or_default(), package.str("version"));
            }
        }
    }
}
