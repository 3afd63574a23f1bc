// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is copied is equal, whichever database it goes through.

use crate::{backup, digests, fill, postgres, restore, run, sqlite};
use ambito_store::copy;
use ambito_testbed::Postgres;

#[tokio::test]
async fn from_sqlite_to_postgresql_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let database = Postgres::shared().unwrap().database().unwrap();
    let (first, second, third) =
        (sqlite(folder.path(), "1").await, postgres(&database).await, sqlite(folder.path(), "3").await);
    fill(&first).await;
    let before = digests(&first).await;
    assert!(before.tables.iter().any(|table| table.table == "recovery_code" && table.rows == 3000));
    let mut watched = Vec::new();
    let there =
        copy::transfer(&first, &second, &mut |table, rows| watched.push((table.to_owned(), rows))).await.unwrap();
    let back = copy::transfer(&second, &third, &mut |_, _| {}).await.unwrap();
    assert_eq!(before, there);
    assert_eq!(before, back);
    assert_eq!(before, digests(&second).await);
    assert_eq!(before, digests(&third).await);
    assert!(watched.contains(&("recovery_code".to_owned(), 2048)), "{watched:?}");
    // The digests are of values, not of what one database makes of them: they are asked for in another way as well.
    assert_eq!(
        database.sql("SELECT count(*), min(valid_from), max(valid_to) FROM body").unwrap(),
        "3|0001-01-01|9999-12-31"
    );
    assert_eq!(database.sql("SELECT name FROM area ORDER BY version LIMIT 1").unwrap(), "È «l’altra» area 𝔄🙂");
    assert_eq!(database.sql("SELECT count(*) FROM body WHERE istat = '' AND ipa IS NULL").unwrap(), "1");
    assert_eq!(database.sql("SELECT created_at FROM area WHERE name = 'Valdoro'").unwrap(), i64::MIN.to_string());
}

#[tokio::test]
async fn a_file_is_the_same_from_both_and_goes_into_both() {
    let folder = tempfile::tempdir().unwrap();
    let server = Postgres::shared().unwrap();
    let (one, two) = (server.database().unwrap(), server.database().unwrap());
    let source = sqlite(folder.path(), "source").await;
    fill(&source).await;
    let (file, manifest) = backup(&source).await;
    let other = postgres(&one).await;
    assert_eq!(restore(&file, &other).await.unwrap(), manifest);
    let (same, _) = backup(&other).await;
    assert!(file == same, "the files differ");
    let (again, target) = (sqlite(folder.path(), "again").await, postgres(&two).await);
    assert_eq!(restore(&same, &again).await.unwrap(), manifest);
    assert_eq!(restore(&same, &target).await.unwrap(), manifest);
    assert_eq!(digests(&again).await, manifest);
    assert_eq!(copy::verify(file.as_slice(), &mut |_, _| {}).await.unwrap(), manifest);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_written_is_copied_as_it_was_at_one_moment() {
    let folder = tempfile::tempdir().unwrap();
    let db = sqlite(folder.path(), "running").await;
    fill(&db).await;
    let before = digests(&db).await;
    let mut file = Vec::new();
    let writer = db.clone();
    let handle = tokio::runtime::Handle::current();
    // In the middle of the copy, of a table that is still to come, in a thread of its own because the copy waits.
    let mut written = false;
    let mut watch = |_: &str, _| {
        if !std::mem::replace(&mut written, true) {
            let (writer, handle) = (writer.clone(), handle.clone());
            let work = async move { run(&writer, "UPDATE recovery_code SET used_at = -1; DELETE FROM body").await };
            std::thread::spawn(move || handle.block_on(work)).join().unwrap();
        }
    };
    let manifest = copy::backup(&db, &mut file, &mut watch).await.unwrap();
    assert!(written);
    assert_eq!(manifest, before);
    assert_ne!(digests(&db).await, before);
}
