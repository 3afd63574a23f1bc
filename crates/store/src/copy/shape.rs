// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a table looks like in the database at hand: its columns with their types, read from the catalogue.
//!
//! The types are asked for, not known, so that a copy made at an older schema is put in at that schema.

use super::{Error, Result};
use crate::Tx;
use crate::select::Select;
use crate::tables::TABLES;

/// The columns of a table on SQLite; what is computed is left out.
const SQLITE_COLUMNS: &str = "SELECT name, type FROM pragma_table_xinfo($1) WHERE hidden = 0 ORDER BY cid";
/// The same on PostgreSQL, in the schema where a new table would go.
const POSTGRES_COLUMNS: &str = "SELECT a.attname::text, t.typname::text FROM pg_class c \
    JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid \
    WHERE c.relname = $1 AND c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') \
    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum";

/// How a column is stored; each becomes one kind of canonical value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// BIGINT, INTEGER.
    Integer,
    /// BOOLEAN of PostgreSQL: 0 and 1.
    Truth,
    /// TEXT.
    Text,
    /// DATE of PostgreSQL: its ISO text.
    Day,
    /// BYTEA, BLOB.
    Bytes,
    /// UUID of PostgreSQL: its 16 bytes.
    Identifier,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: Kind,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) table: &'static str,
    pub(super) key: &'static [&'static str],
    pub(super) columns: Vec<Column>,
}

impl Shape {
    /// The names of the columns.
    pub(super) fn names(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.name.clone()).collect()
    }
}

/// The tables of Ambito that are in the database, in the order in which they can be put in.
pub(super) async fn list_shapes(tx: &mut Tx) -> Result<Vec<Shape>> {
    let mut shapes = Vec::new();
    for table in TABLES {
        let found = columns_of(tx, table.name).await?;
        let mut columns = Vec::with_capacity(found.len());
        for (name, kind) in found {
            match kind_of(&kind) {
                Some(kind) => columns.push(Column { name, kind }),
                None => return Err(Error::Kind { table: table.name.to_owned(), column: name, kind }),
            }
        }
        // A later schema brings it.
        if !columns.is_empty() {
            shapes.push(Shape { table: table.name, key: table.key, columns });
        }
    }
    Ok(shapes)
}

/// Whether some Ambito made this database.
pub(super) async fn is_ours(tx: &mut Tx) -> Result<bool> {
    Ok(!columns_of(tx, "schema_version").await?.is_empty())
}

/// The names of the columns and of their types; none where there is no such table.
async fn columns_of(tx: &mut Tx, table: &str) -> Result<Vec<(String, String)>> {
    Ok(match tx {
        Tx::Sqlite(tx) => sqlx::query_as(SQLITE_COLUMNS).bind(table).fetch_all(&mut **tx).await?,
        Tx::Postgres(tx) => sqlx::query_as(POSTGRES_COLUMNS).bind(table).fetch_all(&mut **tx).await?,
    })
}

/// A table that has rows, where there is one.
pub(super) async fn find_table_with_rows(tx: &mut Tx) -> Result<Option<String>> {
    for shape in list_shapes(tx).await? {
        let text = format!("SELECT CAST(1 AS BIGINT) FROM \"{}\" LIMIT 1", shape.table);
        if Select::new(text).first(tx, |cells| cells.next::<i64>()).await?.is_some() {
            return Ok(Some(shape.table.to_owned()));
        }
    }
    Ok(None)
}

/// The kind of a type, by the names that both catalogues use.
fn kind_of(name: &str) -> Option<Kind> {
    Some(match name {
        "INTEGER" | "int8" | "int4" | "int2" => Kind::Integer,
        "bool" => Kind::Truth,
        "TEXT" | "text" | "varchar" => Kind::Text,
        "date" => Kind::Day,
        "BLOB" | "bytea" => Kind::Bytes,
        "uuid" => Kind::Identifier,
        _ => return None,
    })
}
