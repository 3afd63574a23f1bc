// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows between pipes, as in Markdown: the outer pipes are optional, `\|` is a character of the cell.

use ambito_documents::blocks::{LineKind, Span};
use memchr::memchr_iter;

use crate::builder::Builder;
use crate::form::trimmed;

/// Pushes the cells of a row; the outer pipes make none.
pub fn push_cells(builder: &mut Builder<'_>, span: Span) {
    let text = builder.source;
    let Some(row) = text.get(span.range()) else { return };
    let base = span.start as usize;
    let mut start = usize::from(row.starts_with('|'));
    for at in pipes_of(row) {
        if at >= start {
            push_cell(builder, base + start, base + at);
            start = at + 1;
        }
    }
    if start < row.len() {
        push_cell(builder, base + start, base + row.len());
    }
}

/// Makes rows of the lines that have pipes inside and a row or a separator beside them.
pub fn join_neighbours(builder: &mut Builder<'_>, piped: &[u32]) {
    let joined = |builder: &mut Builder<'_>, index: usize, neighbour: Option<usize>| {
        let Some(line) = builder.lines.get(index).copied().filter(|line| line.kind == LineKind::Prose) else { return };
        let pipes = builder.source.get(line.span.range()).map_or(0, |row| pipes_of(row).count());
        let beside = neighbour.map_or(0, |neighbour| outer_count(builder, neighbour));
        if beside > 0 && (pipes >= 2 || pipes == beside) {
            let cells_from = builder.cells.len();
            push_cells(builder, line.span);
            // A pipe alone has nothing on either side.
            if builder.cells.len() > cells_from {
                builder.turn_into_row(index, cells_from);
            }
        }
    };
    for &index in piped {
        joined(builder, index as usize, (index as usize).checked_sub(1));
    }
    for &index in piped.iter().rev() {
        joined(builder, index as usize, Some(index as usize + 1));
    }
}

/// How many pipes stand between the cells of a row or a separator; 0 when the line is neither, or has tabs.
fn outer_count(builder: &Builder<'_>, index: usize) -> usize {
    let Some(line) = builder.lines.get(index) else { return 0 };
    if !matches!(line.kind, LineKind::Row | LineKind::Rule) {
        return 0;
    }
    let Some(row) = builder.source.get(line.span.range()).filter(|row| !row.contains('\t')) else { return 0 };
    let outer = usize::from(row.starts_with('|')) + usize::from(row.len() > 1 && row.ends_with('|'));
    pipes_of(row).count().saturating_sub(outer)
}

fn pipes_of(row: &str) -> impl Iterator<Item = usize> {
    let bytes = row.as_bytes();
    memchr_iter(b'|', bytes).filter(move |&at| at == 0 || bytes.get(at - 1) != Some(&b'\\'))
}

fn push_cell(builder: &mut Builder<'_>, start: usize, end: usize) {
    let span = trimmed(builder.source, start, end);
    let cell = builder.str(span);
    let span = if cell.contains("\\|") {
        let unescaped = cell.replace("\\|", "|");
        builder.write(&unescaped)
    } else {
        span
    };
    builder.cells.push(span);
}
