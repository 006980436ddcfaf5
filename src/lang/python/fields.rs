//! Fields that libraries make: columns of models, fields of forms and serializers, `class Meta`, functional tuples.
//!
//! Told by the shape of the call (`EmailField(…)`, `Column(String)`); which library it is does not matter.

use tree_sitter::Node;

use super::{F, expression, literal, types};
use crate::ir::{ClassId, Type, TypeDecl, TypeField, TypeId, TypeKind};
use crate::lang::lower::{Lower, children};

/// Calls that make a field and are not named `…Field`.
const MAKERS: &[&str] = &[
    "Column",
    "Factory",
    "Field",
    "ForeignKey",
    "PrivateAttr",
    "attrib",
    "attr.ib",
    "field",
    "ib",
    "mapped_column",
    "relationship",
    "column_property",
];

/// The field that a call in a class body makes, with its type as far as the call tells.
pub(super) fn descriptor(l: &mut Lower<'_>, node: Node<'_>) -> Option<Option<TypeId>> {
    if node.kind() != "call" {
        return None;
    }
    let path = expression::dotted(l, l.field(node, F::Function)?);
    let last = path.last()?.as_str();
    let known = MAKERS.contains(&last)
        || last.ends_with("Field")
        || last.ends_with("Serializer") && path.len() < 3
        || last == "ManyToManyField";
    known.then(|| field_type(l, last, node))
}

fn field_type(l: &mut Lower<'_>, maker: &str, node: Node<'_>) -> Option<TypeId> {
    let args = l.field(node, F::Arguments).map(children).unwrap_or_default();
    let positional = || args.iter().copied().filter(|arg| arg.kind() != "keyword_argument");
    let text = |name: &str| Type::Primitive(name.to_owned());
    Some(match maker {
        "ForeignKey" | "OneToOneField" | "relationship" | "ForeignKeyField" => {
            let target = positional().next()?;
            let ty = types::of(l, target);
            // `"accounts.User"`, `settings.AUTH_USER_MODEL`.
            match l.module[ty].clone() {
                Type::Named(path, args) if path.len() > 1 => {
                    let last = path.last().cloned().unwrap_or_default();
                    let name = if last == "AUTH_USER_MODEL" { "User".to_owned() } else { last };
                    l.ty(Type::Named(vec![name], args))
                }
                _ => ty,
            }
        }
        "ManyToManyField" => {
            let target = positional().next()?;
            let ty = types::of(l, target);
            l.ty(Type::Array(ty))
        }
        "Column" | "mapped_column" => positional().find_map(|arg| column_type(l, arg))?,
        "JSONField"
        | "SerializerMethodField"
        | "Field"
        | "PrivateAttr"
        | "field"
        | "attrib"
        | "ib"
        | "Factory" => {
            return None;
        }
        "BooleanField" | "NullBooleanField" => l.ty(text("boolean")),
        name if name.contains("Integer") || name.contains("Float") || name.contains("Decimal") => {
            l.ty(text("number"))
        }
        name if name.ends_with("Serializer") => l.ty(Type::Named(vec![name.to_owned()], Vec::new())),
        name if name.ends_with("Field") => {
            let kind = name.trim_end_matches("Field");
            let kind = if matches!(kind, "Char" | "Text" | "Slug") { "string" } else { kind };
            l.ty(text(kind))
        }
        _ => return None,
    })
}

/// `String(255)`, `sa.Integer`.
fn column_type(l: &mut Lower<'_>, node: Node<'_>) -> Option<TypeId> {
    let target = if node.kind() == "call" { l.field(node, F::Function)? } else { node };
    let path = expression::dotted(l, target);
    let name = match path.last()?.as_str() {
        "String" | "Text" | "Unicode" | "UnicodeText" | "VARCHAR" | "CHAR" => "string",
        "Integer" | "BigInteger" | "SmallInteger" | "Numeric" | "Float" => "number",
        "Boolean" => "boolean",
        "DateTime" | "Date" | "Time" | "TIMESTAMP" => "Date",
        "UUID" | "Uuid" => "uuid",
        _ => return None,
    };
    Some(l.ty(Type::Primitive(name.to_owned())))
}

