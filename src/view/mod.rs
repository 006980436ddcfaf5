//! Views: questions asked of the graph, answered as plain values that formats write down.

mod exposure;
pub(crate) mod inventory;
mod severity;

pub(crate) use exposure::{Exposure, Leak, WhatIf, exposure};
pub(crate) use severity::{Enisa, Lure};
