//! Scripts inside Vue and Svelte components and HTML pages, with the code that event attributes hold.
//!
//! Everything that is no code is blanked with spaces and the rest is lowered as one module, so that spans point into
//! the component and its scripts share their names. The tags are read by hand: the templates of components are not
//! HTML, and all that matters is where code begins and ends. What a template shows is not followed.

use super::javascript::{self, GRAMMAR};
use super::typescript::{self, TSX};
use super::{Language, lower, template};
use crate::ir::{FileId, Module};

/// Vue components.
pub(super) static VUE: Language = Language {
    id: "vue",
    name: "Vue",
    extensions: &["vue"],
    ecosystem: "npm",
    lower: |file, _path, text| vec![component(file, text, Dialect::Vue)],
};

/// Svelte components.
pub(super) static SVELTE: Language = Language {
    id: "svelte",
    name: "Svelte",
    extensions: &["svelte"],
    ecosystem: "npm",
    lower: |file, _path, text| vec![component(file, text, Dialect::Svelte)],
};

/// HTML pages.
pub(super) static HTML: Language = Language {
    id: "html",
    name: "HTML",
    extensions: &["htm", "html"],
    ecosystem: "npm",
    lower: |file, _path, text| page(file, text),
};

/// Pages that a server fills in.
pub(super) static TEMPLATE: Language = Language {
    id: "template",
    name: "Templates (Jinja, Django, ERB, Blade, Twig, Handlebars, EJS, Liquid, Razor)",
    extensions: &[
        "cshtml",
        "djhtml",
        "ejs",
        "erb",
        "handlebars",
        "hbs",
        "j2",
        "jinja",
        "jinja2",
        "liquid",
        "mustache",
        "njk",
        "twig",
    ],
    ecosystem: "npm",
    lower: |file, _path, text| page(file, text),
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Dialect {
    Html,
    Svelte,
    Vue,
}

fn component(file: FileId, text: &str, dialect: Dialect) -> Module {
    let mut module = lower_code(file, Code::read(text, dialect), dialect);
    module.template = true;
    module
}

fn page(file: FileId, text: &str) -> Vec<Module> {
    let code = Code::read(&template::plain(text), Dialect::Html);
    if code.empty { Vec::new() } else { vec![lower_code(file, code, Dialect::Html)] }
}

fn lower_code(file: FileId, code: Code, dialect: Dialect) -> Module {
    let grammar = match code.lang {
        Lang::JavaScript => &GRAMMAR,
        Lang::TypeScript => &typescript::GRAMMAR,
        Lang::Tsx => &TSX,
    };
    let options = lower::Options { stores: dialect == Dialect::Svelte, late: code.handlers };
    javascript::lower_with(grammar, file, &code.text, options)
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Lang {
    JavaScript,
    TypeScript,
    Tsx,
}

/// A component with everything but its code blanked.
struct Code {
    text: String,
    lang: Lang,
    empty: bool,
    /// Where the code of event attributes is.
    handlers: Vec<std::ops::Range<usize>>,
}

/// An attribute and the byte range of its value.
struct Attribute<'a> {
    name: &'a str,
    start: usize,
    end: usize,
}

struct Reader<'a> {
    text: &'a str,
    dialect: Dialect,
    out: Vec<u8>,
    lang: Lang,
    empty: bool,
    handlers: Vec<std::ops::Range<usize>>,
}

