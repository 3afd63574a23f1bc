// SPDX-License-Identifier: AGPL-3.0-or-later
//! A stretch of the lines of a document, whole in itself, and the document put together from its stretches.
//!
//! Invariant: the parts of a document, joined, have the same lines, cells and places; and so has a part alone, for its own
//! lines. Only the bytes that spans point to may stand elsewhere.

use super::{Blocks, Format, LineKind, Margin, Pages, Places, Span};
use ambito_domain::planning::LineNo;
use serde::{Deserialize, Serialize};

/// Some lines of a document in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The number that its first line has in the document, 1-based.
    pub first_line: LineNo,
    /// Whether the lines of the document are those of the file.
    is_file: bool,
    /// The lines.
    pub blocks: Blocks,
}

impl Blocks {
    /// The lines from one to another, both included and 1-based; what lies beyond the last is left out.
    #[must_use]
    pub fn part(&self, first_line: LineNo, last_line: LineNo) -> Part {
        let from = (first_line.max(1) as usize - 1).min(self.lines.len());
        let to = (last_line as usize).clamp(from, self.lines.len());
        let is_file = self.places == Places::Lines;
        let mut blocks = Self::new(self.format, String::new());
        // In a plain text a line is quoted with what stands around its span: its stretch of the file stays in one piece.
        let stretch = if is_file && self.format != Format::Html { self.stretch(from, to) } else { None };
        if let Some((start, end)) = stretch {
            blocks.text.push_str(self.text.get(start..end).unwrap_or_default());
            blocks.end_line();
        }
        let mut cell_places = Vec::new();
        for line in &self.lines[from..to] {
            let cells = self.cells(line);
            let own = match stretch {
                Some((start, end)) if start <= line.span.range().start && line.span.range().end <= end => {
                    (line.span.range().start - start, line.span.range())
                }
                _ => (blocks.copy(self.str(line.span)), line.span.range()),
            };
            let span = Span::new(own.0, own.0 + own.1.len());
            let moved: Vec<Span> = cells
                .iter()
                .map(|cell| {
                    let (inside, at) = (cell.range(), own.1.start);
                    if at <= inside.start && inside.end <= own.1.end {
                        let start = own.0 + (inside.start - at);
                        return Span::new(start, start + inside.len());
                    }
                    let start = blocks.copy(self.str(*cell));
                    Span::new(start, start + self.str(*cell).len())
                })
                .collect();
            if let Places::Pages(pages) = &self.places {
                let from = line.cells_from as usize;
                cell_places.extend_from_slice(pages.cells.get(from..from + moved.len()).unwrap_or_default());
            }
            if line.kind == LineKind::Row {
                blocks.push_row(span, moved);
            } else {
                blocks.push_line(span, line.kind);
            }
        }
        blocks.end_line();
        blocks.places = self.places_between(from, to, cell_places);
        if from == 0 {
            blocks.told.clone_from(&self.told);
        }
        Part { first_line: u32::try_from(from + 1).unwrap_or(u32::MAX), is_file, blocks }
    }

    /// Ends the text with the end of a line, so that what comes behind it begins one.
    fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Adds bytes at the end of the text; where they begin.
    fn copy(&mut self, text: &str) -> usize {
        let start = self.text.len();
        self.text.push_str(text);
        start
    }

    /// The bytes of some lines of a plain text, with all that stands on these lines.
    fn stretch(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let spans = self.lines[from..to].iter().map(|line| line.span.range());
        let start = spans.clone().map(|span| span.start).min()?;
        let end = spans.map(|span| span.end).max()?;
        let start = self.text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
        let end = self.text.get(end..)?.find('\n').map_or(self.text.len(), |at| end + at + 1);
        Some((start, end))
    }

    fn places_between(&self, from: usize, to: usize, cells: Vec<ambito_base::Area>) -> Places {
        fn picked<T: Copy>(all: &[T], from: usize, to: usize) -> Vec<T> {
            all.get(from.min(all.len())..to.min(all.len())).unwrap_or_default().to_vec()
        }
        match &self.places {
            Places::Lines => Places::Mapped((from + 1..=to).filter_map(|line| u32::try_from(line).ok()).collect()),
            Places::Mapped(lines) => Places::Mapped(picked(lines, from, to)),
            Places::Sheets { names, rows } => Places::Sheets { names: names.clone(), rows: picked(rows, from, to) },
            Places::Paragraphs(places) => Places::Paragraphs(picked(places, from, to)),
            Places::Pages(pages) => {
                let lines = picked(&pages.lines, from, to);
                // Every page belongs to the part with its first line; one that goes on is in both.
                let first = if from == 0 { 0 } else { lines.first().map_or(u32::MAX, |line| line.page) };
                let next = pages.lines.get(to).map_or(u32::MAX, |line| line.page);
                let last = lines.last().map_or(0, |line| line.page);
                let is_own = |margin: &&Margin| first <= margin.page && (margin.page < next || margin.page <= last);
                let margins = pages.margins.iter().filter(is_own).cloned().collect();
                Places::Pages(Pages { sizes: pages.sizes.clone(), lines, cells, margins })
            }
        }
    }
}

impl Part {
    /// The document that these are the parts of, in order.
    #[must_use]
    pub fn join(parts: Vec<Self>) -> Option<Blocks> {
        let mut parts = parts.into_iter();
        let Self { is_file, mut blocks, .. } = parts.next()?;
        let mut next_page = next_page(&blocks.places);
        for Self { blocks: more, .. } in parts {
            let shift = blocks.copy(&more.text);
            let moved = |span: Span| Span::new(span.start as usize + shift, span.end as usize + shift);
            for line in &more.lines {
                if line.kind == LineKind::Row {
                    blocks.push_row(moved(line.span), more.cells(line).iter().map(|cell| moved(*cell)));
                } else {
                    blocks.push_line(moved(line.span), line.kind);
                }
            }
            let last = self::next_page(&more.places);
            append(&mut blocks.places, more.places, next_page);
            next_page = next_page.max(last);
            blocks.told.extend(more.told);
        }
        if is_file {
            blocks.places = Places::Lines;
        }
        Some(blocks)
    }
}

/// The first page of which no margin was taken.
fn next_page(places: &Places) -> u32 {
    let Places::Pages(pages) = places else { return 0 };
    let (lines, margins) = (pages.lines.last().map(|line| line.page), pages.margins.last().map(|margin| margin.page));
    lines.max(margins).map_or(0, |page| page + 1)
}

fn append(places: &mut Places, more: Places, next_page: u32) {
    match (places, more) {
        (Places::Mapped(lines), Places::Mapped(more)) => lines.extend(more),
        (Places::Sheets { rows, .. }, Places::Sheets { rows: more, .. }) => rows.extend(more),
        (Places::Paragraphs(places), Places::Paragraphs(more)) => places.extend(more),
        (Places::Pages(pages), Places::Pages(more)) => {
            pages.lines.extend(more.lines);
            pages.cells.extend(more.cells);
            pages.margins.extend(more.margins.into_iter().filter(|margin| margin.page >= next_page));
        }
        _ => {}
    }
}
