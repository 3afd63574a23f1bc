// SPDX-License-Identifier: AGPL-3.0-or-later
//! The values that are compared, and when two of them are the same.

use super::codes::YearShift;
use super::text::{canonical, letters_into, plain, same_text, same_words};
use ambito_base::{Cents, Date, Decimal, Share};
use std::borrow::Cow;

/// One value of a reading.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing is there.
    Absent,
    /// Words.
    Text(Cow<'a, str>),
    /// A code; a leading year may move with the plan.
    Code(&'a str),
    /// A chapter or an article; leading zeros only fill a column.
    Digits(&'a str),
    /// A value as printed, beside the values parsed from it.
    Printed {
        /// The value as printed.
        raw: &'a str,
        /// Whether something was parsed from it; then the parsed values are compared instead.
        parsed: bool,
    },
    /// Money.
    Money(Cents),
    /// A share of a whole or of a person's time.
    Share(Share),
    /// Another number.
    Number(Decimal),
    /// A number of percent; the unit is a value of its own, here it only serves those who read.
    Percent(Decimal),
    /// A day.
    Date(Date),
    /// One of the pinned words of the contract ("expense", "planned", ">=").
    Word(&'static str),
    /// Yes or no.
    Flag(bool),
}

impl<'a> Value<'a> {
    /// Words, or nothing where there are none.
    pub(super) fn text(text: Option<&'a str>) -> Self {
        text.map_or(Self::Absent, |text| Self::Text(Cow::Borrowed(text)))
    }

    /// A value, or nothing.
    pub(super) fn of<T>(value: Option<T>, make: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Absent, make)
    }

    /// Whether nothing is there: also words that hold no letter, digit or sign.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        match self {
            Self::Absent => true,
            Self::Text(text) => is_blank(text),
            Self::Code(text) | Self::Digits(text) | Self::Printed { raw: text, .. } => is_blank(text),
            Self::Money(_) | Self::Share(_) | Self::Number(_) | Self::Percent(_) | Self::Date(_) => false,
            Self::Word(_) | Self::Flag(_) => false,
        }
    }

    /// The value in the notation of the contract, which does not depend on a language; `None` where nothing is there.
    #[must_use]
    pub fn pinned(&self) -> Option<Cow<'_, str>> {
        Some(match self {
            Self::Absent => return None,
            Self::Text(text) => Cow::Borrowed(text.as_ref()),
            Self::Code(text) | Self::Digits(text) | Self::Printed { raw: text, .. } => Cow::Borrowed(*text),
            Self::Money(cents) => Cow::Owned(cents.to_string()),
            Self::Share(share) => Cow::Owned(share.to_string()),
            Self::Number(number) | Self::Percent(number) => Cow::Owned(number.to_string()),
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::Word(word) => Cow::Borrowed(*word),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
        })
    }

    /// Whether two values say the same.
    pub(super) fn says_the_same(&self, other: &Self, shift: YearShift) -> bool {
        match (self, other) {
            (Self::Text(old), Self::Text(new)) => same_text(old, new),
            (Self::Code(old), Self::Code(new)) => same_words(old, new) || shift.explains(old, new),
            (Self::Digits(old), Self::Digits(new)) => same_words(unpadded(old), unpadded(new)),
            (Self::Printed { raw: old, parsed: false }, Self::Printed { raw: new, parsed: false }) => {
                same_text(old, new)
            }
            (Self::Printed { parsed: old, .. }, Self::Printed { parsed: new, .. }) => old == new,
            (Self::Number(old) | Self::Percent(old), Self::Number(new) | Self::Percent(new)) => {
                canonical(*old) == canonical(*new)
            }
            _ => self == other || (self.is_absent() && other.is_absent()),
        }
    }

    /// A hash that is equal where two values surely say the same: the plain form of words, the numbers themselves.
    pub(super) fn hash_into(&self, out: &mut String) {
        match self {
            Self::Absent => out.clear(),
            Self::Text(text) => letters_into(text, out),
            Self::Code(text) => letters_into(text, out),
            Self::Digits(text) => letters_into(unpadded(text), out),
            Self::Printed { parsed: true, .. } => replace(out, "=parsed"),
            Self::Printed { raw, parsed: false } => letters_into(raw, out),
            Self::Number(number) | Self::Percent(number) => replace(out, &canonical(*number)),
            Self::Money(_) | Self::Share(_) | Self::Date(_) | Self::Word(_) | Self::Flag(_) => {
                replace(out, &self.pinned().unwrap_or_default());
            }
        }
    }
}

fn replace(out: &mut String, text: &str) {
    out.clear();
    out.push_str(text);
}

fn is_blank(text: &str) -> bool {
    !text.bytes().any(|b| b.is_ascii_alphanumeric()) && plain(text).is_empty()
}

/// Digits without the zeros that fill a column; a lone zero stays.
fn unpadded(digits: &str) -> &str {
    let trimmed = digits.trim();
    let rest = trimmed.trim_start_matches('0');
    if rest.is_empty() && !trimmed.is_empty() { "0" } else { rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_values_in_other_spellings() {
        let same = |old: Value<'_>, new: Value<'_>| {
            assert!(old.says_the_same(&new, YearShift::By(1)), "{old:?} / {new:?}");
        };
        same(Value::Absent, Value::text(Some(" – ")));
        same(Value::Digits("00123"), Value::Digits("123"));
        same(Value::Digits("00"), Value::Digits("0"));
        same(Value::Code("2021_OB_1"), Value::Code("2022_OB_1"));
        same(Value::Printed { raw: "40%", parsed: true }, Value::Printed { raw: "40 per cento", parsed: true });
        same(Value::of(Decimal::parse("9,40"), Value::Number), Value::of(Decimal::parse("9,4"), Value::Number));
    }

    #[test]
    fn other_values() {
        let differ = |old: Value<'_>, new: Value<'_>| {
            assert!(!old.says_the_same(&new, YearShift::By(1)), "{old:?} / {new:?}");
        };
        differ(Value::Absent, Value::Money(Cents::ZERO));
        differ(Value::Code("2021_OB_1"), Value::Code("2023_OB_1"));
        differ(Value::Code("4.1"), Value::Code("4.10"));
        differ(Value::Printed { raw: "40", parsed: true }, Value::Printed { raw: "da definire", parsed: false });
        differ(Value::Word("revenue"), Value::Word("expense"));
    }
}
