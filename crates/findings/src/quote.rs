// SPDX-License-Identifier: AGPL-3.0-or-later
//! A quoted line with its marks, laid out for a terminal: cells side by side, long ones cut, marks under their cells.

use crate::Mark;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// The widest quoted line, in columns; what does not fit is left out around the marks.
const QUOTE_COLUMNS_MAX: usize = 100;
/// The widest cell without a mark, in columns.
const CELL_COLUMNS_MAX: usize = 28;
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
    let mut text = String::new();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut from = 0;
    let cells: Vec<&[char]> = chars.split(|char| *char == '\t').collect();
    let tabular = cells.len() > 1;
    let mut skipped = false;
    for cell in cells {
        let range = from..from + cell.len();
        from = range.end + 1;
        let marked: Vec<&Mark> = marks
            .iter()
            .filter(|mark| {
                mark.column > range.start && mark.column <= range.end
                    || (cell.is_empty() && mark.column == range.start + 1)
            })
            .collect();
        if cell.iter().all(|char| char.is_whitespace()) && marked.is_empty() {
            continue;
        }
        // What is far from every mark gives way.
        if tabular && marked.is_empty() && text.width() > QUOTE_COLUMNS_MAX {
            skipped = true;
            continue;
        }
        if !text.is_empty() {
            text.push_str(GAP);
            if skipped {
                text.push('…');
                text.push_str(GAP);
                skipped = false;
            }
        }
        let at_most = if tabular { CELL_COLUMNS_MAX } else { QUOTE_COLUMNS_MAX };
        write_cell(&mut text, &mut pieces, &chars, range, &marked, at_most);
    }
    if skipped {
        text.push_str(GAP);
        text.push('…');
    }
    let marks = mark_lines(&pieces, marks);
    Quote { text, marks }
}

/// Writes one cell, cut to the words around its marks where it is long.
fn write_cell(
    text: &mut String,
    pieces: &mut Vec<Piece>,
    chars: &[char],
    range: std::ops::Range<usize>,
    marked: &[&Mark],
    columns_max: usize,
) {
    let (mut from, mut to) = (range.start, range.end);
    let long = range.len() > columns_max;
    if long {
        match (marked.first(), marked.last()) {
            (Some(first), Some(last)) => {
                let whole = first.column - 1 <= range.start && last.end_column > range.end;
                from = (first.column - 1).saturating_sub(AROUND_CHARS).max(range.start);
                to = if whole {
                    (range.start + QUOTE_COLUMNS_MAX).min(range.end)
                } else {
                    (last.end_column - 1 + AROUND_CHARS).min(range.end).min(from + 2 * QUOTE_COLUMNS_MAX)
                };
            }
            _ => to = from + columns_max - 1,
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
