//! Questions the engine asks: whose package, global, host is this; which sink is this call.
//!
//! All answers come from tables that the loader builds once. A root is known by its name alone; the law that no two
//! vendors share one is checked at load.

use super::check::GLOBAL;
use super::{Catalogue, Sink, SinkId, Surface, Vendor, VendorId};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Lookup tables, built once by the loader.
#[derive(Debug, Default)]
pub(crate) struct Lookup {
    /// By ecosystem.
    packages: FxHashMap<String, Packages>,
    /// What a global stands for.
    globals: FxHashMap<String, Root>,
    /// Exact hosts.
    hosts: FxHashMap<String, VendorId>,
    /// Domains of `*.` patterns.
    domains: FxHashMap<String, VendorId>,
    /// Root name to the paths that make a client, longest first.
    clients: FxHashMap<String, Vec<String>>,
    /// Kind and name outside code, in lower case, to vendor and index into its traces; patterns longest first.
    traces: FxHashMap<(&'static str, String), (VendorId, usize)>,
    trace_prefixes: FxHashMap<&'static str, Vec<(String, VendorId, usize)>>,
    /// Root name and path below a client to sinks.
    sinks: FxHashMap<String, FxHashMap<String, Vec<SinkId>>>,
    /// Root name to the calls that give back their receiver, with `()`, longest first.
    fluent: FxHashMap<String, Vec<String>>,
}

/// The packages of one ecosystem.
#[derive(Debug, Default)]
struct Packages {
    /// Name or import root to vendor and index into its packages.
    exact: FxHashMap<String, Vec<(VendorId, usize)>>,
    /// What stands before the `*`, longest first.
    prefixes: Vec<(String, VendorId, usize)>,
}

/// What a root (package or global) stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// The vendor.
    pub vendor: VendorId,
    /// The catalogue's name of the root (`@sentry/*` for `@sentry/react`, `global:mixpanel` for a global that shares its
    /// name with a package), as used in `of`.
    pub name: String,
    /// Where its code runs; `None` is decided by the file's context.
    pub surface: Option<Surface>,
}

/// Why a file is worth parsing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Needle {
    /// The text to look for: package name, global, host.
    pub text: String,
    /// Whose it is.
    pub vendor: VendorId,
}

impl Lookup {
    /// Builds the tables.
    pub(crate) fn new(vendors: &[Vendor], sinks: &[Sink]) -> Self {
        let mut lookup = Self::default();
        for (index, vendor) in vendors.iter().enumerate() {
            lookup.add(VendorId(index as u16), vendor);
        }
        let packages = lookup.packages.values_mut().map(|table| &mut table.prefixes);
        for prefixes in packages.chain(lookup.trace_prefixes.values_mut()) {
            prefixes.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        }
        for (index, sink) in sinks.iter().enumerate() {
            let call = if sink.call == "()" { "" } else { sink.call.as_str() };
            for root in &sink.of {
                let below = lookup.sinks.entry(root.clone()).or_default();
                below.entry(call.to_owned()).or_default().push(SinkId(index as u32));
                if sink.fluent {
                    let calls = lookup.fluent.entry(root.clone()).or_default();
                    calls.push(format!("{call}()"));
                }
            }
        }
        lookup.clients.values_mut().chain(lookup.fluent.values_mut()).for_each(order);
        lookup
    }

