//! `vendorflow diff`: what a change does, and an exit code by what is new only.

use super::output::{How, Outputs, stands, to};
use super::scan::{severities, severity};
use crate::error::{Error, Exit};
use crate::report::{self, Comparison, DIFF};
use clap::builder::{PossibleValue, PossibleValuesParser};
use std::io;
use std::path::PathBuf;

/// Tell what changed in what goes to vendors, between two revisions or up to the files as they are
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Commit, branch, tag or day (2026-01-31) to compare with
    base: String,
    /// What to compare [default: the files as they are, uncommitted changes too]
    head: Option<String>,
    /// The tree
    #[arg(long, default_value = ".")]
    path: PathBuf,
    /// Compare with BASE itself, not with what it has in common with HEAD
    #[arg(long)]
    no_merge_base: bool,
    /// Format of the report
    #[arg(short, long, default_value = "table", value_name = "FORMAT", value_parser = formats())]
    format: String,
    /// Exit with 1 where a new finding is at or above this severity
    #[arg(long, default_value = "error", value_name = "SEVERITY", value_parser = severities())]
    fail_on: String,
    /// Exit with 0 also where there are new findings
    #[arg(long)]
    exit_zero: bool,
    /// Exit with 3 where something had to be skipped
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    outputs: Outputs,
    #[command(flatten)]
    how: How,
}

/// Formats made for a comparison, then those that show the new findings alone.
fn formats() -> PossibleValuesParser {
    let own = DIFF.iter().map(|f| PossibleValue::new(f.name).help(f.about));
    let others = report::ALL.iter().filter(|f| DIFF.iter().all(|own| own.name != f.name));
    let others = others.map(|f| PossibleValue::new(f.name).help(format!("new findings only: {}", f.about)));
    PossibleValuesParser::new(own.chain(others).collect::<Vec<_>>())
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let options = args.how.options(&args.path);
    let direct = args.no_merge_base;
    let mut compared =
        args.how.show(&args.path, || crate::compare(&options, &args.base, args.head.as_deref(), direct))?;
    let fail_on = severity(&args.fail_on);
    for (format, file) in args.outputs.of(args.format.as_str(), |name| is_format(name).then_some(name)) {
        compared.head.style = args.outputs.style_of(file);
        stands(to(file, |out| write(&mut compared, format, out)))?;
    }
    Ok(match compared.exit(fail_on, args.strict) {
        Exit::Findings if args.exit_zero => Exit::Clean,
        exit => exit,
    })
}

fn is_format(name: &str) -> bool {
    DIFF.iter().any(|f| f.name == name) || report::format(name).is_some()
}

fn write(compared: &mut Comparison, name: &str, out: &mut dyn io::Write) -> io::Result<()> {
    if let Some(format) = DIFF.iter().find(|f| f.name == name) {
        return (format.write)(compared, out);
    }
    match report::format(name) {
        Some(format) => compared.with_news(|news| (format.write)(news, out)),
        None => Err(io::Error::other(format!("no format `{name}`"))),
    }
}
