//! A workbook: one sheet a table, with a frozen header and filters. The fill of a cell says where it comes from, its note
//! from which places; what is to be filled in is yellow.
//!
//! No clock: the same record gives the same bytes.

use super::InventoryFormat;
use crate::report::words;
use crate::view::inventory::{Cell, Grid, Inventory, Origin, TABLES, Table};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Workbook,
    Worksheet, XlsxError,
};
use std::io;

pub(super) const FORMAT: InventoryFormat = InventoryFormat {
    name: "xlsx",
    about: "a workbook to complete and sign, one sheet a table",
    binary: true,
    grid: Some(grid),
    write,
};

/// What Excel takes in one cell, and less than it.
const LONGEST: usize = 30_000;
/// The ICO's template has its headings in row 9, below who is responsible.
const ICO_HEADING: u32 = 8;

fn write(inventory: &Inventory<'_>, chosen: Option<&Table>, out: &mut dyn io::Write) -> io::Result<()> {
    let bytes = workbook(inventory, chosen).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn workbook(inventory: &Inventory<'_>, chosen: Option<&Table>) -> Result<Vec<u8>, XlsxError> {
    let mut book = book(&format!("Record of processing activities: {}", inventory.target))?;
    let looks = Looks::new();
    cover(book.add_worksheet(), inventory, &looks)?;
    for table in TABLES.iter().filter(|table| chosen.is_none_or(|chosen| chosen.id == table.id)) {
        let sheet = book.add_worksheet();
        sheet.set_name(table.title)?;
        let grid = (table.grid)(inventory);
        let heading = if table.id == "ico" {
            organisation(sheet, inventory, &looks)?;
            ICO_HEADING
        } else {
            0
        };
        write_grid(sheet, &grid, heading, &looks)?;
    }
    book.save_to_buffer()
}

fn book(title: &str) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(title)
        .set_author("vendorflow")
        // The epoch of the format; the day on which somebody ran this is not part of the record.
        .set_creation_datetime(&ExcelDateTime::from_ymd(1900, 1, 1)?);
    book.set_properties(&properties);
    Ok(book)
}

/// One table alone.
fn grid(title: &str, grid: &Grid, out: &mut dyn io::Write) -> io::Result<()> {
    let bytes = || -> Result<Vec<u8>, XlsxError> {
        let mut book = book(title)?;
        write_grid(book.add_worksheet(), grid, 0, &Looks::new())?;
        book.save_to_buffer()
    };
    out.write_all(&bytes().map_err(io::Error::other)?)
}

/// The formats of the book.
struct Looks {
    heading: Format,
    title: Format,
    plain: Format,
    strong: Format,
}

impl Looks {
    fn new() -> Self {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_font_size(10);
        Self {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x1F_3A_5F))
                .set_border(FormatBorder::Thin),
            title: Format::new().set_bold().set_font_size(16),
            strong: text.clone().set_bold(),
            plain: text,
        }
    }

    /// The fill of a cell; a question without any answer stands out most.
    fn of(&self, cell: &Cell) -> Format {
        let fill = match (cell.parts.iter().map(|part| part.origin).min(), &cell.ask) {
            (None, _) => fill(Origin::Missing),
            (Some(Origin::Missing), _) => fill(Origin::Missing),
            // Known, and still to be confirmed.
            (Some(_), Some(_)) => Color::RGB(0xFC_E8_D2),
            (Some(origin), None) => fill(origin),
        };
        self.plain
            .clone()
            .set_background_color(fill)
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0xBF_BF_BF))
    }
}

fn fill(origin: Origin) -> Color {
    match origin {
        Origin::Code => Color::RGB(0xE2_F0_D9),
        Origin::Register => Color::RGB(0xE4_DF_EC),
        Origin::Catalogue => Color::RGB(0xDD_EB_F7),
        Origin::Missing => Color::RGB(0xFF_F2_A8),
    }
}

