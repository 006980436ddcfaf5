//! The processor's record, Art. 30(2): for organisations that process on behalf of their customers. What the code uses
//! are then sub-processors.

use super::{Activity, Cell, Column, Inventory, Language, Origin, Table, by_activity, facts};

const EN: Language = Language::English;

pub(super) static TABLE: Table = Table {
    id: "processor",
    title: "Art. 30(2) processor",
    about: "the record of a processor, GDPR Art. 30(2)",
    grid: |inventory| by_activity(COLUMNS, inventory),
};

const COLUMNS: &[Column] = &[
    Column { title: "(a) Sub-processor", cell: |_, activity| facts::entity(activity) },
    Column { title: "(a) Controllers on whose behalf", cell: controllers },
    Column { title: "(b) Categories of processing", cell: processing },
    Column { title: "(c) Transfers to third countries", cell: |_, activity| facts::transfers(activity, EN) },
    Column { title: "(c) Safeguards", cell: |_, activity| facts::safeguards(activity, EN) },
    Column { title: "(d) Security measures", cell: |_, activity| facts::measures(activity, EN) },
];

fn controllers(_: &Inventory<'_>, _: &Activity<'_>) -> Cell {
    Cell::missing(
        "if you act for others: each controller, its representative and data protection officer",
        "",
    )
}

fn processing(_: &Inventory<'_>, activity: &Activity<'_>) -> Cell {
    let mut cell = facts::purpose(activity, EN);
    let surfaces: Vec<&str> = activity.surfaces().map(|s| facts::surface(s, EN)).collect();
    if !surfaces.is_empty() {
        let text = format!("by way of: {}", surfaces.join(", "));
        cell = cell.and(Origin::Code, text, activity.at.iter().cloned());
    }
    cell
}
