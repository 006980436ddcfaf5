//! Statements: assignments, branches, loops, exceptions.

use tree_sitter::Node;

use super::{F, class, expression, fields, flag, function, module, scope, types};
use crate::ir::{Arg, Block, CallKind, FunctionKind, Key, Literal, Op, Type, TypeField, TypeId, Value};
use crate::lang::lower::{Lower, children, first};

/// The whole file.
pub(super) fn program(l: &mut Lower<'_>, root: Node<'_>) {
    scope::declare_all(l, root);
    for node in children(root) {
        l.node(node);
    }
    module::exports(l, root);
}

/// A block: its statements in order, in the scope around it.
pub(super) fn block(l: &mut Lower<'_>, node: Option<Node<'_>>) -> Block {
    l.block(|l| {
        if let Some(node) = node {
            l.node(node);
        }
    })
}

/// What the parser could not make sense of: its whole parts are statements or operands.
pub(super) fn broken(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let parts: Vec<Value> = children(node).into_iter().filter_map(|child| l.node(child)).collect();
    Some(l.emit(Op::Made(parts), span))
}

/// `target = value`, `target: T = value`, `target: T`.
pub(super) fn assignment(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let left = l.field(node, F::Left)?;
    let ty = l.field(node, F::Type).map(|ty| types::of(l, ty));
    declare_type(l, left, ty);
    initialised(l, left, l.field(node, F::Right));
    let Some(right) = l.field(node, F::Right) else {
        // `user: User` is some user from here on, until it is assigned.
        if ty.is_some() && left.kind() == "identifier" {
            let span = l.span(node);
            let value = l.emit(Op::Made(Vec::new()), span);
            scope::bind(l, left, value);
        }
        return None;
    };
    if left.kind() == "identifier" {
        fields::functional(l, l.text(left), right);
        if types::is_alias(l, right) && l.lookup(l.text(left)).is_some_and(|var| l.module[var].owner.0 == 0) {
            types::alias(l, node);
        }
    }
    let value = match left.kind() {
        "identifier" | "attribute" => function::named(l, right, l.text(left)),
        _ => l.value(right),
    };
    let value = match left.kind() {
        "identifier" => value,
        _ => {
            let span = l.span(left);
            l.typed(value, ty, span)
        }
    };
    scope::bind(l, left, value);
    Some(value)
}

/// The type of a variable or of a field of the receiver.
fn declare_type(l: &mut Lower<'_>, left: Node<'_>, ty: Option<TypeId>) {
    let Some(ty) = ty else { return };
    match left.kind() {
        "identifier" => {
            if let Some(var) = l.lookup(l.text(left)) {
                l.var_types.insert(var, ty);
            }
        }
        "attribute" => {
            let own = l.field(left, F::Object).is_some_and(|object| l.receiver == Some(l.text(object)));
            if let (true, Some(name), Some(id)) = (own, l.field(left, F::Attribute), class::current(l)) {
                let (name, span) = (l.text(name).to_owned(), l.span(left));
                l.class(id).fields.push(TypeField { name, ty: Some(ty), span });
            }
        }
        _ => {}
    }
}

/// `self.x = x` in a constructor declares the field; it has the type of the parameter.
fn initialised(l: &mut Lower<'_>, left: Node<'_>, right: Option<Node<'_>>) {
    let constructs = l.current().is_some_and(|function| function.kind == FunctionKind::Constructor);
    let own = left.kind() == "attribute"
        && l.field(left, F::Object).is_some_and(|object| l.receiver == Some(l.text(object)));
    let (true, true, Some(name), Some(id)) =
        (constructs, own, l.field(left, F::Attribute), class::current(l))
    else {
        return;
    };
    let (name, span) = (l.text(name).to_owned(), l.span(left));
    if l.module[id].fields.iter().any(|field| field.name == name) {
        return;
    }
    let var = right.filter(|right| right.kind() == "identifier").and_then(|right| l.lookup(l.text(right)));
    let ty = l.current().and_then(|f| f.params.iter().find(|p| Some(p.var) == var)).and_then(|p| p.ty);
    l.class(id).fields.push(TypeField { name, ty, span });
}

