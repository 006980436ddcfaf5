//! The parts that the check of every table needs: required keys, texts, lists, addresses, classes, hosts, paths.
//!
//! Each takes what is written with its place, tells what is wrong with it, and gives back a value to go on with.

use super::raw::{self, At};
use super::{Position, countries, near, parse, position};
use crate::error::Problem;
use crate::personal::Vocabulary;
use std::collections::BTreeMap;

/// Collects the problems of one entry.
pub(crate) struct Checker<'a> {
    pub file: &'a str,
    pub text: &'a str,
    pub vocabulary: Option<&'a Vocabulary>,
    pub removed: &'a [(usize, String)],
    /// Names of this entry's packages and globals, as `of` says them.
    pub roots: Vec<String>,
    /// Which of them are globals.
    pub globals: Vec<String>,
    /// What a package is called with its registry in front, and its name among `roots`.
    pub qualified: BTreeMap<String, String>,
    /// What a missing key should have said.
    pub wanted: fn(&str) -> &'static str,
    pub problems: &'a mut Vec<Problem>,
}

/// What a missing key should have said.
pub(super) fn wanted(key: &str) -> &'static str {
    match key {
        "source" => {
            "say who says so: an address (`https://…`) or a package and file (`npm:name@version file`)"
        }
        "purpose" => "give the id of a purpose",
        "entity" => "name the legal entity that processes",
        "country" => "give the ISO 3166-1 alpha-2 code of the entity's seat",
        "homepage" | "docs" => "give an address: `https://…`",
        "ecosystem" => "say which registry: `npm`, `pypi`, …",
        "surface" => "say where it runs: `browser`, `server`, `mobile`, `desktop`, `ci` or `auto`",
        "of" => "list the packages and globals it applies to",
        "made-by" => "list the paths that make a client; `\"\"` is the root itself",
        "call" => "give the path of the call; `()` is the client itself",
        "option" => "give the path of the option that takes the function",
        "member" => "give the path of what the function can remove from its first parameter",
        "calls" => "list the calls of sinks whose data stands in `member`",
        "options" => position::GRAMMAR,
        "classes" => "list the ids of classes",
        "by" => "say who adds it: `sdk` or `server`",
        "from" => "say what it is derived from",
        "masked-by-default" => "say whether text and inputs are masked: `true` or `false`",
        "date" => "give a date without quotes: `2025-11-09`",
        "title" => "say what happened",
        "file" => "say which file: `sentry-properties`, `appsettings`, `android-manifest`, …",
        "path" => "give the dotted path of the setting",
        "kind" => "say which system: `otel-exporter`, `gtm-tag`, `github-action`, …",
        "names" => "list its names there",
        _ => "it is required",
    }
}

impl<'a> Checker<'a> {
    /// Nothing read yet. Without a vocabulary nobody asks whether classes and purposes exist; `words.1` are the keys
    /// that had to be taken out when the text was parsed.
    pub(crate) fn new(
        file: &'a str,
        text: &'a str,
        words: (Option<&'a Vocabulary>, &'a [(usize, String)]),
        wanted: fn(&str) -> &'static str,
        problems: &'a mut Vec<Problem>,
    ) -> Self {
        Self {
            file,
            text,
            vocabulary: words.0,
            removed: words.1,
            roots: Vec::new(),
            globals: Vec::new(),
            qualified: BTreeMap::new(),
            wanted,
            problems,
        }
    }
}

