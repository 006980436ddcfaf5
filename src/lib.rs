//! vendorflow: which personal data does this code send to which vendor?

mod error;
mod flow;
mod graph;
mod ir;
mod lang;
mod personal;
mod source;
mod vendor;
