//! Names: a function's scope holds what it assigns anywhere, so names are declared before the body is lowered.

use tree_sitter::Node;

use super::F;
use crate::ir::{Key, Op, Span, Value};
use crate::lang::lower::{Lower, children, first};

/// Declares every name that the statements below a node bind in its own scope.
pub(super) fn declare_all(l: &mut Lower<'_>, root: Node<'_>) {
    let (mut bound, mut outer) = (Vec::new(), Vec::new());
    collect(l, root, &mut bound, &mut outer);
    for name in bound {
        if !outer.contains(&name) {
            l.declare(name);
        }
    }
}

/// Walks statements and expressions, not the functions and classes inside.
fn collect<'a>(l: &Lower<'a>, root: Node<'_>, bound: &mut Vec<&'a str>, outer: &mut Vec<&'a str>) {
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        match node.kind() {
            "function_definition" | "class_definition" if node != root => {
                bound.extend(l.field(node, F::Name).map(|name| l.text(name)));
                continue;
            }
            "lambda" | "string" | "type" => continue,
            "global_statement" | "nonlocal_statement" => {
                outer.extend(children(node).into_iter().map(|name| l.text(name)));
            }
            "assignment" | "augmented_assignment" | "for_statement" => {
                if let Some(left) = l.field(node, F::Left) {
                    targets(l, left, bound);
                }
            }
            "for_in_clause" => {
                // The names of a comprehension are its own.
                stack.extend(l.field(node, F::Right));
                continue;
            }
            "named_expression" => bound.extend(l.field(node, F::Name).map(|name| l.text(name))),
            "as_pattern_target" => targets(l, node, bound),
            "as_pattern" | "except_clause" => {
                if let Some(alias) = l.field(node, F::Alias) {
                    targets(l, alias, bound);
                }
            }
            "case_pattern" => {
                super::pattern::captures(l, node, bound);
                continue;
            }
            "import_statement" | "import_from_statement" => {
                for name in l.fields(node, F::Name) {
                    let local = l.field(name, F::Alias).unwrap_or(name);
                    bound.push(l.text(local).split('.').next().unwrap_or(""));
                }
                continue;
            }
            "type_alias_statement" => continue,
            _ => {}
        }
        let mut inner = children(node);
        inner.reverse();
        stack.extend(inner);
    }
}

/// The names that an assignment target binds.
pub(super) fn targets<'a>(l: &Lower<'a>, node: Node<'_>, into: &mut Vec<&'a str>) {
    let mut stack = vec![node];
    while let Some(node) = stack.pop() {
        match node.kind() {
            "identifier" => into.push(l.text(node)),
            "pattern_list"
            | "tuple_pattern"
            | "list_pattern"
            | "list_splat_pattern"
            | "as_pattern_target"
            | "tuple"
            | "list"
            | "parenthesized_expression"
            | "list_splat"
            | "expression_list" => {
                let mut inner = children(node);
                inner.reverse();
                stack.extend(inner);
            }
            _ => {}
        }
    }
}

/// Stores a value to a target: a name, a member, a pattern.
pub(super) fn bind(l: &mut Lower<'_>, target: Node<'_>, value: Value) {
    l.deeper(target, |l| bind_at(l, target, value));
}

fn bind_at(l: &mut Lower<'_>, target: Node<'_>, value: Value) {
    let span = l.span(target);
    match target.kind() {
        "identifier" => store(l, target, value),
        "attribute" | "subscript" => {
            if let Some((object, key)) = super::expression::place(l, target) {
                l.emit(Op::Set(object, key, value), span);
            }
        }
        "as_pattern_target" | "parenthesized_expression" | "list_splat_pattern" | "list_splat" => {
            if let Some(inner) = first(target) {
                bind(l, inner, value);
            }
        }
        "pattern_list" | "tuple_pattern" | "list_pattern" | "tuple" | "list" | "expression_list" => {
            let parts = children(target);
            let splat = |node: &Node<'_>| matches!(node.kind(), "list_splat_pattern" | "list_splat");
            let before = parts.iter().position(splat).unwrap_or(parts.len());
            for (i, part) in parts.into_iter().enumerate() {
                let place = l.span(part);
                let key = if i < before { Key::Name(i.to_string()) } else { Key::Element };
                let item = l.emit(Op::Get(value, key), place);
                let item = match splat(&part) {
                    true => rest(l, item, place),
                    false => item,
                };
                bind(l, part, item);
            }
        }
        _ => {
            l.node(target);
        }
    }
}

/// A list of what `*rest` takes.
fn rest(l: &mut Lower<'_>, item: Value, span: Span) -> Value {
    l.emit(Op::Object(vec![crate::ir::Entry::Field(Key::Element, item)]), span)
}

/// Stores to a name.
pub(super) fn store(l: &mut Lower<'_>, name: Node<'_>, value: Value) {
    let span = l.span(name);
    let text = l.text(name);
    let var = match l.lookup(text) {
        Some(var) => var,
        None => l.declare(text),
    };
    l.store(var, value, span);
}
