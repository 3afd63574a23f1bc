// SPDX-License-Identifier: AGPL-3.0-or-later
//! The two databases behind one door: opening, transactions, and the one macro that runs a text on either.
//!
//! SQLite has one writing connection, which begins with `BEGIN IMMEDIATE` so that a transaction never has to give up
//! half way, and several that read (WAL). PostgreSQL has a pool. Every commit is on the disk before it is confirmed.

use crate::{Error, Result};
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection as _, Database, PgPool, Postgres, Sqlite, SqlitePool, Transaction};
use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

/// Connections that read a SQLite file.
const SQLITE_READERS: u32 = 4;
/// How many pages the connection that writes a SQLite file keeps in memory, in kB: beyond them a large transaction writes
/// the same pages again and again. They are taken as they are needed.
const SQLITE_WRITER_CACHE_KB: u32 = 32 << 10;
/// Connections to PostgreSQL.
const POSTGRES_CONNECTIONS: u32 = 10;
/// How long a connection is waited for.
const WAIT_SECONDS: u64 = 10;
/// After how long without use a connection to PostgreSQL is tried before it is used.
const QUIET_SECONDS: u64 = 5;
/// How long a writer waits for another process that writes.
const BUSY_SECONDS: u64 = 20;

/// Where a database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL server, as a URL.
    Postgres(String),
}

impl Address {
    /// The name without a password, to be shown.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Sqlite(path) => path.display().to_string(),
            Self::Postgres(url) => {
                // A password may stand before the host and among the options.
                let url = url.split(['?', '#']).next().unwrap_or_default();
                match (url.split_once("://"), url.rfind('@')) {
                    (Some((scheme, _)), Some(at)) => format!("{scheme}://…{}", &url[at..]),
                    _ => url.to_owned(),
                }
            }
        }
    }
}

impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.shown())
    }
}

impl FromStr for Address {
    type Err = Error;

    /// `postgres://…` and `postgresql://…` are servers; `sqlite:PATH` and whatever has no `://` is a file.
    fn from_str(text: &str) -> Result<Self> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let path = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:")).unwrap_or(text);
        if path.is_empty() || path.contains("://") {
            let scheme = text.split("://").next().unwrap_or_default();
            return Err(Error::Address(format!("{scheme}://…")));
        }
        Ok(Self::Sqlite(PathBuf::from(path)))
    }
}

/// An open database.
#[derive(Clone, Debug)]
pub enum Db {
    /// A SQLite file: one connection that writes, some that read.
    Sqlite {
        /// The writer.
        write: SqlitePool,
        /// The readers.
        read: SqlitePool,
    },
    /// A PostgreSQL server.
    Postgres(PgPool),
}

/// Whether a SQLite file may be made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    Make,
    Refuse,
}

impl Db {
    /// Opens a database, making the file where there is none, and brings it to this program's schema.
    ///
    /// # Errors
    /// Where it cannot be reached, or was made by a newer Ambito.
    pub async fn open(address: &Address) -> Result<Self> {
        let db = Self::connect(address, Missing::Make).await?;
        crate::migrate(&db).await?;
        Ok(db)
    }

    /// Opens a database that must be there, and brings it to this program's schema.
    ///
    /// # Errors
    /// Where it is not there, cannot be reached, or was made by a newer Ambito.
    pub async fn open_existing(address: &Address) -> Result<Self> {
        let db = Self::connect(address, Missing::Refuse).await?;
        crate::migrate(&db).await?;
        Ok(db)
    }

    /// Opens a database that must be there, as it is: for a copy to be made, which may be the way back from a migration.
    ///
    /// # Errors
    /// Where it is not there, or cannot be reached.
    pub async fn open_unchanged(address: &Address) -> Result<Self> {
        Self::connect(address, Missing::Refuse).await
    }

    /// Opens a database as it is, making the file where there is none: for a copy to be put in.
    ///
    /// # Errors
    /// Where it cannot be reached.
    pub async fn open_bare(address: &Address) -> Result<Self> {
        Self::connect(address, Missing::Make).await
    }

    async fn connect(address: &Address, missing: Missing) -> Result<Self> {
        match address {
            Address::Sqlite(path) => Self::connect_sqlite(path, missing).await,
            Address::Postgres(url) => {
                let options = PgConnectOptions::from_str(url)?.application_name("ambito");
                let pool = PgPoolOptions::new()
                    .max_connections(POSTGRES_CONNECTIONS)
                    .acquire_timeout(Duration::from_secs(WAIT_SECONDS))
                    .test_before_acquire(false)
                    .before_acquire(|connection, known| {
                        Box::pin(async move {
                            if known.idle_for.as_secs() >= QUIET_SECONDS {
                                connection.ping().await?;
                            }
                            Ok(true)
                        })
                    });
                Ok(Self::Postgres(pool.connect_with(options).await?))
            }
        }
    }

