// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who may read the record, what a search finds, and a file that is verified alone.

use crate::office::Office;
use ambito_app::audit::{AuditQuery, verify_file};
use ambito_app::{Error, Viewer};
use ambito_domain::office::Role;

#[tokio::test]
async fn only_who_has_the_right_reads_or_takes_out() {
    for office in Office::both().await {
        for role in Role::ALL {
            let viewer = office.viewer("carla", role).await;
            let may_read = matches!(role, Role::Manager | Role::Auditor);
            let found = office.app.search_audit(&viewer, &AuditQuery::default()).await;
            assert_eq!(found.is_ok(), may_read, "{role:?}");
            assert!(may_read || matches!(found, Err(Error::Denied(_))));
            assert_eq!(office.app.verify_audit(&viewer, &[], &mut |_| {}).await.is_ok(), may_read, "{role:?}");
            assert_eq!(office.app.anchor_audit(&viewer).await.is_ok(), may_read, "{role:?}");
            assert_eq!(office.app.export_audit(&viewer).await.is_ok(), role == Role::Auditor, "{role:?}");
        }
    }
}

#[tokio::test]
async fn a_search_finds_by_each_field_and_is_recorded() {
    for office in Office::both().await {
        let (ada, carla) = (office.viewer("ada", Role::Manager).await, office.viewer("carla", Role::Auditor).await);
        office.app.list_staff(&ada).await.unwrap();
        office.wait_days(3);
        office.app.list_staff(&carla).await.unwrap();
        let count = async |query: AuditQuery| office.app.search_audit(&carla, &query).await.unwrap().records.len();
        let query = AuditQuery::default;
        let by_ada = AuditQuery { actor: ada.staff.unwrap().to_string(), ..query() };
        assert_eq!(count(by_ada.clone()).await, 1);
        assert_eq!(count(AuditQuery { act: "area.load".to_owned(), ..query() }).await, 1);
        assert_eq!(count(AuditQuery { kind: "administration".to_owned(), ..query() }).await, 1);
        assert_eq!(count(AuditQuery { object: office.area.to_string(), ..query() }).await, 1);
        assert_eq!(count(AuditQuery { subject: ada.staff.unwrap().to_string(), ..query() }).await, 0);
        assert_eq!(count(AuditQuery { to: "10/01/2027".to_owned(), ..by_ada.clone() }).await, 1);
        assert_eq!(count(AuditQuery { from: "2027-01-11".to_owned(), ..by_ada }).await, 0);
        let own = AuditQuery { act: "audit.search".to_owned(), ..query() };
        let found = office.app.search_audit(&carla, &own).await.unwrap();
        assert_eq!(found.records.len(), 7);
        assert_eq!(found.records[0].detail, "fields=actor,from records=0");
        let wrong = AuditQuery { from: "ieri".to_owned(), kind: "x".to_owned(), ..query() };
        let Err(Error::Invalid(faults)) = office.app.search_audit(&carla, &wrong).await else { panic!("refused") };
        assert_eq!(faults.iter().map(|fault| fault.field).collect::<Vec<_>>(), ["kind", "from"]);
    }
}

#[tokio::test]
async fn pages_follow_each_other_without_a_gap() {
    for office in Office::both().await {
        let carla = office.viewer("carla", Role::Auditor).await;
        for _ in 0..119 {
            office.app.anchor_audit(&carla).await.unwrap();
        }
        let mut query = AuditQuery { act: "audit.anchor".to_owned(), ..AuditQuery::default() };
        let mut numbers = Vec::new();
        loop {
            let page = office.app.search_audit(&carla, &query).await.unwrap();
            numbers.extend(page.records.iter().map(|record| record.seq));
            query.before = page.next;
            if page.next.is_none() {
                break;
            }
        }
        assert_eq!(numbers.len(), 119);
        assert!(numbers.windows(2).all(|pair| pair[0] == pair[1] + 1));
    }
}

#[tokio::test]
async fn a_file_is_the_same_chain() {
    for office in Office::both().await {
        let carla = office.viewer("carla", Role::Auditor).await;
        for _ in 0..1010 {
            office.app.anchor_audit(&Viewer::keeper(office.area, "prova".to_owned())).await.unwrap();
        }
        let mut export = office.app.export_audit(&carla).await.unwrap();
        let mut text = String::new();
        while let Some(lines) = export.next().await.unwrap() {
            text.push_str(&lines);
        }
        let verdict = verify_file(text.as_bytes(), &[], |_| {}).unwrap().remove(0);
        assert!(verdict.is_whole(), "{verdict:?}");
        assert_eq!(verdict.records, export.count());
        let in_place = office.app.verify_audit(&carla, &[], &mut |_| {}).await.unwrap();
        assert_eq!((verdict.records, verdict.head), (in_place.records, in_place.head));
        let edited = text.replacen("audit.anchor", "audit.search", 1);
        assert_eq!(verify_file(edited.as_bytes(), &[], |_| {}).unwrap()[0].faults_total, 1);
    }
}
