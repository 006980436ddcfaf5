//! JavaScript with JSX, and what TypeScript shares with it.
//!
//! The table is here; the hard cases are in the files beside: expressions, statements, functions, classes, patterns,
//! modules, markup and types.

mod assign;
pub(super) mod class;
mod expression;
mod function;
mod jsx;
mod literal;
mod module;
mod pattern;
pub(super) mod statement;
pub(super) mod types;

use std::sync::LazyLock;

use tree_sitter::Node;

use super::Language;
use super::lower::{self, Grammar, Lower, Options, Shape::*, Table};
use crate::ir::{FileId, Module};

/// The language.
pub(super) static JAVASCRIPT: Language = Language {
    id: "javascript",
    name: "JavaScript",
    extensions: &["cjs", "js", "jsx", "mjs"],
    ecosystem: "npm",
    lower: |file, _path, text| vec![lower(&GRAMMAR, file, text)],
};

/// The grammar of scripts without types.
pub(super) static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| {
    Grammar::new(tree_sitter_javascript::LANGUAGE.into(), &[TABLE], FIELDS, statement::broken)
});

lower::fields! {
    Alias = "alias",
    Alternative = "alternative",
    Arguments = "arguments",
    Body = "body",
    CloseTag = "close_tag",
    Condition = "condition",
    Consequence = "consequence",
    Constructor = "constructor",
    Declaration = "declaration",
    Decorator = "decorator",
    Finalizer = "finalizer",
    Function = "function",
    Handler = "handler",
    Increment = "increment",
    Index = "index",
    Initializer = "initializer",
    Key = "key",
    Label = "label",
    Left = "left",
    Module = "module",
    Name = "name",
    Object = "object",
    OpenTag = "open_tag",
    Operator = "operator",
    Parameter = "parameter",
    Parameters = "parameters",
    Pattern = "pattern",
    Property = "property",
    ReturnType = "return_type",
    Right = "right",
    Source = "source",
    Type = "type",
    TypeArguments = "type_arguments",
    TypeParameters = "type_parameters",
    Value = "value",
    Argument = "argument",
}

/// Fields that only the TypeScript grammars have.
#[cfg(test)]
pub(super) static TYPE_FIELDS: &[&str] =
    &["module", "return_type", "type", "type_arguments", "type_parameters"];

/// Node kinds of the JavaScript grammar, sorted.
pub(super) static TABLE: &Table = &[
    ("array", Custom(expression::array)),
    ("arrow_function", Custom(function::closure)),
    ("assignment_expression", Custom(assign::assignment)),
    ("augmented_assignment_expression", Custom(assign::augmented)),
    ("await_expression", Custom(expression::awaited)),
    ("binary_expression", Custom(expression::binary)),
    ("break_statement", Skip),
    ("call_expression", Custom(expression::call)),
    ("catch_clause", Custom(statement::catch)),
    ("class", Custom(class::expression)),
    ("class_declaration", Custom(class::declaration)),
    ("comment", Skip),
    ("computed_property_name", Inner),
    ("continue_statement", Skip),
    ("debugger_statement", Skip),
    ("decorator", Skip),
    ("do_statement", Custom(statement::do_while)),
    ("else_clause", Inner),
    ("empty_statement", Skip),
    ("export_statement", Custom(module::export)),
    ("expression_statement", Inner),
    ("false", Custom(literal::boolean)),
    ("finally_clause", Inner),
    ("for_in_statement", Custom(statement::for_in)),
    ("for_statement", Custom(statement::for_loop)),
    ("function_declaration", Skip), // lowered where it is hoisted to
    ("function_expression", Custom(function::closure)),
    ("generator_function", Custom(function::closure)),
    ("generator_function_declaration", Skip),
    ("hash_bang_line", Skip),
    ("html_comment", Skip),
    ("identifier", Custom(expression::identifier)),
    ("if_statement", Custom(statement::if_else)),
    ("import_statement", Custom(module::import)),
    ("jsx_element", Custom(jsx::element)),
    ("jsx_expression", Inner),
    ("jsx_self_closing_element", Custom(jsx::element)),
    ("jsx_text", Skip),
    ("labeled_statement", Custom(statement::labeled)),
    ("lexical_declaration", Each),
    ("member_expression", Custom(expression::member)),
    ("meta_property", Custom(expression::meta_property)),
    ("new_expression", Custom(expression::new)),
    ("null", Custom(literal::null)),
    ("number", Custom(literal::number)),
    ("object", Custom(expression::object)),
    ("parenthesized_expression", Inner),
    ("private_property_identifier", Custom(expression::bare_key)),
    ("program", Custom(statement::program)),
    ("property_identifier", Custom(expression::bare_key)),
    ("regex", Custom(literal::regex)),
    ("return_statement", Custom(statement::return_value)),
    ("sequence_expression", Custom(expression::sequence)),
    ("spread_element", Inner),
    ("statement_block", Custom(statement::block)),
    ("string", Custom(literal::string)),
    ("subscript_expression", Custom(expression::subscript)),
    ("super", Custom(expression::super_value)),
    ("switch_statement", Custom(statement::switch)),
    ("template_string", Custom(literal::template)),
    ("template_substitution", Inner),
    ("ternary_expression", Custom(expression::ternary)),
    ("this", Custom(expression::this)),
    ("throw_statement", Custom(statement::throw)),
    ("true", Custom(literal::boolean)),
    ("try_statement", Custom(statement::try_catch)),
    ("unary_expression", Custom(expression::unary)),
    ("undefined", Custom(literal::null)),
    ("update_expression", Custom(assign::update)),
    ("using_declaration", Each),
    ("variable_declaration", Each),
    ("variable_declarator", Custom(assign::declarator)),
    ("while_statement", Custom(statement::while_loop)),
    ("with_statement", Custom(statement::with)),
    ("yield_expression", Custom(expression::awaited)),
];

/// Lowers one script.
pub(super) fn lower(grammar: &'static Grammar, file: FileId, text: &str) -> Module {
    lower_with(grammar, file, text, Options::default())
}

/// Lowers the scripts of a component.
pub(super) fn lower_with(grammar: &'static Grammar, file: FileId, text: &str, options: Options) -> Module {
    let mut module = lower::run(grammar, file, text, options, |l: &mut Lower<'_>, root: Node<'_>| {
        l.node(root);
    });
    // `export type * from "x"` is newer than the grammar, which only trips over the word.
    module.errors.retain(|error| text.get(error.start as usize..error.end as usize) != Some("type"));
    module
}
