//! From texts to the checked catalogue: reads files, lets `parse`, `check` and `laws` speak, and puts it together.
//!
//! Built-in entries and those of `--vendors DIR` take the same path. All problems of all files are told at once.

use super::check::{self, is_kebab};
use super::laws::{self, Filed};
use super::parse::{self, Parsed};
use super::{Catalogue, SinkId, VendorId, compact, find};
use crate::error::{Error, Problem};
use crate::personal::Vocabulary;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

/// The entries that come with vendorflow: (file name, text, compact form), sorted.
pub(super) static BUILTIN: &[(&str, &str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/vendors.rs"));

/// A file of the catalogue.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// Its name; of a file of the user as named.
    pub name: Cow<'static, str>,
    /// Its text.
    pub text: Cow<'static, str>,
    /// What the parser said of the text, where that is known.
    compact: &'static [u8],
}

impl File {
    /// A file of the user.
    pub(crate) fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: Cow::Owned(name.into()), text: Cow::Owned(text.into()), compact: &[] }
    }

    /// The id that its name gives.
    pub(crate) fn id(&self) -> &str {
        stem(&self.name)
    }

    /// Its entry. A text and the compact form give the same.
    fn parsed(&self) -> Parsed {
        match compact::read(self.compact) {
            Some(entry) => Parsed { entry: Some(entry), problems: Vec::new(), removed: Vec::new() },
            None => parse::parse(&self.name, &self.text),
        }
    }
}

/// What is said of an override that is idle.
pub(crate) const IDLE: &str = "it says what the entry that it replaces says, and changes nothing";

/// A file that replaces an entry.
#[derive(Debug)]
pub(crate) struct Override {
    /// The vendor.
    pub vendor: VendorId,
    /// The file, as the user named it.
    pub file: String,
    /// It changes nothing.
    pub idle: bool,
}

impl Override {
    fn new(old: &File, new: &File, catalogue: &Catalogue) -> Option<Self> {
        let table = |text: &str| text.parse::<toml::Table>();
        let idle = matches!((table(&old.text), table(&new.text)), (Ok(old), Ok(new)) if old == new);
        Some(Self { vendor: catalogue.by_id(new.id())?, file: new.name.clone().into_owned(), idle })
    }
}

/// The built-in entries as files. Add those of the user behind them and `load` the whole.
pub(crate) fn builtin_files() -> Vec<File> {
    let files = BUILTIN.iter();
    let file = |(name, text, compact): &(&'static str, &'static str, &'static [u8])| File {
        name: Cow::Borrowed(name),
        text: Cow::Borrowed(text),
        compact,
    };
    files.map(file).collect()
}

/// Reads the entries below a directory (or one file): (path as named, text), sorted by path.
pub(crate) fn read_dir(path: &Path) -> Result<Vec<File>, Error> {
    let cannot = |path: &Path, why: String| Error::Input { path: path.display().to_string(), why };
    let mut files = Vec::new();
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let mut problems = Vec::new();
    for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
        let entry = entry.map_err(|why| {
            let at = why.path().unwrap_or(path).to_owned();
            cannot(&at, why.io_error().map_or_else(|| why.to_string(), ToString::to_string))
        })?;
        let file = entry.path();
        if !file.is_file() || file.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let text = std::fs::read(file).map_err(|why| cannot(file, why.to_string()))?;
        let text = String::from_utf8(text).map_err(|_| cannot(file, "it is not UTF-8".to_owned()))?;
        let name = file.display().to_string();
        if let Some(first) = ids.insert(stem(&name).to_owned(), name.clone()) {
            problems.push(Problem::at(&name, "", 0, format!("the same id as {first}; an id has one file")));
        }
        files.push(File::new(name, text));
    }
    if problems.is_empty() { Ok(files) } else { Err(Error::Problems(problems)) }
}

/// The id that a file's name gives.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.strip_suffix(".toml").unwrap_or(name)
}

