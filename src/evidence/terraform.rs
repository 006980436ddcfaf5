//! Terraform: providers, resources, charts and variables.
//!
//! Lines of `provider "x"` and `resource "x" "y"` tell what is asked; a grammar of the whole language would cost more
//! build time than it finds.

use super::manifest::all_quoted;
use super::tree::At;
use super::{File, Found, How, Kind, env};

pub(super) static KIND: Kind = Kind {
    id: "terraform",
    title: "Terraform and OpenTofu: providers, resources, variables",
    files: &["*.tf", "*.tofu", "*.tfvars"],
    code: false,
    read,
};

fn read(file: &File<'_>, found: &mut Found) {
    let (mut depth, mut chart) = (0_i64, false);
    for (at, line) in file.lines() {
        let text = line.trim();
        if text.starts_with('#') || text.starts_with("//") {
            continue;
        }
        let parts = all_quoted(text);
        match (
            text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default(),
            parts.as_slice(),
        ) {
            ("provider", [name, ..]) => found.component(at, "terraform-provider", name),
            ("resource" | "data", [name, ..]) => {
                chart = *name == "helm_release";
                found.component(at, "terraform-resource", name);
            }
            ("source", [name]) if !name.starts_with('.') && name.split('/').count() == 2 => {
                let provider = name.rsplit('/').next().unwrap_or(name);
                found.component(at, "terraform-provider", &provider.to_ascii_lowercase());
            }
            ("chart", [name]) if chart => found.component(at, "helm-chart", name),
            (name, _) if text[name.len()..].trim_start().starts_with('=') => {
                env::assigned(found, at, name, parts.first().copied().unwrap_or_default());
            }
            _ => {}
        }
        // `name = "SENTRY_DSN"` in the definition of a container.
        if let ("name" | "key", Some(name)) =
            (text.split([' ', '=']).next().unwrap_or_default(), parts.first())
        {
            found.variable(at, name);
        }
        for part in parts {
            found.address(at, part, How::Setting);
        }
        depth += text.matches('{').count() as i64 - text.matches('}').count() as i64;
    }
    if depth != 0 {
        found.problem(At::default(), "braces do not match");
    }
}