impl Checker<'_> {
    pub(crate) fn say(&mut self, at: usize, message: impl Into<String>) {
        self.problems.push(Problem::at(self.file, self.text, at, message));
    }

    /// The value of a required key; a missing one is told.
    pub(crate) fn need<T>(&mut self, table: usize, key: &str, value: Option<T>) -> Option<T> {
        if value.is_none() && !parse::was_there(self.removed, table, key) {
            self.say(table, format!("missing key `{key}`; {}", (self.wanted)(key)));
        }
        value
    }

    /// A required text that is not empty.
    pub(crate) fn text(&mut self, table: usize, key: &str, value: Option<At<String>>) -> String {
        let Some(value) = self.need(table, key, value) else { return String::new() };
        if value.value.trim().is_empty() {
            self.say(value.at, format!("`{key}` is empty; {}", (self.wanted)(key)));
        }
        value.value
    }

    /// A required list that is not empty.
    pub(crate) fn list(
        &mut self,
        table: usize,
        key: &str,
        value: Option<Vec<At<String>>>,
    ) -> Vec<At<String>> {
        let Some(value) = self.need(table, key, value) else { return Vec::new() };
        if value.is_empty() && !parse::was_there(self.removed, table, key) {
            self.say(table, format!("`{key}` is empty; {}", (self.wanted)(key)));
        }
        value
    }

    pub(crate) fn address(&mut self, key: &str, value: &At<String>) {
        let host = value.value.strip_prefix("https://").unwrap_or("");
        if host.is_empty() || host.starts_with('/') || value.value.contains(char::is_whitespace) {
            self.say(value.at, format!("`{key}` must be an address: `https://…`, not `{}`", value.value));
        }
    }

    pub(super) fn needed_address(&mut self, key: &str, value: Option<At<String>>) -> String {
        let Some(value) = self.need(0, key, value) else { return String::new() };
        self.address(key, &value);
        value.value
    }

    /// Who says so.
    pub(super) fn source(&mut self, table: usize, value: Option<At<String>>) -> String {
        let Some(value) = self.need(table, "source", value) else { return String::new() };
        let is_package = value.value.split_once(':').is_some_and(|(word, rest)| {
            raw::Ecosystem::ALL.iter().any(|(_, known)| *known == word) && !rest.trim().is_empty()
        });
        if !is_package && !value.value.starts_with("https://") {
            self.say(value.at, format!("`{}` is no source; {}", value.value, (self.wanted)("source")));
        }
        value.value
    }

    pub(crate) fn class(&mut self, id: &At<String>) {
        if let Some(vocabulary) = self.vocabulary
            && vocabulary.class(&id.value).is_none()
        {
            let classes = &vocabulary.classes;
            let hint = near::hint(&id.value, classes.iter().map(|class| class.id.as_str()));
            self.say(id.at, format!("no class `{}`{hint}", id.value));
        }
    }

    pub(super) fn purpose(&mut self, value: Option<At<String>>) -> String {
        let Some(id) = self.need(0, "purpose", value) else { return String::new() };
        self.known_purpose(&id);
        id.value
    }

    /// Tells where there is no such purpose.
    pub(crate) fn known_purpose(&mut self, id: &At<String>) {
        if let Some(vocabulary) = self.vocabulary
            && vocabulary.purpose(&id.value).is_none()
        {
            let purposes = &vocabulary.purposes;
            let known = || purposes.iter().map(|purpose| purpose.id.as_str());
            let mut hint = near::hint(&id.value, known());
            if hint.is_empty() {
                hint = format!("; known: {}", known().collect::<Vec<_>>().join(", "));
            }
            self.say(id.at, format!("no purpose `{}`{hint}", id.value));
        }
    }

    /// A class, or a pattern that covers some: `behavior.*`.
    pub(crate) fn pattern(&mut self, pattern: &At<String>) {
        if !pattern.value.ends_with('*') {
            self.class(pattern);
        } else if self.vocabulary.is_some_and(|words| !words.is_pattern(&pattern.value)) {
            self.say(pattern.at, format!("`{}` covers no class; write `group.*` or a class", pattern.value));
        }
    }

    pub(super) fn country(&mut self, value: Option<At<String>>) -> String {
        let Some(code) = self.need(0, "country", value) else { return String::new() };
        self.known_country(&code);
        code.value
    }

    /// Tells where there is no such country.
    pub(crate) fn known_country(&mut self, code: &At<String>) {
        if !countries::is_country(&code.value) {
            self.say(code.at, format!("no country `{}`; {}", code.value, (self.wanted)("country")));
        }
    }

    pub(super) fn host(&mut self, pattern: &At<String>) {
        let text = pattern.value.as_str();
        let bare = text.strip_prefix("*.").unwrap_or(text);
        let label = |l: &str| {
            !l.is_empty() && l.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        };
        if !bare.contains('.') || !bare.split('.').all(label) {
            self.say(
                pattern.at,
                format!("`{text}` is no host; write a bare lower-case host name, or `*.` before a domain"),
            );
        }
    }

    pub(super) fn path(&mut self, path: &At<String>) {
        if let Err(why) = position::path(&path.value) {
            self.say(path.at, why);
        }
    }

    /// The path of a callee: `()` alone is the client, and elsewhere the call itself is not written.
    pub(super) fn call(&mut self, table: usize, raw: Option<At<String>>) -> String {
        let Some(call) = self.need(table, "call", raw) else { return String::new() };
        self.path(&call);
        if let Some(callee) = call.value.strip_suffix("()").filter(|callee| !callee.is_empty()) {
            self.say(call.at, format!("`{}` is the result of the call; write `{callee}`", call.value));
        }
        call.value
    }

    pub(super) fn position(&mut self, raw: &At<String>) -> Option<Position> {
        match position::position(&raw.value) {
            Ok(position) => Some(position),
            Err(why) => {
                self.say(raw.at, why);
                None
            }
        }
    }
}
