//! Revisions: a repository with a history is built, and `diff`, `--rev` and every message about git are checked on it.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A repository under construction.
struct Repo {
    dir: TempDir,
}

impl Repo {
    fn new() -> Self {
        let repo = Self { dir: tempfile::tempdir().unwrap() };
        fs::create_dir(repo.path()).unwrap();
        repo.git(&["init", "-q", "-b", "main"]);
        repo
    }

    fn path(&self) -> PathBuf {
        self.dir.path().join("shop")
    }

    fn git_on(&self, day: &str, args: &[&str]) -> String {
        let at = format!("{day}T12:00:00Z");
        let out = Command::new("git")
            .args(["-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"])
            .args(["-c", "protocol.file.allow=always", "-C"])
            .arg(self.path())
            .args(args)
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("HOME", self.dir.path())
            .env("GIT_AUTHOR_DATE", &at)
            .env("GIT_COMMITTER_DATE", &at)
            .output()
            .unwrap();
        assert!(out.status.success(), "git {args:?}: {}", text(&out.stderr));
        text(&out.stdout).trim().to_owned()
    }

    fn git(&self, args: &[&str]) -> String {
        self.git_on("2026-01-01", args)
    }

    fn write(&self, path: &str, content: &str) {
        let at = self.path().join(path);
        fs::create_dir_all(at.parent().unwrap()).unwrap();
        fs::write(at, content).unwrap();
    }

    /// Commits everything; gives the hash.
    fn commit(&self, day: &str, message: &str) -> String {
        self.git(&["add", "-A"]);
        self.git_on(day, &["commit", "-q", "-m", message]);
        self.git(&["rev-parse", "HEAD"])
    }

    fn run(&self, args: &[&str]) -> Output {
        run(&self.path(), args)
    }

    fn json(&self, args: &[&str]) -> Value {
        let zero: &[&str] = if matches!(args[0], "exposure" | "review") { &[] } else { &["--exit-zero"] };
        let out = self.run(&[args, &["--format", "json"], zero].concat());
        assert_eq!(out.status.code(), Some(0), "{args:?}: {}", text(&out.stderr));
        serde_json::from_slice(&out.stdout).unwrap()
    }

    /// What `diff` says: exit code and standard error.
    fn fails(&self, args: &[&str]) -> String {
        let out = self.run(args);
        assert_eq!(out.status.code(), Some(2), "{args:?}: {}", text(&out.stdout));
        assert!(out.stdout.is_empty());
        text(&out.stderr)
    }
}

