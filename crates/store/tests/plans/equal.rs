// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is filed comes back equal: every record, every value, and the pinned JSON made from them.

use crate::{AREA, Both, TOWN, file, files, json, read};
use ambito_domain::office::keeper;
use ambito_exchange::{Reading, Source};
use ambito_store::plans::{self, Counts};
use std::path::PathBuf;

async fn check(paths: Vec<PathBuf>) {
    assert!(!paths.is_empty());
    let both = Both::new().await;
    for (number, path) in (10..).zip(paths) {
        let source = read(&path);
        let draft = &source.reading.draft;
        for db in &both.each {
            let key = file(db, TOWN, number, draft).await;
            let mut tx = db.read().await.unwrap();
            let back = plans::load_draft(&mut tx, &keeper(AREA), key.plan(), None).await.unwrap().unwrap();
            assert!(back == *draft, "{}: what came back differs", path.display());
            let version = plans::find_version(&mut tx, &keeper(AREA), key.plan(), None).await.unwrap().unwrap();
            let origin = plans::find_origin(&mut tx, &keeper(AREA), key.plan(), Some(1)).await.unwrap().unwrap();
            assert_eq!((origin.document, origin.reading), (version.document, None));
            assert_eq!(version.counts, Counts::of(draft), "{}", path.display());
            let again =
                Source { reading: Reading { draft: back, ..source.reading.clone() }, blocks: source.blocks.clone() };
            assert!(json(&again) == json(&source), "{}: the JSON differs", path.display());
        }
    }
}

#[tokio::test]
async fn the_demonstration_comes_back_as_it_was_read() {
    check(files("demo/documenti", &["txt", "md"]).unwrap()).await;
}

#[tokio::test]
async fn other_shapes_come_back_as_they_were_read() {
    check(files("tests/shapes", &["txt", "md", "html", "xlsx", "docx"]).unwrap()).await;
}

#[tokio::test]
async fn the_real_documents_come_back_as_they_were_read() {
    if let Some(paths) = files("../shared/documents", &["txt"]) {
        assert_eq!(paths.len(), 5);
        check(paths).await;
    }
}
