//! `vendorflow completions`: scripts for shells.

use super::Cli;
use super::output::to_stdout;
use crate::error::{Error, Exit};
use clap::CommandFactory as _;
use clap_complete::Shell;

/// Print a completion script for a shell
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "vendorflow", &mut script);
    to_stdout(|out| out.write_all(&script))?;
    Ok(Exit::Clean)
}
