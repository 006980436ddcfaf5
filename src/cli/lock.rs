//! `vendorflow lock`: writes down what the code is seen to send, for people to approve.

use super::output::{Tree, to_file, to_stdout};
use crate::error::{Error, Exit};
use crate::policy::{Changes, LOCK, Lock};
use std::io::Write as _;
use std::path::PathBuf;

/// Write vendorflow.lock: what this code sends, as a file to review and commit
#[derive(Debug, clap::Args)]
#[command(
    after_help = "The lock is committed. A change of what is sent is then a change of that file, which code owners can be \
                        asked to review; `vendorflow scan --locked` fails on anything that is not in it. \
                        `vendorflow.lock merge=union` in .gitattributes lets branches merge by taking the blocks of both."
)]
pub(super) struct Args {
    /// The tree to audit
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Write nothing; exit with 1 where the file would change
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    tree: Tree,
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    if args.path.is_file() {
        let why = "the lock is of a directory".to_owned();
        return Err(Error::Input { path: args.path.display().to_string(), why });
    }
    let file = args.path.join(LOCK);
    let report = args.tree.audit(&args.path)?;
    let now = Lock::of(&report.graph, &report.sources, &report.catalogue);
    let (old, text) = match std::fs::read_to_string(&file) {
        Ok(text) => {
            match Lock::parse(crate::ir::FileId(0), &file.display().to_string(), &text, &report.vocabulary) {
                Ok(old) => (old, text),
                Err(problems) if args.check => return Err(Error::Problems(problems)),
                Err(problems) => {
                    // Writing it anew is what mends it.
                    writeln!(
                        std::io::stderr(),
                        "the old lock cannot be read:\n{}",
                        Error::Problems(problems)
                    )?;
                    (Lock::default(), text)
                }
            }
        }
        Err(_) => (Lock::default(), String::new()),
    };
    let new = now.to_string();
    to_stdout(|out| tell(&old.compare(&now), out))?;
    if new == text {
        return Ok(Exit::Clean);
    }
    if args.check {
        return Ok(Exit::Findings);
    }
    to_file(&file, |out| out.write_all(new.as_bytes()))?;
    Ok(Exit::Clean)
}

/// One line a change.
fn tell(changes: &Changes, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    changes.new.iter().try_for_each(|key| writeln!(out, "+ {key}"))?;
    changes
        .weaker
        .iter()
        .try_for_each(|(key, lost)| writeln!(out, "! {key}: no longer {lost} everywhere"))?;
    for (key, places) in &changes.moved {
        places.iter().try_for_each(|place| writeln!(out, "~ {key}: also from {place}"))?;
    }
    changes.gone.iter().try_for_each(|key| writeln!(out, "- {key}"))
}
