// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows turned into columns: PostgreSQL takes each as one array.

use crate::rows::Day;
use crate::values::Value;
use crate::{Error, Result};
use ambito_base::Uuid;
use sqlx::Postgres;
use sqlx::postgres::PgArguments;
use sqlx::query::Query;
use std::borrow::Cow;

/// The values of one column, row by row.
#[derive(Debug)]
pub enum Column<'a> {
    /// BIGINT.
    Ints(Vec<Option<i64>>),
    /// TEXT.
    Texts(Vec<Option<Cow<'a, str>>>),
    /// BOOLEAN.
    Bools(Vec<Option<bool>>),
    /// DATE.
    Days(Vec<Option<Day>>),
    /// UUID.
    Uuids(Vec<Option<Uuid>>),
    /// BYTEA.
    Bytes(Vec<&'a [u8]>),
}

impl<'a> Column<'a> {
    /// The columns of rows whose values stand one after the other.
    ///
    /// # Errors
    /// [`Error::Corrupt`] where the values of a column are not all of one type.
    pub fn of_rows(values: impl Iterator<Item = Value<'a>>, width: usize, rows: usize) -> Result<Vec<Self>> {
        let mut columns: Vec<Self> = Vec::with_capacity(width);
        for (at, value) in values.enumerate() {
            match columns.get_mut(at % width) {
                Some(column) => column.push(value)?,
                None => {
                    let mut column = Self::with_room(&value, rows);
                    column.push(value)?;
                    columns.push(column);
                }
            }
        }
        Ok(columns)
    }

    /// A column for values like this one.
    fn with_room(value: &Value<'a>, rows: usize) -> Self {
        match value {
            Value::Int(_) => Self::Ints(Vec::with_capacity(rows)),
            Value::Text(_) => Self::Texts(Vec::with_capacity(rows)),
            Value::Bool(_) => Self::Bools(Vec::with_capacity(rows)),
            Value::Day(_) => Self::Days(Vec::with_capacity(rows)),
            Value::Uuid(_) => Self::Uuids(Vec::with_capacity(rows)),
            Value::Bytes(_) => Self::Bytes(Vec::with_capacity(rows)),
        }
    }

    fn push(&mut self, value: Value<'a>) -> Result<()> {
        match (self, value) {
            (Self::Ints(column), Value::Int(value)) => column.push(value),
            (Self::Texts(column), Value::Text(value)) => column.push(value),
            (Self::Bools(column), Value::Bool(value)) => column.push(value),
            (Self::Days(column), Value::Day(value)) => column.push(value),
            (Self::Uuids(column), Value::Uuid(value)) => column.push(value),
            (Self::Bytes(column), Value::Bytes(value)) => column.push(value),
            (_, value) => return Err(Error::Corrupt(format!("{value:?} in a column of another type"))),
        }
        Ok(())
    }

    /// Binds the column as an array.
    pub fn bind(self, query: Query<'_, Postgres, PgArguments>) -> Query<'_, Postgres, PgArguments> {
        match self {
            Self::Ints(column) => query.bind(column),
            Self::Texts(column) => query.bind(column),
            Self::Bools(column) => query.bind(column),
            Self::Days(column) => query.bind(column),
            Self::Uuids(column) => query.bind(column),
            Self::Bytes(column) => query.bind(column),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_to_their_columns() {
        let values = [Value::from(1_i64), Value::from("uno"), Value::Int(None), Value::from("due")];
        let columns = Column::of_rows(values.into_iter(), 2, 2).unwrap();
        assert_eq!(format!("{columns:?}"), r#"[Ints([Some(1), None]), Texts([Some("uno"), Some("due")])]"#);
    }

    #[test]
    fn a_column_has_one_type() {
        let mixed = [Value::from(1_i64), Value::from("uno")];
        assert!(matches!(Column::of_rows(mixed.into_iter(), 1, 2), Err(Error::Corrupt(_))));
    }
}
