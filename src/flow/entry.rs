//! Which functions something outside the tree calls: module code, framework conventions, decorated members.
//!
//! A parameter of an entry point is where data enters. A function that nothing calls and no convention names is a
//! wrapper waiting for its caller: it is no source.

use super::program::{ClassRef, FnRef};
use super::solver::Solver;
use super::types::What;
use crate::ir::{Exported, Function, FunctionKind, Module, Op};

/// How a root is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Root {
    /// With parameters that carry what their names and types say.
    Open,
    /// Without: only what it sends by itself counts.
    Closed,
}

/// Exported names that frameworks call (Next.js, Remix, SvelteKit, Nuxt, serverless platforms).
const CONVENTIONS: &[&str] = &[
    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "loader", "action", "clientLoader", "clientAction",
    "getServerSideProps", "getStaticProps", "getInitialProps", "generateMetadata", "middleware", "handler", "handle",
    "load", "onRequest", "onRequestGet", "onRequestPost", "handleError", "instrumentation", "register", "actions",
    "lambdaHandler", "main", "beforeLoad", "onClientEntry", "onRouteUpdate", "onInitialClientRender", "activate",
];
/// Folders whose default exports frameworks call.
const ROUTES: &[&str] = &["pages", "app", "routes", "api", "functions", "middleware", "plugins", "jobs", "workers", "commands", "subscribers", "loaders"];
/// Parameter names of handlers.
const HANDLER_PARAMS: &[&str] = &["req", "request", "ctx", "context", "event", "evt", "e", "c", "props", "job", "msg", "message", "argv", "context"];
/// Methods that frameworks call on classes of their own.
const LIFECYCLE: &[&str] = &[
    "render", "componentDidMount", "componentDidUpdate", "componentDidCatch", "ngOnInit", "ngOnChanges", "ngAfterViewInit",
    "onModuleInit", "onApplicationBootstrap", "connectedCallback", "attributeChangedCallback", "run", "execute", "handle",
    "canActivate", "intercept", "use", "catch", "transform", "validate", "subscribe", "process", "perform",
];

/// The class a function is a member of.
pub(crate) fn class_of(module: &Module, f: FnRef) -> Option<ClassRef> {
    module[f.id].class.map(|id| ClassRef { file: f.file, id })
}

/// If and how the function is entered from outside.
pub(crate) fn root(solver: &Solver<'_>, module: &Module, f: FnRef) -> Option<Root> {
    let function = &module[f.id];
    if function.kind == FunctionKind::Module {
        return None;
    }
    let called = solver.called.borrow().contains(&f);
    if is_conventional(solver, module, f, function) {
        return Some(Root::Open);
    }
    if called || solver.entered.borrow().contains(&f) {
        return None;
    }
    if module.template && function.parent.is_some_and(|parent| parent.0 == 0) && function.class.is_none() {
        return Some(Root::Open);
    }
    function.class.is_some().then_some(Root::Closed)
}

/// True if what the function sends by itself counts: it is called, entered, exported, a method or module code.
pub(crate) fn is_live(solver: &Solver<'_>, f: FnRef) -> bool {
    let Some(module) = solver.program.module(f.file) else { return false };
    let function = &module[f.id];
    if Solver::is_module(f) || function.class.is_some() || module.template {
        return true;
    }
    if solver.called.borrow().contains(&f) || solver.entered.borrow().contains(&f) {
        return true;
    }
    // A nested closure lives where its parent does; a top-level one if somebody can get hold of it.
    match function.parent {
        Some(parent) if parent.0 != 0 => is_live(solver, FnRef { file: f.file, id: parent }),
        _ => is_exported(module, f) || !is_named(module, f),
    }
}

/// True if the function is stored in a variable of its own.
fn is_named(module: &Module, f: FnRef) -> bool {
    stored_in(module, f).is_some()
}

/// The top-level variable a function is stored in.
pub(crate) fn stored_in(module: &Module, f: FnRef) -> Option<crate::ir::VarId> {
    let top = module.functions.first()?;
    let values: Vec<usize> = top
        .insts
        .iter()
        .enumerate()
        .filter(|(_, inst)| matches!(inst.op, Op::Function(id) if id == f.id))
        .map(|(i, _)| i)
        .collect();
    top.insts.iter().find_map(|inst| match inst.op {
        Op::Store(var, value) if values.contains(&(value.0 as usize)) => Some(var),
        _ => None,
    })
}

/// True if an export names the function.
pub(crate) fn is_exported(module: &Module, f: FnRef) -> bool {
    stored_in(module, f).is_some_and(|var| {
        module.exports.iter().any(|export| matches!(export.what, Exported::Var(v) if v == var))
    })
}

fn is_conventional(solver: &Solver<'_>, module: &Module, f: FnRef, function: &Function) -> bool {
    if let Some(class) = class_of(module, f) {
        return is_framework_method(solver, module, class, function);
    }
    if !function.decorators.is_empty() {
        return true;
    }
    let Some(var) = stored_in(module, f) else { return false };
    let names = solver.program.export_names(f.file, var);
    if names.iter().any(|name| CONVENTIONS.contains(name)) {
        return true;
    }
    let path = solver.sources.path(f.file);
    let routed = path.split('/').any(|part| ROUTES.contains(&part));
    let default = names.contains(&"default");
    let handler = function.params.first().is_some_and(|param| {
        let name = module[param.var].name.as_str();
        HANDLER_PARAMS.contains(&name)
    });
    let component = !names.is_empty() && is_component(function);
    (default && (routed || handler)) || (component && !solver.called.borrow().contains(&f))
}

/// A function that gives markup and is named like a component.
fn is_component(function: &Function) -> bool {
    let named = function.name.rsplit('.').next().unwrap_or("").starts_with(|c: char| c.is_uppercase());
    named
        && function
            .insts
            .iter()
            .any(|inst| matches!(inst.op, Op::Call { kind: crate::ir::CallKind::Element, .. }))
}

fn is_framework_method(solver: &Solver<'_>, module: &Module, class: ClassRef, function: &Function) -> bool {
    if !function.decorators.is_empty() {
        return true;
    }
    let declared = &module[class.id];
    let name = function.name.rsplit('.').next().unwrap_or("");
    let outside = declared.extends.iter().chain(&declared.implements).any(|id| {
        let ty = super::program::TypeRef { file: class.file, id: *id };
        matches!(solver.types().resolve(ty).what, What::Outside(..))
    });
    (outside || !declared.decorators.is_empty()) && LIFECYCLE.contains(&name)
}
