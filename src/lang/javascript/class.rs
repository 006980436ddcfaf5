//! Classes: members, initial values, inheritance.

use tree_sitter::Node;

use super::{F, expression, function, literal, types};
use crate::ir::{
    Arg, CallKind, Class, ClassId, FunctionKind, Key, Literal, Method, Op, Param, TypeDecl, TypeField,
    TypeId, TypeKind, Value,
};
use crate::lang::lower::{Lower, children, first, has_token, in_class};

/// True for a class declaration of either grammar.
pub(super) fn is_class(node: Node<'_>) -> bool {
    matches!(node.kind(), "class_declaration" | "abstract_class_declaration")
}

/// `class C {}`.
pub(in crate::lang) fn declaration(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    declaration_decorated(l, node, &[]);
    None
}

/// `@D export class C {}`: the decorators stand before `export`.
pub(super) fn declaration_decorated(l: &mut Lower<'_>, node: Node<'_>, outer: &[Node<'_>]) {
    let Some(name) = l.field(node, F::Name) else { return };
    let (name, span) = (l.text(name), l.span(node));
    let var = l.declare(name);
    let value = build(l, node, name, outer);
    l.store(var, value, span);
}

/// A class as a value.
pub(super) fn expression(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    Some(expression_named(l, node, "<anonymous>"))
}

/// A class that is assigned to a name.
pub(super) fn expression_named(l: &mut Lower<'_>, node: Node<'_>, name: &str) -> Value {
    expression_decorated(l, node, name, &[])
}

pub(super) fn expression_decorated(
    l: &mut Lower<'_>,
    node: Node<'_>,
    name: &str,
    outer: &[Node<'_>],
) -> Value {
    let Some(own) = l.field(node, F::Name) else { return build(l, node, name, outer) };
    let span = l.span(node);
    l.scope(|l| {
        let own = l.text(own);
        let var = l.declare(own);
        let value = build(l, node, own, outer);
        l.store(var, value, span);
        value
    })
}

/// A member with the decorators that stand before it.
struct Member<'t> {
    node: Node<'t>,
    decorators: Vec<Node<'t>>,
}

fn members<'t>(l: &Lower<'_>, node: Node<'t>) -> Vec<Member<'t>> {
    let mut out = Vec::new();
    let mut pending = Vec::new();
    for node in l.field(node, F::Body).map(children).unwrap_or_default() {
        if node.kind() == "decorator" {
            pending.push(node);
            continue;
        }
        let mut decorators = std::mem::take(&mut pending);
        decorators.extend(l.fields(node, F::Decorator));
        out.push(Member { node, decorators });
    }
    out
}

fn is_field(node: Node<'_>) -> bool {
    matches!(node.kind(), "field_definition" | "public_field_definition")
}

/// The name node of a field or method.
fn member_name<'t>(l: &Lower<'_>, node: Node<'t>) -> Option<Node<'t>> {
    l.field(node, F::Name).or_else(|| l.field(node, F::Property))
}

/// The name of a member, as far as it is known.
fn member_key(l: &Lower<'_>, node: Node<'_>) -> Option<String> {
    let name = member_name(l, node)?;
    Some(match name.kind() {
        "property_identifier" | "private_property_identifier" | "number" => l.text(name).to_owned(),
        _ => match literal::text_literal(l, name) {
            Some(text) => text,
            None => l.text(name).to_owned(),
        },
    })
}

/// Lowers a class and gives its value.
fn build(l: &mut Lower<'_>, node: Node<'_>, name: &str, outer: &[Node<'_>]) -> Value {
    let span = l.span(node);
    let decorators: Vec<Node<'_>> = outer.iter().copied().chain(l.fields(node, F::Decorator)).collect();
    let decorators = decorators.into_iter().map(|d| function::decorate(l, d)).collect();
    let base = base(l, node).map(|base| l.value(base));
    let id = record(l, node, name, false);
    l.class(id).decorators = decorators;
    let members = members(l, node);
    for member in &members {
        if member.node.kind() == "method_definition" {
            method(l, id, member, &members);
        }
    }
    let initialised = |m: &Member<'_>, l: &Lower<'_>| {
        is_field(m.node) && !has_token(m.node, "static") && l.field(m.node, F::Value).is_some()
    };
    let has_constructor = l.module[id].methods.iter().any(|m| m.name == "constructor" && !m.is_static);
    if !has_constructor && members.iter().any(|m| initialised(m, l)) {
        implied_constructor(l, id, node, &members, base.is_some());
    }
    for decorator in members.iter().filter(|m| is_field(m.node)).flat_map(|m| &m.decorators) {
        function::decorate(l, *decorator);
    }
    let value = l.emit(Op::Class(id, base), span);
    l.with_this(value, |l| statics(l, id, &members, value));
    value
}

/// Adds the class with its fields and its type, without code.
fn record(l: &mut Lower<'_>, node: Node<'_>, name: &str, ambient: bool) -> ClassId {
    let span = l.span(node);
    let id = ClassId(l.module.classes.len() as u32);
    let (extends, implements) = heritage(l, node);
    let (methods, decorators) = (Vec::new(), Vec::new());
    let name = name.to_owned();
    let class =
        Class { name: name.clone(), span, methods, fields: Vec::new(), extends, implements, decorators };
    l.module.classes.push(class);
    if !matches!(name.as_str(), "<anonymous>" | "default") {
        let params = types::parameter_names(l, node);
        l.module.declared.push(TypeDecl { name, params, kind: TypeKind::Class(id), span });
    }
    for Member { node, .. } in members(l, node) {
        let signature = match node.kind() {
            "abstract_method_signature" => true,
            "method_signature" => ambient,
            _ => false,
        };
        if !(signature || is_field(node)) {
            continue;
        }
        let Some(name) = member_key(l, node).filter(|name| name != "constructor") else { continue };
        let ty = match signature {
            true => Some(types::function_result(l, node)),
            false => l.field(node, F::Type).and_then(|ty| types::annotation(l, ty)),
        };
        let span = l.span(node);
        l.class(id).fields.push(TypeField { name, ty, span });
    }
    id
}

/// `declare class C {}`: a type without code.
pub(in crate::lang) fn ambient(l: &mut Lower<'_>, node: Node<'_>) {
    if let Some(name) = l.field(node, F::Name) {
        let name = l.text(name);
        record(l, node, name, true);
    }
}

/// The expression after `extends`.
fn base<'t>(l: &Lower<'_>, node: Node<'t>) -> Option<Node<'t>> {
    let heritage = children(node).into_iter().find(|c| c.kind() == "class_heritage")?;
    let inner = first(heritage)?;
    match inner.kind() {
        "extends_clause" => l.field(inner, F::Value),
        "implements_clause" => None,
        _ => Some(inner),
    }
}

/// Base class and interfaces, as types.
fn heritage(l: &mut Lower<'_>, node: Node<'_>) -> (Option<TypeId>, Vec<TypeId>) {
    let mut implements = Vec::new();
    let extends = base(l, node).and_then(|base| types::of_value(l, base));
    for heritage in children(node).into_iter().filter(|c| c.kind() == "class_heritage") {
        for clause in children(heritage).into_iter().filter(|c| c.kind() == "implements_clause") {
            implements.extend(children(clause).into_iter().map(|ty| types::ty(l, ty)));
        }
    }
    (extends, implements)
}

/// A method, accessor or constructor.
fn method(l: &mut Lower<'_>, class: ClassId, member: &Member<'_>, members: &[Member<'_>]) {
    let node = member.node;
    let Some(name) = member_key(l, node) else { return };
    let is_static = has_token(node, "static");
    let constructor = name == "constructor" && !is_static;
    let kind = if constructor { FunctionKind::Constructor } else { FunctionKind::Method };
    let decorators: Vec<String> = member.decorators.iter().map(|d| function::decorate(l, *d)).collect();
    let (span, shown) = (l.span(node), format!("{}.{name}", l.module[class].name));
    let function = l.function(shown, kind, span, |l| {
        in_class(l, Some(class));
        if let Some(function) = l.current() {
            function.decorators = decorators;
        }
        function::parameters(l, node);
        if constructor {
            properties(l, class, node);
            l.outside_scope(|l| initial_values(l, class, members));
        }
        function::body(l, node);
    });
    let accessor = function::accessor(node);
    // A setter must not be taken for the member of its name: it is `set x`, which no member access finds.
    let name = if accessor == Some("set") { format!("set {name}") } else { name };
    l.class(class).methods.push(Method { name, function, is_static, getter: accessor == Some("get") });
}

/// `constructor(private users: Users)`: a parameter that is a field.
fn properties(l: &mut Lower<'_>, class: ClassId, node: Node<'_>) {
    let Some(list) = l.field(node, F::Parameters) else { return };
    for parameter in children(list) {
        let modified = has_token(parameter, "readonly")
            || children(parameter)
                .iter()
                .any(|c| matches!(c.kind(), "accessibility_modifier" | "override_modifier"));
        let Some(target) = l.field(parameter, F::Pattern).filter(|_| modified) else { continue };
        let (name, span) = (l.text(target), l.span(parameter));
        let Some(var) = l.lookup(name) else { continue };
        let ty = l.current().and_then(|f| f.params.iter().find(|p| p.var == var)).and_then(|p| p.ty);
        l.class(class).fields.push(TypeField { name: name.to_owned(), ty, span });
        let this = l.this(span);
        let value = l.emit(Op::Load(var), span);
        l.emit(Op::Set(this, Key::Name(name.to_owned()), value), span);
    }
}

/// Initial values of instance fields.
fn initial_values(l: &mut Lower<'_>, class: ClassId, members: &[Member<'_>]) {
    for Member { node, .. } in members {
        if is_field(*node) && !has_token(*node, "static") && l.field(*node, F::Value).is_some() {
            let span = l.span(*node);
            let this = l.this(span);
            initial_value(l, class, *node, this);
        }
    }
}

/// `name: T = value` on an object: the instance or the class.
fn initial_value(l: &mut Lower<'_>, class: ClassId, node: Node<'_>, object: Value) {
    let (Some(name), Some(value)) = (member_name(l, node), l.field(node, F::Value)) else { return };
    let span = l.span(node);
    let key = expression::key(l, name);
    let shown = format!("{}.{}", l.module[class].name, l.text(name));
    let mut value = function::named(l, value, &shown);
    let ty = l.module[class].fields.iter().find(|field| field.span == span).and_then(|field| field.ty);
    value = l.typed(value, ty, span);
    l.emit(Op::Set(object, key, value), span);
}

/// The constructor that a class with initial values has without writing it.
fn implied_constructor(
    l: &mut Lower<'_>,
    class: ClassId,
    node: Node<'_>,
    members: &[Member<'_>],
    derived: bool,
) {
    let span = l.span(node);
    let name = format!("{}.constructor", l.module[class].name);
    let function = l.function(name, FunctionKind::Constructor, span, |l| {
        in_class(l, Some(class));
        if derived {
            let var = l.fresh("%args");
            if let Some(function) = l.current() {
                function.params.push(Param {
                    var,
                    ty: None,
                    rest: true,
                    keywords: false,
                    flag: None,
                    span,
                    decorators: Vec::new(),
                });
            }
            let callee = l.emit(Op::Super, span);
            let value = l.emit(Op::Load(var), span);
            let args = vec![Arg { value, spread: true, name: None }];
            let call = Op::Call { callee, this: None, args, types: Vec::new(), kind: CallKind::Call };
            l.emit(call, span);
        }
        initial_values(l, class, members);
    });
    let method = Method { name: "constructor".to_owned(), function, is_static: false, getter: false };
    l.class(class).methods.push(method);
}

/// Static fields and blocks, with the class as `this`.
fn statics(l: &mut Lower<'_>, class: ClassId, members: &[Member<'_>], value: Value) {
    for Member { node, .. } in members {
        if is_field(*node) && has_token(*node, "static") {
            initial_value(l, class, *node, value);
        } else if node.kind() == "class_static_block"
            && let Some(body) = l.field(*node, F::Body)
        {
            l.node(body);
        }
    }
}

/// An enum: an object of literals.
pub(in crate::lang) fn enumeration(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let name = l.field(node, F::Name)?;
    let (name, span) = (l.text(name), l.span(node));
    let var = l.declare(name);
    let body = l.field(node, F::Body)?;
    let mut entries = Vec::new();
    for (index, member) in children(body).into_iter().enumerate() {
        let place = l.span(member);
        let (key, value) = match member.kind() {
            "enum_assignment" => (l.field(member, F::Name)?, l.field(member, F::Value)),
            _ => (member, None),
        };
        let key = expression::key(l, key);
        let value = match value {
            Some(value) => l.value(value),
            None => l.literal(Literal::Number(index.to_string()), place),
        };
        entries.push(crate::ir::Entry::Field(key, value));
    }
    let value = l.emit(Op::Object(entries), span);
    l.store(var, value, span);
    types::enum_type(l, node, name);
    None
}
