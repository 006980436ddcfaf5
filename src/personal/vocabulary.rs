//! The classes and purposes: closed vocabulary, read from `classes.toml` and `purposes.toml` and checked at load.
//!
//! Raw TOML becomes a total value here; nothing downstream sees raw. Judging a class for a purpose is the minimisation
//! baseline only; what an organisation agreed with a vendor is the policy's business.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use super::raw::{Text, builtin, parse};
use super::subject::Subject;
use crate::error::Problem;

/// A personal-data class.
#[derive(Clone, Debug)]
pub struct Class {
    /// `group.leaf`.
    pub id: String,
    /// For people, in records: `e-mail address`.
    pub title: String,
    /// The same in French.
    pub french: String,
    /// fideslang 3.1.4 data category.
    pub fides: String,
    /// Term of the DPV personal-data extension.
    pub dpv: String,
    /// GDPR regime (`9`, `10`, `Art. 87`), where special.
    pub article: Option<String>,
    /// `direct`, `quasi`, `linkable`.
    pub identifiability: String,
    /// How bad a leak is.
    pub sensitivity: Sensitivity,
    /// ENISA data-processing context base, 1 to 4.
    pub dpc: u8,
    /// ENISA ease of identification alone, 0.25 to 1.
    pub ei: f64,
    /// Role in a phishing message.
    pub lure: Option<Role>,
    /// Response id of Google Play's Data safety form.
    pub play: Option<String>,
    /// Data type of Apple's privacy manifest, without the `NSPrivacyCollectedDataType` prefix.
    pub apple: String,
    /// Letter of the EDPB breach notification template's list of data.
    pub edpb: char,
}

/// How bad a leak of one value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sensitivity {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
    /// Critical.
    Critical,
}

/// Role of a value in a phishing message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// E-mail or phone.
    Reach,
    /// Social handle and the like: reach, weighted less.
    #[serde(rename = "reach/2")]
    HalfReach,
    /// A name.
    Name,
    /// Ids that prove knowledge.
    Ids,
    /// Employer, organisation, job.
    Org,
    /// Location.
    Loc,
    /// Device and browser.
    Tech,
    /// Pages and referrers.
    Ref,
    /// Amounts, plans.
    Money,
    /// Messages, recordings.
    Content,
    /// Birthday, health, family.
    Pretext,
    /// The relationship itself.
    Rel,
    /// Credentials.
    Takeover,
}

/// A purpose with its minimisation baseline.
#[derive(Clone, Debug)]
pub struct Purpose {
    /// Kebab-case.
    pub id: String,
    /// For people, in records: `measuring how the product is used`.
    pub title: String,
    /// The same in French.
    pub french: String,
    /// fideslang data use.
    pub fides: String,
    /// DPV purpose.
    pub dpv: String,
    /// Normally necessary; `*` and `group.*` are patterns.
    pub allowed: Vec<String>,
    /// Needs a recorded reason.
    pub questionable: Vec<String>,
}

/// What the baseline says of a class for a purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// Normally necessary.
    Allowed,
    /// Needs a recorded reason.
    Questionable,
    /// Exceeds the baseline.
    Excessive,
    /// Never for a purpose that does not list it (`credential.*`, `financial.card_*`, `government.*`, `special.*`).
    Denied,
}

/// Classes that only a purpose listing them can lift.
const DENIED: &[&str] = &["credential.*", "financial.card_*", "government.*", "special.*"];

