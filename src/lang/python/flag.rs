//! Flags: parameters that are `True` or `False` unless a caller says otherwise. What runs only where one is set is said
//! so, for callers that leave it alone.

use tree_sitter::Node;

use super::{F, expression};
use crate::ir::{Op, Span, VarId};
use crate::lang::lower::{Lower, first};

/// A flag, and what it is.
pub(super) type Flag = (VarId, bool);

/// The flags that a condition asks for: `dry_run`, `not dry_run`, `dry_run and …`.
pub(super) fn asked(l: &mut Lower<'_>, condition: Node<'_>) -> Vec<Flag> {
    let condition = expression::peel(condition);
    match condition.kind() {
        "identifier" => {
            let var = l.lookup(l.text(condition)).filter(|var| is_flag(l, *var));
            var.map(|var| (var, true)).into_iter().collect()
        }
        "not_operator" if is_alone(condition) => {
            let inner = first(condition).map(|inner| asked(l, inner)).unwrap_or_default();
            inner.into_iter().map(|(var, is)| (var, !is)).collect()
        }
        "boolean_operator" if l.field(condition, F::Operator).is_some_and(|and| l.text(and) == "and") => {
            let parts = [F::Left, F::Right].into_iter().filter_map(|part| l.field(condition, part));
            let parts: Vec<Node<'_>> = parts.collect();
            parts.into_iter().flat_map(|part| asked(l, part)).collect()
        }
        _ => Vec::new(),
    }
}

/// True for a condition that is one name or its opposite, and asks for nothing else.
pub(super) fn is_alone(condition: Node<'_>) -> bool {
    let condition = expression::peel(condition);
    match condition.kind() {
        "not_operator" => first(condition).is_some_and(is_alone),
        kind => kind == "identifier",
    }
}

/// Says what the flags are in the block being lowered.
pub(super) fn assume<'f>(l: &mut Lower<'_>, flags: impl Iterator<Item = &'f Flag>, span: Span) {
    for (var, is) in flags {
        l.emit(Op::Assume(*var, *is), span);
    }
}

fn is_flag(l: &mut Lower<'_>, var: VarId) -> bool {
    l.current().is_some_and(|function| function.params.iter().any(|p| p.var == var && p.flag.is_some()))
}
