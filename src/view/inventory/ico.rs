//! The controller template of the ICO (United Kingdom): its 30 columns, in its words.
//!
//! Columns 1 to 11 are Art. 30; the others are what the ICO asks to be kept beside.

use super::facts;
use super::{Activity, Cell, Column, Inventory, Language, Origin, Table, by_activity};
use crate::policy::LegalBasis;

const EN: Language = Language::English;

pub(super) static TABLE: Table = Table {
    id: "ico",
    title: "ICO",
    about: "the controller template of the ICO, 30 columns",
    grid: |inventory| by_activity(COLUMNS, inventory),
};

/// A column for which the register has no place.
macro_rules! outside {
    ($title:literal, $what:literal) => {
        Column { title: $title, cell: |_, _| Cell::missing($what, "") }
    };
}

/// A column that applies to some activities only.
macro_rules! if_any {
    ($title:literal, $what:literal) => {
        Column { title: $title, cell: |_, _| Cell::if_any($what) }
    };
}

const COLUMNS: &[Column] = &[
    Column { title: "Business function", cell: function },
    Column { title: "Purpose of processing", cell: |_, a| facts::purpose(a, EN) },
    Column {
        title: "Name and contact details of joint controller (if applicable)",
        cell: |inventory, _| joint(inventory),
    },
    Column { title: "Categories of individuals", cell: |_, a| facts::subjects(a, EN) },
    Column { title: "Categories of personal data", cell: |_, a| facts::data(a, EN) },
    Column { title: "Categories of recipients", cell: |_, a| facts::recipients(a, EN) },
    Column { title: "Link to contract with processor", cell: |_, a| facts::agreement(a, EN) },
    Column {
        title: "Names of third countries or international organisations that personal data are transferred to (if applicable)",
        cell: |_, a| facts::transfers(a, EN),
    },
    Column {
        title: "Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)",
        cell: |_, a| facts::safeguards(a, EN),
    },
    Column { title: "Retention schedule (if possible)", cell: |_, a| facts::retention(a, EN) },
    Column {
        title: "General description of technical and organisational security measures (if possible)",
        cell: |_, a| facts::measures(a, EN),
    },
    Column {
        title: "Article 6 lawful basis for processing personal data",
        cell: |_, a| facts::legal_basis(a),
    },
    Column { title: "Article 9 condition for processing special category data", cell: article_9 },
    Column { title: "Legitimate interests for the processing (if applicable)", cell: interests },
    if_any!(
        "Link to record of legitimate interests assessment (if applicable)",
        "link, if the basis is legitimate interests"
    ),
    Column { title: "Rights available to individuals", cell: rights },
    Column {
        title: "Existence of automated decision-making, including profiling (if applicable)",
        cell: decisions,
    },
    Column { title: "The source of the personal data (if applicable)", cell: source },
    if_any!("Link to record of consent", "link, if the basis is consent"),
    Column { title: "Location of personal data", cell: location },
    Column { title: "Data Protection Impact Assessment required?", cell: assessment },
    if_any!("Data Protection Impact Assessment progress", "state of the assessment, if one is required"),
    if_any!("Link to Data Protection Impact Assessment", "link, if there is one"),
    Column { title: "Has a personal data breach occurred?", cell: breach },
    if_any!("Link to record of personal data breach", "link, if there was one"),
    Column {
        title: "Data Protection Act 2018 Schedule 1 Condition for processing",
        cell: |_, a| uk_only(a, "condition of Schedule 1, if UK law applies"),
    },
    Column { title: "GDPR Article 6 lawful basis for processing", cell: |_, a| facts::legal_basis(a) },
    outside!("Link to retention and erasure policy document", "link to the policy"),
    outside!("Is personal data retained and erased in accordance with the policy document?", "yes or no"),
    if_any!("Reasons for not adhering to policy document (if applicable)", "reasons, if not"),
];

