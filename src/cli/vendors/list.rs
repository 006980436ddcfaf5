//! `vendorflow vendors list`: who is known, and how well.

use crate::cli::output::{Colour, to_stdout};
use crate::error::{Error, Exit};
use crate::report;
use crate::vendor::{Tally, Vendor, near};
use clap::ValueEnum;
use std::path::PathBuf;

/// List the vendors of the catalogue, or count what it holds
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only vendors for this purpose
    #[arg(long, value_name = "ID")]
    purpose: Option<String>,
    /// Only vendors whose legal entity has its seat there
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// Only vendors that are known so well
    #[arg(long, value_enum, value_name = "DEPTH")]
    depth: Option<Depth>,
    /// Tell numbers instead of names
    #[arg(long)]
    summary: bool,
    /// Colours
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    color: Colour,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Depth {
    /// What they are sent and what they collect
    Deep,
    /// Who they are
    Wide,
}

pub(super) fn run(args: &Args, vendors: &[PathBuf]) -> Result<Exit, Error> {
    let (personal, catalogue) = crate::knowledge(vendors)?;
    if let Some(purpose) = &args.purpose
        && personal.vocabulary.purpose(purpose).is_none()
    {
        let known = personal.vocabulary.purposes.iter().map(|purpose| purpose.id.as_str());
        return Err(Error::Unknown(format!("no purpose `{purpose}`{}", near::hint(purpose, known))));
    }
    let wanted = |vendor: &&Vendor| {
        let depth = if vendor.is_deep() { Depth::Deep } else { Depth::Wide };
        args.purpose.as_ref().is_none_or(|purpose| *purpose == vendor.purpose)
            && args.country.as_ref().is_none_or(|country| country.eq_ignore_ascii_case(&vendor.country))
            && args.depth.is_none_or(|wanted| wanted == depth)
    };
    let found: Vec<&Vendor> = catalogue.vendors().filter(wanted).collect();
    let style = args.color.style();
    to_stdout(|out| match args.summary {
        true => report::summary(&Tally::of(found, &catalogue), style, out),
        false => report::list(&found, &catalogue, style, out),
    })?;
    Ok(Exit::Clean)
}
