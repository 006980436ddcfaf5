//! The units of `tests/cases/flow` and `tests/cases/vendor`: what is scanned as one tree, and what its markers expect.
//!
//! A unit is a single file `app.*`, or a sub-folder (`js`, `ts`, …) where `case.toml` says `files = "tree"`.

#![allow(clippy::unwrap_used, dead_code, reason = "shared by tests that use different parts of it")]

pub(crate) mod evidence;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// File, line, class, vendor. The line is where the flow's source is.
pub(crate) type Place = (String, u32, String, String);

/// What `case.toml` may say; shared by all units of a case.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Case {
    /// A few words.
    pub title: String,
    /// One sentence.
    pub why: String,
    /// The set of (class, vendor) that every unit must show.
    pub flows: Option<BTreeSet<(String, String)>>,
    /// `tree`: each sub-folder is a unit.
    pub files: Option<Files>,
}

/// How a case is laid out.
#[derive(serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Files {
    /// Each sub-folder is a unit.
    Tree,
}

/// One scanned tree.
#[derive(Clone)]
pub(crate) struct Unit {
    /// `flow/direct-argument/app.ts`
    pub name: String,
    /// The case's folder.
    pub case: PathBuf,
    /// What is scanned.
    pub path: PathBuf,
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn entries(dir: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

/// Case folders of a kind (`flow`, `vendor`), sorted.
pub(crate) fn cases(kind: &str) -> Vec<PathBuf> {
    entries(&root().join("tests/cases").join(kind)).into_iter().filter(|path| path.is_dir()).collect()
}

pub(crate) fn case(dir: &Path) -> Result<Case, String> {
    let path = dir.join("case.toml");
    let text = fs::read_to_string(&path).map_err(|why| format!("{}: {why}", path.display()))?;
    toml::from_str(&text).map_err(|why| format!("{}: {why}", path.display()))
}

/// Every unit of a kind, sorted by name. What is neither a unit nor `case.toml` is an error, so that nothing is
/// left out by a slip.
pub(crate) fn units(kind: &str) -> Vec<Unit> {
    let mut found = Vec::new();
    for dir in cases(kind) {
        let tree = matches!(case(&dir).unwrap().files, Some(Files::Tree));
        for path in entries(&dir) {
            let file = file_name(&path);
            if file == "case.toml" {
                continue;
            }
            let fits = if tree { path.is_dir() } else { path.is_file() && file.starts_with("app.") };
            assert!(
                fits,
                "{} is no unit: expected {}",
                path.display(),
                if tree { "a folder" } else { "app.*" }
            );
            let name = format!("{kind}/{}/{file}", file_name(&dir));
            found.push(Unit { name, case: dir.clone(), path });
        }
    }
    found
}

/// Every unit that the flow engine is tested with.
pub(crate) fn all() -> Vec<Unit> {
    [units("flow"), units("vendor")].concat()
}

/// The list of units that are known to fail.
pub(crate) fn open_text() -> String {
    fs::read_to_string(root().join("tests/cases/open.txt")).unwrap()
}

/// The unit that a line of the list names; `#` opens a comment.
pub(crate) fn open_name(line: &str) -> Option<&str> {
    line.split('#').next().map(str::trim).filter(|name| !name.is_empty())
}

/// Names of units that are known to fail.
pub(crate) fn open() -> BTreeSet<String> {
    open_text().lines().filter_map(open_name).map(str::to_owned).collect()
}

/// Every entry of the catalogue as TOML, by id.
pub(crate) fn entries_of_vendors() -> BTreeMap<String, toml::Table> {
    let files = entries(&root().join("vendors")).into_iter();
    let files = files.filter(|path| path.extension().is_some_and(|e| e == "toml"));
    let read = |path: PathBuf| {
        let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (id, toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap())
    };
    files.map(read).collect()
}

/// True if an entry says where data leaves or what is collected, not only who the vendor is.
pub(crate) fn is_deep(entry: &toml::Table) -> bool {
    entry.contains_key("sink") || entry.contains_key("automatic")
}

/// The closed vocabulary that markers may use: classes and vendors.
pub(crate) struct Words {
    /// `contact.email`, …
    pub classes: BTreeSet<String>,
    /// `mixpanel`, …
    pub vendors: BTreeSet<String>,
}

impl Words {
    pub(crate) fn read() -> Self {
        let text = fs::read_to_string(root().join("src/personal/classes.toml")).unwrap();
        let table: toml::Table = toml::from_str(&text).unwrap();
        let classes = table["class"].as_array().unwrap().iter();
        Self {
            classes: classes.map(|class| class["id"].as_str().unwrap().to_owned()).collect(),
            vendors: entries_of_vendors().into_keys().collect(),
        }
    }

    /// The (class, vendor) pairs after the `~>` of a line, if it has a marker.
    fn pairs(&self, line: &str) -> Result<Vec<(String, String)>, String> {
        let Some((before, rest)) = line.split_once("~>") else { return Ok(Vec::new()) };
        let Some(open) = ["//", "/*", "<!--", "#"].iter().find(|open| before.trim_end().ends_with(*open))
        else {
            return Err("`~>` that does not open a comment".to_owned());
        };
        let close = match *open {
            "/*" => "*/",
            "<!--" => "-->",
            _ => "\n",
        };
        let list = rest.split(close).next().unwrap_or_default();
        list.split(',').map(|pair| self.pair(pair)).collect()
    }

    fn pair(&self, text: &str) -> Result<(String, String), String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let [class, vendor] = words[..] else {
            return Err(format!("`{}` is not `class vendor`", text.trim()));
        };
        if !self.classes.contains(class) {
            return Err(format!("no class `{class}`"));
        }
        if !self.vendors.contains(vendor) {
            return Err(format!("no vendor `{vendor}`"));
        }
        Ok((class.to_owned(), vendor.to_owned()))
    }

    /// Every marker of a unit.
    pub(crate) fn markers(&self, unit: &Path) -> Result<BTreeSet<Place>, String> {
        let mut found = BTreeSet::new();
        for path in files(unit) {
            let Ok(text) = fs::read_to_string(&path) else { continue };
            let name = match path.strip_prefix(unit) {
                Ok(below) if below != Path::new("") => below.to_str().unwrap().replace('\\', "/"),
                _ => file_name(&path),
            };
            for (number, line) in (1..).zip(text.lines()) {
                let pairs = self.pairs(line).map_err(|why| format!("{name}:{number}: {why}"))?;
                found.extend(pairs.into_iter().map(|(class, vendor)| (name.clone(), number, class, vendor)));
            }
        }
        Ok(found)
    }
}

/// Lines that the coverage must name, from their markers: `def identify(email):  # ~? nothing here calls it`.
pub(crate) fn noted(unit: &Path) -> BTreeSet<(u32, String)> {
    let mut found = BTreeSet::new();
    for path in files(unit) {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (number, line) in (1..).zip(text.lines()) {
            found.extend(line.split_once("~?").map(|(_, words)| (number, words.trim().to_owned())));
        }
    }
    found
}

/// All files of a unit, at any depth.
pub(crate) fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    entries(path).iter().flat_map(|path| files(path)).collect()
}

