//! The controller's record, Art. 30(1), letter by letter.

use super::{Activity, Column, Inventory, Language, Table, by_activity, facts};

const EN: Language = Language::English;

pub(super) static TABLE: Table = Table {
    id: "controller",
    title: "Art. 30(1) controller",
    about: "the record of a controller, GDPR Art. 30(1)",
    grid: |inventory| by_activity(COLUMNS, inventory),
};

const COLUMNS: &[Column] = &[
    Column { title: "Processor", cell: |_, activity| facts::name(activity) },
    Column { title: "(b) Purposes of the processing", cell: |_, activity| facts::purpose(activity, EN) },
    Column { title: "(c) Categories of data subjects", cell: |_, activity| facts::subjects(activity, EN) },
    Column { title: "(c) Categories of personal data", cell: |_, activity| facts::data(activity, EN) },
    Column { title: "(d) Categories of recipients", cell: |_, activity| facts::recipients(activity, EN) },
    Column { title: "(e) Transfers to third countries", cell: |_, activity| facts::transfers(activity, EN) },
    Column { title: "(e) Safeguards", cell: |_, activity| facts::safeguards(activity, EN) },
    Column { title: "(f) Time limits for erasure", cell: |_, activity| facts::retention(activity, EN) },
    Column { title: "(g) Security measures", cell: |_, activity| facts::measures(activity, EN) },
    Column { title: "Lawful basis (Art. 6)", cell: |_, activity| facts::legal_basis(activity) },
    Column { title: "Agreement (Art. 28)", cell: |_, activity| facts::agreement(activity, EN) },
    Column { title: "Used in", cell: used_in },
];

fn used_in(_: &Inventory<'_>, activity: &Activity<'_>) -> super::Cell {
    let surfaces: Vec<&str> = activity.surfaces().map(|s| facts::surface(s, EN)).collect();
    super::Cell::default().and(super::Origin::Code, surfaces.join(", "), activity.at.iter().cloned())
}
