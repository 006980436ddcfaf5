//! Known sources: places where personal data enters a program, per language, as data (`sources.toml`).
//!
//! A source either is a value of a class, or an object about a person whose members the name reader then judges.

use serde::Deserialize;
use toml::Spanned;

use super::raw::{Text, builtin, parse};
use super::vocabulary::Vocabulary;
use crate::error::Problem;

/// Where the path of a known source starts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SourceRoot {
    /// A global (`navigator`, `document`).
    Global(String),
    /// A package (`next-auth/react`).
    Package(String),
    /// A parameter with one of these names or declared types (request objects).
    Param {
        /// Usual names.
        names: Vec<String>,
        /// Type names; an untyped parameter matches by name alone.
        types: Vec<String>,
    },
}

/// A place where personal data enters.
#[derive(Clone, Debug)]
pub(crate) struct KnownSource {
    /// Language id (`javascript`).
    pub language: String,
    /// Where the path starts.
    pub root: SourceRoot,
    /// Segments: `name`, `name()`, `name>0` as in the catalogue.
    pub path: Vec<String>,
    /// The class of the value, if it is one.
    pub class: Option<String>,
    /// Otherwise: the value is an object about a person; word that serves as owner (`user`).
    pub owner: Option<String>,
    /// Fields of that object, where the whole object is passed on.
    pub fields: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    source: Vec<RawSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    language: Language,
    global: Option<Spanned<String>>,
    package: Option<Spanned<Packages>>,
    param: Option<RawParam>,
    paths: Vec<Spanned<String>>,
    class: Option<Spanned<String>>,
    owner: Option<String>,
    #[serde(default)]
    fields: Vec<String>,
    documented: Spanned<String>,
}

