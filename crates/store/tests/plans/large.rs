// SPDX-License-Identifier: AGPL-3.0-or-later
//! A document far larger than any office's, and values at the edges of their types.

use crate::{AREA, Both, TOWN, day, file};
use ambito_base::{Cents, Decimal, Period, Share};
use ambito_domain::office::keeper;
use ambito_domain::planning::*;
use ambito_store::plans;

/// Objectives of the large document, each with an indicator, a phase, a budget line and a person.
const OBJECTIVES: u32 = 2_500;

fn objectives() -> PlanDraft {
    let mut draft = PlanDraft { family: Some(Family::Peg), ..PlanDraft::default() };
    for at in 0..OBJECTIVES {
        let (node, line) = (Some(NodeId(at)), at * 5 + 1);
        let fields = vec![Field { label: "Descrizione".into(), value: "Testo. ".repeat(40), line }];
        let parent = at.checked_sub(1).map(|before| NodeId(before / 10));
        draft.nodes.push(Node {
            parent,
            title: Some(format!("Obiettivo {at}")),
            fields,
            in_body: true,
            line,
            ..Node::default()
        });
        let target = Target {
            raw: "31/12/2027".into(),
            comparison: Some(Comparison::By),
            value: None,
            upper: None,
            unit: Some(Unit::Date),
            due: Some(day("31/12/2027")),
            column: Some("Valore previsto 2027".into()),
        };
        draft.indicators.push(Indicator {
            node,
            code: None,
            title: format!("Indicatore {at}"),
            group: None,
            note: None,
            baseline: None,
            target: Some(target.clone()),
            yearly: vec![YearTarget { year: 2028, target }],
            deadline: None,
            measured: None,
            owner: None,
            extra: Vec::new(),
            line,
        });
        draft.budget_lines.push(BudgetLine {
            node,
            direction: Some(Direction::Expense),
            kind: None,
            chapter: "0001".into(),
            article: None,
            title: "Spese".into(),
            amount: Some(Cents::new(i64::from(at))),
            references: Vec::new(),
            line,
        });
        draft.efforts.push(Effort { node, person: format!("Persona {at}"), relation: None, share: None, line });
    }
    draft
}

#[tokio::test]
async fn a_large_document_is_filed_in_few_statements() {
    let both = Both::new().await;
    let draft = objectives();
    for db in &both.each {
        let key = file(db, TOWN, 90, &draft).await;
        let mut tx = db.read().await.unwrap();
        let back = plans::load_draft(&mut tx, &keeper(AREA), key.plan(), Some(1)).await.unwrap();
        assert!(back.as_ref() == Some(&draft));
        assert_eq!(plans::load_draft(&mut tx, &keeper(AREA), key.plan(), Some(2)).await.unwrap(), None);
    }
}

/// Where nothing is known of how many rows there are, in the transaction that files the first large document, a database
/// may take another index for as good as the key, and look through the version for each row that refers to one of it.
#[tokio::test]
async fn a_row_that_another_refers_to_is_found_by_its_key() {
    let both = Both::new().await;
    file(&both.each[1], TOWN, 90, &objectives()).await;
    let sql = |text: &str| both.database.sql(text).unwrap();
    // What PostgreSQL asks for a row that refers to another, with any values.
    let referred = "SELECT DISTINCT confrelid::regclass FROM pg_constraint WHERE contype = 'f' AND \
                    array_length(confkey, 1) = 4 AND confrelid::regclass::text LIKE 'plan%'";
    let tables = sql(referred);
    assert!(tables.lines().count() >= 6, "{tables}");
    for table in tables.lines() {
        let plan = sql(&format!(
            "SET plan_cache_mode = force_generic_plan; PREPARE known (UUID, UUID, BIGINT, BIGINT) AS SELECT 1 FROM ONLY {table} \
             WHERE area = $1 AND plan = $2 AND version = $3 AND id = $4 FOR KEY SHARE; \
             EXPLAIN EXECUTE known ('{0}', '{0}', 1, 1)",
            AREA.0
        ));
        assert!(plan.contains(&format!("{table}_pkey")), "{plan}");
    }
}

#[tokio::test]
async fn values_at_the_edges_come_back() {
    let both = Both::new().await;
    let line = u32::MAX;
    let node = Some(NodeId(0));
    let edge = |cents: i64| Some(Cents::new(cents));
    let target = Target {
        raw: String::new(),
        comparison: Some(Comparison::Between),
        value: Decimal::parse("-0,05"),
        upper: Decimal::parse("999999999999,99900"),
        unit: Some(Unit::Percent),
        due: Some(day("01/01/1900")),
        column: Some("".into()),
    };
    let draft = PlanDraft {
        family: None,
        title: Some("«È l’altra» 𝔄🙂 '; --".into()),
        body: Some(String::new()),
        period: Period { from: None, to: Some(day("31/12/2099")) },
        nodes: vec![Node {
            parent: None,
            also_under: vec![NodeId(0), NodeId(7)],
            text: "riga\nriga\t".into(),
            summary: Some(Summary { amount: None, share: Some(Share::from_hundredths(i64::MIN)), line: 0 }),
            index: vec![IndexEntry { title: "\"a\"\\".into(), reference: None, line }],
            line,
            ..Node::default()
        }],
        indicators: vec![Indicator {
            node,
            code: Some(String::new()),
            title: String::new(),
            group: None,
            note: None,
            baseline: None,
            target: None,
            yearly: vec![YearTarget { year: i16::MIN, target: target.clone() }, YearTarget { year: 0, target }],
            deadline: Some(day("29/02/2028")),
            measured: Some(Measured {
                raw: String::new(),
                value: None,
                unit: None,
                date: None,
                date_kind: DateKind::Monitoring,
                is_final: false,
            }),
            owner: None,
            extra: vec![ExtraCell { label: "\u{1}".into(), value: "a\"b".into() }],
            line,
        }],
        allocations: vec![Allocation {
            node: None,
            source: None,
            total: edge(i64::MAX),
            before: edge(i64::MIN),
            change: edge(0),
            after: None,
            owner: Some("Comune".into()),
            line: 0,
        }],
        tables: vec![Table {
            node,
            title: None,
            headers: vec![String::new(), "b".into()],
            rows: vec![vec![], vec![TableCell { raw: "3,50".into(), value: Decimal::parse("3,50") }]],
            row_lines: vec![1, 2, 3],
            line,
        }],
        timetables: vec![Timetable {
            node,
            title: None,
            header: vec![vec![], vec!["2027".into()]],
            columns: vec![],
            rows: vec![TimetableRow { code: None, label: None, marks: vec![0, u32::MAX], line }],
            line,
        }],
        unread: vec![TextLine { line, text: "  ".into() }],
        coverage: Coverage { lines: u32::MAX, read: 1, text: 0, unread: 1 },
        ..PlanDraft::default()
    };
    for db in &both.each {
        let key = file(db, TOWN, 91, &draft).await;
        let mut tx = db.read().await.unwrap();
        let back = plans::load_draft(&mut tx, &keeper(AREA), key.plan(), None).await.unwrap();
        assert_eq!(back.as_ref(), Some(&draft));
        let unread = plans::list_unread(&mut tx, &key, 0, 10).await.unwrap();
        assert_eq!(unread, draft.unread);
    }
}
