// SPDX-License-Identifier: AGPL-3.0-or-later
//! The texts of a document that tell figures: found once, for all checks of figures in prose.

use crate::{Place, Subject};
use ambito_documents::blocks::LineKind;

/// How many stretches of digits a text has that is worth reading.
const DIGIT_RUNS_MIN: usize = 2;

/// How many letters a text has that is prose.
const LETTERS_MIN: usize = 8;

/// A paragraph, or a cell of a row, with letters and several stretches of digits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'a> {
    /// Where it stands.
    pub place: Place,
    /// The text.
    pub text: &'a str,
}

impl Told<'_> {
    /// A stretch of the text.
    pub(crate) fn part(&self, start: usize, end: usize) -> Place {
        let at = |bytes: usize| self.place.start.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
        Place { line: self.place.line, start: at(start), end: at(end) }
    }
}

/// Every such text, in the order of the lines.
pub(crate) fn find<'a>(subject: &Subject<'a>) -> Vec<Told<'a>> {
    let mut found = Vec::new();
    for line in 1..=subject.lines() {
        match subject.kind(line) {
            LineKind::Prose | LineKind::Heading(_) => {
                let text = subject.line(line);
                if tells(text) {
                    let place = subject.whole(line);
                    found.push(Told { place, text: text.trim() });
                }
            }
            LineKind::Row if tells(subject.line(line)) => {
                let cells = subject.cells(line).filter(|cell| tells(cell.text));
                found.extend(cells.map(|cell| Told { place: cell.place, text: cell.text }));
            }
            _ => {}
        }
    }
    found
}

fn tells(text: &str) -> bool {
    let mut runs = 0;
    let mut letters = 0;
    let mut inside = false;
    for byte in text.bytes() {
        let digit = byte.is_ascii_digit();
        runs += usize::from(digit && !inside);
        letters += usize::from(byte.is_ascii_alphabetic());
        inside = digit;
    }
    runs >= DIGIT_RUNS_MIN && letters >= LETTERS_MIN
}
