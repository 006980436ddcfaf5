//! What Python code means beyond its syntax: well-known methods and functions, rows of models, tasks that are called
//! later, arguments bound ahead. Data and its lookup where possible; it knows no vendor.

use super::calls::Call;
use super::effect::{Cell, Given};
use super::eval::Eval;
use super::known::Law;
use super::packages::PREFIX;
use super::program::{ClassRef, TypeRef};
use super::shape::{Access, Atom, Change, Name, Root, Seg, Shape};
use super::solver::Solver;
use crate::ir::{CallKind, ImportName, Key, Module, Op, Param, Span, Type, VarId};

/// The member that keeps the arguments which `functools.partial` binds.
pub(crate) const BOUND: &str = "%bound";
/// The member that keeps the signals which a decorator connects to.
const RECEIVER: &str = "%receiver";
/// The member that keeps a row of a set of rows.
const ROWS: &str = "%rows";

/// True for a file of Python.
pub(crate) fn is_source(path: &str) -> bool {
    path.ends_with(".py") || path.ends_with(".pyw")
}

/// Fields that a class gets from a base class of a library.
pub(crate) fn inherited(package: &str, name: &str) -> &'static [&'static str] {
    match (package.strip_prefix(PREFIX), name.rsplit('.').next()) {
        (Some("django"), Some("AbstractUser" | "User")) => {
            &["username", "first_name", "last_name", "email", "last_login"]
        }
        (Some("django"), Some("AbstractBaseUser")) => &["last_login"],
        (Some("fastapi_users" | "fastapi_users_db_sqlalchemy"), Some(name))
            if name.starts_with("SQLAlchemyBaseUserTable") =>
        {
            &["email"]
        }
        _ => &[],
    }
}

/// Modules of the standard library that make nothing anybody wrote: of the system, of time, of chance, of the code itself.
const PLUMBING: &[&str] = &[
    "abc",
    "datetime",
    "decimal",
    "enum",
    "functools",
    "importlib",
    "inspect",
    "logging",
    "math",
    "os",
    "platform",
    "random",
    "re",
    "secrets",
    "shutil",
    "socket",
    "tempfile",
    "threading",
    "time",
    "types",
    "typing",
    "uuid",
];

/// True for what such a module made.
pub(crate) fn is_plumbing(access: &Access) -> bool {
    let Root::Package(name) = &access.root else { return false };
    let module = name.strip_prefix(PREFIX).and_then(|name| name.split('.').next());
    module.is_some_and(|module| PLUMBING.binary_search(&module).is_ok())
}

/// True for a base class of a library that gives no data members to those below it.
pub(crate) fn is_plain_base(package: &str, name: &str) -> bool {
    matches!(
        (package.strip_prefix(PREFIX), name.rsplit('.').next()),
        (Some("abc"), Some("ABC"))
            | (Some("pydantic"), Some("BaseModel"))
            | (Some("typing" | "typing_extensions"), Some("Generic" | "Protocol"))
    )
}

/// Calls of `importlib.import_module` with a name that the code does not hold.
pub(crate) fn dynamic_imports(module: &Module) -> Vec<Span> {
    let taken = |var: &VarId, name: &str| {
        module
            .imports
            .iter()
            .any(|import| import.var == *var && import.name == ImportName::Named(name.to_owned()))
    };
    let mut found = Vec::new();
    for function in &module.functions {
        for inst in &function.insts {
            let Op::Call { callee, args, .. } = &inst.op else { continue };
            let imports = match &function[*callee].op {
                Op::Get(_, Key::Name(name)) => matches!(name.as_str(), "import_module" | "__import__"),
                Op::Load(var) => taken(var, "import_module"),
                _ => false,
            };
            if imports && !args.is_empty() {
                found.push(inst.span);
            }
        }
    }
    found
}

/// Members of a model class that give its rows.
const MANAGERS: &[&str] = &["_base_manager", "_default_manager", "all_objects", "objects", "query"];
/// Methods of a set of rows that give one.
const ROW: &[&str] = &[
    "aget",
    "acreate",
    "afirst",
    "alast",
    "create",
    "earliest",
    "first",
    "first_or_404",
    "get",
    "get_or_404",
    "last",
    "latest",
    "one",
    "one_or_404",
    "one_or_none",
    "scalar",
    "scalar_one",
    "scalar_one_or_none",
    "fetchone",
    "create_user",
    "create_superuser",
    "get_by_natural_key",
];
/// Methods of a set of rows that give one and whether it is new.
const ROW_AND_FLAG: &[&str] = &["aget_or_create", "aupdate_or_create", "get_or_create", "update_or_create"];
/// Methods that call a task with what they are given.
const LATER: &[&str] = &[
    "apply",
    "apply_async",
    "delay",
    "delay_on_commit",
    "enqueue",
    "map",
    "remote",
    "s",
    "send",
    "send_with_options",
    "si",
    "spawn",
    "starmap",
    "submit",
];

