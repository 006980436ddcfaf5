//! The two little languages of entries: positions in the arguments of a call, and paths below a root.

use super::{KEYWORDS, Position};
use std::fmt;

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.open, self.first) {
            (true, 0) => f.write_str("args")?,
            (true, first) => write!(f, "args {first}..")?,
            (false, KEYWORDS) => f.write_str("keywords")?,
            (false, first) => write!(f, "arg {first}")?,
        }
        self.path.iter().try_for_each(|member| write!(f, ".{member}"))
    }
}

/// What a position may look like, for messages.
pub(crate) const GRAMMAR: &str = "write `arg N`, `arg N.member`, `args`, `args N..` or `keywords`";

/// Reads `arg N`, `arg N.path.to.member`, `args`, `args N..`, `keywords`, `keywords.member`.
pub(crate) fn position(text: &str) -> Result<Position, String> {
    let wrong = || format!("`{text}` is no position; {GRAMMAR}");
    let number = |digits: &str| -> Result<usize, String> {
        match digits.parse::<u8>() {
            Ok(n) if !digits.starts_with('+') => Ok(usize::from(n)),
            _ => Err(wrong()),
        }
    };
    if text == "args" {
        return Ok(Position { first: 0, open: true, path: Vec::new() });
    }
    if let Some(rest) = text.strip_prefix("args ") {
        let first = number(rest.strip_suffix("..").ok_or_else(wrong)?)?;
        return Ok(Position { first, open: true, path: Vec::new() });
    }
    let named = text == "keywords" || text.starts_with("keywords.");
    let rest = if named { text } else { text.strip_prefix("arg ").ok_or_else(wrong)? };
    let mut parts = rest.split('.');
    let head = parts.next().unwrap_or("");
    let first = if named { KEYWORDS } else { number(head)? };
    let path: Vec<String> = parts.map(str::to_owned).collect();
    if path.iter().any(|member| member.is_empty() || member.contains(char::is_whitespace)) {
        return Err(wrong());
    }
    Ok(Position { first, open: false, path })
}

/// Checks a path below a root: `people.set`, `init()`, `withScope>0`, `().track`.
pub(crate) fn path(text: &str) -> Result<(), String> {
    if text == "default" || text.starts_with("default.") || text.starts_with("default(") {
        return Err(format!(
            "`{text}`: write paths without `default`; the root stands for its default export"
        ));
    }
    for (i, segment) in text.split('.').enumerate() {
        let name_end = segment.find(['(', '>']).unwrap_or(segment.len());
        let (name, tail) = segment.split_at(name_end);
        let named = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "_$#-?!".contains(c));
        if !(named || name.is_empty() && i == 0 && tail.starts_with("()")) || !is_tail(tail) {
            return Err(format!(
                "`{text}` is no path; write members joined by `.`, `()` after a call, `>N` for a callback's parameter"
            ));
        }
    }
    Ok(())
}

/// Any number of `()` and `>N`.
fn is_tail(mut tail: &str) -> bool {
    while !tail.is_empty() {
        if let Some(rest) = tail.strip_prefix("()") {
            tail = rest;
        } else if let Some(rest) = tail.strip_prefix('>') {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            if digits == 0 {
                return false;
            }
            tail = &rest[digits..];
        } else {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(first: usize, open: bool, path: &[&str]) -> Position {
        Position { first, open, path: path.iter().map(|&p| p.to_owned()).collect() }
    }

    #[test]
    fn positions() {
        assert_eq!(position("arg 0"), Ok(at(0, false, &[])));
        assert_eq!(position("arg 1.traits.address"), Ok(at(1, false, &["traits", "address"])));
        assert_eq!(position("args"), Ok(at(0, true, &[])));
        assert_eq!(position("args 2.."), Ok(at(2, true, &[])));
        assert_eq!(position("keywords"), Ok(at(KEYWORDS, false, &[])));
        assert_eq!(position("keywords.traits"), Ok(at(KEYWORDS, false, &["traits"])));
        for bad in [
            "",
            "arg",
            "arg ",
            "arg x",
            "arg -1",
            "arg +1",
            "arg 1.",
            "arg 1..x",
            "args 2",
            "args..",
            "argument 0",
        ] {
            assert!(position(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn paths() {
        for good in [
            "init",
            "people.set",
            "init()",
            "Webclient().chat.postMessage",
            "withScope>0",
            "()",
            "().track",
            "$set",
            "on()>1.x",
        ] {
            assert_eq!(path(good), Ok(()), "{good}");
        }
        for bad in ["", ".", "a..b", "a.", "default", "default.init", "a b", "a(", "a>", "a>x", "a.()"] {
            assert!(path(bad).is_err(), "{bad}");
        }
    }
}
