// SPDX-License-Identifier: AGPL-3.0-or-later
//! The running text of a page: words gather to a paragraph, and a paragraph becomes a line, or a part of the cell it
//! stands in. Blanks collapse, except between the lines of `<pre>`.

use ambito_documents::blocks::{LineKind, Span};

use super::table::{Cell, Part, Table};
use crate::builder::{Builder, CUT_NESTING};
use crate::limits::{NESTING_MAX, SPAN_COLUMNS_MAX, SPAN_ROWS_MAX};

/// A page in the making.
pub struct Page<'b, 't> {
    builder: &'b mut Builder<'t>,
    /// The line of the file that the reading stands on.
    place: u32,
    /// Where the open paragraph begins in the arena, and its line of the file.
    paragraph: Option<(usize, u32)>,
    blank_before_word: bool,
    heading: Option<u8>,
    is_item: bool,
    pre_depth: i32,
    tables: Vec<Table>,
    /// Open tables beyond the limit, which are read as text.
    too_deep: usize,
}

impl<'b, 't> Page<'b, 't> {
    /// An empty page behind the lines there are.
    pub fn new(builder: &'b mut Builder<'t>) -> Self {
        Self {
            builder,
            place: 1,
            paragraph: None,
            blank_before_word: false,
            heading: None,
            is_item: false,
            pre_depth: 0,
            tables: Vec::new(),
            too_deep: 0,
        }
    }

    /// Says on which line of the file the next tag or text begins.
    pub fn stand_on(&mut self, place: u32) {
        self.place = place;
    }

    /// Adds text, its entities decoded.
    pub fn text(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.place += 1;
                self.blank_before_word = true;
                if self.pre_depth > 0 {
                    self.end_line();
                }
            }
            let mut rest = line;
            while let Some(char) = rest.chars().next() {
                let blank = char.is_whitespace();
                let end = rest.find(|char: char| char.is_whitespace() != blank).unwrap_or(rest.len());
                let (piece, behind) = rest.split_at(end);
                if blank {
                    self.blank_before_word = true;
                } else {
                    self.word(piece);
                }
                rest = behind;
            }
        }
    }

    fn word(&mut self, word: &str) {
        if word.chars().all(is_invisible) {
            return;
        }
        if self.paragraph.is_none() {
            if self.cell().is_some_and(|cell| !cell.parts.is_empty()) {
                self.builder.arena.push(' ');
            }
            self.paragraph = Some((self.builder.written(), self.place));
            if std::mem::take(&mut self.is_item) {
                self.builder.arena.push_str("- ");
            }
        } else if self.blank_before_word {
            self.builder.arena.push(' ');
        }
        self.blank_before_word = false;
        self.builder.arena.extend(word.chars().filter(|&char| !is_invisible(char)));
    }

    /// Ends the line, if one is open.
    pub fn end_line(&mut self) {
        self.blank_before_word = false;
        let Some((start, place)) = self.paragraph.take() else { return };
        let kind = self.heading.map_or(LineKind::Prose, LineKind::Heading);
        let part = Part { span: Span::new(start, self.builder.written()), kind, place };
        match self.cell_mut() {
            Some(cell) => cell.parts.push(part),
            None => self.builder.line(place, part.span, kind),
        }
    }

    /// Ends the line, and leaves a blank one behind it outside tables.
    pub fn end_paragraph(&mut self) {
        if self.paragraph.is_none() && self.is_item {
            return;
        }
        self.end_line();
        self.gap();
    }

    /// A line break that is no end of a cell or of a heading.
    pub fn soft_break(&mut self) {
        if self.heading.is_some() || self.cell().is_some() {
            self.blank_before_word = true;
        } else {
            self.end_line();
        }
    }

    /// Begins an item of a list.
    pub fn item(&mut self) {
        self.end_line();
        self.is_item = true;
    }

    /// Ends an item of a list.
    pub fn end_item(&mut self) {
        self.end_line();
        self.is_item = false;
    }

    /// Opens (1) or closes (-1) a stretch whose line ends count.
    pub fn pre(&mut self, change: i32) {
        self.end_paragraph();
        self.pre_depth = (self.pre_depth + change).max(0);
    }

    /// A line across the page.
    pub fn rule(&mut self) {
        self.end_line();
        if self.cell().is_none() {
            let span = self.builder.write("---");
            self.builder.line(self.place, span, LineKind::Rule);
        }
    }

    /// Begins a heading.
    pub fn open_heading(&mut self, level: u8) {
        self.end_paragraph();
        self.heading = Some(level);
    }

    /// Ends a heading.
    pub fn close_heading(&mut self) {
        self.end_line();
        self.heading = None;
        self.gap();
    }

    /// Opens a table. A row that holds a table is layout: its cells are read as running text.
    pub fn open_table(&mut self) {
        self.end_line();
        self.heading = None;
        if self.tables.len() >= NESTING_MAX {
            self.too_deep += 1;
            return self.builder.cut(CUT_NESTING);
        }
        if let Some(outer) = self.tables.last_mut() {
            outer.give_up_row(self.builder);
        }
        self.gap();
        self.tables.push(Table::default());
    }

    /// Closes a table and whatever is open in it.
    pub fn close_table(&mut self) {
        self.end_line();
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        self.close_row();
        if self.tables.pop().is_some() {
            self.gap();
        }
    }

    /// Opens a row, closing the one before.
    pub fn open_row(&mut self) {
        self.close_row();
        if self.too_deep == 0
            && let Some(table) = self.tables.last_mut()
        {
            table.open_row(self.place);
        }
    }

    /// Closes the row.
    pub fn close_row(&mut self) {
        self.close_cell();
        if self.too_deep == 0
            && let Some(table) = self.tables.last_mut()
        {
            table.close_row(self.builder);
        }
    }

    /// Opens a cell that covers so many columns and rows.
    pub fn open_cell(&mut self, columns: usize, rows: usize) {
        self.close_cell();
        if self.too_deep == 0
            && let Some(table) = self.tables.last_mut()
        {
            let columns = columns.clamp(1, SPAN_COLUMNS_MAX);
            let rows = if rows == 0 { SPAN_ROWS_MAX } else { rows.min(SPAN_ROWS_MAX) };
            table.open_cell(Cell { columns, rows, parts: Vec::new() }, self.place);
        }
    }

    /// Closes the cell.
    pub fn close_cell(&mut self) {
        self.end_line();
        self.is_item = false;
        self.heading = None;
        if self.too_deep == 0
            && let Some(table) = self.tables.last_mut()
        {
            table.close_cell();
        }
    }

    /// Closes everything.
    pub fn finish(mut self) {
        self.end_line();
        self.too_deep = 0;
        while !self.tables.is_empty() {
            self.close_table();
        }
        while self.builder.lines.last().is_some_and(|line| line.kind == LineKind::Blank)
            && self.builder.source.is_empty()
        {
            self.builder.drop_last_line();
        }
    }

    fn gap(&mut self) {
        let last = self.builder.lines.last().map(|line| line.kind);
        if self.cell().is_none() && last.is_some_and(|kind| kind != LineKind::Blank) {
            let at = self.builder.written();
            self.builder.line(self.place, Span::new(at, at), LineKind::Blank);
        }
    }

    fn cell(&self) -> Option<&Cell> {
        self.tables.last().and_then(Table::cell)
    }

    fn cell_mut(&mut self) -> Option<&mut Cell> {
        self.tables.last_mut().and_then(Table::cell_mut)
    }
}

/// Marks inside words that nobody sees: soft hyphen, zero-width space, byte order mark.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{AD}' | '\u{200B}' | '\u{FEFF}')
}
