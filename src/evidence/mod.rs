//! Evidence outside code: what manifests, markup, environment, infrastructure and mobile files say of vendors.
//!
//! One file a kind. A reader gives neutral facts with their places (a dependency, a host, a name of a variable, a
//! setting); it knows no vendor. Values of variables and keys are never kept, only the host that an address names.
//! What the facts mean is decided in `graph/declared.rs`, with the catalogue.

mod actions;
mod android;
mod apple;
mod container;
mod csp;
mod env;
mod gtm;
mod host;
mod manifest;
mod markup;
mod pipeline;
mod request;
mod route;
mod setting;
mod terraform;
mod tree;

pub(crate) use host::host;

use crate::ir::{FileId, Span};
use crate::lang;
use crate::source::Sources;
use rayon::prelude::*;
use std::cell::OnceCell;
use tree::{At, Format, Node};

/// A kind of evidence.
pub(crate) struct Kind {
    /// Kebab-case.
    pub id: &'static str,
    /// What is read, for people.
    pub title: &'static str,
    /// Names of files (`package.json`, `*.tf`) or ends of paths (`.github/workflows/*.yml`); `*` is any text.
    pub files: &'static [&'static str],
    /// Also every file that a front end reads.
    pub code: bool,
    /// Reads one file.
    pub read: fn(&File<'_>, &mut Found),
}

/// All kinds, sorted by id.
pub(crate) static ALL: &[&Kind] = &[
    &actions::KIND,
    &android::KIND,
    &apple::KIND,
    &manifest::cargo::KIND,
    &manifest::cocoapods::KIND,
    &manifest::composer::KIND,
    &container::KIND,
    &csp::KIND,
    &env::KIND,
    &manifest::gem::KIND,
    &manifest::go::KIND,
    &gtm::KIND,
    &markup::KIND,
    &manifest::maven::KIND,
    &manifest::npm::KIND,
    &manifest::nuget::KIND,
    &pipeline::KIND,
    &manifest::pubspec::KIND,
    &manifest::pypi::KIND,
    &request::KIND,
    &route::KIND,
    &setting::KIND,
    &manifest::swiftpm::KIND,
    &terraform::KIND,
];

/// How a host is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// A script is loaded from it.
    Script,
    /// An image, a pixel among them.
    Image,
    /// A frame.
    Frame,
    /// A form is sent to it.
    Form,
    /// A style sheet, a font, a preloaded or preconnected thing.
    Link,
    /// Code sends a request to it.
    Request,
    /// A security policy allows it.
    Allowed,
    /// The value of a variable of the environment.
    Variable,
    /// Named in a configuration file.
    Setting,
    /// A home of the project itself: `homepage`, `<link rel=canonical>`.
    Home,
}

/// The value of a setting; texts only where they are short words, so that nothing secret is kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Bool(bool),
    Number(f64),
    Text(String),
}

/// What a file says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fact {
    /// A package is asked for, by one version or by a range (`asked`), or (`locked`) was resolved.
    Dependency {
        ecosystem: &'static str,
        name: String,
        version: Option<String>,
        asked: Option<String>,
        locked: bool,
        development: bool,
    },
    /// A host is named.
    Host { host: String, how: How },
    /// A variable of the environment is declared or read.
    Variable { name: String },
    /// A setting in a configuration file.
    Setting { of: &'static str, path: String, value: Value },
    /// A part of a known system: `otel-exporter datadog`.
    Component { kind: &'static str, name: String },
    /// The name of the project itself.
    Project { name: String },
}

/// A fact and its place.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub fact: Fact,
    pub span: Span,
}

/// What was found in one file.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// The file.
    pub file: FileId,
    /// Facts, in order of their places.
    pub seen: Vec<Seen>,
    /// Places that could not be read, with the reason.
    pub problems: Vec<(Span, String)>,
}

impl Found {
    fn new(file: FileId) -> Self {
        Self { file, seen: Vec::new(), problems: Vec::new() }
    }

    fn span(&self, at: At) -> Span {
        Span { file: self.file, start: at.start, end: at.end }
    }

    fn add(&mut self, at: At, fact: Fact) {
        let span = self.span(at);
        self.seen.push(Seen { fact, span });
    }

    fn problem(&mut self, at: At, what: impl Into<String>) {
        let problem = (self.span(at), what.into());
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// A direct dependency, as a manifest asks for it.
    fn wants(
        &mut self,
        at: At,
        ecosystem: &'static str,
        name: &str,
        version: Option<&str>,
        development: bool,
    ) {
        let asked = version.filter(|range| !range.trim().is_empty()).map(str::to_owned);
        let version = version.and_then(exact);
        let name = name.trim().to_owned();
        if !name.is_empty() {
            self.add(at, Fact::Dependency { ecosystem, name, version, asked, locked: false, development });
        }
    }

    /// What a lock file resolved.
    fn locks(&mut self, at: At, ecosystem: &'static str, name: &str, version: Option<&str>) {
        let version = version.map(|v| v.trim().to_owned()).filter(|v| !v.is_empty());
        let name = name.trim().to_owned();
        if !name.is_empty() {
            let (asked, development) = (None, false);
            self.add(at, Fact::Dependency { ecosystem, name, version, asked, locked: true, development });
        }
    }

    /// The host of an address, if the text is one.
    fn address(&mut self, at: At, text: &str, how: How) {
        if let Some(host) = host::of_address(text) {
            self.add(at, Fact::Host { host, how });
        }
    }

    fn variable(&mut self, at: At, name: &str) {
        let name = name.trim();
        let plausible = name.len() > 2
            && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
            && name.starts_with(|c: char| c.is_ascii_uppercase() || c == '_');
        if plausible {
            self.add(at, Fact::Variable { name: name.to_owned() });
        }
    }

    fn component(&mut self, at: At, kind: &'static str, name: &str) {
        let name = name.trim().to_owned();
        if !name.is_empty() {
            self.add(at, Fact::Component { kind, name });
        }
    }

    /// A setting that is a switch, a number or a short word.
    fn setting(&mut self, at: At, of: &'static str, path: &str, text: &str) {
        let text = text.trim();
        let value = match text.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" => Value::Bool(true),
            "false" | "no" | "off" => Value::Bool(false),
            _ => match text.parse::<f64>() {
                Ok(number) => Value::Number(number),
                Err(_)
                    if text.len() <= 16
                        && text.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_' || b == b'-') =>
                {
                    Value::Text(text.to_owned())
                }
                Err(_) => {
                    self.address(at, text, How::Setting);
                    Value::Text(String::new())
                }
            },
        };
        self.add(at, Fact::Setting { of, path: path.trim().to_owned(), value });
    }
}

