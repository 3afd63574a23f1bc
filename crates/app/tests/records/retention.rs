// SPDX-License-Identifier: AGPL-3.0-or-later
//! Keeping and deleting: two people, holds, and a chain whose beginning goes with a run.

use crate::office::Office;
use ambito_app::audit::{Anchor, AnchorState, AuditQuery, Wrong};
use ambito_app::retention::{HoldInput, RetainedKind, RuleInput, RunState};
use ambito_app::{Error, Viewer};
use ambito_domain::office::Role;

/// Sessions, a link, a token and a document that ended long ago, and some that did not.
async fn old_things(office: &Office) {
    let (area, dario) = (office.id(office.area.0), office.id(office.person("dario").await.0));
    let ada = office.id(office.person("ada").await.0);
    for (number, staff) in [(1, &dario), (2, &dario), (3, &ada), (4, &ada)] {
        let (digest, id) = (office.bytes(&format!("{number:064x}")), office.id(ambito_base::Uuid::from_u128(number)));
        let end = if number == 4 { 9_000_000_000_000_000_i64 } else { 1_700_000_000_000_000 };
        office
            .sql(&format!(
                "INSERT INTO session (area, digest, id, staff, stage, created_at, seen_at, expires_at, address, agent) \
                 VALUES ({area}, {digest}, {id}, {staff}, 'full', 0, 0, {end}, '', '')"
            ))
            .await;
        office
            .sql(&format!(
                "INSERT INTO one_time_link (area, digest, staff, created_at, expires_at) \
                 VALUES ({area}, {digest}, {staff}, 0, {end})"
            ))
            .await;
        office
            .sql(&format!(
                "INSERT INTO api_token (area, digest, id, staff, name, scope, created_at, expires_at) \
                 VALUES ({area}, {digest}, {id}, {staff}, 'prova', '', 0, {end})"
            ))
            .await;
    }
    let (file, digest) = (office.id(ambito_base::Uuid::from_u128(77)), office.bytes(&"0d".repeat(32)));
    office
        .sql(&format!(
            "INSERT INTO document (area, id, body, name, sha256, format, size_bytes, content, added_at) \
             SELECT area, {file}, id, 'prova.txt', {digest}, 'text', 32, {digest}, 1700000000000000 FROM body \
             WHERE parent IS NULL"
        ))
        .await;
    office.sql(&format!("UPDATE staff SET left_on = '2024-06-30' WHERE id = {dario}")).await;
}

fn due(counts: &[(RetainedKind, u64)]) -> Vec<u64> {
    counts.iter().map(|(_, count)| *count).collect()
}

async fn whole(office: &Office) -> bool {
    let keeper = Viewer::keeper(office.area, "prova".to_owned());
    office.app.verify_audit(&keeper, &[], &mut |_| {}).await.unwrap().is_whole()
}

#[tokio::test]
async fn one_prepares_and_another_decides() {
    for office in Office::both().await {
        old_things(&office).await;
        let (ada, elsa) = (office.viewer("ada", Role::Manager).await, office.viewer("elsa", Role::Manager).await);
        let app = &office.app;
        let id = app.prepare_run(&ada).await.unwrap();
        assert!(
            matches!(app.prepare_run(&elsa).await, Err(Error::Invalid(faults)) if faults[0].key == "retention-run-waits")
        );
        let view = app.get_run(&elsa, id).await.unwrap();
        // In the order of the kinds: sessions, links, tokens, documents, people, holds, records.
        assert_eq!(due(&view.seen()), [3, 3, 3, 1, 1, 0, 0]);
        let own = app.carry_out_run(&ada, id, &view.seen()).await;
        assert!(matches!(own, Err(Error::Invalid(faults)) if faults[0].key == "retention-same-person"));
        let other = vec![(RetainedKind::Sessions, 99)];
        assert!(matches!(app.carry_out_run(&elsa, id, &other).await, Err(Error::Stale)));
        assert_eq!(app.get_run(&elsa, id).await.unwrap().now, view.now, "nothing was deleted");

        app.carry_out_run(&elsa, id, &view.seen()).await.unwrap();
        let after = app.get_run(&ada, id).await.unwrap();
        assert!(matches!(after.run.state, RunState::CarriedOut(decision) if Some(decision.by) == elsa.staff));
        let deleted: Vec<Option<u64>> = after.run.items.iter().map(|item| item.deleted).collect();
        // The person's own sessions, links and tokens went before them.
        assert_eq!(deleted, [3, 3, 3, 1, 1, 0, 0].map(Some));
        // Sent twice by the same person, it was done once.
        app.carry_out_run(&elsa, id, &view.seen()).await.unwrap();
        let people = app.list_staff(&ada).await.unwrap();
        assert!(people.iter().all(|person| person.login != "dario"));
        let cleared = people.iter().find(|person| person.name.starts_with("ex-")).unwrap();
        assert_eq!((&cleared.login, cleared.email.as_deref()), (&cleared.name, None));
        let again = app.prepare_run(&ada).await.unwrap();
        assert_eq!(due(&app.get_run(&ada, again).await.unwrap().seen()), [0; 7]);
        assert!(whole(&office).await);
    }
}

