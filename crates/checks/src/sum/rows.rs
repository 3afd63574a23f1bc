// SPDX-License-Identifier: AGPL-3.0-or-later
//! A table of numbers as prose tells it: rows by their names, sums of neighbouring columns.

use super::figures::Kind;
use super::parts_in_prose::quantity;
use crate::arithmetic::{Quantity, Term};
use crate::{Place, Subject};
use ambito_base::fold;
use ambito_domain::planning::{LineNo, Table};
use std::ops::Range;

/// The largest table that is compared with prose, in rows.
const ROWS_MAX: usize = 200;

/// The largest table that is compared with prose, in columns.
const COLUMNS_MAX: usize = 60;

/// The shortest name of a row, in bytes; shorter ones stand in too many words.
const NAME_BYTES_MIN: usize = 3;

/// Neighbouring columns.
pub(super) type Run = Range<usize>;

/// A row.
#[derive(Debug)]
pub(super) struct GridRow {
    /// Its name as printed.
    pub label: String,
    /// Where it stands.
    pub line: LineNo,
    name: String,
    /// The number of each column, in hundredths; absent where the cell holds none.
    values: Vec<Option<i64>>,
    /// The sum of the columns before each.
    sums: Vec<i64>,
}

/// The rows of a table that have a name and numbers.
#[derive(Debug)]
pub(super) struct Grid {
    /// The rows.
    pub rows: Vec<GridRow>,
    /// The lines where prose speaks of it.
    pub lines: Range<LineNo>,
    columns: usize,
    /// The headings of the columns, as printed.
    headings: Vec<String>,
}

impl Grid {
    /// A table with at least two rows of numbers.
    pub(super) fn of(table: &Table, lines: Range<LineNo>) -> Option<Self> {
        if table.rows.len() > ROWS_MAX || table.headers.len() > COLUMNS_MAX {
            return None;
        }
        let mut rows: Vec<GridRow> = Vec::new();
        for (cells, line) in table.rows.iter().zip(&table.row_lines) {
            let Some((first, rest)) = cells.split_first() else { continue };
            let name = fold(&first.raw);
            let values: Vec<Option<i64>> = rest
                .iter()
                .take(COLUMNS_MAX)
                .map(|cell| cell.value.and_then(Quantity::number).map(Quantity::hundredths))
                .collect();
            if name.len() < NAME_BYTES_MIN || values.iter().all(Option::is_none) {
                continue;
            }
            let mut sums = vec![0i64];
            for value in &values {
                let sum = sums.last().copied().unwrap_or(0).saturating_add(value.unwrap_or(0));
                sums.push(sum);
            }
            rows.push(GridRow { label: first.raw.clone(), line: *line, name: format!(" {name} "), values, sums });
        }
        let columns = rows.iter().map(|row| row.values.len()).max()?;
        let headings = table.headers.iter().skip(1).cloned().collect();
        (rows.len() > 1).then_some(Self { rows, lines, columns, headings })
    }

    /// The row named first (or last) in a folded text.
    pub(super) fn row_named(&self, folded: &str, first: bool) -> Option<usize> {
        let text = format!(" {folded} ");
        let named = self.rows.iter().enumerate().filter_map(|(at, row)| {
            let found = if first { text.find(&row.name) } else { text.rfind(&row.name) };
            found.map(|found| (found, at))
        });
        if first { named.min().map(|(_, at)| at) } else { named.max().map(|(_, at)| at) }
    }

    /// Every run of neighbouring columns.
    pub(super) fn runs(&self) -> impl Iterator<Item = Run> {
        let columns = self.columns;
        (0..columns).flat_map(move |start| (start + 1..=columns).map(move |end| start..end))
    }

    /// The headings of the first and the last of some columns.
    pub(super) fn headings(&self, columns: &Run) -> Option<(&str, &str)> {
        let [first, last] = [columns.start, columns.end.checked_sub(1)?].map(|at| self.headings.get(at));
        Some((first?.as_str(), last?.as_str())).filter(|(first, last)| !first.is_empty() && !last.is_empty())
    }

    /// What the columns of a row make, in hundredths.
    pub(super) fn sum(&self, row: usize, columns: &Run) -> i64 {
        let Some(row) = self.rows.get(row) else { return 0 };
        let at = |column: usize| row.sums.get(column.min(row.values.len())).copied().unwrap_or(0);
        at(columns.end).saturating_sub(at(columns.start))
    }

    /// The cells of these columns with their places.
    pub(super) fn terms(&self, subject: &Subject<'_>, row: usize, columns: &Run, kind: Kind) -> Vec<Term> {
        let Some(row) = self.rows.get(row) else { return Vec::new() };
        let mut places: Vec<Option<Place>> = Vec::new();
        let mut cells = subject.cells(row.line);
        // The name is the first cell; the numbers keep their order, whatever stands between them.
        for value in &row.values {
            let place = value.and_then(|value| {
                cells.by_ref().find(|cell| {
                    ambito_base::Decimal::parse(cell.text).and_then(Quantity::number).map(Quantity::hundredths)
                        == Some(value)
                })
            });
            places.push(place.map(|cell| cell.place));
        }
        columns
            .clone()
            .filter_map(|column| {
                let value = (*row.values.get(column)?)?;
                let place = (*places.get(column)?).unwrap_or_else(|| subject.whole(row.line));
                Some(Term::new(place, quantity(value, kind)))
            })
            .collect()
    }
}
