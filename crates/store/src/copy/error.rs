// SPDX-License-Identifier: AGPL-3.0-or-later
//! Why a copy cannot be made or used.

use std::io;

/// What went wrong with a copy.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file is something else.
    #[error("the file is no copy of an Ambito database")]
    NotACopy,
    /// The file is a copy in a layout that this program does not know.
    #[error("the copy has layout {0}, which this program does not know")]
    Layout(String),
    /// The copy, or the database to be copied, was made by a newer Ambito.
    #[error("it has schema {found}, this program knows up to {known}")]
    Newer {
        /// The schema that it has.
        found: i64,
        /// The last one that this program knows.
        known: i64,
    },
    /// The database to be copied is not one of Ambito.
    #[error("there is no Ambito database there")]
    NoDatabase,
    /// What the file holds is not what was written.
    #[error("the copy is damaged {}", .table.as_deref().map_or("at its beginning or end".to_owned(), |table| format!("in the table {table}")))]
    Damaged {
        /// The table in which it shows; none outside of all.
        table: Option<String>,
    },
    /// A table of the copy is not as this program knows it at the copy's schema.
    #[error("the table {table} has other columns than at this schema")]
    Foreign {
        /// The table.
        table: String,
    },
    /// The database to put a copy into holds something already.
    #[error("the database is not empty{}", .table.as_deref().map_or(String::new(), |table| format!(": the table {table} has rows")))]
    Occupied {
        /// A table with rows; none where only its schema is newer than the copy's.
        table: Option<String>,
    },
    /// The database does not take a row of the copy, or gives one that it should not hold.
    #[error("the table {table}: {source}")]
    Refused {
        /// The table.
        table: String,
        /// What the database says.
        source: Box<crate::Error>,
    },
    /// What the database gives back is not what was put in.
    #[error("the table {table} is not equal to the one copied")]
    Different {
        /// The table.
        table: String,
    },
    /// A column has a type that copies do not know.
    #[error("the column {table}.{column} has the type {kind}, which cannot be copied")]
    Kind {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// The type.
        kind: String,
    },
    /// The database does not do what it is asked.
    #[error(transparent)]
    Store(#[from] crate::Error),
    /// The system does not read or write the file.
    #[error(transparent)]
    File(io::Error),
}

/// What is done with a copy, or why not.
pub type Result<T> = std::result::Result<T, Error>;

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Error {
    /// What the database says of one table.
    pub(super) fn refused(table: &str, error: sqlx::Error) -> Self {
        Self::Refused { table: table.to_owned(), source: Box::new(error.into()) }
    }

    /// What reading the file says while a table is read: bytes that cannot be are damage, the rest is the system's.
    pub(super) fn reading(table: Option<&str>, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => {
                Self::Damaged { table: table.map(str::to_owned) }
            }
            _ => Self::File(error),
        }
    }
}