    async fn connect_sqlite(path: &Path, missing: Missing) -> Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(missing == Missing::Make)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(BUSY_SECONDS));
        let pool = |most| {
            SqlitePoolOptions::new()
                .max_connections(most)
                .acquire_timeout(Duration::from_secs(WAIT_SECONDS + BUSY_SECONDS))
                // A file does not hang up.
                .test_before_acquire(false)
        };
        let cache = format!("-{SQLITE_WRITER_CACHE_KB}");
        let write = pool(1).connect_with(options.clone().pragma("cache_size", cache)).await?;
        let read =
            pool(SQLITE_READERS).connect_with(options.create_if_missing(false).pragma("query_only", "ON")).await?;
        Ok(Self::Sqlite { write, read })
    }

    /// Begins a transaction that may write.
    ///
    /// # Errors
    /// Where the database does not answer.
    pub async fn write(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { write, .. } => Tx::Sqlite(Hold::Begun(write.begin_with("BEGIN IMMEDIATE").await?)),
            Self::Postgres(pool) => Tx::Postgres(Hold::Begun(begin(pool, "BEGIN").await?)),
        })
    }

    /// Begins a transaction that reads one state of the database, whatever others write meanwhile.
    ///
    /// # Errors
    /// Where the database does not answer.
    pub async fn read(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { read, .. } => Tx::Sqlite(Hold::Begun(read.begin().await?)),
            Self::Postgres(pool) => {
                Tx::Postgres(Hold::Begun(begin(pool, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?))
            }
        })
    }

    /// A connection for a single question, or for questions about what never changes, such as the inside of a version:
    /// no transaction is begun and ended around them, which on a page that is asked for often is half of the work.
    ///
    /// # Errors
    /// Where the database does not answer.
    pub async fn ask(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { read, .. } => Tx::Sqlite(Hold::Bare(read.acquire().await?)),
            Self::Postgres(pool) => Tx::Postgres(Hold::Bare(pool.acquire().await?)),
        })
    }

    /// Closes the database; what was committed stays.
    pub async fn close(self) {
        match self {
            Self::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// Begins a transaction on PostgreSQL, in a task of its own: who asks may be given up while it begins, and the library
/// would then put the connection back with the transaction open. The next to have it would read an old state, or could
/// not write.
async fn begin(pool: &PgPool, statement: &'static str) -> sqlx::Result<Transaction<'static, Postgres>> {
    let pool = pool.clone();
    let begun = tokio::spawn(async move { pool.begin_with(statement).await });
    begun.await.unwrap_or(Err(sqlx::Error::WorkerCrashed))
}

/// A transaction: dropped without a commit it leaves nothing. Or a connection for questions that stand each for itself.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(Hold<Sqlite>),
    /// On PostgreSQL.
    Postgres(Hold<Postgres>),
}

/// A connection that is held: as it is, or in a transaction.
#[derive(Debug)]
pub enum Hold<D: Database> {
    /// As it is: each statement stands for itself.
    Bare(PoolConnection<D>),
    /// In a transaction.
    Begun(Transaction<'static, D>),
}

impl<D: Database> Deref for Hold<D> {
    type Target = D::Connection;

    fn deref(&self) -> &D::Connection {
        match self {
            Self::Bare(connection) => connection,
            Self::Begun(transaction) => transaction,
        }
    }
}

impl<D: Database> DerefMut for Hold<D> {
    fn deref_mut(&mut self) -> &mut D::Connection {
        match self {
            Self::Bare(connection) => connection,
            Self::Begun(transaction) => transaction,
        }
    }
}

impl<D: Database> Hold<D> {
    async fn commit(self) -> sqlx::Result<()> {
        match self {
            Self::Bare(_) => Ok(()),
            Self::Begun(transaction) => transaction.commit().await,
        }
    }
}

impl Tx {
    /// Makes what was written last.
    ///
    /// # Errors
    /// Where the database refuses: then nothing was written.
    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(held) => held.commit().await?,
            Self::Postgres(held) => held.commit().await?,
        }
        Ok(())
    }
}

/// Runs one text of SQL on the database of a transaction, binding each value as that database's type:
/// `sql!(tx, all Row, "SELECT …", a, b)`; also `one`, `optional` and `execute` (which gives the number of rows touched).
macro_rules! sql {
    ($tx:expr, execute, $text:expr $(, $bind:expr)* $(,)?) => {{
        $crate::asked::note($text);
        match $tx {
            $crate::Tx::Sqlite(tx) => ::sqlx::query($text)$(.bind($bind))*.execute(&mut **tx).await.map(|done| done.rows_affected()),
            $crate::Tx::Postgres(tx) => ::sqlx::query($text)$(.bind($bind))*.execute(&mut **tx).await.map(|done| done.rows_affected()),
        }
    }};
    ($tx:expr, all $row:ty, $text:expr $(, $bind:expr)* $(,)?) => { $crate::db::sql!(@ $tx, fetch_all, $row, $text $(, $bind)*) };
    ($tx:expr, one $row:ty, $text:expr $(, $bind:expr)* $(,)?) => { $crate::db::sql!(@ $tx, fetch_one, $row, $text $(, $bind)*) };
    ($tx:expr, optional $row:ty, $text:expr $(, $bind:expr)* $(,)?) => { $crate::db::sql!(@ $tx, fetch_optional, $row, $text $(, $bind)*) };
    (@ $tx:expr, $fetch:ident, $row:ty, $text:expr $(, $bind:expr)*) => {{
        $crate::asked::note($text);
        match $tx {
            $crate::Tx::Sqlite(tx) => ::sqlx::query_as::<::sqlx::Sqlite, $row>($text)$(.bind($bind))*.$fetch(&mut **tx).await,
            $crate::Tx::Postgres(tx) => ::sqlx::query_as::<::sqlx::Postgres, $row>($text)$(.bind($bind))*.$fetch(&mut **tx).await,
        }
    }};
}
pub(crate) use sql;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_apart_and_hide_passwords() {
        let shown = |text: &str| text.parse::<Address>().map(|address| address.shown()).ok();
        assert_eq!(shown("ambito.db").as_deref(), Some("ambito.db"));
        assert_eq!(shown("sqlite:data/a.db").as_deref(), Some("data/a.db"));
        assert_eq!(shown("postgres://u:secret@host/db").as_deref(), Some("postgres://…@host/db"));
        assert_eq!(shown("postgres://host/db?password=secret").as_deref(), Some("postgres://host/db"));
        assert_eq!(shown("mysql://u@host/db"), None);
        assert_eq!(shown(""), None);
    }
}