/// Methods that somebody listens with; what else they are given is not what the listener is called with.
const LISTENS: &[&str] = &[
    "add_event_handler",
    "add_event_listener",
    "add_exception_handler",
    "add_listener",
    "connect",
    "listen",
];

/// Methods by name, for receivers that are no class of the tree and no vendor. Sorted.
const METHODS: &[(&str, Law)] = &[
    ("add", Law::Push),
    ("append", Law::Push),
    ("appendleft", Law::Push),
    ("as_dict", Law::Receiver),
    ("astimezone", Law::Receiver),
    ("capitalize", Law::Receiver),
    ("casefold", Law::Receiver),
    ("copy", Law::Receiver),
    ("count", Law::Nothing),
    ("date", Law::Receiver),
    ("decode", Law::Receiver),
    ("digest", Law::Receiver),
    ("encode", Law::Receiver),
    ("endswith", Law::Nothing),
    ("exists", Law::Nothing),
    ("extend", Law::Push),
    ("find", Law::Nothing),
    ("format_map", Law::Made),
    ("hexdigest", Law::Receiver),
    ("index", Law::Nothing),
    ("insert", Law::Made),
    ("is_valid", Law::Nothing),
    ("isalpha", Law::Nothing),
    ("isdigit", Law::Nothing),
    ("isnumeric", Law::Nothing),
    ("isoformat", Law::Receiver),
    ("items", Law::Entries),
    ("join", Law::Made),
    ("json", Law::Receiver),
    ("keys", Law::Keys),
    ("ljust", Law::Receiver),
    ("lower", Law::Receiver),
    ("lstrip", Law::Receiver),
    ("partition", Law::Split),
    ("read", Law::Receiver),
    ("removeprefix", Law::Receiver),
    ("removesuffix", Law::Receiver),
    ("render", Law::Made),
    ("render_async", Law::Made),
    ("replace", Law::Made),
    ("result", Law::Receiver),
    ("rjust", Law::Receiver),
    ("rpartition", Law::Split),
    ("rsplit", Law::Split),
    ("rstrip", Law::Receiver),
    ("safe_substitute", Law::Made),
    ("split", Law::Split),
    ("splitlines", Law::Receiver),
    ("startswith", Law::Nothing),
    ("strftime", Law::Receiver),
    ("strip", Law::Receiver),
    ("substitute", Law::Made),
    ("title", Law::Receiver),
    ("tolist", Law::Receiver),
    ("translate", Law::Made),
    ("upper", Law::Receiver),
    ("values", Law::Receiver),
    ("zfill", Law::Receiver),
];

/// Methods of text that mean the same on anything that has them.
const PLAIN: &[&str] = &[
    "capitalize",
    "casefold",
    "decode",
    "digest",
    "encode",
    "endswith",
    "format_map",
    "hexdigest",
    "isoformat",
    "join",
    "lower",
    "lstrip",
    "partition",
    "replace",
    "result",
    "rsplit",
    "rstrip",
    "safe_substitute",
    "split",
    "startswith",
    "strftime",
    "strip",
    "substitute",
    "title",
    "upper",
    "zfill",
];

