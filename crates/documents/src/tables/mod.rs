// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables: a heading row says which kind it is; rows are read by kind; what has no kind is kept as a table.
//!
//! A table stays open over blank lines and page breaks until prose, a heading or another heading row follows, so that
//! what a page cut goes on.

mod allocations;
mod budget;
mod efforts;
mod header;
mod indicators;
mod other;
mod phases;
mod resources;
mod sheet;
mod summary;
mod timetable;
mod tree;

pub(crate) use other::number_of;

pub(crate) use indicators::key_of_node;

use crate::blocks::Line;
use crate::reader::{Mark, Reader, Section};
use crate::vocabulary::{Column, TableKind};
use ambito_base::Cents;
use std::sync::Arc;

/// What an open table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A kind of the vocabulary, with a heading row.
    Headed(TableKind),
    /// Labels and answers of a sheet.
    Sheet,
    /// Nodes under each other.
    Tree,
    /// A timetable; its rows are kept until it closes.
    Timetable,
    /// Rows below "Indicatori" without a heading row.
    IndicatorRows,
    /// Anything else; its rows are kept until it closes.
    Other,
}

/// A table that is open.
#[derive(Clone, Debug)]
pub(crate) struct OpenTable {
    pub(crate) kind: Kind,
    /// What each column holds.
    pub(crate) columns: Vec<Option<Column>>,
    /// The year of each column, where its heading has one.
    pub(crate) years: Vec<Option<i16>>,
    /// The headings as printed.
    pub(crate) heads: Vec<Arc<str>>,
    /// The heading row as it stands in the text, to know it again.
    pub(crate) header: String,
    /// How many rows the headings take.
    pub(crate) header_rows: usize,
    /// What amounts are multiplied with ("in migliaia di euro").
    pub(crate) scale: i64,
    /// Rows since the heading row or its repetition.
    pub(crate) rows_since_header: usize,
    /// Whether the heading row was repeated below a page break.
    pub(crate) repeated: bool,
    /// The line of the last record, and its cells where they were joined: what a page cut goes on there.
    pub(crate) last_at: Option<usize>,
    pub(crate) last: Vec<String>,
    /// The group of rows with an empty first cell.
    pub(crate) group: Option<String>,
    /// Lines kept until the table closes.
    pub(crate) lines: Vec<usize>,
}

impl OpenTable {
    pub(crate) fn new(kind: Kind) -> Self {
        Self {
            kind,
            columns: Vec::new(),
            years: Vec::new(),
            heads: Vec::new(),
            header: String::new(),
            header_rows: 1,
            scale: 1,
            rows_since_header: 0,
            repeated: false,
            last_at: None,
            last: Vec::new(),
            group: None,
            lines: Vec::new(),
        }
    }

    /// The first column of a meaning.
    pub(crate) fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|known| *known == Some(column))
    }

    /// The cell of a meaning; empty where the table has no such column.
    pub(crate) fn cell<'c>(&self, cells: &[&'c str], column: Column) -> &'c str {
        self.place(column).and_then(|place| cells.get(place).copied()).unwrap_or("")
    }

    /// An amount of this table, in its unit.
    pub(crate) fn money(&self, text: &str) -> Option<Cents> {
        Cents::parse(text)?.checked_mul(self.scale)
    }
}

