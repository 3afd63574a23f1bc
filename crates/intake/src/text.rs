// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plain text and Markdown, in one pass over the bytes. Lines end at LF, CR LF, CR, NEL, U+2028 or U+2029; a form feed
//! ends a page and, inside a line, also the stretch before it.
//!
//! Invariant: the text is not copied when its lines end with LF or CR LF.

use ambito_documents::blocks::{Blocks, Format, LineKind, Span};
use memchr::{memchr, memchr_iter, memchr3_iter, memmem};

use crate::builder::{Builder, CUT_ROW_CELLS};
use crate::form::{Form, form_of, is_tab_rule, is_tabbed_heading, trimmed};
use crate::limits::ROW_CELLS_MAX;
use crate::{columns, fragment, pipes};

/// Reads a text.
#[must_use]
pub fn read(text: String, format: Format) -> Blocks {
    let text = unify_ends(text);
    let made = {
        let mut reader = TextReader::new(&text);
        reader.lines();
        pipes::join_neighbours(&mut reader.builder, &reader.piped);
        if reader.spaced >= 2 {
            columns::find(&mut reader.builder);
        }
        reader.builder.made()
    };
    made.into_blocks(format, text)
}

/// The same text with line ends of other kinds turned into LF; not copied when there are none.
#[must_use]
pub fn unify_ends(text: String) -> String {
    let bytes = text.as_bytes();
    let lone_cr = memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'));
    let other = ["\u{85}", "\u{2028}", "\u{2029}"].iter().any(|end| memmem::find(bytes, end.as_bytes()).is_some());
    if !lone_cr && !other {
        return text;
    }
    let mut unified = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => unified.push('\n'),
            other => unified.push(other),
        }
    }
    unified
}

struct TextReader<'t> {
    builder: Builder<'t>,
    fragments: fragment::Finder<'t>,
    /// Lines of prose with a pipe: rows, if their neighbours are.
    piped: Vec<u32>,
    /// Finds gaps; `None` when the whole text has none.
    gap: Option<memmem::Finder<'static>>,
    /// Lines of prose with a gap inside: rows of columns made of spaces, perhaps.
    spaced: usize,
    /// The current line of the file, 1-based.
    place: u32,
}

/// What ends a stretch of text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Line,
    Page,
    Text,
}

impl<'t> TextReader<'t> {
    fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr_iter(b'\n', bytes).count();
        let tabs = memchr_iter(b'\t', bytes).count();
        let mut builder = Builder::new(text);
        builder.lines.reserve_exact(ends + 1);
        builder.cells.reserve_exact(tabs + tabs.min(ends + 1));
        Self {
            builder,
            fragments: fragment::Finder::new(text),
            piped: Vec::new(),
            gap: Some(memmem::Finder::new("  ")).filter(|gap| gap.find(bytes).is_some()),
            spaced: 0,
            place: 1,
        }
    }

    fn lines(&mut self) {
        let text = self.builder.source;
        let mut from = 0;
        // The hits start again behind a fragment of another format.
        while let Some(next) = self.lines_from(text, from) {
            from = next;
        }
    }

    /// Reads lines up to the end of the text, or up to the end of an HTML table, which is returned.
    fn lines_from(&mut self, text: &'t str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let rest = bytes.get(from..)?;
        let mut start = from;
        let mut cell_start = from;
        let mut cells_from = self.builder.cells.len();
        let mut count = 0;
        let mut after_break = false;
        let hits = memchr3_iter(b'\n', b'\t', b'\x0C', rest).map(|at| at + from);
        for at in hits.chain(std::iter::once(bytes.len())) {
            let end = match bytes.get(at) {
                Some(b'\t') => {
                    self.cell(cell_start, at, count);
                    count += 1;
                    cell_start = at + 1;
                    continue;
                }
                Some(b'\n') => End::Line,
                Some(_) => End::Page,
                None if start == at && !after_break => return None,
                None => End::Text,
            };
            if count > 0 {
                self.cell(cell_start, at, count);
                count += 1;
            }
            if let Some(behind) = self.stretch(start, at, cells_from, count, end, after_break) {
                return Some(behind);
            }
            if end == End::Line {
                self.place += 1;
            }
            after_break = end == End::Page;
            start = at + 1;
            cell_start = start;
            count = 0;
            cells_from = self.builder.cells.len();
        }
        None
    }

    fn cell(&mut self, start: usize, end: usize, count: usize) {
        if count < ROW_CELLS_MAX {
            let span = trimmed(self.builder.source, start, end);
            self.builder.cells.push(span);
        } else {
            self.builder.cut(CUT_ROW_CELLS);
        }
    }

    /// Takes one stretch between line ends and page ends; gives the place to go on from when it opened a fragment.
    fn stretch(
        &mut self,
        start: usize,
        at: usize,
        cells_from: usize,
        count: usize,
        end: End,
        after_break: bool,
    ) -> Option<usize> {
        let text = self.builder.source;
        let span = trimmed(text, start, at);
        let content = text.get(span.range()).unwrap_or("");
        let mut behind = None;
        if content.is_empty() {
            self.builder.cells.truncate(cells_from);
            if end == End::Line && !after_break {
                self.builder.line(self.place, span, LineKind::Blank);
            }
        } else if count > 0 && !is_tabbed_heading(content, count) {
            if is_tab_rule(content) {
                self.builder.cells.truncate(cells_from);
                self.builder.line(self.place, span, LineKind::Rule);
            } else {
                self.builder.row(self.place, whole(text, start, at), cells_from);
            }
        } else {
            self.builder.cells.truncate(cells_from);
            behind = self.plain(span, content);
        }
        if end == End::Page && behind.is_none() {
            self.builder.line(self.place, Span::new(at, at + 1), LineKind::PageBreak);
        }
        behind
    }

    /// A stretch without tabs.
    fn plain(&mut self, span: Span, content: &'t str) -> Option<usize> {
        match form_of(content) {
            Form::Heading { level, from, to } => {
                let start = span.start as usize;
                self.builder.line(self.place, Span::new(start + from, start + to), LineKind::Heading(level));
            }
            Form::Rule => self.builder.line(self.place, span, LineKind::Rule),
            Form::PipeRow => {
                let cells_from = self.builder.cells.len();
                pipes::push_cells(&mut self.builder, span);
                self.builder.row(self.place, span, cells_from);
            }
            Form::Table if let Some(table) = self.fragments.table_at(span.start as usize) => {
                self.place = fragment::read(&mut self.builder, table.clone(), self.place);
                return Some((table.end + 1).min(self.builder.source.len()));
            }
            Form::Table | Form::Prose => {
                if memchr(b'|', content.as_bytes()).is_some() {
                    self.piped.push(u32::try_from(self.builder.lines.len()).unwrap_or(u32::MAX));
                }
                if self.gap.as_ref().is_some_and(|gap| gap.find(content.as_bytes()).is_some()) {
                    self.spaced += 1;
                }
                self.builder.line(self.place, span, LineKind::Prose);
            }
        }
        None
    }
}

/// The stretch as it stands, without the CR of its end.
fn whole(text: &str, start: usize, at: usize) -> Span {
    let cr = at > start && text.as_bytes().get(at - 1) == Some(&b'\r');
    Span::new(start, at - usize::from(cr))
}
