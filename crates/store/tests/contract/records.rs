// SPDX-License-Identifier: AGPL-3.0-or-later
//! The chain of records.

use crate::*;
use ambito_domain::audit::{Event, Kind, ORIGIN, digest_of};
use ambito_store::audit::{self, Filter, Row};

on_both! { chain, search, cut }

fn event(number: i64) -> Event {
    Event {
        at: at(number),
        kind: if number % 2 == 0 { Kind::Write } else { Kind::Reading },
        act: if number % 2 == 0 { "body.save" } else { "staff.read" },
        actor: Some(ADA),
        actor_name: format!("Ada {number}"),
        source: "10.0.0.1".to_owned(),
        object: Some(TOWN.0),
        subject: (number % 2 == 1).then_some(BRUNO),
        purpose: (number == 3).then(|| "verifica".to_owned()),
        detail: String::new(),
    }
}

async fn filled(office: &Office) {
    for number in 1..=2 {
        let mut tx = office.db.write().await.unwrap();
        audit::append(&mut tx, AREA, &event(number)).await.unwrap();
        tx.commit().await.unwrap();
    }
    let mut tx = office.db.write().await.unwrap();
    audit::append_all(&mut tx, AREA, &[]).await.unwrap();
    audit::append_all(&mut tx, AREA, &[event(3), event(4), event(5)]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn chain(office: Office) {
    filled(&office).await;
    let mut tx = office.db.read().await.unwrap();
    assert_eq!(audit::count(&mut tx, &all()).await.unwrap(), 5);
    assert_eq!(audit::count(&mut tx, &keeper(OTHER)).await.unwrap(), 0);
    let mut previous = ORIGIN;
    let rows = [
        audit::list_after(&mut tx, &all(), None, 3).await.unwrap(),
        audit::list_after(&mut tx, &all(), Some(3), 3).await.unwrap(),
    ];
    for (row, number) in rows.concat().into_iter().zip(1..) {
        let Row::Record(record, digest) = row else { panic!("a record cannot be read") };
        assert_eq!((record.seq, record.previous), (number, previous));
        assert_eq!(digest_of(AREA, &record), digest);
        previous = digest;
    }
    let head = audit::find_head(&mut tx, AREA).await.unwrap().unwrap();
    assert_eq!((head.seq, head.digest), (5, previous));
    let writer = audit::find_last_writer(&mut tx, AREA, TOWN.0).await.unwrap();
    assert_eq!(writer.as_deref(), Some("Ada 4"), "readings are no writings");
    assert_eq!(audit::find_last_writer(&mut tx, AREA, TOP.0).await.unwrap(), None);
}

async fn search(office: Office) {
    filled(&office).await;
    let mut tx = office.db.read().await.unwrap();
    let mut numbers = async |filter: Filter, before: Option<i64>, most: i64| -> Vec<i64> {
        let found = audit::list(&mut tx, &all(), &filter, before, most).await.unwrap();
        found.into_iter().map(|(record, _)| record.seq).collect()
    };
    assert_eq!(numbers(Filter::default(), None, 2).await, [5, 4]);
    assert_eq!(numbers(Filter::default(), Some(4), 9).await, [3, 2, 1]);
    assert_eq!(numbers(Filter { kind: Some(Kind::Write), ..Filter::default() }, None, 9).await, [4, 2]);
    assert_eq!(numbers(Filter { subject: Some(BRUNO), ..Filter::default() }, None, 9).await, [5, 3, 1]);
    assert_eq!(numbers(Filter { actor: Some(BRUNO), ..Filter::default() }, None, 9).await, Vec::<i64>::new());
    assert_eq!(numbers(Filter { act: Some("body.save".to_owned()), ..Filter::default() }, None, 9).await, [4, 2]);
    assert_eq!(
        numbers(Filter { object: Some(TOWN.0), from: Some(at(2)), until: Some(at(4)), ..Filter::default() }, None, 9)
            .await,
        [3, 2]
    );
    let mut tx = office.db.read().await.unwrap();
    let of_bruno = audit::list_of_person(&mut tx, &all(), BRUNO, None, 9).await.unwrap();
    assert_eq!(of_bruno.len(), 3);
}

async fn cut(office: Office) {
    filled(&office).await;
    let mut tx = office.db.write().await.unwrap();
    let (gone, base) = audit::cut(&mut tx, AREA, 3).await.unwrap();
    assert_eq!((gone, base.is_some()), (2, true));
    assert_eq!(audit::count(&mut tx, &all()).await.unwrap(), 3);
    let head = audit::find_head(&mut tx, AREA).await.unwrap().unwrap();
    assert_eq!((head.seq, head.base.seq), (5, 2));
}
