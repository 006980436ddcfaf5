//! What subcommands share: the tree to audit, where output goes, colour and progress.

use crate::error::Error;
use crate::personal::Confidence;
use crate::report::{self, Style};
use crate::{Day, Options, Report, audit};
use clap::ValueEnum;
use indicatif::ProgressBar;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How to read the tree.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Audit")]
pub(super) struct Tree {
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
        let options = Options {
            locked,
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
            today: Some(self.today.unwrap_or_else(|| Day::from(jiff::ZonedDateTime::now().date()))),
            ..Options::new(root)
        };
        if self.quiet || !io::stderr().is_terminal() {
            return audit(&options);
        }
        let bar = ProgressBar::new_spinner().with_message(format!("reading {}", root.display()));
        bar.enable_steady_tick(Duration::from_millis(100));
        let report = audit(&options);
        bar.finish_and_clear();
        report
    }

    /// The register that was named.
    pub(super) fn config(&self) -> Option<&Path> {
        self.config.as_deref()
    }

    /// The directories of further catalogue entries.
    pub(super) fn vendors(&self) -> &[PathBuf] {
        &self.vendors
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
        Style { colour, width }
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
