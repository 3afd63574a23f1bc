// SPDX-License-Identifier: AGPL-3.0-or-later
//! Drafts made at random: wild ones, in which anything may coincide, and orderly ones, in which every key is unique.

use crate::planning::{
    Allocation, Amount, BudgetLine, Comparison, DateKind, Direction, Effort, Field, Indicator, Measured, Node, NodeId,
    Phase, PhaseState, PlanDraft, Resource, ResourceKind, SourceAmount, Summary, Table, TableCell, Target, Timetable,
    TimetableRow, Total, Unit, YearTarget,
};
use ambito_base::{Cents, Date, Decimal, Share};
use proptest::prelude::*;

/// Numbers from which a draft is made; small ranges make things coincide.
pub(super) fn seeds() -> impl Strategy<Value = Vec<[u8; 6]>> {
    prop::collection::vec(prop::array::uniform6(0u8..6), 0..24)
}

fn text(seed: u8) -> String {
    ["", "Sportello sociale", "Sostegno alle famiglie fragili del territorio", "Casa", "3", "– –"][usize::from(seed)]
        .to_owned()
}

fn some_text(seed: u8) -> Option<String> {
    (seed > 1).then(|| text(seed - 1))
}

fn money(seed: u8) -> Option<Cents> {
    (seed > 0).then(|| Cents::new(i64::from(seed) * 10_050))
}

fn day(seed: u8) -> Option<Date> {
    Date::new(2026, 1, i8::try_from(seed).unwrap_or(1)).ok()
}

fn decimal(seed: u8) -> Option<Decimal> {
    (seed > 0).then(|| Decimal::whole(i64::from(seed)))
}

fn target([a, b, c, ..]: [u8; 6]) -> Target {
    Target {
        raw: text(a),
        comparison: (b > 3).then_some(Comparison::AtLeast),
        value: decimal(b),
        upper: None,
        unit: (c > 2).then_some(Unit::Percent),
        due: day(c),
        column: None,
    }
}

/// A draft in which anything may coincide, and ids may point anywhere.
pub(super) fn wild(seeds: &[[u8; 6]]) -> PlanDraft {
    let mut draft = PlanDraft::default();
    for (at, &seed) in seeds.iter().enumerate() {
        let [a, b, c, d, e, f] = seed;
        let line = u32::try_from(at).unwrap_or(0) + 1;
        let node = e.checked_sub(1).map(|id| NodeId(u32::from(id)));
        match a {
            0 | 1 => draft.nodes.push(Node {
                parent: node,
                also_under: if f == 5 { vec![NodeId(0)] } else { Vec::new() },
                level: some_text(b.min(2)),
                code: ["", "1", "2026_OB_1", "2027_OB_1", "OB_1", "2"].get(usize::from(c)).map(ToString::to_string),
                title: some_text(d),
                fields: vec![Field { label: text(d), value: text(f), line }],
                line,
                ..Node::default()
            }),
            2 => draft.indicators.push(Indicator {
                node,
                code: (f > 2).then(|| ["2026_I1", "I1", "1"][usize::from(f) - 3].to_owned()),
                title: text(b),
                group: some_text(c),
                note: None,
                baseline: some_text(d),
                target: (d > 1).then(|| target(seed)),
                yearly: if d == 3 { vec![YearTarget { year: 2026, target: target(seed) }] } else { Vec::new() },
                deadline: None,
                measured: (c > 3).then(|| Measured {
                    raw: text(c),
                    value: decimal(f),
                    unit: None,
                    date: day(d),
                    date_kind: DateKind::Result,
                    is_final: d > 2,
                }),
                owner: None,
                extra: Vec::new(),
                line,
            }),
            3 => draft.budget_lines.push(BudgetLine {
                node,
                direction: (b > 1).then_some(if b > 3 { Direction::Expense } else { Direction::Revenue }),
                kind: None,
                chapter: c.to_string(),
                article: (d > 3).then(|| d.to_string()),
                title: text(d),
                amount: money(f),
                references: Vec::new(),
                line,
            }),
            4 => draft.allocations.push(Allocation {
                node,
                source: some_text(b),
                total: money(c),
                before: money(d),
                change: None,
                after: None,
                owner: some_text(f),
                line,
            }),
            _ => draft.tables.push(Table {
                node,
                title: some_text(b),
                headers: vec![text(c), text(d)],
                rows: vec![
                    vec![TableCell { raw: text(f), value: decimal(c) }, TableCell { raw: text(b), value: None }],
                    vec![TableCell { raw: text(d), value: None }],
                ],
                row_lines: vec![line + 1, line + 2],
                line,
            }),
        }
    }
    draft
}

fn words(kind: &str, at: u32) -> String {
    // Titles that have little in common with each other.
    let words = ["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"];
    let digits: Vec<&str> = at.to_string().bytes().map(|b| words[usize::from(b - b'0')]).collect();
    format!("{kind} {}{kind}", digits.join(""))
}

