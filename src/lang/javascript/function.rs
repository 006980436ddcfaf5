//! Functions, parameters, decorators.

use tree_sitter::Node;

use super::{F, class, expression, literal, pattern, statement, types};
use crate::ir::{ClassId, FunctionId, FunctionKind, Literal, Op, Param, Span, Value};
use crate::lang::lower::{Lower, children, first, has_token, in_class, labelled};

/// A function expression or arrow without a name given by its surroundings.
pub(super) fn closure(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let name = l.anonymous();
    Some(closure_named(l, node, name))
}

/// The value of a node that is assigned to `name`: functions, classes and object literals are called after it.
pub(super) fn named(l: &mut Lower<'_>, node: Node<'_>, name: &str) -> Value {
    let inner = expression::peel(node);
    match inner.kind() {
        "arrow_function" | "function_expression" | "generator_function" => {
            match l.deeper(inner, |l| closure_named(l, inner, name.to_owned())) {
                Some(value) => value,
                None => nothing(l, l.span(inner)),
            }
        }
        "class" => match l.deeper(inner, |l| class::expression_named(l, inner, name)) {
            Some(value) => value,
            None => nothing(l, l.span(inner)),
        },
        "object" => match l.deeper(inner, |l| expression::object_named(l, inner, Some(name))) {
            Some(value) => value,
            None => nothing(l, l.span(inner)),
        },
        "as_expression" | "satisfies_expression" => {
            let value = first(inner).map(|value| named(l, value, name));
            types::asserted(l, inner, value).unwrap_or_else(|| nothing(l, l.span(inner)))
        }
        // `const Page = memo(() => …)`: the callback is what the name is about.
        "call_expression" | "await_expression" => l.hinted(name, |l| l.value(node)),
        _ => l.value(node),
    }
}

fn closure_named(l: &mut Lower<'_>, node: Node<'_>, name: String) -> Value {
    let span = l.span(node);
    let kind = if node.kind() == "arrow_function" { FunctionKind::Arrow } else { FunctionKind::Plain };
    match l.field(node, F::Name) {
        // The own name of a function expression is seen inside it only.
        Some(own) => l.scope(|l| {
            let own = l.text(own);
            let var = l.declare(own);
            let id = lower(l, node, own.to_owned(), kind, None);
            let value = l.emit(Op::Function(id), span);
            l.store(var, value, span);
            value
        }),
        None => {
            let id = lower(l, node, name, kind, None);
            l.emit(Op::Function(id), span)
        }
    }
}

/// `function f() {}`, where it is hoisted to.
pub(super) fn hoisted(l: &mut Lower<'_>, node: Node<'_>) {
    let Some(name) = l.field(node, F::Name) else { return };
    let (span, name) = (l.span(node), l.text(name));
    let var = l.declare(name);
    let id = lower(l, node, name.to_owned(), FunctionKind::Plain, None);
    let value = l.emit(Op::Function(id), span);
    l.store(var, value, span);
}

/// Lowers parameters and body.
pub(super) fn lower(
    l: &mut Lower<'_>,
    node: Node<'_>,
    name: String,
    kind: FunctionKind,
    class: Option<ClassId>,
) -> FunctionId {
    let span = l.span(node);
    l.function(name, kind, span, |l| {
        in_class(l, class);
        parameters(l, node);
        body(l, node);
    })
}

/// The result type, the body.
pub(super) fn body(l: &mut Lower<'_>, node: Node<'_>) {
    let returns = l.field(node, F::ReturnType).and_then(|ty| types::annotation(l, ty));
    if let Some(function) = l.current() {
        function.returns = returns;
    }
    let Some(body) = l.field(node, F::Body) else { return };
    if body.kind() == "statement_block" {
        statement::function_body(l, body);
    } else {
        let span = l.span(body);
        let value = l.value(body);
        l.emit(Op::Return(value), span);
    }
}

/// Declares the parameters, then gives defaults and takes patterns apart.
pub(super) fn parameters(l: &mut Lower<'_>, node: Node<'_>) {
    let list = match (l.field(node, F::Parameter), l.field(node, F::Parameters)) {
        (Some(single), _) => vec![single],
        (None, Some(list)) => children(list),
        (None, None) => return,
    };
    let mut later = Vec::new();
    for (index, node) in list.into_iter().enumerate() {
        let parts = Parts::of(l, node);
        let Some(target) = parts.target else { continue };
        if target.kind() == "this" || l.text(target) == "this" {
            continue;
        }
        let (rest, target) = match target.kind() {
            "rest_pattern" => (true, first(target).unwrap_or(target)),
            _ => (false, target),
        };
        let plain = target.kind() == "identifier";
        let var = match plain {
            true => l.declare(l.text(target)),
            false => {
                let mut names = Vec::new();
                pattern::names(l, target, &mut names);
                for name in names {
                    l.declare(l.text(name));
                }
                l.fresh(format!("%{index}"))
            }
        };
        let ty = parts.ty.and_then(|ty| types::annotation(l, ty));
        let decorators = l.fields(node, F::Decorator).into_iter().map(|d| with_literal(l, d)).collect();
        let span = l.span(node);
        if let Some(function) = l.current() {
            function.params.push(Param { var, ty, rest, keywords: false, flag: None, span, decorators });
        }
        if parts.default.is_some() || !plain {
            later.push((var, target, parts.default, plain));
        }
    }
    for (var, target, default, plain) in later {
        let span = l.span(target);
        let mut value = l.emit(Op::Load(var), span);
        if let Some(default) = default {
            value = or_default(l, value, default, target);
        }
        if plain {
            l.store(var, value, span);
        } else {
            pattern::bind(l, target, value);
        }
    }
}

