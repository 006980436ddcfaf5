//! The text form of the IR: what `expected.ir` files hold and tests compare.
//!
//! Names are made unique by their index (`user#3`) only where two variables share a name.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter, Write as _};

use super::{
    Arg, Block, CallKind, Entry, Exported, Function, FunctionId, FunctionKind, ImportName, Key, Literal,
    Module, Op, Type, TypeField, TypeId, TypeKind, Value, VarId,
};

impl Display for Module {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for var in &self.vars {
            *counts.entry(&var.name).or_default() += 1;
        }
        Text { module: self, counts }.write(f)
    }
}

struct Text<'m> {
    module: &'m Module,
    counts: BTreeMap<&'m str, u32>,
}

impl Text<'_> {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let module = self.module;
        if module.template {
            writeln!(f, "template")?;
        }
        for import in &module.imports {
            let kind = if import.type_only { "import type" } else { "import" };
            let (var, name) = (self.var(import.var), imported(&import.name));
            writeln!(f, "{kind} {var} = {name} of {:?}", import.module)?;
        }
        for export in &module.exports {
            let what = match &export.what {
                Exported::Var(var) => self.var(*var),
                Exported::Type(name) => format!("type {name}"),
                Exported::From { module, name } => format!("{} of {module:?}", imported(name)),
                Exported::All { module } => format!("* of {module:?}"),
            };
            writeln!(f, "export {} = {what}", export.name)?;
        }
        self.declared(f)?;
        self.classes(f)?;
        for (index, function) in module.functions.iter().enumerate() {
            self.function(f, FunctionId(index as u32), function)?;
        }
        for error in &module.errors {
            writeln!(f, "error {}..{}", error.start, error.end)?;
        }
        Ok(())
    }

    fn declared(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for decl in &self.module.declared {
            let params = match decl.params.is_empty() {
                true => String::new(),
                false => format!("<{}>", decl.params.join(", ")),
            };
            write!(f, "type {}{params}", decl.name)?;
            match &decl.kind {
                TypeKind::Record(fields, extends) => {
                    for (i, base) in extends.iter().enumerate() {
                        write!(f, "{} {}", if i == 0 { " extends" } else { "," }, self.ty(*base))?;
                    }
                    writeln!(f, " {}", self.fields(fields))?;
                }
                TypeKind::Alias(ty) => writeln!(f, " = {}", self.ty(*ty))?,
                TypeKind::Class(id) => writeln!(f, " = class {}", self.module[*id].name)?,
            }
        }
        Ok(())
    }

    fn classes(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for class in &self.module.classes {
            write!(f, "class {}", class.name)?;
            if let Some(base) = class.extends {
                write!(f, " extends {}", self.ty(base))?;
            }
            for (i, ty) in class.implements.iter().enumerate() {
                write!(f, "{} {}", if i == 0 { " implements" } else { "," }, self.ty(*ty))?;
            }
            decorators(f, &class.decorators)?;
            writeln!(f)?;
            for field in &class.fields {
                writeln!(f, "  {}", self.field(field))?;
            }
            for method in &class.methods {
                let kind = match (method.is_static, method.getter) {
                    (true, true) => "static get",
                    (true, false) => "static",
                    (false, true) => "get",
                    (false, false) => "method",
                };
                writeln!(f, "  {kind} {} = {}", method.name, self.function_name(method.function))?;
            }
        }
        Ok(())
    }

    fn function(&self, f: &mut Formatter<'_>, id: FunctionId, function: &Function) -> fmt::Result {
        let kind = match function.kind {
            FunctionKind::Module => "module",
            FunctionKind::Plain => "fn",
            FunctionKind::Arrow => "arrow",
            FunctionKind::Method => "method",
            FunctionKind::Constructor => "constructor",
        };
        write!(f, "{kind} {}", self.function_name(id))?;
        if function.kind != FunctionKind::Module {
            f.write_char('(')?;
            for (i, param) in function.params.iter().enumerate() {
                let comma = if i == 0 { "" } else { ", " };
                let dots = match (param.rest, param.keywords) {
                    (true, _) => "...",
                    (_, true) => "**",
                    _ => "",
                };
                write!(f, "{comma}{dots}{}", self.var(param.var))?;
                if let Some(ty) = param.ty {
                    write!(f, ": {}", self.ty(ty))?;
                }
                decorators(f, &param.decorators)?;
            }
            f.write_char(')')?;
        }
        if let Some(ty) = function.returns {
            write!(f, ": {}", self.ty(ty))?;
        }
        decorators(f, &function.decorators)?;
        writeln!(f)?;
        self.block(f, function, &function.body, 1)
    }

    fn block(&self, f: &mut Formatter<'_>, function: &Function, block: &Block, depth: usize) -> fmt::Result {
        for value in &block.0 {
            let indent = "  ".repeat(depth);
            match &function[*value].op {
                Op::Branch(arms) => {
                    for (i, arm) in arms.iter().enumerate() {
                        let word = if i == 0 { "either" } else { "or" };
                        let empty = if arm.0.is_empty() { " nothing" } else { "" };
                        writeln!(f, "{indent}{word}{empty}")?;
                        self.block(f, function, arm, depth + 1)?;
                    }
                }
                Op::Loop(body) => {
                    writeln!(f, "{indent}loop")?;
                    self.block(f, function, body, depth + 1)?;
                }
                op => writeln!(f, "{indent}{}", self.op(*value, op))?,
            }
        }
        Ok(())
    }

    fn op(&self, value: Value, op: &Op) -> String {
        let list = |values: &[Value]| values.iter().map(|v| v.to_string()).collect::<Vec<_>>().join(" ");
        let text = match op {
            Op::Store(var, stored) => return format!("{} = {stored}", self.var(*var)),
            Op::Set(object, key, stored) => return format!("{object}{} = {stored}", name(key)),
            Op::Delete(object, key) => return format!("delete {object}{}", name(key)),
            Op::Return(value) => return format!("return {value}"),
            Op::Throw(value) => return format!("throw {value}"),
            Op::Assume(var, true) => return format!("assume {}", self.var(*var)),
            Op::Assume(var, false) => return format!("assume not {}", self.var(*var)),
            Op::Literal(literal) => literal_text(literal),
            Op::Load(var) => self.var(*var),
            Op::Global(name) => format!("global {name}"),
            Op::Module(name) => format!("module {name:?}"),
            Op::This => "this".to_owned(),
            Op::Super => "super".to_owned(),
            Op::Get(object, key) => format!("{object}{}", name(key)),
            Op::Rest(object, keys) => format!("{object} without [{}]", keys.join(", ")),
            Op::Object(entries) => object(entries),
            Op::List(items) => {
                let items: Vec<_> = items.iter().map(|(v, spread)| spread_text(*v, *spread)).collect();
                format!("[{}]", items.join(", "))
            }
            Op::Concat(parts) => format!("concat {}", list(parts)),
            Op::Made(parts) => format!("made {}", list(parts)),
            Op::Test(parts) => format!("test {}", list(parts)),
            Op::Either(parts) => format!("one of {}", list(parts)),
            Op::Call { callee, this, args, types, kind } => self.call(*callee, *this, args, types, *kind),
            Op::Function(id) => format!("function {}", self.function_name(*id)),
            Op::Class(id, base) => match base {
                Some(base) => format!("class {} extends {base}", self.module[*id].name),
                None => format!("class {}", self.module[*id].name),
            },
            Op::Typed(inner, ty) => format!("{inner} as {}", self.ty(*ty)),
            Op::Await(inner) => format!("await {inner}"),
            Op::Branch(_) | Op::Loop(_) => String::new(),
        };
        format!("{value} = {}", text.trim_end())
    }

    fn call(
        &self,
        callee: Value,
        this: Option<Value>,
        args: &[Arg],
        types: &[TypeId],
        kind: CallKind,
    ) -> String {
        let verb = match kind {
            CallKind::Call => "call",
            CallKind::New => "new",
            CallKind::Element => "element",
            CallKind::Decorate => "decorate",
        };
        let mut out = format!("{verb} {callee}");
        if let Some(this) = this {
            let _ = write!(out, " on {this}");
        }
        if !types.is_empty() {
            let types: Vec<_> = types.iter().map(|ty| self.ty(*ty)).collect();
            let _ = write!(out, " <{}>", types.join(", "));
        }
        let args: Vec<_> = args
            .iter()
            .map(|arg| match &arg.name {
                Some(_) if arg.spread => format!("**{}", arg.value),
                Some(name) => format!("{name}={}", arg.value),
                None => spread_text(arg.value, arg.spread),
            })
            .collect();
        let _ = write!(out, " ({})", args.join(", "));
        out
    }

    /// A variable's name, with its index where another has the same.
    fn var(&self, id: VarId) -> String {
        match self.module.vars.get(id.0 as usize) {
            Some(var) if self.counts.get(var.name.as_str()).is_some_and(|&n| n > 1) => {
                format!("{}#{}", var.name, id.0)
            }
            Some(var) => var.name.clone(),
            None => format!("?#{}", id.0),
        }
    }

    /// A function's name, with its index where another has the same.
    fn function_name(&self, id: FunctionId) -> String {
        let name = &self.module[id].name;
        match self.module.functions.iter().filter(|f| f.name == *name).count() {
            0 | 1 => name.clone(),
            _ => format!("{name}#{}", id.0),
        }
    }

    fn fields(&self, fields: &[TypeField]) -> String {
        let fields: Vec<_> = fields.iter().map(|field| self.field(field)).collect();
        format!("{{ {} }}", fields.join(", "))
    }

    fn field(&self, field: &TypeField) -> String {
        match field.ty {
            Some(ty) => format!("{}: {}", field.name, self.ty(ty)),
            None => field.name.clone(),
        }
    }

    fn ty(&self, id: TypeId) -> String {
        let join =
            |types: &[TypeId], with: &str| types.iter().map(|ty| self.ty(*ty)).collect::<Vec<_>>().join(with);
        match &self.module[id] {
            Type::Named(name, args) if args.is_empty() => name.join("."),
            Type::Named(name, args) => format!("{}<{}>", name.join("."), join(args, ", ")),
            Type::Object(fields) => self.fields(fields),
            Type::Union(parts) => format!("({})", join(parts, " | ")),
            Type::Intersection(parts) => format!("({})", join(parts, " & ")),
            Type::Array(item) => format!("{}[]", self.ty(*item)),
            Type::Literal(text) => format!("{text:?}"),
            Type::TypeOf(name) => format!("typeof {}", name.join(".")),
            Type::Indexed(object, key) => format!("{}[{}]", self.ty(*object), self.ty(*key)),
            Type::Function(Some(result)) => format!("() => {}", self.ty(*result)),
            Type::Function(None) => "() => ?".to_owned(),
            Type::Primitive(name) => name.clone(),
            Type::Unknown => "?".to_owned(),
        }
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "v{}", self.0)
    }
}

