//! Views: questions asked of the graph, answered as plain values that formats write down.

mod diff;
mod exposure;
mod history;
pub(crate) mod inventory;
mod renames;
mod severity;

pub(crate) use diff::{Aspect, Delta, Diff, FlowChange, Harm, Processing, ProcessorChange, Side, Use, diff};
pub(crate) use exposure::{Exposure, Leak, WhatIf, exposure};
pub(crate) use history::{Life, lives};
pub(crate) use severity::{Enisa, Lure};
