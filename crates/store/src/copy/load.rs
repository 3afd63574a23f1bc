// SPDX-License-Identifier: AGPL-3.0-or-later
//! A database that takes the rows of a copy, many in one statement.
//!
//! Invariants: a table has to look as it does in the database, name for name; every table of the database is in the
//! copy; the transaction is the caller's. Tables come in an order in which what is pointed at is there before what
//! points; where a table points at itself, its schema says that this is looked at on commit.

use super::cell::Cell;
use super::digest::TableDigest;
use super::shape::{Kind, Shape, list_shapes};
use super::{Error, Result, Sink};
use crate::Tx;
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, Database, Encode, Type};

/// How many rows one statement takes at most.
const BATCH_ROWS_MAX: usize = 256;
/// How many values one statement takes at most; SQLite's own limit is 32 766.
const BATCH_VALUES_MAX: usize = 16_384;
/// From how many bytes on a statement is sent.
const BATCH_BYTES: usize = 1 << 20;

/// The way into a database.
pub(super) struct Loader<'t> {
    tx: &'t mut Tx,
    expected: std::vec::IntoIter<Shape>,
    shape: Option<Shape>,
    /// The rows that wait, one after the other, and where each ends.
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl<'t> Loader<'t> {
    /// A way into a database that has its tables, empty.
    pub(super) async fn new(tx: &'t mut Tx) -> Result<Self> {
        let expected = list_shapes(tx).await?.into_iter();
        Ok(Self { tx, expected, shape: None, bytes: Vec::new(), ends: Vec::new() })
    }

    /// Makes sure that every table came.
    pub(super) fn finish(mut self) -> Result<()> {
        match self.expected.next() {
            Some(shape) => Err(Error::Damaged { table: Some(shape.table.to_owned()) }),
            None => Ok(()),
        }
    }

    async fn send(&mut self) -> Result<()> {
        let Some(shape) = self.shape.as_ref().filter(|_| !self.ends.is_empty()) else { return Ok(()) };
        let damaged = || Error::Damaged { table: Some(shape.table.to_owned()) };
        let full = self.ends.len() == batch_rows(shape);
        let refused = |error| Error::refused(shape.table, error);
        let rows = rows(&self.bytes, &self.ends);
        match self.tx {
            Tx::Sqlite(tx) => {
                let text = insert(shape, self.ends.len(), |number, _| format!("${number}"));
                let query = sqlx::query::<sqlx::Sqlite>(AssertSqlSafe(text)).persistent(full);
                let query = bind_all(query, shape, rows).ok_or_else(damaged)?;
                query.execute(&mut **tx).await.map_err(refused)?;
            }
            Tx::Postgres(tx) => {
                let text = insert(shape, self.ends.len(), for_postgres);
                let query = sqlx::query::<sqlx::Postgres>(AssertSqlSafe(text)).persistent(full);
                let query = bind_all(query, shape, rows).ok_or_else(damaged)?;
                query.execute(&mut **tx).await.map_err(refused)?;
            }
        }
        self.bytes.clear();
        self.ends.clear();
        Ok(())
    }
}

impl Sink for Loader<'_> {
    async fn begin(&mut self, shape: &Shape) -> Result<()> {
        let own = self.expected.next();
        match own {
            Some(own) if own.table == shape.table && own.names() == shape.names() => self.shape = Some(own),
            _ => return Err(Error::Foreign { table: shape.table.to_owned() }),
        }
        Ok(())
    }

    async fn row(&mut self, row: &[u8]) -> Result<()> {
        self.bytes.extend_from_slice(row);
        self.ends.push(self.bytes.len());
        let most = self.shape.as_ref().map_or(1, batch_rows);
        if self.ends.len() >= most || self.bytes.len() >= BATCH_BYTES { self.send().await } else { Ok(()) }
    }

    async fn end(&mut self, _: &TableDigest) -> Result<()> {
        self.send().await
    }
}

fn batch_rows(shape: &Shape) -> usize {
    (BATCH_VALUES_MAX / shape.columns.len().max(1)).clamp(1, BATCH_ROWS_MAX)
}

fn rows<'a>(bytes: &'a [u8], ends: &'a [usize]) -> impl Iterator<Item = &'a [u8]> {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends).map(|(start, &end)| &bytes[start..end])
}

/// The text that takes some rows.
fn insert(shape: &Shape, rows: usize, take: fn(usize, Kind) -> String) -> String {
    let names: Vec<String> = shape.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
    let mut text = format!("INSERT INTO \"{}\" ({}) VALUES ", shape.table, names.join(", "));
    let mut number = 0;
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for (at, column) in shape.columns.iter().enumerate() {
            number += 1;
            text.push_str(if at == 0 { "" } else { ", " });
            text.push_str(&take(number, column.kind));
        }
        text.push(')');
    }
    text
}

fn for_postgres(number: usize, kind: Kind) -> String {
    match kind {
        Kind::Integer => format!("${number}::int8"),
        Kind::Truth => format!("${number}::int8::int::bool"),
        Kind::Text => format!("${number}::text"),
        Kind::Day => format!("${number}::text::date"),
        Kind::Bytes => format!("${number}::bytea"),
        Kind::Identifier => format!("encode(${number}::bytea, 'hex')::uuid"),
    }
}

/// Gives a statement its values; `None` where a row is not what its table needs.
fn bind_all<'q, DB>(
    mut query: Query<'q, DB, DB::Arguments>,
    shape: &Shape,
    rows: impl Iterator<Item = &'q [u8]>,
) -> Option<Query<'q, DB, DB::Arguments>>
where
    DB: Database,
    Option<i64>: Encode<'q, DB> + Type<DB>,
    Option<&'q str>: Encode<'q, DB> + Type<DB>,
    Option<&'q [u8]>: Encode<'q, DB> + Type<DB>,
{
    for mut row in rows {
        for column in &shape.columns {
            query = match (column.kind, Cell::take(&mut row)?) {
                (Kind::Integer | Kind::Truth, Cell::Integer(number)) => query.bind(Some(number)),
                (Kind::Integer | Kind::Truth, Cell::Null) => query.bind(None::<i64>),
                (Kind::Text | Kind::Day, Cell::Text(text)) => query.bind(Some(text)),
                (Kind::Text | Kind::Day, Cell::Null) => query.bind(None::<&'q str>),
                (Kind::Bytes | Kind::Identifier, Cell::Bytes(bytes)) => query.bind(Some(bytes)),
                (Kind::Bytes | Kind::Identifier, Cell::Null) => query.bind(None::<&'q [u8]>),
                _ => return None,
            };
        }
        if !row.is_empty() {
            return None;
        }
    }
    Some(query)
}
