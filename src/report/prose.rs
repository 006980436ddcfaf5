//! Answers made of titled lists of lines, for a terminal and as Markdown.

use super::markdown;
use std::io;

/// A title and its lines.
pub(super) type Section = (String, Vec<String>);

/// The few marks by which the two text forms differ.
pub(super) struct Marks {
    /// Before the title of all.
    pub title: &'static str,
    /// Before the title of a section.
    pub head: &'static str,
    /// After it.
    pub after_head: &'static str,
    /// Before a line.
    pub item: &'static str,
    /// Text of the audited code is never markup.
    pub clean: fn(&str) -> String,
}

/// For a terminal.
pub(super) const PLAIN: Marks =
    Marks { title: "", head: "", after_head: "", item: "  ", clean: str::to_owned };
/// For a document.
pub(super) const MARKDOWN: Marks =
    Marks { title: "# ", head: "## ", after_head: "\n", item: "- ", clean: markdown::escape };

/// Writes the sections that have lines.
pub(super) fn write(sections: Vec<Section>, marks: &Marks, out: &mut dyn io::Write) -> io::Result<()> {
    for (head, lines) in sections.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        writeln!(out, "{}{}{}", marks.head, (marks.clean)(&head), marks.after_head)?;
        for line in lines {
            writeln!(out, "{}{}", marks.item, (marks.clean)(&line))?;
        }
        writeln!(out)?;
    }
    Ok(())
}
