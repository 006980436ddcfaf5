//! A fides manifest: the application and every processor as a `system`, what goes where as privacy declarations.
//!
//! Traps of the format, each seen with fideslang: declarations need unique names; keys take letters, digits and `_.-`;
//! the egress of a declaration must stand in the system's own. Where a cell comes from is in `meta`.

use super::InventoryFormat;
use crate::policy::countries::{self, Standing};
use crate::policy::{LegalBasis, Role};
use crate::view::inventory::{Activity, Inventory, Table};
use saphyr::{Mapping, Scalar, Yaml, YamlEmitter};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::io;

pub(super) const FORMAT: InventoryFormat = InventoryFormat {
    name: "fides",
    about: "a manifest for fides (YAML, fideslang 3)",
    binary: false,
    grid: None,
    write,
};

fn write(inventory: &Inventory<'_>, _: Option<&Table>, out: &mut dyn io::Write) -> io::Result<()> {
    let app = app_key(inventory);
    let mut systems = vec![application(inventory, &app)];
    systems.extend(inventory.activities.iter().map(|activity| vendor(activity, &app)));
    let manifest = json!({ "system": systems });
    let mut text = String::new();
    let mut emitter = YamlEmitter::new(&mut text);
    // `no`, `on` and `1e3` are words here, whichever version of YAML reads them.
    emitter.quoted_value(true);
    emitter.dump(&yaml(&manifest)).map_err(|why| io::Error::other(why.to_string()))?;
    out.write_all(text.trim_start_matches("---\n").as_bytes())?;
    writeln!(out)
}

/// Members that say what a thing is stand before the others.
const FIRST: [&str; 4] = ["fides_key", "name", "system_type", "type"];

fn yaml(value: &Value) -> Yaml<'static> {
    match value {
        Value::Null => Yaml::Value(Scalar::Null),
        Value::Bool(b) => Yaml::Value(Scalar::Boolean(*b)),
        Value::Number(n) => Yaml::Value(Scalar::Integer(n.as_i64().unwrap_or_default())),
        Value::String(s) => Yaml::Value(Scalar::String(s.clone().into())),
        Value::Array(items) => Yaml::Sequence(items.iter().map(yaml).collect()),
        Value::Object(members) => {
            let mut mapping = Mapping::new();
            let (first, rest): (Vec<_>, Vec<_>) =
                members.iter().partition(|(key, _)| FIRST.contains(&key.as_str()));
            for (key, value) in first.into_iter().chain(rest) {
                mapping.insert(Yaml::Value(Scalar::String(key.clone().into())), yaml(value));
            }
            Yaml::Mapping(mapping)
        }
    }
}

/// The key of the application, apart from those of the vendors.
fn app_key(inventory: &Inventory<'_>) -> String {
    let key = slug(inventory.target);
    let taken = inventory.activities.iter().any(|activity| activity.vendor.id == key);
    if taken { format!("{key}.app") } else { key }
}

/// Letters, digits and `_.-`.
fn slug(name: &str) -> String {
    let kept: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "_.-".contains(c) { c } else { '_' }).collect();
    if kept.is_empty() { "application".to_owned() } else { kept }
}

fn categories<'a>(activity: &'a Activity<'_>) -> BTreeSet<&'a str> {
    activity.data.iter().map(|datum| datum.class.fides.as_str()).collect()
}

fn application(inventory: &Inventory<'_>, key: &str) -> Value {
    let with_data = || inventory.activities.iter().filter(|activity| !activity.data.is_empty());
    let egress: Vec<Value> = with_data()
        .map(|a| json!({ "fides_key": a.vendor.id, "type": "system", "data_categories": categories(a) }))
        .collect();
    let declarations: Vec<Value> = with_data().filter_map(declaration).collect();
    json!({
        "fides_key": key,
        "name": inventory.target,
        "description": "What this code was seen to send to processors.",
        "system_type": "Application",
        "egress": egress,
        "privacy_declarations": declarations,
        "meta": { "origin": "code", "complete": if inventory.complete { "yes" } else { "no" } },
    })
}

