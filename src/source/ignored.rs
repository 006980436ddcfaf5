//! What the ignore files of a revision leave out, by the precedence that the walk of a directory has: the kind of the
//! file first, then how near it stands.

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::sync::Arc;

/// Names of ignore files, strongest first.
pub(super) const NAMES: [&str; 3] = [".vendorflowignore", ".ignore", ".gitignore"];

/// The ignore files of a folder and of those around it.
#[derive(Debug)]
pub(super) struct Ignored {
    above: Option<Arc<Ignored>>,
    /// By `NAMES`.
    here: [Option<Gitignore>; NAMES.len()],
}

impl Ignored {
    /// Adds the ignore files of a folder: their texts by `NAMES`. A line that makes no sense is told with its file and
    /// left out; as in the walk, the first of a folder.
    pub(super) fn below(
        above: Option<&Arc<Self>>,
        folder: &str,
        texts: &[Option<Vec<u8>>; NAMES.len()],
    ) -> (Option<Arc<Self>>, Option<(&'static str, String)>) {
        if texts.iter().all(Option::is_none) {
            return (above.cloned(), None);
        }
        let mut problem = None;
        let mut here = [const { None }; NAMES.len()];
        for (i, text) in texts.iter().enumerate() {
            let Some(text) = text else { continue };
            let (matcher, wrong) = build(folder, text);
            here[i] = matcher;
            problem = problem.or(wrong.map(|why| (NAMES[i], why)));
        }
        (Some(Arc::new(Self { above: above.cloned(), here })), problem)
    }

    /// True for a path, from the top of the repository, that is left out.
    pub(super) fn leaves_out(&self, path: &str, is_folder: bool) -> bool {
        let mut said = [const { Match::None }; NAMES.len()];
        let mut at = Some(self);
        while let Some(ignored) = at {
            for (said, matcher) in said.iter_mut().zip(&ignored.here) {
                if said.is_none()
                    && let Some(matcher) = matcher
                {
                    *said = matcher.matched(path, is_folder).map(|_| ());
                }
            }
            at = ignored.above.as_deref();
        }
        let decided = said.iter().find(|said| !said.is_none());
        decided.is_some_and(Match::is_ignore)
    }
}

/// The matcher of one file, and the first line of it that makes no sense.
fn build(folder: &str, text: &[u8]) -> (Option<Gitignore>, Option<String>) {
    let mut builder = GitignoreBuilder::new(folder);
    let mut wrong = None;
    for (i, line) in text.split(|byte| *byte == b'\n').enumerate() {
        let Ok(line) = std::str::from_utf8(line) else {
            wrong.get_or_insert_with(|| format!("line {}: invalid data", i + 1));
            break;
        };
        let line = line.strip_suffix('\r').unwrap_or(line);
        let line = if i == 0 { line.trim_start_matches('\u{feff}') } else { line };
        if let Err(why) = builder.add_line(None, line) {
            wrong.get_or_insert_with(|| format!("line {}: {why}", i + 1));
        }
    }
    match builder.build() {
        Ok(matcher) => (Some(matcher), wrong),
        Err(why) => (None, wrong.or(Some(why.to_string()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(of: [&str; 3]) -> [Option<Vec<u8>>; 3] {
        of.map(|text| (!text.is_empty()).then(|| text.as_bytes().to_vec()))
    }

    #[test]
    fn the_kind_comes_before_the_nearness() {
        let (top, problem) = Ignored::below(None, "", &texts(["!a.js", "", "/b.js\n"]));
        assert_eq!(problem, None);
        let (near, _) = Ignored::below(top.as_ref(), "x", &texts(["", "*.js", "!b.js"]));
        let (top, near) = (top.unwrap(), near.unwrap());
        assert!(top.leaves_out("b.js", false) && !top.leaves_out("x/b.js", false));
        assert!(!near.leaves_out("x/a.js", false), "the strongest kind says no");
        assert!(near.leaves_out("x/b.js", false), ".ignore comes before .gitignore");
        assert!(!near.leaves_out("x/c.ts", false));
    }

    #[test]
    fn folders_and_broken_lines() {
        let (ignored, problem) = Ignored::below(None, "", &texts(["", "", "\u{feff}out/\r\n{a,b\nb\n"]));
        let ignored = ignored.unwrap();
        assert!(ignored.leaves_out("out", true) && !ignored.leaves_out("out", false));
        assert!(ignored.leaves_out("b", false));
        let (file, why) = problem.unwrap();
        assert!(file == ".gitignore" && why.starts_with("line 2: "), "{why}");
    }
}
