//! Which functions something outside the tree calls: module code, framework conventions, decorated members.
//!
//! A parameter of an entry point is where data enters. A function that nothing calls and no convention names is a
//! wrapper waiting for its caller: it is no source.

use super::program::{ClassRef, FnRef};
use super::shape::{Atom, Name, Shape};
use super::solver::Solver;
use super::types::What;
use crate::ir::{Exported, Function, FunctionKind, Module, Op, Type};
use rustc_hash::FxHashMap;

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
    "GET",
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
    "HEAD",
    "OPTIONS",
    "loader",
    "action",
    "clientLoader",
    "clientAction",
    "getServerSideProps",
    "getStaticProps",
    "getInitialProps",
    "generateMetadata",
    "middleware",
    "handler",
    "handle",
    "load",
    "onRequest",
    "onRequestGet",
    "onRequestPost",
    "handleError",
    "instrumentation",
    "register",
    "actions",
    "lambdaHandler",
    "main",
    "beforeLoad",
    "onClientEntry",
    "onRouteUpdate",
    "onInitialClientRender",
    "onRouteDidUpdate",
    "onRouteUpdateDelayed",
    "activate",
];
/// Folders whose default exports frameworks call.
const ROUTES: &[&str] = &[
    "pages",
    "app",
    "routes",
    "api",
    "functions",
    "middleware",
    "plugins",
    "jobs",
    "workers",
    "commands",
    "subscribers",
    "loaders",
];
/// Parameter names of handlers.
const HANDLER_PARAMS: &[&str] = &[
    "req", "request", "ctx", "context", "event", "evt", "e", "c", "props", "job", "msg", "message", "argv",
    "context",
];
/// Methods that frameworks call on classes of their own.
const LIFECYCLE: &[&str] = &[
    "render",
    "componentDidMount",
    "componentDidUpdate",
    "componentDidCatch",
    "ngOnInit",
    "ngOnChanges",
    "ngAfterViewInit",
    "onModuleInit",
    "onApplicationBootstrap",
    "connectedCallback",
    "attributeChangedCallback",
    "run",
    "execute",
    "handle",
    "canActivate",
    "intercept",
    "use",
    "catch",
    "transform",
    "validate",
    "subscribe",
    "process",
    "perform",
];

/// Last parts of the names of decorators by which Python frameworks call a function.
const CALLED_BY: &[&str] = &[
    "action",
    "actor",
    "api_view",
    "callback",
    "command",
    "connect",
    "connect_via",
    "consumer",
    "cron",
    "delete",
    "endpoint",
    "event",
    "exception_handler",
    "field",
    "get",
    "handler",
    "job",
    "listener",
    "listens_for",
    "message_handler",
    "middleware",
    "mutation",
    "on",
    "on_event",
    "patch",
    "periodic_task",
    "post",
    "put",
    "query",
    "receiver",
    "register",
    "route",
    "shared_task",
    "subscribe",
    "task",
    "validate_call",
    "websocket",
    "errorhandler",
    "before_request",
    "after_request",
    "context_processor",
    "teardown_request",
    "user_loader",
    "tool",
    "function_name",
    "http",
];
/// Methods that Python frameworks call on classes of their own.
const CALLED: &[&str] = &[
    "__call__",
    "clean",
    "create",
    "delete",
    "destroy",
    "dispatch",
    "emit",
    "execute",
    "form_invalid",
    "form_valid",
    "get",
    "get_context_data",
    "get_queryset",
    "handle",
    "head",
    "list",
    "mutate",
    "on_failure",
    "on_success",
    "options",
    "partial_update",
    "patch",
    "perform_create",
    "perform_destroy",
    "perform_update",
    "post",
    "process_exception",
    "process_request",
    "process_response",
    "process_view",
    "put",
    "ready",
    "retrieve",
    "run",
    "save",
    "save_model",
    "to_representation",
    "update",
    "validate",
];

/// Types of requests.
const REQUESTS: &[&str] = &["HttpRequest", "Request", "WSGIRequest", "ASGIRequest", "HTTPConnection"];

/// Route handlers, signal receivers, tasks, class-based views, management commands.
fn python_entry(module: &Module, function: &Function) -> bool {
    let name = function.name.rsplit('.').next().unwrap_or("");
    let decorated = function.decorators.iter().any(|decorator| {
        let path = decorator.split(':').next().unwrap_or("");
        CALLED_BY.contains(&path.rsplit('.').next().unwrap_or(""))
    });
    let first = function.params.first().map(|param| module[param.var].name.as_str());
    let request = matches!(first, Some("request" | "req" | "_request"));
    match function.class {
        Some(class) => {
            let based = module[class].extends.is_some() || !module[class].implements.is_empty();
            decorated || request || (CALLED.contains(&name) && (based || name == "__call__"))
        }
        // A handler of a serverless platform.
        None => decorated || request || matches!(name, "lambda_handler"),
    }
}

