// SPDX-License-Identifier: AGPL-3.0-or-later
//! Dates and hours as people write them: `22/11/2026`, `1º gennaio 2027`, `14:05`.

use ambito_base::{Timestamp, italian_time};
use ambito_i18n::{Catalogue, Language};
use jiff::civil::Date;

/// A date for a table: `22/11/2026`, `22 Nov 2026`.
pub fn day(date: Date, catalogue: &Catalogue) -> String {
    match catalogue.language() {
        Language::Italian => format!("{:02}/{:02}/{}", date.day(), date.month(), date.year()),
        Language::English => {
            let month = month(date, catalogue);
            format!("{} {} {}", date.day(), month.get(..3).unwrap_or(&month), date.year())
        }
    }
}

/// A date for a sentence: `22 novembre 2026`, `22 November 2026`.
pub fn long_day(date: Date, catalogue: &Catalogue) -> String {
    let day = match (catalogue.language(), date.day()) {
        (Language::Italian, 1) => "1º".to_owned(),
        (_, day) => day.to_string(),
    };
    format!("{day} {} {}", month(date, catalogue), date.year())
}

/// A moment, from microseconds: `22/11/2026, 14:05`, by the clocks of Italy.
pub fn moment(microseconds: i64, catalogue: &Catalogue) -> Option<String> {
    let local = italian_time(Timestamp::from_microsecond(microseconds).ok()?);
    Some(format!("{}, {:02}:{:02}", day(local.date(), catalogue), local.hour(), local.minute()))
}

/// A moment as machines write it, for the attribute of `<time>`.
pub fn machine_moment(microseconds: i64) -> Option<String> {
    Timestamp::from_microsecond(microseconds).ok().map(|timestamp| timestamp.to_string())
}

fn month(date: Date, catalogue: &Catalogue) -> String {
    catalogue.text(&format!("web-month-{}", date.month()), &[])
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_are_written_as_people_write_them() {
        let italian = Catalogue::new(Language::Italian);
        let english = Catalogue::new(Language::English);
        assert_eq!(day(date(2026, 3, 9), &italian), "09/03/2026");
        assert_eq!(day(date(2026, 3, 9), &english), "9 Mar 2026");
        assert_eq!(long_day(date(2027, 1, 1), &italian), "1º gennaio 2027");
        assert_eq!(long_day(date(2026, 11, 22), &italian), "22 novembre 2026");
        assert_eq!(long_day(date(2027, 1, 1), &english), "1 January 2027");
    }

    #[test]
    fn moments_are_of_the_clocks_of_italy() {
        let italian = Catalogue::new(Language::Italian);
        let check = |text: &str, expected: &str| {
            let timestamp: Timestamp = text.parse().unwrap();
            assert_eq!(moment(timestamp.as_microsecond(), &italian).unwrap(), expected);
        };
        check("2026-11-22T12:05:00Z", "22/11/2026, 13:05");
        check("2026-07-01T12:05:00Z", "01/07/2026, 14:05");
        check("2026-12-31T23:30:00Z", "01/01/2027, 00:30");
        assert_eq!(moment(i64::MAX, &italian), None);
    }
}
