//! An existing record against the code: what it says, and what the code does.
//!
//! Recipients are matched with the catalogue by name, legal entity and id; data by the words of the vocabulary, by groups
//! ("contact details") and as the classifier reads them. What was not understood is told, and blames nobody.

use super::{Activity, Cell, Grid, Inventory, Origin};
use crate::personal::{Personal, covers, split};
use crate::policy::Record;
use crate::vendor::{Catalogue, Vendor};
use std::collections::{BTreeMap, BTreeSet};

/// How record and code differ on one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    /// The code does it, the record does not say so.
    NotSaid,
    /// The record says it, the code was not seen to do it.
    NotSeen,
    /// The record has words that nobody understood.
    NotUnderstood,
    /// Both.
    Agrees,
}

impl Verdict {
    /// All, what weighs most first.
    pub(crate) const ALL: [Self; 4] = [Self::NotSaid, Self::NotSeen, Self::NotUnderstood, Self::Agrees];

    /// For people.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::NotSaid => "not in the record",
            Self::NotSeen => "not seen in code",
            Self::NotUnderstood => "not understood",
            Self::Agrees => "agrees",
        }
    }
}

/// One line of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// About whom.
    pub processor: String,
    /// The class; empty where it is about the processor itself.
    pub class: String,
    /// What differs.
    pub verdict: Verdict,
    /// What the record says, with the row.
    pub says: String,
    /// What the code does, with a place.
    pub does: String,
}

/// All lines: what the code does beyond the record first.
pub(crate) struct Comparison {
    /// Sorted by verdict, processor and class.
    pub lines: Vec<Difference>,
}

impl Comparison {
    /// The code does more than the record says.
    pub(crate) fn is_short(&self) -> bool {
        self.lines.iter().any(|line| line.verdict == Verdict::NotSaid)
    }

    /// How many lines say so.
    pub(crate) fn count(&self, verdict: Verdict) -> usize {
        self.lines.iter().filter(|line| line.verdict == verdict).count()
    }

    /// As a table.
    pub(crate) fn grid(&self) -> Grid {
        let rows = self.lines.iter().map(|line| {
            let says = Cell::of(Origin::Register, line.says.as_str());
            let does = Cell::of(Origin::Code, line.does.as_str());
            let of = |text: &str| Cell::of(Origin::Code, text);
            vec![of(&line.processor), of(&line.class), of(line.verdict.name()), says, does]
        });
        Grid {
            columns: vec!["Processor", "Data", "Verdict", "The record says", "The code does"],
            rows: rows.collect(),
        }
    }
}

/// What a record says of one vendor.
#[derive(Default)]
struct Said {
    /// Rows that name it.
    at: BTreeSet<String>,
    /// Classes, with the words that said so.
    classes: BTreeMap<String, String>,
    /// Words for data that nobody understood.
    unknown: BTreeSet<String>,
}

/// Compares.
pub(crate) fn compare(
    record: &Record,
    inventory: &Inventory<'_>,
    personal: &Personal,
    catalogue: &Catalogue,
) -> Comparison {
    let names = Names::new(catalogue);
    let used: BTreeSet<&str> =
        inventory.activities.iter().filter(|a| a.seen.is_some()).map(|a| a.vendor.id.as_str()).collect();
    let mut said: BTreeMap<&str, Said> = BTreeMap::new();
    let mut lines = Vec::new();
    for row in &record.rows {
        for id in names.of_row(&row.recipients, &used) {
            let entry = said.entry(id).or_default();
            entry.at.insert(row.at.clone());
            for item in &row.data {
                let classes = classes(item, personal);
                if classes.is_empty() {
                    entry.unknown.insert(item.clone());
                }
                entry.classes.extend(classes.into_iter().map(|class| (class, item.clone())));
            }
        }
    }
    for activity in inventory.activities.iter().filter(|activity| activity.seen.is_some()) {
        match said.remove(activity.vendor.id.as_str()) {
            Some(said) => of_both(activity, &said, &mut lines),
            None => lines.push(only_in_code(activity)),
        }
    }
    let behind: BTreeSet<&str> =
        inventory.activities.iter().flat_map(|a| a.subprocessors.iter().copied()).collect();
    for (id, said) in said.into_iter().filter(|(id, _)| !behind.contains(id)) {
        let declared = inventory.declared.iter().find(|(vendor, _)| vendor.id == id);
        let does = match declared {
            Some((_, at)) => format!("only declared ({at})"),
            None => "nothing of it was seen".to_owned(),
        };
        lines.push(Difference {
            processor: catalogue.by_id(id).map_or(id, |at| &catalogue.vendor(at).name).to_owned(),
            class: String::new(),
            verdict: Verdict::NotSeen,
            says: join(&said.at),
            does,
        });
    }
    lines.sort_by(|a, b| (a.verdict, &a.processor, &a.class).cmp(&(b.verdict, &b.processor, &b.class)));
    Comparison { lines }
}

