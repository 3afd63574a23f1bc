// SPDX-License-Identifier: AGPL-3.0-or-later
//! Texts laid out on invented pages, as a reader of PDF would hand them over.

use crate::checks::Source;
use ambito_documents::blocks::{Area, Blocks, Format, LineKind, PageLine, PageSize, Pages, ParagraphPlace, Places};

/// The lines of a page.
pub(in crate::checks) const LINES_ON_PAGE: usize = 12;
/// A page of A4, in hundredths of a point.
const A4: PageSize = PageSize { width: 59_528, height: 84_189 };
const MARGIN: i32 = 5_600;
const LINE: i32 = 3_000;
const CHAR: i32 = 520;

/// The same document, on pages: cells side by side in columns of one width, lines as long as their words.
pub(in crate::checks) fn on_pages(mut source: Source) -> Source {
    let pages = laid_out(&source.blocks);
    source.blocks.places = Places::Pages(pages);
    source.blocks.format = Format::Pdf;
    renewed(source)
}

/// The same document, in a word-processor file: consecutive rows are a table.
pub(in crate::checks) fn in_paragraphs(mut source: Source) -> Source {
    let (mut table, mut row, mut places) = (0, 0, Vec::new());
    for (line, number) in source.blocks.lines.iter().zip(1u32..) {
        if line.kind == LineKind::Row {
            (table, row) = if row == 0 { (table + 1, 1) } else { (table, row + 1) };
            places.push(ParagraphPlace { paragraph: number, row: Some((table, row)) });
        } else {
            row = 0;
            places.push(ParagraphPlace { paragraph: number, row: None });
        }
    }
    source.blocks.places = Places::Paragraphs(places);
    source.blocks.format = Format::Docx;
    renewed(source)
}

/// The reading says the places of its blocks.
fn renewed(mut source: Source) -> Source {
    source.reading.places = source.blocks.places.clone();
    source.reading.format = source.blocks.format;
    source
}

fn laid_out(blocks: &Blocks) -> Pages {
    let mut pages = Pages::default();
    for (at, line) in blocks.lines.iter().enumerate() {
        let (page, on_page) = (at / LINES_ON_PAGE, at % LINES_ON_PAGE);
        if on_page == 0 {
            // Every third page lies on its side.
            let PageSize { width, height } = A4;
            pages.sizes.push(if page % 3 == 2 { PageSize { width: height, height: width } } else { A4 });
        }
        let size = pages.sizes[page];
        let top = MARGIN + number(on_page) * LINE;
        let bottom = top + LINE / 2;
        let chars = number(blocks.str(line.span).trim().chars().count());
        let mut area = Area { left: MARGIN, top, right: (MARGIN + chars * CHAR).min(size.width - MARGIN), bottom };
        if line.kind == LineKind::Row {
            let width = (size.width - 2 * MARGIN) / number(blocks.cells(line).len()).max(1);
            area = Area { left: MARGIN, top, right: size.width - MARGIN, bottom: top + LINE };
            for cell in 0..blocks.cells(line).len() {
                let left = MARGIN + number(cell) * width;
                pages.cells.push(Area { left, top, right: left + width, bottom: top + LINE });
            }
        } else if chars == 0 {
            area = Area::default();
        }
        pages.lines.push(PageLine { page: short(page) + 1, line: short(on_page) + 1, area, confidence: None });
    }
    pages
}

fn number(count: usize) -> i32 {
    i32::try_from(count).expect("small pages")
}

fn short(count: usize) -> u32 {
    u32::try_from(count).expect("small pages")
}
