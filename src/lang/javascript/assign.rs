//! Declarators and assignments.

use tree_sitter::Node;

use super::{F, expression, function, module, pattern, types};
use crate::ir::{Key, Op, Span, Value};
use crate::lang::lower::Lower;

/// `x: T = value`, one of a declaration.
pub(super) fn declarator(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let target = l.field(node, F::Name)?;
    let ty = l.field(node, F::Type).and_then(|ty| types::annotation(l, ty));
    let plain = target.kind() == "identifier";
    if let (true, Some(ty), Some(var)) = (plain, ty, l.lookup(l.text(target))) {
        l.var_types.insert(var, ty);
    }
    let Some(value) = l.field(node, F::Value) else {
        // `let user: User;` is some user from here on, until it is assigned.
        if ty.is_some() {
            let span = l.span(node);
            let value = l.emit(Op::Made(Vec::new()), span);
            pattern::bind(l, target, value);
        }
        return None;
    };
    let mut value = if plain { function::named(l, value, l.text(target)) } else { l.value(value) };
    types::component(l, value, ty);
    if !plain {
        let span = l.span(target);
        value = l.typed(value, ty, span);
    }
    pattern::bind(l, target, value);
    None
}

/// `target = value`; its value is the assigned one.
pub(super) fn assignment(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let left = expression::peel(l.field(node, F::Left)?);
    let right = l.field(node, F::Right)?;
    let name = target_name(l, left);
    let value = match name {
        Some(name) => function::named(l, right, &name),
        None => l.value(right),
    };
    if !module::exports_write(l, left, right, value) {
        pattern::bind(l, left, value);
    }
    Some(value)
}

/// What a function assigned to a target is called.
fn target_name(l: &Lower<'_>, left: Node<'_>) -> Option<String> {
    if module::is_module_exports(l, left) {
        return Some("exports".to_owned());
    }
    match left.kind() {
        "identifier" => Some(l.text(left).to_owned()),
        "member_expression" => {
            let segments = function::dotted(l, left);
            let (last, owner) = segments.split_last()?;
            match owner {
                [single] if single == "exports" => Some(last.clone()),
                [single] if single == "this" => Some(match l.class_name() {
                    Some(class) => format!("{class}.{last}"),
                    None => last.clone(),
                }),
                [module, exports] if module == "module" && exports == "exports" => Some(last.clone()),
                [.., owner] if owner == "prototype" => {
                    let class = &segments[segments.len().saturating_sub(3)];
                    Some(format!("{class}.{last}"))
                }
                [.., owner] => Some(format!("{owner}.{last}")),
                [] => Some(last.clone()),
            }
        }
        _ => None,
    }
}

/// A target that is read and then written; its parts are lowered once.
enum Target<'t> {
    Name(Node<'t>),
    Member(Value, Key),
}

/// Reads a target: the value it has, and where to write.
fn read<'t>(l: &mut Lower<'_>, node: Node<'t>) -> (Value, Target<'t>) {
    if matches!(node.kind(), "member_expression" | "subscript_expression")
        && !module::is_exports_member(l, node)
        && let Some((object, key)) = expression::place(l, node)
    {
        let span = l.span(node);
        return (l.emit(Op::Get(object, key.clone()), span), Target::Member(object, key));
    }
    (l.value(node), Target::Name(node))
}

fn write(l: &mut Lower<'_>, target: Target<'_>, value: Value, span: Span) {
    match target {
        Target::Name(node) => pattern::bind(l, node, value),
        Target::Member(object, key) => {
            l.emit(Op::Set(object, key, value), span);
        }
    }
}

/// `target += value`, `target ??= value`.
pub(super) fn augmented(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let left = expression::peel(l.field(node, F::Left)?);
    let right = l.field(node, F::Right)?;
    let (old, target) = read(l, left);
    let new = l.value(right);
    let parts = vec![old, new];
    let operator = l.field(node, F::Operator).map_or("", |o| l.text(o));
    let value = match operator {
        "+=" => l.emit(Op::Concat(parts), span),
        "??=" | "||=" | "&&=" => l.emit(Op::Either(parts), span),
        _ => l.emit(Op::Made(parts), span),
    };
    write(l, target, value, span);
    Some(value)
}

/// `x++`: the value stays a number made of the old one.
pub(super) fn update(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let (old, target) = read(l, expression::peel(l.field(node, F::Argument)?));
    let value = l.emit(Op::Made(vec![old]), span);
    write(l, target, value, span);
    Some(value)
}
