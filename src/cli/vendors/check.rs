//! `vendorflow vendors check`: entries against the format, and against all other entries.

use crate::cli::output::to_stdout;
use crate::error::{Error, Exit};
use crate::{knowledge, vendor};
use std::path::PathBuf;

/// Tell all problems of catalogue entries at once, each with its place and what would be right
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Entries: a file, or a directory with files
    #[arg(required = true, value_name = "FILE|DIR")]
    paths: Vec<PathBuf>,
}

pub(super) fn run(args: &Args, vendors: &[PathBuf]) -> Result<Exit, Error> {
    let mut count = 0;
    for path in &args.paths {
        let found = vendor::read_dir(path)?.len();
        if found == 0 {
            let why = "there is no file `*.toml`".to_owned();
            return Err(Error::Input { path: path.display().to_string(), why });
        }
        count += found;
    }
    let all: Vec<PathBuf> = vendors.iter().chain(&args.paths).cloned().collect();
    let (_, catalogue) = knowledge(&all)?;
    to_stdout(|out| {
        for idle in catalogue.overrides.iter().filter(|replaced| replaced.idle) {
            writeln!(out, "{}: {}", idle.file, vendor::IDLE)?;
        }
        writeln!(out, "{count} {} without a problem", if count == 1 { "entry" } else { "entries" })
    })?;
    Ok(Exit::Clean)
}
