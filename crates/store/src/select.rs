// SPDX-License-Identifier: AGPL-3.0-or-later
//! Questions whose text depends on what is asked: by the bodies in sight, by a node or by the whole, from a key on.
//!
//! Invariant: only words of this program enter the text; what users bring is bound.

use crate::cells::Cells;
use crate::values::{Value, bind};
use crate::{Result, Tx};
use ambito_domain::office::Sight;
use futures::TryStreamExt as _;
use sqlx::AssertSqlSafe;
use std::borrow::Cow;
use std::fmt::Write as _;

/// A question being written.
#[derive(Debug)]
pub struct Select<'a> {
    text: Cow<'static, str>,
    values: Vec<Value<'a>>,
}

impl<'a> Select<'a> {
    /// A question that begins with these words.
    #[must_use]
    pub fn new(text: impl Into<Cow<'static, str>>) -> Self {
        Self { text: text.into(), values: Vec::new() }
    }

    /// More words.
    #[must_use]
    pub fn and(mut self, text: &str) -> Self {
        self.text.to_mut().push_str(text);
        self
    }

    /// A value, in the place where the text stands.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value<'a>>) -> Self {
        self.values.push(value.into());
        // Writing to a string cannot fail.
        let _ = write!(self.text.to_mut(), "${}", self.values.len());
        self
    }

    /// A value whose place the text names already.
    #[must_use]
    pub fn with(mut self, value: impl Into<Value<'a>>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Only rows of bodies in sight: the one place where sight becomes SQL.
    #[must_use]
    pub fn in_sight(mut self, column: &str, sight: &Sight) -> Self {
        let Some(bodies) = sight.bodies() else { return self };
        if bodies.is_empty() {
            return self.and(" AND 1 = 0");
        }
        // Writing to a string cannot fail.
        let _ = write!(self.text.to_mut(), " AND {column} IN (");
        for (at, body) in bodies.iter().enumerate() {
            self = self.and(if at == 0 { "" } else { ", " }).bind(body.0);
        }
        self.and(")")
    }

    /// The answer, row by row.
    ///
    /// # Errors
    /// What the reading of a row, or the database, says.
    pub async fn rows<T>(self, tx: &mut Tx, mut read: impl FnMut(&mut Cells<'_>) -> Result<T>) -> Result<Vec<T>> {
        let Self { text, values } = self;
        crate::asked::note(&text);
        let mut answer = Vec::new();
        match tx {
            Tx::Sqlite(tx) => {
                let query =
                    values.into_iter().fold(sqlx::query(AssertSqlSafe(text)), |query, value| bind!(query, value));
                let mut rows = query.fetch(&mut **tx);
                while let Some(row) = rows.try_next().await? {
                    answer.push(read(&mut (&row).into())?);
                }
            }
            Tx::Postgres(tx) => {
                let query =
                    values.into_iter().fold(sqlx::query(AssertSqlSafe(text)), |query, value| bind!(query, value));
                let mut rows = query.fetch(&mut **tx);
                while let Some(row) = rows.try_next().await? {
                    answer.push(read(&mut (&row).into())?);
                }
            }
        }
        Ok(answer)
    }

    /// The first row, where there is one.
    ///
    /// # Errors
    /// As for [`Select::rows`].
    pub async fn first<T>(self, tx: &mut Tx, read: impl FnMut(&mut Cells<'_>) -> Result<T>) -> Result<Option<T>> {
        Ok(self.rows(tx, read).await?.into_iter().next())
    }
}
