//! Questions the engine asks: whose package, global, host is this; which sink is this call.
//!
//! Who somebody is comes from tables over all vendors, which the loader builds once; where data leaves from a table of
//! the vendor's own, made when its entry is read. A root is known by its name alone: no two vendors share one.

use super::check::GLOBAL;
use super::identity::Identity;
use super::{Catalogue, Sink, SinkId, Surface, Vendor, VendorId};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// A name of a built-in entry is borrowed from it.
type Text = Cow<'static, str>;

/// Who is it? Tables over all vendors, built once by the loader.
#[derive(Debug, Default)]
pub(crate) struct Lookup {
    /// By ecosystem.
    packages: FxHashMap<Text, Packages>,
    /// Whose a global is.
    globals: FxHashMap<Text, VendorId>,
    /// Exact hosts.
    hosts: FxHashMap<Text, VendorId>,
    /// Domains of `*.` patterns.
    domains: FxHashMap<Text, VendorId>,
    /// Whose a root name is.
    roots: FxHashMap<Text, VendorId>,
    /// Names outside code, by kind.
    traces: FxHashMap<Text, Traces>,
}

/// What hangs below a root of a vendor.
#[derive(Debug, Default)]
pub(crate) struct Below {
    /// Paths that make a client, longest first.
    clients: Vec<String>,
    /// Path below a client to sinks.
    sinks: FxHashMap<String, Vec<SinkId>>,
    /// Calls that give back their receiver, with `()`, longest first.
    fluent: Vec<String>,
    /// Members and calls that change nothing of where data goes: `with_raw_response`.
    through: Vec<String>,
}

/// The packages of one ecosystem.
#[derive(Debug, Default)]
struct Packages {
    /// Name or import root to vendor and index into its packages.
    exact: FxHashMap<Text, Vec<(VendorId, usize)>>,
    /// What stands before the `*`, longest first.
    prefixes: Vec<(Text, VendorId, usize)>,
    /// What imports begin with: the import root, or else the name.
    modules: Vec<Text>,
    /// Packages that hold members of other vendors (`openai#AzureOpenAI`), with these.
    shared: FxHashMap<Text, Vec<VendorId>>,
}

/// The names of one kind outside code.
#[derive(Debug, Default)]
struct Traces {
    /// Name in lower case to vendor and index into its traces.
    exact: FxHashMap<String, (VendorId, usize)>,
    /// What stands before the `*`, longest first.
    prefixes: Vec<(Text, VendorId, usize)>,
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

impl Lookup {
    /// Adds the names of a vendor; `text` keeps one.
    pub(super) fn add<'a>(&mut self, id: VendorId, who: &Identity<'a>, text: impl Fn(&'a str) -> Text) {
        for (index, package) in who.packages.iter().enumerate() {
            let name = package.name;
            let shared = who.packages[..index].iter().any(|other| other.name == name);
            let root = if shared { format!("{}:{name}", package.ecosystem).into() } else { text(name) };
            self.roots.insert(root, id);
            let table = self.packages.entry(text(package.ecosystem)).or_default();
            if let Some((whole, member)) = name.split_once('#') {
                let path = format!("{whole}.{member}");
                table.exact.entry(path.clone().into()).or_default().push((id, index));
                table.modules.push(path.into());
                table.shared.entry(text(whole)).or_default().push(id);
                continue;
            }
            for name in std::iter::once(name).chain(package.import) {
                match name.strip_suffix('*') {
                    Some(prefix) => table.prefixes.push((text(prefix), id, index)),
                    None => table.exact.entry(text(name)).or_default().push((id, index)),
                }
            }
            table.modules.push(text(package.import.unwrap_or(name)));
        }
        for &name in &who.globals {
            let shared = who.packages.iter().any(|package| package.name == name);
            let root = if shared { format!("{GLOBAL}{name}").into() } else { text(name) };
            self.roots.insert(root, id);
            self.globals.insert(text(name), id);
        }
        for (index, &(kind, name)) in who.traces.iter().enumerate() {
            let table = self.traces.entry(text(kind)).or_default();
            let name = name.to_ascii_lowercase();
            match name.strip_suffix('*') {
                Some(prefix) => table.prefixes.push((prefix.to_owned().into(), id, index)),
                None => {
                    table.exact.insert(name, (id, index));
                }
            }
        }
        for &host in &who.hosts {
            match host.strip_prefix("*.") {
                Some(domain) => self.domains.insert(text(domain), id),
                None => self.hosts.insert(text(host), id),
            };
        }
    }

