// SPDX-License-Identifier: AGPL-3.0-or-later
//! What changed between two versions: the answer, then node after node.

use super::{export, word};
use crate::list::Address;
use crate::pages::plans::place::Places;
use crate::pages::plans::{source_href, words};
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::Error;
use ambito_app::compare::{Pair, Side};
use ambito_base::Cents;
use ambito_domain::office::PlanId;
use ambito_domain::planning::LineNo;
use ambito_domain::planning::comparison::Counts;
use ambito_exchange::comparison::{Aspect, Changes, MoneyAnswer, MoneyKind, NodeChanges, RowChange, Run};
use serde::Serialize;
use std::sync::Arc;

/// How many rows a page has.
const PAGE_ROWS: usize = 100;

#[derive(Serialize)]
pub(crate) struct Compared {
    old: ShownSide,
    new: ShownSide,
    swap: String,
    equal: bool,
    counts: Vec<Label>,
    money: Vec<ShownMoney>,
    aspects: Vec<ShownAspect>,
    hidden: Option<Label>,
    nodes: Vec<ShownNode>,
    first: String,
    next: String,
    csv: String,
    xlsx: String,
    print: String,
}

/// One of the two.
#[derive(Serialize)]
struct ShownSide {
    href: String,
    title: String,
    body: String,
    period: Option<Label>,
    version: i64,
    filed: i64,
}

/// Money of one kind, before and now.
#[derive(Serialize)]
struct ShownMoney {
    name: Label,
    old: Option<i64>,
    new: Option<i64>,
    difference: Option<i64>,
}

/// A part of the changes, as a door to it.
#[derive(Serialize)]
struct ShownAspect {
    href: String,
    name: Label,
    count: usize,
    here: bool,
}

/// The changes in a node.
#[derive(Serialize)]
struct ShownNode {
    path: Vec<String>,
    title: String,
    level: String,
    kind: &'static str,
    kind_name: Label,
    contents: String,
    href: String,
    old_place: Option<Link>,
    new_place: Option<Link>,
    has_difference: bool,
    rows: Vec<ShownRow>,
}

#[derive(Serialize)]
struct ShownRow {
    kind: &'static str,
    kind_name: Label,
    record: String,
    label: String,
    field: String,
    old: Vec<Run>,
    new: Vec<Run>,
    difference: String,
    is_money: bool,
    old_place: Option<Link>,
    new_place: Option<Link>,
}

/// A place in a document.
#[derive(Clone, Serialize)]
struct Link {
    href: String,
    words: Label,
}

impl Content for Compared {
    const TEMPLATE: &'static str = "findings/compare.html";

    fn samples() -> Vec<Self> {
        let link = Link { href: "/plans/1/source?line=8".to_owned(), words: Label::key("page-line").with("line", "8") };
        let side = || ShownSide {
            href: "/plans/1?version=2".to_owned(),
            title: "Piano di zona 2027".to_owned(),
            body: "Ambito di Valdoro".to_owned(),
            period: Some(Label::key("period-from").with("from", "01/01/2027")),
            version: 2,
            filed: 1_795_348_800_000_000,
        };
        let run = |text: &str, differs| Run { text: text.to_owned(), differs };
        let row = |kind, field: &str, is_money| ShownRow {
            kind,
            kind_name: kind_name(kind),
            record: "capitolo".to_owned(),
            label: "41101 Servizi".to_owned(),
            field: field.to_owned(),
            old: vec![run("430.000,00", false)],
            new: vec![run("450.000,00", true)],
            difference: if is_money { "+20.000,00".to_owned() } else { String::new() },
            is_money,
            old_place: Some(link.clone()),
            new_place: Some(link.clone()),
        };
        let node = |kind, rows: Vec<ShownRow>| ShownNode {
            path: vec!["Area 1".to_owned()],
            title: "Obiettivo 1".to_owned(),
            level: "obiettivo".to_owned(),
            kind,
            kind_name: kind_name(kind),
            contents: "con 3 indicatori".to_owned(),
            href: "/plans/1/nodes/2?version=2".to_owned(),
            old_place: Some(link.clone()),
            new_place: None,
            has_difference: true,
            rows,
        };
        let rows = vec![row("changed", "importo", true), row("added", "", false), row("removed", "", false)];
        let full = Self {
            old: side(),
            new: side(),
            swap: "/compare?old=2&new=1".to_owned(),
            equal: false,
            counts: vec![Label::key("compare-count-changed").with("count", 2_usize)],
            money: vec![ShownMoney {
                name: Label::key("compare-money-expense"),
                old: None,
                new: Some(100),
                difference: Some(100),
            }],
            aspects: vec![ShownAspect {
                href: "/compare".to_owned(),
                name: Label::key("compare-aspect-all"),
                count: 4,
                here: true,
            }],
            hidden: Some(Label::key("compare-people-hidden").with("count", 3_usize)),
            nodes: vec![node("changed", rows), node("added", Vec::new()), node("removed", Vec::new())],
            first: "/compare".to_owned(),
            next: "/compare?from=100".to_owned(),
            csv: "/compare?format=csv".to_owned(),
            xlsx: "/compare?format=xlsx".to_owned(),
            print: "/compare?print=1".to_owned(),
        };
        let equal = Self {
            old: side(),
            new: side(),
            swap: String::new(),
            equal: true,
            counts: Vec::new(),
            money: Vec::new(),
            aspects: Vec::new(),
            hidden: None,
            nodes: Vec::new(),
            first: String::new(),
            next: String::new(),
            csv: String::new(),
            xlsx: String::new(),
            print: String::new(),
        };
        vec![full, equal]
    }
}

