//! Categories of data subjects, read from what the code calls the owner of a field: `employee.email` is an employee's.
//!
//! A name is a hint: the record asks people to confirm it. The lists of terms are those of fideslang and DPV.

use super::Language;
use crate::flow::Flow;
use crate::personal::split;
use crate::vendor::Surface;

/// A category of people.
#[derive(Debug)]
pub(crate) struct Subject {
    /// English, as in a record.
    pub name: &'static str,
    /// French.
    pub french: &'static str,
    /// fideslang data subject.
    pub fides: &'static str,
    /// DPV term.
    pub dpv: &'static str,
    /// Words of owners, singular.
    words: &'static [&'static str],
}

const fn subject(
    name: &'static str,
    french: &'static str,
    fides: &'static str,
    dpv: &'static str,
    words: &'static [&'static str],
) -> Subject {
    Subject { name, french, fides, dpv, words }
}

/// All, the narrower first: `customer user` is a customer.
pub(crate) static ALL: &[Subject] = &[
    subject("patients", "patients", "patient", "Patient", &["patient"]),
    subject("children", "enfants", "customer", "Child", &["child", "children", "kid", "minor"]),
    subject(
        "pupils and students",
        "élèves et étudiants",
        "trainee",
        "Student",
        &["student", "pupil", "learner"],
    ),
    subject("applicants", "candidats", "job_applicant", "JobApplicant", &["applicant", "candidate"]),
    subject(
        "employees",
        "salariés",
        "employee",
        "Employee",
        &["employee", "staff", "worker", "teacher", "driver", "courier", "coworker"],
    ),
    subject("prospects", "prospects", "prospect", "Consumer", &["lead", "prospect"]),
    subject(
        "customers",
        "clients",
        "customer",
        "Customer",
        &["customer", "buyer", "shopper", "purchaser", "payer", "cardholder", "order", "billing", "shipping"],
    ),
    subject(
        "subscribers",
        "abonnés",
        "customer",
        "Subscriber",
        &["subscriber", "newsletter", "subscription"],
    ),
    subject(
        "passengers and guests",
        "passagers et hôtes",
        "passenger",
        "Consumer",
        &["passenger", "traveler", "traveller"],
    ),
    subject(
        "suppliers",
        "fournisseurs",
        "supplier_vendor",
        "DataSubject",
        &["supplier", "merchant", "seller"],
    ),
    subject(
        "contacts and recipients of messages",
        "contacts et destinataires de messages",
        "customer",
        "User",
        &["recipient", "contact", "invitee", "attendee", "participant", "sender"],
    ),
    subject("visitors", "visiteurs", "visitor", "Visitor", &["visitor", "guest", "anonymous"]),
    subject(
        "users",
        "utilisateurs",
        "customer",
        "User",
        &[
            "user", "account", "member", "profile", "person", "owner", "author", "admin", "me", "viewer",
            "session", "auth",
        ],
    ),
];

/// Whose data a flow carries, as far as the name of the field tells.
pub(crate) fn of_field(field: &str) -> Option<&'static Subject> {
    let words = split(field);
    ALL.iter().find(|subject| words.iter().any(|word| subject.words.contains(&word.as_str())))
}

/// Whose data the flow carries.
pub(crate) fn of_flow(flow: &Flow) -> Option<&'static Subject> {
    of_field(&flow.field)
}

/// Who uses a surface: what is known where no name tells.
pub(crate) fn of_surface(surface: Surface, language: Language) -> Option<&'static str> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_tell() {
        for (field, expected) in [
            ("user.email", Some("users")),
            ("customer.user.email", Some("customers")),
            ("patientRecord.name", Some("patients")),
            ("currentEmployee.email", Some("employees")),
            ("req.ip", None),
            ("email", None),
        ] {
            assert_eq!(of_field(field).map(|s| s.name), expected, "{field}");
        }
    }

    #[test]
    fn words_are_said_once() {
        let mut seen = std::collections::BTreeSet::new();
        for word in ALL.iter().flat_map(|subject| subject.words) {
            assert!(seen.insert(word), "{word}");
        }
    }
}