    /// Brings what was added into the order of answers.
    pub(super) fn finish(mut self) -> Self {
        let packages = self.packages.values_mut().map(|table| &mut table.prefixes);
        for prefixes in packages.chain(self.traces.values_mut().map(|table| &mut table.prefixes)) {
            prefixes.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        }
        self
    }
}

/// The table of a vendor, by the names of its roots.
pub(crate) fn below_roots(vendor: &Vendor, sinks: &[Sink]) -> FxHashMap<String, Below> {
    let mut roots: FxHashMap<String, Below> = FxHashMap::default();
    for client in &vendor.clients {
        for root in &client.of {
            let below = roots.entry(root.clone()).or_default();
            below.clients.extend(client.made_by.iter().cloned());
            below.through.extend(client.through.iter().cloned());
        }
    }
    for (sink, &id) in sinks.iter().zip(&vendor.sinks) {
        let call = if sink.call == "()" { "" } else { sink.call.as_str() };
        for root in &sink.of {
            let below = roots.entry(root.clone()).or_default();
            below.sinks.entry(call.to_owned()).or_default().push(id);
            if sink.fluent {
                below.fluent.push(format!("{call}()"));
            }
        }
    }
    roots.values_mut().flat_map(|below| [&mut below.clients, &mut below.fluent]).for_each(order);
    roots
}

/// Longest first, each once.
fn order(paths: &mut Vec<String>) {
    paths.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    paths.dedup();
}

impl Catalogue {
    /// The vendor with this id.
    pub fn by_id(&self, id: &str) -> Option<VendorId> {
        let found = self.entries.binary_search_by(|entry| entry.id().cmp(id));
        found.ok().map(|index| VendorId(index as u16))
    }

    /// All vendors, in order of their ids.
    pub fn ids(&self) -> impl Iterator<Item = VendorId> + use<> {
        (0..self.entries.len() as u16).map(VendorId)
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
            .filter(|(prefix, ..)| specifier.starts_with(&**prefix))
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
        let table = self.index.traces.get(kind)?;
        let begins = || {
            let mut prefixes = table.prefixes.iter();
            let (_, id, index) = prefixes.find(|(prefix, ..)| name.starts_with(&**prefix))?;
            Some((*id, *index))
        };
        let (id, index) = table.exact.get(&name).copied().or_else(begins)?;
        Some((id, &self.vendor(id).traces[index]))
    }

    /// The vendor behind a browser global.
    pub fn global(&self, name: &str) -> Option<Root> {
        let vendor = *self.index.globals.get(name)?;
        let Vendor { packages, globals, .. } = self.vendor(vendor);
        let surface = globals.iter().find(|global| global.name == name)?.surface;
        let shared = packages.iter().any(|package| package.name == name);
        Some(Root { vendor, name: if shared { format!("{GLOBAL}{name}") } else { name.to_owned() }, surface })
    }

