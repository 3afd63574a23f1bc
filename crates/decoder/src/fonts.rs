// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is known of the fonts of a file beside its own words for their letters: the letters that an embedded font itself
//! keeps for its shapes, which shapes are blank, whether it is bold.
//!
//! Invariants: nothing is guessed. A shape gets the letter that the font itself has for it, or none.

use ambito_pages::page::Letters;
use hayro_interpret::font::{OutlineFontData, OutlineGlyph};
use rustc_hash::{FxHashMap, FxHashSet};
use skrifa::{FontRef, MetadataProvider as _};

use crate::glyphs::is_letter;
use crate::limits::{FONT_LETTERS_MAX, FONTS_KEPT_MAX};

/// From this many shapes on that are all said to be one and the same letter, the file is not believed. Arabic has four
/// shapes of a letter.
const SAME_LETTER_MAX: usize = 6;

/// The fonts that were seen, by the library's key for their bytes.
#[derive(Default)]
pub struct Fonts {
    known: FxHashMap<u128, Own>,
}

/// What one font says of itself.
#[derive(Default)]
struct Own {
    /// The letters of its shapes, by their number.
    letters: FxHashMap<u32, char>,
    /// Whether a shape is blank.
    blanks: FxHashMap<u32, bool>,
}

impl Fonts {
    /// Gets to know a font.
    fn meet(&mut self, data: &OutlineFontData) -> &mut Own {
        if self.known.len() >= FONTS_KEPT_MAX && !self.known.contains_key(&data.cache_key) {
            self.known.clear();
        }
        self.known.entry(data.cache_key).or_insert_with(|| Own::of((*data.data).as_ref()))
    }

    /// Whether a shape of a font is blank.
    pub fn is_blank(&mut self, data: &OutlineFontData, shape: &OutlineGlyph) -> bool {
        let own = self.meet(data);
        *own.blanks.entry(shape.glyph_id().to_u32()).or_insert_with(|| shape.outline().elements().is_empty())
    }
}

impl Own {
    fn of(bytes: &[u8]) -> Self {
        let mut letters = FxHashMap::default();
        if let Ok(font) = FontRef::new(bytes) {
            for (code, shape) in font.charmap().mappings().take(FONT_LETTERS_MAX) {
                if let Some(letter) = char::from_u32(code).filter(|&letter| is_letter(letter)) {
                    // Several codes for one shape: the plain hyphen comes before the soft one, the space before the hard one.
                    let kept = letters.entry(shape.to_u32()).or_insert(letter);
                    *kept = letter.min(*kept);
                }
            }
        }
        Self { letters, blanks: FxHashMap::default() }
    }
}

/// What a file says on one page of the shapes of its fonts.
#[derive(Default)]
pub struct Sayings {
    keys: Vec<u128>,
    /// For each font, which letters its shapes are said to be.
    said: Vec<FxHashSet<(u32, char)>>,
    /// For each font, whether a shape was met that the file says nothing of.
    is_silent: Vec<bool>,
}

impl Sayings {
    /// The place of a font among those of this page.
    pub fn place(&mut self, data: &OutlineFontData) -> Option<u16> {
        let index = self.keys.iter().position(|&key| key == data.cache_key).unwrap_or_else(|| {
            self.keys.push(data.cache_key);
            self.said.push(FxHashSet::default());
            self.is_silent.push(false);
            self.keys.len() - 1
        });
        u16::try_from(index).ok()
    }

    /// Notes what a shape is said to be.
    pub fn note(&mut self, font: u16, shape: u32, text: &Letters) {
        match text {
            Letters::One(letter) => {
                self.said[usize::from(font)].insert((shape, *letter));
            }
            Letters::Several(_) => {}
            Letters::Unknown => self.is_silent[usize::from(font)] = true,
        }
    }

    /// What of each font of the page is believed.
    pub fn verdicts(&self, fonts: &Fonts) -> Vec<Verdict> {
        let each = self.keys.iter().zip(&self.said).zip(&self.is_silent);
        each.map(|((key, said), &is_silent)| {
            let empty = FxHashMap::default();
            let own = fonts.known.get(key).map_or(&empty, |own| &own.letters);
            Verdict::of(said, is_silent, own)
        })
        .collect()
    }
}

