//! vendorflow: which personal data does this code send to which vendor, and what leaks if the vendor is breached?
//!
//! The story, from top to bottom: a tree is read (`source`); files that touch a vendor are lowered to a small
//! intermediate form (`lang`, `ir`); the flow analysis follows values into calls of vendors (`flow`), with what is known
//! of vendors (`vendor`) and of personal data (`personal`); the answer is a graph (`graph`); the policy judges it
//! (`policy`), views ask it (`view`), formats write it down (`report`). [`audit`] is that story in code.

mod cli;
mod compact;
mod error;
mod evidence;
mod flow;
mod graph;
mod history;
mod ir;
mod lang;
mod personal;
mod policy;
mod report;
#[cfg(test)]
mod sample;
mod source;
mod vendor;
mod view;

pub use cli::Cli;
pub use error::{Error, Exit, Problem};
pub use history::Window;
pub use personal::Confidence;
pub use policy::{Day, RULES, Severity};
pub use report::{ALL as FORMATS, Comparison, Format, Report, Review, Style};

use personal::{Personal, Vocabulary};
use policy::{Basis, Entry, Files, Policy, Status};
use report::{Coverage, Since, Target};
use source::{Commit, Repository, Sources};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use vendor::Catalogue;

/// Bytes of stack of a thread that analyses; only what is used is taken.
const STACK: usize = 512 << 20;

/// Files without code that say how names are resolved, and what was agreed.
const CONFIGURATION: [&str; 6] =
    ["jsconfig.json", "package.json", "tsconfig.base.json", "tsconfig.json", policy::LOCK, policy::REGISTER];

/// What to audit, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The root of the tree.
    pub root: PathBuf,
    /// A commit, branch, tag or day of the repository around it, to audit without a checkout.
    pub revision: Option<String>,
    /// Read tests, fixtures, stories and examples too.
    pub include_tests: bool,
    /// Directories of further catalogue entries; they replace built-in ones of the same name.
    pub vendors: Vec<PathBuf>,
    /// Leave out flows that are less sure.
    pub min_confidence: Confidence,
    /// Parse every file, not only those that the vendors' contact surface needs. The answer is the same.
    pub parse_everything: bool,
    /// Threads; all cores by default.
    pub threads: Option<usize>,
    /// Also tell which functions do nothing but serve a vendor.
    pub wrappers: bool,
    /// The register; otherwise `vendorflow.toml` of the root, or of a folder above it up to the repository's.
    pub config: Option<PathBuf>,
    /// Compare with `vendorflow.lock`: what is not in it is a finding.
    pub locked: bool,
    /// The day to judge by. Without one nothing is overdue and no exception expires.
    pub today: Option<Day>,
}

impl Options {
    /// The usual audit of a tree.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            revision: None,
            include_tests: false,
            vendors: Vec::new(),
            min_confidence: Confidence::Low,
            parse_everything: false,
            threads: None,
            wrappers: false,
            config: None,
            locked: false,
            today: None,
        }
    }

    fn source(&self) -> source::Options {
        source::Options {
            data: evidence::is_data,
            root: self.root.clone(),
            extensions: lang::ALL.iter().flat_map(|l| l.extensions).copied().collect(),
            names: CONFIGURATION.to_vec(),
            include_tests: self.include_tests,
            ..source::Options::default()
        }
    }
}

/// The kinds of evidence outside code, with what is read for each.
pub fn evidence_kinds() -> impl Iterator<Item = (&'static str, &'static str)> {
    evidence::ALL.iter().map(|kind| (kind.id, kind.title))
}

/// Audits a tree.
pub fn audit(options: &Options) -> Result<Report, Error> {
    let knowledge = Knowledge::load(&options.vendors)?;
    let tree = match &options.revision {
        None => Tree::here(options)?,
        Some(name) => {
            let repository = Repository::open(&options.root)?;
            Tree::of(&repository, repository.commit(name)?, options)?
        }
    };
    let all = tree.sources.clone();
    in_pool(options.threads, || Common::new(&all, &knowledge, options).examine(tree))?
}

/// Audits what a tree was in `base` and what it is in `head`, or else in the directory with all that is not committed.
/// `direct` compares with `base` itself and not with what it has in common with `head`.
pub fn compare(options: &Options, base: &str, head: Option<&str>, direct: bool) -> Result<Comparison, Error> {
    let knowledge = Knowledge::load(&options.vendors)?;
    let repository = Repository::open(&options.root)?;
    let named = head.unwrap_or("HEAD");
    let (mut from, to) = (repository.commit(base)?, repository.commit(named)?);
    if !direct {
        from = repository.merge_base(&from, &to, (base, named))?;
    }
    // A folder may have come or gone; one of the two has to have it.
    let head = if head.is_none() && repository.has_files() {
        let tree = Tree::here(options)?;
        repository.learn(&tree.sources, evidence::is_data);
        tree
    } else {
        match repository.read_if_there(&to, &options.source())? {
            Some(read) => Tree::with(read, Some(to), options)?,
            None => {
                repository.read(&from, &options.source())?;
                Tree::with(Default::default(), Some(to), options)?
            }
        }
    };
    let base = Tree::perhaps(&repository, from, options)?;
    let mut sides = [base, head];
    one_register(&mut sides, options)?;
    let [mut base, mut head] = sides;
    let names = (base.called(), head.called());
    let all = Sources::share([&mut base.sources, &mut head.sources]);
    let (base, head) = in_pool(options.threads, || {
        let common = Common::new(&all, &knowledge, options);
        rayon::join(|| common.examine(base), || common.examine(head))
    })?;
    Ok(Comparison::new(base?, head?, names))
}

