// SPDX-License-Identifier: AGPL-3.0-or-later
//! Documents that cannot be read, and workers that do not come to an end.

use crate::{Both, demo};
use ambito_app::reviews::{NewFile, Window};
use ambito_domain::review::ReadingState;

#[tokio::test]
async fn what_cannot_be_read_is_told_and_the_worker_goes_on() {
    let both = Both::new().await;
    for office in &both.each {
        let (app, ada) = (&office.app, office.programmer("ada"));
        let file = |name: &str, content: &[u8]| NewFile { name: name.to_owned(), content: content.to_vec() };
        let files = vec![
            file("foto.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
            file("guasto.txt", b"Piano degli obiettivi"),
            file("peg.txt", &demo("peg-2027.txt")),
        ];
        app.upload(&ada, office.bodies["Castelvento"], files).await.unwrap();
        office.work().await;
        let reviews = app.list_reviews(&ada, &Default::default(), None).await.unwrap().reviews;
        let of = |name: &str| reviews.iter().find(|review| review.name == name).unwrap();
        assert_eq!((of("foto.png").state.as_str(), of("peg.txt").state.as_str()), ("failed", "done"));
        let page = office.look(&ada, of("foto.png").document, Window::Start).await;
        let fault = page.reading.fault.unwrap();
        assert!(fault.it.starts_with("non si legge") && fault.en.starts_with("not read"));
        let page = office.look(&ada, of("guasto.txt").document, Window::Start).await;
        assert_eq!(page.reading.state, ReadingState::Failed);
        let fault = page.reading.fault.unwrap();
        assert_eq!(fault.code, "REV001");
        assert!(fault.it != fault.en && !fault.it.starts_with("review-fault"));
    }
}

#[tokio::test]
async fn what_was_begun_is_begun_again() {
    let both = Both::new().await;
    for office in &both.each {
        let (app, ada) = (&office.app, office.programmer("ada"));
        let files = vec![NewFile { name: "peg.txt".to_owned(), content: demo("peg-2027.txt") }];
        app.upload(&ada, office.bodies["Castelvento"], files).await.unwrap();
        // A worker that was killed left it begun.
        let mut tx = app.database().write().await.unwrap();
        let (key, number) = ambito_store::reviews::take_waiting(&mut tx).await.unwrap().unwrap();
        ambito_store::reviews::begin_reading(&mut tx, &key, number, "0", 0).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!app.work_once().await.unwrap(), "another worker has it");
        assert_eq!(app.recover_readings().await.unwrap(), 1);
        office.work().await;
        let page = office.look(&ada, key.id(), Window::Start).await;
        assert_eq!(page.reading.state, ReadingState::Done);
    }
}
