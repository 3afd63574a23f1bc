// SPDX-License-Identifier: AGPL-3.0-or-later
//! Numbers of lists and headings as they are printed: how one is written, the pattern of a level, the counting.

use std::fmt::Write as _;

use crate::limits::NUMBER_PATTERN_BYTES_MAX;

/// The most levels of a list.
pub const LEVELS_MAX: usize = 10;
/// The largest number that is written in letters.
const LETTERS_MAX: u32 = 26 * 20;
/// The largest number that is written in Roman numerals.
const ROMAN_MAX: u32 = 3_999;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Numeral {
    /// 1, 2, 3.
    #[default]
    Decimal,
    /// 01, 02, 03.
    DecimalZero,
    /// I, II, III.
    UpperRoman,
    /// i, ii, iii.
    LowerRoman,
    /// A, B, … Z, AA, BB.
    UpperLetter,
    /// a, b, … z, aa, bb.
    LowerLetter,
    /// 1°, 2°, 3°.
    Ordinal,
    /// Not at all.
    Nothing,
}

impl Numeral {
    /// The number as it is printed.
    #[must_use]
    pub fn write(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::DecimalZero => format!("{number:02}"),
            Self::UpperRoman => roman(number),
            Self::LowerRoman => roman(number).to_lowercase(),
            Self::UpperLetter => letters(number),
            Self::LowerLetter => letters(number).to_lowercase(),
            Self::Ordinal => format!("{number}°"),
            Self::Nothing => String::new(),
        }
    }
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > ROMAN_MAX {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

fn letters(number: u32) -> String {
    if number == 0 || number > LETTERS_MAX {
        return number.to_string();
    }
    let place = u8::try_from((number - 1) % 26).unwrap_or(0);
    let times = usize::try_from((number - 1) / 26 + 1).unwrap_or(1);
    char::from(b'A' + place).to_string().repeat(times)
}

/// A piece of the pattern of a level.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    /// The number of this level, 0-based.
    Number(usize),
}

/// One level of a list: how its items begin.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Level {
    /// How its own number is written.
    pub numeral: Numeral,
    /// The number of its first item.
    pub start: Option<u32>,
    /// The numbers of the levels above are written in digits too.
    pub is_legal: bool,
    /// The sign before each item, for lists without numbers.
    pub bullet: Option<String>,
    pieces: Vec<Piece>,
}

impl Level {
    /// Takes the pattern `%1.%2)`.
    pub fn set_pattern(&mut self, pattern: &str) {
        self.pieces.clear();
        let mut text = String::new();
        let mut chars = shortened(pattern).chars().peekable();
        while let Some(char) = chars.next() {
            let level = chars.peek().filter(|_| char == '%').and_then(|next| next.to_digit(10));
            match level {
                Some(level @ 1..) => {
                    chars.next();
                    // OpenDocument closes it: `%1%`.
                    chars.next_if_eq(&'%');
                    if !text.is_empty() {
                        self.pieces.push(Piece::Text(std::mem::take(&mut text)));
                    }
                    self.pieces.push(Piece::Number(level as usize - 1));
                }
                _ => text.push(char),
            }
        }
        if !text.is_empty() {
            self.pieces.push(Piece::Text(text));
        }
    }

    /// Takes the pattern of so many levels up to this one (0-based), with a dot between them.
    pub fn set_joined(&mut self, prefix: &str, level: usize, shown: usize, suffix: &str) {
        let first = (level + 1).saturating_sub(shown.max(1));
        self.pieces = vec![Piece::Text(shortened(prefix).to_owned())];
        for upper in first..=level {
            if upper > first {
                self.pieces.push(Piece::Text(".".to_owned()));
            }
            self.pieces.push(Piece::Number(upper));
        }
        self.pieces.push(Piece::Text(shortened(suffix).to_owned()));
    }
}

fn shortened(text: &str) -> &str {
    text.get(..text.floor_char_boundary(NUMBER_PATTERN_BYTES_MAX)).unwrap_or("")
}

/// How far the items of a list have been counted.
#[derive(Clone, Debug, Default)]
pub struct Counters {
    numbers: [Option<u32>; LEVELS_MAX],
}

impl Counters {
    /// Counts one item of a level (0-based); `set` gives it a number of its own. The levels below begin again.
    pub fn count(&mut self, level: usize, start: u32, set: Option<u32>) {
        if let Some(number) = self.numbers.get_mut(level) {
            *number = Some(set.unwrap_or_else(|| number.map_or(start, |number| number.saturating_add(1))));
        }
        for below in self.numbers.iter_mut().skip(level + 1) {
            *below = None;
        }
    }

    /// What stands before the item that was counted last on this level.
    #[must_use]
    pub fn label<'l>(&self, level: usize, level_of: impl Fn(usize) -> Option<&'l Level>) -> String {
        let Some(own) = level_of(level) else { return String::new() };
        if let Some(bullet) = &own.bullet {
            return bullet.clone();
        }
        let mut label = String::new();
        for piece in &own.pieces {
            match piece {
                Piece::Text(text) => label.push_str(text),
                Piece::Number(at) => {
                    let form = level_of(*at);
                    let numeral = match form {
                        Some(form) if !own.is_legal || form.numeral == Numeral::Nothing => form.numeral,
                        _ => Numeral::Decimal,
                    };
                    let first = form.and_then(|form| form.start).unwrap_or(1);
                    let number = self.numbers.get(*at).copied().flatten().unwrap_or(first);
                    // A string takes everything.
                    let _ = write!(label, "{}", numeral.write(number));
                }
            }
        }
        label.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(numeral: Numeral, number: u32, expected: &str) {
        assert_eq!(numeral.write(number), expected);
    }

    #[test]
    fn writes_numbers() {
        check(Numeral::UpperRoman, 1994, "MCMXCIV");
        check(Numeral::LowerRoman, 4, "iv");
        check(Numeral::UpperRoman, 0, "0");
        check(Numeral::UpperRoman, 4_000_000_000, "4000000000");
        check(Numeral::LowerLetter, 1, "a");
        check(Numeral::UpperLetter, 28, "BB");
        check(Numeral::LowerLetter, 4_000_000_000, "4000000000");
        check(Numeral::DecimalZero, 3, "03");
    }

    #[track_caller]
    fn counts(pattern: &str, is_legal: bool, levels: &[usize], expected: &[&str]) {
        let mut own = Level { is_legal, ..Level::default() };
        own.set_pattern(pattern);
        let mut upper = Level { numeral: Numeral::UpperRoman, ..Level::default() };
        upper.set_pattern("%1.");
        let level_of = |level: usize| Some(if level == 0 { &upper } else { &own });
        let mut counters = Counters::default();
        let mut labels = Vec::new();
        for &level in levels {
            counters.count(level, 1, None);
            labels.push(counters.label(level, level_of));
        }
        assert_eq!(labels, expected);
    }

    #[test]
    fn counts_levels() {
        counts("%1.%2)", false, &[0, 1, 1, 0, 1], &["I.", "I.1)", "I.2)", "II.", "II.1)"]);
        counts("%1%.%2%", true, &[0, 0, 1], &["I.", "II.", "2.1"]);
        counts("Art. %2", false, &[1, 1], &["Art. 1", "Art. 2"]);
        counts("100%", false, &[1], &["100%"]);
    }
}
