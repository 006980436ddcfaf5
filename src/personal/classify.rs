//! From evidence to class: joins what the name, the key, the type, the known source, the vendor and the position say.
//!
//! The order of belief: a known source; the field with its owners; its declared type; the vendor's own key; the payload
//! key; the position in the call. A name that denies (`isEmailVerified`) overrules all but a known source.

use super::lexicon::{Lexicon, Owner};
use super::name::{Verdict, Why};
use super::words::split;
use super::{KnownSource, Vocabulary, sources};
use crate::error::Problem;

/// A kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hint {
    /// The key in the payload.
    Key,
    /// The field's own name with its owner.
    Field,
    /// The declared type.
    Type,
    /// A known source.
    Source,
    /// A key reserved by the vendor.
    Reserved,
    /// The position in the call.
    Position,
}

/// How sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Guessed receiver or guessed class.
    Low,
    /// One kind of evidence.
    Medium,
    /// Resolved sink and two agreeing kinds of evidence, or a known source.
    High,
}

impl Confidence {
    /// The word used in CLI, TOML and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// What is known of a value that reaches a sink.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence<'a> {
    /// Key in the payload, nearest first, then the keys around it.
    pub keys: &'a [&'a str],
    /// The field's own name.
    pub field: Option<&'a str>,
    /// Words for its owner, nearest first: object, its type, the object around it, the function that made it.
    pub owners: &'a [&'a str],
    /// Name of its declared type, if it is not a primitive.
    pub declared: Option<&'a str>,
    /// Class of the known source it comes from.
    pub source: Option<&'a str>,
    /// Class the vendor gives to its key; `Some(None)` is "no personal data".
    pub reserved: Option<Option<&'a str>>,
    /// Class that the position in the call implies.
    pub position: Option<&'a str>,
}

/// A verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Classified {
    /// Class id.
    pub class: String,
    /// How sure.
    pub confidence: Confidence,
    /// Which kinds of evidence agree, sorted.
    pub by: Vec<Hint>,
}

/// Why a name gets its class; for `explain name`.
#[derive(Clone, Debug)]
pub(crate) struct NameReading {
    /// The class, if any.
    pub class: Option<String>,
    /// One sentence a step.
    pub why: Vec<String>,
}

/// Everything this module knows.
#[derive(Debug, Default)]
pub(crate) struct Personal {
    /// Classes and purposes.
    pub vocabulary: Vocabulary,
    /// Known sources.
    pub sources: Vec<KnownSource>,
    pub(super) lexicon: Lexicon,
}

impl Personal {
    /// The built-in knowledge. An error is a fault of ours that a test would have caught.
    pub(crate) fn builtin() -> Result<Self, Vec<Problem>> {
        let vocabulary = Vocabulary::builtin()?;
        let lexicon = Lexicon::builtin()?;
        let sources = sources::builtin(&vocabulary)?;
        Ok(Self { vocabulary, sources, lexicon })
    }

    /// The class of a value, if it is personal data.
    pub(crate) fn classify(&self, evidence: &Evidence<'_>) -> Option<Classified> {
        let voices = self.listen(evidence);
        let class = voices.decide(evidence)?.to_owned();
        let mut by = Vec::new();
        let mut agree = |hint, agrees: bool| {
            if agrees {
                by.push(hint);
            }
        };
        agree(Hint::Key, evidence.reserved.is_none() && says(&voices.key, &class));
        agree(Hint::Field, says(&voices.field, &class));
        agree(Hint::Type, voices.declared == Some(&class));
        agree(Hint::Source, evidence.source == Some(&class));
        agree(Hint::Reserved, evidence.reserved == Some(Some(&class)));
        agree(Hint::Position, evidence.position == Some(&class));
        let confidence = match by.len() {
            _ if evidence.source.is_some() => Confidence::High,
            // The field speaks against what another voice decided.
            _ if voices.field == Verdict::Rejected && voices.declared.is_none() => Confidence::Low,
            0 | 1 => Confidence::Medium,
            _ => Confidence::High,
        };
        by.sort_unstable();
        Some(Classified { class, confidence, by })
    }

    /// Reads a dotted name (`user.email`) and says why it gets its class.
    pub(crate) fn read_name(&self, name: &str) -> NameReading {
        let parts: Vec<&str> =
            name.split(['.', '[', ']', '(', ')', '?', '!']).filter(|p| !p.is_empty()).collect();
        let Some((field, around)) = parts.split_last() else {
            return NameReading { class: None, why: vec!["There is no name to read.".to_owned()] };
        };
        let owners: Vec<&str> = around.iter().rev().copied().collect();
        let mut why = Why::aloud();
        let class = self.lexicon.read_value(field, &owners, &mut why).class().map(str::to_owned);
        why.say(|| match &class {
            Some(class) => format!("So `{name}` is {class}."),
            None => format!("So `{name}` by itself is no personal data."),
        });
        NameReading { class, why: why.sentences() }
    }

