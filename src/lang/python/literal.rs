//! Constants and text: strings, f-strings, numbers.

use tree_sitter::Node;

use super::F;
use crate::ir::{Literal, Op, Value};
use crate::lang::lower::{Lower, children};

pub(super) fn null(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    Some(l.literal(Literal::Null, span))
}

pub(super) fn boolean(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    Some(l.literal(Literal::Bool(l.text(node) == "True"), span))
}

pub(super) fn number(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    Some(l.literal(Literal::Number(l.text(node).replace('_', "")), span))
}

/// A string; with interpolations it is put together from parts.
pub(super) fn string(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    if let Some(text) = text_of(l, node) {
        return Some(l.literal(Literal::Str(text), span));
    }
    let mut parts = Vec::new();
    interpolated(l, node, &mut parts);
    Some(l.emit(Op::Concat(parts), span))
}

/// `"a" "b"`.
pub(super) fn concatenated(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    if let Some(text) = text_of(l, node) {
        return Some(l.literal(Literal::Str(text), span));
    }
    let mut parts = Vec::new();
    for part in children(node) {
        interpolated(l, part, &mut parts);
    }
    Some(l.emit(Op::Concat(parts), span))
}

fn interpolated(l: &mut Lower<'_>, node: Node<'_>, parts: &mut Vec<Value>) {
    for part in children(node) {
        let span = l.span(part);
        match part.kind() {
            "string_content" => {
                let text = l.text(part).to_owned();
                parts.push(l.literal(Literal::Str(text), span));
            }
            "interpolation" => {
                if let Some(inner) = l.field(part, F::Expression) {
                    parts.push(l.value(inner));
                }
            }
            _ => {}
        }
    }
}

/// The text of a string without interpolation, also of several in a row.
pub(super) fn text_of(l: &Lower<'_>, node: Node<'_>) -> Option<String> {
    let mut out = String::new();
    match node.kind() {
        "string" => {
            for part in children(node) {
                match part.kind() {
                    "string_content" => out.push_str(l.text(part)),
                    "interpolation" => return None,
                    _ => {}
                }
            }
        }
        "concatenated_string" => {
            for part in children(node) {
                out.push_str(&text_of(l, part)?);
            }
        }
        _ => return None,
    }
    Some(out)
}
