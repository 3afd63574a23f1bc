// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whatever is done to the table of records by plain SQL is found, and named by its number.

use crate::office::Office;
use ambito_app::Viewer;
use ambito_app::audit::{Anchor, Verdict, Wrong, hex};
use ambito_app::office::BodyInput;
use ambito_domain::audit::{Record, digest_of};
use ambito_domain::office::BodyId;

/// How many records the office has after [`busy`].
const RECORDS: i64 = 9;

fn keeper(office: &Office) -> Viewer {
    Viewer::keeper(office.area, "prova".to_owned())
}

/// Some days of work.
async fn busy(office: &Office) {
    let keeper = keeper(office);
    let top = office.app.list_bodies(&keeper).await.unwrap().into_iter().find(|body| body.parent.is_none()).unwrap();
    for number in 2..=RECORDS {
        let (parent, name) = (top.id.to_string(), format!("Comune {number}"));
        let input = BodyInput { parent, kind: "municipality".to_owned(), name, ..BodyInput::default() };
        office.app.add_body(&keeper, BodyId(office.app.fresh_id()), &input).await.unwrap();
    }
}

async fn verdict(office: &Office, anchors: &[Anchor]) -> Verdict {
    office.app.verify_audit(&keeper(office), anchors, &mut |_| {}).await.unwrap()
}

async fn found(office: &Office) -> Vec<(i64, Wrong)> {
    verdict(office, &[]).await.faults.into_iter().map(|fault| (fault.seq, fault.wrong)).collect()
}

/// Does something to the chain of a new office on each database, and sees what is found.
async fn check(touch: &str, expected: &[(i64, Wrong)]) {
    for office in Office::both().await {
        busy(&office).await;
        assert_eq!(found(&office).await, []);
        let text = touch
            .replace("{area}", &office.id(office.area.0))
            .replace("{id}", &office.id(ambito_base::Uuid::from_u128(5)))
            .replace("{digest}", &office.bytes(&"ab".repeat(32)));
        office.sql(&text).await;
        assert_eq!(found(&office).await, expected, "{touch}");
    }
}

#[tokio::test]
async fn a_changed_column_is_named_whichever_it_is() {
    for office in Office::both().await {
        busy(&office).await;
        let id = office.id(ambito_base::Uuid::from_u128(5));
        let digest = office.bytes(&"ab".repeat(32));
        let columns = [
            ("at", "at + 1"),
            ("kind", "'access'"),
            ("act", "'body.save'"),
            ("actor", &id),
            ("actor_name", "'Altri'"),
            ("source", "''"),
            ("object", &id),
            ("object", "NULL"),
            ("subject", &id),
            ("purpose", "''"),
            ("detail", "detail || 'x'"),
            ("previous", &digest),
            ("digest", &digest),
        ];
        office.sql("CREATE TABLE kept AS SELECT * FROM audit_record").await;
        for seq in [1, 5, RECORDS] {
            for (column, value) in columns {
                office.sql(&format!("UPDATE audit_record SET {column} = {value} WHERE seq = {seq}")).await;
                let found = found(&office).await;
                // To write nothing over nothing changes nothing.
                if !(value == "NULL" && found.is_empty()) {
                    assert_eq!(found, [(seq, Wrong::Changed)], "{column} of {seq}");
                }
                office.sql("DELETE FROM audit_record").await;
                office.sql("INSERT INTO audit_record SELECT * FROM kept").await;
            }
        }
        assert_eq!(self::found(&office).await, []);
    }
}

#[tokio::test]
async fn what_was_removed_is_named() {
    check("DELETE FROM audit_record WHERE seq = 1", &[(1, Wrong::Missing { last: 1 })]).await;
    check("DELETE FROM audit_record WHERE seq IN (4, 5)", &[(4, Wrong::Missing { last: 5 })]).await;
    check("DELETE FROM audit_record WHERE seq = 9", &[(9, Wrong::Missing { last: 9 })]).await;
    check("DELETE FROM audit_record", &[(1, Wrong::Missing { last: 9 })]).await;
    check("DELETE FROM audit_head", &[(9, Wrong::HeadMissing)]).await;
}

#[tokio::test]
async fn what_was_removed_and_closed_up_is_named() {
    let close_up = "DELETE FROM audit_record WHERE seq = 7; UPDATE audit_record SET seq = 7 WHERE seq = 8; \
                    UPDATE audit_record SET seq = 8 WHERE seq = 9; UPDATE audit_head SET seq = 8";
    check(close_up, &[(7, Wrong::Moved { from: 8 }), (8, Wrong::Changed)]).await;
}

#[tokio::test]
async fn what_was_put_in_or_swapped_is_named() {
    let more = "INSERT INTO audit_record SELECT area, SEQ, at, kind, act, actor, actor_name, source, object, subject, \
                purpose, detail, previous, digest FROM audit_record WHERE seq = 3";
    check(&more.replace("SEQ", "10"), &[(10, Wrong::Changed), (10, Wrong::AfterEnd)]).await;
    check(&more.replace("SEQ", "0"), &[(0, Wrong::BeforeBeginning)]).await;
    check(&more.replace("SEQ", "-5"), &[(-5, Wrong::BeforeBeginning)]).await;
    let swap = "UPDATE audit_record SET seq = 100 WHERE seq = 2; UPDATE audit_record SET seq = 2 WHERE seq = 6; \
                UPDATE audit_record SET seq = 6 WHERE seq = 100";
    check(swap, &[(2, Wrong::Moved { from: 6 }), (6, Wrong::Moved { from: 2 })]).await;
}