/// A value or its default.
pub(super) fn or_default(l: &mut Lower<'_>, value: Value, default: Node<'_>, target: Node<'_>) -> Value {
    let plain = matches!(target.kind(), "identifier" | "shorthand_property_identifier_pattern");
    let name = if plain { l.text(target) } else { "<default>" };
    let (default, span) = (named(l, default, name), l.span(default));
    l.emit(Op::Either(vec![value, default]), span)
}

/// The parts of a parameter in either grammar.
struct Parts<'t> {
    target: Option<Node<'t>>,
    ty: Option<Node<'t>>,
    default: Option<Node<'t>>,
}

impl<'t> Parts<'t> {
    fn of(l: &Lower<'_>, node: Node<'t>) -> Self {
        match node.kind() {
            "assignment_pattern" => {
                Self { target: l.field(node, F::Left), ty: None, default: l.field(node, F::Right) }
            }
            "required_parameter" | "optional_parameter" => Self {
                target: l.field(node, F::Pattern).or_else(|| l.field(node, F::Name)),
                ty: l.field(node, F::Type),
                default: l.field(node, F::Value),
            },
            "identifier" | "object_pattern" | "array_pattern" | "rest_pattern" => {
                Self { target: Some(node), ty: None, default: None }
            }
            _ => Self { target: None, ty: None, default: None },
        }
    }
}

/// `arguments`: the parameters and whatever else was passed, seen from the nearest function that has them.
pub(super) fn arguments_object(l: &mut Lower<'_>, span: Span) -> Option<Value> {
    let mut up = 0;
    let function = loop {
        match l.enclosing(up)?.kind {
            FunctionKind::Arrow => up += 1,
            FunctionKind::Module => return None,
            _ => break l.enclosing(up)?,
        }
    };
    let vars: Vec<_> = function.params.iter().map(|param| (param.var, param.rest)).collect();
    let whole = function.span;
    let items = vars.iter().map(|&(var, rest)| (l.emit(Op::Load(var), span), rest)).collect::<Vec<_>>();
    let mut items = items;
    if !vars.iter().any(|&(_, rest)| rest) {
        let var = l.fresh_above("%arguments", up);
        let start = Span { end: whole.start, ..whole };
        let param = Param {
            var,
            ty: None,
            rest: true,
            keywords: false,
            flag: None,
            span: start,
            decorators: Vec::new(),
        };
        l.enclosing(up)?.params.push(param);
        items.push((l.emit(Op::Load(var), span), true));
    }
    Some(l.emit(Op::List(items), span))
}

/// `get` or `set` where a method is an accessor.
pub(super) fn accessor(node: Node<'_>) -> Option<&'static str> {
    if has_token(node, "get") {
        Some("get")
    } else if has_token(node, "set") {
        Some("set")
    } else {
        None
    }
}

/// The dotted name of a decorator; its expression is the first child.
pub(super) fn decorator(l: &Lower<'_>, node: Node<'_>) -> String {
    let Some(inner) = first(node) else { return String::new() };
    let inner = expression::peel(inner);
    let target = match inner.kind() {
        "call_expression" => l.field(inner, F::Function).unwrap_or(inner),
        _ => inner,
    };
    dotted(l, target).join(".")
}

/// The name of a decorator with its first literal (`Query:email`).
fn with_literal(l: &Lower<'_>, node: Node<'_>) -> String {
    let name = decorator(l, node);
    let literal = first(node)
        .filter(|inner| inner.kind() == "call_expression")
        .and_then(|call| l.field(call, F::Arguments))
        .and_then(first)
        .and_then(|argument| literal::text_literal(l, argument));
    labelled(name, literal)
}

/// The segments of `a.b.c`; empty where something else is between.
pub(super) fn dotted(l: &Lower<'_>, node: Node<'_>) -> Vec<String> {
    let mut out = Vec::new();
    let mut node = node;
    loop {
        match node.kind() {
            "identifier" | "type_identifier" | "this" => {
                out.push(l.text(node).to_owned());
                break;
            }
            "member_expression" | "nested_identifier" => {
                let (Some(object), Some(property)) = (l.field(node, F::Object), l.field(node, F::Property))
                else {
                    return Vec::new();
                };
                out.push(l.text(property).to_owned());
                node = object;
            }
            "nested_type_identifier" => {
                let (Some(module), Some(name)) = (l.field(node, F::Module), l.field(node, F::Name)) else {
                    return Vec::new();
                };
                out.push(l.text(name).to_owned());
                node = module;
            }
            _ => return Vec::new(),
        }
    }
    out.reverse();
    out
}

/// Evaluates a decorator (its arguments may hold calls) and gives its name.
pub(super) fn decorate(l: &mut Lower<'_>, node: Node<'_>) -> String {
    if let Some(inner) = first(node) {
        l.value(inner);
    }
    decorator(l, node)
}

/// A value for what has none.
pub(super) fn nothing(l: &mut Lower<'_>, span: Span) -> Value {
    l.literal(Literal::Null, span)
}
