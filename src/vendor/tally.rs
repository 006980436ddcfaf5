//! What the catalogue holds, in numbers. It counts; what is enough is said elsewhere.

use super::{Catalogue, Condition, Package, Sink, Test, Vendor};
use std::collections::{BTreeMap, BTreeSet};

/// Numbers of some vendors.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Vendors whose flows are known.
    pub deep: usize,
    /// Vendors that are known by who they are.
    pub wide: usize,
    /// Calls that hand data over.
    pub sinks: usize,
    /// The same by language; one that two languages share counts for both.
    pub languages: BTreeMap<&'static str, usize>,
    /// What SDK or server add.
    pub automatic: usize,
    /// Options and calls that automatic collection and session replay depend on.
    pub switches: usize,
    /// Pages and files that say so, each once.
    pub sources: usize,
    /// Patterns of hosts.
    pub hosts: usize,
    /// Packages by registry.
    pub packages: BTreeMap<String, usize>,
    /// Names outside code.
    pub traces: usize,
    /// Public incidents.
    pub incidents: usize,
}

impl Vendor {
    /// True if it is known where data leaves to it, or what it collects; else only who it is.
    pub(crate) fn is_deep(&self) -> bool {
        !self.sinks.is_empty() || !self.automatic.is_empty()
    }

    /// The registry of a root as `of` writes it; none for a global.
    fn ecosystem(&self, root: &str) -> Option<&str> {
        let is_called = |package: &&Package| {
            let qualified = root.strip_prefix(&package.ecosystem).and_then(|rest| rest.strip_prefix(':'));
            package.name == root || qualified == Some(&package.name)
        };
        self.packages.iter().find(is_called).map(|package| package.ecosystem.as_str())
    }

    /// Everything that says who says so.
    fn sources<'a>(&'a self, catalogue: &'a Catalogue) -> impl Iterator<Item = &'a str> {
        let sinks = self.sinks.iter().map(|&id| &catalogue.sink(id).source);
        sinks
            .chain(self.filters.iter().map(|filter| &filter.source))
            .chain(self.automatic.iter().map(|automatic| &automatic.source))
            .chain(self.replay.iter().map(|replay| &replay.source))
            .chain(self.incidents.iter().map(|incident| &incident.source))
            .chain(self.traces.iter().map(|trace| &trace.source))
            .map(String::as_str)
    }

    /// Names of what its automatic collection and its replay depend on.
    fn switches(&self) -> BTreeSet<&str> {
        let automatic = self.automatic.iter().flat_map(|a| a.on.iter().chain(&a.off));
        let replay =
            self.replay.iter().flat_map(|r| r.on.iter().chain(&r.off).chain(&r.unmasked).chain(&r.masked));
        let mut names = BTreeSet::new();
        let mut todo: Vec<&Condition> = automatic.chain(replay).collect();
        while let Some(condition) = todo.pop() {
            match &condition.test {
                Test::Any(conditions) => todo.extend(conditions),
                _ => {
                    names.insert(condition.option.as_str());
                }
            }
        }
        names
    }
}

impl Tally {
    /// Counts vendors of a catalogue.
    pub(crate) fn of<'a>(vendors: impl IntoIterator<Item = &'a Vendor>, catalogue: &'a Catalogue) -> Self {
        let mut tally = Self::default();
        let mut sources: BTreeSet<&str> = BTreeSet::new();
        for vendor in vendors {
            let deep = vendor.is_deep();
            tally.deep += usize::from(deep);
            tally.wide += usize::from(!deep);
            for &id in &vendor.sinks {
                tally.sinks += 1;
                for language in languages(vendor, catalogue.sink(id)) {
                    *tally.languages.entry(language).or_default() += 1;
                }
            }
            tally.automatic += vendor.automatic.len();
            tally.switches += vendor.switches().len();
            tally.hosts += vendor.hosts.len();
            for package in &vendor.packages {
                *tally.packages.entry(package.ecosystem.clone()).or_default() += 1;
            }
            tally.traces += vendor.traces.len();
            tally.incidents += vendor.incidents.len();
            sources.extend(vendor.sources(catalogue));
        }
        tally.sources = sources.len();
        tally
    }
}

/// The languages from which a sink is called.
fn languages(vendor: &Vendor, sink: &Sink) -> BTreeSet<&'static str> {
    sink.of.iter().map(|root| vendor.ecosystem(root).map_or("script tag", language)).collect()
}

/// The language of a registry's packages.
fn language(ecosystem: &str) -> &'static str {
    match ecosystem {
        "cargo" => "Rust",
        "cocoapods" | "swiftpm" => "Swift, Objective-C",
        "composer" => "PHP",
        "gem" => "Ruby",
        "go" => "Go",
        "maven" => "Java, Kotlin",
        "nuget" => "C#",
        "pub" => "Dart",
        "pypi" => "Python",
        _ => "JavaScript, TypeScript",
    }
}

#[cfg(test)]
mod tests {
    use super::super::load::tests::{catalogue, entry};
    use super::*;

    #[test]
    fn counts_what_is_there() {
        let deep = entry(
            "hosts = [\"a.com\", \"*.b.com\"]\n\
             package = [{ ecosystem = \"npm\", name = \"a\", surface = \"browser\" }, \
                        { ecosystem = \"pypi\", name = \"a\", surface = \"server\", import = \"a_sdk\" }]\n\
             global = [{ name = \"aSdk\", surface = \"browser\" }]\n\
             client = [{ of = [\"a\", \"pypi:a\", \"aSdk\"], made-by = [\"\"] }]\n\
             [[sink]]\nof = [\"a\", \"aSdk\"]\ncall = \"track\"\ndata = [\"arg 0\"]\nsource = \"https://a.com/1\"\n\
             [[sink]]\nof = [\"pypi:a\"]\ncall = \"track\"\ndata = [\"arg 0\"]\nsource = \"https://a.com/1\"\n\
             [[automatic]]\nof = [\"a\"]\nclasses = [\"location.city\"]\nby = \"server\"\nfrom = \"IP\"\n\
             off = [{ any = [{ option = \"ip\", is = false }, { option = \"geo\", is = false }] }, { call = \"stop\" }]\n\
             source = \"https://a.com/2\"\n",
        );
        let catalogue = catalogue(&[("a.toml", &deep), ("b.toml", &entry("hosts = [\"c.com\"]"))]);
        let tally = Tally::of(catalogue.vendors(), &catalogue);
        assert_eq!((tally.deep, tally.wide, tally.sinks, tally.automatic), (1, 1, 2, 1));
        assert_eq!((tally.switches, tally.sources, tally.hosts), (3, 2, 3));
        let languages: Vec<_> = tally.languages.into_iter().collect();
        assert_eq!(languages, [("JavaScript, TypeScript", 1), ("Python", 1), ("script tag", 1)]);
        assert_eq!(tally.packages.into_values().collect::<Vec<_>>(), [1, 1]);
    }
}
