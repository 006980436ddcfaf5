//! The TOML form of `vendorflow.toml`, as written: what serde reads and what the JSON schema is made from.
//!
//! What the keys mean together is checked in `check.rs`. Required keys are optional here, so that all that are missing
//! can be told at once.

use crate::vendor::At;
use std::collections::BTreeMap;
use toml::value::Date;

/// What an organisation agreed with its processors, and how findings are judged.
#[derive(Debug, Default, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct File {
    /// Who is responsible: Art. 30(1)(a) GDPR.
    pub organisation: Option<At<Organisation>>,
    /// What was agreed with each processor, by the id of its vendor in the catalogue.
    #[serde(default)]
    pub processor: BTreeMap<At<String>, At<Processor>>,
    /// How much a rule weighs here.
    #[serde(default)]
    pub rule: BTreeMap<At<String>, At<Rule>>,
    /// Folders with reports of their own.
    #[serde(default)]
    pub unit: Vec<At<Unit>>,
    /// Rules of your own.
    #[serde(default)]
    pub custom: BTreeMap<At<String>, At<Custom>>,
    /// Exceptions: always with a reason and an end.
    #[serde(default)]
    pub allow: Vec<At<Allow>>,
}

/// Who is responsible.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Organisation {
    /// Legal name.
    #[cfg_attr(test, schemars(required))]
    pub name: Option<At<String>>,
    /// Postal address.
    pub address: Option<At<String>>,
    /// ISO 3166-1 alpha-2 code of the seat.
    pub country: Option<At<String>>,
    /// How to reach it.
    pub contact: Option<At<String>>,
    /// Representative in the Union, where Art. 27 asks for one.
    pub representative: Option<At<String>>,
    /// Data protection officer.
    pub dpo: Option<At<String>>,
    /// Technical and organisational measures, in general: Art. 30(1)(g).
    pub security: Option<At<String>>,
}

/// What was agreed with a processor.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Processor {
    /// Where it stands.
    #[cfg_attr(test, schemars(required))]
    pub status: Option<At<Status>>,
    /// As people call it; the catalogue's name where it is left out.
    pub name: Option<At<String>>,
    /// Id of the purpose it is used for; the catalogue's where it is left out. Its baseline judges.
    pub purpose: Option<At<String>>,
    /// Classes that the agreement covers; `group.*` covers a group. Not needed once it is terminated.
    pub classes: Option<Vec<At<String>>>,
    /// Why a class is needed that the baseline asks a reason for, by class or `group.*`.
    #[serde(default)]
    pub reason: BTreeMap<At<String>, At<String>>,
    /// Art. 6(1) GDPR.
    pub legal_basis: Option<At<LegalBasis>>,
    /// The data-processing agreement.
    pub agreement: Option<At<Agreement>>,
    /// On what data leaves the Union: Chapter V GDPR.
    pub transfer: Option<At<Transfer>>,
    /// Legal entity of the agreement, where it is not the catalogue's.
    pub entity: Option<At<String>>,
    /// ISO 3166-1 alpha-2 code of that entity's seat, where it is not the catalogue's.
    pub country: Option<At<String>>,
    /// Processor (Art. 28) unless said otherwise.
    pub role: Option<At<Role>>,
    /// Whose data: `customers`, `employees`, …
    #[serde(default)]
    pub subjects: Vec<At<String>>,
    /// How long the processor keeps it.
    pub retention: Option<At<String>>,
    /// Who answers for it in the organisation.
    pub owner: Option<At<String>>,
    /// Whom to reach at the processor after a breach.
    pub breach_contact: Option<At<String>>,
    /// The day by which it has to be looked at again.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub review_due: Option<At<Date>>,
    /// `false` where this code is not expected to use it (payroll, office tools): nobody misses it then.
    pub in_code: Option<At<bool>>,
    /// Anything else worth keeping.
    pub note: Option<At<String>>,
    /// Reviews that took place.
    #[serde(default)]
    pub review: Vec<At<Review>>,
}

impl Status {
    /// The word used in TOML.
    pub fn name(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::UnderReview => "under-review",
            Self::Terminated => "terminated",
        }
    }
}

/// Where a processor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Agreed.
    Approved,
    /// Asked for, and not agreed yet.
    UnderReview,
    /// Ended: nothing may go there any more.
    Terminated,
}

