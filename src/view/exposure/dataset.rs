//! What the leaked data set should look like: the keys under which code, SDK and server put each class.
//!
//! To be compared with what the vendor hands over: a key that is not expected is a flow that nobody saw, or no personal
//! data. Keys of code are as written in calls; what SDK and server add goes by the vendor's own keys, as far as the
//! catalogue has them.

use super::Exposure;
use crate::flow::{Flow, Site};
use crate::graph::Graph;
use crate::vendor::{Vendor, VendorId};
use std::collections::{BTreeMap, BTreeSet};

/// The expected data set.
pub(crate) struct Dataset<'a> {
    /// By name.
    pub columns: BTreeMap<&'a str, Column<'a>>,
    /// Classes that will be there under a name that nobody knows, with how.
    pub unnamed: BTreeMap<&'a str, How>,
    /// The vendor's own keys that hold no personal data.
    pub harmless: BTreeSet<&'a str>,
}

/// A key that is expected.
#[derive(Default)]
pub(crate) struct Column<'a> {
    /// Classes that it may hold, with how each comes there.
    pub classes: BTreeMap<&'a str, How>,
    /// Fields of the code.
    pub fields: BTreeSet<&'a str>,
    /// Where they enter.
    pub places: BTreeSet<&'a Site>,
}

/// How a class comes into the data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// Code hands it over.
    Code,
    /// The SDK adds it.
    Sdk,
    /// The vendor's server adds it.
    Server,
    /// Somebody else hands it on.
    Forwarded,
}

/// What the data set of a vendor should hold.
pub(crate) fn dataset<'a>(graph: &'a Graph, exposure: &Exposure<'a>, id: VendorId) -> Dataset<'a> {
    let vendor = exposure.vendor;
    let mut dataset = Dataset {
        columns: BTreeMap::new(),
        unnamed: BTreeMap::new(),
        harmless: vendor
            .reserved
            .iter()
            .filter(|(_, class)| class.is_none())
            .map(|(key, _)| key.as_str())
            .collect(),
    };
    for (_, flow) in graph.flows_to(id) {
        dataset.written(vendor, flow);
    }
    for entry in &exposure.added {
        dataset.added(vendor, &entry.class, if entry.by_server { How::Server } else { How::Sdk });
    }
    for class in exposure.forwarded.iter().flat_map(|other| &other.classes) {
        dataset.added(vendor, class, How::Forwarded);
    }
    dataset
}

/// The vendor's own keys of a class.
fn keys<'a>(vendor: &'a Vendor, class: &str) -> Vec<&'a str> {
    let own = vendor.reserved.iter().filter(|(_, of)| of.as_deref() == Some(class));
    own.map(|(key, _)| key.as_str()).collect()
}

impl<'a> Dataset<'a> {
    fn written(&mut self, vendor: &'a Vendor, flow: &'a Flow) {
        let names = if flow.key.is_empty() { keys(vendor, &flow.class) } else { vec![flow.key.as_str()] };
        if names.is_empty() {
            self.unnamed.entry(&flow.class).or_insert(How::Code);
        }
        for name in names {
            let column = self.columns.entry(name).or_default();
            column.classes.entry(&flow.class).or_insert(How::Code);
            column.fields.insert(&flow.field);
            column.places.insert(&flow.source);
        }
    }

    fn added(&mut self, vendor: &'a Vendor, class: &'a str, how: How) {
        let names = keys(vendor, class);
        if names.is_empty() {
            self.unnamed.entry(class).or_insert(how);
        }
        for name in names {
            self.columns.entry(name).or_default().classes.entry(class).or_insert(how);
        }
    }
}
