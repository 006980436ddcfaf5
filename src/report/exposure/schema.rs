//! JSON Schema (draft 2020-12) of a row of the leaked data set: what code, SDK and server let expect.
//!
//! A data set is compared by validating its rows: every error is a column that no reading of the code predicts.
//! The marks of a column (`x-…`) say which class it holds and which field of the code it came from.

use super::Asked;
use crate::report::Report;
use crate::vendor::VendorId;
use crate::view::{self, Column, Dataset, How};
use serde_json::{Map, Value, json};
use std::io;

pub(super) fn write(asked: &Asked<'_>, id: VendorId, out: &mut dyn io::Write) -> io::Result<()> {
    let report = asked.report;
    let exposure = view::exposure(&asked.question(), id);
    let dataset = view::dataset(&report.graph, &exposure, id);
    let complete = report.coverage.is_complete() && exposure.gaps.is_empty();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("A row of the data of {} at {}", report.target.name, exposure.vendor.name),
        "$comment": "Join nested keys with `.` first. A column that is not listed is no personal data, or a flow that was not seen.",
        "type": "object",
        "properties": properties(report, &dataset),
        "additionalProperties": false,
        "x-without-known-key": unnamed(&dataset),
        "x-complete": complete,
    });
    serde_json::to_writer_pretty(&mut *out, &schema)?;
    writeln!(out)
}

fn properties(report: &Report, dataset: &Dataset<'_>) -> Map<String, Value> {
    let mut properties = Map::new();
    for (name, column) in &dataset.columns {
        properties.insert((*name).to_owned(), property(report, column));
    }
    for name in &dataset.harmless {
        let entry = properties.entry((*name).to_owned());
        entry.or_insert_with(|| json!({ "description": "the vendor's own; no personal data" }));
    }
    properties
}

fn property(report: &Report, column: &Column<'_>) -> Value {
    let words =
        |class: &str| report.vocabulary.class(class).map_or_else(|| class.to_owned(), |c| c.title.clone());
    let described: Vec<String> = column.classes.keys().map(|class| words(class)).collect();
    let data: Vec<Value> =
        column.classes.iter().map(|(class, how)| json!({ "class": class, "by": by(*how) })).collect();
    let mut places: Vec<String> = column.places.iter().map(|site| report.at(site.span)).collect();
    places.dedup();
    let mut property = json!({ "description": described.join(", "), "x-data": data });
    if !column.fields.is_empty() {
        property["x-fields"] = json!(column.fields);
        property["x-places"] = json!(places);
    }
    property
}

fn unnamed(dataset: &Dataset<'_>) -> Vec<Value> {
    dataset.unnamed.iter().map(|(class, how)| json!({ "class": class, "by": by(*how) })).collect()
}

fn by(how: How) -> &'static str {
    match how {
        How::Code => "code",
        How::Sdk => "sdk",
        How::Server => "server",
        How::Forwarded => "handed on",
    }
}
