//! Trees as text (`tests/cases/source/<case>/tree.txt`) and what the walk makes of them, and what text cannot hold.

use super::{FileId, Options, Repository, Skipped, Sources, Why, walk};
use crate::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn options(root: &Path) -> Options {
    Options {
        root: root.to_owned(),
        extensions: vec!["js", "ts", "tsx", "py", "html"],
        names: vec!["package.json", ".env"],
        ..Options::default()
    }
}

fn write(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let at = root.join(path);
    fs::create_dir_all(at.parent().unwrap()).unwrap();
    fs::write(at, bytes).unwrap();
}

fn paths(sources: &Sources) -> Vec<&str> {
    sources.ids().map(|id| sources.path(id)).collect()
}

/// Makes the tree of a case: `--- path` begins a file; `xN` behind it repeats its text N times.
fn plant(text: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for file in text.split("--- ").skip(1) {
        let (head, body) = file.split_once('\n').unwrap();
        let (path, times) = head.split_once(" x").map_or((head, 1), |(path, n)| (path, n.parse().unwrap()));
        let body = if times > 1 { body.trim_end().repeat(times) } else { body.to_owned() };
        write(dir.path(), path, body);
    }
    dir
}

fn describe(root: &Path, include_tests: bool) -> String {
    tell(&walk(&Options { include_tests, ..options(root) }).unwrap())
}

fn tell((sources, skipped): &(Sources, Vec<Skipped>)) -> String {
    let mut lines: Vec<String> = paths(sources).into_iter().map(|path| format!("{path}: read")).collect();
    lines.extend(skipped.iter().map(|entry| format!("{}: {}", entry.file, entry.why)));
    lines.sort();
    lines.push(format!("seen {}, lines {}", sources.seen(), sources.lines()));
    lines.join("\n")
}

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/source");
    let mut wrong = Vec::new();
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 8);
    for case in cases {
        let dir = plant(&fs::read_to_string(case.join("tree.txt")).unwrap());
        let said = format!("{}\n\nwith tests\n{}\n", describe(dir.path(), false), describe(dir.path(), true));
        let expected = case.join("expected.txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &said).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != said {
            wrong.push(format!("{}:\n{said}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Commits all there is, ignored or not.
fn commit(root: &Path) {
    for args in [
        &["init", "-q"][..],
        &["add", "-A", "-f"],
        &["-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-q", "--allow-empty", "-m", "x"],
    ] {
        let mut git = std::process::Command::new("git");
        git.arg("-C").arg(root).args(["-c", "core.autocrlf=false", "-c", "commit.gpgsign=false"]);
        assert!(git.args(args).env("GIT_CONFIG_GLOBAL", "/dev/null").status().unwrap().success());
    }
}

fn in_git(root: &Path, below: &str, include_tests: bool) -> (Sources, Vec<Skipped>) {
    let options = Options { include_tests, ..options(&root.join(below)) };
    let repository = Repository::open(&options.root).unwrap();
    repository.read(&repository.commit("HEAD").unwrap(), &options).unwrap()
}

/// The rules are the same for a directory and for a revision.
#[test]
fn a_revision_is_read_as_its_directory_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/source");
    for case in fs::read_dir(folder).unwrap() {
        let case = case.unwrap().path();
        let dir = plant(&fs::read_to_string(case.join("tree.txt")).unwrap());
        commit(dir.path());
        for include_tests in [false, true] {
            let (walked, read) = (describe(dir.path(), include_tests), in_git(dir.path(), "", include_tests));
            assert_eq!(walked, tell(&read), "{}", case.display());
        }
    }
}

#[test]
fn a_revision_has_encodings_and_ignore_files_above() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), ".gitignore", "/app/skip.js\n");
    write(dir.path(), "app/skip.js", "a");
    write(dir.path(), "app/latin.js", b"// Gr\xf6\xdfe");
    write(dir.path(), "app/binary.js", b"a\0b");
    write(dir.path(), "app/large.js", "a();\n".repeat(600_000));
    write(dir.path(), "app/bundle.js", "a();".repeat(600_000));
    write(dir.path(), "app/tests/a.test.min.js", "a".repeat(30_000));
    commit(dir.path());
    let read = in_git(dir.path(), "app", false);
    assert_eq!(tell(&read), describe(&dir.path().join("app"), false));
    assert_eq!(paths(&read.0), ["latin.js"]);
    assert_eq!(read.0.text(FileId(0)), "// Größe");
    let one = in_git(dir.path(), "app/tests/a.test.min.js", false);
    assert_eq!(tell(&one), describe(&dir.path().join("app/tests/a.test.min.js"), false));
}