#[tokio::test]
async fn what_was_done_to_the_head_is_named() {
    check("UPDATE audit_head SET digest = {digest}", &[(9, Wrong::HeadDiffers)]).await;
    check("UPDATE audit_head SET seq = 8", &[(9, Wrong::AfterEnd)]).await;
    check("UPDATE audit_head SET seq = 11", &[(10, Wrong::Missing { last: 11 })]).await;
    let base = "UPDATE audit_head SET base_seq = 2, \
                base_digest = (SELECT digest FROM audit_record WHERE audit_record.area = audit_head.area AND seq = 2); \
                DELETE FROM audit_record WHERE seq < 3";
    check(base, &[(3, Wrong::BeginningUnexplained)]).await;
    check("UPDATE audit_head SET base_digest = {digest}", &[(1, Wrong::Unlinked), (1, Wrong::BeginningUnexplained)])
        .await;
}

#[tokio::test]
async fn what_no_program_of_ours_wrote_does_not_hide_the_rest() {
    for office in Office::both().await {
        busy(&office).await;
        let short = office.bytes("abcd");
        office.sql(&format!("UPDATE audit_record SET digest = {short} WHERE seq = 4")).await;
        office.sql("UPDATE audit_record SET detail = 'x' WHERE seq = 8").await;
        let mut expected = vec![(4, Wrong::Unreadable), (8, Wrong::Changed)];
        if office.is_sqlite() {
            // Only SQLite takes an id that is none, and a text that is none.
            office.sql("UPDATE audit_record SET actor = x'01' WHERE seq = 2").await;
            office.sql("UPDATE audit_record SET detail = CAST(x'ff' AS TEXT) WHERE seq = 6").await;
            expected =
                vec![(2, Wrong::Unreadable), (4, Wrong::Unreadable), (6, Wrong::Unreadable), (8, Wrong::Changed)];
        }
        assert_eq!(found(&office).await, expected);
    }
}

#[tokio::test]
async fn two_of_one_number_are_found() {
    for office in Office::both().await.into_iter().filter(|office| !office.is_sqlite()) {
        busy(&office).await;
        office.sql("ALTER TABLE audit_record DROP CONSTRAINT audit_record_pkey").await;
        office.sql("INSERT INTO audit_record SELECT * FROM audit_record WHERE seq = 6").await;
        assert_eq!(found(&office).await, [(6, Wrong::Twice)]);
    }
}

#[tokio::test]
async fn a_chain_computed_anew_is_shown_by_an_anchor_alone() {
    for office in Office::both().await {
        busy(&office).await;
        let anchor = office.app.anchor_audit(&keeper(&office)).await.unwrap();
        let line = anchor.line();
        assert!(verdict(&office, &Anchor::find_all(&line).unwrap()).await.is_whole());
        rewrite(&office, 4).await;
        assert!(verdict(&office, &[]).await.is_whole(), "nothing in the database itself shows it");
        let verdict = verdict(&office, &[anchor]).await;
        assert_eq!((verdict.faults[0].seq, verdict.faults[0].wrong), (RECORDS + 1, Wrong::AnchorDiffers));
    }
}

#[tokio::test]
async fn an_end_cut_off_with_its_head_is_shown_by_an_anchor_alone() {
    for office in Office::both().await {
        busy(&office).await;
        let anchor = office.app.anchor_audit(&keeper(&office)).await.unwrap();
        let head = "SELECT digest FROM audit_record WHERE audit_record.area = audit_head.area AND seq = 7";
        office.sql("DELETE FROM audit_record WHERE seq > 7").await;
        office.sql(&format!("UPDATE audit_head SET seq = 7, digest = ({head})")).await;
        assert!(verdict(&office, &[]).await.is_whole(), "nothing in the database itself shows it");
        assert_eq!(verdict(&office, &[anchor]).await.faults[0].wrong, Wrong::AnchorBeyond);
    }
}

/// Changes a record and computes everything after it anew, head included, as somebody would who knows how.
async fn rewrite(office: &Office, from: i64) {
    let mut export = office.app.export_audit(&keeper(office)).await.unwrap();
    let mut text = String::new();
    while let Some(lines) = export.next().await.unwrap() {
        text.push_str(&lines);
    }
    let mut previous = None;
    for line in text.lines() {
        let Some(ambito_exchange::audit::Line::Record(record, digest)) = ambito_exchange::audit::Line::parse(line)
        else {
            continue;
        };
        let mut record: Record = *record;
        let mut own = digest;
        if record.seq >= from {
            record.actor_name = "Altri".to_owned();
            record.previous = previous.unwrap();
            own = digest_of(office.area, &record);
            let (before, own) = (office.bytes(&hex(&record.previous)), office.bytes(&hex(&own)));
            let seq = record.seq;
            office
                .sql(&format!(
                    "UPDATE audit_record SET actor_name = 'Altri', previous = {before}, digest = {own} WHERE seq = {seq}"
                ))
                .await;
        }
        previous = Some(own);
    }
    office.sql(&format!("UPDATE audit_head SET digest = {}", office.bytes(&hex(&previous.unwrap())))).await;
}