pub(super) async fn show(context: Context, old: (PlanId, Option<i64>), new: (PlanId, Option<i64>)) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let wanted = context.query("show");
    let aspect = if wanted.is_empty() { Some(Aspect::All) } else { Aspect::from_word(&wanted) };
    let aspect = aspect.ok_or(Error::Absent("page"))?;
    let from = context.query("from");
    let from: usize = if from.is_empty() { 0 } else { from.parse().map_err(|_| Error::Absent("page"))? };
    let pair = Arc::new(app.get_pair(viewer, old, new).await?);
    let address = Address::of(&context);
    if let Some(whole) = address.whole() {
        return export::take_away(&context, (&address, whole), aspect, pair).await;
    }
    let catalogue = Arc::clone(context.server.engine.catalogue(context.language));
    let drafts = Arc::clone(&pair);
    let work = move || {
        let changes = Changes::new(&drafts.old.draft, &drafts.new.draft);
        (changes.answer(), changes.page(aspect, from, PAGE_ROWS, &catalogue))
    };
    let done = tokio::task::spawn_blocking(work).await;
    let (answer, page) = done.map_err(|error| Error::Broken(error.to_string()))?;
    let (old, new) = (&pair.old.side, &pair.new.side);
    let old_lines = lines_of(&page.nodes, |node| node.old_line, |row| row.old_line);
    let new_lines = lines_of(&page.nodes, |node| node.new_line, |row| row.new_line);
    let old_places = app.list_line_places(viewer, old, &old_lines).await?;
    let new_places = app.list_line_places(viewer, new, &new_lines).await?;
    let places = [Places::new(&old_places, &old.format), Places::new(&new_places, &new.format)];
    let here = format!("/compare?old={}&new={}", word(old), word(new));
    let part = if aspect == Aspect::All { here.clone() } else { format!("{here}&show={}", aspect.word()) };
    let shown = Compared {
        swap: format!("/compare?old={}&new={}", word(new), word(old)),
        equal: answer.counts == Counts::default(),
        counts: counts(answer.counts),
        money: answer.money.iter().map(shown_money).collect(),
        aspects: aspects(&answer.aspects, aspect, &here),
        hidden: hidden(&pair),
        nodes: page.nodes.into_iter().map(|node| shown_node(node, [old, new], &places)).collect(),
        first: if from > 0 { part.clone() } else { String::new() },
        next: page.next.map_or_else(String::new, |next| format!("{part}&from={next}")),
        csv: format!("{part}&format=csv"),
        xlsx: format!("{part}&format=xlsx"),
        print: format!("{part}&print=1"),
        old: shown_side(old),
        new: shown_side(new),
    };
    let page = context.page(Label::key("compare-title")).under("/plans", Label::key("plans-title"));
    let page = page.under(format!("/plans/{}", new.key.plan()), Label::said(new.title.clone()));
    context.show(&page, &shown)
}

