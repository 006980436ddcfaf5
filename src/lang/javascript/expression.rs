//! Expressions: names, members, calls, operators.

use tree_sitter::Node;

use super::{F, function, literal, module, types};
use crate::ir::{Arg, Block, CallKind, Entry, FunctionKind, Key, Literal, Op, Value};
use crate::lang::lower::{Lower, children, first};

/// A name: a variable of some scope, or else a global.
pub(super) fn identifier(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let name = l.text(node);
    let span = l.span(node);
    if let Some(var) = l.lookup(name) {
        return Some(l.emit(Op::Load(var), span));
    }
    if l.options.stores
        && let Some(var) = name.strip_prefix('$').and_then(|store| l.lookup(store))
    {
        return Some(l.emit(Op::Load(var), span));
    }
    if name == "arguments"
        && let Some(value) = function::arguments_object(l, span)
    {
        return Some(value);
    }
    Some(l.emit(Op::Global(name.to_owned()), span))
}

/// A property name that stands where a value should (`#key in object`).
pub(super) fn bare_key(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let (name, span) = (l.text(node).to_owned(), l.span(node));
    Some(l.literal(Literal::Str(name), span))
}

pub(super) fn this(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    Some(l.this(span))
}

pub(super) fn super_value(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    Some(l.emit(Op::Super, span))
}

/// `import.meta`, `new.target`.
pub(super) fn meta_property(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let (name, span) = (l.text(node).to_owned(), l.span(node));
    Some(l.emit(Op::Global(name), span))
}