/// Functions by their dotted name. Sorted.
const FUNCTIONS: &[(&str, Law)] = &[
    ("asgiref.sync.async_to_sync", Law::Callback),
    ("asgiref.sync.sync_to_async", Law::Callback),
    ("ast.literal_eval", Law::Arg(0)),
    ("ast.parse", Law::Made),
    ("asyncio.as_completed", Law::Arg(0)),
    ("asyncio.create_task", Law::Arg(0)),
    ("asyncio.ensure_future", Law::Arg(0)),
    ("asyncio.gather", Law::Made),
    ("asyncio.run", Law::Arg(0)),
    ("asyncio.wait_for", Law::Arg(0)),
    ("attr.asdict", Law::Arg(0)),
    ("attrs.asdict", Law::Arg(0)),
    ("base64.b64decode", Law::Arg(0)),
    ("base64.b64encode", Law::Arg(0)),
    ("base64.urlsafe_b64encode", Law::Arg(0)),
    ("builtins.abs", Law::Arg(0)),
    ("builtins.bytes", Law::Arg(0)),
    ("builtins.float", Law::Arg(0)),
    ("builtins.format", Law::Arg(0)),
    ("builtins.hash", Law::Nothing),
    ("builtins.int", Law::Arg(0)),
    ("builtins.max", Law::Made),
    ("builtins.min", Law::Made),
    ("builtins.next", Law::Element),
    ("builtins.open", Law::Nothing),
    ("builtins.print", Law::Nothing),
    ("builtins.range", Law::Nothing),
    ("builtins.repr", Law::Arg(0)),
    ("builtins.round", Law::Changed(Change::Rounded)),
    ("builtins.str", Law::Arg(0)),
    ("builtins.sum", Law::Nothing),
    ("builtins.type", Law::Nothing),
    ("builtins.vars", Law::Arg(0)),
    ("collections.OrderedDict", Law::Arg(0)),
    ("concurrent.futures.as_completed", Law::Arg(0)),
    ("copy.copy", Law::Arg(0)),
    ("copy.deepcopy", Law::Arg(0)),
    ("copy.replace", Law::Arg(0)),
    ("crypt.crypt", Law::Changed(Change::Hashed)),
    ("datetime.date.today", Law::Nothing),
    ("datetime.datetime.now", Law::Nothing),
    ("datetime.datetime.utcnow", Law::Nothing),
    ("django.contrib.auth.get_user", Law::Made),
    ("django.utils.timezone.now", Law::Nothing),
    ("functools.reduce", Law::Made),
    ("hashlib.new", Law::Changed(Change::Hashed)),
    ("hmac.digest", Law::Changed(Change::Keyed)),
    ("hmac.new", Law::Changed(Change::Keyed)),
    ("html.escape", Law::Arg(0)),
    ("html.unescape", Law::Arg(0)),
    ("importlib.import_module", Law::Nothing),
    ("itertools.batched", Law::Arg(0)),
    ("itertools.chain", Law::Made),
    ("itertools.chain.from_iterable", Law::Arg(0)),
    ("itertools.count", Law::Nothing),
    ("itertools.cycle", Law::Arg(0)),
    ("itertools.groupby", Law::Made),
    ("itertools.islice", Law::Arg(0)),
    ("itertools.product", Law::Made),
    ("itertools.tee", Law::Made),
    ("json.dumps", Law::Arg(0)),
    ("json.loads", Law::Arg(0)),
    ("logging.getLogger", Law::Nothing),
    ("math.ceil", Law::Changed(Change::Rounded)),
    ("math.floor", Law::Changed(Change::Rounded)),
    ("math.trunc", Law::Changed(Change::Rounded)),
    ("more_itertools.batched", Law::Arg(0)),
    ("more_itertools.chunked", Law::Arg(0)),
    ("orjson.dumps", Law::Arg(0)),
    ("orjson.loads", Law::Arg(0)),
    ("pprint.pformat", Law::Arg(0)),
    ("random.choice", Law::Element),
    ("re.sub", Law::Made),
    ("rich.progress.track", Law::Arg(0)),
    ("secrets.token_hex", Law::Nothing),
    ("secrets.token_urlsafe", Law::Nothing),
    ("shlex.quote", Law::Arg(0)),
    ("string.Template", Law::Arg(0)),
    ("textwrap.dedent", Law::Arg(0)),
    ("time.time", Law::Nothing),
    ("tqdm.asyncio.tqdm", Law::Arg(0)),
    ("tqdm.auto.tqdm", Law::Arg(0)),
    ("tqdm.notebook.tqdm", Law::Arg(0)),
    ("tqdm.tqdm", Law::Arg(0)),
    ("tqdm.trange", Law::Nothing),
    ("urllib.parse.quote", Law::Arg(0)),
    ("urllib.parse.quote_plus", Law::Arg(0)),
    ("urllib.parse.urlencode", Law::Arg(0)),
    ("urllib.parse.urljoin", Law::Made),
    ("uuid.uuid1", Law::Nothing),
    ("uuid.uuid3", Law::Changed(Change::Hashed)),
    ("uuid.uuid4", Law::Nothing),
    ("uuid.uuid5", Law::Changed(Change::Hashed)),
];

