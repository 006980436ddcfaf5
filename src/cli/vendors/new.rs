//! `vendorflow vendors new`: an entry to fill in, or a built-in one to change.

use crate::cli::output::{to_file, to_stdout};
use crate::error::{Error, Exit};
use crate::vendor;
use std::path::PathBuf;

/// Begin an entry: a commented skeleton, or the built-in entry of that name
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Id of the vendor, kebab-case; the file's name must be ID.toml
    id: String,
    /// Write it to FILE, or into a directory as ID.toml; what is there already stays
    #[arg(short, long, value_name = "FILE|DIR")]
    output: Option<PathBuf>,
}

/// Prose stands behind `# `, what can be switched on behind `#` alone.
const SKELETON: &str = include_str!("skeleton.toml");

pub(super) fn run(args: &Args, vendors: &[PathBuf]) -> Result<Exit, Error> {
    if !vendor::is_kebab(&args.id) {
        return Err(Error::Unknown(format!("`{}` is no id; write it in kebab-case", args.id)));
    }
    let text = text(&args.id, vendors)?;
    let Some(path) = &args.output else {
        to_stdout(|out| out.write_all(text.as_bytes()))?;
        return Ok(Exit::Clean);
    };
    let path = if path.is_dir() { path.join(format!("{}.toml", args.id)) } else { path.clone() };
    if path.exists() {
        let why = format!("{} is there already", path.display());
        return Err(Error::Output(std::io::Error::new(std::io::ErrorKind::AlreadyExists, why)));
    }
    to_file(&path, |out| out.write_all(text.as_bytes()))?;
    Ok(Exit::Clean)
}

fn text(id: &str, vendors: &[PathBuf]) -> Result<String, Error> {
    let mut files = vendor::builtin_files();
    for path in vendors {
        files.extend(vendor::read_dir(path)?);
    }
    if let Some(file) = files.into_iter().rfind(|file| file.id() == id) {
        return Ok(file.text.into_owned());
    }
    let purposes = crate::personal::Personal::builtin().map_err(Error::Problems)?.vocabulary.purposes;
    let purposes: Vec<&str> = purposes.iter().map(|purpose| purpose.id.as_str()).collect();
    let mut lines: Vec<String> = Vec::new();
    for line in SKELETON.lines() {
        match line.strip_prefix("# PURPOSES") {
            Some(_) => lines.extend(purposes.chunks(5).map(|some| format!("#   {}", some.join(", ")))),
            None => lines.push(line.to_owned()),
        }
    }
    Ok(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn check(text: &str) -> Result<(), String> {
        let vocabulary = crate::personal::Personal::builtin().unwrap().vocabulary;
        let loaded = vendor::load(&[vendor::File::new("example.toml", text)], &vocabulary);
        loaded.map(drop).map_err(|problems| Error::Problems(problems).to_string())
    }

    /// What the comments say, said.
    fn filled() -> String {
        [
            ("name = \"\"", "name = \"Example\""),
            ("purpose = \"\"", "purpose = \"product-analytics\""),
            ("entity = \"\"", "entity = \"Example, Inc.\""),
            ("country = \"\"", "country = \"US\""),
            ("homepage = \"\"", "homepage = \"https://example.com/\""),
            ("docs = \"\"", "docs = \"https://example.com/docs\""),
            ("hosts = []", "hosts = [\"*.example.com\"]"),
        ]
        .iter()
        .fold(text("example", &[]).unwrap(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        })
    }

    #[test]
    fn the_skeleton_says_what_is_missing_and_passes_when_filled() {
        let empty = check(&text("example", &[]).unwrap()).unwrap_err();
        assert!(empty.contains("`name` is empty") && !empty.contains("TOML"), "{empty}");
        assert_eq!(check(&filled()), Ok(()));
    }

    #[test]
    fn everything_in_the_skeleton_can_be_switched_on() {
        let lines = filled();
        let on = lines.lines().map(|line| match line.strip_prefix('#') {
            Some(code) if !code.is_empty() && !code.starts_with(' ') => code,
            _ => line,
        });
        assert_eq!(check(&on.collect::<Vec<_>>().join("\n")), Ok(()));
    }

    #[test]
    fn a_built_in_entry_is_the_beginning_of_its_override() {
        assert!(text("mixpanel", &[]).unwrap().contains("name = \"Mixpanel\""));
        assert!(text("no-such-vendor", &[]).unwrap().contains("product-analytics"));
    }
}
