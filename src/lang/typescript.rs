//! TypeScript and TSX: JavaScript's table and the nodes that only typed code has.

use std::sync::LazyLock;

use tree_sitter::Node;

use super::Language;
use super::javascript::{self, F, FIELDS, class, statement, types};
use super::lower::{Grammar, Lower, Shape::*, Table, children};
use crate::ir::{Entry, Key, Op, Value};

/// The language.
pub(super) static TYPESCRIPT: Language = Language {
    id: "typescript",
    name: "TypeScript",
    extensions: &["cts", "mts", "ts", "tsx"],
    ecosystem: "npm",
    lower: |file, path, text| {
        let grammar = if path.ends_with(".tsx") { &TSX } else { &GRAMMAR };
        vec![javascript::lower(grammar, file, text)]
    },
};

/// The grammar of `.ts`, where `<T>x` is a type assertion.
pub(super) static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| {
    Grammar::new(
        tree_sitter_typescript::LANGUAGE_TYPESCRIPT.into(),
        &[javascript::TABLE, TABLE],
        FIELDS,
        statement::broken,
    )
});

/// The grammar of `.tsx`, where `<T>` is markup.
pub(super) static TSX: LazyLock<Grammar> = LazyLock::new(|| {
    Grammar::new(
        tree_sitter_typescript::LANGUAGE_TSX.into(),
        &[javascript::TABLE, TABLE],
        FIELDS,
        statement::broken,
    )
});

/// Node kinds of the TypeScript grammars, sorted.
pub(super) static TABLE: &Table = &[
    ("abstract_class_declaration", Custom(class::declaration)),
    ("ambient_declaration", Custom(types::ambient)),
    ("as_expression", Custom(types::assertion)),
    ("enum_declaration", Custom(class::enumeration)),
    ("function_signature", Skip),
    ("import_alias", Custom(import_alias)),
    ("instantiation_expression", Inner),
    ("interface_declaration", Custom(types::interface)),
    ("internal_module", Custom(namespace)),
    ("module", Custom(namespace)),
    ("non_null_expression", Inner),
    ("satisfies_expression", Custom(types::assertion)),
    ("type_alias_declaration", Custom(types::alias)),
    ("type_annotation", Skip),
    ("type_arguments", Skip),
    ("type_assertion", Custom(types::type_assertion)),
    ("type_parameters", Skip),
];

/// `namespace X { … }`: a block whose exports are members of `X`. `module "x"` describes another package.
fn namespace(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let name = l.field(node, F::Name).filter(|name| name.kind() != "string")?;
    let (name, span) = (l.text(name), l.span(node));
    let body = l.field(node, F::Body)?;
    let var = l.declare(name.split('.').next().unwrap_or(name));
    let outer = l.namespace.replace(Vec::new());
    let entries = l.scope(|l| {
        statement::function_body(l, body);
        let members = std::mem::replace(&mut l.namespace, outer).unwrap_or_default();
        members
            .into_iter()
            .map(|(name, var)| Entry::Field(Key::Name(name), l.emit(Op::Load(var), span)))
            .collect::<Vec<_>>()
    });
    let mut value = l.emit(Op::Object(entries), span);
    for segment in name.split('.').skip(1).collect::<Vec<_>>().into_iter().rev() {
        let entry = Entry::Field(Key::Name(segment.trim().to_owned()), value);
        value = l.emit(Op::Object(vec![entry]), span);
    }
    l.store(var, value, span);
    None
}

/// `import X = A.B.C`.
fn import_alias(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let parts = children(node);
    let (name, target) = (parts.first()?, parts.get(1)?);
    let (var, span) = (l.declare(l.text(*name)), l.span(node));
    let mut value = None;
    for segment in l.text(*target).split('.').map(str::trim) {
        value = Some(match value {
            Some(object) => l.get(object, segment, span),
            None => match l.lookup(segment) {
                Some(var) => l.emit(Op::Load(var), span),
                None => l.emit(Op::Global(segment.to_owned()), span),
            },
        });
    }
    l.store(var, value?, span);
    None
}
