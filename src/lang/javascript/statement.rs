//! Statements: hoisting, branches, loops.

use tree_sitter::Node;

use super::{F, function, module, pattern};
use crate::ir::{Block, Key, Literal, Op, Value};
use crate::lang::lower::{Lower, children, first, has_token};

/// How deep `var` declarations are looked for.
const MAX_VAR_DEPTH: u32 = 200;

/// The whole script.
pub(super) fn program(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    declare_vars(l, node, 0);
    let late = |node: &Node<'_>| {
        let at = l.options.late.partition_point(|range| range.end <= node.start_byte());
        l.options.late.get(at).is_some_and(|range| range.contains(&node.start_byte()))
    };
    let (after, mut nodes): (Vec<_>, Vec<_>) = children(node).into_iter().partition(late);
    nodes.extend(after);
    statements(l, &nodes);
    None
}

/// A function's block: `var` names belong to it, then it is like any block.
pub(in crate::lang) fn function_body(l: &mut Lower<'_>, node: Node<'_>) {
    declare_vars(l, node, 0);
    statements(l, &children(node));
}

/// `{ … }`.
pub(super) fn block(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    l.scope(|l| statements(l, &children(node)));
    None
}

/// Statements of the current scope: names first, then function declarations, then the rest in order.
pub(super) fn statements(l: &mut Lower<'_>, nodes: &[Node<'_>]) {
    for node in nodes {
        declare(l, *node);
    }
    for node in nodes {
        hoist(l, *node);
    }
    for node in nodes {
        l.node(*node);
    }
}

/// What the parser could not make sense of: its whole parts are statements or operands.
pub(in crate::lang) fn broken(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let nodes = children(node);
    for node in &nodes {
        declare(l, *node);
    }
    for node in &nodes {
        hoist(l, *node);
    }
    let parts: Vec<Value> = nodes.into_iter().filter_map(|node| l.node(node)).collect();
    let span = l.span(node);
    Some(l.emit(Op::Made(parts), span))
}

/// Declares what a statement adds to its scope.
pub(super) fn declare(l: &mut Lower<'_>, node: Node<'_>) {
    match node.kind() {
        "lexical_declaration" | "using_declaration" => declare_declarators(l, node),
        "class_declaration"
        | "abstract_class_declaration"
        | "function_declaration"
        | "generator_function_declaration"
        | "enum_declaration"
        | "internal_module" => {
            if let Some(name) = l.field(node, F::Name) {
                let name = l.text(name);
                l.declare(name.split('.').next().unwrap_or(name));
            }
        }
        "export_statement" => {
            if let Some(declaration) = l.field(node, F::Declaration) {
                declare(l, declaration);
            }
        }
        "expression_statement" => {
            if let Some(inner) = first(node).filter(|inner| inner.kind() == "internal_module") {
                declare(l, inner);
            }
        }
        // Svelte: `$: name = …` declares.
        "labeled_statement" if l.options.stores => {
            let target = l
                .field(node, F::Label)
                .filter(|label| l.text(*label) == "$")
                .and_then(|_| l.field(node, F::Body))
                .and_then(first)
                .filter(|inner| inner.kind() == "assignment_expression")
                .and_then(|inner| l.field(inner, F::Left));
            if let Some(target) = target.filter(|t| t.kind() == "identifier") {
                l.declare(l.text(target));
            }
        }
        "import_statement" => module::declare_import(l, node),
        "import_alias" => {
            if let Some(name) = first(node) {
                l.declare(l.text(name));
            }
        }
        _ => {}
    }
}

fn declare_declarators(l: &mut Lower<'_>, node: Node<'_>) {
    for declarator in children(node) {
        if let Some(target) = l.field(declarator, F::Name) {
            declare_pattern(l, target);
        }
    }
}

fn declare_pattern(l: &mut Lower<'_>, target: Node<'_>) {
    let mut names = Vec::new();
    pattern::names(l, target, &mut names);
    for name in names {
        l.declare(l.text(name));
    }
}

/// Declares `var` names below a node, through statements only.
fn declare_vars(l: &mut Lower<'_>, node: Node<'_>, depth: u32) {
    if depth > MAX_VAR_DEPTH {
        return;
    }
    for child in children(node) {
        match child.kind() {
            "variable_declaration" => declare_declarators(l, child),
            "for_in_statement" => {
                if let Some(left) = l.field(child, F::Left).filter(|_| has_token(child, "var")) {
                    declare_pattern(l, left);
                }
                declare_vars(l, child, depth + 1);
            }
            "statement_block" | "if_statement" | "else_clause" | "for_statement" | "while_statement"
            | "do_statement" | "try_statement" | "catch_clause" | "finally_clause" | "switch_statement"
            | "switch_body" | "switch_case" | "switch_default" | "labeled_statement" | "with_statement"
            | "export_statement" => declare_vars(l, child, depth + 1),
            _ => {}
        }
    }
}

/// Lowers a function declaration at the start of its block.
fn hoist(l: &mut Lower<'_>, node: Node<'_>) {
    match node.kind() {
        "function_declaration" | "generator_function_declaration" => {
            l.deeper(node, |l| function::hoisted(l, node));
        }
        "export_statement" => {
            if let Some(declaration) = l.field(node, F::Declaration) {
                hoist(l, declaration);
            }
        }
        _ => {}
    }
}

/// A statement as a block of its own.
fn arm(l: &mut Lower<'_>, node: Option<Node<'_>>) -> Block {
    l.block(|l| {
        if let Some(node) = node {
            // A single declaration without braces still needs its names.
            l.scope(|l| statements(l, &[node]));
        }
    })
}