/// Loads entries: (file name, text). All problems of all files at once. A later file replaces an earlier one of the
/// same id, so that users can correct what is built in.
pub(crate) fn load(files: &[File], vocabulary: &Vocabulary) -> Result<Catalogue, Vec<Problem>> {
    let mut by_id: BTreeMap<&str, &File> = BTreeMap::new();
    let mut replaced = Vec::new();
    for file in files {
        if let Some(old) = by_id.insert(file.id(), file) {
            replaced.push((old, file));
        }
    }
    let by_id: Vec<(&str, &File)> = by_id.into_iter().collect();
    let mut problems = Vec::new();
    let mut entries = Vec::new();
    for (entry, found) in read_all(&by_id, vocabulary) {
        problems.extend(found);
        entries.extend(entry);
    }
    laws::check(&entries, &mut problems);
    if !problems.is_empty() {
        problems.sort();
        problems.dedup();
        return Err(problems);
    }
    let mut catalogue = assemble(entries);
    let overrides = replaced.into_iter().filter_map(|(old, new)| Override::new(old, new, &catalogue));
    catalogue.overrides = overrides.collect();
    Ok(catalogue)
}

/// An entry, if it could be read, and what is wrong with it.
type Reading<'a> = (Option<Filed<'a>>, Vec<Problem>);

/// Reads files side by side, since none needs another; the answers come in the order of the files.
fn read_all<'a>(files: &[(&str, &'a File)], vocabulary: &Vocabulary) -> Vec<Reading<'a>> {
    files.par_iter().map(|(id, file)| read_one(id, file, vocabulary)).collect()
}

fn read_one<'a>(id: &str, file: &'a File, vocabulary: &Vocabulary) -> Reading<'a> {
    let (name, text) = (&*file.name, &*file.text);
    let mut problems = Vec::new();
    if !is_kebab(id) {
        let why = format!("the file's name is the id; `{id}` is not kebab-case");
        problems.push(Problem::at(name, text, 0, why));
    }
    let parsed = file.parsed();
    problems.extend(parsed.problems);
    let entry = parsed.entry.map(|entry| {
        let words = (vocabulary, parsed.removed.as_slice());
        Filed { file: name, text, checked: check::check(name, text, id, entry, words, &mut problems) }
    });
    (entry, problems)
}

