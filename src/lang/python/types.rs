//! Annotations. They are read from their text, so that a forward reference in quotes means the same as without.

use tree_sitter::Node;

use super::F;
use crate::ir::{Type, TypeDecl, TypeId, TypeKind, Value};
use crate::lang::lower::Lower;

/// Nesting that is looked into.
const MAX_DEPTH: u8 = 12;

/// The type that an annotation (or a base class, or a model) names.
pub(super) fn of(l: &mut Lower<'_>, node: Node<'_>) -> TypeId {
    let text = l.text(node);
    let text = match text.split_once('(') {
        // `declarative_base()`: nothing to know.
        Some((head, _)) if !head.contains('[') && node.kind() == "call" => head,
        _ => text,
    };
    parse(l, text, 0)
}

/// `type X = Y`.
pub(super) fn alias(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let (left, right) = (l.field(node, F::Left)?, l.field(node, F::Right)?);
    let name = l.text(left).split('[').next().unwrap_or("").trim().to_owned();
    let (ty, span) = (of(l, right), l.span(node));
    l.module.declared.push(TypeDecl { name, params: Vec::new(), kind: TypeKind::Alias(ty), span });
    None
}

/// True for what can only be a type: `CurrentUser = Annotated[User, Depends(current_user)]`.
pub(super) fn is_alias(l: &Lower<'_>, node: Node<'_>) -> bool {
    let of = (node.kind() == "subscript").then(|| l.field(node, F::Value)).flatten();
    let name = of.and_then(|of| l.text(of).rsplit('.').next());
    matches!(name, Some("Annotated" | "Optional" | "Union"))
}

fn parse(l: &mut Lower<'_>, text: &str, depth: u8) -> TypeId {
    let text = text.trim();
    if depth > MAX_DEPTH {
        return l.ty(Type::Unknown);
    }
    let parts = split(text, '|');
    if parts.len() > 1 {
        let parts = parts.into_iter().filter(|part| part.trim() != "None");
        let parts: Vec<TypeId> = parts.map(|part| parse(l, part, depth + 1)).collect();
        return union(l, parts);
    }
    if let Some(inner) = unquoted(text) {
        return parse(l, inner, depth + 1);
    }
    let (name, args) = match text.split_once('[') {
        Some((name, rest)) => (name.trim(), split(rest.strip_suffix(']').unwrap_or(rest), ',')),
        None => (text, Vec::new()),
    };
    let path: Vec<String> = name.split('.').map(|part| part.trim().to_owned()).collect();
    let plain = |part: &String| {
        !part.is_empty()
            && part.chars().all(|c| c.is_alphanumeric() || c == '_')
            && !part.starts_with(|c: char| c.is_ascii_digit())
    };
    let Some(last) = path.last().filter(|_| path.iter().all(plain)).cloned() else {
        return l.ty(Type::Unknown);
    };
    let ty = match (last.as_str(), args.as_slice()) {
        ("Optional" | "Annotated" | "Required" | "NotRequired" | "ReadOnly", [first, ..]) => {
            return parse(l, first, depth + 1);
        }
        ("ClassVar" | "Final" | "Mapped" | "Awaitable" | "InitVar" | "Depends", [only]) => {
            return parse(l, only, depth + 1);
        }
        ("Coroutine", [.., result]) => return parse(l, result, depth + 1),
        ("Union", parts) => {
            let parts = parts.iter().filter(|part| part.trim() != "None");
            let parts: Vec<TypeId> = parts.map(|part| parse(l, part, depth + 1)).collect();
            return union(l, parts);
        }
        ("Literal", parts) => {
            let parts: Vec<TypeId> = parts
                .iter()
                .map(|part| {
                    let text = unquoted(part.trim()).unwrap_or(part).to_owned();
                    l.ty(Type::Literal(text))
                })
                .collect();
            return union(l, parts);
        }
        (
            "dict" | "Dict" | "Mapping" | "MutableMapping" | "defaultdict" | "DefaultDict" | "OrderedDict",
            [_, value],
        ) => {
            let value = parse(l, value, depth + 1);
            Type::Array(value)
        }
        (name, [first, ..]) if ELEMENTS.contains(&name) => {
            let element = parse(l, first, depth + 1);
            Type::Array(element)
        }
        ("Callable", [.., result]) => {
            let result = parse(l, result, depth + 1);
            Type::Function(Some(result))
        }
        ("type" | "Type", _) => Type::Unknown,
        (name, []) if primitive(name).is_some() => Type::Primitive(primitive(name).unwrap_or("").to_owned()),
        _ => {
            let args = args.iter().map(|arg| parse(l, arg, depth + 1)).collect();
            Type::Named(path, args)
        }
    };
    l.ty(ty)
}

/// Generic types whose first argument is the type of their elements.
const ELEMENTS: &[&str] = &[
    "AsyncGenerator",
    "AsyncIterable",
    "AsyncIterator",
    "Collection",
    "Deque",
    "FrozenSet",
    "Generator",
    "Iterable",
    "Iterator",
    "List",
    "Manager",
    "QuerySet",
    "Sequence",
    "Set",
    "Tuple",
    "deque",
    "frozenset",
    "list",
    "set",
    "tuple",
];

/// Types of plain values, by the word that other languages have for them.
fn primitive(name: &str) -> Option<&'static str> {
    Some(match name {
        "str" | "bytes" | "LiteralString" => "string",
        "int" | "float" | "Decimal" | "complex" => "number",
        "bool" => "boolean",
        "datetime" | "date" | "time" | "timedelta" => "Date",
        "UUID" | "UUID4" => "uuid",
        "EmailStr" => "EmailStr",
        "Any" | "object" | "dict" | "Dict" | "list" | "List" => "any",
        "None" | "NoneType" => "void",
        _ => return None,
    })
}

fn union(l: &mut Lower<'_>, parts: Vec<TypeId>) -> TypeId {
    match parts[..] {
        [one] => one,
        _ => l.ty(Type::Union(parts)),
    }
}

/// The content of a string literal.
fn unquoted(text: &str) -> Option<&str> {
    ['"', '\''].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote))
}

/// The parts of a text between separators that stand in no bracket or string.
fn split(text: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut depth, mut start, mut quote) = (Vec::new(), 0usize, 0, None);
    for (i, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '[' | '(' | '{') => depth += 1,
            (None, ']' | ')' | '}') => depth = depth.saturating_sub(1),
            (None, _) if c == separator && depth == 0 => {
                parts.push(&text[start..i]);
                start = i + c.len_utf8();
            }
            _ => {}
        }
    }
    if start < text.len() {
        parts.push(&text[start..]);
    }
    parts
}
