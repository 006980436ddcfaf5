use super::*;
use std::path::{Path, PathBuf};

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/evidence")
}

fn folders(path: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(path).map(|dir| dir.map(|e| e.unwrap().file_name()));
    let mut names: Vec<String> =
        entries.into_iter().flatten().map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn kinds_are_unique_sorted_and_documented() {
    for pair in ALL.windows(2) {
        assert!(pair[0].id < pair[1].id, "{} stands after {}", pair[0].id, pair[1].id);
    }
    for kind in ALL {
        assert!(!kind.title.is_empty(), "{} has no title", kind.id);
        assert!(kind.code || !kind.files.is_empty(), "{} reads nothing", kind.id);
    }
}

#[test]
fn every_kind_has_three_cases_one_of_them_malformed() {
    for kind in ALL {
        let cases = folders(&cases().join(kind.id));
        assert!(cases.len() >= 3, "{} has the cases {cases:?}", kind.id);
        assert!(cases.iter().any(|case| case.starts_with("malformed")), "{} has no malformed case", kind.id);
    }
    for folder in folders(&cases()) {
        assert!(ALL.iter().any(|kind| kind.id == folder), "tests/cases/evidence/{folder}: no such kind");
    }
}

fn collect(dir: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { collect(&path, into) } else { into.push(path) }
    }
}

/// Every file of every case through every kind, whole and cut.
#[test]
fn no_reader_panics() {
    let mut files = Vec::new();
    collect(&cases(), &mut files);
    for path in files {
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        let step = (text.len() / 12).max(1);
        let cuts = (0..=text.len()).step_by(step).filter(|cut| text.is_char_boundary(*cut));
        for part in cuts.flat_map(|cut| [&text[..cut], &text[cut..]]) {
            for kind in ALL {
                let mut found = Found::new(FileId(0));
                (kind.read)(&File::new(path.to_str().unwrap(), part), &mut found);
                for seen in &found.seen {
                    assert!(seen.span.end as usize <= part.len(), "{} {seen:?}", path.display());
                }
            }
        }
    }
}

#[test]
fn patterns() {
    assert!(fits("*.tf", "main.tf") && !fits("*.tf", "main.tfvars"));
    assert!(fits(".env*", ".env") && fits(".env*", ".env.example"));
    assert!(is_wanted(".github/workflows/ci.yml") && is_wanted("a/.github/workflows/ci.yaml"));
    assert!(is_wanted("web/package.json") && !is_wanted("web/other.xyz"));
}

#[test]
fn versions_are_no_ranges() {
    assert_eq!(exact("==1.2.3").as_deref(), Some("1.2.3"));
    assert_eq!(exact("v2.0.0").as_deref(), Some("2.0.0"));
    for range in ["^1.2.3", "~> 1.0", ">=1,<2", "*", "latest", "1.x", "workspace:*"] {
        assert_eq!(exact(range), None, "{range}");
    }
}
