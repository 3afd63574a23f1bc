// SPDX-License-Identifier: AGPL-3.0-or-later
//! Money: integer cents, never a float.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An amount of euro, kept as integer cents; negative where money goes back.
///
/// `Display` writes the pinned notation: dot, two decimals, no grouping (`-3077088.00`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Cents(i64);

impl Cents {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// An amount from a number of cents.
    #[must_use]
    pub const fn new(cents: i64) -> Self {
        Self(cents)
    }

    /// The number of cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// The sum, or `None` where it does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or `None` where it does not fit.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The amount times a whole factor (1.000 for "mila euro"), or `None` where it does not fit.
    #[must_use]
    pub fn checked_mul(self, factor: i64) -> Option<Self> {
        self.0.checked_mul(factor).map(Self)
    }

    /// Reads an amount as offices print it, with or without the euro: `1.234,56`, `€ 3.600,00 €`, `23.778.400`,
    /// `480`, `74,8`, `-3.077.088,00`, `(1.000,00)`, `1,234.56`.
    ///
    /// A dot or comma followed by groups of three digits groups; the last one followed by one or two digits is the
    /// decimal mark. Anything else in the text gives `None`: the caller cuts the number out first.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let mut digits = [0u8; 20];
        let mut count = 0usize;
        // Where the separators stood, as (digits before it, mark).
        let mut marks = [(0usize, 0u8); 8];
        let mut mark_count = 0usize;
        let mut negative = false;
        let mut closed = false;
        let mut at = 0;
        while at < bytes.len() {
            match bytes[at] {
                digit @ b'0'..=b'9' => {
                    if closed || count == digits.len() - 2 {
                        return None;
                    }
                    digits[count] = digit - b'0';
                    count += 1;
                }
                mark @ (b'.' | b',') => {
                    if count == 0 || closed || mark_count == marks.len() {
                        return None;
                    }
                    marks[mark_count] = (count, mark);
                    mark_count += 1;
                }
                b'\'' if count > 0 && !closed => {
                    if mark_count == marks.len() {
                        return None;
                    }
                    marks[mark_count] = (count, b'\'');
                    mark_count += 1;
                }
                b'-' if count == 0 && !negative => negative = true,
                b'+' if count == 0 => {}
                b'(' if count == 0 && !negative => negative = true,
                b')' if negative && count > 0 => closed = true,
                b' ' => {
                    // "1 234,56": a group of three digits may follow a space; otherwise the number ends here.
                    let group = bytes[at + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
                    if count > 0 && !closed {
                        if group == 3 && mark_count < marks.len() {
                            marks[mark_count] = (count, b' ');
                            mark_count += 1;
                        } else {
                            closed = true;
                        }
                    }
                }
                b'\t' | b'\n' | b'\r' => closed = count > 0,
                // U+2212 minus, U+2013 dash, U+20AC euro, U+00A0 no-break space
                0xE2 if bytes[at..].starts_with("−".as_bytes()) || bytes[at..].starts_with("–".as_bytes()) => {
                    if count > 0 || negative {
                        return None;
                    }
                    negative = true;
                    at += 2;
                }
                0xE2 if bytes[at..].starts_with("€".as_bytes()) => {
                    closed = count > 0;
                    at += 2;
                }
                0xC2 if bytes.get(at + 1) == Some(&0xA0) => {
                    closed = count > 0;
                    at += 1;
                }
                b'e' | b'E' => {
                    let word = bytes[at..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
                    let lower = text[at..at + word].to_ascii_lowercase();
                    if lower != "euro" && lower != "eur" {
                        return None;
                    }
                    closed = count > 0;
                    at += word - 1;
                }
                _ => return None,
            }
            at += 1;
        }
        if count == 0 {
            return None;
        }
        let marks = &marks[..mark_count];
        let decimals = decimals_after(marks, count)?;
        let mut value: i64 = 0;
        for digit in &digits[..count] {
            value = value.checked_mul(10)?.checked_add(i64::from(*digit))?;
        }
        let cents = match decimals {
            0 => value.checked_mul(100)?,
            1 => value.checked_mul(10)?,
            _ => value,
        };
        Some(Self(if negative { -cents } else { cents }))
    }

    /// The amount in the notation of Italian offices: `1.234.567,89`.
    #[must_use]
    pub fn italian(self) -> String {
        let plain = self.to_string();
        let (sign, rest) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
        let (whole, cents) = rest.split_once('.').unwrap_or((rest, "00"));
        let mut out = String::with_capacity(plain.len() + 6);
        out.push_str(sign);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.push('.');
            }
            out.push(digit);
        }
        out.push(',');
        out.push_str(cents);
        out
    }
}

/// How many of the digits stand behind the decimal mark: 0, 1 or 2; `None` where the marks make no number.
fn decimals_after(marks: &[(usize, u8)], count: usize) -> Option<usize> {
    let Some(&(last_at, last_mark)) = marks.last() else { return Some(0) };
    let behind = count - last_at;
    let groups_are_three = |marks: &[(usize, u8)], end: usize| {
        marks.windows(2).all(|pair| pair[1].0 - pair[0].0 == 3)
            && marks.last().is_none_or(|&(at, _)| end - at == 3)
            && marks.first().is_none_or(|&(at, _)| (1..=3).contains(&at))
    };
    match behind {
        1 | 2 if last_mark != b'\'' => {
            let before = &marks[..marks.len() - 1];
            let uniform = before.iter().all(|&(_, mark)| mark == before[0].1 && mark != last_mark);
            (uniform && groups_are_three(before, last_at)).then_some(behind)
        }
        3 => {
            let uniform = marks.iter().all(|&(_, mark)| mark == last_mark);
            (uniform && groups_are_three(marks, count)).then_some(0)
        }
        _ => None,
    }
}

impl From<Cents> for String {
    fn from(amount: Cents) -> Self {
        amount.to_string()
    }
}

impl TryFrom<String> for Cents {
    type Error = &'static str;

    /// Reads back what `Display` writes, and nothing else.
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let plain = text.len().checked_sub(3).is_some_and(|at| text.as_bytes()[at] == b'.');
        let digits: String = text.chars().filter(|char| *char != '.').collect();
        digits.parse().ok().filter(|_| plain).map(Self).ok_or("no amount in the pinned notation")
    }
}

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", magnitude / 100, magnitude % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(Cents::parse(text).map(|cents| cents.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn reads_what_offices_print() {
        check("1.234,56", Some("1234.56"));
        check("€ 3.600,00 €", Some("3600.00"));
        check("23.778.400", Some("23778400.00"));
        check("480", Some("480.00"));
        check("74,8", Some("74.80"));
        check("1999,20", Some("1999.20"));
        check("-3.077.088,00", Some("-3077088.00"));
        check("(1.000,00)", Some("-1000.00"));
        check("1,234.56", Some("1234.56"));
        check("1 234,56", Some("1234.56"));
        check("0,00", Some("0.00"));
        check("10.000 euro", Some("10000.00"));
    }

    #[test]
    fn refuses_what_is_no_amount() {
        check("", None);
        check("1.2.3", None);
        check("12/07/2021", None);
        check("1.1.2", None);
        check("5/7", None);
        check("12 3", None);
        check("A3", None);
        check("1.500,00,00", None);
        check("99999999999999999999999", None);
    }

    #[test]
    fn writes_the_italian_notation() {
        assert_eq!(Cents::new(123_456_789).italian(), "1.234.567,89");
        assert_eq!(Cents::new(-5).italian(), "-0,05");
    }
}
