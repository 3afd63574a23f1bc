// SPDX-License-Identifier: AGPL-3.0-or-later
//! A quoted line with its marks, laid out for a terminal: cells side by side, long ones cut, marks under their cells.

use crate::Mark;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// The widest quoted line, in columns; what does not fit is left out around the marks.
const QUOTE_COLUMNS_MAX: usize = 100;
/// The widest cell without a mark, in columns: the first that lets the line fit.
const CELL_COLUMNS: [usize; 2] = [28, 18];
/// A figure of at most so many columns is never cut.
const FIGURE_COLUMNS_MAX: usize = 20;
/// What is kept of a long text on each side of a mark, in characters.
const AROUND_CHARS: usize = 20;
/// What stands between two cells.
const GAP: &str = "   ";

/// The quoted line, and below it the lines that mark it.
pub(crate) struct Quote {
    pub text: String,
    pub marks: Vec<String>,
}

/// A piece of the laid-out line: the columns of the source it comes from, and the columns it takes.
struct Piece {
    from: usize,
    to: usize,
    at: usize,
    width: usize,
}

/// Lays out a line; `marks` in the order of their columns.
pub(crate) fn lay_out(quote: &str, marks: &[Mark]) -> Quote {
    let chars: Vec<char> = quote.chars().collect();
    let cells = cells(&chars, marks);
    let tabular = chars.contains(&'\t');
    // Words give way to figures: cells without a mark are cut shorter, then left out from the far end.
    let widths: &[usize] = if tabular { &CELL_COLUMNS } else { &[QUOTE_COLUMNS_MAX] };
    let mut laid = (String::new(), Vec::new());
    for &width in widths {
        laid = write_cells(&chars, &cells, width);
        if laid.0.width() <= QUOTE_COLUMNS_MAX {
            break;
        }
    }
    let first_marked = cells.iter().position(|cell| cell.is_marked).unwrap_or(0);
    for left_out in 1..=first_marked {
        if laid.0.width() <= QUOTE_COLUMNS_MAX {
            break;
        }
        laid = write_cells(&chars, &cells[left_out..], CELL_COLUMNS[CELL_COLUMNS.len() - 1]);
    }
    let (text, pieces) = laid;
    let marks = mark_lines(&pieces, marks);
    Quote { text, marks }
}

/// A cell of the line that says something or is marked.
struct Cell {
    range: std::ops::Range<usize>,
    is_marked: bool,
    /// The first and the last column that is marked, 0-based, the last one behind it.
    marked: Option<(usize, usize)>,
}

fn cells(chars: &[char], marks: &[Mark]) -> Vec<Cell> {
    let mut from = 0;
    let mut cells = Vec::new();
    for text in chars.split(|char| *char == '\t') {
        let range = from..from + text.len();
        from = range.end + 1;
        let inside = |mark: &&Mark| {
            let at = mark.column.saturating_sub(1);
            range.contains(&at) || (range.is_empty() && at == range.start)
        };
        let first = marks.iter().find(inside).map(|mark| mark.column - 1);
        let last = marks.iter().rfind(inside).map(|mark| mark.end_column - 1);
        if first.is_some() || !text.iter().all(|char| char.is_whitespace()) {
            cells.push(Cell { range, is_marked: first.is_some(), marked: first.zip(last) });
        }
    }
    cells
}

fn write_cells(chars: &[char], cells: &[Cell], columns_max: usize) -> (String, Vec<Piece>) {
    let mut text = String::new();
    let mut pieces = Vec::new();
    for cell in cells {
        if cell.range.start > 0 && text.is_empty() && cells[0].range.start > 0 && columns_max < CELL_COLUMNS[0] {
            // Something before it was left out, or was empty.
            text.push('…');
        }
        if !text.is_empty() {
            text.push_str(GAP);
        }
        write_cell(&mut text, &mut pieces, chars, cell, columns_max);
    }
    (text, pieces)
}

/// Writes one cell, cut to the words around its marks where it is long.
fn write_cell(text: &mut String, pieces: &mut Vec<Piece>, chars: &[char], cell: &Cell, columns_max: usize) {
    let range = cell.range.clone();
    let (mut from, mut to) = (range.start, range.end);
    let is_figure = range.len() <= FIGURE_COLUMNS_MAX && !chars[range.clone()].iter().any(|char| char.is_alphabetic());
    if range.len() > columns_max && !is_figure {
        match cell.marked {
            Some((first, last)) => {
                from = first.saturating_sub(AROUND_CHARS).max(range.start);
                to = (last + AROUND_CHARS).min(range.end).min(from + QUOTE_COLUMNS_MAX);
            }
            None => to = from + columns_max - 1,
        }
    }
    if from > range.start {
        text.push('…');
    }
    for (index, char) in chars.iter().enumerate().take(to).skip(from) {
        let char = if char.is_control() { ' ' } else { *char };
        let at = text.width();
        text.push(char);
        pieces.push(Piece { from: index, to: index + 1, at, width: char.width().unwrap_or(0) });
    }
    if range.is_empty() {
        // An empty cell that is marked.
        pieces.push(Piece { from: range.start, to: range.start + 1, at: text.width(), width: 1 });
        text.push('·');
    }
    if to < range.end {
        text.push('…');
    }
}

/// The marks and their labels: on one line as long as they fit, the rest below.
fn mark_lines(pieces: &[Piece], marks: &[Mark]) -> Vec<String> {
    let mut placed: Vec<(usize, usize, &str)> = Vec::new();
    for mark in marks {
        let covered = pieces
            .iter()
            .filter(|piece| piece.to >= mark.column && piece.from + 1 < mark.end_column.max(mark.column + 1));
        let mut bounds: Option<(usize, usize)> = None;
        for piece in covered {
            let end = piece.at + piece.width;
            bounds = Some(bounds.map_or((piece.at, end), |(at, last)| (at.min(piece.at), last.max(end))));
        }
        if let Some((at, end)) = bounds {
            placed.push((at, end.saturating_sub(at).max(1), &mark.label));
        }
    }
    let mut lines: Vec<String> = Vec::new();
    for (index, &(at, width, label)) in placed.iter().enumerate() {
        let next = placed.get(index + 1).map(|&(next, ..)| next);
        let mark = mark_text(width, label, next.map(|next| next.saturating_sub(at + 1)));
        let free = lines.iter().position(|line| line.width() <= at && (line.is_empty() || line.width() < at));
        let line = match free {
            Some(found) => &mut lines[found],
            None => {
                lines.push(String::new());
                // The list is not empty: a line was just added.
                let last = lines.len() - 1;
                &mut lines[last]
            }
        };
        let gap = at - line.width();
        line.extend(std::iter::repeat_n(' ', gap));
        line.push_str(&mark);
    }
    lines
}

/// `└─ A ────`: the corner, the label, the rest of the width; without a label the width alone.
fn mark_text(width: usize, label: &str, room: Option<usize>) -> String {
    if label.is_empty() {
        return format!("└{}", "─".repeat(width.saturating_sub(1)));
    }
    let mut text = format!("└─ {label}");
    let rest = width.saturating_sub(text.width() + 1);
    if rest > 0 && room.is_some() {
        text.push(' ');
        text.push_str(&"─".repeat(rest));
    }
    text
}
