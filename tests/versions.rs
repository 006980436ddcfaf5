//! Facts that changed between versions of an SDK, or hold on one surface only: the version that the manifests resolve and
//! the place where the code runs decide which of them hold.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod units;

use serde_json::Value;
use std::fs;
use std::path::Path;
use vendorflow::Options;

/// Until 2 the SDK sent the city unless `geo` was false; from then on it asks first, and `setUser` became `identify`.
const VENDOR: &str = r#"
name = "Alpha"
purpose = "product-analytics"
entity = "Alpha, Inc."
country = "US"
homepage = "https://alpha.example/"
docs = "https://alpha.example/docs"
package = [{ ecosystem = "npm", name = "alpha-sdk", surface = "browser" }]
client = [{ of = ["alpha-sdk"], made-by = [""] }]
init = [
    { of = ["alpha-sdk"], call = "init", options = "arg 1", before = "2" },
    { of = ["alpha-sdk"], call = "init", options = "arg 0", since = "2" },
]

[[sink]]
of = ["alpha-sdk"]
call = "setUser"
data = ["arg 0"]
before = "2.0.0"
source = "https://alpha.example/docs/1"

[[sink]]
of = ["alpha-sdk"]
call = "identify"
data = ["arg 0"]
since = "2.0.0"
source = "https://alpha.example/docs/2"

[[automatic]]
of = ["alpha-sdk"]
classes = ["location.city"]
by = "server"
from = "IP address"
off = [{ option = "geo", is = false }]
before = "2.0.0"
source = "https://alpha.example/docs/1"

[[automatic]]
of = ["alpha-sdk"]
classes = ["location.city"]
by = "server"
from = "IP address"
on = [{ option = "geo", is = true }]
since = "2.0.0"
source = "https://alpha.example/docs/2"

[[replay]]
of = ["alpha-sdk"]
masked-by-default = false
before = "2.0.0"
source = "https://alpha.example/docs/1"
"#;

