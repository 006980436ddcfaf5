//! Views: questions asked of the graph, answered as plain values that formats write down.

mod diff;
mod exposure;
mod history;
mod notice;
mod renames;
mod severity;

pub(crate) use diff::{Aspect, Delta, Diff, FlowChange, Harm, Processing, ProcessorChange, Side, Use, diff};
pub(crate) use exposure::{Exposure, Leak, WhatIf, exposure, regions};
pub(crate) use history::{Life, lives};
pub(crate) use notice::{Notice, Plain, notice};
pub(crate) use severity::{Enisa, Lure};
