// SPDX-License-Identifier: AGPL-3.0-or-later
//! Copies on real databases: equal on both sides, whole or not at all, refused when anything is wrong with them.

#![expect(clippy::unwrap_used, reason = "what a test stands on is there, or the test fails")]

mod damage;
mod equal;
mod growing;
mod refused;

use ambito_store::copy::{self, Manifest};
use ambito_store::{Address, Db};
use std::io::Cursor;
use std::path::Path;

/// A new database in a file of a folder.
async fn sqlite(folder: &Path, name: &str) -> Db {
    Db::open(&Address::Sqlite(folder.join(name))).await.unwrap()
}

/// A new database in a PostgreSQL server.
async fn postgres(database: &ambito_testbed::Database) -> Db {
    Db::open(&Address::Postgres(database.url().to_owned())).await.unwrap()
}

/// Runs SQL on a SQLite database, past the repositories.
async fn run(db: &Db, text: &str) {
    let Db::Sqlite { write, .. } = db else { panic!("this is no SQLite database") };
    sqlx::raw_sql(sqlx::AssertSqlSafe(text)).execute(write).await.unwrap();
}

/// A small office with every kind of value that a column can hold.
async fn fill(db: &Db) {
    run(db, include_str!("office.sql")).await;
}

async fn digests(db: &Db) -> Manifest {
    copy::digests(db, &mut |_, _| {}).await.unwrap()
}

async fn backup(db: &Db) -> (Vec<u8>, Manifest) {
    let mut file = Vec::new();
    let manifest = copy::backup(db, &mut file, &mut |_, _| {}).await.unwrap();
    (file, manifest)
}

async fn restore(file: &[u8], db: &Db) -> copy::Result<Manifest> {
    copy::restore(Cursor::new(file), db, &mut |_, _| {}).await
}

/// Whether no table has a row.
fn is_empty(manifest: &Manifest) -> bool {
    manifest.tables.iter().all(|table| table.rows == 0)
}
