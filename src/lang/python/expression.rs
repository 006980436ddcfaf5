//! Expressions: names, members, calls, operators, collections.

use tree_sitter::Node;

use super::{F, flag, function, literal, module, scope, types};
use crate::ir::{Arg, CallKind, Entry, Key, Literal, Op, Span, Value};
use crate::lang::lower::{Lower, children, first};

/// The module whose names are in every scope.
pub(super) const BUILTINS: &str = "builtins";

/// Without parentheses.
pub(super) fn peel(mut node: Node<'_>) -> Node<'_> {
    while node.kind() == "parenthesized_expression"
        && let Some(inner) = first(node)
    {
        node = inner;
    }
    node
}

pub(super) fn identifier(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let (span, name) = (l.span(node), l.text(node));
    Some(match l.lookup(name) {
        Some(var) => l.emit(Op::Load(var), span),
        None if l.receiver == Some(name) => l.this(span),
        None => outer_name(l, name, span),
    })
}

/// A name that no scope declares: of a module whose names were all taken, or built in.
fn outer_name(l: &mut Lower<'_>, name: &str, span: Span) -> Value {
    let stars = l.stars.clone();
    if stars.is_empty() || is_builtin(name) {
        let builtins = l.emit(Op::Module(BUILTINS.to_owned()), span);
        return l.get(builtins, name, span);
    }
    let parts = stars.into_iter().map(|star| {
        let module = l.emit(Op::Module(star), span);
        l.get(module, name, span)
    });
    let parts: Vec<Value> = parts.collect();
    l.emit(Op::Either(parts), span)
}

/// Built-in names that are used most; the others are looked for in star imports first.
fn is_builtin(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "Exception",
        "KeyError",
        "ValueError",
        "TypeError",
        "abs",
        "all",
        "any",
        "bool",
        "dict",
        "enumerate",
        "filter",
        "float",
        "format",
        "getattr",
        "hasattr",
        "hash",
        "id",
        "int",
        "isinstance",
        "iter",
        "len",
        "list",
        "map",
        "max",
        "min",
        "next",
        "object",
        "open",
        "print",
        "range",
        "repr",
        "reversed",
        "round",
        "set",
        "setattr",
        "sorted",
        "str",
        "sum",
        "super",
        "tuple",
        "type",
        "vars",
        "zip",
    ];
    NAMES.contains(&name)
}

/// True for this built-in function, if no scope says otherwise.
fn builtin<'a>(l: &Lower<'a>, node: Node<'_>) -> Option<&'a str> {
    let name = (node.kind() == "identifier").then(|| l.text(node))?;
    (l.lookup(name).is_none() && l.receiver != Some(name)).then_some(name)
}

/// The dotted name of `a.b.c`; empty where something else is between.
pub(super) fn dotted(l: &Lower<'_>, node: Node<'_>) -> Vec<String> {
    let mut out = Vec::new();
    let mut node = node;
    loop {
        match node.kind() {
            "identifier" => {
                out.push(l.text(node).to_owned());
                break;
            }
            "attribute" => {
                let (Some(object), Some(name)) = (l.field(node, F::Object), l.field(node, F::Attribute))
                else {
                    return Vec::new();
                };
                out.push(l.text(name).to_owned());
                node = object;
            }
            _ => return Vec::new(),
        }
    }
    out.reverse();
    out
}

pub(super) fn attribute(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    if !l.dotted.is_empty() {
        let path = dotted(l, node).join(".");
        if l.dotted.contains(&path) {
            return Some(l.emit(Op::Module(path), span));
        }
    }
    let (object, key) = place(l, node)?;
    // `user.__dict__` is all of the user's fields.
    if matches!(&key, Key::Name(name) if name == "__dict__") {
        return Some(object);
    }
    Some(l.emit(Op::Get(object, key), span))
}

