//! The TOML form of a catalogue entry, as written: what serde reads and what the JSON schema is made from.
//!
//! It says which keys exist and of what type they are. What they mean together (names that must match, classes that
//! must exist) is checked in `check.rs`. Required keys are optional here, so that all that are missing can be told at
//! once and not only the first. No `flatten` and no untagged enum: both lose the places of values.

use serde::de::{self, Deserialize, Deserializer};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A value and the byte offset where it is written.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    /// Byte offset in the file.
    pub at: usize,
    /// The value.
    pub value: T,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for At<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let spanned = toml::Spanned::<T>::deserialize(from)?;
        Ok(Self { at: spanned.span().start, value: spanned.into_inner() })
    }
}

impl<T: PartialEq> PartialEq for At<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for At<T> {}

impl<T: Ord> PartialOrd for At<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Ord> Ord for At<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.cmp(&other.value)
    }
}

#[cfg(test)]
impl<T: schemars::JsonSchema> schemars::JsonSchema for At<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}

/// One file of the catalogue: everything vendorflow knows of one vendor.
#[derive(Debug, Default, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Entry {
    /// As people call the vendor.
    #[cfg_attr(test, schemars(required))]
    pub name: Option<At<String>>,
    /// Id of a purpose.
    #[cfg_attr(test, schemars(required))]
    pub purpose: Option<At<String>>,
    /// Legal entity that processes.
    #[cfg_attr(test, schemars(required))]
    pub entity: Option<At<String>>,
    /// ISO 3166-1 alpha-2 code of the entity's seat.
    #[cfg_attr(test, schemars(required))]
    pub country: Option<At<String>>,
    /// Home page.
    #[cfg_attr(test, schemars(required))]
    pub homepage: Option<At<String>>,
    /// Documentation.
    #[cfg_attr(test, schemars(required))]
    pub docs: Option<At<String>>,
    /// Data-processing agreement; omitted if nobody could confirm it.
    pub dpa: Option<At<String>>,
    /// Exact host names, or `*.domain` for a domain and all its sub-domains.
    #[serde(default)]
    pub hosts: Vec<At<String>>,
    /// Host to region: `EU` or an ISO 3166-1 alpha-2 code.
    #[serde(default)]
    pub regions: BTreeMap<At<String>, At<String>>,
    /// Ids of sub-processors; they need not be entries.
    #[serde(default)]
    pub subprocessors: Vec<At<String>>,
    /// Package or host names that look like this vendor and are not.
    #[serde(default)]
    pub not: Vec<At<String>>,
    /// How code gets hold of it.
    #[serde(default)]
    pub package: Vec<At<Package>>,
    /// Use by script tag.
    #[serde(default)]
    pub global: Vec<At<Global>>,
    /// Which values are a client, below which sinks hang.
    #[serde(default)]
    pub client: Vec<At<Client>>,
    /// Where options are given.
    #[serde(default)]
    pub init: Vec<At<Init>>,
    /// Where data leaves.
    #[serde(default)]
    pub sink: Vec<At<Sink>>,
    /// The vendor's own payload keys: class id, or `none` where it is no personal data.
    #[serde(default)]
    pub reserved: BTreeMap<At<String>, At<String>>,
    /// Functions among the options that can take data out again.
    #[serde(default)]
    pub filter: Vec<At<Filter>>,
    /// What the SDK or the vendor's server adds without being told.
    #[serde(default)]
    pub automatic: Vec<At<Automatic>>,
    /// Session replay.
    #[serde(default)]
    pub replay: Vec<At<Replay>>,
    /// Public incidents.
    #[serde(default)]
    pub incident: Vec<At<Incident>>,
    /// Variables of the environment that configure it.
    #[serde(default)]
    pub variable: Vec<At<Variable>>,
    /// Settings in configuration files that are its own.
    #[serde(default)]
    pub setting: Vec<At<Setting>>,
    /// Its name as a part of other systems.
    #[serde(default)]
    pub component: Vec<At<Component>>,
}

/// A variable of the environment.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Variable {
    /// In capitals; a trailing `*` stands for every name that begins so. Prefixes of frameworks (`NEXT_PUBLIC_`,
    /// `VITE_`) are left out.
    #[cfg_attr(test, schemars(required))]
    pub name: Option<At<String>>,
    /// Who says so.
    #[cfg_attr(test, schemars(required))]
    pub source: Option<At<String>>,
}