fn join(all: &BTreeSet<String>) -> String {
    all.iter().cloned().collect::<Vec<_>>().join(", ")
}

fn only_in_code(activity: &Activity<'_>) -> Difference {
    let classes: Vec<&str> = activity.data.iter().map(|d| d.class.id.as_str()).collect();
    let at = activity.at.first().map_or("", String::as_str);
    let gets = if classes.is_empty() { "no class seen".to_owned() } else { classes.join(", ") };
    Difference {
        processor: activity.vendor.name.clone(),
        class: String::new(),
        verdict: Verdict::NotSaid,
        says: "nothing".to_owned(),
        does: format!("used at {at}; gets {gets}"),
    }
}

fn of_both(activity: &Activity<'_>, said: &Said, lines: &mut Vec<Difference>) {
    let line = |class: &str, verdict, says: String, does: String| Difference {
        processor: activity.vendor.name.clone(),
        class: class.to_owned(),
        verdict,
        says,
        does,
    };
    let rows = join(&said.at);
    let at = activity.at.first().map_or("", String::as_str);
    lines.push(line("", Verdict::Agrees, rows.clone(), format!("used at {at}")));
    for datum in &activity.data {
        let at: Vec<&str> = datum.at.iter().map(String::as_str).take(3).collect();
        let how = if datum.written { "sent" } else { "added by SDK or server" };
        let does = format!("{how}, {}", at.join(", "));
        match said.classes.get(&datum.class.id) {
            Some(words) => {
                lines.push(line(&datum.class.id, Verdict::Agrees, format!("{words} ({rows})"), does))
            }
            None => lines.push(line(&datum.class.id, Verdict::NotSaid, format!("not in {rows}"), does)),
        }
    }
    // Words for a whole group are kept by any class of it.
    let mut words: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (class, item) in &said.classes {
        words.entry(item).or_default().push(class);
    }
    for (item, classes) in words {
        let kept = classes.iter().any(|class| activity.data.iter().any(|d| d.class.id == *class));
        if !kept {
            let class = if classes.len() == 1 { classes[0] } else { "" };
            let does = "not seen to be sent".to_owned();
            lines.push(line(class, Verdict::NotSeen, format!("{item} ({rows})"), does));
        }
    }
    for item in &said.unknown {
        let near = "no class of data by these words".to_owned();
        lines.push(line("", Verdict::NotUnderstood, format!("{item} ({rows})"), near));
    }
}

/// Names by which records call vendors, plain.
struct Names<'c> {
    by_name: BTreeMap<String, &'c Vendor>,
    /// Several vendors may be of one company.
    by_entity: BTreeMap<String, Vec<&'c Vendor>>,
}

impl<'c> Names<'c> {
    fn new(catalogue: &'c Catalogue) -> Self {
        let mut by_name = BTreeMap::new();
        let mut by_entity: BTreeMap<String, Vec<&Vendor>> = BTreeMap::new();
        for vendor in catalogue.vendors() {
            for name in [&vendor.id, &vendor.name] {
                by_name.entry(plain(name)).or_insert(vendor);
            }
            by_entity.entry(plain(&vendor.entity)).or_default().push(vendor);
        }
        by_name.remove("");
        by_entity.remove("");
        Self { by_name, by_entity }
    }