/// What a method gives.
fn method(name: &str) -> Option<Law> {
    METHODS.binary_search_by(|(known, _)| (*known).cmp(name)).ok().map(|i| METHODS[i].1)
}

/// True for a well-known method.
pub(crate) fn is_method(name: &str) -> bool {
    method(name).is_some()
        || matches!(
            name,
            "get" | "pop" | "setdefault" | "update" | "model_dump" | "dict" | "to_dict" | "first" | "all"
        )
}

/// What a function gives, by the root of its package and the path below it.
pub(crate) fn function(root: &str, path: &str) -> Option<Law> {
    let dotted = format!("{}.{path}", root.strip_prefix(PREFIX)?);
    FUNCTIONS.binary_search_by(|(known, _)| (*known).cmp(&dotted)).ok().map(|i| FUNCTIONS[i].1)
}

/// The arguments that a value binds ahead.
pub(crate) fn bound(callee: &Shape) -> Option<&Shape> {
    callee.node()?.fields.get(BOUND)?.value.as_ref()
}

/// Bound arguments, then those of the call.
pub(crate) fn with_bound(bound: &Shape, args: &[Given], at: Span) -> Vec<Given> {
    let mut all = arguments(bound, at);
    all.extend(args.iter().cloned());
    all.sort_by_key(|arg| arg.name.is_some());
    all
}

/// Arguments from an object: numbers are positions.
fn arguments(object: &Shape, at: Span) -> Vec<Given> {
    let Some(node) = object.node() else { return Vec::new() };
    let mut all = Vec::new();
    let mut numbered: Vec<(usize, Shape)> = Vec::new();
    for (name, slot) in node.fields.iter() {
        let value = slot.value.clone().unwrap_or_default();
        match name.parse::<usize>() {
            Ok(i) => numbered.push((i, value)),
            Err(_) => all.push(Given { name: Some(*name), ..Given::new(value, at) }),
        }
    }
    numbered.sort_by_key(|(i, _)| *i);
    numbered.into_iter().map(|(_, value)| Given::new(value, at)).chain(all).collect()
}

/// The rows of a model, if this is a class member that gives them.
pub(crate) fn manager(solver: &Solver<'_>, class: ClassRef, name: &str) -> Option<Shape> {
    (MANAGERS.contains(&name) && solver.is_python(class.file)).then(|| rows(solver, class)).flatten()
}

/// Some instance of a class, of which only the type is known.
fn row(solver: &Solver<'_>, class: ClassRef) -> Option<Shape> {
    let module = solver.program.module(class.file)?;
    let declared = solver.program.class(class)?;
    let own = |ty: &Type| matches!(ty, Type::Named(path, args) if args.is_empty() && path.len() == 1 && path[0] == declared.name);
    let id = crate::ir::TypeId(module.types.iter().position(own)? as u32);
    let mut access = Access::new(Root::Unknown, declared.span);
    access.path = [Seg::Name(declared.name.as_str().into())].into();
    access.ty = Some((TypeRef { file: class.file, id }, 1));
    Some(Shape::data(access))
}

fn rows(solver: &Solver<'_>, class: ClassRef) -> Option<Shape> {
    row(solver, class).map(set_of)
}

fn set_of(row: Shape) -> Shape {
    Shape::list(row.clone()).with(ROWS.into(), row)
}

fn row_of(shape: &Shape) -> Option<Shape> {
    shape.node()?.fields.get(ROWS)?.value.clone()
}

fn class_of(shape: &Shape) -> Option<ClassRef> {
    shape.atoms().iter().find_map(|atom| match atom {
        Atom::Class(class) => Some(*class),
        _ => None,
    })
}

/// Literal texts of a list or of keys.
fn texts(shape: &Shape) -> Vec<Name> {
    let Some(node) = shape.node() else { return Vec::new() };
    let listed = node.fields.values().filter_map(|slot| slot.value.as_ref()?.literal());
    let all: Vec<Name> = listed.collect();
    if all.is_empty() { node.fields.keys().cloned().collect() } else { all }
}

/// `include=`, `fields=`, `exclude=` narrow what is given.
fn narrowed(value: Shape, call: &Call) -> Shape {
    let mut value = value;
    for keep in ["include", "fields", "only"].iter().filter_map(|name| call.keyword(name)) {
        let names = texts(&keep.value);
        if !names.is_empty() {
            value = value.only(&names, call.spot.at);
        }
    }
    if let Some(drop) = call.keyword("exclude") {
        value = texts(&drop.value).into_iter().fold(value, Shape::without);
    }
    value
}