/// Audits a tree, and tells what changed in it since a day or revision; or else since the last reviews that the register
/// has, or in the last three months. Without a repository the past is not told, unless it was asked for.
pub fn review(options: &Options, since: Option<&str>) -> Result<Review, Error> {
    if since.is_none() && options.revision.is_none() && !source::is_around(&options.root) {
        let nothing = Since::Nothing("the tree is in no git repository");
        return Ok(Review { now: audit(options)?, past: None, since: nothing });
    }
    let knowledge = Knowledge::load(&options.vendors)?;
    let since = match since {
        Some(name) => Since::Named(name.to_owned()),
        None => since_reviews(options, &knowledge.vocabulary)?,
    };
    let from = match &since {
        Since::Named(name) => Some(name.clone()),
        Since::Reviews(day) | Since::Quarter(day) => Some(day.to_string()),
        Since::Beginning | Since::Nothing(_) => None,
    };
    let (now, past) = history::since(options, &knowledge, from.as_deref())?;
    Ok(Review { now, past: Some(past), since })
}

/// The earliest of the days on which processors were last reviewed.
fn since_reviews(options: &Options, vocabulary: &Vocabulary) -> Result<Since, Error> {
    let mut sources = Sources::default();
    let files = Files::gather(&options.root, options.config.as_deref(), false, &mut sources)?;
    let policy = Policy::read(&files, &sources, vocabulary)?;
    let entries = policy.register.iter().flat_map(|register| &register.entries);
    let days = entries.filter(|entry| entry.status != Status::Terminated).filter_map(Entry::last_review);
    let quarter = options.today.and_then(Day::quarter_before);
    Ok(match days.map(|review| review.date).min() {
        Some(day) => Since::Reviews(day),
        None => quarter.map_or(Since::Beginning, Since::Quarter),
    })
}

/// What is known before anything is read.
struct Knowledge {
    personal: Personal,
    vocabulary: Arc<Vocabulary>,
    catalogue: Arc<Catalogue>,
}

impl Knowledge {
    fn load(vendors: &[PathBuf]) -> Result<Self, Error> {
        let (personal, catalogue) = knowledge(vendors)?;
        let vocabulary = Arc::new(personal.vocabulary.clone());
        Ok(Self { personal, vocabulary, catalogue: Arc::new(catalogue) })
    }
}

/// A tree that was read.
struct Tree {
    sources: Sources,
    skipped: Vec<source::Skipped>,
    revision: Option<Commit>,
    files: Files,
}

impl Tree {
    /// As it stands in the directory.
    fn here(options: &Options) -> Result<Self, Error> {
        let (sources, skipped) = source::walk(&options.source())?;
        Self::with((sources, skipped), None, options)
    }

    /// As it was in a commit.
    fn of(repository: &Repository, commit: Commit, options: &Options) -> Result<Self, Error> {
        let read = repository.read(&commit, &options.source())?;
        Self::with(read, Some(commit), options)
    }

    /// As it was in a commit; empty where the commit does not have the root.
    fn perhaps(repository: &Repository, commit: Commit, options: &Options) -> Result<Self, Error> {
        let read = repository.read_if_there(&commit, &options.source())?.unwrap_or_default();
        Self::with(read, Some(commit), options)
    }

    fn with(
        (mut sources, skipped): (Sources, Vec<source::Skipped>),
        revision: Option<Commit>,
        options: &Options,
    ) -> Result<Self, Error> {
        let files = Files::gather(&options.root, options.config.as_deref(), options.locked, &mut sources)?;
        Ok(Self { sources, skipped, revision, files })
    }

    /// What it is, for people.
    fn called(&self) -> String {
        let commit = |commit: &Commit| format!("{} ({})", commit.short(), commit.day());
        self.revision.as_ref().map_or_else(|| "the working tree".to_owned(), commit)
    }
}

/// Trees that are compared are judged by one register, or a change of it would look like one of the code: that of the
/// directory, or else that of the last tree.
fn one_register(trees: &mut [Tree], options: &Options) -> Result<(), Error> {
    let named = options.config.as_deref();
    let own =
        trees.last().and_then(|tree| Some(tree.sources.shared_text(tree.sources.find(policy::REGISTER)?)));
    let here = policy::find(&options.root, named)?;
    let in_tree = match here {
        Some(file) => Some(file.text).filter(|_| named.is_none() && file.path == policy::REGISTER),
        None => own,
    };
    for tree in trees {
        tree.sources.set(policy::REGISTER, in_tree.clone());
        tree.files = Files::gather(&options.root, named, options.locked, &mut tree.sources)?;
    }
    Ok(())
}