/// Which part of an organisation usually does this; a proposal.
const FUNCTIONS: &[(&str, &[&str])] = &[
    ("Marketing", &["advertising", "attribution", "email-marketing", "customer-engagement", "web-analytics"]),
    (
        "Product",
        &[
            "product-analytics",
            "session-replay",
            "cdp",
            "feature-flags",
            "surveys-forms",
            "search",
            "maps-geocoding",
            "llm-inference",
        ],
    ),
    (
        "Engineering and IT",
        &[
            "error-monitoring",
            "observability",
            "hosting-storage",
            "team-chat-webhook",
            "push-notifications",
            "email-transactional",
            "sms-voice",
            "identity-provider",
        ],
    ),
    ("Sales", &["crm"]),
    ("Customer service", &["customer-support"]),
    ("Finance", &["payments"]),
    ("Security and compliance", &["fraud-prevention", "identity-verification", "consent-management"]),
];

fn function(_: &Inventory<'_>, activity: &Activity<'_>) -> Cell {
    if let Some(owner) = activity.entry.and_then(|entry| entry.owner.as_deref()) {
        return Cell::of(Origin::Register, owner);
    }
    let purpose = activity.vendor.purpose.as_str();
    let found = FUNCTIONS.iter().find(|(_, purposes)| purposes.contains(&purpose));
    let cell = found.map_or_else(Cell::default, |(name, _)| Cell::of(Origin::Catalogue, *name));
    cell.ask("confirm the part of the organisation", "")
}

fn joint(inventory: &Inventory<'_>) -> Cell {
    let line = inventory.organisation.iter().find(|(title, _)| *title == facts::JOINT);
    line.map(|(_, cell)| cell.clone()).unwrap_or_default()
}

fn article_9(_: &Inventory<'_>, activity: &Activity<'_>) -> Cell {
    let mut cell = Cell::default();
    for datum in facts::special(activity) {
        cell = cell.join(facts::one(datum, EN));
    }
    if cell.parts.is_empty() {
        return Cell::of(Origin::Code, "no special category of data was seen");
    }
    cell.ask("condition of Article 9(2) or 10 for these data", "")
}

/// What people may ask for; part of it turns on the lawful basis.
fn rights(_: &Inventory<'_>, activity: &Activity<'_>) -> Cell {
    let always = "information, access, rectification, restriction, complaint";
    let Some(basis) = activity.entry.and_then(|entry| entry.legal_basis) else {
        return Cell::of(Origin::Catalogue, always)
            .ask("erasure, objection, portability and withdrawal of consent depend on the lawful basis", "");
    };
    let more = match basis {
        LegalBasis::Consent => ", erasure, portability, withdrawal of consent",
        LegalBasis::Contract => ", erasure, portability",
        LegalBasis::LegalObligation => "",
        LegalBasis::VitalInterests => ", erasure",
        LegalBasis::PublicTask => ", objection",
        LegalBasis::LegitimateInterest => ", erasure, objection",
    };
    Cell::of(Origin::Register, format!("{always}{more}"))
}

/// Reasons that the register records, class by class.
fn interests(_: &Inventory<'_>, activity: &Activity<'_>) -> Cell {
    let entry = activity.entry.filter(|entry| entry.legal_basis == Some(LegalBasis::LegitimateInterest));
    let Some(entry) = entry else {
        return Cell::if_any("the interests, if the basis is legitimate interests");
    };
    let said = entry.reasons.iter().map(|(classes, why)| format!("{classes}: {why}"));
    let cell = said.fold(Cell::default(), |cell, said| cell.and(Origin::Register, said, []));
    if cell.parts.is_empty() { Cell::missing("the interests", facts::key(activity, "reason")) } else { cell }
}

