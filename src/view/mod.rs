//! Views: questions asked of the graph, answered as plain values that formats write down.

mod exposure;
mod notice;
mod severity;

pub(crate) use exposure::{Exposure, Leak, WhatIf, exposure, regions};
pub(crate) use notice::{Notice, Plain, notice};
pub(crate) use severity::{Enisa, Lure};
