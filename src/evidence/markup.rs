//! Pages and templates: whose scripts, pixels and frames they load, where their forms go.
//!
//! Tags are read by hand, as browsers would in a page and as authors write them in a template or a component. Inline
//! scripts are code, which the front end for pages follows; here only the addresses are taken that they load from.

use super::tree::At;
use super::{Fact, File, Found, How, Kind, host};

pub(super) static KIND: Kind = Kind {
    id: "markup",
    title: "scripts, pixels, frames, links and forms in pages, templates and components",
    files: &[
        "*.html",
        "*.htm",
        "*.jinja",
        "*.jinja2",
        "*.j2",
        "*.djhtml",
        "*.erb",
        "*.blade.php",
        "*.twig",
        "*.hbs",
        "*.handlebars",
        "*.mustache",
        "*.ejs",
        "*.liquid",
        "*.cshtml",
        "*.razor",
        "*.njk",
        "*.astro",
        "*.phtml",
        "*.tpl",
        "*.jsp",
        "*.ftl",
        "*.haml",
        "*.pug",
    ],
    code: true,
    read,
};

const TAGS: [&str; 8] = ["script", "img", "iframe", "link", "form", "embed", "object", "source"];

fn read(file: &File<'_>, found: &mut Found) {
    markup(file.text, 0, found);
    loaders(file.text, found);
}

/// Every tag of a text that stands at `offset` in its file.
pub(super) fn markup(text: &str, offset: usize, found: &mut Found) {
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find('<')) {
        at += next + 1;
        let rest = &text[at..];
        if rest.starts_with("!--") {
            at += rest.find("-->").unwrap_or(3);
            continue;
        }
        let length = rest.bytes().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let Some(tag) = TAGS.iter().find(|tag| rest[..length].eq_ignore_ascii_case(tag)) else { continue };
        let attributes = attributes(&rest[length..]);
        let value = |name: &str| attributes.iter().find(|a| a.0.eq_ignore_ascii_case(name)).map(|a| a.1);
        if let Some((address, how)) = target(tag, &value)
            && let Some(host) = host::of_address(address)
        {
            found.add(At::new(offset + at - 1, offset + at + length), Fact::Host { host, how });
        }
    }
}

/// What a tag makes the browser ask for.
fn target<'t>(tag: &str, value: &dyn Fn(&str) -> Option<&'t str>) -> Option<(&'t str, How)> {
    let source = || value("src").or_else(|| value("data-src")).or_else(|| value("srcset"));
    Some(match tag {
        "script" => (source()?, How::Script),
        "img" | "source" => (source()?, How::Image),
        "iframe" | "embed" => (source()?, How::Frame),
        "object" => (value("data")?, How::Frame),
        "form" => (value("action")?, How::Form),
        _ => {
            let address = value("href")?;
            let rel = value("rel")?.to_ascii_lowercase();
            let loads =
                ["stylesheet", "preconnect", "dns-prefetch", "preload", "prefetch", "modulepreload", "icon"];
            let is = |word: &str| rel.split_whitespace().any(|r| r == word);
            match () {
                () if is("canonical") => (address, How::Home),
                () if loads.iter().any(|word| is(word)) => (address, How::Link),
                () => return None,
            }
        }
    })
}

/// Names and values up to the end of a tag.
fn attributes(text: &str) -> Vec<(&str, &str)> {
    let mut out = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') || rest.starts_with('<') || out.len() > 64 {
            return out;
        }
        let stop = |c: char| c.is_whitespace() || matches!(c, '=' | '>' | '<');
        let length = rest.char_indices().skip(1).find(|(_, c)| stop(*c)).map_or(rest.len(), |(i, _)| i);
        let name = rest[..length].trim_start_matches([':', '[']).trim_end_matches(']');
        rest = rest[length..].trim_start();
        let Some(after) = rest.strip_prefix('=') else { continue };
        let after = after.trim_start().trim_start_matches('{').trim_start();
        let (value, end) = match after.chars().next() {
            Some(quote @ ('"' | '\'' | '`')) => match after[1..].find(quote) {
                Some(end) => (&after[1..=end], end + 2),
                None => return out,
            },
            _ => {
                let end = after.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(after.len());
                (&after[..end], end)
            }
        };
        out.push((name, value));
        rest = after[end..].trim_start_matches('}');
    }
}

/// `script.src = 'https://…'`, and addresses of scripts that the usual loader snippets are given.
pub(super) fn loaders(text: &str, found: &mut Found) {
    if !text.contains("createElement") && !text.contains(".src") {
        return;
    }
    let creates = text.contains("createElement");
    for (start, _) in text.match_indices("//") {
        let before = &text[..start];
        let before = before
            .strip_suffix(':')
            .map_or(before, |b| b.strip_suffix("https").or_else(|| b.strip_suffix("http")).unwrap_or(b));
        let Some(ahead) = before.strip_suffix(['"', '\'', '`']) else { continue };
        let address = &text[before.len()..];
        let end = address.find(['"', '\'', '`', '\n']).unwrap_or(address.len());
        let address = &address[..end];
        let assigned = ahead.trim_end().strip_suffix('=').is_some_and(|a| a.trim_end().ends_with(".src"));
        let script = address.split(['?', '#']).next().is_some_and(|path| path.ends_with(".js"));
        if (assigned || creates && script)
            && let Some(host) = host::of_address(address)
        {
            let how = if assigned && !script && !creates { How::Image } else { How::Script };
            found.add(At::new(before.len(), before.len() + end), Fact::Host { host, how });
        }
    }
}
