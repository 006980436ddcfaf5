//! Rows for Google Play's Data safety form, in the columns of its template.
//!
//! Google renames rows: fill the template that the Play Console exports with these values, instead of uploading this
//! file. "Shared" leaves out who processes on behalf of the developer, so that a processor counts as "collected".

use super::InventoryFormat;
use crate::view::inventory::stores::{self, StoreType};
use crate::view::inventory::{Inventory, Table};
use std::collections::BTreeSet;
use std::io;

pub(super) const FORMAT: InventoryFormat = InventoryFormat {
    name: "play",
    about: "rows of Google Play's Data safety form (CSV); fill its template with them",
    binary: false,
    grid: None,
    write,
};

const HEADER: [&str; 5] = [
    "Question ID (machine readable)",
    "Response ID (machine readable)",
    "Response value",
    "Answer requirement",
    "Human-friendly question label",
];

/// The questions of the form, each with the types that it offers.
const GROUPS: &[(&str, &[&str])] = &[
    (
        "PSL_DATA_TYPES_PERSONAL",
        &[
            "PSL_NAME",
            "PSL_EMAIL",
            "PSL_USER_ACCOUNT",
            "PSL_ADDRESS",
            "PSL_PHONE",
            "PSL_RACE_ETHNICITY",
            "PSL_POLITICAL_RELIGIOUS",
            "PSL_SEXUAL_ORIENTATION_GENDER_IDENTITY",
            "PSL_OTHER_PERSONAL",
        ],
    ),
    (
        "PSL_DATA_TYPES_FINANCIAL",
        &["PSL_CREDIT_DEBIT_BANK_ACCOUNT_NUMBER", "PSL_PURCHASE_HISTORY", "PSL_CREDIT_SCORE", "PSL_OTHER"],
    ),
    ("PSL_DATA_TYPES_LOCATION", &["PSL_APPROX_LOCATION", "PSL_PRECISE_LOCATION"]),
    ("PSL_DATA_TYPES_SEARCH_AND_BROWSING", &["PSL_WEB_BROWSING_HISTORY"]),
    ("PSL_DATA_TYPES_EMAIL_AND_TEXT", &["PSL_EMAILS", "PSL_SMS_CALL_LOG", "PSL_OTHER_MESSAGES"]),
    ("PSL_DATA_TYPES_PHOTOS_AND_VIDEOS", &["PSL_PHOTOS", "PSL_VIDEOS"]),
    ("PSL_DATA_TYPES_AUDIO", &["PSL_AUDIO", "PSL_MUSIC", "PSL_OTHER_AUDIO"]),
    ("PSL_DATA_TYPES_HEALTH_AND_FITNESS", &["PSL_HEALTH", "PSL_FITNESS"]),
    ("PSL_DATA_TYPES_CONTACTS", &["PSL_CONTACTS"]),
    ("PSL_DATA_TYPES_CALENDAR", &["PSL_CALENDAR"]),
    (
        "PSL_DATA_TYPES_APP_PERFORMANCE",
        &["PSL_CRASH_LOGS", "PSL_PERFORMANCE_DIAGNOSTICS", "PSL_OTHER_PERFORMANCE"],
    ),
    ("PSL_DATA_TYPES_FILES_AND_DOCS", &["PSL_FILES_AND_DOCS"]),
    (
        "PSL_DATA_TYPES_APP_ACTIVITY",
        &[
            "PSL_USER_INTERACTION",
            "PSL_IN_APP_SEARCH_HISTORY",
            "PSL_APPS_ON_DEVICE",
            "PSL_USER_GENERATED_CONTENT",
            "PSL_OTHER_APP_ACTIVITY",
        ],
    ),
    ("PSL_DATA_TYPES_IDENTIFIERS", &["PSL_DEVICE_ID"]),
];

