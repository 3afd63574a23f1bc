// SPDX-License-Identifier: AGPL-3.0-or-later
//! What can go wrong with a database, sorted by what one can do about it.

/// What went wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The address is neither a file nor `postgres://…`.
    #[error("`{0}` is no address of a database")]
    Address(String),
    /// The database was made by a newer Ambito.
    #[error("the database has schema {found}, this program knows up to {known}")]
    Newer {
        /// The schema that is there.
        found: i64,
        /// The last one that this program knows.
        known: i64,
    },
    /// Somebody else saved in between.
    #[error("saved by somebody else in between")]
    Stale,
    /// What was asked for is not there, or not in sight.
    #[error("there is no such {0}")]
    Absent(&'static str),
    /// Something else has that name or code already.
    #[error("taken already")]
    Taken,
    /// Something else in the database depends on it, or it depends on something that is not there.
    #[error("something else depends on it")]
    Bound,
    /// What stands in the database cannot have been written by this program.
    #[error("the database holds something that cannot be: {0}")]
    Corrupt(String),
    /// The database is there and does not answer as it should, or is not there.
    #[error(transparent)]
    Database(sqlx::Error),
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(said) if said.is_unique_violation() => Self::Taken,
            sqlx::Error::Database(said) if said.is_foreign_key_violation() => Self::Bound,
            sqlx::Error::RowNotFound => Self::Absent("row"),
            _ => Self::Database(error),
        }
    }
}
