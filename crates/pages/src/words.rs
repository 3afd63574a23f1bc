// SPDX-License-Identifier: AGPL-3.0-or-later
//! From glyphs to words: letters that touch belong together, whether or not the file has spaces. Accents drawn apart
//! are put on their letters, ligatures are taken apart, letters drawn twice to look bold count once.

use ambito_documents::blocks::Area;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::page::{Direction, Glyph, Letters, Look};

/// A word, or what stands together like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its letters.
    pub text: String,
    /// What it covers.
    pub area: Area,
    /// Where its line of writing stands.
    pub baseline: i32,
    /// How it looks.
    pub look: Look,
    /// The least sure of its letters, in hundredths, where they were recognised.
    pub confidence: Option<u8>,
}

/// What stands for a glyph whose letters nobody knows.
pub const UNKNOWN: char = '\u{FFFD}';

/// The words of one direction, in the order they are drawn.
#[must_use]
pub fn words(glyphs: &[Glyph], direction: Direction) -> Vec<Word> {
    let mut maker = Maker::default();
    for glyph in glyphs.iter().filter(|glyph| glyph.direction == direction) {
        maker.take(glyph);
    }
    maker.end_word();
    maker.words
}

#[derive(Default)]
struct Maker {
    words: Vec<Word>,
    open: Option<Word>,
    /// The last glyph's letter and area: to know a letter drawn twice.
    last: Option<(char, Area)>,
    /// An accent drawn apart that waits for its letter.
    accent: Option<(char, Area)>,
}

impl Maker {
    fn take(&mut self, glyph: &Glyph) {
        let (first, rest) = match &glyph.text {
            Letters::One(letter) => (*letter, ""),
            Letters::Several(letters) => match letters.chars().next() {
                Some(first) => (first, &letters[first.len_utf8()..]),
                None => return,
            },
            Letters::Unknown => (UNKNOWN, ""),
        };
        if rest.is_empty() && is_blank(first) {
            self.end_word();
            return;
        }
        if first.is_control() && rest.is_empty() {
            return;
        }
        if rest.is_empty() && self.is_again(first, glyph.area) {
            return;
        }
        self.last = rest.is_empty().then_some((first, glyph.area));
        if rest.is_empty()
            && let Some(mark) = mark_of(first)
        {
            if self.put_on_last(mark, glyph) {
                return;
            }
            if first != '\u{27}' && first != '`' {
                self.accent = Some((mark, glyph.area));
                return;
            }
        }
        if !self.goes_on(glyph) {
            self.end_word();
        }
        let word = self.open.get_or_insert_with(|| Word {
            text: String::new(),
            area: glyph.area,
            baseline: glyph.baseline,
            look: glyph.look,
            confidence: glyph.confidence,
        });
        word.area = word.area.with(glyph.area);
        word.confidence = word.confidence.min(glyph.confidence).or(word.confidence).or(glyph.confidence);
        push(&mut word.text, first);
        rest.chars().for_each(|letter| push(&mut word.text, letter));
        if let Some((mark, area)) = self.accent.take()
            && overlaps(area, glyph.area)
        {
            word.text.push(mark);
            word.text = word.text.nfc().collect();
        }
    }

    /// Whether a letter is the last one once more, drawn a hair beside it to look bold.
    fn is_again(&self, letter: char, area: Area) -> bool {
        self.last.is_some_and(|(last, there)| {
            let near = (area.right - area.left) / 4;
            last == letter
                && letter != '.'
                && (area.left - there.left).abs() <= near
                && (area.top - there.top).abs() <= near
        })
    }

    /// Puts an accent on the letter that was drawn before it.
    fn put_on_last(&mut self, mark: char, glyph: &Glyph) -> bool {
        let Some(word) = &mut self.open else { return false };
        let middle = i32::midpoint(glyph.area.left, glyph.area.right);
        let width = glyph.look.size / 2;
        let fits = word.text.chars().next_back().is_some_and(char::is_alphabetic)
            && middle < word.area.right
            && middle > word.area.right - width
            && !mark.is_ascii();
        if fits {
            let composed: String = word.text.chars().chain([mark]).nfc().collect();
            // An apostrophe behind a letter that takes no such accent stays one.
            if composed.chars().count() == word.text.chars().count() {
                word.text = composed;
                return true;
            }
        }
        false
    }