    /// Whom a row names. A company stands for those of its vendors that the row names, or else that are in use.
    fn of_row(&self, recipients: &[String], used: &BTreeSet<&str>) -> BTreeSet<&'c str> {
        let named = |who: &String| look(&self.by_name, who).map(|vendor| vendor.id.as_str());
        let mut found: BTreeSet<&str> = recipients.iter().filter_map(named).collect();
        for who in recipients {
            // `Twilio Inc. (Segment)` is Segment, of the company that is called like another vendor.
            let (Some(id), Some(company)) = (named(who), look(&self.by_entity, who)) else { continue };
            let other = company.iter().any(|vendor| vendor.id != id && found.contains(vendor.id.as_str()));
            if other && !used.contains(id) {
                found.remove(id);
            }
        }
        for company in recipients.iter().filter_map(|who| look(&self.by_entity, who)) {
            let ids: Vec<&str> = company.iter().map(|vendor| vendor.id.as_str()).collect();
            if ids.iter().any(|id| found.contains(id)) {
                continue;
            }
            let in_use: Vec<&str> = ids.iter().copied().filter(|id| used.contains(id)).collect();
            found.extend(if in_use.is_empty() { ids.into_iter().take(1).collect() } else { in_use });
        }
        found
    }
}

/// Looks for the whole name, or else for parts of it: `Analytics: Mixpanel`, `Mixpanel – product analytics`.
fn look<'m, T>(names: &'m BTreeMap<String, T>, who: &str) -> Option<&'m T> {
    let parts = who.split([':', '–', '—', '/']).chain(who.split(" - "));
    names.get(&plain(who)).or_else(|| parts.filter_map(|part| names.get(&plain(part))).last())
}

/// Kinds of companies, which records leave out.
const COMPANY: [&str; 22] = [
    "inc",
    "llc",
    "ltd",
    "limited",
    "gmbh",
    "ag",
    "sa",
    "sas",
    "sarl",
    "bv",
    "b",
    "v",
    "nv",
    "corp",
    "corporation",
    "co",
    "company",
    "plc",
    "oy",
    "ab",
    "as",
    "pty",
];

fn plain(name: &str) -> String {
    let mut words: Vec<String> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    while words.len() > 1 && words.last().is_some_and(|word| COMPANY.contains(&word.as_str())) {
        words.pop();
    }
    words.join(" ")
}

/// Words for whole groups of classes, in the languages of the templates.
const GROUPS: &[(&[&str], &[&str])] = &[
    (
        &[
            "contact details",
            "contact data",
            "contact information",
            "coordonnées",
            "kontaktdaten",
            "datos de contacto",
            "dati di contatto",
            "contactgegevens",
        ],
        &["contact.*"],
    ),
    (
        &[
            "identity",
            "identification data",
            "identity data",
            "données d'identification",
            "identité",
            "état-civil",
            "stammdaten",
            "datos identificativos",
            "dati anagrafici",
        ],
        &["identity.*"],
    ),
    (
        &[
            "location",
            "location data",
            "données de localisation",
            "localisation",
            "standortdaten",
            "datos de localización",
            "dati di localizzazione",
        ],
        &["location.*"],
    ),
    (
        &[
            "usage data",
            "behavioural data",
            "behavioral data",
            "analytics data",
            "données d'utilisation",
            "nutzungsdaten",
            "datos de uso",
            "dati di utilizzo",
        ],
        &["behavior.*"],
    ),
    (
        &[
            "device data",
            "device information",
            "technical data",
            "données techniques",
            "gerätedaten",
            "technische daten",
            "datos técnicos",
            "dati tecnici",
        ],
        &["device.*", "identifier.device_id", "identifier.ip_address"],
    ),
    (
        &[
            "online identifiers",
            "identifiers",
            "identifiants",
            "identifiants en ligne",
            "online-kennungen",
            "kennungen",
            "identificadores",
            "identificativi",
        ],
        &["identifier.*"],
    ),
    (
        &["connection data", "données de connexion", "verbindungsdaten", "log data", "datos de conexión"],
        &["identifier.ip_address", "device.*", "identifier.session_id"],
    ),
    (
        &[
            "payment data",
            "financial data",
            "données financières",
            "données bancaires",
            "zahlungsdaten",
            "datos financieros",
            "dati di pagamento",
        ],
        &["financial.*"],
    ),
    (&["content", "content data", "inhaltsdaten", "communications", "contenu"], &["content.*"]),
    (
        &["cookies", "cookie data"],
        &["identifier.cookie_id", "identifier.session_id", "identifier.pseudonymous_id"],
    ),
];

