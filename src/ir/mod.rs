//! The intermediate representation that every front end lowers to and the flow engine reads.
//!
//! It is small on purpose: a module is functions made of instructions in structured blocks, plus the names it
//! imports, exports and declares. Everything is typed by index. It knows no syntax, no vendor and no personal
//! data, and it keeps no values of the audited code but the literals that serve as keys, names and addresses.
//! Its one text form (`Display`, in `text.rs`) is what tests compare.

mod text;

use std::ops::{Index, IndexMut};

/// A file of the audited tree; indexes `source::Sources`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A byte range of one file. Line and column are looked up only when a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

macro_rules! index {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $name(pub u32);
    )+};
}

index! {
    /// A function of a module; `FunctionId(0)` is the module's own top-level code.
    FunctionId,
    /// A class of a module.
    ClassId,
    /// A variable of a module, unique over all its scopes.
    VarId,
    /// A type expression of a module.
    TypeId,
    /// The result of an instruction of a function.
    Value,
}

/// One lowered source file (or one script of a component or page).
#[derive(Clone, Debug)]
pub(crate) struct Module {
    /// The file it comes from.
    pub file: FileId,
    /// All functions; the first is the top-level code.
    pub functions: Vec<Function>,
    /// All classes.
    pub classes: Vec<Class>,
    /// All variables of all scopes.
    pub vars: Vec<Var>,
    /// Names bound by import statements.
    pub imports: Vec<Import>,
    /// Names given to other modules.
    pub exports: Vec<Export>,
    /// Type expressions, by `TypeId`.
    pub types: Vec<Type>,
    /// Named types, in source order.
    pub declared: Vec<TypeDecl>,
    /// True where a template (Vue, Svelte) may call any top-level function by name.
    pub template: bool,
    /// Spans the parser could not make sense of; they are reported as not read.
    pub errors: Vec<Span>,
}

/// A variable. `owner` tells a local from a captured one.
#[derive(Clone, Debug)]
pub(crate) struct Var {
    /// As written; synthetic variables start with `%`.
    pub name: String,
    /// The function whose scope declares it.
    pub owner: FunctionId,
}

/// `import … from "module"`, bound to a variable.
#[derive(Clone, Debug)]
pub(crate) struct Import {
    /// The specifier as written.
    pub module: String,
    /// What is taken from it.
    pub name: ImportName,
    /// The variable it is bound to.
    pub var: VarId,
    /// `import type`.
    pub type_only: bool,
    /// The import specifier.
    pub span: Span,
}

/// What an import or re-export takes from a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ImportName {
    /// `import { name }`.
    Named(String),
    /// `import x from`.
    Default,
    /// `import * as x from`; also a bare `import "module"`, bound to a synthetic variable.
    Namespace,
}

/// A name given to other modules. The default export is named `default`. What is a value and a type (a class, an
/// enum) is exported twice, first as the variable.
#[derive(Clone, Debug)]
pub(crate) struct Export {
    /// The exported name; `*` for `export * from`.
    pub name: String,
    /// What it stands for.
    pub what: Exported,
    /// The export clause.
    pub span: Span,
}

/// What an exported name stands for.
#[derive(Clone, Debug)]
pub(crate) enum Exported {
    /// A variable of this module. An expression (`export default f()`, `module.exports = …`) is stored to a synthetic one.
    Var(VarId),
    /// A type of this module, by its declared name.
    Type(String),
    /// `export { name } from "module"`.
    From {
        /// The specifier as written.
        module: String,
        /// What is taken from it.
        name: ImportName,
    },
    /// `export * from "module"`.
    All {
        /// The specifier as written.
        module: String,
    },
}

/// What kind of function it is; decides what `this` is and whether it can be an entry point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FunctionKind {
    /// The top-level code of the module.
    Module,
    /// `function f() {}`.
    Plain,
    /// `() => {}`: shares `this` with its parent.
    Arrow,
    /// A method of a class or an object literal.
    Method,
    /// A constructor; field initialisers and parameter properties are its first instructions.
    Constructor,
}

/// A function: instructions, and blocks that order them.
#[derive(Clone, Debug)]
pub(crate) struct Function {
    /// For people: `Analytics.track`, `identify`, `<module>`, `<anonymous>`.
    pub name: String,
    /// The kind.
    pub kind: FunctionKind,
    /// The whole function.
    pub span: Span,
    /// Parameters in order. A destructured one is a synthetic variable that the body takes apart.
    pub params: Vec<Param>,
    /// All instructions; a `Value` is an index into this.
    pub insts: Vec<Inst>,
    /// The body.
    pub body: Block,
    /// The function it is written in.
    pub parent: Option<FunctionId>,
    /// The class it is a member of.
    pub class: Option<ClassId>,
    /// Declared type of the result.
    pub returns: Option<TypeId>,
    /// Decorators, as dotted names (`Get`, `app.route`).
    pub decorators: Vec<String>,
}

