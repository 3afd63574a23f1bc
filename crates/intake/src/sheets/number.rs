// SPDX-License-Identifier: AGPL-3.0-or-later
//! The numbers of a workbook as text: plain digits and a dot, no grouping, nothing lost but the noise behind the sixth
//! decimal. Everything is done on the digits; nothing is computed in floating point.

/// The most decimals of a number without a format, or with a long one.
const DECIMALS_MAX: usize = 6;
/// The fewest decimals that are kept whatever the format shows: cents count.
const DECIMALS_MIN: usize = 2;

/// How a cell shows its number, as far as it changes what the number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberFormat {
    decimals_max: usize,
    /// Zeros in front up to so many digits: `00123`.
    digits_min: usize,
    is_percent: bool,
}

impl NumberFormat {
    /// A number that is shown as it is.
    pub const GENERAL: Self = Self { decimals_max: DECIMALS_MAX, digits_min: 0, is_percent: false };
    /// A share that is shown in hundredths.
    pub const PERCENT: Self = Self { is_percent: true, ..Self::GENERAL };

    /// Reads a format code such as `#,##0.00`, `0%` or `00000`; only its first section.
    #[must_use]
    pub fn of_code(code: &str) -> Self {
        let marks = marks_of(code);
        if marks.is_empty() || marks.eq_ignore_ascii_case("general") || marks.contains('@') {
            return Self::GENERAL;
        }
        let (whole, decimals) = marks.split_once('.').unwrap_or((&marks, ""));
        let shown = decimals.chars().filter(|char| matches!(char, '0' | '#' | '?')).count();
        let zeros = whole.chars().filter(|&char| char == '0').count();
        let is_code = zeros >= 2 && !whole.contains(['#', ',']);
        Self {
            decimals_max: shown.clamp(DECIMALS_MIN, DECIMALS_MAX),
            digits_min: if is_code { zeros } else { 0 },
            is_percent: marks.contains('%'),
        }
    }

    /// The text of a number written in plain digits (`-12.5`); `None` when it is not.
    #[must_use]
    pub fn text_of(self, plain: &str) -> Option<String> {
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let is_plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_plain(whole) || !is_plain(decimals) {
            return None;
        }
        let (whole, decimals) =
            if self.is_percent { times_100(whole, decimals) } else { (whole.to_owned(), decimals.to_owned()) };
        let (whole, decimals) = rounded(&whole, &decimals, self.decimals_max);
        let zeros = "0".repeat(self.digits_min.saturating_sub(whole.len()));
        let sign = if whole == "0" && decimals.is_empty() { "" } else { sign };
        let dot = if decimals.is_empty() { "" } else { "." };
        let percent = if self.is_percent { "%" } else { "" };
        Some(format!("{sign}{zeros}{whole}{dot}{decimals}{percent}"))
    }
}

/// The plain digits of a cell's number.
#[expect(clippy::disallowed_types, reason = "workbooks store numbers so; here they become digits, and nothing else")]
#[must_use]
pub fn plain(value: f64) -> String {
    value.to_string()
}

/// The first section of a format code without literals, colours, conditions and fillers.
fn marks_of(code: &str) -> String {
    let mut marks = String::new();
    let mut chars = code.chars();
    while let Some(char) = chars.next() {
        match char {
            ';' => break,
            '"' => chars.by_ref().take_while(|&char| char != '"').for_each(drop),
            '[' => chars.by_ref().take_while(|&char| char != ']').for_each(drop),
            '\\' | '_' | '*' => drop(chars.next()),
            other => marks.push(other),
        }
    }
    marks.trim().to_owned()
}

fn times_100(whole: &str, decimals: &str) -> (String, String) {
    let padded = format!("{decimals:0<2}");
    let (shifted, rest) = padded.split_at(2);
    (format!("{whole}{shifted}"), rest.to_owned())
}

/// Rounds half up on the digits; the whole part without leading zeros, the decimals without trailing ones.
fn rounded(whole: &str, decimals: &str, decimals_max: usize) -> (String, String) {
    let kept = decimals.len().min(decimals_max);
    let mut digits: Vec<u8> = whole.bytes().chain(decimals.bytes().take(kept)).collect();
    if decimals.as_bytes().get(kept).is_some_and(|&next| next >= b'5') {
        let nines = digits.iter().rev().take_while(|&&digit| digit == b'9').count();
        let at = digits.len() - nines;
        digits.iter_mut().skip(at).for_each(|digit| *digit = b'0');
        match at.checked_sub(1).and_then(|at| digits.get_mut(at)) {
            Some(digit) => *digit += 1,
            None => digits.insert(0, b'1'),
        }
    }
    let text: String = digits.iter().map(|&digit| char::from(digit)).collect();
    let (whole, decimals) = text.split_at(text.len() - kept);
    let whole = whole.trim_start_matches('0');
    (if whole.is_empty() { "0" } else { whole }.to_owned(), decimals.trim_end_matches('0').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_plain_digits() {
        for (code, number, expected) in [
            ("General", "12020000.5", "12020000.5"),
            ("General", "0.30000000000000004", "0.3"),
            ("General", "1234", "1234"),
            ("General", "-0.0000001", "0"),
            ("#,##0.00", "1234.5678", "1234.57"),
            ("#,##0", "1234.56", "1234.56"),
            ("#,##0.00\\ \"€\"", "-999.999", "-1000"),
            ("0%", "0.2834", "28.34%"),
            ("0.00%", "1", "100%"),
            ("0.00%", "0.0147", "1.47%"),
            ("00000", "123", "00123"),
            ("0", "7", "7"),
            ("[Red]0.000;-0.0", "0.12345", "0.123"),
        ] {
            assert_eq!(NumberFormat::of_code(code).text_of(number).as_deref(), Some(expected), "{code} {number}");
        }
    }

    #[test]
    fn leaves_what_is_not_plain() {
        assert_eq!(NumberFormat::GENERAL.text_of("NaN"), None);
        assert_eq!(NumberFormat::GENERAL.text_of("1e5"), None);
    }
}
