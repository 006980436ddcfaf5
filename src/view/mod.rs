//! Views: questions asked of the graph, answered as plain values that formats write down.

mod exposure;
mod severity;

pub use exposure::{Absent, Exposure, Leak, WhatIf, exposure};
pub use severity::{Enisa, Lure, enisa, lure};
