//! Python.
//!
//! The table is here; the hard cases are in the files beside: expressions, literals, statements, names and their scopes,
//! functions, classes, modules, match patterns and types. A name that no scope declares belongs to the module `builtins`.

mod class;
mod expression;
mod fields;
mod flag;
mod function;
mod literal;
mod module;
mod pattern;
mod scope;
mod statement;
mod types;

use std::sync::LazyLock;

use super::Language;
use super::lower::{self, Grammar, Options, Shape::*, Table};

/// The language.
pub(super) static PYTHON: Language = Language {
    id: "python",
    name: "Python",
    extensions: &["py", "pyw"],
    ecosystem: "pypi",
    lower: |file, _path, text| vec![lower::run(&GRAMMAR, file, text, Options::default(), statement::program)],
};

static GRAMMAR: LazyLock<Grammar> =
    LazyLock::new(|| Grammar::new(tree_sitter_python::LANGUAGE.into(), &[TABLE], FIELDS, statement::broken));

lower::fields! {
    Alias = "alias",
    Alternative = "alternative",
    Arguments = "arguments",
    Attribute = "attribute",
    Body = "body",
    Condition = "condition",
    Consequence = "consequence",
    Definition = "definition",
    Expression = "expression",
    Function = "function",
    Guard = "guard",
    Key = "key",
    Left = "left",
    ModuleName = "module_name",
    Name = "name",
    Object = "object",
    Operator = "operator",
    Parameters = "parameters",
    ReturnType = "return_type",
    Right = "right",
    Subject = "subject",
    Subscript = "subscript",
    Superclasses = "superclasses",
    Type = "type",
    Value = "value",
}

/// Node kinds of the grammar, sorted.
pub(super) static TABLE: &Table = &[
    ("assert_statement", Each),
    ("assignment", Custom(statement::assignment)),
    ("attribute", Custom(expression::attribute)),
    ("augmented_assignment", Custom(statement::augmented)),
    ("await", Custom(expression::awaited)),
    ("binary_operator", Custom(expression::binary)),
    ("block", Each),
    ("boolean_operator", Custom(expression::boolean)),
    ("break_statement", Skip),
    ("call", Custom(expression::call)),
    ("class_definition", Custom(class::definition)),
    ("comment", Skip),
    ("comparison_operator", Custom(expression::test)),
    ("concatenated_string", Custom(literal::concatenated)),
    ("conditional_expression", Custom(expression::conditional)),
    ("continue_statement", Skip),
    ("decorated_definition", Custom(function::decorated)),
    ("delete_statement", Custom(statement::delete)),
    ("dictionary", Custom(expression::dictionary)),
    ("dictionary_comprehension", Custom(expression::comprehension)),
    ("ellipsis", Custom(literal::null)),
    ("expression_list", Custom(expression::list)),
    ("expression_statement", Each),
    ("false", Custom(literal::boolean)),
    ("finally_clause", Each),
    ("float", Custom(literal::number)),
    ("for_statement", Custom(statement::for_loop)),
    ("function_definition", Custom(function::definition)),
    ("future_import_statement", Skip),
    ("generator_expression", Custom(expression::comprehension)),
    ("global_statement", Skip),
    ("identifier", Custom(expression::identifier)),
    ("if_statement", Custom(statement::if_else)),
    ("import_from_statement", Custom(module::import_from)),
    ("import_statement", Custom(module::import)),
    ("integer", Custom(literal::number)),
    ("lambda", Custom(function::lambda)),
    ("line_continuation", Skip),
    ("list", Custom(expression::list)),
    ("list_comprehension", Custom(expression::comprehension)),
    ("list_splat", Inner),
    ("match_statement", Custom(pattern::match_statement)),
    ("named_expression", Custom(statement::walrus)),
    ("none", Custom(literal::null)),
    ("nonlocal_statement", Skip),
    ("not_operator", Custom(expression::test)),
    ("parenthesized_expression", Inner),
    ("pass_statement", Skip),
    ("raise_statement", Custom(statement::raise)),
    ("return_statement", Custom(statement::return_value)),
    ("set", Custom(expression::list)),
    ("set_comprehension", Custom(expression::comprehension)),
    ("slice", Skip),
    ("string", Custom(literal::string)),
    ("subscript", Custom(expression::subscript)),
    ("true", Custom(literal::boolean)),
    ("try_statement", Custom(statement::try_except)),
    ("tuple", Custom(expression::list)),
    ("type", Skip),
    ("type_alias_statement", Custom(types::alias)),
    ("while_statement", Custom(statement::while_loop)),
    ("with_statement", Custom(statement::with)),
    ("yield", Custom(expression::yielded)),
];
