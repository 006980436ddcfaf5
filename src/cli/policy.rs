//! `vendorflow policy`: what helps to write a register and rules of one's own.

use super::output::{Tree, to_stdout};
use crate::error::{Error, Exit};
use crate::policy::{EXAMPLES, Files, Policy, SCHEMA, VARIABLES, examples};
use crate::source::Sources;
use std::path::{Path, PathBuf};

/// Try rules of your own, and print the schema of vendorflow.toml
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Check the register, and run the examples of its own rules
    Test {
        /// The tree that the register is of
        #[arg(default_value = ".")]
        path: PathBuf,
        /// The examples [default: vendorflow.test.toml beside the register]
        #[arg(long, value_name = "FILE")]
        examples: Option<PathBuf>,
        #[command(flatten)]
        tree: Tree,
    },
    /// Print the JSON schema of vendorflow.toml, for editors
    Schema,
    /// List what expressions in `when` may use
    Variables,
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    match &args.command {
        Command::Schema => {
            to_stdout(|out| out.write_all(SCHEMA.as_bytes()))?;
            Ok(Exit::Clean)
        }
        Command::Variables => {
            to_stdout(|out| {
                VARIABLES.iter().try_for_each(|(name, about)| writeln!(out, "{name:<12}{about}"))
            })?;
            Ok(Exit::Clean)
        }
        Command::Test { path, examples, tree } => test(path, examples.as_deref(), tree),
    }
}

fn test(path: &Path, named: Option<&Path>, tree: &Tree) -> Result<Exit, Error> {
    let (personal, catalogue) = crate::knowledge(tree.vendors())?;
    let mut sources = Sources::default();
    let files = Files::gather(path, tree.config(), false, &mut sources)?;
    let policy = Policy::read(&files, &sources, &personal.vocabulary)?;
    let cannot =
        |path: &Path, why: &str| Error::Input { path: path.display().to_string(), why: why.to_owned() };
    let register =
        policy.register.ok_or_else(|| cannot(path, "there is no vendorflow.toml in it or above it"))?;
    let beside = tree.config().and_then(Path::parent).unwrap_or(path).join(EXAMPLES);
    let file = named.map_or(beside, Path::to_owned);
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(_) if named.is_none() && register.custom.is_empty() => String::new(),
        Err(why) => return Err(cannot(&file, &why.to_string())),
    };
    let shown = file.display().to_string();
    let outcomes = examples((&shown, &text), &register, &catalogue, &personal.vocabulary);
    let outcomes = outcomes.map_err(Error::Problems)?;
    let wrong = outcomes.iter().filter(|outcome| !outcome.is_right()).count();
    to_stdout(|out| {
        for outcome in &outcomes {
            let (rule, what) = (&outcome.rule, &outcome.what);
            if outcome.is_right() {
                writeln!(out, "ok    {rule}: {what} {}", outcome.wanted)?;
            } else {
                let line = outcome.line;
                writeln!(
                    out,
                    "WRONG {rule}: {what} should be `{}`, is `{}` ({shown}:{line})",
                    outcome.wanted, outcome.found
                )?;
            }
        }
        for rule in &register.custom {
            if !outcomes.iter().any(|outcome| outcome.rule == rule.id) {
                writeln!(out, "none  {}: no example", rule.id)?;
            }
        }
        writeln!(out, "{} of {} examples as expected", outcomes.len() - wrong, outcomes.len())
    })?;
    Ok(if wrong > 0 { Exit::Findings } else { Exit::Clean })
}