    /// The vendor behind a host name.
    pub fn host(&self, host: &str) -> Option<VendorId> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let found = self.index.hosts.get(host.as_str()).copied().or_else(|| {
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
        self.is_below_client(root, path, "")
    }

    /// True if the path is this call below a client.
    pub fn is_below_client(&self, root: &str, path: &str, call: &str) -> bool {
        self.below(root)
            .is_some_and(|below| below.clients(&below.straight(path)).iter().any(|(_, rest)| *rest == call))
    }

    /// What hangs below a root.
    fn below(&self, root: &str) -> Option<&Below> {
        let vendor = self.index.roots.get(root)?;
        self.entry(*vendor).roots.get(root)
    }

    /// Sinks that a call of this path below this root may be, before commands are compared.
    pub fn sinks_at(&self, root: &str, path: &str) -> Vec<SinkId> {
        let Some(below) = self.below(root) else { return Vec::new() };
        let mut found = Vec::new();
        for (_, rest) in below.clients(&below.straight(path)) {
            for sink in below.sinks.get(rest).map_or(&[][..], Vec::as_slice) {
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
        let Some(below) = self.below(root) else { return false };
        let path = &*below.straight(path);
        let sends = |rest: &str| rest.is_empty() || below.sinks.keys().any(|call| on_the_way(call, rest));
        below.clients.iter().any(|maker| on_the_way(maker, path))
            || below.clients(path).iter().any(|(_, rest)| sends(rest))
    }

    /// Vendors to whom a member of this package belongs, whoever owns the rest of it.
    pub fn sharing(&self, ecosystem: &str, package: &str) -> &[VendorId] {
        let shared = self.index.packages.get(ecosystem).and_then(|table| table.shared.get(package));
        shared.map_or(&[][..], Vec::as_slice)
    }

    /// What imports of this registry begin with, and members of packages that belong to others, in no order.
    pub fn modules(&self, ecosystem: &str) -> impl Iterator<Item = &str> {
        let table = self.index.packages.get(ecosystem).into_iter();
        table.flat_map(|table| &table.modules).map(|module| &**module)
    }

    /// Everything whose presence makes a file worth parsing: packages, globals, hosts. Sorted, unique.
    pub fn needles(&self) -> Vec<&str> {
        let Lookup { packages, globals, hosts, domains, .. } = &self.index;
        let npm = packages.get("npm").into_iter();
        let names =
            npm.flat_map(|table| table.exact.keys().chain(table.prefixes.iter().map(|(prefix, ..)| prefix)));
        let names = names.chain(globals.keys()).chain(hosts.keys()).chain(domains.keys());
        let mut names: Vec<&str> = names.map(|name| &**name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

impl Below {
    /// The path without what changes nothing of where data goes.
    fn straight<'p>(&self, path: &'p str) -> Cow<'p, str> {
        let stays = |part: &&str| !self.through.iter().any(|through| through == part);
        if self.through.is_empty() || path.split('.').all(|part| stays(&part)) {
            return Cow::Borrowed(path);
        }
        Cow::Owned(path.split('.').filter(stays).collect::<Vec<_>>().join("."))
    }

    /// Splits a path into (client path, rest) for every client prefix, longest first. The result of a fluent call is a
    /// client, too.
    fn clients<'p>(&self, path: &'p str) -> Vec<(&'p str, &'p str)> {
        let mut found = Vec::new();
        for client in &self.clients {
            let mut rest = below(path, client);
            while let Some(now) = rest {
                let made = &path[..path.len() - now.len()];
                found.push((made.strip_suffix('.').unwrap_or(made), now));
                rest = self.fluent.iter().find_map(|call| below(now, call));
            }
        }
        found.sort_by_key(|(client, _)| std::cmp::Reverse(client.len()));
        found.dedup();
        found
    }
}

/// Where a package name may end in a specifier, longest first.
fn ends<'s>(specifier: &'s str, ecosystem: &str) -> impl Iterator<Item = usize> + use<'s> {
    // Outside npm a specifier may be a module of the package: `sentry_sdk.integrations`, `Sentry::Rails`.
    let dotted = ecosystem != "npm";
    let versioned = ecosystem == "pypi";
    let inner = specifier.char_indices().rev();
    let inner =
        inner.filter(move |(_, c)| *c == '/' || dotted && matches!(c, '.' | ':' | '\\')).map(|(i, _)| i);
    std::iter::once(specifier.len()).chain(inner).flat_map(move |end| {
        let plain = versioned.then(|| unversioned(&specifier[..end])).flatten().map(str::len);
        std::iter::once(end).chain(plain)
    })
}

/// A module of Python without the version of an interface in its name: `google.cloud.logging` of
/// `google.cloud.logging_v2`.
pub(crate) fn unversioned(module: &str) -> Option<&str> {
    let (stem, version) = module.rsplit_once("_v")?;
    let is_version = version.starts_with(|c: char| c.is_ascii_digit())
        && version.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    (is_version && stem.contains('.')).then_some(stem)
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

    fn clients<'p>(catalogue: &Catalogue, root: &str, path: &'p str) -> Vec<(&'p str, &'p str)> {
        catalogue.below(root).map_or_else(Vec::new, |below| below.clients(path))
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
    fn a_module_of_python_may_end_in_a_version() {
        assert_eq!(unversioned("google.cloud.logging_v2"), Some("google.cloud.logging"));
        assert_eq!(unversioned("google.analytics.data_v1beta"), Some("google.analytics.data"));
        for other in ["google.cloud.logging", "a.b_video", "a.b_v2.types", "a.b_v2_c", "sib_api_v3"] {
            assert_eq!(unversioned(other), None, "{other}");
        }
        let alpha = entry(
            r#"[[package]]
ecosystem = "pypi"
name = "alpha-data"
surface = "server"
import = "alpha.data""#,
        );
        let catalogue = catalogue(&[("alpha.toml", &alpha)]);
        let pypi = |specifier: &str| named(catalogue.package("pypi", specifier));
        assert_eq!(pypi("alpha.data_v1beta"), Some((0, "alpha-data".into())));
        assert_eq!(pypi("alpha.data_v1beta.types"), Some((0, "alpha-data".into())));
        assert_eq!(pypi("alpha.data_view"), None);
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
            clients(&catalogue, "alpha", "init().child().people.set"),
            [
                ("init().child()", "people.set"),
                ("init()", "child().people.set"),
                ("", "init().child().people.set")
            ]
        );
        assert_eq!(clients(&catalogue, "@alpha/*", "Clients().x"), []);
        assert_eq!(catalogue.sinks_at("alpha", "people.set"), [SinkId(VendorId(0), 0)]);
        assert_eq!(catalogue.sinks_at("alpha", "init().people.set"), [SinkId(VendorId(0), 0)]);
        assert_eq!(catalogue.sinks_at("alpha", ""), [SinkId(VendorId(0), 1)]);
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
        assert_eq!(
            catalogue.sinks_at("alpha", "User().setEmail().setEmail().send"),
            [SinkId(VendorId(0), 1)]
        );
        assert_eq!(catalogue.sinks_at("alpha", "User().send().setEmail"), []);
        assert_eq!(
            clients(&catalogue, "alpha", "User().setEmail().send"),
            [("User().setEmail()", "send"), ("User()", "setEmail().send")]
        );
    }

