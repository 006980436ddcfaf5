//! Content-Security-Policy: hosts that pages may talk to, wherever the policy is written: in headers of servers, in
//! meta tags, in the options of frameworks. A host that is allowed is a hint, not a use.

use super::tree::At;
use super::{Fact, File, Found, How, Kind, host};

pub(super) static KIND: Kind = Kind {
    id: "csp",
    title: "hosts that a Content-Security-Policy allows",
    files: &[
        "*.conf",
        "nginx.conf.*",
        "Caddyfile",
        "*.caddy",
        ".htaccess",
        "_headers",
        "vercel.json",
        "netlify.toml",
        "firebase.json",
        "staticwebapp.config.json",
        "*.html",
        "*.htm",
        "*.nginx",
        "settings.py",
    ],
    code: true,
    read,
};

/// Directives as headers write them and as frameworks do.
const DIRECTIVES: [(&str, &str); 11] = [
    ("default-src", "defaultSrc"),
    ("script-src", "scriptSrc"),
    ("connect-src", "connectSrc"),
    ("img-src", "imgSrc"),
    ("frame-src", "frameSrc"),
    ("style-src", "styleSrc"),
    ("font-src", "fontSrc"),
    ("child-src", "childSrc"),
    ("media-src", "mediaSrc"),
    ("worker-src", "workerSrc"),
    ("report-uri", "reportUri"),
];

fn read(file: &File<'_>, found: &mut Found) {
    let text = file.text;
    if text.contains("-src") || text.contains("report-uri") {
        for (name, _) in DIRECTIVES {
            for (start, _) in text.match_indices(name) {
                directive(text, start + name.len(), found);
            }
        }
    }
    if text.contains("Src") || text.contains("_SRC") {
        for (name, camel) in DIRECTIVES {
            // django-csp: CSP_SCRIPT_SRC = (…)
            let upper = format!("CSP_{}", name.to_ascii_uppercase().replace('-', "_"));
            for key in [camel, &upper] {
                for (start, _) in text.match_indices(key) {
                    list(text, start + key.len(), found);
                }
            }
        }
    }
}

/// `script-src 'self' https://a.io *.b.io;` or `"script-src": ["'self'", "https://a.io"]`.
fn directive(text: &str, from: usize, found: &mut Found) {
    let rest = text[from..].strip_prefix("-elem").unwrap_or(&text[from..]);
    let from = text.len() - rest.len();
    if rest.starts_with(['"', '\'']) {
        return list(text, from + 1, found);
    }
    let mut at = from;
    for token in rest.split_inclusive(|c: char| c.is_whitespace()) {
        let start = at;
        at += token.len();
        let end = token.find([';', '"', '`']).unwrap_or(token.len());
        let word = token[..end].trim();
        if !word.is_empty() && !source(word, start, found) {
            return;
        }
        if end < token.len() || at - from > 4000 {
            return;
        }
    }
}

/// Quoted sources up to the end of a list.
fn list(text: &str, from: usize, found: &mut Found) {
    let rest = &text[from..];
    let Some(open) = rest.find(['[', '(']).filter(|open| *open < 6) else { return };
    let end = rest[open..].find([']', ')']).map_or(rest.len(), |end| open + end);
    let mut at = from + open + 1;
    for part in rest[open + 1..end.max(open + 1)].split(['"', '\'', '`', ',', ' ', '\n']) {
        source(part.trim(), at, found);
        at += part.len() + 1;
    }
}

/// Takes a source of a directive; false where it is none, so that the directive has ended.
fn source(word: &str, start: usize, found: &mut Found) -> bool {
    let bare = word.split_once("://").map_or(word, |(_, rest)| rest);
    let bare = bare.split('/').next().unwrap_or(bare);
    if let Some(host) = host::host(bare.strip_prefix("*.").unwrap_or(bare)) {
        found.add(At::new(start, start + word.len()), Fact::Host { host, how: How::Allowed });
        return true;
    }
    word.starts_with(['\'', '*', '$', '{', '\\', '%']) || word.ends_with(':') || word.contains("://")
}
