//! An existing record of processing, as somebody keeps it: a table (CSV, workbook) or a manifest of fides.
//!
//! Reading only: which rows name which recipients and which data, with their places. Columns are found by their titles, in
//! the languages of the usual templates. What the words mean is decided where the record is compared with the code.

mod fides;
mod sheet;

use crate::error::Problem;

/// A record.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// Its rows, in order.
    pub rows: Vec<Row>,
}

/// One activity or system of a record.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// `ICO row 12`, `system mixpanel`.
    pub at: String,
    /// Who gets data.
    pub recipients: Vec<String>,
    /// Which data, as written.
    pub data: Vec<String>,
}

/// How a record is read.
struct Reader {
    extensions: &'static [&'static str],
    read: fn(&str, &[u8]) -> Result<Record, Problem>,
}

static READERS: &[Reader] = &[
    Reader { extensions: &["csv"], read: sheet::csv },
    Reader { extensions: &["xlsx", "xlsm", "xls", "ods"], read: sheet::workbook },
    Reader { extensions: &["yml", "yaml", "json"], read: fides::read },
];

/// Reads a record; the ending of the name says how.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Record, Problem> {
    let extension = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let reader = READERS.iter().find(|reader| reader.extensions.contains(&extension.as_str()));
    let Some(reader) = reader else {
        let known: Vec<&str> = READERS.iter().flat_map(|reader| reader.extensions).copied().collect();
        return Err(problem(name, 1, 1, format!("no record of a kind that is known: {}", known.join(", "))));
    };
    (reader.read)(name, bytes)
}

fn problem(name: &str, line: usize, column: usize, message: impl Into<String>) -> Problem {
    Problem { file: name.to_owned(), line, column, message: message.into() }
}

/// The items of a cell, separated by semicolons, commas or lines. What stands in brackets is a remark; where `remarks`,
/// it is an item too: `Google LLC (Google Analytics)`.
fn items(cell: &str, remarks: bool) -> Vec<String> {
    let (mut items, mut remark, mut depth) = (vec![String::new()], String::new(), 0_usize);
    let mut aside = Vec::new();
    for c in cell.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                let said = std::mem::take(&mut remark);
                if c == ')' && remarks {
                    aside.push(said);
                }
            }
            '\n' => {
                depth = 0;
                items.push(String::new());
            }
            ';' | ',' | '•' if depth == 0 => items.push(String::new()),
            c if depth > 0 => remark.push(c),
            c => {
                if let Some(item) = items.last_mut() {
                    item.push(c);
                }
            }
        }
    }
    items.append(&mut aside);
    let items = items.into_iter().map(|item| item.trim().trim_matches('-').trim().to_owned());
    items.filter(|item| !item.is_empty() && !is_placeholder(item)).collect()
}

/// What our own exports say where nothing is known.
fn is_placeholder(item: &str) -> bool {
    item.starts_with("To fill in:") || item == "rien vu dans le code"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_told_apart() {
        assert_eq!(
            items("e-mail address; name [code]; city (from the IP, by the server)\n- phone", false),
            ["e-mail address", "name", "city", "phone"]
        );
        assert!(items("[missing: who?]", true).is_empty());
        assert_eq!(
            items("Google LLC (Google Analytics) [catalogue]", true),
            ["Google LLC", "Google Analytics"]
        );
    }

    #[test]
    fn an_unknown_kind_of_file_is_told() {
        let problem = read("record.pdf", b"").unwrap_err();
        assert!(
            problem.to_string().starts_with("record.pdf:1:1: no record of a kind that is known: csv, xlsx")
        );
    }
}
