// SPDX-License-Identifier: AGPL-3.0-or-later
//! A page of a PDF drawn again: every line and cell where it stands, so that the eye finds what it saw on paper.
//!
//! The text is set in the box that the reading knows, as large as fits; frames, pictures and fonts of the original are
//! deliberately absent: whoever needs them opens the file. Invariant: whole numbers only, in hundredths of a point.

use super::address::line_anchor;
use super::source::Beside;
use super::traces::Traces;
use ambito_base::Area;
use ambito_documents::blocks::{Blocks, Line, LineKind, Pages, Places};
use ambito_domain::planning::LineNo;
use serde::Serialize;
use std::collections::BTreeMap;

/// The largest letters, in hundredths of a point.
const FONT_MAX: i32 = 1_600;
/// The smallest: what is smaller nobody reads.
const FONT_MIN: i32 = 300;
/// How much of the height of letters a letter is wide, in hundredths, as far as one number can say it.
const LETTER_WIDTH: i32 = 50;
/// How high a line is, in hundredths of the height of its letters.
const LINE_HEIGHT: i32 = 118;
/// Where letters stand in their line, in hundredths of their height from its top.
const BASELINE: i32 = 90;

/// A page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Facsimile {
    pub(crate) page: u32,
    pub(crate) width: i32,
    pub(crate) height: i32,
    pub(crate) pieces: Vec<Piece>,
}

/// What stands on a line of the blocks.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Piece {
    /// The anchor of the line in the list of lines.
    pub(crate) anchor: String,
    /// The way to what was read from it.
    pub(crate) href: String,
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
    /// `heading`, `row`, `prose`, or `margin`.
    pub(crate) kind: &'static str,
    /// The worst that was found on it, where anything was.
    pub(crate) severity: &'static str,
    pub(crate) is_unread: bool,
    pub(crate) is_asked: bool,
    pub(crate) boxes: Vec<Printed>,
}

/// Text in its box.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Printed {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
    pub(crate) font: i32,
    pub(crate) lines: Vec<PrintedLine>,
    /// The anchors of the values that stand in it, with spaces between.
    pub(crate) values: String,
}

/// A line of letters: where it stands.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PrintedLine {
    pub(crate) y: i32,
    pub(crate) text: String,
}

/// The pages of a window that begins with `first_line`; none for what has no pages.
pub(crate) fn pages(
    blocks: &Blocks,
    first_line: LineNo,
    beside: &BTreeMap<LineNo, Beside>,
    traces: &Traces,
) -> Vec<Facsimile> {
    let Places::Pages(places) = &blocks.places else { return Vec::new() };
    let mut pages: BTreeMap<u32, Facsimile> = BTreeMap::new();
    for (index, (line, number)) in blocks.lines.iter().zip(first_line..).enumerate() {
        let Some(place) = places.lines.get(index).filter(|place| !place.area.is_empty()) else { continue };
        let Some(page) = page_of(&mut pages, places, place.page) else { continue };
        let kind = match line.kind {
            LineKind::Heading(_) => "heading",
            LineKind::Row => "row",
            _ => "prose",
        };
        let boxes = match line.kind {
            LineKind::Row => cells(blocks, places, line, |cell| traces.anchors(number, cell).join(" ")),
            _ => set(place.area, blocks.str(line.span)).into_iter().collect(),
        };
        let known = beside.get(&number);
        let rectangle = Rectangle::of(place.area);
        page.pieces.push(Piece {
            anchor: line_anchor(number),
            href: known.map(|beside| beside.href.clone()).unwrap_or_default(),
            x: rectangle.x,
            y: rectangle.y,
            width: rectangle.width,
            height: rectangle.height,
            kind,
            severity: known.and_then(|beside| beside.marks.first()).map_or("", |mark| mark.severity),
            is_unread: known.is_some_and(|beside| beside.is_unread),
            is_asked: known.is_some_and(|beside| beside.is_asked),
            boxes,
        });
    }
    for margin in &places.margins {
        let Some(page) = pages.get_mut(&margin.page) else { continue };
        let rectangle = Rectangle::of(margin.area);
        page.pieces.push(Piece {
            anchor: String::new(),
            href: String::new(),
            x: rectangle.x,
            y: rectangle.y,
            width: rectangle.width,
            height: rectangle.height,
            kind: "margin",
            severity: "",
            is_unread: false,
            is_asked: false,
            boxes: set(margin.area, &margin.text).into_iter().collect(),
        });
    }
    pages.into_values().collect()
}

fn page_of<'a>(pages: &'a mut BTreeMap<u32, Facsimile>, places: &Pages, page: u32) -> Option<&'a mut Facsimile> {
    let size = places.sizes.get((page as usize).checked_sub(1)?)?;
    let (width, height) = (size.width, size.height);
    let new = || Facsimile { page, width, height, pieces: Vec::new() };
    (width > 0 && height > 0).then(|| pages.entry(page).or_insert_with(new))
}

