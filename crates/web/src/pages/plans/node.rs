// SPDX-License-Identifier: AGPL-3.0-or-later
//! A node of a plan: where it stands, what it says, all that hangs from it.

use super::leaves::{Leaf, View, leaf};
use super::parts::{Parts, parts};
use super::place::{Places, Spot};
use super::rooms::{Room, Rooms, rooms};
use super::{href, joined, number_of, plan_of, words};
use crate::render::{Around, Content, Label, Part};
use crate::server::{Answer, Context, Failure};
use ambito_app::Error;
use ambito_app::plans::{InsideKey, NodeInside, NodePage, People, plus};
use ambito_domain::office::PlanId;
use ambito_domain::planning::{Field, Node as PlanNode, NodeId};
use axum::extract::Path;
use serde::Serialize;
use std::sync::Arc;

#[derive(Serialize)]
pub(crate) struct Node {
    rooms: Rooms,
    budget: String,
    code: Option<String>,
    level: Option<String>,
    kind: Option<String>,
    owner: Option<String>,
    only_in_index: bool,
    inferred: bool,
    text: Vec<String>,
    fields: Vec<ShownField>,
    summary: Option<Summary>,
    index: Vec<Entry>,
    also_under: Vec<Leaf>,
    children: Vec<Leaf>,
    children_next: String,
    parts: Parts,
    file: String,
    place: Spot,
}

#[derive(Serialize)]
struct ShownField {
    label: String,
    value: Vec<String>,
    place: Spot,
}

#[derive(Serialize)]
struct Summary {
    amount: Option<i64>,
    share: Option<i64>,
    place: Spot,
}

#[derive(Serialize)]
struct Entry {
    title: String,
    reference: Option<String>,
    place: Spot,
}

impl Content for Node {
    const TEMPLATE: &'static str = "plan-node.html";

    fn samples() -> Vec<Self> {
        let place = || Places::new(&[], "text").leading_to(PlanId(ambito_base::Uuid::nil()), 1).spot(8);
        let empty = Self {
            rooms: Rooms::sample(),
            budget: String::new(),
            code: None,
            level: None,
            kind: None,
            owner: None,
            only_in_index: true,
            inferred: true,
            text: Vec::new(),
            fields: Vec::new(),
            summary: None,
            index: Vec::new(),
            also_under: Vec::new(),
            children: Vec::new(),
            children_next: String::new(),
            parts: Parts::default(),
            file: "piano.txt".to_owned(),
            place: place(),
        };
        let field = ShownField { label: "Finalità".to_owned(), value: vec!["Testo".to_owned()], place: place() };
        let full = Self {
            rooms: Rooms::sample(),
            budget: "/plans/1/budget?under=1".to_owned(),
            code: Some("OB_1".to_owned()),
            level: Some("obiettivo".to_owned()),
            kind: Some("prioritario".to_owned()),
            owner: Some("Ufficio di Piano".to_owned()),
            only_in_index: false,
            inferred: false,
            text: vec!["Prima riga".to_owned(), "Seconda riga".to_owned()],
            fields: vec![field],
            summary: Some(Summary { amount: Some(100), share: Some(2834), place: place() }),
            index: vec![Entry { title: "Voce".to_owned(), reference: Some("12".to_owned()), place: place() }],
            also_under: Vec::new(),
            children: Vec::new(),
            children_next: "/plans/1/nodes/1?after=3".to_owned(),
            parts: sample_parts(),
            file: "piano.txt".to_owned(),
            place: place(),
        };
        vec![empty, full]
    }
}