/// `if … else if … else`: one choice, so that long chains do not nest.
pub(super) fn if_else(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let mut arms = Vec::new();
    let mut node = node;
    loop {
        if let Some(condition) = l.field(node, F::Condition) {
            l.node(condition);
        }
        let consequence = l.field(node, F::Consequence);
        arms.push(arm(l, consequence));
        let Some(alternative) = l.field(node, F::Alternative) else {
            arms.push(Block::default());
            break;
        };
        match first(alternative) {
            Some(next) if next.kind() == "if_statement" => node = next,
            last => {
                arms.push(arm(l, last));
                break;
            }
        }
    }
    l.emit(Op::Branch(arms), span);
    None
}

/// `switch`: each case is an arm; falling through is not modelled.
pub(super) fn switch(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    if let Some(value) = l.field(node, F::Value) {
        l.node(value);
    }
    let body = l.field(node, F::Body)?;
    l.scope(|l| {
        let cases = children(body);
        for case in &cases {
            for statement in l.fields(*case, F::Body) {
                declare(l, statement);
            }
        }
        let (mut arms, mut default) = (Vec::new(), false);
        for case in cases {
            default |= case.kind() == "switch_default";
            if let Some(value) = l.field(case, F::Value) {
                l.node(value);
            }
            let body: Vec<Node<'_>> = l.fields(case, F::Body).into_iter().filter(Node::is_named).collect();
            if !body.is_empty() {
                arms.push(l.block(|l| statements(l, &body)));
            }
        }
        if !default {
            arms.push(Block::default());
        }
        l.emit(Op::Branch(arms), span);
    });
    None
}

/// `try … catch … finally`.
pub(super) fn try_catch(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    if let Some(body) = l.field(node, F::Body) {
        l.node(body);
    }
    if let Some(handler) = l.field(node, F::Handler) {
        let caught = l.block(|l| {
            l.node(handler);
        });
        l.emit(Op::Branch(vec![Block::default(), caught]), span);
    }
    if let Some(finalizer) = l.field(node, F::Finalizer).and_then(|f| l.field(f, F::Body)) {
        l.node(finalizer);
    }
    None
}

/// `catch (e) { … }`: what was thrown is not followed.
pub(super) fn catch(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    l.scope(|l| {
        if let Some(parameter) = l.field(node, F::Parameter) {
            declare_pattern(l, parameter);
            let span = l.span(parameter);
            let value = l.emit(Op::Made(Vec::new()), span);
            pattern::bind(l, parameter, value);
        }
        if let Some(body) = l.field(node, F::Body) {
            l.node(body);
        }
    });
    None
}

/// `for (const x of xs)`, `for (const key in object)`.
pub(super) fn for_in(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let right = l.field(node, F::Right)?;
    let iterated = l.value(right);
    let of = l.field(node, F::Operator).is_some_and(|o| l.text(o) == "of");
    let declares = has_token(node, "const") || has_token(node, "let") || has_token(node, "using");
    let body = l.block(|l| {
        l.scope(|l| {
            if let Some(left) = l.field(node, F::Left) {
                if declares {
                    declare_pattern(l, left);
                }
                let place = l.span(left);
                let item = match of {
                    true => l.emit(Op::Get(iterated, Key::Element), place),
                    false => l.emit(Op::Made(vec![iterated]), place),
                };
                pattern::bind(l, left, item);
            }
            if let Some(body) = l.field(node, F::Body) {
                l.node(body);
            }
        });
    });
    l.emit(Op::Loop(body), span);
    None
}

/// `for (init; condition; step)`.
pub(super) fn for_loop(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    l.scope(|l| {
        if let Some(initializer) = l.field(node, F::Initializer) {
            declare(l, initializer);
            l.node(initializer);
        }
        let body = l.block(|l| {
            for part in l.fields(node, F::Condition).into_iter().filter(Node::is_named) {
                l.node(part);
            }
            if let Some(body) = l.field(node, F::Body) {
                l.scope(|l| statements(l, &[body]));
            }
            if let Some(increment) = l.field(node, F::Increment) {
                l.node(increment);
            }
        });
        l.emit(Op::Loop(body), span);
    });
    None
}

pub(super) fn while_loop(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let body = l.block(|l| {
        if let Some(condition) = l.field(node, F::Condition) {
            l.node(condition);
        }
        if let Some(body) = l.field(node, F::Body) {
            l.node(body);
        }
    });
    l.emit(Op::Loop(body), span);
    None
}

pub(super) fn do_while(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let body = l.block(|l| {
        if let Some(body) = l.field(node, F::Body) {
            l.node(body);
        }
        if let Some(condition) = l.field(node, F::Condition) {
            l.node(condition);
        }
    });
    l.emit(Op::Loop(body), span);
    None
}

/// `name: statement`; in a Vue or Svelte component also `$: x = …`.
pub(super) fn labeled(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    l.field(node, F::Body).and_then(|body| l.node(body));
    None
}

pub(super) fn with(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    for part in [l.field(node, F::Object), l.field(node, F::Body)].into_iter().flatten() {
        l.node(part);
    }
    None
}

pub(super) fn return_value(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    let value = match first(node) {
        Some(inner) => l.value(inner),
        None => l.literal(Literal::Null, span),
    };
    l.emit(Op::Return(value), span);
    None
}

pub(super) fn throw(l: &mut Lower<'_>, node: Node<'_>) -> Option<Value> {
    let span = l.span(node);
    if let Some(inner) = first(node) {
        let value = l.value(inner);
        l.emit(Op::Throw(value), span);
    }
    None
}
