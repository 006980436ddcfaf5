//! Facts of evidence against the catalogue: which vendors they name, which options they set, which region they choose,
//! who hands on to whom, and who nobody knows.

use super::recipient::{self, Recipient};
use crate::evidence::{Fact, Found, How, Value};
use crate::flow::{Contact, ContactKind, Options, Setting};
use crate::ir::{FileId, Span};
use crate::source::Sources;
use crate::vendor::{self, Catalogue, Resolved, Surface, VendorId, Version};
use std::collections::{BTreeMap, BTreeSet};

/// A package of a vendor that manifests or lock files name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Installed {
    /// The vendor.
    pub vendor: VendorId,
    /// The registry.
    pub ecosystem: &'static str,
    /// As in the registry.
    pub name: String,
    /// Resolved by a lock file, or pinned by the manifest.
    pub version: Option<String>,
    /// The range that a manifest asks for.
    pub asked: Option<String>,
    /// No manifest asks for it; another package brought it.
    pub transitive: bool,
    /// Asked for to build or test only.
    pub development: bool,
    /// Where.
    pub span: Span,
}

/// A processor that hands on to a vendor: a tag of a tag manager, a destination of a platform.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// Who hands on.
    pub from: VendorId,
    /// Who gets it.
    pub to: VendorId,
    /// Where that is configured.
    pub span: Span,
    /// What was seen there.
    pub what: String,
}

/// What evidence outside code says, in the words of the graph.
#[derive(Debug, Default)]
pub struct Declared {
    /// Sights of vendors.
    pub contacts: Vec<Contact>,
    /// Options given in configuration files.
    pub options: Vec<Options>,
    /// Packages of vendors.
    pub installed: Vec<Installed>,
    /// Their versions, by folder.
    pub(crate) resolved: Resolved,
    /// Regions that hosts stand for.
    pub regions: Vec<(VendorId, String)>,
    /// Who hands on to whom.
    pub routes: Vec<Route>,
    /// Third parties that no vendor of the catalogue owns.
    pub recipients: Vec<Recipient>,
}

/// Components that stand for the processor whose other components in the file it hands on to.
const HUBS: [&str; 3] = ["gtm-container", "rudder-workspace", "segment-workspace"];

impl Declared {
    /// Matches facts with the catalogue. `project` is the name of the tree.
    pub(crate) fn new(found: &[Found], sources: &Sources, catalogue: &Catalogue, project: &str) -> Self {
        let mut matcher = Matcher { catalogue, declared: Self::default() };
        matcher.packages(found, sources);
        for file in found {
            matcher.file(file, sources.path(file.file));
        }
        let mut declared = matcher.declared;
        declared.recipients = recipient::unknown(found, catalogue, project);
        declared.contacts.sort();
        declared.contacts.dedup();
        declared.installed.sort();
        declared.installed.dedup();
        declared.regions.sort();
        declared.regions.dedup();
        declared.routes.sort();
        declared.routes.dedup_by(|a, b| (a.from, a.to) == (b.from, b.to));
        declared
    }
}

struct Matcher<'a> {
    catalogue: &'a Catalogue,
    declared: Declared,
}

