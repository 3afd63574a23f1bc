// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which lines of a table go on the row above: cells that are too narrow for their words wrap. A line goes on when it
//! has no figure where the table has figures and either leaves the first column empty, or begins with words that had no
//! room in the line above.

use super::segments::{Segment, is_figure};
use super::table::{Columns, Laid};

/// What the next lines of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapped {
    /// So many lines are one row.
    Row(usize),
    /// A title between the rows.
    Prose,
}

/// Tells for all lines of a table, in order, what they are.
pub fn parts_of<'t>(lines: &[Laid], columns: &Columns, cell: impl Fn(&Segment) -> &'t str + Copy) -> Vec<Wrapped> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(first) = lines.get(at) {
        let rest = lines.get(at..).unwrap_or(&[]);
        if at == 0 || first.after_gap {
            let block = 1 + rest.iter().skip(1).take_while(|line| !line.after_gap).count();
            if is_centred_block(rest.get(..block).unwrap_or(&[]), columns, cell) {
                parts.push(Wrapped::Row(block));
                at += block;
                continue;
            }
        }
        let is_row = first.filled() >= 2 || has_figure(first, columns, cell);
        let more = if is_row { wraps_behind(rest, columns, cell) } else { 0 };
        parts.push(if is_row { Wrapped::Row(1 + more) } else { Wrapped::Prose });
        at += 1 + more;
    }
    parts
}

/// A row between blank lines whose figures stand beside the middle of its words.
fn is_centred_block<'t>(block: &[Laid], columns: &Columns, cell: impl Fn(&Segment) -> &'t str + Copy) -> bool {
    let [first, rest @ ..] = block else { return false };
    let starts_before = first.cells.first().is_some_and(Option::is_none) && !has_figure(first, columns, cell);
    starts_before
        && rest.iter().filter(|line| has_figure(line, columns, cell)).count() == 1
        && rest.iter().filter(|line| line.cells.first().is_some_and(Option::is_some)).count() <= 1
}

/// How many lines behind the first go on it.
fn wraps_behind<'t>(lines: &[Laid], columns: &Columns, cell: impl Fn(&Segment) -> &'t str + Copy) -> usize {
    let [row, rest @ ..] = lines else { return 0 };
    let mut ends: Vec<Option<usize>> = row.cells.iter().map(|cell| cell.map(|cell| cell.to)).collect();
    let mut count = 0;
    for line in rest {
        if line.after_gap || has_figure(line, columns, cell) || !goes_on(line, row, &ends, columns, cell) {
            break;
        }
        for (end, cell) in ends.iter_mut().zip(&line.cells) {
            *end = cell.map_or(*end, |cell| Some(cell.to));
        }
        count += 1;
    }
    count
}

fn goes_on<'t>(
    line: &Laid,
    row: &Laid,
    ends: &[Option<usize>],
    columns: &Columns,
    cell: impl Fn(&Segment) -> &'t str,
) -> bool {
    let no_room = |column: usize, segment: &Segment| {
        let text = cell(segment);
        let word = text.split_whitespace().next().map_or(0, |word| word.chars().count());
        let band_end = columns.bands.get(column).map_or(0, |band| band.to);
        let is_lower = text.chars().next().is_some_and(|char| char.is_lowercase() || char == '(');
        ends.get(column).copied().flatten().is_some_and(|end| is_lower || end + 1 + word > band_end)
    };
    let filled = || line.cells.iter().enumerate().filter_map(|(column, cell)| Some((column, cell.as_ref()?)));
    let first_is_empty =
        line.cells.first().is_some_and(Option::is_none) && row.cells.first().is_some_and(Option::is_some);
    if first_is_empty {
        line.filled() == 1 || filled().any(|(column, segment)| no_room(column, segment))
    } else {
        line.filled() < row.filled().max(2) && filled().all(|(column, segment)| no_room(column, segment))
    }
}

fn has_figure<'t>(line: &Laid, columns: &Columns, cell: impl Fn(&Segment) -> &'t str) -> bool {
    line.cells
        .iter()
        .zip(&columns.are_figures)
        .any(|(segment, &figures)| figures && segment.as_ref().is_some_and(|segment| is_figure(cell(segment))))
}
