// SPDX-License-Identifier: AGPL-3.0-or-later
//! The lines of a window of the source as the page shows them: prose as lines, rows as tables, headings as headings, each
//! with its number, what was found on it, and the way to what was read from it.
//!
//! Invariant: every line that holds something is there and has its anchor; what is between is the document's own text.

use super::address::line_anchor;
use super::traces::{Stretch, Traces, texts};
use crate::render::Label;
use ambito_documents::blocks::{Blocks, Line, LineKind, Place, Places};
use ambito_domain::planning::LineNo;
use serde::Serialize;
use std::collections::BTreeMap;

/// The highest level of a heading on the page: above it stand the title of the page and that of the column.
const HEADING_LEVEL_FIRST: u8 = 3;
/// The lowest level that there is.
const HEADING_LEVEL_LAST: u8 = 6;

/// A part of the source.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Part {
    /// A line of prose.
    Line { line: SourceLine },
    /// A heading.
    Heading { line: SourceLine, level: u8 },
    /// Rows that follow each other.
    Table { first: String, last: String, rows: Vec<SourceRow> },
    /// A page begins.
    Page { page: u32 },
    /// A sheet begins.
    Sheet { name: String },
}

/// A line.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SourceLine {
    pub(crate) anchor: String,
    /// Its number as people count in this format.
    pub(crate) number: String,
    pub(crate) text: Vec<Stretch>,
    pub(crate) beside: Beside,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SourceRow {
    pub(crate) anchor: String,
    pub(crate) number: String,
    pub(crate) cells: Vec<Vec<Stretch>>,
    pub(crate) beside: Beside,
}

/// What stands in the margin of a line.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Beside {
    /// The first thing that was read from it.
    pub(crate) href: String,
    /// What was found on it.
    pub(crate) marks: Vec<Mark>,
    /// Whether it was not read and nobody looked after it.
    pub(crate) is_unread: bool,
    /// Whether the address asks for it.
    pub(crate) is_asked: bool,
}

/// A finding in the margin.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Mark {
    pub(crate) href: String,
    /// `error`, `warning`, `note` or `accepted`.
    pub(crate) severity: &'static str,
    pub(crate) label: Label,
    pub(crate) code: String,
}

/// The parts of a window that begins with `first_line`.
pub(crate) fn parts(
    blocks: &Blocks,
    first_line: LineNo,
    beside: &mut BTreeMap<LineNo, Beside>,
    traces: &Traces,
) -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut page, mut sheet) = (0, String::new());
    for (line, number) in blocks.lines.iter().zip(first_line..) {
        if is_nothing(line) && !beside.contains_key(&number) {
            continue;
        }
        let place = place(blocks, number, first_line);
        if let Some(at) = place.page.filter(|at| *at != page) {
            page = at;
            parts.push(Part::Page { page });
        }
        if let Some(at) = place.sheet.filter(|at| *at != sheet) {
            at.clone_into(&mut sheet);
            parts.push(Part::Sheet { name: sheet.clone() });
        }
        let (anchor, shown) = (line_anchor(number), place.line.to_string());
        let beside = beside.remove(&number).unwrap_or_default();
        let shown_texts = texts(blocks, line);
        let text = || traces.cut(number, 0, shown_texts.first().copied().unwrap_or_default());
        match line.kind {
            LineKind::Row => {
                let cells = shown_texts.iter().enumerate().map(|(at, text)| traces.cut(number, at, text)).collect();
                let row = SourceRow { anchor, number: shown.clone(), cells, beside };
                if let Some(Part::Table { last, rows, .. }) = parts.last_mut() {
                    *last = shown;
                    rows.push(row);
                } else {
                    parts.push(Part::Table { first: shown.clone(), last: shown, rows: vec![row] });
                }
            }
            LineKind::Heading(level) => {
                let level =
                    (level.saturating_add(HEADING_LEVEL_FIRST - 1)).clamp(HEADING_LEVEL_FIRST, HEADING_LEVEL_LAST);
                parts.push(Part::Heading { line: SourceLine { anchor, number: shown, text: text(), beside }, level });
            }
            _ => parts.push(Part::Line { line: SourceLine { anchor, number: shown, text: text(), beside } }),
        }
    }
    parts
}

/// Whether a line shows nothing of its own.
fn is_nothing(line: &Line) -> bool {
    matches!(line.kind, LineKind::Blank | LineKind::PageBreak | LineKind::Rule | LineKind::Joined)
}

/// Where a line of the window stands in the file.
pub(crate) fn place(blocks: &Blocks, line: LineNo, first_line: LineNo) -> Place<'_> {
    match blocks.places {
        Places::Lines => Place { line, ..Place::default() },
        _ => blocks.places.of(line.saturating_sub(first_line) + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_documents::blocks::{Format, Span};

    /// Three lines: a heading, two rows with a rule between, prose.
    fn blocks() -> Blocks {
        let mut blocks = Blocks::new(Format::Text, "TITOLO\na\tb\n---\nc\td\nparole".to_owned());
        blocks.push_line(Span::new(0, 6), LineKind::Heading(1));
        blocks.push_row(Span::new(7, 10), [Span::new(7, 8), Span::new(9, 10)]);
        blocks.push_line(Span::new(11, 14), LineKind::Rule);
        blocks.push_row(Span::new(15, 18), [Span::new(15, 16), Span::new(17, 18)]);
        blocks.push_line(Span::new(19, 25), LineKind::Prose);
        blocks
    }

    #[test]
    fn rows_that_follow_each_other_are_one_table() {
        let mut beside = BTreeMap::from([(503, Beside { is_unread: true, ..Beside::default() })]);
        beside.insert(505, Beside { is_asked: true, ..Beside::default() });
        let parts = parts(&blocks(), 501, &mut beside, &Traces::default());
        let plain = |text: &str| vec![Stretch { text: text.to_owned(), anchor: String::new() }];
        let [
            Part::Heading { line: head, level },
            Part::Table { .. },
            Part::Line { line: rule },
            Part::Table { rows, .. },
            Part::Line { line: prose },
        ] = parts.as_slice()
        else {
            panic!("{parts:?}")
        };
        assert_eq!((head.text.clone(), *level, head.number.as_str()), (plain("TITOLO"), 3, "501"));
        assert!(rule.beside.is_unread, "a line with something to say is shown");
        assert_eq!((rows[0].cells.as_slice(), rows[0].anchor.as_str()), ([plain("c"), plain("d")].as_slice(), "l504"));
        assert!(prose.beside.is_asked);
        let tables = super::parts(&blocks(), 501, &mut BTreeMap::new(), &Traces::default());
        let [_, Part::Table { first, last, rows }, _] = tables.as_slice() else { panic!("{tables:?}") };
        assert_eq!((first.as_str(), last.as_str(), rows.len()), ("502", "504", 2));
    }
}
