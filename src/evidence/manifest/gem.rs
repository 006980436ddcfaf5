//! `Gemfile`, `Gemfile.lock` and gemspecs.

use super::{all_quoted, within};
use crate::evidence::tree::At;
use crate::evidence::{File, Found, Kind};

pub(in crate::evidence) static KIND: Kind = Kind {
    id: "gem",
    title: "Bundler: Gemfile, Gemfile.lock, *.gemspec",
    files: &["Gemfile", "gems.rb", "Gemfile.lock", "gems.locked", "*.gemspec"],
    code: false,
    read: |file, found| {
        if matches!(file.name(), "Gemfile.lock" | "gems.locked") {
            locked(file, found)
        } else {
            gemfile(file, found)
        }
    },
};

const ECOSYSTEM: &str = "gem";
const DEVELOPMENT: [&str; 5] = [":development", ":test", ":lint", ":ci", "group: :dev"];

/// `gem "name", "1.2.3", group: :test`, alone or in a `group … do` block.
fn gemfile(file: &File<'_>, found: &mut Found) {
    let mut blocks: Vec<bool> = Vec::new();
    for (at, line) in file.lines() {
        let text = line.split(" #").next().unwrap_or(line).trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let development =
            |text: &str| DEVELOPMENT.iter().any(|word| text.contains(word)) && !text.contains(":production");
        if text.ends_with(" do")
            || text.contains(" do |")
            || text.starts_with("if ")
            || text.starts_with("unless ")
        {
            blocks.push(text.starts_with("group") && development(text));
        } else if text == "end" && blocks.pop().is_none() {
            found.problem(at, "`end` without its `do`");
        }
        let asks = text.starts_with("gem ") || text.starts_with("gem(");
        let runtime = text.contains("add_dependency") || text.contains("add_runtime_dependency");
        let build = text.contains("add_development_dependency");
        if !asks && !runtime && !build {
            continue;
        }
        let parts = all_quoted(text);
        let Some(name) = parts.first() else {
            found.problem(at, "a gem without a name");
            continue;
        };
        let development = build || blocks.contains(&true) || asks && development(text);
        found.wants(within(at, line, name), ECOSYSTEM, name, parts.get(1).copied(), development);
    }
    if !blocks.is_empty() {
        found.problem(At::default(), "a block has no `end`");
    }
}

/// `    name (1.2.3)` below `specs:`; what a gem needs stands deeper.
fn locked(file: &File<'_>, found: &mut Found) {
    let mut any = false;
    for (at, line) in file.lines() {
        any |= line.trim() == "specs:";
        let Some(text) = line.strip_prefix("    ").filter(|text| !text.starts_with(' ')) else { continue };
        if let Some((name, version)) = text.split_once(" (") {
            let version = version.trim_end_matches(')');
            // `1.2.3-x86_64-linux`: the platform is no part of the version.
            found.locks(at, ECOSYSTEM, name, version.split('-').next());
        }
    }
    if !any {
        found.problem(At::default(), "no lock file of Bundler: `specs:` is missing");
    }
}
