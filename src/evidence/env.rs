//! Variables of the environment: declared in `.env` files, read in code. Their values are not kept; where one is an
//! address, its host is.

use super::tree::At;
use super::{File, Found, How, Kind};

pub(super) static KIND: Kind = Kind {
    id: "env",
    title: "variables of the environment, in .env files and in code",
    files: &[".env", ".env.*", "*.env", ".envrc", ".dev.vars"],
    code: true,
    read: |file, found| {
        let name = file.name();
        if name.starts_with(".env") || name.ends_with(".env") || name == ".dev.vars" {
            declared(file, found);
        } else {
            read_in_code(file, found);
        }
    },
};

/// `export KEY="value"`, `KEY=value`, `KEY: value`; `#` opens a comment.
fn declared(file: &File<'_>, found: &mut Found) {
    for (at, line) in file.lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let line = line.strip_prefix("export ").unwrap_or(line);
        let Some((name, value)) = line.split_once('=').or_else(|| line.split_once(": ")) else {
            if !line.ends_with('"') && !line.contains(' ') && !is_name(line) {
                found.problem(at, "not a line of `NAME=value`");
            }
            continue;
        };
        if !is_name(name.trim()) {
            found.problem(at, "not a line of `NAME=value`");
            continue;
        }
        assigned(found, at, name, value);
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'.' || b == b'-')
}

/// A variable that is given a value somewhere. An example's comment behind the value is no part of it.
pub(super) fn assigned(found: &mut Found, at: At, name: &str, value: &str) {
    found.variable(at, name);
    let value = value.split(" #").next().unwrap_or(value);
    found.address(at, value, How::Variable);
    // `DD_SITE=datadoghq.eu` is a host without a scheme.
    let upper = name.trim().to_ascii_uppercase();
    if ["SITE", "HOST", "DOMAIN"].iter().any(|tail| upper.ends_with(tail))
        && let Some(host) = super::host(value.trim().trim_matches(['"', '\'']))
    {
        found.add(at, super::Fact::Host { host, how: How::Variable });
    }
}

/// What stands before the name of a variable that code reads.
const READS: [&str; 15] = [
    "process.env.",
    "process.env['",
    "process.env[\"",
    "import.meta.env.",
    "Deno.env.get(\"",
    "Deno.env.get('",
    "Bun.env.",
    "environ.get(\"",
    "environ.get('",
    "environ[\"",
    "environ['",
    "getenv(\"",
    "getenv('",
    "config(\"",
    "config('",
];

fn read_in_code(file: &File<'_>, found: &mut Found) {
    let text = file.text;
    if !text.contains("env") && !text.contains("config(") {
        return;
    }
    let mut names: Vec<(usize, &str)> = Vec::new();
    for read in READS {
        for (start, _) in text.match_indices(read) {
            let start = start + read.len();
            let rest = &text[start..];
            let end =
                rest.bytes().position(|b| !(b.is_ascii_alphanumeric() || b == b'_')).unwrap_or(rest.len());
            names.push((start, &rest[..end]));
        }
    }
    names.sort_unstable();
    for (start, name) in names {
        found.variable(At::new(start, start + name.len()), name);
    }
}
