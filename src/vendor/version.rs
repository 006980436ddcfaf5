//! Versions of packages: which ones a fact of the catalogue holds for, and which one a file of the tree uses.
//!
//! Registries differ (`1.2.3-beta.1`, `1.2rc1`, `v2.0.0+incompatible`, `5.0.RELEASE`), so numbers between dots are
//! compared and whatever follows only tells what came before a release. No rule of a single registry lives here.

use super::VendorId;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

/// Words behind the numbers that say: this came before them.
const BEFORE: [&str; 14] = [
    "a",
    "alpha",
    "b",
    "beta",
    "c",
    "canary",
    "dev",
    "experimental",
    "m",
    "next",
    "nightly",
    "pre",
    "rc",
    "snapshot",
];

/// A version, as far as it can be compared.
#[derive(Clone, Debug)]
pub struct Version {
    /// Without zeros at the end: `1.0` is `1`.
    numbers: Vec<u64>,
    /// What comes before the release of these numbers: `beta.2`.
    before: Option<String>,
    text: String,
}

impl Version {
    /// Reads `10.4.0`, `v1.2`, `2.0.0-beta.1`; also the fixed part of `8.x` and `1.2.*`.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        let text = written.trim().trim_start_matches(['v', 'V']);
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let mut numbers = Vec::new();
        let mut rest = text;
        loop {
            let end = digits(rest);
            let Ok(number) = rest[..end].parse() else { break };
            numbers.push(number);
            rest = &rest[end..];
            match rest.strip_prefix('.') {
                Some(more) if digits(more) > 0 => rest = more,
                _ => break,
            }
        }
        if numbers.is_empty() {
            return None;
        }
        while numbers.last() == Some(&0) {
            numbers.pop();
        }
        let tail = rest.split('+').next().unwrap_or_default().trim_start_matches(['.', '-', '_']);
        let tail = tail.to_ascii_lowercase();
        let word = tail.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let before = BEFORE.contains(&word).then_some(tail);
        Some(Self { numbers, before, text: text.to_owned() })
    }

    /// The lowest version that a range of any registry asks for: `8.1.0` of `^8.1.0`, `>=8.1.0,<9` and `[8.1.0,9)`.
    pub(crate) fn lowest(range: &str) -> Option<Self> {
        let range = range.trim();
        if range.starts_with("(,") || range.starts_with("[,") {
            return None;
        }
        let mut other_end = false;
        let mut lowest: Option<Self> = None;
        for part in range.split(|c: char| c.is_whitespace() || ",|()[]".contains(c)) {
            let number = part.trim_start_matches(|c: char| "^~=<>!".contains(c));
            let operator = &part[..part.len() - number.len()];
            if !operator.is_empty() {
                other_end = operator.starts_with(['<', '!']);
            }
            if number.is_empty() || std::mem::take(&mut other_end) {
                continue;
            }
            if let Some(version) = Self::parse(number) {
                lowest = Some(lowest.map_or_else(|| version.clone(), |known| known.min(version.clone())));
            }
        }
        lowest
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        let released = |v: &Self| v.before.is_none();
        self.numbers
            .cmp(&other.numbers)
            .then_with(|| released(self).cmp(&released(other)))
            .then_with(|| self.before.cmp(&other.before))
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Version {}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The versions of a package that a fact holds for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    /// From this one on; the first if absent.
    pub since: Option<Version>,
    /// Up to this one, and not for it; without end if absent.
    pub before: Option<Version>,
}

impl Versions {
    /// True if the fact holds for this version. Where nobody knows the version, the newest facts hold.
    pub(crate) fn hold(&self, version: Option<&Version>) -> bool {
        let Some(version) = version else { return self.before.is_none() };
        self.since.as_ref().is_none_or(|since| version >= since)
            && self.before.as_ref().is_none_or(|before| version < before)
    }

    /// For people: `since 10.4.0`, `before 3`, or nothing.
    pub(crate) fn describe(&self) -> String {
        let since = self.since.as_ref().map(|version| format!("since {version}"));
        let before = self.before.as_ref().map(|version| format!("before {version}"));
        since.into_iter().chain(before).collect::<Vec<_>>().join(", ")
    }
}

/// Which version of a root each folder of the tree uses.
#[derive(Debug, Default)]
pub(crate) struct Resolved {
    known: BTreeMap<(VendorId, String), Vec<(String, Version)>>,
}

