//! Two numbers for "how bad": ENISA breach severity and the lure score. They are never mixed.
//!
//! ENISA, *Recommendations for a methodology of the assessment of severity of personal data breaches*, v1.0 (2013):
//! SE = DPC x EI + CB. The lure score is ours: its weights are judgement, ordered by plausibility, not measured.

use crate::personal::{Class, Role, Vocabulary};
use std::collections::BTreeSet;

/// Malicious exfiltration (0.5) to unknown recipients (0.5): the scenario of a vendor breach.
const CIRCUMSTANCES: f64 = 1.0;

/// ENISA severity with its inputs, so that somebody can override any of them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Enisa {
    /// Data-processing context, 1 to 4.
    pub dpc: u8,
    /// The class that sets it.
    pub dpc_by: String,
    /// Ease of identification, 0.25 to 1.
    pub ei: f64,
    /// The classes or rules that set it.
    pub ei_by: String,
    /// Circumstances of the breach.
    pub cb: f64,
}

impl Enisa {
    /// The number.
    pub(crate) fn score(&self) -> f64 {
        f64::from(self.dpc) * self.ei + self.cb
    }

    /// Its band.
    pub(crate) fn band(&self) -> &'static str {
        match self.score() {
            s if s < 2.0 => "Low",
            s if s < 3.0 => "Medium",
            s if s < 4.0 => "High",
            _ => "Very high",
        }
    }
}

/// How convincing a phishing message these classes make.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Lure {
    /// Out of 100.
    Score(u32),
    /// Credentials: a different, worse event.
    Takeover,
}

impl Lure {
    /// Its band.
    pub(crate) fn band(self) -> &'static str {
        match self {
            Self::Takeover => "takeover",
            Self::Score(s) if s < 30 => "low",
            Self::Score(s) if s < 55 => "medium",
            Self::Score(s) if s < 75 => "high",
            Self::Score(_) => "critical",
        }
    }
}

fn known<'v>(vocabulary: &'v Vocabulary, classes: &BTreeSet<&str>) -> Vec<&'v Class> {
    classes.iter().filter_map(|id| vocabulary.class(id)).collect()
}

/// ENISA severity of a breach of these classes; `None` where there are none.
pub(crate) fn enisa(vocabulary: &Vocabulary, classes: &BTreeSet<&str>) -> Option<Enisa> {
    let classes = known(vocabulary, classes);
    // The first of the worst, so that the answer does not depend on how many there are.
    let worst = classes.iter().rev().max_by_key(|c| c.dpc)?;
    let clearest = classes.iter().rev().max_by(|a, b| a.ei.total_cmp(&b.ei))?;
    let (ei, ei_by) = identification(&classes, clearest);
    Some(Enisa { dpc: worst.dpc, dpc_by: worst.id.clone(), ei, ei_by, cb: CIRCUMSTANCES })
}

/// The clearest class alone, raised one step for each of the listed combinations.
fn identification(classes: &[&Class], clearest: &Class) -> (f64, String) {
    let has = |id: &str| classes.iter().any(|c| c.id == id);
    let mut by = clearest.id.clone();
    if has("identity.name") && has("contact.email") && has("demographic.date_of_birth") {
        return (1.0, "name, e-mail and date of birth together".to_owned());
    }
    let mut ei = clearest.ei;
    let quasi: BTreeSet<&str> =
        classes.iter().filter(|c| c.identifiability == "quasi").map(|c| trait_of(&c.id)).collect();
    if quasi.len() >= 3 && ei < 1.0 {
        ei += 0.25;
        by.push_str(", raised by three or more indirect identifiers");
    }
    let joinable = classes.iter().find(|c| JOINABLE.contains(&c.id.as_str()));
    if let Some(class) = joinable
        && ei < 1.0
    {
        ei += 0.25;
        by.push_str(&format!(", raised by {} that others hold too", class.id));
    }
    (ei.min(1.0), by)
}

/// Ids that third parties hold too, so that a stolen list can be joined with another one.
const JOINABLE: [&str; 3] = ["contact.email_hash", "identifier.advertising_id", "identity.username"];

