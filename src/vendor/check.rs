//! From a raw entry to a checked vendor: required keys, closed words, names that must match within the entry.
//!
//! It goes on after every problem, with a value that keeps the rest checkable. What must hold between entries is in
//! `laws.rs`.

use super::checker::{Checker, wanted};
use super::raw::{self, At};
use super::{
    Automatic, Client, Condition, Filter, Global, Incident, Init, Package, Position, Replay, Sink, Test,
    Vendor, Version, Versions,
};
use super::{Protection, Surface, VendorId, countries, near, parse};
use crate::error::Problem;
use crate::personal::Vocabulary;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::mem::take;

/// A checked entry before it has its place in the catalogue.
pub(crate) struct Checked {
    /// The vendor, without its sinks.
    pub vendor: Vendor,
    /// Its sinks.
    pub sinks: Vec<Sink>,
    /// Names that no other entry may claim, with their places.
    pub claims: Vec<Claim>,
}

/// A name that belongs to one vendor.
pub(crate) struct Claim {
    /// `npm package`, `global`, `host`.
    pub kind: Cow<'static, str>,
    /// The name.
    pub name: String,
    /// Where it is written.
    pub at: usize,
}

/// What stands before the name of a global where a package has the same name.
pub(crate) const GLOBAL: &str = "global:";

/// Words that are too common to be a vendor's alone.
const GENERIC: [&str; 18] = [
    "adjust",
    "analytics",
    "beacon",
    "branch",
    "chat",
    "clarity",
    "drift",
    "events",
    "front",
    "heap",
    "pixel",
    "push",
    "segment",
    "sift",
    "split",
    "tag",
    "tracker",
    "tracking",
];

/// Reads what identifies a vendor from an entry that is known to be good.
pub(crate) fn identity(file: &str, text: &str, id: &str, mut entry: raw::Entry) -> Checked {
    checker(file, text, (None, &[]), &mut Vec::new()).identity(id, &mut entry)
}

/// Checks one entry. Without a vocabulary nobody asks whether classes and purposes exist.
pub(crate) fn check(
    file: &str,
    text: &str,
    id: &str,
    entry: raw::Entry,
    words: (Option<&Vocabulary>, &[(usize, String)]),
    problems: &mut Vec<Problem>,
) -> Checked {
    checker(file, text, words, problems).entry(id, entry)
}

fn checker<'a>(
    file: &'a str,
    text: &'a str,
    words: (Option<&'a Vocabulary>, &'a [(usize, String)]),
    problems: &'a mut Vec<Problem>,
) -> Checker<'a> {
    Checker::new(file, text, words, wanted, problems)
}

