// SPDX-License-Identifier: AGPL-3.0-or-later
//! Files that are not what was written: refused, with the table named, and nothing is put in.

use crate::{backup, digests, fill, is_empty, restore, sqlite};
use ambito_store::copy::{self, Error};
use ambito_store::{Db, SCHEMA_VERSION};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::io::{Read as _, Write as _};
use std::path::Path;

/// A copy, unpacked.
async fn plain(folder: &Path) -> Vec<u8> {
    let source = sqlite(folder, "source").await;
    fill(&source).await;
    let mut plain = Vec::new();
    GzDecoder::new(backup(&source).await.0.as_slice()).read_to_end(&mut plain).unwrap();
    plain
}

fn packed(plain: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(plain).unwrap();
    encoder.finish().unwrap()
}

/// The same bytes with one text in place of another, once.
fn edited(plain: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = plain.windows(from.len()).position(|window| window == from).unwrap();
    packed(&[&plain[..at], to, &plain[at + from.len()..]].concat())
}

/// What is said of a file, which leaves the database empty.
async fn refusal(file: &[u8], db: &Db) -> Error {
    let error = restore(file, db).await.unwrap_err();
    assert!(is_empty(&digests(db).await));
    let verified = copy::verify(file, &mut |_, _| {}).await.unwrap_err();
    assert_eq!(error.to_string(), verified.to_string());
    error
}

#[tokio::test]
async fn an_edited_file_is_refused_with_the_table() {
    let folder = tempfile::tempdir().unwrap();
    let (plain, db) = (plain(folder.path()).await, sqlite(folder.path(), "target").await);
    let check = async |from: &str, to: &str, expected: &str| {
        let error = refusal(&edited(&plain, from.as_bytes(), to.as_bytes()), &db).await;
        assert_eq!(error.to_string(), expected, "{from} → {to}");
    };
    let damaged = |table: &str| format!("the copy is damaged in the table {table}");
    check("Valdoro", "Valdora", &damaged("area")).await;
    check("1861-03-17", "1861-03-18", &damaged("body")).await;
    check("\"rows\":3000", "\"rows\":2999", &damaged("recovery_code")).await;
    check("{\"table\":\"staff\"", "{\"table\":\"stuff\"", "the table stuff has other columns than at this schema")
        .await;
    check("\"login\"", "\"logon\"", &damaged("staff")).await;
    let schema = |number: i64| format!("{{\"schema\":{number},\"tables\"");
    check(&schema(SCHEMA_VERSION), &schema(SCHEMA_VERSION + 1), "the copy is damaged at its beginning or end").await;
    let found = SCHEMA_VERSION + 1;
    let newer = format!("it has schema {found}, this program knows up to {SCHEMA_VERSION}");
    check(&format!("{{\"schema\":{SCHEMA_VERSION}}}"), &format!("{{\"schema\":{found}}}"), &newer).await;
    check("copy/1\n", "copy/2\n", "the copy has layout 2, which this program does not know").await;
    check("ambito-copy/1\n", "another-copy/1\n", "the file is no copy of an Ambito database").await;
}

#[tokio::test]
async fn a_file_cut_anywhere_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (plain, db) = (plain(folder.path()).await, sqlite(folder.path(), "target").await);
    let file = packed(&plain);
    for part in 0..40 {
        refusal(&file[..file.len() * part / 40], &db).await;
        refusal(&packed(&plain[..plain.len() * part / 40]), &db).await;
    }
    refusal(&file[..file.len() - 1], &db).await;
    refusal(&[file.as_slice(), b"x"].concat(), &db).await;
    refusal(&packed(&[plain.as_slice(), b"x"].concat()), &db).await;
    for at in (0..file.len()).step_by(file.len() / 50) {
        // The second to the tenth byte of the packing are its date and system, which nobody reads.
        if !(3..10).contains(&at) {
            let mut changed = file.clone();
            changed[at] ^= 0x10;
            refusal(&changed, &db).await;
        }
    }
    assert!(restore(&file, &db).await.is_ok());
}

#[tokio::test]
async fn a_table_left_out_or_put_in_twice_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (plain, db) = (plain(folder.path()).await, sqlite(folder.path(), "target").await);
    let at = |text: &str| plain.windows(text.len()).position(|window| window == text.as_bytes()).unwrap();
    let (from, to) = (at("{\"table\":\"staff\""), at("{\"table\":\"position\""));
    let without = packed(&[&plain[..from], &plain[to..]].concat());
    let twice = packed(&[&plain[..to], &plain[from..]].concat());
    assert_eq!(refusal(&without, &db).await.to_string(), "the copy is damaged in the table staff");
    // What should stand where the second one stands.
    assert_eq!(refusal(&twice, &db).await.to_string(), "the copy is damaged in the table position");
    assert_eq!(restore(b"PK\x03\x04", &db).await.unwrap_err().to_string(), "the file is no copy of an Ambito database");
    assert_eq!(restore(b"", &db).await.unwrap_err().to_string(), "the file is no copy of an Ambito database");
}
