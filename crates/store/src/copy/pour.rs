// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rows of a database, table by table in the order of the primary key, as canonical bytes.
//!
//! PostgreSQL gives its own types as one of the four kinds; text is put in the order of its bytes, which SQLite has of
//! itself and PostgreSQL has not.

use super::cell::Cell;
use super::digest::{TableDigest, Tally};
use super::shape::{Kind, Shape};
use super::{Error, Result, Sink, Watch, tell};
use crate::Tx;
use futures::TryStreamExt as _;
use sqlx::{AssertSqlSafe, ColumnIndex, Database, Decode, Row, Type};

/// Sends every row of some tables on its way.
pub(super) async fn pour(
    tx: &mut Tx,
    shapes: &[Shape],
    sink: &mut impl Sink,
    watch: Watch<'_>,
) -> Result<Vec<TableDigest>> {
    let mut tables = Vec::with_capacity(shapes.len());
    for shape in shapes {
        sink.begin(shape).await?;
        let mut tally = Tally::new(shape.table, shape.names());
        let mut bytes = Vec::new();
        // The same for both, but the types of the rows differ.
        macro_rules! send {
            ($tx:expr, $text:expr) => {{
                let mut rows = sqlx::query(AssertSqlSafe($text)).persistent(false).fetch(&mut **$tx);
                while let Some(row) = rows.try_next().await.map_err(|error| Error::refused(shape.table, error))? {
                    encode(&row, shape, &mut bytes)?;
                    let count = tally.add(&bytes);
                    sink.row(&bytes).await?;
                    tell(watch, shape.table, count);
                }
            }};
        }
        match tx {
            Tx::Sqlite(tx) => send!(tx, select(shape, |name, _| name, |name, _| name)),
            Tx::Postgres(tx) => send!(tx, select(shape, for_postgres, postgres_order)),
        }
        let digest = tally.finish();
        sink.end(&digest).await?;
        watch(shape.table, digest.rows);
        tables.push(digest);
    }
    Ok(tables)
}

/// The text that asks for all rows of a table.
fn select(shape: &Shape, give: fn(String, Kind) -> String, order: fn(String, Kind) -> String) -> String {
    let quoted = |name: &str| format!("\"{name}\"");
    let columns: Vec<String> = shape.columns.iter().map(|column| give(quoted(&column.name), column.kind)).collect();
    let kind = |name: &str| shape.columns.iter().find(|column| column.name == name).map_or(Kind::Text, |it| it.kind);
    let key: Vec<String> = shape.key.iter().map(|name| order(quoted(name), kind(name))).collect();
    format!("SELECT {} FROM \"{}\" ORDER BY {}", columns.join(", "), shape.table, key.join(", "))
}

fn for_postgres(name: String, kind: Kind) -> String {
    match kind {
        Kind::Integer => format!("{name}::int8"),
        Kind::Truth => format!("{name}::int::int8"),
        Kind::Text => format!("{name}::text"),
        Kind::Day => format!("to_char({name}, 'YYYY-MM-DD')"),
        Kind::Bytes => name,
        Kind::Identifier => format!("uuid_send({name})"),
    }
}

fn postgres_order(name: String, kind: Kind) -> String {
    if kind == Kind::Text { format!("{name} COLLATE \"C\"") } else { name }
}

/// Puts a row into canonical bytes, in place of what was there.
fn encode<R>(row: &R, shape: &Shape, bytes: &mut Vec<u8>) -> Result<()>
where
    R: Row,
    usize: ColumnIndex<R>,
    for<'r> i64: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> &'r str: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> &'r [u8]: Decode<'r, R::Database> + Type<R::Database>,
{
    bytes.clear();
    for (at, column) in shape.columns.iter().enumerate() {
        let cell = match column.kind {
            Kind::Integer | Kind::Truth => get::<R, i64>(row, at).map(|found| found.map(Cell::Integer)),
            Kind::Text | Kind::Day => get::<R, &str>(row, at).map(|found| found.map(Cell::Text)),
            Kind::Bytes | Kind::Identifier => get::<R, &[u8]>(row, at).map(|found| found.map(Cell::Bytes)),
        };
        let cell = cell.map_err(|error| Error::refused(shape.table, error))?.unwrap_or(Cell::Null);
        let too_long = || Error::Damaged { table: Some(shape.table.to_owned()) };
        cell.put(bytes).ok_or_else(too_long)?;
    }
    Ok(())
}

fn get<'r, R, T>(row: &'r R, at: usize) -> sqlx::Result<Option<T>>
where
    R: Row,
    usize: ColumnIndex<R>,
    T: Decode<'r, R::Database> + Type<R::Database>,
    Option<T>: Decode<'r, R::Database>,
    R::Database: Database,
{
    row.try_get_unchecked::<Option<T>, usize>(at)
}