/// The cells of a row, each in its frame.
fn cells(blocks: &Blocks, places: &Pages, line: &Line, values: impl Fn(usize) -> String) -> Vec<Printed> {
    let areas = places.cells.iter().skip(line.cells_from as usize);
    let cells = blocks.cells(line).iter().zip(areas).enumerate();
    cells
        .filter_map(|(cell, (span, area))| {
            let values = values(cell);
            set(*area, blocks.str(*span)).map(|printed| Printed { values, ..printed })
        })
        .collect()
}

/// An area as SVG wants it.
struct Rectangle {
    x: i32,
    y: i32,
    width: i32,
    height: i32,
}

impl Rectangle {
    fn of(area: Area) -> Self {
        let width = area.right.saturating_sub(area.left).max(0);
        let height = area.bottom.saturating_sub(area.top).max(0);
        Self { x: area.left, y: area.top, width, height }
    }
}

/// A text in its area, with the largest letters with which it fits.
fn set(area: Area, text: &str) -> Option<Printed> {
    let text = text.trim();
    let Rectangle { x, y, width, height } = Rectangle::of(area);
    if text.is_empty() || width == 0 || height == 0 {
        return None;
    }
    let mut font = (height.saturating_mul(100) / LINE_HEIGHT).clamp(FONT_MIN, FONT_MAX);
    let mut lines = broken(text, width, font);
    while font > FONT_MIN
        && i32::try_from(lines.len()).unwrap_or(i32::MAX).saturating_mul(font * LINE_HEIGHT / 100) > height
    {
        font = (font - font / 12 - 1).max(FONT_MIN);
        lines = broken(text, width, font);
    }
    let at = |index: usize| y + font * BASELINE / 100 + i32::try_from(index).unwrap_or(0) * font * LINE_HEIGHT / 100;
    let lines = lines.into_iter().enumerate().map(|(index, text)| PrintedLine { y: at(index), text }).collect();
    Some(Printed { x, y, width, height, font, lines, values: String::new() })
}

/// A text broken into lines of a width.
fn broken(text: &str, width: i32, font: i32) -> Vec<String> {
    let most = usize::try_from(width * 100 / (font * LETTER_WIDTH).max(1)).unwrap_or(1).max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut count = 0;
    for word in text.split_whitespace() {
        let letters = word.chars().count();
        match lines.last_mut().filter(|_| count + 1 + letters <= most) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
                count += 1 + letters;
            }
            None => {
                lines.push(word.to_owned());
                count = letters;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_documents::blocks::{Format, PageLine, PageSize, Span};

    const fn area(left: i32, top: i32, right: i32, bottom: i32) -> Area {
        Area { left, top, right, bottom }
    }

    #[test]
    fn text_fits_its_box() {
        let check = |text: &str, width: i32, height: i32, lines: usize| {
            let printed = set(area(1_000, 2_000, 1_000 + width, 2_000 + height), text).unwrap();
            assert_eq!(printed.lines.len(), lines, "{text}: {printed:?}");
            assert!(printed.lines.iter().all(|line| line.y <= 2_000 + height + printed.font), "{printed:?}");
        };
        check("Totale", 10_000, 1_200, 1);
        check("Una frase che non sta su una riga sola di questa cella", 6_000, 6_000, 5);
        assert!(set(area(0, 0, 0, 0), "parole").is_none());
        assert!(set(area(0, 0, 10, 10), "  ").is_none());
    }

    #[test]
    fn lines_and_cells_stand_where_they_stood() {
        let mut blocks = Blocks::new(Format::Pdf, "Titolo\na\tb".to_owned());
        blocks.push_line(Span::new(0, 6), LineKind::Heading(1));
        blocks.push_row(Span::new(7, 10), [Span::new(7, 8), Span::new(9, 10)]);
        let line = |top: i32| PageLine { page: 2, line: 1, area: area(0, top, 20_000, top + 1_200), confidence: None };
        let size = PageSize { width: 59_500, height: 84_200 };
        blocks.places = Places::Pages(Pages {
            sizes: vec![size; 2],
            lines: vec![line(1_000), line(3_000)],
            cells: vec![area(0, 3_000, 9_000, 4_200), area(9_000, 3_000, 20_000, 4_200)],
            margins: vec![],
        });
        let beside = BTreeMap::from([(41, Beside { is_asked: true, ..Beside::default() })]);
        let pages = pages(&blocks, 40, &beside, &Traces::default());
        let [page] = pages.as_slice() else { panic!("{pages:?}") };
        assert_eq!((page.page, page.width, page.pieces.len()), (2, 59_500, 2));
        assert_eq!(page.pieces[1].boxes.iter().map(|cell| cell.x).collect::<Vec<_>>(), [0, 9_000]);
        assert_eq!((page.pieces[0].is_asked, page.pieces[1].is_asked), (false, true));
        assert_eq!(page.pieces[1].anchor, "l41");
    }
}
