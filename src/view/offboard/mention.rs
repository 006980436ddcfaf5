//! The names of a vendor in any text, and what kind of file it is that names it.
//!
//! Only which name stands where is told, never the text around it.

use super::names::ORDINARY;
use crate::vendor::{Catalogue, Vendor, VendorId, framework};
use std::collections::BTreeSet;

/// A line that names the vendor.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// From 1.
    pub line: u32,
    /// The name that stands there.
    pub what: String,
    /// False for a word that need not mean the vendor.
    pub sure: bool,
}

/// Ends of names of files that hold no text worth searching.
const NO_TEXT: [&str; 39] = [
    "7z",
    "a",
    "aac",
    "avif",
    "bin",
    "bmp",
    "br",
    "class",
    "dll",
    "dylib",
    "eot",
    "exe",
    "gif",
    "gz",
    "icns",
    "ico",
    "jar",
    "jpeg",
    "jpg",
    "keystore",
    "lockb",
    "map",
    "mov",
    "mp3",
    "mp4",
    "o",
    "ogg",
    "otf",
    "pdf",
    "png",
    "pyc",
    "so",
    "tgz",
    "tsbuildinfo",
    "ttf",
    "wasm",
    "webp",
    "woff",
    "woff2",
];

/// What package managers write.
const LOCK_FILES: [&str; 19] = [
    "Cargo.lock",
    "Gemfile.lock",
    "Package.resolved",
    "Pipfile.lock",
    "Podfile.lock",
    "bun.lock",
    "composer.lock",
    "go.sum",
    "gradle.lockfile",
    "mix.lock",
    "npm-shrinkwrap.json",
    "package-lock.json",
    "packages.lock.json",
    "pdm.lock",
    "pnpm-lock.yaml",
    "poetry.lock",
    "pubspec.lock",
    "uv.lock",
    "yarn.lock",
];

/// Where projects say what they need.
const MANIFESTS: [&str; 15] = [
    "Cargo.toml",
    "Gemfile",
    "Package.swift",
    "Pipfile",
    "Podfile",
    "build.gradle",
    "build.gradle.kts",
    "composer.json",
    "go.mod",
    "package.json",
    "pom.xml",
    "pubspec.yaml",
    "pyproject.toml",
    "requirements.txt",
    "setup.py",
];

/// Languages that are searched by name only, and so may hold calls.
const CODE: [&str; 18] = [
    "c", "cc", "clj", "cpp", "cs", "dart", "ex", "exs", "go", "groovy", "java", "kt", "m", "php", "rb", "rs",
    "scala", "swift",
];

/// Words in paths of what is told to people.
const NOTICE: [&str; 14] = [
    "cookie",
    "cookies",
    "datenschutz",
    "dpa",
    "gdpr",
    "impressum",
    "imprint",
    "legal",
    "policy",
    "privacidad",
    "privacy",
    "subprocessor",
    "subprocessors",
    "terms",
];