/// A draft in which every key is unique: `nodes` nodes of three levels, and one or two records of every kind in each.
pub(super) fn orderly(nodes: u32) -> PlanDraft {
    let mut draft = PlanDraft { title: Some("Piano".to_owned()), ..PlanDraft::default() };
    for at in 0..nodes {
        let node = Some(NodeId(at));
        let line = at * 20 + 1;
        let number = i64::from(at) + 1;
        draft.nodes.push(Node {
            parent: (at > 0).then(|| NodeId((at - 1) / 3)),
            level: Some("azione".to_owned()),
            code: (at % 2 == 0).then(|| format!("2026_OB_{at}_1")),
            title: Some(words("nodo", at)),
            kind: Some("gestionale".to_owned()),
            text: format!("Testo del nodo {at}.\nSecondo capoverso."),
            fields: vec![Field { label: words("campo", at), value: words("risposta", at), line }],
            in_body: true,
            summary: Some(Summary { amount: Some(Cents::new(number)), share: None, line }),
            owner: Some("Ufficio".to_owned()),
            line,
            ..Node::default()
        });
        for twice in 0..2 {
            let key = at * 2 + twice;
            draft.indicators.push(Indicator {
                node,
                code: None,
                title: words("indicatore", key),
                group: None,
                note: None,
                baseline: Some(key.to_string()),
                target: Some(Target {
                    raw: key.to_string(),
                    comparison: Some(Comparison::AtLeast),
                    value: Some(Decimal::whole(i64::from(key))),
                    upper: None,
                    unit: Some(Unit::Number),
                    due: None,
                    column: None,
                }),
                yearly: Vec::new(),
                deadline: None,
                measured: Some(Measured {
                    raw: key.to_string(),
                    value: Some(Decimal::whole(i64::from(key) + 7)),
                    unit: None,
                    date: Date::new(2026, 3, 1).ok(),
                    date_kind: DateKind::Monitoring,
                    is_final: false,
                }),
                owner: None,
                extra: Vec::new(),
                line: line + twice,
            });
            draft.budget_lines.push(BudgetLine {
                node,
                direction: Some(Direction::Expense),
                kind: None,
                chapter: format!("{key:05}"),
                article: Some("01".to_owned()),
                title: words("capitolo", key),
                amount: Some(Cents::new(i64::from(key) * 100)),
                references: Vec::new(),
                line: line + twice,
            });
            draft.efforts.push(Effort {
                node,
                person: words("persona", key),
                relation: Some("Dirigente".to_owned()),
                share: Some(Share::from_hundredths(i64::from(key))),
                line: line + twice,
            });
        }
        draft.phases.push(Phase {
            objective: None,
            node,
            order: Some("1".to_owned()),
            title: words("fase", at),
            state: Some(PhaseState::Planned),
            from: Date::new(2026, 1, 1).ok(),
            to: Date::new(2026, 12, 31).ok(),
            note: None,
            line,
        });
        draft.allocations.push(Allocation {
            node,
            source: Some(words("fondo", at)),
            total: Some(Cents::new(number)),
            before: Some(Cents::new(number + 1)),
            change: Some(Cents::new(number + 2)),
            after: Some(Cents::new(number + 3)),
            owner: None,
            line,
        });
        draft.resources.push(Resource {
            node,
            activity: words("spesa", at),
            cost: Some(Cents::new(number)),
            sources: vec![SourceAmount { source: "FNPS".into(), amount: Some(Cents::new(number)), raw: None }],
            kind: ResourceKind::Cost,
            line,
        });
        draft.totals.push(Total {
            node,
            label: Some("Totale".to_owned()),
            column: Some("A".into()),
            amount: Some(Cents::new(number)),
            share: Some(Share::from_hundredths(number)),
            line,
        });
        draft.amounts.push(Amount {
            node,
            label: Some(words("somma", at)),
            raw: "mille euro".to_owned(),
            amount: Cents::new(number),
            approximate: false,
            per: None,
            line,
        });
        draft.timetables.push(Timetable {
            node,
            title: Some(words("tempi", at)),
            header: Vec::new(),
            columns: vec!["gen".to_owned(), "feb".to_owned()],
            rows: vec![TimetableRow { code: None, label: Some(words("riga", at)), marks: vec![1], line }],
            line,
        });
        draft.tables.push(Table {
            node,
            title: Some(words("tabella", at)),
            headers: vec!["Comune".to_owned(), "Abitanti".to_owned()],
            rows: vec![vec![
                TableCell { raw: words("comune", at), value: None },
                TableCell { raw: number.to_string(), value: Some(Decimal::whole(number)) },
            ]],
            row_lines: vec![line],
            line,
        });
    }
    draft
}
