// SPDX-License-Identifier: AGPL-3.0-or-later
//! One line as what stands between its gaps: runs of two or more blanks. Positions are columns in characters.

use ambito_documents::blocks::Span;

use crate::limits::{COLUMNS_MAX, COLUMNS_WIDTH_MAX};

/// A stretch of a line without gaps inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its first column, 0-based.
    pub from: usize,
    /// The first column behind it.
    pub to: usize,
    /// Its text.
    pub span: Span,
}

/// The segments of a line, whose span is trimmed; none when it cannot be a line of a table: too wide, led by dots to a
/// page number, or an item of a list whose only gap is behind its mark.
pub fn segments_of(text: &str, line: Span) -> Vec<Segment> {
    let content = text.get(line.range()).unwrap_or("");
    if content.len() > COLUMNS_WIDTH_MAX * 2 || has_leaders(content) {
        return Vec::new();
    }
    let start = line.start as usize;
    let indent =
        text.get(..start).unwrap_or("").chars().rev().take_while(|char| !matches!(char, '\n' | '\x0C')).count();
    let mut segments: Vec<Segment> = Vec::new();
    let mut blanks = 2;
    let mut column = indent;
    for (offset, char) in content.char_indices() {
        let (from, to) = (start + offset, start + offset + char.len_utf8());
        if is_blank(char) {
            blanks += 1;
        } else {
            match segments.last_mut() {
                Some(last) if blanks < 2 => {
                    last.to = column + 1;
                    last.span = Span::new(last.span.start as usize, to);
                }
                _ => segments.push(Segment { from: column, to: column + 1, span: Span::new(from, to) }),
            }
            blanks = 0;
        }
        column += 1;
    }
    let is_item = matches!(segments.as_slice(), [mark, _] if is_list_mark(text.get(mark.span.range()).unwrap_or("")));
    if column > COLUMNS_WIDTH_MAX || segments.len() > COLUMNS_MAX || is_item { Vec::new() } else { segments }
}

/// Whether a character is a blank inside a line.
pub fn is_blank(char: char) -> bool {
    matches!(char, ' ' | '\u{A0}')
}

/// Whether a cell holds a figure: an amount, a count, a date, a percentage. The words around it are few and known.
pub fn is_figure(cell: &str) -> bool {
    let bare = cell.trim_matches(|char: char| char.is_whitespace() || matches!(char, '€' | '%'));
    let bare = bare.strip_prefix("euro").or_else(|| bare.strip_suffix("euro")).unwrap_or(bare);
    bare.bytes().any(|byte| byte.is_ascii_digit())
        && bare.chars().all(|char| char.is_ascii_digit() || " .,'’+-−–/()%€\u{A0}".contains(char))
}

/// Whether a cell says that there is nothing: `-`, `n.d.`.
pub fn is_nothing(cell: &str) -> bool {
    matches!(cell, "-" | "–" | "—" | "/" | "n.d." | "nd" | "N.D." | "ND")
}

fn has_leaders(content: &str) -> bool {
    content.contains("....") || content.contains(". . . .") || content.contains("…….") || content.contains("……")
}

/// `-`, `•`, `1.`, `a)`, `1.2.3`.
fn is_list_mark(mark: &str) -> bool {
    let mut chars = mark.chars();
    let is_bullet = chars.next().is_some_and(|char| !char.is_alphanumeric()) && chars.next().is_none();
    let number = mark.trim_matches(['(', ')', '.', '°']);
    let is_number = number.len() < mark.len() && number.len() <= 3 && number.chars().all(char::is_alphanumeric);
    let is_path = mark.contains('.')
        && mark.len() <= 9
        && mark.split('.').all(|part| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()));
    is_bullet || is_number || is_path
}
