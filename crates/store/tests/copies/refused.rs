// SPDX-License-Identifier: AGPL-3.0-or-later
//! Databases that a copy is not made of or put into; nothing is changed in them.

use crate::{backup, digests, fill, is_empty, postgres, restore, run, sqlite};
use ambito_store::copy::{self, Error};
use ambito_store::{Address, Db, SCHEMA_VERSION};
use ambito_testbed::Postgres;

#[tokio::test]
async fn a_database_that_holds_something_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let database = Postgres::shared().unwrap().database().unwrap();
    let (source, full) = (sqlite(folder.path(), "source").await, sqlite(folder.path(), "full").await);
    let other = postgres(&database).await;
    fill(&source).await;
    let (file, _) = backup(&source).await;
    run(&full, "INSERT INTO area (area, name, created_at, version) VALUES (x'01', 'a', 0, 0)").await;
    database.sql("INSERT INTO area (area, name, created_at, version) VALUES (gen_random_uuid(), 'a', 0, 0)").unwrap();
    for db in [&full, &other] {
        let before = digests(db).await;
        let refusals = [restore(&file, db).await, copy::transfer(&source, db, &mut |_, _| {}).await];
        for refusal in refusals {
            assert!(matches!(&refusal, Err(Error::Occupied { table: Some(table) }) if table == "area"), "{refusal:?}");
        }
        assert_eq!(digests(db).await, before);
    }
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let database = Postgres::shared().unwrap().database().unwrap();
    let address = Address::Sqlite(folder.path().join("newer"));
    let (newer, other) = (Db::open(&address).await.unwrap(), postgres(&database).await);
    let found = SCHEMA_VERSION + 1;
    let statement = format!("INSERT INTO schema_version (version) VALUES ({found})");
    run(&newer, &statement).await;
    database.sql(&statement).unwrap();
    for (db, address) in [(newer, address), (other, Address::Postgres(database.url().to_owned()))] {
        assert_eq!(copy::schema_of(&db).await.unwrap(), found);
        let mut file = Vec::new();
        let refusal = copy::backup(&db, &mut file, &mut |_, _| {}).await.unwrap_err();
        assert!(matches!(refusal, Error::Newer { found: said, known: SCHEMA_VERSION } if said == found), "{refusal:?}");
        assert!(file.is_empty());
        db.close().await;
        let refusal = Db::open(&address).await.unwrap_err();
        let text = format!("the database has schema {found}, this program knows up to {SCHEMA_VERSION}");
        assert_eq!(refusal.to_string(), text);
    }
}

#[tokio::test]
async fn what_the_other_database_does_not_take_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let database = Postgres::shared().unwrap().database().unwrap();
    let (source, target) = (sqlite(folder.path(), "source").await, postgres(&database).await);
    fill(&source).await;
    // A text with a NUL, which PostgreSQL has no place for.
    run(&source, "UPDATE staff SET name = 'a' || char(0) || 'b'").await;
    let refusal = copy::transfer(&source, &target, &mut |_, _| {}).await.unwrap_err();
    assert!(matches!(&refusal, Error::Refused { table, .. } if table == "staff"), "{refusal:?}");
    assert!(is_empty(&digests(&target).await));
    run(&source, "UPDATE staff SET name = 'ab'").await;
    assert_eq!(copy::transfer(&source, &target, &mut |_, _| {}).await.unwrap(), digests(&source).await);
}

#[tokio::test]
async fn a_database_of_somebody_else_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let database = Postgres::shared().unwrap().database().unwrap();
    let addresses = [Address::Sqlite(folder.path().join("other")), Address::Postgres(database.url().to_owned())];
    assert!(Db::open_unchanged(&addresses[0]).await.is_err(), "a file that is not there is not made");
    for address in addresses {
        let db = Db::open_bare(&address).await.unwrap();
        let refusal = copy::backup(&db, Vec::new(), &mut |_, _| {}).await.unwrap_err();
        assert!(matches!(refusal, Error::NoDatabase), "{refusal:?}");
    }
}
