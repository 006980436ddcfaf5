//! Patterns: what a declaration or an assignment takes apart.

use tree_sitter::Node;

use super::{F, expression, function};
use crate::ir::{Key, Op, Value};
use crate::lang::lower::{Lower, children, first};

/// The names that a pattern declares.
pub(super) fn names<'t>(l: &Lower<'_>, node: Node<'t>, out: &mut Vec<Node<'t>>) {
    let mut stack = vec![node];
    while let Some(node) = stack.pop() {
        match node.kind() {
            "identifier" | "shorthand_property_identifier_pattern" => out.push(node),
            "object_pattern" | "array_pattern" | "rest_pattern" => {
                stack.extend(children(node).into_iter().rev())
            }
            "pair_pattern" => stack.extend(l.field(node, F::Value)),
            "assignment_pattern" | "object_assignment_pattern" => stack.extend(l.field(node, F::Left)),
            _ => {}
        }
    }
}

/// Gives a value to a target: a name, a member, a pattern. Names are declared before.
pub(super) fn bind(l: &mut Lower<'_>, node: Node<'_>, value: Value) {
    l.deeper(node, |l| bind_shallow(l, node, value));
}

fn bind_shallow(l: &mut Lower<'_>, node: Node<'_>, value: Value) {
    let node = expression::peel(node);
    let span = l.span(node);
    match node.kind() {
        "identifier" | "shorthand_property_identifier_pattern" | "undefined" => {
            let name = l.text(node);
            match l.lookup(name) {
                Some(var) => {
                    l.store(var, value, span);
                }
                None => {
                    let global = l.emit(Op::Global("globalThis".to_owned()), span);
                    l.emit(Op::Set(global, Key::Name(name.to_owned()), value), span);
                }
            }
        }
        "member_expression" | "subscript_expression" => {
            if let Some((object, key)) = expression::place(l, node) {
                l.emit(Op::Set(object, key, value), span);
            }
        }
        "object_pattern" => object(l, node, value),
        "array_pattern" => array(l, node, value),
        "assignment_pattern" => {
            if let (Some(left), Some(right)) = (l.field(node, F::Left), l.field(node, F::Right)) {
                let value = function::or_default(l, value, right, left);
                bind(l, left, value);
            }
        }
        "as_expression" | "satisfies_expression" | "rest_pattern" => {
            if let Some(inner) = first(node) {
                bind(l, inner, value);
            }
        }
        // Nothing else can be assigned to; it was lowered as a value where it has one.
        _ => {}
    }
}

/// `{ a, b: c, d = 1, ...rest }`.
fn object(l: &mut Lower<'_>, node: Node<'_>, value: Value) {
    let mut taken = Vec::new();
    for child in children(node) {
        let span = l.span(child);
        match child.kind() {
            "shorthand_property_identifier_pattern" => {
                let name = l.text(child);
                taken.push(name.to_owned());
                let part = l.get(value, name, span);
                bind(l, child, part);
            }
            "object_assignment_pattern" => {
                let (Some(left), Some(right)) = (l.field(child, F::Left), l.field(child, F::Right)) else {
                    continue;
                };
                let name = l.text(left);
                taken.push(name.to_owned());
                let part = l.get(value, name, span);
                let part = function::or_default(l, part, right, left);
                bind(l, left, part);
            }
            "pair_pattern" => {
                let (Some(name), Some(target)) = (l.field(child, F::Key), l.field(child, F::Value)) else {
                    continue;
                };
                let key = expression::key(l, name);
                if let Key::Name(name) = &key {
                    taken.push(name.clone());
                }
                let part = l.emit(Op::Get(value, key), span);
                bind(l, target, part);
            }
            "rest_pattern" => {
                let rest = l.emit(Op::Rest(value, taken.clone()), span);
                bind(l, child, rest);
            }
            _ => {
                l.node(child);
            }
        }
    }
}

/// `[a, , b = 1, ...rest]`: positions are kept.
fn array(l: &mut Lower<'_>, node: Node<'_>, value: Value) {
    let mut index = 0usize;
    let all: Vec<Node<'_>> = node.children(&mut node.walk()).collect();
    for child in all {
        if child.kind() == "," {
            index += 1;
        }
        if !child.is_named() || child.is_extra() {
            continue;
        }
        let span = l.span(child);
        let part = match child.kind() {
            "rest_pattern" => l.emit(Op::Rest(value, (0..index).map(|i| i.to_string()).collect()), span),
            _ => l.get(value, index.to_string(), span),
        };
        bind(l, child, part);
    }
}