    fn add(&mut self, id: VendorId, vendor: &Vendor) {
        for (index, package) in vendor.packages.iter().enumerate() {
            let table = self.packages.entry(package.ecosystem.clone()).or_default();
            for name in std::iter::once(&package.name).chain(&package.import) {
                match name.strip_suffix('*') {
                    Some(prefix) => table.prefixes.push((prefix.to_owned(), id, index)),
                    None => table.exact.entry(name.clone()).or_default().push((id, index)),
                }
            }
        }
        for global in &vendor.globals {
            let shared = vendor.packages.iter().any(|package| package.name == global.name);
            let name = if shared { format!("{GLOBAL}{}", global.name) } else { global.name.clone() };
            self.globals.insert(global.name.clone(), Root { vendor: id, name, surface: global.surface });
        }
        for (index, trace) in vendor.traces.iter().enumerate() {
            let name = trace.name.to_ascii_lowercase();
            match name.strip_suffix('*') {
                Some(prefix) => {
                    let prefixes = self.trace_prefixes.entry(trace.kind).or_default();
                    prefixes.push((prefix.to_owned(), id, index));
                }
                None => {
                    self.traces.insert((trace.kind, name), (id, index));
                }
            }
        }
        for host in &vendor.hosts {
            match host.strip_prefix("*.") {
                Some(domain) => self.domains.insert(domain.to_owned(), id),
                None => self.hosts.insert(host.clone(), id),
            };
        }
        for client in &vendor.clients {
            for root in &client.of {
                let paths = self.clients.entry(root.clone()).or_default();
                paths.extend(client.made_by.iter().cloned());
            }
        }
    }
}

/// Longest first, each once.
fn order(paths: &mut Vec<String>) {
    paths.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    paths.dedup();
}

impl Catalogue {
    /// The vendor with this id.
    pub fn by_id(&self, id: &str) -> Option<VendorId> {
        self.vendors
            .binary_search_by(|vendor| vendor.id.as_str().cmp(id))
            .ok()
            .map(|index| VendorId(index as u16))
    }

    /// All vendors, in order of their ids.
    pub fn ids(&self) -> impl Iterator<Item = VendorId> + use<> {
        (0..self.vendors.len() as u16).map(VendorId)
    }

    /// The vendor behind the name of a package root: `mixpanel-browser` of npm, `pypi:mixpanel` of another registry.
    pub fn named(&self, name: &str) -> Option<Root> {
        match name.split_once(':') {
            Some((ecosystem, specifier)) if self.index.packages.contains_key(ecosystem) => {
                self.package(ecosystem, specifier)
            }
            _ => self.package("npm", name),
        }
    }

    /// The vendor behind an import specifier: the longest package name that it equals or starts with before `/`.
    pub fn package(&self, ecosystem: &str, specifier: &str) -> Option<Root> {
        let table = self.index.packages.get(ecosystem)?;
        let meant = |candidate: &(VendorId, usize)| !self.is_excluded(candidate.0, specifier);
        let prefix = table
            .prefixes
            .iter()
            .filter(|(prefix, ..)| specifier.starts_with(prefix.as_str()))
            .map(|(prefix, vendor, index)| (prefix.len(), (*vendor, *index)))
            .find(|(_, candidate)| meant(candidate));
        let exact = ends(specifier, ecosystem).find_map(|end| {
            let found = table.exact.get(&specifier[..end])?.iter().find(|candidate| meant(candidate))?;
            Some((end, *found))
        });
        let (_, (vendor, index)) = match (exact, prefix) {
            (Some(exact), Some(prefix)) if prefix.0 > exact.0 => prefix,
            (Some(exact), _) => exact,
            (None, prefix) => prefix?,
        };
        let packages = &self.vendor(vendor).packages;
        let package = &packages[index];
        // Registries share names: the first package of the entry has the plain one.
        let shared = packages[..index].iter().any(|other| other.name == package.name);
        let name =
            if shared { format!("{}:{}", package.ecosystem, package.name) } else { package.name.clone() };
        Some(Root { vendor, name, surface: package.surface })
    }