fn declaration(activity: &Activity<'_>) -> Option<Value> {
    let purpose = activity.purpose?;
    let subjects: BTreeSet<&str> =
        activity.subjects.iter().map(|(subject, _)| subject.fides.as_str()).collect();
    let special = activity.data.iter().any(|d| matches!(d.class.article.as_deref(), Some("9" | "10")));
    let mut declaration = json!({
        "name": format!("{}: {}", activity.vendor.name, purpose.title),
        "data_categories": categories(activity),
        "data_use": purpose.fides,
        "data_subjects": subjects,
        "egress": [activity.vendor.id],
        "processes_special_category_data": special,
        "data_shared_with_third_parties": true,
        "third_parties": who(activity),
        "shared_categories": categories(activity),
    });
    if let Some(basis) = activity.entry.and_then(|entry| entry.legal_basis) {
        declaration["legal_basis_for_processing"] = json!(legal_basis(basis));
    }
    if let Some(retention) = activity.entry.and_then(|entry| entry.retention.as_deref()) {
        declaration["retention_period"] = json!(retention);
    }
    Some(declaration)
}

/// The words of fides for Art. 6(1).
fn legal_basis(basis: LegalBasis) -> &'static str {
    match basis {
        LegalBasis::Consent => "Consent",
        LegalBasis::Contract => "Contract",
        LegalBasis::LegalObligation => "Legal obligations",
        LegalBasis::VitalInterests => "Vital interests",
        LegalBasis::PublicTask => "Public interest",
        LegalBasis::LegitimateInterest => "Legitimate interests",
    }
}

/// The words of fides for what a vendor is.
fn responsibility(activity: &Activity<'_>) -> &'static str {
    match activity.entry.map(|entry| entry.role) {
        Some(Role::Controller | Role::JointController) => "Controller",
        Some(Role::Processor) | None => "Processor",
    }
}

fn who<'a>(activity: &'a Activity<'_>) -> &'a str {
    if let Some(entity) = activity.entry.and_then(|entry| entry.entity.as_deref()) {
        return entity;
    }
    let vendor = &*activity.vendor;
    if vendor.entity.is_empty() { &vendor.name } else { &vendor.entity }
}

fn vendor(activity: &Activity<'_>, app: &str) -> Value {
    let vendor = &*activity.vendor;
    let mut classes = Map::new();
    for datum in &activity.data {
        let origin = datum.origin().name();
        let at: Vec<&str> = datum.at.iter().map(String::as_str).take(5).collect();
        classes.insert(datum.class.id.clone(), json!({ "origin": origin, "at": at }));
    }
    let mut system = Map::new();
    system.insert("fides_key".into(), json!(vendor.id));
    system.insert("name".into(), json!(vendor.name));
    if let Some(purpose) = activity.purpose {
        system.insert("description".into(), json!(purpose.title));
    }
    system.insert("system_type".into(), json!("Third Party"));
    system.insert("legal_name".into(), json!(who(activity)));
    system.insert("responsibility".into(), json!([responsibility(activity)]));
    let third = activity.countries.iter().any(|code| countries::standing(code) != Standing::Eea);
    system.insert("does_international_transfers".into(), json!(third));
    if !activity.data.is_empty() {
        let from = json!({ "fides_key": app, "type": "system", "data_categories": categories(activity) });
        system.insert("ingress".into(), json!([from]));
    }
    system.insert("privacy_declarations".into(), json!([]));
    system.insert(
        "meta".into(),
        json!({
            "classes": classes,
            "seen_at": activity.at.iter().take(5).collect::<Vec<_>>(),
            "countries": activity.countries,
            "regions": activity.regions,
            "missing": missing(activity),
        }),
    );
    Value::Object(system)
}

/// What nobody recorded.
fn missing(activity: &Activity<'_>) -> Vec<&'static str> {
    let entry = activity.entry;
    let known = [
        ("legal basis", entry.is_some_and(|entry| entry.legal_basis.is_some())),
        ("retention", entry.is_some_and(|entry| entry.retention.is_some())),
        ("agreement", entry.is_some_and(|entry| entry.agreement.is_some())),
        ("transfer mechanism", entry.is_some_and(|entry| entry.transfer.is_some())),
    ];
    known.into_iter().filter(|(_, known)| !known).map(|(what, _)| what).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_that_fides_takes() {
        assert_eq!(slug("@acme/web shop"), "_acme_web_shop");
        assert_eq!(slug(""), "application");
    }
}
