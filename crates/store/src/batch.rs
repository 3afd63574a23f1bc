// SPDX-License-Identifier: AGPL-3.0-or-later
//! Many rows in few statements: as many in each as both databases bind.

use crate::values::{Value, bind};
use crate::{Result, Tx};
use sqlx::AssertSqlSafe;
use std::fmt::Write as _;

/// How many values one statement binds at most: SQLite takes 32,766, PostgreSQL 65,535.
const BINDS_MAX: usize = 32_000;
/// How many rows one statement has at most: beyond it, only the text grows.
const ROWS_MAX: usize = 400;
/// How many bytes of text are kept before they are sent.
const KEPT_BYTES_MAX: usize = 4 << 20;

/// The values of one row.
#[derive(Debug, Default)]
pub struct Row<'a>(Vec<Value<'a>>);

impl<'a> Row<'a> {
    /// The value of the next column.
    pub fn put(&mut self, value: impl Into<Value<'a>>) -> &mut Self {
        self.0.push(value.into());
        self
    }
}

/// How the places of values are written. SQLite looks for the number of each in the list of all of them, which in a long
/// text takes longer than the work; without numbers it counts.
#[derive(Clone, Copy, Debug)]
enum Places {
    Numbered,
    Bare,
}

/// Rows of one table that wait to be written; `table` and `columns` are words of this program, never of a user.
#[derive(Debug)]
pub struct Batch<'a> {
    table: &'static str,
    columns: String,
    width: usize,
    row: Row<'a>,
    values: Vec<Value<'a>>,
    kept_bytes: usize,
}

impl<'a> Batch<'a> {
    /// Rows of a table; the columns are divided by commas.
    #[must_use]
    pub fn new(table: &'static str, columns: impl Into<String>) -> Self {
        let columns = columns.into();
        let width = columns.split(',').count();
        Self { table, columns, width, row: Row::default(), values: Vec::new(), kept_bytes: 0 }
    }

    /// Adds a row, and writes those that wait when they are many.
    ///
    /// # Errors
    /// What the database says.
    pub async fn push(&mut self, tx: &mut Tx, fill: impl FnOnce(&mut Row<'a>)) -> Result<()> {
        fill(&mut self.row);
        debug_assert_eq!(self.row.0.len(), self.width, "as many values as columns of {}", self.table);
        self.kept_bytes += self.row.0.iter().map(size_bytes).sum::<usize>();
        self.values.append(&mut self.row.0);
        let full = self.values.len() >= self.width * ROWS_MAX.min(BINDS_MAX / self.width);
        if full || self.kept_bytes > KEPT_BYTES_MAX { self.flush(tx).await } else { Ok(()) }
    }

    /// Writes the rows that wait.
    ///
    /// # Errors
    /// What the database says.
    pub async fn flush(&mut self, tx: &mut Tx) -> Result<()> {
        let rows = self.values.len() / self.width;
        if rows == 0 {
            return Ok(());
        }
        // A full batch and a single row come again and are worth remembering by the connection; another length is not.
        let again = rows == ROWS_MAX || rows == 1;
        let text = match tx {
            Tx::Sqlite(_) => self.text(rows, Places::Bare),
            Tx::Postgres(_) => self.text(rows, Places::Numbered),
        };
        crate::asked::note(&text);
        let values = self.values.drain(..);
        self.kept_bytes = 0;
        match tx {
            Tx::Sqlite(tx) => {
                let query =
                    values.fold(sqlx::query(AssertSqlSafe(text)).persistent(again), |query, value| bind!(query, value));
                query.execute(&mut **tx).await?;
            }
            Tx::Postgres(tx) => {
                let query =
                    values.fold(sqlx::query(AssertSqlSafe(text)).persistent(again), |query, value| bind!(query, value));
                query.execute(&mut **tx).await?;
            }
        }
        Ok(())
    }

    /// `INSERT INTO table (a, b) VALUES ($1, $2), ($3, $4)`
    fn text(&self, rows: usize, places: Places) -> String {
        let mut text = format!("INSERT INTO {} ({}) VALUES ", self.table, self.columns);
        for row in 0..rows {
            text.push_str(if row == 0 { "(" } else { ", (" });
            for column in 0..self.width {
                let mark = if column == 0 { "" } else { ", " };
                // Writing to a string cannot fail.
                let _ = match places {
                    Places::Numbered => write!(text, "{mark}${}", row * self.width + column + 1),
                    Places::Bare => write!(text, "{mark}?"),
                };
            }
            text.push(')');
        }
        text
    }
}

fn size_bytes(value: &Value<'_>) -> usize {
    match value {
        Value::Text(Some(text)) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
        Value::Text(None) | Value::Int(_) | Value::Bool(_) | Value::Day(_) | Value::Uuid(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_numbered_through() {
        let batch = Batch::new("plan_phase", "id, title");
        let check = |places, expected: &str| assert_eq!(batch.text(2, places), expected);
        check(Places::Numbered, "INSERT INTO plan_phase (id, title) VALUES ($1, $2), ($3, $4)");
        check(Places::Bare, "INSERT INTO plan_phase (id, title) VALUES (?, ?), (?, ?)");
    }
}
