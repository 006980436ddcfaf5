//! The cells that several templates share, in the language of the template.

use super::countries::{self, AS_OF, Standing};
use super::{Activity, Cell, Datum, Language, Origin, subjects};
use crate::vendor::{Protection, Surface};
use std::collections::BTreeSet;

/// Art. 30(1)(a): who is responsible.
pub(super) fn organisation() -> Vec<(&'static str, Cell)> {
    [
        ("Controller", "name of the controller", "organisation.name"),
        ("Address", "postal address of the controller", "organisation.address"),
        ("Contact", "e-mail address and telephone", "organisation.contact"),
        (JOINT, "name and contact details, or `none`", ""),
        (
            "Representative (if applicable)",
            "name and contact details, or `none`",
            "organisation.representative",
        ),
        (
            "Data protection officer (if applicable)",
            "name and contact details, or `none`",
            "organisation.dpo",
        ),
    ]
    .into_iter()
    .map(|(title, what, key)| {
        (title, if key.is_empty() { Cell::if_any(what) } else { Cell::missing(what, key) })
    })
    .collect()
}

/// The line of the joint controller.
pub(super) const JOINT: &str = "Joint controller (if applicable)";

/// Where the register takes an answer about a processor.
pub(super) fn key(activity: &Activity<'_>, field: &str) -> String {
    format!("processor.{}.{field}", activity.vendor.id)
}

/// The vendor as the software of the activity.
pub(super) fn name(activity: &Activity<'_>) -> Cell {
    Cell::default().and(Origin::Code, activity.vendor.name.as_str(), activity.at.iter().cloned())
}

/// The processor's purpose: known of the vendor, and a hint until the organisation says so.
pub(super) fn purpose(activity: &Activity<'_>, language: Language) -> Cell {
    let ask =
        language.pick("confirm the purpose, or state your own", "confirmer la finalité ou énoncer la vôtre");
    let cell = match activity.purpose {
        Some(purpose) => Cell::default().and(
            Origin::Catalogue,
            capital(language.pick(&purpose.title, &purpose.french)),
            [activity.vendor.docs.clone()],
        ),
        None => Cell::default(),
    };
    cell.ask(ask, key(activity, "purpose"))
}

/// Whose data.
pub(super) fn subjects(activity: &Activity<'_>, language: Language) -> Cell {
    let ask =
        language.pick("confirm the categories of people", "confirmer les catégories de personnes concernées");
    let mut cell = Cell::default();
    for (subject, at) in &activity.subjects {
        cell = cell.and(Origin::Code, language.pick(subject.name, subject.french), at.iter().cloned());
    }
    if activity.subjects.is_empty() {
        let groups: BTreeSet<&str> =
            activity.seen.surfaces.iter().filter_map(|&s| subjects::of_surface(s, language)).collect();
        for group in groups {
            cell = cell.and(Origin::Catalogue, group, []);
        }
    }
    cell.ask(ask, key(activity, "subjects"))
}

/// Which data.
pub(super) fn data(activity: &Activity<'_>, language: Language) -> Cell {
    let mut cell = Cell::default();
    for datum in &activity.data {
        cell = cell.join(one(datum, language));
    }
    if cell.parts.is_empty() {
        let ask = language.pick(
            "no personal data was seen to go there: confirm that there is none",
            "aucune donnée personnelle n'a été vue : confirmer qu'il n'y en a pas",
        );
        return Cell::missing(ask, key(activity, "classes"));
    }
    cell
}

/// One category of data, with how it gets there.
pub(super) fn one(datum: &Datum<'_>, language: Language) -> Cell {
    let title = language.pick(&datum.class.title, &datum.class.french);
    let text = match (datum.written, datum.added) {
        (false, Some(added)) if added.by_server => {
            let from =
                language.pick("derived by the vendor's server", "déduit par le serveur du sous-traitant");
            format!("{title} ({from})")
        }
        (false, Some(_)) => {
            format!("{title} ({})", language.pick("collected by the SDK", "collecté par le SDK"))
        }
        _ => match protection(datum.protection, language) {
            Some(done) => format!("{title} ({done})"),
            None => title.to_owned(),
        },
    };
    let page = datum.added.filter(|_| !datum.written).map(|added| added.source.clone());
    Cell::default().and(datum.origin(), text, datum.at.iter().cloned().chain(page))
}

