//! GitHub Actions: actions that hand something to a vendor, and the variables that workflows set.

use super::tree::{Format, Node};
use super::{File, Found, Kind, env};

pub(super) static KIND: Kind = Kind {
    id: "actions",
    title: "GitHub Actions: workflows and actions",
    files: &[".github/workflows/*.yml", ".github/workflows/*.yaml", "action.yml", "action.yaml"],
    code: false,
    read,
};

fn read(file: &File<'_>, found: &mut Found) {
    let Some(root) = file.document(Format::Yaml, found) else { return };
    environment(root, found);
    if root.get("jobs").is_none() && root.get("runs").is_none() {
        found.problem(root.at, "a workflow without `jobs`");
        return;
    }
    for job in root.below("jobs") {
        environment(&job.value, found);
        action(&job.value, found);
        each_step(&job.value, found);
    }
    if let Some(runs) = root.get("runs") {
        each_step(runs, found);
    }
}

fn each_step(node: &Node, found: &mut Found) {
    for step in node.get("steps").map_or(&[][..], Node::items) {
        environment(step, found);
        action(step, found);
    }
}

fn environment(node: &Node, found: &mut Found) {
    for entry in node.below("env") {
        env::assigned(found, entry.at, &entry.key, entry.value.written().unwrap_or_default());
    }
}

/// `uses: owner/name/path@version`
fn action(node: &Node, found: &mut Found) {
    let Some(uses) = node.get("uses") else { return };
    let name = uses.text().unwrap_or_default().split('@').next().unwrap_or_default();
    if !name.starts_with('.') {
        found.component(uses.at, "github-action", name);
    }
}