#[tokio::test]
async fn a_refusal_has_a_reason_and_deletes_nothing() {
    for office in Office::both().await {
        old_things(&office).await;
        let (ada, elsa) = (office.viewer("ada", Role::Manager).await, office.viewer("elsa", Role::Manager).await);
        let id = office.app.prepare_run(&ada).await.unwrap();
        assert!(matches!(office.app.refuse_run(&elsa, id, "  ").await, Err(Error::Invalid(_))));
        assert!(matches!(office.app.refuse_run(&ada, id, "no").await, Err(Error::Invalid(_))));
        office.app.refuse_run(&elsa, id, "un ricorso in corso").await.unwrap();
        let view = &office.app.list_runs(&ada).await.unwrap()[0];
        assert!(matches!(&view.run.state, RunState::Refused(_, why) if why == "un ricorso in corso"));
        assert_eq!(view.names.len(), 2);
        let again = office.app.prepare_run(&ada).await.unwrap();
        assert_eq!(due(&office.app.get_run(&ada, again).await.unwrap().seen()), [3, 3, 3, 1, 1, 0, 0]);
    }
}

#[tokio::test]
async fn a_hold_keeps_until_it_is_lifted() {
    for office in Office::both().await {
        old_things(&office).await;
        let (ada, elsa) = (office.viewer("ada", Role::Manager).await, office.viewer("elsa", Role::Manager).await);
        let app = &office.app;
        let id = app.prepare_run(&ada).await.unwrap();
        let person = office.person("dario").await.to_string();
        let input = |person: &str, record: &str, kind: &str| HoldInput {
            person: person.to_owned(),
            record: record.to_owned(),
            kind: kind.to_owned(),
            reason: "ricorso 12/2027".to_owned(),
        };
        let on_person = app.place_hold(&ada, &input(&person, "", "")).await.unwrap();
        let record = ambito_base::Uuid::from_u128(3).to_string();
        app.place_hold(&ada, &input("", &record, "")).await.unwrap();
        let view = app.get_run(&elsa, id).await.unwrap();
        assert_eq!(due(&view.seen()), [0, 1, 0, 1, 0, 0, 0]);
        assert_eq!(view.now.iter().map(|now| now.held).collect::<Vec<_>>(), [3, 2, 3, 0, 1, 0, 0]);
        assert_eq!(
            due(&view.run.items.iter().map(|item| (item.kind, item.due)).collect::<Vec<_>>()),
            [3, 3, 3, 1, 1, 0, 0]
        );
        app.place_hold(&ada, &input("", "", "links")).await.unwrap();
        assert!(matches!(app.carry_out_run(&elsa, id, &view.seen()).await, Err(Error::Stale)), "a count differs now");
        app.lift_hold(&elsa, on_person, "chiuso").await.unwrap();
        assert!(matches!(app.lift_hold(&elsa, on_person, "chiuso").await, Err(Error::Stale)));
        let view = app.get_run(&elsa, id).await.unwrap();
        assert_eq!(due(&view.seen()), [2, 0, 2, 1, 1, 0, 0]);
        for wrong in [input("", "", ""), input(&person, &record, ""), input("", "x", ""), input("", "", "x")] {
            assert!(matches!(app.place_hold(&ada, &wrong).await, Err(Error::Invalid(_))), "{wrong:?}");
        }
        let holds = app.list_holds(&ada).await.unwrap();
        assert_eq!(holds.len(), 3);
        assert_eq!(holds[2].lifted_by.as_deref(), Some("Elsa Direttrice"));
        assert_eq!(holds[2].person.as_deref(), Some("Dario Tecnico"));
    }
}

