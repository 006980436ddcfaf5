//! `match`: which names a pattern binds, and to what part of the subject.

use tree_sitter::Node;

use super::{F, literal, scope};
use crate::ir::{Block, Key, Op, Value};
use crate::lang::lower::{Lower, children, first};

/// `match subject: case pattern: …`: at most one arm runs.
pub(super) fn match_statement(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let subjects: Vec<Node<'_>> = l.fields(node, F::Subject);
    let values: Vec<Value> = subjects.into_iter().map(|subject| l.value(subject)).collect();
    let subject = match values[..] {
        [one] => one,
        _ => l.emit(Op::List(values.into_iter().map(|value| (value, false)).collect()), span),
    };
    let mut arms = Vec::new();
    for clause in l.field(node, F::Body).map(children).unwrap_or_default() {
        if clause.kind() != "case_clause" {
            continue;
        }
        arms.push(l.block(|l| {
            for pattern in children(clause).into_iter().filter(|child| child.kind() == "case_pattern") {
                bind(l, pattern, subject);
            }
            if let Some(guard) = l.field(clause, F::Guard).and_then(first) {
                l.value(guard);
            }
            if let Some(body) = l.field(clause, F::Consequence) {
                l.node(body);
            }
        }));
    }
    arms.push(Block::default());
    l.emit(Op::Branch(arms), span);
    None
}

/// A dotted name of one part captures; `_` does not.
fn captured<'t>(node: Node<'t>) -> Option<Node<'t>> {
    (node.kind() == "dotted_name" && node.named_child_count() == 1).then(|| first(node)).flatten()
}

/// The names that a pattern binds.
pub(super) fn captures<'a>(l: &Lower<'a>, node: Node<'_>, into: &mut Vec<&'a str>) {
    let mut stack = vec![node];
    while let Some(node) = stack.pop() {
        if let Some(name) = captured(node) {
            into.push(l.text(name));
            continue;
        }
        let mut inner = children(node);
        match node.kind() {
            // The class name, the keyword.
            "class_pattern" => {
                inner.retain(|child| child.kind() != "dotted_name");
            }
            "keyword_pattern" => {
                inner.retain(|child| child.kind() != "identifier");
            }
            "as_pattern" | "splat_pattern" => {
                scope::targets(l, node, into);
                into.extend(inner.iter().filter(|c| c.kind() == "identifier").map(|c| l.text(*c)));
            }
            _ => {}
        }
        stack.extend(inner);
    }
}

fn bind(l: &mut Lower<'_>, node: Node<'_>, value: Value) {
    l.deeper(node, |l| bind_at(l, node, value));
}

fn bind_at(l: &mut Lower<'_>, node: Node<'_>, value: Value) {
    let span = l.span(node);
    if let Some(name) = captured(node) {
        if l.text(name) != "_" {
            scope::store(l, name, value);
        }
        return;
    }
    match node.kind() {
        "case_pattern" | "union_pattern" => {
            for inner in children(node) {
                bind(l, inner, value);
            }
        }
        "as_pattern" => {
            // `User(email=str() as address)`: the name is bound to the member.
            let keyword = first(node).filter(|inner| inner.kind() == "case_pattern").and_then(first);
            let keyword = keyword.filter(|inner| inner.kind() == "keyword_pattern").and_then(first);
            let value = match keyword {
                Some(name) => l.get(value, l.text(name), span),
                None => value,
            };
            for inner in children(node) {
                match inner.kind() {
                    "case_pattern" if keyword.is_some() => {}
                    "identifier" => scope::store(l, inner, value),
                    "as_pattern_target" => scope::bind(l, inner, value),
                    _ => bind(l, inner, value),
                }
            }
        }
        "list_pattern" | "tuple_pattern" => {
            for (i, inner) in children(node).into_iter().enumerate() {
                let item = l.emit(Op::Get(value, Key::Name(i.to_string())), span);
                bind(l, inner, item);
            }
        }
        "splat_pattern" => {
            for name in children(node).into_iter().filter(|child| child.kind() == "identifier") {
                scope::store(l, name, value);
            }
        }
        "dict_pattern" => dict(l, node, value),
        "class_pattern" => {
            for inner in children(node).into_iter().filter(|child| child.kind() != "dotted_name") {
                bind(l, inner, value);
            }
        }
        "keyword_pattern" => {
            if let [name, inner] = children(node)[..] {
                let member = l.get(value, l.text(name), span);
                bind(l, inner, member);
            }
        }
        _ => {}
    }
}

/// `{"email": email, **rest}`.
fn dict(l: &mut Lower<'_>, node: Node<'_>, value: Value) {
    let (keys, values) = (l.fields(node, F::Key), l.fields(node, F::Value));
    let mut taken = Vec::new();
    for (key, inner) in keys.into_iter().zip(values) {
        let span = l.span(inner);
        let mut key = key;
        while literal::text_of(l, key).is_none()
            && let Some(deeper) = first(key)
        {
            key = deeper;
        }
        let Some(name) = literal::text_of(l, key) else { continue };
        taken.push(name.clone());
        let member = l.get(value, name, span);
        bind(l, inner, member);
    }
    for rest in children(node).into_iter().filter(|child| child.kind() == "splat_pattern") {
        let span = l.span(rest);
        let left = l.emit(Op::Rest(value, taken.clone()), span);
        bind(l, rest, left);
    }
}