/// Functions that somebody outside calls if nobody in the tree does: with a request anywhere, or with what a signal says
/// to those who listen.
fn python_listener(module: &Module, function: &Function) -> bool {
    let named = |i: usize| function.params.get(i).map(|param| module[param.var].name.as_str());
    let rest = function.params.iter().any(|param| param.keywords);
    let signal = rest && matches!(named(0), Some("sender" | "_sender"));
    signal
        || function.params.iter().any(|param| match param.ty.map(|id| &module[id]) {
            Some(Type::Named(path, _)) => path.last().is_some_and(|last| REQUESTS.contains(&last.as_str())),
            Some(_) => false,
            None => module[param.var].name == "request",
        })
}

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
    if solver.is_python(f.file) && python_listener(module, function) {
        return Some(Root::Open);
    }
    if module.template && function.parent.is_some_and(|parent| parent.0 == 0) && function.class.is_none() {
        return Some(Root::Open);
    }
    function.class.is_some().then_some(Root::Closed)
}

/// Functions by the names under which modules export them: `export`, `exports.x =`, members of exported objects.
pub(crate) fn exported(solver: &Solver<'_>) -> FxHashMap<FnRef, Vec<Name>> {
    let mut all: FxHashMap<FnRef, Vec<Name>> = FxHashMap::default();
    for (file, module) in &solver.program.modules {
        for export in module.exports.iter().filter(|export| matches!(export.what, Exported::Var(_))) {
            let value = solver.meaning(solver.program.exported(*file, &export.name, 0), export.span);
            hold(&value, &Name::from(export.name.as_str()), 0, &mut all);
        }
    }
    all
}

fn hold(value: &Shape, name: &Name, depth: u8, all: &mut FxHashMap<FnRef, Vec<Name>>) {
    let Some(node) = value.node().filter(|_| depth < 3) else { return };
    for atom in &node.atoms {
        if let Atom::Fn(f, _, _) = atom {
            let names = all.entry(*f).or_default();
            if !names.contains(name) {
                names.push(*name);
            }
        }
    }
    for (member, slot) in node.fields.iter() {
        if let Some(value) = &slot.value {
            hold(value, member, depth + 1, all);
        }
    }
}

fn is_conventional(solver: &Solver<'_>, module: &Module, f: FnRef, function: &Function) -> bool {
    if solver.is_python(f.file) {
        return python_entry(module, function);
    }
    if let Some(class) = class_of(module, f) {
        return is_handler(module, function) || is_framework_method(solver, module, class, function);
    }
    if !function.decorators.is_empty() {
        return true;
    }
    let exported = solver.exported.borrow();
    let Some(names) = exported.get(&f) else { return false };
    if names.iter().any(|name| CONVENTIONS.contains(&&**name)) {
        return true;
    }
    if is_server_action(solver.sources.text(f.file)) {
        return true;
    }
    let path = solver.sources.path(f.file);
    let routed = path.split('/').any(|part| ROUTES.contains(&part));
    let default = names.iter().any(|name| &**name == "default");
    if is_handler(module, function) {
        return true;
    }
    let handler = function.params.first().is_some_and(|param| {
        let name = module[param.var].name.as_str();
        HANDLER_PARAMS.contains(&name)
    });
    let component = is_component(module, function);
    (default && (routed || handler)) || (component && !solver.called.borrow().contains(&f))
}

/// A file of server actions: the framework calls what it exports with what a form or a client component gives.
fn is_server_action(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with("//"));
    first.is_some_and(|line| matches!(line.trim_end_matches(';').trim_matches(['"', '\'']), "use server"))
}

/// `(req, res)`, `(ctx, next)`: the shape of a route handler.
fn is_handler(module: &Module, function: &Function) -> bool {
    let name = |i: usize| function.params.get(i).map(|param| module[param.var].name.as_str());
    matches!(
        (name(0), name(1)),
        (Some("req" | "request" | "_req"), Some("res" | "response" | "reply" | "_res"))
            | (Some("ctx" | "context"), Some("next"))
    )
}

/// A function that gives markup or uses hooks, and is named like a component.
fn is_component(module: &Module, function: &Function) -> bool {
    let hook = |name: &str| {
        name.strip_prefix("use").is_some_and(|rest| rest.starts_with(|c: char| c.is_uppercase()))
    };
    let named = function.name.rsplit('.').next().unwrap_or("").starts_with(|c: char| c.is_uppercase());
    named
        && function.insts.iter().any(|inst| match &inst.op {
            Op::Call { kind, .. } => *kind == crate::ir::CallKind::Element,
            Op::Load(var) => hook(&module[*var].name),
            _ => false,
        })
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
    let decorated = !declared.decorators.is_empty() || solver.decorated.borrow().contains(&class);
    (outside || decorated) && LIFECYCLE.contains(&name)
}