    /// True where the vendor says that this package or host only looks like it.
    fn is_excluded(&self, vendor: VendorId, name: &str) -> bool {
        self.vendor(vendor).not.iter().any(|not| match not.strip_suffix('*') {
            Some(prefix) => name.starts_with(prefix),
            None => {
                name.strip_prefix(not.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            }
        })
    }

    /// The vendor behind a name of this kind outside code, and the entry that says so: exact names first, then the
    /// longest prefix. Case does not matter.
    pub fn trace(&self, kind: &'static str, name: &str) -> Option<(VendorId, &super::Trace)> {
        let name = name.to_ascii_lowercase();
        let exact = |name: &str| self.index.traces.get(&(kind, name.to_owned())).copied();
        let prefixes = || self.index.trace_prefixes.get(kind).into_iter().flatten();
        let begins = || {
            let (_, id, index) = prefixes().find(|(prefix, ..)| name.starts_with(prefix.as_str()))?;
            Some((*id, *index))
        };
        let (id, index) = exact(&name).or_else(begins)?;
        Some((id, &self.vendor(id).traces[index]))
    }

    /// The vendor behind a browser global.
    pub fn global(&self, name: &str) -> Option<Root> {
        self.index.globals.get(name).cloned()
    }

    /// The vendor behind a host name.
    pub fn host(&self, host: &str) -> Option<VendorId> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let found = self.index.hosts.get(&host).copied().or_else(|| {
            let mut domain = host.as_str();
            loop {
                if let Some(vendor) = self.index.domains.get(domain) {
                    return Some(*vendor);
                }
                domain = domain.split_once('.')?.1;
            }
        })?;
        (!self.is_excluded(found, &host)).then_some(found)
    }

    /// The region that a host of this vendor stands for, by the longest name of `regions` that it equals or is below.
    pub fn region(&self, vendor: VendorId, host: &str) -> Option<&str> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let regions = &self.vendor(vendor).regions;
        let mut domain = host.as_str();
        loop {
            if let Some(region) = regions.get(domain).or_else(|| regions.get(&format!("*.{domain}"))) {
                return Some(region);
            }
            domain = domain.split_once('.')?.1;
        }
    }

    /// True if the path below this root is a client (`""`, `init()`, `UserData().setEmail()`).
    pub fn is_client(&self, root: &str, path: &str) -> bool {
        self.clients(root, path).iter().any(|(_, rest)| rest.is_empty())
    }

    /// Splits a path below a root into (client path, rest) for every client prefix, longest first. The result of a
    /// fluent call is a client, too.
    pub fn clients<'p>(&self, root: &str, path: &'p str) -> Vec<(&'p str, &'p str)> {
        let (made_by, fluent) = (self.index.clients.get(root), self.index.fluent.get(root));
        let mut found = Vec::new();
        for client in made_by.into_iter().flatten() {
            let mut rest = below(path, client);
            while let Some(now) = rest {
                let made = &path[..path.len() - now.len()];
                found.push((made.strip_suffix('.').unwrap_or(made), now));
                rest = fluent.into_iter().flatten().find_map(|call| below(now, call));
            }
        }
        found.sort_by_key(|(client, _)| std::cmp::Reverse(client.len()));
        found.dedup();
        found
    }

    /// Sinks that a call of this path below this root may be, before commands are compared.
    pub fn sinks_at(&self, root: &str, path: &str) -> Vec<SinkId> {
        let Some(sinks) = self.index.sinks.get(root) else { return Vec::new() };
        let mut found = Vec::new();
        for (_, rest) in self.clients(root, path) {
            for sink in sinks.get(rest).map_or(&[][..], Vec::as_slice) {
                if !found.contains(sink) {
                    found.push(*sink);
                }
            }
        }
        found
    }

    /// True if a value of this path below this root can be used to send: a client, a sink, or something on the way to
    /// one. What the vendor answers is none of these.
    pub fn leads_to_sink(&self, root: &str, path: &str) -> bool {
        let on_the_way = |whole: &str, path: &str| {
            whole
                .strip_prefix(path)
                .is_some_and(|rest| path.is_empty() || rest.is_empty() || rest.starts_with(['.', '(', '>']))
        };
        let makers = self.index.clients.get(root).into_iter().flatten();
        let sends = |rest: &str| {
            let mut calls = self.index.sinks.get(root).into_iter().flat_map(FxHashMap::keys);
            rest.is_empty() || calls.any(|call| on_the_way(call, rest))
        };
        makers.into_iter().any(|maker| on_the_way(maker, path))
            || self.clients(root, path).iter().any(|(_, rest)| sends(rest))
    }

    /// What imports of another registry than npm begin with. Sorted, unique.
    pub fn modules(&self, ecosystem: &str) -> Vec<Needle> {
        let mut needles = BTreeSet::new();
        for vendor in self.ids() {
            let packages = self.vendor(vendor).packages.iter();
            for package in packages.filter(|package| package.ecosystem == ecosystem) {
                let text = package.import.as_ref().unwrap_or(&package.name).clone();
                needles.insert(Needle { text, vendor });
            }
        }
        needles.into_iter().collect()
    }

    /// Everything whose presence makes a file worth parsing. Sorted, unique.
    pub fn needles(&self) -> Vec<Needle> {
        let mut needles = BTreeSet::new();
        for vendor in self.ids() {
            let entry = self.vendor(vendor);
            let packages = entry.packages.iter().filter(|package| package.ecosystem == "npm");
            let packages = packages.flat_map(|package| std::iter::once(&package.name).chain(&package.import));
            let texts = packages
                .map(|name| name.trim_end_matches('*'))
                .chain(entry.globals.iter().map(|global| global.name.as_str()))
                .chain(entry.hosts.iter().map(|host| host.strip_prefix("*.").unwrap_or(host)));
            needles.extend(texts.map(|text| Needle { text: text.to_owned(), vendor }));
        }
        needles.into_iter().collect()
    }
}

