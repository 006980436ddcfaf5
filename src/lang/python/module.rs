//! Imports, and the names that a module gives to others: all of its own.

use tree_sitter::Node;

use super::F;
use crate::ir::{Export, Exported, FunctionId, Import, ImportName, Op, Span, Value, Var, VarId};
use crate::lang::lower::{Lower, children};

/// Adds an import and binds the local name to it.
fn bind(l: &mut Lower<'_>, local: &str, module: String, name: ImportName, type_only: bool, span: Span) {
    let var = match l.lookup(local) {
        Some(var) => var,
        None => return,
    };
    if l.module[var].owner == FunctionId(0) {
        l.module.imports.push(Import { module, name, var, type_only, span });
        return;
    }
    // Inside a function: a variable of the module is bound, and handed to the local one.
    let hidden = import_var(l, local);
    l.module.imports.push(Import { module, name, var: hidden, type_only, span });
    let value = l.emit(Op::Load(hidden), span);
    l.store(var, value, span);
}

/// A variable of the module that no name refers to.
fn import_var(l: &mut Lower<'_>, name: &str) -> VarId {
    l.module.vars.push(Var { name: format!("%{name}"), owner: FunctionId(0) });
    VarId(l.module.vars.len() as u32 - 1)
}

/// `import a, b.c, d as e`.
pub(super) fn import(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let type_only = is_typing(l, node);
    for name in l.fields(node, F::Name) {
        let span = l.span(name);
        if let (Some(module), Some(alias)) = (l.field(name, F::Name), l.field(name, F::Alias)) {
            let module = l.text(module).to_owned();
            bind(l, l.text(alias), module, ImportName::Namespace, type_only, span);
            continue;
        }
        let path = l.text(name);
        let top = path.split('.').next().unwrap_or(path);
        bind(l, top, top.to_owned(), ImportName::Namespace, type_only, span);
        if top != path {
            let var = import_var(l, path);
            let (module, name) = (path.to_owned(), ImportName::Namespace);
            l.module.imports.push(Import { module, name, var, type_only, span });
            l.dotted.push(path.to_owned());
        }
    }
    None
}

/// `from m import a, b as c`, `from . import x`, `from m import *`.
pub(super) fn import_from(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let module: String = l.text(l.field(node, F::ModuleName)?).split_whitespace().collect();
    if children(node).iter().any(|child| child.kind() == "wildcard_import") {
        let var = import_var(l, "*");
        let (name, type_only) = (ImportName::Namespace, false);
        l.module.imports.push(Import { module: module.clone(), name, var, type_only, span });
        let what = Exported::All { module: module.clone() };
        l.module.exports.push(Export { name: "*".to_owned(), what, span });
        l.stars.push(module);
        return None;
    }
    let type_only = is_typing(l, node);
    for name in l.fields(node, F::Name) {
        let span = l.span(name);
        let (taken, local) = match (l.field(name, F::Name), l.field(name, F::Alias)) {
            (Some(taken), Some(alias)) => (taken, alias),
            _ => (name, name),
        };
        let taken = ImportName::Named(l.text(taken).to_owned());
        bind(l, l.text(local), module.clone(), taken, type_only, span);
    }
    None
}

/// `importlib.import_module("m")`.
pub(super) fn loaded(l: &mut Lower<'_>, module: String, span: Span) -> Value {
    let var = import_var(l, "import");
    l.module.imports.push(Import {
        module: module.clone(),
        name: ImportName::Namespace,
        var,
        type_only: false,
        span,
    });
    l.emit(Op::Module(module), span)
}

/// True below `if TYPE_CHECKING:`.
fn is_typing(l: &Lower<'_>, node: Node<'_>) -> bool {
    node.parent().and_then(|block| block.parent()).is_some_and(|around| {
        around.kind() == "if_statement"
            && l.field(around, F::Condition).is_some_and(|c| l.text(c).ends_with("TYPE_CHECKING"))
    })
}

/// Every name of the module's scope is given to others; so are its types, by the same name.
pub(super) fn exports(l: &mut Lower<'_>, root: Node<'_>) {
    let span = l.span(root);
    let span = Span { end: span.start, ..span };
    let own: Vec<(String, VarId)> = (0..l.module.vars.len())
        .map(|i| VarId(i as u32))
        .filter(|var| l.module[*var].owner == FunctionId(0))
        .map(|var| (l.module[var].name.clone(), var))
        .filter(|(name, var)| l.lookup(name) == Some(*var))
        .collect();
    for (name, var) in own {
        l.module.exports.push(Export { name, what: Exported::Var(var), span });
    }
}
