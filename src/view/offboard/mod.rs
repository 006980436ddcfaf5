//! "We ended vendor X": what is left of it, as an ordered checklist with places.
//!
//! What the audit saw (contacts, packages, routes, wrappers) comes first; then every text of the tree is searched for
//! the vendor's names (`mention.rs`), because documentation, notices and files that nobody parses name it, too.

mod mention;
mod names;

pub(crate) use mention::may_name;

use crate::flow::{Contact, ContactKind};
use crate::graph::{Graph, Installed, Processor};
use crate::ir::Span;
use crate::policy::{Policy, REGISTER, Status};
use crate::source::Sources;
use crate::vendor::{Catalogue, Vendor, VendorId};
use mention::{Finder, Mention};
use std::collections::{BTreeMap, BTreeSet};

/// A step of the checklist.
#[derive(Debug)]
pub(crate) struct Step {
    /// Kebab-case.
    pub id: &'static str,
    /// What to do.
    pub title: &'static str,
}

/// All steps, in the order in which they are best taken: what stops data first, what only names it last.
pub(crate) static STEPS: &[Step] = &[
    Step { id: "forwarder", title: "Stop those who hand on to it: tags and destinations" },
    Step { id: "markup", title: "Take its scripts, pixels and frames out of pages" },
    Step { id: "call", title: "Take out its calls and the requests to it" },
    Step { id: "wrapper", title: "Remove functions that do nothing else, and the calls of them" },
    Step { id: "import", title: "Take out its imports" },
    Step { id: "dependency", title: "Drop its packages" },
    Step { id: "lock-file", title: "Update lock files" },
    Step { id: "mobile", title: "Clean the manifests of mobile apps" },
    Step { id: "infrastructure", title: "Remove it from infrastructure and pipelines" },
    Step { id: "variable", title: "Remove its variables" },
    Step { id: "secret", title: "Delete its secrets in CI, and revoke them at the vendor" },
    Step { id: "policy", title: "Close the security policy to its hosts" },
    Step { id: "record", title: "Close its entries in register and lock" },
    Step { id: "named", title: "Clean up what else names it" },
    Step { id: "notice", title: "Update privacy notices and lists of sub-processors" },
    Step { id: "documentation", title: "Update documentation" },
];

/// Something that is left.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Left {
    /// Relative path.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// What is there.
    pub what: String,
    /// It may stay: history, or a word that need not mean the vendor. It does not count.
    pub stays: bool,
}

/// The answer.
pub(crate) struct Offboard<'a> {
    /// Who.
    pub vendor: &'a Vendor,
    /// What is left, by step; steps without anything are left out. Sorted.
    pub left: Vec<(&'static Step, Vec<Left>)>,
}

impl Offboard<'_> {
    /// Number of places that count.
    pub(crate) fn count(&self) -> usize {
        self.left.iter().flat_map(|(_, left)| left).filter(|left| !left.stays).count()
    }
}

/// What is looked at.
pub(crate) struct Rest<'a> {
    /// What the audit saw.
    pub graph: &'a Graph,
    /// Who the vendors are.
    pub catalogue: &'a Catalogue,
    /// The audited files.
    pub sources: &'a Sources,
    /// Every text of the tree.
    pub texts: &'a Sources,
    /// What the organisation says.
    pub policy: &'a Policy,
    /// Files and folders where the vendor may be named for good.
    pub keep: &'a [String],
}

/// What is left, by id of the step.
type Found = BTreeMap<&'static str, BTreeSet<Left>>;

/// Asks what is left of a vendor.
pub(crate) fn offboard<'a>(rest: &Rest<'a>, id: VendorId) -> Offboard<'a> {
    let mut found = Found::new();
    let routes = || rest.graph.routes.iter().filter(|route| route.to == id);
    for contact in contacts(rest.graph, id).filter(|c| !routes().any(|route| route.span == c.span)) {
        let what = contact.what.as_str();
        rest.add(&mut found, step_of(contact, rest.sources.path(contact.span.file)), contact.span, what);
    }
    for route in routes() {
        let what = format!("{} hands on: {}", rest.catalogue.vendor(route.from).name, route.what);
        rest.add(&mut found, "forwarder", route.span, &what);
    }
    for locked in rest.graph.locked.iter().filter(|locked| locked.vendor == id) {
        rest.add(&mut found, "lock-file", locked.span, &versioned(locked));
    }
    for wrapper in rest.graph.wrappers.iter().filter(|wrapper| wrapper.vendor == id) {
        let what = format!("{} does nothing else", wrapper.site.function);
        rest.add(&mut found, "wrapper", wrapper.site.span, &what);
        for call in &wrapper.calls {
            let what = format!("call of {} in {}", wrapper.site.function, call.function);
            rest.add(&mut found, "wrapper", call.span, &what);
        }
    }
    once_a_line(&mut found);
    rest.mentions(&mut found, id);
    let step = |step: &'static Step| Some((step, found.get(step.id)?.iter().cloned().collect()));
    Offboard { vendor: rest.catalogue.vendor(id), left: STEPS.iter().filter_map(step).collect() }
}

/// One call may be seen in several ways (`client.track`, `[].track`): the plainest is told.
fn once_a_line(found: &mut Found) {
    let Some(calls) = found.get_mut("call") else { return };
    let rank = |left: &Left| (left.what.contains("[]"), left.what.len());
    let mut best: BTreeMap<(String, u32), Left> = BTreeMap::new();
    for left in calls.iter() {
        let known = best.entry((left.file.clone(), left.line)).or_insert_with(|| left.clone());
        if rank(left) < rank(known) {
            *known = left.clone();
        }
    }
    *calls = best.into_values().collect();
}

