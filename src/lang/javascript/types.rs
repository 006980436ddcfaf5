//! TypeScript's types. JavaScript has none of these nodes, so its lowering finds no types.

use tree_sitter::Node;

use super::{F, class, function, literal};
use crate::ir::{Op, Type, TypeDecl, TypeField, TypeId, TypeKind, Value};
use crate::lang::lower::{Lower, children, first};

/// True for a declaration that declares a type.
pub(super) fn is_type(node: Node<'_>) -> bool {
    class::is_class(node)
        || matches!(node.kind(), "interface_declaration" | "type_alias_declaration" | "enum_declaration")
}

/// `: T`; a type predicate says nothing.
pub(super) fn annotation(l: &mut Lower<'_>, node: Node<'_>) -> Option<TypeId> {
    match node.kind() {
        "type_predicate_annotation" | "asserts_annotation" => None,
        _ => first(node).map(|inner| ty(l, inner)),
    }
}

/// `<A, B>` of a call or an element.
pub(super) fn arguments(l: &mut Lower<'_>, node: Node<'_>) -> Vec<TypeId> {
    match l.field(node, F::TypeArguments) {
        Some(list) => children(list).into_iter().map(|node| ty(l, node)).collect(),
        None => Vec::new(),
    }
}

/// Names of the type parameters of a declaration.
pub(super) fn parameter_names(l: &Lower<'_>, node: Node<'_>) -> Vec<String> {
    let Some(list) = l.field(node, F::TypeParameters) else { return Vec::new() };
    children(list)
        .into_iter()
        .filter_map(|parameter| l.field(parameter, F::Name))
        .map(|name| l.text(name).to_owned())
        .collect()
}

/// Types of components, whose first argument is the type of their properties.
const COMPONENTS: [&str; 6] =
    ["Component", "FC", "FunctionComponent", "NextPage", "SFC", "VoidFunctionComponent"];

/// `const Page: React.FC<Props> = ({ user }) => …`: the annotation types the parameter.
pub(super) fn component(l: &mut Lower<'_>, value: Value, ty: Option<TypeId>) {
    let Some(Type::Named(name, arguments)) = ty.map(|ty| &l.module[ty]) else { return };
    if let (Some(name), Some(&properties)) = (name.last(), arguments.first())
        && COMPONENTS.contains(&name.as_str())
    {
        type_first_parameter(l, value, properties);
    }
}

/// `forwardRef<Ref, Props>((props, ref) => …)`, `memo<Props>(…)`: the type argument types the parameter.
pub(super) fn wrapped_component(l: &mut Lower<'_>, callee: &str, types: &[TypeId], first: Option<Value>) {
    let properties = match callee.rsplit('.').next() {
        Some("forwardRef") => types.get(1),
        Some("memo" | "observer") => types.first(),
        _ => None,
    };
    if let (Some(&properties), Some(function)) = (properties, first) {
        type_first_parameter(l, function, properties);
    }
}

/// Gives the first parameter of a closure a type, where it has none.
fn type_first_parameter(l: &mut Lower<'_>, closure: Value, ty: TypeId) {
    let Some(&Op::Function(id)) = l.op_of(closure) else { return };
    if let Some(parameter) = l.module[id].params.first_mut().filter(|parameter| parameter.ty.is_none()) {
        parameter.ty = Some(ty);
    }
}

/// A function type by the result of a signature.
pub(super) fn function_result(l: &mut Lower<'_>, node: Node<'_>) -> TypeId {
    let result = l.field(node, F::ReturnType).and_then(|result| match result.kind() {
        "type_annotation" => annotation(l, result),
        "type_predicate_annotation" | "asserts_annotation" | "asserts" | "type_predicate" => None,
        _ => Some(ty(l, result)),
    });
    l.ty(Type::Function(result))
}

/// The type of a class named by an expression (`extends Base<T>`).
pub(super) fn of_value(l: &mut Lower<'_>, node: Node<'_>) -> Option<TypeId> {
    let arguments = match node.parent() {
        Some(clause) if clause.kind() == "extends_clause" => arguments(l, clause),
        _ => Vec::new(),
    };
    let name = function::dotted(l, node);
    if name.is_empty() { None } else { Some(l.ty(Type::Named(name, arguments))) }
}

/// Lowers a type expression.
pub(super) fn ty(l: &mut Lower<'_>, node: Node<'_>) -> TypeId {
    let ty = l.deeper(node, |l| shape(l, node)).unwrap_or(Type::Unknown);
    l.ty(ty)
}