/// Art. 6(1) GDPR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LegalBasis {
    /// (a)
    Consent,
    /// (b)
    Contract,
    /// (c)
    LegalObligation,
    /// (d)
    VitalInterests,
    /// (e)
    PublicTask,
    /// (f)
    LegitimateInterest,
}

/// On what data leaves the Union.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Transfer {
    /// It does not.
    None,
    /// Adequacy decision: Art. 45.
    Adequacy,
    /// Certified under the EU-US Data Privacy Framework.
    Dpf,
    /// Standard contractual clauses: Art. 46(2)(c).
    Scc,
    /// Binding corporate rules: Art. 46(2)(b).
    Bcr,
}

/// What the vendor is to the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Art. 28.
    Processor,
    /// Decides for itself.
    Controller,
    /// Art. 26.
    JointController,
}

/// The data-processing agreement.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Agreement {
    /// When it was signed.
    #[cfg_attr(test, schemars(required, with = "Option<String>"))]
    pub signed: Option<At<Date>>,
    /// When it ends, if it does.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub expires: Option<At<Date>>,
    /// Where it is kept.
    pub url: Option<At<String>>,
}

/// A review that took place.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Review {
    /// When.
    #[cfg_attr(test, schemars(required, with = "Option<String>"))]
    pub date: Option<At<Date>>,
    /// Who.
    #[cfg_attr(test, schemars(required))]
    pub by: Option<At<String>>,
    /// What was decided.
    #[cfg_attr(test, schemars(required))]
    pub decision: Option<At<String>>,
}

/// How much a rule weighs here.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Rule {
    /// Severity of its findings.
    #[cfg_attr(test, schemars(required))]
    pub severity: Option<At<Severity>>,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Severity {
    Off,
    Note,
    Warning,
    Error,
}

/// A folder with a report of its own, such as a package of a repository of many.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Unit {
    /// Relative to the root: `packages/web`.
    #[cfg_attr(test, schemars(required))]
    pub path: Option<At<String>>,
    /// What people call it; its folder where it is left out.
    pub name: Option<At<String>>,
}

/// A rule of your own: it breaks on what `deny` and `when` hold for and `allow` does not.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Custom {
    /// What is the case, in a few words.
    #[cfg_attr(test, schemars(required))]
    pub message: Option<At<String>>,
    /// What to do about it.
    pub fix: Option<At<String>>,
    /// The provision or decision it stands on.
    pub reason: Option<At<String>>,
    /// Severity of its findings: `error` unless said otherwise.
    pub severity: Option<At<Severity>>,
    /// What it denies.
    pub deny: Option<At<Conditions>>,
    /// What is left out of that.
    pub allow: Option<At<Conditions>>,
    /// An expression in CEL that must hold too; `vendorflow policy variables` lists what it may use.
    pub when: Option<At<String>>,
}

/// All conditions have to hold; of the values of one, any.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Conditions {
    /// Ids of vendors.
    #[serde(default)]
    pub processor: Vec<At<String>>,
    /// Ids of purposes.
    #[serde(default)]
    pub purpose: Vec<At<String>>,
    /// Classes, or `group.*`.
    #[serde(default)]
    pub class: Vec<At<String>>,
    /// Country codes of the processor's seat, or `EEA`.
    #[serde(default)]
    pub country: Vec<At<String>>,
    /// `browser`, `server`, `mobile`, `desktop`, `ci`.
    #[serde(default)]
    pub surface: Vec<At<String>>,
    /// `none`, `hashed`, `masked`, `truncated`, `encrypted`, `rounded`.
    #[serde(default)]
    pub protection: Vec<At<String>>,
}

/// An exception.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Allow {
    /// Id of the processor it is about.
    pub processor: Option<At<String>>,
    /// Or the host of a recipient that no vendor owns.
    pub host: Option<At<String>>,
    /// The class, or `group.*`.
    pub class: Option<At<String>>,
    /// Only this rule; needed where there is no class.
    pub rule: Option<At<String>>,
    /// Why it is acceptable for now.
    #[cfg_attr(test, schemars(required))]
    pub reason: Option<At<String>>,
    /// Last day on which it holds.
    #[cfg_attr(test, schemars(required, with = "Option<String>"))]
    pub until: Option<At<Date>>,
}
