//! `vendorflow scan`: the pre-merge scan.

use super::output::{Outputs, Tree, stands, to};
use crate::error::{Error, Exit};
use crate::policy::Severity;
use crate::report::{self, Format, Report, Style};
use crate::vendor::near;
use clap::builder::PossibleValuesParser;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Find which personal data goes to which vendor, and judge it
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The tree to audit
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Format of the report
    #[arg(short, long, default_value = "table", value_name = "FORMAT", value_parser = formats())]
    format: String,
    /// Exit with 1 from this severity on
    #[arg(long, default_value = "error", value_name = "SEVERITY", value_parser = severities())]
    fail_on: String,
    /// Exit with 0 also where there are findings
    #[arg(long)]
    exit_zero: bool,
    /// Fail on anything that vendorflow.lock does not have
    #[arg(long)]
    locked: bool,
    /// Report on one unit: a folder of [[unit]] in the register, or with a vendorflow.toml of its own
    #[arg(long, value_name = "NAME")]
    unit: Option<String>,
    /// Report on each unit in turn; `{unit}` in the FILE of -o is its name
    #[arg(long, conflicts_with = "unit")]
    each_unit: bool,
    /// Exit with 3 where something had to be skipped
    #[arg(long)]
    strict: bool,
    /// Show findings that somebody accepted, too; they still count nowhere
    #[arg(long)]
    show_suppressed: bool,
    #[command(flatten)]
    outputs: Outputs,
    /// List what was skipped and what could not be followed
    #[arg(short, long)]
    verbose: bool,
    #[command(flatten)]
    tree: Tree,
}

fn formats() -> PossibleValuesParser {
    let values = report::ALL.iter().map(|f| clap::builder::PossibleValue::new(f.name).help(f.about));
    PossibleValuesParser::new(values)
}

/// The severity of one of the values that `severities` lets through.
pub(super) fn severity(name: &str) -> Severity {
    Severity::REPORTED.into_iter().find(|severity| severity.name() == name).unwrap_or(Severity::Error)
}

pub(super) fn severities() -> PossibleValuesParser {
    PossibleValuesParser::new(Severity::REPORTED.iter().map(|s| s.name()))
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let report = args.tree.audit_locked(&args.path, args.locked)?;
    if args.verbose {
        tell(&report)?;
    }
    if args.unit.is_none() && !args.each_unit {
        return show(args, report, "");
    }
    let units = report.units();
    if units.is_empty() {
        let why = "nobody speaks of units: name them in [[unit]] of vendorflow.toml, or give folders one of their own";
        return Err(Error::Unknown(why.to_owned()));
    }
    let wanted = |name: &str| args.unit.as_deref().is_none_or(|unit| unit == name);
    let mut exit = None;
    for (index, unit) in units.iter().enumerate().filter(|(_, unit)| wanted(&unit.name)) {
        let one = show(args, report.of_unit(&units, index)?, &unit.name)?;
        // Findings in one are findings; a gap in one is a gap.
        exit = Some(match (exit, one) {
            (Some(Exit::Findings), _) | (_, Exit::Findings) => Exit::Findings,
            (Some(Exit::Incomplete), _) | (_, Exit::Incomplete) => Exit::Incomplete,
            _ => Exit::Clean,
        });
    }
    exit.ok_or_else(|| {
        let known: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
        let name = args.unit.as_deref().unwrap_or_default();
        let hint = near::hint(name, known.iter().copied());
        Error::Unknown(format!("no unit `{name}`{hint}; known: {}", known.join(", ")))
    })
}

/// Writes one report wherever it is wanted.
fn show(args: &Args, mut report: Report, unit: &str) -> Result<Exit, Error> {
    let main = named(&args.format)?;
    let fail_on = severity(&args.fail_on);
    let style = Style { suppressed: args.show_suppressed, fail_on, ..Style::default() };
    if !args.tree.is_kept() {
        report.prefix = prefix(&args.path);
    }
    for (format, file) in args.outputs.of(main, report::format) {
        let Style { colour, width, .. } = args.outputs.style_of(file);
        report.style = Style { colour, width, ..style };
        // A name may be a path; the file is one.
        let file = file.map(|file| file.replace("{unit}", &unit.replace('/', "-")));
        stands(to(file.as_deref(), |out| (format.write)(&report, out)))?;
    }
    Ok(match report.exit(fail_on, args.strict) {
        Exit::Findings if args.exit_zero => Exit::Clean,
        exit => exit,
    })
}

/// Where a tree lies in its repository: services show a file only if its path begins at the root.
fn prefix(path: &Path) -> String {
    let Ok(path) = path.canonicalize() else { return String::new() };
    let tree = if path.is_file() { path.parent().unwrap_or(&path) } else { &path };
    let root = tree.ancestors().find(|folder| folder.join(".git").exists());
    let inside = root.and_then(|root| tree.strip_prefix(root).ok()).unwrap_or(Path::new(""));
    inside.iter().map(|part| format!("{}/", part.to_string_lossy())).collect()
}

fn named(name: &str) -> Result<&'static Format, Error> {
    report::format(name).ok_or_else(|| Error::Unknown(format!("no format `{name}`")))
}

/// Everything that the coverage line only counts.
fn tell(report: &Report) -> Result<(), Error> {
    let mut err = std::io::stderr().lock();
    for skipped in &report.coverage.skipped {
        writeln!(err, "skipped {}: {}", skipped.file, skipped.why)?;
    }
    for (file, places) in &report.coverage.broken {
        writeln!(err, "not understood in {file}: {places}")?;
    }
    for item in &report.graph.unresolved {
        let at = report.sources.locate(item.span);
        writeln!(err, "not followed {}:{}: {}", at.file, at.line, item.what)?;
    }
    Ok(())
}
