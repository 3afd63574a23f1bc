// SPDX-License-Identifier: AGPL-3.0-or-later
//! A whole document on one line: divided again where its headings, labels and sentences begin.
//!
//! Some exports lose every line end. What begins a line elsewhere — a code, the word of a level with a number, a label
//! with its colon, a heading with its money in brackets — begins one here.

use crate::blocks::{Blocks, LineKind, Span, Told};
use crate::headings::{code_heading, level_heading};
use crate::values::amounts::{Setting, amounts};
use crate::values::words::after_phrase;
use crate::vocabulary::Vocabulary;

/// A document of more lines than this has its line ends.
const LINES_MAX: usize = 4;
/// A line shorter than this is a line, in bytes.
const LINE_BYTES_MIN: usize = 500;
/// A title of a document is no longer than this, in bytes.
const TITLE_BYTES_MAX: usize = 200;

/// The blocks with their long lines divided; `None` where there is nothing to divide.
pub(crate) fn unfold(blocks: &Blocks, words: &Vocabulary) -> Option<Blocks> {
    let filled = blocks.lines.iter().filter(|line| !matches!(line.kind, LineKind::Blank | LineKind::PageBreak));
    let long = filled
        .clone()
        .any(|line| line.kind == LineKind::Prose && (line.span.end - line.span.start) as usize >= LINE_BYTES_MIN);
    if !long || filled.count() > LINES_MAX {
        return None;
    }
    let levels: Vec<String> = words.levels.iter().map(|level| level.name.clone()).collect();
    let mut out = Blocks::new(blocks.format, blocks.text.clone());
    out.cut.clone_from(&blocks.cut);
    let mut from_lines = Vec::new();
    for (line, number) in blocks.lines.iter().zip(1u32..) {
        let start = line.span.start as usize;
        if line.kind == LineKind::Prose && line.span.end as usize - start >= LINE_BYTES_MIN {
            let text = blocks.str(line.span);
            let mut from = 0;
            for cut in cuts(text, words, &levels).into_iter().chain([text.len()]) {
                if !text[from..cut].trim().is_empty() {
                    out.push_line(Span::new(start + from, start + cut), LineKind::Prose);
                    // A line of its own: what follows does not continue it.
                    out.push_line(Span::new(start + cut, start + cut), LineKind::Blank);
                    from_lines.extend([number, number]);
                }
                from = cut;
            }
        } else {
            // Rows keep their cells, all of them and in their order: places of cells are counted over the document.
            match line.kind {
                LineKind::Row => out.push_row(line.span, blocks.cells(line).iter().copied()),
                _ => out.push_line(line.span, line.kind),
            }
            from_lines.push(number);
        }
    }
    out.places = blocks.places.divided(&from_lines);
    let first_of =
        |line: u32| from_lines.iter().zip(1u32..).find(|(from, _)| **from == line).map_or(line, |(_, at)| at);
    out.told.extend(blocks.told.iter().cloned().map(|told| match told {
        Told::Changes { count, line } => Told::Changes { count, line: first_of(line) },
        Told::Doubt { line, text, confidence } => Told::Doubt { line: first_of(line), text, confidence },
        Told::Pages { .. } | Told::Attached { .. } => told,
    }));
    Some(out)
}

