//! `vendorflow merge`: the reports of many repositories as one.

use super::output::{Colour, origin, to_file, to_stdout};
use crate::error::{Error, Exit, Problem};
use crate::report::json::{self, Document, Origin};
use crate::report::{self, Format};
use clap::builder::{PossibleValue, PossibleValuesParser};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Merge reports of many repositories into one; order and repeats do not matter
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Reports of `scan --format json` or of `merge`; NAME tells apart repositories whose folders have the same name
    #[arg(required = true, value_name = "[NAME=]FILE")]
    files: Vec<String>,
    /// Format of the merged report; `--report FILE` asks its JSON all that a tree can be asked
    #[arg(short, long, default_value = "json", value_name = "FORMAT", value_parser = formats())]
    format: String,
    /// Write the merged report to FILE
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Colours
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    color: Colour,
    /// Further catalogue entries; they replace built-in ones of the same name
    #[arg(long, value_name = "DIR")]
    vendors: Vec<PathBuf>,
}

type Write = Box<dyn Fn(&mut dyn io::Write) -> io::Result<()>>;

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(report::ALL.iter().map(|f| PossibleValue::new(f.name).help(f.about)))
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let (mut parts, mut origins, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for file in &args.files {
        let (name, path) = split(file);
        let origin = origin(path)?;
        match part(&origin, name) {
            Ok(document) => parts.push(document),
            Err(problem) => problems.push(problem),
        }
        origins.push(origin);
    }
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    let merged = json::merge(parts);
    let format = report::format(&args.format).filter(|format| format.name != "json");
    let write: Write = match format {
        // The contract needs no catalogue: it holds what it says.
        None => Box::new(move |out| json::print(&merged, out)),
        Some(format) => shown(args, &merged, &origins, format)?,
    };
    match &args.output {
        Some(file) => to_file(file, write)?,
        None => to_stdout(write)?,
    }
    Ok(Exit::Clean)
}

fn shown(
    args: &Args,
    merged: &Document,
    origins: &[Origin],
    format: &'static Format,
) -> Result<Write, Error> {
    let (personal, catalogue) = crate::knowledge(&args.vendors)?;
    let report = json::report(merged, origins, Arc::new(catalogue), Arc::new(personal.vocabulary));
    let mut report = report.map_err(Error::Problems)?;
    if args.output.is_none() {
        report.style = args.color.style();
    }
    Ok(Box::new(move |out| (format.write)(&report, out)))
}

/// `NAME=FILE`, unless that is a file itself.
fn split(file: &str) -> (Option<&str>, &Path) {
    match file.split_once('=') {
        Some((name, path)) if !name.is_empty() && !Path::new(file).exists() => (Some(name), Path::new(path)),
        _ => (None, Path::new(file)),
    }
}

fn part(origin: &Origin, name: Option<&str>) -> Result<Document, Problem> {
    let document = json::parse(origin)?;
    if let (Some(name), false) = (name, document.repositories.is_empty()) {
        let at = origin.text.find("\"repositories\"").unwrap_or(0);
        let message = format!("is a merged report already; only a single one can be called `{name}`");
        return Err(Problem::at(&origin.file, &origin.text, at, message));
    }
    Ok(json::lift(document, name))
}
