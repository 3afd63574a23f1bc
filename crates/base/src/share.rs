// SPDX-License-Identifier: AGPL-3.0-or-later
//! Shares of a whole, in hundredths of a percent.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A share of a whole or of a person's time; `28,34 %` is 2834 hundredths. `Display` writes `28.34`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Share(i64);

impl Share {
    /// A share from hundredths of a percent.
    #[must_use]
    pub const fn from_hundredths(hundredths: i64) -> Self {
        Self(hundredths)
    }

    /// Hundredths of a percent.
    #[must_use]
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// Reads `28,34 %`, `100%`, `0,5`, `7`; one or two decimals, the sign of percent is optional.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let body = text.trim().trim_end_matches('%').trim_end();
        let (negative, body) = body.strip_prefix('-').map_or((false, body), |rest| (true, rest));
        let (whole, decimals) = body.split_once([',', '.']).unwrap_or((body, ""));
        if whole.is_empty() || whole.len() > 9 || decimals.len() > 2 {
            return None;
        }
        if !whole.bytes().chain(decimals.bytes()).all(|b| b.is_ascii_digit()) || body.ends_with([',', '.']) {
            return None;
        }
        let hundredths = match decimals.len() {
            0 => 0,
            1 => decimals.parse::<i64>().ok()? * 10,
            _ => decimals.parse::<i64>().ok()?,
        };
        let value = whole.parse::<i64>().ok()? * 100 + hundredths;
        Some(Self(if negative { -value } else { value }))
    }
}

impl Share {
    /// The share in the notation of Italian offices, without the sign of percent: `12,5`, `100`.
    #[must_use]
    pub fn italian(self) -> String {
        let plain = self.to_string().replace('.', ",");
        plain.trim_end_matches('0').trim_end_matches(',').to_owned()
    }
}

impl From<Share> for String {
    fn from(share: Share) -> Self {
        share.to_string()
    }
}

impl TryFrom<String> for Share {
    type Error = &'static str;

    /// Reads back what `Display` writes.
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let plain = text.len().checked_sub(3).is_some_and(|at| text.as_bytes()[at] == b'.');
        let digits: String = text.chars().filter(|char| *char != '.').collect();
        digits.parse().ok().filter(|_| plain).map(Self).ok_or("no share in the pinned notation")
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", magnitude / 100, magnitude % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_shares() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(Share::parse(text).map(|share| share.to_string()).as_deref(), expected, "{text}");
        };
        check("28,34 %", Some("28.34"));
        check("100%", Some("100.00"));
        check("0,5", Some("0.50"));
        check("7", Some("7.00"));
        check("12.345", None);
        check("Dirigente", None);
        check("%", None);
    }

    #[test]
    fn writes_what_people_type() {
        let written: Vec<String> =
            [1250, 10_000, 0, -50, 7].into_iter().map(|share| Share::from_hundredths(share).italian()).collect();
        assert_eq!(written, ["12,5", "100", "0", "-0,5", "0,07"]);
    }
}