    fn goes_on(&self, glyph: &Glyph) -> bool {
        let Some(word) = &self.open else { return false };
        let (along, gap) = match glyph.direction {
            Direction::Right => (glyph.baseline - word.baseline, glyph.area.left - word.area.right),
            Direction::Left => (glyph.baseline - word.baseline, word.area.left - glyph.area.right),
            Direction::Down => (glyph.baseline - word.baseline, glyph.area.top - word.area.bottom),
            Direction::Up => (glyph.baseline - word.baseline, word.area.top - glyph.area.bottom),
        };
        let size = glyph.look.size.min(word.look.size).max(1);
        along.abs() * 5 <= size && gap * 7 <= size && gap * 2 >= -size
    }

    fn end_word(&mut self) {
        self.accent = None;
        if let Some(mut word) = self.open.take()
            && !word.text.is_empty()
        {
            if word.text.contains('\u{AD}') {
                // A soft hyphen that is seen stands at the end of a line; any other is not drawn.
                let ends = word.text.ends_with('\u{AD}');
                word.text.retain(|letter| letter != '\u{AD}');
                if ends {
                    word.text.push('\u{AD}');
                }
            }
            self.words.push(word);
        }
    }
}

fn overlaps(a: Area, b: Area) -> bool {
    a.left < b.right && b.left < a.right
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\0')
}

/// The combining mark of an accent that stands by itself.
fn mark_of(letter: char) -> Option<char> {
    Some(match letter {
        '`' | '\u{2CB}' => '\u{300}',
        '´' | '\u{2CA}' => '\u{301}',
        'ˆ' => '\u{302}',
        '˜' => '\u{303}',
        '¨' => '\u{308}',
        '¸' => '\u{327}',
        letter if is_combining_mark(letter) => letter,
        _ => return None,
    })
}

/// Adds a letter; ligatures and presentation forms as the letters they stand for.
fn push(text: &mut String, letter: char) {
    match letter {
        'ﬀ' => text.push_str("ff"),
        'ﬁ' => text.push_str("fi"),
        'ﬂ' => text.push_str("fl"),
        'ﬃ' => text.push_str("ffi"),
        'ﬄ' => text.push_str("ffl"),
        'ﬅ' | 'ﬆ' => text.push_str("st"),
        // Dashes that fonts of word processors put in the private range for bullets.
        '\u{F0B7}' | '\u{F0A7}' | '\u{F0D8}' | '\u{F0FC}' | '\u{25CF}' | '\u{2022}' => text.push('•'),
        '\u{2010}' | '\u{2011}' => text.push('-'),
        letter if letter.is_whitespace() || letter.is_control() => {}
        letter if is_combining_mark(letter) => {
            text.push(letter);
            *text = text.nfc().collect();
        }
        letter => text.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Glyphs of ten points, each five points wide, at these places in points.
    fn glyphs(letters: &[(&str, i32)]) -> Vec<Glyph> {
        letters
            .iter()
            .map(|&(text, left)| Glyph {
                text: match text.chars().count() {
                    0 => Letters::Unknown,
                    1 => Letters::One(text.chars().next().unwrap()),
                    _ => Letters::Several(text.into()),
                },
                area: Area { left: left * 100, top: 0, right: left * 100 + 500, bottom: 1_000 },
                baseline: 800,
                look: Look { size: 1_000, is_bold: false },
                direction: Direction::Right,
                confidence: None,
            })
            .collect()
    }

    #[test]
    fn letters_that_touch_are_words() {
        let check = |letters: &[(&str, i32)], expected: &[&str]| {
            let made = words(&glyphs(letters), Direction::Right);
            assert_eq!(made.iter().map(|word| word.text.as_str()).collect::<Vec<_>>(), expected);
        };
        check(&[("u", 0), ("n", 5), ("o", 10)], &["uno"]);
        check(&[("u", 0), ("n", 5), ("o", 13)], &["un", "o"]);
        check(&[("u", 0), (" ", 5), ("o", 10)], &["u", "o"]);
        check(&[("u", 0), ("o", 400)], &["u", "o"]);
        // Drawn twice to look bold.
        check(&[("u", 0), ("u", 1), ("n", 5), ("n", 6)], &["un"]);
        check(&[("ﬃ", 0), ("ne", 5)], &["ffine"]);
        // Words that a recogniser gives whole, which begin alike.
        check(&[("ad", 0), ("abbonamenti", 8)], &["ad", "abbonamenti"]);
        // Accents before and behind their letter.
        check(&[("t", 0), ("´", 5), ("e", 5)], &["té"]);
        check(&[("t", 0), ("a", 5), ("`", 5)], &["tà"]);
        check(&[("", 0), ("x", 5)], &["\u{FFFD}x"]);
        check(&[("a", 0), ("\u{AD}", 5), ("b", 10), ("\u{AD}", 15)], &["ab\u{AD}"]);
    }
}
