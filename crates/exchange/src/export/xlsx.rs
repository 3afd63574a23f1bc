// SPDX-License-Identifier: AGPL-3.0-or-later
//! A list as a workbook. Rows go to a temporary file of the library as they come, and the workbook is written from it.
//!
//! Invariant: amounts are numbers, exact to the cent up to 90 thousand billion euro. More rows than a sheet can hold go
//! on in another sheet. Deliberately absent: formulas; the sums are of the whole list, as the page shows them.

use super::{Cell, Column, Holds};
use crate::workbook::cell_number;
use ambito_base::Date;
pub use rust_xlsxwriter::XlsxError;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook};
use std::io::Write;

/// The most rows of a sheet, without its headings and sums; the file format has 1.048.576.
const SHEET_ROWS_MAX: u32 = 1_000_000;
/// The longest text of a cell, in characters; the file format allows 32.767.
const TEXT_CHARS_MAX: usize = 32_000;
/// The width of a column of words, in characters.
const WORDS_WIDTH: u16 = 36;
/// The width of a column of figures, in characters.
const FIGURES_WIDTH: u16 = 16;
/// The longest name of a sheet, in characters.
const NAME_CHARS_MAX: usize = 25;

/// A workbook being filled.
pub struct Xlsx {
    workbook: Workbook,
    name: String,
    columns: Vec<Column>,
    sheet: usize,
    row: u32,
    formats: Formats,
}

struct Formats {
    head: Format,
    text: Format,
    count: Format,
    money: Format,
    share: Format,
    day: Format,
    moment: Format,
    total: Format,
}

impl Formats {
    fn new() -> Self {
        let base = || Format::new().set_align(FormatAlign::Top);
        Self {
            head: base().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Medium),
            text: base().set_text_wrap(),
            count: base().set_num_format("#,##0"),
            money: base().set_num_format("#,##0.00"),
            share: base().set_num_format("0.00%"),
            day: base().set_num_format("dd/mm/yyyy"),
            moment: base().set_num_format("dd/mm/yyyy hh:mm"),
            total: base().set_bold(),
        }
    }
}

impl std::fmt::Debug for Xlsx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Xlsx").field("name", &self.name).field("row", &self.row).finish_non_exhaustive()
    }
}

impl Xlsx {
    /// A workbook with a sheet of this name.
    ///
    /// # Errors
    /// What the library says: no room for its temporary file.
    pub fn new(name: &str, columns: Vec<Column>) -> Result<Self, XlsxError> {
        let allowed = |char: &char| !['[', ']', ':', '*', '?', '/', '\\', '\''].contains(char);
        let name: String = name.chars().filter(allowed).take(NAME_CHARS_MAX).collect();
        let (workbook, formats) = (Workbook::new(), Formats::new());
        let mut xlsx = Self { workbook, name, columns, sheet: 0, row: 0, formats };
        xlsx.begin_sheet()?;
        Ok(xlsx)
    }

    fn begin_sheet(&mut self) -> Result<(), XlsxError> {
        let name = if self.sheet == 0 { self.name.clone() } else { format!("{} ({})", self.name, self.sheet + 1) };
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        for (at, column) in (0..).zip(&self.columns) {
            let width = if column.holds == Holds::Words { WORDS_WIDTH } else { FIGURES_WIDTH };
            sheet.set_column_width(at, width)?;
            sheet.write_string_with_format(0, at, &column.title, &self.formats.head)?;
        }
        self.row = 0;
        Ok(())
    }

