//! Which folders and files are read and which are left out, by their names and by the look of their text.
//!
//! All rules see names below the scanned root only, never the root's own path: who scans `examples/shop` wants it read.
//! A directory and a revision are read by the same rules; how files are come by is not said here.

use super::{Options, Why, decode};

/// Lock files and exports are longer than what people write.
const MAX_DATA_BYTES: u64 = 32 * 1024 * 1024;
/// How much of a file that is too large is looked at, to tell a bundle from a gap.
pub(super) const HEAD_BYTES: usize = 64 * 1024;

/// Hidden folders that are entered all the same: what runs before and after the code is theirs.
const HIDDEN: [&str; 4] = [".buildkite", ".circleci", ".github", ".gitlab"];

/// Folders that hold copies of other people's code.
const VENDORED: [&str; 4] = ["node_modules", "bower_components", "third_party", "site-packages"];

/// `vendor` is also a word of shops; it is a folder of copies beside a manifest or below a folder of assets.
const BESIDE_VENDOR: [&str; 5] = ["composer.json", "go.mod", "Gemfile", "package.json", "Cargo.toml"];
const ABOVE_VENDOR: [&str; 9] =
    ["public", "static", "assets", "lib", "libs", "js", "javascripts", "scripts", "src"];

/// Folders of build output, if the sources stand beside them.
const BUILT: [&str; 4] = ["dist", "build", "out", "coverage"];

/// Folders of tests, fixtures, mocks, stories and examples.
const TESTS: [&str; 20] = [
    "test",
    "tests",
    "__tests__",
    "spec",
    "specs",
    "e2e",
    "cypress",
    "playwright",
    "__mocks__",
    "mocks",
    "fixtures",
    "__fixtures__",
    "testdata",
    "stories",
    "examples",
    "example",
    "docs",
    "__snapshots__",
    "androidtest",
    "__stories__",
];

/// Words that are also names of pages: `app/docs/page.tsx` is no documentation of the code.
const SOFT: [&str; 4] = ["docs", "example", "examples", "stories"];
const ABOVE_ROUTES: [&str; 5] = ["app", "apps", "pages", "routes", "views"];

/// Words between the dots of a file's name that make it a test.
const TEST_WORDS: [&str; 5] = ["test", "spec", "stories", "mock", "cy"];

/// The shortest text that is judged by the length of its lines.
const MINIFIED_BYTES: usize = 20 * 1024;
/// Average length of a line that nobody writes.
const MINIFIED_AVERAGE: usize = 400;
/// Length of one line that makes a file with a source map generated.
const HUGE_LINE: usize = 5000;

/// What becomes of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Folder {
    /// It is entered.
    Enter,
    /// It is hidden: not entered, not told.
    Hidden,
    /// It is not entered, and that is told.
    Skip(Why),
}

/// What becomes of a file, as far as its path tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// It is read; `data` whatever it looks like.
    Wanted { data: bool },
    /// Nobody asked for it.
    Other,
    /// It is not read, and that is told.
    Skip(Why),
}

/// What may stand beside a folder, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    File,
    Folder,
}

/// Asks whether the folder around has a file or a folder of this name.
pub(super) type Has<'a> = &'a dyn Fn(&str, Beside) -> bool;

/// What becomes of the folder at a relative path.
pub(super) fn enter(path: &str, options: &Options, has: Has<'_>) -> Folder {
    let mut parts = path.rsplit('/');
    let (name, above) = (parts.next().unwrap_or(path), parts.next());
    if name.starts_with('.') && !HIDDEN.contains(&name) {
        return Folder::Hidden;
    }
    folder(name, above, has, options.include_tests).map_or(Folder::Enter, Folder::Skip)
}

/// What becomes of the file at a relative path.
pub(super) fn choose(path: &str, options: &Options) -> Choice {
    let name = path.rsplit('/').next().unwrap_or(path);
    let data = (options.data)(path);
    let hidden = path.split('/').any(|part| part.starts_with('.'));
    // In a hidden folder nothing is wanted but data.
    if !data && (!is_wanted(name, options) || hidden && path.contains('/') && !name.starts_with('.')) {
        return Choice::Other;
    }
    file(name, options.include_tests).map_or(Choice::Wanted { data }, Choice::Skip)
}

fn is_wanted(name: &str, options: &Options) -> bool {
    if options.names.contains(&name) {
        return true;
    }
    let extension = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty() && !stem.starts_with('.'));
    extension.is_some_and(|(_, extension)| {
        options.extensions.iter().any(|wanted| wanted.eq_ignore_ascii_case(extension))
    })
}

