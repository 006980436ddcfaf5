//! Imports and exports, ES and CommonJS.

use tree_sitter::Node;

use super::{F, class, expression, function, literal, pattern, types};
use crate::ir::{CallKind, Entry, Export, Exported, Import, ImportName, Key, Op, Span, Value, VarId};
use crate::lang::lower::{Lower, children, first, has_token};

/// The synthetic variable of the default export.
const DEFAULT: &str = "%default";

/// Declares what an import statement binds.
pub(super) fn declare_import(l: &mut Lower<'_>, node: Node<'_>) {
    let type_only = has_token(node, "type") || has_token(node, "typeof");
    let clause = children(node).into_iter().find(|c| c.kind() == "import_clause");
    if let Some(require) = children(node).into_iter().find(|c| c.kind() == "import_require_clause") {
        // `import x = require("x")`
        if let (Some(name), Some(source)) = (first(require), l.field(require, F::Source)) {
            let module = literal::string_text(l, source);
            let var = l.declare(l.text(name));
            bind(l, module, ImportName::Namespace, var, type_only, l.span(node));
        }
        return;
    }
    let Some(source) = l.field(node, F::Source) else { return };
    let module = literal::string_text(l, source);
    let Some(clause) = clause else {
        let var = l.fresh("%import");
        return bind(l, module, ImportName::Namespace, var, false, l.span(node));
    };
    for part in children(clause) {
        match part.kind() {
            "identifier" => {
                let var = l.declare(l.text(part));
                bind(l, module.clone(), ImportName::Default, var, type_only, l.span(part));
            }
            "namespace_import" => {
                if let Some(name) = first(part) {
                    let var = l.declare(l.text(name));
                    bind(l, module.clone(), ImportName::Namespace, var, type_only, l.span(part));
                }
            }
            "named_imports" => {
                for specifier in children(part) {
                    let Some(name) = l.field(specifier, F::Name) else { continue };
                    let local = l.field(specifier, F::Alias).unwrap_or(name);
                    let var = l.declare(l.text(local));
                    let type_only = type_only || has_token(specifier, "type");
                    let what = import_name(specified(l, name));
                    bind(l, module.clone(), what, var, type_only, l.span(specifier));
                }
            }
            _ => {}
        }
    }
}

fn bind(l: &mut Lower<'_>, module: String, name: ImportName, var: VarId, type_only: bool, span: Span) {
    l.module.imports.push(Import { module, name, var, type_only, span });
}

/// The name of a specifier, which may be a string.
fn specified(l: &Lower<'_>, node: Node<'_>) -> String {
    if node.kind() == "string" { literal::string_text(l, node) } else { l.text(node).to_owned() }
}

fn import_name(name: String) -> ImportName {
    if name == "default" { ImportName::Default } else { ImportName::Named(name) }
}

/// Imports were declared with their scope.
pub(super) fn import(_: &mut Lower<'_>, _: Node<'_>) -> Option<Value> {
    None
}

/// Adds an export once for each name and meaning; inside a namespace it is a member of that.
fn add(l: &mut Lower<'_>, name: impl Into<String>, what: Exported, span: Span) {
    let name = name.into();
    if let Some(members) = &mut l.namespace {
        if let Exported::Var(var) = what {
            members.push((name, var));
        }
        return;
    }
    let known = |export: &Export| match (&export.what, &what) {
        (Exported::Var(a), Exported::Var(b)) => a == b && export.name == name,
        (Exported::Type(a), Exported::Type(b)) => a == b && export.name == name,
        _ => false,
    };
    if !l.module.exports.iter().any(known) {
        l.module.exports.push(Export { name, what, span });
    }
}

/// All forms of `export`.
pub(super) fn export(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let clause = children(node).into_iter().find(|c| c.kind() == "export_clause");
    if let Some(source) = l.field(node, F::Source) {
        let module = literal::string_text(l, source);
        re_export(l, node, clause, module);
        return None;
    }
    if let Some(clause) = clause {
        for specifier in children(clause) {
            let Some(name) = l.field(specifier, F::Name) else { continue };
            let exported = specified(l, l.field(specifier, F::Alias).unwrap_or(name));
            let span = l.span(specifier);
            let name = l.text(name);
            let what = named(l, name);
            add(l, exported, what, span);
        }
        return None;
    }
    let default = has_token(node, "default");
    if let Some(declaration) = l.field(node, F::Declaration) {
        let decorators = l.fields(node, F::Decorator);
        match class::is_class(declaration) && !decorators.is_empty() {
            true => class::declaration_decorated(l, declaration, &decorators),
            false => {
                l.node(declaration);
            }
        }
        declared(l, declaration, default);
        return None;
    }
    let value = l.field(node, F::Value).or_else(|| match has_token(node, "=") {
        true => first(node), // TypeScript's `export = value`
        false => None,
    });
    if let Some(value) = value {
        default_export(l, value, node, span);
    }
    None
}

