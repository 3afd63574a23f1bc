// SPDX-License-Identifier: AGPL-3.0-or-later
//! Transactions that are given up leave nothing behind, at whatever moment.

use crate::{AREA, Office, TOP, on_both};
use ambito_domain::office::{Sight, keeper};
use ambito_store::bodies;
use std::time::Duration;

on_both! { given_up_while_it_begins, a_question_by_itself_sees_what_was_committed }

fn all() -> Sight {
    keeper(AREA)
}

async fn given_up_while_it_begins(office: Office) {
    // More often than there are connections, and after different times: before, while and after the database answers.
    for microseconds in (0..1_500).step_by(25) {
        let reading = async {
            let mut tx = office.db.read().await.unwrap();
            bodies::find(&mut tx, &all(), TOP).await.unwrap();
        };
        // Whether it ends in time is chance.
        let _ = tokio::time::timeout(Duration::from_micros(microseconds), reading).await;
    }
    // Each connection can write, and none has an old state in front of it.
    for round in 0..12 {
        let mut tx = office.db.write().await.unwrap();
        let mut body = bodies::find(&mut tx, &all(), TOP).await.unwrap().unwrap();
        body.name = format!("Ente {round}");
        bodies::update(&mut tx, AREA, &body).await.unwrap();
        tx.commit().await.unwrap();
        let mut all_at_once = Vec::new();
        for _ in 0..4 {
            let mut tx = office.db.ask().await.unwrap();
            let found = bodies::find(&mut tx, &all(), TOP).await.unwrap().unwrap();
            assert_eq!(found.name, body.name);
            all_at_once.push(tx);
        }
    }
}

async fn a_question_by_itself_sees_what_was_committed(office: Office) {
    let mut asking = office.db.ask().await.unwrap();
    let mut tx = office.db.write().await.unwrap();
    let mut body = bodies::find(&mut tx, &all(), TOP).await.unwrap().unwrap();
    let before = body.name.clone();
    body.name = "Un altro nome".to_owned();
    bodies::update(&mut tx, AREA, &body).await.unwrap();
    assert_eq!(bodies::find(&mut asking, &all(), TOP).await.unwrap().unwrap().name, before);
    tx.commit().await.unwrap();
    assert_eq!(bodies::find(&mut asking, &all(), TOP).await.unwrap().unwrap().name, body.name);
}