fn write(inventory: &Inventory<'_>, _: Option<&Table>, out: &mut dyn io::Write) -> io::Result<()> {
    let types = stores::types(inventory, stores::play);
    let mut csv = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    csv.write_record(HEADER)?;
    let collects = if types.is_empty() { "FALSE" } else { "TRUE" };
    csv.write_record([
        "PSL_DATA_COLLECTION_COLLECTS_PERSONAL_DATA",
        "",
        collects,
        "REQUIRED",
        "[code] data leaves the app",
    ])?;
    csv.write_record(["PSL_DATA_COLLECTION_ENCRYPTED_IN_TRANSIT", "", "", "REQUIRED", "[missing] confirm"])?;
    for (question, offered) in GROUPS {
        for kind in types.iter().filter(|kind| offered.contains(&kind.id)) {
            csv.write_record([*question, kind.id, "TRUE", "MULTIPLE_CHOICE", &label(kind)])?;
        }
    }
    for kind in &types {
        usage(&mut csv, kind)?;
    }
    csv.flush()
}

fn usage(csv: &mut ::csv::Writer<&mut dyn io::Write>, kind: &StoreType<'_>) -> io::Result<()> {
    let question = |part: &str| format!("PSL_DATA_USAGE_RESPONSES:{}:{part}", kind.id);
    let sharing = question("PSL_DATA_USAGE_COLLECTION_AND_SHARING");
    csv.write_record([
        &sharing,
        "PSL_DATA_USAGE_ONLY_COLLECTED",
        "TRUE",
        "MULTIPLE_CHOICE",
        "[catalogue] if every receiver processes on your behalf",
    ])?;
    csv.write_record([
        &question("PSL_DATA_USAGE_EPHEMERAL"),
        "",
        "",
        "MAYBE_REQUIRED",
        "[missing] kept in memory only?",
    ])?;
    let control = question("DATA_USAGE_USER_CONTROL");
    csv.write_record([&control, "", "", "SINGLE_CHOICE", "[missing] can users decline?"])?;
    let purposes: BTreeSet<&str> = kind.purposes().into_iter().map(purpose).collect();
    for purpose in purposes {
        let question = question("DATA_USAGE_COLLECTION_PURPOSE");
        csv.write_record([
            &question,
            purpose,
            "TRUE",
            "MULTIPLE_CHOICE",
            "[catalogue] purpose of the processor",
        ])?;
    }
    Ok(())
}

/// Who gets it as what, with a place and where that comes from.
fn label(kind: &StoreType<'_>) -> String {
    let to: Vec<String> = kind
        .to
        .iter()
        .map(|(activity, datum)| {
            let at = datum.at.first().map_or_else(String::new, |at| format!(", {at}"));
            format!("{} to {} [{}{at}]", datum.class.title, activity.vendor.name, datum.origin().name())
        })
        .collect();
    to.join("; ")
}

/// Google's word for a purpose.
fn purpose(id: &str) -> &'static str {
    match id {
        "advertising" | "attribution" => "PSL_ADVERTISING",
        "product-analytics" | "web-analytics" | "session-replay" | "observability" | "error-monitoring"
        | "cdp" => "PSL_ANALYTICS",
        "customer-engagement"
        | "email-marketing"
        | "email-transactional"
        | "push-notifications"
        | "sms-voice" => "PSL_DEVELOPER_COMMUNICATIONS",
        "fraud-prevention" | "identity-verification" => "PSL_FRAUD_PREVENTION_SECURITY",
        "identity-provider" => "PSL_ACCOUNT_MANAGEMENT",
        "feature-flags" => "PSL_PERSONALIZATION",
        _ => "PSL_APP_FUNCTIONALITY",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_of_a_class_is_offered_once() {
        for class in crate::sample::vocabulary().classes {
            let Some(play) = &class.play else { continue };
            let groups = GROUPS.iter().filter(|(_, offered)| offered.contains(&play.as_str()));
            assert_eq!(groups.count(), 1, "{}: {play}", class.id);
        }
        assert_eq!(GROUPS.iter().map(|(_, offered)| offered.len()).sum::<usize>(), 38);
    }
}
