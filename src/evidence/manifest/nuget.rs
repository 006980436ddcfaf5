//! NuGet: project files, central package management, `packages.config` and `packages.lock.json`.

use crate::evidence::tree::{At, Format, xml};
use crate::evidence::{File, Found, Kind};

pub(in crate::evidence) static KIND: Kind = Kind {
    id: "nuget",
    title: "NuGet: *.csproj, packages.config, Directory.Packages.props, packages.lock.json",
    files: &[
        "*.csproj",
        "*.fsproj",
        "*.vbproj",
        "packages.config",
        "Directory.Packages.props",
        "Directory.Build.props",
        "packages.lock.json",
    ],
    code: false,
    read: |file, found| {
        if file.name() == "packages.lock.json" { locked(file, found) } else { project(file, found) }
    },
};

const ECOSYSTEM: &str = "nuget";

fn project(file: &File<'_>, found: &mut Found) {
    let Some(document) = xml(file.text, found) else { return };
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = match node.tag_name().name() {
            "PackageReference" | "PackageVersion" | "GlobalPackageReference" => {
                node.attribute("Include").or_else(|| node.attribute("Update"))
            }
            "package" => node.attribute("id"),
            _ => None,
        };
        let Some(name) = name else { continue };
        let child = node.children().find(|c| c.tag_name().name() == "Version").and_then(|c| c.text());
        let version = node.attribute("Version").or_else(|| node.attribute("version")).or(child);
        let private = node.attribute("PrivateAssets").is_some_and(|a| a.eq_ignore_ascii_case("all"))
            || node.attribute("developmentDependency") == Some("true");
        let range = node.range();
        found.wants(At::new(range.start, range.end), ECOSYSTEM, name, version, private);
    }
}

fn locked(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Json, found) else { return };
    for framework in root.below("dependencies") {
        for entry in framework.value.entries() {
            found.locks(entry.at, ECOSYSTEM, &entry.key, entry.value.str("resolved"));
        }
    }
}
