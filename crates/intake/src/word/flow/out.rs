// SPDX-License-Identifier: AGPL-3.0-or-later
//! Paragraphs and tables become lines: a blank line between paragraphs, none between items of a list, rows with their
//! cells between tabs, notes behind the sentence or the table that they hang from.

use ambito_documents::blocks::{Blocks, Format, Line, LineKind, ParagraphPlace, Places, Span, Told};

use super::Part;
use super::paragraph::{PAGE_END, Text};
use super::table::{Reading, Shown, Table};
use crate::builder::{CUT_EMPTY_CELLS, CUT_REPEATS, CUT_ROW_CELLS};
use crate::limits::{EMPTY_CELLS_MAX, REPEATED_BYTES_MAX, ROW_CELLS_MAX};

/// About what a cell and a line take beside their text.
const SPAN_BYTES: usize = 16;
const LINE_BYTES: usize = 64;

/// The lines so far.
pub struct Out {
    blocks: Blocks,
    places: Vec<ParagraphPlace>,
    /// Notes that wait for the end of what they hang from, each with its place.
    notes: Vec<(u32, String)>,
    /// The last line is an item of a list.
    after_item: bool,
    empty_cells: usize,
    repeated_bytes: usize,
}

impl Out {
    /// Nothing yet.
    #[must_use]
    pub fn new(format: Format) -> Self {
        Self {
            blocks: Blocks::new(format, String::new()),
            places: Vec::new(),
            notes: Vec::new(),
            after_item: false,
            empty_cells: 0,
            repeated_bytes: 0,
        }
    }

    /// Tells what a limit left out; once is enough.
    pub fn cut(&mut self, key: &'static str) {
        if !self.blocks.cut.contains(&key) {
            self.blocks.cut.push(key);
        }
    }

    /// Adds a part of the body.
    pub fn put(&mut self, part: Part) {
        match part {
            Part::Text(text) => self.paragraph(&text),
            Part::Table(table) => self.table(&table),
        }
    }

    /// The line (1-based) that holds a paragraph, or the first behind it.
    #[must_use]
    pub fn line_of(&self, paragraph: u32) -> u32 {
        let is_there = |(place, line): (&ParagraphPlace, &Line)| {
            place.paragraph >= paragraph && !matches!(line.kind, LineKind::Blank | LineKind::PageBreak)
        };
        let at = self.places.iter().zip(&self.blocks.lines).position(is_there);
        u32::try_from(at.unwrap_or(self.places.len().saturating_sub(1)) + 1).unwrap_or(u32::MAX)
    }

    /// Ends the document.
    #[must_use]
    pub fn finish(mut self, told: Option<Told>) -> Blocks {
        self.flush_notes();
        self.blocks.places = Places::Paragraphs(self.places);
        self.blocks.told.extend(told);
        self.blocks
    }

    fn paragraph(&mut self, text: &Text) {
        if text.breaks_before {
            self.page_end(text.number);
        }
        if text.heading.is_some() {
            self.flush_notes();
        }
        let place = ParagraphPlace { paragraph: text.number, row: None };
        if text.is_blank() {
            self.gap(place);
        } else if let Some(level) = text.heading {
            self.gap(place);
            let title = text.content.split_whitespace().collect::<Vec<_>>().join(" ");
            self.line(place, &title, LineKind::Heading(level));
            self.after_item = false;
        } else {
            if !(self.after_item && text.is_item) {
                self.gap(place);
            }
            self.after_item = text.is_item;
            self.lines_of(place, text);
        }
        self.notes.extend(text.notes.iter().map(|note| (text.number, note.clone())));
        if text.ends_sentence() {
            self.flush_notes();
        }
        if text.content.ends_with(PAGE_END) {
            self.page_end(text.number);
        }
    }

