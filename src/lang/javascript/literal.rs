//! Literals and templates.

use tree_sitter::Node;

use super::expression::peel;
use crate::ir::{Literal, Op, Span, Value};
use crate::lang::lower::{Lower, children};

pub(super) fn boolean(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let (value, span) = (node.kind() == "true", l.span(node));
    Some(l.literal(Literal::Bool(value), span))
}

/// `null`, `undefined`.
pub(super) fn null(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    Some(l.literal(Literal::Null, span))
}

pub(super) fn number(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let (text, span) = (l.text(node).to_owned(), l.span(node));
    Some(l.literal(Literal::Number(text), span))
}

/// A regular expression is no data.
pub(super) fn regex(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    Some(l.literal(Literal::Other, span))
}

pub(super) fn string(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let (text, span) = (string_text(l, node), l.span(node));
    Some(l.literal(Literal::Str(text), span))
}

/// The content of a string literal, escapes resolved.
pub(super) fn string_text(l: &Lower<'_>, node: Node<'_>) -> String {
    let raw = l.text(node);
    let mut inner = raw;
    if raw.len() >= 2 {
        inner = raw.get(1..raw.len() - 1).unwrap_or("");
    }
    unescape(inner)
}

/// Resolves the escapes of a string.
pub(super) fn unescape(raw: &str) -> String {
    if !raw.contains('\\') {
        return raw.to_owned();
    }
    let mut out = String::with_capacity(raw.len());
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('r') => out.push('\r'),
            Some('b' | 'f' | 'v' | '0' | '\n') | None => {}
            Some(kind @ ('u' | 'x')) => {
                let rest = chars.as_str();
                let (code, used) = match rest.strip_prefix('{').and_then(|r| r.split_once('}')) {
                    Some((hex, _)) if kind == 'u' => (hex, hex.len() + 2),
                    _ => {
                        let wanted = if kind == 'u' { 4 } else { 2 };
                        (rest.get(..wanted).unwrap_or(""), wanted)
                    }
                };
                if let Some(c) = u32::from_str_radix(code, 16).ok().and_then(char::from_u32) {
                    out.push(c);
                    chars = rest.get(used..).unwrap_or("").chars();
                }
            }
            Some(other) => out.push(other),
        }
    }
    out
}

/// `` `text ${value}` ``.
pub(super) fn template(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let (parts, _) = template_parts(l, node);
    Some(match parts[..] {
        [] => l.literal(Literal::Str(String::new()), span),
        [only] if matches!(l.literal_of(only), Some(Literal::Str(_))) => only,
        _ => l.emit(Op::Concat(parts), span),
    })
}

/// All parts of a template in order, and the substitutions alone.
pub(super) fn template_parts(l: &mut Lower<'_>, node: Node<'_>) -> (Vec<Value>, Vec<Value>) {
    let (mut parts, mut substitutions) = (Vec::new(), Vec::new());
    let mut text: Option<(String, Span)> = None;
    for child in children(node) {
        let span = l.span(child);
        if child.kind() == "template_substitution" {
            if let Some((text, span)) = text.take() {
                parts.push(l.literal(Literal::Str(text), span));
            }
            let value = l.value(child);
            parts.push(value);
            substitutions.push(value);
        } else {
            let piece = unescape(l.text(child));
            match &mut text {
                Some((text, place)) => {
                    text.push_str(&piece);
                    place.end = span.end;
                }
                None => text = Some((piece, span)),
            }
        }
    }
    if let Some((text, span)) = text {
        parts.push(l.literal(Literal::Str(text), span));
    }
    (parts, substitutions)
}

/// The literal text of a node, where it is a string without substitutions.
pub(super) fn text_literal(l: &Lower<'_>, node: Node<'_>) -> Option<String> {
    let node = peel(node);
    match node.kind() {
        "string" => Some(string_text(l, node)),
        "template_string" if !children(node).iter().any(|c| c.kind() == "template_substitution") => {
            Some(string_text(l, node))
        }
        _ => None,
    }
}
