// SPDX-License-Identifier: AGPL-3.0-or-later
//! From lines of prose to paragraphs: a line ends a paragraph where the next word would still have fitted on it, where
//! the distance to the next line is wider, where the letters look otherwise, and before an item of a list.

use ambito_documents::blocks::Area;

use crate::join::{Lexicon, append, without_leaders};
use crate::lines::Line;
use crate::page::Look;
use crate::table::least;
use crate::zone::is_marker;

/// A paragraph, or a line that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its lines, joined.
    pub text: String,
    /// What it covers.
    pub area: Area,
    /// How its letters look: the size of the largest; bold if all are.
    pub look: Look,
    /// How many lines it has.
    pub height: u32,
    /// Whether white space divides it from what stands above.
    pub is_apart: bool,
    /// Whether its last line is full, so that it may go on in the next column or on the next page.
    pub is_open: bool,
    /// Whether it stands in the middle of its column.
    pub is_centred: bool,
    /// The page it begins on, 1-based; set when the pages are put together.
    pub page: u32,
    /// The last line, for what is joined to it.
    pub last: Option<Line>,
    /// The least sure of its words, in hundredths, where they were recognised.
    pub confidence: Option<u8>,
}

/// The paragraphs of lines that stand below each other. `left` and `right` are how far lines may reach.
#[must_use]
pub fn paragraphs(all: &[Line], left: i32, right: i32, lexicon: &Lexicon) -> Vec<Paragraph> {
    let usual = usual_pitch(all);
    let mut out: Vec<Paragraph> = Vec::new();
    let mut item_left: Option<i32> = None;
    for (index, line) in all.iter().enumerate() {
        let above = index.checked_sub(1).and_then(|above| all.get(above));
        let bond = above.map_or(Bond::Apart, |above| bond(above, line, usual, left, right, item_left));
        let marker = line.words.len() > 1 && is_marker(&line.words[0].text);
        if marker {
            item_left = line.words.get(1).map(|word| word.area.left);
        } else if bond != Bond::GoesOn {
            item_left = None;
        }
        match (bond, out.last_mut()) {
            (Bond::GoesOn, Some(paragraph)) => {
                append(&mut paragraph.text, above, &line.text(), None, lexicon);
                paragraph.area = paragraph.area.with(line.area);
                paragraph.look.is_bold &= line.is_bold();
                paragraph.height += 1;
                paragraph.last = Some(line.clone());
                for word in &line.words {
                    paragraph.confidence = least(paragraph.confidence, word.confidence);
                }
            }
            (bond, _) => out.push(Paragraph {
                text: line.text(),
                area: line.area,
                look: Look { size: line.size, is_bold: line.is_bold() },
                height: 1,
                is_apart: bond == Bond::Apart,
                is_open: false,
                is_centred: is_centred(line, left, right),
                page: 0,
                last: Some(line.clone()),
                confidence: line.words.iter().fold(None, |confidence, word| least(confidence, word.confidence)),
            }),
        }
    }
    for paragraph in &mut out {
        paragraph.is_open = paragraph.last.as_ref().is_some_and(|line| line.area.right + line.size * 3 >= right)
            && paragraph.height > 1;
        paragraph.text = listed(&without_leaders(&paragraph.text));
    }
    out
}

/// How a line stands to the one above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bond {
    /// It is the rest of the same paragraph.
    GoesOn,
    /// It begins a new line directly below.
    Below,
    /// White space divides them.
    Apart,
}

fn bond(above: &Line, line: &Line, usual: i32, left: i32, right: i32, item_left: Option<i32>) -> Bond {
    let pitch = line.baseline - above.baseline;
    let size = above.size.max(line.size);
    let usual = (usual * size / 100).clamp(size * 9 / 10, size * 21 / 10);
    let same_size = (above.size - line.size).abs() * 100 <= size * 7;
    if pitch * 100 > usual * 122 || pitch <= 0 {
        return Bond::Apart;
    }
    if !same_size || above.is_bold() != line.is_bold() {
        return if pitch * 100 > usual * 108 || !same_size { Bond::Apart } else { Bond::Below };
    }
    let first = line.words.first();
    let marker = line.words.len() > 1 && first.is_some_and(|word| is_marker(&word.text));
    if marker {
        return Bond::Below;
    }
    // A hyphen says that the word goes on.
    if above.words.last().is_some_and(|word| word.text.ends_with('\u{AD}')) {
        return Bond::GoesOn;
    }
    // An entry of a table of contents ends with the number of its page.
    if ends_entry(above) {
        return Bond::Below;
    }
    // The rest of a sentence, though a short word would have fitted above.
    let small = first.is_some_and(|word| word.text.chars().next().is_some_and(char::is_lowercase));
    let ends = above.words.last().is_some_and(|word| word.text.ends_with(['.', ':', ';', '!', '?']));
    if small && !ends && (above.area.right - left) * 100 >= (right - left) * 70 {
        return Bond::GoesOn;
    }
    let needed = first.map_or(0, |word| word.area.right - word.area.left) + size * 35 / 100;
    if above.area.right + needed <= right {
        return Bond::Below;
    }
    // The first line of a paragraph is set in.
    let hanging = item_left.is_some_and(|at| (line.area.left - at).abs() < size);
    if !hanging && line.area.left - above.area.left >= size * 9 / 10 && line.area.left - left >= size * 9 / 10 {
        return Bond::Below;
    }
    Bond::GoesOn
}

/// Whether a line ends with a leader and the number of a page.
fn ends_entry(line: &Line) -> bool {
    let text = without_leaders(&line.text());
    text.rsplit_once(".....").is_some_and(|(title, page)| {
        let page = page.trim();
        !title.is_empty() && !page.is_empty() && page.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The usual distance between two lines of a paragraph, in hundredths of the size of the letters.
fn usual_pitch(all: &[Line]) -> i32 {
    let mut pitches: Vec<i32> = all
        .windows(2)
        .filter(|pair| (pair[0].size - pair[1].size).abs() * 100 <= pair[0].size * 7)
        .map(|pair| (pair[1].baseline - pair[0].baseline) * 100 / pair[0].size.max(1))
        .filter(|&pitch| pitch > 60)
        .collect();
    pitches.sort_unstable();
    let narrow = pitches.first().copied().unwrap_or(0);
    // Among those near the narrowest, the middle one.
    let near: Vec<i32> = pitches.into_iter().filter(|&pitch| pitch * 100 <= narrow * 115).collect();
    near.get(near.len() / 2).copied().unwrap_or(120)
}

fn is_centred(line: &Line, left: i32, right: i32) -> bool {
    let (before, behind) = (line.area.left - left, right - line.area.right);
    before > line.size * 2 && (before - behind).abs() < line.size
}

/// Items of lists begin with a hyphen, whatever mark they have on the page.
fn listed(text: &str) -> String {
    for mark in ["•", "◦", "●", "○", "➢", "➤", "‣", "❖", "✔", "▪", "■", "►", "·", "✓"] {
        if let Some(rest) = text.strip_prefix(mark)
            && let Some(rest) = rest.strip_prefix(' ')
        {
            return format!("- {}", rest.trim_start());
        }
    }
    match text.strip_prefix("– ") {
        Some(rest) => format!("- {rest}"),
        None => text.to_owned(),
    }
}