/// A setting in a configuration file.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Setting {
    /// What kind of file.
    #[cfg_attr(test, schemars(required))]
    pub file: Option<At<SettingFile>>,
    /// Dotted path; a trailing `*` stands for every path that begins so.
    #[cfg_attr(test, schemars(required))]
    pub path: Option<At<String>>,
    /// The option of the SDK that it sets.
    pub option: Option<At<String>>,
    /// Roots whose option it is.
    #[serde(default)]
    pub of: Option<Vec<At<String>>>,
    /// Who says so.
    #[cfg_attr(test, schemars(required))]
    pub source: Option<At<String>>,
}

/// A part of another system.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Component {
    /// Of which system.
    #[cfg_attr(test, schemars(required))]
    pub kind: Option<At<ComponentKind>>,
    /// Names there; a trailing `*` stands for every name that begins so.
    #[cfg_attr(test, schemars(required))]
    pub names: Option<Vec<At<String>>>,
    /// Who says so.
    #[cfg_attr(test, schemars(required))]
    pub source: Option<At<String>>,
}

/// A kind of configuration file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SettingFile {
    AndroidManifest,
    Application,
    Appsettings,
    DatadogYaml,
    GoogleServiceInfo,
    InfoPlist,
    NewrelicIni,
    NewrelicYml,
    SentryOptions,
    SentryProperties,
}

impl SettingFile {
    /// The word for it, as evidence says it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::AndroidManifest => "android-manifest",
            Self::Application => "application",
            Self::Appsettings => "appsettings",
            Self::DatadogYaml => "datadog-yaml",
            Self::GoogleServiceInfo => "google-service-info",
            Self::InfoPlist => "info-plist",
            Self::NewrelicIni => "newrelic-ini",
            Self::NewrelicYml => "newrelic-yml",
            Self::SentryOptions => "sentry-options",
            Self::SentryProperties => "sentry-properties",
        }
    }
}

/// A system that has parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ComponentKind {
    AndroidComponent,
    FirebaseService,
    FluentOutput,
    GithubAction,
    GtmContainer,
    GtmTag,
    GtmTemplate,
    HelmChart,
    Image,
    LogstashOutput,
    OtelExporter,
    RudderDestination,
    RudderWorkspace,
    SegmentDestination,
    SegmentWorkspace,
    TerraformProvider,
    TerraformResource,
    VectorSink,
}

impl ComponentKind {
    /// The word for it, as evidence says it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::AndroidComponent => "android-component",
            Self::FirebaseService => "firebase-service",
            Self::FluentOutput => "fluent-output",
            Self::GithubAction => "github-action",
            Self::GtmContainer => "gtm-container",
            Self::GtmTag => "gtm-tag",
            Self::GtmTemplate => "gtm-template",
            Self::HelmChart => "helm-chart",
            Self::Image => "image",
            Self::LogstashOutput => "logstash-output",
            Self::OtelExporter => "otel-exporter",
            Self::RudderDestination => "rudder-destination",
            Self::RudderWorkspace => "rudder-workspace",
            Self::SegmentDestination => "segment-destination",
            Self::SegmentWorkspace => "segment-workspace",
            Self::TerraformProvider => "terraform-provider",
            Self::TerraformResource => "terraform-resource",
            Self::VectorSink => "vector-sink",
        }
    }
}

/// A package of a registry.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Package {
    /// The registry.
    #[cfg_attr(test, schemars(required))]
    pub ecosystem: Option<At<Ecosystem>>,
    /// As in the registry; a trailing `*` stands for every package that begins so. `package#Member` is a member that
    /// belongs to this vendor, whoever owns the rest of the package; `package#make(name)` is what a call with this first
    /// argument makes (Python).
    #[cfg_attr(test, schemars(required))]
    pub name: Option<At<String>>,
    /// Where its code runs.
    #[cfg_attr(test, schemars(required))]
    pub surface: Option<At<Surface>>,
    /// Root of resolved names in code, if it differs from the name.
    pub import: Option<At<String>>,
}

/// A package registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum Ecosystem {
    Npm,
    Pypi,
    Gem,
    Composer,
    Go,
    Maven,
    Nuget,
    Pub,
    Cocoapods,
    Swiftpm,
    Cargo,
}

impl Ecosystem {
    /// All registries with the word for each, as written in entries and before `:` in sources.
    pub(crate) const ALL: [(Self, &'static str); 11] = [
        (Self::Npm, "npm"),
        (Self::Pypi, "pypi"),
        (Self::Gem, "gem"),
        (Self::Composer, "composer"),
        (Self::Go, "go"),
        (Self::Maven, "maven"),
        (Self::Nuget, "nuget"),
        (Self::Pub, "pub"),
        (Self::Cocoapods, "cocoapods"),
        (Self::Swiftpm, "swiftpm"),
        (Self::Cargo, "cargo"),
    ];

    /// The word for it.
    pub(crate) fn word(self) -> &'static str {
        Self::ALL.iter().find(|(e, _)| *e == self).map_or("npm", |(_, word)| word)
    }
}

