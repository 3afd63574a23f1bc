// SPDX-License-Identifier: AGPL-3.0-or-later
//! Copies of a whole database: into a file, out of a file, from one database to another, and the digests that prove
//! them equal.
//!
//! A copy is every table of [`TABLES`](crate::tables::TABLES), row by row in the order of the primary key, each row
//! in bytes that are the same whichever database it came from (see `cell`). Invariants: what is read is one state of
//! the database, whatever others write meanwhile; what is put in is put in whole, in one transaction, and read back
//! from the database before it is committed; memory does not grow with the data. Deliberately absent: putting a copy
//! into a database that holds something, and copies of a part.

mod cell;
mod digest;
mod error;
mod file;
mod load;
mod pour;
mod shape;

pub use digest::{Manifest, TableDigest};
pub use error::{Error, Result};

use crate::{Db, SCHEMA_VERSION, Tx, migrate, version};
use digest::Digests;
use load::Loader;
use shape::Shape;
use std::io::{BufRead, Seek, Write};

/// What is told of a copy on its way: the table, and how many of its rows are done.
pub type Watch<'a> = &'a mut (dyn FnMut(&str, u64) + Send);

/// After how many rows a watcher is told.
const WATCH_ROWS: u64 = 1024;

/// Tells a watcher of some rows, now and then.
fn tell(watch: Watch<'_>, table: &str, rows: u64) {
    if rows.is_multiple_of(WATCH_ROWS) {
        watch(table, rows);
    }
}

/// Where the rows of a copy go.
trait Sink {
    /// A table begins.
    async fn begin(&mut self, shape: &Shape) -> Result<()>;
    /// One of its rows, in canonical bytes.
    async fn row(&mut self, row: &[u8]) -> Result<()>;
    /// The table ends; what its rows amounted to.
    async fn end(&mut self, digest: &TableDigest) -> Result<()>;
}

/// The schema of a database, without changing it.
///
/// # Errors
/// Where it is not one of Ambito, does not answer, or was made by a newer Ambito.
pub async fn schema_of(db: &Db) -> Result<i64> {
    known_version(&mut db.read().await?).await
}

/// Writes a copy of a database, running or not, and says what is in it.
///
/// # Errors
/// Where the database does not answer, was made by a newer Ambito, or the file cannot be written.
pub async fn backup(db: &Db, file: impl Write, watch: Watch<'_>) -> Result<Manifest> {
    let mut tx = db.read().await?;
    let schema = known_version(&mut tx).await?;
    let shapes = shape::list_shapes(&mut tx).await?;
    let mut writer = file::Writer::begin(file, schema)?;
    let tables = pour::pour(&mut tx, &shapes, &mut writer, watch).await?;
    let manifest = Manifest { schema, tables };
    writer.finish(&manifest)?;
    Ok(manifest)
}

/// Reads a copy to its end, comparing every digest, and says what is in it.
///
/// # Errors
/// Where the file is no copy, is damaged, or was made by a newer Ambito.
pub async fn verify(file: impl BufRead, watch: Watch<'_>) -> Result<Manifest> {
    begin(file)?.pour(&mut Digests, watch).await
}

/// Puts a copy into an empty database, reads it back, and brings it to this program's schema.
///
/// The manifest is that of the copy, at its own schema.
///
/// # Errors
/// Where the file is no copy, is damaged or was made by a newer Ambito, or the database holds something: then
/// nothing is put in.
pub async fn restore(mut file: impl BufRead + Seek, db: &Db, watch: Watch<'_>) -> Result<Manifest> {
    // First the whole file, so that damage is called by its name and not by what a database makes of it.
    verify(&mut file, watch).await?;
    file.rewind().map_err(Error::File)?;
    let mut reader = begin(file)?;
    let mut tx = open_empty(db, reader.schema()).await?;
    let mut loader = Loader::new(&mut tx).await?;
    let manifest = reader.pour(&mut loader, watch).await?;
    loader.finish()?;
    prove(&mut tx, &manifest, watch).await?;
    tx.commit().await?;
    migrate(db).await?;
    Ok(manifest)
}

/// Copies one database into another one, which is empty, and compares them.
///
/// # Errors
/// Where one of them does not answer, the first was made by a newer Ambito, or the second holds something: then
/// nothing is put in.
pub async fn transfer(from: &Db, to: &Db, watch: Watch<'_>) -> Result<Manifest> {
    let mut source = from.read().await?;
    let schema = known_version(&mut source).await?;
    let shapes = shape::list_shapes(&mut source).await?;
    let mut tx = open_empty(to, schema).await?;
    let mut loader = Loader::new(&mut tx).await?;
    let tables = pour::pour(&mut source, &shapes, &mut loader, watch).await?;
    loader.finish()?;
    let manifest = Manifest { schema, tables };
    prove(&mut tx, &manifest, watch).await?;
    tx.commit().await?;
    migrate(to).await?;
    Ok(manifest)
}

/// The digest of every table of a database.
///
/// # Errors
/// Where the database does not answer, or was made by a newer Ambito.
pub async fn digests(db: &Db, watch: Watch<'_>) -> Result<Manifest> {
    let mut tx = db.read().await?;
    let schema = known_version(&mut tx).await?;
    let tables = digests_in(&mut tx, watch).await?;
    Ok(Manifest { schema, tables })
}

async fn digests_in(tx: &mut Tx, watch: Watch<'_>) -> Result<Vec<TableDigest>> {
    let shapes = shape::list_shapes(tx).await?;
    pour::pour(tx, &shapes, &mut Digests, watch).await
}

/// Begins to read a copy that this program knows.
fn begin<R: BufRead>(file: R) -> Result<file::Reader<R>> {
    let reader = file::Reader::begin(file)?;
    match reader.schema() {
        found if found > SCHEMA_VERSION => Err(Error::Newer { found, known: SCHEMA_VERSION }),
        _ => Ok(reader),
    }
}

/// The schema of a database that this program can read.
async fn known_version(tx: &mut Tx) -> Result<i64> {
    if !shape::is_ours(tx).await? {
        return Err(Error::NoDatabase);
    }
    match version(tx).await? {
        found if found > SCHEMA_VERSION => Err(Error::Newer { found, known: SCHEMA_VERSION }),
        found => Ok(found),
    }
}

/// Brings an empty database to the schema of a copy, and begins the transaction that puts it in.
async fn open_empty(db: &Db, schema: i64) -> Result<Tx> {
    migrate::migrate_to(db, schema).await?;
    let mut tx = db.write().await?;
    if version(&mut tx).await? != schema {
        return Err(Error::Occupied { table: None });
    }
    match shape::find_table_with_rows(&mut tx).await? {
        Some(table) => Err(Error::Occupied { table: Some(table) }),
        None => Ok(tx),
    }
}

/// Reads back what was put in, before it is committed.
async fn prove(tx: &mut Tx, expected: &Manifest, watch: Watch<'_>) -> Result<()> {
    let found = digests_in(tx, watch).await?;
    match expected.first_difference(&found) {
        Some(table) => Err(Error::Different { table: table.to_owned() }),
        None => Ok(()),
    }
}