impl Solver<'_> {
    /// `__call__` of an instance.
    pub(crate) fn callable_instance(&self, class: ClassRef) -> Shape {
        if !self.is_python(class.file) {
            return Shape::default();
        }
        let this = Shape::atom(Atom::Instance(class));
        let span = self.program.class(class).map(|class| class.span);
        let called = span.map(|span| self.member(&this, &"__call__".into(), span)).unwrap_or_default();
        if called.is_function() { called } else { Shape::default() }
    }
}

impl Eval<'_, '_> {
    /// Calls that are told by their form: decorators, context managers, tasks.
    pub(crate) fn python_call(&mut self, target: &Shape, call: &Call) -> Option<Shape> {
        let known = target.atoms().iter().any(|atom| matches!(atom, Atom::Fn(..) | Atom::Class(_)));
        if call.how == CallKind::Decorate {
            if let Some(signals) = target.node().and_then(|node| node.fields.get(RECEIVER)?.value.clone()) {
                self.connect(&signals, &call.arg(0), call);
            }
            if !known {
                return Some(call.arg(0));
            }
            let result = self.apply(target, &Call { how: CallKind::Call, ..call.clone() });
            return Some(if result.is_empty() { call.arg(0) } else { result });
        }
        let method = call.method.as_deref()?;
        if !known && let Some(result) = self.signalled(method, call) {
            return Some(result);
        }
        if matches!(method, "__enter__" | "__aenter__") && !known {
            return Some(call.this.clone());
        }
        if LATER.contains(&method) && call.this.is_function() && !known {
            let args = self.later(method, call);
            let inner = Call { this: Shape::default(), method: None, origin: None, args, ..call.clone() };
            self.apply(&call.this.clone(), &inner);
            return Some(Shape::default());
        }
        None
    }

    /// The arguments of the task that a call like `apply_async(args=[…], kwargs={…})` starts.
    fn later(&self, method: &str, call: &Call) -> Vec<Given> {
        if !matches!(method, "apply_async" | "send_with_options" | "apply") {
            return call.args.clone();
        }
        let at = |name: &str, i: usize| {
            call.keyword(name)
                .cloned()
                .or_else(|| call.args.iter().filter(|arg| arg.name.is_none()).nth(i).cloned())
        };
        self.packed(at("args", 0), at("kwargs", 1))
    }

    /// Arguments from a list and an object.
    fn packed(&self, list: Option<Given>, named: Option<Given>) -> Vec<Given> {
        let mut all = Vec::new();
        if let Some(list) = list {
            all.push(Given { spread: true, name: None, ..list });
        }
        let mut all = super::calls::expand(self.solver, &all);
        if let Some(named) = named {
            all.extend(arguments(&named.value, named.span));
        }
        all
    }

    /// What a keyword argument or `**kwargs` gives for a parameter.
    pub(crate) fn by_name(&self, f: super::program::FnRef, param: &Param, call: &Call) -> Option<Given> {
        if call.args.iter().all(|arg| arg.name.is_none()) && !param.keywords {
            return None;
        }
        let module = self.solver.program.module(f.file)?;
        let function = self.solver.program.function(f)?;
        let spread = || call.args.iter().filter(|arg| arg.spread && arg.name.is_some());
        if param.keywords {
            let own =
                |name: &Name| function.params.iter().any(|p| !p.keywords && module[p.var].name == **name);
            let mut all = Shape::object([]);
            let mut span = call.spot.at;
            for arg in spread() {
                all = all.spread(arg.value.clone());
                span = arg.span;
            }
            for arg in call.args.iter().filter(|arg| !arg.spread) {
                if let Some(name) = arg.name.as_ref().filter(|name| !own(name)) {
                    all = all.with(*name, arg.value.clone());
                    span = arg.span;
                }
            }
            return Some(Given::new(all, span));
        }
        let name = module[param.var].name.as_str();
        if let Some(given) = call.keyword(name) {
            return Some(Given { name: None, ..given.clone() });
        }
        spread().find_map(|arg| {
            let position = function.params.iter().position(|p| p.var == param.var)?;
            let positional = call.args.iter().filter(|arg| arg.name.is_none()).count();
            (position >= positional && !param.rest)
                .then(|| Given::new(self.solver.member(&arg.value, &name.into(), arg.span), arg.span))
        })
    }

