//! Entries of the register that no vendor of the catalogue stands behind.

use super::{Context, Finding, Help, Rule, Severity, Topic};
use crate::vendor::near;

pub(super) const RULE: Rule = Rule {
    id: "unmatched-register-entry",
    about: "the register has an entry whose id is no vendor's, so that nothing is compared with it",
    severity: Severity::Warning,
    topic: Topic::Drift,
    help: Help {
        why: "An entry is compared with the code by its id. With a slip in it the processor counts as unregistered, and the \
              entry as nothing.",
        article: "GDPR Art. 30(1) records of processing, Art. 5(2) accountability",
        example: "[processor.mix-panel] in vendorflow.toml",
        fix: "Correct the id (`vendorflow vendors list` has all), describe the vendor in a file for --vendors, or say \
              `in-code = false`.",
    },
    check: |context| {
        let known = || context.catalogue.ids().map(|vendor| context.id(vendor));
        let mut findings = Vec::new();
        for (register, entry, vendor) in context.entries() {
            if vendor.is_some() || !entry.in_code {
                continue;
            }
            let mut finding = context.on_entry(&RULE, register, entry, entry.at);
            finding.message = format!(
                "no vendor of the catalogue is called `{}`{}",
                entry.id,
                near::hint(&entry.id, known())
            );
            finding.fix = match near::nearest(&entry.id, known()) {
                Some(near) => format!("write [processor.{near}], if that is who is meant"),
                None => "describe it in a file for --vendors, or say `in-code = false` if this code does not use it".to_owned(),
            };
            findings.push(finding);
        }
        findings.extend(conditions(context));
        findings
    },
};

/// Rules of the organisation's own that name somebody nobody knows.
fn conditions(context: &Context<'_>) -> Vec<Finding> {
    let known = || context.catalogue.ids().map(|vendor| context.id(vendor));
    let mut findings = Vec::new();
    if let Some(register) = &context.policy.register {
        for rule in &register.custom {
            let named =
                rule.deny.processor.iter().chain(rule.allow.iter().flat_map(|allow| &allow.processor));
            for id in named.filter(|id| !known().any(|known| known == id.as_str())) {
                let mut finding = context.bare(&RULE, &format!("{} {id}", rule.id));
                finding.at = Some(register.span(rule.at, context.sources));
                let hint = near::hint(id, known());
                finding.message = format!(
                    "[custom.{}] names `{id}`, and no vendor of the catalogue is called so{hint}",
                    rule.id
                );
                "correct the id, or describe the vendor in a file for --vendors".clone_into(&mut finding.fix);
                findings.push(finding);
            }
        }
    }
    findings
}
