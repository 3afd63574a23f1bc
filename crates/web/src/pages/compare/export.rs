// SPDX-License-Identifier: AGPL-3.0-or-later
//! What changed between two versions, all of it, as a file or printed: a row a change, in the words of the page.
//!
//! The changes are found by a thread of their own, which waits for who receives: nothing holds all rows at once but paper.

use super::show::{aspect_name, kind_name, lines_of};
use crate::list::{Address, Cell, Column, Fetch, File, List, Of, Whole, take};
use crate::pages::plans::place::Places;
use crate::pages::plans::source_href;
use crate::render::Label;
use crate::server::{Answer, Context};
use ambito_app::compare::{Pair, Side};
use ambito_app::{App, Error, Viewer};
use ambito_base::Cents;
use ambito_domain::planning::LineNo;
use ambito_exchange::comparison::{Aspect, Changes, NodeChanges, RowChange, Run};
use ambito_i18n::Catalogue;
use std::sync::Arc;
use tokio::sync::mpsc;

/// How many parts wait to be written at most.
const PARTS_WAITING: usize = 2;

/// The columns.
const COLUMNS: &[Column] = &[
    Column::plain("column-node"),
    Column::plain("column-level"),
    Column::plain("compare-column-change"),
    Column::plain("compare-page-what"),
    Column::plain("compare-column-value"),
    Column::plain("compare-page-old"),
    Column::plain("compare-page-new"),
    Column { holds: crate::list::Holds::Figures, ..Column::plain("compare-page-difference") },
    Column::plain("compare-column-where-old"),
    Column::plain("compare-column-where-new"),
];

/// The whole of a part of the changes.
pub(super) async fn take_away(
    context: &Context,
    (address, whole): (&Address, Whole),
    aspect: Aspect,
    pair: Arc<Pair>,
) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let catalogue = Arc::clone(context.server.engine.catalogue(context.language));
    let (counted, words) = (Arc::clone(&pair), Arc::clone(&catalogue));
    let count = move || Changes::new(&counted.old.draft, &counted.new.draft).page(aspect, 0, 0, &words).rows;
    let count = tokio::task::spawn_blocking(count).await.map_err(|error| Error::Broken(error.to_string()))?;
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    app.begin_comparison_export(viewer, &pair, count, whole.taken()).await?;
    let title = Label::key("compare-title");
    let mut list = List::new("comparison", title.clone(), COLUMNS, address);
    if aspect != Aspect::All {
        list = list.given(address, "show", aspect_name(aspect));
    }
    let page = context.page(title.clone()).under("/plans", Label::key("plans-title"));
    let of = Of { title: format!("{} – {}", named(&pair.old.side), named(&pair.new.side)), version: None };
    let file = File { of: Some(of), title, columns: COLUMNS.to_vec(), sums: Vec::new() };
    let at_once = whole.taken().rows_at_once() as usize;
    let changes = begin(Arc::clone(&pair), aspect, at_once, catalogue);
    let fetching = Fetching { app: app.clone(), viewer: viewer.clone(), pair, changes };
    take(context, &page, (address, whole), (list, file, count), fetching).await
}

/// A side as a name has it.
fn named(side: &Side) -> String {
    format!("{} v{}", side.title, side.key.number())
}

/// Begins to find the changes, some at a time.
fn begin(
    pair: Arc<Pair>,
    aspect: Aspect,
    at_once: usize,
    catalogue: Arc<Catalogue>,
) -> mpsc::Receiver<Vec<NodeChanges>> {
    let (to, from) = mpsc::channel(PARTS_WAITING);
    tokio::task::spawn_blocking(move || {
        let changes = Changes::new(&pair.old.draft, &pair.new.draft);
        let mut next = Some(0);
        while let Some(begin) = next {
            let page = changes.page(aspect, begin, at_once, &catalogue);
            next = page.next;
            if to.blocking_send(page.nodes).is_err() {
                // Nobody receives any more.
                return;
            }
        }
    });
    from
}

/// Changes on their way into a file.
struct Fetching {
    app: App,
    viewer: Viewer,
    pair: Arc<Pair>,
    changes: mpsc::Receiver<Vec<NodeChanges>>,
}

impl Fetch for Fetching {
    async fn next(&mut self) -> Result<Option<Vec<Vec<Cell>>>, Error> {
        let Some(nodes) = self.changes.recv().await else { return Ok(None) };
        let (old, new) = (&self.pair.old.side, &self.pair.new.side);
        let old_lines = lines_of(&nodes, |node| node.old_line, |row| row.old_line);
        let new_lines = lines_of(&nodes, |node| node.new_line, |row| row.new_line);
        let old_places = self.app.list_line_places(&self.viewer, old, &old_lines).await?;
        let new_places = self.app.list_line_places(&self.viewer, new, &new_lines).await?;
        let places = [Places::new(&old_places, &old.format), Places::new(&new_places, &new.format)];
        Ok(Some(nodes.iter().flat_map(|node| rows(node, [old, new], &places)).collect()))
    }
}

/// The rows of a node: its changes, or the node itself that came or went.
fn rows(node: &NodeChanges, sides: [&Side; 2], places: &[Places<'_>; 2]) -> Vec<Vec<Cell>> {
    let [old, new] = sides;
    let [old_places, new_places] = places;
    let link = |side: &Side, places: &Places<'_>, line: Option<LineNo>| {
        line.map_or(Cell::Nothing, |line| {
            Cell::link(source_href(side.key.plan(), side.key.number(), line), places.of(line))
        })
    };
    let name = || match node.path.as_slice() {
        [] => Cell::words(Label::key("compare-whole-document")),
        path => Cell::said(Some(path.join(" › "))),
    };
    let whole = (node.rows.is_empty()).then(|| {
        vec![
            name(),
            Cell::said(node.level.clone()),
            Cell::words(kind_name(node.kind)),
            Cell::said(Some(node.contents.clone())),
            Cell::Nothing,
            Cell::Nothing,
            Cell::Nothing,
            Cell::Nothing,
            link(old, old_places, node.old_line),
            link(new, new_places, node.new_line),
        ]
    });
    let row = |row: &RowChange| {
        let what = [row.record.as_str(), row.label.as_str()].into_iter().filter(|part| !part.is_empty());
        vec![
            name(),
            Cell::said(node.level.clone()),
            Cell::words(kind_name(row.kind)),
            Cell::said(Some(what.collect::<Vec<_>>().join(" "))),
            Cell::said(Some(row.field.clone())),
            value(&row.old, row.old_money),
            value(&row.new, row.new_money),
            difference(row),
            link(old, old_places, row.old_line),
            link(new, new_places, row.new_line),
        ]
    };
    whole.into_iter().chain(node.rows.iter().map(row)).collect()
}

fn value(runs: &[Run], money: Option<Cents>) -> Cell {
    match money {
        Some(cents) => Cell::money(Some(cents.cents())),
        None => Cell::said(Some(runs.iter().map(|run| run.text.as_str()).collect::<Vec<_>>().join(" "))),
    }
}

/// What it is more or less now: an amount where both values are amounts.
fn difference(row: &RowChange) -> Cell {
    let amounts = row.old_money.zip(row.new_money).and_then(|(old, new)| new.checked_sub(old));
    match amounts {
        Some(cents) => Cell::money(Some(cents.cents())),
        None => Cell::said(Some(row.difference.clone())),
    }
}