impl Matcher<'_> {
    fn contact(&mut self, vendor: VendorId, kind: ContactKind, span: Span, what: String, surface: Surface) {
        self.declared.contacts.push(Contact {
            vendor,
            kind,
            span,
            what,
            root: String::new(),
            version: None,
            surface,
            anywhere: false,
        });
    }

    /// Pairs what manifests ask for with what lock files resolved beside or above them.
    fn packages(&mut self, found: &[Found], sources: &Sources) {
        let mut asked: Vec<Installed> = Vec::new();
        let mut locked: Vec<Installed> = Vec::new();
        for seen in found.iter().flat_map(|file| &file.seen) {
            let Fact::Dependency { ecosystem, name, version, asked: range, locked: from_lock, development } =
                &seen.fact
            else {
                continue;
            };
            let Some(root) = self.catalogue.package(ecosystem, name).filter(|root| {
                is_named(root.name.strip_prefix(&format!("{ecosystem}:")).unwrap_or(&root.name), name)
            }) else {
                continue;
            };
            let installed = Installed {
                vendor: root.vendor,
                ecosystem,
                name: name.clone(),
                version: version.clone(),
                asked: range.clone(),
                transitive: *from_lock,
                development: *development,
                span: seen.span,
            };
            if *from_lock { locked.push(installed) } else { asked.push(installed) }
        }
        let folder = |file: FileId| folder(sources, file);
        let mut used = vec![false; locked.len()];
        for wanted in &mut asked {
            let home = folder(wanted.span.file);
            let same = locked.iter().enumerate().filter(|(_, l)| {
                let above = folder(l.span.file);
                let is_above = above.is_empty() || home == above || home.starts_with(&format!("{above}/"));
                (l.ecosystem, &l.name) == (wanted.ecosystem, &wanted.name) && is_above
            });
            let nearest: Vec<(usize, &Installed)> = same.collect();
            for (index, _) in &nearest {
                used[*index] = true;
            }
            let best = nearest
                .iter()
                .max_by_key(|(index, l)| (folder(l.span.file).len(), std::cmp::Reverse(*index)));
            if let Some((_, lock)) = best {
                wanted.version = lock.version.clone().or(wanted.version.take());
            }
        }
        let transitive = locked.into_iter().zip(used).filter(|(_, used)| !used).map(|(lock, _)| lock);
        for installed in asked.into_iter().chain(transitive) {
            let home = folder(installed.span.file);
            self.installed(installed, home);
        }
    }

    fn installed(&mut self, installed: Installed, folder: &str) {
        let root = self.catalogue.package(installed.ecosystem, &installed.name);
        let exact = installed.version.as_deref().and_then(Version::parse);
        let version = exact.or_else(|| Version::lowest(installed.asked.as_deref()?));
        if let (Some(root), Some(version)) = (&root, version) {
            self.declared.resolved.add(root.vendor, &root.name, folder, version);
        }
        let surface = root.and_then(|root| root.surface);
        let surface = surface.unwrap_or_else(|| vendor::ecosystem_surface(installed.ecosystem));
        let mut what = installed.name.clone();
        if let Some(version) = &installed.version {
            what = format!("{what} {version}");
        }
        if installed.transitive {
            what.push_str(" (transitive)");
        }
        if installed.development {
            what.push_str(" (development only)");
        }
        self.contact(installed.vendor, ContactKind::Package, installed.span, what, surface);
        self.declared.installed.push(installed);
    }

    fn file(&mut self, file: &Found, path: &str) {
        let mut parts: Vec<(VendorId, Span, String)> = Vec::new();
        let mut hub: Option<VendorId> = None;
        let mut given: BTreeMap<(VendorId, String), Vec<(String, Setting)>> = BTreeMap::new();
        let mut spans: BTreeMap<(VendorId, String), Span> = BTreeMap::new();
        let surface = surface_of(path);
        for seen in &file.seen {
            match &seen.fact {
                Fact::Host { host, how } => {
                    if let Some(vendor) = self.host(host, *how, seen.span, surface) {
                        parts.push((vendor, seen.span, host.clone()));
                    }
                }
                Fact::Variable { name } => self.variable(name, seen.span, surface),
                Fact::Component { kind, name } => {
                    let Some((vendor, _)) = self.catalogue.trace(kind, name) else { continue };
                    let what = format!("{} {name}", kind.replace('-', " "));
                    if HUBS.contains(kind) {
                        hub = Some(vendor);
                    } else {
                        parts.push((vendor, seen.span, what.clone()));
                    }
                    let use_of = if name == "workspace" { ContactKind::Config } else { use_of(kind) };
                    self.contact(vendor, use_of, seen.span, what, surface_of_component(kind, surface));
                }
                Fact::Setting { of, path, value } => {
                    let Some((vendor, trace)) = self.catalogue.trace(of, path) else { continue };
                    if let Some((option, roots)) = &trace.option {
                        for root in roots {
                            let key = (vendor, root.clone());
                            spans.entry(key.clone()).or_insert(seen.span);
                            given.entry(key).or_default().push((option.clone(), setting(value)));
                        }
                    }
                    let what = format!("{} {path}", of.replace('-', " "));
                    self.contact(vendor, use_of(of), seen.span, what, surface_of_component(of, surface));
                    if let (Some((_, roots)), true) = (&trace.option, *of == "android-manifest")
                        && let Some(contact) = self.declared.contacts.last_mut()
                    {
                        // The SDK starts by itself and reads this: that is a use.
                        contact.root = roots.first().cloned().unwrap_or_default();
                        contact.version =
                            self.declared.resolved.version(vendor, &contact.root, path).cloned();
                    }
                }
                Fact::Dependency { .. } | Fact::Project { .. } => {}
            }
        }
        for ((vendor, root), mut given) in given {
            given.sort_by(|a, b| a.0.cmp(&b.0));
            let span = spans[&(vendor, root.clone())];
            let version = self.declared.resolved.version(vendor, &root, path).cloned();
            self.declared.options.push(Options {
                vendor,
                root,
                version,
                given,
                open: false,
                surface: None,
                span,
            });
        }
        if let Some(from) = hub {
            let routes = parts.into_iter().filter(|(to, ..)| *to != from);
            self.declared.routes.extend(routes.map(|(to, span, what)| Route { from, to, span, what }));
        }
    }

    /// A host of a vendor; the homes of the project are its own.
    fn host(&mut self, host: &str, how: How, span: Span, surface: Surface) -> Option<VendorId> {
        let vendor = self.catalogue.host(host)?;
        if let Some(region) = self.catalogue.region(vendor, host) {
            self.declared.regions.push((vendor, region.to_owned()));
        }
        let (kind, what) = match how {
            How::Script => (ContactKind::Markup, format!("script {host}")),
            How::Image => (ContactKind::Markup, format!("img {host}")),
            How::Frame => (ContactKind::Markup, format!("iframe {host}")),
            How::Form => (ContactKind::Markup, format!("form {host}")),
            How::Link => (ContactKind::Markup, format!("link {host}")),
            How::Request => (ContactKind::Host, host.to_owned()),
            How::Allowed => (ContactKind::Declared, format!("allowed host {host}")),
            How::Variable => (ContactKind::Env, format!("value names {host}")),
            How::Setting => (ContactKind::Declared, format!("setting names {host}")),
            How::Home => return None,
        };
        let surface =
            if kind == ContactKind::Markup || how == How::Allowed { Surface::Browser } else { surface };
        self.contact(vendor, kind, span, what, surface);
        if how == How::Script
            && let [global] = self.catalogue.vendor(vendor).globals.as_slice()
            && let Some(root) = self.catalogue.global(&global.name)
            && let Some(contact) = self.declared.contacts.last_mut()
        {
            contact.root = root.name;
        }
        Some(vendor)
    }

    fn variable(&mut self, name: &str, span: Span, surface: Surface) {
        let (plain, public) = vendor::framework(name);
        let Some((vendor, _)) = self.catalogue.trace("variable", plain) else { return };
        let surface = if public { Surface::Browser } else { surface };
        self.contact(vendor, ContactKind::Env, span, name.to_owned(), surface);
    }
}

