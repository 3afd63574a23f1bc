// SPDX-License-Identifier: AGPL-3.0-or-later
//! The blocks while they are made: lines and cells that point into the file's text, and an arena for what a reader has
//! to write itself (joined, unescaped, decoded). The arena comes after the text, so the text is never copied.

use ambito_documents::blocks::{Blocks, Format, Line, LineKind, Places, Span};

use crate::limits::{EMPTY_CELLS_MAX, ROW_CELLS_MAX};

/// The key of [`Blocks::cut`] for rows with more cells than the limit.
pub const CUT_ROW_CELLS: &str = "row-cells";
/// The key of [`Blocks::cut`] for tables nested deeper than the limit.
pub const CUT_NESTING: &str = "nesting";
/// The key of [`Blocks::cut`] for more empty cells than the limit.
pub const CUT_EMPTY_CELLS: &str = "empty-cells";
/// The key of [`Blocks::cut`] for more repeated cells than the limit.
pub const CUT_REPEATS: &str = "repeats";

/// Blocks in the making.
#[derive(Debug, Default)]
pub struct Builder<'t> {
    /// The text of the file that spans point into.
    pub source: &'t str,
    /// What the readers wrote; its spans start at the end of the source.
    pub arena: String,
    /// The lines so far.
    pub lines: Vec<Line>,
    /// The cells so far.
    pub cells: Vec<Span>,
    /// The file's line of each line; empty as long as they are the same.
    places: Vec<u32>,
    cut: Vec<&'static str>,
    empty_cells: usize,
}

/// What a builder made, free of the text it points into.
#[derive(Debug)]
pub struct Made {
    arena: String,
    lines: Vec<Line>,
    cells: Vec<Span>,
    places: Vec<u32>,
    cut: Vec<&'static str>,
}

impl<'t> Builder<'t> {
    /// Nothing made yet from this text.
    #[must_use]
    pub fn new(source: &'t str) -> Self {
        Self { source, ..Self::default() }
    }

    /// Adds a line without cells that stands on this line of the file (1-based).
    pub fn line(&mut self, place: u32, span: Span, kind: LineKind) {
        self.place(place);
        self.lines.push(Line { span, kind, cells_from: short(self.cells.len()), cells_count: 0 });
    }

    /// Adds a row whose cells are those pushed since there were `cells_from` of them.
    pub fn row(&mut self, place: u32, span: Span, cells_from: usize) {
        self.place(place);
        self.limit_cells(cells_from);
        let count = self.cells.len().saturating_sub(cells_from);
        self.lines.push(Line { span, kind: LineKind::Row, cells_from: short(cells_from), cells_count: short(count) });
    }

    /// Makes a row of a line that is already there, of the cells pushed since there were `cells_from` of them.
    pub fn turn_into_row(&mut self, index: usize, cells_from: usize) {
        self.limit_cells(cells_from);
        let count = short(self.cells.len().saturating_sub(cells_from));
        if let Some(line) = self.lines.get_mut(index) {
            line.kind = LineKind::Row;
            line.cells_from = short(cells_from);
            line.cells_count = count;
        }
    }

    /// Writes into the arena.
    pub fn write(&mut self, text: &str) -> Span {
        let start = self.written();
        self.arena.push_str(text);
        Span::new(start, self.written())
    }

    /// Where the next byte of the arena will stand.
    #[must_use]
    pub fn written(&self) -> usize {
        self.source.len() + self.arena.len()
    }

    /// The text of a span.
    #[must_use]
    pub fn str(&self, span: Span) -> &str {
        let range = span.range();
        let offset = self.source.len();
        if range.start >= offset && !self.arena.is_empty() {
            self.arena.get(range.start - offset..range.end.saturating_sub(offset)).unwrap_or("")
        } else {
            self.source.get(range).unwrap_or("")
        }
    }

    /// Tells what a limit left out; once is enough.
    pub fn cut(&mut self, key: &'static str) {
        if !self.cut.contains(&key) {
            self.cut.push(key);
        }
    }

    /// Pushes empty cells that the file does not spell out; fewer, and told, beyond the limit.
    pub fn push_empty(&mut self, count: usize) {
        let granted = count.min(EMPTY_CELLS_MAX.saturating_sub(self.empty_cells));
        if granted < count {
            self.cut(CUT_EMPTY_CELLS);
        }
        self.empty_cells += granted;
        let at = self.written();
        self.cells.extend(std::iter::repeat_n(Span::new(at, at), granted));
    }

    /// Whether the limit of [`Self::push_empty`] is reached.
    #[must_use]
    pub fn is_out_of_empty_cells(&self) -> bool {
        self.empty_cells >= EMPTY_CELLS_MAX
    }

    /// Takes back the last line, which has no cells.
    pub fn drop_last_line(&mut self) {
        self.lines.pop();
        if !self.places.is_empty() {
            self.places.pop();
        }
    }

    /// Lets go of the text.
    #[must_use]
    pub fn made(self) -> Made {
        let Self { source: _, arena, lines, cells, places, cut, empty_cells: _ } = self;
        Made { arena, lines, cells, places, cut }
    }

    fn place(&mut self, place: u32) {
        let next = self.lines.len() + 1;
        if !self.places.is_empty() {
            self.places.push(place);
        } else if place as usize != next {
            self.places.extend(1..short(next));
            self.places.push(place);
        }
    }

    fn limit_cells(&mut self, cells_from: usize) {
        if self.cells.len().saturating_sub(cells_from) > ROW_CELLS_MAX {
            self.cells.truncate(cells_from + ROW_CELLS_MAX);
            self.cut(CUT_ROW_CELLS);
        }
    }
}

impl Made {
    /// The blocks, with the text that the builder's source was.
    #[must_use]
    pub fn into_blocks(self, format: Format, mut text: String) -> Blocks {
        let Self { arena, lines, cells, places, cut } = self;
        if text.is_empty() {
            text = arena;
        } else {
            text.push_str(&arena);
        }
        let places = if places.is_empty() { Places::Lines } else { Places::Mapped(places) };
        Blocks { format, text, lines, cells, places, cut, told: Vec::new() }
    }
}

/// Counts fit: a text is at most 1 GiB.
fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
