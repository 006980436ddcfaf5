//! Named combinations: classes that are worse together than apart, because together they make a credible lure.
//!
//! Context, not secrets, makes a phishing message work (Jagatic et al., CACM 2007: 16 % against 72 %). The roles stand
//! in the class vocabulary.

use crate::personal::{Class, Role, Vocabulary};
use std::collections::BTreeSet;

/// A combination.
pub(crate) struct Combination {
    /// Kebab-case.
    pub id: &'static str,
    /// What it is good for, in an attacker's hands.
    pub about: &'static str,
    parts: &'static [Part],
}

struct Part {
    name: &'static str,
    has: fn(&Class) -> bool,
}

const REACH: Part = Part { name: "reach", has: |c| c.lure == Some(Role::Reach) };
const NAME: Part = Part { name: "name", has: |c| c.lure == Some(Role::Name) };
const IDS: Part = Part { name: "ids", has: |c| c.lure == Some(Role::Ids) };
const ORG: Part = Part { name: "organisation", has: |c| c.lure == Some(Role::Org) };
const LOC: Part = Part { name: "location", has: |c| c.lure == Some(Role::Loc) };
const TECH: Part = Part { name: "device", has: |c| c.lure == Some(Role::Tech) };
const MONEY: Part = Part { name: "money", has: |c| c.lure == Some(Role::Money) };
const CONTENT: Part = Part { name: "content", has: |c| c.lure == Some(Role::Content) };
const PHONE: Part = Part { name: "phone", has: |c| c.id == "contact.phone" };
const BIRTH: Part = Part { name: "date of birth", has: |c| c.id == "demographic.date_of_birth" };
const HOME: Part =
    Part { name: "home", has: |c| matches!(c.id.as_str(), "contact.address" | "location.precise") };
const CREDENTIAL: Part = Part { name: "credential", has: |c| c.id.starts_with("credential.") };
const ELSE: Part = Part { name: "anything else", has: |c| !c.id.starts_with("credential.") };

/// All combinations, most telling first.
static ALL: &[Combination] = &[
    Combination { id: "takeover", about: "log in as the person", parts: &[CREDENTIAL, ELSE] },
    Combination {
        id: "security-alert-lure",
        about: "fake login warning that names the person, the place and the browser",
        parts: &[REACH, NAME, LOC, TECH],
    },
    Combination { id: "admin-lure", about: "targeted mail to an administrator", parts: &[REACH, NAME, ORG] },
    Combination { id: "sim-swap", about: "take over the phone number", parts: &[PHONE, NAME, BIRTH] },
    Combination { id: "doxing", about: "find the person at home", parts: &[NAME, HOME] },
    Combination { id: "support-lure", about: "fake answer to a real conversation", parts: &[REACH, CONTENT] },
    Combination { id: "invoice-lure", about: "fake invoice for a real purchase", parts: &[REACH, MONEY] },
    Combination {
        id: "account-lure",
        about: "mail that proves itself with an account id",
        parts: &[REACH, IDS],
    },
    Combination { id: "personal-lure", about: "mail that names the person", parts: &[REACH, NAME] },
];

/// A combination that a set of classes makes.
#[derive(Clone)]
pub(crate) struct Held {
    /// Which.
    pub combination: &'static Combination,
    /// Its parts with the classes that fill them.
    pub parts: Vec<(&'static str, BTreeSet<String>)>,
}

impl Held {
    /// True if it gives a way to reach the person.
    pub(crate) fn reaches(&self) -> bool {
        self.parts.iter().any(|(name, _)| matches!(*name, "reach" | "phone"))
    }

    /// True if everything this one has, the other has too, and more.
    fn inside(&self, other: &Self) -> bool {
        self.parts.len() < other.parts.len()
            && self.parts.iter().all(|(name, _)| other.parts.iter().any(|(n, _)| n == name))
    }

    /// `reach (contact.email), name (identity.name)`.
    pub(crate) fn describe(&self) -> String {
        let parts: Vec<String> = self
            .parts
            .iter()
            .map(|(name, classes)| {
                let classes: Vec<&str> = classes.iter().map(String::as_str).collect();
                format!("{name} ({})", classes.join(", "))
            })
            .collect();
        parts.join(", ")
    }
}

/// The strongest combinations that these classes make: none that another one contains.
pub(crate) fn held<'c>(vocabulary: &Vocabulary, classes: impl IntoIterator<Item = &'c str>) -> Vec<Held> {
    let classes: Vec<&Class> = classes.into_iter().filter_map(|id| vocabulary.class(id)).collect();
    let mut all = Vec::new();
    for combination in ALL {
        let parts: Vec<(&'static str, BTreeSet<String>)> = combination
            .parts
            .iter()
            .map(|part| {
                let filled = classes.iter().filter(|c| (part.has)(c)).map(|c| c.id.clone()).collect();
                (part.name, filled)
            })
            .collect();
        if parts.iter().all(|(_, filled)| !filled.is_empty()) {
            all.push(Held { combination, parts });
        }
    }
    all.iter().filter(|held| !all.iter().any(|other| held.inside(other))).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn ids(classes: &[&str]) -> Vec<&'static str> {
        held(&sample::vocabulary(), classes.iter().copied()).iter().map(|h| h.combination.id).collect()
    }

    #[test]
    fn only_the_strongest_are_named() {
        assert_eq!(ids(&["contact.email"]), [""; 0]);
        assert_eq!(ids(&["contact.email", "identity.name"]), ["personal-lure"]);
        let founding =
            ["contact.email", "identity.name", "location.city", "device.os_browser", "identifier.org_id"];
        assert_eq!(ids(&founding), ["security-alert-lure", "admin-lure"]);
        assert_eq!(ids(&["credential.token", "identifier.user_id"]), ["takeover"]);
        assert_eq!(ids(&["identity.name", "contact.address"]), ["doxing"]);
    }
}
