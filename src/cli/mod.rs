//! The command line: one file a subcommand. Arguments in, library call, report out.
//!
//! Standard output carries the report and nothing else; everything else goes to standard error.

mod completions;
mod diff;
mod explain;
mod exposure;
mod init;
mod inventory;
mod lock;
mod man;
mod merge;
mod notice;
mod offboard;
mod output;
mod policy;
mod review;
mod scan;
mod vendors;

use crate::error::{Error, Exit};
use clap::{Parser, Subcommand};

/// Which personal data does this code send to which vendor?
#[derive(Debug, Parser)]
#[command(name = "vendorflow", version, about, max_term_width = 100, after_help = AFTER)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

const AFTER: &str = "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 cannot run, 3 incomplete (with --strict).\n\
                     Everything runs offline. Names are printed, values never are.";

#[derive(Debug, Subcommand)]
enum Command {
    Scan(scan::Args),
    Diff(diff::Args),
    Exposure(exposure::Args),
    Offboard(offboard::Args),
    Inventory(inventory::Args),
    Review(review::Args),
    Lock(lock::Args),
    Init(init::Args),
    Policy(policy::Args),
    Explain(explain::Args),
    Merge(merge::Args),
    Notice(notice::Args),
    Vendors(vendors::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Cli {
    /// Does what was asked. A reader who has seen enough (`| head`) is no error.
    pub fn run(self) -> Result<Exit, Error> {
        let result = match self.command {
            Command::Scan(args) => scan::run(&args),
            Command::Diff(args) => diff::run(&args),
            Command::Exposure(args) => exposure::run(&args),
            Command::Offboard(args) => offboard::run(&args),
            Command::Inventory(args) => inventory::run(&args),
            Command::Review(args) => review::run(&args),
            Command::Lock(args) => lock::run(&args),
            Command::Init(args) => init::run(&args),
            Command::Policy(args) => policy::run(&args),
            Command::Explain(args) => explain::run(&args),
            Command::Merge(args) => merge::run(&args),
            Command::Notice(args) => notice::run(&args),
            Command::Vendors(args) => vendors::run(&args),
            Command::Completions(args) => completions::run(&args),
            Command::Man(args) => man::run(&args),
        };
        match result {
            Err(Error::Output(why)) if why.kind() == std::io::ErrorKind::BrokenPipe => Ok(Exit::Clean),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
    }
}
