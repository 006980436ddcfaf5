//! What app stores ask: the types of data that the mobile app hands on, in Apple's and Google's words, and how that
//! differs from the privacy manifest in the tree.
//!
//! Only activities with a mobile surface count: what a server sends is not collected by the app.

use super::{Activity, Datum, Inventory};
use crate::evidence;
use crate::source::Sources;
use crate::vendor::Surface;
use std::collections::{BTreeMap, BTreeSet};

/// A privacy manifest of the tree, beside what code does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// Relative path.
    pub path: String,
    /// Types that it declares, with their places.
    pub declared: BTreeMap<String, String>,
}

/// A type of data that the app hands on.
pub(crate) struct StoreType<'a> {
    /// In the words of the store: `EmailAddress`, `PSL_EMAIL`.
    pub id: &'a str,
    /// Who gets it, and as what.
    pub to: Vec<(&'a Activity<'a>, &'a Datum<'a>)>,
}

impl StoreType<'_> {
    /// Some receiver also gets what identifies the person.
    pub(crate) fn is_linked(&self) -> bool {
        self.to.iter().any(|(activity, _)| {
            activity
                .data
                .iter()
                .any(|d| d.class.identifiability == "direct" || d.class.id == "identifier.user_id")
        })
    }

    /// Some receiver combines it with data of others.
    pub(crate) fn is_tracking(&self) -> bool {
        self.to.iter().any(|(activity, _)| tracks(activity))
    }

    /// Purposes of the receivers, by id.
    pub(crate) fn purposes(&self) -> BTreeSet<&str> {
        self.to.iter().map(|(activity, _)| activity.vendor.purpose.as_str()).collect()
    }
}

/// Combines data across companies by its purpose.
pub(crate) fn tracks(activity: &Activity<'_>) -> bool {
    matches!(activity.vendor.purpose.as_str(), "advertising" | "attribution")
}

/// What the app hands on, by type of a store. Sorted.
pub(crate) fn types<'a>(
    inventory: &'a Inventory<'a>,
    store: impl Fn(&'a Datum<'a>) -> Option<&'a str>,
) -> Vec<StoreType<'a>> {
    let mut found: BTreeMap<&str, Vec<(&Activity<'_>, &Datum<'_>)>> = BTreeMap::new();
    for activity in mobile(inventory) {
        for datum in &activity.data {
            if let Some(id) = store(datum) {
                found.entry(id).or_default().push((activity, datum));
            }
        }
    }
    found.into_iter().map(|(id, to)| StoreType { id, to }).collect()
}

/// Apple's word for it.
pub(crate) fn apple<'a>(datum: &'a Datum<'a>) -> Option<&'a str> {
    Some(if is_derived_place(datum) { "CoarseLocation" } else { datum.class.apple.as_str() })
}

/// Google's word for it, if it asks.
pub(crate) fn play<'a>(datum: &'a Datum<'a>) -> Option<&'a str> {
    if is_derived_place(datum) { Some("PSL_APPROX_LOCATION") } else { datum.class.play.as_deref() }
}

/// A city that somebody looked up for an IP address is no part of a postal address.
fn is_derived_place(datum: &Datum<'_>) -> bool {
    !datum.written && datum.class.id.starts_with("location.")
}

/// Activities of the mobile app.
pub(crate) fn mobile<'a>(inventory: &'a Inventory<'a>) -> impl Iterator<Item = &'a Activity<'a>> {
    inventory
        .activities
        .iter()
        .filter(|activity| activity.surfaces().any(|surface| surface == Surface::Mobile))
}

/// The app's own privacy manifests; those of its dependencies are not in the tree that was read.
pub(super) fn manifests(sources: &Sources) -> Vec<Manifest> {
    let files = sources.ids().filter(|&id| sources.path(id).ends_with(".xcprivacy"));
    files
        .map(|id| Manifest {
            path: sources.path(id).to_owned(),
            declared: evidence::components(sources, id, "apple-data-type")
                .into_iter()
                .map(|(span, name)| (name.trim_start_matches(PREFIX).to_owned(), sources.at(span)))
                .collect(),
        })
        .collect()
}

/// How the manifests in the tree differ from what code hands on: types, each with why.
pub(crate) struct AppleDifference {
    /// Handed on, and not declared.
    pub missing: Vec<(String, String)>,
    /// Declared, and not seen to be handed on.
    pub surplus: Vec<(String, String)>,
}

/// How Apple begins the names of types.
pub(crate) const PREFIX: &str = "NSPrivacyCollectedDataType";

impl Inventory<'_> {
    /// The types of the manifests against those that code hands on.
    pub(crate) fn apple_difference(&self) -> AppleDifference {
        let sent = types(self, apple);
        let declared: BTreeMap<&String, &String> =
            self.manifests.iter().flat_map(|manifest| &manifest.declared).collect();
        let missing = sent
            .iter()
            .filter(|kind| !declared.contains_key(&kind.id.to_owned()))
            .map(|kind| {
                let to: Vec<String> = kind.to.iter().map(|(a, d)| told(a, d)).collect();
                (kind.id.to_owned(), to.join(", "))
            })
            .collect();
        let surplus = declared
            .into_iter()
            .filter(|(id, _)| sent.iter().all(|kind| kind.id != id.as_str()))
            .map(|(id, at)| (id.clone(), at.clone()))
            .collect();
        AppleDifference { missing, surplus }
    }
}

fn told(activity: &Activity<'_>, datum: &Datum<'_>) -> String {
    let at = datum.at.first().map_or_else(String::new, |at| format!(" at {at}"));
    format!("{} to {}{at}", datum.class.id, activity.vendor.name)
}