/// `target += value`.
pub(super) fn augmented(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let (left, right) = (l.field(node, F::Left)?, l.field(node, F::Right)?);
    let operator = l.field(node, F::Operator).map_or("", |operator| l.text(operator));
    if matches!(left.kind(), "attribute" | "subscript") {
        let (object, key) = expression::place(l, left)?;
        let place = l.span(left);
        let old = l.emit(Op::Get(object, key.clone()), place);
        let new = l.value(right);
        let value = expression::combined(l, operator.trim_end_matches('='), vec![old, new], span);
        l.emit(Op::Set(object, key, value), span);
        return Some(value);
    }
    let old = l.value(left);
    let new = l.value(right);
    let value = expression::combined(l, operator.trim_end_matches('='), vec![old, new], span);
    scope::bind(l, left, value);
    Some(value)
}

/// `(name := value)`.
pub(super) fn walrus(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let value = l.field(node, F::Value)?;
    let value = l.value(value);
    if let Some(name) = l.field(node, F::Name) {
        scope::store(l, name, value);
    }
    Some(value)
}

/// `del o.x, d["y"]`.
pub(super) fn delete(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let list = first(node)?;
    let targets = if list.kind() == "expression_list" { children(list) } else { vec![list] };
    for target in targets {
        if matches!(target.kind(), "attribute" | "subscript")
            && let Some((object, key)) = expression::place(l, target)
        {
            let span = l.span(target);
            l.emit(Op::Delete(object, key), span);
        }
    }
    None
}

/// `if … elif … else`: conditions in order, then exactly one arm.
pub(super) fn if_else(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let condition = l.field(node, F::Condition);
    let type_only = condition.is_some_and(|c| l.text(c).rsplit('.').next() == Some("TYPE_CHECKING"));
    let main = condition.is_some_and(|c| l.text(c).contains("__name__"));
    if type_only || main {
        // Imports for annotations only; code of a script, which runs.
        if let Some(body) = l.field(node, F::Consequence) {
            l.node(body);
        }
        return None;
    }
    let mut arms = vec![(condition, l.field(node, F::Consequence))];
    if let Some(condition) = condition {
        l.value(condition);
    }
    let mut last = None;
    for alternative in l.fields(node, F::Alternative) {
        if alternative.kind() == "elif_clause" {
            let condition = l.field(alternative, F::Condition);
            if let Some(condition) = condition {
                l.value(condition);
            }
            arms.push((condition, l.field(alternative, F::Consequence)));
        } else {
            last = l.field(alternative, F::Body);
        }
    }
    arms.push((None, last));
    let mut passed: Vec<flag::Flag> = Vec::new();
    let mut blocks = Vec::new();
    for (condition, arm) in arms {
        let held = condition.map(|condition| flag::asked(l, condition)).unwrap_or_default();
        blocks.push(l.block(|l| {
            flag::assume(l, passed.iter().chain(&held), span);
            if let Some(arm) = arm {
                l.node(arm);
            }
        }));
        // The arms after it run only where it does not: said of one flag, not of several.
        if let [(var, is)] = held[..]
            && condition.is_some_and(flag::is_alone)
        {
            passed.push((var, !is));
        }
    }
    l.emit(Op::Branch(blocks), span);
    None
}

pub(super) fn while_loop(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let body = l.block(|l| {
        for part in [l.field(node, F::Condition), l.field(node, F::Body)].into_iter().flatten() {
            l.node(part);
        }
    });
    l.emit(Op::Loop(body), span);
    otherwise(l, node);
    None
}