    #[test]
    fn what_only_wraps_a_call_changes_nothing() {
        let text = entry(
            r#"[[package]]
ecosystem = "pypi"
name = "alpha"
surface = "server"
[[client]]
of = ["alpha"]
made-by = ["Alpha()"]
through = ["raw", "with_options()"]
[[sink]]
of = ["alpha"]
call = "chat.create"
data = ["arg 0"]
source = "pypi:alpha@1.0.0""#,
        );
        let catalogue = catalogue(&[("alpha.toml", &text)]);
        for path in ["Alpha().chat.create", "Alpha().chat.raw.create", "Alpha().with_options().chat.create"] {
            assert_eq!(catalogue.sinks_at("alpha", path), [SinkId(VendorId(0), 0)], "{path}");
            assert!(catalogue.leads_to_sink("alpha", path), "{path}");
        }
        assert!(catalogue.leads_to_sink("alpha", "Alpha().chat.raw"));
        assert!(catalogue.is_client("alpha", "Alpha().with_options()"));
        assert_eq!(catalogue.sinks_at("alpha", "Alpha().chat.rawest.create"), []);
    }

    #[test]
    fn a_member_of_a_package_may_be_anothers() {
        let package = |name: &str| {
            entry(&format!("[[package]]\necosystem = \"pypi\"\nname = \"{name}\"\nsurface = \"server\""))
        };
        let (alpha, beta) = (package("alpha"), package("alpha#Beta"));
        let catalogue = catalogue(&[("alpha.toml", &alpha), ("beta.toml", &beta)]);
        let pypi = |specifier: &str| named(catalogue.package("pypi", specifier));
        assert_eq!(pypi("alpha"), Some((0, "alpha".into())));
        assert_eq!(pypi("alpha.Other"), Some((0, "alpha".into())));
        assert_eq!(pypi("alpha.Beta"), Some((1, "alpha#Beta".into())));
        assert_eq!(catalogue.sharing("pypi", "alpha"), [VendorId(1)]);
        assert!(catalogue.sharing("npm", "alpha").is_empty());
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
        assert_eq!(catalogue.sinks_at("alpha", "track"), [SinkId(VendorId(0), 0)]);
        assert_eq!(catalogue.sinks_at("global:alpha", "track"), [SinkId(VendorId(0), 1)]);
        assert_eq!(catalogue.sinks_at("alphaSettings", "="), [SinkId(VendorId(0), 2)]);
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
        assert_eq!(sample().needles(), expected);
    }
}