/// `export default value`.
fn default_export(l: &mut Lower<'_>, value: Node<'_>, node: Node<'_>, span: Span) {
    let known = value.kind() != "identifier" || l.lookup(l.text(value)).is_some();
    if !known && declares_type(l, node, l.text(value)) {
        return add(l, "default", Exported::Type(l.text(value).to_owned()), span);
    }
    let decorators = l.fields(node, F::Decorator);
    let result = match value.kind() {
        "class" => class::expression_decorated(l, value, "default", &decorators),
        _ => function::named(l, value, "default"),
    };
    if matches!(value.kind(), "identifier") {
        let name = l.text(value).to_owned();
        if l.module.declared.iter().any(|decl| decl.name == name) {
            add(l, "default", Exported::Type(name), span);
        }
    }
    let var = l.synthetic(DEFAULT);
    l.store(var, result, span);
    add(l, "default", Exported::Var(var), span);
}

/// True where a statement beside this one declares a type of that name.
fn declares_type(l: &Lower<'_>, node: Node<'_>, name: &str) -> bool {
    let beside = node.parent().map(children).unwrap_or_default();
    beside.into_iter().any(|statement| {
        let mut statement = l.field(statement, F::Declaration).unwrap_or(statement);
        if statement.kind() == "ambient_declaration" {
            statement = first(statement).unwrap_or(statement);
        }
        types::is_type(statement) && l.field(statement, F::Name).is_some_and(|n| l.text(n) == name)
    })
}

/// What a local name stands for when it is exported.
fn named(l: &Lower<'_>, name: &str) -> Exported {
    match l.lookup(name) {
        Some(var) => Exported::Var(var),
        None => Exported::Type(name.to_owned()),
    }
}

/// `export { a } from "x"`, `export * from "x"`, `export * as ns from "x"`.
fn re_export(l: &mut Lower<'_>, node: Node<'_>, clause: Option<Node<'_>>, module: String) {
    let span = l.span(node);
    if let Some(clause) = clause {
        for specifier in children(clause) {
            let Some(name) = l.field(specifier, F::Name) else { continue };
            let exported = specified(l, l.field(specifier, F::Alias).unwrap_or(name));
            let name = import_name(specified(l, name));
            let span = l.span(specifier);
            add(l, exported, Exported::From { module: module.clone(), name }, span);
        }
    } else if let Some(namespace) = children(node).into_iter().find(|c| c.kind() == "namespace_export") {
        if let Some(name) = first(namespace) {
            let name = specified(l, name);
            let var = l.fresh(format!("%{name}"));
            bind(l, module, ImportName::Namespace, var, false, span);
            add(l, name, Exported::Var(var), span);
        }
    } else {
        add(l, "*", Exported::All { module }, span);
    }
}

/// Exports what a declaration declares. A class or enum is a value and a type.
fn declared(l: &mut Lower<'_>, node: Node<'_>, default: bool) {
    let span = l.span(node);
    match node.kind() {
        "lexical_declaration" | "variable_declaration" => {
            for declarator in children(node) {
                let Some(target) = l.field(declarator, F::Name) else { continue };
                let mut names = Vec::new();
                pattern::names(l, target, &mut names);
                for name in names {
                    let (text, span) = (l.text(name), l.span(name));
                    if let Some(var) = l.lookup(text) {
                        add(l, text, Exported::Var(var), span);
                    }
                }
            }
        }
        "ambient_declaration" => {
            for child in children(node) {
                declared(l, child, default);
            }
        }
        _ => {
            let Some(name) = l.field(node, F::Name) else { return };
            let name = l.text(name).to_owned();
            let exported = if default { "default".to_owned() } else { name.clone() };
            if let Some(var) = l.lookup(&name)
                && !matches!(node.kind(), "interface_declaration" | "type_alias_declaration")
            {
                add(l, exported.clone(), Exported::Var(var), span);
            }
            if types::is_type(node) {
                add(l, exported, Exported::Type(name), span);
            }
        }
    }
}

/// The module that `require("x")` or `import("x")` loads.
pub(super) fn loaded(l: &Lower<'_>, node: Node<'_>) -> Option<String> {
    let target = l.field(node, F::Function)?;
    let loads = match target.kind() {
        "import" => true,
        "identifier" => l.text(target) == "require" && l.lookup("require").is_none(),
        _ => false,
    };
    if !loads {
        return None;
    }
    literal::text_literal(l, first(l.field(node, F::Arguments)?)?)
}

/// `exports`, `module.exports`, where they are CommonJS's own.
fn is_exports(l: &Lower<'_>, node: Node<'_>) -> bool {
    match node.kind() {
        "identifier" => l.text(node) == "exports" && l.lookup("exports").is_none(),
        "member_expression" => is_module_exports(l, node),
        _ => false,
    }
}

pub(super) fn is_module_exports(l: &Lower<'_>, node: Node<'_>) -> bool {
    node.kind() == "member_expression"
        && l.field(node, F::Property).is_some_and(|p| l.text(p) == "exports")
        && l.field(node, F::Object).is_some_and(|o| o.kind() == "identifier" && l.text(o) == "module")
        && l.lookup("module").is_none()
}

