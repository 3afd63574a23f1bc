// SPDX-License-Identifier: AGPL-3.0-or-later
//! Codes of plans: their leading year, and whether one identifies a thing or only numbers it.

use rustc_hash::FxHashMap;

/// A code that begins with a year: `2021_OB_8501_1` gives 2021 and `OB_8501_1`.
pub(super) fn leading_year(code: &str) -> Option<(i16, &str)> {
    let code = code.trim();
    let (digits, rest) = code.split_at_checked(4)?;
    let year: i16 = if digits.bytes().all(|b| b.is_ascii_digit()) { digits.parse().ok()? } else { return None };
    let rest = rest.strip_prefix(['_', '-', '/', '.', ' '])?;
    ((1950..=2150).contains(&year) && !rest.is_empty()).then_some((year, rest))
}

/// The code without its leading year.
pub(super) fn without_year(code: &str) -> &str {
    leading_year(code).map_or(code, |(_, rest)| rest)
}

/// Whether a code identifies (`OB_8501_1`, `8501`), or is only a number in a row (`3`, `4.1.2`, `IV`, `b`): numbers
/// move when something is inserted before them, so that a title counts more.
pub(super) fn identifies(code: &str) -> bool {
    let rest = without_year(code);
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let letters = rest.chars().filter(|char| char.is_alphabetic()).count();
    let longest = rest.split(|char: char| !char.is_ascii_digit()).map(str::len).max().unwrap_or(0);
    (digits > 0 && letters > 0) || longest >= 4
}

/// By how many years the codes of one reading moved against the other's.
///
/// A plan that follows last year's moves all of them; that is no change of each code. One code whose year moved
/// otherwise is a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearShift {
    /// No pair of codes has years on both sides.
    Unknown,
    /// Most pairs moved by so many years.
    By(i16),
}

impl YearShift {
    /// The commonest shift among pairs of codes; of two equally common ones the one nearer to none.
    pub(super) fn commonest<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut counts: FxHashMap<i16, usize> = FxHashMap::default();
        for (old, new) in pairs {
            if let (Some((old, _)), Some((new, _))) = (leading_year(old), leading_year(new)) {
                *counts.entry(new - old).or_default() += 1;
            }
        }
        let commonest = counts.iter().max_by_key(|&(&shift, &count)| (count, -i32::from(shift).abs(), shift));
        match commonest {
            None => Self::Unknown,
            // As many moved forward as back: nobody speaks for the plan.
            Some((&shift, count)) if shift != 0 && counts.get(&-shift) == Some(count) => Self::By(0),
            Some((&shift, _)) => Self::By(shift),
        }
    }

    /// Whether two codes differ by nothing but the plan's own shift.
    pub(super) fn explains(self, old: &str, new: &str) -> bool {
        match (leading_year(old), leading_year(new)) {
            (Some((old_year, old)), Some((new_year, new))) => {
                super::text::same_words(old, new)
                    && match self {
                        Self::Unknown => true,
                        Self::By(shift) => new_year - old_year == shift,
                    }
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drops_a_leading_year_only() {
        assert_eq!(leading_year("2021_OB_8501_1"), Some((2021, "OB_8501_1")));
        assert_eq!(leading_year("8501_1"), None);
        assert_eq!(leading_year("2021"), None);
        assert_eq!(without_year("OB_2021_1"), "OB_2021_1");
        assert_eq!(without_year("àèìò"), "àèìò");
    }

    #[test]
    fn tells_codes_from_numbers() {
        for code in ["2021_OB_8501_1", "OB1", "8501", "A3"] {
            assert!(identifies(code), "{code}");
        }
        for number in ["3", "4.1.2", "IV", "b", "11", "2021_3", ""] {
            assert!(!identifies(number), "{number}");
        }
    }

    #[test]
    fn the_commonest_shift_explains() {
        let pairs = [("2021_A1", "2022_A1"), ("2021_A2", "2022_A2"), ("2021_A3", "2021_A3")];
        let shift = YearShift::commonest(pairs.into_iter());
        assert_eq!(shift, YearShift::By(1));
        assert!(shift.explains("2021_A1", "2022_A1"));
        assert!(!shift.explains("2021_A3", "2021_A4"));
        assert_eq!(YearShift::commonest([("2021_A", "2022_A"), ("2021_B", "2021_B")].into_iter()), YearShift::By(0));
    }
}