/// One record of every kind, for the test that renders every template.
pub(super) fn sample_parts() -> Parts {
    use ambito_app::plans::NodeContent;
    use ambito_base::{Cents, Share};
    use ambito_domain::planning as p;
    let (node, line, cents) = (Some(NodeId(0)), 8, Some(Cents::new(123_456)));
    let raw = || "3".to_owned();
    let target =
        p::Target { raw: raw(), comparison: None, value: None, upper: None, unit: None, due: None, column: None };
    let content = NodeContent {
        node: None,
        indicators: vec![p::Indicator {
            node,
            code: Some("M_1".to_owned()),
            title: "N. incontri".to_owned(),
            group: Some("Accesso".to_owned()),
            note: Some("Nota".to_owned()),
            baseline: Some(raw()),
            target: Some(target.clone()),
            yearly: vec![p::YearTarget { year: 2028, target }],
            deadline: None,
            measured: Some(p::Measured {
                raw: raw(),
                value: None,
                unit: None,
                date: None,
                date_kind: p::DateKind::Result,
                is_final: true,
            }),
            owner: Some("Ufficio".to_owned()),
            extra: vec![p::ExtraCell { label: "Fonte".into(), value: "Registro".to_owned() }],
            line,
        }],
        phases: vec![p::Phase {
            node,
            objective: Some("OB_1".to_owned()),
            order: Some("1".to_owned()),
            title: "Avvio".to_owned(),
            state: Some(p::PhaseState::Planned),
            from: None,
            to: None,
            note: Some("Nota".to_owned()),
            line,
        }],
        budget_lines: [Some(p::Direction::Expense), None]
            .into_iter()
            .map(|direction| p::BudgetLine {
                node,
                direction,
                kind: Some(p::BudgetKind::Current),
                chapter: "41101".to_owned(),
                article: Some("00".to_owned()),
                title: "Spese".to_owned(),
                amount: cents.filter(|_| direction.is_some()),
                references: vec![p::ChapterReference {
                    direction: p::Direction::Revenue,
                    chapter: Some("20101".to_owned()),
                    article: None,
                    raw: "E 20101".to_owned(),
                }],
                line,
            })
            .collect(),
        allocations: vec![p::Allocation {
            node,
            source: Some("FNPS".to_owned()),
            total: cents,
            before: None,
            change: cents,
            after: cents,
            owner: Some("Ambito".to_owned()),
            line,
        }],
        resources: vec![p::Resource {
            node,
            activity: "Sportello".to_owned(),
            cost: cents,
            sources: vec![p::SourceAmount { source: "FNPS".into(), amount: None, raw: Some("da definire".to_owned()) }],
            kind: p::ResourceKind::Cost,
            line,
        }],
        timetables: vec![p::Timetable {
            node,
            title: Some("Tempi".to_owned()),
            header: Vec::new(),
            columns: vec!["gen".to_owned(), "feb".to_owned()],
            rows: vec![p::TimetableRow {
                code: Some("1".to_owned()),
                label: Some("Avvio".to_owned()),
                marks: vec![0, 9],
                line,
            }],
            line,
        }],
        totals: vec![p::Total {
            node,
            label: Some("Totale".to_owned()),
            column: Some("2027".into()),
            amount: cents,
            share: Some(Share::from_hundredths(10_000)),
            line,
        }],
        amounts: vec![p::Amount {
            node,
            label: Some("Contributo".to_owned()),
            raw: "1.234,56 euro".to_owned(),
            amount: Cents::new(123_456),
            approximate: true,
            per: Some(p::Per::Year),
            line,
        }],
        tables: vec![p::Table {
            node,
            title: None,
            headers: vec!["Comune".to_owned(), "Abitanti".to_owned()],
            rows: vec![vec![p::TableCell { raw: "Castelvento".to_owned(), value: None }]],
            row_lines: vec![line],
            line,
        }],
        notes: vec![p::Note { code: p::NoteCode::MarksLost, subject: "Tempi".to_owned(), node, line }],
    };
    let effort = p::Effort {
        node,
        person: "Ada Fabbri".to_owned(),
        relation: Some("dipendente".to_owned()),
        share: Some(Share::from_hundredths(5_000)),
        line,
    };
    parts(content, People::Shown(vec![effort]), &Places::new(&[], "text"))
}