type Packages = Vec<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawParam {
    names: Vec<String>,
    #[serde(default)]
    types: Vec<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Language {
    Javascript,
    Python,
}

/// The built-in known sources, sorted by root and path.
pub(super) fn builtin(vocabulary: &Vocabulary) -> Result<Vec<KnownSource>, Vec<Problem>> {
    load(&builtin!("sources"), vocabulary)
}

fn load(text: &Text<'_>, vocabulary: &Vocabulary) -> Result<Vec<KnownSource>, Vec<Problem>> {
    let raw: Raw = parse(text).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    let mut sources = Vec::new();
    for source in raw.source {
        let Some(roots) = check(&source, text, vocabulary, &mut problems) else { continue };
        let language = match source.language {
            Language::Javascript => "javascript",
            Language::Python => "python",
        };
        for root in &roots {
            for path in &source.paths {
                sources.push(KnownSource {
                    language: language.to_owned(),
                    root: root.clone(),
                    path: segments(path.get_ref()),
                    class: source.class.as_ref().map(|c| c.get_ref().clone()),
                    owner: source.owner.clone(),
                    fields: source.fields.clone(),
                });
                if path.get_ref().split('.').any(|s| !is_segment(s)) && !path.get_ref().is_empty() {
                    problems.push(
                        text.problem(path, "a path is made of `name`, `name()` and `name>0`, joined by `.`"),
                    );
                }
            }
        }
    }
    sources.sort_by(|a, b| (&a.language, &a.root, &a.path).cmp(&(&b.language, &b.root, &b.path)));
    if problems.is_empty() { Ok(sources) } else { Err(problems) }
}

/// The roots of an entry, if it is well formed.
fn check(
    source: &RawSource,
    text: &Text<'_>,
    vocabulary: &Vocabulary,
    problems: &mut Vec<Problem>,
) -> Option<Vec<SourceRoot>> {
    let here = &source.documented;
    if !here.get_ref().starts_with("https://") {
        problems.push(text.problem(here, "documented is the https address of the page that says so"));
    }
    match (&source.class, &source.owner) {
        (Some(class), None) => {
            if vocabulary.class(class.get_ref()).is_none() {
                problems.push(text.problem(class, vocabulary.unknown_class(class.get_ref())));
            }
            if !source.fields.is_empty() {
                problems.push(text.problem(class, "a value of a class has no fields; give an owner instead"));
            }
        }
        (None, Some(_)) => {}
        _ => problems.push(text.problem(here, "a source has either a class or an owner")),
    }
    let roots = match (&source.global, &source.package, &source.param) {
        (Some(global), None, None) => vec![SourceRoot::Global(global.get_ref().clone())],
        (None, Some(packages), None) => {
            // Packages of Python go by their registry, as in resolved names.
            let prefix = match source.language {
                Language::Javascript => "",
                Language::Python => "pypi:",
            };
            let names = packages.get_ref().iter();
            names.map(|name| SourceRoot::Package(format!("{prefix}{name}"))).collect()
        }
        (None, None, Some(param)) => {
            vec![SourceRoot::Param { names: param.names.clone(), types: param.types.clone() }]
        }
        _ => {
            problems.push(text.problem(here, "a source has one root: global, package or param"));
            return None;
        }
    };
    Some(roots)
}

fn segments(path: &str) -> Vec<String> {
    path.split('.').filter(|s| !s.is_empty()).map(str::to_owned).collect()
}

/// `name`, `name()`, `name>0`, `name()>0`.
fn is_segment(segment: &str) -> bool {
    let (name, parameter) = segment.split_once('>').map_or((segment, None), |(n, p)| (n, Some(p)));
    let called = name.strip_suffix("()");
    // `()` alone is the root called as a function.
    let (name, bare) = (called.unwrap_or(name), called == Some(""));
    parameter.is_none_or(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()))
        && (bare || !name.is_empty())
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        Vocabulary::builtin().unwrap()
    }

    #[test]
    fn builtin_obeys_its_laws() {
        let sources = builtin(&vocabulary()).unwrap_or_else(|problems| {
            let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
            panic!("{}", lines.join("\n"))
        });
        for pair in sources.windows(2) {
            let [a, b] = pair else { continue };
            assert!((&a.root, &a.path) != (&b.root, &b.path), "{:?} {:?} is there twice", a.root, a.path);
        }
    }

    #[test]
    fn known() {
        let sources = builtin(&vocabulary()).unwrap();
        for (root, path, class, owner) in [
            ("navigator", "userAgent", Some("device.user_agent"), None),
            ("navigator", "geolocation.getCurrentPosition>0.coords.latitude", Some("location.precise"), None),
            ("document", "referrer", Some("behavior.referrer"), None),
            ("next-auth/react", "useSession().data.user", None, Some("user")),
            ("@clerk/nextjs", "useUser().user", None, Some("user")),
            ("firebase/auth", "onAuthStateChanged>0", None, Some("user")),
            ("os", "userInfo().username", Some("identity.username"), None),
            ("req", "ip", Some("identifier.ip_address"), None),
            ("req", "headers.user-agent", Some("device.user_agent"), None),
            ("req", "user", None, Some("user")),
        ] {
            let found = sources.iter().any(|s| {
                let at_root = match &s.root {
                    SourceRoot::Global(name) | SourceRoot::Package(name) => name == root,
                    SourceRoot::Param { names, .. } => names.iter().any(|n| n == root),
                };
                at_root
                    && s.path.join(".") == path
                    && s.class.as_deref() == class
                    && s.owner.as_deref() == owner
            });
            assert!(found, "{root} {path}");
        }
    }

    #[test]
    fn problems_have_places() {
        let vocabulary = vocabulary();
        let head = "[[source]]\nlanguage = \"javascript\"\n";
        for (body, expected) in [
            (
                "global = \"a\"\npaths = [\"x\"]\nclass = \"ip\"\ndocumented = \"https://a\"",
                "s.toml:5:9: no class `ip`",
            ),
            (
                "global = \"a\"\npaths = [\"x\"]\ndocumented = \"https://a\"",
                "s.toml:5:14: a source has either",
            ),
            (
                "paths = [\"x\"]\nowner = \"user\"\ndocumented = \"https://a\"",
                "s.toml:5:14: a source has one root",
            ),
            (
                "global = \"a\"\npaths = [\"x y\"]\nowner = \"user\"\ndocumented = \"https://a\"",
                "s.toml:4:10: a path is",
            ),
            ("globl = \"a\"\npaths = []\ndocumented = \"\"", "s.toml:3:1: unknown field `globl`"),
        ] {
            let problems = load(&Text::new("s.toml", &format!("{head}{body}\n")), &vocabulary).unwrap_err();
            let first = problems[0].to_string();
            assert!(first.starts_with(expected), "{first}\nexpected {expected}");
        }
    }
}