    /// An instance made by a constructor that a library writes: its fields are what it is given.
    pub(crate) fn with_fields(&mut self, class: ClassRef, instance: Shape, call: &Call) -> Shape {
        if !self.solver.is_python(class.file) {
            return instance;
        }
        let names: Vec<Name> =
            self.solver.types().class_members(class).into_iter().map(|m| m.name.as_str().into()).collect();
        let mut made = instance;
        for (i, arg) in call.args.iter().enumerate() {
            if arg.spread {
                made = made.spread(arg.value.clone()).join(Shape::atom(Atom::Instance(class)));
                continue;
            }
            let Some(name) = arg.name.or_else(|| names.get(i).cloned()) else { continue };
            // What only a caller knows stays with the instance: as an effect it would grow with every caller.
            if !arg.value.is_symbolic() {
                self.solver.write(Cell::Field(class, name), &arg.value);
            }
            made = made.with(name, arg.value.clone());
        }
        made
    }

    /// `DevCycleUser(email=…)`: an object of a vendor that sends nothing by itself holds what it is given, until it is
    /// handed to what sends it. A client or a sink holds nothing.
    pub(crate) fn vendor_object(&self, access: &Access, path: &str, call: &Call, made: Shape) -> Shape {
        let Some(root) = self.solver.vendor_root(&access.root) else { return made };
        let name = path.rsplit('.').next().unwrap_or(path);
        let class = name.starts_with(|c: char| c.is_ascii_uppercase()) && !name.ends_with("()");
        let catalogue = self.solver.catalogue;
        if !class
            || !self.solver.is_python(call.spot.at.file)
            || !catalogue.sinks_at(&root.name, path).is_empty()
            || catalogue.leads_to_sink(&root.name, &format!("{path}()"))
        {
            return made;
        }
        call.args.iter().enumerate().fold(made, |made, (i, arg)| match arg.name {
            _ if arg.spread => made.spread(arg.value.clone()),
            Some(name) => made.with(name, arg.value.clone()),
            None => made.with(i.to_string().as_str().into(), arg.value.clone()),
        })
    }

    /// Methods where no class, vendor or request is meant.
    pub(crate) fn python_method(&mut self, name: &Name, call: &Call, symbolic: bool) -> Option<Shape> {
        let this = call.this.clone();
        if let Some(row) = row_of(&this) {
            return self.rows_method(name, row, call);
        }
        if let Some(class) = class_of(&this)
            && (name.starts_with("model_validate")
                || matches!(&**name, "parse_obj" | "from_orm" | "parse_raw" | "model_construct"))
        {
            let made = row(self.solver, class).unwrap_or_default();
            return Some(made.join(self.with_fields(class, Shape::default(), call)));
        }
        // `session.query(User)`, `session.get(User, id)`.
        if let Some(class) = class_of(&call.arg(0)) {
            match &**name {
                "query" | "select" => return rows(self.solver, class),
                "get" | "get_one" | "from_dict" | "parse_obj_as" => return row(self.solver, class),
                _ => {}
            }
        }
        if row_of(&call.arg(0)).is_some()
            && matches!(&**name, "execute" | "scalars" | "exec" | "scalar" | "paginate")
        {
            return if &**name == "scalar" { row_of(&call.arg(0)) } else { Some(call.arg(0)) };
        }
        if let Some(result) = self.handed_on(call) {
            return Some(result);
        }
        if symbolic {
            if let Some(value) = self.told_by_name(name, call) {
                return Some(value);
            }
            return PLAIN
                .contains(&&**name)
                .then(|| method(name))
                .flatten()
                .and_then(|law| self.law(law, call, true));
        }
        match &**name {
            "update" => Some(self.updated(call)),
            "model_dump" | "dict" | "to_dict" | "model_dump_json" | "dump" | "model_copy" | "_asdict" => {
                Some(narrowed(this, call))
            }
            "get" | "pop" | "setdefault" | "getlist" | "getfirst" | "get_list" => {
                let fallback = call.arg(1);
                let first = Call { method: None, ..call.clone() };
                let value = self.law(Law::GetEntry, &first, true)?.join(fallback);
                if let ("pop", Some(key), Some((Some(receiver), _))) =
                    (&**name, call.arg(0).literal(), &call.origin)
                {
                    self.replace(*receiver, this.without(key));
                }
                Some(value)
            }
            _ => method(name).and_then(|law| self.law(law, call, true)),
        }
    }