    fn lines_of(&mut self, place: ParagraphPlace, text: &Text) {
        for (index, page) in text.content.trim_end_matches(PAGE_END).split(PAGE_END).enumerate() {
            if index > 0 {
                self.page_end(place.paragraph);
            }
            for line in page.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
                match tabbed(line, text) {
                    Tabbed::Prose(line) => self.line(place, &line, LineKind::Prose),
                    Tabbed::Cells(cells) => {
                        let shown = |cell: &str| Shown { text: cell.to_owned(), columns: 1, repeats: 1 };
                        let cells: Vec<Shown> = cells.into_iter().map(shown).collect();
                        self.row(place, &cells);
                    }
                }
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.after_item = false;
        if let Some(first) = table.rows.first() {
            self.gap(ParagraphPlace { paragraph: first.paragraph, row: None });
        }
        for row in &table.rows {
            let mut notes = Vec::new();
            match row.read(&mut notes) {
                Reading::Blank => {
                    self.gap(ParagraphPlace { paragraph: row.paragraph, row: Some((table.number, row.number)) })
                }
                // Recurses as deep as tables stand in one another.
                Reading::Layout(parts) => parts.iter().for_each(|part| match part {
                    Part::Text(text) => self.paragraph(text),
                    Part::Table(table) => self.table(table),
                }),
                Reading::Cells(cells) => {
                    let bytes = cells.iter().map(|cell| cell.text.len() + SPAN_BYTES).sum::<usize>() + LINE_BYTES;
                    for offset in 0..self.grant_repeats(row.repeats, bytes) {
                        let number = row.number.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
                        let place = ParagraphPlace { paragraph: row.paragraph, row: Some((table.number, number)) };
                        self.row(place, &cells);
                    }
                }
            }
            self.notes.extend(notes.into_iter().map(|note| (row.paragraph, note)));
        }
        self.flush_notes();
    }

    /// How often something that takes so much memory may be repeated; once, and told, beyond the limit.
    fn grant_repeats(&mut self, repeats: usize, bytes: usize) -> usize {
        let wanted = repeats.saturating_sub(1).saturating_mul(bytes);
        if self.repeated_bytes.saturating_add(wanted) > REPEATED_BYTES_MAX {
            self.cut(CUT_REPEATS);
            return 1;
        }
        self.repeated_bytes += wanted;
        repeats.max(1)
    }

    /// A row: its cells are written with tabs between them, so that its text is what a text with tabs has.
    fn row(&mut self, place: ParagraphPlace, cells: &[Shown]) {
        let start = self.blocks.text.len();
        let mut spans: Vec<Span> = Vec::with_capacity(cells.len());
        for Shown { text, columns, repeats } in cells {
            let room = ROW_CELLS_MAX.saturating_sub(spans.len());
            let times = self.grant_repeats((*repeats).min(room), text.len() + SPAN_BYTES);
            for _ in 0..times {
                if !text.is_empty() && spans.len() < ROW_CELLS_MAX {
                    self.cell(&mut spans, text);
                }
                // The cell itself costs the file something, the empty ones behind it do not.
                self.empty_cells_behind(&mut spans, columns.saturating_sub(usize::from(!text.is_empty())));
            }
            if room == 0 {
                self.cut(CUT_ROW_CELLS);
                break;
            }
        }
        let end = self.blocks.text.len();
        self.blocks.push_row(Span::new(start, end), spans);
        self.places.push(place);
    }

    fn empty_cells_behind(&mut self, spans: &mut Vec<Span>, wanted: usize) {
        let room = ROW_CELLS_MAX.saturating_sub(spans.len());
        let spare = EMPTY_CELLS_MAX.saturating_sub(self.empty_cells);
        let granted = wanted.min(room).min(spare);
        if granted < wanted {
            self.cut(if spare < room { CUT_EMPTY_CELLS } else { CUT_ROW_CELLS });
        }
        self.empty_cells += granted;
        (0..granted).for_each(|_| self.cell(spans, ""));
    }

    fn cell(&mut self, spans: &mut Vec<Span>, text: &str) {
        if !spans.is_empty() {
            self.blocks.text.push('\t');
        }
        let start = self.blocks.text.len();
        self.blocks.text.push_str(text);
        spans.push(Span::new(start, self.blocks.text.len()));
    }

    fn line(&mut self, place: ParagraphPlace, text: &str, kind: LineKind) {
        let start = self.blocks.text.len();
        self.blocks.text.push_str(text);
        self.blocks.push_line(Span::new(start, self.blocks.text.len()), kind);
        self.places.push(place);
    }

    /// A blank line, unless there is one, or nothing before it.
    fn gap(&mut self, place: ParagraphPlace) {
        let last = self.blocks.lines.last().map(|line| line.kind);
        if last.is_some_and(|kind| !matches!(kind, LineKind::Blank | LineKind::PageBreak)) {
            self.line(place, "", LineKind::Blank);
        }
    }

    fn page_end(&mut self, paragraph: u32) {
        if self.blocks.lines.last().is_some_and(|line| line.kind != LineKind::PageBreak) {
            self.line(ParagraphPlace { paragraph, row: None }, "", LineKind::PageBreak);
        }
    }

    fn flush_notes(&mut self) {
        for (paragraph, note) in std::mem::take(&mut self.notes) {
            let place = ParagraphPlace { paragraph, row: None };
            self.gap(place);
            self.line(place, &note, LineKind::Prose);
            self.after_item = false;
        }
    }
}

/// What the tabs of a line make of it.
enum Tabbed<'l> {
    Prose(String),
    Cells(Vec<&'l str>),
}

/// A line with tabs is a row, as it is in texts; but a tab behind a sign, a number or a label is a blank, and before the
/// page of an index it is a row of dots.
fn tabbed<'l>(line: &'l str, text: &Text) -> Tabbed<'l> {
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    let filled: Vec<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
    if let [title @ .., page] = filled.as_slice()
        && text.is_index
        && !title.is_empty()
        && page.len() <= 4
        && page.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Tabbed::Prose(format!("{}.....{page}", title.join(" ").trim_end_matches(['.', '…', ' '])));
    }
    let is_label = filled.len() == 2 && filled.first().is_some_and(|first| is_sign(first) || first.ends_with(':'));
    if filled.len() < 2 || text.is_index || text.is_item || is_label {
        return Tabbed::Prose(filled.join(" "));
    }
    Tabbed::Cells(cells)
}

/// "-", "•", "1.", "2.1", "a)", "IV)": what begins an item.
fn is_sign(text: &str) -> bool {
    const ROMAN_BYTES_MAX: usize = 6;
    let body = text.trim_end_matches(['.', ')', '°']);
    let is_closed = body.len() < text.len();
    let is_number = body.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && (is_closed || body.contains('.'));
    let is_letter = is_closed && body.len() == 1 && body.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_roman = is_closed && body.len() <= ROMAN_BYTES_MAX && body.bytes().all(|byte| b"ivxlcIVXLC".contains(&byte));
    let is_bullet = text.chars().count() == 1 && !text.chars().all(char::is_alphanumeric);
    is_number || is_letter || is_roman || is_bullet
}

#[cfg(test)]
mod tests {
    use super::is_sign;

    #[test]
    fn tells_signs_of_items() {
        for sign in ["-", "•", "–", "1.", "2.1", "2.1.", "a)", "IV)", "☐", "10)"] {
            assert!(is_sign(sign), "{sign}");
        }
        for word in ["A", "1", "2027", "n. 3", "Comune", "ab", "Totale."] {
            assert!(!is_sign(word), "{word}");
        }
    }
}
