//! Two numbers for "how bad": ENISA breach severity and the lure score. They are never mixed.
//!
//! ENISA, *Recommendations for a methodology of the assessment of severity of personal data breaches*, v1.0 (2013):
//! SE = DPC x EI + CB. The lure score is ours: its weights are judgement, ordered by plausibility, not measured.

use crate::personal::{Class, Role, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// Malicious exfiltration (0.5) to unknown recipients (0.5): the scenario of a vendor breach.
const CIRCUMSTANCES: f64 = 1.0;

/// What each role adds to a lure, by the word for it.
pub(crate) const WEIGHTS: [(&str, Role, f64); 10] = [
    ("content", Role::Content, 0.40),
    ("ids", Role::Ids, 0.20),
    ("loc", Role::Loc, 0.15),
    ("money", Role::Money, 0.35),
    ("name", Role::Name, 0.30),
    ("org", Role::Org, 0.25),
    ("pretext", Role::Pretext, 0.20),
    ("ref", Role::Ref, 0.10),
    ("rel", Role::Rel, 0.25),
    ("tech", Role::Tech, 0.15),
];

/// What somebody knows better than the tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Assumptions {
    /// Data-processing context instead of the computed one.
    pub dpc: Option<u8>,
    /// Ease of identification instead of the computed one.
    pub ei: Option<f64>,
    /// Circumstances instead of exfiltration to unknown recipients.
    pub cb: Option<f64>,
    /// Weights of the lure score instead of ours.
    pub weights: BTreeMap<Role, f64>,
}

/// Both numbers under assumptions. What was assumed of all classes is kept, as a difference, where some are left out.
pub(crate) struct Scale<'a> {
    vocabulary: &'a Vocabulary,
    assumptions: &'a Assumptions,
    dpc: i16,
    ei: f64,
}

impl<'a> Scale<'a> {
    /// For a vendor that holds these classes.
    pub(crate) fn new(
        vocabulary: &'a Vocabulary,
        assumptions: &'a Assumptions,
        all: &BTreeSet<&str>,
    ) -> Self {
        let computed = enisa(vocabulary, all);
        let by = |given: Option<f64>, of: fn(&Enisa) -> f64| {
            given.zip(computed.as_ref()).map_or(0.0, |(given, computed)| given - of(computed))
        };
        let dpc = by(assumptions.dpc.map(f64::from), |e| f64::from(e.dpc)) as i16;
        Self { vocabulary, assumptions, dpc, ei: by(assumptions.ei, |e| e.ei) }
    }

    /// ENISA severity of these classes.
    pub(crate) fn enisa(&self, classes: &BTreeSet<&str>) -> Option<Enisa> {
        let mut enisa = enisa(self.vocabulary, classes)?;
        if self.assumptions.dpc.is_some() {
            enisa.dpc_by = format!("given; computed {} from {}", enisa.dpc, enisa.dpc_by);
            // Within 1 and 4, so the cast keeps the number.
            enisa.dpc = (i16::from(enisa.dpc) + self.dpc).clamp(1, 4) as u8;
        }
        if self.assumptions.ei.is_some() {
            enisa.ei_by = format!("given; computed {} from {}", enisa.ei, enisa.ei_by);
            enisa.ei = (enisa.ei + self.ei).clamp(0.25, 1.0);
        }
        enisa.cb = self.assumptions.cb.unwrap_or(enisa.cb);
        Some(enisa)
    }

    /// Lure score of these classes.
    pub(crate) fn lure(&self, classes: &BTreeSet<&str>) -> Lure {
        lure_with(self.vocabulary, &self.assumptions.weights, classes)
    }
}

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
        ["Low", "Medium", "High", "Very high"][self.rank()]
    }

    /// Its band as a number, from 0.
    pub(crate) fn rank(&self) -> usize {
        [2.0, 3.0, 4.0].iter().filter(|limit| self.score() >= **limit).count()
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
        ["low", "medium", "high", "critical", "takeover"][self.rank()]
    }

    /// Its band as a number, from 0.
    pub(crate) fn rank(self) -> usize {
        match self {
            Self::Takeover => 4,
            Self::Score(score) => [30, 55, 75].iter().filter(|limit| score >= **limit).count(),
        }
    }

    /// For sorting: the score, credentials above all.
    pub(crate) fn weight(self) -> u32 {
        match self {
            Self::Takeover => 101,
            Self::Score(score) => score,
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

/// The lure score of these classes by our own weights.
pub(crate) fn lure(vocabulary: &Vocabulary, classes: &BTreeSet<&str>) -> Lure {
    lure_with(vocabulary, &BTreeMap::new(), classes)
}

/// The lure score: 100 R (1 - Π(1 - w)), each role counted once.
fn lure_with(vocabulary: &Vocabulary, weights: &BTreeMap<Role, f64>, classes: &BTreeSet<&str>) -> Lure {
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
    let usual =
        |role| WEIGHTS.iter().find(|(_, known, _)| *known == role).map_or(0.0, |(.., weight)| *weight);
    let miss: f64 =
        roles.iter().map(|&role| 1.0 - weights.get(&role).copied().unwrap_or_else(|| usual(role))).product();
    // Between 0 and 100, so the cast keeps the number.
    Lure::Score((100.0 * reach * (1.0 - miss)).round_ties_even() as u32)
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
        lure_with(&sample::vocabulary(), &BTreeMap::new(), &classes.iter().copied().collect())
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
    fn what_somebody_knows_better_counts_also_where_classes_are_left_out() {
        let vocabulary = sample::vocabulary();
        let all: BTreeSet<&str> = FOUNDING.into_iter().collect();
        let weights = BTreeMap::from([(Role::Loc, 0.0), (Role::Tech, 0.0)]);
        let assumptions = Assumptions { dpc: Some(3), ei: Some(0.75), cb: Some(0.5), weights };
        let scale = Scale::new(&vocabulary, &assumptions, &all);
        let now = scale.enisa(&all).unwrap();
        assert_eq!((now.dpc, now.ei, now.cb, now.score(), now.band()), (3, 0.75, 0.5, 2.75, "Medium"));
        assert!(now.dpc_by.starts_with("given; computed 2 from "), "{}", now.dpc_by);
        // A step more context than computed, a step less identification: also of what is left.
        let rest: BTreeSet<&str> = ["identity.name"].into();
        let then = scale.enisa(&rest).unwrap();
        assert_eq!((then.dpc, then.ei), (2, 0.5));
        assert!(scale.lure(&all).weight() < score(&FOUNDING).weight());
        assert!(scale.enisa(&BTreeSet::new()).is_none());
    }

    #[test]
    fn sensitive_data_with_a_name_is_high() {
        assert_eq!(se(&["special.health"]), (2.0, "Medium"));
        assert_eq!(se(&["special.health", "identity.name"]), (4.0, "Very high"));
        assert_eq!(se(&["identifier.session_id"]), (1.25, "Low"));
        assert!(enisa(&sample::vocabulary(), &BTreeSet::new()).is_none());
    }
}
