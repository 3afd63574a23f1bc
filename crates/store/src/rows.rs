// SPDX-License-Identifier: AGPL-3.0-or-later
//! From columns to domain types and back: days, instants, stable words, keys of one body or another.

use crate::{Error, Result};
use ambito_base::{Date, Timestamp};
use ambito_domain::office::Sight;
use jiff_sqlx::ToSqlx as _;

/// A civil date as both databases hold it: DATE, or its ISO text.
pub type Day = jiff_sqlx::Date;

/// A row of one column; written out inside a macro, rustfmt would take its comma away.
pub type One<T> = (T,);

/// A day to be bound.
pub fn day(date: Date) -> Day {
    date.to_sqlx()
}

/// An instant in microseconds UTC, as both databases hold it.
pub fn microseconds(instant: Timestamp) -> i64 {
    instant.as_microsecond()
}

/// The instant of a column.
pub fn instant(microseconds: i64) -> Result<Timestamp> {
    Timestamp::from_microsecond(microseconds).map_err(|error| Error::Corrupt(error.to_string()))
}

/// The domain's value of a stable word.
pub fn word<T>(word: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T> {
    parse(word).ok_or_else(|| Error::Corrupt(format!("the word `{word}`")))
}

/// A digest of a column.
pub fn digest(bytes: &[u8]) -> Result<[u8; 32]> {
    bytes.try_into().map_err(|_| Error::Corrupt(format!("a digest of {} bytes", bytes.len())))
}

/// Whether a row of some body may be seen.
pub fn in_sight(sight: &Sight, body: ambito_base::Uuid) -> bool {
    sight.covers(ambito_domain::office::BodyId(body))
}

/// One row was touched, or somebody else saved in between.
pub fn saved(rows: u64) -> Result<()> {
    if rows == 1 { Ok(()) } else { Err(Error::Stale) }
}