fn shape(l: &mut Lower<'_>, node: Node<'_>) -> Type {
    match node.kind() {
        "type_identifier" | "identifier" | "nested_type_identifier" | "nested_identifier" => {
            named(l, node, Vec::new())
        }
        "generic_type" => {
            let arguments = arguments(l, node);
            match l.field(node, F::Name) {
                Some(name) => named(l, name, arguments),
                None => Type::Unknown,
            }
        }
        "predefined_type" => match l.text(node) {
            "any" | "unknown" => Type::Unknown,
            name => Type::Primitive(name.to_owned()),
        },
        "literal_type" => literal(l, node),
        "template_literal_type" => Type::Primitive("string".to_owned()),
        "object_type" if is_mapped(node) => Type::Unknown,
        "object_type" => Type::Object(fields(l, node)),
        "union_type" => union(l, node),
        "intersection_type" => {
            let parts = flat(node).into_iter().map(|part| ty(l, part)).collect();
            Type::Intersection(parts)
        }
        "array_type" => match first(node) {
            Some(inner) => Type::Array(ty(l, inner)),
            None => Type::Unknown,
        },
        "tuple_type" => tuple(l, node),
        "parenthesized_type" | "readonly_type" | "optional_type" | "rest_type" => match first(node) {
            Some(inner) => l.deeper(inner, |l| shape(l, inner)).unwrap_or(Type::Unknown),
            None => Type::Unknown,
        },
        "lookup_type" => match children(node)[..] {
            [object, key] => Type::Indexed(ty(l, object), ty(l, key)),
            _ => Type::Unknown,
        },
        "type_query" => {
            let name = first(node).map(|inner| function::dotted(l, inner)).unwrap_or_default();
            if name.is_empty() { Type::Unknown } else { Type::TypeOf(name) }
        }
        "function_type" => {
            let id = function_result(l, node);
            l.module[id].clone()
        }
        "constructor_type" => {
            let result = l.field(node, F::Type).map(|result| ty(l, result));
            Type::Function(result)
        }
        _ => Type::Unknown,
    }
}

fn named(l: &Lower<'_>, node: Node<'_>, arguments: Vec<TypeId>) -> Type {
    let name = function::dotted(l, node);
    if name.is_empty() { Type::Unknown } else { Type::Named(name, arguments) }
}

/// `"email"`, `1`, `true`, `null`.
fn literal(l: &Lower<'_>, node: Node<'_>) -> Type {
    let Some(inner) = first(node) else { return Type::Primitive(l.text(node).to_owned()) };
    match inner.kind() {
        "string" => Type::Literal(literal::string_text(l, inner)),
        "true" | "false" => Type::Primitive("boolean".to_owned()),
        "null" | "undefined" => Type::Primitive("null".to_owned()),
        _ => Type::Literal(l.text(inner).to_owned()),
    }
}

