//! JSON-LD in the W3C Data Privacy Vocabulary (DPV 2): one `dpv:Process` a processor. The context stands in the file, so
//! that nobody has to fetch one.

use super::InventoryFormat;
use crate::personal::Judgement;
use crate::policy::LegalBasis;
use crate::policy::countries::{self, Standing};
use crate::view::inventory::{Activity, Datum, Inventory, Table};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io;

pub(super) const FORMAT: InventoryFormat =
    InventoryFormat { name: "dpv", about: "linked data (DPV 2, JSON-LD)", binary: false, grid: None, write };

fn write(inventory: &Inventory<'_>, _: Option<&Table>, out: &mut dyn io::Write) -> io::Result<()> {
    let base = format!("urn:vendorflow:{}", slug(inventory.target));
    let mut nodes = vec![json!({
        "@id": base,
        "@type": "dpv:DataProcessingRecord",
        "dct:title": format!("Record of processing activities: {}", inventory.target),
        "dct:hasPart": inventory.activities.iter().map(|a| id(&process(&base, a))).collect::<Vec<_>>(),
    })];
    for activity in &inventory.activities {
        nodes.push(processing(&base, activity));
        nodes.push(processor(&base, activity));
        nodes.extend(activity.data.iter().map(|datum| data(&base, activity, datum)));
    }
    let document = json!({
        "@context": {
            "dct": "http://purl.org/dc/terms/",
            "dpv": "https://w3id.org/dpv#",
            "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
            "loc": "https://w3id.org/dpv/loc#",
            "pd": "https://w3id.org/dpv/pd#",
        },
        "@graph": nodes,
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// What may stand in a URN without an escape.
fn slug(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || "_.-".contains(c) { c } else { '_' }).collect()
}

fn id(iri: &str) -> Value {
    json!({ "@id": iri })
}

fn process(base: &str, activity: &Activity<'_>) -> String {
    format!("{base}:process:{}", activity.vendor.id)
}

fn vendor(base: &str, activity: &Activity<'_>) -> String {
    format!("{base}:processor:{}", activity.vendor.id)
}

fn datum_id(base: &str, activity: &Activity<'_>, datum: &Datum<'_>) -> String {
    format!("{base}:data:{}:{}", activity.vendor.id, datum.class.id)
}

fn processing(base: &str, activity: &Activity<'_>) -> Value {
    let subjects: BTreeSet<&str> =
        activity.subjects.iter().map(|(subject, _)| subject.dpv.as_str()).collect();
    let third: Vec<Value> = activity
        .countries
        .iter()
        .filter(|code| countries::standing(code) != Standing::Eea)
        .map(|code| id(&format!("loc:{code}")))
        .collect();
    let added = activity.data.iter().any(|datum| datum.added.is_some());
    let mut node = json!({
        "@id": process(base, activity),
        "@type": "dpv:Process",
        "dct:title": activity.purpose.map_or("", |purpose| purpose.title.as_str()),
        "dpv:hasDataProcessor": id(&vendor(base, activity)),
        "dpv:hasPersonalData":
            activity.data.iter().map(|datum| id(&datum_id(base, activity, datum))).collect::<Vec<_>>(),
        "dpv:hasProcessing": if added { json!([id("dpv:Transfer"), id("dpv:Collect")]) } else { json!([id("dpv:Transfer")]) },
        "dpv:hasDataSubject": subjects.iter().map(|term| id(&format!("dpv:{term}"))).collect::<Vec<_>>(),
        "dpv:hasThirdCountry": third,
    });
    if let Some(basis) = activity.entry.and_then(|entry| entry.legal_basis) {
        node["dpv:hasLegalBasis"] = id(&format!("eu-gdpr:A6-1-{}", letter(basis)));
    }
    if let Some(purpose) = activity.purpose {
        node["dpv:hasPurpose"] = id(&format!("dpv:{}", purpose.dpv));
    }
    node
}

/// The letter of Art. 6(1).
fn letter(basis: LegalBasis) -> char {
    match basis {
        LegalBasis::Consent => 'a',
        LegalBasis::Contract => 'b',
        LegalBasis::LegalObligation => 'c',
        LegalBasis::VitalInterests => 'd',
        LegalBasis::PublicTask => 'e',
        LegalBasis::LegitimateInterest => 'f',
    }
}

fn processor(base: &str, activity: &Activity<'_>) -> Value {
    let entry = &*activity.vendor;
    let mut node = json!({
        "@id": vendor(base, activity),
        "@type": "dpv:DataProcessor",
        "dpv:hasName": if entry.entity.is_empty() { &entry.name } else { &entry.entity },
        "dct:source": "catalogue",
    });
    if !entry.country.is_empty() {
        node["dpv:hasCountry"] = id(&format!("loc:{}", entry.country));
    }
    node
}

fn data(base: &str, activity: &Activity<'_>, datum: &Datum<'_>) -> Value {
    let how = match datum.added {
        Some(added) if !datum.written && added.by_server => "dpv:DerivedPersonalData",
        _ => "dpv:CollectedPersonalData",
    };
    let mut kinds = vec![format!("pd:{}", datum.class.dpv), how.to_owned()];
    if datum.class.article.as_deref() == Some("9") {
        kinds.push("dpv:SpecialCategoryPersonalData".to_owned());
    }
    let necessity = match datum.judgement {
        Judgement::Allowed => "dpv:Required",
        Judgement::Questionable => "dpv:Optional",
        Judgement::Excessive | Judgement::Denied => "dpv:NotRequired",
    };
    json!({
        "@id": datum_id(base, activity, datum),
        "@type": kinds,
        "dct:title": datum.class.title,
        "dct:identifier": datum.class.id,
        "dct:source": datum.origin().name(),
        "dpv:hasNecessity": id(necessity),
        "dct:provenance": datum.at.iter().collect::<Vec<_>>(),
    })
}
