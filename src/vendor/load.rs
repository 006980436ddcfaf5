//! From texts to the checked catalogue: reads files, lets `parse`, `check` and `laws` speak, and puts it together.
//!
//! All problems of all files are told at once. Built-in entries are checked by a test, as those of `--vendors DIR` are
//! when they are read; a start reads only what identifies them, and each entry as a whole when somebody asks for it.

use super::check::{self, Checked, is_kebab};
use super::identity::Identity;
use super::laws::{self, Filed};
use super::parse::{self, Parsed};
use super::raw::Entry;
use super::{Catalogue, Sink, SinkId, Vendor, VendorId, find};
use crate::compact;
use crate::error::{Error, Problem};
use crate::personal::Vocabulary;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// An entry that comes with vendorflow: file name, text, and compact forms of what identifies it and of the whole.
type Builtin = (&'static str, &'static str, &'static str, &'static str);

/// The entries that come with vendorflow, sorted by id.
pub(super) static BUILTIN: &[Builtin] = include!(concat!(env!("OUT_DIR"), "/vendors.rs"));

/// A file of the catalogue.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// Its name; of a file of the user as named.
    pub name: Cow<'static, str>,
    /// Its text.
    pub text: Cow<'static, str>,
    /// What the parser said of the text, where that is known: of what identifies the vendor, and of the whole.
    identity: &'static str,
    whole: &'static str,
}