    /// Adds a row.
    ///
    /// # Errors
    /// What the library says.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        if self.row >= SHEET_ROWS_MAX {
            self.sheet += 1;
            self.begin_sheet()?;
        }
        self.row += 1;
        self.write(cells)
    }

    /// Adds the sums of the whole list below the last row.
    ///
    /// # Errors
    /// What the library says.
    pub fn total(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        self.row += 1;
        for format in [&mut self.formats.text, &mut self.formats.count, &mut self.formats.money] {
            *format = format.merge(&self.formats.total);
        }
        self.write(cells)
    }

    fn write(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        let Self { workbook, row, formats, .. } = self;
        let sheet = workbook.worksheet_from_index(self.sheet)?;
        for (at, cell) in (0..).zip(cells) {
            match cell {
                Cell::Nothing => {}
                Cell::Text(text) => {
                    let text: String = text.chars().take(TEXT_CHARS_MAX).collect();
                    sheet.write_string_with_format(*row, at, text, &formats.text)?;
                }
                Cell::Count(count) => {
                    if let Some(number) = cell_number(&count.to_string()) {
                        sheet.write_number_with_format(*row, at, number, &formats.count)?;
                    }
                }
                Cell::Money(amount) => {
                    if let Some(number) = cell_number(&amount.to_string()) {
                        sheet.write_number_with_format(*row, at, number, &formats.money)?;
                    }
                }
                Cell::Share(hundredths) => {
                    // 28.34 percent is the number 0.2834.
                    let (sign, magnitude) = (if *hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
                    let printed = format!("{sign}{}.{:04}", magnitude / 10_000, magnitude % 10_000);
                    if let Some(number) = cell_number(&printed) {
                        sheet.write_number_with_format(*row, at, number, &formats.share)?;
                    }
                }
                Cell::Day(day) => match excel_day(*day)? {
                    Some(day) => {
                        sheet.write_datetime_with_format(*row, at, &day, &formats.day)?;
                    }
                    None => {
                        sheet.write_string_with_format(*row, at, day.to_string(), &formats.text)?;
                    }
                },
                Cell::Moment(moment) => {
                    let [hour, minute] = [moment.hour(), moment.minute()].map(i8::unsigned_abs);
                    match excel_day(moment.date())? {
                        Some(day) => {
                            let moment = day.and_hms(hour.into(), minute, 0)?;
                            sheet.write_datetime_with_format(*row, at, &moment, &formats.moment)?;
                        }
                        None => {
                            sheet.write_string_with_format(*row, at, moment.to_string(), &formats.text)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// Writes the workbook out, part by part.
    ///
    /// # Errors
    /// What the library, or where the bytes go, says.
    pub fn finish(mut self, out: impl Write + Send) -> Result<(), XlsxError> {
        self.workbook.save_to_writer(out)
    }
}

/// A day as a workbook has it; none before 1900.
fn excel_day(day: Date) -> std::result::Result<Option<ExcelDateTime>, XlsxError> {
    match (u16::try_from(day.year()), u8::try_from(day.month()), u8::try_from(day.day())) {
        (Ok(year @ 1900..), Ok(month), Ok(day)) => ExcelDateTime::from_ymd(year, month, day).map(Some),
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_base::Cents;
    use calamine::{Data, Reader as _};
    use std::io::Cursor;

    #[test]
    fn what_is_written_is_read_back() {
        let columns = [("Voce", Holds::Words), ("Importo", Holds::Figures), ("Quota", Holds::Figures)];
        let columns = columns.map(|(title, holds)| Column { title: title.to_owned(), holds });
        let mut xlsx = Xlsx::new("Righe [di] bilancio: 2027", columns.to_vec()).unwrap();
        let cents = [1, -1, 123_456_789, 900_000_000_000_000, 10];
        for (at, amount) in cents.into_iter().enumerate() {
            let text = Cell::Text(if at == 0 { "=1+1".to_owned() } else { at.to_string() });
            xlsx.row(&[text, Cell::Money(Cents::new(amount)), Cell::Share(2_834)]).unwrap();
        }
        xlsx.total(&[Cell::Text("Totale".to_owned()), Cell::Money(Cents::new(5))]).unwrap();
        let mut out = Vec::new();
        xlsx.finish(&mut out).unwrap();
        let mut book = calamine::Xlsx::new(Cursor::new(out)).unwrap();
        let sheet = book.worksheet_range("Righe di bilancio 2027").unwrap();
        let rows: Vec<&[Data]> = sheet.rows().collect();
        assert_eq!(rows.len(), 7);
        assert_eq!(rows[0][1], "Importo");
        assert_eq!(rows[1][0], "=1+1");
        for (row, amount) in rows[1..6].iter().zip(cents) {
            let Data::Float(number) = &row[1] else { panic!("{:?}", row[1]) };
            assert_eq!(format!("{number:.2}"), Cents::new(amount).to_string());
            assert_eq!(row[2].to_string(), "0.2834");
        }
        assert_eq!(rows[6][0], "Totale");
    }
}
