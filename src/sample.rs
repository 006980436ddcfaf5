//! One hand-made result for the tests of policy, views and formats: three vendors, a path over two files, a file name
//! with a comma and a quote, a skipped file, a denied flow, an SDK that adds things, a register with a bit of everything.

use crate::flow::{Analysis, Contact, ContactKind, Flow, Options, Setting, Site, Step, Unresolved};
use crate::graph::{Declared, Graph, Recipient};
use crate::personal::{Confidence, Hint, Vocabulary};
use crate::policy::{self, Basis};
use crate::report::{Coverage, Report, Target};
use crate::source::{Skipped, SourceFile, Sources, Span, Why};
use crate::vendor::{
    Automatic, Catalogue, Condition, Incident, Override, Protection, Replay, Surface, Test, Vendor, VendorId,
    Versions,
};
use std::collections::BTreeMap;
use std::sync::Arc;

const ACCOUNT: &str = r#"import { identifyUser } from './track, "v2"'

export function onLogin(user: User) {
  identifyUser(user)
}
"#;

const ERRORS: &str = r#"import * as Sentry from '@sentry/browser'

Sentry.init({ dsn, integrations: [Sentry.replayIntegration({ maskAllText: false })] })

export function fail(user: User, password: string) {
  Sentry.setUser({ id: user.id })
  Sentry.setContext('login', { password })
}

// vendorflow: ignore unmasked-replay
"#;

const PAGE: &str = "<script src=\"https://static.zdassets.com/ekr/snippet.js\"></script>\n";

const REGISTER: &str = r#"[organisation]
name = "Shop GmbH"

[processor.mixpanel]
status = "approved"
classes = ["contact.email", "device.*", "location.*"]
review-due = 2026-06-30

[processor.mixpannel] # a slip
status = "approved"
classes = ["behavior.*"]

[processor.twilio]
status = "approved"
classes = ["contact.phone"]

[processor.zendesk]
status = "terminated"

[custom.no-passwords]
message = "a password leaves"
deny = { class = ["credential.*"] }
when = "confidence != 'low'"

[[allow]]
processor = "sentry"
class = "identifier.user_id"
reason = "tickets are joined with it; gone with the new release"
until = 2027-01-31

[[allow]]
processor = "sentry"
class = "credential.password"
reason = "until the form is rebuilt"
until = 2026-01-31

[[allow]]
processor = "mixpanel"
class = "contact.phone"
reason = "a trial"
until = 2027-01-31
"#;

const LOCK: &str = r#"version = 1

[[entry]]
processor = "mixpanel"

[[entry]]
processor = "mixpanel"
class = "contact.email"
places = [
    "src/account.ts#onLogin",
]

[[entry]]
processor = "mixpanel"
class = "contact.phone"

[[entry]]
processor = "mixpanel"
class = "device.os_browser"
automatic = true

[[entry]]
processor = "mixpanel"
class = "location.city"
automatic = true

[[entry]]
processor = "mixpanel"
class = "location.country"
automatic = true

[[entry]]
processor = "mixpanel"
class = "location.region"
automatic = true

[[entry]]
processor = "sentry"
class = "credential.password"
places = [
    "src/errors.ts#fail",
]

[[entry]]
processor = "sentry"
class = "identifier.user_id"
places = [
    "src/errors.ts#fail",
]

[[entry]]
processor = "sentry"

[[entry]]
processor = "zendesk"
"#;

/// The day the sample is judged on.
const TODAY: &str = "2026-11-30";

const TRACK: &str = r#"import mixpanel from 'mixpanel-browser'

mixpanel.init(TOKEN, { save_referrer: false })

export function identifyUser(user: User) {
  mixpanel.people.set({ $email: user.email, $name: user.name })
  mixpanel.track('login', window.extra) // vendorflow: allow unresolved-sink -> mixpanel until 2027-01-31: only tags
}
"#;

const TRACK_PATH: &str = "src/track, \"v2\".ts";

const MIXPANEL: VendorId = VendorId(0);
const SENTRY: VendorId = VendorId(1);
const ZENDESK: VendorId = VendorId(3);

/// The parts.
pub(crate) struct Sample {
    pub(crate) sources: Sources,
    pub(crate) basis: Basis,
    pub(crate) graph: Graph,
}

/// The built-in classes and purposes.
pub(crate) fn vocabulary() -> Vocabulary {
    crate::personal::Personal::builtin().unwrap().vocabulary
}