/// What of a font is believed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Letters that the file gives to so many shapes that it cannot be right.
    lies: FxHashSet<char>,
    /// The font's own letters, where they are needed and agree with what the file says and is believed.
    own: FxHashMap<u32, char>,
}

impl Verdict {
    fn of(said: &FxHashSet<(u32, char)>, is_silent: bool, own: &FxHashMap<u32, char>) -> Self {
        let mut shapes: FxHashMap<char, usize> = FxHashMap::default();
        for (_, letter) in said {
            *shapes.entry(*letter).or_default() += 1;
        }
        let lies: FxHashSet<char> =
            shapes.into_iter().filter(|(_, count)| *count >= SAME_LETTER_MAX).map(|(letter, _)| letter).collect();
        if lies.is_empty() && !is_silent {
            return Self::default();
        }
        let believed = || said.iter().filter(|(_, letter)| !lies.contains(letter));
        let known = believed().filter(|(shape, _)| own.contains_key(shape)).count();
        let alike = believed().filter(|(shape, letter)| own.get(shape) == Some(letter)).count();
        let agrees = alike * 10 >= known * 9;
        Self { lies, own: if agrees { own.clone() } else { FxHashMap::default() } }
    }

    /// Other letters for a shape than the file says; `None` where the file is believed.
    pub fn instead(&self, shape: u32, text: &Letters) -> Option<Letters> {
        let doubted = match text {
            Letters::One(letter) => self.lies.contains(letter),
            Letters::Several(_) => false,
            Letters::Unknown => true,
        };
        doubted.then(|| self.own.get(&shape).map_or(Letters::Unknown, |&letter| Letters::One(letter)))
    }
}

/// Whether a font is bold by its weight or its name.
pub fn is_bold(weight: Option<u32>, name: Option<&str>) -> bool {
    const WORDS: [&str; 9] = ["Bold", "bold", "BOLD", "Black", "Heavy", "Semibold", "Demi", "CMBX", "SFBX"];
    weight.is_some_and(|weight| weight >= 600) || name.is_some_and(|name| WORDS.iter().any(|word| name.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(
        said: &[(u32, char)],
        is_silent: bool,
        own: &[(u32, char)],
        shape: (u32, Letters),
        expected: Option<Letters>,
    ) {
        let verdict = Verdict::of(&said.iter().copied().collect(), is_silent, &own.iter().copied().collect());
        assert_eq!(verdict.instead(shape.0, &shape.1), expected, "{said:?} {own:?}");
    }

    #[test]
    fn a_file_is_believed_until_it_says_the_same_of_many_shapes() {
        let honest = [(1, 'a'), (2, 'b'), (3, 'b')];
        let lies: Vec<(u32, char)> = (1..=6).map(|shape| (shape, '?')).chain([(9, 'z')]).collect();
        let own = [(1, 'P'), (2, 'i'), (9, 'z')];
        check(&honest, false, &own, (1, Letters::One('a')), None);
        check(&lies, false, &own, (2, Letters::One('?')), Some(Letters::One('i')));
        check(&lies, false, &own, (3, Letters::One('?')), Some(Letters::Unknown));
        check(&lies, false, &own, (9, Letters::One('z')), None);
    }

    #[test]
    fn a_font_s_own_letters_serve_where_the_file_is_silent_and_both_agree() {
        check(&[], true, &[(4, 'd')], (4, Letters::Unknown), Some(Letters::One('d')));
        check(&[(1, 'a')], true, &[(1, 'a'), (4, 'd')], (4, Letters::Unknown), Some(Letters::One('d')));
        check(&[(1, 'a')], true, &[(1, 'x'), (4, 'd')], (4, Letters::Unknown), Some(Letters::Unknown));
        check(&[], true, &[], (4, Letters::Unknown), Some(Letters::Unknown));
    }
}
