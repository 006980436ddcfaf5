//! What subcommands share: the tree to audit, where output goes, colour and progress.

use crate::error::Error;
use crate::personal::Confidence;
use crate::report::{self, Since, Style, json};
use crate::{Day, Options, Report, Review, Window, audit, history};
use clap::ValueEnum;
use indicatif::ProgressBar;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How to read the tree.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Audit")]
pub(super) struct Tree {
    /// A commit, branch, tag or day (2026-01-31) to audit, without a checkout
    #[arg(long, value_name = "REV", visible_alias = "at")]
    rev: Option<String>,
    /// Ask a report of `scan --format json` or of `merge` instead of auditing a tree
    #[arg(long, value_name = "FILE", conflicts_with = "rev")]
    report: Option<PathBuf>,
    #[command(flatten)]
    how: How,
}

/// How to audit, whatever the tree is.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Audit")]
pub(super) struct How {
    /// Read tests, fixtures, stories and examples too
    #[arg(long)]
    include_tests: bool,
    /// Further catalogue entries; they replace built-in ones of the same name
    #[arg(long, value_name = "DIR")]
    vendors: Vec<PathBuf>,
    /// Leave out flows that are less sure
    #[arg(long, value_enum, default_value = "low", value_name = "LEVEL")]
    min_confidence: Sureness,
    /// Which files to parse; the answer is the same
    #[arg(long, value_enum, default_value = "on-demand", value_name = "WHICH")]
    parse: Parse,
    /// Threads [default: all cores]
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// The register [default: vendorflow.toml of the tree, or above it in its repository]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The day to judge reviews and exceptions by [default: today]
    #[arg(long, value_name = "DATE")]
    today: Option<Day>,
    /// No progress
    #[arg(short, long)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Sureness {
    Low,
    Medium,
    High,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Parse {
    OnDemand,
    Everything,
}

/// Where an answer goes.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
pub(super) struct Outputs {
    /// Write the answer to FILE; FORMAT=FILE writes a further one (repeatable)
    #[arg(short, long, value_name = "[FORMAT=]FILE")]
    output: Vec<String>,
    /// Colours
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    color: Colour,
}

impl Outputs {
    /// Each format that is wanted, with its file; without one it is for the screen, and stands last. `main` is the one
    /// of `--format`: a plain FILE takes it off the screen.
    pub(super) fn of<'a, F: Copy>(
        &'a self,
        main: F,
        find: impl Fn(&'a str) -> Option<F>,
    ) -> Vec<(F, Option<&'a str>)> {
        let named = |output: &'a str| {
            let (name, file) = output.split_once('=')?;
            Some((find(name)?, Some(file)))
        };
        let given: Vec<_> = self.output.iter().map(|output| (named(output), output.as_str())).collect();
        let to_screen = given.iter().all(|(named, _)| named.is_some()).then_some((main, None));
        let files = given.into_iter().map(|(named, output)| named.unwrap_or((main, Some(output))));
        files.chain(to_screen).collect()
    }

