// SPDX-License-Identifier: AGPL-3.0-or-later
//! A cell of a list, for the page and for the file.

use crate::render::Label;
use ambito_base::{Cents, Date, Timestamp, italian_time};
use ambito_exchange::export;
use ambito_i18n::Catalogue;
use serde::Serialize;

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Cell {
    /// Nothing.
    Nothing,
    /// Words.
    Words {
        /// The words.
        words: Label,
    },
    /// A link.
    Link {
        /// Where it leads.
        href: String,
        /// Its words.
        words: Label,
    },
    /// A word that tells a state; kinds as for `ui.badge`.
    State {
        /// The word.
        words: Label,
        /// Its kind.
        kind: &'static str,
    },
    /// How many, and where they are listed; nothing where nowhere.
    Count {
        /// How many.
        value: i64,
        /// Where they are listed.
        href: String,
    },
    /// An amount, and where it comes from; nothing where nowhere.
    Money {
        /// Cents.
        cents: i64,
        /// Where it comes from.
        href: String,
    },
    /// Hundredths of a percent.
    Share {
        /// The hundredths.
        hundredths: i64,
    },
    /// A day.
    Day {
        /// As `2027-03-09`.
        day: String,
    },
    /// A moment.
    Moment {
        /// Microseconds.
        at: i64,
    },
    /// Something that can be done with the row, on the page only.
    Act {
        /// What it is called.
        words: Label,
        /// Where it is sent.
        action: String,
        /// What is sent with it.
        fields: Vec<(&'static str, String)>,
    },
}

impl Cell {
    /// Words that are data; nothing where there are none.
    #[must_use]
    pub fn said(words: Option<String>) -> Self {
        words.filter(|words| !words.is_empty()).map_or(Self::Nothing, |words| Self::Words { words: Label::Said(words) })
    }

    /// The words of a label.
    #[must_use]
    pub const fn words(words: Label) -> Self {
        Self::Words { words }
    }

    /// A link.
    #[must_use]
    pub fn link(href: impl Into<String>, words: Label) -> Self {
        Self::Link { href: href.into(), words }
    }

    /// An amount, where there is one.
    #[must_use]
    pub fn money(cents: Option<i64>) -> Self {
        cents.map_or(Self::Nothing, |cents| Self::Money { cents, href: String::new() })
    }

    /// An amount that leads to where it comes from.
    #[must_use]
    pub fn money_from(cents: Option<i64>, href: String) -> Self {
        cents.map_or(Self::Nothing, |cents| Self::Money { cents, href })
    }

    /// How many, where it is known.
    #[must_use]
    pub fn count(value: Option<i64>) -> Self {
        value.map_or(Self::Nothing, |value| Self::Count { value, href: String::new() })
    }

    /// How many, leading to where they are listed.
    #[must_use]
    pub fn count_from(value: Option<i64>, href: String) -> Self {
        value.map_or(Self::Nothing, |value| Self::Count { value, href })
    }

    /// A share, where there is one.
    #[must_use]
    pub fn share(hundredths: Option<i64>) -> Self {
        hundredths.map_or(Self::Nothing, |hundredths| Self::Share { hundredths })
    }

    /// A day, where there is one.
    #[must_use]
    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Nothing, |day| Self::Day { day: day.to_string() })
    }

    /// The cell for a file.
    #[must_use]
    pub fn for_file(self, catalogue: &Catalogue) -> export::Cell {
        match self {
            Self::Nothing | Self::Act { .. } => export::Cell::Nothing,
            Self::Words { words } | Self::Link { words, .. } | Self::State { words, .. } => {
                export::Cell::Text(words.text(catalogue))
            }
            Self::Count { value, .. } => export::Cell::Count(value),
            Self::Money { cents, .. } => export::Cell::Money(Cents::new(cents)),
            Self::Share { hundredths } => export::Cell::Share(hundredths),
            Self::Day { day } => day.parse().map_or(export::Cell::Text(day), export::Cell::Day),
            Self::Moment { at } => match Timestamp::from_microsecond(at) {
                Ok(at) => export::Cell::Moment(italian_time(at)),
                Err(_) => export::Cell::Nothing,
            },
        }
    }
}
