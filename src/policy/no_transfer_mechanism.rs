//! Processors outside the Union without a recorded mechanism of transfer.

use super::register::{Entry, Status, Transfer};
use super::{Help, Rule, Severity, Topic, countries};

pub(super) const RULE: Rule = Rule {
    id: "no-transfer-mechanism",
    about: "a processor sits in a third country, and no mechanism that fits is recorded",
    severity: Severity::Warning,
    topic: Topic::Transfers,
    help: Help {
        why: "Data may leave the European Economic Area only on a decision, clauses or rules that protect it there. Which \
              one it is has to stand in the record.",
        article: "GDPR Art. 44 to 46 transfers to third countries, Art. 30(1)(e)",
        example: "[processor.mixpanel] without `transfer`, and Mixpanel, Inc. sits in the US",
        fix: "Record the mechanism: `transfer = \"scc\"`, `\"dpf\"`, `\"bcr\"` or `\"adequacy\"`.",
    },
    check: |context| {
        let mut findings = Vec::new();
        for (register, entry, vendor) in context.entries() {
            let Some(vendor) = vendor.filter(|&vendor| context.graph.processor(vendor).is_some()) else {
                continue;
            };
            let seat = entry.country.as_deref().unwrap_or(&context.catalogue.vendor(vendor).country);
            if entry.status != Status::Approved || !countries::is_third_country(seat) {
                continue;
            }
            let Some((why, fix)) = missing(entry, seat) else { continue };
            let at = entry.transfer.map_or(entry.at, |(_, at)| at);
            let mut finding = context.on_entry(&RULE, register, entry, at);
            finding.message = format!("{} sits in {seat}, and {why}", context.called(entry));
            finding.fix = format!(
                "{fix} in [processor.{}], or its `country` where another entity is agreed with",
                entry.id
            );
            findings.push(finding);
        }
        findings
    },
};

/// What is wrong with the mechanism, and what to record.
fn missing(entry: &Entry, seat: &str) -> Option<(&'static str, &'static str)> {
    let adequate = countries::is_adequate(seat);
    let record = if adequate {
        "record `transfer = \"adequacy\"`"
    } else {
        "record the mechanism (`transfer = \"scc\"`, …)"
    };
    match entry.transfer.map(|(transfer, _)| transfer) {
        None => Some(("no mechanism of transfer is recorded", record)),
        Some(Transfer::None) => Some(("the register says that nothing leaves the Union", record)),
        Some(Transfer::Adequacy) if seat == "US" => Some((
            "adequacy covers only recipients certified under the Data Privacy Framework",
            "record `transfer = \"dpf\"` once its certification is checked",
        )),
        Some(Transfer::Adequacy) if !adequate => Some(("no adequacy decision for it is known", record)),
        Some(Transfer::Dpf) if seat != "US" => {
            Some(("the Data Privacy Framework covers the US only", record))
        }
        Some(Transfer::Adequacy | Transfer::Dpf | Transfer::Scc | Transfer::Bcr) => None,
    }
}
