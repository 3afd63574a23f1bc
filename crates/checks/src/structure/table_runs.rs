// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables as they stand on the page: rows one below the other, and the tables of costs among them.

use crate::{Cell, Subject};
use ambito_documents::blocks::LineKind;
use ambito_domain::planning::{LineNo, Resource, ResourceKind};
use std::ops::RangeInclusive;

/// The stretches of rows with nothing between them, of at least so many rows.
pub(super) fn runs(subject: &Subject<'_>, rows_min: u32) -> Vec<RangeInclusive<LineNo>> {
    let mut runs = Vec::new();
    let mut begin = None;
    let lines = &subject.blocks.lines;
    for (line, kind) in (1..).zip(lines.iter().map(|line| line.kind).chain([LineKind::Blank])) {
        let row = matches!(kind, LineKind::Row | LineKind::Joined);
        match (row, begin) {
            (true, None) => begin = Some(line),
            (false, Some(first)) => {
                if line - first >= rows_min {
                    runs.push(first..=line - 1);
                }
                begin = None;
            }
            _ => {}
        }
    }
    runs
}

/// A table of costs, or of people's time given a value.
pub(super) struct Costs<'a> {
    /// Money or time.
    pub kind: ResourceKind,
    /// Its rows without the total.
    pub rows: &'a [Resource],
    /// The row of its headings.
    pub header: Option<LineNo>,
}

impl Costs<'_> {
    /// The line of its last row.
    pub(super) fn last(&self) -> LineNo {
        self.rows.last().map_or(0, |row| row.line)
    }
}

/// The tables of costs in the document's order.
pub(super) fn costs<'a>(subject: &Subject<'a>) -> Vec<Costs<'a>> {
    let rows = &subject.draft.resources;
    rows.chunk_by(|above, row| above.node == row.node && above.kind == row.kind)
        .map(|rows| {
            let first = rows.first().map_or(0, |row| row.line);
            let header = first.checked_sub(1).filter(|line| subject.kind(*line) == LineKind::Row);
            Costs { kind: rows.first().map_or(ResourceKind::Cost, |row| row.kind), rows, header }
        })
        .collect()
}

/// The filled cells of a row.
pub(super) fn filled<'a>(subject: &Subject<'a>, line: LineNo) -> impl Iterator<Item = Cell<'a>> {
    subject.cells(line).filter(|cell| !cell.text.is_empty())
}
