//! CycloneDX 1.6: processors as services, with the data that flows into them. For tools that keep bills of materials.
//!
//! The direction is that of the service: what a vendor receives is `inbound`. No serial number and no time stamp: the
//! same record gives the same bytes.

use super::InventoryFormat;
use crate::flow::ContactKind;
use crate::report::words;
use crate::view::inventory::{Activity, Datum, Inventory, Table};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io;

pub(super) const FORMAT: InventoryFormat = InventoryFormat {
    name: "cyclonedx",
    about: "services with data flows (CycloneDX 1.6, JSON)",
    binary: false,
    grid: None,
    write,
};

fn write(inventory: &Inventory<'_>, _: Option<&Table>, out: &mut dyn io::Write) -> io::Result<()> {
    let services: Vec<Value> = inventory.activities.iter().map(service).collect();
    let depends: Vec<&str> = inventory.activities.iter().map(|a| a.vendor.id.as_str()).collect();
    let document = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "tools": { "components": [
                { "type": "application", "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") }
            ] },
            "component": { "type": "application", "bom-ref": APP, "name": inventory.target },
        },
        "services": services,
        "dependencies": [{ "ref": APP, "dependsOn": depends }],
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// The audited application; no vendor has such an id.
const APP: &str = "audited-application";

fn service(activity: &Activity<'_>) -> Value {
    let vendor = &*activity.vendor;
    let mut provider =
        json!({ "name": if vendor.entity.is_empty() { &vendor.name } else { &vendor.entity } });
    if !vendor.country.is_empty() {
        provider["address"] = json!({ "country": vendor.country });
    }
    if !vendor.homepage.is_empty() {
        provider["url"] = json!([vendor.homepage]);
    }
    let mut service = json!({
        "bom-ref": vendor.id,
        "provider": provider,
        "name": vendor.name,
        "description": activity.purpose.map_or("", |purpose| purpose.title.as_str()),
        // Data leaves the organisation.
        "x-trust-boundary": true,
        "data": activity.data.iter().map(data).collect::<Vec<_>>(),
        "properties": properties(activity),
    });
    let hosts = hosts(activity);
    if !hosts.is_empty() {
        service["endpoints"] = json!(hosts);
    }
    let mut links = Vec::new();
    if !vendor.docs.is_empty() {
        links.push(json!({ "type": "documentation", "url": vendor.docs }));
    }
    if let Some(dpa) = &vendor.dpa {
        links.push(
            json!({ "type": "other", "url": dpa, "comment": "data-processing agreement, as published" }),
        );
    }
    if !links.is_empty() {
        service["externalReferences"] = json!(links);
    }
    service
}

/// Addresses of the vendor that the code names.
fn hosts(activity: &Activity<'_>) -> BTreeSet<String> {
    let hosts = activity.contacts().iter().filter(|c| c.kind == ContactKind::Host);
    let plain = |host: &&str| host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b));
    hosts.map(|c| c.what.as_str()).filter(plain).map(|host| format!("https://{host}")).collect()
}

fn data(datum: &Datum<'_>) -> Value {
    let how = match (datum.written, datum.added) {
        (false, Some(added)) if added.by_server => {
            format!("[catalogue] derived by the vendor's server from {}", added.from)
        }
        (false, Some(added)) => format!("[catalogue] collected by the SDK from {}", added.from),
        (false, None) => "[register] covered by the register, not seen in code".to_owned(),
        _ => {
            let fields: Vec<&str> = datum.fields.iter().copied().collect();
            format!("[code] written by code: {}", fields.join(", "))
        }
    };
    let at: Vec<&str> = datum.at.iter().map(String::as_str).collect();
    json!({
        "flow": "inbound",
        "classification": datum.class.id,
        "name": datum.class.title,
        "description": format!("{how}; protection {}; at {}", words::protection(datum.protection), at.join(", ")),
    })
}

fn properties(activity: &Activity<'_>) -> Vec<Value> {
    let mut found = vec![property("purpose", &activity.vendor.purpose)];
    found.extend(activity.surfaces().map(|s| property("surface", words::surface(s))));
    found.extend(activity.regions.iter().map(|region| property("region", region)));
    found.extend(activity.subprocessors.iter().map(|id| property("sub-processor", id)));
    found.extend(activity.subjects.iter().map(|(subject, _)| property("data-subjects", &subject.id)));
    found.extend(activity.at.iter().take(5).map(|at| property("seen-at", at)));
    found
}

fn property(name: &str, value: &str) -> Value {
    json!({ "name": format!("vendorflow:{name}"), "value": value })
}
