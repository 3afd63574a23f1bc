// SPDX-License-Identifier: AGPL-3.0-or-later
//! How long each kind is kept in an area, and the arithmetic of months.

use super::RetainedKind;
use ambito_base::Date;

/// The most months that may be chosen: a hundred years.
pub const MONTHS_MAX: u32 = 1200;

/// What an area says of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Of which kind.
    pub kind: RetainedKind,
    /// How many months it is kept.
    pub months: u32,
    /// Why so long, where the area says something else than the program.
    pub basis: Option<String>,
    /// How often it was saved; 0 where the area never said anything.
    pub version: i64,
}

impl Rule {
    /// What holds where the area says nothing.
    #[must_use]
    pub const fn default_of(kind: RetainedKind) -> Self {
        Self { kind, months: kind.default_months(), basis: None, version: 0 }
    }

    /// The first day that is kept: what ended before it has had its time.
    #[must_use]
    pub fn kept_from(&self, today: Date) -> Date {
        months_before(today, self.months)
    }
}

/// The same day of a month some months before; the last of that month where it is shorter.
#[must_use]
pub fn months_before(day: Date, months: u32) -> Date {
    let month = i32::from(day.year()) * 12 + i32::from(day.month()) - 1 - i32::try_from(months).unwrap_or(i32::MAX / 2);
    let (year, month) = (i16::try_from(month.div_euclid(12)), i8::try_from(month.rem_euclid(12) + 1));
    let (Ok(year), Ok(month)) = (year, month) else { return Date::MIN };
    let Ok(first) = Date::new(year, month, 1) else { return Date::MIN };
    Date::new(year, month, day.day()).unwrap_or_else(|_| first.last_of_month())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_on_the_calendar() {
        let check = |day: &str, months: u32, expected: &str| {
            assert_eq!(months_before(day.parse().expect("a day"), months).to_string(), expected, "{day} - {months}");
        };
        check("2027-01-10", 0, "2027-01-10");
        check("2027-01-10", 1, "2026-12-10");
        check("2027-03-31", 1, "2027-02-28");
        check("2028-03-31", 1, "2028-02-29");
        check("2027-12-31", 24, "2025-12-31");
        check("2027-05-31", 6, "2026-11-30");
        check("0001-01-01", 1200, "-000099-01-01");
    }

    #[test]
    fn every_kind_is_kept_as_long_as_it_must_be() {
        for kind in RetainedKind::ALL {
            assert!((kind.least_months()..=MONTHS_MAX).contains(&kind.default_months()), "{kind:?}");
            assert_eq!(RetainedKind::from_word(kind.word()), Some(kind));
        }
    }
}
