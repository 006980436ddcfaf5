//! A grammar with the tables of its front end, and small questions asked of nodes.

use tree_sitter::Node;

use super::lower::Lower;
use crate::ir::Value;

/// What a front end does with a hard case. `None` where the node has no value.
pub(super) type Handler = fn(&mut Lower<'_>, Node<'_>) -> Option<Value>;

/// What a node of some kind means.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// Made of its named children; the meaning of every kind that no table lists.
    Made,
    /// The value of its first named child.
    Inner,
    /// Its named children in order, in a scope of their own made by the front end; no value.
    Each,
    /// Carries no data: punctuation, types, jumps.
    Skip,
    /// The way out.
    Custom(Handler),
}

/// Node kinds and their shapes.
pub(super) type Table = [(&'static str, Shape)];

/// A grammar with the tables of its front end, looked up by id.
pub(super) struct Grammar {
    pub(super) language: tree_sitter::Language,
    pub(super) shapes: Vec<Shape>,
    pub(super) fields: Vec<u16>,
    /// What is done with what the parser could not make sense of.
    pub(super) broken: Handler,
}

impl Grammar {
    /// Later tables win. `fields` are the names that `Lower::field` takes by index.
    pub(super) fn new(
        language: tree_sitter::Language,
        tables: &[&Table],
        fields: &[&str],
        broken: Handler,
    ) -> Self {
        let mut shapes = vec![Shape::Made; language.node_kind_count()];
        for (kind, shape) in tables.iter().copied().flatten() {
            if let Some(slot) = shapes.get_mut(language.id_for_node_kind(kind, true) as usize) {
                *slot = *shape;
            }
        }
        let fields = fields
            .iter()
            .map(|name| language.field_id_for_name(name).map_or(0, std::num::NonZero::get))
            .collect();
        Self { language, shapes, fields, broken }
    }
}

/// Up to this many children are looked up one by one.
const FEW: usize = 8;

/// Named children without comments.
pub(super) fn children(node: Node<'_>) -> Vec<Node<'_>> {
    let data = |child: &Node<'_>| !child.is_extra() || child.is_error();
    let count = node.named_child_count();
    if count <= FEW {
        // A cursor costs an allocation, which most nodes are too small for.
        (0..count as u32).filter_map(|i| node.named_child(i)).filter(data).collect()
    } else {
        node.named_children(&mut node.walk()).filter(data).collect()
    }
}

/// The first named child that is no comment.
pub(super) fn first(node: Node<'_>) -> Option<Node<'_>> {
    (0..node.named_child_count() as u32).filter_map(|i| node.named_child(i)).find(|child| !child.is_extra())
}

/// True where a node has this anonymous child (`default`, `static`).
pub(super) fn has_token(node: Node<'_>, token: &str) -> bool {
    let is_token = |child: Node<'_>| !child.is_named() && child.kind() == token;
    match node.child_count() {
        count if count as usize <= FEW => (0..count).filter_map(|i| node.child(i)).any(is_token),
        _ => node.children(&mut node.walk()).any(is_token),
    }
}

/// Names of fields as an enum, with the list that `Grammar::new` takes.
macro_rules! fields {
    ($($name:ident = $text:literal),+ $(,)?) => {
        /// Fields of the grammar's nodes.
        #[derive(Clone, Copy)]
        pub(in crate::lang) enum F { $(#[doc = $text] $name),+ }
        impl From<F> for usize {
            fn from(field: F) -> usize { field as usize }
        }
        /// Their names, by index.
        pub(in crate::lang) static FIELDS: &[&str] = &[$($text),+];
    };
}
pub(super) use fields;
