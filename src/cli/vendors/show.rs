//! `vendorflow vendors show`: everything that is known of one.

use crate::cli::explain::find_vendor;
use crate::cli::output::to_stdout;
use crate::error::{Error, Exit};
use crate::report;
use std::path::PathBuf;

/// Show everything that is known of a vendor, and who says so
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Id or name of the vendor
    #[arg(value_name = "ID")]
    vendor: String,
}

pub(super) fn run(args: &Args, vendors: &[PathBuf]) -> Result<Exit, Error> {
    let (_, catalogue) = crate::knowledge(vendors)?;
    let vendor = find_vendor(&catalogue, &args.vendor)?;
    to_stdout(|out| report::entry(catalogue.vendor(vendor), &catalogue, out))?;
    Ok(Exit::Clean)
}