impl Reader<'_> {
    /// A row of a table.
    pub(crate) fn row(&mut self, at: usize, line: Line) {
        let blocks = self.blocks;
        let spans = blocks.cells(&line);
        let mut cells: Vec<&str> = Vec::with_capacity(spans.len());
        let mut filled = 0;
        for span in spans {
            let cell = blocks.str(*span).trim_matches([' ', '\u{A0}', '\t']);
            filled += usize::from(!cell.is_empty());
            cells.push(cell);
        }
        if filled == 0 {
            self.blanks += 1;
            return;
        }
        self.marks[at] = Mark::Unread;
        let raw = blocks.str(line.span);
        if self.header_rows_left > 0 {
            self.header_rows_left -= 1;
            self.marks[at] = Mark::Read;
            return;
        }
        if self.section == Section::Index {
            let joined = cells.iter().copied().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("\t");
            if self.index_line(at, &joined) {
                return;
            }
        }
        if self.section == Section::Path {
            if self.path_row(at, &cells) {
                return;
            }
            self.flush_path();
            self.section = Section::Text;
        }
        if self.repeated_header(at, raw) || self.new_header(at, &cells, filled, raw) {
            return;
        }
        if self.begins_other_table(at, &cells) {
            self.close_table();
        }
        if self.open_row(at, &cells, filled) {
            if let Some(table) = &mut self.table {
                table.rows_since_header += 1;
            }
            self.tell_strays(at, &cells);
            return;
        }
        self.first_row(at, &cells, filled, raw);
    }

    /// Cells below headings that the vocabulary does not know are listed as unread, beside what was read of the row.
    fn tell_strays(&mut self, at: usize, cells: &[&str]) {
        let Some(table) = &self.table else { return };
        // Indicators keep such cells themselves, costs by source take every column.
        let keeps = matches!(
            table.kind,
            Kind::Headed(
                TableKind::Phases
                    | TableKind::Budget
                    | TableKind::Efforts
                    | TableKind::Summary
                    | TableKind::Allocations
            )
        );
        if !keeps || cells.len() != table.heads.len() {
            return;
        }
        let strays: Vec<String> = cells
            .iter()
            .enumerate()
            .filter(|(place, cell)| {
                !cell.is_empty() && table.columns[*place].is_none() && !table.heads[*place].is_empty()
            })
            .map(|(place, cell)| format!("{}: {}", table.heads[place], crate::clean::clean_line(cell)))
            .collect();
        if !strays.is_empty() {
            self.strays.push((Self::number(at), strays.join(" · ")));
        }
    }

    /// Behind a gap, a row with a line of marks below it is the heading row of another table.
    fn begins_other_table(&self, at: usize, cells: &[&str]) -> bool {
        use crate::blocks::LineKind::Rule;
        let ruled = self.blocks.lines.get(at + 1).is_some_and(|line| line.kind == Rule);
        let Some(table) =
            self.table.as_ref().filter(|table| table.kind != Kind::Sheet && table.kind != Kind::Timetable)
        else {
            return false;
        };
        let words = cells.iter().filter(|cell| !cell.is_empty()).count() >= 2
            && cells.iter().all(|cell| !cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '€' | '-' | '−')))
            && self.blocks.lines.get(at + 1).is_some_and(|line| line.kind == crate::blocks::LineKind::Row);
        let headed = matches!(table.kind, Kind::Headed(_)) && words && !self.page_break;
        (ruled || headed) && self.blanks > 0 && !cells.iter().any(|cell| self.is_total(cell))
    }

    /// The same heading row again: the table goes on on a new page.
    fn repeated_header(&mut self, at: usize, raw: &str) -> bool {
        match &mut self.table {
            Some(table) if !table.header.is_empty() && table.header == raw => {
                table.repeated = true;
                table.rows_since_header = 0;
                self.header_rows_left = table.header_rows - 1;
                self.marks[at] = Mark::Read;
                true
            }
            _ => false,
        }
    }

    /// A row of the table that is open; says whether it belongs to it.
    fn open_row(&mut self, at: usize, cells: &[&str], filled: usize) -> bool {
        let Some(kind) = self.table.as_ref().map(|table| table.kind) else { return false };
        match kind {
            Kind::Headed(TableKind::Indicators) => self.indicator_row(at, cells, filled),
            Kind::Headed(TableKind::Phases) => self.phase_row(at, cells, filled),
            Kind::Headed(TableKind::Budget) => self.budget_row(at, cells, filled),
            Kind::Headed(TableKind::Efforts) => self.effort_row(at, cells, filled),
            Kind::Headed(TableKind::Summary) => self.summary_row(at, cells, filled),
            Kind::Headed(TableKind::Allocations) => self.allocation_row(at, cells, filled),
            Kind::Headed(TableKind::Resources | TableKind::PeopleResources) => self.resource_row(at, cells, filled),
            Kind::Headed(TableKind::Choices) => self.choice_row(at, cells),
            Kind::Sheet => self.sheet_row(at, cells, filled),
            Kind::Tree => self.tree_row(at, cells, filled),
            Kind::IndicatorRows => self.bare_indicator_row(at, cells, filled),
            Kind::Timetable | Kind::Other => self.kept_row(at, cells, filled),
        }
    }

    /// A row that no open table takes: it begins one, or it is a line of text in a cell.
    fn first_row(&mut self, at: usize, cells: &[&str], filled: usize, raw: &str) {
        self.close_table();
        if self.section == Section::Timetable {
            self.begin(Kind::Timetable);
            if self.kept_row(at, cells, filled) {
                return;
            }
        }
        if filled == 1 && !self.label_row(cells) {
            let text = cells.iter().copied().find(|cell| !cell.is_empty()).unwrap_or(raw);
            self.text_line(at, text, None);
            // What follows the heading of a sheet are its labels and answers.
            if self.last_heading.is_some_and(|(line, _)| line == at) && cells.len() == 2 {
                self.begin(Kind::Sheet);
            }
            return;
        }
        if matches!(self.section, Section::Indicators | Section::IndicatorLines) && filled >= 2 && cells.len() <= 4 {
            self.begin(Kind::IndicatorRows);
            if self.bare_indicator_row(at, cells, filled) {
                return;
            }
        }
        if self.tree_begins(cells, filled) {
            self.begin(Kind::Tree);
            if self.tree_row(at, cells, filled) {
                return;
            }
        }
        if self.sheet_begins(cells, filled) {
            self.begin(Kind::Sheet);
            if self.sheet_row(at, cells, filled) {
                return;
            }
        }
        self.begin(Kind::Other);
        self.kept_row(at, cells, filled);
    }

    pub(crate) fn begin(&mut self, kind: Kind) {
        self.table = Some(OpenTable::new(kind));
    }

    /// Closes the open table; tables whose rows are kept are read now.
    pub(crate) fn close_table(&mut self) {
        let Some(table) = self.table.take() else { return };
        match table.kind {
            Kind::Timetable => self.read_timetable(&table),
            Kind::Other => self.read_other(&table),
            Kind::Sheet => self.after_sheet = true,
            _ => {}
        }
    }

    /// Keeps a row until its table closes.
    fn kept_row(&mut self, at: usize, cells: &[&str], filled: usize) -> bool {
        if self.tree_below_heads(cells, filled) {
            return self.tree_row(at, cells, filled);
        }
        let gap = self.blanks > 0 && !self.page_break && self.blanks < 3;
        let Some(table) = &mut self.table else { return false };
        if table.kind == Kind::Other && gap && !table.lines.is_empty() {
            return false;
        }
        table.lines.push(at);
        true
    }

    /// Whether the only row kept so far is the heading row of a table of nodes; then that table begins.
    fn tree_below_heads(&mut self, cells: &[&str], filled: usize) -> bool {
        let Some(&head) = self
            .table
            .as_ref()
            .filter(|table| table.kind == Kind::Other && table.lines.len() == 1)
            .and_then(|table| table.lines.first())
        else {
            return false;
        };
        let named = |cell: &&str| {
            let folded = ambito_base::fold(cell);
            self.words.levels.iter().any(|level| level.words.contains(&folded) || level.plural.contains(&folded))
        };
        if self.cells_of(head).iter().filter(|cell| named(cell)).count() < 2 || !self.tree_begins(cells, filled) {
            return false;
        }
        self.marks[head] = Mark::Read;
        self.begin(Kind::Tree);
        true
    }

    /// The cells of a line again, trimmed.
    pub(crate) fn cells_of(&self, at: usize) -> Vec<&str> {
        let line = self.blocks.lines[at];
        self.blocks.cells(&line).iter().map(|span| self.blocks.str(*span).trim_matches([' ', '\u{A0}', '\t'])).collect()
    }

    /// Whether a row's first words say that it is a total.
    pub(crate) fn is_total(&self, text: &str) -> bool {
        self.words.words.totals.iter().any(|word| crate::values::words::after_phrase(text, word).is_some())
    }
}
