// SPDX-License-Identifier: AGPL-3.0-or-later
//! Many rows in few statements.
//!
//! SQLite gets the values of some rows one by one, as many as it binds. PostgreSQL gets each column as one array: its
//! text is the same for any number of rows, and it reads as many parameters as there are columns, not values.

use crate::columns::Column;
use crate::values::{Value, bind};
use crate::{Result, Tx};
use sqlx::AssertSqlSafe;
use std::fmt::Write as _;

/// How many values one statement binds at most: SQLite takes 32,766.
const BINDS_MAX: usize = 32_000;
/// How many rows of values one statement has at most: beyond it, only the text grows.
const VALUES_ROWS_MAX: usize = 400;
/// How many rows arrays have at most: beyond it, only the memory grows.
const ARRAY_ROWS_MAX: usize = 4_000;
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
        let rows_max = match tx {
            Tx::Sqlite(_) => VALUES_ROWS_MAX.min(BINDS_MAX / self.width),
            Tx::Postgres(_) => ARRAY_ROWS_MAX,
        };
        let full = self.values.len() >= self.width * rows_max;
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
        let text = match tx {
            Tx::Sqlite(_) => self.values_text(rows),
            Tx::Postgres(_) => self.arrays_text(),
        };
        crate::asked::note(&text);
        let values = self.values.drain(..);
        self.kept_bytes = 0;
        match tx {
            Tx::Sqlite(tx) => {
                // A full batch and a single row come again and are worth remembering by the connection; another length
                // is not.
                let again = rows == VALUES_ROWS_MAX || rows == 1;
                let query =
                    values.fold(sqlx::query(AssertSqlSafe(text)).persistent(again), |query, value| bind!(query, value));
                query.execute(&mut **tx).await?;
            }
            Tx::Postgres(tx) => {
                let columns = Column::of_rows(values, self.width, rows)?;
                let query =
                    columns.into_iter().fold(sqlx::query(AssertSqlSafe(text)), |query, column| column.bind(query));
                query.execute(&mut **tx).await?;
            }
        }
        Ok(())
    }

    /// `INSERT INTO table (a, b) VALUES (?, ?), (?, ?)`: SQLite looks for the number of a numbered place in the list of
    /// all of them, which in a long text takes longer than the work; without numbers it counts.
    fn values_text(&self, rows: usize) -> String {
        let row = format!("({})", vec!["?"; self.width].join(", "));
        format!("INSERT INTO {} ({}) VALUES {}", self.table, self.columns, vec![row.as_str(); rows].join(", "))
    }

    /// `INSERT INTO table (a, b) SELECT * FROM UNNEST($1, $2)`
    fn arrays_text(&self) -> String {
        let mut text = format!("INSERT INTO {} ({}) SELECT * FROM UNNEST(", self.table, self.columns);
        for column in 1..=self.width {
            // Writing to a string cannot fail.
            let _ = write!(text, "{}${column}", if column == 1 { "" } else { ", " });
        }
        text.push(')');
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
    fn one_text_for_each_database() {
        let batch = Batch::new("plan_phase", "id, title");
        assert_eq!(batch.values_text(2), "INSERT INTO plan_phase (id, title) VALUES (?, ?), (?, ?)");
        assert_eq!(batch.arrays_text(), "INSERT INTO plan_phase (id, title) SELECT * FROM UNNEST($1, $2)");
    }
}
