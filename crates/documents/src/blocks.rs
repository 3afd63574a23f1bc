// SPDX-License-Identifier: AGPL-3.0-or-later
//! What `intake` hands over and all later stages see: the lines of one document, each with its kind, its cells and
//! its place. Nothing later knows the format.
//!
//! Invariants: every span lies inside `text` on character boundaries; `lines` keeps the reading order; a row's cells
//! are contiguous in `cells`. Cells may point anywhere in `text`: a reader that joins wrapped lines writes the joined
//! cell at the end.

mod part;

pub use ambito_base::Area;
pub use part::Part;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A stretch of [`Blocks::text`], in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// A PDF.
    Pdf,
    /// A Word document.
    Docx,
    /// An OpenDocument text.
    Odt,
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
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }
}

/// How large a page is as it is shown, in hundredths of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageSize {
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
}

/// Where a line stands on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageLine {
    /// The page, 1-based, in the order of the file.
    pub page: u32,
    /// The line of text on that page, 1-based.
    pub line: u32,
    /// What it covers; a row that goes on over the end of a page covers what stands on the first.
    pub area: Area,
    /// How sure its least sure word is, in hundredths, where it was recognised in a picture.
    pub confidence: Option<u8>,
}

/// Where the lines and cells of a PDF stand.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Pages {
    /// The pages of the file.
    pub sizes: Vec<PageSize>,
    /// For each line of the blocks, its place.
    pub lines: Vec<PageLine>,
    /// For each cell of the blocks, what it covers: its frame where lines are drawn around it, else its text.
    pub cells: Vec<Area>,
    /// Headers and footers, which are kept beside the content.
    pub margins: Vec<Margin>,
}

/// A header or a footer of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Margin {
    /// The page, 1-based.
    pub page: u32,
    /// Its text.
    pub text: String,
    /// What it covers.
    pub area: Area,
}

/// Where a line stands in a word-processor file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParagraphPlace {
    /// The paragraph, 1-based, counted over the whole text, those of cells too; of a row, its first.
    pub paragraph: u32,
    /// For rows, the table (1-based over the document) and the row in it (1-based).
    pub row: Option<(u32, u32)>,
}

/// Where the lines of the blocks stand in the file.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    /// Line `n` of the blocks stands on a page.
    Pages(Pages),
    /// Line `n` of the blocks is a paragraph, or a row of a table, of a word-processor file.
    Paragraphs(Vec<ParagraphPlace>),
}

/// The place of a line in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Place<'a> {
    /// The sheet, for workbooks.
    pub sheet: Option<&'a str>,
    /// The line of the file or of the page, the row of the sheet, or the paragraph; 1-based.
    pub line: u32,
    /// The page, for PDF; 1-based.
    pub page: Option<u32>,
    /// What the line covers of its page, for PDF.
    pub area: Option<Area>,
    /// How sure the line is, in hundredths, where it was recognised in a picture.
    pub confidence: Option<u8>,
    /// The table and its row, for rows of word-processor files; both 1-based.
    pub row: Option<(u32, u32)>,
}

impl Places {
    /// The place of a line of the blocks (1-based).
    #[must_use]
    pub fn of(&self, line: u32) -> Place<'_> {
        let index = (line as usize).saturating_sub(1);
        let plain = Place { line, ..Place::default() };
        match self {
            Self::Lines => plain,
            Self::Mapped(lines) => Place { line: lines.get(index).copied().unwrap_or(line), ..plain },
            Self::Sheets { names, rows } => rows.get(index).map_or(plain, |&(sheet, row)| Place {
                sheet: names.get(usize::from(sheet)).map(String::as_str),
                line: row,
                ..plain
            }),
            Self::Pages(pages) => pages.lines.get(index).map_or(plain, |&PageLine { page, line, area, confidence }| {
                Place { line, page: Some(page), area: Some(area), confidence, ..plain }
            }),
            Self::Paragraphs(places) => places.get(index).map_or(plain, |&ParagraphPlace { paragraph, row }| Place {
                line: paragraph,
                row,
                ..plain
            }),
        }
    }

    /// The places of lines that were made out of these: `from` has the line of origin (1-based) of each.
    #[must_use]
    pub fn divided(&self, from: &[u32]) -> Self {
        fn picked<T: Copy>(all: &[T], from: &[u32]) -> Vec<T> {
            from.iter().filter_map(|line| all.get((*line as usize).saturating_sub(1)).copied()).collect()
        }
        match self {
            Self::Lines => Self::Mapped(from.to_vec()),
            Self::Mapped(lines) => Self::Mapped(picked(lines, from)),
            Self::Sheets { names, rows } => Self::Sheets { names: names.clone(), rows: picked(rows, from) },
            Self::Pages(pages) => Self::Pages(Pages { lines: picked(&pages.lines, from), ..pages.clone() }),
            Self::Paragraphs(places) => Self::Paragraphs(picked(places, from)),
        }
    }
}

impl Places {
    /// The first line of the blocks (1-based) that stands on a page or behind it; 1 where there is none.
    #[must_use]
    pub fn first_line_on(&self, page: u32) -> u32 {
        let Self::Pages(pages) = self else { return 1 };
        let index = pages.lines.iter().position(|line| line.page >= page && line.area != Area::default());
        index.and_then(|index| u32::try_from(index + 1).ok()).unwrap_or(1)
    }
}

/// What a reader tells of the whole file beside its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told {
    /// Changes were tracked and not yet accepted or refused: what is read is the text with all of them accepted.
    Changes {
        /// How many.
        count: u32,
        /// The line of the blocks with the first.
        line: u32,
    },
    /// Pages of a PDF that have something the matter with them.
    Pages {
        /// What it is.
        state: PageState,
        /// The pages, 1-based, in order.
        pages: Vec<u32>,
    },
    /// A figure was recognised in a picture, and not surely.
    Doubt {
        /// The line of the blocks it stands on.
        line: u32,
        /// The text of its cell or paragraph.
        text: String,
        /// How sure the recogniser is, in hundredths.
        confidence: u8,
    },
    /// Files are attached, and were not read.
    Attached {
        /// Their names.
        names: Vec<String>,
    },
}

/// What may be the matter with a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PageState {
    /// It is a picture: there is no text on it.
    Picture,
    /// It is a picture whose text was recognised.
    Recognised,
    /// Its fonts hide which letters it shows.
    Illegible,
    /// Its fonts hide some letters, which were found by other means.
    Mended,
    /// It is damaged, or asks for more than the limits allow.
    Undecoded,
}

/// The lines of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    #[serde(skip)]
    pub cut: Vec<&'static str>,
    /// What else it tells of the file.
    pub told: Vec<Told>,
}

impl Blocks {
    /// No lines yet.
    #[must_use]
    pub fn new(format: Format, text: String) -> Self {
        Self {
            format,
            text,
            lines: Vec::new(),
            cells: Vec::new(),
            places: Places::Lines,
            cut: Vec::new(),
            told: Vec::new(),
        }
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
