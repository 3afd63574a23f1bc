// SPDX-License-Identifier: AGPL-3.0-or-later
//! The columns of a row one after the other, from either database, as domain types.
//!
//! For rows of many columns that are read in the order in which they were asked for; rows of few have a struct. A row may
//! also come as one column with a list in JSON: so rows of several tables come as the answer to one question.

use crate::json::{Json, Packed};
use crate::rows::{Day, instant};
use crate::{Error, Result};
use ambito_base::{Cents, Date, Decimal, Share, Timestamp, Uuid};
use ambito_domain::planning::NodeId;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Decode, Postgres, Row as _, Sqlite, Type};
use std::sync::Arc;

/// A type that both databases have, and that a list in JSON can hold.
pub trait Raw:
    for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres> + Packed + Sized
{
}

impl<T> Raw for T where
    T: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres> + Packed + Sized
{
}

/// A type that a column gives.
pub trait Cell: Sized {
    /// As the database holds it.
    type Raw: Raw;

    /// The value.
    ///
    /// # Errors
    /// [`Error::Corrupt`] where this program cannot have written it.
    fn of(raw: Self::Raw) -> Result<Self>;
}

/// The columns of one row.
pub struct Cells<'r> {
    row: Either<'r>,
    next: usize,
}

enum Either<'r> {
    Sqlite(&'r SqliteRow),
    Postgres(&'r PgRow),
    Json(Vec<Json>),
}

impl<'r> From<&'r SqliteRow> for Cells<'r> {
    fn from(row: &'r SqliteRow) -> Self {
        Self { row: Either::Sqlite(row), next: 0 }
    }
}

impl<'r> From<&'r PgRow> for Cells<'r> {
    fn from(row: &'r PgRow) -> Self {
        Self { row: Either::Postgres(row), next: 0 }
    }
}

impl From<Vec<Json>> for Cells<'static> {
    fn from(row: Vec<Json>) -> Self {
        Self { row: Either::Json(row), next: 0 }
    }
}

impl Cells<'_> {
    /// The next column.
    ///
    /// # Errors
    /// [`Error::Corrupt`], or what the database says.
    pub fn next<T: Cell>(&mut self) -> Result<T> {
        let at = self.next;
        self.next += 1;
        T::of(match &mut self.row {
            Either::Sqlite(row) => row.try_get::<T::Raw, usize>(at)?,
            Either::Postgres(row) => row.try_get::<T::Raw, usize>(at)?,
            Either::Json(cells) => T::Raw::unpack(cells.get_mut(at).map(std::mem::take).unwrap_or_default())?,
        })
    }

    /// The next column, a list that stands there as JSON.
    ///
    /// # Errors
    /// As for [`Cells::next`].
    pub fn next_json<T: serde::de::DeserializeOwned>(&mut self) -> Result<T> {
        let text: String = self.next()?;
        serde_json::from_str(&text).map_err(|error| Error::Corrupt(error.to_string()))
    }
}

macro_rules! cells {
    ($($type:ty: |$raw:ident: $from:ty| $to:expr;)*) => {$(
        impl Cell for $type {
            type Raw = $from;

            fn of($raw: $from) -> Result<Self> {
                $to
            }
        }
    )*};
}

cells! {
    i64: |raw: i64| Ok(raw);
    u32: |raw: i64| u32::try_from(raw).map_err(|_| Error::Corrupt(format!("the number {raw}")));
    i16: |raw: i64| i16::try_from(raw).map_err(|_| Error::Corrupt(format!("the number {raw}")));
    bool: |raw: bool| Ok(raw);
    String: |raw: String| Ok(raw);
    Arc<str>: |raw: String| Ok(raw.into());
    Vec<u8>: |raw: Vec<u8>| Ok(raw);
    Uuid: |raw: Uuid| Ok(raw);
    Date: |raw: Day| Ok(raw.into());
    Timestamp: |raw: i64| instant(raw);
    Cents: |raw: i64| Ok(Self::new(raw));
    Share: |raw: i64| Ok(Self::from_hundredths(raw));
    NodeId: |raw: i64| u32::of(raw).map(Self);
    Decimal: |raw: String| Self::parse_plain(&raw).ok_or_else(|| Error::Corrupt(format!("the number `{raw}`")));
}

impl<T: Cell> Cell for Option<T> {
    type Raw = Option<T::Raw>;

    fn of(raw: Self::Raw) -> Result<Self> {
        raw.map(T::of).transpose()
    }
}