impl Checker<'_> {
    fn regions(
        &mut self,
        raw: BTreeMap<At<String>, At<String>>,
        hosts: &[String],
    ) -> BTreeMap<String, String> {
        let mut regions = BTreeMap::new();
        for (host, region) in raw {
            self.host(&host);
            if !hosts.iter().any(|pattern| covers(pattern, &host.value)) {
                self.say(host.at, format!("no pattern of `hosts` covers `{}`; add one", host.value));
            }
            if region.value != "EU" && !countries::is_country(&region.value) {
                self.say(region.at, format!("no region `{}`; write `EU` or a country code", region.value));
            }
            regions.insert(host.value, region.value);
        }
        regions
    }

    fn subprocessors(&mut self, raw: Vec<At<String>>) -> Vec<String> {
        for id in &raw {
            if !is_kebab(&id.value) {
                self.say(id.at, format!("`{}` is no id; write it in kebab-case", id.value));
            }
        }
        values(raw)
    }

    /// What every start reads of an entry: packages, globals, hosts and traces.
    fn identity(&mut self, id: &str, raw: &mut raw::Entry) -> Checked {
        let mut claims = Vec::new();
        let packages = take(&mut raw.package).into_iter().map(|p| self.package(p, &mut claims)).collect();
        let no_hosts = raw.hosts.is_empty();
        let globals = take(&mut raw.global).into_iter();
        let globals = globals.map(|g| self.global(g, no_hosts, &mut claims)).collect();
        for host in &raw.hosts {
            self.host(host);
            claims.push(Claim { kind: "host".into(), name: host.value.clone(), at: host.at });
        }
        let hosts = values(take(&mut raw.hosts));
        let (variables, settings) = (take(&mut raw.variable), take(&mut raw.setting));
        let traces = self.traces(variables, settings, take(&mut raw.component), &mut claims);
        let vendor = Vendor { id: id.to_owned(), packages, globals, hosts, traces, ..Vendor::default() };
        Checked { vendor, sinks: Vec::new(), claims }
    }

    fn entry(&mut self, id: &str, mut raw: raw::Entry) -> Checked {
        let Checked { vendor: who, claims, .. } = self.identity(id, &mut raw);
        let nobody = who.packages.is_empty() && who.globals.is_empty() && who.hosts.is_empty();
        if nobody && self.removed.is_empty() {
            self.say(0, "nothing identifies this vendor; give a [[package]], a [[global]] or `hosts`");
        }
        if let Some(dpa) = &raw.dpa {
            self.address("dpa", dpa);
        }
        let clients: Vec<Client> = raw.client.into_iter().map(|c| self.client(c)).collect();
        let sinks: Vec<Sink> = raw.sink.into_iter().map(|s| self.sink(s, &clients)).collect();
        let vendor = Vendor {
            name: self.text(0, "name", raw.name),
            purpose: self.purpose(raw.purpose),
            entity: self.text(0, "entity", raw.entity),
            country: self.country(raw.country),
            homepage: self.needed_address("homepage", raw.homepage),
            docs: self.needed_address("docs", raw.docs),
            dpa: raw.dpa.map(|dpa| dpa.value),
            regions: self.regions(raw.regions, &who.hosts),
            subprocessors: self.subprocessors(raw.subprocessors),
            not: values(raw.not),
            clients,
            inits: raw.init.into_iter().map(|i| self.init(i)).collect(),
            sinks: Vec::new(),
            reserved: self.reserved(raw.reserved),
            filters: raw.filter.into_iter().map(|f| self.filter(f, &sinks)).collect(),
            automatic: raw.automatic.into_iter().map(|a| self.automatic(a)).collect(),
            replay: raw.replay.into_iter().map(|r| self.replay(r)).collect(),
            incidents: raw.incident.into_iter().map(|i| self.incident(i)).collect(),
            ..who
        };
        Checked { vendor, sinks, claims }
    }

    fn package(&mut self, raw: At<raw::Package>, claims: &mut Vec<Claim>) -> Package {
        let At { at, value: raw } = raw;
        let ecosystem = self.need(at, "ecosystem", raw.ecosystem).map_or(raw::Ecosystem::Npm, |e| e.value);
        let surface = self.need(at, "surface", raw.surface).and_then(|s| surface(s.value));
        let place = raw.name.as_ref().map_or(at, |name| name.at);
        let name = self.text(at, "name", raw.name);
        let stem = name.strip_suffix('*').unwrap_or(&name);
        if !name.is_empty() && (stem.is_empty() || stem.contains('*') || stem.contains(char::is_whitespace)) {
            self.say(place, format!("`{name}` is no package name; a `*` may only stand at its end"));
        }
        if let Some((whole, member)) = name.split_once('#')
            && (whole.is_empty() || member.is_empty() || raw.import.is_some() || name.ends_with('*'))
        {
            self.say(
                place,
                format!("`{name}` is no member; write `package#Member`, without `import` and `*`"),
            );
        }
        if !name.is_empty() {
            let kind = format!("{} package", ecosystem.word()).into();
            claims.push(Claim { kind, name: name.clone(), at: place });
            // Registries share names: the first has the plain one, the others say which they are.
            let qualified = format!("{}:{name}", ecosystem.word());
            let root = if self.roots.contains(&name) { qualified.clone() } else { name.clone() };
            self.qualified.insert(qualified, root.clone());
            self.roots.push(root);
        }
        let import = raw.import.map(|import| {
            if import.value.trim().is_empty() || import.value == name {
                self.say(import.at, "`import` says nothing new; leave it out");
            }
            import.value
        });
        Package { ecosystem: ecosystem.word().to_owned(), name, surface, import }
    }

    fn global(&mut self, raw: At<raw::Global>, no_hosts: bool, claims: &mut Vec<Claim>) -> Global {
        let At { at, value: raw } = raw;
        let surface = self.need(at, "surface", raw.surface).and_then(|s| surface(s.value));
        let place = raw.name.as_ref().map_or(at, |name| name.at);
        let name = self.text(at, "name", raw.name);
        if name.contains(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')) {
            self.say(place, format!("`{name}` is no identifier; write it without `window.`"));
        } else if GENERIC.contains(&name.as_str()) && no_hosts {
            self.say(
                place,
                format!("`{name}` is a common word; without `hosts` it would match anybody's code"),
            );
        }
        if !name.is_empty() {
            claims.push(Claim { kind: "global".into(), name: name.clone(), at: place });
            // Packages were read before: a name that is both is the package, and the global says so.
            let root = if self.roots.contains(&name) { format!("{GLOBAL}{name}") } else { name.clone() };
            self.globals.push(root.clone());
            self.roots.push(root);
        }
        Global { name, surface }
    }

    /// Roots that a table applies to. A pattern stands for every package of the entry that it covers, too.
    pub(super) fn of(&mut self, table: usize, raw: Option<Vec<At<String>>>) -> Vec<String> {
        let mut names = Vec::new();
        for mut name in self.list(table, "of", raw) {
            name.value = self.root(name.value);
            if !self.roots.contains(&name.value) {
                // A package without a readable name would make every `of` wrong.
                let hint = near::hint(&name.value, self.roots.iter().map(String::as_str));
                self.say(name.at, format!("`{}` is no package or global of this entry{hint}", name.value));
            }
            if let Some(stem) = name.value.strip_suffix('*') {
                names.extend(self.roots.iter().filter(|root| root.starts_with(stem)).cloned());
            }
            names.push(name.value);
        }
        let mut seen = std::collections::BTreeSet::new();
        names.retain(|name| seen.insert(name.clone()));
        names
    }

    /// A root as tables know it: `global:name` and `pypi:name` are `name` where nothing else is called so.
    fn root(&self, written: String) -> String {
        match written.strip_prefix(GLOBAL) {
            Some(name) if self.globals.iter().any(|global| global == name) => name.to_owned(),
            _ => self.qualified.get(&written).cloned().unwrap_or(written),
        }
    }

    /// Which versions of a package something holds for. What a script tag loads has no version that anybody knows.
    fn versions(&mut self, of: &[String], since: Option<At<String>>, before: Option<At<String>>) -> Versions {
        let at = since.as_ref().or(before.as_ref()).map(|written| written.at);
        if let Some(at) = at
            && !of.is_empty()
            && of.iter().all(|root| self.globals.contains(root))
        {
            self.say(at, "a global has no version; list the package in `of`, or leave this out");
        }
        let mut read = |written: Option<At<String>>| {
            let written = written?;
            let version = Version::parse(&written.value);
            if version.is_none() {
                self.say(written.at, format!("`{}` is no version; write `10.4.0`", written.value));
            }
            version
        };
        let versions = Versions { since: read(since), before: read(before) };
        if let (Some(at), Some(since), Some(before)) = (at, &versions.since, &versions.before)
            && since >= before
        {
            self.say(at, format!("no version is both since {since} and before {before}"));
        }
        versions
    }

    fn client(&mut self, raw: At<raw::Client>) -> Client {
        let At { at, value: raw } = raw;
        let of = self.of(at, raw.of);
        let made_by = self.list(at, "made-by", raw.made_by);
        for path in &made_by {
            if !path.value.is_empty() {
                self.path(path);
            }
        }
        for part in &raw.through {
            if part.value.is_empty() || part.value.contains('.') {
                self.say(part.at, format!("`{}` is no single member; write `name` or `name()`", part.value));
            }
        }
        Client { of, made_by: values(made_by), through: values(raw.through) }
    }

    fn init(&mut self, raw: At<raw::Init>) -> Init {
        let At { at, value: raw } = raw;
        let of = self.of(at, raw.of);
        let versions = self.versions(&of, raw.since, raw.before);
        let call = self.call(at, raw.call);
        let options = self.need(at, "options", raw.options).and_then(|options| self.argument(&options));
        let endpoint = raw.endpoint.iter().filter_map(|position| self.argument(position)).collect();
        Init {
            of,
            call,
            options: options.unwrap_or_default(),
            params: values(raw.params),
            endpoint,
            versions,
        }
    }

    /// A position that is one argument, or a member of one.
    fn argument(&mut self, raw: &At<String>) -> Option<Position> {
        let position = self.position(raw)?;
        if position.open {
            self.say(raw.at, "this is one argument; write `arg N`");
        }
        Some(position)
    }

    fn sink(&mut self, raw: At<raw::Sink>, clients: &[Client]) -> Sink {
        let At { at, value: raw } = raw;
        for name in raw.of.iter().flatten() {
            let root = self.root(name.value.clone());
            let reached = clients.iter().any(|client| client.of.contains(&root));
            if !reached && self.roots.contains(&root) {
                self.say(
                    name.at,
                    format!("no [[client]] is made of `{root}`, so nothing reaches this sink; add one"),
                );
            }
        }
        let of = self.of(at, raw.of);
        let versions = self.versions(&of, raw.since, raw.before);
        let call = self.sink_call(at, raw.call, &of);
        if raw.data.is_empty()
            && raw.pair.is_none()
            && !raw.receiver
            && raw.returns.is_none()
            && !parse::was_there(self.removed, at, "data")
        {
            self.say(at, "a sink that carries nothing; give `data` or `pair`");
        }
        let data: Vec<Position> = raw.data.iter().filter_map(|position| self.position(position)).collect();
        let pair = raw.pair.and_then(|pair| match pair.value.as_slice() {
            [key, value] => Some((self.position(key)?, self.position(value)?)),
            _ => {
                self.say(pair.at, "`pair` is two positions: of the key and of the value");
                None
            }
        });
        let mut implied = Vec::new();
        for (place, class) in raw.implied {
            self.class(&class);
            let Some(position) = self.position(&place) else { continue };
            let carried =
                data.iter().chain(pair.as_ref().map(|(_, value)| value)).any(|d| reaches(d, &position));
            if !carried && data.len() == raw.data.len() {
                self.say(place.at, format!("`{}` carries no data; add it to `data`", place.value));
            }
            implied.push((position, class.value));
        }
        let command_at = raw.command_at.and_then(|written| {
            if raw.command.is_empty() {
                self.say(written.at, "`command-at` says where the literal is; give `command`, too");
            }
            self.argument(&written)
        });
        let command_at = command_at.unwrap_or_default();
        let mut protection = BTreeMap::new();
        for (class, how) in raw.protection {
            self.class(&class);
            protection.insert(class.value, protect(how.value));
        }
        Sink {
            vendor: VendorId(0),
            of,
            call,
            command: values(raw.command),
            command_at,
            params: values(raw.params),
            packed: raw.packed,
            data,
            pair,
            implied,
            protection,
            receiver: raw.receiver,
            fluent: raw.returns.is_some(),
            versions,
            source: self.source(at, raw.source),
        }
    }

    /// The call of a sink: an assignment only where something can be assigned to.
    fn sink_call(&mut self, table: usize, raw: Option<At<String>>, of: &[String]) -> String {
        match raw {
            Some(call) if call.value == "=" => {
                if let Some(package) = of.iter().find(|root| !self.globals.contains(root)) {
                    self.say(call.at, format!("`=` is an assignment to a global, and `{package}` is none"));
                }
                call.value
            }
            raw => self.call(table, raw),
        }
    }

    fn filter(&mut self, raw: At<raw::Filter>, sinks: &[Sink]) -> Filter {
        let At { at, value: raw } = raw;
        let of = self.of(at, raw.of);
        let calls = self.list(at, "calls", raw.calls);
        for call in &calls {
            let meant = |sink: &&Sink| sink.of.iter().any(|root| of.contains(root));
            let known = || sinks.iter().filter(meant).map(|sink| sink.call.as_str());
            if !of.is_empty() && !known().any(|known| known == call.value) {
                let hint = near::hint(&call.value, known());
                self.say(call.at, format!("`{}` is no sink of these roots{hint}", call.value));
            }
        }
        let member = self.dotted(at, "member", raw.member);
        Filter {
            of,
            option: self.dotted(at, "option", raw.option),
            member: member.split('.').map(str::to_owned).collect(),
            calls: values(calls),
            source: self.source(at, raw.source),
        }
    }

    /// A required path of members.
    fn dotted(&mut self, table: usize, key: &str, raw: Option<At<String>>) -> String {
        let Some(path) = self.need(table, key, raw) else { return String::new() };
        self.members(&path);
        path.value
    }

    fn members(&mut self, path: &At<String>) {
        if path.value.split('.').any(|member| member.trim().is_empty()) {
            self.say(path.at, format!("`{}` is no path; write members joined by `.`", path.value));
        }
    }

    fn reserved(&mut self, raw: BTreeMap<At<String>, At<String>>) -> BTreeMap<String, Option<String>> {
        let mut reserved = BTreeMap::new();
        for (key, class) in raw {
            let none = class.value == "none";
            if !none {
                self.class(&class);
            }
            reserved.insert(key.value, (!none).then_some(class.value));
        }
        reserved
    }

    fn automatic(&mut self, raw: At<raw::Automatic>) -> Automatic {
        let At { at, value: raw } = raw;
        let of = self.of(at, raw.of);
        let versions = self.versions(&of, raw.since, raw.before);
        let classes = self.list(at, "classes", raw.classes);
        for class in &classes {
            self.class(class);
        }
        Automatic {
            of,
            classes: values(classes),
            by_server: self.need(at, "by", raw.by).is_some_and(|by| by.value == raw::By::Server),
            from: self.text(at, "from", raw.from),
            surfaces: self.surfaces(raw.surfaces),
            on: self.conditions(raw.on),
            off: self.conditions(raw.off),
            versions,
            source: self.source(at, raw.source),
        }
    }

    fn surfaces(&mut self, raw: Vec<At<raw::Surface>>) -> Vec<Surface> {
        let mut found = Vec::new();
        for At { at, value } in raw {
            match surface(value) {
                Some(surface) => found.push(surface),
                None => self.say(at, "`auto` is every surface; leave it out, or name those that are meant"),
            }
        }
        found
    }

    fn replay(&mut self, raw: At<raw::Replay>) -> Replay {
        let At { at, value: raw } = raw;
        let of = self.of(at, raw.of);
        let versions = self.versions(&of, raw.since, raw.before);
        Replay {
            of,
            versions,
            on: self.conditions(raw.on),
            off: self.conditions(raw.off),
            masked_by_default: self.need(at, "masked-by-default", raw.masked_by_default).unwrap_or_default(),
            unmasked: self.conditions(raw.unmasked),
            masked: self.conditions(raw.masked),
            source: self.source(at, raw.source),
        }
    }

    fn conditions(&mut self, raw: Vec<At<raw::Condition>>) -> Vec<Condition> {
        raw.into_iter().filter_map(|condition| self.condition(condition)).collect()
    }

    fn condition(&mut self, raw: At<raw::Condition>) -> Option<Condition> {
        let At { at, value: mut raw } = raw;
        if let Some(any) = raw.any.take() {
            return self.alternatives(at, any, &raw);
        }
        let mut tests: Vec<Test> = Vec::new();
        tests.extend(raw.is.map(|is| match is {
            raw::Literal::Bool(value) => Test::Bool(value),
            raw::Literal::Number(value) => Test::Number(value),
            raw::Literal::Text(value) => Test::Text(value),
        }));
        tests.extend(raw.contains.map(Test::Contains));
        tests.extend(raw.above.map(Test::Above));
        tests.extend(raw.set.map(Test::Set));
        let name = match (raw.option, raw.call) {
            (Some(option), None) => option,
            (None, Some(call)) => {
                tests.push(Test::Called);
                self.call(at, Some(call.clone()));
                call
            }
            _ => {
                self.say(at, "a condition needs `option` or `call`, and not both");
                return None;
            }
        };
        if tests.len() != 1 && !self.removed.iter().any(|(table, _)| *table == at) {
            self.say(
                at,
                "a condition is `option` with one of `is`, `contains`, `above`, `set`, or `call` alone",
            );
        }
        self.members(&name);
        Some(Condition { option: name.value, test: tests.pop()? })
    }

    /// `{ any = [{ option = "a", is = false }, { option = "b", is = false }] }`
    fn alternatives(
        &mut self,
        at: usize,
        any: Vec<At<raw::Condition>>,
        rest: &raw::Condition,
    ) -> Option<Condition> {
        let alone = rest.option.is_none()
            && rest.call.is_none()
            && rest.is.is_none()
            && rest.contains.is_none()
            && rest.above.is_none()
            && rest.set.is_none();
        // Calls are recorded for conditions that stand by themselves; hidden in here nobody would look for them.
        if !alone || any.len() < 2 || any.iter().any(|inner| inner.value.option.is_none()) {
            self.say(at, "`any` stands alone and lists two or more conditions with `option`");
            return None;
        }
        Some(Condition { option: String::new(), test: Test::Any(self.conditions(any)) })
    }

    fn incident(&mut self, raw: At<raw::Incident>) -> Incident {
        let At { at, value: raw } = raw;
        Incident {
            date: self.need(at, "date", raw.date).map_or_else(String::new, |date| date.value.to_string()),
            title: self.text(at, "title", raw.title),
            source: self.source(at, raw.source),
        }
    }
}