#[test]
fn encodings_sizes_and_binaries() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "bom.js", b"\xef\xbb\xbfa");
    write(dir.path(), "wide.js", b"\xff\xfea\0b\0");
    write(dir.path(), "latin.js", b"// Gr\xf6\xdfe");
    write(dir.path(), "binary.js", b"a\0b");
    write(dir.path(), "UPPER.JS", b"a");
    write(dir.path(), "large.js", "a();\n".repeat(30));
    let (sources, skipped) = walk(&Options { max_bytes: 100, ..options(dir.path()) }).unwrap();
    assert_eq!(paths(&sources), ["UPPER.JS", "bom.js", "latin.js", "wide.js"]);
    assert_eq!(sources.text(FileId(1)), "a");
    assert_eq!(sources.text(FileId(2)), "// Größe");
    assert_eq!(sources.text(FileId(3)), "ab");
    let why: Vec<_> = skipped.iter().map(|entry| (entry.file.as_str(), entry.why.clone())).collect();
    assert_eq!(why, [("binary.js", Why::NotText), ("large.js", Why::TooLarge(150))]);
    assert!(skipped.iter().all(|entry| entry.why.is_gap()));
}

#[test]
fn a_large_bundle_is_no_gap() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "main.js", "a();".repeat(20_000));
    let (_, skipped) = walk(&Options { max_bytes: 1000, ..options(dir.path()) }).unwrap();
    assert_eq!(skipped[0].why, Why::Generated);
}

#[test]
fn the_roots_own_path_does_not_matter() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("node_modules/pkg/tests/fixtures/.hidden");
    write(&root, "a.js", "a");
    write(&root, "tests/b.js", "b");
    write(dir.path(), ".gitignore", "*.js\n");
    let (sources, skipped) = walk(&options(&root)).unwrap();
    assert_eq!(paths(&sources), ["a.js"]);
    assert_eq!(skipped.len(), 1);
    assert_eq!((skipped[0].file.as_str(), &skipped[0].why), ("tests/", &Why::Test));
}

#[test]
fn ignore_files_above_count_inside_a_repository() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join(".git")).unwrap();
    write(dir.path(), ".gitignore", "/app/skip.js\n");
    write(dir.path(), "app/skip.js", "a");
    write(dir.path(), "app/keep.js", "a");
    let (sources, _) = walk(&options(&dir.path().join("app"))).unwrap();
    assert_eq!(paths(&sources), ["keep.js"]);
}

#[test]
fn a_single_file_is_read_whatever_its_name() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "tests/a.test.min.js", "a".repeat(30_000));
    let (sources, skipped) = walk(&options(&dir.path().join("tests/a.test.min.js"))).unwrap();
    assert_eq!(paths(&sources), ["a.test.min.js"]);
    assert!(skipped.is_empty());
    assert_eq!(sources.seen(), 1);
}

#[test]
fn a_tree_of_one_file_is_no_single_file() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "a.js", "a();".repeat(10_000));
    let (sources, skipped) = walk(&options(dir.path())).unwrap();
    assert!(sources.is_empty());
    assert_eq!(skipped[0].why, Why::Generated);
}

#[test]
fn what_is_not_there_cannot_be_walked() {
    let dir = tempfile::tempdir().unwrap();
    assert!(matches!(walk(&options(&dir.path().join("nowhere"))), Err(Error::Input { .. })));
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_but_the_root_is() {
    use std::os::unix::fs::symlink;
    let dir = tempfile::tempdir().unwrap();
    let tree = dir.path().join("tree");
    write(&tree, "a.js", "a");
    symlink(&tree, tree.join("loop")).unwrap();
    symlink(tree.join("a.js"), tree.join("b.js")).unwrap();
    symlink(tree.join("nowhere"), tree.join("c.js")).unwrap();
    symlink(&tree, dir.path().join("link")).unwrap();
    let (sources, skipped) = walk(&options(&dir.path().join("link"))).unwrap();
    assert_eq!(paths(&sources), ["a.js"]);
    assert!(skipped.is_empty());
}

#[test]
fn many_files_come_in_order() {
    let dir = tempfile::tempdir().unwrap();
    for i in 0..300 {
        write(dir.path(), &format!("d{}/f{i}.js", i % 17), format!("x{i}"));
    }
    let first = walk(&options(dir.path())).unwrap().0;
    assert_eq!(first.len(), 300);
    assert!(paths(&first).is_sorted());
    for _ in 0..3 {
        assert_eq!(paths(&walk(&options(dir.path())).unwrap().0), paths(&first));
    }
    assert_eq!(first.find("d0/f0.js"), Some(FileId(0)));
}