/// Object and key of a member or subscript.
pub(super) fn place(l: &mut Lower<'_>, node: Node<'_>) -> Option<(Value, Key)> {
    match node.kind() {
        "attribute" => {
            let object = l.field(node, F::Object)?;
            let object = l.value(object);
            let name = l.field(node, F::Attribute)?;
            Some((object, Key::Name(l.text(name).to_owned())))
        }
        "subscript" => {
            let object = l.field(node, F::Value)?;
            let object = l.value(object);
            let index = l.field(node, F::Subscript)?;
            Some((object, key(l, index)))
        }
        _ => None,
    }
}

/// A subscript as a key.
fn key(l: &mut Lower<'_>, index: Node<'_>) -> Key {
    if let Some(text) = literal::text_of(l, index) {
        return Key::Name(text);
    }
    match index.kind() {
        "integer" => Key::Name(l.text(index).to_owned()),
        "unary_operator" => Key::Element,
        _ => {
            let value = l.value(index);
            Key::Dynamic(value)
        }
    }
}

pub(super) fn subscript(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let index = l.field(node, F::Subscript)?;
    if index.kind() == "slice" {
        let object = l.field(node, F::Value)?;
        let object = l.value(object);
        return Some(l.emit(Op::Made(vec![object]), span));
    }
    let (object, key) = place(l, node)?;
    Some(l.emit(Op::Get(object, key), span))
}

// Calls

/// The arguments of a call.
fn arguments(l: &mut Lower<'_>, node: Node<'_>) -> Vec<Arg> {
    let Some(list) = l.field(node, F::Arguments) else { return Vec::new() };
    if list.kind() == "generator_expression" {
        return vec![Arg { value: l.value(list), spread: false, name: None }];
    }
    let mut args = Vec::new();
    for arg in children(list) {
        let (value, spread, name) = match arg.kind() {
            "keyword_argument" => {
                let Some(value) = l.field(arg, F::Value) else { continue };
                (value, false, l.field(arg, F::Name).map(|name| l.text(name).to_owned()))
            }
            "list_splat" => (arg, true, None),
            "dictionary_splat" => (first(arg).unwrap_or(arg), true, Some("**".to_owned())),
            _ => (arg, false, None),
        };
        args.push(Arg { value: l.value(value), spread, name });
    }
    args
}

pub(super) fn call(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let function = peel(l.field(node, F::Function)?);
    if let Some(value) = special(l, node, function, span) {
        return value;
    }
    let (callee, this) = match function.kind() {
        "attribute" if !is_module(l, function) => {
            let (object, key) = place(l, function)?;
            if matches!(&key, Key::Name(name) if name == "format") {
                let mut parts = vec![object];
                parts.extend(arguments(l, node).into_iter().map(|arg| arg.value));
                return Some(l.emit(Op::Concat(parts), span));
            }
            let callee = match (l.op_of(object), &key) {
                (Some(Op::Super), Key::Name(name)) if name == "__init__" => object,
                _ => {
                    let place = l.span(function);
                    l.emit(Op::Get(object, key), place)
                }
            };
            let this = (callee != object).then_some(object);
            (callee, this)
        }
        _ => (l.value(function), None),
    };
    let args = arguments(l, node);
    Some(l.emit(Op::Call { callee, this, args, types: Vec::new(), kind: CallKind::Call }, span))
}

/// True if a dotted name stands for a module as a whole.
fn is_module(l: &Lower<'_>, node: Node<'_>) -> bool {
    !l.dotted.is_empty() && l.dotted.contains(&dotted(l, node).join("."))
}