/// The JSON report of a tree.
pub(crate) fn json(options: &vendorflow::Options) -> Result<Vec<u8>, String> {
    let report = vendorflow::audit(options).map_err(|why| why.to_string())?;
    let format = vendorflow::FORMATS.iter().find(|format| format.name == "json").unwrap();
    let mut out = Vec::new();
    (format.write)(&report, &mut out).map_err(|why| why.to_string())?;
    Ok(out)
}

/// What the coverage of a tree says it could not follow, by line.
pub(crate) fn unresolved(path: &Path) -> Result<Vec<(u32, String)>, String> {
    let report: serde_json::Value =
        serde_json::from_slice(&json(&vendorflow::Options::new(path))?).map_err(|why| why.to_string())?;
    let notes = report["coverage"]["unresolved"].as_array().ok_or("no coverage in the report")?;
    let line =
        |note: &serde_json::Value| note["line"].as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    Ok(notes.iter().map(|note| (line(note), note["what"].as_str().unwrap_or_default().to_owned())).collect())
}

/// The flows of a tree, as its report tells them.
pub(crate) fn flows(path: &Path) -> Result<BTreeSet<Place>, String> {
    flows_of(&vendorflow::Options::new(path))
}

/// The flows of an audit.
pub(crate) fn flows_of(options: &vendorflow::Options) -> Result<BTreeSet<Place>, String> {
    let report: serde_json::Value = serde_json::from_slice(&json(options)?).map_err(|why| why.to_string())?;
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let flows = report["flows"].as_array().ok_or("no flows in the report")?;
    Ok(flows
        .iter()
        .map(|flow| {
            let line = flow["source"]["line"].as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
            (text(&flow["source"]["file"]), line, text(&flow["data"]), text(&flow["processor"]))
        })
        .collect())
}