impl Resolved {
    /// A manifest or lock file in this folder says so.
    pub(crate) fn add(&mut self, vendor: VendorId, root: &str, folder: &str, version: Version) {
        self.known.entry((vendor, root.to_owned())).or_default().push((folder.to_owned(), version));
    }

    /// The version that a file uses: by the nearest manifest above it, else by any. Where one place has several (a root
    /// that stands for several packages), the newest.
    pub(crate) fn version(&self, vendor: VendorId, root: &str, file: &str) -> Option<&Version> {
        let known = self.known.get(&(vendor, root.to_owned()))?;
        let above = |folder: &str| {
            folder.is_empty() || file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
        };
        let nearness = |folder: &str| above(folder).then_some(folder.len());
        let best = known.iter().max_by_key(|(folder, version)| (nearness(folder), version));
        best.map(|(_, version)| version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        Version::parse(text).unwrap()
    }

    #[test]
    fn versions_of_all_registries_are_in_order() {
        let order = [
            "0.9",
            "1.0.0-alpha",
            "1.0.0-beta.2",
            "1.0rc1",
            "1.0.0",
            "1.0.1",
            "1.2",
            "1.10.0",
            "v2.0.0",
            "2.1.0.RELEASE",
            "2.4-jre",
            "10.4.0-next.1",
            "10.4.0",
        ];
        for pair in order.windows(2) {
            assert!(version(pair[0]) < version(pair[1]), "{pair:?}");
        }
        assert_eq!(version("1.0"), version("v1"));
        assert_eq!(Version::parse("latest"), None);
        assert_eq!(Version::parse(""), None);
        assert_eq!(Version::parse("99999999999999999999.1"), None);
    }

    #[test]
    fn ranges_have_a_lowest_version() {
        let lowest = |range: &str| Version::lowest(range).map(|v| v.to_string());
        for (range, expected) in [
            ("^8.1.0", "8.1.0"),
            ("~> 5.0", "5.0"),
            (">=1.2,<2", "1.2"),
            (">= 1.2 < 2", "1.2"),
            ("~=2.2", "2.2"),
            ("9 || ^8.2", "8.2"),
            ("[1.0,2.0)", "1.0"),
            ("1.2 - 2.3", "1.2"),
            ("!=1.5,>=1.4", "1.4"),
        ] {
            assert_eq!(lowest(range).as_deref(), Some(expected), "{range}");
        }
        for range in ["<3", "(,1.0]", "*", "latest", "workspace:*", "github:a/b#1.2", ""] {
            assert_eq!(lowest(range), None, "{range}");
        }
    }

    #[test]
    fn a_fact_holds_from_since_to_before() {
        let versions = |since: Option<&str>, before: Option<&str>| Versions {
            since: since.map(version),
            before: before.map(version),
        };
        let middle = versions(Some("2.0"), Some("3.0.0"));
        let holds = |text: &str| middle.hold(Some(&version(text)));
        assert_eq!(["1.9", "2.0.0", "2.9.1", "3.0.0"].map(holds), [false, true, true, false]);
        assert_eq!(middle.describe(), "since 2.0, before 3.0.0");
        assert!(versions(Some("9"), None).hold(None), "the newest facts hold");
        assert!(!middle.hold(None));
        assert!(Versions::default().hold(None) && Versions::default().hold(Some(&version("0"))));
    }

    #[test]
    fn the_nearest_manifest_says_which_version() {
        let mut resolved = Resolved::default();
        let vendor = VendorId(0);
        for (folder, text) in [("", "1.0"), ("apps/web", "2.0"), ("apps/web", "2.1"), ("apps/we", "9.0")] {
            resolved.add(vendor, "m", folder, version(text));
        }
        let of = |file: &str| resolved.version(vendor, "m", file).unwrap().to_string();
        assert_eq!(of("src/a.ts"), "1.0");
        assert_eq!(of("apps/web/src/a.ts"), "2.1");
        assert_eq!(of("apps/api/a.ts"), "1.0");
        assert_eq!(resolved.version(vendor, "other", "a.ts"), None);
        let mut aside = Resolved::default();
        aside.add(vendor, "m", "packages/one", version("3"));
        assert_eq!(aside.version(vendor, "m", "a.ts").unwrap().to_string(), "3");
    }
}
