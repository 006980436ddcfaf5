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
    for word in [
        "scan",
        "exposure",
        "lock",
        "init",
        "policy",
        "explain",
        "vendors",
        "completions",
        "man",
        "Exit codes",
    ] {
        assert!(help.contains(word), "no `{word}` in\n{help}");
    }
    for command in ["scan", "exposure", "lock", "init", "policy", "explain", "vendors", "completions", "man"]
    {
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
