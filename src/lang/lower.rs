//! The builder that every front end lowers with: instructions, blocks, scopes and functions of one module.
//!
//! A front end is tables from node kind to [`Shape`]; what no table lists is `Made` of its named children, so unknown
//! syntax may cost precision but never a flow. It knows no language.

use std::cell::RefCell;

use rustc_hash::FxHashMap;
use tree_sitter::{Node, Parser};

pub(super) use super::grammar::{Grammar, Shape, Table, children, fields, first, has_token};
use crate::ir::{
    Block, Class, ClassId, FileId, Function, FunctionId, FunctionKind, Inst, Key, Literal, Module, Op, Span,
    Type, TypeId, Value, Var, VarId,
};

/// Nesting bound of expressions and statements; what lies deeper is reported as not read.
const MAX_DEPTH: u32 = 220;
/// Most places of one file that are reported as not read.
const MAX_ERRORS: usize = 50;

/// What the surroundings of a script add to its language.
#[derive(Default)]
pub(super) struct Options {
    /// Ranges of code that runs after the rest (event attributes), in order.
    pub(super) late: Vec<std::ops::Range<usize>>,
    /// `$name` reads the store `name`, `$: name = …` declares (Svelte).
    pub(super) stores: bool,
}

/// A function that is being lowered.
struct Frame {
    id: FunctionId,
    function: Function,
    blocks: Vec<Block>,
    /// What a callback is called that stands in the call assigned to a name.
    hint: Option<String>,
    /// What `this` is where it is not the receiver (static initialisers).
    this: Option<Value>,
}

type Scope<'a> = FxHashMap<&'a str, VarId>;

/// The state of lowering one module.
pub(super) struct Lower<'a> {
    pub(super) text: &'a str,
    pub(super) file: FileId,
    pub(super) module: Module,
    /// Declared types of variables, so that later assignments know them.
    pub(super) var_types: FxHashMap<VarId, TypeId>,
    /// Module-level variables that no source line names (`%default`), by name.
    pub(super) synthetic: FxHashMap<String, VarId>,
    /// Inside a namespace: the names it exports.
    pub(super) namespace: Option<Vec<(String, VarId)>>,
    /// What the surroundings of the script add to the language.
    pub(super) options: Options,
    /// The name of the receiver, where it is a parameter (`self`).
    pub(super) receiver: Option<&'a str>,
    /// Modules whose names are used by their whole path (`import a.b`).
    pub(super) dotted: Vec<String>,
    /// Modules whose exports are all in scope (`from m import *`).
    pub(super) stars: Vec<String>,
    grammar: &'static Grammar,
    frames: Vec<Frame>,
    scopes: Vec<Scope<'a>>,
    depth: u32,
}

thread_local! {
    static PARSER: RefCell<Parser> = RefCell::new(Parser::new());
}

/// Parses a text and lowers it with `body`, which gets the root node.
pub(super) fn run(
    grammar: &'static Grammar,
    file: FileId,
    text: &str,
    options: Options,
    body: impl FnOnce(&mut Lower<'_>, Node<'_>),
) -> Module {
    let tree = PARSER.with_borrow_mut(|parser| {
        parser.set_language(&grammar.language).ok()?;
        parser.parse(text, None)
    });
    let mut lower = Lower::new(grammar, file, text, options);
    let whole = Span { file, start: 0, end: text.len() as u32 };
    let Some(tree) = tree else {
        let mut module = empty_module(file, whole.end);
        module.errors.push(whole);
        return module;
    };
    lower.function("<module>".to_owned(), FunctionKind::Module, whole, |l| body(l, tree.root_node()));
    lower.collect_errors(tree.root_node());
    lower.module.errors.sort();
    lower.module.errors.dedup();
    lower.module
}

fn no_functions(file: FileId) -> Module {
    Module {
        file,
        functions: Vec::new(),
        classes: Vec::new(),
        vars: Vec::new(),
        imports: Vec::new(),
        exports: Vec::new(),
        types: Vec::new(),
        declared: Vec::new(),
        template: false,
        errors: Vec::new(),
    }
}

fn empty_function(name: String, kind: FunctionKind, span: Span, parent: Option<FunctionId>) -> Function {
    Function {
        name,
        kind,
        span,
        params: Vec::new(),
        insts: Vec::new(),
        body: Block::default(),
        parent,
        class: None,
        returns: None,
        decorators: Vec::new(),
    }
}

