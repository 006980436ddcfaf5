//! The seven columns of the CNPD (Luxembourg), in French: the shortest complete record.

use super::{Cell, Column, Language, Table, by_activity, facts};

const FR: Language = Language::French;

pub(super) static TABLE: Table = Table {
    id: "cnpd",
    title: "CNPD",
    about: "the seven columns of the CNPD, in French",
    grid: |inventory| by_activity(COLUMNS, inventory),
};

const COLUMNS: &[Column] = &[
    Column { title: "Finalité", cell: |_, a| facts::purpose(a, FR) },
    Column { title: "Catégories de personnes concernées", cell: |_, a| facts::subjects(a, FR) },
    Column { title: "Catégories de données traitées", cell: |_, a| facts::data(a, FR) },
    Column { title: "Catégories de destinataires", cell: |_, a| facts::recipients(a, FR) },
    Column { title: "Transferts vers des pays tiers", cell: |_, a| transfers(a) },
    Column { title: "Délais prévus pour l'effacement", cell: |_, a| facts::retention(a, FR) },
    Column { title: "Mesures de sécurité", cell: |_, a| facts::measures(a, FR) },
];

/// The country and what covers the transfer, in one cell.
fn transfers(activity: &super::Activity<'_>) -> Cell {
    facts::transfers(activity, FR).join(facts::safeguards(activity, FR))
}