/// Where code runs.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum Surface {
    Browser,
    Server,
    Mobile,
    Desktop,
    Ci,
    /// Decided by the file that uses it.
    Auto,
}

/// An identifier that a script tag defines.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Global {
    /// The identifier, without `window.`.
    #[cfg_attr(test, schemars(required))]
    pub name: Option<At<String>>,
    /// Where it exists.
    #[cfg_attr(test, schemars(required))]
    pub surface: Option<At<Surface>>,
}

/// Which values are a client.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Client {
    /// Roots: names of packages and globals of this entry; `global:name` where a package has the same name.
    #[cfg_attr(test, schemars(required))]
    pub of: Option<Vec<At<String>>>,
    /// Paths below the root; empty text is the root itself.
    #[cfg_attr(test, schemars(required))]
    pub made_by: Option<Vec<At<String>>>,
    /// Members and calls on the way that change nothing of where data goes: `with_raw_response`, `with_options()`.
    #[serde(default)]
    pub through: Vec<At<String>>,
}

/// A call that takes options.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Init {
    /// Roots: names of packages and globals of this entry.
    #[cfg_attr(test, schemars(required))]
    pub of: Option<Vec<At<String>>>,
    /// Path below the root or below a client.
    #[cfg_attr(test, schemars(required))]
    pub call: Option<At<String>>,
    /// Position of the options object: `arg 1`.
    #[cfg_attr(test, schemars(required))]
    pub options: Option<At<String>>,
    /// Names of the arguments in order, where options are arguments of their own.
    #[serde(default)]
    pub params: Vec<At<String>>,
    /// Positions of the address that the SDK sends to: `arg 1`, `arg 0.api_host`.
    #[serde(default)]
    pub endpoint: Vec<At<String>>,
    /// First version of the package that this holds for; absent is all before.
    pub since: Option<At<String>>,
    /// First version of the package that this no longer holds for. Where no version is known, the newest facts hold.
    pub before: Option<At<String>>,
}

/// Where data leaves.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Sink {
    /// Roots: names of packages and globals of this entry.
    #[cfg_attr(test, schemars(required))]
    pub of: Option<Vec<At<String>>>,
    /// Path below a client; `()` is the client itself, `=` an assignment to the global.
    #[cfg_attr(test, schemars(required))]
    pub call: Option<At<String>>,
    /// Literals, one of which must be given.
    #[serde(default)]
    pub command: Vec<At<String>>,
    /// Position of the literal, if it is not `arg 0`: `arg 1`, `arg 0.event`.
    pub command_at: Option<At<String>>,
    /// Names of the arguments in order, for languages that can give them by name.
    #[serde(default)]
    pub params: Vec<At<String>>,
    /// Arguments come as one array.
    #[serde(default)]
    pub packed: bool,
    /// Positions that carry data: `arg 0`, `arg 1.traits`, `args`, `args 2..`.
    #[serde(default)]
    pub data: Vec<At<String>>,
    /// Positions of key and value.
    pub pair: Option<At<Vec<At<String>>>>,
    /// Class of the value at a position when its own name says nothing.
    #[serde(default, rename = "as")]
    pub implied: BTreeMap<At<String>, At<String>>,
    /// What the SDK does to a class before sending.
    #[serde(default)]
    pub protection: BTreeMap<At<String>, At<Protection>>,
    /// The receiver carries data that was set on it earlier.
    #[serde(default)]
    pub receiver: bool,
    /// What the call gives back, if code goes on with it.
    pub returns: Option<At<Returns>>,
    /// First version of the package that this holds for; absent is all before.
    pub since: Option<At<String>>,
    /// First version of the package that this no longer holds for. Where no version is known, calls in either form count.
    pub before: Option<At<String>>,
    /// Who says so: an address, or a package and its file.
    #[cfg_attr(test, schemars(required))]
    pub source: Option<At<String>>,
}

/// What a call gives back.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum Returns {
    /// Its receiver, so that calls can be chained.
    Client,
}

/// What is done to a value before it leaves.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum Protection {
    Hashed,
    Masked,
    Truncated,
    Encrypted,
    Rounded,
}

/// A function given as an option that sees what is about to leave.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Filter {
    /// Roots: names of packages and globals of this entry.
    #[cfg_attr(test, schemars(required))]
    pub of: Option<Vec<At<String>>>,
    /// Dotted path of the option that takes the function.
    #[cfg_attr(test, schemars(required))]
    pub option: Option<At<String>>,
    /// Dotted path of the member of its first parameter.
    #[cfg_attr(test, schemars(required))]
    pub member: Option<At<String>>,
    /// Sinks whose data stands in that member.
    #[cfg_attr(test, schemars(required))]
    pub calls: Option<Vec<At<String>>>,
    /// Who says so.
    #[cfg_attr(test, schemars(required))]
    pub source: Option<At<String>>,
}