/// What is done to a value before it leaves, for people.
pub(super) fn protection(protection: Protection, language: Language) -> Option<&'static str> {
    Some(match protection {
        Protection::None => return None,
        Protection::Hashed => language.pick("hashed before sending", "haché avant envoi"),
        Protection::Masked => language.pick("masked before sending", "masqué avant envoi"),
        Protection::Truncated => language.pick("truncated before sending", "tronqué avant envoi"),
        Protection::Encrypted => language.pick("encrypted before sending", "chiffré avant envoi"),
        Protection::Rounded => language.pick("rounded before sending", "arrondi avant envoi"),
    })
}

/// The processor and those behind it.
pub(super) fn recipients(activity: &Activity<'_>, language: Language) -> Cell {
    let entity = entity(activity);
    let behind: Vec<&str> = activity.subprocessors.clone();
    let mut cell = entity;
    if !behind.is_empty() {
        let words = language.pick("sub-processors", "sous-traitants ultérieurs");
        cell = cell.and(Origin::Catalogue, format!("{words}: {}", behind.join(", ")), []);
    }
    cell
}

/// The legal entity of the vendor.
pub(super) fn entity(activity: &Activity<'_>) -> Cell {
    let vendor = activity.vendor;
    let name = if vendor.entity.is_empty() || vendor.entity == vendor.name {
        vendor.name.clone()
    } else {
        format!("{} ({})", vendor.entity, vendor.name)
    };
    Cell::default().and(Origin::Catalogue, name, [vendor.homepage.clone()])
}

/// True if a country of the vendor or of those behind it is a third country.
pub(super) fn leaves(activity: &Activity<'_>) -> bool {
    activity.countries.iter().any(|code| countries::standing(code) != Standing::Eea)
}

/// Third countries: seats that are known, regions that the code names.
pub(super) fn transfers(activity: &Activity<'_>, language: Language) -> Cell {
    let vendor = activity.vendor;
    let mut cell = Cell::default();
    if !vendor.country.is_empty() {
        let seat = language.pick("seat of the vendor", "siège du sous-traitant");
        let text = format!("{} ({seat})", countries::name(&vendor.country, language));
        cell = cell.and(Origin::Catalogue, text, []);
    }
    for code in activity.countries.iter().filter(|code| **code != vendor.country) {
        let who = language.pick("sub-processors of the vendor", "sous-traitants ultérieurs");
        cell = cell.and(Origin::Catalogue, format!("{} ({who})", countries::name(code, language)), []);
    }
    for region in &activity.regions {
        let how = language.pick("region chosen in code", "région choisie dans le code");
        cell = cell.and(Origin::Code, format!("{} ({how})", countries::name(region, language)), []);
    }
    if leaves(activity) || activity.countries.is_empty() {
        let ask = language.pick(
            "confirm the countries to which data goes",
            "confirmer les pays vers lesquels les données sont transférées",
        );
        return cell.ask(ask, key(activity, "transfer"));
    }
    let none = language.pick("no third country known", "aucun pays tiers connu");
    cell.and(Origin::Catalogue, none, [])
}