/// The largest size that is read, in bytes.
pub(super) fn bound(options: &Options, data: bool) -> u64 {
    if data { options.max_bytes.max(MAX_DATA_BYTES) } else { options.max_bytes }
}

/// Why a file above the bound is not read, by how it begins. `whole` files are wanted whatever they look like.
pub(super) fn too_large(head: &[u8], size: u64, whole: bool) -> Why {
    let generated = !head.contains(&0) && is_generated(&String::from_utf8_lossy(head));
    if generated && !whole { Why::Generated } else { Why::TooLarge(size) }
}

/// The text of a file that is small enough, or why it is not read.
pub(super) fn text(bytes: Vec<u8>, whole: bool) -> Result<String, Why> {
    let text = decode::decode(bytes).ok_or(Why::NotText)?;
    if !whole && is_generated(&text) { Err(Why::Generated) } else { Ok(text) }
}

/// Why a folder is not entered. `above` is the name of the folder around it below the root.
fn folder(name: &str, above: Option<&str>, has: Has<'_>, include_tests: bool) -> Option<Why> {
    if VENDORED.contains(&name) || name == "vendor" && holds_copies(above, has) {
        return Some(Why::Vendored);
    }
    // Published packages often have nothing but `dist`; then it is what there is to read.
    if BUILT.contains(&name) && has("package.json", Beside::File) && has("src", Beside::Folder) {
        return Some(Why::Generated);
    }
    let lower = name.to_ascii_lowercase();
    let route = SOFT.contains(&lower.as_str()) && above.is_some_and(is_route);
    (!include_tests && !route && TESTS.contains(&lower.as_str())).then_some(Why::Test)
}

/// Folders whose sub-folders are pages or programs of their own, groups of routes (`(site)`) among them.
fn is_route(above: &str) -> bool {
    ABOVE_ROUTES.contains(&above) || above.starts_with('(') && above.ends_with(')')
}

fn holds_copies(above: Option<&str>, has: Has<'_>) -> bool {
    above.is_some_and(|above| ABOVE_VENDOR.contains(&above))
        || BESIDE_VENDOR.iter().any(|manifest| has(manifest, Beside::File))
}

/// Why a file is not read, as far as its name tells.
fn file(name: &str, include_tests: bool) -> Option<Why> {
    let lower = name.to_ascii_lowercase();
    let mut words = lower.split('.').skip(1).collect::<Vec<_>>();
    words.pop();
    // `app.min-C9JGDOE.js` has a digest behind.
    if words.iter().any(|word| matches!(word.split('-').next(), Some("min" | "bundle"))) {
        return Some(Why::Generated);
    }
    if has_digest(name) {
        return Some(Why::Generated);
    }
    let stem = lower.split('.').next().unwrap_or("");
    let python = lower.ends_with(".py");
    let test = words.iter().any(|word| TEST_WORDS.contains(word))
        || stem.ends_with("_test")
        || python && (stem == "conftest" || stem.starts_with("test_"));
    (test && !include_tests).then_some(Why::Test)
}

/// Bundlers put a digest of the content into the name: `index-DMSjiFEm.js`, `chunk.985c45ad584b4b91ca60.js`.
fn has_digest(name: &str) -> bool {
    let stem = [".js", ".mjs", ".cjs"].iter().find_map(|end| name.strip_suffix(end));
    let Some((_, last)) = stem.and_then(|stem| stem.rsplit_once(['-', '.'])) else { return false };
    let any = |is: fn(&u8) -> bool| last.bytes().any(|b| is(&b));
    let mixed = last.len() == 8
        && last.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        && any(u8::is_ascii_digit)
        && any(u8::is_ascii_uppercase)
        && any(u8::is_ascii_lowercase);
    let hex = last.len() >= 16 && last.bytes().all(|b| b.is_ascii_hexdigit()) && any(u8::is_ascii_digit);
    mixed || hex
}

/// True for text that nobody wrote line by line.
fn is_generated(text: &str) -> bool {
    if text.lines().take(10).any(is_generated_notice) {
        return true;
    }
    if text.len() > MINIFIED_BYTES {
        let lines = text.lines().count().max(1);
        let code: usize = text.lines().filter(|line| !is_data(line)).map(str::len).sum();
        if code > MINIFIED_BYTES && code / lines > MINIFIED_AVERAGE {
            return true;
        }
    }
    let mapped = text.lines().rev().take(3).any(|line| line.contains("# sourceMappingURL="));
    // The map itself may be the huge line; what counts is the code.
    // No person and no formatter leaves the space out.
    let bundled = ["import{", "import\"", "import*as", "!function(", "(()=>{"]
        .iter()
        .any(|start| text.starts_with(start));
    (mapped || bundled)
        && text.lines().any(|line| line.len() > HUGE_LINE && !line.contains("# sourceMappingURL="))
}