/// Where a package name may end in a specifier, longest first.
fn ends<'s>(specifier: &'s str, ecosystem: &str) -> impl Iterator<Item = usize> + use<'s> {
    // Outside npm a specifier may be a module of the package: `sentry_sdk.integrations`, `Sentry::Rails`.
    let dotted = ecosystem != "npm";
    let inner = specifier.char_indices().rev();
    let inner =
        inner.filter(move |(_, c)| *c == '/' || dotted && matches!(c, '.' | ':' | '\\')).map(|(i, _)| i);
    std::iter::once(specifier.len()).chain(inner)
}

/// What stands below a client in a path, if it is one at the path's beginning.
fn below<'p>(path: &'p str, client: &str) -> Option<&'p str> {
    if client.is_empty() {
        return Some(path);
    }
    let rest = path.strip_prefix(client)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('.') }
}

#[cfg(test)]
mod tests {
    use super::super::load::tests::{catalogue, entry};
    use super::*;

    fn sample() -> Catalogue {
        let alpha = entry(
            r#"hosts = ["*.alpha.com", "cdn.alpha.net"]
regions = { "alpha.com" = "US", "in.alpha.com" = "IN" }
not = ["alpha-browser/fake", "@alpha/theme", "docs.alpha.com"]
[[package]]
ecosystem = "npm"
name = "alpha-browser"
surface = "browser"
[[package]]
ecosystem = "npm"
name = "@alpha/*"
surface = "auto"
[[package]]
ecosystem = "pypi"
name = "alpha-sdk"
surface = "server"
import = "alpha_sdk"
[[global]]
name = "alpha"
surface = "browser"
[[client]]
of = ["alpha-browser", "alpha"]
made-by = ["", "init()", "init().child()"]
[[client]]
of = ["@alpha/*"]
made-by = ["Client()"]
[[sink]]
of = ["alpha-browser", "alpha"]
call = "people.set"
data = ["arg 0"]
source = "https://alpha.com/docs"
[[sink]]
of = ["alpha"]
call = "()"
data = ["args 1.."]
source = "https://alpha.com/docs""#,
        );
        let beta = entry(
            r#"hosts = ["*.eu.alpha.com", "beta.com"]
[[package]]
ecosystem = "npm"
name = "@alpha/beta"
surface = "server""#,
        );
        catalogue(&[("alpha.toml", &alpha), ("beta.toml", &beta)])
    }

