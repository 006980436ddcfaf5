//! `vendorflow exposure`: the vendor was breached; what did we send?

use super::explain::find_vendor;
use super::output::{Colour, Tree, to_file, to_stdout};
use crate::Window;
use crate::error::{Error, Exit};
use crate::report::EXPOSURE;
use clap::builder::{PossibleValue, PossibleValuesParser};
use std::path::PathBuf;

/// Tell what a breach of a vendor would expose, and how bad that is
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Id or name of the vendor
    vendor: String,
    /// The tree to audit
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Format of the answer
    #[arg(short, long, default_value = "table", value_name = "FORMAT", value_parser = formats())]
    format: String,
    /// Write the answer to FILE
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Colours
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    color: Colour,
    #[command(flatten)]
    period: Period,
    #[command(flatten)]
    tree: Tree,
}

/// Everything that was the case at any time of a period.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Period")]
struct Period {
    /// What was sent at any time since: a day (2026-01-31) or a revision; tells the first and last commit of each flow
    #[arg(long, value_name = "REV", conflicts_with = "rev")]
    since: Option<String>,
    /// … and until: a day, meant whole, or a revision [default: the checked-out commit]
    #[arg(long, value_name = "REV", conflicts_with = "rev")]
    until: Option<String>,
    /// The whole history
    #[arg(long, conflicts_with_all = ["since", "rev"])]
    history: bool,
}

impl Period {
    fn window(&self) -> Option<Window> {
        let asked = self.history || self.since.is_some() || self.until.is_some();
        asked.then(|| Window { since: self.since.clone(), until: self.until.clone() })
    }
}

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(EXPOSURE.iter().map(|f| PossibleValue::new(f.name).help(f.about)))
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    // Asked first: a slip in the name should not cost a scan.
    let (_, catalogue) = crate::knowledge(args.tree.vendors())?;
    let about = find_vendor(&catalogue, &args.vendor)?;
    let mut report = match args.period.window() {
        Some(window) => args.tree.over(&args.path, &window, &catalogue.vendor(about).id)?,
        None => args.tree.audit(&args.path)?,
    };
    let vendor = find_vendor(&report.catalogue, &args.vendor)?;
    let format = EXPOSURE.iter().find(|f| f.name == args.format);
    let format = format.ok_or_else(|| Error::Unknown(format!("no format `{}`", args.format)))?;
    match &args.output {
        Some(file) => to_file(file, |out| (format.write)(&report, vendor, out))?,
        None => {
            report.style = args.color.style();
            to_stdout(|out| (format.write)(&report, vendor, out))?;
        }
    }
    Ok(Exit::Clean)
}