pub(crate) fn sample() -> Sample {
    let file = |path: &str, text: &str| SourceFile { path: path.into(), text: text.into() };
    let mut sources = Sources::new(vec![
        file("index.html", PAGE),
        file("src/account.ts", ACCOUNT),
        file("src/errors.ts", ERRORS),
        file(TRACK_PATH, TRACK),
    ]);
    let idle = Override { vendor: SENTRY, file: "own/sentry.toml".into(), idle: true };
    let vocabulary = vocabulary();
    let policy = policy::sample([REGISTER, LOCK], TODAY, &mut sources, &vocabulary);
    let twilio = vendor("twilio", "Twilio", "sms-voice");
    let vendors = vec![mixpanel(), sentry(), twilio, vendor("zendesk", "Zendesk", "customer-support")];
    let catalogue = Catalogue::sample(vendors, vec![idle]);
    let recipient = Recipient {
        host: "tags.unknown.io".into(),
        what: "a script is loaded from",
        spans: vec![span(&sources, "src/errors.ts", "Sentry.init")],
    };
    let declared = Declared { recipients: vec![recipient], ..Declared::default() };
    let graph = Graph::with(analysis(&sources), declared, &catalogue);
    Sample {
        sources,
        graph,
        basis: Basis { catalogue: Arc::new(catalogue), vocabulary: Arc::new(vocabulary), policy },
    }
}

/// The whole, as a format gets it.
pub(crate) fn report() -> Report {
    let Sample { sources, basis, graph } = sample();
    let target = Target { name: "shop".into(), revision: None };
    let coverage = Coverage {
        files: sources.len(),
        lines: 22,
        parsed: 3,
        languages: BTreeMap::from([("typescript".into(), 3)]),
        skipped: vec![
            Skipped { file: "src/account.test.ts".into(), why: Why::Test },
            Skipped { file: "src/legacy.js".into(), why: Why::NotText },
        ],
        broken: vec![("src/errors.ts".into(), 1)],
        unreadable: vec![],
    };
    Report::new(target, graph, coverage, sources, basis)
}

fn span(sources: &Sources, path: &str, text: &str) -> Span {
    let file = sources.find(path).unwrap();
    let start = sources.text(file).find(text).unwrap() as u32;
    Span { file, start, end: start + text.len() as u32 }
}

fn flows(sources: &Sources) -> Vec<Flow> {
    let track = TRACK_PATH;
    let site = |path: &str, text: &str, function: &str| Site {
        span: span(sources, path, text),
        function: function.into(),
    };
    let step =
        |path: &str, text: &str, what: &str| Step { span: span(sources, path, text), what: what.into() };
    let mut flows = vec![Flow {
        vendor: MIXPANEL,
        class: "contact.email".into(),
        field: "user.email".into(),
        protection: Protection::None,
        surface: Surface::Browser,
        confidence: Confidence::High,
        identified_by: vec![Hint::Field, Hint::Type, Hint::Reserved],
        source: site("src/account.ts", "identifyUser(user)", "onLogin"),
        sink: site(track, "mixpanel.people.set({ $email: user.email, $name: user.name })", "identifyUser"),
        call: "mixpanel.people.set".into(),
        path: vec![
            step("src/account.ts", "user)", "argument of identifyUser()"),
            step(track, "user.email", "member email of user"),
            step(track, "mixpanel.people.set", "sent by mixpanel.people.set()"),
        ],
    }];
    flows.push(Flow { class: "identity.name".into(), field: "user.name".into(), ..flows[0].clone() });
    let sentry = Flow {
        vendor: SENTRY,
        class: "credential.password".into(),
        field: "password".into(),
        confidence: Confidence::Medium,
        identified_by: vec![Hint::Key],
        source: site("src/errors.ts", "password })", "fail"),
        sink: site("src/errors.ts", "Sentry.setContext('login', { password })", "fail"),
        call: "Sentry.setContext".into(),
        path: vec![step("src/errors.ts", "Sentry.setContext", "sent by Sentry.setContext()")],
        ..flows[0].clone()
    };
    flows.push(sentry.clone());
    flows.push(Flow {
        class: "identifier.user_id".into(),
        field: "user.id".into(),
        source: site("src/errors.ts", "user.id", "fail"),
        sink: site("src/errors.ts", "Sentry.setUser({ id: user.id })", "fail"),
        call: "Sentry.setUser".into(),
        path: vec![],
        ..sentry
    });
    flows
}