/// City, region and country say one thing about a person, not three; so do system and browser.
fn trait_of(class: &str) -> &str {
    match class {
        "location.city" | "location.region" | "location.country" | "location.coarse"
        | "location.timezone" => "location",
        class if class.starts_with("device.") => "device",
        class => class,
    }
}

/// The lure score: 100 R (1 - Π(1 - w)), each role counted once.
pub(crate) fn lure(vocabulary: &Vocabulary, classes: &BTreeSet<&str>) -> Lure {
    let known = known(vocabulary, classes);
    if known.iter().any(|c| c.id.starts_with("credential.")) {
        return Lure::Takeover;
    }
    let roles: BTreeSet<Role> = known.iter().filter_map(|c| c.lure).chain([Role::Rel]).collect();
    let handle = ["identity.username", "contact.address"];
    let reach = if roles.contains(&Role::Reach) {
        1.0
    } else if roles.contains(&Role::HalfReach) || known.iter().any(|c| handle.contains(&c.id.as_str())) {
        0.4
    } else {
        0.0
    };
    let miss: f64 = roles.iter().map(|&role| 1.0 - weight(role)).product();
    // Between 0 and 100, so the cast keeps the number.
    Lure::Score((100.0 * reach * (1.0 - miss)).round_ties_even() as u32)
}

fn weight(role: Role) -> f64 {
    match role {
        Role::Reach | Role::HalfReach | Role::Takeover => 0.0,
        Role::Rel | Role::Org => 0.25,
        Role::Name => 0.30,
        Role::Ids | Role::Pretext => 0.20,
        Role::Loc | Role::Tech => 0.15,
        Role::Ref => 0.10,
        Role::Money => 0.35,
        Role::Content => 0.40,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    const FOUNDING: [&str; 9] = [
        "contact.email",
        "device.os_browser",
        "behavior.referrer",
        "identifier.org_id",
        "identifier.user_id",
        "identity.name",
        "location.city",
        "location.country",
        "location.region",
    ];

    fn se(classes: &[&str]) -> (f64, &'static str) {
        let enisa = enisa(&sample::vocabulary(), &classes.iter().copied().collect()).unwrap();
        (enisa.score(), enisa.band())
    }

    fn score(classes: &[&str]) -> Lure {
        lure(&sample::vocabulary(), &classes.iter().copied().collect())
    }

    #[test]
    fn the_founding_case() {
        let without: Vec<&str> =
            FOUNDING.into_iter().filter(|c| !["contact.email", "identity.name"].contains(c)).collect();
        assert_eq!(se(&FOUNDING), (3.0, "High"));
        assert_eq!(se(&without), (1.5, "Low"));
        assert_eq!(score(&FOUNDING), Lure::Score(80));
        assert_eq!(score(&without), Lure::Score(0));
        assert_eq!(score(&FOUNDING).band(), "critical");
    }

    #[test]
    fn the_worked_examples() {
        assert_eq!(score(&["contact.email"]), Lure::Score(25));
        assert_eq!(score(&["contact.email", "identity.name"]), Lure::Score(48));
        assert_eq!(score(&["contact.email", "identity.name", "location.city"]), Lure::Score(55));
        assert_eq!(score(&["contact.email", "identity.name", "financial.transaction"]), Lure::Score(66));
        assert_eq!(
            score(&["contact.email", "identity.name", "identifier.user_id", "identifier.org_id"]),
            Lure::Score(68),
        );
        assert_eq!(score(&["credential.token", "contact.email"]), Lure::Takeover);
    }

    #[test]
    fn sensitive_data_with_a_name_is_high() {
        assert_eq!(se(&["special.health"]), (2.0, "Medium"));
        assert_eq!(se(&["special.health", "identity.name"]), (4.0, "Very high"));
        assert_eq!(se(&["identifier.session_id"]), (1.25, "Low"));
        assert!(enisa(&sample::vocabulary(), &BTreeSet::new()).is_none());
    }
}
