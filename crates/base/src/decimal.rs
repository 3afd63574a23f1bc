// SPDX-License-Identifier: AGPL-3.0-or-later
//! Exact numbers that are not money: results, targets, counts.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A decimal number: an integer and how many of its digits stand behind the mark.
///
/// `Display` writes the pinned notation: plain digits, dot, no grouping (`9.4`, `18690`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Decimal {
    digits: i64,
    scale: u8,
}

impl Decimal {
    /// Reads a number in Italian notation: `9,4`, `18.690`, `3000`, `0,5`, `-2`.
    ///
    /// A dot before groups of three digits groups; any other single dot or comma is the decimal mark.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, body) = match text.strip_prefix('-').or_else(|| text.strip_prefix('−')) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        if body.is_empty() || body.len() > 18 || !body.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',') {
            return None;
        }
        if !body.as_bytes()[0].is_ascii_digit() || !body.as_bytes()[body.len() - 1].is_ascii_digit() {
            return None;
        }
        let decimal_at = decimal_mark(body)?;
        let mut digits: i64 = 0;
        let mut scale: u8 = 0;
        for (at, byte) in body.bytes().enumerate() {
            if byte.is_ascii_digit() {
                digits = digits.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
                if decimal_at.is_some_and(|mark| at > mark) {
                    scale += 1;
                }
            }
        }
        Some(Self { digits: if negative { -digits } else { digits }, scale })
    }

    /// Reads back what `Display` writes, digit by digit: a dot is always the decimal mark.
    #[must_use]
    pub fn parse_plain(text: &str) -> Option<Self> {
        let (sign, magnitude) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, decimals) = magnitude.split_once('.').unwrap_or((magnitude, ""));
        let digits = || whole.bytes().chain(decimals.bytes());
        if whole.is_empty() || decimals.len() > 18 || !digits().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let value = digits().try_fold(0_i64, |value, b| value.checked_mul(10)?.checked_add(i64::from(b - b'0')))?;
        Some(Self { digits: sign * value, scale: u8::try_from(decimals.len()).ok()? })
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(value: i64) -> Self {
        Self { digits: value, scale: 0 }
    }
}

/// Where the decimal mark stands; `Some(None)` for a whole number, `None` where the marks make no number.
fn decimal_mark(body: &str) -> Option<Option<usize>> {
    let marks: Vec<(usize, u8)> = body.bytes().enumerate().filter(|(_, b)| !b.is_ascii_digit()).collect();
    let Some(&(last, mark)) = marks.last() else { return Some(None) };
    let groups = |end: usize, marks: &[(usize, u8)]| {
        let mut edge = end;
        marks.iter().rev().all(|&(at, _)| {
            let three = edge - at == 4;
            edge = at;
            three
        })
    };
    if marks.len() == 1 {
        let behind = body.len() - last - 1;
        // "3.000" groups; "3,000" and "3.5" do not.
        return Some(if mark == b'.' && behind == 3 && !body.starts_with('0') { None } else { Some(last) });
    }
    let others = &marks[..marks.len() - 1];
    if others.iter().all(|&(_, m)| m == mark) {
        return groups(body.len(), &marks).then_some(None);
    }
    (others.iter().all(|&(_, m)| m != mark) && groups(last, others)).then_some(Some(last))
}

impl From<Decimal> for String {
    fn from(number: Decimal) -> Self {
        number.to_string()
    }
}

impl TryFrom<String> for Decimal {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse_plain(&text).ok_or("no number in the pinned notation")
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let magnitude = self.digits.unsigned_abs();
        if self.scale == 0 {
            return write!(f, "{sign}{magnitude}");
        }
        let unit = 10u64.pow(u32::from(self.scale));
        write!(f, "{sign}{}.{:0width$}", magnitude / unit, magnitude % unit, width = usize::from(self.scale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(Decimal::parse(text).map(|value| value.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn reads_italian_numbers() {
        check("9,4", Some("9.4"));
        check("18690", Some("18690"));
        check("18.690", Some("18690"));
        check("18000000", Some("18000000"));
        check("2.5", Some("2.5"));
        check("1.234.567,5", Some("1234567.5"));
        check("-2", Some("-2"));
        check("0,05", Some("0.05"));
        check("31.12", Some("31.12"));
        check("1.2.3", None);
        check("n. 3", None);
        check("", None);
    }

    #[test]
    fn reads_back_what_it_writes() {
        for text in ["3.000", "3000", "0,05", "-2", "-0,5", "1.234.567,50", "12,345", "999999999999999999"] {
            let value = Decimal::parse(text).expect("a number");
            assert_eq!(Decimal::parse_plain(&value.to_string()), Some(value), "{text}");
        }
        assert_eq!(Decimal::parse_plain("1,5"), None);
        assert_eq!(Decimal::parse_plain(""), None);
    }
}
