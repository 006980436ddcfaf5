//! `vendorflow init`: the first register, from what the code shows.

use super::output::{Tree, to_file, to_stdout};
use crate::error::{Error, Exit};
use crate::policy::{REGISTER, draft};
use std::path::PathBuf;

/// Write a first vendorflow.toml: what the code shows is filled in, what only people know is marked FILL
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The tree to audit; the file is written there
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Print it instead
    #[arg(long)]
    print: bool,
    #[command(flatten)]
    tree: Tree,
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let file = args.path.join(REGISTER);
    if !args.print {
        let cannot = |why: &str| Error::Input { path: file.display().to_string(), why: why.to_owned() };
        if args.path.is_file() {
            return Err(cannot("the register is of a directory"));
        }
        // What people wrote is never overwritten.
        if file.symlink_metadata().is_ok() {
            return Err(cannot(
                "it is there already and stays as it is; `vendorflow init --print` shows a new one",
            ));
        }
    }
    let report = args.tree.audit(&args.path)?;
    let text = draft(&report.graph, &report.sources, &report.catalogue, &report.vocabulary);
    if args.print {
        to_stdout(|out| out.write_all(text.as_bytes()))?;
        return Ok(Exit::Clean);
    }
    to_file(&file, |out| out.write_all(text.as_bytes()))?;
    let open = text.matches("FILL:").count();
    to_stdout(|out| {
        writeln!(out, "{} written; {open} places marked FILL are yours to fill in", file.display())
    })?;
    Ok(Exit::Clean)
}
