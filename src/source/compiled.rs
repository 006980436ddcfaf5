//! JavaScript that lies beside the TypeScript it was compiled from: the same code a second time.
//!
//! A published package often holds both. The compiled file says so itself (it names a source map); which file it came
//! from is told by its path. It reads no map: those are not part of the audited text.

use super::{Skipped, SourceFile, Why};
use std::collections::{HashMap, HashSet};

/// Folders that a compiler writes into, at the front of what differs.
const OUTPUT: [&str; 8] = ["build", "cjs", "dist", "es", "esm", "lib", "out", "output"];
/// Folders that people write in.
const INPUT: [&str; 2] = ["source", "src"];

/// Takes out of `files` what was compiled from another of them, and says so in `skipped`.
pub(super) fn leave_out(files: Vec<SourceFile>, skipped: &mut Vec<Skipped>) -> Vec<SourceFile> {
    let mut written: HashMap<&str, Vec<&str>> = HashMap::new();
    for file in &files {
        if let Some(stem) = [".ts", ".tsx", ".mts", ".cts"].iter().find_map(|end| file.path.strip_suffix(end))
            && !stem.ends_with(".d")
        {
            written.entry(last(stem)).or_default().push(stem);
        }
    }
    let compiled: HashSet<String> = files
        .iter()
        .filter(|file| {
            let stem = [".js", ".mjs", ".cjs", ".jsx"].iter().find_map(|end| file.path.strip_suffix(end));
            let Some(stem) = stem.filter(|_| names_a_map(&file.text)) else { return false };
            written.get(last(stem)).is_some_and(|from| from.iter().any(|from| is_twin(stem, from)))
        })
        .map(|file| file.path.clone())
        .collect();
    let (gone, kept): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| compiled.contains(&file.path));
    skipped.extend(gone.into_iter().map(|file| Skipped { file: file.path, why: Why::Generated }));
    kept
}

fn last(stem: &str) -> &str {
    stem.rsplit('/').next().unwrap_or(stem)
}

fn names_a_map(text: &str) -> bool {
    text.lines().rev().take(3).any(|line| line.contains("# sourceMappingURL="))
}

/// True if two paths differ in the folders of compiler output and of sources alone.
fn is_twin(compiled: &str, written: &str) -> bool {
    let (mut a, mut b): (Vec<&str>, Vec<&str>) =
        (compiled.split('/').collect(), written.split('/').collect());
    while let (Some(x), Some(y)) = (a.first(), b.first())
        && x == y
        && a.len() > 1
        && b.len() > 1
    {
        a.remove(0);
        b.remove(0);
    }
    while let (Some(x), Some(y)) = (a.last(), b.last())
        && x == y
    {
        a.pop();
        b.pop();
    }
    a.len() <= 2
        && a.iter().all(|folder| OUTPUT.contains(folder))
        && b.len() <= 1
        && b.iter().all(|folder| INPUT.contains(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twins_differ_in_output_and_source_folders_alone() {
        for (compiled, written, expected) in [
            ("internal/cli/a", "src/internal/cli/a", true),
            ("a", "a", true),
            ("x/a", "x/a", true),
            ("p/dist/esm/x/a", "p/src/x/a", true),
            ("p/dist/index", "q/src/index", false),
            ("p/index", "p/src/deep/index", false),
            ("web/a", "server/a", false),
            ("lib/a", "lib/src/a", true),
        ] {
            assert_eq!(is_twin(compiled, written), expected, "{compiled} {written}");
        }
    }

    #[test]
    fn what_names_no_map_stays() {
        let file = |path: &str, text: &str| SourceFile { path: path.into(), text: text.into() };
        let map = "a();\n//# sourceMappingURL=a.js.map\n";
        let mut skipped = Vec::new();
        let files =
            vec![file("a.js", map), file("src/a.ts", "a();"), file("b.js", "b();"), file("b.ts", "b();")];
        let kept = leave_out(files, &mut skipped);
        assert_eq!(kept.iter().map(|f| f.path.as_str()).collect::<Vec<_>>(), ["src/a.ts", "b.js", "b.ts"]);
        assert_eq!(skipped, [Skipped { file: "a.js".into(), why: Why::Generated }]);
    }
}
