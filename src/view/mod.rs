//! Views: questions asked of the graph, answered as plain values that formats write down.

mod changes;
mod diff;
mod exposure;
mod history;
pub(crate) mod inventory;
mod notice;
mod offboard;
mod renames;
pub(crate) mod review;
mod severity;

pub(crate) use changes::{Change, Kind, Past, Piece, changes};
pub(crate) use diff::{Aspect, Delta, Diff, FlowChange, Harm, Processing, ProcessorChange, Side, Use, diff};
pub(crate) use exposure::{
    Column, Dataset, Downstream, Draft, Exposure, Fix, Forwarded, How, JoinKey, Key, Leak, Origin, Question,
    dataset, draft, exposure, ranking, regions,
};
pub(crate) use history::{Life, Moment, lives};
pub(crate) use notice::{Notice, Plain, notice};
pub(crate) use offboard::{Left, Offboard, Rest, may_name, offboard};
pub(crate) use severity::{Assumptions, Enisa, Lure, WEIGHTS};
