// SPDX-License-Identifier: AGPL-3.0-or-later
//! Letters that are drawn twice in nearly the same place: filled and then stroked, or moved by a hair, to look bold, or
//! as one layer over another. They count once.
//!
//! Invariants: the time for a glyph does not grow with how many were drawn before it.

use ambito_documents::blocks::Area;
use ambito_pages::page::{Direction, Glyph, Letters};
use rustc_hash::FxHashMap;

/// The side of the squares that the page is divided into, in hundredths of a point, as a power of two.
const SQUARE_BITS: u32 = 10;
/// The farthest that a letter may be moved, in hundredths of a point.
const REACH_MAX: i32 = 600;
/// How many glyphs of one letter are looked at in one square.
const LOOKED_AT_MAX: usize = 24;

/// Where each letter was drawn.
#[derive(Default)]
pub struct Drawn {
    /// The last glyph of a letter in a square.
    last: FxHashMap<(u32, i32, i32), u32>,
    /// For each glyph, the one of the same letter in the same square before it.
    before: Vec<Option<u32>>,
}

/// A glyph that was drawn before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Again {
    /// Its index among the glyphs.
    pub index: usize,
    /// Whether it stood in another place, if only by a hair.
    pub is_moved: bool,
}

impl Drawn {
    /// Whether a glyph is one of `glyphs` once more.
    pub fn again(&self, glyph: &Glyph, glyphs: &[Glyph]) -> Option<Again> {
        let letter = key(&glyph.text);
        let reach = (glyph.look.size / 100 * 15).min(REACH_MAX);
        let Area { left, top, .. } = glyph.area;
        let squares = |at: i32| (at - reach) >> SQUARE_BITS..=(at + reach) >> SQUARE_BITS;
        for column in squares(left) {
            for row in squares(top) {
                let mut next = self.last.get(&(letter, column, row)).copied();
                for _ in 0..LOOKED_AT_MAX {
                    let Some(index) = next.map(|index| index as usize) else { break };
                    if let Some(is_moved) = is_same(&glyphs[index], glyph) {
                        return Some(Again { index, is_moved });
                    }
                    next = self.before[index];
                }
            }
        }
        None
    }

    /// Takes down the glyph that comes next.
    pub fn note(&mut self, glyph: &Glyph) {
        let index = u32::try_from(self.before.len()).unwrap_or(u32::MAX);
        let square = (key(&glyph.text), glyph.area.left >> SQUARE_BITS, glyph.area.top >> SQUARE_BITS);
        self.before.push(self.last.insert(square, index));
    }
}

fn key(text: &Letters) -> u32 {
    match text {
        Letters::One(letter) => u32::from(*letter),
        Letters::Several(text) => text.bytes().fold(1 << 21, |sum: u32, byte| sum.wrapping_mul(31) ^ u32::from(byte)),
        Letters::Unknown => u32::MAX,
    }
}

/// Whether two glyphs are one, and whether the second is moved.
fn is_same(first: &Glyph, second: &Glyph) -> Option<bool> {
    let (a, b) = (first.area, second.area);
    if first.text != second.text || first.direction != second.direction {
        return None;
    }
    if a == b {
        return Some(false);
    }
    // Nobody knows whether two unknown shapes are the same.
    if first.text == Letters::Unknown {
        return None;
    }
    let size = i64::from(second.look.size);
    let apart = |one: i32, other: i32| i64::from(one.abs_diff(other));
    let (along, advance) = match second.direction {
        Direction::Right | Direction::Left => (apart(a.left, b.left), apart(b.right, b.left)),
        Direction::Up | Direction::Down => (apart(a.top, b.top), apart(b.bottom, b.top)),
    };
    let is_near = apart(first.look.size, second.look.size) * 10 <= size
        && along * 100 <= size * 15
        && along * 10 <= advance * 4
        && apart(first.baseline, second.baseline) * 100 <= size * 8;
    is_near.then_some(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_pages::page::Look;

    fn glyph(letter: char, left: i32, baseline: i32) -> Glyph {
        Glyph {
            text: Letters::One(letter),
            area: Area { left, top: baseline - 780, right: left + 500, bottom: baseline + 220 },
            baseline,
            look: Look { size: 1_000, is_bold: false },
            direction: Direction::Right,
            confidence: None,
        }
    }

    /// Whether the last glyph is one of those before it.
    fn check(glyphs: &[(char, i32, i32)], expected: Option<(usize, bool)>) {
        let all: Vec<Glyph> = glyphs.iter().map(|&(letter, left, baseline)| glyph(letter, left, baseline)).collect();
        let (last, before) = all.split_last().expect("a row of the test has glyphs");
        let mut drawn = Drawn::default();
        before.iter().for_each(|glyph| drawn.note(glyph));
        let found = drawn.again(last, before).map(|again| (again.index, again.is_moved));
        assert_eq!(found, expected, "{glyphs:?}");
    }

    #[test]
    fn the_same_letter_in_the_same_place_counts_once() {
        check(&[('a', 0, 5_000), ('b', 500, 5_000), ('a', 0, 5_000)], Some((0, false)));
        check(&[('a', 0, 5_000), ('b', 500, 5_000), ('a', 40, 5_000)], Some((0, true)));
        check(&[('a', 1_020, 5_000), ('a', 1_030, 5_000)], Some((0, true)));
        check(&[('a', 1_000, 5_000), ('a', 1_160, 5_000)], None);
        check(&[('l', 1_000, 5_000), ('l', 1_500, 5_000)], None);
        check(&[('a', 1_000, 5_000), ('a', 1_000, 5_100)], None);
        check(&[('.', 1_000, 5_000), ('.', 1_050, 5_000)], Some((0, true)));
        check(&[('a', 1_000, 5_000), ('b', 1_000, 5_000)], None);
    }
}
