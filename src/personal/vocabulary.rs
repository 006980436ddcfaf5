//! The classes and purposes, checked.

/// A personal-data class.
#[derive(Clone, Debug)]
pub struct Class {
    /// `group.leaf`.
    pub id: String,
    /// fideslang 3.1.4 data category.
    pub fides: String,
    /// Term of the DPV personal-data extension.
    pub dpv: String,
    /// GDPR regime (`9`, `10`, `Art. 87`), where special.
    pub article: Option<String>,
    /// `direct`, `quasi`, `linkable`.
    pub identifiability: String,
    /// How bad a leak is.
    pub sensitivity: Sensitivity,
    /// ENISA data-processing context base, 1 to 4.
    pub dpc: u8,
    /// ENISA ease of identification alone, 0.25 to 1.
    pub ei: f64,
    /// Role in a phishing message.
    pub lure: Option<Role>,
}

/// How bad a leak of one value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sensitivity {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
    /// Critical.
    Critical,
}

/// Role of a value in a phishing message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// E-mail or phone.
    Reach,
    /// Social handle and the like: reach, weighted less.
    HalfReach,
    /// A name.
    Name,
    /// Ids that prove knowledge.
    Ids,
    /// Employer, organisation, job.
    Org,
    /// Location.
    Loc,
    /// Device and browser.
    Tech,
    /// Pages and referrers.
    Ref,
    /// Amounts, plans.
    Money,
    /// Messages, recordings.
    Content,
    /// Birthday, health, family.
    Pretext,
    /// The relationship itself.
    Rel,
    /// Credentials.
    Takeover,
}

/// A purpose with its minimisation baseline.
#[derive(Clone, Debug)]
pub struct Purpose {
    /// Kebab-case.
    pub id: String,
    /// Normally necessary; `*` and `group.*` are patterns.
    pub allowed: Vec<String>,
    /// Needs a recorded reason.
    pub questionable: Vec<String>,
}

/// What the baseline says of a class for a purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// Normally necessary.
    Allowed,
    /// Needs a recorded reason.
    Questionable,
    /// Exceeds the baseline.
    Excessive,
    /// Never for a purpose that does not list it (`credential.*`, `financial.card_*`, `government.*`, `special.*`).
    Denied,
}

/// Classes and purposes.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Sorted by id.
    pub classes: Vec<Class>,
    /// Sorted by id.
    pub purposes: Vec<Purpose>,
}
