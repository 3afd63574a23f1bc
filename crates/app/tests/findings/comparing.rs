// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two plans beside each other: which are offered, who sees them, who sees the people in them.

use crate::{Both, Office};
use ambito_app::{Error, Taken, Viewer};
use ambito_base::{Date, Period, Uuid};
use ambito_domain::office::{DocumentId, PlanId};
use ambito_domain::planning::{Effort, Family, Node, PlanDraft};
use ambito_store::plans::{self, Filing, NewDocument, Plan};

/// Files a plan of a body that is in force from a day on, with a person in it.
async fn file(office: &Office, number: u8, body: &str, from: &str) -> PlanId {
    let from: Option<Date> = Some(from.parse().unwrap());
    let draft = PlanDraft {
        family: Some(Family::ZonePlan),
        period: Period { from, to: None },
        nodes: vec![Node { title: Some("Sportello".into()), line: 1, ..Node::default() }],
        efforts: vec![Effort { node: None, person: "Aldo Prova".into(), relation: None, share: None, line: 2 }],
        ..PlanDraft::default()
    };
    let (document, at) = (DocumentId(Uuid::from_u128(number.into())), office.app.now());
    let mut tx = office.app.database().write().await.unwrap();
    let new = NewDocument {
        id: document,
        body: office.bodies[body],
        name: "piano.txt",
        sha256: &[number; 32],
        format: "text",
        content: b"piano",
        added: at,
        added_by: None,
    };
    plans::insert_document(&mut tx, office.area, &new).await.unwrap();
    let plan = Plan {
        id: PlanId(Uuid::from_u128(number.into())),
        body: office.bodies[body],
        title: format!("Piano {number}"),
        family: draft.family,
        period: draft.period,
        latest: 1,
        filed: at,
        version: 1,
    };
    let key = plans::insert_plan(&mut tx, office.area, &plan).await.unwrap();
    let filing = Filing { document, at, by: None, reading: None, corrections: 0, draft: &draft, places: &[] };
    plans::insert_version(&mut tx, key, &filing).await.unwrap();
    tx.commit().await.unwrap();
    plan.id
}

#[tokio::test]
async fn last_years_plan_is_offered_and_people_need_their_right() {
    let both = Both::new().await;
    for office in &both.each {
        let this = file(office, 1, "Castelvento", "2027-01-01").await;
        let older = file(office, 2, "Castelvento", "2021-01-01").await;
        let last = file(office, 3, "Castelvento", "2024-01-01").await;
        let far = file(office, 4, "Roccabruna", "2026-01-01").await;
        let (app, ada, bruno) = (&office.app, office.person("ada"), office.person("bruno"));
        let found = app.list_comparable(&ada, Some((this, None))).await.unwrap();
        assert_eq!(found.likely.unwrap().key.plan(), last);
        let others: Vec<PlanId> = found.others.iter().map(|side| side.key.plan()).collect();
        assert_eq!(others, [last, older], "of the same body");
        let any = app.list_comparable(&ada, None).await.unwrap();
        assert_eq!(any.others.len(), 4);
        let proposed = any.proposed.unwrap();
        assert_eq!(
            proposed.map(|side| side.body_name),
            ["Castelvento", "Castelvento"],
            "of one body, not the last filed"
        );
        for alone in [older, far] {
            let found = app.list_comparable(&ada, Some((alone, None))).await.unwrap();
            assert_eq!(found.likely, None, "nothing was before it");
        }
        assert_eq!(app.list_comparable(&bruno, None).await.unwrap().others.len(), 3);
        let pair = app.get_pair(&ada, (last, None), (this, Some(1))).await.unwrap();
        assert_eq!((pair.old.draft.efforts.len(), pair.new.draft.efforts.len(), pair.hidden), (1, 1, 0));
        assert_eq!(office.records("plan.people").await, 2, "both readings are on record");
        let pair = app.get_pair(&bruno, (last, None), (this, None)).await.unwrap();
        assert_eq!((pair.old.draft.efforts.len(), pair.new.draft.efforts.len(), pair.hidden), (0, 0, 2));
        assert_eq!(office.records("plan.people").await, 2, "nothing was given");
        app.begin_comparison_export(&bruno, &pair, 7, Taken::File).await.unwrap();
        assert_eq!(office.records("list.export").await, 1);
        assert!(app.begin_comparison_export(&office.person("carla"), &pair, 7, Taken::File).await.is_err());
        let refused = app.get_pair(&bruno, (far, None), (this, None)).await;
        assert!(matches!(refused, Err(Error::Absent(_))), "{refused:?}");
        let refused = app.get_pair(&office.person("dario"), (last, None), (this, None)).await;
        assert!(matches!(refused, Err(Error::Denied(_))));
        assert!(app.list_comparable(&Viewer::public(office.area, String::new()), None).await.is_err());
        let side = pair.new.side;
        assert_eq!(app.list_line_places(&bruno, &side, &[1, 2]).await.unwrap(), [], "lines of plain text");
        assert!(app.list_line_places(&office.person("carla"), &side, &[1]).await.is_err());
    }
}