/// Everything that was seen of a vendor, processor or not.
fn contacts(graph: &Graph, id: VendorId) -> impl Iterator<Item = &Contact> {
    let all = graph.processors.iter().chain(&graph.tools);
    all.filter(move |p: &&Processor| p.vendor == id).flat_map(|p| &p.contacts)
}

fn versioned(installed: &Installed) -> String {
    match &installed.version {
        Some(version) => format!("{} {version}", installed.name),
        None => installed.name.clone(),
    }
}

/// Parts of systems that hand on.
const FORWARDERS: [&str; 5] =
    ["gtm tag", "gtm template", "gtm container", "segment destination", "rudder destination"];
/// Settings of mobile apps.
const MOBILE: [&str; 5] =
    ["android component", "android manifest", "info plist", "google service info", "firebase service"];

fn step_of(contact: &Contact, path: &str) -> &'static str {
    let begins = |words: &[&str]| words.iter().any(|word| contact.what.starts_with(word));
    match contact.kind {
        ContactKind::Import => "import",
        ContactKind::Call | ContactKind::Host => "call",
        ContactKind::Markup => "markup",
        ContactKind::Package if contact.what.contains("(transitive)") => "lock-file",
        ContactKind::Package => "dependency",
        ContactKind::Env if mention::is_ci(path) => "secret",
        ContactKind::Env => "variable",
        ContactKind::Config | ContactKind::Declared if begins(&FORWARDERS) => "forwarder",
        ContactKind::Config | ContactKind::Declared if begins(&MOBILE) => "mobile",
        ContactKind::Declared if begins(&["allowed host"]) => "policy",
        ContactKind::Config | ContactKind::Declared => "infrastructure",
    }
}

fn is_register(path: &str) -> bool {
    path.rsplit('/').next() == Some(REGISTER)
}

impl Rest<'_> {
    fn add(&self, found: &mut Found, step: &'static str, span: Span, what: &str) {
        let place = self.sources.locate(span);
        // The same entry of a lock file is seen by itself and as what a manifest asks for.
        let what = what.trim_end_matches(" (transitive)").to_owned();
        let stays = self.is_kept(&place.file);
        let left = Left { file: place.file, line: place.line, what, stays };
        found.entry(step).or_default().insert(left);
    }

    /// Texts that name it where nothing was seen.
    fn mentions(&self, found: &mut Found, id: VendorId) {
        let seen: BTreeSet<(String, u32)> =
            found.values().flatten().map(|left| (left.file.clone(), left.line)).collect();
        let read: BTreeSet<&str> =
            found.get("lock-file").into_iter().flatten().map(|left| left.file.as_str()).collect();
        let finder = Finder::new(self.catalogue, id);
        let ended = self.has_ended(&self.catalogue.vendor(id).id);
        let mut more: Vec<(&'static str, Left)> = Vec::new();
        for file in self.texts.ids() {
            let path = self.texts.path(file);
            if mention::is_lock_file(path) && read.contains(path) {
                continue;
            }
            for Mention { line, what, sure } in finder.find(path, self.texts.text(file)) {
                if seen.contains(&(path.to_owned(), line)) {
                    continue;
                }
                let stays =
                    !sure || mention::is_history(path) || ended && is_register(path) || self.is_kept(path);
                let left = Left { file: path.to_owned(), line, what, stays };
                more.push((mention::step_of(path, &left.what), left));
            }
        }
        for (step, left) in more {
            found.entry(step).or_default().insert(left);
        }
    }

    /// The register keeps an entry of whom it says that it has ended.
    fn has_ended(&self, vendor: &str) -> bool {
        let register = self.policy.register.as_ref();
        register.and_then(|r| r.entry(vendor)).is_some_and(|entry| entry.status == Status::Terminated)
    }

    fn is_kept(&self, path: &str) -> bool {
        self.keep.iter().any(|keep| {
            let keep = keep.trim_start_matches("./").trim_end_matches('/');
            path.strip_prefix(keep).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::source::SourceFile;

    #[test]
    fn steps_are_unique_and_titled() {
        let ids: BTreeSet<&str> = STEPS.iter().map(|step| step.id).collect();
        assert_eq!(ids.len(), STEPS.len());
        assert!(STEPS.iter().all(|step| !step.title.is_empty()));
    }

    #[test]
    fn what_was_seen_and_what_is_only_named_is_left() {
        let sample = sample::sample();
        let file = |path: &str, text: &str| SourceFile { path: path.into(), text: text.into() };
        let texts = Sources::new(vec![
            file("docs/privacy.md", "We use Mixpanel to count.\n\nmixpanel.com\n"),
            file("CHANGELOG.md", "- drop Mixpanel\n"),
            file("old/notes.txt", "mixpanel\n"),
        ]);
        let keep = ["old/".to_owned()];
        let rest = Rest {
            graph: &sample.graph,
            catalogue: &sample.basis.catalogue,
            sources: &sample.sources,
            texts: &texts,
            policy: &sample.basis.policy,
            keep: &keep,
        };
        let answer = offboard(&rest, sample.graph.processors[0].vendor);
        let left: Vec<(&str, &str, u32, bool)> = answer
            .left
            .iter()
            .flat_map(|(step, left)| left.iter().map(|l| (step.id, l.file.as_str(), l.line, l.stays)))
            .collect();
        assert_eq!(
            left,
            [
                ("import", "src/track, \"v2\".ts", 1, false),
                ("notice", "docs/privacy.md", 1, false),
                ("notice", "docs/privacy.md", 3, false),
                ("documentation", "CHANGELOG.md", 1, true),
                ("documentation", "old/notes.txt", 1, true),
            ]
        );
        assert_eq!(answer.count(), 3);
    }
}