impl Part for Node {
    const PART: &'static str = "_plan_node.html";
}

/// What the page of a node depends on, beside the language: what is in it, how its address named the version, where else
/// somebody may go.
#[derive(PartialEq, Eq, Hash)]
pub struct NodeKey {
    inside: InsideKey,
    asked: Option<i64>,
    rooms: Rooms,
}

pub(super) async fn show(context: Context, Path((id, node)): Path<(String, String)>) -> Answer {
    let plan = plan_of(&id)?;
    let node = NodeId(node.parse().map_err(|_| Error::Absent("node"))?);
    let (number, after) = (number_of(&context, "version")?, number_of(&context, "after")?.map(NodeId));
    let found = context.server.app.get_node(&context.viewer, plan, number, node, after).await?;
    let path = &found.inside.path;
    let mut page = context.page(path.last().map_or_else(|| Label::said(""), words::node_name));
    page = page.under("/plans", Label::key("plans-title"));
    page = page.under(href(plan, "", number), Label::said(&found.plan.title));
    for upper in &path[..path.len().saturating_sub(1)] {
        page = page.under(href(plan, &format!("/nodes/{}", upper.id.0), number), words::node_name(upper));
    }
    let rooms = rooms(&context, plan, found.plan.body, number, Room::Overview);
    let Some(inside) = found.kept_by else { return context.show(&page, &shown(found, number, node, rooms)?) };
    let (engine, key) = (&context.server.engine, NodeKey { inside, asked: number, rooms: rooms.clone() });
    let make = || shown(found, number, node, rooms).map_err(Failure::from);
    let part = context.server.nodes.part(engine, context.language, key, make)?;
    context.show(&page, &Around { part: part.to_string() })
}

fn shown(found: NodePage, asked: Option<i64>, id: NodeId, rooms: Rooms) -> Result<Node, Error> {
    let NodePage { plan, body: _, version, document, inside, kept_by: _ } = found;
    let NodeInside { path, children, more_after, rolled, also_under, mut content, people, places, .. } =
        Arc::unwrap_or_clone(inside);
    let node = content.node.take().ok_or(Error::Absent("node"))?;
    let PlanNode { level, code, title, text, fields, in_body, summary, owner, index, line, kind, .. } = node;
    let places = Places::new(&places, &document.format).leading_to(plan.id, version.key.number());
    let here = href(plan.id, &format!("/nodes/{}", id.0), asked);
    let own = path.last().map(|branch| branch.sums).unwrap_or_default();
    let total = rolled.values().fold(own, |total, rolled| plus(total, rolled.sums));
    let view = View { plan: plan.id, asked, total, rolled };
    let field =
        |Field { label, value, line }| ShownField { label, value: paragraphs(&value), place: places.spot(line) };
    Ok(Node {
        code,
        level,
        kind,
        owner,
        only_in_index: !in_body,
        inferred: title.is_none(),
        text: paragraphs(&text),
        fields: fields.into_iter().map(field).collect(),
        summary: summary.map(|row| Summary {
            amount: row.amount.map(ambito_base::Cents::cents),
            share: row.share.map(ambito_base::Share::hundredths),
            place: places.spot(row.line),
        }),
        index: index
            .into_iter()
            .map(|entry| Entry { title: entry.title, reference: entry.reference, place: places.spot(entry.line) })
            .collect(),
        also_under: also_under.iter().map(|branch| leaf(&view, branch, false)).collect(),
        children: children.iter().map(|branch| leaf(&view, branch, false)).collect(),
        children_next: more_after.map_or_else(String::new, |after| joined(&here, &format!("after={}", after.0))),
        budget: if children.is_empty() {
            String::new()
        } else {
            joined(&href(plan.id, "/budget", asked), &format!("under={}", id.0))
        },
        rooms,
        parts: parts(content, people, &places).listed(plan.id, asked, &id.0.to_string()),
        file: document.name,
        place: places.spot(line),
    })
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
