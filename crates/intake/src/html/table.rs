// SPDX-License-Identifier: AGPL-3.0-or-later
//! A table of a page: a cell over more columns is followed by empty cells, one over more rows leaves an empty cell at
//! its place in the rows below. A row whose only filled cell holds several lines or a heading is layout, not data.

use ambito_documents::blocks::{LineKind, Span};

use crate::builder::Builder;
use crate::limits::ROW_CELLS_MAX;

/// A paragraph inside a cell.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its text.
    pub span: Span,
    /// Prose or heading.
    pub kind: LineKind,
    /// Its line of the file.
    pub place: u32,
}

/// A cell in the making.
#[derive(Debug)]
pub struct Cell {
    /// How many columns it covers.
    pub columns: usize,
    /// How many rows it covers.
    pub rows: usize,
    /// Its paragraphs, next to one another in the arena.
    pub parts: Vec<Part>,
}

impl Cell {
    fn is_running_text(&self) -> bool {
        self.parts.len() > 1 || self.parts.iter().any(|part| part.kind != LineKind::Prose)
    }
}

/// A table in the making.
#[derive(Debug, Default)]
pub struct Table {
    row: Option<Row>,
    /// For each column, how many rows below are covered from above.
    covered: Vec<usize>,
}

#[derive(Debug)]
struct Row {
    place: u32,
    cells: Vec<Cell>,
    in_cell: bool,
    /// Its cells are running text.
    is_layout: bool,
}

impl Table {
    /// The open cell, unless its row is running text.
    pub fn cell(&self) -> Option<&Cell> {
        self.row.as_ref().filter(|row| row.in_cell && !row.is_layout).and_then(|row| row.cells.last())
    }

    /// The same, to write into.
    pub fn cell_mut(&mut self) -> Option<&mut Cell> {
        self.row.as_mut().filter(|row| row.in_cell && !row.is_layout).and_then(|row| row.cells.last_mut())
    }

    /// Opens a row.
    pub fn open_row(&mut self, place: u32) {
        self.row = Some(Row { place, cells: Vec::new(), in_cell: false, is_layout: false });
    }

    /// Opens a cell, and a row around it when there is none.
    pub fn open_cell(&mut self, cell: Cell, place: u32) {
        if self.row.is_none() {
            self.open_row(place);
        }
        if let Some(row) = &mut self.row {
            row.cells.push(cell);
            row.in_cell = true;
        }
    }

    /// Closes the cell.
    pub fn close_cell(&mut self) {
        if let Some(row) = &mut self.row {
            row.in_cell = false;
        }
    }

    /// Gives what the open row has so far as lines, and what comes as running text.
    pub fn give_up_row(&mut self, builder: &mut Builder<'_>) {
        if let Some(row) = &mut self.row {
            row.is_layout = true;
            for cell in std::mem::take(&mut row.cells) {
                for part in cell.parts {
                    builder.line(part.place, part.span, part.kind);
                }
            }
        }
    }

    /// Closes the row and gives it.
    pub fn close_row(&mut self, builder: &mut Builder<'_>) {
        let Some(row) = self.row.take() else { return };
        if row.is_layout {
            return;
        }
        let cells_from = builder.cells.len();
        let span = self.push_cells(&row.cells, builder);
        let mut filled = row.cells.iter().filter(|cell| !cell.parts.is_empty());
        match (filled.next(), filled.next()) {
            (None, _) => {
                builder.cells.truncate(cells_from);
                builder.line(row.place, span, LineKind::Blank);
            }
            (Some(only), None) if only.is_running_text() => {
                builder.cells.truncate(cells_from);
                for part in &only.parts {
                    builder.line(part.place, part.span, part.kind);
                }
            }
            (Some(first), _) => {
                builder.row(first.parts.first().map_or(row.place, |part| part.place), span, cells_from);
            }
        }
    }

    fn push_cells(&mut self, cells: &[Cell], builder: &mut Builder<'_>) -> Span {
        let at = builder.written();
        let mut whole: Option<(usize, usize)> = None;
        let mut column = 0;
        for cell in cells {
            column = self.push_covered(column, builder);
            let text = match (cell.parts.first(), cell.parts.last()) {
                (Some(first), Some(last)) => {
                    let (start, end) = (first.span.start as usize, last.span.end as usize);
                    whole = Some((whole.map_or(start, |(start, _)| start), end));
                    Span::new(start, end)
                }
                _ => Span::new(at, at),
            };
            builder.cells.push(text);
            builder.push_empty(cell.columns - 1);
            let end = (column + cell.columns).min(ROW_CELLS_MAX);
            if cell.rows > 1 && column < end {
                self.covered.resize(self.covered.len().max(end), 0);
                self.covered.get_mut(column..end).unwrap_or_default().fill(cell.rows - 1);
            }
            column += cell.columns;
        }
        while column < self.covered.len() {
            if let Some(rows) = self.covered.get_mut(column) {
                *rows = rows.saturating_sub(1);
            }
            builder.push_empty(1);
            column += 1;
        }
        while self.covered.last() == Some(&0) {
            self.covered.pop();
        }
        if builder.is_out_of_empty_cells() {
            self.covered.clear();
        }
        let (start, end) = whole.unwrap_or((at, at));
        Span::new(start, end)
    }

    /// Pushes empty cells for the columns from this one on that are covered from above.
    fn push_covered(&mut self, mut column: usize, builder: &mut Builder<'_>) -> usize {
        while let Some(rows) = self.covered.get_mut(column).filter(|rows| **rows > 0) {
            *rows -= 1;
            builder.push_empty(1);
            column += 1;
        }
        column
    }
}
