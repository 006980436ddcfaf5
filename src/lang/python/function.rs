//! Functions: parameters, defaults, decorators, lambdas.

use tree_sitter::Node;

use super::{F, class, expression, literal, scope, types};
use crate::ir::{Arg, CallKind, ClassId, FunctionId, FunctionKind, Op, Param, Value};
use crate::lang::lower::{Lower, children, first, in_class, labelled};

/// Decorators that leave a function what it is.
const PLAIN: &[&str] = &[
    "abstractmethod",
    "cached_property",
    "classmethod",
    "dataclass",
    "final",
    "override",
    "overload",
    "property",
    "staticmethod",
    "wraps",
];

/// A value that is named by what it is given to.
pub(super) fn named(l: &mut Lower<'_>, node: Node<'_>, name: &str) -> Value {
    let inner = expression::peel(node);
    if inner.kind() != "lambda" {
        return l.value(node);
    }
    let span = l.span(inner);
    match l.deeper(inner, |l| lambda_named(l, inner, name.to_owned())) {
        Some(value) => value,
        None => l.literal(crate::ir::Literal::Null, span),
    }
}

pub(super) fn lambda(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let name = l.anonymous();
    Some(lambda_named(l, node, name))
}

fn lambda_named(l: &mut Lower<'_>, node: Node<'_>, name: String) -> Value {
    let span = l.span(node);
    let id = l.function(name, FunctionKind::Arrow, span, |l| {
        parameters(l, node, false);
        if let Some(body) = l.field(node, F::Body) {
            let span = l.span(body);
            let value = l.value(body);
            l.emit(Op::Return(value), span);
        }
    });
    l.emit(Op::Function(id), span)
}

/// `def f(…): …`.
pub(super) fn definition(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    define(l, node, &[]);
    None
}

/// `@decorator` before a function or class.
pub(super) fn decorated(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let decorators: Vec<Node<'_>> =
        children(node).into_iter().filter(|child| child.kind() == "decorator").collect();
    let inner = l.field(node, F::Definition)?;
    match inner.kind() {
        "class_definition" => class::define(l, inner, &decorators),
        _ => define(l, inner, &decorators),
    }
    None
}

fn define(l: &mut Lower<'_>, node: Node<'_>, decorators: &[Node<'_>]) {
    let Some(name) = l.field(node, F::Name) else { return };
    let span = l.span(node);
    let shown = l.member_name(l.text(name));
    // A function inside a method shares its receiver.
    let kind = if l.receiver.is_some() { FunctionKind::Arrow } else { FunctionKind::Plain };
    let id = lower(l, node, shown, kind, None, names(l, decorators));
    let mut value = l.emit(Op::Function(id), span);
    for decorator in decorators.iter().rev() {
        value = decorate(l, *decorator, value);
    }
    scope::store(l, name, value);
}

/// The names of decorators.
pub(super) fn names(l: &Lower<'_>, decorators: &[Node<'_>]) -> Vec<String> {
    decorators.iter().map(|decorator| with_literal(l, *decorator)).collect()
}

/// What a decorator makes of a value.
pub(super) fn decorate(l: &mut Lower<'_>, decorator: Node<'_>, value: Value) -> Value {
    let Some(inner) = first(decorator) else { return value };
    let name = decorator_name(l, decorator);
    if PLAIN.contains(&name.rsplit('.').next().unwrap_or("")) {
        return value;
    }
    let span = l.span(decorator);
    let callee = l.value(inner);
    let args = vec![Arg { value, spread: false, name: None }];
    l.emit(Op::Call { callee, this: None, args, types: Vec::new(), kind: CallKind::Decorate }, span)
}

fn decorator_name(l: &Lower<'_>, decorator: Node<'_>) -> String {
    let Some(inner) = first(decorator) else { return String::new() };
    let target = match inner.kind() {
        "call" => l.field(inner, F::Function).unwrap_or(inner),
        _ => inner,
    };
    expression::dotted(l, target).join(".")
}

/// The name of a decorator with its first literal (`app.route:/login`).
fn with_literal(l: &Lower<'_>, decorator: Node<'_>) -> String {
    let name = decorator_name(l, decorator);
    let literal = first(decorator)
        .filter(|inner| inner.kind() == "call")
        .and_then(|call| l.field(call, F::Arguments))
        .and_then(first)
        .and_then(|argument| literal::text_of(l, argument));
    labelled(name, literal)
}

/// Lowers parameters and body. A member's first parameter is the receiver, except where it is static.
pub(super) fn lower(
    l: &mut Lower<'_>,
    node: Node<'_>,
    name: String,
    kind: FunctionKind,
    class: Option<ClassId>,
    decorators: Vec<String>,
) -> FunctionId {
    let span = l.span(node);
    let method = class.is_some() && !decorators.iter().any(|name| name == "staticmethod");
    l.function(name, kind, span, |l| {
        in_class(l, class);
        let returns = l.field(node, F::ReturnType).map(|ty| types::of(l, ty));
        if let Some(function) = l.current() {
            function.decorators = decorators;
            function.returns = returns;
        }
        let outer = l.receiver;
        if class.is_some() {
            l.receiver = None;
        }
        parameters(l, node, method);
        if let Some(body) = l.field(node, F::Body) {
            scope::declare_all(l, body);
            l.node(body);
        }
        l.receiver = outer;
    })
}

/// Declares the parameters, then gives defaults.
fn parameters(l: &mut Lower<'_>, node: Node<'_>, method: bool) {
    let Some(list) = l.field(node, F::Parameters) else { return };
    let mut later = Vec::new();
    let mut receiver = method;
    for node in children(list) {
        let (target, ty, default) = match node.kind() {
            "identifier" | "list_splat_pattern" | "dictionary_splat_pattern" => (Some(node), None, None),
            "default_parameter" => (l.field(node, F::Name), None, l.field(node, F::Value)),
            "typed_parameter" => (first(node), l.field(node, F::Type), None),
            "typed_default_parameter" => {
                (l.field(node, F::Name), l.field(node, F::Type), l.field(node, F::Value))
            }
            _ => continue,
        };
        let Some(target) = target else { continue };
        if receiver && target.kind() == "identifier" {
            l.receiver = Some(l.text(target));
            receiver = false;
            continue;
        }
        let (rest, keywords) =
            (target.kind() == "list_splat_pattern", target.kind() == "dictionary_splat_pattern");
        let name = if rest || keywords { first(target).unwrap_or(target) } else { target };
        let var = l.declare(l.text(name));
        let ty =
            ty.map(|ty| types::of(l, ty)).filter(|ty| super::statement::says(l, *ty) && !rest && !keywords);
        let span = l.span(node);
        if let Some(function) = l.current() {
            let flag = default.and_then(|default| match default.kind() {
                "true" => Some(true),
                "false" => Some(false),
                _ => None,
            });
            function.params.push(Param { var, ty, rest, keywords, flag, span, decorators: Vec::new() });
        }
        later.extend(default.map(|default| (var, name, default)));
    }
    for (var, name, default) in later {
        // `None` is no value.
        if default.kind() == "none" {
            continue;
        }
        let span = l.span(name);
        let value = l.emit(Op::Load(var), span);
        let default = named(l, default, l.text(name));
        let value = l.emit(Op::Either(vec![value, default]), span);
        l.store(var, value, span);
    }
}
