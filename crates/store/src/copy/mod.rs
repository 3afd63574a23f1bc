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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Address;
    use crate::areas::{self, Area};
    use ambito_base::{Timestamp, Uuid};
    use ambito_domain::office::AreaId;
    use ambito_testbed::Postgres;
    use std::io::Cursor;

    /// A database as the first Ambito left it, with an area.
    async fn first_schema(db: &Db) -> Area {
        migrate::migrate_to(db, 1).await.unwrap();
        let area = Area { id: AreaId(Uuid::from_u128(7)), name: "Valdoro".to_owned(), version: 1 };
        let mut tx = db.write().await.unwrap();
        areas::insert(&mut tx, &area, Timestamp::UNIX_EPOCH).await.unwrap();
        tx.commit().await.unwrap();
        area
    }

    #[tokio::test]
    async fn a_copy_of_an_older_schema_is_put_in_and_brought_up() {
        let folder = tempfile::tempdir().unwrap();
        let open = async |name: &str| Db::open_bare(&Address::Sqlite(folder.path().join(name))).await.unwrap();
        let database = Postgres::shared().unwrap().database().unwrap();
        let old = open("old").await;
        let area = first_schema(&old).await;
        let mut file = Vec::new();
        let made = backup(&old, &mut file, &mut |_, _| {}).await.unwrap();
        assert_eq!(made.schema, 1);
        assert!(made.tables.len() < crate::tables::TABLES.len());
        let other = Db::open_bare(&Address::Postgres(database.url().to_owned())).await.unwrap();
        for db in [open("new").await, other] {
            assert_eq!(restore(Cursor::new(&file), &db, &mut |_, _| {}).await.unwrap(), made);
            let now = digests(&db, &mut |_, _| {}).await.unwrap();
            assert_eq!((now.schema, now.tables.len()), (SCHEMA_VERSION, crate::tables::TABLES.len()));
            let mut tx = db.read().await.unwrap();
            assert_eq!(areas::list(&mut tx).await.unwrap().first(), Some(&area));
        }
        assert_eq!(schema_of(&old).await.unwrap(), 1, "a backup changes nothing");
        // A database that is at this schema already has other tables than the copy.
        let prepared = Db::open(&Address::Sqlite(folder.path().join("prepared"))).await.unwrap();
        let refusal = restore(Cursor::new(&file), &prepared, &mut |_, _| {}).await.unwrap_err();
        assert!(matches!(refusal, Error::Occupied { table: None }), "{refusal:?}");
    }
}