/// What it is, how to read it, who is responsible, and where to sign.
fn cover(sheet: &mut Worksheet, inventory: &Inventory<'_>, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name("Record")?;
    sheet.set_column_width(0, 42)?.set_column_width(1, 90)?;
    sheet.write_string_with_format(0, 0, "Record of processing activities", &looks.title)?;
    sheet.write_string(1, 0, inventory.target)?;
    let gaps = inventory.gaps();
    let counts = format!(
        "{} in use; {}, {} of them asked for by Art. 30 (sheet Gaps)",
        words::plural(inventory.activities.len(), "processor"),
        words::plural(gaps.len(), "open point"),
        gaps.iter().filter(|gap| gap.required).count()
    );
    sheet.write_string(2, 0, counts)?;
    let mut row = 4;
    for (title, cell) in &inventory.organisation {
        sheet.write_string_with_format(row, 0, *title, &looks.strong)?;
        sheet.write_string_with_format(row, 1, text(cell), &looks.of(cell))?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, "How to read the cells", &looks.strong)?;
    for origin in Origin::ALL {
        row += 1;
        let look = looks.of(&Cell::of(origin, ""));
        sheet.write_string_with_format(row, 0, origin.name(), &look)?;
        sheet.write_string_with_format(row, 1, origin.about(), &looks.plain)?;
    }
    row += 1;
    let confirm = looks.of(&Cell::of(Origin::Code, "").ask("", ""));
    sheet.write_string_with_format(row, 0, "code or catalogue, and missing", &confirm)?;
    sheet.write_string_with_format(row, 1, "known in part; the note says what to confirm", &looks.plain)?;
    row += 2;
    for title in ["Name", "Date", "Signature"] {
        sheet.write_string_with_format(row, 0, title, &looks.strong)?;
        sheet.write_blank(row, 1, &looks.plain.clone().set_border_bottom(FormatBorder::Thin))?;
        row += 1;
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// The block above the ICO's headings.
fn organisation(sheet: &mut Worksheet, inventory: &Inventory<'_>, looks: &Looks) -> Result<(), XlsxError> {
    for (row, (title, cell)) in (0..).zip(&inventory.organisation) {
        sheet.write_string_with_format(row, 0, *title, &looks.strong)?;
        sheet.write_string_with_format(row, 1, text(cell), &looks.of(cell))?;
    }
    Ok(())
}

fn write_grid(sheet: &mut Worksheet, grid: &Grid, heading: u32, looks: &Looks) -> Result<(), XlsxError> {
    let mut widths: Vec<usize> = grid.columns.iter().map(|title| title.chars().count().div_ceil(3)).collect();
    for (column, title) in (0..).zip(&grid.columns) {
        sheet.write_string_with_format(heading, column, *title, &looks.heading)?;
    }
    for (row, cells) in (heading + 1..).zip(&grid.rows) {
        for (column, cell) in (0..).zip(cells) {
            let said = text(cell);
            let longest = said.lines().map(|line| line.chars().count()).max().unwrap_or(0);
            if let Some(width) = widths.get_mut(usize::from(column)) {
                *width = longest.max(*width);
            }
            sheet.write_string_with_format(row, column, said, &looks.of(cell))?;
            if let Some(note) = note(cell) {
                let note = Note::new(note).set_author("vendorflow").add_author_prefix(false);
                sheet.insert_note(row, column, &note.set_width(320).set_height(140))?;
            }
        }
    }
    for (column, width) in (0..).zip(widths) {
        sheet.set_column_width(column, width.clamp(14, 48) as f64)?;
    }
    let last = heading + u32::try_from(grid.rows.len()).unwrap_or(0);
    let columns = u16::try_from(grid.columns.len()).unwrap_or(1);
    sheet.autofilter(heading, 0, last, columns.saturating_sub(1))?;
    choices(sheet, grid, heading, last)?;
    sheet.set_freeze_panes(heading + 1, 1)?;
    sheet.set_row_height(heading, 60)?;
    sheet.set_landscape().set_paper_size(8).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(heading, heading)?;
    Ok(())
}

/// What Art. 6(1) lists, to choose from.
const BASES: [&str; 6] =
    ["Consent", "Contract", "Legal obligation", "Vital interests", "Public task", "Legitimate interests"];

/// Cells with a closed answer offer it; free text stays possible.
fn choices(sheet: &mut Worksheet, grid: &Grid, heading: u32, last: u32) -> Result<(), XlsxError> {
    if last == heading {
        return Ok(());
    }
    for (column, title) in (0..).zip(&grid.columns) {
        let answers: &[&str] = if title.contains("awful basis") {
            &BASES
        } else if title.ends_with('?') {
            &["Yes", "No"]
        } else {
            continue;
        };
        let offer =
            DataValidation::new().allow_list_strings(answers)?.ignore_blank(true).show_error_message(false);
        sheet.add_data_validation(heading + 1, column, last, column, &offer)?;
    }
    Ok(())
}

/// What the cell says; a question only where nothing is known. One part a line.
fn text(cell: &Cell) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for (_, parts) in cell.grouped() {
        lines.extend(parts.iter().map(|part| part.text.as_str()));
    }
    let said = match &cell.ask {
        Some(ask) if lines.is_empty() => format!("To fill in: {}", ask.what),
        _ => lines.join("\n"),
    };
    clip(said)
}

/// Where it comes from, part by part, and what is still asked.
fn note(cell: &Cell) -> Option<String> {
    let mut lines = Vec::new();
    for (origin, parts) in cell.grouped() {
        if origin == Origin::Missing {
            continue;
        }
        for part in parts {
            let at = if part.at.is_empty() { String::new() } else { format!(" ({})", part.at.join(", ")) };
            lines.push(format!("{}: {}{at}", origin.name(), part.text));
        }
    }
    if let Some(ask) = &cell.ask {
        let key = if ask.key.is_empty() { String::new() } else { format!(" ({})", ask.key) };
        lines.push(format!("{}: {}{key}", Origin::Missing.name(), ask.what));
    }
    (!lines.is_empty()).then(|| clip(lines.join("\n")))
}

fn clip(text: String) -> String {
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST).collect::<String>() + "\n… and more: see the sheet Flows"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_never_is_longer_than_excel_takes() {
        assert!(clip("ü".repeat(40_000)).chars().count() < 32_767);
        assert_eq!(clip("short".into()), "short");
    }
}