fn decorators(f: &mut Formatter<'_>, names: &[String]) -> fmt::Result {
    names.iter().try_for_each(|name| write!(f, " @{name}"))
}

fn imported(name: &ImportName) -> &str {
    match name {
        ImportName::Named(name) => name,
        ImportName::Default => "default",
        ImportName::Namespace => "*",
    }
}

fn name(key: &Key) -> String {
    match key {
        Key::Name(name) => format!(".{name}"),
        Key::Dynamic(value) => format!("[{value}]"),
        Key::Element => "[*]".to_owned(),
    }
}

fn spread_text(value: Value, spread: bool) -> String {
    if spread { format!("...{value}") } else { value.to_string() }
}

fn object(entries: &[Entry]) -> String {
    let entries: Vec<_> = entries
        .iter()
        .map(|entry| match entry {
            Entry::Field(Key::Name(name), value) => format!("{name}: {value}"),
            Entry::Field(key, value) => format!("{}: {value}", name(key)),
            Entry::Spread(value) => format!("...{value}"),
        })
        .collect();
    match entries.is_empty() {
        true => "{}".to_owned(),
        false => format!("{{ {} }}", entries.join(", ")),
    }
}

fn literal_text(literal: &Literal) -> String {
    match literal {
        Literal::Str(text) => format!("{text:?}"),
        Literal::Number(text) => text.clone(),
        Literal::Bool(value) => value.to_string(),
        Literal::Null => "null".to_owned(),
        Literal::Other => "constant".to_owned(),
    }
}
