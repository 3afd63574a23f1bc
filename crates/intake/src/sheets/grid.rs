// SPDX-License-Identifier: AGPL-3.0-or-later
//! Cells at rows and columns become lines: a row as wide as its sheet is used, prose when only one cell is filled, a
//! blank line where rows are empty and between sheets.

use ambito_documents::blocks::{Blocks, Format, LineKind, Places, Span};

use crate::archive::Trouble;
use crate::builder::{Builder, CUT_REPEATS};
use crate::limits::{BLANK_ROWS_MAX, REPEATED_CELLS_MAX, UNPACKED_BYTES_MAX};

/// A workbook in the making.
#[derive(Debug, Default)]
pub struct Book {
    builder: Builder<'static>,
    names: Vec<String>,
    places: Vec<(u16, u32)>,
    sheet: Sheet,
    repeated_cells: usize,
}

/// The filled cells of the current sheet, row by row.
#[derive(Debug, Default)]
struct Sheet {
    rows: Vec<Row>,
    /// Column (0-based) and text.
    cells: Vec<(u32, Span)>,
}

#[derive(Debug)]
struct Row {
    /// 1-based.
    number: u32,
    span: Span,
    cells_from: usize,
    cells_to: usize,
}

impl Book {
    /// Adds the filled cells of a row (`number` is 1-based, columns 0-based).
    ///
    /// # Errors
    ///
    /// The text of the workbook grows beyond the limit.
    pub fn row(&mut self, number: u32, cells: &mut [(u32, String)]) -> Result<(), Trouble> {
        cells.sort_by_key(|cell| cell.0);
        let cells_from = self.sheet.cells.len();
        let start = self.builder.written();
        let mut end = start;
        for (column, text) in cells.iter() {
            if text.trim().is_empty() {
                continue;
            }
            if end > start {
                self.builder.arena.push('\t');
            }
            let from = self.builder.written();
            for word in text.split_whitespace() {
                if self.builder.written() > from {
                    self.builder.arena.push(' ');
                }
                self.builder.arena.push_str(word);
            }
            end = self.builder.written();
            self.sheet.cells.push((*column, Span::new(from, end)));
        }
        if self.sheet.cells.len() > cells_from {
            let cells_to = self.sheet.cells.len();
            self.sheet.rows.push(Row { number, span: Span::new(start, end), cells_from, cells_to });
        }
        if end as u64 > UNPACKED_BYTES_MAX { Err(Trouble::TooLarge) } else { Ok(()) }
    }

    /// How often something may be repeated that makes so many cells each time; less, and told, beyond the limit.
    pub fn grant_repeats(&mut self, repeats: u32, cells: usize) -> u32 {
        let wanted = (repeats as usize).saturating_sub(1).saturating_mul(cells);
        if self.repeated_cells.saturating_add(wanted) > REPEATED_CELLS_MAX {
            self.builder.cut(CUT_REPEATS);
            return 1;
        }
        self.repeated_cells += wanted;
        repeats
    }

    /// Ends a sheet: its rows become lines.
    pub fn end_sheet(&mut self, name: &str) {
        let sheet = std::mem::take(&mut self.sheet);
        let index = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        self.names.push(name.to_owned());
        if !self.places.is_empty() {
            self.blank(index, 1);
        }
        let first = sheet.cells.iter().map(|cell| cell.0).min().unwrap_or(0);
        let behind = sheet.cells.iter().map(|cell| cell.0 + 1).max().unwrap_or(0);
        let mut next = sheet.rows.first().map_or(1, |row| row.number);
        for row in &sheet.rows {
            for number in next..row.number.min(next.saturating_add(BLANK_ROWS_MAX)) {
                self.blank(index, number);
            }
            next = row.number.saturating_add(1);
            let cells = sheet.cells.get(row.cells_from..row.cells_to).unwrap_or(&[]);
            self.push(index, row, cells, first..behind);
        }
    }

    fn push(&mut self, sheet: u16, row: &Row, cells: &[(u32, Span)], columns: std::ops::Range<u32>) {
        self.places.push((sheet, row.number));
        let place = self.next_place();
        if let [(_, only)] = cells {
            return self.builder.line(place, *only, LineKind::Prose);
        }
        let cells_from = self.builder.cells.len();
        let mut at = columns.start;
        for &(column, span) in cells {
            self.builder.push_empty(column.saturating_sub(at) as usize);
            self.builder.cells.push(span);
            at = column + 1;
        }
        self.builder.push_empty(columns.end.saturating_sub(at) as usize);
        self.builder.row(place, row.span, cells_from);
    }

    fn blank(&mut self, sheet: u16, number: u32) {
        self.places.push((sheet, number));
        let at = self.builder.written();
        self.builder.line(self.next_place(), Span::new(at, at), LineKind::Blank);
    }

    /// The lines' places are the sheets' own, so the builder counts them as they come.
    fn next_place(&self) -> u32 {
        u32::try_from(self.builder.lines.len() + 1).unwrap_or(u32::MAX)
    }

    /// The blocks of all sheets.
    pub fn into_blocks(self, format: Format) -> Blocks {
        let mut blocks = self.builder.made().into_blocks(format, String::new());
        blocks.places = Places::Sheets { names: self.names, rows: self.places };
        blocks
    }
}
