//! The policy on small trees: each folder of `tests/cases/policy` is a tree with its `vendorflow.toml`, and what is said
//! of it (`UPDATE=1` writes it): every finding with its place, those that are accepted with by whom, or the problems of a
//! register that cannot be read.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod units;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use vendorflow::Options;

/// The day all cases are judged on.
const TODAY: &str = "2026-11-30";

fn said(tree: &Path) -> String {
    let options = Options { today: Some(TODAY.parse().unwrap()), ..Options::new(tree) };
    let report = match vendorflow::audit(&options) {
        Ok(report) => report,
        Err(why) => return format!("{why}\n"),
    };
    let mut text = String::new();
    for finding in &report.findings {
        let at = finding.at.map_or_else(String::new, |span| {
            let place = report.sources.locate(span);
            format!(" {}:{}:{}", place.file, place.line, place.column)
        });
        let _ = writeln!(text, "{} {}{at}: {}", finding.severity.name(), finding.rule, finding.message);
        if let Some(by) = &finding.suppressed {
            let _ = writeln!(text, "  accepted until {} in {}: {}", by.until, by.at, by.reason);
        }
    }
    text
}

#[test]
fn every_case_says_what_is_expected() {
    let cases = units::cases("policy");
    let mut wrong = Vec::new();
    for case in &cases {
        let said = said(&case.join("tree"));
        let expected = case.join("expected.txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &said).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != said {
            wrong.push(format!("{}:\n{said}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the register decides has a case, named after the rule.
#[test]
fn every_rule_of_the_register_has_a_case() {
    for rule in vendorflow::RULES {
        let of_register = ["register", "exception", "agreement", "transfer", "review", "terminated"];
        if of_register.iter().any(|word| rule.id.contains(word)) {
            let expected = units::root().join("tests/cases/policy").join(rule.id).join("expected.txt");
            let said = fs::read_to_string(&expected).unwrap_or_default();
            assert!(said.contains(&format!(" {} ", rule.id)), "{} shows no {}", expected.display(), rule.id);
        }
    }
}

fn vendorflow(dir: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vendorflow"));
    command.args(args).current_dir(dir).env_remove("FORCE_COLOR").output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const APP: &str = "import mixpanel from 'mixpanel-browser'\nimport { auth } from '@acme/auth'\n\n\
                   auth.on('login', (user: User) => {\n  mixpanel.track('opened')\n})\n";

/// A tree that sends little.
fn tree() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("app.ts"), APP).unwrap();
    dir
}

#[test]
fn what_is_not_in_the_lock_fails_and_is_named() {
    let dir = tree();
    let missing = vendorflow(dir.path(), &["scan", "--locked"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(err(&missing).contains("`vendorflow lock` writes it"), "{}", err(&missing));

    assert_eq!(vendorflow(dir.path(), &["lock", "--check"]).status.code(), Some(1), "nothing is written yet");
    assert!(!dir.path().join("vendorflow.lock").exists());
    let written = vendorflow(dir.path(), &["lock"]);
    assert_eq!(written.status.code(), Some(0), "{}", err(&written));
    assert!(out(&written).contains("+ mixpanel\n"), "{}", out(&written));
    assert_eq!(vendorflow(dir.path(), &["lock", "--check"]).status.code(), Some(0));
    assert_eq!(vendorflow(dir.path(), &["scan", "--locked"]).status.code(), Some(0));

    // Moved lines are nothing new; a field is, and so is a vendor.
    fs::write(dir.path().join("app.ts"), format!("// more\n\n{APP}")).unwrap();
    assert_eq!(vendorflow(dir.path(), &["lock", "--check"]).status.code(), Some(0));
    let more = APP.replace("track('opened')", "track('opened', { plan: user.plan, mail: user.email })");
    let more = format!("import * as Sentry from '@sentry/browser'\n{more}\nSentry.init({{ dsn }})\n");
    fs::write(dir.path().join("app.ts"), more).unwrap();
    let found = vendorflow(dir.path(), &["scan", "--locked", "--format", "json"]);
    assert_eq!(found.status.code(), Some(1));
    let text = out(&found);
    assert!(text.contains("not-in-lock") && text.contains("Mixpanel gets contact.email"), "{text}");
    assert!(text.contains("Sentry gets "), "{text}");
    assert_eq!(vendorflow(dir.path(), &["lock"]).status.code(), Some(0));

    fs::write(dir.path().join("app.ts"), APP).unwrap();
    let gone = vendorflow(dir.path(), &["scan", "--locked"]);
    assert_eq!(gone.status.code(), Some(0), "what is gone fails nothing");
    assert!(out(&gone).contains("gone-from-lock"), "{}", out(&gone));
}

#[test]
fn a_lock_with_marks_of_a_merge_is_told_and_mended() {
    let dir = tree();
    vendorflow(dir.path(), &["lock"]);
    let file = dir.path().join("vendorflow.lock");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{text}<<<<<<< HEAD\n=======\n>>>>>>> other\n")).unwrap();
    let found = vendorflow(dir.path(), &["scan", "--locked"]);
    assert_eq!(found.status.code(), Some(2));
    assert!(err(&found).contains("`<<<<<<<` is left from a merge"), "{}", err(&found));
    assert_eq!(vendorflow(dir.path(), &["lock", "--check"]).status.code(), Some(2));
    let mended = vendorflow(dir.path(), &["lock"]);
    assert_eq!(mended.status.code(), Some(0), "{}", err(&mended));
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn a_register_is_begun_once() {
    let dir = tree();
    let begun = vendorflow(dir.path(), &["init"]);
    assert_eq!(begun.status.code(), Some(0), "{}", err(&begun));
    let file = dir.path().join("vendorflow.toml");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("[processor.mixpanel]") && text.contains("FILL"), "{text}");
    fs::write(&file, text.replace("under-review", "approved")).unwrap();
    let again = vendorflow(dir.path(), &["init"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("stays as it is"), "{}", err(&again));
    assert!(fs::read_to_string(&file).unwrap().contains("approved"), "what people wrote stays");
    let scanned = out(&vendorflow(dir.path(), &["scan", "--format", "json"]));
    assert!(!scanned.contains("beyond-register") && !scanned.contains("unregistered-processor"), "{scanned}");
    assert!(out(&vendorflow(dir.path(), &["init", "--print"])).contains("[processor.mixpanel]"));
}

#[test]
fn a_register_elsewhere_and_another_day() {
    let dir = tree();
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("policy.toml");
    fs::write(
        &file,
        "[processor.mixpanel]\nstatus = \"approved\"\nclasses = [\"*\"]\nreview-due = 2026-06-30\n",
    )
    .unwrap();
    let config = file.to_str().unwrap();
    let before = vendorflow(dir.path(), &["scan", "--config", config, "--today", "2026-06-30"]);
    assert!(!out(&before).contains("review-overdue"), "{}", out(&before));
    let after = out(&vendorflow(dir.path(), &["scan", "--config", config, "--today", "2026-07-01"]));
    assert!(after.contains("review-overdue") && after.contains("policy.toml:4"), "{after}");
    assert!(!after.contains(elsewhere.path().to_str().unwrap()), "no absolute path: {after}");
    for args in [["--config", "no-such.toml"], ["--today", "soon"]] {
        let wrong = vendorflow(dir.path(), &["scan", args[0], args[1]]);
        assert_eq!(wrong.status.code(), Some(2), "{args:?}");
        assert!(err(&wrong).contains(args[1]), "{}", err(&wrong));
    }
}

#[test]
fn rules_of_ones_own_are_tried_on_examples() {
    let dir = tree();
    let register = "[custom.no-contact-abroad]\nmessage = \"contact data leaves the EEA\"\n\
                    deny = { class = [\"contact.*\"] }\nallow = { country = [\"EEA\"] }\n\
                    [custom.untried]\nmessage = \"x\"\nwhen = \"automatic\"\n";
    fs::write(dir.path().join("vendorflow.toml"), register).unwrap();
    let test = |examples: &str| {
        fs::write(dir.path().join("vendorflow.test.toml"), examples).unwrap();
        vendorflow(dir.path(), &["policy", "test"])
    };
    let example = |expect: &str, more: &str| {
        format!(
            "[[example]]\nrule = \"no-contact-abroad\"\nexpect = \"{expect}\"\nprocessor = \"mixpanel\"\nclass = \"contact.email\"\n{more}\n"
        )
    };
    let right = test(&[example("breaks", ""), example("passes", "country = \"DE\"")].concat());
    assert_eq!(right.status.code(), Some(0), "{}{}", out(&right), err(&right));
    assert!(out(&right).contains("2 of 2 examples as expected"), "{}", out(&right));
    assert!(out(&right).contains("none  untried: no example"), "{}", out(&right));
    let explained = out(&vendorflow(dir.path(), &["explain", "no-contact-abroad"]));
    assert!(explained.contains("a rule of your own): contact data leaves the EEA"), "{explained}");
    let wrong = test(&example("passes", ""));
    assert_eq!(wrong.status.code(), Some(1));
    assert!(
        out(&wrong).contains("should be `passes`, is `breaks` (./vendorflow.test.toml:1)"),
        "{}",
        out(&wrong)
    );
    let slip = test(&example("breaks", "").replace("no-contact-abroad", "no-contact-abrod"));
    assert_eq!(slip.status.code(), Some(2));
    assert!(err(&slip).contains("did you mean `no-contact-abroad`?"), "{}", err(&slip));
    let bad = test(
        "[[example]]\nrule = \"no-contact-abroad\"\nexpect = \"breaks\"\nclass = \"contact.emial\"\nsurface = \"web\"\n",
    );
    assert!(
        err(&bad).contains("missing key `processor`") && err(&bad).contains("no surface `web`"),
        "{}",
        err(&bad)
    );
    assert!(out(&vendorflow(dir.path(), &["policy", "variables"])).contains("automatic"));
    assert!(out(&vendorflow(dir.path(), &["policy", "schema"])).contains("\"review-due\""));
}

#[test]
fn each_unit_has_a_report_of_its_own() {
    let dir = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let file = dir.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    write(
        "packages/track/track.ts",
        "import mixpanel from 'mixpanel-browser'\n\nexport function track(user: User) {\n  mixpanel.people.set({ $email: user.email })\n}\n",
    );
    write(
        "apps/web/app.ts",
        "import { track } from '../../packages/track/track'\n\nimport { auth } from '@acme/auth'\n\nauth.on('login', (user: User) => {\n  track(user)\n})\n",
    );
    write(
        "apps/admin/app.ts",
        "import * as Sentry from '@sentry/browser'\n\nimport { auth } from '@acme/auth'\n\nauth.on('login', (user: User) => {\n  Sentry.setUser({ email: user.email })\n})\n",
    );
    assert_eq!(
        vendorflow(dir.path(), &["scan", "--each-unit"]).status.code(),
        Some(2),
        "nobody speaks of units"
    );
    write(
        "vendorflow.toml",
        "[processor.mixpanel]\nstatus = \"approved\"\nclasses = [\"*\"]\n\n[[unit]]\npath = \"apps/web\"\nname = \"web\"\n",
    );
    write("apps/admin/vendorflow.toml", "[processor.sentry]\nstatus = \"approved\"\nclasses = [\"*\"]\n");
    let unit = |name: &str| {
        let found = vendorflow(dir.path(), &["scan", "--unit", name, "--format", "json"]);
        (found.status.code(), out(&found), err(&found))
    };
    let (code, web, _) = unit("web");
    assert_eq!(code, Some(1));
    assert!(web.contains("\"apps/web/app.ts\"") && !web.contains("sentry"), "{web}");
    assert!(web.contains("excessive-data") && !web.contains("unregistered"), "{web}");
    let (_, admin, _) = unit("apps/admin");
    assert!(
        admin.contains("sentry") && !admin.contains("mixpanel") && !admin.contains("unregistered"),
        "{admin}"
    );
    let (code, rest, _) = unit("rest");
    assert_eq!(code, Some(0), "it only holds the wrapper: {rest}");
    assert!(rest.contains("\"mixpanel\"") && !rest.contains("excessive-data"), "{rest}");
    let (code, _, why) = unit("wep");
    assert_eq!(code, Some(2));
    assert!(why.contains("did you mean `web`?"), "{why}");
    let each = vendorflow(dir.path(), &["scan", "--each-unit", "-o", "json=r-{unit}.json"]);
    assert_eq!(each.status.code(), Some(1), "{}", err(&each));
    assert_eq!(fs::read_to_string(dir.path().join("r-web.json")).unwrap(), web);
    assert_eq!(fs::read_to_string(dir.path().join("r-apps-admin.json")).unwrap(), admin);
    assert!(dir.path().join("r-rest.json").exists());
}