/// Gives vendors and sinks their numbers.
fn assemble(entries: Vec<Filed<'_>>) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for entry in entries {
        let id = VendorId(catalogue.vendors.len() as u16);
        let mut vendor = entry.checked.vendor;
        for mut sink in entry.checked.sinks {
            sink.vendor = id;
            vendor.sinks.push(SinkId(catalogue.sinks.len() as u32));
            catalogue.sinks.push(sink);
        }
        catalogue.vendors.push(vendor);
    }
    catalogue.index = find::Lookup::new(&catalogue.vendors, &catalogue.sinks);
    catalogue
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::fs;
    use std::path::PathBuf;

    pub(crate) fn vocabulary() -> Vocabulary {
        Vocabulary::builtin().unwrap()
    }

    /// An entry with all that is required, and this behind it.
    pub(crate) fn entry(rest: &str) -> String {
        format!(
            "name = \"A\"\npurpose = \"product-analytics\"\nentity = \"A, Inc.\"\ncountry = \"US\"\n\
             homepage = \"https://a.com/\"\ndocs = \"https://docs.a.com/\"\n{rest}\n"
        )
    }

    /// A catalogue of good entries.
    pub(crate) fn catalogue(files: &[(&str, &str)]) -> Catalogue {
        let files: Vec<_> = files.iter().map(|(file, text)| File::new(*file, *text)).collect();
        match load(&files, &vocabulary()) {
            Ok(catalogue) => catalogue,
            Err(problems) => panic!("{}", Error::Problems(problems)),
        }
    }

    fn cases() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/catalogue")
    }

    /// Each folder holds entries (the case `bad.toml`, maybe others) and what the loader says of them.
    #[test]
    fn problem_cases() {
        let mut wrong = Vec::new();
        let mut folders: Vec<_> = fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap().path()).collect();
        folders.sort();
        assert!(folders.len() >= 15);
        let vocabulary = vocabulary();
        for folder in folders {
            let mut files = read_dir(&folder).unwrap();
            for file in &mut files {
                *file = File::new(file.name.rsplit('/').next().unwrap(), &*file.text);
            }
            let said = match load(&files, &vocabulary) {
                Ok(_) => "no problem\n".to_owned(),
                Err(problems) => format!("{}\n", Error::Problems(problems)),
            };
            let expected = folder.join("expected.txt");
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&expected, &said).unwrap();
            } else if fs::read_to_string(&expected).unwrap_or_default() != said {
                wrong.push(format!("{}:\n{said}", folder.display()));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn the_builtin_catalogue_keeps_its_laws() {
        match load(&builtin_files(), &vocabulary()) {
            Ok(catalogue) => assert!(catalogue.vendors.is_sorted_by(|a, b| a.id < b.id)),
            Err(problems) => panic!("{}", Error::Problems(problems)),
        }
    }

    #[test]
    fn a_later_file_replaces_an_earlier_one() {
        let old = entry("hosts = [\"old.com\"]");
        let new = entry("hosts = [\"new.com\"]");
        let merged = catalogue(&[
            ("vendors/a.toml", &old),
            ("vendors/b.toml", &entry("hosts = [\"b.com\"]")),
            ("my/a.toml", &new),
        ]);
        assert_eq!(merged.vendors.len(), 2);
        assert_eq!(merged.host("new.com"), merged.by_id("a"));
        assert_eq!(merged.host("old.com"), None);
    }

    #[test]
    fn nothing_makes_the_loader_panic() {
        let vocabulary = vocabulary();
        let whole = fs::read_to_string(cases().join("good/full.toml")).unwrap();
        for cut in (0..whole.len()).step_by(7).filter(|cut| whole.is_char_boundary(*cut)) {
            let _ = load(&[File::new("cut.toml", &whole[..cut])], &vocabulary);
            let mut holed = whole.clone();
            let end = (cut + 5..=whole.len()).find(|end| whole.is_char_boundary(*end)).unwrap_or(whole.len());
            holed.replace_range(cut..end, "");
            let _ = load(&[File::new("holed.toml", holed)], &vocabulary);
        }
    }

    #[test]
    fn reading_a_directory_tells_what_cannot_be_read() {
        let dir = tempfile::tempdir().unwrap();
        assert!(matches!(read_dir(&dir.path().join("nowhere")), Err(Error::Input { .. })));
        fs::create_dir(dir.path().join("more")).unwrap();
        fs::write(dir.path().join("a.toml"), "").unwrap();
        fs::write(dir.path().join("README.md"), "").unwrap();
        assert_eq!(read_dir(dir.path()).unwrap().len(), 1);
        fs::write(dir.path().join("more/a.toml"), "").unwrap();
        assert!(matches!(read_dir(dir.path()), Err(Error::Problems(_))));
        fs::remove_file(dir.path().join("more/a.toml")).unwrap();
        fs::write(dir.path().join("b.toml"), [0xff, 0xfe]).unwrap();
        assert!(matches!(read_dir(dir.path()), Err(Error::Input { .. })));
    }

    /// `cargo test --release -- --ignored --nocapture load_time`
    #[test]
    #[ignore = "a measurement"]
    fn load_time() {
        let (files, words) = (builtin_files(), vocabulary());
        let best = |work: &dyn Fn()| {
            let times = (0..20).map(|_| {
                let start = std::time::Instant::now();
                work();
                start.elapsed()
            });
            times.min().unwrap()
        };
        let whole = best(&|| drop(load(&files, &words).unwrap()));
        let parsing = best(&|| files.iter().for_each(|file| drop(file.parsed())));
        let bytes: usize = files.iter().map(|file| file.text.len()).sum();
        println!("{} entries, {bytes} bytes: {whole:?}, of which reading {parsing:?}", files.len());
    }

    #[test]
    fn schema_is_current() {
        let schema = schemars::schema_for!(crate::vendor::raw::Entry);
        let schema = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("vendors/schema.json");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &schema).unwrap();
        }
        similar_asserts::assert_eq!(fs::read_to_string(&path).unwrap_or_default(), schema);
    }
}