/// The members of a union or intersection, which the grammar nests to the left.
fn flat(node: Node<'_>) -> Vec<Node<'_>> {
    let kind = node.kind();
    let (mut out, mut stack) = (Vec::new(), vec![node]);
    while let Some(node) = stack.pop() {
        if node.kind() == kind {
            stack.extend(children(node).into_iter().rev());
        } else {
            out.push(node);
        }
    }
    out
}

/// `A | B`, without `undefined` and `null`.
fn union(l: &mut Lower<'_>, node: Node<'_>) -> Type {
    let mut parts = Vec::new();
    for part in flat(node) {
        let absent = match part.kind() {
            "predefined_type" => matches!(l.text(part), "undefined" | "void" | "never"),
            "literal_type" => matches!(l.text(part), "null" | "undefined"),
            _ => l.text(part) == "undefined",
        };
        if !absent {
            parts.push(ty(l, part));
        }
    }
    match parts[..] {
        [] => Type::Primitive("null".to_owned()),
        [only] => l.module[only].clone(),
        _ => Type::Union(parts),
    }
}

/// `[A, b: B]`: an object of positions.
fn tuple(l: &mut Lower<'_>, node: Node<'_>) -> Type {
    let mut out = Vec::new();
    for (index, part) in children(node).into_iter().enumerate() {
        let span = l.span(part);
        let ty = match part.kind() {
            "required_parameter" | "optional_parameter" => {
                l.field(part, F::Type).and_then(|ty| annotation(l, ty))
            }
            _ => Some(ty(l, part)),
        };
        out.push(TypeField { name: index.to_string(), ty, span });
    }
    Type::Object(out)
}

/// Members of an object type or interface. Index signatures say no name.
fn fields(l: &mut Lower<'_>, node: Node<'_>) -> Vec<TypeField> {
    let mut out = Vec::new();
    for member in children(node) {
        let Some(name) = l.field(member, F::Name) else { continue };
        let name_text = match name.kind() {
            "string" => literal::string_text(l, name),
            "computed_property_name" => match literal::text_literal(l, name) {
                Some(text) => text,
                None => continue,
            },
            _ => l.text(name).to_owned(),
        };
        let ty = match member.kind() {
            "property_signature" => l.field(member, F::Type).and_then(|ty| annotation(l, ty)),
            "method_signature" => Some(function_result(l, member)),
            _ => continue,
        };
        let span = l.span(member);
        out.push(TypeField { name: name_text, ty, span });
    }
    out
}

/// `{ [K in T]: … }`.
fn is_mapped(node: Node<'_>) -> bool {
    first(node).and_then(first).is_some_and(|inner| inner.kind() == "mapped_type_clause")
}

fn declare(l: &mut Lower<'_>, node: Node<'_>, kind: TypeKind) {
    let Some(name) = l.field(node, F::Name) else { return };
    let (name, params, span) = (l.text(name).to_owned(), parameter_names(l, node), l.span(node));
    l.module.declared.push(TypeDecl { name, params, kind, span });
}

/// `interface X extends Y { … }`.
pub(in crate::lang) fn interface(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let own = l.field(node, F::Body).map(|body| fields(l, body)).unwrap_or_default();
    let mut extends = Vec::new();
    for clause in children(node).into_iter().filter(|c| c.kind() == "extends_type_clause") {
        extends.extend(children(clause).into_iter().map(|part| ty(l, part)));
    }
    declare(l, node, TypeKind::Record(own, extends));
    None
}

/// `type X = …`.
pub(in crate::lang) fn alias(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let value = l.field(node, F::Value)?;
    let kind = match value.kind() {
        "object_type" if !is_mapped(value) => TypeKind::Record(fields(l, value), Vec::new()),
        _ => TypeKind::Alias(ty(l, value)),
    };
    declare(l, node, kind);
    None
}

/// An enum as a type: its string members, or a number.
pub(super) fn enum_type(l: &mut Lower<'_>, node: Node<'_>, _name: &str) {
    let mut parts = Vec::new();
    for member in l.field(node, F::Body).map(children).unwrap_or_default() {
        let value = match member.kind() {
            "enum_assignment" => l.field(member, F::Value),
            _ => None,
        };
        if let Some(text) = value.and_then(|value| literal::text_literal(l, value)) {
            parts.push(l.ty(Type::Literal(text)));
        }
    }
    let ty = match parts.is_empty() {
        true => l.ty(Type::Primitive("number".to_owned())),
        false => l.ty(Type::Union(parts)),
    };
    declare(l, node, TypeKind::Alias(ty));
}

/// `declare …`: only types are declared, no values.
pub(in crate::lang) fn ambient(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    for child in children(node) {
        l.deeper(child, |l| match child.kind() {
            "interface_declaration" => {
                interface(l, child);
            }
            "type_alias_declaration" => {
                alias(l, child);
            }
            "enum_declaration" => {
                if let Some(name) = l.field(child, F::Name) {
                    enum_type(l, child, l.text(name));
                }
            }
            "class_declaration" | "abstract_class_declaration" => class::ambient(l, child),
            "internal_module" | "statement_block" | "export_statement" | "ambient_declaration" => {
                ambient(l, child);
            }
            _ => {}
        });
    }
    None
}

/// `value as T`, `value satisfies T`.
pub(in crate::lang) fn assertion(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let value = first(node).map(|inner| l.value(inner));
    asserted(l, node, value)
}

/// An assertion about a value that was lowered before.
pub(super) fn asserted(l: &mut Lower<'_>, node: Node<'_>, value: Option<Value>) -> Option<Value> {
    let value = value?;
    let parts = children(node);
    let span = l.span(node);
    let ty = match parts.get(1) {
        Some(node) if node.kind() != "const" => Some(ty(l, *node)),
        _ => None,
    };
    Some(l.typed(value, ty, span))
}

/// `<T>value`.
pub(in crate::lang) fn type_assertion(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let parts = children(node);
    let (list, value) = (parts.first()?, parts.get(1)?);
    let value = l.value(*value);
    let span = l.span(node);
    let ty = first(*list).filter(|node| l.text(*node) != "const").map(|node| ty(l, node));
    Some(l.typed(value, ty, span))
}