fn run(at: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vendorflow"));
    command.args(args).current_dir(at).env_remove("FORCE_COLOR").output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

const PACKAGE: &str = r#"{ "name": "shop", "dependencies": { "mixpanel-browser": "2.71.0" } }"#;
const APP: &str = r#"import { auth } from '@acme/auth'
import { signedIn } from './track'

interface User { id: string; email: string; plan: string }

auth.on('login', (user: User) => {
  signedIn(user)
})
"#;
const NO_APP: &str = "export const answer = 42\n";
const TRACK: &str = r#"import mixpanel from 'mixpanel-browser'

mixpanel.init(TOKEN)

export function signedIn(user) {
  mixpanel.identify(user.id)
}
"#;

fn with_email(track: &str) -> String {
    track.replace(
        "  mixpanel.identify(user.id)\n",
        "  mixpanel.identify(user.id)\n  mixpanel.people.set({ $email: user.email })\n",
    )
}

/// The history that the issue names, with the hash of each step.
struct History {
    repo: Repo,
    begin: String,
    mixpanel: String,
    email: String,
    renamed: String,
    hashed: String,
    removed: String,
}

fn history() -> History {
    let repo = Repo::new();
    repo.write("package.json", r#"{ "name": "shop" }"#);
    repo.write("src/app.ts", NO_APP);
    let begin = repo.commit("2026-01-05", "Begin");
    repo.write("package.json", PACKAGE);
    repo.write("src/track.ts", TRACK);
    repo.write("src/app.ts", APP);
    let mixpanel = repo.commit("2026-01-10", "Add Mixpanel");
    repo.write("src/track.ts", &with_email(TRACK));
    let email = repo.commit("2026-01-20", "Send the e-mail");
    repo.git(&["tag", "-a", "v1", "-m", "one"]);
    fs::create_dir_all(repo.path().join("src/lib")).unwrap();
    repo.git(&["mv", "src/track.ts", "src/lib/analytics.ts"]);
    repo.git(&["mv", "src/app.ts", "src/session.ts"]);
    repo.write("src/session.ts", &APP.replace("./track", "./lib/analytics"));
    let renamed = repo.commit("2026-02-01", "Rename");
    let hashed_track = with_email(TRACK)
        .replace("import mixpanel", "import { sha256 } from 'js-sha256'\nimport mixpanel")
        .replace("user.email }", "sha256(user.email) }");
    repo.write("src/lib/analytics.ts", &hashed_track);
    let hashed = repo.commit("2026-02-10", "Hash the e-mail");
    repo.git(&["branch", "kept"]);
    repo.write("package.json", r#"{ "name": "shop" }"#);
    repo.write("src/session.ts", NO_APP);
    fs::remove_file(repo.path().join("src/lib/analytics.ts")).unwrap();
    let removed = repo.commit("2026-02-20", "Remove Mixpanel");
    History { repo, begin, mixpanel, email, renamed, hashed, removed }
}

fn list(value: &Value, key: &str) -> Vec<String> {
    value.as_array().unwrap().iter().filter_map(|v| v[key].as_str().map(str::to_owned)).collect()
}

#[test]
fn each_step_of_a_history_is_told() {
    let h = history();
    let diff = |base: &str, head: &str| h.repo.json(&["diff", base, head]);

    let step = diff(&h.begin, &h.mixpanel);
    assert_eq!(step["processors"]["added"][0], "mixpanel");
    assert_eq!(list(&step["flows"]["added"], "data"), ["identifier.user_id"]);
    assert!(list(&step["automatic"]["added"], "data").contains(&"location.city".to_owned()));
    assert_eq!(step["exposure"][0]["base"]["enisa"], Value::Null);

    let step = diff(&h.mixpanel, &h.email);
    assert_eq!(step["processors"]["added"].as_array().unwrap().len(), 0);
    assert_eq!(list(&step["flows"]["added"], "data"), ["contact.email"]);
    assert_eq!(step["flows"]["removed"].as_array().unwrap().len(), 0);
    assert!(list(&step["findings"]["added"], "rule").contains(&"excessive-data".to_owned()));
    let delta = &step["exposure"][0];
    assert!(delta["head"]["enisa"].as_f64() > delta["base"]["enisa"].as_f64(), "{delta}");
    assert_eq!(delta["gained"][0], "contact.email");

    let step = diff(&h.email, &h.renamed);
    for part in ["flows", "findings"] {
        for what in ["added", "removed", "changed"] {
            assert_eq!(step[part][what].as_array().unwrap().len(), 0, "{part} {what}: {step:#}");
        }
    }
    let renamed = &step["renamed"];
    assert_eq!(list(renamed, "from"), ["src/app.ts", "src/track.ts"]);
    assert_eq!(list(renamed, "to"), ["src/session.ts", "src/lib/analytics.ts"]);

    let step = diff(&h.renamed, &h.hashed);
    let changed = &step["flows"]["changed"][0];
    assert_eq!(changed["base"]["data"], "contact.email");
    assert_eq!(changed["head"]["data"], "contact.email_hash");
    assert_eq!(step["flows"]["added"].as_array().unwrap().len(), 0, "{step:#}");
    assert_eq!(step["findings"]["added"].as_array().unwrap().len(), 0, "protected is not worse: {step:#}");
    assert!(list(&step["findings"]["removed"], "rule").contains(&"linkable-profile".to_owned()));
    assert!(step["exposure"][0]["head"]["enisa"].as_f64() < step["exposure"][0]["base"]["enisa"].as_f64());

    let step = diff(&h.hashed, &h.removed);
    assert_eq!(step["processors"]["removed"][0], "mixpanel");
    assert_eq!(step["flows"]["removed"].as_array().unwrap().len(), 2);
    assert_eq!(step["flows"]["added"].as_array().unwrap().len(), 0);
    assert_eq!(step["exposure"][0]["head"]["enisa"], Value::Null);

    assert!(text(&h.repo.run(&["diff", &h.begin, &h.removed]).stdout).contains("nothing changes"));
}

#[test]
fn the_exit_code_is_by_what_is_new() {
    let h = history();
    let code = |args: &[&str]| h.repo.run(&[&["diff"], args].concat()).status.code();
    assert_eq!(code(&[&h.mixpanel, &h.email]), Some(1), "an excessive class is new");
    assert_eq!(code(&[&h.mixpanel, &h.email, "--exit-zero"]), Some(0));
    assert_eq!(code(&[&h.email, &h.renamed]), Some(0), "it was there before");
    assert_eq!(code(&[&h.email, &h.hashed]), Some(0));
    assert_eq!(h.repo.run(&["scan", "--rev", &h.renamed]).status.code(), Some(1), "scan tells all");
}

#[test]
fn people_read_what_changed() {
    let h = history();
    let table = text(&h.repo.run(&["diff", &h.mixpanel, &h.email]).stdout);
    assert!(table.contains("a Mixpanel breach moves from"), "{table}");
    assert!(table.contains("contact.email to Mixpanel: `user.email` at src/app.ts:7"), "{table}");
    let comment = text(&h.repo.run(&["diff", &h.mixpanel, &h.email, "-f", "markdown"]).stdout);
    assert!(comment.starts_with("### Personal data to vendors"), "{comment}");
    assert!(comment.contains("**excessive-data**"), "{comment}");
    // Formats that know no comparison show the new findings alone.
    let sarif = text(&h.repo.run(&["diff", &h.email, &h.renamed, "-f", "sarif"]).stdout);
    let sarif: Value = serde_json::from_str(&sarif).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), 0);
}

#[test]
fn a_revision_is_named_by_hash_branch_tag_and_day() {
    let h = history();
    let names = |rev: &str| {
        let report = h.repo.json(&["scan", "--rev", rev]);
        (report["target"]["revision"].as_str().unwrap().to_owned(), list(&report["flows"], "data"))
    };
    let email = vec!["identifier.user_id".to_owned(), "contact.email".to_owned()];
    for rev in [&h.email, &h.email[..9], "v1", "main~3", "2026-01-20", "2026-01-31", "2026-01-25T00:00:00Z"] {
        let (revision, mut data) = names(rev);
        data.sort_by_key(|d| d.contains("email"));
        assert_eq!((revision.as_str(), &data), (h.email.as_str(), &email), "{rev}");
    }
    assert_eq!(names("kept").0, h.hashed);
    assert_eq!(names("2026-01-09").0, h.begin);
    assert_eq!(names("HEAD").0, h.removed);
}

/// Without the revision, which a directory has not.
fn plain(mut report: Value) -> Value {
    report["target"]["revision"] = Value::Null;
    report
}

#[test]
fn a_revision_reads_as_its_checkout_does() {
    let h = history();
    for (i, rev) in [&h.begin, &h.mixpanel, &h.email, &h.renamed, &h.hashed].into_iter().enumerate() {
        let at = h.repo.dir.path().join(format!("out{i}/shop"));
        h.repo.git(&["worktree", "add", "-q", "--detach", at.to_str().unwrap(), rev]);
        let out = run(&at, &["scan", "--format", "json", "--exit-zero"]);
        let checkout: Value = serde_json::from_slice(&out.stdout).unwrap();
        assert_eq!(plain(h.repo.json(&["scan", "--rev", rev])), checkout, "{rev}");
        // In the worktree, HEAD is its own.
        let out = run(&at, &["diff", "HEAD", "--format", "json"]);
        let diff: Value = serde_json::from_slice(&out.stdout).unwrap();
        assert_eq!(diff["base"]["revision"], rev.as_str());
        assert_eq!(diff["flows"]["added"].as_array().unwrap().len(), 0);
    }
}

#[test]
fn uncommitted_changes_count_where_no_head_is_named() {
    let h = history();
    h.repo.git(&["checkout", "-q", "-b", "work", &h.mixpanel]);
    h.repo.write("src/track.ts", &with_email(TRACK));
    let diff = h.repo.json(&["diff", "main"]);
    assert_eq!(diff["head"]["revision"], Value::Null);
    assert_eq!(diff["base"]["revision"], h.mixpanel.as_str(), "the merge base");
    assert_eq!(list(&diff["flows"]["added"], "data"), ["contact.email"]);
    let direct = h.repo.json(&["diff", "main", "--no-merge-base"]);
    assert_eq!(direct["base"]["revision"], h.removed.as_str());
    assert_eq!(direct["processors"]["added"][0], "mixpanel");
    // A folder of the tree that is not there any more, and was not there before.
    let below = h.repo.json(&["diff", &h.email, &h.hashed, "--path", "src/lib"]);
    assert_eq!(below["processors"]["added"][0], "mixpanel");
    let err = h.repo.fails(&["diff", &h.email, &h.hashed, "--path", "src/nowhere"]);
    assert!(err.contains("has no `src/nowhere`"), "{err}");
}

#[test]
fn bare_repositories_are_read() {
    let h = history();
    let bare = h.repo.dir.path().join("bare/shop.git");
    h.repo.git(&["clone", "-q", "--bare", ".", bare.to_str().unwrap()]);
    let out = run(&bare, &["diff", "v1", "main~2", "--format", "json"]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let diff: Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(diff["target"], "shop");
    assert_eq!(list(&diff["renamed"], "from"), ["src/app.ts", "src/track.ts"]);
    let out = run(&bare, &["diff", "v1", "--format", "json"]);
    let diff: Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(diff["head"]["revision"], h.removed.as_str(), "no files: HEAD");
    let out = run(&bare, &["scan", "--rev", "v1", "--format", "json", "--exit-zero"]);
    assert_eq!(
        plain(serde_json::from_slice(&out.stdout).unwrap()),
        plain(h.repo.json(&["scan", "--rev", "v1"]))
    );
}

#[test]
fn what_git_does_not_have_is_said_with_what_mends_it() {
    let h = history();
    let says = |args: &[&str], what: &str, help: &str| {
        let err = h.repo.fails(args);
        assert!(err.contains(what) && err.contains(help), "{args:?}: {err}");
    };
    says(&["scan", "--rev", "nowhere"], "no revision `nowhere` in this repository", "git fetch origin");
    says(&["diff", "a..b"], "no revision `a..b`", "`vendorflow diff a b`");
    says(&["scan", "--rev", "v1^{tree}"], "`v1^{tree}` is a tree, not a commit", "name a commit");
    says(
        &["scan", "--rev", "2025-12-31"],
        "no commit on or before 2025-12-31: the first is of 2026-01-05",
        "later day",
    );
    says(&["scan", "lib", "--rev", "v1"], "has no `lib`", "is there in that revision");
    let none = tempfile::tempdir().unwrap();
    let out = run(none.path(), &["diff", "HEAD"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out.stderr).contains(". is in no git repository"), "{}", text(&out.stderr));

    h.repo.git(&["checkout", "-q", "--orphan", "other"]);
    h.repo.commit("2026-03-01", "Begin anew");
    says(&["diff", "main"], "`main` and `HEAD` have no common ancestor here", "--no-merge-base main");
}

#[test]
fn a_shallow_clone_is_told_apart() {
    let h = history();
    let clone = h.repo.dir.path().join("clone/shop");
    let url = format!("file://{}", h.repo.path().display());
    h.repo.git(&["clone", "-q", "--depth", "2", &url, clone.to_str().unwrap()]);
    let says = |args: &[&str], what: &str| {
        let out = run(&clone, args);
        let err = text(&out.stderr);
        assert_eq!(out.status.code(), Some(2), "{err}");
        assert!(err.contains(what) && err.contains("git fetch --unshallow"), "{err}");
    };
    says(&["diff", "v1"], "no revision `v1`");
    says(&["scan", "--rev", "2026-01-20"], "the history of this shallow clone ends at");
    h.repo.git(&["-C", clone.to_str().unwrap(), "fetch", "-q", "--depth", "1", "origin", "tag", "v1"]);
    says(&["diff", "v1"], "`v1` and `HEAD` have no common ancestor here");
    let out = run(&clone, &["diff", "v1", "--no-merge-base", "--format", "json"]);
    let diff: Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(diff["processors"]["removed"][0], "mixpanel");
}

#[test]
fn a_broken_object_is_named() {
    let h = history();
    let blob = h.repo.git(&["rev-parse", "v1:src/track.ts"]);
    let object = h.repo.path().join(".git/objects").join(&blob[..2]).join(&blob[2..]);
    fs::remove_file(&object).unwrap();
    let err = h.repo.fails(&["scan", "--rev", "v1"]);
    assert!(
        err.contains("cannot read src/track.ts of") && err.contains(&blob) && err.contains("git fsck"),
        "{err}"
    );
    // A partial clone is not broken; it is not all here.
    h.repo.git(&["config", "extensions.partialClone", "origin"]);
    let err = h.repo.fails(&["diff", "v1", "main"]);
    assert!(err.contains("partial") && err.contains("git fetch --refetch --no-filter"), "{err}");
}

#[test]
fn what_was_exposed_in_a_window_is_the_union_of_it() {
    let h = history();
    let exposed = |args: &[&str]| {
        let out = h.repo.run(&[&["exposure", "mixpanel", "--format", "json"], args].concat());
        assert_eq!(out.status.code(), Some(0), "{args:?}: {}", text(&out.stderr));
        let report: Value = serde_json::from_slice(&out.stdout).unwrap();
        report
    };
    let at = exposed(&["--at", "2026-01-12"]);
    assert_eq!(list(&at["written"], "data"), ["identifier.user_id"]);

    // Nothing of it is left, and it was there in the window.
    assert_eq!(exposed(&[])["used"], false);
    let window = exposed(&["--since", "2026-01-15", "--until", "2026-02-15"]);
    let all = ["contact.email", "contact.email_hash", "identifier.user_id"];
    assert_eq!(list(&window["written"], "data"), all);
    let history = &window["history"];
    assert_eq!((&history["audited"], &history["changes"]), (&4.into(), &4.into()));
    assert_eq!(history["since"]["revision"], h.mixpanel.as_str());
    assert_eq!(history["until"]["revision"], h.hashed.as_str());
    let life = |data: &str| {
        let flows = history["flows"].as_array().unwrap();
        flows.iter().find(|flow| flow["data"] == data).unwrap_or_else(|| panic!("no {data} in {history:#}"))
    };
    let email = life("contact.email");
    assert_eq!(email["first"]["revision"], h.email.as_str());
    assert_eq!(email["last"]["revision"], h.renamed.as_str(), "a rename does not end it");
    assert_eq!((&email["before"], &email["still"]), (&false.into(), &false.into()));
    assert_eq!(life("contact.email_hash")["first"]["revision"], h.hashed.as_str());
    assert_eq!(life("identifier.user_id")["before"], true);

    assert_eq!(history["processor"]["before"], true);
    let whole = exposed(&["--history"]);
    assert_eq!(whole["history"]["processor"]["first"]["revision"], h.mixpanel.as_str());
    assert_eq!(whole["history"]["processor"]["last"]["revision"], h.hashed.as_str());
    assert_eq!(whole["history"]["until"]["revision"], h.removed.as_str());
    assert_eq!(whole["history"]["changes"], 6);
    let out = h.repo.run(&["exposure", "mixpanel", "--since", "2026-01-15"]);
    let table = text(&out.stdout);
    assert!(table.contains(r#""Send the e-mail"; gone with"#), "{table}");
    assert!(table.contains("all 5 revisions that changed something"), "{table}");
    let err = h.repo.fails(&["exposure", "mixpanel", "--since", "2026-03-01"]);
    assert!(err.contains("2026-03-01 is not before"), "{err}");
}

#[test]
fn what_is_left_is_asked_of_a_revision_too() {
    let h = history();
    let code = |rev: &str| h.repo.run(&["offboard", "mixpanel", "--rev", rev]).status.code();
    assert_eq!(code("v1"), Some(1));
    assert_eq!(code(&h.removed), Some(0));
}

#[test]
fn in_a_long_history_the_commit_that_did_it_is_found() {
    let repo = Repo::new();
    repo.write("package.json", r#"{ "name": "shop" }"#);
    let (mut began, mut ended) = (String::new(), String::new());
    for i in 0..100 {
        let day = format!("2026-{:02}-{:02}", i / 28 + 1, i % 28 + 1);
        repo.write("src/other.ts", &format!("export const n = {i}\n"));
        match i {
            37 => {
                repo.write("src/track.ts", TRACK);
                repo.write("src/app.ts", APP);
                began = repo.commit(&day, "Add Mixpanel");
            }
            71 => {
                fs::remove_dir_all(repo.path().join("src")).unwrap();
                ended = repo.commit(&day, "Remove Mixpanel");
            }
            _ => drop(repo.commit(&day, "Work")),
        }
    }
    let history = &repo.json(&["exposure", "mixpanel", "--history"])["history"];
    assert_eq!(history["changes"], 100);
    assert!(history["audited"].as_u64().unwrap() <= 64);
    for life in [&history["processor"], &history["flows"][0]] {
        assert_eq!(life["first"]["revision"], began.as_str(), "{life:#}");
        assert_eq!(life["first"]["exact"], true);
        assert_eq!(life["last"]["date"], "2026-03-15");
        assert_eq!(life["still"], false);
    }
    let table = text(&repo.run(&["exposure", "mixpanel", "--history"]).stdout);
    assert!(
        table.contains(&format!("gone with {} (2026-03-16), \"Remove Mixpanel\"", &ended[..10])),
        "{table}"
    );
    assert!(table.contains("of 100 revisions that changed something"), "{table}");
}

const REGISTER: &str = r#"# What we agreed.

[processor.mixpanel] # product analytics
status = "approved"
classes = ["identifier.*", "device.*", "location.*", "behavior.*"]
review-due = 2026-02-15 # each quarter

[processor.payroll]
status = "approved"
in-code = false
classes = ["financial.*"]
review = [{ date = 2026-01-31, by = "B. Person", decision = "keep" }]
"#;

/// `KIND commit gained lost`, one a change.
fn changes(review: &Value) -> Vec<String> {
    let change = |change: &Value| {
        let data = |key: &str| list(&change[key], "data").join(",");
        let commit = change["commit"]["revision"].as_str().unwrap_or("-");
        format!("{} {commit} +{} -{}", change["kind"].as_str().unwrap(), data("gained"), data("lost"))
    };
    review["changes"].as_array().unwrap().iter().map(change).collect()
}

#[test]
fn a_review_tells_what_changed_and_which_commit_did_it() {
    let h = history();
    let review = h.repo.json(&["review", "--since", "2026-01-06"]);
    let told = changes(&review);
    assert_eq!(told.len(), 4, "{told:#?}");
    assert!(told[0].starts_with(&format!("new {} +", h.mixpanel)), "{told:#?}");
    assert!(told[0].contains("identifier.user_id") && told[0].contains("location.city"), "{told:#?}");
    assert_eq!(told[1], format!("wider {} +contact.email -", h.email));
    assert_eq!(told[2], format!("shifted {} +contact.email_hash -contact.email", h.hashed), "no rename");
    assert!(told[3].starts_with(&format!("gone {} + -", h.removed)), "{told:#?}");
    let place = &review["changes"][1]["gained"][0];
    assert_eq!((&place["field"], &place["at"]), (&"user.email".into(), &"src/track.ts:7".into()));
    // It is gone, and there is still something to do about it.
    let page = &review["processors"][0];
    assert_eq!((&page["processor"], &page["in-use"]), (&"mixpanel".into(), &false.into()));
    let todo = list(&page["checklist"], "what").join("; ");
    assert!(todo.contains("vendorflow offboard mixpanel"), "{todo}");
    assert!(changes(&h.repo.json(&["review", "--since", "2026-03-01"])).is_empty());
    assert_eq!(changes(&h.repo.json(&["review", "--since", &h.email, "--rev", &h.hashed])).len(), 1);
}

#[test]
fn a_review_begins_where_the_last_one_ended_and_is_signed() {
    let h = history();
    h.repo.git(&["checkout", "-q", "v1"]);
    h.repo.write("vendorflow.toml", REGISTER);
    h.repo.write("src/track.ts", &with_email(TRACK).replace("$email", "$name: user.name, $email"));
    let review = |args: &[&str]| h.repo.json(&[&["review", "--today", "2026-02-20"], args].concat());
    let before = review(&[]);
    let told = changes(&before);
    assert_eq!(told.last().unwrap(), "wider - +identity.name -", "not committed yet; {told:#?}");
    let page = |review: &Value, id: &str| {
        let pages = review["processors"].as_array().unwrap();
        pages.iter().find(|page| page["processor"] == id).unwrap_or_else(|| panic!("{review:#}")).clone()
    };
    let mixpanel = page(&before, "mixpanel");
    assert_eq!((&mixpanel["overdue"], &mixpanel["last-review"]), (&true.into(), &Value::Null));
    assert_eq!(page(&before, "payroll")["last-review"]["by"], "B. Person");
    assert!(before["since"].as_str().unwrap().contains("2026-01-31"), "the earliest of the last reviews");

    let sign = |args: &[&str]| {
        let fixed = ["review", "--sign", "--by", "A. Person", "--today", "2026-02-20"];
        h.repo.run(&[&fixed, args].concat())
    };
    let refused = |args: &[&str], why: &str| {
        let out = sign(args);
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert!(text(&out.stderr).contains(why), "{}", text(&out.stderr));
        assert_eq!(fs::read_to_string(h.repo.path().join("vendorflow.toml")).unwrap(), REGISTER);
    };
    refused(&["--decision", "keep"], "--due DATE");
    refused(&["--decision", "mixpanell=keep"], "no processor `mixpanell`; did you mean `mixpanel`?");
    refused(&["--decision", "keep", "--due", "2026-02-20"], "cannot be on 2026-02-20");
    let out = sign(&["--decision", "mixpanel=keep, without \"the e-mail\"", "--due", "2026-05-31"]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    assert!(text(&out.stdout).contains("not reviewed: payroll"), "{}", text(&out.stdout));
    let signed = fs::read_to_string(h.repo.path().join("vendorflow.toml")).unwrap();
    let kept = REGISTER.replace("2026-02-15", "2026-05-31");
    let (first, rest) = kept.split_once("\n[processor.payroll]").unwrap();
    let entry = "\n[[processor.mixpanel.review]]\ndate = 2026-02-20\nby = \"A. Person\"\n\
                 decision = 'keep, without \"the e-mail\"'\n";
    assert_eq!(signed, format!("{first}{entry}\n[processor.payroll]{rest}"));
    // A second one, of all: in the form that each list has.
    assert_eq!(sign(&["--decision", "a = b", "--due", "2026-08-31"]).status.code(), Some(0));
    let after = review(&[]);
    let [mixpanel, payroll] = ["mixpanel", "payroll"].map(|id| page(&after, id));
    assert_eq!(mixpanel["last-review"]["date"], "2026-02-20");
    assert_eq!((&mixpanel["review-due"], &mixpanel["overdue"]), (&"2026-08-31".into(), &false.into()));
    assert_eq!(payroll["last-review"]["decision"], "a = b");
    assert_eq!(
        changes(&after),
        ["wider - +identity.name -"],
        "what nobody committed is still to be looked at"
    );
}

#[test]
fn a_review_without_a_history_says_so() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("track.ts"), TRACK).unwrap();
    let out = run(dir.path(), &["review"]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    assert!(text(&out.stdout).contains("in no git repository"), "{}", text(&out.stdout));
    let out = run(dir.path(), &["review", "--since", "2026-01-01"]);
    assert_eq!(out.status.code(), Some(2), "{}", text(&out.stdout));
    let out = run(dir.path(), &["review", "--sign", "--by", "A", "--decision", "keep"]);
    assert!(text(&out.stderr).contains("vendorflow init"), "{}", text(&out.stderr));
}
