//! `vendorflow man`: the manual page, from the same text as `--help`.

use super::Cli;
use super::output::to_stdout;
use crate::error::{Error, Exit};
use clap::CommandFactory as _;

/// Print the manual page
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Of this subcommand
    command: Option<String>,
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let mut command = Cli::command();
    if let Some(name) = &args.command {
        let found = command.find_subcommand(name).cloned();
        command = found.ok_or_else(|| Error::Unknown(format!("no subcommand `{name}`")))?;
    }
    to_stdout(|out| clap_mangen::Man::new(command).render(out))?;
    Ok(Exit::Clean)
}