/// Where lines begin, in order.
fn cuts(text: &str, words: &Vocabulary, levels: &[String]) -> Vec<usize> {
    let mut cuts = Vec::new();
    if let Some(stop) = text.find(". ").filter(|stop| *stop < TITLE_BYTES_MAX)
        && words.words.titles.iter().any(|word| after_phrase(text, word).is_some())
    {
        cuts.push(stop + 2);
    }
    for (start, end) in priced(text, words) {
        cuts.extend([start, end]);
    }
    let mut word_start = true;
    for (at, char) in text.char_indices() {
        if word_start
            && (char.is_uppercase() || char.is_ascii_digit() || char == '#')
            && begins_line(&text[at..], words, levels)
        {
            cuts.push(at);
        }
        word_start = char.is_whitespace();
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts.retain(|cut| *cut > 0);
    cuts
}

/// Whether a text begins with a code, a numbered level or a label with its colon.
fn begins_line(text: &str, words: &Vocabulary, levels: &[String]) -> bool {
    let end = text.char_indices().nth(90).map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    if head.starts_with("# ") || head.starts_with("## ") || head.starts_with("### ") {
        return true;
    }
    if code_heading(head, words).is_some_and(|(level, ..)| level != "indicator") {
        return true;
    }
    if level_heading(head, words, levels).is_some_and(|heading| heading.code.is_some()) {
        return true;
    }
    let label =
        head.split_once(':').map(|(label, _)| label).filter(|label| label.len() <= 60 && !label.contains(['.', ';']));
    label.is_some_and(|label| words.label(&ambito_base::fold(label)).is_some() || label.starts_with("Indicator"))
}

/// Headings with their money in brackets: "Programma “Carcere” (650.000 euro)".
fn priced(text: &str, words: &Vocabulary) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for amount in amounts(text, Setting::Prose, words) {
        let before = text[..amount.start].trim_end();
        if !before.ends_with('(') || !text[amount.end..].starts_with(')') {
            continue;
        }
        // No title is longer: what stands further before need not be looked at.
        let near = before.floor_char_boundary(before.len().saturating_sub(TITLE_BYTES_MAX + 1));
        let sentence = match before[near..].rfind([';', '.', ':']) {
            Some(stop) => near + stop + 1,
            None if near == 0 => 0,
            None => continue,
        };
        let start = sentence + (text[sentence..].len() - text[sentence..].trim_start().len());
        if amount.start - start <= TITLE_BYTES_MAX {
            found.push((start, amount.end + 1));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::{Area, Format, PageLine, PageSize, Pages, ParagraphPlace, Places};

    /// A title, a long line that is divided, and a row, with these places.
    fn divided(places: Places) -> Blocks {
        let title = "Piano di zona";
        let long = "Azione 1: prima parte. ".to_owned() + &"Parole che non dicono nulla. ".repeat(12);
        let text = format!("{title}\n{long}{}\nA\tB", long.replace("Azione 1", "Azione 2"));
        let mut blocks = Blocks::new(Format::Pdf, text);
        let row = blocks.text.len() - 3;
        blocks.push_line(Span::new(0, title.len()), LineKind::Prose);
        blocks.push_line(Span::new(title.len() + 1, row - 1), LineKind::Prose);
        blocks.push_row(Span::new(row, row + 3), [Span::new(row, row + 1), Span::new(row + 2, row + 3)]);
        blocks.places = places;
        unfold(&blocks, &Vocabulary::builtin()).expect("a long line")
    }

    #[test]
    fn lines_keep_their_pages_and_rows_their_cells() {
        let area = Area { right: 100, bottom: 100, ..Area::default() };
        let line = |page: u32| PageLine { page, line: 1, area, confidence: None };
        let cells = vec![Area { right: 50, bottom: 50, ..Area::default() }; 2];
        let sizes = vec![PageSize { width: 100, height: 100 }; 3];
        let blocks =
            divided(Places::Pages(Pages { sizes, lines: vec![line(1), line(2), line(3)], cells, margins: Vec::new() }));
        let Places::Pages(pages) = &blocks.places else { panic!("{:?}", blocks.places) };
        assert_eq!((pages.lines.len(), pages.cells.len()), (blocks.lines.len(), blocks.cells.len()));
        let pages: Vec<u32> = pages.lines.iter().map(|line| line.page).collect();
        assert!(pages.len() > 3 && pages.is_sorted(), "{pages:?}");
        let last = blocks.lines.last().expect("the row");
        let cells: Vec<&str> = blocks.cells(last).iter().map(|cell| blocks.str(*cell)).collect();
        assert_eq!((pages[0], pages[1], pages[pages.len() - 1], cells), (1, 2, 3, vec!["A", "B"]));
    }

    #[test]
    fn lines_keep_their_paragraphs_their_sheets_and_their_lines() {
        let check = |places: Places, first: u32, last: u32| {
            let blocks = divided(places);
            let end = u32::try_from(blocks.lines.len()).expect("few lines");
            assert_eq!((blocks.places.of(1).line, blocks.places.of(end).line), (first, last));
            assert_eq!((blocks.places.of(2), blocks.places.of(end).row.is_some()), (blocks.places.of(3), last == 9));
        };
        let paragraph = |paragraph: u32| ParagraphPlace { paragraph, row: (paragraph == 9).then_some((1, 1)) };
        check(Places::Paragraphs(vec![paragraph(4), paragraph(5), paragraph(9)]), 4, 9);
        check(Places::Sheets { names: vec!["Uno".to_owned()], rows: vec![(0, 2), (0, 3), (0, 7)] }, 2, 7);
        check(Places::Mapped(vec![6, 6, 8]), 6, 8);
        check(Places::Lines, 1, 3);
    }
}
