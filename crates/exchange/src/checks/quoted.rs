// SPDX-License-Identifier: AGPL-3.0-or-later
//! A line as findings quote it, and the columns of its places: in plain text the line of the file, in a web page its
//! cells with tabs between them, since nothing else parts them there.

use ambito_documents::blocks::{Blocks, Format, LineKind, Places};
use std::ops::Range;

/// A quoted line.
pub(super) struct Quoted<'a> {
    blocks: &'a Blocks,
    /// The stretches of the text that are quoted, in bytes, with a tab between each two.
    pieces: Vec<Range<usize>>,
}

impl<'a> Quoted<'a> {
    /// The line with this number; nothing where there is none.
    pub(super) fn of(blocks: &'a Blocks, line: u32) -> Self {
        let Some(block) = (line as usize).checked_sub(1).and_then(|at| blocks.lines.get(at)) else {
            return Self { blocks, pieces: Vec::new() };
        };
        let mut whole = block.span.range();
        let is_file_line = blocks.places == Places::Lines && blocks.format != Format::Html;
        if is_file_line {
            // A heading with its marks.
            whole.start = blocks.text.get(..whole.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
            let rest = blocks.text.get(whole.end..).unwrap_or_default();
            whole.end += rest.find(['\n', '\r']).unwrap_or(rest.len());
        } else if block.kind == LineKind::Row {
            let cells: Vec<Range<usize>> = blocks.cells(block).iter().map(|cell| cell.range()).collect();
            if touch(&cells, &whole) {
                return Self { blocks, pieces: cells };
            }
        }
        Self { blocks, pieces: vec![whole] }
    }

    /// The line.
    pub(super) fn text(&self) -> String {
        let pieces: Vec<&str> =
            self.pieces.iter().map(|piece| self.blocks.text.get(piece.clone()).unwrap_or_default()).collect();
        pieces.join("\t")
    }

    /// The 1-based columns of bytes of the text, in characters; the whole line where they stand elsewhere.
    pub(super) fn columns(&self, start: u32, end: u32) -> (usize, usize) {
        let (start, end) = (start as usize, end as usize);
        let exact = self.pieces.iter().position(|piece| *piece == (start..end));
        let first = exact.or_else(|| self.pieces.iter().position(|piece| piece.start <= start && start <= piece.end));
        let last = exact.or_else(|| self.pieces.iter().rposition(|piece| piece.start <= end && end <= piece.end));
        let bounds = first.zip(last).and_then(|(first, last)| {
            let from = self.column(first, start)?;
            Some((from, self.column(last, end)?)).filter(|(from, to)| from <= to)
        });
        bounds.unwrap_or_else(|| {
            let text = self.text();
            let before = text.chars().take_while(|char| char.is_whitespace()).count();
            (before + 1, before + 1 + text.trim().chars().count())
        })
    }

    /// The bytes of the text between two columns; none where the columns lie in no stretch.
    pub(super) fn bytes(&self, column: usize, end_column: usize) -> Option<Range<usize>> {
        let from = self.byte(column)?;
        let last = self.byte(end_column.checked_sub(1)?)?;
        let width = self.blocks.text.get(last..)?.chars().next()?.len_utf8();
        Some(from..last + width).filter(|range| range.start < range.end)
    }

    fn column(&self, index: usize, byte: usize) -> Option<usize> {
        let chars = |range: Range<usize>| self.blocks.text.get(range).map(|text| text.chars().count());
        let before: Option<usize> = self.pieces.get(..index)?.iter().map(|piece| Some(chars(piece.clone())? + 1)).sum();
        Some(before? + chars(self.pieces.get(index)?.start..byte)? + 1)
    }

    fn byte(&self, column: usize) -> Option<usize> {
        let mut rest = column.checked_sub(1)?;
        for piece in &self.pieces {
            let text = self.blocks.text.get(piece.clone())?;
            let count = text.chars().count();
            if rest < count {
                return text.char_indices().nth(rest).map(|(at, _)| piece.start + at);
            }
            rest = rest.checked_sub(count + 1)?;
        }
        None
    }
}

/// Whether two filled cells inside the line stand side by side with nothing between them.
fn touch(cells: &[Range<usize>], line: &Range<usize>) -> bool {
    let filled: Vec<&Range<usize>> =
        cells.iter().filter(|cell| !cell.is_empty() && cell.start >= line.start && cell.end <= line.end).collect();
    filled.windows(2).any(|pair| matches!(pair, [left, right] if left.end == right.start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_documents::blocks::Span;

    fn page() -> Blocks {
        let mut blocks = Blocks::new(Format::Html, "totale è5,003,00".to_owned());
        let cells = [Span::new(0, 9), Span::new(17, 17), Span::new(9, 13), Span::new(13, 17)];
        blocks.push_row(Span::new(0, 17), cells);
        blocks
    }

    #[test]
    fn cells_of_a_page_are_parted() {
        let blocks = page();
        let quoted = Quoted::of(&blocks, 1);
        assert_eq!(quoted.text(), "totale è\t\t5,00\t3,00");
        assert_eq!(quoted.columns(13, 17), (16, 20));
        assert_eq!(quoted.bytes(16, 20), Some(13..17));
        assert_eq!(quoted.columns(17, 17), (10, 10));
        assert_eq!(quoted.columns(0, 17), (1, 20));
    }

    #[test]
    fn lines_of_a_text_stay_as_they_are() {
        let mut blocks = Blocks::new(Format::Markdown, "## Scheda\n".to_owned());
        blocks.push_line(Span::new(3, 9), LineKind::Heading(2));
        let quoted = Quoted::of(&blocks, 1);
        assert_eq!(quoted.text(), "## Scheda");
        assert_eq!(quoted.columns(3, 9), (4, 10));
        assert_eq!(quoted.bytes(4, 10), Some(3..9));
    }
}
