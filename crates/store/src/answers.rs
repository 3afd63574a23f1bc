// SPDX-License-Identifier: AGPL-3.0-or-later
//! The answers of several questions as the answer to one: rows of different tables in one row, as a list in JSON.
//!
//! Every statement and every row costs its way from the database, which for a page that shows many small tables is most of
//! the work. Deliberately absent: answers that may be very long; their rows come one by one ([`Select::rows`]).

use crate::cells::Cells;
use crate::json::{Json, unpack};
use crate::select::Select;
use crate::{Error, Result, Tx};
use std::sync::OnceLock;

/// What the two databases call by different names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The function that makes a list in JSON.
    pub list: &'static str,
    /// What stands before and after a column of identifiers to make a text of it; an absent one is empty or absent.
    pub hex: (&'static str, &'static str),
}

impl Dialect {
    const SQLITE: Self = Self { list: "json_array", hex: ("hex(", ")") };
    const POSTGRES: Self = Self { list: "json_build_array", hex: ("encode(uuid_send(", "), 'hex')") };

    /// The identifier of a column as a text that can stand in a list.
    pub fn identifier(self, column: &str) -> String {
        format!("{}{column}{}", self.hex.0, self.hex.1)
    }
}

/// A text of SQL for each of the two databases, made once.
#[derive(Debug)]
pub struct Text([OnceLock<String>; 2]);

impl Text {
    pub const fn new() -> Self {
        Self([const { OnceLock::new() }; 2])
    }

    /// The text, in the words of the database.
    pub fn of(&'static self, tx: &Tx, make: impl FnOnce(Dialect) -> String) -> &'static str {
        let (at, dialect) = match tx {
            Tx::Sqlite(_) => (0, Dialect::SQLITE),
            Tx::Postgres(_) => (1, Dialect::POSTGRES),
        };
        self.0[at].get_or_init(|| make(dialect))
    }
}

/// The beginning of a question among several: its number, and the columns that it asks for.
pub fn question(number: usize, columns: &str, dialect: Dialect) -> String {
    let list = dialect.list;
    format!("SELECT CAST({number} AS BIGINT) AS question, CAST({list}({columns}) AS TEXT) AS cells")
}

/// One question with the answers of several, which begin as [`question`] does.
pub fn in_one(questions: &[String]) -> String {
    let all = questions.join(" UNION ALL ");
    format!("SELECT string_agg('[' || question || ',' || cells || ']', ',') FROM ({all}) AS answers")
}

/// The answers, by the numbers of their questions.
#[derive(Debug)]
pub struct Answers {
    rows: Vec<Vec<Vec<Json>>>,
    size_bytes: usize,
}

impl Answers {
    /// None yet, to so many questions.
    pub fn none(questions: usize) -> Self {
        Self { rows: vec![Vec::new(); questions], size_bytes: 0 }
    }

    /// Asks a question made by [`in_one`], of so many.
    ///
    /// # Errors
    /// What the database says.
    pub async fn ask(tx: &mut Tx, select: Select<'_>, questions: usize) -> Result<Self> {
        let all: Option<Option<String>> = select.first(tx, |cells| cells.next()).await?;
        Self::read(all.flatten(), questions)
    }

    /// What a column says that was made by [`in_one`].
    ///
    /// # Errors
    /// [`Error::Corrupt`] where it was not.
    pub fn read(column: Option<String>, questions: usize) -> Result<Self> {
        let mut answers = Self::none(questions);
        let rows = format!("[{}]", column.unwrap_or_default());
        answers.size_bytes = rows.len();
        for (number, row) in unpack::<Vec<(usize, Vec<Json>)>>(&rows)? {
            answers.put(number, row)?;
        }
        Ok(answers)
    }

    /// How many bytes the database gave.
    pub const fn size_bytes(&self) -> usize {
        self.size_bytes
    }

    /// One more row.
    ///
    /// # Errors
    /// [`Error::Corrupt`] where no question has this number.
    pub fn put(&mut self, number: usize, row: Vec<Json>) -> Result<()> {
        self.rows.get_mut(number).ok_or_else(|| Error::Corrupt(format!("question {number}")))?.push(row);
        Ok(())
    }

    /// The rows of a question, in order of the two values that they begin with.
    ///
    /// # Errors
    /// What the reading of a row says.
    pub fn take<T>(&mut self, number: usize, mut read: impl FnMut(&mut Cells<'_>) -> Result<T>) -> Result<Vec<T>> {
        let mut rows = self.rows.get_mut(number).map(std::mem::take).unwrap_or_default();
        // They mostly come in order, but a database promises none for several questions together.
        let place = |row: &Vec<Json>| row.iter().take(2).cloned().collect::<Vec<_>>();
        if !rows.is_sorted_by(|one, next| one.iter().take(2).le(next.iter().take(2))) {
            rows.sort_by_cached_key(place);
        }
        rows.into_iter().map(|row| read(&mut row.into())).collect()
    }
}