/// Classes and purposes.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Sorted by id.
    pub classes: Vec<Class>,
    /// Sorted by id.
    pub purposes: Vec<Purpose>,
    /// Kinds of people, sorted by id.
    pub subjects: Vec<Subject>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClasses {
    class: Vec<RawClass>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClass {
    id: Spanned<String>,
    title: Spanned<String>,
    french: Spanned<String>,
    fides: String,
    dpv: String,
    article: Option<String>,
    identifiability: Identifiability,
    sensitivity: Sensitivity,
    dpc: Spanned<u8>,
    ei: Spanned<f64>,
    lure: Option<Role>,
    play: Option<String>,
    apple: String,
    edpb: Spanned<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Identifiability {
    Direct,
    Quasi,
    Linkable,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPurposes {
    purpose: Vec<RawPurpose>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPurpose {
    id: Spanned<String>,
    title: Spanned<String>,
    french: Spanned<String>,
    fides: String,
    dpv: String,
    allowed: Vec<Spanned<String>>,
    questionable: Vec<Spanned<String>>,
}

impl Vocabulary {
    /// The built-in vocabulary.
    pub(crate) fn builtin() -> Result<Self, Vec<Problem>> {
        let vocabulary = Self::load(&builtin!("classes"), &builtin!("purposes"))?;
        let subjects = Subject::load(&builtin!("subjects"));
        Ok(Self { subjects: subjects.map_err(|problem| vec![problem])?, ..vocabulary })
    }

    /// Both files, checked; all problems at once.
    fn load(classes: &Text<'_>, purposes: &Text<'_>) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut vocabulary = Self::default();
        let (raw_classes, raw_purposes) = (parse::<RawClasses>(classes), parse::<RawPurposes>(purposes));
        let broken = raw_classes.is_err();
        match raw_classes {
            Ok(raw) => raw.class.into_iter().for_each(|c| vocabulary.add_class(c, classes, &mut problems)),
            Err(problem) => problems.push(problem),
        }
        vocabulary.classes.sort_by(|a, b| a.id.cmp(&b.id));
        match raw_purposes {
            // Without classes every pattern would look wrong.
            Ok(_) if broken => {}
            Ok(raw) => {
                raw.purpose.into_iter().for_each(|p| vocabulary.add_purpose(p, purposes, &mut problems))
            }
            Err(problem) => problems.push(problem),
        }
        vocabulary.purposes.sort_by(|a, b| a.id.cmp(&b.id));
        if problems.is_empty() { Ok(vocabulary) } else { Err(problems) }
    }

    fn add_class(&mut self, raw: RawClass, text: &Text<'_>, problems: &mut Vec<Problem>) {
        let id = raw.id.get_ref();
        let mut parts = id.split('.');
        let word = |p: Option<&str>| {
            p.is_some_and(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
        };
        if !(word(parts.next()) && word(parts.next()) && parts.next().is_none()) {
            problems.push(text.problem(&raw.id, format!("class `{id}` is not of the form `group.leaf`")));
        }
        if self.classes.iter().any(|c| c.id == *id) {
            problems.push(text.problem(&raw.id, format!("class `{id}` is already there; ids are unique")));
        }
        if !(1..=4).contains(raw.dpc.get_ref()) {
            problems.push(text.problem(&raw.dpc, "dpc is the ENISA base score, 1 to 4"));
        }
        if !(0.25..=1.0).contains(raw.ei.get_ref()) {
            problems.push(text.problem(&raw.ei, "ei is the ENISA ease of identification, 0.25 to 1"));
        }
        let mut letters = raw.edpb.get_ref().chars();
        let edpb = match (letters.next(), letters.next()) {
            (Some(letter @ 'a'..='u'), None) => letter,
            _ => {
                problems.push(text.problem(&raw.edpb, "edpb is one letter, `a` to `u`"));
                'u'
            }
        };
        let identifiability = match raw.identifiability {
            Identifiability::Direct => "direct",
            Identifiability::Quasi => "quasi",
            Identifiability::Linkable => "linkable",
        };
        for said in [&raw.title, &raw.french] {
            if said.get_ref().trim().is_empty() {
                problems.push(text.problem(said, "what people call it"));
            }
        }
        self.classes.push(Class {
            id: raw.id.into_inner(),
            title: raw.title.into_inner(),
            french: raw.french.into_inner(),
            fides: raw.fides,
            dpv: raw.dpv,
            article: raw.article,
            identifiability: identifiability.to_owned(),
            sensitivity: raw.sensitivity,
            dpc: raw.dpc.into_inner(),
            ei: raw.ei.into_inner(),
            lure: raw.lure,
            play: raw.play,
            apple: raw.apple,
            edpb,
        });
    }

    fn add_purpose(&mut self, raw: RawPurpose, text: &Text<'_>, problems: &mut Vec<Problem>) {
        if self.purposes.iter().any(|p| p.id == *raw.id.get_ref()) {
            let id = raw.id.get_ref();
            problems.push(text.problem(&raw.id, format!("purpose `{id}` is already there; ids are unique")));
        }
        let mut seen = BTreeSet::new();
        for pattern in raw.allowed.iter().chain(&raw.questionable) {
            let word = pattern.get_ref();
            if !self.is_pattern(word) {
                problems.push(text.problem(pattern, self.unknown_class(word)));
            }
            if !seen.insert(word.clone()) {
                problems.push(text.problem(pattern, format!("`{word}` is listed twice for this purpose")));
            }
        }
        let plain = |list: Vec<Spanned<String>>| list.into_iter().map(Spanned::into_inner).collect();
        for said in [&raw.title, &raw.french] {
            if said.get_ref().trim().is_empty() {
                problems.push(text.problem(said, "what people call it"));
            }
        }
        self.purposes.push(Purpose {
            id: raw.id.into_inner(),
            title: raw.title.into_inner(),
            french: raw.french.into_inner(),
            fides: raw.fides,
            dpv: raw.dpv,
            allowed: plain(raw.allowed),
            questionable: plain(raw.questionable),
        });
    }

    /// The class with this id.
    pub fn class(&self, id: &str) -> Option<&Class> {
        let at = self.classes.binary_search_by(|c| c.id.as_str().cmp(id)).ok()?;
        self.classes.get(at)
    }

    /// The purpose with this id.
    pub fn purpose(&self, id: &str) -> Option<&Purpose> {
        let at = self.purposes.binary_search_by(|p| p.id.as_str().cmp(id)).ok()?;
        self.purposes.get(at)
    }

    /// True if the pattern covers at least one class (`contact.email`, `behavior.*`, `*`).
    pub fn is_pattern(&self, pattern: &str) -> bool {
        self.classes.iter().any(|c| covers(pattern, &c.id))
    }

    /// A sentence for a class or pattern that does not exist, with the nearest that does.
    pub fn unknown_class(&self, word: &str) -> String {
        let leaf = word.rsplit('.').next().unwrap_or(word);
        let group = word.split('.').next().unwrap_or(word);
        let near = |wanted: &dyn Fn(&str) -> bool| {
            let ids: Vec<_> = self.classes.iter().map(|c| c.id.as_str()).filter(|id| wanted(id)).collect();
            ids
        };
        let mut ids = near(&|id| id.rsplit('.').next() == Some(leaf));
        if ids.is_empty() {
            ids = near(&|id| id.split('.').next() == Some(group));
        }
        if ids.is_empty() {
            let groups: BTreeSet<_> = self.classes.iter().filter_map(|c| c.id.split('.').next()).collect();
            let groups: Vec<_> = groups.into_iter().collect();
            return format!("no class `{word}`; the groups are {}", groups.join(", "));
        }
        format!("no class `{word}`; there is {}", ids.join(", "))
    }

    /// What the minimisation baseline of a purpose says of a class. An unknown purpose needs nothing.
    pub fn judge(&self, purpose: &str, class: &str) -> Judgement {
        let listed = |list: &[String]| list.iter().any(|p| covers(p, class));
        let purpose = self.purpose(purpose);
        if purpose.is_some_and(|p| listed(&p.allowed)) {
            Judgement::Allowed
        } else if purpose.is_some_and(|p| listed(&p.questionable)) {
            Judgement::Questionable
        } else if DENIED.iter().any(|p| covers(p, class)) {
            Judgement::Denied
        } else {
            Judgement::Excessive
        }
    }
}

/// True if a pattern (`contact.email`, `contact.*`, `financial.card_*`, `*`) covers a class.
pub(crate) fn covers(pattern: &str, class: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(prefix) => class.starts_with(prefix),
        None => pattern == class,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        Vocabulary::builtin().unwrap_or_else(|problems| panic!("{problems:#?}"))
    }

    #[test]
    fn builtin_is_complete() {
        let vocabulary = vocabulary();
        assert_eq!(vocabulary.classes.len(), 79);
        assert_eq!(vocabulary.purposes.len(), 27);
        assert!(
            vocabulary.class("contact.email").is_some_and(|c| c.apple == "EmailAddress" && c.edpb == 'b')
        );
        assert_eq!(vocabulary.class("contact.social_handle").and_then(|c| c.lure), Some(Role::HalfReach));
        assert!(vocabulary.class("contact.mail").is_none());
    }

    #[test]
    fn baseline() {
        use Judgement::*;
        let vocabulary = vocabulary();
        for (purpose, class, expected) in [
            ("product-analytics", "identifier.pseudonymous_id", Allowed),
            ("product-analytics", "identifier.user_id", Questionable),
            ("product-analytics", "contact.email", Excessive),
            ("product-analytics", "credential.password", Denied),
            ("advertising", "special.health", Denied),
            ("crm", "government.passport", Denied),
            ("payments", "financial.card_number", Allowed),
            ("payments", "government.tax_id", Questionable),
            ("payments", "government.passport", Denied),
            ("email-transactional", "credential.secret", Questionable),
            ("customer-support", "financial.card_cvv", Denied),
            ("customer-support", "financial.income", Excessive),
            ("hosting-storage", "special.health", Allowed),
            ("no-such-purpose", "contact.email", Excessive),
            ("no-such-purpose", "special.union", Denied),
        ] {
            assert_eq!(vocabulary.judge(purpose, class), expected, "{purpose} {class}");
        }
    }

    #[test]
    fn patterns() {
        for (pattern, class, expected) in [
            ("*", "contact.email", true),
            ("contact.*", "contact.email", true),
            ("contact.*", "contacts.email", false),
            ("contact.email", "contact.email_hash", false),
            ("financial.card_*", "financial.card_cvv", true),
            ("financial.card_*", "financial.income", false),
        ] {
            assert_eq!(covers(pattern, class), expected, "{pattern} {class}");
        }
    }

    const CLASS: &str = "[[class]]\nid = \"contact.email\"\ntitle = \"e\"\nfrench = \"e\"\nfides = \"f\"\n\
                         dpv = \"d\"\nidentifiability = \"direct\"\n\
                         sensitivity = \"low\"\ndpc = 1\nei = 1.0\napple = \"A\"\nedpb = \"b\"\n";

    #[test]
    fn problems_have_places() {
        let purposes = "[[purpose]]\nid = \"x\"\ntitle = \"e\"\nfrench = \"e\"\nfides = \"f\"\ndpv = \"d\"\n\
                        allowed = [\"contact.email\", \"contact.mail\"]\nquestionable = [\"contact.email\"]\n";
        let problems =
            Vocabulary::load(&Text::new("c.toml", CLASS), &Text::new("p.toml", purposes)).unwrap_err();
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            lines,
            [
                "p.toml:7:29: no class `contact.mail`; there is contact.email",
                "p.toml:8:17: `contact.email` is listed twice for this purpose"
            ]
        );
    }

    #[test]
    fn typos_in_classes() {
        let purposes = Text::new("p.toml", "purpose = []");
        for (from, to, expected) in [
            ("\"direct\"", "\"directly\"", "c.toml:7:19: unknown variant `directly`"),
            ("dpc = 1", "dpc = 7", "c.toml:9:7: dpc is"),
            ("ei = 1.0", "ei = 2.0", "c.toml:10:6: ei is"),
            ("contact.email", "email", "c.toml:2:6: class `email` is not"),
            ("apple", "aple", "c.toml:11:1: unknown field `aple`"),
        ] {
            let text = CLASS.replace(from, to);
            let problems = Vocabulary::load(&Text::new("c.toml", &text), &purposes).unwrap_err();
            let first = problems[0].to_string();
            assert!(first.starts_with(expected), "{first}");
        }
    }
}