/// Calls that are syntax in other languages: `getattr(o, "x")`, `dict(a=1)`, `super()`. `None`: an ordinary call.
fn special(l: &mut Lower<'_>, node: Node<'_>, function: Node<'_>, span: Span) -> Option<Option<Value>> {
    let list = l.field(node, F::Arguments)?;
    let args = if list.kind() == "argument_list" { children(list) } else { Vec::new() };
    let plain =
        args.iter().all(|arg| !matches!(arg.kind(), "keyword_argument" | "list_splat" | "dictionary_splat"));
    let path = dotted(l, function).join(".");
    match (path.as_str(), args.as_slice()) {
        ("importlib.import_module" | "import_module" | "__import__", [name, ..]) => {
            let name = literal::text_of(l, *name).filter(|name| !name.is_empty())?;
            return Some(Some(module::loaded(l, name, span)));
        }
        ("typing.cast" | "cast" | "t.cast", [ty, value]) if plain => {
            let ty = types::of(l, *ty);
            let value = l.value(*value);
            return Some(Some(l.typed(value, Some(ty), span)));
        }
        _ => {}
    }
    let value = match (builtin(l, function)?, args.as_slice()) {
        ("super", _) => l.emit(Op::Super, span),
        ("getattr", [object, name, default @ ..]) if plain && default.len() < 2 => {
            let object = l.value(*object);
            let key = key(l, *name);
            let member = l.emit(Op::Get(object, key), span);
            match default.first() {
                Some(default) => {
                    let default = l.value(*default);
                    l.emit(Op::Either(vec![member, default]), span)
                }
                None => member,
            }
        }
        ("setattr", [object, name, value]) if plain => {
            let object = l.value(*object);
            let key = key(l, *name);
            let value = l.value(*value);
            l.emit(Op::Set(object, key, value), span);
            return Some(None);
        }
        ("delattr", [object, name]) if plain => {
            let object = l.value(*object);
            let key = key(l, *name);
            l.emit(Op::Delete(object, key), span);
            return Some(None);
        }
        ("dict", _) => dict_call(l, &args, span),
        ("list" | "tuple" | "set" | "frozenset" | "sorted" | "reversed" | "iter", [value, ..]) => {
            if value.kind() == "list_splat" {
                return None;
            }
            l.value(*value)
        }
        ("len" | "isinstance" | "issubclass" | "hasattr" | "callable" | "bool" | "any" | "all" | "id", _)
            if plain =>
        {
            let parts = args.iter().map(|arg| l.value(*arg)).collect();
            l.emit(Op::Test(parts), span)
        }
        _ => return None,
    };
    Some(Some(value))
}

/// `dict(other, a=1, **more)`.
fn dict_call(l: &mut Lower<'_>, args: &[Node<'_>], span: Span) -> Value {
    if let [only] = args
        && only.kind().ends_with("comprehension")
    {
        let pairs = l.value(*only);
        let builtins = l.emit(Op::Module(BUILTINS.to_owned()), span);
        let callee = l.get(builtins, "dict", span);
        let args = vec![Arg { value: pairs, spread: false, name: None }];
        return l.emit(Op::Call { callee, this: None, args, types: Vec::new(), kind: CallKind::Call }, span);
    }
    let mut entries = Vec::new();
    for arg in args {
        match (arg.kind(), l.field(*arg, F::Name), l.field(*arg, F::Value)) {
            ("keyword_argument", Some(name), Some(value)) => {
                let value = l.value(value);
                entries.push(Entry::Field(Key::Name(l.text(name).to_owned()), value));
            }
            ("dictionary_splat", ..) => {
                let value = first(*arg).map(|inner| l.value(inner));
                entries.extend(value.map(Entry::Spread));
            }
            _ => entries.push(Entry::Spread(l.value(*arg))),
        }
    }
    l.emit(Op::Object(entries), span)
}

// Operators

/// The operands of a chain of one operator.
fn operands<'t>(l: &Lower<'_>, node: Node<'t>, kind: &str, operator: &str) -> Vec<Node<'t>> {
    let mut parts = Vec::new();
    let mut node = node;
    loop {
        parts.extend(l.field(node, F::Right));
        let Some(left) = l.field(node, F::Left) else { break };
        let same =
            left.kind() == kind && l.field(left, F::Operator).is_some_and(|inner| l.text(inner) == operator);
        if !same {
            parts.push(left);
            break;
        }
        node = left;
    }
    parts.reverse();
    parts
}

pub(super) fn binary(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let operator = l.field(node, F::Operator).map_or("", |operator| l.text(operator));
    let parts = operands(l, node, "binary_operator", operator);
    let values: Vec<Value> = parts.into_iter().map(|part| l.value(part)).collect();
    Some(combined(l, operator, values, span))
}

