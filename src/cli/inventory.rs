//! `vendorflow inventory`: the record of processing.

use super::output::{Outputs, Tree, to};
use crate::error::{Error, Exit};
use crate::policy::{Record, read_record};
use crate::report::{self, INVENTORY, InventoryFormat};
use crate::view::inventory::{TABLES, Verdict, compare, table};
use clap::builder::{PossibleValue, PossibleValuesParser};
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

/// Write the record of processing (GDPR Art. 30) as far as code can tell it, with what is left to fill in
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  vendorflow inventory -o record.md\n  \
                        vendorflow inventory --format csv --table ico -o ico.csv\n  \
                        vendorflow inventory --check record.xlsx")]
pub(super) struct Args {
    /// The tree to audit
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Format of the record
    #[arg(short, long, default_value = "markdown", value_name = "FORMAT", value_parser = formats())]
    format: String,
    /// Compare an existing record (csv, xlsx, ods, fides yaml) with the code: what it says, what the code does;
    /// exit with 1 where the code does more
    #[arg(long, value_name = "FILE", conflicts_with = "table")]
    check: Option<PathBuf>,
    /// One table of the record alone
    #[arg(long, value_name = "TABLE", value_parser = tables())]
    table: Option<String>,
    #[command(flatten)]
    outputs: Outputs,
    #[command(flatten)]
    tree: Tree,
}

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(INVENTORY.iter().map(|f| PossibleValue::new(f.name).help(f.about)))
}

fn tables() -> PossibleValuesParser {
    PossibleValuesParser::new(TABLES.iter().map(|t| PossibleValue::new(t.id).help(t.about)))
}

fn format(name: &str) -> Option<&'static InventoryFormat> {
    INVENTORY.iter().find(|f| f.name == name)
}

pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let main = format(&args.format).ok_or_else(|| Error::Unknown(format!("no format `{}`", args.format)))?;
    let chosen = args.table.as_deref().and_then(table);
    let outputs = args.outputs.of(main, format);
    // Said before the audit: it should not cost one.
    for (format, path) in &outputs {
        suits(format, path.is_none(), chosen.is_some() || args.check.is_some())?;
    }
    let record = args.check.as_deref().map(record).transpose()?;
    let report = args.tree.audit(&args.path)?;
    let inventory = report::inventory(&report);
    let Some((name, record)) = record else {
        for (format, path) in outputs {
            to(path, |out| (format.write)(&inventory, chosen, out))?;
        }
        return Ok(Exit::Clean);
    };
    let (personal, _) = crate::knowledge(args.tree.vendors())?;
    let comparison = compare(&record, &inventory, &personal, &report.catalogue);
    let counts = Verdict::ALL.map(|verdict| format!("{} {}", comparison.count(verdict), verdict.name()));
    let title = format!("{name} and {}: {}", report.target.name, counts.join(", "));
    let grid = comparison.grid();
    for (format, path) in outputs {
        if let Some(write_grid) = format.grid {
            to(path, |out| write_grid(&title, &grid, out))?;
        }
    }
    Ok(if comparison.is_short() { Exit::Findings } else { Exit::Clean })
}

/// The existing record, by its name without folders.
fn record(path: &Path) -> Result<(String, Record), Error> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let cannot = |why: io::Error| Error::Input { path: path.display().to_string(), why: why.to_string() };
    let bytes = std::fs::read(path).map_err(cannot)?;
    let record = read_record(&name, &bytes).map_err(|problem| Error::Problems(vec![problem]))?;
    Ok((name, record))
}

fn suits(format: &InventoryFormat, to_screen: bool, as_table: bool) -> Result<(), Error> {
    if format.binary && to_screen && io::stdout().is_terminal() {
        let why = format!("`{}` is no text; write it with -o FILE or into a pipe", format.name);
        return Err(Error::Unknown(why));
    }
    if as_table && format.grid.is_none() {
        let with: Vec<&str> = INVENTORY.iter().filter(|f| f.grid.is_some()).map(|f| f.name).collect();
        let why = format!("`{}` has no tables; --table and --check go with {}", format.name, with.join(", "));
        return Err(Error::Unknown(why));
    }
    Ok(())
}