/// Takes away what does not change a value: parentheses, `!`, type arguments.
pub(super) fn peel(node: Node<'_>) -> Node<'_> {
    let mut node = node;
    while matches!(
        node.kind(),
        "parenthesized_expression"
            | "non_null_expression"
            | "instantiation_expression"
            | "computed_property_name"
    ) {
        match first(node) {
            Some(inner) => node = inner,
            None => break,
        }
    }
    node
}

/// The key that a property name or an index stands for.
pub(super) fn key(l: &mut Lower<'_>, node: Node<'_>) -> Key {
    match node.kind() {
        "property_identifier"
        | "private_property_identifier"
        | "shorthand_property_identifier"
        | "shorthand_property_identifier_pattern" => Key::Name(l.text(node).to_owned()),
        "number" => Key::Name(l.text(node).to_owned()),
        _ => match literal::text_literal(l, node) {
            Some(text) => Key::Name(text),
            None if peel(node).kind() == "number" => Key::Name(l.text(peel(node)).to_owned()),
            None => Key::Dynamic(l.value(node)),
        },
    }
}

/// The object and the key of a member or subscript expression.
pub(super) fn place(l: &mut Lower<'_>, node: Node<'_>) -> Option<(Value, Key)> {
    let object = l.field(node, F::Object)?;
    let object = l.value(object);
    let name = match node.kind() {
        "member_expression" => l.field(node, F::Property)?,
        _ => l.field(node, F::Index)?,
    };
    Some((object, key(l, name)))
}

/// `a.b`, `a?.b`.
pub(super) fn member(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    if let Some(value) = module::exports_read(l, node) {
        return Some(value);
    }
    subscript(l, node)
}

/// `a[b]`.
pub(super) fn subscript(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    match place(l, node) {
        Some((object, key)) => Some(l.emit(Op::Get(object, key), span)),
        None => Some(l.made(node)),
    }
}

/// What is called and its receiver.
fn callee(l: &mut Lower<'_>, node: Node<'_>) -> (Value, Option<Value>) {
    let node = peel(node);
    if matches!(node.kind(), "member_expression" | "subscript_expression") {
        if let Some(value) = module::exports_read(l, node) {
            return (value, None);
        }
        if let Some((object, key)) = place(l, node) {
            let span = l.span(node);
            return (l.emit(Op::Get(object, key), span), Some(object));
        }
    }
    (l.value(node), None)
}

/// The arguments of a call.
pub(super) fn arguments(l: &mut Lower<'_>, node: Node<'_>) -> Vec<Arg> {
    children(node)
        .into_iter()
        .map(|child| Arg { value: l.value(child), spread: child.kind() == "spread_element", name: None })
        .collect()
}

/// `f(x)`, `a.f(x)`, `import("x")`, `require("x")`, a tagged template.
pub(super) fn call(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let Some(target) = l.field(node, F::Function) else { return Some(l.made(node)) };
    if let Some(module) = module::loaded(l, node) {
        return Some(l.emit(Op::Module(module), span));
    }
    module::star_export(l, node);
    let (callee, this) = if target.kind() == "import" {
        let place = l.span(target);
        (l.emit(Op::Global("import".to_owned()), place), None)
    } else {
        callee(l, target)
    };
    let types = types::arguments(l, node);
    let args = match l.field(node, F::Arguments) {
        Some(template) if template.kind() == "template_string" => tagged(l, template),
        Some(arguments_node) => arguments(l, arguments_node),
        None => Vec::new(),
    };
    if !types.is_empty() {
        let name = l.text(target);
        types::wrapped_component(l, name, &types, args.first().map(|arg| arg.value));
    }
    if let [_, _, described] = &args[..] {
        module::defined_export(l, node, described.value);
    }
    Some(l.emit(Op::Call { callee, this, args, types, kind: CallKind::Call }, span))
}

/// `` tag`text ${value}` ``: the literal parts, then the values.
fn tagged(l: &mut Lower<'_>, node: Node<'_>) -> Vec<Arg> {
    let (parts, substitutions) = literal::template_parts(l, node);
    let span = l.span(node);
    let literals = parts.into_iter().filter(|part| !substitutions.contains(part)).collect();
    let text = l.emit(Op::Concat(literals), span);
    std::iter::once(text).chain(substitutions).map(|value| Arg { value, spread: false, name: None }).collect()
}

/// `new F(x)`.
pub(super) fn new(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let callee = l.field(node, F::Constructor)?;
    let callee = l.value(peel(callee));
    let types = types::arguments(l, node);
    let args = l.field(node, F::Arguments).map(|a| arguments(l, a)).unwrap_or_default();
    Some(l.emit(Op::Call { callee, this: None, args, types, kind: CallKind::New }, span))
}

/// `await x`, `yield x`.
pub(super) fn awaited(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    Some(match first(node) {
        Some(inner) => {
            let value = l.value(inner);
            l.emit(Op::Await(value), span)
        }
        None => l.literal(Literal::Null, span),
    })
}

/// `a, b`: the last one.
pub(super) fn sequence(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    children(node).into_iter().map(|child| l.value(child)).last()
}

/// `c ? a : b`.
pub(super) fn ternary(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let mut values = Vec::new();
    let mut node = node;
    // `c ? a : d ? b : e` is one choice of three.
    loop {
        if let Some(condition) = l.field(node, F::Condition) {
            l.value(condition);
        }
        if let Some(arm) = l.field(node, F::Consequence) {
            values.push(l.value(arm));
        }
        match l.field(node, F::Alternative).map(peel) {
            Some(next) if next.kind() == "ternary_expression" => node = next,
            Some(last) => {
                values.push(l.value(last));
                break;
            }
            None => break,
        }
    }
    Some(l.emit(Op::Either(values), span))
}

/// `!a`, `typeof a`, `-a`, `delete a.b`.
pub(super) fn unary(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let argument = l.field(node, F::Argument)?;
    let operator = l.field(node, F::Operator).map_or("", |o| l.text(o));
    if operator == "delete" {
        let target = peel(argument);
        if matches!(target.kind(), "member_expression" | "subscript_expression")
            && let Some((object, key)) = place(l, target)
        {
            return Some(l.emit(Op::Delete(object, key), span));
        }
    }
    if operator == "-" && argument.kind() == "number" {
        let text = format!("-{}", l.text(argument));
        return Some(l.literal(Literal::Number(text), span));
    }
    let value = l.value(argument);
    Some(match operator {
        "!" | "typeof" | "delete" => l.emit(Op::Test(vec![value]), span),
        "void" => l.literal(Literal::Null, span),
        _ => l.emit(Op::Made(vec![value]), span),
    })
}

/// The operands of a chain of one operator, left to right; long chains are left-deep and must not recurse.
fn operands<'t>(l: &Lower<'_>, node: Node<'t>, same: &[&str]) -> Vec<Node<'t>> {
    let mut out = Vec::new();
    let mut node = node;
    loop {
        if let Some(right) = l.field(node, F::Right) {
            out.push(right);
        }
        let Some(left) = l.field(node, F::Left) else { break };
        let inner = peel(left);
        if inner.kind() == "binary_expression"
            && l.field(inner, F::Operator).is_some_and(|o| same.contains(&l.text(o)))
        {
            node = inner;
        } else {
            out.push(left);
            break;
        }
    }
    out.reverse();
    out
}

/// Operators: text is put together, comparisons carry nothing, the rest is made of its operands.
pub(super) fn binary(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let operator = l.field(node, F::Operator).map_or("", |o| l.text(o));
    match operator {
        "||" | "??" => {
            let parts = operands(l, node, &["||", "??"]);
            let values = conditional(l, parts);
            Some(l.emit(Op::Either(values), span))
        }
        "&&" => {
            let parts = operands(l, node, &["&&"]);
            let value = conditional(l, parts).pop()?;
            Some(l.emit(Op::Either(vec![value]), span))
        }
        _ => {
            let group: &[&str] = match operator {
                "+" => &["+"],
                "-" | "*" | "/" | "%" | "**" | "&" | "|" | "^" | "<<" | ">>" | ">>>" => {
                    &["-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>"]
                }
                _ => &[],
            };
            let values = operands(l, node, group).into_iter().map(|part| l.value(part)).collect();
            let op = match operator {
                "+" => Op::Concat(values),
                "==" | "===" | "!=" | "!==" | "<" | "<=" | ">" | ">=" | "in" | "instanceof" => {
                    Op::Test(values)
                }
                _ => Op::Made(values),
            };
            Some(l.emit(op, span))
        }
    }
}

/// Operands of which all but the first may not run. Only an assignment must not look as if it always ran.
fn conditional(l: &mut Lower<'_>, parts: Vec<Node<'_>>) -> Vec<Value> {
    let mut values = Vec::new();
    for (i, part) in parts.into_iter().enumerate() {
        let assigns =
            matches!(peel(part).kind(), "assignment_expression" | "augmented_assignment_expression");
        if i == 0 || !assigns {
            values.push(l.value(part));
            continue;
        }
        let span = l.span(part);
        let mut value = None;
        let arm = l.block(|l| value = Some(l.value(part)));
        l.emit(Op::Branch(vec![arm, Block::default()]), span);
        values.extend(value);
    }
    values
}

/// `[a, ...b]`.
pub(super) fn array(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let items =
        children(node).into_iter().map(|child| (l.value(child), child.kind() == "spread_element")).collect();
    Some(l.emit(Op::List(items), span))
}

/// `{ a, b: c, ...d }`.
pub(super) fn object(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    Some(object_named(l, node, None))
}

/// An object literal whose methods are named after the variable it is assigned to.
pub(super) fn object_named(l: &mut Lower<'_>, node: Node<'_>, owner: Option<&str>) -> Value {
    let span = l.span(node);
    let mut entries = Vec::new();
    for child in children(node) {
        match child.kind() {
            "pair" => {
                let Some(name) = l.field(child, F::Key) else { continue };
                let key = key(l, name);
                let Some(value) = l.field(child, F::Value) else { continue };
                let value = function::named(l, value, &qualified(owner, &key));
                entries.push(Entry::Field(key, value));
            }
            "shorthand_property_identifier" => {
                if let Some(value) = identifier(l, child) {
                    entries.push(Entry::Field(Key::Name(l.text(child).to_owned()), value));
                }
            }
            "spread_element" => entries.push(Entry::Spread(l.value(child))),
            "method_definition" => entries.extend(object_method(l, child, owner)),
            _ => {
                l.node(child);
            }
        }
    }
    l.emit(Op::Object(entries), span)
}

/// `m() {}` and `get m() {}` of an object literal. A setter is lowered and not a member.
fn object_method(l: &mut Lower<'_>, node: Node<'_>, owner: Option<&str>) -> Option<Entry> {
    let span = l.span(node);
    let name = l.field(node, F::Name)?;
    let key = key(l, name);
    let id = function::lower(l, node, qualified(owner, &key), FunctionKind::Method, None);
    let value = l.emit(Op::Function(id), span);
    match function::accessor(node) {
        Some("set") => None,
        Some(_) => {
            let call = Op::Call {
                callee: value,
                this: None,
                args: Vec::new(),
                types: Vec::new(),
                kind: CallKind::Call,
            };
            Some(Entry::Field(key, l.emit(call, span)))
        }
        None => Some(Entry::Field(key, value)),
    }
}

/// `owner.key`, for people.
fn qualified(owner: Option<&str>, key: &Key) -> String {
    let name = match key {
        Key::Name(name) => name.as_str(),
        _ => "<computed>",
    };
    match owner {
        Some(owner) => format!("{owner}.{name}"),
        None => name.to_owned(),
    }
}