/// A version that is one: `1.2.3` of `=1.2.3` and `==1.2.3`; a range is none.
fn exact(written: &str) -> Option<String> {
    let text = written.trim().trim_start_matches('=').trim_start_matches('v').trim();
    let plain = text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains('.')
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b".-+_".contains(&b))
        && !text.split('.').any(|part| part == "x" || part == "*");
    plain.then(|| text.to_owned())
}

/// A file as a reader sees it. It is parsed when first asked for, once for all kinds.
pub(crate) struct File<'a> {
    /// Relative path.
    pub path: &'a str,
    /// Decoded text.
    pub text: &'a str,
    parsed: OnceCell<Result<Vec<Node>, (At, String)>>,
}

impl<'a> File<'a> {
    fn new(path: &'a str, text: &'a str) -> Self {
        Self { path, text, parsed: OnceCell::new() }
    }

    /// The name without folders.
    pub(crate) fn name(&self) -> &'a str {
        self.path.rsplit('/').next().unwrap_or(self.path)
    }

    /// The documents of the file; what cannot be read is told.
    fn documents(&self, format: Format, found: &mut Found) -> &[Node] {
        match self.parsed.get_or_init(|| tree::parse(self.text, format)) {
            Ok(nodes) => nodes,
            Err((at, why)) => {
                found.problem(*at, why.clone());
                &[]
            }
        }
    }

    /// The one document of the file.
    fn document(&self, format: Format, found: &mut Found) -> Option<&Node> {
        self.documents(format, found).first()
    }

    /// Lines with the place of each, without its end.
    fn lines(&self) -> impl Iterator<Item = (At, &'a str)> + use<'a> {
        let mut at = 0;
        self.text.split_inclusive('\n').map(move |line| {
            let start = at;
            at += line.len();
            let line = line.trim_end_matches(['\n', '\r']);
            let blank = line.len() - line.trim_start().len();
            (At::new(start + blank, start + line.trim_end().len().max(blank)), line)
        })
    }
}

/// True for files that are read as data, by a kind that names them.
pub(crate) fn is_wanted(path: &str) -> bool {
    ALL.iter().any(|kind| wants(kind, path))
}

/// True for what machines write and a reader wants all the same: lock files.
pub(crate) fn is_data(path: &str) -> bool {
    lang::of_path(path).is_none() && is_wanted(path)
}

fn wants(kind: &Kind, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    kind.files.iter().any(|pattern| match pattern.contains('/') {
        true => fits(pattern, path) || path.match_indices('/').any(|(i, _)| fits(pattern, &path[i + 1..])),
        false => fits(pattern, name),
    })
}

/// Whether a text is what a pattern says; `*` stands for any text.
fn fits(pattern: &str, text: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(text) = text.strip_prefix(head) else { return false };
    if rest.is_empty() {
        return true;
    }
    if !rest.contains('*') {
        return text.ends_with(rest);
    }
    (0..=text.len()).filter(|i| text.is_char_boundary(*i)).any(|i| fits(rest, &text[i..]))
}

/// Reads all evidence of a tree, file by file in order.
pub(crate) fn read(sources: &Sources) -> Vec<Found> {
    let files: Vec<FileId> = sources.ids().collect();
    let mut found: Vec<Found> = files.into_par_iter().map(|id| read_file(sources, id)).collect();
    found.retain(|f| !f.seen.is_empty() || !f.problems.is_empty());
    found
}

fn read_file(sources: &Sources, id: FileId) -> Found {
    let (path, text) = (sources.path(id), sources.text(id));
    let file = File::new(path, text);
    let mut found = Found::new(id);
    let code = lang::of_path(path).is_some();
    for kind in ALL.iter().filter(|kind| kind.code && code || wants(kind, path)) {
        (kind.read)(&file, &mut found);
    }
    found.seen.sort_by_key(|seen| seen.span);
    // Where a variable is given an address, two readers see the same.
    let given: Vec<String> = hosts(&found, How::Variable);
    found
        .seen
        .retain(|seen| !matches!(&seen.fact, Fact::Host { host, how: How::Setting } if given.contains(host)));
    found
}

/// The names of one kind of component that a file has, with their places.
pub(crate) fn components(sources: &Sources, file: FileId, wanted: &str) -> Vec<(Span, String)> {
    let seen = read_file(sources, file).seen.into_iter();
    seen.filter_map(|seen| match seen.fact {
        Fact::Component { kind, name } if kind == wanted => Some((seen.span, name)),
        _ => None,
    })
    .collect()
}

fn hosts(found: &Found, wanted: How) -> Vec<String> {
    let host = |seen: &Seen| match &seen.fact {
        Fact::Host { host, how } if *how == wanted => Some(host.clone()),
        _ => None,
    };
    found.seen.iter().filter_map(host).collect()
}

#[cfg(test)]
mod tests;
