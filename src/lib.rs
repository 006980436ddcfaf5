//! vendorflow: which personal data does this code send to which vendor, and what leaks if the vendor is breached?
//!
//! The story, from top to bottom: a tree is read (`source`); files that touch a vendor are lowered to a small
//! intermediate form (`lang`, `ir`); the flow analysis follows values into calls of vendors (`flow`), with what is known
//! of vendors (`vendor`) and of personal data (`personal`); the answer is a graph (`graph`); the policy judges it
//! (`policy`), views ask it (`view`), formats write it down (`report`). [`audit`] is that story in code.

mod cli;
mod error;
mod evidence;
mod flow;
mod graph;
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
pub use personal::Confidence;
pub use policy::{Day, RULES, Severity};
pub use report::{ALL as FORMATS, Format, Report, Style};

use personal::Personal;
use policy::{Basis, Files, Policy};
use report::{Coverage, Target};
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
            include_tests: false,
            vendors: Vec::new(),
            min_confidence: Confidence::Low,
            parse_everything: false,
            threads: None,
            config: None,
            locked: false,
            today: None,
        }
    }
}

/// The kinds of evidence outside code, with what is read for each.
pub fn evidence_kinds() -> impl Iterator<Item = (&'static str, &'static str)> {
    evidence::ALL.iter().map(|kind| (kind.id, kind.title))
}

/// Audits a tree.
pub fn audit(options: &Options) -> Result<Report, Error> {
    let (personal, catalogue) = knowledge(&options.vendors)?;
    let (mut sources, skipped) = source::walk(&source::Options {
        data: evidence::is_data,
        root: options.root.clone(),
        extensions: lang::ALL.iter().flat_map(|l| l.extensions).copied().collect(),
        names: CONFIGURATION.to_vec(),
        include_tests: options.include_tests,
        ..source::Options::default()
    })?;
    let (named, locked) = (options.config.as_deref(), options.locked);
    let files = Files::gather(&options.root, named, locked, &mut sources)?;
    let mut policy = Policy::read(&files, &sources, &personal.vocabulary)?;
    policy.today = options.today;
    let name = name_of(&options.root);
    let settings = flow::Settings { parse_everything: options.parse_everything };
    let (evidence, declared, mut analysis) = in_pool(options.threads, || {
        let evidence = evidence::read(&sources);
        let declared = graph::Declared::new(&evidence, &sources, &catalogue, &name);
        let analysis = flow::analyse(&sources, &personal, &catalogue, &declared.resolved, &settings);
        (evidence, declared, analysis)
    })?;
    analysis.flows.retain(|flow| flow.confidence >= options.min_confidence);
    let coverage = coverage(&sources, skipped, &analysis, &evidence);
    let target = Target { name, revision: None };
    let graph = graph::Graph::with(analysis, declared, &catalogue);
    let basis = Basis { catalogue: Arc::new(catalogue), vocabulary: Arc::new(personal.vocabulary), policy };
    Ok(Report::new(target, graph, coverage, sources, basis))
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

/// The name of the root directory, also where it is given as `.`.
fn name_of(root: &Path) -> String {
    let full = std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    full.file_name().map_or_else(|| "/".to_owned(), |name| name.to_string_lossy().into_owned())
}
