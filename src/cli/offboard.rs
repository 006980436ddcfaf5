//! `vendorflow offboard`: the contract has ended; what is left?

use super::explain::find_vendor;
use super::output::{Outputs, Tree, to};
use crate::error::{Error, Exit};
use crate::report::{OFFBOARD, offboard_assert};
use crate::view::{self, Rest};
use clap::builder::{PossibleValue, PossibleValuesParser};
use std::path::PathBuf;

/// Tell what is left of a vendor, as a checklist; exit with 1 while anything is
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Id or name of the vendor
    vendor: String,
    /// The tree to look through, tests and documentation too
    #[arg(default_value = ".")]
    path: PathBuf,
    /// One line a place and nothing else, for the log of a build
    #[arg(long, conflicts_with = "format")]
    assert: bool,
    /// A file or folder that may go on naming it (repeatable)
    #[arg(long, value_name = "PATH")]
    keep: Vec<String>,
    /// Exit with 3 where nothing is left, but something had to be skipped
    #[arg(long)]
    strict: bool,
    /// Format of the answer
    #[arg(short, long, default_value = "table", value_name = "FORMAT", value_parser = formats())]
    format: String,
    #[command(flatten)]
    outputs: Outputs,
    #[command(flatten)]
    tree: Tree,
}

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(OFFBOARD.iter().map(|f| PossibleValue::new(f.name).help(f.about)))
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    // Asked first: a slip in the name should not cost a scan.
    let (_, catalogue) = crate::knowledge(args.tree.vendors())?;
    find_vendor(&catalogue, &args.vendor)?;
    let mut report = args.tree.audit_whole(&args.path)?;
    let (texts, skipped) = crate::texts(&args.path, args.tree.revision())?;
    let vendor = find_vendor(&report.catalogue, &args.vendor)?;
    let format = |name: &str| OFFBOARD.iter().find(|f| f.name == name);
    let main = format(&args.format).ok_or_else(|| Error::Unknown(format!("no format `{}`", args.format)))?;
    let rest = Rest {
        graph: &report.graph,
        catalogue: &report.catalogue,
        sources: &report.sources,
        texts: &texts,
        policy: &report.policy,
        keep: &args.keep,
    };
    let answer = view::offboard(&rest, vendor);
    for (format, file) in args.outputs.of(main, format) {
        report.style = args.outputs.style_of(file);
        let write = if args.assert { offboard_assert } else { format.write };
        to(file, |out| write(&report, &answer, out))?;
    }
    let gap = !report.coverage.is_complete() || skipped.iter().any(|file| file.why.is_gap());
    Ok(match answer.count() {
        0 if gap && args.strict => Exit::Incomplete,
        0 => Exit::Clean,
        _ => Exit::Findings,
    })
}