fn decisions(_: &Inventory<'_>, activity: &Activity<'_>) -> Cell {
    let mut cell = Cell::default();
    for datum in activity.data.iter().filter(|d| d.class.id == "behavior.inferred_profile") {
        cell = cell.join(facts::one(datum, EN));
    }
    if matches!(
        activity.vendor.purpose.as_str(),
        "advertising" | "fraud-prevention" | "identity-verification"
    ) {
        cell = cell.and(Origin::Catalogue, "vendors of this purpose often profile or score", []);
    }
    cell.ask("is a decision taken by automated means alone?", "")
}

fn source(_: &Inventory<'_>, activity: &Activity<'_>) -> Cell {
    let written = activity.data.iter().filter(|d| d.written).flat_map(|d| d.at.iter().cloned());
    let written: Vec<String> = written.collect();
    let mut cell = Cell::default();
    if !written.is_empty() {
        cell = cell.and(Origin::Code, "held or asked for by the application", written);
    }
    let added = |by_server: bool| {
        activity.data.iter().any(|d| !d.written && d.added.is_some_and(|added| added.by_server == by_server))
    };
    if added(false) {
        cell = cell.and(Origin::Catalogue, "read from the device by the vendor's SDK", []);
    }
    if added(true) {
        cell = cell.and(Origin::Catalogue, "derived by the vendor's server", []);
    }
    if cell.parts.is_empty() { Cell::missing("where the data comes from", "") } else { cell }
}

fn location(_: &Inventory<'_>, activity: &Activity<'_>) -> Cell {
    let mut cell = Cell::default();
    for region in &activity.regions {
        let name = super::country_name(region, EN);
        cell = cell.and(Origin::Code, format!("{}, region {name}", activity.vendor.name), []);
    }
    if cell.parts.is_empty() {
        cell = cell.and(Origin::Catalogue, format!("systems of {}", activity.vendor.name), []);
    }
    cell.ask("confirm the place of storage with the vendor", "")
}

/// Criteria that a data protection impact assessment turns on; touching one decides nothing.
fn assessment(_: &Inventory<'_>, activity: &Activity<'_>) -> Cell {
    let mut cell = Cell::default();
    let mut say = |text: String, at: Vec<String>| {
        let old = std::mem::take(&mut cell);
        cell = old.and(Origin::Code, text, at);
    };
    for datum in facts::special(activity) {
        say(format!("touches sensitive data: {}", datum.class.title), datum.at.iter().cloned().collect());
    }
    for datum in &activity.data {
        let criterion = match datum.class.id.as_str() {
            "behavior.session_recording" => "systematic monitoring",
            "contact.email_hash" | "identifier.advertising_id" => "matching of data sets",
            "behavior.inferred_profile" => "evaluation or scoring",
            "demographic.minor" => "vulnerable people",
            "location.precise" => "tracking of location",
            _ => continue,
        };
        say(format!("touches {criterion}: {}", datum.class.title), datum.at.iter().cloned().collect());
    }
    cell.ask("decide whether an assessment is required (Article 35)", "")
}

fn breach(_: &Inventory<'_>, activity: &Activity<'_>) -> Cell {
    let mut cell = Cell::default();
    for incident in &activity.vendor.incidents {
        let text = format!("public incident of {}: {}", incident.date, incident.title);
        cell = cell.and(Origin::Catalogue, text, [incident.source.clone()]);
    }
    cell.ask("yes or no", "")
}

fn uk_only(activity: &Activity<'_>, what: &str) -> Cell {
    if facts::special(activity).next().is_none() {
        return Cell::of(Origin::Code, "no special category of data was seen");
    }
    Cell::missing(what, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_purpose_has_a_function() {
        let vocabulary = crate::sample::vocabulary();
        let listed: Vec<&str> = FUNCTIONS.iter().flat_map(|(_, purposes)| purposes.iter().copied()).collect();
        for purpose in &vocabulary.purposes {
            assert_eq!(listed.iter().filter(|id| **id == purpose.id).count(), 1, "{}", purpose.id);
        }
        assert_eq!(listed.len(), vocabulary.purposes.len());
    }
}