#[tokio::test]
async fn a_run_takes_a_beginning_of_the_record_and_says_so() {
    for office in Office::both().await {
        let (ada, elsa) = (office.viewer("ada", Role::Manager).await, office.viewer("elsa", Role::Manager).await);
        let app = &office.app;
        let early = app.anchor_audit(&ada).await.unwrap();
        app.anchor_audit(&elsa).await.unwrap();
        let base = app.anchor_audit(&ada).await.unwrap();
        office.wait_days(365 * 5 + 40);
        let late = app.anchor_audit(&ada).await.unwrap();
        let id = app.prepare_run(&ada).await.unwrap();
        let view = app.get_run(&elsa, id).await.unwrap();
        assert_eq!(view.now[6].due, u64::try_from(base.seq).unwrap());
        // What is about a person under a hold stays, and all that comes after it.
        let hold =
            HoldInput { person: elsa.staff.unwrap().to_string(), reason: "ricorso".to_owned(), ..HoldInput::default() };
        let hold = app.place_hold(&ada, &hold).await.unwrap();
        let held = app.get_run(&elsa, id).await.unwrap();
        assert_eq!((held.now[6].due, held.now[6].held), (u64::try_from(early.seq).unwrap(), 2));
        app.lift_hold(&ada, hold, "chiuso").await.unwrap();
        app.carry_out_run(&elsa, id, &view.seen()).await.unwrap();

        let verdict = app.verify_audit(&ada, &[early, base, late], &mut |_| {}).await.unwrap();
        assert!(verdict.is_whole(), "{verdict:?}");
        assert_eq!(verdict.head.unwrap().base.seq, base.seq);
        let states: Vec<AnchorState> = verdict.anchors.iter().map(|(_, state)| *state).collect();
        assert_eq!(states, [AnchorState::BeforeBeginning, AnchorState::Holds, AnchorState::Holds]);
        let found = app.search_audit(&ada, &AuditQuery { act: "audit.cut".to_owned(), ..AuditQuery::default() }).await;
        assert_eq!(found.unwrap().records[0].object, Some(id.0));

        // Somebody else who takes more of the beginning, as cleanly as can be, is found.
        let next = base.seq + 1;
        let digest = format!("SELECT digest FROM audit_record WHERE seq = {next}");
        office.sql(&format!("UPDATE audit_head SET base_seq = {next}, base_digest = ({digest})")).await;
        office.sql(&format!("DELETE FROM audit_record WHERE seq = {next}")).await;
        let verdict = app.verify_audit(&ada, &[] as &[Anchor], &mut |_| {}).await.unwrap();
        assert_eq!(verdict.faults[0].wrong, Wrong::BeginningUnexplained);
    }
}

#[tokio::test]
async fn a_rule_is_saved_once() {
    for office in Office::both().await {
        let ada = office.viewer("ada", Role::Manager).await;
        let app = &office.app;
        let input = |months: &str, basis: &str| RuleInput { months: months.to_owned(), basis: basis.to_owned() };
        let kind = RetainedKind::Audit;
        for wrong in [input("5", "x"), input("1201", "x"), input("", "x"), input("-1", "x"), input("72", " ")] {
            assert!(matches!(app.save_rule(&ada, kind, 0, &wrong).await, Err(Error::Invalid(_))), "{wrong:?}");
        }
        app.save_rule(&ada, kind, 0, &input("72", "regolamento dell’ente, art. 9")).await.unwrap();
        assert!(matches!(app.save_rule(&ada, kind, 0, &input("84", "altro")).await, Err(Error::Stale)));
        let kept = app.list_kept(&ada).await.unwrap();
        let rule = &kept.iter().find(|kept| kept.rule.kind == kind).unwrap().rule;
        assert_eq!((rule.months, rule.version), (72, 1));
        app.save_rule(&ada, kind, 1, &input("60", "")).await.unwrap();
    }
}

#[tokio::test]
async fn who_has_no_right_gets_nothing() {
    for office in Office::both().await {
        let ada = office.viewer("ada", Role::Manager).await;
        let id = office.app.prepare_run(&ada).await.unwrap();
        let hold = HoldInput { kind: "links".to_owned(), reason: "x".to_owned(), ..HoldInput::default() };
        let hold_id = office.app.place_hold(&ada, &hold).await.unwrap();
        for role in Role::ALL {
            let viewer = office.viewer("carla", role).await;
            let denied = |outcome: Result<(), Error>| matches!(outcome, Err(Error::Denied(_)));
            let app = &office.app;
            let reads = matches!(role, Role::Manager | Role::Auditor | Role::Administrator);
            assert_eq!(denied(app.list_kept(&viewer).await.map(drop)), !reads, "{role:?}");
            assert_eq!(denied(app.list_runs(&viewer).await.map(drop)), !reads, "{role:?}");
            assert_eq!(denied(app.get_run(&viewer, id).await.map(drop)), !reads, "{role:?}");
            assert_eq!(denied(app.list_holds(&viewer).await.map(drop)), !reads, "{role:?}");
            let prepares = matches!(role, Role::Manager | Role::Administrator);
            assert_eq!(denied(app.prepare_run(&viewer).await.map(drop)), !prepares, "{role:?}");
            let rule = RuleInput { months: "x".to_owned(), basis: String::new() };
            assert_eq!(denied(app.save_rule(&viewer, RetainedKind::Links, 0, &rule).await), !prepares, "{role:?}");
            let decides = role == Role::Manager;
            assert_eq!(denied(app.carry_out_run(&viewer, id, &[]).await), !decides, "{role:?}");
            assert_eq!(denied(app.refuse_run(&viewer, id, "").await), !decides, "{role:?}");
            assert_eq!(denied(app.place_hold(&viewer, &HoldInput::default()).await.map(drop)), !decides, "{role:?}");
            assert_eq!(denied(app.lift_hold(&viewer, hold_id, "").await), !decides, "{role:?}");
        }
    }
}
