// SPDX-License-Identifier: AGPL-3.0-or-later
//! Excel workbooks, cell by cell as they come (never as a dense range: two cells far apart would fill the memory).

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};

use super::grid::Book;
use super::number::{NumberFormat, plain};
use crate::archive::Trouble;

/// Reads all sheets.
///
/// # Errors
///
/// The workbook is broken or locked, or has more text than the limit.
pub fn read(bytes: &[u8]) -> Result<Book, Trouble> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| Trouble::Damaged)?;
    let mut book = Book::default();
    let sheets: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    for name in sheets {
        read_sheet(&mut workbook, &name, &mut book)?;
    }
    Ok(book)
}

fn read_sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, book: &mut Book) -> Result<(), Trouble> {
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(_) => return Err(Trouble::Damaged),
    };
    let formats: Vec<NumberFormat> = cells
        .styles()
        .iter()
        .map(|style| {
            style
                .number_format
                .as_ref()
                .map_or(NumberFormat::GENERAL, |format| NumberFormat::of_code(&format.format_code))
        })
        .collect();
    let mut row: Vec<(u32, String)> = Vec::new();
    let mut number = 0;
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|_| Trouble::Damaged)? {
        let (row_index, column) = cell.get_position();
        if row_index != number && !row.is_empty() {
            book.row(number.saturating_add(1), &mut row)?;
            row.clear();
        }
        number = row_index;
        let text = text_of(cell.get_value(), formats.get(style).copied().unwrap_or(NumberFormat::GENERAL));
        if !text.is_empty() {
            row.push((column, text));
        }
    }
    if !row.is_empty() {
        book.row(number.saturating_add(1), &mut row)?;
    }
    book.end_sheet(name);
    Ok(())
}

fn text_of(value: &DataRef<'_>, format: NumberFormat) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => format.text_of(&number.to_string()).unwrap_or_default(),
        DataRef::Float(number) => {
            let digits = plain(*number);
            format.text_of(&digits).unwrap_or(digits)
        }
        DataRef::Bool(true) => "VERO".to_owned(),
        DataRef::Bool(false) => "FALSO".to_owned(),
        DataRef::DateTime(moment) => date_of(moment),
        DataRef::DateTimeIso(moment) => super::ods::date_of(moment).unwrap_or_else(|| moment.clone()),
        DataRef::Error(error) => error.to_string(),
    }
}

/// `dd/mm/yyyy`, with the time only when there is one; a time alone where the day is before the calendar's first.
fn date_of(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    if moment.is_duration() || year < 1900 || (year, month, day) == (1900, 1, 0) {
        return format!("{hour:02}:{minute:02}");
    }
    let date = format!("{day:02}/{month:02}/{year:04}");
    if (hour, minute) == (0, 0) { date } else { format!("{date} {hour:02}:{minute:02}") }
}
