//! Parse, run, print the error, exit.

use clap::Parser as _;
use std::process::ExitCode;
use vendorflow::{Cli, Exit};

/// Allocating is a quarter of what an analysis does.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[allow(clippy::print_stderr, reason = "the one place where an error is told")]
fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(exit) => exit.into(),
        Err(error) => {
            eprintln!("error: {error}");
            eprintln!("help: {}", error.help());
            Exit::CannotRun.into()
        }
    }
}