    /// `x.get("email")` and `x.model_dump()` mean one thing, whoever the caller says that `x` is.
    fn told_by_name(&mut self, name: &Name, call: &Call) -> Option<Shape> {
        match &**name {
            "items" if call.args.is_empty() => self.law(Law::Entries, call, true),
            "model_dump" | "model_dump_json" | "model_copy" => Some(narrowed(call.this.clone(), call)),
            "get" if call.args.len() < 3 && call.args.iter().all(|arg| arg.name.is_none() && !arg.spread) => {
                let key = call.arg(0).literal()?;
                let plain = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
                plain.then(|| self.solver.member(&call.this, &key, call.spot.at).join(call.arg(1)))
            }
            _ => None,
        }
    }

    /// Methods of a set of rows.
    fn rows_method(&mut self, name: &Name, row: Shape, call: &Call) -> Option<Shape> {
        let name = &**name;
        if ROW.contains(&name) {
            return Some(row);
        }
        if ROW_AND_FLAG.contains(&name) {
            return Some(Shape::object([("0".into(), row), ("1".into(), Shape::default())]));
        }
        if matches!(name, "count" | "exists" | "acount" | "aexists" | "delete" | "aggregate") {
            return Some(Shape::default());
        }
        if matches!(name, "values" | "values_list" | "only") {
            let names: Vec<Name> = call.args.iter().filter_map(|arg| arg.value.literal()).collect();
            if call.keyword("flat").is_some() {
                let first = names.first()?;
                return Some(Shape::list(self.solver.member(&row, first, call.spot.at)));
            }
            if names.is_empty() {
                return Some(set_of(row));
            }
            let members = names.iter().enumerate().map(|(i, name)| {
                let key = if name_is_list(call) { Name::from(i.to_string().as_str()) } else { *name };
                (key, self.solver.member(&row, name, call.spot.at))
            });
            return Some(set_of(Shape::object(members.collect::<Vec<_>>())));
        }
        Some(call.this.clone())
    }

    /// `d.update(other, a=1)`.
    fn updated(&mut self, call: &Call) -> Shape {
        let mut next = call.this.clone();
        for arg in &call.args {
            next = match &arg.name {
                Some(name) if !arg.spread => {
                    self.write_through(&call.this, Some(name), &arg.value, call.spot.at);
                    next.with(*name, arg.value.clone())
                }
                _ => {
                    if let Some(node) = arg.value.node() {
                        for (name, slot) in node.fields.iter() {
                            if let Some(value) = &slot.value {
                                self.write_through(&call.this, Some(name), value, call.spot.at);
                            }
                        }
                    }
                    next.spread(arg.value.clone())
                }
            };
        }
        if let Some((Some(receiver), _)) = &call.origin {
            self.replace(*receiver, next);
        }
        Shape::default()
    }

    /// `executor.submit(f, x)`, `queue.enqueue(f, x)`, `Thread(target=f, args=(x,))`: somebody calls the function with
    /// the rest. What it gives, for whoever waits. Nothing where no function is handed on with arguments.
    fn handed_on(&mut self, call: &Call) -> Option<Shape> {
        let inner = Call { this: Shape::default(), method: None, origin: None, ..call.clone() };
        if let Some(target) = call.keyword("target").or_else(|| call.keyword("func")) {
            if !target.value.is_function() {
                return None;
            }
            let args = self.packed(call.keyword("args").cloned(), call.keyword("kwargs").cloned());
            return Some(self.apply(&target.value.clone(), &Call { args, ..inner }));
        }
        let i = call.args.iter().position(|arg| arg.name.is_none() && arg.value.is_function())?;
        // `user_logged_in.connect(remember, app)`: the signal calls it, with what is not said here.
        if call.method.as_deref().is_some_and(|name| LISTENS.contains(&name)) {
            return None;
        }
        let listed = call.keyword("args").is_some() || call.keyword("kwargs").is_some();
        let rest: Vec<Given> = match listed {
            true => self.packed(call.keyword("args").cloned(), call.keyword("kwargs").cloned()),
            false => call.args[i + 1..].to_vec(),
        };
        if rest.is_empty() {
            return None;
        }
        Some(self.apply(&call.args[i].value.clone(), &Call { args: rest, ..inner }))
    }

