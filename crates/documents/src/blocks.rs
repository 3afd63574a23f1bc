// SPDX-License-Identifier: AGPL-3.0-or-later
//! What `intake` hands over and all later stages see: the lines of one document, each with its kind, its cells and
//! its place. Nothing later knows the format.
//!
//! Invariants: every span lies inside `text` on character boundaries; `lines` keeps the reading order; a row's cells
//! are contiguous in `cells`. Cells may point anywhere in `text`: a reader that joins wrapped lines writes the joined
//! cell at the end.

use std::ops::Range;

/// A stretch of [`Blocks::text`], in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; the text is at most 4 GiB ([`crate::limits::TEXT_BYTES_MAX`]).
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: u32::try_from(start).unwrap_or(u32::MAX), end: u32::try_from(end).unwrap_or(u32::MAX) }
    }

    /// The same as a range of `usize`.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// What a line is, as far as its form tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Nothing on it.
    Blank,
    /// A page ends here (form feed); nothing else on the line.
    PageBreak,
    /// A heading by its form (`#`, `<h2>`), 1 the highest; the span is without the marks.
    Heading(u8),
    /// A line that only separates: `---`, `|---|---|`.
    Rule,
    /// A row of a table; its cells are in [`Blocks::cells`].
    Row,
    /// The rest of the row above, joined to it by the reader: nothing of its own.
    Joined,
    /// Prose.
    Prose,
}

/// One line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its text without the line end.
    pub span: Span,
    /// What it is.
    pub kind: LineKind,
    /// First of its cells in [`Blocks::cells`].
    pub cells_from: u32,
    /// How many cells it has; 0 unless it is a row.
    pub cells_count: u32,
}

/// The formats that Ambito reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// Values separated by commas or semicolons.
    Csv,
    /// Values separated by tabs.
    Tsv,
    /// An Excel workbook.
    Xlsx,
    /// An OpenDocument spreadsheet.
    Ods,
}

impl Format {
    /// The pinned word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
        }
    }
}

/// Where the lines of the blocks stand in the file.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Places {
    /// Line `n` of the blocks is line `n` of the file.
    #[default]
    Lines,
    /// Line `n` of the blocks stands on line `.0[n - 1]` of the file (web pages, texts on one line).
    Mapped(Vec<u32>),
    /// Line `n` of the blocks is a row of a sheet.
    Sheets {
        /// The names of the sheets.
        names: Vec<String>,
        /// For each line, the index of its sheet and its 1-based row.
        rows: Vec<(u16, u32)>,
    },
}

/// The place of a line in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The sheet, for workbooks.
    pub sheet: Option<&'a str>,
    /// The line of the file, or the row of the sheet; 1-based.
    pub line: u32,
}

impl Places {
    /// The place of a line of the blocks (1-based).
    #[must_use]
    pub fn of(&self, line: u32) -> Place<'_> {
        let index = (line as usize).saturating_sub(1);
        match self {
            Self::Lines => Place { sheet: None, line },
            Self::Mapped(lines) => Place { sheet: None, line: lines.get(index).copied().unwrap_or(line) },
            Self::Sheets { names, rows } => match rows.get(index) {
                Some(&(sheet, row)) => Place { sheet: names.get(usize::from(sheet)).map(String::as_str), line: row },
                None => Place { sheet: None, line },
            },
        }
    }
}

/// The lines of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocks {
    /// The format it came in.
    pub format: Format,
    /// Everything the spans point into.
    pub text: String,
    /// The lines in reading order.
    pub lines: Vec<Line>,
    /// The cells of all rows.
    pub cells: Vec<Span>,
    /// Where the lines stand in the file.
    pub places: Places,
    /// What the reader had to leave out because of a limit, in its own words' message keys.
    pub cut: Vec<&'static str>,
}

impl Blocks {
    /// No lines yet.
    #[must_use]
    pub fn new(format: Format, text: String) -> Self {
        Self { format, text, lines: Vec::new(), cells: Vec::new(), places: Places::Lines, cut: Vec::new() }
    }

    /// Adds a line without cells.
    pub fn push_line(&mut self, span: Span, kind: LineKind) {
        let cells_from = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
        self.lines.push(Line { span, kind, cells_from, cells_count: 0 });
    }

    /// Adds a row with its cells.
    pub fn push_row(&mut self, span: Span, cells: impl IntoIterator<Item = Span>) {
        let from = self.cells.len();
        self.cells.extend(cells);
        self.lines.push(Line {
            span,
            kind: LineKind::Row,
            cells_from: u32::try_from(from).unwrap_or(u32::MAX),
            cells_count: u32::try_from(self.cells.len() - from).unwrap_or(u32::MAX),
        });
    }

    /// The text of a span.
    #[must_use]
    pub fn str(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// The cells of a line.
    #[must_use]
    pub fn cells(&self, line: &Line) -> &[Span] {
        let from = line.cells_from as usize;
        self.cells.get(from..from + line.cells_count as usize).unwrap_or(&[])
    }
}
