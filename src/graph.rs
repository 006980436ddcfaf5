//! The graph of the answer: class -> source -> sink -> processor -> sub-processor / country.
//!
//! Built once from the analysis; policy, views and reports ask it. The only home of petgraph. It judges nothing.

use crate::flow::{Analysis, Contact, Flow, Options, Unresolved};
use crate::ir::Span;
use crate::vendor::{Catalogue, Surface, VendorId};
use petgraph::graph::DiGraph;
use std::collections::BTreeSet;

/// A processor: a vendor that the audited code uses.
#[derive(Debug)]
pub struct Processor {
    /// The vendor.
    pub vendor: VendorId,
    /// Where it is used.
    pub surfaces: BTreeSet<Surface>,
    /// How it was seen, sorted.
    pub contacts: Vec<Contact>,
}

/// A class that the SDK or the server adds, for this code.
#[derive(Debug)]
pub struct Collected {
    /// The processor.
    pub vendor: VendorId,
    /// Class id.
    pub class: String,
    /// Added by the server.
    pub by_server: bool,
    /// What it is derived from.
    pub from: String,
    /// False where this code switches it off.
    pub active: bool,
    /// The switch, for people: `ip: false`; empty where there is none.
    pub off: String,
    /// The init call, or else the first contact.
    pub at: Span,
    /// Who says so.
    pub source: String,
}

/// A node of the graph.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// A personal-data class.
    Class(String),
    /// The place where a value enters, by the index of its flow's source.
    Source(crate::flow::Site),
    /// The place where it leaves.
    Sink(crate::flow::Site),
    /// A processor.
    Processor(VendorId),
    /// A sub-processor, by id.
    Subprocessor(String),
    /// A country of a processor.
    Country(String),
}

/// The answer.
#[derive(Debug, Default)]
pub struct Graph {
    /// The net.
    pub net: DiGraph<Node, Option<usize>>,
    /// Sorted by vendor id.
    pub processors: Vec<Processor>,
    /// Sorted; an edge class -> source carries the index of its flow.
    pub flows: Vec<Flow>,
    /// Sorted.
    pub collected: Vec<Collected>,
    /// Options seen, for rules that judge them.
    pub options: Vec<Options>,
    /// What could not be followed.
    pub unresolved: Vec<Unresolved>,
}

impl Graph {
    /// Builds the graph.
    pub fn build(_analysis: Analysis, _catalogue: &Catalogue) -> Self {
        Self::default()
    }
}
