// SPDX-License-Identifier: AGPL-3.0-or-later
//! From the lines of a zone and its strips to a table: runs go into columns, columns are divided into rows.

use ambito_documents::blocks::Area;

use crate::join::Lexicon;
use crate::limits::POINT;
use crate::lines::Line;
use crate::rows::{divided, row_of};
use crate::table::{Row, Table};
use crate::words::Word;

use super::runs::runs;
use super::{Drawn, Gutter};

/// The widest space that tables leave beside the text of a cell and the next.
const PADDING_MAX: i32 = 14 * POINT;

/// What the part of a table on the page before tells of the next: its strips hold, even where no row shows them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The gap above which a row ended.
    pub row_gap: Option<i32>,
}

/// The table of lines between strips; `None` when it is none after all. `known` is what the part of
/// the same table before tells.
#[must_use]
pub fn table_of(
    lines: &[Line],
    gutters: &[Gutter],
    drawn: Drawn<'_>,
    known: Option<Known>,
    lexicon: &Lexicon,
) -> Option<Table> {
    if gutters.is_empty() || lines.is_empty() {
        return None;
    }
    let area = lines.iter().skip(1).fold(lines[0].area, |area, line| area.with(line.area));
    let mut pieces: Vec<(usize, Line)> = Vec::new();
    for line in lines {
        let mut columns: Vec<(usize, Vec<Word>)> = Vec::new();
        for run in runs(line, gutters) {
            let column = column_of(run, gutters);
            match columns.last_mut() {
                Some((last, words)) if *last == column => words.extend_from_slice(run),
                _ => columns.push((column, run.to_vec())),
            }
        }
        pieces.extend(columns.into_iter().filter_map(|(column, words)| Some((column, Line::of(words)?))));
    }
    let count = gutters.len() + 1;
    let mut rights = vec![i32::MIN; count];
    for (column, line) in &pieces {
        let limit = gutters.get(*column).map_or(i32::MAX, |gutter| gutter.to);
        if line.area.right <= limit {
            rights[*column] = rights[*column].max(line.area.right);
        }
    }
    // A column reaches nearly to the next one, however short its texts are.
    for (right, gutter) in rights.iter_mut().zip(gutters) {
        *right = (*right).max(gutter.to - PADDING_MAX);
    }
    let cuts = cuts(drawn, area);
    let (stretches, row_gap) = divided(pieces, &cuts, &rights, known.and_then(|known| known.row_gap));
    let rows: Vec<Row> = stretches
        .into_iter()
        .map(|row| {
            let mut columns: Vec<Vec<Line>> = vec![Vec::new(); count];
            for (column, line) in row {
                columns[column].push(line);
            }
            row_of(columns, &rights, None, &[], lexicon)
        })
        .collect();
    // Two columns that no row fills both are one: a heading on the left of it, figures on the right.
    let apart =
        |column: usize| rows.iter().any(|row| !row.cells[column].is_empty() && !row.cells[column + 1].is_empty());
    if known.is_none()
        && let Some(column) = (0..count - 1).find(|&column| !apart(column))
    {
        let rest: Vec<Gutter> =
            gutters.iter().enumerate().filter(|(index, _)| *index != column).map(|(_, gutter)| *gutter).collect();
        return table_of(lines, &rest, drawn, known, lexicon);
    }
    let is_table = rows.len() >= 2 || (rows.len() == 1 && count >= 3);
    if !is_table || is_contents(&rows) {
        return None;
    }
    let mut columns = Vec::with_capacity(count);
    let mut from = area.left;
    for gutter in gutters {
        columns.push((from, gutter.from));
        from = gutter.to;
    }
    columns.push((from, area.right));
    Some(Table { columns, rows, is_drawn: false, lines: lines.to_vec(), row_gap })
}

/// A run belongs where it begins; where it begins inside a strip, where it ends.
fn column_of(run: &[Word], gutters: &[Gutter]) -> usize {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return 0 };
    let (left, right) = (first.area.left, last.area.right);
    let begins = gutters.partition_point(|gutter| i32::midpoint(gutter.from, gutter.to) <= left);
    match gutters.get(begins) {
        // It begins a little before its column does: figures that are wider than the others.
        Some(gutter) if left >= gutter.from - POINT && right > gutter.to => begins + 1,
        _ => begins,
    }
}

/// A table of contents: titles, and the numbers of their pages.
fn is_contents(rows: &[Row]) -> bool {
    let mut last = 0;
    rows.len() >= 3
        && rows.iter().all(|row| match row.cells.as_slice() {
            [title, page] => match page.text.parse::<u32>() {
                Ok(page) => {
                    let grows = page >= last && page < 2_000;
                    last = page;
                    grows && title.text.chars().any(char::is_alphabetic)
                }
                Err(_) => false,
            },
            _ => false,
        })
}

/// Level lines and edges of stripes that run over most of an area.
fn cuts(drawn: Drawn<'_>, area: Area) -> Vec<i32> {
    let width = area.right - area.left;
    let inside = |at: i32| area.top - 8 * POINT < at && at < area.bottom + 8 * POINT;
    let over = |from: i32, to: i32| to.min(area.right) - from.max(area.left);
    let mut cuts: Vec<i32> = Vec::new();
    // A line may be drawn in pieces, cell by cell; stripes too.
    let mut pieces: Vec<(i32, i32)> = drawn
        .rules
        .iter()
        .filter(|rule| rule.is_level && inside(rule.at))
        .map(|rule| (rule.at, over(rule.from, rule.to)))
        .chain(drawn.fills.iter().flat_map(|fill| {
            let length = over(fill.left, fill.right);
            [(fill.top, length), (fill.bottom, length)].into_iter().filter(|&(at, _)| inside(at))
        }))
        .filter(|&(_, length)| length > 0)
        .collect();
    pieces.sort_unstable();
    let mut index = 0;
    while let Some(&(at, _)) = pieces.get(index) {
        let mut length = 0;
        while let Some((_, more)) = pieces.get(index).filter(|(next, _)| next - at <= POINT) {
            length += more;
            index += 1;
        }
        if length * 10 >= width * 6 {
            cuts.push(at);
        }
    }
    cuts
}