/// Whether data at one position includes what is at another, or is a part of it.
fn reaches(data: &Position, other: &Position) -> bool {
    if data.open || other.open {
        return (data.open || data.first >= other.first) && (other.open || other.first >= data.first);
    }
    data.first == other.first && data.path.iter().zip(&other.path).all(|(a, b)| a == b)
}

/// Whether a host pattern covers a host or a narrower pattern.
fn covers(pattern: &str, host: &str) -> bool {
    let bare = host.strip_prefix("*.").unwrap_or(host);
    match pattern.strip_prefix("*.") {
        Some(domain) => bare == domain || bare.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.')),
        None => pattern == host,
    }
}

/// Lower-case words joined by single hyphens.
pub(crate) fn is_kebab(text: &str) -> bool {
    text.split('-')
        .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}

fn values(raw: Vec<At<String>>) -> Vec<String> {
    raw.into_iter().map(|at| at.value).collect()
}

fn surface(raw: raw::Surface) -> Option<Surface> {
    match raw {
        raw::Surface::Browser => Some(Surface::Browser),
        raw::Surface::Server => Some(Surface::Server),
        raw::Surface::Mobile => Some(Surface::Mobile),
        raw::Surface::Desktop => Some(Surface::Desktop),
        raw::Surface::Ci => Some(Surface::Ci),
        raw::Surface::Auto => None,
    }
}

fn protect(raw: raw::Protection) -> Protection {
    match raw {
        raw::Protection::Hashed => Protection::Hashed,
        raw::Protection::Masked => Protection::Masked,
        raw::Protection::Truncated => Protection::Truncated,
        raw::Protection::Encrypted => Protection::Encrypted,
        raw::Protection::Rounded => Protection::Rounded,
    }
}
