// SPDX-License-Identifier: AGPL-3.0-or-later
//! From words to lines of writing: what stands on one baseline, from left to right.

use ambito_documents::blocks::Area;

use crate::rows::is_figure;
use crate::words::Word;

/// Words on one baseline, from left to right; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub words: Vec<Word>,
    /// What they cover together.
    pub area: Area,
    /// The baseline of most of them.
    pub baseline: i32,
    /// The size of the largest, in hundredths of a point.
    pub size: i32,
    /// How wide a blank is, as far as the letters tell: in fonts whose letters are all equally wide it is as wide as they.
    pub blank: i32,
}

impl Line {
    /// A line of these words, put in order; `None` when there are none.
    #[must_use]
    pub fn of(mut words: Vec<Word>) -> Option<Self> {
        words.sort_by_key(|word| (word.area.left, word.area.right));
        let first = words.first()?;
        let area = words.iter().fold(first.area, |area, word| area.with(word.area));
        let main = words.iter().max_by_key(|word| (word.look.size, word.text.len()))?;
        let (baseline, size) = (main.baseline, main.look.size);
        Some(Self { area, baseline, size, blank: blank(&words, size), words })
    }

    /// The same line at another height.
    #[must_use]
    pub fn moved_to(&self, baseline: i32) -> Self {
        let by = baseline - self.baseline;
        let moved = |area: Area| Area { top: area.top + by, bottom: area.bottom + by, ..area };
        let words = self
            .words
            .iter()
            .map(|word| Word { area: moved(word.area), baseline: word.baseline + by, ..word.clone() })
            .collect();
        Self { words, area: moved(self.area), baseline, ..*self }
    }

    /// The same line further to the right.
    #[must_use]
    pub fn shifted(&self, by: i32) -> Self {
        let moved = |area: Area| Area { left: area.left + by, right: area.right + by, ..area };
        let words = self.words.iter().map(|word| Word { area: moved(word.area), ..word.clone() }).collect();
        Self { words, area: moved(self.area), ..*self }
    }

    /// The words with single spaces between them.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.words.iter().map(|word| word.text.len() + 1).sum());
        for word in &self.words {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&word.text);
        }
        text
    }

    /// Whether all its letters are bold.
    #[must_use]
    pub fn is_bold(&self) -> bool {
        self.words.iter().all(|word| word.look.is_bold)
    }
}

/// The lines that words make, from top to bottom.
#[must_use]
pub fn lines(mut words: Vec<Word>) -> Vec<Line> {
    words.sort_by_key(|word| (word.baseline, word.area.left));
    let mut groups: Vec<Vec<Word>> = Vec::new();
    // Baseline, top, bottom and size of the last group.
    let mut open: Option<(i32, i32, i32, i32)> = None;
    for word in words {
        let size = word.look.size;
        let joins = open.is_some_and(|(baseline, top, bottom, of)| {
            let same = (word.baseline - baseline).abs() * 5 <= size.min(of);
            // What is set small, raised or lowered, hangs on its line.
            let middle = i32::midpoint(word.area.top, word.area.bottom);
            let small = is_sign(&word) && size * 4 <= of * 3 && (top..=bottom).contains(&middle);
            same || small
        });
        match (&mut open, groups.last_mut()) {
            (Some((baseline, top, bottom, of)), Some(group)) if joins => {
                // What hangs on a line does not stretch it, or it would draw in the next.
                if size > *of {
                    (*baseline, *top, *bottom, *of) = (word.baseline, word.area.top, word.area.bottom, size);
                }
                group.push(word);
            }
            _ => {
                open = Some((word.baseline, word.area.top, word.area.bottom, size));
                groups.push(vec![word]);
            }
        }
    }
    raised_to_their_lines(groups).into_iter().filter_map(Line::of).collect()
}

/// How wide a blank is beside these words.
fn blank(words: &[Word], size: i32) -> i32 {
    const LETTERS_ENOUGH: i32 = 8;
    let (mut letters, mut narrowest, mut widest) = (0, i32::MAX, 0);
    for word in words {
        let count = i32::try_from(word.text.chars().count()).unwrap_or(i32::MAX).max(1);
        let advance = (word.area.right - word.area.left) / count;
        letters += count;
        narrowest = narrowest.min(advance);
        widest = widest.max(advance);
    }
    let even = letters >= LETTERS_ENOUGH && words.len() > 1 && (widest - narrowest) * 100 <= widest * 2;
    let usual = if even { widest } else { size * 28 / 100 };
    usual.max(justified(words, size).unwrap_or(0))
}

/// The blank of a line that is stretched to fill its column: its gaps are all about equal, and it is mostly words.
fn justified(words: &[Word], size: i32) -> Option<i32> {
    const GAPS_ENOUGH: usize = 3;
    let mut gaps: Vec<i32> = words.windows(2).map(|pair| pair[1].area.left - pair[0].area.right).collect();
    gaps.sort_unstable();
    let (first, last) = (words.first()?, words.last()?);
    let (width, white) = (last.area.right - first.area.left, gaps.iter().sum::<i32>());
    let middle = *gaps.get(gaps.len() / 2)?;
    let figures = words.iter().filter(|word| is_figure(&word.text)).count();
    (gaps.len() >= GAPS_ENOUGH
        && *gaps.last()? * 100 <= *gaps.first()? * 125 + 5_000
        && middle * 10 <= size * 16
        && white * 10 <= width * 4
        && figures * 3 < words.len())
    .then_some(middle)
}

/// Whether a word may be the sign of a note, an exponent, an ordinal.
fn is_sign(word: &Word) -> bool {
    word.text.chars().count() <= 4
}

/// Raised words come before the line they hang on: their group is put into the next one where it fits.
fn raised_to_their_lines(groups: Vec<Vec<Word>>) -> Vec<Vec<Word>> {
    let mut out: Vec<Vec<Word>> = Vec::with_capacity(groups.len());
    for group in groups {
        let (size, top, bottom) = group.iter().fold((0, i32::MAX, i32::MIN), |(size, top, bottom), word| {
            (size.max(word.look.size), top.min(word.area.top), bottom.max(word.area.bottom))
        });
        let hangs = out.last().is_some_and(|above| {
            above.iter().all(|word| {
                let middle = i32::midpoint(word.area.top, word.area.bottom);
                is_sign(word) && word.look.size * 4 <= size * 3 && (top..=bottom).contains(&middle)
            }) && above.iter().any(|raised| {
                group.iter().any(|word| {
                    raised.area.left - word.area.right < word.look.size
                        && word.area.left - raised.area.right < word.look.size
                })
            })
        });
        match out.last_mut() {
            Some(above) if hangs => above.extend(group),
            _ => out.push(group),
        }
    }
    out
}