    /// How what goes to a file, or to the screen, is to look.
    pub(super) fn style_of(&self, file: Option<&str>) -> Style {
        file.map_or_else(|| self.color.style(), |_| Style::default())
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Tree {
    /// Audits, with a sign of life on a terminal.
    pub(super) fn audit(&self, root: &Path) -> Result<Report, Error> {
        self.audit_locked(root, false)
    }

    /// Audits, and compares with the lock where asked to.
    pub(super) fn audit_locked(&self, root: &Path, locked: bool) -> Result<Report, Error> {
        if let Some(file) = &self.report {
            return read(file, self.vendors());
        }
        let options = Options { revision: self.rev.clone(), locked, ..self.how.options(root) };
        self.how.show(root, || audit(&options))
    }

    /// Audits tests too, and tells which functions do nothing but serve a vendor.
    pub(super) fn audit_whole(&self, root: &Path) -> Result<Report, Error> {
        let revision = self.rev.clone();
        let options = Options { revision, include_tests: true, wrappers: true, ..self.how.options(root) };
        self.how.show(root, || audit(&options))
    }

    /// Audits what was the case at any time of a window; `about` is the id of the vendor that is asked for.
    pub(super) fn over(&self, root: &Path, window: &Window, about: &str) -> Result<Report, Error> {
        let options = self.how.options(root);
        self.how.show(root, || history::over(&options, window, about))
    }

    /// Audits, and tells what changed.
    pub(super) fn review(&self, root: &Path, since: Option<&str>) -> Result<Review, Error> {
        if let Some(file) = &self.report {
            let since = Since::Nothing("a report that was kept has no history");
            return Ok(Review { now: read(file, self.vendors())?, past: None, since });
        }
        let options = Options { revision: self.rev.clone(), ..self.how.options(root) };
        self.how.show(root, || crate::review(&options, since))
    }

    /// The day of the run.
    pub(super) fn today(&self) -> Day {
        self.how.today()
    }

    /// True where no tree is audited, but a report asked.
    pub(super) fn is_kept(&self) -> bool {
        self.report.is_some()
    }

    /// The revision that was named.
    pub(super) fn revision(&self) -> Option<&str> {
        self.rev.as_deref()
    }

    /// The register that was named.
    pub(super) fn config(&self) -> Option<&Path> {
        self.how.config.as_deref()
    }

    /// The directories of further catalogue entries.
    pub(super) fn vendors(&self) -> &[PathBuf] {
        &self.how.vendors
    }
}

impl How {
    /// What the library is asked.
    pub(super) fn options(&self, root: &Path) -> Options {
        Options {
            include_tests: self.include_tests,
            vendors: self.vendors.clone(),
            min_confidence: match self.min_confidence {
                Sureness::Low => Confidence::Low,
                Sureness::Medium => Confidence::Medium,
                Sureness::High => Confidence::High,
            },
            parse_everything: self.parse == Parse::Everything,
            threads: self.threads,
            config: self.config.clone(),
            today: Some(self.today()),
            ..Options::new(root)
        }
    }

    fn today(&self) -> Day {
        self.today.unwrap_or_else(|| Day::from(jiff::ZonedDateTime::now().date()))
    }

    /// Works, with a sign of life on a terminal.
    pub(super) fn show<T>(&self, root: &Path, work: impl FnOnce() -> T) -> T {
        if self.quiet || !io::stderr().is_terminal() {
            return work();
        }
        let bar = ProgressBar::new_spinner().with_message(format!("reading {}", root.display()));
        bar.enable_steady_tick(Duration::from_millis(100));
        let result = work();
        bar.finish_and_clear();
        result
    }
}

/// The report that was kept in a file.
fn read(file: &Path, vendors: &[PathBuf]) -> Result<Report, Error> {
    let origin = origin(file)?;
    let document = json::parse(&origin).map_err(|problem| Error::Problems(vec![problem]))?;
    let (personal, catalogue) = crate::knowledge(vendors)?;
    json::report(&document, &[origin], Arc::new(catalogue), Arc::new(personal.vocabulary))
        .map_err(Error::Problems)
}

/// A file with a report, not yet read as one.
pub(super) fn origin(file: &Path) -> Result<json::Origin, Error> {
    let named = file.display().to_string();
    match std::fs::read_to_string(file) {
        Ok(text) => Ok(json::Origin { file: named, text }),
        Err(why) => Err(Error::Input { path: named, why: why.to_string() }),
    }
}

impl Colour {
    /// How standard output is to look.
    pub(super) fn style(self) -> Style {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
        let colour = match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto if set("NO_COLOR") => false,
            Self::Auto if set("FORCE_COLOR") || set("CLICOLOR_FORCE") => true,
            Self::Auto => io::stdout().is_terminal(),
        };
        let width = report::terminal_width().unwrap_or(Style::default().width).clamp(60, 160);
        Style { colour, width, ..Style::default() }
    }
}

/// Writes to a file, or else to standard output.
pub(super) fn to(
    file: Option<&str>,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> Result<(), Error> {
    match file {
        Some(file) => to_file(file.as_ref(), write),
        None => to_stdout(write),
    }
}

/// A reader who has seen enough (`| head`) changes nothing of the exit code.
pub(super) fn stands(written: Result<(), Error>) -> Result<(), Error> {
    match written {
        Err(Error::Output(why)) if why.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Writes to standard output.
pub(super) fn to_stdout(write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> Result<(), Error> {
    let mut out = BufWriter::new(io::stdout().lock());
    write(&mut out)?;
    out.flush()?;
    Ok(())
}

/// Writes to a file.
pub(super) fn to_file(
    path: &Path,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> Result<(), Error> {
    let told =
        |why: io::Error| Error::Output(io::Error::new(why.kind(), format!("{}: {why}", path.display())));
    let mut out = BufWriter::new(File::create(path).map_err(told)?);
    write(&mut out).and_then(|()| out.flush()).map_err(told)
}