/// `class Meta: model = User; fields = ["email", "name"]`.
pub(super) fn meta(l: &mut Lower<'_>, class: ClassId, node: Node<'_>) {
    let mut model = None;
    let mut names: Vec<(String, Node<'_>)> = Vec::new();
    let mut all = false;
    for statement in l.field(node, F::Body).map(children).unwrap_or_default() {
        let Some(assignment) = children(statement).into_iter().find(|c| c.kind() == "assignment") else {
            continue;
        };
        let (Some(left), Some(right)) = (l.field(assignment, F::Left), l.field(assignment, F::Right)) else {
            continue;
        };
        match l.text(left) {
            "model" => model = Some(types::of(l, right)),
            "fields" if literal::text_of(l, right).is_some() => all = true,
            "fields" => {
                names.extend(children(right).into_iter().filter_map(|c| Some((literal::text_of(l, c)?, c))));
            }
            _ => {}
        }
    }
    let Some(model) = model else { return };
    if all {
        l.class(class).extends = Some(model);
    }
    for (name, node) in names {
        if l.module[class].fields.iter().any(|field| field.name == name) {
            continue;
        }
        let key = l.ty(Type::Literal(name.clone()));
        let ty = l.ty(Type::Indexed(model, key));
        let span = l.span(node);
        l.class(class).fields.push(TypeField { name, ty: Some(ty), span });
    }
}

/// Members under which forms and serializers give their fields.
const VIEWS: &[&str] = &["cleaned_data", "data", "validated_data"];

/// What a form or serializer holds is read from members that have its fields.
pub(super) fn complete(l: &mut Lower<'_>, class: ClassId) {
    let declared = &l.module[class];
    let named = |ty: &TypeId| match &l.module[*ty] {
        Type::Named(path, _) => path.last().is_some_and(|name| {
            name.ends_with("Form") || name.ends_with("Serializer") || name.ends_with("Schema")
        }),
        _ => false,
    };
    let by_name = declared.name.ends_with("Form") || declared.name.ends_with("Serializer");
    if declared.fields.is_empty() || !(by_name || declared.extends.iter().any(named)) {
        return;
    }
    let (fields, span) = (declared.fields.clone(), declared.span);
    let ty = l.ty(Type::Object(fields));
    for name in VIEWS {
        if l.module[class].fields.iter().all(|field| field.name != *name) {
            l.class(class).fields.push(TypeField { name: (*name).to_owned(), ty: Some(ty), span });
        }
    }
}

/// `User = namedtuple("User", "email name")`, `TypedDict("User", {"email": str})`.
pub(super) fn functional(l: &mut Lower<'_>, name: &str, node: Node<'_>) {
    if node.kind() != "call" {
        return;
    }
    let Some(path) = l.field(node, F::Function).map(|function| expression::dotted(l, function)) else {
        return;
    };
    let Some(maker) = path.last().map(String::as_str) else { return };
    if !matches!(maker, "namedtuple" | "NamedTuple" | "TypedDict" | "make_dataclass" | "create_model") {
        return;
    }
    let span = l.span(node);
    let args = l.field(node, F::Arguments).map(children).unwrap_or_default();
    let Some(list) = args.get(1) else { return };
    let mut found: Vec<(String, Option<TypeId>)> = Vec::new();
    if let Some(text) = literal::text_of(l, *list) {
        found.extend(text.split([' ', ',']).filter(|w| !w.is_empty()).map(|word| (word.to_owned(), None)));
    }
    for item in children(*list) {
        let parts = match item.kind() {
            "pair" => (l.field(item, F::Key), l.field(item, F::Value)),
            "tuple" => (children(item).first().copied(), children(item).get(1).copied()),
            _ => (Some(item), None),
        };
        let Some(name) = parts.0.and_then(|name| literal::text_of(l, name)) else { continue };
        let ty = parts.1.map(|ty| types::of(l, ty));
        found.push((name, ty));
    }
    if found.is_empty() {
        return;
    }
    let fields = found.into_iter().map(|(name, ty)| TypeField { name, ty, span }).collect();
    let (name, kind) = (name.to_owned(), TypeKind::Record(fields, Vec::new()));
    l.module.declared.push(TypeDecl { name, params: Vec::new(), kind, span });
}