fn analysis(sources: &Sources) -> Analysis {
    let track = TRACK_PATH;
    let flows = flows(sources);
    let contact = |vendor, kind, path: &str, text: &str, what: &str, root: &str| Contact {
        vendor,
        kind,
        span: span(sources, path, text),
        what: what.into(),
        root: root.into(),
        version: None,
        surface: Surface::Browser,
        anywhere: false,
    };
    Analysis {
        flows,
        contacts: vec![
            contact(
                MIXPANEL,
                ContactKind::Import,
                track,
                "mixpanel from",
                "mixpanel-browser",
                "mixpanel-browser",
            ),
            contact(
                SENTRY,
                ContactKind::Import,
                "src/errors.ts",
                "* as Sentry",
                "@sentry/browser",
                "@sentry/browser",
            ),
            contact(
                ZENDESK,
                ContactKind::Markup,
                "index.html",
                "https://static.zdassets.com/ekr/snippet.js",
                "static.zdassets.com",
                "",
            ),
        ],
        options: vec![
            options(MIXPANEL, "mixpanel-browser", "save_referrer", span(sources, track, "mixpanel.init")),
            options(
                SENTRY,
                "@sentry/browser",
                "maskAllText",
                span(sources, "src/errors.ts", "Sentry.replayIntegration"),
            ),
        ],
        unresolved: vec![Unresolved {
            span: span(sources, track, "window.extra"),
            what: "argument of mixpanel.track() comes from outside the tree".into(),
            vendor: Some(MIXPANEL),
        }],
        parsed: 3,
        broken: vec![],
    }
}

fn options(vendor: VendorId, root: &str, option: &str, span: Span) -> Options {
    Options {
        vendor,
        root: root.into(),
        version: None,
        given: vec![(option.into(), Setting::Bool(false))],
        open: false,
        surface: Some(Surface::Browser),
        span,
    }
}

fn vendor(id: &str, name: &str, purpose: &str) -> Vendor {
    Vendor {
        id: id.into(),
        name: name.into(),
        purpose: purpose.into(),
        entity: format!("{name}, Inc."),
        country: "US".into(),
        homepage: String::new(),
        docs: String::new(),
        dpa: None,
        hosts: vec![],
        regions: BTreeMap::new(),
        subprocessors: vec!["google-cloud".into()],
        not: vec![],
        packages: vec![],
        globals: vec![],
        clients: vec![],
        inits: vec![],
        sinks: vec![],
        reserved: BTreeMap::new(),
        filters: vec![],
        automatic: vec![],
        replay: vec![],
        incidents: vec![],
        traces: vec![],
    }
}

fn mixpanel() -> Vendor {
    let of = vec!["mixpanel-browser".to_owned()];
    let automatic = |classes: &[&str], by_server, from: &str, option: &str| Automatic {
        of: of.clone(),
        classes: classes.iter().map(|&c| c.into()).collect(),
        by_server,
        from: from.into(),
        surfaces: vec![],
        on: vec![],
        off: if option.is_empty() {
            vec![]
        } else {
            vec![Condition { option: option.into(), test: Test::Bool(false) }]
        },
        versions: Versions::default(),
        source: "sample".into(),
    };
    Vendor {
        automatic: vec![
            automatic(&["location.city", "location.region", "location.country"], true, "IP address", "ip"),
            automatic(&["behavior.referrer"], false, "document.referrer", "save_referrer"),
            automatic(&["device.os_browser"], false, "navigator.userAgent", ""),
        ],
        traces: vec![],
        incidents: vec![Incident {
            date: "2025-11-09".into(),
            title: "customer data exported".into(),
            source: "sample".into(),
        }],
        ..vendor("mixpanel", "Mixpanel", "product-analytics")
    }
}

fn sentry() -> Vendor {
    Vendor {
        replay: vec![Replay {
            of: vec!["@sentry/*".into()],
            on: vec![],
            off: vec![],
            masked_by_default: true,
            unmasked: vec![Condition { option: "maskAllText".into(), test: Test::Bool(false) }],
            masked: vec![],
            versions: Versions::default(),
            source: "sample".into(),
        }],
        ..vendor("sentry", "Sentry", "error-monitoring")
    }
}
