//! What can stop a run: the typed error, problems in TOML files with their places, and the exit codes.
//!
//! Three kinds are kept apart: cannot run (`Error`, exit 2), problems in a configuration or catalogue file (all at
//! once, each with file:line:column, exit 2), and "could not look", which is no error but part of the result (coverage).

use std::fmt;

/// A place in a configuration or catalogue file, what is wrong there and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file as the user named it.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// One sentence: what is wrong, and what would be right.
    pub message: String,
}

impl Problem {
    /// A problem at a byte offset of `text`.
    pub fn at(file: &str, text: &str, offset: usize, message: impl Into<String>) -> Self {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            message: message.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

/// Why vendorflow cannot run.
#[derive(Debug)]
pub enum Error {
    /// The user named something that is not there or cannot be read.
    Input {
        /// What was named.
        path: String,
        /// What the operating system said.
        why: String,
    },
    /// Configuration or catalogue files have problems; all of them are listed.
    Problems(Vec<Problem>),
    /// The user asked for something that does not exist (a vendor, class, rule, flow); the text says what does.
    Unknown(String),
    /// Git does not have what was asked for.
    Git {
        /// What is the case.
        what: String,
        /// The command that mends it, or what to do instead.
        help: String,
    },
    /// The report could not be written.
    Output(std::io::Error),
}

impl Error {
    /// What to do about it, in a few words.
    pub fn help(&self) -> &str {
        match self {
            Self::Input { .. } => "check that the path exists and can be read",
            Self::Problems(_) => "fix these places; nothing was scanned",
            Self::Unknown(_) => "`vendorflow explain --help` tells what can be asked",
            Self::Git { help, .. } => help,
            Self::Output(_) => "check the path, the rights and the space left",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input { path, why } => write!(f, "cannot read {path}: {why}"),
            Self::Problems(problems) => {
                for (i, problem) in problems.iter().enumerate() {
                    write!(f, "{}{problem}", if i == 0 { "" } else { "\n" })?;
                }
                Ok(())
            }
            Self::Unknown(what) | Self::Git { what, .. } => f.write_str(what),
            Self::Output(why) => write!(f, "cannot write the report: {why}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<std::io::Error> for Error {
    fn from(why: std::io::Error) -> Self {
        Self::Output(why)
    }
}

/// What the process answers with. The same for every format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing at or above `--fail-on`.
    Clean = 0,
    /// Findings at or above `--fail-on`.
    Findings = 1,
    /// Cannot run, or bad configuration.
    CannotRun = 2,
    /// Ran, but something had to be skipped and `--strict` was given.
    Incomplete = 3,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