impl File {
    /// A file of the user.
    pub(crate) fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: Cow::Owned(name.into()), text: Cow::Owned(text.into()), identity: "", whole: "" }
    }

    fn builtin((name, text, identity, whole): &Builtin) -> Self {
        Self { name: Cow::Borrowed(name), text: Cow::Borrowed(text), identity, whole }
    }

    fn is_builtin(&self) -> bool {
        !self.identity.is_empty()
    }

    /// The id that its name gives.
    pub(crate) fn id(&self) -> &str {
        stem(&self.name)
    }

    /// Its entry. A text and the compact form give the same.
    fn parsed(&self) -> Parsed<Entry> {
        match compact::read(self.whole) {
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
    BUILTIN.iter().map(File::builtin).collect()
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

/// The catalogue that comes with vendorflow.
pub(crate) fn builtin() -> Catalogue {
    let files = BUILTIN.iter().enumerate();
    Catalogue::of(files.map(|(index, file)| Slot::new(index, File::builtin(file))).collect())
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
    let slots = entries.into_iter().zip(by_id).enumerate().map(|(index, (entry, (_, file)))| {
        let slot = Slot::new(index, file.clone());
        if !file.is_builtin() {
            slot.fill(entry.checked);
        }
        slot
    });
    let mut catalogue = Catalogue::of(slots.collect());
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
    if file.is_builtin()
        && let Some(entry) = compact::read(file.identity)
    {
        // It is good by itself, and gives names that no other may claim.
        let checked = check::identity(name, text, id, entry);
        return (Some(Filed { file: name, text, checked }), Vec::new());
    }
    let mut problems = Vec::new();
    if !is_kebab(id) {
        let why = format!("the file's name is the id; `{id}` is not kebab-case");
        problems.push(Problem::at(name, text, 0, why));
    }
    let parsed = file.parsed();
    problems.extend(parsed.problems);
    let entry = parsed.entry.map(|entry| {
        let words = (Some(vocabulary), parsed.removed.as_slice());
        Filed { file: name, text, checked: check::check(name, text, id, entry, words, &mut problems) }
    });
    (entry, problems)
}

impl Catalogue {
    /// Entries sorted by id.
    fn of(entries: Vec<Slot>) -> Self {
        let mut index = find::Lookup::default();
        let identities: Vec<_> = entries.par_iter().map(|slot| Identity::read(slot.file.identity)).collect();
        for (slot, identity) in entries.iter().zip(identities) {
            match identity {
                Some(who) => index.add(slot.vendor, &who, Cow::Borrowed),
                None => {
                    index.add(slot.vendor, &Identity::of(&slot.whole().vendor), |text| text.to_owned().into())
                }
            }
        }
        Self { entries, overrides: Vec::new(), index: index.finish() }
    }

    /// One that no file says, for reports.
    #[cfg(test)]
    pub(crate) fn sample(vendors: Vec<Vendor>, overrides: Vec<Override>) -> Self {
        let slots = vendors.into_iter().enumerate().map(|(index, vendor)| {
            let slot = Slot::new(index, File::new(format!("{}.toml", vendor.id), ""));
            slot.fill(Checked { vendor, sinks: Vec::new(), claims: Vec::new() });
            slot
        });
        Self { entries: slots.collect(), overrides, index: find::Lookup::default() }
    }
}

/// An entry of the catalogue, read when somebody asks.
#[derive(Debug)]
pub(super) struct Slot {
    vendor: VendorId,
    file: File,
    whole: OnceLock<Box<Whole>>,
}

/// All that an entry says.
#[derive(Debug)]
pub(super) struct Whole {
    pub(super) vendor: Vendor,
    pub(super) sinks: Vec<Sink>,
    pub(super) roots: FxHashMap<String, find::Below>,
}

impl Slot {
    fn new(index: usize, file: File) -> Self {
        Self { vendor: VendorId(index as u16), file, whole: OnceLock::new() }
    }

    fn fill(&self, checked: Checked) {
        self.whole.get_or_init(|| Box::new(Whole::new(self.vendor, checked)));
    }

    pub(super) fn id(&self) -> &str {
        self.file.id()
    }

    pub(super) fn whole(&self) -> &Whole {
        self.whole.get_or_init(|| {
            let (name, text) = (&*self.file.name, &*self.file.text);
            let entry = self.file.parsed().entry.unwrap_or_default();
            let checked = check::check(name, text, self.id(), entry, (None, &[]), &mut Vec::new());
            Box::new(Whole::new(self.vendor, checked))
        })
    }
}

impl Whole {
    fn new(id: VendorId, checked: Checked) -> Self {
        let Checked { mut vendor, mut sinks, .. } = checked;
        sinks.iter_mut().for_each(|sink| sink.vendor = id);
        vendor.sinks = (0..sinks.len() as u16).map(|index| SinkId(id, index)).collect();
        let roots = find::below_roots(&vendor, &sinks);
        Self { vendor, sinks, roots }
    }
}

/// Reads all entries, side by side.
pub(super) fn read_whole(entries: &[Slot]) {
    entries.par_iter().for_each(|entry| {
        entry.whole();
    });
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

    /// Read as if a user had written them; what a start reads without a check is the same.
    #[test]
    fn the_builtin_catalogue_keeps_its_laws() {
        let texts: Vec<File> = BUILTIN.iter().map(|(name, text, ..)| File::new(*name, *text)).collect();
        let checked = load(&texts, &vocabulary()).unwrap_or_else(|why| panic!("{}", Error::Problems(why)));
        let quick = builtin();
        assert!(checked.vendors().is_sorted_by(|a, b| a.id < b.id));
        assert_eq!(quick.needles(), checked.needles());
        for id in checked.ids() {
            assert_eq!(format!("{:?}", quick.entry(id)), format!("{:?}", checked.entry(id)));
        }
    }

    #[test]
    fn who_identifies_a_vendor_reads_no_whole_entry() {
        let catalogue = builtin();
        assert!(!catalogue.needles().is_empty() && catalogue.modules("pypi").count() > 0);
        assert!(catalogue.global("no such global").is_none() && catalogue.host("example.org").is_none());
        assert!(catalogue.package("npm", "no-such-package").is_none());
        assert!(catalogue.entries.iter().all(|slot| slot.whole.get().is_none()));
    }

    #[test]
    fn the_compact_form_is_what_the_parser_says() {
        for (file, text, identity, whole) in BUILTIN {
            let parsed = parse::parse(file, text).entry.unwrap();
            assert_eq!(format!("{:?}", compact::read::<Entry>(whole).unwrap()), format!("{parsed:?}"));
            let Entry { package, global, hosts, variable, setting, component, .. } = parsed;
            let parsed = Entry { package, global, hosts, variable, setting, component, ..Entry::default() };
            assert_eq!(format!("{:?}", compact::read::<Entry>(identity).unwrap()), format!("{parsed:?}"));
        }
    }

    #[test]
    fn a_form_that_is_cut_or_changed_is_no_entry_and_no_panic() {
        for (_, _, _, form) in BUILTIN.iter().take(3) {
            for (end, char) in form.char_indices().step_by(97) {
                assert!(compact::read::<Entry>(&form[..end]).is_none());
                for other in ["", "\0", "\x7f", "ü"] {
                    let mut changed = (*form).to_owned();
                    changed.replace_range(end..end + char.len_utf8(), other);
                    let _ = compact::read::<Entry>(&changed);
                }
            }
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
        assert_eq!(merged.vendors().count(), 2);
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
        let files = builtin_files();
        let best = |work: &dyn Fn()| {
            let times = (0..20).map(|_| {
                let start = std::time::Instant::now();
                work();
                start.elapsed()
            });
            times.min().unwrap()
        };
        let start = best(&|| drop(builtin()));
        let whole = best(&|| assert!(builtin().vendors().count() > 0));
        let bytes: usize = files.iter().map(|file| file.text.len()).sum();
        println!("{} entries, {bytes} bytes: {start:?}, and {whole:?} with all that they say", files.len());
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