/// The result of an operator.
pub(super) fn combined(l: &mut Lower<'_>, operator: &str, values: Vec<Value>, span: Span) -> Value {
    let any = |l: &Lower<'_>, test: fn(&Op) -> bool| values.iter().any(|v| l.op_of(*v).is_some_and(test));
    let op = match operator {
        "+" if any(l, |op| matches!(op, Op::List(_))) => {
            Op::List(values.into_iter().map(|value| (value, true)).collect())
        }
        "+" => Op::Concat(values),
        "%" if any(l, |op| matches!(op, Op::Literal(Literal::Str(_)) | Op::Concat(_))) => Op::Concat(values),
        "|" if any(l, |op| matches!(op, Op::Object(_))) => {
            Op::Object(values.into_iter().map(Entry::Spread).collect())
        }
        "|" => Op::Either(values),
        _ => Op::Made(values),
    };
    l.emit(op, span)
}

/// `a and b`, `a or b`: one of its operands.
pub(super) fn boolean(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let operator = l.field(node, F::Operator).map_or("", |operator| l.text(operator));
    let parts = operands(l, node, "boolean_operator", operator);
    let mut values: Vec<Value> = parts.into_iter().map(|part| l.value(part)).collect();
    if operator == "and" {
        values = values.pop().into_iter().collect();
    }
    Some(l.emit(Op::Either(values), span))
}

/// Comparisons and `not`.
pub(super) fn test(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let parts = children(node).into_iter().map(|part| l.value(part)).collect();
    Some(l.emit(Op::Test(parts), span))
}

/// `a if c else b`.
pub(super) fn conditional(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    if let [value, condition, otherwise] = children(node)[..]
        && flag::is_alone(condition)
        && let [asked] = flag::asked(l, condition)[..]
    {
        return Some(by_flag(l, asked, [value, otherwise], span));
    }
    let (mut values, mut node) = (Vec::new(), node);
    while let [value, condition, otherwise] = children(node)[..] {
        l.value(condition);
        values.push(l.value(value));
        let otherwise = peel(otherwise);
        if otherwise.kind() == "conditional_expression" {
            node = otherwise;
        } else {
            values.push(l.value(otherwise));
            break;
        }
    }
    Some(l.emit(Op::Either(values), span))
}

/// One value where a flag is set, another where it is not.
fn by_flag(l: &mut Lower<'_>, (var, is): flag::Flag, values: [Node<'_>; 2], span: Span) -> Value {
    let chosen = l.fresh("%chosen");
    let arms = values.into_iter().zip([is, !is]).map(|(node, is)| {
        l.block(|l| {
            flag::assume(l, [(var, is)].iter(), span);
            let value = l.value(node);
            l.emit(Op::Store(chosen, value), span);
        })
    });
    let arms = arms.collect();
    l.emit(Op::Branch(arms), span);
    l.emit(Op::Load(chosen), span)
}

pub(super) fn awaited(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let value = first(node)?;
    let value = l.value(value);
    Some(l.emit(Op::Await(value), span))
}

/// `yield x`: whoever iterates gets it as an element, whoever enters a context manager as it is.
pub(super) fn yielded(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let from = l.text(node).starts_with("yield from");
    let value = match first(node) {
        Some(value) => l.value(value),
        None => l.literal(Literal::Null, span),
    };
    let manager = l.current().is_some_and(|function| {
        function.decorators.iter().any(|name| name.ends_with("contextmanager") || name.ends_with("fixture"))
    });
    let given = l.block(|l| {
        let result = match from || manager {
            true => value,
            false => l.emit(Op::Object(vec![Entry::Field(Key::Element, value)]), span),
        };
        l.emit(Op::Return(result), span);
    });
    l.emit(Op::Branch(vec![given, Default::default()]), span);
    Some(l.emit(Op::Await(value), span))
}

// Collections