const CODE: &str = "import alpha from \"alpha-sdk\";
alpha.init(\"key\", {});
export function login(user) {
  alpha.setUser({ email: user.email });
  alpha.identify({ phone: user.phone });
}
login(window.user);
";

fn report(files: &[(&str, &str)]) -> Value {
    let dir = tempfile::tempdir().unwrap();
    let write = |path: &Path, text: &str| {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(&dir.path().join("vendors/alpha.toml"), VENDOR);
    for (name, text) in files {
        write(&dir.path().join("tree").join(name), text);
    }
    let vendors = vec![dir.path().join("vendors")];
    let options = Options { vendors, ..Options::new(dir.path().join("tree")) };
    serde_json::from_slice(&units::json(&options).unwrap()).unwrap()
}

/// `city`, `email`, `phone`, `replay`: what goes to the vendor.
fn goes(files: &[(&str, &str)]) -> Vec<&'static str> {
    let report = report(files);
    let has =
        |list: &str, key: &str, value: &str| report[list].as_array().unwrap().iter().any(|e| e[key] == value);
    let city = report["automatic"]
        .as_array()
        .unwrap()
        .iter()
        .any(|a| a["data"] == "location.city" && a["active"] == true);
    [
        ("city", city),
        ("email", has("flows", "data", "contact.email")),
        ("phone", has("flows", "data", "contact.phone")),
        ("replay", has("findings", "rule", "unmasked-replay")),
    ]
    .into_iter()
    .filter_map(|(word, is)| is.then_some(word))
    .collect()
}

const OLD: [&str; 3] = ["city", "email", "replay"];
const NEW: [&str; 1] = ["phone"];
/// Where nobody knows the version: calls of both forms, defaults of the newest.
const EITHER: [&str; 2] = ["email", "phone"];

#[test]
fn the_manifest_decides() {
    let asks = |range: &str| format!("{{\"dependencies\":{{\"alpha-sdk\":\"{range}\"}}}}");
    for (range, expected) in [
        ("1.9.0", &OLD[..]),
        ("^1.2.0", &OLD),
        (">=1 <3", &OLD),
        ("2.0.0", &NEW),
        ("~2.4", &NEW),
        ("latest", &EITHER),
    ] {
        let found = goes(&[("app.js", CODE), ("package.json", &asks(range))]);
        assert_eq!(found, expected, "{range}");
    }
    let found = goes(&[("app.js", CODE)]);
    assert_eq!(
        found,
        ["email", "phone"],
        "where nobody knows, either call sends and the newest defaults hold"
    );
}

#[test]
fn a_lock_file_says_more_than_a_range() {
    let lock = r#"{"lockfileVersion":3,"packages":{"node_modules/alpha-sdk":{"version":"2.1.0"}}}"#;
    let manifest = r#"{"dependencies":{"alpha-sdk":">=1.0.0"}}"#;
    assert_eq!(goes(&[("app.js", CODE), ("package.json", manifest)]), OLD);
    assert_eq!(goes(&[("app.js", CODE), ("package.json", manifest), ("package-lock.json", lock)]), NEW);
}

/// Two programs with two versions: each is judged by its own.
#[test]
fn the_nearest_manifest_counts() {
    let (old, new) =
        (r#"{"dependencies":{"alpha-sdk":"1.0.0"}}"#, r#"{"dependencies":{"alpha-sdk":"2.0.0"}}"#);
    let both = [("a/app.js", CODE), ("a/package.json", old), ("b/app.js", CODE), ("b/package.json", new)];
    assert_eq!(goes(&both), ["city", "email", "phone", "replay"]);
    let report = report(&both);
    let flows = report["flows"].as_array().unwrap();
    let at = |class: &str| flows.iter().find(|flow| flow["data"] == class).unwrap()["source"]["file"].clone();
    assert_eq!((at("contact.email"), at("contact.phone")), ("a/app.js".into(), "b/app.js".into()));
    assert_eq!(flows.len(), 2);
}

/// An SDK for pages and for servers, whose address may be given.
const BOTH: &str = r#"
name = "Beta"
purpose = "error-monitoring"
entity = "Beta, Inc."
country = "US"
homepage = "https://beta.example/"
docs = "https://beta.example/docs"
hosts = ["*.beta.io"]
package = [{ ecosystem = "npm", name = "beta-sdk", surface = "auto" }]
client = [{ of = ["beta-sdk"], made-by = ["", "()"] }]
init = [{ of = ["beta-sdk"], call = "start", options = "keywords", params = ["key", "url"], endpoint = ["arg 1"] }]

[[sink]]
of = ["beta-sdk"]
call = "push"
command = ["user"]
command-at = "arg 0.event"
data = ["arg 0"]
source = "https://beta.example/docs"

[[automatic]]
of = ["beta-sdk"]
classes = ["behavior.page_url"]
by = "sdk"
from = "location.href"
surfaces = ["browser"]
off = [{ option = "url", is = "https://cdp.acme.dev/x" }]
source = "https://beta.example/docs"

[[automatic]]
of = ["beta-sdk"]
classes = ["device.diagnostics"]
by = "sdk"
from = "stack of errors"
surfaces = ["server", "desktop", "ci"]
source = "https://beta.example/docs"

[[replay]]
of = ["beta-sdk"]
off = [{ option = "key", is = "no" }]
masked-by-default = false
source = "https://beta.example/docs"
"#;

fn both(files: &[(&str, &str)]) -> Value {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("vendors")).unwrap();
    fs::write(dir.path().join("vendors/beta.toml"), BOTH).unwrap();
    for (name, text) in files {
        let path = dir.path().join("tree").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let options =
        Options { vendors: vec![dir.path().join("vendors")], ..Options::new(dir.path().join("tree")) };
    serde_json::from_slice(&units::json(&options).unwrap()).unwrap()
}

/// Classes that are added, of the SDK as it is used in this tree.
fn added(files: &[(&str, &str)]) -> Vec<String> {
    let report = both(files);
    let automatic = report["automatic"].as_array().unwrap().iter().filter(|a| a["active"] == true);
    automatic.map(|a| a["data"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_a_page_adds_is_not_claimed_for_a_server() {
    let start = "import beta from 'beta-sdk';\nbeta.start('key');\n";
    let manifest = ("package.json", r#"{"name":"app"}"#);
    let (page, server) = ("behavior.page_url", "device.diagnostics");
    assert_eq!(added(&[("server/errors.js", start)]), [server]);
    assert_eq!(added(&[("client/errors.js", start)]), [page]);
    // Neither the path nor the file tells; the files around it do.
    let (dom, node) = ("document.querySelector('a');\n", "import { readFile } from 'node:fs/promises';\n");
    assert_eq!(added(&[manifest, ("src/errors.js", start), ("src/main.js", dom)]), [page]);
    assert_eq!(added(&[manifest, ("src/errors.js", start), ("src/main.js", node)]), [server]);
    // Nobody can tell: either may hold.
    assert_eq!(added(&[manifest, ("src/errors.js", start)]), [page, server]);
    assert_eq!(added(&[manifest, ("src/errors.js", start), ("a.js", dom), ("b.js", node)]), [page, server]);
}

#[test]
fn an_address_of_ones_own_is_evidence_and_an_option() {
    let code = |url: &str| format!("import beta from 'beta-sdk';\nbeta.start('key', {url});\n");
    let told = |url: &str| {
        let report = both(&[("client/errors.js", &code(url))]);
        let evidence = report["processors"][0]["evidence"].as_array().unwrap().clone();
        let what = evidence.iter().map(|e| e["what"].as_str().unwrap().to_owned());
        what.filter(|what| what.contains("endpoint")).collect::<Vec<_>>()
    };
    assert_eq!(told("'https://cdp.acme.dev/x'"), ["own endpoint cdp.acme.dev"]);
    assert_eq!(
        told("process.env.URL || 'https://user:secret@cdp.acme.dev/x'"),
        ["own endpoint cdp.acme.dev"]
    );
    assert_eq!(told("'https://eu.beta.io'"), Vec::<String>::new());
    assert_eq!(told("process.env.URL"), Vec::<String>::new());
    // The same argument is an option by its place.
    assert_eq!(added(&[("client/errors.js", &code("'https://cdp.acme.dev/x'"))]), Vec::<String>::new());
}

#[test]
fn a_command_may_stand_inside_an_argument() {
    let code = |event: &str| {
        format!(
            "import beta from 'beta-sdk';\nbeta.push({{ event: '{event}', email: window.user.email }});\n"
        )
    };
    let flows = |event: &str| both(&[("client/a.js", &code(event))])["flows"].as_array().unwrap().len();
    assert_eq!((flows("user"), flows("page")), (1, 0));
}

#[test]
fn a_recording_that_is_switched_off_records_nothing() {
    let code = |key: &str| format!("import beta from 'beta-sdk';\nbeta.start({key});\n");
    let found = |key: &str| {
        let report = both(&[("client/a.js", &code(key))]);
        report["findings"].as_array().unwrap().iter().any(|f| f["rule"] == "unmasked-replay")
    };
    assert!(found("'yes'"));
    assert!(!found("'no'"));
    assert!(!found("window.key"), "whether it is off cannot be told");
}
