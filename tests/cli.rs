//! The binary: exit codes, streams, help, broken pipe.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::io::Read as _;
use std::process::{Command, Output, Stdio};

fn vendorflow(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vendorflow")).args(args).env_remove("FORCE_COLOR").output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A tree without a vendor.
fn empty_tree() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("app.ts"), "export const answer = 42\n").unwrap();
    dir
}

#[test]
fn help_names_every_subcommand_and_the_exit_codes() {
    let out = vendorflow(&["--help"]);
    assert_eq!(out.status.code(), Some(0));
    let help = text(&out.stdout);
    let commands = [
        "scan",
        "diff",
        "exposure",
        "offboard",
        "inventory",
        "review",
        "lock",
        "init",
        "policy",
        "explain",
        "merge",
        "notice",
        "vendors",
        "completions",
        "man",
    ];
    for word in commands.into_iter().chain(["Exit codes"]) {
        assert!(help.contains(word), "no `{word}` in\n{help}");
    }
    for command in commands {
        assert_eq!(vendorflow(&[command, "--help"]).status.code(), Some(0), "{command} --help");
    }
}

#[test]
fn a_clean_tree_is_clean_in_every_format() {
    let dir = empty_tree();
    let path = dir.path().to_str().unwrap();
    for format in vendorflow::FORMATS {
        let out = vendorflow(&["scan", path, "--format", format.name]);
        assert_eq!(out.status.code(), Some(0), "{}: {}", format.name, text(&out.stderr));
        assert!(!out.stdout.is_empty() && out.stderr.is_empty(), "{}", format.name);
        assert!(!text(&out.stdout).contains(path), "{} shows an absolute path", format.name);
    }
}

