//! The cells that several templates share, in the language of the template.

use super::{Activity, Cell, Datum, Language, Origin, country_name};
use crate::policy::countries::{self, AS_OF, Standing};
use crate::policy::{LegalBasis, Organisation, Role, Transfer};
use crate::vendor::{Protection, Surface};
use std::collections::BTreeSet;

/// Art. 30(1)(a): who is responsible.
pub(super) fn organisation(said: Option<&Organisation>) -> Vec<(&'static str, Cell)> {
    let address = said.map(|o| {
        let parts =
            [o.address.clone(), o.country.as_deref().map(|code| country_name(code, Language::English))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let of = |take: fn(&Organisation) -> Option<&String>| said.and_then(take).cloned();
    let none = "name and contact details, or `none`";
    [
        ("Controller", "name of the controller", "organisation.name", said.map(|o| o.name.clone())),
        ("Address", "postal address of the controller", "organisation.address", address),
        ("Contact", "e-mail address and telephone", "organisation.contact", of(|o| o.contact.as_ref())),
        (JOINT, none, "", None),
        (
            "Representative (if applicable)",
            none,
            "organisation.representative",
            of(|o| o.representative.as_ref()),
        ),
        ("Data protection officer (if applicable)", none, "organisation.dpo", of(|o| o.dpo.as_ref())),
    ]
    .into_iter()
    .map(|(title, what, key, said)| {
        let cell = match said.filter(|text| !text.is_empty()) {
            Some(said) => Cell::of(Origin::Register, said),
            None if key.is_empty() => Cell::if_any(what),
            None => Cell::missing(what, key),
        };
        (title, cell)
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
    let origin = if activity.seen.is_some() { Origin::Code } else { Origin::Register };
    Cell::default().and(origin, activity.vendor.name.as_str(), activity.at.iter().cloned())
}

/// The processor's purpose: known of the vendor, and a hint until the organisation says so.
pub(super) fn purpose(activity: &Activity<'_>, language: Language) -> Cell {
    let ask =
        language.pick("confirm the purpose, or state your own", "confirmer la finalité ou énoncer la vôtre");
    let said = activity.entry.is_some_and(|entry| entry.purpose.is_some());
    let cell = match activity.purpose {
        Some(purpose) if said => {
            return Cell::of(Origin::Register, capital(language.pick(&purpose.title, &purpose.french)));
        }
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
        cell = cell.and(Origin::Code, language.pick(&subject.id, &subject.french), at.iter().cloned());
    }
    if let Some(entry) = activity.entry.filter(|entry| !entry.subjects.is_empty()) {
        let known: Vec<String> = cell.parts.iter().map(|part| part.text.clone()).collect();
        for group in entry.subjects.iter().filter(|group| !known.contains(group)) {
            cell = cell.and(Origin::Register, group.as_str(), []);
        }
        return cell;
    }
    if activity.subjects.is_empty() {
        let groups: BTreeSet<&str> = activity.surfaces().filter_map(|s| of_surface(s, language)).collect();
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
    if activity.entry.is_some() {
        let beyond: Vec<&str> = activity
            .data
            .iter()
            .filter(|datum| !datum.agreed)
            .map(|datum| language.pick(&datum.class.title, &datum.class.french))
            .collect();
        if !beyond.is_empty() {
            let words = language.pick("not covered by the register", "non couvert par le registre");
            return cell.ask(&format!("{words}: {}", beyond.join(", ")), key(activity, "classes"));
        }
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
    let behind = &activity.subprocessors;
    let mut cell = entity;
    match activity.entry.map(|entry| entry.role) {
        Some(Role::Controller) => {
            let words = language.pick("a controller of its own", "responsable de traitement distinct");
            cell = cell.and(Origin::Register, words, []);
        }
        Some(Role::JointController) => {
            let words = language.pick("a joint controller", "responsable conjoint");
            cell = cell.and(Origin::Register, words, []);
        }
        Some(Role::Processor) | None => {}
    }
    if !behind.is_empty() {
        let words = language.pick("sub-processors", "sous-traitants ultérieurs");
        cell = cell.and(Origin::Catalogue, format!("{words}: {}", behind.join(", ")), []);
    }
    cell
}

/// The legal entity of the vendor.
pub(super) fn entity(activity: &Activity<'_>) -> Cell {
    if let Some(entity) = activity.entry.and_then(|entry| entry.entity.as_deref()) {
        return Cell::of(Origin::Register, format!("{entity} ({})", activity.vendor.name));
    }
    let vendor = &*activity.vendor;
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
    let said = activity.entry.and_then(|entry| entry.country.as_deref());
    let (seat_of, origin) = match said {
        Some(country) => (country, Origin::Register),
        None => (activity.vendor.country.as_str(), Origin::Catalogue),
    };
    let mut cell = Cell::default();
    if !seat_of.is_empty() {
        let seat = language.pick("seat of the vendor", "siège du sous-traitant");
        let text = format!("{} ({seat})", country_name(seat_of, language));
        cell = cell.and(origin, text, []);
    }
    for code in activity.countries.iter().filter(|code| **code != seat_of) {
        let who = language.pick("sub-processors of the vendor", "sous-traitants ultérieurs");
        cell = cell.and(Origin::Catalogue, format!("{} ({who})", country_name(code, language)), []);
    }
    for region in &activity.regions {
        let how = language.pick("region chosen in code", "région choisie dans le code");
        cell = cell.and(Origin::Code, format!("{} ({how})", country_name(region, language)), []);
    }
    // Who recorded a mechanism has looked where the data goes.
    let recorded = activity.entry.is_some_and(|entry| entry.transfer.is_some());
    if recorded {
        return cell;
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
    if let Some((transfer, _)) = activity.entry.and_then(|entry| entry.transfer) {
        return Cell::of(Origin::Register, mechanism(transfer, language));
    }
    let mut cell = Cell::default();
    for code in &activity.countries {
        let Standing::Adequate(only) = countries::standing(code) else { continue };
        let name = country_name(code, language);
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

/// The mechanism that was recorded, with its article.
fn mechanism(transfer: Transfer, language: Language) -> &'static str {
    match transfer {
        Transfer::None => language.pick("no transfer", "aucun transfert"),
        Transfer::Adequacy => language.pick("adequacy decision (Art. 45)", "décision d'adéquation (art. 45)"),
        Transfer::Dpf => language.pick(
            "EU-US Data Privacy Framework (Art. 45)",
            "cadre de protection des données UE-États-Unis (art. 45)",
        ),
        Transfer::Scc => language.pick(
            "standard contractual clauses (Art. 46(2)(c))",
            "clauses contractuelles types (art. 46, 2, c)",
        ),
        Transfer::Bcr => language.pick(
            "binding corporate rules (Art. 46(2)(b))",
            "règles d'entreprise contraignantes (art. 46, 2, b)",
        ),
    }
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
    match activity.entry.and_then(|entry| entry.retention.as_deref()) {
        Some(said) => Cell::of(Origin::Register, said),
        None => Cell::missing(ask, key(activity, "retention")),
    }
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
    if let Some(security) = activity.security {
        return cell.and(Origin::Register, security, []);
    }
    let ask = language.pick(
        "technical and organisational measures (access control, encryption, logging, audits)",
        "mesures techniques et organisationnelles (contrôle d'accès, chiffrement, traçabilité, audits)",
    );
    cell.ask(ask, "organisation.security")
}

/// The contract under Art. 28(3).
pub(super) fn agreement(activity: &Activity<'_>, language: Language) -> Cell {
    if let Some(agreement) = activity.entry.and_then(|entry| entry.agreement.as_ref()) {
        let expires = agreement.expires.map_or_else(String::new, |day| format!(", expires {day}"));
        let page = agreement.url.as_ref().map_or_else(String::new, |page| format!(": {page}"));
        return Cell::of(Origin::Register, format!("signed {}{expires}{page}", agreement.signed));
    }
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
    match activity.entry.and_then(|entry| entry.legal_basis) {
        Some(basis) => Cell::of(Origin::Register, basis_words(basis)),
        None => Cell::missing("lawful basis under Article 6(1)", key(activity, "legal-basis")),
    }
}

/// A basis with its letter.
fn basis_words(basis: LegalBasis) -> &'static str {
    match basis {
        LegalBasis::Consent => "Consent (Art. 6(1)(a))",
        LegalBasis::Contract => "Contract (Art. 6(1)(b))",
        LegalBasis::LegalObligation => "Legal obligation (Art. 6(1)(c))",
        LegalBasis::VitalInterests => "Vital interests (Art. 6(1)(d))",
        LegalBasis::PublicTask => "Public task (Art. 6(1)(e))",
        LegalBasis::LegitimateInterest => "Legitimate interests (Art. 6(1)(f))",
    }
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

/// Who uses a surface: what is known where no name tells.
fn of_surface(surface: Surface, language: Language) -> Option<&'static str> {
    match surface {
        Surface::Browser => {
            Some(language.pick("visitors and users of the website", "visiteurs et utilisateurs du site"))
        }
        Surface::Mobile => {
            Some(language.pick("users of the mobile app", "utilisateurs de l'application mobile"))
        }
        Surface::Desktop => Some(language.pick("users of the program", "utilisateurs du programme")),
        Surface::Server | Surface::Ci => None,
    }
}