/// A list, tuple or set.
pub(super) fn list(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let items = children(node).into_iter().map(|item| (l.value(item), item.kind() == "list_splat")).collect();
    Some(l.emit(Op::List(items), span))
}

pub(super) fn dictionary(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let mut entries = Vec::new();
    for item in children(node) {
        if item.kind() == "dictionary_splat" {
            let value = first(item).map(|inner| l.value(inner));
            entries.extend(value.map(Entry::Spread));
        } else if let Some(entry) = pair(l, item) {
            entries.push(entry);
        }
    }
    Some(l.emit(Op::Object(entries), span))
}

fn pair(l: &mut Lower<'_>, node: Node<'_>) -> Option<Entry> {
    let (key, value) = (l.field(node, F::Key)?, l.field(node, F::Value)?);
    let key = match literal::text_of(l, key) {
        Some(text) => Key::Name(text),
        None => Key::Dynamic(l.value(key)),
    };
    let name = match &key {
        Key::Name(name) => name.clone(),
        _ => "<value>".to_owned(),
    };
    let value = function::named(l, value, &name);
    Some(Entry::Field(key, value))
}

/// `{k: v for k, v in whole.items() if k != "password"}`: the object itself, without what is named.
fn copy(l: &mut Lower<'_>, node: Node<'_>, body: Node<'_>) -> Option<Value> {
    if body.kind() != "pair" {
        return None;
    }
    let clauses = children(node);
    let mut loops = clauses.iter().filter(|clause| clause.kind() == "for_in_clause");
    let (Some(only), None) = (loops.next(), loops.next()) else { return None };
    let (left, right) = (l.field(*only, F::Left)?, l.field(*only, F::Right)?);
    let names: Vec<&str> = children(left).into_iter().map(|name| l.text(name)).collect();
    let (key, value) = (l.field(body, F::Key)?, l.field(body, F::Value)?);
    if names != [l.text(key), l.text(value)] || right.kind() != "call" {
        return None;
    }
    let function = l.field(right, F::Function)?;
    let listed = function.kind() == "attribute" && l.text(l.field(function, F::Attribute)?) == "items";
    let object = l.field(function, F::Object).filter(|_| listed)?;
    let left_out = clauses.iter().filter(|clause| clause.kind() == "if_clause").flat_map(|clause| {
        let test = first(*clause)?;
        let [a, b] = children(test)[..] else { return None };
        let unlike = test.kind() == "comparison_operator"
            && l.text(a) == names[0]
            && [" != ", " not in "].iter().any(|operator| l.text(test).contains(operator));
        unlike.then(|| match b.kind() {
            "string" => literal::text_of(l, b).into_iter().collect::<Vec<_>>(),
            _ => children(b).into_iter().filter_map(|name| literal::text_of(l, name)).collect(),
        })
    });
    let left_out: Vec<String> = left_out.flatten().collect();
    let whole = l.value(object);
    Some(l.emit(Op::Rest(whole, left_out), l.span(node)))
}

/// List, set, dict comprehensions and generators: a loop whose elements make the result.
pub(super) fn comprehension(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let body = l.field(node, F::Body)?;
    if let Some(copy) = copy(l, node, body) {
        return Some(copy);
    }
    l.scope(|l| {
        for clause in children(node) {
            match clause.kind() {
                "for_in_clause" => {
                    let (left, right) = (l.field(clause, F::Left)?, l.field(clause, F::Right)?);
                    let items = l.value(right);
                    let mut names = Vec::new();
                    scope::targets(l, left, &mut names);
                    for name in names {
                        l.declare(name);
                    }
                    let place = l.span(left);
                    let item = l.emit(Op::Get(items, Key::Element), place);
                    scope::bind(l, left, item);
                }
                "if_clause" => {
                    l.value(first(clause)?);
                }
                _ => {}
            }
        }
        let entry = match body.kind() {
            "pair" => pair(l, body)?,
            _ => Entry::Field(Key::Element, l.value(body)),
        };
        Some(l.emit(Op::Object(vec![entry]), span))
    })
}