/// A module whose top-level code does nothing.
pub(super) fn empty_module(file: FileId, length: u32) -> Module {
    let mut module = no_functions(file);
    let span = Span { file, start: 0, end: length };
    module.functions.push(empty_function("<module>".to_owned(), FunctionKind::Module, span, None));
    module
}

impl<'a> Lower<'a> {
    fn new(grammar: &'static Grammar, file: FileId, text: &'a str, options: Options) -> Self {
        Self {
            text,
            file,
            module: no_functions(file),
            options,
            var_types: FxHashMap::default(),
            synthetic: FxHashMap::default(),
            namespace: None,
            receiver: None,
            dotted: Vec::new(),
            stars: Vec::new(),
            grammar,
            frames: Vec::new(),
            scopes: Vec::new(),
            depth: 0,
        }
    }

    /// Records where the parser gave up. Only damaged subtrees are walked.
    fn collect_errors(&mut self, root: Node<'_>) {
        let mut stack = vec![root];
        while let Some(node) = stack.pop() {
            if self.module.errors.len() >= MAX_ERRORS {
                return;
            }
            if node.is_error() || node.is_missing() {
                let span = self.span(node);
                self.module.errors.push(span);
            } else if node.has_error() {
                let children: Vec<_> = node.children(&mut node.walk()).collect();
                stack.extend(children.into_iter().rev());
            }
        }
    }

    // Nodes