/// A long line that holds an image, a font or a table and hardly any call: people do write the code around it.
fn is_data(line: &str) -> bool {
    line.len() > MINIFIED_AVERAGE && line.bytes().filter(|byte| *byte == b'(').count() * 60 < line.len()
}

/// A notice stands in a comment; the same words in a string are somebody's text.
fn is_generated_notice(line: &str) -> bool {
    let line = line.trim_start();
    let comment = ["//", "/*", "*", "#", "<!--", "--"].iter().any(|mark| line.starts_with(mark));
    comment
        && (line.contains("@generated") || line.contains("DO NOT EDIT") || line.contains("Code generated by"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names() {
        for name in [
            "a.test.ts",
            "a.spec.js",
            "A.stories.tsx",
            "a.mock.js",
            "a_test.go",
            "conftest.py",
            "test_a.py",
            "a.cy.ts",
        ] {
            assert_eq!(file(name, false), Some(Why::Test), "{name}");
            assert_eq!(file(name, true), None, "{name}");
        }
        for name in ["a.min.js", "a.bundle.js", "a.bundle.min.mjs", "A.MIN.JS", "elk.min-C9JG.js"] {
            assert_eq!(file(name, true), Some(Why::Generated), "{name}");
        }
        for name in [
            "test.ts",
            "spec.js",
            "latest.ts",
            "min.js",
            "bundle.js",
            "contest.py",
            "test_a.ts",
            "stories.tsx",
            "a.ts",
            "",
        ] {
            assert_eq!(file(name, false), None, "{name}");
        }
    }

    #[test]
    fn folder_names() {
        let at: Has<'_> = &|_, _| false;
        assert_eq!(folder("docs", None, at, false), Some(Why::Test));
        assert_eq!(folder("Docs", Some("src"), at, false), Some(Why::Test));
        assert_eq!(folder("docs", Some("app"), at, false), None);
        assert_eq!(folder("stories", Some("(site)"), at, false), None);
        assert_eq!(folder("tests", Some("app"), at, false), Some(Why::Test));
        assert_eq!(folder("tests", Some("app"), at, true), None);
        assert_eq!(folder("node_modules", None, at, true), Some(Why::Vendored));
        assert_eq!(folder("vendor", None, at, true), None);
        assert_eq!(folder("vendor", Some("public"), at, true), Some(Why::Vendored));
        assert_eq!(folder("dist", None, at, true), None);
        assert_eq!(folder("src", None, at, false), None);
    }

    #[test]
    fn names_with_digests() {
        for name in [
            "index-DMSj1FEm.js",
            "chunk.728.985c45ad584b4b91ca60.js",
            "ghost-060c0f303364be7ed22510336af44764.js",
        ] {
            assert_eq!(file(name, true), Some(Why::Generated), "{name}");
        }
        for name in
            ["use-feedback.js", "admin-settings.js", "report-20261130.js", "a.defaced.js", "user-ProfileX.js"]
        {
            assert_eq!(file(name, true), None, "{name}");
        }
    }

    #[test]
    fn generated_text() {
        assert!(is_generated("/**\n * @generated by relay\n */\nx"));
        assert!(is_generated("# Code generated by protoc. DO NOT EDIT.\n"));
        assert!(!is_generated("const notice = \"DO NOT EDIT\";\n"));
        assert!(!is_generated(&format!("{}// @generated\n", "a();\n".repeat(10))));
        assert!(is_generated(&"a();".repeat(6000)));
        assert!(!is_generated(&"a();".repeat(1000)));
        assert!(!is_generated(&"mixpanel.track('x');\n".repeat(2000)));
        assert!(is_generated(&format!("{}\n//# sourceMappingURL=a.js.map\n", "a();".repeat(1500))));
        assert!(is_generated(&format!("import{{a}}from\"./b.js\";\n{}\n", "a();".repeat(1500))));
        assert!(!is_generated("a();\nb();\n//# sourceMappingURL=a.js.map"));
        assert!(!is_generated(&format!("a();\n//# sourceMappingURL=data:{}", "A".repeat(6000))));
        assert!(!is_generated(&format!("a();\nconst font = \"{}\";\nb();\n", "AbC0".repeat(20_000))));
        assert!(!is_generated(""));
    }
}
