//! Templates of servers, made plain for the front end of pages: what a server writes into a script stands for a value.
//!
//! `{ email: "{{ user.email }}" }` becomes `{ email:     user.email     }`, with every place kept; statements and
//! comments of the template are blanked. What is more than a path of names (`{{ a if b else c }}`) is blanked, too.

use std::borrow::Cow;

/// Opening, closing, and whether a value stands between them. Longer marks first.
const MARKS: [(&str, &str, bool); 13] = [
    ("{{{", "}}}", true),
    ("{{!", "}}", false),
    ("{{#", "}}", false),
    ("{{/", "}}", false),
    ("{{>", "}}", false),
    ("{{", "}}", true),
    ("{!!", "!!}", true),
    ("{%", "%}", false),
    ("<%=", "%>", true),
    ("<%-", "%>", true),
    ("<%", "%>", false),
    ("<?=", "?>", true),
    ("<?php", "?>", false),
];

/// The text with marks replaced; of the same length.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !["{{", "{%", "<%", "<?", "{!!"].iter().any(|mark| text.contains(mark)) {
        return Cow::Borrowed(text);
    }
    let mut out = text.as_bytes().to_vec();
    let mut at = 0;
    while let Some(found) = text[at..].find(['{', '<']) {
        at += found;
        let rest = &text[at..];
        let Some((open, close, value)) = MARKS.iter().find(|(open, ..)| rest.starts_with(open)) else {
            at += 1;
            continue;
        };
        let Some(length) = rest[open.len()..].find(close) else {
            at += open.len();
            continue;
        };
        let inner = at + open.len()..at + open.len() + length;
        let end = inner.end + close.len();
        // An object in an object is no mark: `{{ a: 1 }}` of JSX, `{{a}, {b}}`.
        if *open == "{{"
            && text[inner.clone()].contains([':', '{', '\n'])
            && !text[inner.clone()].contains('|')
        {
            at += open.len();
            continue;
        }
        write(&mut out, text, at..end, if *value { path(text, inner) } else { None });
        at = end;
    }
    String::from_utf8(out).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Blanks a mark but for the path in it. Quotes around the whole mark go, where a path stays.
fn write(out: &mut [u8], text: &str, mark: std::ops::Range<usize>, path: Option<std::ops::Range<usize>>) {
    let bytes = text.as_bytes();
    for i in mark.clone() {
        if bytes[i] != b'\n' && !path.as_ref().is_some_and(|path| path.contains(&i)) {
            out[i] = b' ';
        }
    }
    let Some(path) = path else { return };
    let (before, after) = (mark.start.checked_sub(1).map(|i| bytes[i]), bytes.get(mark.end).copied());
    let quoted = before == after && matches!(before, Some(b'"' | b'\'' | b'`'));
    let ahead = text[..mark.start].trim_end().bytes().next_back();
    if quoted {
        out[mark.start - 1] = b' ';
        out[mark.end] = b' ';
    } else if !matches!(ahead, Some(b':' | b'=' | b',' | b'(' | b'[')) {
        // Part of a longer text: what stands there is not known.
        out[path].fill(b' ');
        return;
    }
    // `$user->email` reads as `$user .email`.
    for i in path.clone() {
        if out[i] == b'-' && out.get(i + 1) == Some(&b'>') {
            out[i] = b' ';
            out[i + 1] = b'.';
        }
    }
}

/// The path of names in an expression: `user.email` of ` user.email|escapejs `, of ` j(@user.email) `.
fn path(text: &str, inner: std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let mut expression = &text[inner.clone()];
    let mut start = inner.start;
    for helper in ["j(", "raw(", "escape_javascript(", "json_encode(", "e("] {
        if let Some(rest) = expression.trim_start().strip_prefix(helper) {
            start += expression.len() - rest.len();
            expression = rest;
        }
    }
    let blank = expression.len() - expression.trim_start_matches([' ', '@', '=', '-', '~']).len();
    start += blank;
    let expression = &expression[blank..];
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.');
    let mut end = 0;
    while let Some(c) = expression[end..].chars().next() {
        match c {
            c if name(c) => end += 1,
            '-' if expression[end..].starts_with("->") => end += 2,
            _ => break,
        }
    }
    for tail in [".to_json", ".html_safe", ".to_s"] {
        end -= expression[..end].strip_suffix(tail).map_or(0, |_| tail.len());
    }
    let rest = expression[end..].trim_start_matches([' ', '-', '~', ')', '?']);
    let more = rest.starts_with('|') || rest.is_empty() || rest.starts_with(".to_json");
    let starts = expression.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '$');
    (more && starts && end > 0).then(|| start..start + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stay_and_statements_go() {
        let cases = [
            ("{ a: \"{{ user.email }}\" }", "{ a:     user.email     }"),
            ("{ a: {{ user.email|escapejs }} }", "{ a:    user.email             }"),
            ("f('<%= j(@user.email) %>')", "f(        user.email     )"),
            ("x = '{{ $user->email }}';", "x =     $user .email    ;"),
            ("f('Hi {{ user.name }}')", "f('Hi                ')"),
            ("{% if x %}f(){% endif %}", "          f()           "),
            ("style={{ color: 1 }}", "style={{ color: 1 }}"),
            ("{{ ü", "{{ ü"),
        ];
        for (text, expected) in cases {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
