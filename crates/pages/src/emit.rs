// SPDX-License-Identifier: AGPL-3.0-or-later
//! From the pieces of all pages to blocks: paragraphs become lines of prose or headings, rows become rows, each with
//! its place.

use ambito_documents::blocks::{Area, Blocks, Format, LineKind, PageLine, Pages, Places, Span, Told};
use ambito_documents::limits::{HEADING_BYTES_MAX, ROW_CELLS_MAX, TEXT_BYTES_MAX};

use crate::headings::Headings;
use crate::prose::Paragraph;
use crate::region::Element;
use crate::table::{Row, Table};

/// The key of `Blocks::cut` for text beyond the limit.
pub const CUT_TEXT: &str = "text-bytes";

/// Makes the blocks.
#[must_use]
pub fn blocks(elements: Vec<Element>, pages: Pages, headings: &Headings) -> Blocks {
    let counters = vec![0; pages.sizes.len() + 1];
    let blocks = Blocks::new(Format::Pdf, String::new());
    let mut writer = Writer { blocks, pages, counters, page: 0, was_table: false };
    for element in elements {
        match element {
            Element::Table(table) => writer.table(&table),
            Element::Paragraph(paragraph) => writer.paragraph(&paragraph, headings.level(&paragraph)),
        }
        if writer.blocks.text.len() > TEXT_BYTES_MAX {
            writer.blocks.cut.push(CUT_TEXT);
            break;
        }
    }
    let Writer { mut blocks, pages, .. } = writer;
    blocks.places = Places::Pages(pages);
    blocks
}

struct Writer {
    blocks: Blocks,
    pages: Pages,
    /// For each page, how many lines of writing were given.
    counters: Vec<u32>,
    page: u32,
    was_table: bool,
}

impl Writer {
    fn table(&mut self, table: &Table) {
        self.turn_to(table.rows.first().map_or(self.page, |row| row.page));
        self.blank();
        for row in &table.rows {
            self.row(row);
        }
        self.was_table = true;
    }

    fn row(&mut self, row: &Row) {
        let start = self.blocks.text.len();
        let mut spans = Vec::with_capacity(row.cells.len());
        for (index, cell) in row.cells.iter().take(ROW_CELLS_MAX).enumerate() {
            if index > 0 {
                self.blocks.text.push('\t');
            }
            let from = self.blocks.text.len();
            self.write(&cell.text);
            spans.push(Span::new(from, self.blocks.text.len()));
            self.pages.cells.push(cell.area);
        }
        let end = self.blocks.text.len();
        self.blocks.text.push('\n');
        self.place(row.page, row.height, row.area);
        let line = u32::try_from(self.pages.lines.len()).unwrap_or(u32::MAX);
        for cell in &row.cells {
            self.doubt(line, &cell.text, cell.confidence);
        }
        self.blocks.push_row(Span::new(start, end), spans);
    }

    fn paragraph(&mut self, paragraph: &Paragraph, heading: Option<u8>) {
        self.turn_to(paragraph.page);
        if paragraph.is_apart || self.was_table || heading.is_some() {
            self.blank();
        }
        self.was_table = false;
        let start = self.blocks.text.len();
        self.write(paragraph.text.trim());
        let end = self.blocks.text.len();
        self.blocks.text.push('\n');
        self.place(paragraph.page, paragraph.height, paragraph.area);
        let line = u32::try_from(self.pages.lines.len()).unwrap_or(u32::MAX);
        self.doubt(line, &paragraph.text, paragraph.confidence);
        let kind = match heading {
            Some(level) if end - start <= HEADING_BYTES_MAX => LineKind::Heading(level),
            _ => LineKind::Prose,
        };
        self.blocks.push_line(Span::new(start, end), kind);
    }

    /// Writes a text; a hyphen that nothing came after is seen.
    fn write(&mut self, text: &str) {
        match text.strip_suffix('\u{AD}') {
            Some(text) => {
                self.blocks.text.push_str(text);
                self.blocks.text.push('-');
            }
            None => self.blocks.text.push_str(text),
        }
    }

    /// Begins another page.
    fn turn_to(&mut self, page: u32) {
        if page != self.page {
            if self.page > 0 {
                let at = self.blocks.text.len();
                self.blocks.text.push('\n');
                self.place(page, 0, Area::default());
                self.blocks.push_line(Span::new(at, at), LineKind::PageBreak);
            }
            self.page = page;
            self.was_table = false;
        }
    }

    fn blank(&mut self) {
        if self.blocks.lines.last().is_none_or(|line| matches!(line.kind, LineKind::Blank | LineKind::PageBreak)) {
            return;
        }
        let at = self.blocks.text.len();
        self.blocks.text.push('\n');
        self.place(self.page, 0, Area::default());
        self.blocks.push_line(Span::new(at, at), LineKind::Blank);
    }

    fn place(&mut self, page: u32, height: u32, area: Area) {
        let counter = &mut self.counters[page as usize];
        let line = *counter + 1;
        *counter += height;
        self.page = page;
        self.pages.lines.push(PageLine { page, line, area });
    }

    fn doubt(&mut self, line: u32, text: &str, confidence: Option<u8>) {
        const SURE: u8 = 80;
        if let Some(confidence) = confidence.filter(|&confidence| confidence < SURE)
            && text.chars().any(|letter| letter.is_ascii_digit())
        {
            self.blocks.told.push(Told::Doubt { line, text: text.to_owned(), confidence });
        }
    }
}