    fn named(root: Option<Root>) -> Option<(u16, String)> {
        root.map(|root| (root.vendor.0, root.name))
    }

    #[test]
    fn packages() {
        let catalogue = sample();
        let npm = |specifier: &str| named(catalogue.package("npm", specifier));
        assert_eq!(npm("alpha-browser"), Some((0, "alpha-browser".into())));
        assert_eq!(npm("alpha-browser/react/x"), Some((0, "alpha-browser".into())));
        assert_eq!(npm("alpha-browser-extra"), None);
        assert_eq!(npm("@alpha/react"), Some((0, "@alpha/*".into())));
        assert_eq!(npm("@alpha/beta/sub"), Some((1, "@alpha/beta".into())));
        assert_eq!(npm("@alpha/betamax"), Some((0, "@alpha/*".into())));
        assert_eq!(npm("alpha-browser/fake"), None);
        assert_eq!(npm("@alpha/theme"), None);
        assert_eq!(npm("alpha_sdk"), None);
        assert_eq!(npm(""), None);
        let pypi = |specifier: &str| named(catalogue.package("pypi", specifier));
        assert_eq!(pypi("alpha_sdk"), Some((0, "alpha-sdk".into())));
        assert_eq!(pypi("alpha_sdk.integrations.django"), Some((0, "alpha-sdk".into())));
        assert_eq!(pypi("alpha-sdk"), Some((0, "alpha-sdk".into())));
        assert_eq!(catalogue.package("gem", "alpha"), None);
        assert_eq!(catalogue.package("npm", "alpha-browser").and_then(|r| r.surface), Some(Surface::Browser));
        assert_eq!(catalogue.package("npm", "@alpha/x").and_then(|r| r.surface), None);
    }

    #[test]
    fn globals_and_hosts() {
        let catalogue = sample();
        assert_eq!(named(catalogue.global("alpha")), Some((0, "alpha".into())));
        assert_eq!(catalogue.global("alphabet"), None);
        let host = |host: &str| catalogue.host(host).map(|vendor| vendor.0);
        assert_eq!(host("alpha.com"), Some(0));
        assert_eq!(host("API.alpha.com."), Some(0));
        assert_eq!(host("x.eu.alpha.com"), Some(1));
        assert_eq!(host("eu.alpha.com"), Some(1));
        assert_eq!(host("cdn.alpha.net"), Some(0));
        assert_eq!(host("x.cdn.alpha.net"), None);
        assert_eq!(host("notalpha.com"), None);
        assert_eq!(host("docs.alpha.com"), None);
        assert_eq!(host(""), None);
        let region = |host: &str| catalogue.region(VendorId(0), host);
        assert_eq!(region("API.in.alpha.com"), Some("IN"));
        assert_eq!(region("api.alpha.com"), Some("US"));
        assert_eq!(region("cdn.alpha.net"), None);
    }

    #[test]
    fn clients_and_sinks() {
        let catalogue = sample();
        assert!(catalogue.is_client("alpha-browser", ""));
        assert!(catalogue.is_client("alpha-browser", "init()"));
        assert!(!catalogue.is_client("alpha-browser", "init"));
        assert!(!catalogue.is_client("@alpha/*", ""));
        assert_eq!(
            catalogue.clients("alpha", "init().child().people.set"),
            [
                ("init().child()", "people.set"),
                ("init()", "child().people.set"),
                ("", "init().child().people.set")
            ]
        );
        assert_eq!(catalogue.clients("@alpha/*", "Clients().x"), []);
        assert_eq!(catalogue.sinks_at("alpha", "people.set"), [SinkId(0)]);
        assert_eq!(catalogue.sinks_at("alpha", "init().people.set"), [SinkId(0)]);
        assert_eq!(catalogue.sinks_at("alpha", ""), [SinkId(1)]);
        for path in ["", "people", "people.set", "init", "init()", "init().child().people"] {
            assert!(catalogue.leads_to_sink("alpha", path), "{path}");
        }
        for path in ["people.set()", "person", "init().child().people.set()", "get().people"] {
            assert!(!catalogue.leads_to_sink("alpha", path), "{path}");
        }
        assert_eq!(catalogue.sinks_at("alpha-browser", ""), []);
        assert_eq!(catalogue.sinks_at("nobody", "people.set"), []);
    }