#[test]
fn what_is_not_there_is_an_error_on_standard_error() {
    let out = vendorflow(&["scan", "/no/such/place"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(out.stdout.is_empty());
    let err = text(&out.stderr);
    assert!(err.starts_with("error: cannot read /no/such/place") && err.contains("\nhelp: "), "{err}");
}

#[test]
fn wrong_arguments_exit_with_2() {
    for args in
        [vec!["scan", "--format", "yaml"], vec!["scan", "--fail-on", "sometimes"], vec!["frobnicate"], vec![]]
    {
        let out = vendorflow(&args);
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert!(out.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn what_nobody_knows_is_said_with_what_is_near() {
    let out = vendorflow(&["explain", "contact.emial"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out.stderr).contains("did you mean `contact.email`?"), "{}", text(&out.stderr));
    assert_eq!(vendorflow(&["exposure", "no-such-vendor"]).status.code(), Some(2));
    let out = vendorflow(&["explain", "0123456789abcdef", "--path", empty_tree().path().to_str().unwrap()]);
    assert_eq!(out.status.code(), Some(2));
}

#[test]
fn rules_classes_and_names_are_explained() {
    for args in [vec!["excessive-data"], vec!["contact.email"], vec!["name", "user.email"]] {
        let out = vendorflow(&[vec!["explain"], args.clone()].concat());
        assert_eq!(out.status.code(), Some(0), "{args:?}: {}", text(&out.stderr));
        assert!(text(&out.stdout).contains(args[args.len() - 1]), "{args:?}");
    }
}

#[test]
fn several_outputs_in_one_run() {
    let dir = empty_tree();
    let out_dir = tempfile::tempdir().unwrap();
    let file = |name: &str| out_dir.path().join(name).to_str().unwrap().to_owned();
    let (sarif, json) = (format!("sarif={}", file("r.sarif")), file("r.json"));
    let path = dir.path().to_str().unwrap();
    let out = vendorflow(&["scan", path, "-o", &sarif, "-o", &json, "--format", "json"]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    assert!(out.stdout.is_empty(), "a plain -o FILE takes the report");
    assert!(fs::read_to_string(file("r.sarif")).unwrap().contains("\"2.1.0\""));
    assert!(fs::read_to_string(file("r.json")).unwrap().contains("\"version\": 1"));
    let out = vendorflow(&["scan", path, "-o", "/no/such/dir/x.json"]);
    assert_eq!(out.status.code(), Some(2));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let dir = empty_tree();
    let mut child = Command::new(env!("CARGO_BIN_EXE_vendorflow"))
        .args(["scan", "--format", "sarif"])
        .arg(dir.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{err}");
    assert_eq!(err, "");
}

#[test]
fn colour_only_where_wanted() {
    let dir = empty_tree();
    let path = dir.path().to_str().unwrap();
    assert!(!vendorflow(&["scan", path]).stdout.contains(&0x1b));
    assert!(!vendorflow(&["scan", path, "--color", "never"]).stdout.contains(&0x1b));
}

#[test]
fn completions_and_man_pages_are_written() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(text(&vendorflow(&["completions", shell]).stdout).contains("exposure"), "{shell}");
    }
    assert!(text(&vendorflow(&["man"]).stdout).contains(".TH"));
    assert!(text(&vendorflow(&["man", "scan"]).stdout).contains("fail"));
}

#[test]
fn vendors_are_listed_counted_and_shown() {
    let out =
        vendorflow(&["vendors", "list", "--purpose", "session-replay", "--country", "us", "--depth", "deep"]);
    let list = text(&out.stdout);
    assert!(list.contains("fullstory") && !list.contains("mixpanel") && !list.contains("hotjar"), "{list}");
    let counts = text(&vendorflow(&["vendors", "list", "--summary"]).stdout);
    assert!(counts.contains("Python") && counts.contains("switches"), "{counts}");
    let shown = text(&vendorflow(&["vendors", "show", "Mixpanel"]).stdout);
    assert!(shown.contains("people.set(arg 0") && shown.contains("npm:mixpanel-browser@"), "{shown}");
    let out = vendorflow(&["vendors", "list", "--purpose", "session-reply"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out.stderr).contains("did you mean `session-replay`?"), "{}", text(&out.stderr));
}

/// From nothing to an entry: begun, checked, filled in, checked, and used.
#[test]
fn an_entry_is_begun_and_checked() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().to_str().unwrap();
    let file = dir.path().join("acme.toml");
    assert_eq!(vendorflow(&["vendors", "new", "acme", "-o", path]).status.code(), Some(0));
    assert_eq!(
        vendorflow(&["vendors", "new", "acme", "-o", path]).status.code(),
        Some(2),
        "it is there already"
    );
    let out = vendorflow(&["vendors", "check", file.to_str().unwrap()]);
    assert_eq!(out.status.code(), Some(2));
    let err = text(&out.stderr);
    for problem in
        ["acme.toml:5:8: `name` is empty", "no purpose ``", "no country ``", "nothing identifies this vendor"]
    {
        assert!(err.contains(problem), "no `{problem}` in {err}");
    }
    let filled = text(&vendorflow(&["vendors", "new", "hotjar"]).stdout).replace("Hotjar", "Acme");
    fs::write(&file, filled).unwrap();
    let err = text(&vendorflow(&["vendors", "check", path]).stderr);
    assert!(
        err.contains("belongs to `hotjar` already") || err.contains("belongs to `acme` already"),
        "{err}"
    );
    assert_eq!(
        vendorflow(&["vendors", "check", dir.path().join("none").to_str().unwrap()]).status.code(),
        Some(2)
    );
}

#[test]
fn an_override_that_changes_nothing_is_a_finding() {
    let (tree, vendors) = (empty_tree(), tempfile::tempdir().unwrap());
    let file = vendors.path().join("hotjar.toml");
    let same = text(&vendorflow(&["vendors", "new", "hotjar"]).stdout);
    let findings = |entry: &str| {
        fs::write(&file, entry).unwrap();
        let args = [tree.path(), vendors.path()].map(|path| path.to_str().unwrap().to_owned());
        text(&vendorflow(&["scan", &args[0], "--vendors", &args[1], "--format", "json"]).stdout)
    };
    let idle = findings(&format!("# a copy\n{same}"));
    assert!(idle.contains("\"idle-override\"") && idle.contains("hotjar.toml of --vendors"), "{idle}");
    assert!(!idle.contains(vendors.path().to_str().unwrap()), "no absolute path");
    let out = vendorflow(&["vendors", "check", file.to_str().unwrap()]);
    assert!(text(&out.stdout).contains("changes nothing") && out.status.code() == Some(0));
    assert!(!findings(&same.replacen("Hotjar", "Acme", 1)).contains("idle-override"));
}

/// Reports are kept, merged in any order, and asked as fresh ones are.
#[test]
fn kept_reports_are_merged_and_asked() {
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let app = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/incident/mixpanel-2025/app");
    let empty = empty_tree();
    let scan = |tree: &str, out: &str| {
        let code = vendorflow(&["scan", tree, "--format", "json", "--exit-zero", "-o", out]).status.code();
        assert_eq!(code, Some(0));
    };
    scan(app, &file("app.json"));
    scan(empty.path().to_str().unwrap(), &file("empty.json"));
    let (app_file, empty_file) = (file("app.json"), format!("tools={}", file("empty.json")));
    let one = vendorflow(&["merge", &app_file, &empty_file]);
    assert_eq!(one.status.code(), Some(0), "{}", text(&one.stderr));
    let other = vendorflow(&["merge", &empty_file, &app_file, &app_file]);
    assert_eq!(text(&one.stdout), text(&other.stdout));
    fs::write(file("all.json"), &one.stdout).unwrap();
    let table = text(&vendorflow(&["merge", &file("all.json"), &empty_file, "--format", "table"]).stdout);
    assert!(
        table.starts_with("app, tools: 10 flows") && table.contains("at: app/src/lib/analytics.ts:12"),
        "{table}"
    );
    let exposure = |args: &[&str]| text(&vendorflow(&[&["exposure", "mixpanel"], args].concat()).stdout);
    let (fresh, kept) = (exposure(&[app]), exposure(&["--report", &app_file]));
    assert!(fresh.contains("3.0 High"), "{fresh}");
    assert_eq!(fresh, kept);
    assert!(exposure(&["--report", &file("all.json")]).contains("app/src/auth/session.tsx:20"));
    assert_eq!(vendorflow(&["scan", "--report", &file("all.json")]).status.code(), Some(1));
    for (args, told) in [
        (vec!["merge", "nowhere.json"], "cannot read nowhere.json"),
        (
            vec!["merge", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")],
            "Cargo.toml:1:2: not a report of",
        ),
        (vec!["merge", &format!("x={}", file("all.json"))], "is a merged report already"),
    ] {
        let out = vendorflow(&args);
        assert_eq!(out.status.code(), Some(2));
        assert!(text(&out.stderr).contains(told), "{}", text(&out.stderr));
    }
}

#[test]
fn a_notice_is_compared_both_ways() {
    let app = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/incident/mixpanel-2025/app");
    let notice = format!("{app}/PRIVACY.md");
    let out = vendorflow(&["notice", &notice, app]);
    assert_eq!(out.status.code(), Some(1), "{}", text(&out.stderr));
    let told = text(&out.stdout);
    for part in [
        "Stripe (PRIVACY.md:8)",
        "Mixpanel (PRIVACY.md:5)",
        "location.city (to Mixpanel)",
        "contact.email (PRIVACY.md:3)",
    ] {
        assert!(told.contains(part), "no `{part}` in\n{told}");
    }
    assert!(!told.contains("In use, and not in the notice"), "{told}");
    assert_eq!(vendorflow(&["notice", &notice, app, "--exit-zero"]).status.code(), Some(0));
    // HTML in German; a complete one has nothing to tell.
    let dir = tempfile::tempdir().unwrap();
    let (full, list) = (dir.path().join("datenschutz.html"), dir.path().join("list.md"));
    let words = "Ihren Namen, E-Mail-Adresse, Benutzerkennung, Organisation, Browsertyp, Cookie-Kennung, besuchte Seiten, \
                 Herkunftsseite, Suchbegriff, ungef&auml;hrer Standort, Klick-ID";
    fs::write(&full, format!("<ul><li>Mixpanel, Inc.: {words}</li></ul>")).unwrap();
    let out = vendorflow(&["notice", full.to_str().unwrap(), app, "--format", "json"]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stdout));
    assert!(text(&out.stdout).contains("\"compares-classes\": true"));
    fs::write(&list, "# Sub-processors\n\n| Name | Country |\n| --- | --- |\n| Mixpanel | US |\n").unwrap();
    let out = vendorflow(&["notice", list.to_str().unwrap(), app]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stdout));
    assert!(text(&out.stdout).contains("only the vendors are compared"));
    fs::write(&list, [0xff, 0xfe, 0x00]).unwrap();
    let out = vendorflow(&["notice", list.to_str().unwrap(), app]);
    assert!(out.status.code() == Some(2) && text(&out.stderr).contains("it is not text"));
    assert_eq!(vendorflow(&["notice", "nowhere.md", app]).status.code(), Some(2));
}

/// What somebody asks of the exposure is checked before the scan, and said with what would be right.
#[test]
fn exposure_takes_inputs_and_refuses_others() {
    let dir = empty_tree();
    let path = dir.path().to_str().unwrap();
    for (args, words) in [
        (vec!["--ei", "0.6"], "0.25 negligible"),
        (vec!["--dpc", "5"], "1..=4"),
        (vec!["--cb", "3"], "from 0 to 2"),
        (vec!["--lure-weight", "nmae=1"], "no role `nmae`; there are content, "),
        (vec!["--lure-weight", "name"], "ROLE=WEIGHT"),
    ] {
        let out = vendorflow(&[vec!["exposure", "mixpanel", path], args.clone()].concat());
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert!(text(&out.stderr).contains(words), "{args:?}: {}", text(&out.stderr));
    }
    let out = vendorflow(&["exposure", "--all", path, "--format", "json-schema"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out.stderr).contains("name it instead of --all"), "{}", text(&out.stderr));
    assert_eq!(vendorflow(&["exposure"]).status.code(), Some(2));
    let out = vendorflow(&["exposure", "--all", path]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    assert!(text(&out.stdout).contains("uses no vendor"), "{}", text(&out.stdout));
}