/// The classes that words for data stand for.
fn classes(item: &str, personal: &Personal) -> BTreeSet<String> {
    let words = item.to_lowercase();
    let all = &personal.vocabulary.classes;
    let with = |wanted: &dyn Fn(&crate::personal::Class) -> bool| -> BTreeSet<String> {
        all.iter().filter(|class| wanted(class)).map(|class| class.id.clone()).collect()
    };
    // Our own words, those of fides (whose keys stand for all below them), and groups.
    let exact = with(&|class| {
        class.id == words || class.title.to_lowercase() == words || class.french.to_lowercase() == words
    });
    if !exact.is_empty() {
        return exact;
    }
    if words.starts_with("user") && words.contains('.') {
        return with(&|class| class.fides == words || class.fides.starts_with(&format!("{words}.")));
    }
    if let Some((_, patterns)) = GROUPS.iter().find(|(names, _)| names.contains(&words.as_str())) {
        return with(&|class| patterns.iter().any(|pattern| covers(pattern, &class.id)));
    }
    // As a name of code would be read: the data of a person.
    let name = words.replace("e-mail", "email").replace("e mail", "email");
    let name = split(&name).join("_");
    let read = personal.read_name(&format!("user.{name}")).class;
    read.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Row;

    fn ids(item: &str) -> Vec<String> {
        classes(item, &Personal::builtin().unwrap()).into_iter().collect()
    }

    #[test]
    fn words_of_records_are_classes() {
        for (item, expected) in [
            ("E-mail address", "contact.email"),
            ("Email", "contact.email"),
            ("adresse électronique", "contact.email"),
            ("contact.phone", "contact.phone"),
            ("user.name.first", "identity.first_name"),
            ("Date of birth", "demographic.date_of_birth"),
            ("IP address", "identifier.ip_address"),
        ] {
            assert_eq!(ids(item), [expected], "{item}");
        }
        assert!(ids("Contact details").contains(&"contact.phone".to_owned()));
        assert!(ids("lorem ipsum").is_empty());
    }

    #[test]
    fn a_company_stands_for_what_is_in_use() {
        let catalogue = crate::vendor::builtin();
        let names = Names::new(&catalogue);
        let google = "Google LLC".to_owned();
        let used = BTreeSet::from(["google-analytics"]);
        let found = |who: &[String]| names.of_row(who, &used).into_iter().collect::<Vec<_>>();
        assert_eq!(found(std::slice::from_ref(&google)), ["google-analytics"]);
        assert_eq!(found(&[google, "Firebase".to_owned()]), ["firebase"]);
        assert_eq!(found(&["Twilio Inc.".to_owned(), "Segment".to_owned()]), ["segment"]);
    }

    #[test]
    fn companies_are_found_by_their_names() {
        let catalogue = crate::vendor::builtin();
        let names = Names::new(&catalogue);
        for (who, expected) in [
            ("Mixpanel", Some("mixpanel")),
            ("Mixpanel, Inc.", Some("mixpanel")),
            ("MIXPANEL Inc", Some("mixpanel")),
            ("Analytics: Mixpanel", Some("mixpanel")),
            ("our marketing department", None),
        ] {
            let found = names.of_row(&[who.to_owned()], &BTreeSet::new());
            assert_eq!(found.into_iter().collect::<Vec<_>>(), Vec::from_iter(expected), "{who}");
        }
    }

    #[test]
    fn says_and_does() {
        let report = crate::sample::report();
        let inventory = crate::report::inventory(&report);
        let row = |who: &str, data: &[&str]| Row {
            at: "row 2".into(),
            recipients: vec![who.into()],
            data: data.iter().map(|&d| d.into()).collect(),
        };
        let record = Record { rows: vec![row("Mixpanel", &["e-mail address", "phone number", "mumbo"])] };
        let personal = Personal::builtin().unwrap();
        let comparison = compare(&record, &inventory, &personal, &report.catalogue);
        assert!(comparison.is_short());
        let told = |verdict| -> Vec<(&str, &str)> {
            let lines = comparison.lines.iter().filter(|line| line.verdict == verdict);
            lines.map(|line| (line.processor.as_str(), line.class.as_str())).collect()
        };
        assert_eq!(told(Verdict::Agrees), [("Mixpanel", ""), ("Mixpanel", "contact.email")]);
        assert!(told(Verdict::NotSaid).contains(&("Mixpanel", "identity.name")));
        assert!(told(Verdict::NotSaid).contains(&("Sentry", "")), "a processor that nobody wrote down");
        assert_eq!(told(Verdict::NotSeen), [("Mixpanel", "contact.phone")]);
        assert_eq!(told(Verdict::NotUnderstood), [("Mixpanel", "")]);
    }
}