/// True for files that may name a vendor in text.
pub(crate) fn may_name(path: &str) -> bool {
    let extension = extension(path).to_ascii_lowercase();
    NO_TEXT.binary_search(&extension.as_str()).is_err()
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn extension(path: &str) -> &str {
    name(path).rsplit_once('.').map_or("", |(_, extension)| extension)
}

pub(super) fn is_lock_file(path: &str) -> bool {
    LOCK_FILES.binary_search(&name(path)).is_ok()
}

/// What runs in a pipeline.
pub(super) fn is_ci(path: &str) -> bool {
    let folders = [".buildkite/", ".circleci/", ".github/", ".gitlab/"];
    let names =
        [".gitlab-ci", ".travis", "Jenkinsfile", "azure-pipelines", "bitbucket-pipelines", "cloudbuild"];
    folders.iter().any(|folder| path.starts_with(folder) || path.contains(&format!("/{folder}")))
        || names.iter().any(|begin| name(path).starts_with(begin))
}

/// What tells how it was: it may go on naming whom it named.
pub(super) fn is_history(path: &str) -> bool {
    let name = name(path).to_ascii_lowercase();
    let names = ["changelog", "changes", "history", "news", "releases", "release-notes", "release_notes"];
    names.iter().any(|begin| name.starts_with(begin))
        || path
            .split('/')
            .any(|part| matches!(part, ".changeset" | "adr" | "changelog" | "changelogs" | "decisions"))
}

/// The step that a mention in this file belongs to.
pub(super) fn step_of(path: &str, what: &str) -> &'static str {
    let extension = extension(path).to_ascii_lowercase();
    let lower = path.to_ascii_lowercase();
    let notice = || lower.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| NOTICE.contains(&word));
    let prose = || matches!(&*extension, "adoc" | "htm" | "html" | "markdown" | "md" | "mdx" | "rst" | "txt");
    let variable = what.len() > 2 && !what.bytes().any(|b| b.is_ascii_lowercase());
    match name(path) {
        "vendorflow.lock" | "vendorflow.toml" => "record",
        _ if is_lock_file(path) => "lock-file",
        name if MANIFESTS.binary_search(&name).is_ok() => "dependency",
        _ if is_ci(path) && variable => "secret",
        name if name.starts_with(".env") => "variable",
        _ if CODE.binary_search(&extension.as_str()).is_ok() => "call",
        _ if notice() => "notice",
        _ if prose() || is_history(path) => "documentation",
        _ => "named",
    }
}

/// Looks for the names of one vendor.
pub(super) struct Finder<'a> {
    vendor: &'a Vendor,
    /// Names that are nobody else's, in lower case, longest first.
    names: Vec<String>,
    /// Variables, as written; `true` for what only begins so.
    variables: Vec<(String, bool)>,
    /// The name is an ordinary word, and stands for the vendor only where it is written as a name.
    ordinary: bool,
}

impl<'a> Finder<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, id: VendorId) -> Self {
        let vendor = catalogue.vendor(id);
        let plain = vendor.name.to_ascii_lowercase();
        let ordinary = ORDINARY.binary_search(&plain.as_str()).is_ok() || plain.len() < 4;
        let mut names: BTreeSet<String> = BTreeSet::new();
        if !ordinary {
            for written in [&vendor.name, &vendor.id] {
                let lower = written.to_ascii_lowercase();
                let words: Vec<&str> =
                    lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
                names.extend(["", " ", "-", "_"].map(|between| words.join(between)));
                names.insert(lower.clone());
            }
        }
        names.extend(vendor.hosts.iter().map(|host| host.trim_start_matches("*.").to_ascii_lowercase()));
        let packages = vendor.packages.iter().flat_map(|p| std::iter::once(&p.name).chain(&p.import));
        names.extend(packages.filter(|name| is_telling(name)).map(|name| name.to_ascii_lowercase()));
        let shared = |entity: &str| catalogue.vendors().filter(|other| other.entity == entity).count() > 1;
        if !shared(&vendor.entity) {
            names.insert(vendor.entity.to_ascii_lowercase());
        }
        names.retain(|name| name.len() > 3);
        let mut names: Vec<String> = names.into_iter().collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        let variables = vendor.traces.iter().filter(|trace| trace.kind == "variable");
        let variables = variables.map(|trace| match trace.name.strip_suffix('*') {
            Some(begin) => (begin.to_owned(), true),
            None => (trace.name.clone(), false),
        });
        Self { vendor, names, variables: variables.collect(), ordinary }
    }

    /// The lines of a text that name the vendor, each once, and the file if its own name does.
    pub(super) fn find(&self, path: &str, text: &str) -> Vec<Mention> {
        let mut found = Vec::new();
        let lower_name = name(path).to_ascii_lowercase();
        if let Some(name) = self.names.iter().find(|n| stands(name(path), &lower_name, n, true)) {
            found.push(Mention { line: 1, what: format!("file named {name}"), sure: true });
        }
        let lower = text.to_ascii_lowercase();
        let anywhere = self.names.iter().any(|name| lower.contains(name.as_str()))
            || self.variables.iter().any(|(name, _)| text.contains(name.as_str()))
            || self.ordinary && lower.contains(&self.vendor.name.to_ascii_lowercase());
        if !anywhere {
            return found;
        }
        for (at, (line, lower)) in text.lines().zip(lower.lines()).enumerate() {
            if let Some((what, sure)) = self.line(path, line, lower) {
                found.push(Mention { line: at as u32 + 1, what, sure });
            }
        }
        found
    }

    fn line(&self, path: &str, line: &str, lower: &str) -> Option<(String, bool)> {
        if let Some(variable) = self.variable(line) {
            return Some((variable, true));
        }
        if let Some(name) = self.names.iter().find(|name| stands(line, lower, name, !is_address(name))) {
            return Some((name.clone(), true));
        }
        let begin = line.trim_start();
        let comment = ["//", "/*", "*", "#", "<!--", "--"].iter().any(|mark| begin.starts_with(mark));
        let text = comment || matches!(step_of(path, ""), "notice" | "documentation");
        let named = self.ordinary
            && (text && stands_as_name(line, &self.vendor.name)
                || has_its_key(line, lower, &self.vendor.name));
        named.then(|| (format!("{} (if the vendor is meant)", self.vendor.name), false))
    }

    /// The variable of the vendor that a line names.
    fn variable(&self, line: &str) -> Option<String> {
        let upper = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        line.split(|c| !upper(c)).filter(|word| word.len() > 3).find_map(|word| {
            let (plain, _) = framework(word);
            let mine = |(name, begins): &(String, bool)| match begins {
                true => plain.starts_with(name.as_str()),
                false => plain == name,
            };
            self.variables.iter().any(mine).then(|| word.to_owned())
        })
    }
}

