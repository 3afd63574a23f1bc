// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables: a cell over more columns is followed by empty cells, as texts with tabs have it. A row that is one cell and
//! holds several paragraphs, a heading or a table is layout: what is in it is running text.

use super::Part;

/// A cell, as it opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// How many columns it covers; 0 is taken for 1.
    pub columns: usize,
    /// How often it is repeated; 0 is taken for 1.
    pub repeats: usize,
    /// It goes on from the cell above or before it: what is in it is not shown.
    pub is_covered: bool,
}

/// A table in the making.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its number, 1-based, over the whole document.
    pub number: u32,
    /// Its rows so far.
    pub rows: Vec<Row>,
    /// The open row.
    pub row: Option<Row>,
    next_row: u32,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number in the table, 1-based.
    pub number: u32,
    /// Its first paragraph.
    pub paragraph: u32,
    /// How often it is repeated; 0 is taken for 1.
    pub repeats: usize,
    /// Columns without a cell before its first and behind its last.
    pub before: usize,
    /// The same behind its last.
    pub behind: usize,
    /// It was deleted.
    pub is_deleted: bool,
    cells: Vec<(Cell, Vec<Part>)>,
}

/// A cell as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Everything in it, on one line.
    pub text: String,
    /// How many columns it covers.
    pub columns: usize,
    /// How often it comes.
    pub repeats: usize,
}

impl Shown {
    /// Columns with nothing in them.
    const fn nothing(columns: usize) -> Self {
        Self { text: String::new(), columns, repeats: 1 }
    }
}

/// What a row is to be read as.
pub enum Reading<'r> {
    /// Nothing in it.
    Blank,
    /// Running text.
    Layout(&'r [Part]),
    /// Cells.
    Cells(Vec<Shown>),
}

impl Table {
    /// An empty table.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self { number, rows: Vec::new(), row: None, next_row: 1 }
    }

    /// Ends the open row.
    pub fn close_row(&mut self) {
        let Some(mut row) = self.row.take() else { return };
        if !row.is_deleted {
            row.number = self.next_row;
            let repeats = u32::try_from(row.repeats.max(1)).unwrap_or(u32::MAX);
            self.next_row = self.next_row.saturating_add(repeats);
            self.rows.push(row);
        }
    }
}

impl Row {
    /// An empty row.
    #[must_use]
    pub const fn new(paragraph: u32) -> Self {
        Self { number: 0, paragraph, repeats: 0, before: 0, behind: 0, is_deleted: false, cells: Vec::new() }
    }

    /// Adds a cell.
    pub(super) fn push(&mut self, cell: Cell, parts: Vec<Part>) {
        let parts = if cell.is_covered { Vec::new() } else { parts };
        self.cells.push((cell, parts));
    }

    /// What the row is, and the notes that hang from its cells.
    pub(super) fn read(&self, notes: &mut Vec<String>) -> Reading<'_> {
        let mut filled = self.cells.iter().filter(|(_, parts)| parts.iter().any(is_filled));
        let first = filled.next();
        let Some((cell, parts)) = first else { return Reading::Blank };
        let is_only = filled.next().is_none();
        let has_table = parts.iter().any(|part| matches!(part, Part::Table(_)));
        let is_alone = self.cells.len() == 1 && self.before + self.behind == 0;
        if is_only && (has_table || (is_alone && is_running(cell, parts))) {
            return Reading::Layout(parts);
        }
        let mut cells = Vec::with_capacity(self.cells.len() + 2);
        if self.before > 0 {
            cells.push(Shown::nothing(self.before));
        }
        for (cell, parts) in &self.cells {
            let (columns, repeats) = (cell.columns.max(1), cell.repeats.max(1));
            let text = plain(parts, notes);
            cells.push(if text.is_empty() {
                Shown::nothing(columns.saturating_mul(repeats))
            } else {
                Shown { text, columns, repeats }
            });
        }
        if self.behind > 0 {
            cells.push(Shown::nothing(self.behind));
        }
        Reading::Cells(cells)
    }
}

/// Everything in a cell or a note on one line.
pub(super) fn plain(parts: &[Part], notes: &mut Vec<String>) -> String {
    let mut line = String::new();
    write_plain(parts, &mut line, notes);
    line
}

/// Recurses into tables inside tables, of which there are at most [`super::LEVELS_MAX`].
fn write_plain(parts: &[Part], line: &mut String, notes: &mut Vec<String>) {
    for part in parts {
        match part {
            Part::Text(text) => {
                for word in text.content.split_whitespace() {
                    if !line.is_empty() {
                        line.push(' ');
                    }
                    line.push_str(word);
                }
                notes.extend(text.notes.iter().cloned());
            }
            Part::Table(table) => {
                for (_, parts) in table.rows.iter().flat_map(|row| &row.cells) {
                    write_plain(parts, line, notes);
                }
            }
        }
    }
}

fn is_filled(part: &Part) -> bool {
    match part {
        Part::Text(text) => !text.is_blank(),
        Part::Table(table) => {
            table.rows.iter().flat_map(|row| &row.cells).any(|(_, parts)| parts.iter().any(is_filled))
        }
    }
}

fn is_running(cell: &Cell, parts: &[Part]) -> bool {
    let texts = || {
        parts.iter().filter_map(|part| match part {
            Part::Text(text) if !text.is_blank() => Some(text),
            _ => None,
        })
    };
    cell.columns <= 1 || texts().count() > 1 || texts().any(|text| text.heading.is_some())
}