/// What audits of several trees do once.
struct Common<'a> {
    knowledge: &'a Knowledge,
    options: &'a Options,
    name: String,
    evidence: Vec<evidence::Found>,
    shared: flow::Shared,
}

impl<'a> Common<'a> {
    /// For the files of all trees to come.
    fn new(all: &Sources, knowledge: &'a Knowledge, options: &'a Options) -> Self {
        Self {
            knowledge,
            options,
            name: name_of(&options.root),
            evidence: evidence::read(all),
            shared: flow::Shared::new(all, &knowledge.catalogue),
        }
    }

    fn examine(&self, tree: Tree) -> Result<Report, Error> {
        let Tree { sources, skipped, revision, files } = tree;
        let Knowledge { personal, catalogue, vocabulary } = self.knowledge;
        let mut policy = Policy::read(&files, &sources, vocabulary)?;
        policy.today = self.options.today;
        let here = self.evidence.iter().filter(|found| sources.has(found.file));
        let evidence: Vec<evidence::Found> = here.cloned().collect();
        let declared = graph::Declared::new(&evidence, &sources, catalogue, &self.name);
        let settings = flow::Settings {
            parse_everything: self.options.parse_everything,
            wrappers: self.options.wrappers,
        };
        let known = flow::Known { personal, catalogue, resolved: &declared.resolved };
        let mut analysis = flow::analyse(&sources, known, &settings, &self.shared);
        analysis.flows.retain(|flow| flow.confidence >= self.options.min_confidence);
        let coverage = coverage(&sources, skipped, &analysis, &evidence);
        let target = Target { name: self.name.clone(), revision: revision.map(|commit| commit.hash()) };
        let graph = graph::Graph::with(analysis, declared, catalogue);
        let (catalogue, vocabulary) = (catalogue.clone(), vocabulary.clone());
        Ok(Report::new(target, graph, coverage, sources, Basis { catalogue, vocabulary, policy }))
    }
}

/// Every text below a root, whatever it is for: what names a vendor may stand anywhere.
pub(crate) fn texts(root: &Path, revision: Option<&str>) -> Result<(Sources, Vec<source::Skipped>), Error> {
    let options = source::Options {
        root: root.to_owned(),
        data: view::may_name,
        include_tests: true,
        ..source::Options::default()
    };
    let Some(name) = revision else { return source::walk(&options) };
    let repository = Repository::open(root)?;
    repository.read(&repository.commit(name)?, &options)
}

/// The built-in knowledge, with the user's catalogue entries.
pub(crate) fn knowledge(vendors: &[PathBuf]) -> Result<(Personal, Catalogue), Error> {
    if vendors.is_empty() {
        let (personal, catalogue) = rayon::join(Personal::builtin, vendor::builtin);
        return Ok((personal.map_err(Error::Problems)?, catalogue));
    }
    let personal = Personal::builtin().map_err(Error::Problems)?;
    let mut files = vendor::builtin_files();
    for path in vendors {
        files.extend(vendor::read_dir(path)?);
    }
    let catalogue = vendor::load(&files, &personal.vocabulary).map_err(Error::Problems)?;
    Ok((personal, catalogue))
}

fn in_pool<T: Send>(threads: Option<usize>, work: impl FnOnce() -> T + Send) -> Result<T, Error> {
    // Summaries are worked out where they are asked for, as deep as the audited code calls.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0)).stack_size(STACK).build();
    let pool = pool.map_err(|why| Error::Input { path: "--threads".to_owned(), why: why.to_string() })?;
    Ok(pool.install(work))
}

fn coverage(
    sources: &source::Sources,
    skipped: Vec<source::Skipped>,
    analysis: &flow::Analysis,
    evidence: &[evidence::Found],
) -> Coverage {
    let mut languages: BTreeMap<String, usize> = BTreeMap::new();
    for id in sources.ids() {
        if let Some(language) = lang::of_path(sources.path(id)) {
            *languages.entry(language.id.to_owned()).or_default() += 1;
        }
    }
    let mut broken: Vec<(String, usize)> =
        analysis.broken.iter().map(|(file, places)| (sources.path(*file).to_owned(), *places)).collect();
    broken.sort();
    Coverage {
        files: sources.len(),
        lines: sources.ids().map(|id| sources.text(id).lines().count()).sum(),
        parsed: analysis.parsed,
        languages,
        skipped,
        broken,
        unreadable: evidence.iter().flat_map(|found| found.problems.iter().cloned()).collect(),
    }
}

/// The name of the root directory, also where it is given as `.`. A bare repository is named without its `.git`.
fn name_of(root: &Path) -> String {
    let full = std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let full = if full.ends_with(".git") { full.parent().unwrap_or(&full) } else { &full };
    let name = full.file_name().map_or_else(|| "/".to_owned(), |name| name.to_string_lossy().into_owned());
    name.strip_suffix(".git").map(str::to_owned).unwrap_or(name)
}