/// A parameter.
#[derive(Clone, Debug)]
pub(crate) struct Param {
    /// The variable it is bound to.
    pub var: VarId,
    /// Declared type.
    pub ty: Option<TypeId>,
    /// Takes all remaining arguments.
    pub rest: bool,
    /// Takes all remaining keyword arguments (`**kwargs`).
    pub keywords: bool,
    /// Its default, where that is `true` or `false`.
    pub flag: Option<bool>,
    /// The parameter.
    pub span: Span,
    /// Decorators, as dotted names with their first literal (`Body`, `Inject`).
    pub decorators: Vec<String>,
}

/// Instructions in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block(pub Vec<Value>);

/// An instruction and where it is written.
#[derive(Clone, Debug)]
pub(crate) struct Inst {
    /// What it does.
    pub op: Op,
    /// Where it is written.
    pub span: Span,
}

/// A property name.
#[derive(Clone, Debug)]
pub(crate) enum Key {
    /// Known: `.email`, `["email"]`.
    Name(String),
    /// Computed.
    Dynamic(Value),
    /// Any element of a list, map or iterator (`for … of`, array patterns).
    Element,
}

/// A literal. Numbers and booleans are kept because vendor options are switched by them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Literal {
    /// A string without interpolation.
    Str(String),
    /// A number, as written.
    Number(String),
    /// `true`, `false`.
    Bool(bool),
    /// `null`, `undefined`, `None`.
    Null,
    /// A regular expression or another constant that is no data.
    Other,
}

/// How a call is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CallKind {
    /// `f(x)`, also a tagged template.
    Call,
    /// `new F(x)`.
    New,
    /// A markup element: `<F a={x} />`; the argument is the object of attributes, children under `children`.
    Element,
    /// `@f` on a definition, which is the argument; a decorator that nobody can look into gives it back.
    Decorate,
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub(crate) struct Arg {
    /// The value.
    pub value: Value,
    /// `...value`.
    pub spread: bool,
    /// Keyword (`name=value`), where the language has them; with `spread` the value holds keyword arguments (`**value`).
    pub name: Option<String>,
}

/// A member of an object literal.
#[derive(Clone, Debug)]
pub(crate) enum Entry {
    /// `key: value`.
    Field(Key, Value),
    /// `...value`.
    Spread(Value),
}

/// An operation. What a front end does not know is `Made` from its parts: precision may be lost, never a flow.
#[derive(Clone, Debug)]
pub(crate) enum Op {
    /// A constant.
    Literal(Literal),
    /// Read a variable.
    Load(VarId),
    /// Write a variable; the value is the stored one.
    Store(VarId, Value),
    /// A name that no scope of the module declares (`window`, `mixpanel`).
    Global(String),
    /// The namespace of another module, loaded by an expression (`require("x")`, `await import("x")`).
    Module(String),
    /// The receiver.
    This,
    /// The receiver, looked up from the base class on.
    Super,
    /// `object.key`.
    Get(Value, Key),
    /// `object.key = value`.
    Set(Value, Key, Value),
    /// `delete object.key`.
    Delete(Value, Key),
    /// What is left of an object without these keys (`const { a, ...rest } = o`).
    Rest(Value, Vec<String>),
    /// An object literal.
    Object(Vec<Entry>),
    /// A list literal; true marks `...value`.
    List(Vec<(Value, bool)>),
    /// Text put together from parts (template literal, `+`, f-string). Literal parts are kept: they may be an address.
    Concat(Vec<Value>),
    /// Made from its operands in a way that keeps their content.
    Made(Vec<Value>),
    /// Computed from its operands but carrying none of their content (comparison, `typeof`, `!`, length).
    Test(Vec<Value>),
    /// One of its operands (`a ?? b`, `c ? a : b`).
    Either(Vec<Value>),
    /// A call.
    Call {
        /// What is called.
        callee: Value,
        /// The receiver, for a method call.
        this: Option<Value>,
        /// The arguments.
        args: Vec<Arg>,
        /// Explicit type arguments.
        types: Vec<TypeId>,
        /// How it is written.
        kind: CallKind,
    },
    /// A closure.
    Function(FunctionId),
    /// A class, with its base class value.
    Class(ClassId, Option<Value>),
    /// A value that the code declares to be of a type.
    Typed(Value, TypeId),
    /// `await x`, `yield x`.
    Await(Value),
    /// From here on the block runs only where the variable, a flag, is this.
    Assume(VarId, bool),
    /// Exactly one arm runs; an empty arm is "may be skipped".
    Branch(Vec<Block>),
    /// Runs any number of times.
    Loop(Block),
    /// Leave the function.
    Return(Value),
    /// Leave by exception.
    Throw(Value),
}

