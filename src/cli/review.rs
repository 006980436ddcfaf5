//! `vendorflow review`: the quarterly pack over all processors, and its outcome in the register.

use super::output::{Outputs, Tree, to, to_file, to_stdout};
use crate::Day;
use crate::error::{Error, Exit};
use crate::ir::FileId;
use crate::personal::Personal;
use crate::policy::{self, REGISTER, Signature};
use crate::report::{REVIEW, ReviewFormat};
use clap::builder::{PossibleValue, PossibleValuesParser};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Gather what the quarterly vendor review has to look at: what changed, what is open, one page a processor
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  vendorflow review --since 2026-07-01 --format markdown -o review.md\n  \
                        vendorflow review --sign --by \"A. Person\" --decision mixpanel=\"keep, without the e-mail\" \\\n    \
                        --decision \"keep\" --due 2027-01-31"
)]
pub(super) struct Args {
    /// The tree to audit
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Tell what changed since a day (2026-01-31) or a revision [default: the last reviews in the register, or three
    /// months]
    #[arg(long, value_name = "REV", conflicts_with = "report")]
    since: Option<String>,
    /// Format of the pack
    #[arg(short, long, default_value = "table", value_name = "FORMAT", value_parser = formats())]
    format: String,
    #[command(flatten)]
    outputs: Outputs,
    #[command(flatten)]
    outcome: Outcome,
    #[command(flatten)]
    tree: Tree,
}

/// What was decided. Nothing is audited then.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Outcome")]
struct Outcome {
    /// Write the outcome of the review into vendorflow.toml
    #[arg(long, requires_all = ["by", "decision"], conflicts_with_all = ["since", "output", "rev", "report"])]
    sign: bool,
    /// Who reviewed
    #[arg(long, value_name = "NAME", requires = "sign")]
    by: Option<String>,
    /// What was decided of a processor; without one, of all others that are not terminated (repeatable)
    #[arg(long, value_name = "[PROCESSOR=]TEXT", requires = "sign")]
    decision: Vec<String>,
    /// The day of the next review
    #[arg(long, value_name = "DATE", requires = "sign")]
    due: Option<Day>,
}

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(REVIEW.iter().map(|f| PossibleValue::new(f.name).help(f.about)))
}

fn format(name: &str) -> Option<&'static ReviewFormat> {
    REVIEW.iter().find(|f| f.name == name)
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    if args.outcome.sign {
        return sign(args);
    }
    let main = format(&args.format).ok_or_else(|| Error::Unknown(format!("no format `{}`", args.format)))?;
    let mut review = args.tree.review(&args.path, args.since.as_deref())?;
    for (format, file) in args.outputs.of(main, format) {
        review.now.style = args.outputs.style_of(file);
        to(file, |out| (format.write)(&review, out))?;
    }
    Ok(Exit::Clean)
}

/// The register is changed in place, or not at all.
fn sign(args: &Args) -> Result<Exit, Error> {
    let file = register(args)?;
    let cannot = |why: String| Error::Input { path: file.display().to_string(), why };
    let text = std::fs::read_to_string(&file).map_err(|why| cannot(why.to_string()))?;
    let named = file.display().to_string();
    let vocabulary = Personal::builtin().map_err(Error::Problems)?.vocabulary;
    let check = |text: &str| policy::check_register(FileId(0), &named, text, &vocabulary);
    let register = check(&text).map_err(Error::Problems)?;
    let signature = signature(args, |id| register.entry(id).is_some());
    let (signed, about) = policy::sign(&register, &text, &signature).map_err(Error::Unknown)?;
    check(&signed).map_err(Error::Problems)?;
    replace(&file, &signed)?;
    let ids = register.entries.iter().map(|entry| entry.id.as_str());
    let others: Vec<&str> = ids.filter(|id| !about.iter().any(|done| done == id)).collect();
    to_stdout(|out| {
        let (date, by) = (signature.date, &signature.by);
        writeln!(out, "{named}: reviewed on {date} by {by}: {}", about.join(", "))?;
        if !others.is_empty() {
            writeln!(out, "not reviewed: {}", others.join(", "))?;
        }
        Ok(())
    })?;
    Ok(Exit::Clean)
}

/// Where it is.
fn register(args: &Args) -> Result<PathBuf, Error> {
    if let Some(named) = args.tree.config() {
        return Ok(named.to_owned());
    }
    let found = policy::find(&args.path, None)?.ok_or_else(|| Error::Input {
        path: args.path.join(REGISTER).display().to_string(),
        why: "there is no register to sign; `vendorflow init` writes a first one".to_owned(),
    })?;
    let folder = if args.path.is_file() { args.path.parent() } else { Some(args.path.as_path()) };
    Ok(folder.unwrap_or(Path::new("")).join(found.path))
}

/// `mixpanel=keep` is about Mixpanel if the register has it, or if it can only be an id; a text may have such a sign too.
fn signature(args: &Args, known: impl Fn(&str) -> bool) -> Signature {
    let (mut decisions, mut others) = (BTreeMap::new(), None);
    for decision in &args.outcome.decision {
        match decision.split_once('=') {
            Some((id, text)) if known(id) || crate::vendor::is_kebab(id) => {
                decisions.insert(id.to_owned(), text.trim().to_owned());
            }
            _ => others = Some(decision.trim().to_owned()),
        }
    }
    let by = args.outcome.by.as_deref().unwrap_or_default().trim().to_owned();
    Signature { date: args.tree.today(), by, decisions, others, due: args.outcome.due }
}

/// By way of a file beside it, so that a full disk leaves the old one.
fn replace(file: &Path, text: &str) -> Result<(), Error> {
    let target = std::fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let beside = target.with_extension("toml.new");
    to_file(&beside, |out| out.write_all(text.as_bytes()))?;
    std::fs::rename(&beside, &target)
        .map_err(|why| Error::Output(std::io::Error::new(why.kind(), format!("{}: {why}", target.display()))))
}