/// `for x in xs: … else: …`.
pub(super) fn for_loop(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let right = l.field(node, F::Right)?;
    let items = l.value(right);
    let body = l.block(|l| {
        if let Some(left) = l.field(node, F::Left) {
            let place = l.span(left);
            let item = l.emit(Op::Get(items, Key::Element), place);
            scope::bind(l, left, item);
        }
        if let Some(body) = l.field(node, F::Body) {
            l.node(body);
        }
    });
    l.emit(Op::Loop(body), span);
    otherwise(l, node);
    None
}

/// `else` of a loop.
fn otherwise(l: &mut Lower<'_>, node: Node<'_>) {
    let span = l.span(node);
    if let Some(body) = l.field(node, F::Alternative).and_then(|clause| l.field(clause, F::Body)) {
        let body = block(l, Some(body));
        l.emit(Op::Branch(vec![body, Block::default()]), span);
    }
}

/// `try … except … else … finally`: what is caught is not followed.
pub(super) fn try_except(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let body = block(l, l.field(node, F::Body));
    l.emit(Op::Branch(vec![body, Block::default()]), span);
    let mut arms = Vec::new();
    let mut finally = None;
    let mut smooth = Block::default();
    for clause in children(node) {
        match clause.kind() {
            "except_clause" | "except_group_clause" => arms.push(l.block(|l| except(l, clause))),
            "else_clause" => smooth = block(l, l.field(clause, F::Body)),
            "finally_clause" => finally = Some(clause),
            _ => {}
        }
    }
    arms.push(smooth);
    l.emit(Op::Branch(arms), span);
    if let Some(clause) = finally {
        l.node(clause);
    }
    None
}

fn except(l: &mut Lower<'_>, clause: Node<'_>) {
    let named = children(clause).into_iter().find(|child| child.kind() == "as_pattern");
    let alias = l.field(clause, F::Alias).or_else(|| named.and_then(|pattern| l.field(pattern, F::Alias)));
    if let Some(alias) = alias {
        let span = l.span(alias);
        let value = l.emit(Op::Made(Vec::new()), span);
        scope::bind(l, alias, value);
    }
    for body in children(clause).into_iter().filter(|child| child.kind() == "block") {
        l.node(body);
    }
}

pub(super) fn raise(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let value = match first(node) {
        Some(value) => l.value(value),
        None => l.literal(Literal::Null, span),
    };
    l.emit(Op::Throw(value), span);
    None
}

pub(super) fn return_value(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let value = match first(node) {
        Some(value) => function::named(l, value, "<returned>"),
        None => l.literal(Literal::Null, span),
    };
    // What it is said to give, where it does not say so itself.
    let ty = l.current().and_then(|function| function.returns);
    let value = match l.op_of(value) {
        Some(Op::Object(_) | Op::List(_) | Op::Literal(_)) => value,
        _ => l.typed(value, ty, span),
    };
    l.emit(Op::Return(value), span);
    None
}

/// `with manager as name`: the name is what `__enter__` gives.
pub(super) fn with(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    for clause in children(node).into_iter().filter(|child| child.kind() == "with_clause") {
        for item in children(clause) {
            let Some(value) = l.field(item, F::Value) else { continue };
            let (manager, alias) = match value.kind() {
                "as_pattern" => (first(value), l.field(value, F::Alias)),
                _ => (Some(value), None),
            };
            let Some(manager) = manager else { continue };
            let span = l.span(manager);
            let this = l.value(manager);
            let Some(alias) = alias else { continue };
            let callee = l.get(this, "__enter__", span);
            let args: Vec<Arg> = Vec::new();
            let call = Op::Call { callee, this: Some(this), args, types: Vec::new(), kind: CallKind::Call };
            let entered = l.emit(call, span);
            scope::bind(l, alias, entered);
        }
    }
    if let Some(body) = l.field(node, F::Body) {
        l.node(body);
    }
    None
}

/// True for a type that says something.
pub(super) fn says(l: &Lower<'_>, ty: TypeId) -> bool {
    !matches!(l.module[ty], Type::Unknown)
}
