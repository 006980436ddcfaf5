//! Entries for Apple's privacy manifest, and how they differ from the `PrivacyInfo.xcprivacy` in the tree.
//!
//! The difference stands in comments above the entries: a property list has no other place for it.

use super::InventoryFormat;
use crate::flow::ContactKind;
use crate::view::inventory::stores::{self, AppleDifference, PREFIX, StoreType};
use crate::view::inventory::{Activity, Inventory, Table};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::collections::BTreeSet;
use std::io;

pub(super) const FORMAT: InventoryFormat = InventoryFormat {
    name: "apple",
    about: "entries for PrivacyInfo.xcprivacy, and the difference to the one in the tree",
    binary: false,
    grid: None,
    write,
};

const DOCTYPE: &str =
    r#"plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd""#;

type Xml = Writer<Vec<u8>>;

fn write(inventory: &Inventory<'_>, _: Option<&Table>, out: &mut dyn io::Write) -> io::Result<()> {
    let types = stores::types(inventory, stores::apple);
    let mut xml = Writer::new_with_indent(Vec::new(), b'\t', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.write_event(Event::DocType(BytesText::from_escaped(DOCTYPE)))?;
    for line in comments(inventory) {
        // Two hyphens would end a comment.
        let line = format!(" {} ", line.replace("--", "- -"));
        xml.write_event(Event::Comment(BytesText::from_escaped(line)))?;
    }
    open(&mut xml, "plist version=\"1.0\"")?;
    open(&mut xml, "dict")?;
    text(&mut xml, "key", "NSPrivacyTracking")?;
    flag(&mut xml, types.iter().any(StoreType::is_tracking))?;
    text(&mut xml, "key", "NSPrivacyTrackingDomains")?;
    strings(&mut xml, &domains(inventory))?;
    text(&mut xml, "key", "NSPrivacyCollectedDataTypes")?;
    open(&mut xml, "array")?;
    for kind in &types {
        entry(&mut xml, kind)?;
    }
    close(&mut xml, "array")?;
    close(&mut xml, "dict")?;
    close(&mut xml, "plist")?;
    out.write_all(&xml.into_inner())?;
    writeln!(out)
}

/// What to read before copying the entries.
fn comments(inventory: &Inventory<'_>) -> Vec<String> {
    if stores::mobile(inventory).next().is_none() {
        return vec![format!("{}: no processor was seen in a mobile app", inventory.target)];
    }
    let mut lines = vec![format!(
        "{}: what the mobile app was seen to hand on. \"Linked\" and \"tracking\" are read from what each processor gets \
         and is for; confirm them.",
        inventory.target
    )];
    if inventory.manifests.is_empty() {
        lines.push("there is no PrivacyInfo.xcprivacy in the tree".to_owned());
        return lines;
    }
    let AppleDifference { missing, surplus } = inventory.apple_difference();
    for (kind, why) in missing {
        lines.push(format!("not declared in the tree: {kind} ({why})"));
    }
    for (kind, at) in surplus {
        lines.push(format!("declared, not seen in code: {kind} ({at})"));
    }
    if lines.len() == 1 {
        lines.push("the manifest in the tree declares the same types".to_owned());
    }
    lines
}

/// Hosts of those that combine data across companies.
fn domains(inventory: &Inventory<'_>) -> BTreeSet<String> {
    stores::mobile(inventory)
        .filter(|activity| stores::tracks(activity))
        .flat_map(Activity::contacts)
        .filter(|contact| contact.kind == ContactKind::Host)
        .map(|contact| contact.what.clone())
        .collect()
}

fn entry(xml: &mut Xml, kind: &StoreType<'_>) -> io::Result<()> {
    open(xml, "dict")?;
    text(xml, "key", PREFIX)?;
    text(xml, "string", &format!("{PREFIX}{}", kind.id))?;
    text(xml, "key", &format!("{PREFIX}Linked"))?;
    flag(xml, kind.is_linked())?;
    text(xml, "key", &format!("{PREFIX}Tracking"))?;
    flag(xml, kind.is_tracking())?;
    text(xml, "key", &format!("{PREFIX}Purposes"))?;
    let purposes: BTreeSet<String> =
        kind.purposes().into_iter().map(|id| format!("{PREFIX}Purpose{}", purpose(id))).collect();
    strings(xml, &purposes)?;
    close(xml, "dict")
}

/// Apple's word for a purpose.
fn purpose(id: &str) -> &'static str {
    match id {
        "advertising" | "attribution" => "ThirdPartyAdvertising",
        "customer-engagement" | "email-marketing" => "DeveloperAdvertising",
        "product-analytics" | "web-analytics" | "session-replay" | "observability" | "cdp" => "Analytics",
        "feature-flags" => "ProductPersonalization",
        _ => "AppFunctionality",
    }
}

fn open(xml: &mut Xml, tag: &str) -> io::Result<()> {
    let name = tag.split(' ').next().unwrap_or(tag).len();
    xml.write_event(Event::Start(BytesStart::from_content(tag, name)))
}

fn close(xml: &mut Xml, tag: &str) -> io::Result<()> {
    xml.write_event(Event::End(BytesEnd::new(tag)))
}

fn text(xml: &mut Xml, tag: &str, said: &str) -> io::Result<()> {
    xml.create_element(tag).write_text_content(BytesText::new(said))?;
    Ok(())
}

fn flag(xml: &mut Xml, set: bool) -> io::Result<()> {
    xml.create_element(if set { "true" } else { "false" }).write_empty()?;
    Ok(())
}

fn strings(xml: &mut Xml, all: &BTreeSet<String>) -> io::Result<()> {
    open(xml, "array")?;
    for one in all {
        text(xml, "string", one)?;
    }
    close(xml, "array")
}
