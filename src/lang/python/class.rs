//! Classes: bases, methods, properties, and fields by annotation or by what a library makes of them.

use tree_sitter::Node;

use super::{F, expression, fields, function, scope, types};
use crate::ir::{
    Class, ClassId, FunctionKind, Key, Method, Op, Type, TypeDecl, TypeField, TypeId, TypeKind, Value,
};
use crate::lang::lower::{Lower, children, first};

/// `class C: …`.
pub(super) fn definition(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    define(l, node, &[]);
    None
}

/// The class whose member is being lowered.
pub(super) fn current(l: &mut Lower<'_>) -> Option<ClassId> {
    let mut up = 0;
    loop {
        match l.enclosing(up) {
            Some(function) if function.class.is_some() => return function.class,
            Some(_) => up += 1,
            None => return None,
        }
    }
}

pub(super) fn define(l: &mut Lower<'_>, node: Node<'_>, decorators: &[Node<'_>]) {
    let Some(name) = l.field(node, F::Name) else { return };
    let span = l.span(node);
    let bases: Vec<Node<'_>> = l.field(node, F::Superclasses).map(children).unwrap_or_default();
    let bases: Vec<Node<'_>> = bases.into_iter().filter(|base| base.kind() != "keyword_argument").collect();
    let base = bases.first().map(|base| {
        // `Base[T]` is `Base`.
        let plain =
            if base.kind() == "subscript" { l.field(*base, F::Value).unwrap_or(*base) } else { *base };
        l.value(plain)
    });
    let id = record(l, l.text(name), &bases, node);
    l.class(id).decorators = function::names(l, decorators);
    let body = l.field(node, F::Body).map(children).unwrap_or_default();
    let outer = l.receiver.take();
    let value = l.scope(|l| {
        if let Some(body) = l.field(node, F::Body) {
            scope::declare_all(l, body);
        }
        // Methods do not see the names of the class.
        l.outside_scope(|l| {
            for member in &body {
                method(l, id, *member);
            }
        });
        let value = l.emit(Op::Class(id, base), span);
        for member in &body {
            attribute(l, id, *member, value);
        }
        for member in &body {
            wrapped(l, id, *member, value);
        }
        value
    });
    l.receiver = outer;
    fields::complete(l, id);
    let mut value = value;
    for decorator in decorators.iter().rev() {
        value = function::decorate(l, *decorator, value);
    }
    scope::store(l, name, value);
}

/// Adds the class and its type, without code.
fn record(l: &mut Lower<'_>, name: &str, bases: &[Node<'_>], node: Node<'_>) -> ClassId {
    let span = l.span(node);
    let id = ClassId(l.module.classes.len() as u32);
    let mut bases: Vec<TypeId> = bases.iter().map(|base| types::of(l, *base)).collect();
    let extends = if bases.is_empty() { None } else { Some(bases.remove(0)) };
    let name = name.to_owned();
    l.module.classes.push(Class {
        name: name.clone(),
        span,
        methods: Vec::new(),
        fields: Vec::new(),
        extends,
        implements: bases,
        decorators: Vec::new(),
    });
    // The type of its instances, for what gives rows of it.
    l.ty(Type::Named(vec![name.clone()], Vec::new()));
    l.module.declared.push(TypeDecl { name, params: Vec::new(), kind: TypeKind::Class(id), span });
    id
}

/// The function of a member, with its decorators.
fn function_of<'t>(l: &Lower<'_>, member: Node<'t>) -> Option<(Node<'t>, Vec<Node<'t>>)> {
    match member.kind() {
        "function_definition" => Some((member, Vec::new())),
        "decorated_definition" => {
            let inner =
                l.field(member, F::Definition).filter(|inner| inner.kind() == "function_definition")?;
            Some((inner, children(member).into_iter().filter(|c| c.kind() == "decorator").collect()))
        }
        _ => None,
    }
}

