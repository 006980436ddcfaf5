//! `vendorflow vendors`: the catalogue itself, to read, to check and to extend.

mod check;
mod list;
mod new;
mod show;

use crate::error::{Error, Exit};
use clap::Subcommand;
use std::path::PathBuf;

/// List, show, check and begin entries of the catalogue
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
    /// Further catalogue entries; they replace built-in ones of the same name
    #[arg(long, global = true, value_name = "DIR")]
    vendors: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    List(list::Args),
    Show(show::Args),
    Check(check::Args),
    New(new::Args),
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    match &args.command {
        Command::List(list) => list::run(list, &args.vendors),
        Command::Show(show) => show::run(show, &args.vendors),
        Command::Check(check) => check::run(check, &args.vendors),
        Command::New(new) => new::run(new, &args.vendors),
    }
}
