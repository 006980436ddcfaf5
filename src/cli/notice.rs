//! `vendorflow notice`: does the privacy notice say what the code does?

use super::output::{Outputs, Tree, to};
use crate::error::{Error, Exit};
use crate::personal::Prose;
use crate::report::{Compared, NOTICE};
use crate::view::{self, Plain};
use clap::builder::{PossibleValue, PossibleValuesParser};
use std::path::{Path, PathBuf};

/// Compare a privacy notice or a list of sub-processors with what the code does
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The notice: Markdown, HTML or plain text, in any of the seven languages
    file: PathBuf,
    /// The tree to audit
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Format of the answer
    #[arg(short, long, default_value = "table", value_name = "FORMAT", value_parser = formats())]
    format: String,
    /// Exit with 1 only for what the notice leaves out, not for what it names beyond the code
    #[arg(long)]
    missing_only: bool,
    /// Exit with 0 also where they differ
    #[arg(long)]
    exit_zero: bool,
    #[command(flatten)]
    outputs: Outputs,
    #[command(flatten)]
    tree: Tree,
}

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(NOTICE.iter().map(|f| PossibleValue::new(f.name).help(f.about)))
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let text = read(&args.file)?;
    let (personal, _) = crate::knowledge(args.tree.vendors())?;
    let prose = Prose::builtin(&personal).map_err(Error::Problems)?;
    let mut report = args.tree.audit(&args.path)?;
    let notice = view::notice(&report.graph, &report.catalogue, &prose, &Plain::of(&text));
    let file = args.file.file_name().unwrap_or(args.file.as_os_str()).to_string_lossy();
    let compared = Compared { file: &file, text: &text, notice: &notice };
    let format = |name: &str| NOTICE.iter().find(|f| f.name == name);
    let main = format(&args.format).ok_or_else(|| Error::Unknown(format!("no format `{}`", args.format)))?;
    for (format, file) in args.outputs.of(main, format) {
        report.style = args.outputs.style_of(file);
        to(file, |out| (format.write)(&report, &compared, out))?;
    }
    let counted = notice.missing() + if args.missing_only { 0 } else { notice.surplus() };
    Ok(if counted > 0 && !args.exit_zero { Exit::Findings } else { Exit::Clean })
}

fn read(path: &Path) -> Result<String, Error> {
    let told = |why: String| Error::Input { path: path.display().to_string(), why };
    let bytes = std::fs::read(path).map_err(|why| told(why.to_string()))?;
    let text = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
    text.ok_or_else(|| told("it is not text; save it as HTML, Markdown or plain text in UTF-8".to_owned()))
}