/// A class.
#[derive(Clone, Debug)]
pub(crate) struct Class {
    /// As written, or `<anonymous>`.
    pub name: String,
    /// The whole class.
    pub span: Span,
    /// Methods, accessors and the constructor.
    pub methods: Vec<Method>,
    /// Declared fields (also parameter properties); their initial values are set in the constructor.
    pub fields: Vec<TypeField>,
    /// Base class, as a type.
    pub extends: Option<TypeId>,
    /// Interfaces.
    pub implements: Vec<TypeId>,
    /// Decorators, as dotted names (`Injectable`).
    pub decorators: Vec<String>,
}

/// A member function of a class.
#[derive(Clone, Debug)]
pub(crate) struct Method {
    /// Its name; a setter is `set name`, so that no member access takes it for the member.
    pub name: String,
    /// The code.
    pub function: FunctionId,
    /// On the class, not on its instances.
    pub is_static: bool,
    /// `get x()` or `@property`: reading calls it.
    pub getter: bool,
}

/// A type expression.
#[derive(Clone, Debug)]
pub(crate) enum Type {
    /// `User`, `Prisma.UserGetPayload<…>`: segments of a dotted name, with arguments.
    Named(Vec<String>, Vec<TypeId>),
    /// `{ email: string }`.
    Object(Vec<TypeField>),
    /// `A | B`.
    Union(Vec<TypeId>),
    /// `A & B`.
    Intersection(Vec<TypeId>),
    /// `T[]`.
    Array(TypeId),
    /// A literal type, `"email"`.
    Literal(String),
    /// `typeof value`, by its dotted name.
    #[expect(clippy::enum_variant_names, reason = "the word of the language")]
    TypeOf(Vec<String>),
    /// `T["key"]`.
    Indexed(TypeId, TypeId),
    /// A function type, by its result.
    Function(Option<TypeId>),
    /// `string`, `number`, `boolean`, …
    Primitive(String),
    /// Anything else.
    Unknown,
}

/// A member of a type.
#[derive(Clone, Debug)]
pub(crate) struct TypeField {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Option<TypeId>,
    /// Where it is declared.
    pub span: Span,
}

/// A named type.
#[derive(Clone, Debug)]
pub(crate) struct TypeDecl {
    /// Its name.
    pub name: String,
    /// Type parameters.
    pub params: Vec<String>,
    /// What it stands for.
    pub kind: TypeKind,
    /// The declaration.
    #[expect(dead_code, reason = "the inventory will name the type that a whole object is sent by")]
    pub span: Span,
}

/// What a named type stands for.
#[derive(Clone, Debug)]
pub(crate) enum TypeKind {
    /// Own members and the types it extends.
    Record(Vec<TypeField>, Vec<TypeId>),
    /// Another type.
    Alias(TypeId),
    /// A class.
    Class(ClassId),
}

impl Index<FunctionId> for Module {
    type Output = Function;
    fn index(&self, id: FunctionId) -> &Function {
        &self.functions[id.0 as usize]
    }
}

impl IndexMut<FunctionId> for Module {
    fn index_mut(&mut self, id: FunctionId) -> &mut Function {
        &mut self.functions[id.0 as usize]
    }
}

impl Index<ClassId> for Module {
    type Output = Class;
    fn index(&self, id: ClassId) -> &Class {
        &self.classes[id.0 as usize]
    }
}

impl Index<VarId> for Module {
    type Output = Var;
    fn index(&self, id: VarId) -> &Var {
        &self.vars[id.0 as usize]
    }
}

impl Index<TypeId> for Module {
    type Output = Type;
    fn index(&self, id: TypeId) -> &Type {
        &self.types[id.0 as usize]
    }
}

impl Index<Value> for Function {
    type Output = Inst;
    fn index(&self, id: Value) -> &Inst {
        &self.insts[id.0 as usize]
    }
}
