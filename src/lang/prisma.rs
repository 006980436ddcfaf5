//! `schema.prisma`: its models are types that the generated client returns.
//!
//! The language is one declaration a line, so it is read by line. Attributes and data sources are not looked at.

use super::{Language, lower};
use crate::ir::{Export, Exported, FileId, Module, Span, Type, TypeDecl, TypeField, TypeId, TypeKind};

/// The language.
pub(super) static PRISMA: Language = Language {
    id: "prisma",
    name: "Prisma schema",
    extensions: &["prisma"],
    ecosystem: "npm",
    lower: |file, _path, text| vec![read(file, text)],
};

/// A declaration that is open.
struct Open {
    name: String,
    start: u32,
    what: What,
}

enum What {
    Record(Vec<TypeField>),
    Enum(Vec<TypeId>),
    Other,
}

fn read(file: FileId, text: &str) -> Module {
    let mut module = lower::empty_module(file, text.len() as u32);
    let mut open: Option<Open> = None;
    let mut offset = 0u32;
    for line in text.split_inclusive('\n') {
        let start = offset + (line.len() - line.trim_start().len()) as u32;
        offset += line.len() as u32;
        let code = line.trim();
        let words: Vec<&str> = code.split_whitespace().collect();
        let span = |end: u32| Span { file, start, end };
        match (&mut open, words.as_slice()) {
            (_, []) => {}
            (_, [word, ..]) if word.starts_with("//") => {}
            (None, [kind, name, ..]) if code.ends_with('{') || words.get(2) == Some(&"{") => {
                let what = match *kind {
                    "model" | "type" | "view" => What::Record(Vec::new()),
                    "enum" => What::Enum(Vec::new()),
                    _ => What::Other,
                };
                open = Some(Open { name: name.trim_end_matches('{').to_owned(), start, what });
            }
            (Some(_), [word, ..]) if word.starts_with('}') => {
                if let Some(done) = open.take() {
                    let span = Span { file, start: done.start, end: start + 1 };
                    close(&mut module, done, span);
                }
            }
            (Some(_), [word, ..]) if word.starts_with("@@") => {}
            (Some(Open { what: What::Record(fields), .. }), [name, ty, ..]) => {
                let ty = field_type(&mut module, ty);
                let span = span(start + name.len() as u32);
                fields.push(TypeField { name: (*name).to_owned(), ty: Some(ty), span });
            }
            (Some(Open { what: What::Enum(members), .. }), [name, ..]) => {
                members.push(add(&mut module, Type::Literal((*name).to_owned())));
            }
            _ => {}
        }
    }
    module
}

fn add(module: &mut Module, ty: Type) -> TypeId {
    module.types.push(ty);
    TypeId(module.types.len() as u32 - 1)
}

/// `String?`, `Post[]`, `Unsupported("…")`.
fn field_type(module: &mut Module, text: &str) -> TypeId {
    let text = text.trim_end_matches(['?', '!']);
    if let Some(item) = text.strip_suffix("[]") {
        let item = field_type(module, item);
        return add(module, Type::Array(item));
    }
    let primitive = |name: &str| Type::Primitive(name.to_owned());
    let ty = match text {
        "String" => primitive("string"),
        "Int" | "Float" | "Decimal" => primitive("number"),
        "BigInt" => primitive("bigint"),
        "Boolean" => primitive("boolean"),
        "DateTime" => Type::Named(vec!["Date".to_owned()], Vec::new()),
        "Json" | "Bytes" => Type::Unknown,
        name if name.starts_with("Unsupported") => Type::Unknown,
        name => Type::Named(vec![name.to_owned()], Vec::new()),
    };
    add(module, ty)
}

fn close(module: &mut Module, open: Open, span: Span) {
    let kind = match open.what {
        What::Record(fields) => TypeKind::Record(fields, Vec::new()),
        What::Enum(members) => TypeKind::Alias(add(module, Type::Union(members))),
        What::Other => return,
    };
    let name = open.name;
    module.exports.push(Export { name: name.clone(), what: Exported::Type(name.clone()), span });
    module.declared.push(TypeDecl { name, params: Vec::new(), kind, span });
}
