// SPDX-License-Identifier: AGPL-3.0-or-later
//! Migrations: forward only, each in one transaction, at every opening.
//!
//! A migration is one text for both databases (see the head of the first). A database with a newer schema than this
//! program's is left alone. Deliberately absent: going back; a backup made before is the way back.

use crate::db::sql;
use crate::rows::One;
use crate::{Db, Error, Result, Tx};
use sqlx::AssertSqlSafe;

/// The texts, in order; the number of a schema is its place here, from 1.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_office.sql"),
    include_str!("../migrations/0002_plans.sql"),
    include_str!("../migrations/0003_records.sql"),
    include_str!("../migrations/0004_outside.sql"),
    include_str!("../migrations/0005_reviews.sql"),
    include_str!("../migrations/0006_errand_steps.sql"),
    include_str!("../migrations/0007_filing.sql"),
];

/// The last schema that this program knows.
pub const SCHEMA_VERSION: i64 = MIGRATIONS.len() as i64;

/// How PostgreSQL's words for types are written for SQLite.
const SQLITE_TYPES: &[(&str, &str)] =
    &[(" UUID", " BLOB"), (" BYTEA", " BLOB"), (" BIGINT", " INTEGER"), (" BOOLEAN", " INTEGER"), (" DATE", " TEXT")];

/// How PostgreSQL is told to keep a column; SQLite has nothing to say it with, and nothing to say.
const STORAGE: &str = " SET STORAGE ";

/// PostgreSQL's lock that two programs starting at once take in turn; the number is Ambito's own.
const LOCK: i64 = 0x616d_6269_746f;

/// Brings a database to this program's schema.
///
/// # Errors
/// [`Error::Newer`] where a newer program made it, or what the database says.
pub async fn migrate(db: &Db) -> Result<()> {
    migrate_to(db, SCHEMA_VERSION).await
}

/// Brings a database to one schema: for a copy that was made at that schema.
pub(crate) async fn migrate_to(db: &Db, target: i64) -> Result<()> {
    let mut tx = db.write().await?;
    if let Tx::Postgres(tx) = &mut tx {
        sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(LOCK).execute(&mut **tx).await?;
    }
    let create = "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY)";
    sql!(&mut tx, execute, create)?;
    let found = version(&mut tx).await?;
    if found > SCHEMA_VERSION {
        return Err(Error::Newer { found, known: SCHEMA_VERSION });
    }
    for (text, number) in MIGRATIONS.iter().zip(1_i64..).filter(|(_, number)| (found + 1..=target).contains(number)) {
        for statement in statements(text) {
            match &mut tx {
                Tx::Sqlite(_) if statement.contains(STORAGE) => Ok(()),
                Tx::Sqlite(tx) => sqlx::query(AssertSqlSafe(for_sqlite(&statement))).execute(&mut **tx).await.map(drop),
                Tx::Postgres(tx) => sqlx::query(AssertSqlSafe(statement)).execute(&mut **tx).await.map(drop),
            }?;
        }
        sql!(&mut tx, execute, "INSERT INTO schema_version (version) VALUES ($1)", number)?;
    }
    tx.commit().await
}

/// The schema of a database; 0 where it is new.
///
/// # Errors
/// What the database says.
pub async fn version(tx: &mut Tx) -> Result<i64> {
    let (version,): (Option<i64>,) = sql!(tx, one One<Option<i64>>, "SELECT MAX(version) FROM schema_version")?;
    Ok(version.unwrap_or(0))
}

/// The statements of a text, without its comments.
fn statements(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.split_once("--").map_or(line, |(code, _)| code).trim_end());
    let code = lines.collect::<Vec<&str>>().join("\n");
    code.split(';').map(|statement| statement.trim().to_owned()).filter(|statement| !statement.is_empty()).collect()
}

/// A statement as SQLite wants it.
fn for_sqlite(statement: &str) -> String {
    let mut text = statement.to_owned();
    for (word, own) in SQLITE_TYPES {
        text = text.replace(word, own);
    }
    if text.starts_with("CREATE TABLE") {
        text.push_str(" STRICT");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_serves_both() {
        let text =
            "-- why; why\nCREATE TABLE a (\n  b UUID NOT NULL, -- a key\n  c DATE\n);\nCREATE INDEX d ON a (b);\n";
        let statements = statements(text);
        assert_eq!(statements, ["CREATE TABLE a (\n  b UUID NOT NULL,\n  c DATE\n)", "CREATE INDEX d ON a (b)"]);
        assert_eq!(for_sqlite(&statements[0]), "CREATE TABLE a (\n  b BLOB NOT NULL,\n  c TEXT\n) STRICT");
    }
}