/// What covers a transfer.
pub(super) fn safeguards(activity: &Activity<'_>, language: Language) -> Cell {
    let mut cell = Cell::default();
    for code in &activity.countries {
        let Standing::Adequate(only) = countries::standing(code) else { continue };
        let name = countries::name(code, language);
        let decision = language.pick("adequacy decision", "décision d'adéquation");
        let text = if only.is_empty() {
            format!("{name}: {decision} ({AS_OF})")
        } else {
            let only = language.pick(only, french_scope(only));
            let limit = language.pick("only for", "uniquement pour");
            format!("{name}: {decision} {limit} {only} ({AS_OF})")
        };
        cell = cell.and(Origin::Catalogue, text, []);
    }
    if leaves(activity) || activity.countries.is_empty() {
        let ask = language.pick(
            "mechanism of the transfer: adequacy, dpf, scc, bcr or none",
            "mécanisme du transfert : adequacy, dpf, scc, bcr ou none",
        );
        return cell.ask(ask, key(activity, "transfer"));
    }
    cell.and(Origin::Catalogue, language.pick("not needed: no third country known", "sans objet"), [])
}

fn french_scope(only: &str) -> &str {
    match only {
        "organisations under PIPEDA" => "les organisations soumises à la LPRPDE",
        "recipients certified under the EU-US Data Privacy Framework" => {
            "les destinataires certifiés au cadre de protection des données UE-États-Unis"
        }
        other => other,
    }
}

/// How long.
pub(super) fn retention(activity: &Activity<'_>, language: Language) -> Cell {
    let ask = language.pick(
        "time limits for erasure, for each category of data, or the criteria",
        "délais d'effacement par catégorie de données, ou les critères",
    );
    Cell::missing(ask, key(activity, "retention"))
}

/// What code does to protect; the organisational half is for people.
pub(super) fn measures(activity: &Activity<'_>, language: Language) -> Cell {
    let mut cell = Cell::default();
    for datum in &activity.data {
        let Some(done) = protection(datum.protection, language) else { continue };
        let title = language.pick(&datum.class.title, &datum.class.french);
        cell = cell.and(Origin::Code, format!("{title}: {done}"), datum.at.iter().cloned());
    }
    for (class, collected, at) in &activity.switched_off {
        let off = language.pick("not collected", "non collecté");
        cell = cell.and(
            Origin::Code,
            format!("{}: {off} (`{}`)", language.pick(&class.title, &class.french), collected.off),
            [at.clone()],
        );
    }
    let ask = language.pick(
        "technical and organisational measures (access control, encryption, logging, audits)",
        "mesures techniques et organisationnelles (contrôle d'accès, chiffrement, traçabilité, audits)",
    );
    cell.ask(ask, "organisation.security")
}

/// The contract under Art. 28(3).
pub(super) fn agreement(activity: &Activity<'_>, language: Language) -> Cell {
    let cell = match &activity.vendor.dpa {
        Some(page) => Cell::default().and(
            Origin::Catalogue,
            format!("{}: {page}", language.pick("published by the vendor", "publié par le sous-traitant")),
            [],
        ),
        None => Cell::default(),
    };
    let ask =
        language.pick("link to the signed agreement and its date", "lien vers le contrat signé et sa date");
    cell.ask(ask, key(activity, "agreement"))
}

/// The lawful basis of Art. 6.
pub(super) fn legal_basis(activity: &Activity<'_>) -> Cell {
    Cell::missing("lawful basis under Article 6(1)", key(activity, "legal-basis"))
}

/// Classes of Art. 9 and 10.
pub(super) fn special<'d>(activity: &'d Activity<'_>) -> impl Iterator<Item = &'d Datum<'d>> {
    activity.data.iter().filter(|d| matches!(d.class.article.as_deref(), Some("9" | "10")))
}

/// Where the vendor is used, for people.
pub(super) fn surface(surface: Surface, language: Language) -> &'static str {
    match surface {
        Surface::Browser => language.pick("website", "site web"),
        Surface::Server => language.pick("server", "serveur"),
        Surface::Mobile => language.pick("mobile app", "application mobile"),
        Surface::Desktop => language.pick("desktop program", "programme de bureau"),
        Surface::Ci => language.pick("build", "intégration continue"),
    }
}

/// With a capital.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + chars.as_str())
}
