// SPDX-License-Identifier: AGPL-3.0-or-later
//! A whole document on one line: divided again where its headings, labels and sentences begin.
//!
//! Some exports lose every line end. What begins a line elsewhere — a code, the word of a level with a number, a label
//! with its colon, a heading with its money in brackets — begins one here.

use crate::blocks::{Blocks, LineKind, Span};
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