/// The name that `exports.name` is about.
fn exports_member(l: &Lower<'_>, node: Node<'_>) -> Option<String> {
    if node.kind() != "member_expression" || !is_exports(l, l.field(node, F::Object)?) {
        return None;
    }
    Some(l.text(l.field(node, F::Property)?).to_owned())
}

/// True for `module.exports` and `exports.name`.
pub(super) fn is_exports_member(l: &Lower<'_>, node: Node<'_>) -> bool {
    is_module_exports(l, node) || exports_member(l, node).is_some()
}

fn exports_var(l: &mut Lower<'_>, name: &str) -> VarId {
    if name == "default" { l.synthetic(DEFAULT) } else { l.synthetic(&format!("%exports.{name}")) }
}

/// Reads of `exports.name` and `module.exports` are reads of what was exported.
pub(super) fn exports_read(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    if node.kind() != "member_expression" {
        return None;
    }
    let var = if is_module_exports(l, node) {
        *l.synthetic.get(DEFAULT)?
    } else {
        let name = exports_member(l, node)?;
        exports_var(l, &name)
    };
    Some(l.emit(Op::Load(var), span))
}

/// `module.exports = value`, `exports.name = value`; false where the target is something else.
pub(super) fn exports_write(l: &mut Lower<'_>, left: Node<'_>, right: Node<'_>, value: Value) -> bool {
    let span = l.span(left);
    if is_module_exports(l, left) {
        let var = l.synthetic(DEFAULT);
        l.store(var, value, span);
        add(l, "default", Exported::Var(var), span);
        object_members(l, right, value);
        return true;
    }
    let Some(name) = exports_member(l, left) else { return false };
    let var = exports_var(l, &name);
    l.store(var, value, span);
    add(l, name, Exported::Var(var), span);
    true
}

/// The fields of an object literal given to `module.exports` are exports of their own.
fn object_members(l: &mut Lower<'_>, right: Node<'_>, value: Value) {
    if expression::peel(right).kind() != "object" {
        return;
    }
    let Some(Op::Object(entries)) = l.op_of(value).cloned() else { return };
    for entry in entries {
        match entry {
            Entry::Field(Key::Name(name), value) if name != "default" => {
                let span = l.span(right);
                let var = exports_var(l, &name);
                l.store(var, value, span);
                add(l, name, Exported::Var(var), span);
            }
            Entry::Spread(value) => {
                if let Some(Op::Module(module)) = l.op_of(value).cloned() {
                    let span = l.span(right);
                    add(l, "*", Exported::All { module }, span);
                }
            }
            Entry::Field(..) => {}
        }
    }
}

/// `Object.defineProperty(exports, "name", { get: function () { return x } })`, which compilers write for re-exports.
pub(super) fn defined_export(l: &mut Lower<'_>, node: Node<'_>, described: Value) {
    let defines = l.field(node, F::Function).is_some_and(|f| l.text(f) == "Object.defineProperty");
    let arguments = l.field(node, F::Arguments).map(children).unwrap_or_default();
    let [exports, name, _] = arguments[..] else { return };
    if !defines || !is_exports(l, exports) || name.kind() != "string" {
        return;
    }
    let name = l.text(name).trim_matches(['"', '\'']).to_owned();
    let Some(Op::Object(entries)) = l.op_of(described).cloned() else { return };
    let (span, place) = (l.span(node), l.span(exports));
    let given = entries.iter().find_map(|entry| match entry {
        Entry::Field(Key::Name(key), value) => match key.as_str() {
            "get" => Some((*value, true)),
            "value" => Some((*value, false)),
            _ => None,
        },
        _ => None,
    });
    let value = match given {
        Some((getter, true)) => l.emit(
            Op::Call {
                callee: getter,
                this: None,
                args: Vec::new(),
                types: Vec::new(),
                kind: CallKind::Call,
            },
            span,
        ),
        Some((value, false)) if name != "__esModule" => value,
        _ => return,
    };
    let var = exports_var(l, &name);
    l.store(var, value, place);
    add(l, name, Exported::Var(var), place);
}

/// `__exportStar(require("x"), exports)`, which compilers write for `export * from "x"`.
pub(super) fn star_export(l: &mut Lower<'_>, node: Node<'_>) {
    let Some(target) = l.field(node, F::Function).map(expression::peel) else { return };
    if !matches!(target.kind(), "identifier" | "member_expression" | "sequence_expression")
        || !l.text(target).ends_with("__exportStar")
    {
        return;
    }
    let arguments = l.field(node, F::Arguments).map(children).unwrap_or_default();
    if let [source, exports] = arguments[..]
        && is_exports(l, exports)
        && let Some(module) = loaded(l, source)
    {
        let span = l.span(node);
        add(l, "*", Exported::All { module }, span);
    }
}