impl Code {
    fn read(text: &str, dialect: Dialect) -> Self {
        let out = text.bytes().map(|b| if b == b'\n' { b'\n' } else { b' ' }).collect();
        let mut reader =
            Reader { text, dialect, out, lang: Lang::JavaScript, empty: true, handlers: Vec::new() };
        reader.read();
        let text = String::from_utf8(reader.out).unwrap_or_default();
        Self { text, lang: reader.lang, empty: reader.empty, handlers: reader.handlers }
    }
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        let mut at = 0;
        while let Some(found) = self.text.get(at..).and_then(|rest| rest.find('<')) {
            at += found;
            let rest = &self.text[at..];
            if rest.starts_with("<!--") {
                at += rest.find("-->").map_or(rest.len(), |end| end + 3);
            } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
                at = self.tag(at);
            } else {
                at += 1;
            }
        }
    }

    /// Reads a start tag and, where it holds no markup, its content; gives the place after it.
    fn tag(&mut self, start: usize) -> usize {
        let text = self.text;
        let name = &text[start + 1..];
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(name.len())];
        let (attributes, end, closed) = self.attributes(start + 1 + name.len());
        let raw = ["script", "style", "textarea"].into_iter().find(|raw| name.eq_ignore_ascii_case(raw));
        let value = |wanted: &str| {
            attributes.iter().find(|a| a.name.eq_ignore_ascii_case(wanted)).map(|a| &text[a.start..a.end])
        };
        let foreign = name == "template" && value("lang").is_some_and(|lang| lang != "html");
        let Some(raw) = raw.or(foreign.then_some("template")).filter(|_| !closed) else {
            for attribute in &attributes {
                self.handler(attribute);
            }
            return end;
        };
        let close = find_close(text, end, raw);
        if raw == "script" && runs(value("type")) {
            let lang = match value("lang").or(value("type")) {
                Some("ts" | "typescript" | "text/typescript") => Lang::TypeScript,
                Some("tsx") => Lang::Tsx,
                _ => Lang::JavaScript,
            };
            self.lang = self.lang.max(lang);
            self.keep(end, close);
        }
        close
    }

    /// The attributes of a tag, the place after its `>`, and whether it closes itself.
    fn attributes(&self, start: usize) -> (Vec<Attribute<'a>>, usize, bool) {
        let bytes = self.text.as_bytes();
        let (mut out, mut at) = (Vec::new(), start);
        loop {
            match bytes.get(at) {
                None => return (out, at, true),
                Some(b'>') => return (out, at + 1, at > start && bytes[at - 1] == b'/'),
                Some(b'{') => at = self.braces(at),
                Some(b' ' | b'\t' | b'\r' | b'\n' | b'/') => at += 1,
                Some(_) => {
                    let rest = &self.text[at..];
                    let stop = |c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/' | '{');
                    let length =
                        rest.char_indices().skip(1).find(|(_, c)| stop(*c)).map_or(rest.len(), |(i, _)| i);
                    let name = &rest[..length];
                    at += length;
                    let blank = rest[length..].len() - rest[length..].trim_start().len();
                    let mut range = (at, at);
                    if bytes.get(at + blank) == Some(&b'=') {
                        at += blank + 1;
                        let rest = &self.text[at..];
                        at += rest.len() - rest.trim_start().len();
                        (range, at) = self.value(at);
                    }
                    out.push(Attribute { name, start: range.0, end: range.1 });
                }
            }
        }
    }

    /// The range of an attribute's value without its quotes, and the place after it.
    fn value(&self, at: usize) -> ((usize, usize), usize) {
        let rest = &self.text[at..];
        match rest.bytes().next() {
            Some(quote @ (b'"' | b'\'')) => {
                let end = rest[1..].find(quote as char).map_or(self.text.len(), |end| at + 1 + end);
                ((at + 1, end), (end + 1).min(self.text.len()))
            }
            Some(b'{') => {
                let end = self.braces(at);
                ((at + 1, end.saturating_sub(1).max(at + 1)), end)
            }
            _ => {
                let stop = |c: char| c.is_whitespace() || c == '>';
                let end = rest.find(stop).map_or(self.text.len(), |end| at + end);
                ((at, end), end)
            }
        }
    }

    /// The place after the brace that closes the one at `at`.
    fn braces(&self, at: usize) -> usize {
        let mut depth = 0usize;
        let mut quote = None;
        for (i, byte) in self.text.bytes().enumerate().skip(at) {
            match (quote, byte) {
                (Some(open), _) if byte == open => quote = None,
                (Some(_), _) => {}
                (None, b'"' | b'\'' | b'`') => quote = Some(byte),
                (None, b'{') => depth += 1,
                (None, b'}') => {
                    depth -= 1;
                    if depth == 0 {
                        return i + 1;
                    }
                }
                _ => {}
            }
        }
        at + 1 // never closed: no brace after all
    }

    /// Keeps the code of an event attribute. `() => f(x)` is written as what it runs.
    fn handler(&mut self, attribute: &Attribute<'_>) {
        let name = attribute.name;
        let handles = match self.dialect {
            Dialect::Html => name.len() > 2 && name.get(..2).is_some_and(|on| on.eq_ignore_ascii_case("on")),
            Dialect::Svelte => name.starts_with("on"),
            Dialect::Vue => name.starts_with('@') || name.starts_with("v-on:"),
        };
        let code = &self.text[attribute.start..attribute.end];
        // A bare name is a reference; the template may call any function anyway.
        if !handles || !code.contains('(') {
            return;
        }
        let mut start = attribute.start;
        if let Some((head, _)) = code.split_once("=>")
            && is_parameters(head)
        {
            start += head.len() + 2;
        }
        // `return f()` only tells the browser what to do next; here it would end the script.
        let rest = &self.text[start..attribute.end];
        let trimmed = rest.trim_start();
        if let Some(value) = trimmed.strip_prefix("return").filter(|v| v.starts_with(char::is_whitespace)) {
            start = attribute.end - value.len();
        }
        self.keep(start, attribute.end);
        self.handlers.push(start..attribute.end);
    }

    /// Keeps a range, as statements of its own.
    fn keep(&mut self, start: usize, end: usize) {
        self.out[start..end].copy_from_slice(&self.text.as_bytes()[start..end]);
        for edge in [start.checked_sub(1), Some(end)].into_iter().flatten() {
            if let Some(byte) = self.out.get_mut(edge).filter(|byte| **byte == b' ') {
                *byte = b';';
            }
        }
        self.empty &= self.text[start..end].trim().is_empty();
    }
}

/// `x`, `(x, y: T)`, `async () `: what stands before the arrow of a function.
fn is_parameters(head: &str) -> bool {
    let head = head.trim();
    let head = head.strip_prefix("async").map_or(head, str::trim_start);
    let names = match head.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(names) => names,
        None => head,
    };
    names.chars().all(|c| c.is_alphanumeric() || " $_,:\n\t".contains(c))
}

/// Where the content of a raw element ends.
fn find_close(text: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find("</")) {
        at += found;
        let after = &text[at + 2..];
        if after.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name)) {
            return at;
        }
        at += 2;
    }
    text.len()
}

/// True for a script type that browsers run.
fn runs(kind: Option<&str>) -> bool {
    let Some(kind) = kind else { return true };
    let kind = kind.trim().to_ascii_lowercase();
    kind.is_empty()
        || kind == "module"
        || kind.contains("javascript")
        || kind.contains("ecmascript")
        || kind.contains("babel")
        || kind.contains("typescript")
        || kind.contains("jsx")
        // Consent managers hold scripts back under this type and run them later.
        || kind == "text/plain"
}
