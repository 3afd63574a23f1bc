// SPDX-License-Identifier: AGPL-3.0-or-later
//! One sheet of the workbook: rows under headings that stay in sight, filters, widths, sums of what is filtered.

use super::WorkbookError;
use super::format::{Formats, cell_number};
use ambito_base::{Cents, Date, Decimal, Share};
use rust_xlsxwriter::{ExcelDateTime, Formula, IgnoreError, Worksheet, XlsxError, utility};
use std::borrow::Cow;
use unicode_width::UnicodeWidthStr as _;

/// The longest text of a cell, in characters; the file format allows 32.767.
const TEXT_CHARS_MAX: usize = 32_000;
/// The narrowest column, in characters.
const WIDTH_MIN: usize = 8;
/// The widest column of short words, in characters.
const WIDTH_MAX: usize = 44;
/// The widest column of prose, in characters.
const LONG_WIDTH_MAX: usize = 70;
/// The room that the button of a filter takes, in characters.
const FILTER_WIDTH: usize = 3;
/// The most columns that documents may add to a sheet by themselves (sources, years, cells of their tables).
pub(super) const ADDED_COLUMNS_MAX: usize = 200;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// Short words, codes, numbers that are not summed.
    Words,
    /// Words that need several lines.
    Prose,
    /// Amounts that are summed below.
    Sums,
}

