//! `vendorflow exposure`: the vendor was breached; what did we send?

use super::explain::find_vendor;
use super::output::{Outputs, Tree, to};
use crate::Window;
use crate::error::{Error, Exit};
use crate::personal::Role;
use crate::report::{Asked, EXPOSURE, ExposureFormat};
use crate::view::{Assumptions, WEIGHTS};
use clap::builder::{PossibleValue, PossibleValuesParser};
use std::path::PathBuf;

/// Tell what a breach of a vendor would expose, and how bad that is
#[derive(Debug, clap::Args)]
#[command(override_usage = "vendorflow exposure [OPTIONS] <VENDOR> [PATH]\n       \
                            vendorflow exposure [OPTIONS] --all [PATH]")]
pub(super) struct Args {
    /// Id or name of the vendor
    #[arg(required_unless_present = "all")]
    vendor: Option<String>,
    /// The tree to audit [default: .]
    path: Option<PathBuf>,
    /// Rank all vendors, the worst breach first
    #[arg(long)]
    all: bool,
    /// Format of the answer
    #[arg(short, long, default_value = "table", value_name = "FORMAT", value_parser = formats())]
    format: String,
    #[command(flatten)]
    outputs: Outputs,
    #[command(flatten)]
    period: Period,
    #[command(flatten)]
    inputs: Inputs,
    #[command(flatten)]
    tree: Tree,
}

/// Everything that was the case at any time of a period.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Period")]
struct Period {
    /// What was sent at any time since: a day (2026-01-31) or a revision; tells the first and last commit of each flow
    #[arg(long, value_name = "REV", conflicts_with_all = ["all", "rev"])]
    since: Option<String>,
    /// … and until: a day, meant whole, or a revision [default: the checked-out commit]
    #[arg(long, value_name = "REV", conflicts_with_all = ["all", "rev"])]
    until: Option<String>,
    /// The whole history
    #[arg(long, conflicts_with_all = ["all", "since", "rev"])]
    history: bool,
}

impl Period {
    fn window(&self) -> Option<Window> {
        let asked = self.history || self.since.is_some() || self.until.is_some();
        asked.then(|| Window { since: self.since.clone(), until: self.until.clone() })
    }
}

/// What somebody knows better than the tables.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Severity")]
struct Inputs {
    /// ENISA: context of the data, 1 to 4, instead of the computed one
    #[arg(long, value_name = "1..4", value_parser = clap::value_parser!(u8).range(1..=4), conflicts_with = "all")]
    dpc: Option<u8>,
    /// ENISA: ease of identification, 0.25, 0.5, 0.75 or 1, instead of the computed one
    #[arg(long, value_name = "SHARE", value_parser = identification, conflicts_with = "all")]
    ei: Option<f64>,
    /// ENISA: circumstances, 0 to 2 [default: 1, exfiltration to unknown recipients]
    #[arg(long, value_name = "0..2", value_parser = circumstances)]
    cb: Option<f64>,
    /// Weight of a role in the lure score, 0 to 1 (repeatable): content, ids, loc, money, name, org, pretext, ref, rel, tech
    #[arg(long, value_name = "ROLE=WEIGHT", value_parser = weight)]
    lure_weight: Vec<(Role, f64)>,
}

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(EXPOSURE.iter().map(|f| PossibleValue::new(f.name).help(f.about)))
}

fn within(text: &str, most: f64) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (0.0..=most).contains(number));
    number.ok_or_else(|| format!("a number from 0 to {most} is expected"))
}

fn identification(text: &str) -> Result<f64, String> {
    let steps = [0.25, 0.5, 0.75, 1.0];
    let step = text.parse().ok().filter(|number| steps.contains(number));
    step.ok_or_else(|| {
        "the steps are 0.25 negligible, 0.5 limited, 0.75 significant and 1 maximum".to_owned()
    })
}

fn circumstances(text: &str) -> Result<f64, String> {
    within(text, 2.0)
}

fn weight(text: &str) -> Result<(Role, f64), String> {
    let (word, number) = text.split_once('=').ok_or("ROLE=WEIGHT is expected, as in `name=0.4`")?;
    let known = WEIGHTS.iter().find(|(known, ..)| *known == word);
    let (_, role, _) = known.ok_or_else(|| {
        let words: Vec<&str> = WEIGHTS.iter().map(|(word, ..)| *word).collect();
        format!("no role `{word}`; there are {}", words.join(", "))
    })?;
    Ok((*role, within(number, 1.0)?))
}

fn format(name: &str) -> Option<&'static ExposureFormat> {
    EXPOSURE.iter().find(|f| f.name == name)
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let main = format(&args.format).ok_or_else(|| Error::Unknown(format!("no format `{}`", args.format)))?;
    let outputs = args.outputs.of(main, format);
    let Inputs { dpc, ei, cb, lure_weight } = &args.inputs;
    let assumptions =
        Assumptions { dpc: *dpc, ei: *ei, cb: *cb, weights: lure_weight.iter().copied().collect() };
    if args.all {
        return all(args, &outputs, &assumptions);
    }
    let name = args.vendor.as_deref().unwrap_or_default();
    // Asked first: a slip in the name should not cost a scan.
    let (_, catalogue) = crate::knowledge(args.tree.vendors())?;
    let about = find_vendor(&catalogue, name)?;
    let path = args.path.as_deref().unwrap_or(".".as_ref());
    let mut report = match args.period.window() {
        Some(window) => args.tree.over(path, &window, &catalogue.vendor(about).id)?,
        None => args.tree.audit(path)?,
    };
    let vendor = find_vendor(&report.catalogue, name)?;
    for (format, file) in outputs {
        report.style = args.outputs.style_of(file);
        let asked = Asked { report: &report, assumptions: &assumptions };
        to(file, |out| (format.write)(&asked, vendor, out))?;
    }
    Ok(Exit::Clean)
}

fn all(
    args: &Args,
    outputs: &[(&ExposureFormat, Option<&str>)],
    assumptions: &Assumptions,
) -> Result<Exit, Error> {
    let path = match (&args.vendor, &args.path) {
        (Some(path), None) => PathBuf::from(path),
        (None, _) => PathBuf::from("."),
        (Some(_), Some(_)) => {
            return Err(Error::Unknown("--all asks for every vendor; only the tree is named".to_owned()));
        }
    };
    let rank = |(format, file): &(&ExposureFormat, _)| match format.all {
        Some(write) => Ok((write, *file)),
        None => {
            let what = format!("--format {} tells of one vendor; name it instead of --all", format.name);
            Err(Error::Unknown(what))
        }
    };
    let outputs = outputs.iter().map(rank).collect::<Result<Vec<_>, Error>>()?;
    let mut report = args.tree.audit(&path)?;
    for (write, file) in outputs {
        report.style = args.outputs.style_of(file);
        to(file, |out| write(&Asked { report: &report, assumptions }, out))?;
    }
    Ok(Exit::Clean)
}
