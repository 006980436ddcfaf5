//! Views: questions asked of the graph, answered as plain values that formats write down.

mod exposure;
mod offboard;
mod severity;

pub(crate) use exposure::{
    Column, Dataset, Downstream, Draft, Exposure, Fix, Forwarded, How, JoinKey, Key, Leak, Origin, Question,
    dataset, draft, exposure, ranking,
};
pub(crate) use offboard::{Left, Offboard, Rest, may_name, offboard};
pub(crate) use severity::{Assumptions, Enisa, Lure, WEIGHTS};
