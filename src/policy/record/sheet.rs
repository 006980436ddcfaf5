//! Records in tables: CSV files and workbooks. The row of titles is the first that names both recipients and data.

use super::{Record, Row, items, problem};
use crate::error::Problem;
use calamine::Reader as _;
use std::io::Cursor;

/// What titles of columns say, in the languages of the templates, lower case.
const RECIPIENTS: &[&str] = &[
    "recipient",
    "processor",
    "vendor",
    "supplier",
    "provider",
    "third part",
    "system_name",
    "software",
    "destinataire",
    "sous-traitant",
    "logiciel",
    "empfänger",
    "auftragsverarbeiter",
    "destinatario",
    "encargado",
    "destinatari",
    "responsabile esterno",
    "ontvanger",
    "verwerker",
];
const DATA: &[&str] = &[
    "personal data",
    "data categor",
    "data_categor",
    "categories of data",
    "types of data",
    "catégories de données",
    "données traitées",
    "datenkategorie",
    "personenbezogene",
    "kategorien von daten",
    "categorías de datos",
    "datos personales",
    "categorie di dati",
    "dati personali",
    "persoonsgegevens",
    "data types",
];
/// Titles that have the words of one of these and mean something else.
const OTHER: &[&str] = &[
    "link",
    "subject",
    "personnes",
    "betroffene",
    "location",
    "source",
    "country",
    "countries",
    "safeguard",
    "transfer",
    "breach",
    "retained",
    "basis",
    "contact",
    "condition",
    "garantie",
    "mesures",
    "durée",
    "sensible",
    "special",
];

/// The boxes of the CNIL's sheet are columns of data, each.
const BOXES: &[&str] = &[
    "état-civil",
    "vie personnelle",
    "vie professionnelle",
    "ordre économique",
    "données de connexion",
    "données de localisation",
    "internet",
];

/// A row with its number and its cells.
type Line = (usize, Vec<String>);

pub(super) fn csv(name: &str, bytes: &[u8]) -> Result<Record, Problem> {
    let text =
        std::str::from_utf8(bytes).map_err(|_| problem(name, 1, 1, "it is not UTF-8; save it as such"))?;
    let text = text.trim_start_matches('\u{feff}');
    // Spreadsheets of half of Europe write semicolons.
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut lines: Vec<Line> = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|why| {
            let line = why.position().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1));
            problem(name, line, 1, format!("no CSV: {why}"))
        })?;
        let line = record.position().map_or(0, |at| usize::try_from(at.line()).unwrap_or(0));
        lines.push((line, record.iter().map(str::to_owned).collect()));
    }
    let rows = table("line", &lines).ok_or_else(|| problem(name, 1, 1, NO_TITLES))?;
    Ok(Record { rows })
}

pub(super) fn workbook(name: &str, bytes: &[u8]) -> Result<Record, Problem> {
    let told = |why: calamine::Error| problem(name, 1, 1, format!("no workbook: {why}"));
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(told)?;
    let mut record = Record::default();
    let mut found = false;
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).map_err(told)?;
        let first = range.start().map_or(0, |(row, _)| row as usize);
        let lines: Vec<Line> = range
            .rows()
            .enumerate()
            .map(|(at, row)| (first + at + 1, row.iter().map(ToString::to_string).collect()))
            .collect();
        if let Some(rows) = table(&format!("{sheet} row"), &lines) {
            found = true;
            record.rows.extend(rows);
        }
    }
    if found { Ok(record) } else { Err(problem(name, 1, 1, NO_TITLES)) }
}

const NO_TITLES: &str = "no row of titles: one column has to name the recipients (\"Categories of recipients\", \
                         \"Sous-traitants\") and one the data (\"Categories of personal data\", \"Catégories de données\")";

/// The rows below the titles; nothing where there are no titles.
fn table(what: &str, lines: &[Line]) -> Option<Vec<Row>> {
    let (heading, recipients, data) = lines.iter().enumerate().find_map(|(at, (_, cells))| {
        let titles: Vec<String> = cells.iter().map(|cell| cell.to_lowercase()).collect();
        let (recipients, data) = (columns(&titles, RECIPIENTS), data_columns(&titles));
        (!recipients.is_empty() && !data.is_empty()).then_some((at, recipients, data))
    })?;
    let cells = |cells: &[String], columns: &[usize]| -> Vec<String> {
        columns.iter().filter_map(|&at| cells.get(at)).flat_map(|cell| items(cell, false)).collect()
    };
    let names = |cells: &[String], columns: &[usize]| -> Vec<String> {
        columns.iter().filter_map(|&at| cells.get(at)).flat_map(|cell| items(direct(cell), true)).collect()
    };
    let rows = lines[heading + 1..]
        .iter()
        .map(|(number, line)| Row {
            at: format!("{what} {number}"),
            recipients: names(line, &recipients),
            data: cells(line, &data),
        })
        .filter(|row| !row.recipients.is_empty() || !row.data.is_empty());
    Some(rows.collect())
}

/// Without those behind a recipient, who get what it gets.
fn direct(cell: &str) -> &str {
    let behind = ["sub-processors:", "sous-traitants ultérieurs:"];
    let end = behind.iter().filter_map(|words| cell.find(words)).min();
    end.and_then(|end| cell.get(..end)).unwrap_or(cell)
}

fn columns(titles: &[String], words: &[&str]) -> Vec<usize> {
    let says = |title: &str, words: &[&str]| words.iter().any(|word| title.contains(word));
    let wanted = titles.iter().enumerate().filter(|(_, title)| says(title, words) && !says(title, OTHER));
    wanted.map(|(at, _)| at).collect()
}

/// Columns of data; recipients of data are none.
fn data_columns(titles: &[String]) -> Vec<usize> {
    let mut found = columns(titles, DATA);
    found.retain(|&at| !RECIPIENTS.iter().any(|word| titles[at].contains(word)));
    let boxes = titles.iter().enumerate().filter(|(_, title)| BOXES.iter().any(|word| title.contains(word)));
    found.extend(boxes.map(|(at, _)| at));
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_their_titles() {
        let text = "Acme Ltd,,\nBusiness function,Categories of personal data,Categories of recipients,Link to contract with processor\n\
                    Product,\"e-mail address, name\",Mixpanel,https://x\n";
        let record = csv("r.csv", text.as_bytes()).unwrap();
        assert_eq!(
            record.rows,
            [Row {
                at: "line 3".into(),
                recipients: vec!["Mixpanel".into()],
                data: vec!["e-mail address".into(), "name".into()],
            }]
        );
        let french =
            "Finalité;Catégories de données traitées;Catégories de destinataires\nMesure;adresse IP;Matomo\n";
        assert_eq!(csv("r.csv", french.as_bytes()).unwrap().rows[0].data, ["adresse IP"]);
    }

    #[test]
    fn what_is_no_record_is_told_with_what_would_be() {
        let problem = csv("r.csv", b"a,b\n1,2\n").unwrap_err();
        assert!(problem.to_string().starts_with("r.csv:1:1: no row of titles"), "{problem}");
        assert!(csv("r.csv", &[0xff, 0xfe]).is_err());
        let problem = workbook("r.xlsx", b"PK nothing").unwrap_err();
        assert!(problem.to_string().starts_with("r.xlsx:1:1: no workbook"), "{problem}");
    }
}