    /// The text of a node.
    pub(super) fn text(&self, node: Node<'_>) -> &'a str {
        self.text.get(node.byte_range()).unwrap_or("")
    }

    /// The place of a node.
    pub(super) fn span(&self, node: Node<'_>) -> Span {
        Span { file: self.file, start: node.start_byte() as u32, end: node.end_byte() as u32 }
    }

    /// A child by the index of its field in the names given to `Grammar::new`.
    pub(super) fn field<'t>(&self, node: Node<'t>, field: impl Into<usize>) -> Option<Node<'t>> {
        match self.grammar.fields.get(field.into()) {
            Some(&id) if id != 0 => node.child_by_field_id(id),
            _ => None,
        }
    }

    /// All children of a field.
    pub(super) fn fields<'t>(&self, node: Node<'t>, field: impl Into<usize>) -> Vec<Node<'t>> {
        match self.grammar.fields.get(field.into()).and_then(|&id| std::num::NonZero::new(id)) {
            Some(id) => node.children_by_field_id(id, &mut node.walk()).collect(),
            None => Vec::new(),
        }
    }

    /// Lowers a node by its shape.
    pub(super) fn node(&mut self, node: Node<'_>) -> Option<Value> {
        self.deeper(node, |l| l.shaped(node)).flatten()
    }

    /// Runs what recurses into a node; `None` where the nesting is too deep to go on.
    pub(super) fn deeper<T>(&mut self, node: Node<'_>, body: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth >= MAX_DEPTH {
            if self.module.errors.len() < MAX_ERRORS {
                let span = self.span(node);
                self.module.errors.push(span);
            }
            return None;
        }
        self.depth += 1;
        let result = body(self);
        self.depth -= 1;
        Some(result)
    }

    fn shaped(&mut self, node: Node<'_>) -> Option<Value> {
        if node.is_error() {
            return (self.grammar.broken)(self, node);
        }
        let shape = self.grammar.shapes.get(node.kind_id() as usize).copied().unwrap_or(Shape::Made);
        match shape {
            Shape::Made => Some(self.made(node)),
            Shape::Inner => match first(node) {
                Some(inner) => self.node(inner),
                None => None,
            },
            Shape::Each => {
                for child in children(node) {
                    self.node(child);
                }
                None
            }
            Shape::Skip => None,
            Shape::Custom(handler) => handler(self, node),
        }
    }

    /// Lowers a node that must have a value.
    pub(super) fn value(&mut self, node: Node<'_>) -> Value {
        match self.node(node) {
            Some(value) => value,
            None => self.literal(Literal::Other, self.span(node)),
        }
    }

    /// The default: made of the named children; a leaf is a constant.
    pub(super) fn made(&mut self, node: Node<'_>) -> Value {
        #[cfg(test)]
        super::census::count(node.kind());
        let parts: Vec<Value> = children(node).into_iter().filter_map(|child| self.node(child)).collect();
        let span = self.span(node);
        match parts[..] {
            [] => self.literal(Literal::Other, span),
            _ => self.emit(Op::Made(parts), span),
        }
    }

    // Instructions

    /// Appends an instruction to the current block.
    pub(super) fn emit(&mut self, op: Op, span: Span) -> Value {
        let Some(frame) = self.frames.last_mut() else { return Value(0) };
        let value = Value(frame.function.insts.len() as u32);
        frame.function.insts.push(Inst { op, span });
        if let Some(block) = frame.blocks.last_mut() {
            block.0.push(value);
        }
        value
    }

    /// A constant.
    pub(super) fn literal(&mut self, literal: Literal, span: Span) -> Value {
        self.emit(Op::Literal(literal), span)
    }

    /// `object.name`.
    pub(super) fn get(&mut self, object: Value, name: impl Into<String>, span: Span) -> Value {
        self.emit(Op::Get(object, Key::Name(name.into())), span)
    }

    /// Writes a variable; its declared type holds for the value.
    pub(super) fn store(&mut self, var: VarId, value: Value, span: Span) -> Value {
        let value = match self.var_types.get(&var) {
            Some(&ty) => self.typed(value, Some(ty), span),
            None => value,
        };
        self.emit(Op::Store(var, value), span)
    }

    /// The value, declared to be of a type; a type that says nothing is left out.
    pub(super) fn typed(&mut self, value: Value, ty: Option<TypeId>, span: Span) -> Value {
        match ty {
            Some(ty) if !matches!(self.module[ty], Type::Unknown) => self.emit(Op::Typed(value, ty), span),
            _ => value,
        }
    }

    /// Adds a type expression.
    pub(super) fn ty(&mut self, ty: Type) -> TypeId {
        self.module.types.push(ty);
        TypeId(self.module.types.len() as u32 - 1)
    }

    /// A class, to add members to.
    pub(super) fn class(&mut self, id: ClassId) -> &mut Class {
        &mut self.module.classes[id.0 as usize]
    }

    /// A literal that was emitted before, by its value.
    pub(super) fn literal_of(&self, value: Value) -> Option<&Literal> {
        match &self.frames.last()?.function.insts.get(value.0 as usize)?.op {
            Op::Literal(literal) => Some(literal),
            _ => None,
        }
    }

    /// The instruction of a value of the current function.
    pub(super) fn op_of(&self, value: Value) -> Option<&Op> {
        Some(&self.frames.last()?.function.insts.get(value.0 as usize)?.op)
    }

    /// Collects what `body` emits into a block of its own.
    pub(super) fn block(&mut self, body: impl FnOnce(&mut Self)) -> Block {
        if let Some(frame) = self.frames.last_mut() {
            frame.blocks.push(Block::default());
        }
        body(self);
        self.frames.last_mut().and_then(|frame| frame.blocks.pop()).unwrap_or_default()
    }

    // Functions and scopes

    /// Lowers a function: `body` fills the one that `current` gives, inside a scope of its own.
    pub(super) fn function(
        &mut self,
        name: String,
        kind: FunctionKind,
        span: Span,
        body: impl FnOnce(&mut Self),
    ) -> FunctionId {
        let id = FunctionId(self.module.functions.len() as u32);
        let parent = self.frames.last().map(|frame| frame.id);
        // The id is taken now, so that the functions inside come after; the content follows.
        self.module.functions.push(empty_function(String::new(), kind, span, parent));
        let function = empty_function(name, kind, span, parent);
        self.frames.push(Frame { id, function, blocks: vec![Block::default()], hint: None, this: None });
        self.scope(body);
        if let Some(mut frame) = self.frames.pop() {
            frame.function.body = frame.blocks.pop().unwrap_or_default();
            self.module[id] = frame.function;
        }
        id
    }

    /// The function that is being lowered. There always is one while a tree is lowered.
    pub(super) fn current(&mut self) -> Option<&mut Function> {
        self.frames.last_mut().map(|frame| &mut frame.function)
    }

    /// A function around the current one that is being lowered; 0 is the current one.
    pub(super) fn enclosing(&mut self, up: usize) -> Option<&mut Function> {
        let at = self.frames.len().checked_sub(up + 1)?;
        self.frames.get_mut(at).map(|frame| &mut frame.function)
    }

    /// Name for a function without one: its parent's name says where it is.
    pub(super) fn anonymous(&self) -> String {
        match self.frames.last() {
            Some(Frame { hint: Some(hint), .. }) => hint.clone(),
            Some(Frame { function, .. }) if function.kind != FunctionKind::Module => {
                let name = &function.name;
                if name.ends_with("<anonymous>") { name.clone() } else { format!("{name}.<anonymous>") }
            }
            _ => "<anonymous>".to_owned(),
        }
    }

    /// Name for a function that is a member of what the current function makes (`Page.onClick`).
    pub(super) fn member_name(&self, member: &str) -> String {
        match self.frames.last() {
            Some(Frame { function, .. }) if function.kind != FunctionKind::Module => {
                format!("{}.{member}", function.name)
            }
            _ => member.to_owned(),
        }
    }

    /// Runs `body` with a name for the callbacks directly in it.
    pub(super) fn hinted<T>(&mut self, name: &str, body: impl FnOnce(&mut Self) -> T) -> T {
        let old = self.frames.last_mut().and_then(|frame| frame.hint.replace(name.to_owned()));
        let result = body(self);
        if let Some(frame) = self.frames.last_mut() {
            frame.hint = old;
        }
        result
    }

    /// The class whose member is being lowered.
    pub(super) fn class_name(&self) -> Option<&str> {
        let class = self.frames.iter().rev().find_map(|frame| frame.function.class)?;
        Some(&self.module[class].name)
    }

    /// The receiver.
    pub(super) fn this(&mut self, span: Span) -> Value {
        match self.frames.last().and_then(|frame| frame.this) {
            Some(value) => value,
            None => self.emit(Op::This, span),
        }
    }

    /// Runs `body` with another meaning of `this`.
    pub(super) fn with_this(&mut self, this: Value, body: impl FnOnce(&mut Self)) {
        let old = self.frames.last_mut().and_then(|frame| frame.this.replace(this));
        body(self);
        if let Some(frame) = self.frames.last_mut() {
            frame.this = old;
        }
    }

    /// Runs `body` in a scope of its own.
    pub(super) fn scope<T>(&mut self, body: impl FnOnce(&mut Self) -> T) -> T {
        self.scopes.push(Scope::default());
        let result = body(self);
        self.scopes.pop();
        result
    }

    /// Runs `body` where the innermost scope is not seen (field initialisers do not see constructor parameters).
    pub(super) fn outside_scope(&mut self, body: impl FnOnce(&mut Self)) {
        let hidden = self.scopes.pop();
        body(self);
        self.scopes.extend(hidden);
    }

    /// A variable that no name of the source refers to.
    pub(super) fn fresh(&mut self, name: impl Into<String>) -> VarId {
        let owner = self.frames.last().map_or(FunctionId(0), |frame| frame.id);
        self.module.vars.push(Var { name: name.into(), owner });
        VarId(self.module.vars.len() as u32 - 1)
    }

    /// Like `fresh`, in a function around the current one.
    pub(super) fn fresh_above(&mut self, name: &str, up: usize) -> VarId {
        let at = self.frames.len().saturating_sub(up + 1);
        let owner = self.frames.get(at).map_or(FunctionId(0), |frame| frame.id);
        self.module.vars.push(Var { name: name.to_owned(), owner });
        VarId(self.module.vars.len() as u32 - 1)
    }

    /// The module-level variable of this synthetic name.
    pub(super) fn synthetic(&mut self, name: &str) -> VarId {
        if let Some(&var) = self.synthetic.get(name) {
            return var;
        }
        self.module.vars.push(Var { name: name.to_owned(), owner: FunctionId(0) });
        let var = VarId(self.module.vars.len() as u32 - 1);
        self.synthetic.insert(name.to_owned(), var);
        var
    }

    /// Declares a name in the innermost scope; declaring it again gives the same variable.
    pub(super) fn declare(&mut self, name: &'a str) -> VarId {
        if let Some(&var) = self.scopes.last().and_then(|scope| scope.get(name)) {
            return var;
        }
        let var = self.fresh(name);
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name, var);
        }
        var
    }

    /// The variable that a name means here.
    pub(super) fn lookup(&self, name: &str) -> Option<VarId> {
        self.scopes.iter().rev().find_map(|scope| scope.get(name).copied())
    }
}

/// A decorator by its name and first literal, as front ends keep it: `Query:email`.
pub(super) fn labelled(name: String, literal: Option<String>) -> String {
    match literal {
        Some(literal) => format!("{name}:{literal}"),
        None => name,
    }
}

/// The class of a method, set on the current function.
pub(super) fn in_class(lower: &mut Lower<'_>, class: Option<ClassId>) {
    if let Some(function) = lower.current() {
        function.class = class;
    }
}
