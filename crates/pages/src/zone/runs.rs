// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of a line in runs, and what divides them: wide gaps, strips, amounts beside each other. What counts as wide
//! depends on the blanks of the line itself.

use crate::lines::Line;
use crate::rows::is_figure;
use crate::words::Word;

use super::{GUTTER_MIN, Gutter};

/// How wide a gap between two words must be to suggest columns, in hundredths of the size of the letters.
const WIDE_GAP: i32 = 92;

/// Whether a word only marks an item of a list.
#[must_use]
pub fn is_marker(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ')', '°']);
    matches!(
        text,
        "•" | "◦"
            | "●"
            | "○"
            | "➢"
            | "➤"
            | "‣"
            | "❖"
            | "✔"
            | "-"
            | "–"
            | "—"
            | "▪"
            | "■"
            | "►"
            | "✓"
            | "*"
            | "·"
            | "□"
            | "☐"
            | "☒"
            | "☑"
    ) || (bare.len() < text.len()
        && (1..=3).contains(&bare.chars().count())
        && (bare.chars().all(|letter| letter.is_ascii_digit()) || bare.chars().count() == 1))
}

/// A gap between two words of a line that is wider than blanks are.
pub fn has_wide_gap(line: &Line) -> bool {
    line.words.windows(2).enumerate().any(|(index, pair)| {
        let marker = index == 0 && is_marker(&pair[0].text);
        let gap = pair[1].area.left - pair[0].area.right;
        let amounts = gap * 100 >= line.size * 20 && is_amount(&pair[0].text) && is_amount(&pair[1].text);
        !marker && (amounts || is_wide(gap, line))
    })
}

pub fn is_wide(gap: i32, line: &Line) -> bool {
    gap * 100 >= (line.size * WIDE_GAP).max(line.blank * 190)
}

/// The words of a line in runs: divided at gaps that are wide, and at gaps that hold a strip.
pub fn runs<'w>(line: &'w Line, gutters: &[Gutter]) -> Vec<&'w [Word]> {
    let mut out = Vec::new();
    let mut from = 0;
    for index in 1..line.words.len() {
        let (before, after) = (line.words[index - 1].area.right, line.words[index].area.left);
        let gap = after - before;
        let strip = gutters.iter().any(|gutter| gutter.to > before && gutter.from < after);
        let open = (line.size * 42).max(line.blank * 145);
        let divides = is_wide(gap, line) || (gutters.is_empty() && gap * 100 >= open && gap >= GUTTER_MIN);
        // Amounts beside each other are never one text.
        let amounts =
            gap * 100 >= line.size * 20 && is_amount(&line.words[index - 1].text) && is_amount(&line.words[index].text);
        if divides || amounts || (strip && gap * 100 >= (line.size * 30).max(line.blank * 125)) {
            out.push(&line.words[from..index]);
            from = index;
        }
    }
    out.push(&line.words[from..]);
    out
}

/// Whether a word is an amount with its decimals: "1.234,50".
#[must_use]
pub fn is_amount(text: &str) -> bool {
    let digits = text.trim_start_matches(['-', '+', '(', '€']).trim_end_matches([')', '€']);
    digits.rsplit_once(',').is_some_and(|(whole, decimals)| {
        decimals.len() == 2
            && decimals.bytes().all(|byte| byte.is_ascii_digit())
            && !whole.is_empty()
            && whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    })
}

/// Whether most cells of a column are figures.
#[must_use]
pub fn figures_share(lines: &[Line]) -> usize {
    let figures = lines.iter().filter(|line| is_figure(&line.text())).count();
    (figures * 100).checked_div(lines.len()).unwrap_or(0)
}