    /// True for a name that says how a call is made, not what is in it: `model`, `temperature`.
    pub(crate) fn is_setting(&self, name: &str) -> bool {
        self.lexicon.is_setting(name)
    }

    /// True for the name of an object that holds settings: `config`, `LlmConfig`.
    pub(crate) fn is_configuration(&self, name: &str) -> bool {
        self.lexicon.is_configuration(name)
    }

    /// True for the name of an object whose kind is known: a person, an organisation, a thing.
    pub(crate) fn is_owner(&self, name: &str) -> bool {
        self.lexicon.kinds(&[name]).first().is_some_and(|(kind, _)| *kind != Owner::Place)
    }

    fn listen<'a>(&'a self, evidence: &Evidence<'a>) -> Voices<'a> {
        let read = |name, owners: &[&str]| self.lexicon.read(name, owners, &mut Why::silent());
        let field = match evidence.field {
            Some(field) => self.lexicon.read_value(field, evidence.owners, &mut Why::silent()),
            None => Verdict::Opaque,
        };
        // `{ emails: [x] }`, `{ phone: { value: x } }`: the key that says something stands further out.
        let named = evidence.keys.iter().position(|k| !k.bytes().all(|b| b.is_ascii_digit()));
        let mut key = match named.and_then(|at| evidence.keys.split_at_checked(at)).map(|(_, keys)| keys) {
            Some([key, around @ ..]) => read(key, around),
            _ => Verdict::Opaque,
        };
        if let (Verdict::Weak(senses), Verdict::Opaque) = (&key, &field)
            && let Some((Owner::Person, _)) = self.lexicon.kinds(evidence.owners).first()
            && let Some(class) = senses.person
        {
            // `{ phone: user.contactWay }`: the key says what, the field says whose.
            key = Verdict::Class(class.to_owned());
        }
        if let Verdict::Weak(senses) = &key
            && senses.organization.is_none()
            && let Some(class) = senses.person.filter(|class| class.starts_with("contact."))
            && evidence.field.is_some_and(|field| self.lexicon.only_holds(field))
        {
            // `set("phone", entry.value)`: the value has no name of its own, and its owner says nothing else.
            key = Verdict::Class(class.to_owned());
        }
        let declared = evidence.declared.and_then(|name| self.lexicon.read_type(name));
        Voices { key, field, declared }
    }
}

/// What each kind of evidence says that has to be read.
struct Voices<'a> {
    key: Verdict,
    field: Verdict,
    declared: Option<&'a str>,
}

impl Voices<'_> {
    fn decide<'v>(&'v self, evidence: &Evidence<'v>) -> Option<&'v str> {
        if let Some(class) = evidence.source {
            return Some(class);
        }
        match &self.field {
            // An account is a person's or an organisation's; where the vendor wants a person's id, it is the person's.
            Verdict::Class(class) | Verdict::Plain(class)
                if class == "identifier.org_id"
                    && evidence.position == Some("identifier.user_id")
                    && evidence.owners.first() == Some(&"account") =>
            {
                return evidence.position;
            }
            Verdict::Negative => return None,
            Verdict::Class(class) => return Some(class),
            // Under a key that the vendor knows and that is not personal, it is the program's own (`api_key`).
            Verdict::Plain(class) if evidence.reserved != Some(None) => return Some(class),
            Verdict::Plain(_) | Verdict::Rejected | Verdict::Weak(_) | Verdict::Opaque => {}
        }
        if let Some(class) = self.declared {
            return Some(class);
        }
        // `{ region: endpoint.region }`: the same ordinary word under the same word says nothing that its owner does not.
        let echoed = self.field == Verdict::Rejected && evidence.keys.first() == evidence.field.as_ref();
        let class = match (evidence.reserved, &self.key) {
            (Some(Some(_)), _) if echoed => evidence.position,
            (Some(Some(class)), _) => Some(class),
            (Some(None), _) => evidence.position,
            (None, Verdict::Negative) => None,
            (None, key) => key.class().or(evidence.position),
        };
        let class = match class {
            // Under `workspace` stands what a workspace is called, which a moment is not; only a habit or an age may be one.
            Some(class) if !(class.starts_with("behavior.") || class.starts_with("demographic.")) => {
                (!evidence.field.is_some_and(is_moment)).then_some(class)
            }
            class => class,
        };
        // What is given where a person's id belongs, but is that of an installation of the program.
        let installed = class == Some("identifier.user_id") && identifies_program(evidence);
        if installed { Some("identifier.pseudonymous_id") } else { class }
    }
}