    /// Functions of packages from outside that need more than a law.
    pub(crate) fn python_function(&mut self, root: &str, path: &str, call: &Call) -> Option<Shape> {
        let package = root.strip_prefix(PREFIX)?;
        let at = call.spot.at;
        let last = path.rsplit('.').next().unwrap_or(path);
        match (package, last) {
            ("django" | "blinker", "Signal") => {
                let name = format!("signal {}:{}", self.solver.sources.path(at.file), at.start);
                let made = Shape::atom(Atom::Lit(super::shape::Lit::Null));
                return Some(made.with(super::channel::NAME.into(), Shape::string(&name)));
            }
            ("django", "receiver") => {
                return Some(Shape::object([(RECEIVER.into(), call.arg(0))]));
            }
            ("functools", "partial" | "partialmethod") => {
                let args = call.args.iter().skip(1).enumerate().map(|(i, arg)| match &arg.name {
                    Some(name) => (*name, arg.value.clone()),
                    None => (Name::from(i.to_string().as_str()), arg.value.clone()),
                });
                let args: Vec<(Name, Shape)> = args.collect();
                return Some(call.arg(0).with(BOUND.into(), Shape::object(args)));
            }
            ("dataclasses" | "attr" | "attrs", "asdict" | "replace" | "evolve") | (_, "model_to_dict") => {
                let mut value = narrowed(self.whole(call.arg(0)), call);
                for arg in call.args.iter().filter(|arg| !arg.spread) {
                    let narrowing = |name: &Name| matches!(&**name, "fields" | "exclude" | "filter");
                    if let Some(name) = arg.name.as_ref().filter(|name| !narrowing(name)) {
                        value = value.with(*name, arg.value.clone());
                    }
                }
                return Some(value);
            }
            ("builtins", "dict") => return self.law(Law::FromEntries, call, false),
            ("builtins", "map") => {
                let element = self.solver.element(&call.arg(1), at);
                let inner =
                    Call { args: vec![Given::new(element, at)], origin: None, method: None, ..call.clone() };
                return Some(Shape::list(self.apply(&call.arg(0), &inner)));
            }
            ("builtins", "filter") => return Some(call.arg(1)),
            ("itertools", "repeat") => return Some(Shape::list(call.arg(0))),
            ("builtins", "enumerate") => {
                let element = self.solver.element(&call.arg(0), at);
                let pair = Shape::object([("0".into(), Shape::default()), ("1".into(), element)]);
                return Some(Shape::list(pair));
            }
            ("builtins" | "itertools", "zip" | "zip_longest") => {
                let members = call.args.iter().enumerate().map(|(i, arg)| {
                    (Name::from(i.to_string().as_str()), self.solver.element(&arg.value, arg.span))
                });
                return Some(Shape::list(Shape::object(members.collect::<Vec<_>>())));
            }
            ("sqlalchemy" | "sqlmodel", "select" | "query") => {
                return class_of(&call.arg(0)).and_then(|class| rows(self.solver, class));
            }
            (_, "get_object_or_404" | "aget_object_or_404") => return self.looked_up(&call.arg(0), true),
            (_, "get_list_or_404") => return self.looked_up(&call.arg(0), false),
            _ => {}
        }
        self.handed_on(call)
    }

    fn looked_up(&self, of: &Shape, one: bool) -> Option<Shape> {
        let row = row_of(of).or_else(|| class_of(of).and_then(|class| row(self.solver, class)))?;
        Some(if one { row } else { set_of(row) })
    }

    /// An instance with what its type says it holds.
    fn whole(&self, value: Shape) -> Shape {
        let typed = value.atoms().iter().filter_map(|atom| match atom {
            Atom::Instance(class) => row(self.solver, *class),
            _ => None,
        });
        let typed: Vec<Shape> = typed.collect();
        let known = value.node().is_some_and(|node| !node.fields.is_empty());
        if known { value } else { typed.into_iter().fold(value, Shape::join) }
    }
}

/// True for `values_list`, whose rows are tuples.
fn name_is_list(call: &Call) -> bool {
    call.method.as_deref() == Some("values_list")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_unique() {
        assert!(METHODS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(FUNCTIONS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(PLAIN.iter().all(|name| method(name).is_some()));
        assert!(PLUMBING.is_sorted());
    }

    #[test]
    fn functions_are_known_by_package_and_path() {
        assert_eq!(function("pypi:json", "dumps"), Some(Law::Arg(0)));
        assert_eq!(function("pypi:simplejson", "dumps"), None);
        assert_eq!(function("json", "dumps"), None);
    }
}