/// What is collected without being told.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Automatic {
    /// Roots that make it happen when used.
    #[cfg_attr(test, schemars(required))]
    pub of: Option<Vec<At<String>>>,
    /// Class ids.
    #[cfg_attr(test, schemars(required))]
    pub classes: Option<Vec<At<String>>>,
    /// Who adds it.
    #[cfg_attr(test, schemars(required))]
    pub by: Option<At<By>>,
    /// What it is derived from.
    #[cfg_attr(test, schemars(required))]
    pub from: Option<At<String>>,
    /// Where it happens, for roots whose code runs in several places; absent is everywhere.
    #[serde(default)]
    pub surfaces: Vec<At<Surface>>,
    /// Active only if all of these hold; absent is active by default.
    #[serde(default)]
    pub on: Vec<At<Condition>>,
    /// Off if all of these hold; absent is no switch in code.
    #[serde(default)]
    pub off: Vec<At<Condition>>,
    /// First version of the package that this holds for; absent is all before.
    pub since: Option<At<String>>,
    /// First version of the package that this no longer holds for. Where no version is known, the newest facts hold.
    pub before: Option<At<String>>,
    /// Who says so.
    #[cfg_attr(test, schemars(required))]
    pub source: Option<At<String>>,
}

/// Who adds a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(crate) enum By {
    Sdk,
    Server,
}

/// A condition: `option` with one of `is`, `contains`, `above`, `set`; or `call` alone; or `any` of some of the first kind.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Condition {
    /// Dotted path of an option.
    pub option: Option<At<String>>,
    /// Equals this.
    pub is: Option<Literal>,
    /// A list that has all of these.
    pub contains: Option<Vec<String>>,
    /// A number above this.
    pub above: Option<f64>,
    /// Given at all, or not.
    pub set: Option<bool>,
    /// A method of the client that is called.
    pub call: Option<At<String>>,
    /// Conditions on options, one of which must hold.
    pub any: Option<Vec<At<Condition>>>,
}

/// A value of an option.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Literal {
    Bool(bool),
    Number(f64),
    Text(String),
}

impl<'de> Deserialize<'de> for Literal {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Literal;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a boolean, number or string")
            }

            fn visit_bool<E>(self, value: bool) -> Result<Literal, E> {
                Ok(Literal::Bool(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Literal, E> {
                Ok(Literal::Number(value as f64))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Literal, E> {
                Ok(Literal::Number(value as f64))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Literal, E> {
                Ok(Literal::Number(value))
            }

            fn visit_str<E>(self, value: &str) -> Result<Literal, E> {
                Ok(Literal::Text(value.to_owned()))
            }
        }
        from.deserialize_any(Visitor)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Literal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Literal".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": ["boolean", "number", "string"] })
    }
}

/// Session replay facts.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Replay {
    /// Roots that record.
    #[cfg_attr(test, schemars(required))]
    pub of: Option<Vec<At<String>>>,
    /// Records only if all of these hold; absent is always.
    #[serde(default)]
    pub on: Vec<At<Condition>>,
    /// Records nothing if all of these hold; absent is no switch in code.
    #[serde(default)]
    pub off: Vec<At<Condition>>,
    /// Text and inputs are masked unless told otherwise.
    #[cfg_attr(test, schemars(required))]
    pub masked_by_default: Option<bool>,
    /// Any of these takes the mask off.
    #[serde(default)]
    pub unmasked: Vec<At<Condition>>,
    /// All of these put it on.
    #[serde(default)]
    pub masked: Vec<At<Condition>>,
    /// First version of the package that this holds for; absent is all before.
    pub since: Option<At<String>>,
    /// First version of the package that this no longer holds for. Where no version is known, the newest facts hold.
    pub before: Option<At<String>>,
    /// Who says so.
    #[cfg_attr(test, schemars(required))]
    pub source: Option<At<String>>,
}

/// A public incident.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Incident {
    /// A TOML date without quotes: `2025-11-09`.
    #[cfg_attr(test, schemars(required, with = "Option<String>"))]
    pub date: Option<At<toml::value::Date>>,
    /// What happened.
    #[cfg_attr(test, schemars(required))]
    pub title: Option<At<String>>,
    /// Who says so.
    #[cfg_attr(test, schemars(required))]
    pub source: Option<At<String>>,
}