/// A name that says by itself that it is one of a package: not a bare word.
fn is_telling(name: &str) -> bool {
    !name.ends_with('*') && name.contains(['/', '.', ':', '-', '_', '@'])
}

/// Addresses and names of packages stand alone; words may be a part of a longer name.
fn is_address(name: &str) -> bool {
    name.contains(['.', '/', ':', '@'])
}

/// True if a name stands in a line by itself, or, as `inside` allows, as a word of a longer name: `trackMixpanel`.
fn stands(line: &str, lower: &str, name: &str, inside: bool) -> bool {
    lower.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + name.len()..].chars().next();
        let first = line[at..].chars().next();
        let begins = match before {
            None => true,
            Some(c) if !c.is_alphanumeric() => inside || c != '-' && c != '_',
            Some(c) => {
                inside && (c.is_lowercase() || c.is_ascii_digit()) && first.is_some_and(char::is_uppercase)
            }
        };
        let ends = match after {
            None => true,
            Some(c) if !c.is_alphanumeric() => inside || c != '-' && c != '_',
            // `MixpanelToken`, but not `mixpanelled`.
            Some(c) => inside && !c.is_lowercase(),
        };
        begins && ends
    })
}

/// An ordinary word written as a name: with its capital, and not where every word has one.
fn stands_as_name(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].trim_end();
        let spaced = line[..at].ends_with([' ', '(', '[', '"', '\'', '`']);
        let after = line[at + name.len()..].chars().next();
        let begins_sentence =
            before.is_empty() || before.ends_with(['.', '!', '?', ':', '#', '-', '*', '|', '>']);
        spaced && !begins_sentence && after.is_none_or(|c| !c.is_alphanumeric())
    })
}

