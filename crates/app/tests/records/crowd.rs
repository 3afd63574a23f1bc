// SPDX-License-Identifier: AGPL-3.0-or-later
//! Many who look at once: each look is on record before anything is given, and where the record cannot be written
//! nothing is given to anybody.

use crate::office::Office;
use ambito_app::audit::AuditQuery;
use ambito_app::{Error, Viewer};
use ambito_domain::office::Role;
use std::time::Duration;

/// How many look at once.
const CROWD: usize = 64;

/// Looks at the people of the office, many at once; how many were given something.
async fn look(office: &Office, viewer: &Viewer) -> Vec<Result<(), Error>> {
    let looks: Vec<_> = (0..CROWD)
        .map(|_| {
            let (app, viewer) = (office.app.clone(), viewer.clone());
            tokio::spawn(async move { app.list_staff(&viewer).await.map(drop) })
        })
        .collect();
    let mut outcomes = Vec::new();
    for look in looks {
        outcomes.push(look.await.unwrap());
    }
    outcomes
}

async fn looks_on_record(office: &Office, viewer: &Viewer) -> usize {
    let mut query =
        AuditQuery { act: "staff.list".to_owned(), actor: viewer.staff.unwrap().to_string(), ..AuditQuery::default() };
    let mut count = 0;
    loop {
        let page = office.app.search_audit(viewer, &query).await.unwrap();
        count += page.records.len();
        query.before = page.next;
        if page.next.is_none() {
            return count;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_of_many_looks_is_on_record() {
    for office in Office::both().await {
        let viewer = office.viewer("carla", Role::Auditor).await;
        assert!(look(&office, &viewer).await.iter().all(Result::is_ok));
        assert_eq!(looks_on_record(&office, &viewer).await, CROWD);
        let verdict = office.app.verify_audit(&viewer, &[], &mut |_| {}).await.unwrap();
        assert!(verdict.is_whole(), "{verdict:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_record_cannot_be_written_nothing_is_given() {
    for office in Office::both().await {
        let viewer = office.viewer("carla", Role::Auditor).await;
        office.sql("ALTER TABLE audit_record RENAME TO audit_elsewhere").await;
        for outcome in look(&office, &viewer).await {
            assert!(matches!(outcome, Err(Error::Unrecorded(_))), "{outcome:?}");
        }
        office.sql("ALTER TABLE audit_elsewhere RENAME TO audit_record").await;
        assert_eq!(looks_on_record(&office, &viewer).await, 0);
        assert!(look(&office, &viewer).await.iter().all(Result::is_ok), "it is possible again");
        assert_eq!(looks_on_record(&office, &viewer).await, CROWD);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_goes_away_leaves_nobody_waiting() {
    for office in Office::both().await {
        let viewer = office.viewer("carla", Role::Auditor).await;
        for microseconds in (0..2_000).step_by(50) {
            let (app, other) = (office.app.clone(), viewer.clone());
            let gone = tokio::spawn(async move {
                let look = app.list_staff(&other);
                tokio::time::timeout(Duration::from_micros(microseconds), look).await.is_ok()
            });
            let (stayed, gone) = tokio::join!(office.app.list_staff(&viewer), gone);
            stayed.unwrap();
            gone.unwrap();
        }
        assert!(looks_on_record(&office, &viewer).await >= 40);
        let verdict = office.app.verify_audit(&viewer, &[], &mut |_| {}).await.unwrap();
        assert!(verdict.is_whole(), "{verdict:?}");
    }
}
