//! Markup in scripts: an element is a call with one object of attributes.

use tree_sitter::Node;

use super::{F, function, literal};
use crate::ir::{Arg, CallKind, Entry, Key, Literal, Op, Value};
use crate::lang::lower::{Lower, children, first};

/// `<F a={x}>child</F>`, `<F />`, `<>…</>`.
pub(super) fn element(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let open = l.field(node, F::OpenTag).unwrap_or(node);
    let body = match node.kind() {
        "jsx_element" => content(l, node),
        _ => Vec::new(),
    };
    let Some(name) = l.field(open, F::Name) else {
        let items = lower_all(l, &body);
        return Some(l.emit(Op::List(items), span));
    };
    let callee = tag(l, name);
    let types = super::types::arguments(l, open);
    let mut entries = Vec::new();
    for attribute in children(open) {
        entries.extend(attribute_entry(l, attribute));
    }
    if !body.is_empty() {
        let items = lower_all(l, &body);
        let list = l.emit(Op::List(items), span);
        entries.push(Entry::Field(Key::Name("children".to_owned()), list));
    }
    let place = l.span(open);
    let value = l.emit(Op::Object(entries), place);
    let args = vec![Arg { value, spread: false, name: None }];
    Some(l.emit(Op::Call { callee, this: None, args, types, kind: CallKind::Element }, span))
}

/// Children that have a value: text and empty expressions have none.
fn content<'t>(l: &Lower<'_>, node: Node<'t>) -> Vec<Node<'t>> {
    let (open, close) = (l.field(node, F::OpenTag), l.field(node, F::CloseTag));
    children(node)
        .into_iter()
        .filter(|child| Some(*child) != open && Some(*child) != close)
        .filter(|child| !matches!(child.kind(), "jsx_text" | "html_character_reference"))
        .filter(|child| child.kind() != "jsx_expression" || first(*child).is_some())
        .collect()
}

fn lower_all(l: &mut Lower<'_>, nodes: &[Node<'_>]) -> Vec<(Value, bool)> {
    nodes
        .iter()
        .map(|node| {
            let spread = first(*node).is_some_and(|inner| inner.kind() == "spread_element");
            (l.value(*node), spread)
        })
        .collect()
}

/// `div` is the page's, `Button` and `motion.div` are values.
fn tag(l: &mut Lower<'_>, name: Node<'_>) -> Value {
    let (text, span) = (l.text(name), l.span(name));
    let intrinsic = match name.kind() {
        "identifier" => text.starts_with(|c: char| c.is_ascii_lowercase()) || text.contains('-'),
        "member_expression" => false,
        _ => true,
    };
    match intrinsic {
        true => l.emit(Op::Global(format!("<{text}")), span),
        false => l.value(name),
    }
}

/// `a={x}`, `a="x"`, `a`, `{...x}`.
fn attribute_entry(l: &mut Lower<'_>, node: Node<'_>) -> Option<Entry> {
    match node.kind() {
        "jsx_expression" => {
            let inner = first(node)?;
            Some(Entry::Spread(l.value(inner)))
        }
        "jsx_attribute" => {
            let parts = children(node);
            let name = *parts.first()?;
            let key = Key::Name(l.text(name).to_owned());
            let span = l.span(node);
            let value = match parts.get(1) {
                None => l.literal(Literal::Bool(true), span),
                Some(value) if value.kind() == "string" => {
                    let (text, span) = (literal::string_text(l, *value), l.span(*value));
                    l.literal(Literal::Str(text), span)
                }
                Some(value) => match first(*value).filter(|_| value.kind() == "jsx_expression") {
                    Some(inner) => {
                        let name = l.member_name(l.text(name));
                        function::named(l, inner, &name)
                    }
                    None => l.value(*value),
                },
            };
            Some(Entry::Field(key, value))
        }
        _ => None,
    }
}
