//! What rules may look at, and the parts of findings that all of them share.

use super::exceptions::Exceptions;
use super::register::{Entry, Register};
use super::{Basis, Finding, Policy, Rule};
use crate::graph::{self, Graph};
use crate::ir::Span;
use crate::personal::{Judgement, Vocabulary};
use crate::source::Sources;
use crate::vendor::{Catalogue, VendorId};

/// What rules may look at.
pub struct Context<'a> {
    /// The answer.
    pub graph: &'a Graph,
    /// The text, for names of places.
    pub sources: &'a Sources,
    /// Who the vendors are.
    pub catalogue: &'a Catalogue,
    /// Classes and purposes.
    pub vocabulary: &'a Vocabulary,
    /// What the organisation says.
    pub policy: &'a Policy,
    /// What is accepted for now.
    pub(super) exceptions: Exceptions,
}

impl<'a> Context<'a> {
    /// Reads the exceptions in the sources too.
    pub(crate) fn new(graph: &'a Graph, sources: &'a Sources, basis: &'a Basis) -> Self {
        let Basis { catalogue, vocabulary, policy } = basis;
        let exceptions = Exceptions::new(sources, vocabulary, policy);
        Self { graph, sources, catalogue, vocabulary, policy, exceptions }
    }

    /// What the baseline of a vendor's purpose says of a class. A recorded reason settles a question.
    pub(crate) fn judge(&self, vendor: VendorId, class: &str) -> Judgement {
        let judgement = self.vocabulary.judge(self.purpose(vendor), class);
        let reason = || self.entry(vendor).and_then(|entry| entry.reason(class));
        if judgement == Judgement::Questionable && reason().is_some() {
            Judgement::Allowed
        } else {
            judgement
        }
    }

    pub(super) fn id(&self, vendor: VendorId) -> &'a str {
        &self.catalogue.vendor(vendor).id
    }

    pub(super) fn name(&self, vendor: VendorId) -> &'a str {
        &self.catalogue.vendor(vendor).name
    }

    pub(super) fn purpose(&self, vendor: VendorId) -> &'a str {
        self.policy.purpose(self.catalogue, vendor)
    }

    /// What the register says of a vendor.
    pub(super) fn entry(&self, vendor: VendorId) -> Option<&'a Entry> {
        self.policy.entry(self.catalogue, vendor)
    }

    /// The register, and each of its entries with the vendor, if the catalogue has it.
    pub(super) fn entries(&self) -> Vec<(&'a Register, &'a Entry, Option<VendorId>)> {
        let entries = self.policy.register.iter().flat_map(|r| r.entries.iter().map(move |entry| (r, entry)));
        entries.map(|(register, entry)| (register, entry, self.catalogue.by_id(&entry.id))).collect()
    }

    /// What people call a processor of the register.
    pub(super) fn called(&self, entry: &'a Entry) -> &'a str {
        let vendor = self.catalogue.by_id(&entry.id);
        entry.name.as_deref().or_else(|| vendor.map(|v| self.name(v))).unwrap_or(&entry.id)
    }

    /// A finding without its place; `cause` is what tells it from others of its rule.
    pub(super) fn finding(&self, rule: &Rule, vendor: VendorId, cause: &str) -> Finding {
        Finding {
            id: graph::digest(&[rule.id, self.id(vendor), cause]),
            vendor: Some(vendor),
            reason: format!("purpose {}; {}", self.purpose(vendor), rule.help.article),
            ..self.bare(rule, cause)
        }
    }

    /// A finding about no vendor of the catalogue.
    pub(super) fn bare(&self, rule: &Rule, cause: &str) -> Finding {
        Finding {
            id: graph::digest(&[rule.id, cause]),
            rule: rule.id.into(),
            severity: rule.severity,
            vendor: None,
            class: None,
            flows: Vec::new(),
            message: String::new(),
            fix: String::new(),
            at: None,
            reason: rule.help.article.to_owned(),
            related: Vec::new(),
            suppressed: None,
        }
    }

    /// A finding on an entry of the register, at a place in it.
    pub(super) fn on_entry(&self, rule: &Rule, register: &Register, entry: &Entry, at: usize) -> Finding {
        let mut finding = match self.catalogue.by_id(&entry.id) {
            Some(vendor) => self.finding(rule, vendor, ""),
            None => self.bare(rule, &entry.id),
        };
        finding.at = Some(register.span(at, self.sources));
        finding
    }

    /// The exception that covers a flow for a rule.
    pub(super) fn accepted_flow(&self, rule: &str, index: usize) -> Option<usize> {
        let whom = self.id(self.graph.flows[index].vendor);
        self.exceptions.of_flow(self.graph, self.sources, (rule, whom), index)
    }

    /// The exception that covers a class that was found at a place.
    pub(super) fn accepted_class(
        &self,
        rule: &str,
        vendor: VendorId,
        class: &str,
        at: Span,
    ) -> Option<usize> {
        self.exceptions.of_places(self.sources, (rule, self.id(vendor), Some(class)), &[at])?.first().copied()
    }

    /// True where exceptions cover all that the baseline rules say of a class.
    pub(super) fn accepts(&self, vendor: VendorId, class: &str) -> bool {
        let rule = match self.judge(vendor, class) {
            Judgement::Allowed => return false,
            Judgement::Questionable => super::questionable_data::RULE.id,
            Judgement::Excessive => super::excessive_data::RULE.id,
            Judgement::Denied => super::denied_data::RULE.id,
        };
        let mut flows = self.graph.flows_to(vendor).filter(|(_, flow)| flow.class == class).peekable();
        if flows.peek().is_some() {
            return flows.all(|(index, _)| self.accepted_flow(rule, index).is_some());
        }
        let rule = super::automatic_collection::RULE.id;
        let mut added = self.graph.collected_by(vendor).filter(|c| c.active && c.class == class).peekable();
        added.peek().is_some() && added.all(|c| self.accepted_class(rule, vendor, class, c.at).is_some())
    }

    /// Accepts a finding that an exception covers as a whole.
    pub(super) fn accept(&self, finding: &mut Finding) {
        let Some(vendor) = finding.vendor.filter(|_| finding.is_open()) else { return };
        let by = if finding.class.is_some() && !finding.flows.is_empty() {
            finding.flows.iter().map(|&index| self.accepted_flow(&finding.rule, index)).collect()
        } else {
            self.exceptions.of_places(
                self.sources,
                (&finding.rule, self.id(vendor), finding.class.as_deref()),
                &places(finding),
            )
        };
        if let Some(by) = by {
            self.exceptions.accept(finding, &by);
        }
    }

    /// Accepts a finding about a host that no vendor owns.
    pub(super) fn accept_host(&self, finding: &mut Finding, host: &str) {
        let of = (&*finding.rule, host, None);
        if let Some(by) = self.exceptions.of_places(self.sources, of, &places(finding)) {
            self.exceptions.accept(finding, &by);
        }
    }
}

/// Where a finding is: of one that tells of flows the first place, since the others are theirs.
fn places(finding: &Finding) -> Vec<Span> {
    let related = finding.related.iter().map(|(span, _)| *span).filter(|_| finding.flows.is_empty());
    finding.at.into_iter().chain(related).collect()
}
