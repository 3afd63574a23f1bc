// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which versions can be put beside each other, and where their lines stand.

use crate::{AMBIT, AREA, Both, TOWN, day, file};
use ambito_base::{Date, Period, Uuid};
use ambito_domain::office::{BodyId, DocumentId, Duty, Reach, Right, Role, Seat, Sight, Standing, authorise, keeper};
use ambito_domain::planning::{Family, PlanDraft};
use ambito_store::plans::{self, Filing, NewDocument, Place};

fn draft(family: Family, from: &str) -> PlanDraft {
    let from: Option<Date> = Some(day(from));
    PlanDraft { family: Some(family), period: Period { from, to: None }, ..PlanDraft::default() }
}

fn sight_of(body: BodyId) -> Sight {
    let duty = Duty { role: Role::Evaluator, body, reach: Reach::Body, bodies: [body].into(), seat: Seat::Below };
    authorise(&Standing { area: AREA, duties: vec![duty], only: None }, Right::ReadPlans).unwrap()
}

#[tokio::test]
async fn what_can_be_compared_is_of_the_same_body_and_the_kin_stand_first() {
    let both = Both::new().await;
    for db in &both.each {
        let this = file(db, TOWN, 31, &draft(Family::ZonePlan, "2027-01-01")).await;
        let before = file(db, TOWN, 32, &draft(Family::ZonePlan, "2024-01-01")).await;
        let other = file(db, TOWN, 33, &draft(Family::Peg, "2026-01-01")).await;
        file(db, AMBIT, 34, &draft(Family::ZonePlan, "2026-01-01")).await;
        let mut tx = db.write().await.unwrap();
        let (at, all) = (ambito_base::Timestamp::UNIX_EPOCH, keeper(AREA));
        let document = DocumentId(Uuid::from_u128(35));
        let new = NewDocument {
            id: document,
            body: TOWN,
            name: "piano.pdf",
            sha256: &[35; 32],
            format: "pdf",
            content: b"piano",
            added: at,
            added_by: None,
        };
        plans::insert_document(&mut tx, AREA, &new).await.unwrap();
        let second = plans::advance_plan(&mut tx, AREA, this.plan(), "Piano", at).await.unwrap();
        let place = |line, page| Place { line, at_line: line, sheet: None, page: Some(page), row: None };
        let places = [place(1, 1), place(5, 1), place(9, 2)];
        let newer = draft(Family::ZonePlan, "2027-01-01");
        let filing = Filing { document, at, by: None, reading: None, corrections: 0, draft: &newer, places: &places };
        plans::insert_version(&mut tx, second, &filing).await.unwrap();
        let side = plans::find_side(&mut tx, &all, this.plan(), None).await.unwrap().unwrap();
        assert_eq!((side.key, side.latest, side.format.as_str()), (second, 2, "pdf"));
        assert_eq!(side.body_name, "Castelvento");
        let wanted = [(this.plan(), Some(1)), (this.plan(), None)];
        let [first, latest] = plans::find_pair(&mut tx, &all, wanted).await.unwrap();
        assert_eq!((first.map(|side| side.key), latest), (Some(this), Some(side.clone())));
        let hidden = plans::find_pair(&mut tx, &sight_of(AMBIT), wanted).await.unwrap();
        assert_eq!(hidden, [None, None], "not in sight");
        let comparable = plans::list_comparable(&mut tx, &all, &side).await.unwrap();
        let keys: Vec<_> = comparable.iter().map(|side| side.key).collect();
        assert_eq!(keys, [this, before, other], "its other version, its kin, the others of the body");
        let found = plans::find_side(&mut tx, &sight_of(AMBIT), this.plan(), Some(1)).await.unwrap();
        assert_eq!(found, None, "not in sight");
        assert_eq!(plans::list_sides(&mut tx, &all).await.unwrap().len(), 4, "one a plan");
        assert_eq!(plans::list_sides(&mut tx, &sight_of(AMBIT)).await.unwrap().len(), 1);
        assert_eq!(plans::list_places_of(&mut tx, &second, &[5, 9]).await.unwrap(), places[1..]);
        assert_eq!(plans::list_places_of(&mut tx, &second, &[]).await.unwrap(), []);
    }
}