/// The lines of a side that a page names.
pub(super) fn lines_of(
    nodes: &[NodeChanges],
    of_node: fn(&NodeChanges) -> Option<LineNo>,
    of_row: fn(&RowChange) -> Option<LineNo>,
) -> Vec<LineNo> {
    let of = |node: &NodeChanges| -> Vec<LineNo> {
        of_node(node).into_iter().chain(node.rows.iter().filter_map(of_row)).collect()
    };
    let mut lines: Vec<LineNo> = nodes.iter().flat_map(of).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

fn shown_side(side: &Side) -> ShownSide {
    ShownSide {
        href: format!("/plans/{}?version={}", side.key.plan(), side.key.number()),
        title: side.title.clone(),
        body: side.body_name.clone(),
        period: words::period(side.period),
        version: side.key.number(),
        filed: side.filed.as_microsecond(),
    }
}

fn counts(counts: Counts) -> Vec<Label> {
    let said = [
        ("compare-count-changed", counts.changed),
        ("compare-count-added", counts.added),
        ("compare-count-removed", counts.removed),
    ];
    said.into_iter().filter(|one| one.1 > 0).map(|(key, count)| Label::key(key).with("count", count)).collect()
}

fn shown_money(money: &MoneyAnswer) -> ShownMoney {
    let name = match money.kind {
        MoneyKind::Revenue => "compare-money-revenue",
        MoneyKind::Expense => "compare-money-expense",
        MoneyKind::Allocated => "compare-money-allocated",
        MoneyKind::Cost => "compare-money-cost",
    };
    ShownMoney {
        name: Label::key(name),
        old: money.old.map(Cents::cents),
        new: money.new.map(Cents::cents),
        difference: money.difference().map(Cents::cents),
    }
}

/// The doors to parts of the changes; those that have none are left out.
fn aspects(counted: &[(Aspect, usize)], here: Aspect, base: &str) -> Vec<ShownAspect> {
    let shown = |&(aspect, count): &(Aspect, usize)| ShownAspect {
        href: if aspect == Aspect::All { base.to_owned() } else { format!("{base}&show={}", aspect.word()) },
        name: aspect_name(aspect),
        count,
        here: aspect == here,
    };
    counted.iter().filter(|(aspect, count)| *count > 0 || *aspect == here).map(shown).collect()
}

pub(super) fn aspect_name(aspect: Aspect) -> Label {
    Label::key(match aspect {
        Aspect::All => "compare-aspect-all",
        Aspect::Money => "compare-aspect-money",
        Aspect::Targets => "compare-aspect-targets",
        Aspect::People => "compare-aspect-people",
        Aspect::Added => "compare-aspect-added",
        Aspect::Removed => "compare-aspect-removed",
    })
}

fn hidden(pair: &Pair) -> Option<Label> {
    (pair.hidden > 0).then(|| Label::key("compare-people-hidden").with("count", pair.hidden))
}

pub(super) fn kind_name(kind: &str) -> Label {
    Label::key(match kind {
        "added" => "compare-kind-added",
        "removed" => "compare-kind-removed",
        _ => "compare-kind-changed",
    })
}

fn shown_node(node: NodeChanges, sides: [&Side; 2], places: &[Places<'_>; 2]) -> ShownNode {
    let [old, new] = sides;
    let href = match (node.new_node, node.old_node) {
        (Some(id), _) => format!("/plans/{}/nodes/{id}?version={}", new.key.plan(), new.key.number()),
        (None, Some(id)) => format!("/plans/{}/nodes/{id}?version={}", old.key.plan(), old.key.number()),
        (None, None) => String::new(),
    };
    let link = |at: usize, line: Option<LineNo>| {
        let (side, places) = (sides.get(at)?, places.get(at)?);
        let line = line?;
        Some(Link { href: source_href(side.key.plan(), side.key.number(), line), words: places.of(line) })
    };
    let mut path = node.path;
    let title = path.pop().unwrap_or_default();
    let rows: Vec<ShownRow> = node
        .rows
        .into_iter()
        .map(|row| ShownRow {
            kind: row.kind,
            kind_name: kind_name(row.kind),
            record: row.record,
            label: row.label,
            field: row.field,
            old: row.old,
            new: row.new,
            difference: row.difference,
            is_money: row.is_money,
            old_place: link(0, row.old_line),
            new_place: link(1, row.new_line),
        })
        .collect();
    ShownNode {
        path,
        title,
        level: node.level.unwrap_or_default(),
        kind: node.kind,
        kind_name: kind_name(node.kind),
        contents: node.contents,
        href,
        old_place: link(0, node.old_line),
        new_place: link(1, node.new_line),
        has_difference: rows.iter().any(|row| !row.difference.is_empty()),
        rows,
    }
}
