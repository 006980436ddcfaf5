//! Names outside code that stand for a vendor: variables, settings, parts of other systems. Raw -> checked, and found.
//!
//! A generic word alone never identifies anybody: `API_KEY` and `analytics` are everybody's.

use super::checker::Checker;
use super::raw::{self, At};
use super::{Surface, Trace, check::Claim};

/// Prefixes with which frameworks show a variable to the browser.
const PUBLIC: [&str; 10] = [
    "NEXT_PUBLIC_",
    "REACT_APP_",
    "NUXT_PUBLIC_",
    "EXPO_PUBLIC_",
    "GATSBY_",
    "VUE_APP_",
    "VITE_",
    "STORYBOOK_",
    "NG_APP_",
    "PUBLIC_",
];

/// Words that say nothing of a vendor, alone or in front of a `*`.
const GENERIC: [&str; 24] = [
    "ANALYTICS",
    "API",
    "APP",
    "AUTH",
    "CLIENT",
    "DATABASE",
    "DSN",
    "ENV",
    "EVENTS",
    "HOST",
    "ID",
    "KEY",
    "LOG",
    "LOGS",
    "METRICS",
    "MONITORING",
    "PIXEL",
    "PROJECT",
    "SECRET",
    "TAG",
    "TOKEN",
    "TRACKING",
    "URL",
    "WRITE",
];

/// The name without a framework's prefix, and whether that prefix shows it to the browser.
pub(crate) fn framework(name: &str) -> (&str, bool) {
    PUBLIC
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix).filter(|rest| rest.len() > 2))
        .map_or((name, false), |rest| (rest, true))
}

/// Where packages of a registry run, if the catalogue leaves it open.
pub(crate) fn ecosystem_surface(ecosystem: &str) -> Surface {
    match ecosystem {
        "cocoapods" | "pub" | "swiftpm" => Surface::Mobile,
        _ => Surface::Server,
    }
}

impl Checker<'_> {
    /// Everything that identifies a vendor outside code.
    pub(super) fn traces(
        &mut self,
        variables: Vec<At<raw::Variable>>,
        settings: Vec<At<raw::Setting>>,
        components: Vec<At<raw::Component>>,
        claims: &mut Vec<Claim>,
    ) -> Vec<Trace> {
        let mut traces = Vec::new();
        for At { at, value: raw } in variables {
            let place = raw.name.as_ref().map_or(at, |name| name.at);
            let name = self.text(at, "name", raw.name);
            self.variable_name(place, &name);
            claims.push(Claim { kind: "variable".into(), name: name.clone(), at: place });
            traces.push(Trace { kind: "variable", name, option: None, source: self.source(at, raw.source) });
        }
        for At { at, value: raw } in settings {
            let kind = self.need(at, "file", raw.file).map_or("application", |file| file.value.word());
            let place = raw.path.as_ref().map_or(at, |path| path.at);
            let name = self.text(at, "path", raw.path);
            let option = raw.option.map(|option| (option.value, self.of(at, raw.of)));
            claims.push(Claim { kind: format!("{kind} setting").into(), name: name.clone(), at: place });
            traces.push(Trace { kind, name, option, source: self.source(at, raw.source) });
        }
        for At { at, value: raw } in components {
            let kind = self.need(at, "kind", raw.kind).map_or("image", |kind| kind.value.word());
            let source = self.source(at, raw.source);
            for name in self.list(at, "names", raw.names) {
                if name.value == "*" {
                    self.say(name.at, "`*` alone is everybody; write how the names begin");
                }
                claims.push(Claim { kind: kind.into(), name: name.value.clone(), at: name.at });
                traces.push(Trace { kind, name: name.value, option: None, source: source.clone() });
            }
        }
        traces
    }

    fn variable_name(&mut self, at: usize, name: &str) {
        let stem = name.strip_suffix('*').unwrap_or(name);
        let plain = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
        if name.is_empty() {
            return;
        }
        if stem.is_empty() || !stem.bytes().all(plain) {
            self.say(
                at,
                format!("`{name}` is no name of a variable; write capitals, and `*` only at its end"),
            );
        } else if framework(stem).1 {
            self.say(at, format!("`{name}` has the prefix of a framework; leave it out"));
        } else if stem.split('_').filter(|word| !word.is_empty()).all(|word| GENERIC.contains(&word)) {
            self.say(at, format!("`{name}` is made of common words; it would match anybody's"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::load::tests::{catalogue, entry, vocabulary};
    use super::super::{builtin_files, load};
    use super::*;

    /// Names that belong to one vendor, common as they are. The last is what code imports; a manifest has to say
    /// `analytics-python`.
    const GIVEN: [(&str, &str); 4] =
        [("cocoapods", "Analytics"), ("global", "analytics"), ("nuget", "Analytics"), ("pypi", "analytics")];

    #[test]
    fn a_generic_word_alone_never_identifies_a_vendor() {
        let catalogue = load(&builtin_files(), &vocabulary()).unwrap();
        let words = GENERIC.iter().flat_map(|word| [word.to_string(), word.to_lowercase()]);
        for word in words.chain(["Analytics", "Tracking", "Pixel", "Events"].map(str::to_owned)) {
            for (_, ecosystem) in raw::Ecosystem::ALL {
                let given = GIVEN.contains(&(ecosystem, word.as_str()));
                assert!(given || catalogue.package(ecosystem, &word).is_none(), "{ecosystem} {word}");
            }
            let given = GIVEN.contains(&("global", word.as_str()));
            assert!(given || catalogue.global(&word).is_none(), "window.{word}");
            assert!(catalogue.trace("variable", &word).is_none(), "variable {word}");
            assert!(catalogue.trace("variable", &format!("{word}_KEY")).is_none(), "variable {word}_KEY");
        }
    }

    #[test]
    fn exact_names_win_and_case_does_not_matter() {
        let alpha =
            entry("hosts = [\"a.com\"]\n[[variable]]\nname = \"ALPHA_*\"\nsource = \"https://a.com\"");
        let beta =
            entry("hosts = [\"b.com\"]\n[[variable]]\nname = \"ALPHA_BETA\"\nsource = \"https://a.com\"");
        let catalogue = catalogue(&[("alpha.toml", &alpha), ("beta.toml", &beta)]);
        let vendor = |name: &str| catalogue.trace("variable", name).map(|(vendor, _)| vendor.0);
        assert_eq!(vendor("alpha_key"), Some(0));
        assert_eq!(vendor("ALPHA_BETA"), Some(1));
        assert_eq!(vendor("BETA"), None);
        assert_eq!(framework("NEXT_PUBLIC_ALPHA_KEY"), ("ALPHA_KEY", true));
    }
}