    #[test]
    fn fluent_calls_give_back_the_client() {
        let text = entry(
            r#"[[package]]
ecosystem = "npm"
name = "alpha"
surface = "server"
[[client]]
of = ["alpha"]
made-by = ["User()"]
[[sink]]
of = ["alpha"]
call = "setEmail"
data = ["arg 0"]
returns = "client"
source = "npm:alpha@1.0.0"
[[sink]]
of = ["alpha"]
call = "send"
data = ["arg 0"]
source = "npm:alpha@1.0.0""#,
        );
        let catalogue = catalogue(&[("alpha.toml", &text)]);
        assert!(catalogue.is_client("alpha", "User().setEmail()"));
        assert!(!catalogue.is_client("alpha", "User().send()"));
        assert!(!catalogue.is_client("alpha", "setEmail()"));
        assert_eq!(catalogue.sinks_at("alpha", "User().setEmail().setEmail().send"), [SinkId(1)]);
        assert_eq!(catalogue.sinks_at("alpha", "User().send().setEmail"), []);
        assert_eq!(
            catalogue.clients("alpha", "User().setEmail().send"),
            [("User().setEmail()", "send"), ("User()", "setEmail().send")]
        );
    }

    #[test]
    fn a_global_and_a_package_of_one_name_are_two_roots() {
        let text = entry(
            r#"[[package]]
ecosystem = "npm"
name = "alpha"
surface = "server"
[[global]]
name = "alpha"
surface = "browser"
[[global]]
name = "alphaSettings"
surface = "browser"
[[client]]
of = ["alpha", "global:alpha", "global:alphaSettings"]
made-by = [""]
[[sink]]
of = ["alpha"]
call = "track"
data = ["arg 0"]
source = "npm:alpha@1.0.0"
[[sink]]
of = ["global:alpha"]
call = "track"
data = ["arg 1"]
source = "npm:alpha@1.0.0"
[[sink]]
of = ["alphaSettings"]
call = "="
data = ["arg 0"]
source = "npm:alpha@1.0.0""#,
        );
        let catalogue = catalogue(&[("alpha.toml", &text)]);
        assert_eq!(named(catalogue.global("alpha")), Some((0, "global:alpha".into())));
        assert_eq!(named(catalogue.package("npm", "alpha")), Some((0, "alpha".into())));
        assert_eq!(catalogue.sinks_at("alpha", "track"), [SinkId(0)]);
        assert_eq!(catalogue.sinks_at("global:alpha", "track"), [SinkId(1)]);
        assert_eq!(catalogue.sinks_at("alphaSettings", "="), [SinkId(2)]);
    }

    #[test]
    fn every_client_of_a_path_is_tried() {
        let alpha = entry(
            r#"hosts = ["alpha.com"]
[[package]]
ecosystem = "npm"
name = "alpha"
surface = "server"
[[client]]
of = ["alpha"]
made-by = ["", "init()"]
[[sink]]
of = ["alpha"]
call = "init().flush"
data = ["arg 0"]
source = "https://alpha.com/docs""#,
        );
        let catalogue = catalogue(&[("alpha.toml", &alpha)]);
        assert!(catalogue.leads_to_sink("alpha", "init().flush"));
    }

    #[test]
    fn needles_are_literal_and_sorted() {
        let needles: Vec<String> = sample().needles().into_iter().map(|needle| needle.text).collect();
        let expected = [
            "@alpha/",
            "@alpha/beta",
            "alpha",
            "alpha-browser",
            "alpha.com",
            "beta.com",
            "cdn.alpha.net",
            "eu.alpha.com",
        ];
        assert_eq!(needles, expected);
    }
}
