// SPDX-License-Identifier: AGPL-3.0-or-later
//! Timetables, and tables without a shape of their own: their headings in bold, their rows below, as in the document.

use super::kind::Kind;
use super::sheet::{ADDED_COLUMNS_MAX, Cell, Holds};
use super::{Book, Record, Row, WorkbookError};
use crate::Reading;
use ambito_domain::planning::{Table, Timetable};
use std::borrow::Cow;

/// What stands under a marked column.
const MARK: &str = "X";

pub(super) fn add(book: &mut Book<'_>, reading: &Reading) -> Result<(), WorkbookError> {
    let draft = Record::draft(reading);
    for timetable in &draft.timetables {
        let Timetable { node, title, header, columns, rows, line } = timetable;
        for heading in header.iter().chain([columns]).filter(|heading| !heading.is_empty()) {
            let cells = [Cell::of(title.as_ref())];
            let mut row = book.row(Kind::Timetables, Record::new(reading, *line, *node), cells)?;
            headings(&mut row, heading)?;
        }
        for timed in rows {
            let cells = [Cell::of(title.as_ref()), Cell::of(timed.code.as_ref()), Cell::of(timed.label.as_ref())];
            let mut row = book.row(Kind::Timetables, Record::new(reading, timed.line, *node), cells)?;
            for mark in &timed.marks {
                let at = usize::try_from(*mark).unwrap_or(usize::MAX);
                numbered(&mut row, at, &Cell::from(MARK))?;
            }
        }
    }
    for table in &draft.tables {
        let Table { node, title, headers, rows, row_lines: _, line } = table;
        if !headers.is_empty() {
            let mut row = book.row(Kind::Tables, Record::new(reading, *line, *node), [Cell::of(title.as_ref())])?;
            headings(&mut row, headers)?;
        }
        for cells in rows {
            let mut row = book.row(Kind::Tables, Record::new(reading, *line, *node), [Cell::of(title.as_ref())])?;
            for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.raw.is_empty()) {
                numbered(&mut row, at, &cell.value.map_or_else(|| Cell::from(&cell.raw), Cell::Number))?;
            }
        }
    }
    Ok(())
}

fn headings(row: &mut Row<'_>, headings: &[String]) -> Result<(), WorkbookError> {
    for (at, heading) in headings.iter().enumerate() {
        numbered(row, at, &Cell::Strong(Cow::Borrowed(heading)))?;
    }
    Ok(())
}

/// Writes a cell into the column of a number, counted from 0; all columns before it come first.
fn numbered(row: &mut Row<'_>, at: usize, cell: &Cell<'_>) -> Result<(), WorkbookError> {
    let last = at.min(ADDED_COLUMNS_MAX);
    for before in 0..last {
        row.sheet.column(&(before + 1).to_string(), Holds::Words);
    }
    row.put(&(at + 1).to_string(), Holds::Words, cell)
}