/// A cell.
#[derive(Debug)]
pub(super) enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Strong(Cow<'a, str>),
    /// The name of a node, with its depth in the tree.
    Indented(&'a str, u8),
    Amount(Cents),
    Share(Share),
    Date(Date),
    Number(Decimal),
    Count(u32),
}

impl<'a> Cell<'a> {
    /// A cell that is empty where there is nothing.
    pub(super) fn of<T: Into<Self>>(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Cell<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<Cents> for Cell<'_> {
    fn from(amount: Cents) -> Self {
        Self::Amount(amount)
    }
}

impl From<Share> for Cell<'_> {
    fn from(share: Share) -> Self {
        Self::Share(share)
    }
}

impl From<Date> for Cell<'_> {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

struct Column {
    title: String,
    holds: Holds,
    width: usize,
    sum: Option<Cents>,
    is_filled: bool,
}

/// A sheet being filled.
pub(super) struct Sheet {
    pub(super) name: String,
    worksheet: Worksheet,
    columns: Vec<Column>,
    fixed: usize,
    rows: u32,
}

impl Sheet {
    pub(super) fn new(name: String, columns: impl IntoIterator<Item = (String, Holds)>) -> Result<Self, WorkbookError> {
        let mut worksheet = Worksheet::new();
        worksheet.set_name(&name)?;
        let mut sheet = Self { name, worksheet, columns: Vec::new(), fixed: 0, rows: 0 };
        for (title, holds) in columns {
            sheet.add_column(title, holds);
        }
        sheet.fixed = sheet.columns.len();
        Ok(sheet)
    }

    /// How many rows it has, without its headings.
    pub(super) fn rows(&self) -> u32 {
        self.rows
    }

    /// The column of a title beside the fixed ones, added where there is none yet; `None` where there are too many.
    pub(super) fn column(&mut self, title: &str, holds: Holds) -> Option<usize> {
        let added = self.columns.iter().skip(self.fixed).position(|column| column.title == title);
        if let Some(index) = added {
            return Some(self.fixed + index);
        }
        if self.columns.len() - self.fixed >= ADDED_COLUMNS_MAX {
            return None;
        }
        Some(self.add_column(title.to_owned(), holds))
    }

    fn add_column(&mut self, title: String, holds: Holds) -> usize {
        let width = title.split_whitespace().map(|word| word.width() + FILTER_WIDTH).max().unwrap_or(0);
        self.columns.push(Column { title, holds, width: width.max(WIDTH_MIN), sum: None, is_filled: false });
        self.columns.len() - 1
    }

    /// Writes the next row from the first column on.
    pub(super) fn row<'a>(
        &mut self,
        cells: impl IntoIterator<Item = Cell<'a>>,
        formats: &Formats,
    ) -> Result<(), WorkbookError> {
        self.rows += 1;
        for (column, cell) in cells.into_iter().enumerate() {
            self.put(column, &cell, formats)?;
        }
        Ok(())
    }

    /// Writes a cell of the last row.
    pub(super) fn put(&mut self, index: usize, cell: &Cell<'_>, formats: &Formats) -> Result<(), WorkbookError> {
        let Some(column) = self.columns.get_mut(index) else { return Ok(()) };
        let (row, at) = (self.rows, column_number(index)?);
        let sheet = &mut self.worksheet;
        let width = match cell {
            Cell::Empty => 0,
            Cell::Text(text) => {
                let format = if column.holds == Holds::Prose { &formats.long } else { &formats.text };
                sheet.write_string_with_format(row, at, fitting(text), format).map_err(too_large)?;
                text.lines().map(|line| line.width()).max().unwrap_or(0)
            }
            Cell::Strong(text) => {
                sheet.write_string_with_format(row, at, fitting(text), &formats.strong).map_err(too_large)?;
                text.width()
            }
            Cell::Indented(text, depth) => {
                sheet.write_string_with_format(row, at, fitting(text), &formats.indented(*depth)).map_err(too_large)?;
                text.width() + usize::from(*depth) * 2
            }
            Cell::Amount(amount) => {
                let printed = amount.to_string();
                let Some(number) = cell_number(&printed) else { return Ok(()) };
                sheet.write_number_with_format(row, at, number, &formats.amount).map_err(too_large)?;
                column.sum = column.sum.map_or(Some(*amount), |sum| sum.checked_add(*amount));
                printed.len() + printed.len() / 3
            }
            Cell::Share(share) => {
                // 28.34 percent is the number 0.2834.
                let hundredths = share.hundredths();
                let sign = if hundredths < 0 { "-" } else { "" };
                let (whole, rest) = (hundredths.unsigned_abs() / 10_000, hundredths.unsigned_abs() % 10_000);
                let Some(number) = cell_number(&format!("{sign}{whole}.{rest:04}")) else { return Ok(()) };
                sheet.write_number_with_format(row, at, number, &formats.share).map_err(too_large)?;
                WIDTH_MIN
            }
            Cell::Date(date) => {
                let (year, month, day) = (date.year(), date.month(), date.day());
                match (u16::try_from(year), u8::try_from(month), u8::try_from(day)) {
                    (Ok(year @ 1900..), Ok(month), Ok(day)) => {
                        let date = ExcelDateTime::from_ymd(year, month, day)?;
                        sheet.write_datetime_with_format(row, at, &date, &formats.date).map_err(too_large)?;
                    }
                    _ => {
                        sheet.write_string_with_format(row, at, date.to_string(), &formats.text).map_err(too_large)?;
                    }
                }
                "31/12/2027".len()
            }
            Cell::Number(number) => {
                let printed = number.to_string();
                let Some(value) = cell_number(&printed) else { return Ok(()) };
                sheet.write_number_with_format(row, at, value, &formats.number).map_err(too_large)?;
                printed.len() + printed.len() / 3
            }
            Cell::Count(count) => {
                sheet.write_number_with_format(row, at, *count, &formats.text).map_err(too_large)?;
                0
            }
        };
        column.width = column.width.max(width);
        column.is_filled |= !matches!(cell, Cell::Empty);
        Ok(())
    }

    /// Writes headings, filters, widths and sums, and gives the sheet for the workbook.
    pub(super) fn finish(mut self, total_label: &str, formats: &Formats) -> Result<Worksheet, WorkbookError> {
        let last = column_number(self.columns.len().saturating_sub(1))?;
        let sheet = &mut self.worksheet;
        for (index, column) in self.columns.iter().enumerate() {
            let at = column_number(index)?;
            sheet.write_string_with_format(0, at, &column.title, &formats.header)?;
            if !column.is_filled {
                // Nothing in it: out of sight, but there for who looks for it.
                sheet.set_column_hidden(at)?;
                continue;
            }
            let widest = if column.holds == Holds::Prose { LONG_WIDTH_MAX } else { WIDTH_MAX };
            // Two characters of air; a column is never as wide as a u16, so nothing is lost here.
            sheet.set_column_width(at, u16::try_from(column.width.min(widest) + 2).unwrap_or(u16::MAX))?;
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofilter(0, 0, self.rows, last)?;
        // Codes and chapters are texts on purpose: their zeros count.
        sheet.ignore_error_range(1, 0, self.rows.max(1), last, IgnoreError::NumberStoredAsText)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        if self.columns.iter().any(|column| column.holds == Holds::Sums && column.sum.is_some()) {
            let row = self.rows + 1;
            sheet.write_string_with_format(row, 0, total_label, &formats.total_label).map_err(too_large)?;
            for (index, column) in self.columns.iter().enumerate() {
                if let (Holds::Sums, Some(sum)) = (column.holds, column.sum) {
                    let at = column_number(index)?;
                    let range = utility::row_col_to_cell(1, at);
                    let end = utility::row_col_to_cell(self.rows, at);
                    // 109: the sum of the rows that the filter leaves in sight.
                    let formula = Formula::new(format!("=SUBTOTAL(109,{range}:{end})")).set_result(sum.to_string());
                    sheet.write_formula_with_format(row, at, formula, &formats.total)?;
                }
            }
        }
        Ok(self.worksheet)
    }
}

fn column_number(index: usize) -> Result<u16, WorkbookError> {
    u16::try_from(index).map_err(|_| WorkbookError::TooLarge)
}

fn too_large(error: XlsxError) -> WorkbookError {
    match error {
        XlsxError::RowColumnLimitError => WorkbookError::TooLarge,
        other => WorkbookError::Format(other),
    }
}

/// The text as far as a cell can hold it, with `…` where it goes on.
fn fitting(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(TEXT_CHARS_MAX) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}
