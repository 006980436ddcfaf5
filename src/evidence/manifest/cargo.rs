//! `Cargo.toml` and `Cargo.lock`.

use super::version;
use crate::evidence::tree::{Format, Node};
use crate::evidence::{File, Found, Kind};

pub(in crate::evidence) static KIND: Kind = Kind {
    id: "cargo",
    title: "Cargo: Cargo.toml, Cargo.lock",
    files: &["Cargo.toml", "Cargo.lock"],
    code: false,
    read: |file, found| if file.name() == "Cargo.lock" { locked(file, found) } else { manifest(file, found) },
};

const ECOSYSTEM: &str = "cargo";

fn manifest(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Toml, found) else { return };
    let mut places = vec![root];
    places.extend(root.get("workspace"));
    places.extend(root.below("target").iter().map(|entry| &entry.value));
    for place in places {
        for (group, development) in
            [("dependencies", false), ("build-dependencies", true), ("dev-dependencies", true)]
        {
            for entry in place.below(group) {
                let name = entry.value.str("package").unwrap_or(&entry.key);
                found.wants(entry.at, ECOSYSTEM, name, version(&entry.value), development);
            }
        }
    }
}

fn locked(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Toml, found) else { return };
    for package in root.get("package").map_or(&[][..], Node::items) {
        if let Some(name) = package.get("name") {
            found.locks(name.at, ECOSYSTEM, name.text().unwrap_or_default(), package.str("version"));
        }
    }
}