/// The folder that a file is in.
fn folder(sources: &Sources, file: FileId) -> &str {
    sources.path(file).rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Whether a manifest means the catalogue's package: by its name, not by what code imports from it. A part of it
/// (`Firebase/Analytics`, a major version in Go) is it.
fn is_named(package: &str, name: &str) -> bool {
    match package.strip_suffix('*') {
        Some(prefix) => name.starts_with(prefix),
        None => name.strip_prefix(package).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
    }
}

/// Whether a setting or component shows a use, or only a wish.
fn use_of(kind: &str) -> ContactKind {
    let uses = [
        "android-component",
        "android-manifest",
        "fluent-output",
        "gtm-container",
        "gtm-tag",
        "gtm-template",
        "github-action",
        "helm-chart",
        "image",
        "logstash-output",
        "otel-exporter",
        "rudder-destination",
        "segment-destination",
        "vector-sink",
    ];
    if uses.contains(&kind) { ContactKind::Config } else { ContactKind::Declared }
}

fn surface_of(path: &str) -> Surface {
    if path.contains(".github/") {
        return Surface::Ci;
    }
    match path.rsplit('.').next() {
        Some(
            "html" | "htm" | "vue" | "svelte" | "tsx" | "jsx" | "erb" | "twig" | "hbs" | "ejs" | "liquid",
        ) => Surface::Browser,
        Some("plist" | "xcprivacy") => Surface::Mobile,
        _ if path.ends_with("AndroidManifest.xml") || path.ends_with("google-services.json") => {
            Surface::Mobile
        }
        _ => Surface::Server,
    }
}

fn surface_of_component(kind: &str, otherwise: Surface) -> Surface {
    match kind {
        "gtm-container" | "gtm-tag" | "gtm-template" => Surface::Browser,
        "android-manifest" | "android-component" | "info-plist" | "google-service-info" => Surface::Mobile,
        "github-action" => Surface::Ci,
        _ => otherwise,
    }
}

fn setting(value: &Value) -> Setting {
    match value {
        Value::Bool(is) => Setting::Bool(*is),
        Value::Number(number) => Setting::Number(*number),
        Value::Text(text) if text.is_empty() => Setting::Given,
        Value::Text(text) => Setting::Text(text.clone()),
    }
}

/// Vendors that are seen in use, not only wished for.
pub(super) fn in_use(contacts: &[Contact]) -> bool {
    contacts.iter().any(|contact| !is_declaration(contact.kind))
}

/// True for what says that a vendor may be used, and not that it is.
pub(super) fn is_declaration(kind: ContactKind) -> bool {
    matches!(kind, ContactKind::Package | ContactKind::Env | ContactKind::Declared)
}

/// Vendors that only a development dependency names: no processors.
pub(super) fn only_development(contacts: &[Contact], vendor: VendorId, installed: &[Installed]) -> bool {
    let mine: BTreeSet<bool> =
        installed.iter().filter(|i| i.vendor == vendor).map(|i| i.development).collect();
    contacts.iter().all(|contact| contact.kind == ContactKind::Package) && !mine.contains(&false)
}
