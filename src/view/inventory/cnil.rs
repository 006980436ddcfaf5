//! The activity sheet of the CNIL (France): one sheet an activity, with its boxes of data and of measures.

use super::{Activity, Cell, Column, Datum, Language, Origin, Table, by_activity, facts};
use crate::personal::covers;
use crate::vendor::Protection;

const FR: Language = Language::French;

pub(super) static TABLE: Table = Table {
    id: "cnil",
    title: "CNIL",
    about: "the activity sheets of the CNIL, in French",
    grid: |inventory| by_activity(COLUMNS, inventory),
};

/// A box of the sheet, with the classes that belong into it.
macro_rules! data_box {
    ($title:literal, $($class:literal)|+) => {
        Column { title: $title, cell: |_, a| ticked(a, |class| [$($class),+].iter().any(|p| covers(p, class))) }
    };
}

const COLUMNS: &[Column] = &[
    Column { title: "Nom de l'activité", cell: |_, a| activity_name(a) },
    Column { title: "Date de création de la fiche", cell: |_, _| Cell::missing("date", "") },
    Column { title: "Date de dernière mise à jour de la fiche", cell: |_, _| Cell::missing("date", "") },
    Column {
        title: "Responsable conjoint du traitement",
        cell: |_, _| Cell::missing("nom et coordonnées, ou « aucun »", ""),
    },
    Column { title: "Nom du logiciel ou de l'application", cell: |_, a| facts::name(a) },
    Column { title: "Objectifs poursuivis", cell: |_, a| facts::purpose(a, FR) },
    Column { title: "Catégories de personnes concernées", cell: |_, a| facts::subjects(a, FR) },
    data_box!(
        "État-civil, identité, données d'identification, images",
        "identity.*"
            | "government.*"
            | "contact.*"
            | "demographic.date_of_birth"
            | "demographic.age"
            | "demographic.gender"
            | "demographic.nationality"
            | "demographic.minor"
    ),
    data_box!(
        "Vie personnelle",
        "demographic.family"
            | "demographic.language"
            | "content.*"
            | "preference.*"
            | "behavior.inferred_profile"
    ),
    data_box!("Vie professionnelle", "work.*" | "identifier.org_id"),
    data_box!("Informations d'ordre économique et financier", "financial.*" | "behavior.purchase"),
    data_box!(
        "Données de connexion",
        "identifier.user_id"
            | "identifier.pseudonymous_id"
            | "identifier.session_id"
            | "identifier.device_id"
            | "identifier.push_token"
            | "identifier.ip_address"
            | "credential.*"
            | "device.*"
    ),
    data_box!("Données de localisation", "location.*"),
    data_box!(
        "Internet",
        "identifier.cookie_id"
            | "identifier.advertising_id"
            | "identifier.click_id"
            | "behavior.product_event"
            | "behavior.page_url"
            | "behavior.referrer"
            | "behavior.search_query"
            | "behavior.session_recording"
    ),
    Column {
        title: "Autres catégories de données", cell: |_, _| Cell::missing("données hors du code", "")
    },
    Column { title: "Données sensibles", cell: |_, a| sensitive(a) },
    Column {
        title: "Durées de conservation des catégories de données",
        cell: |_, a| facts::retention(a, FR),
    },
    Column {
        title: "Destinataires internes",
        cell: |_, _| Cell::missing("services qui accèdent aux données", ""),
    },
    Column { title: "Organismes externes", cell: |_, _| Cell::missing("organismes, ou « aucun »", "") },
    Column { title: "Sous-traitants", cell: |_, a| facts::recipients(a, FR) },
    Column {
        title: "Transferts des données hors UE",
        cell: |_, a| facts::transfers(a, FR).join(facts::safeguards(a, FR)),
    },
    Column {
        title: "Mesures de sécurité : contrôle d'accès des utilisateurs",
        cell: |_, _| Cell::missing("description", ""),
    },
    Column { title: "Mesures de sécurité : traçabilité", cell: |_, _| Cell::missing("description", "") },
    Column {
        title: "Mesures de sécurité : protection des logiciels",
        cell: |_, _| Cell::missing("description", ""),
    },
    Column {
        title: "Mesures de sécurité : sauvegarde des données",
        cell: |_, _| Cell::missing("description", ""),
    },
    Column { title: "Mesures de sécurité : chiffrement des données", cell: |_, a| encryption(a) },
    Column {
        title: "Mesures de sécurité : contrôle des sous-traitants",
        cell: |_, a| facts::agreement(a, FR),
    },
    Column { title: "Autres mesures", cell: |_, a| facts::measures(a, FR) },
];

fn activity_name(activity: &Activity<'_>) -> Cell {
    let purpose = activity.purpose.map_or_else(String::new, |p| facts::capital(&p.french));
    let said = activity.entry.is_some_and(|entry| entry.purpose.is_some());
    let origin = if said { Origin::Register } else { Origin::Catalogue };
    Cell::of(origin, format!("{purpose} ({})", activity.vendor.name))
}

fn list<'d>(data: impl Iterator<Item = &'d Datum<'d>>) -> Cell {
    data.fold(Cell::default(), |cell, datum| cell.join(facts::one(datum, FR)))
}

fn ticked(activity: &Activity<'_>, wanted: impl Fn(&str) -> bool) -> Cell {
    let cell = list(activity.data.iter().filter(|d| wanted(&d.class.id)));
    if cell.parts.is_empty() { Cell::of(Origin::Code, "rien vu dans le code") } else { cell }
}

fn sensitive(activity: &Activity<'_>) -> Cell {
    let cell = list(facts::special(activity));
    if cell.parts.is_empty() {
        return Cell::of(Origin::Code, "Non : rien vu dans le code");
    }
    Cell::of(Origin::Code, "Oui").join(cell)
}

fn encryption(activity: &Activity<'_>) -> Cell {
    let kept = |d: &&Datum<'_>| matches!(d.protection, Protection::Hashed | Protection::Encrypted);
    let cell = list(activity.data.iter().filter(kept));
    cell.ask("description", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A class outside all boxes would vanish from the sheet.
    #[test]
    fn every_class_has_its_box() {
        let mut sample = crate::sample::report();
        for class in crate::sample::vocabulary().classes {
            let flow = crate::flow::Flow { class: class.id.clone(), ..sample.graph.flows[0].clone() };
            sample.graph.flows = vec![flow];
            let inventory = crate::report::inventory(&sample);
            let grid = (TABLE.grid)(&inventory);
            let at = inventory.activities.iter().position(|a| a.vendor.id == "mixpanel").unwrap();
            let boxes = &grid.rows[at][7..16];
            let told = boxes
                .iter()
                .filter(|cell| cell.parts.iter().any(|part| part.text.contains(&class.french)))
                .count();
            assert!(told >= 1, "{} is in no box", class.id);
        }
    }
}
