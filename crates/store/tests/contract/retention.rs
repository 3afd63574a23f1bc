// SPDX-License-Identifier: AGPL-3.0-or-later
//! Retention: rules, runs, holds.

use crate::*;
use ambito_domain::office::SessionId;
use ambito_domain::retention::{
    Decision, Hold, HoldId, HoldTarget, Lifted, RetainedKind, RetentionRun, Rule, RunId, RunItem, RunState,
};
use ambito_store::sessions::{self, Session, Stage};
use ambito_store::{Error, retention};

on_both! { rules, runs, holds, what_is_due }

async fn rules(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let defaults: Vec<Rule> = RetainedKind::ALL.into_iter().map(Rule::default_of).collect();
    assert_eq!(retention::list_rules(&mut tx, AREA).await.unwrap(), defaults);
    let rule = Rule { months: 9, basis: Some("delibera".to_owned()), ..Rule::default_of(RetainedKind::Sessions) };
    retention::save_rule(&mut tx, AREA, &rule).await.unwrap();
    assert!(matches!(retention::save_rule(&mut tx, AREA, &rule).await, Err(Error::Stale)));
    let saved = retention::list_rules(&mut tx, AREA).await.unwrap();
    assert!(saved.contains(&Rule { version: 1, ..rule }), "{saved:?}");
    assert_eq!(retention::list_rules(&mut tx, OTHER).await.unwrap(), defaults);
}

async fn runs(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let kept_from = day("2026-01-01");
    let item = RunItem { kind: RetainedKind::Sessions, months: 6, kept_from, due: 4, held: 1, deleted: None };
    let id = RunId(Uuid::from_u128(1));
    let run =
        RetentionRun { id, prepared: at(0), prepared_by: ADA, state: RunState::Prepared, items: vec![item.clone()] };
    retention::insert_run(&mut tx, AREA, &run).await.unwrap();
    assert_eq!(retention::find_run(&mut tx, &all(), id).await.unwrap(), Some(run.clone()));
    assert_eq!(retention::find_run(&mut tx, &keeper(OTHER), id).await.unwrap(), None);
    assert_eq!(retention::find_prepared(&mut tx, &all(), BRUNO).await.unwrap(), Some(id));
    assert_eq!(retention::find_prepared(&mut tx, &all(), ADA).await.unwrap(), None, "who prepared it does not decide");
    let decision = Decision { by: BRUNO, at: at(9) };
    let done = RetentionRun {
        state: RunState::CarriedOut(decision),
        items: vec![RunItem { deleted: Some(3), ..item }],
        ..run
    };
    retention::decide_run(&mut tx, AREA, &done).await.unwrap();
    assert_eq!(retention::list_runs(&mut tx, &all(), 9).await.unwrap(), std::slice::from_ref(&done));
    assert!(matches!(retention::decide_run(&mut tx, AREA, &done).await, Err(Error::Stale)), "decided once");
}

async fn holds(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let hold = |id, target| Hold {
        id: HoldId(Uuid::from_u128(id)),
        target,
        reason: "ricorso".to_owned(),
        placed: at(i64::try_from(id).unwrap()),
        placed_by: BRUNO,
        lifted: None,
    };
    let kinds = [HoldTarget::Person(ADA), HoldTarget::Record(TOWN.0), HoldTarget::Kind(RetainedKind::Tokens)];
    for (target, id) in kinds.into_iter().zip(1..) {
        let hold = hold(id, target);
        retention::insert_hold(&mut tx, AREA, &hold).await.unwrap();
        assert_eq!(retention::find_hold(&mut tx, &all(), hold.id).await.unwrap(), Some(hold));
    }
    assert_eq!(retention::list_holds(&mut tx, &all()).await.unwrap().len(), 3);
    assert_eq!(retention::list_holds_of(&mut tx, &all(), ADA).await.unwrap().len(), 1);
    let lifted = Lifted { at: at(50), by: ADA, reason: "chiuso".to_owned() };
    let id = HoldId(Uuid::from_u128(3));
    retention::lift_hold(&mut tx, AREA, id, &lifted).await.unwrap();
    assert_eq!(retention::find_hold(&mut tx, &all(), id).await.unwrap().unwrap().lifted, Some(lifted.clone()));
    assert!(retention::lift_hold(&mut tx, AREA, id, &lifted).await.is_err(), "lifted once");
    assert_eq!(retention::list_holds(&mut tx, &all()).await.unwrap()[2].id, id, "those in force first");
}

async fn what_is_due(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    for id in 1..=3_u8 {
        let session = Session {
            id: SessionId(Uuid::from_u128(id.into())),
            staff: if id == 3 { BRUNO } else { ADA },
            stage: Stage::Full,
            created: at(0),
            seen: at(0),
            expires: at(10),
            ended: Some(at(5)),
            address: String::new(),
            agent: String::new(),
        };
        sessions::insert(&mut tx, AREA, &[id; 32], &session).await.unwrap();
    }
    let hold = Hold {
        id: HoldId(Uuid::from_u128(1)),
        target: HoldTarget::Person(BRUNO),
        reason: "ricorso".to_owned(),
        placed: at(0),
        placed_by: ADA,
        lifted: None,
    };
    retention::insert_hold(&mut tx, AREA, &hold).await.unwrap();
    let later = day("2030-01-01");
    let due = retention::count(&mut tx, AREA, RetainedKind::Sessions, later).await.unwrap();
    assert_eq!((due.due, due.held), (2, 1), "what is held is not due");
    let (gone, _) = retention::delete(&mut tx, AREA, RetainedKind::Sessions, later, at(99)).await.unwrap();
    assert_eq!(gone, 2);
    assert!(sessions::find(&mut tx, AREA, &[3; 32]).await.unwrap().is_some());
}
