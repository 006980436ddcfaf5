//! A part of the graph: what belongs to some files, such as a package of a repository of many.
//!
//! A flow belongs to where it enters, wherever the call stands that sends it. What a vendor's SDK adds belongs to all who
//! send to the vendor.

use super::{Graph, Processor, declared};
use crate::ir::Span;
use crate::vendor::Catalogue;
use petgraph::graph::DiGraph;

impl Graph {
    /// What belongs to the places that are `here`.
    pub(crate) fn within(&self, here: &dyn Fn(Span) -> bool, catalogue: &Catalogue) -> Self {
        let flows: Vec<_> = self.flows.iter().filter(|flow| here(flow.source.span)).cloned().collect();
        let part = |whole: &Processor| {
            let sends = flows.iter().any(|flow| flow.vendor == whole.vendor);
            let mut own = whole.clone();
            own.contacts.retain(|contact| here(contact.span));
            if own.contacts.is_empty() && sends {
                // The call stands in another part.
                own.contacts.clone_from(&whole.contacts);
            }
            own.declared_only = !sends && !declared::in_use(&own.contacts);
            (sends || !own.contacts.is_empty()).then_some(own)
        };
        let processors: Vec<Processor> = self.processors.iter().filter_map(part).collect();
        let used = |vendor| processors.iter().any(|p| p.vendor == vendor);
        let recipient = |whole: &super::Recipient| {
            let mut own = whole.clone();
            own.spans.retain(|&span| here(span));
            (!own.spans.is_empty()).then_some(own)
        };
        let mut graph = Self {
            net: DiGraph::new(),
            collected: self.collected.iter().filter(|c| used(c.vendor)).cloned().collect(),
            options: self.options.iter().filter(|o| used(o.vendor)).cloned().collect(),
            unresolved: self.unresolved.iter().filter(|item| here(item.span)).cloned().collect(),
            routes: self.routes.iter().filter(|route| used(route.from)).cloned().collect(),
            recipients: self.recipients.iter().filter_map(recipient).collect(),
            processors,
            flows,
        };
        graph.connect(catalogue);
        graph
    }
}

#[cfg(test)]
mod tests {
    use crate::sample;

    #[test]
    fn a_part_has_what_enters_in_it() {
        let sample = sample::sample();
        let catalogue = &sample.basis.catalogue;
        let in_file = |path: &'static str| {
            let file = sample.sources.find(path).unwrap();
            sample.graph.within(&move |span| span.file == file, catalogue)
        };
        let account = in_file("src/account.ts");
        let ids = |graph: &super::Graph| -> Vec<String> {
            graph.processors.iter().map(|p| catalogue.vendor(p.vendor).id.clone()).collect()
        };
        assert_eq!(account.flows.len(), 2, "they enter here, and leave elsewhere");
        assert_eq!(ids(&account), ["mixpanel"]);
        assert!(account.collected.iter().any(|c| c.active), "the SDK adds to what is sent");
        assert_eq!(ids(&in_file("index.html")), ["zendesk"]);
        let whole = sample.graph.within(&|_| true, catalogue);
        assert_eq!(format!("{:?}", whole.flows), format!("{:?}", sample.graph.flows));
        assert_eq!(ids(&whole), ids(&sample.graph));
    }
}