fn method(l: &mut Lower<'_>, class: ClassId, member: Node<'_>) {
    let Some((node, decorators)) = function_of(l, member) else { return };
    let Some(name) = l.field(node, F::Name) else { return };
    let name = l.text(name);
    let kind = if name == "__init__" { FunctionKind::Constructor } else { FunctionKind::Method };
    let names = function::names(l, &decorators);
    let is = |word: &str| names.iter().any(|name| name.rsplit('.').next() == Some(word));
    let is_static = is("staticmethod") || is("classmethod");
    let getter = is("property") || is("cached_property") || is("getter");
    let setter = is("setter") || is("deleter");
    let shown = format!("{}.{name}", l.module[class].name);
    let bound = is_static || getter || setter;
    for decorator in decorators.iter().filter(|_| bound) {
        // Its arguments may hold calls.
        if let Some(call) = first(*decorator).filter(|inner| inner.kind() == "call") {
            l.value(call);
        }
    }
    let function = function::lower(l, node, shown, kind, Some(class), names);
    let name = match name {
        "__init__" => "constructor".to_owned(),
        _ if setter => format!("set {name}"),
        _ => name.to_owned(),
    };
    l.class(class).methods.push(Method { name, function, is_static, getter });
}

/// A method with decorators: the class has what they make of it.
fn wrapped(l: &mut Lower<'_>, class: ClassId, member: Node<'_>, object: Value) {
    let Some((node, decorators)) = function_of(l, member).filter(|(_, decorators)| !decorators.is_empty())
    else {
        return;
    };
    let Some(name) = l.field(node, F::Name).map(|name| l.text(name)) else { return };
    let span = l.span(node);
    let of_node = |method: &&Method| method.name == name && l.module[method.function].span == span;
    let Some(method) = l.module[class].methods.iter().find(of_node).filter(|m| !m.is_static && !m.getter)
    else {
        return;
    };
    let raw = l.emit(Op::Function(method.function), span);
    let mut value = raw;
    for decorator in decorators.iter().rev() {
        value = function::decorate(l, *decorator, value);
    }
    if value != raw {
        l.emit(Op::Set(object, Key::Name(name.to_owned()), value), span);
    }
}

/// What is no method: fields, values of the class, inner classes.
fn attribute(l: &mut Lower<'_>, class: ClassId, member: Node<'_>, value: Value) {
    if function_of(l, member).is_some() {
        return;
    }
    let inner = first(member);
    match (member.kind(), inner) {
        ("expression_statement", Some(inner)) if inner.kind() == "assignment" => {
            assigned(l, class, inner, value);
        }
        ("class_definition", _) => {
            if let Some(name) = l.field(member, F::Name) {
                let text = l.text(name);
                if text == "Meta" || text == "Config" {
                    fields::meta(l, class, member);
                }
                define(l, member, &[]);
                let span = l.span(name);
                let inner = expression::identifier(l, name);
                if let Some(inner) = inner {
                    l.emit(Op::Set(value, Key::Name(text.to_owned()), inner), span);
                }
            }
        }
        _ => {
            l.node(member);
        }
    }
}

/// `name: T = value` in a class body.
fn assigned(l: &mut Lower<'_>, class: ClassId, node: Node<'_>, object: Value) {
    let (Some(left), span) = (l.field(node, F::Left), l.span(node)) else { return };
    if left.kind() != "identifier" {
        l.node(node);
        return;
    }
    let name = l.text(left).to_owned();
    let ty = l.field(node, F::Type).map(|ty| types::of(l, ty));
    let right = l.field(node, F::Right);
    let made = right.and_then(|right| fields::descriptor(l, right));
    let ty = ty.or(made.flatten());
    if ty.is_some() || made.is_some() {
        l.class(class).fields.push(TypeField { name: name.clone(), ty, span });
    }
    let Some(right) = right else { return };
    let shown = format!("{}.{name}", l.module[class].name);
    let stored = function::named(l, right, &shown);
    scope::store(l, left, stored);
    if made.is_none() {
        l.emit(Op::Set(object, Key::Name(name), stored), span);
    }
}