/// True if the value's own name says that it is the id of a program, not of a person: `instanceId`, `client.id`.
fn identifies_program(evidence: &Evidence<'_>) -> bool {
    let mut words = evidence.field.map(split).unwrap_or_default();
    if words.len() == 1
        && let Some(owner) = evidence.owners.first()
    {
        words.splice(0..0, split(owner));
    }
    let program = |word: &String| {
        matches!(
            word.as_str(),
            "anonymous" | "browser" | "client" | "install" | "installation" | "instance" | "machine"
        )
    };
    words.last().is_some_and(|word| matches!(word.as_str(), "id" | "uuid" | "guid"))
        && words.iter().any(program)
}

/// True for a name that says when something was done: `deletedAt`, `deletion_timestamp`, `getTime`.
fn is_moment(name: &str) -> bool {
    let words = split(name);
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [.., "timestamp"] | ["get", "time"] => true,
        [.., done, "at"] => done.ends_with("ed") || *done == "sent",
        _ => false,
    }
}

/// True if a verdict is this class or could be.
fn says(verdict: &Verdict, class: &str) -> bool {
    match verdict {
        Verdict::Class(c) | Verdict::Plain(c) => c == class,
        Verdict::Weak(senses) => [senses.person, senses.organization, senses.place].contains(&Some(class)),
        Verdict::Negative | Verdict::Rejected | Verdict::Opaque => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(personal: &Personal, evidence: &Evidence<'_>) -> String {
        personal.classify(evidence).map_or("-".to_owned(), |c| {
            let by: Vec<_> = c.by.iter().map(|h| format!("{h:?}")).collect();
            format!("{} {:?} {}", c.class, c.confidence, by.join("+"))
        })
    }

    /// Keys and field, as `keys.outward <- field.owners`.
    #[test]
    fn keys_and_fields() {
        let personal = Personal::builtin().unwrap();
        for (keys, value, expected) in [
            ("email", "user.email", "contact.email High Key+Field"),
            ("email", "x", "contact.email Medium Key"),
            ("email", "e.target.value", "contact.email Medium Key"),
            ("email", "emailInput.value", "contact.email Medium Key"),
            ("", "user.email", "contact.email Medium Field"),
            ("plan", "user.email", "contact.email Medium Field"),
            ("plan", "plan.name", "-"),
            ("name", "plan.name", "-"),
            ("name", "user.name", "identity.name High Key+Field"),
            ("name", "name", "-"),
            ("name", "x", "-"),
            ("user.name", "x", "identity.name Medium Key"),
            ("traits.name", "x", "identity.name Medium Key"),
            ("contact.phone", "x", "contact.phone Medium Key"),
            ("event.name", "x", "-"),
            ("city", "user.city", "location.city High Key+Field"),
            ("address.city", "x", "location.city Medium Key"),
            ("id", "user.id", "identifier.user_id High Key+Field"),
            ("userId", "user.id", "identifier.user_id High Key+Field"),
            ("userId", "id", "identifier.user_id High Key+Field"),
            ("phone", "user.reachAt", "contact.phone Medium Key"),
            ("phone", "config.reachAt", "-"),
            ("email", "user.isEmailVerified", "-"),
            ("isEmailVerified", "x", "-"),
            ("emailCount", "emails.length", "-"),
            ("hasEmail", "flag", "-"),
            ("name", "user.firstName", "identity.first_name Medium Field"),
            ("company", "org.name", "work.organization High Key+Field"),
            ("email", "SUPPORT_EMAIL", "-"),
            ("EMAIL", "user.email", "contact.email High Key+Field"),
            ("0.emails", "x", "contact.email Medium Key"),
            ("value.email", "x", "contact.email Medium Key"),
            ("email", "plan.name", "contact.email Low Key"),
            ("distinct", "user.email", "contact.email Medium Field"),
            ("id", "hash", "-"),
            ("user[name]", "x", "identity.name Medium Key"),
        ] {
            let keys: Vec<_> = if keys.is_empty() { Vec::new() } else { keys.rsplit('.').collect() };
            // `user.name` reads outward in the table, nearest first in the evidence.
            let parts: Vec<_> = value.rsplit('.').collect();
            let evidence =
                Evidence { keys: &keys, field: Some(parts[0]), owners: &parts[1..], ..Evidence::default() };
            assert_eq!(verdict(&personal, &evidence), expected, "{keys:?} <- {value}");
        }
    }

    /// Rows of key, value as `owner.field`, evidence of one more kind, verdict.
    fn check<'a>(rows: &[(&'a str, &'a str, &'a str, &str)], add: fn(&mut Evidence<'a>, &'a str)) {
        let personal = Personal::builtin().unwrap();
        for (key, value, more, expected) in rows {
            let keys = [*key];
            let parts: Vec<_> = value.rsplit('.').collect();
            let mut evidence = Evidence {
                keys: if key.is_empty() { &[] } else { &keys },
                field: parts.first().copied().filter(|f| !f.is_empty()),
                owners: &parts[1..],
                ..Evidence::default()
            };
            // The evidence added lives as long as the rows, the names only as long as this turn.
            let mut extra = Evidence::default();
            add(&mut extra, more);
            evidence.declared = extra.declared;
            evidence.source = extra.source;
            evidence.reserved = extra.reserved;
            evidence.position = extra.position;
            assert_eq!(verdict(&personal, &evidence), *expected, "{key} <- {value}, {more}");
        }
    }

    #[test]
    fn known_sources() {
        check(
            &[
                ("", "", "identifier.ip_address", "identifier.ip_address High Source"),
                ("ua", "userAgent", "device.user_agent", "device.user_agent High Field+Source"),
                ("agent", "isKnown", "device.user_agent", "device.user_agent High Source"),
            ],
            |evidence, class| evidence.source = Some(class),
        );
    }

    #[test]
    fn reserved_keys() {
        check(
            &[
                ("$email", "x", "contact.email", "contact.email Medium Reserved"),
                ("$email", "user.email", "contact.email", "contact.email High Field+Reserved"),
                ("$name", "name", "identity.name", "identity.name High Field+Reserved"),
                ("region", "user.region", "location.region", "location.region High Field+Reserved"),
                ("region", "endpoint.region", "location.region", "-"),
                ("$name", "user.firstName", "identity.name", "identity.first_name Medium Field"),
                ("distinct_id", "user.email", "identifier.pseudonymous_id", "contact.email Medium Field"),
                ("$email", "isEmailVerified", "contact.email", "-"),
                ("$created", "user.email", "-", "contact.email Medium Field"),
                ("$created", "user.createdAt", "-", "-"),
                ("email", "x", "-", "-"),
                ("api_key", "this.apiKey", "-", "-"),
                ("api_key", "user.apiKey", "-", "credential.secret Medium Field"),
            ],
            |evidence, class| evidence.reserved = Some((class != "-").then_some(class)),
        );
    }

    #[test]
    fn declared_types() {
        check(
            &[
                ("", "to", "EmailAddress", "contact.email Medium Type"),
                ("", "email", "Email", "contact.email High Field+Type"),
                ("email", "to", "IEmailAddress", "contact.email High Key+Type"),
                ("", "x", "EmailTemplate", "-"),
                ("", "u", "User", "-"),
                ("", "x", "Token", "-"),
            ],
            |evidence, name| evidence.declared = Some(name),
        );
    }

    #[test]
    fn positions() {
        check(
            &[
                ("", "x", "identifier.user_id", "identifier.user_id Medium Position"),
                ("", "user.email", "identifier.user_id", "contact.email Medium Field"),
                ("", "user.id", "identifier.user_id", "identifier.user_id High Field+Position"),
                ("", "team.id", "identifier.user_id", "identifier.org_id Medium Field"),
                ("", "plan.id", "identifier.user_id", "identifier.user_id Low Position"),
                ("", "isEmailVerified", "identifier.user_id", "-"),
            ],
            |evidence, class| evidence.position = Some(class),
        );
    }

    #[test]
    fn owners() {
        let personal = Personal::builtin().unwrap();
        for (field, owners, expected) in [
            ("name", &["u", "User"][..], "identity.name Medium Field"),
            ("name", &["x", "CustomerEntity"], "identity.name Medium Field"),
            ("name", &["found", "fetchUser"], "identity.name Medium Field"),
            ("name", &["findUnique", "user", "prisma"], "identity.name Medium Field"),
            ("name", &["wallets", "user"], "-"),
            ("name", &["x", "user"], "identity.name Medium Field"),
            ("name", &["thingy", "user"], "-"),
        ] {
            let evidence = Evidence { field: Some(field), owners, ..Evidence::default() };
            assert_eq!(verdict(&personal, &evidence), expected, "{field} of {owners:?}");
        }
        assert_eq!(verdict(&personal, &Evidence::default()), "-");
    }
}