/// What is kept of a vendor under its name: `AmplitudeKey`, `segment_write_key`.
fn has_its_key(line: &str, lower: &str, name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let kept = ["apikey", "clientid", "dsn", "key", "projectid", "secret", "token", "webhook", "writekey"];
    let mut places = lower.match_indices(name.as_str()).filter(|(at, _)| {
        let before = line[..*at].chars().next_back();
        before.is_none_or(|c| {
            !c.is_alphanumeric() || c.is_lowercase() && line[*at..].starts_with(char::is_uppercase)
        })
    });
    places.any(|(at, _)| {
        let rest = lower[at + name.len()..].chars().filter(|c| *c != '_').take(9).collect::<String>();
        kept.iter().any(|word| rest.starts_with(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn lists_are_sorted() {
        assert!(
            NO_TEXT.is_sorted()
                && LOCK_FILES.is_sorted()
                && MANIFESTS.is_sorted()
                && CODE.is_sorted()
                && NOTICE.is_sorted()
        );
    }

    #[test]
    fn a_name_stands_by_itself_or_as_a_word_of_a_name() {
        for (line, inside) in [
            ("We use Mixpanel.", true),
            ("const mixpanelToken = 1", true),
            ("trackMixpanel()", true),
            ("MIXPANEL_TOKEN", true),
            ("see mixpanel's terms", true),
            ("automixpanel", false),
            ("mixpanelled", false),
        ] {
            assert_eq!(stands(line, &line.to_ascii_lowercase(), "mixpanel", true), inside, "{line}");
        }
        for (line, alone) in
            [("https://api.mixpanel.com/x", true), ("notmixpanel.com", false), ("my-mixpanel.com", false)]
        {
            assert_eq!(stands(line, line, "mixpanel.com", false), alone, "{line}");
        }
    }

    #[test]
    fn an_ordinary_word_counts_as_a_name_only() {
        assert!(stands_as_name("Data goes to Segment for analysis.", "Segment"));
        for line in ["Segment the list", "- Segment", "a segment", "in SegmentTree", "x. Segment of y"] {
            assert!(!stands_as_name(line, "Segment"), "{line}");
        }
    }

    #[test]
    fn a_key_may_be_kept_under_an_ordinary_word() {
        for (line, is) in [
            ("  AmplitudeKey: string;", true),
            ("const amplitude_api_key = 1", true),
            ("myAmplitudeToken", true),
            ("amplitude of the wave, keyed", false),
            ("reamplitudekey", false),
        ] {
            assert_eq!(has_its_key(line, &line.to_ascii_lowercase(), "Amplitude"), is, "{line}");
        }
    }

    #[test]
    fn files_belong_to_steps() {
        for (path, what, step) in [
            ("docs/privacy-policy.md", "mixpanel", "notice"),
            ("README.md", "mixpanel", "documentation"),
            (".gitlab-ci.yml", "MIXPANEL_TOKEN", "secret"),
            (".github/workflows/ci.yml", "mixpanel", "named"),
            (".env.production", "MIXPANEL_TOKEN", "variable"),
            ("android/Main.kt", "com.mixpanel", "call"),
            ("vendorflow.toml", "mixpanel", "record"),
            ("go.sum", "github.com/mixpanel", "lock-file"),
            ("config/app.yml", "mixpanel", "named"),
        ] {
            assert_eq!(step_of(path, what), step, "{path}");
        }
    }

    #[test]
    fn ordinary_words_are_names_of_vendors() {
        let (_, catalogue) = crate::knowledge(&[]).unwrap();
        let names: BTreeSet<String> = catalogue.vendors().map(|v| v.name.to_ascii_lowercase()).collect();
        assert!(ORDINARY.is_sorted());
        for word in ORDINARY {
            assert!(names.contains(*word), "no vendor is called `{word}`");
        }
    }

    #[test]
    fn the_file_and_its_lines_are_found() {
        let sample = sample::sample();
        let finder = Finder::new(&sample.basis.catalogue, VendorId(0));
        let found = finder.find("src/mixpanel.kt", "a\nval x = Mixpanel.get()\n// mixpanel, inc.\n");
        let lines: Vec<(u32, &str)> = found.iter().map(|m| (m.line, m.what.as_str())).collect();
        assert_eq!(lines, [(1, "file named mixpanel"), (2, "mixpanel"), (3, "mixpanel, inc.")]);
    }
}
