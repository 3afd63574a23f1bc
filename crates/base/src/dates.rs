// SPDX-License-Identifier: AGPL-3.0-or-later
//! Dates and periods, as offices print them.

use crate::fold;
use serde::{Deserialize, Serialize};

/// A civil date.
pub type Date = jiff::civil::Date;

/// A first and a last day, either of which may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl Period {
    /// A whole number of calendar years, both included.
    #[must_use]
    pub fn years(first: i16, last: i16) -> Self {
        Self { from: Date::new(first, 1, 1).ok(), to: Date::new(last, 12, 31).ok() }
    }
}

/// A date found inside a text, with the bytes it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateMatch {
    /// The date.
    pub date: Date,
    /// First byte of the date in the text.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
}

const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// The Italian name of a month from its number, 1-based; `None` where there is no such month.
#[must_use]
pub fn month_name(number: i8) -> Option<&'static str> {
    MONTHS.get(usize::try_from(number.checked_sub(1)?).ok()?).copied()
}

/// The number of an Italian month from its name or its first three or four letters; 1-based.
#[must_use]
pub fn month_number(word: &str) -> Option<i8> {
    let word = fold(word);
    if word.len() < 3 {
        return None;
    }
    let index =
        MONTHS.iter().position(|name| name.starts_with(word.as_str()) || (word == "magg" && *name == "maggio"))?;
    i8::try_from(index + 1).ok()
}

/// Reads a text that is a date and nothing else; `default_year` serves "31/12".
#[must_use]
pub fn parse_date(text: &str, default_year: Option<i16>) -> Option<Date> {
    let text = text.trim();
    let found = find_date(text, 0, default_year)?;
    (found.start == 0 && found.end == text.len()).then_some(found.date)
}

/// Finds the first date at or after byte `from`: `31/12/2021`, `6/05/2021`, `31.12.2021`, `31-12-2021`,
/// `2021-12-31`, `10 febbraio 2022`, `1° giugno 2022` and, with a default year, `31/12` and `31.12`.
#[must_use]
pub fn find_date(text: &str, from: usize, default_year: Option<i16>) -> Option<DateMatch> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let run = digits_from(bytes, at);
        if let Some(found) = date_at(text, at, run, default_year) {
            return Some(found);
        }
        // A failed "1.1.2" must not be read again from its second part.
        at += run;
        while at + 1 < bytes.len() && matches!(bytes[at], b'.' | b'/' | b'-') && bytes[at + 1].is_ascii_digit() {
            at += 1;
            at += digits_from(bytes, at);
        }
    }
    None
}

fn digits_from(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count()
}

fn number(bytes: &[u8]) -> Option<i16> {
    if bytes.is_empty() || bytes.len() > 4 {
        return None;
    }
    Some(bytes.iter().fold(0i16, |sum, digit| sum * 10 + i16::from(digit - b'0')))
}

fn date_at(text: &str, at: usize, run: usize, default_year: Option<i16>) -> Option<DateMatch> {
    let bytes = text.as_bytes();
    let first = number(&bytes[at..at + run])?;
    let after = at + run;
    let mark = *bytes.get(after)?;
    if matches!(mark, b'/' | b'.' | b'-') && bytes.get(after + 1).is_some_and(u8::is_ascii_digit) {
        let second_run = digits_from(bytes, after + 1);
        let second = number(&bytes[after + 1..after + 1 + second_run])?;
        let mid = after + 1 + second_run;
        if bytes.get(mid) == Some(&mark) && bytes.get(mid + 1).is_some_and(u8::is_ascii_digit) {
            let third_run = digits_from(bytes, mid + 1);
            let third = number(&bytes[mid + 1..mid + 1 + third_run])?;
            let end = mid + 1 + third_run;
            if bytes.get(end) == Some(&mark) && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
                return None;
            }
            let date = if run == 4 {
                Date::new(first, i8::try_from(second).ok()?, i8::try_from(third).ok()?).ok()?
            } else if third_run == 4 || third_run == 2 {
                let year = if third_run == 2 { 2000 + third } else { third };
                if !(1900..=2100).contains(&year) || run > 2 || second_run > 2 {
                    return None;
                }
                Date::new(year, i8::try_from(second).ok()?, i8::try_from(first).ok()?).ok()?
            } else {
                return None;
            };
            return Some(DateMatch { date, start: at, end });
        }
        if run > 2 || second_run != 2 || mark == b'-' {
            return None;
        }
        // "31/12" or "31.12", but not "1.12 volte", "2,5" or "1/12/": only a last-of-month day is sure.
        let date = Date::new(default_year?, i8::try_from(second).ok()?, i8::try_from(first).ok()?).ok()?;
        return (date.day() >= 28 || mark == b'/').then_some(DateMatch { date, start: at, end: mid });
    }
    month_date(text, at, first, after)
}

fn month_date(text: &str, at: usize, day: i16, after: usize) -> Option<DateMatch> {
    let rest = &text[after..];
    let rest_trimmed = rest.trim_start_matches(['°', 'º', '^']).trim_start();
    let word_len = rest_trimmed.bytes().take_while(u8::is_ascii_alphabetic).count();
    if word_len < 5 {
        return None;
    }
    let month = month_number(&rest_trimmed[..word_len])?;
    let tail = rest_trimmed[word_len..].trim_start();
    let year_run = digits_from(tail.as_bytes(), 0);
    if year_run != 4 {
        return None;
    }
    let year = number(&tail.as_bytes()[..4])?;
    let date = Date::new(year, month, i8::try_from(day).ok()?).ok()?;
    Some(DateMatch { date, start: at, end: text.len() - tail.len() + 4 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_dates_in_text() {
        let check = |text: &str, year: Option<i16>, expected: Option<&str>| {
            assert_eq!(find_date(text, 0, year).map(|found| found.date.to_string()).as_deref(), expected, "{text}");
        };
        check("Elaborazione del 12/07/2021", None, Some("2021-07-12"));
        check("il 10 febbraio 2022", None, Some("2022-02-10"));
        check("dal 1° giugno 2021", None, Some("2021-06-01"));
        check("entro il 31.12.2021", None, Some("2021-12-31"));
        check("aggiornato il 29.12.2020", None, Some("2020-12-29"));
        check("entro 31/12", Some(2024), Some("2024-12-31"));
        check("entro 31/12", None, None);
        check("azione 1.1.2", None, None);
        check("ISO 2027-03-31", None, Some("2027-03-31"));
        check("DGR 2143 del 05/12/2022", None, Some("2022-12-05"));
        check("31/02/2021", None, None);
        check("D.Lgs. 33/2013", Some(2021), None);
    }

    #[test]
    fn reads_whole_dates_only() {
        assert!(parse_date("31/12/2021", None).is_some());
        assert!(parse_date("entro il 31/12/2021", None).is_none());
    }
}
