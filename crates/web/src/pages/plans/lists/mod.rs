// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every list of a plan: of indicators, phases, lines of the budget, people…, each the same list with its own columns.
//!
//! Invariants: every row leads to its node and to its place in the source; what a page shows is what the file has.

mod charts;
mod rows;
mod shape;
mod snippet;

pub(super) use charts::euro;
pub use rows::Row;

use super::place::Places;
use super::rooms::{Rooms, rooms};
use super::{href, number_of, plan_of};
use crate::list::{Address, Cell, Fetching, File, List, Of, Whole, take};
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::plans::lists::{Export, ListKey, ListRow, Order, PlanList, PlanListPage};
use ambito_domain::office::Right;
use axum::extract::Path;
use serde::Serialize;

/// A list of a plan.
#[derive(Serialize)]
pub(crate) struct PlanRows {
    rooms: Rooms,
    what: Label,
    list: List,
    chart: Option<String>,
}

impl Content for PlanRows {
    const TEMPLATE: &'static str = "plan-list.html";

    fn samples() -> Vec<Self> {
        let sample = |list: PlanList| {
            let address = Address::parse("/plans/1/x?words=a&under=3&sort=-title&after=9");
            let shape = shape::of(list);
            let list_of = |rows, next| {
                let list = List::new(shape.id, Label::key(shape.title), shape.columns, &address);
                let list = shape::filtered(list, shape, &address);
                list.given(&address, "under", Label::said("Area")).with_rows(&address, rows, 2, next)
            };
            let place = rows::Place::sample();
            let row = rows::samples(list, &place);
            let sums = row.clone();
            let whole = list_of(vec![row.clone(), row], Some("9")).with_sums(sums);
            [whole, list_of(Vec::new(), None)].map(|list| Self {
                rooms: Rooms::sample(),
                what: Label::key(shape.what),
                list,
                chart: None,
            })
        };
        PlanList::ALL.into_iter().flat_map(sample).collect()
    }
}

/// Search in a plan: people too, for who may see them.
pub(super) async fn search(context: Context, Path(id): Path<String>) -> Answer {
    let list = if context.viewer.may(Right::ReadPlanPeople) { PlanList::SearchPeople } else { PlanList::Search };
    match show(context.clone(), Path(id.clone()), list).await {
        // They may see names elsewhere, not of this plan.
        Err(failure) if list == PlanList::SearchPeople && failure.is_denial() => {
            show(context, Path(id), PlanList::Search).await
        }
        answer => answer,
    }
}

/// The page, or the file, of a list.
pub(super) async fn show(context: Context, Path(id): Path<String>, list: PlanList) -> Answer {
    let (plan, number) = (plan_of(&id)?, number_of(&context, "version")?);
    let shape = shape::of(list);
    let address = match list {
        PlanList::Load => Address::of(&context).or_sorted_by("load", Order::Falling),
        _ => Address::of(&context),
    };
    let (key, mut asked) = (address.key(), address.asked());
    let is_search = matches!(list, PlanList::Search | PlanList::SearchPeople);
    if is_search && address.value("words").is_empty() {
        // Nothing is looked for: nothing is found, instead of everything.
        asked.filters = vec![("kind".to_owned(), String::new())];
    }
    if let Some(whole) = address.whole() {
        let (app, viewer) = (&context.server.app, &context.viewer);
        let export = app.begin_plan_export(viewer, plan, number, list, &asked, whole.taken()).await?;
        return take_away(&context, (&address, whole), list, export).await;
    }
    let found = context.server.app.list_in_plan(&context.viewer, plan, number, list, &asked, key.as_ref()).await?;
    let PlanListPage { plan, version, document, under, page } = found;
    let place = rows::Place {
        plan: plan.id,
        version: version.key.number(),
        asked: number,
        format: &document.format,
        words: address.value("words"),
    };
    let shown_rows = page.rows.iter().map(|row| rows::cells(list, &Row::new(&page.columns, &row.cells), &place));
    let sums = rows::sums(list, &|column| page.sum(column));
    let mut shown = begun(shape, &address, under);
    if list == PlanList::People && !address.value("person").is_empty() {
        let person = page.rows.first().and_then(|row| Row::new(&page.columns, &row.cells).text("person"));
        shown = shown.given(&address, "person", Label::said(person.unwrap_or_default()));
    }
    if is_search {
        shown = shown.or_none(Label::key(if address.value("words").is_empty() {
            "plans-find-begin"
        } else {
            "plans-find-none"
        }));
    }
    let next = page.next.as_ref().map(ListKey::text);
    let chart = charts::chart(&context, list, &page);
    let shown = shown.with_rows(&address, shown_rows.collect(), page.whole.rows, next).with_sums(sums);
    let heading = context.page(Label::key(shape.title)).under("/plans", Label::key("plans-title"));
    let heading = heading.under(href(plan.id, "", number), Label::said(&plan.title));
    let rooms = rooms(&context, plan.id, plan.body, number, shape.room);
    context.show(&heading, &PlanRows { rooms, what: Label::key(shape.what), list: shown, chart })
}

/// The list without rows: its filters, and those that came with a link.
fn begun(shape: &'static shape::Shape, address: &Address, under: Option<String>) -> List {
    let list = List::new(shape.id, Label::key(shape.title), shape.columns, address);
    let list = shape::filtered(list, shape, address);
    match under {
        Some(under) => list.given(address, "under", Label::key("list-under").with("name", under)),
        None if address.value("under") == "none" => list.given(address, "under", Label::key("list-under-none")),
        None => list,
    }
}

/// The whole list, as a file or printed.
async fn take_away(context: &Context, (address, whole): (&Address, Whole), list: PlanList, export: Export) -> Answer {
    let shape = shape::of(list);
    let sums = rows::sums(list, &|column| export.sum(column));
    let sums = if sums.iter().any(|cell| *cell != Cell::Nothing) { sums } else { Vec::new() };
    let title = Label::key(shape.title);
    let page = context.page(title.clone()).under("/plans", Label::key("plans-title"));
    let of = export.of.as_ref().map(|(plan, _)| Of { title: plan.title.clone(), version: export.version() });
    let page = match &export.of {
        Some((plan, _)) => page.under(href(plan.id, "", export.version()), Label::said(&plan.title)),
        None => page,
    };
    let file = File { of, title, columns: shape.columns.to_vec(), sums };
    let (mut shown, count) = (begun(shape, address, export.under.clone()), export.whole.rows);
    if list == PlanList::People && !address.value("person").is_empty() {
        shown = shown.given(address, "person", Label::key("list-one-person"));
    }
    let cells = move |export: &Export, row: &ListRow| taken(list, export, row);
    let fetching = Fetching::new(context.server.app.clone(), export, cells);
    take(context, &page, (address, whole), (shown, file, count), fetching).await
}

/// A row on its way into a file.
fn taken(list: PlanList, export: &Export, row: &ListRow) -> Vec<Cell> {
    let Some((plan, document)) = &export.of else { return Vec::new() };
    let version = export.version().unwrap_or_default();
    let place = rows::Place { plan: plan.id, version, asked: None, format: &document.format, words: "" };
    rows::cells(list, &Row::new(export.columns(), &row.cells), &place)
}

/// The words of a place whose parts are columns of a row.
fn place_words(row: &Row<'_>, format: &str) -> Label {
    let line = row.number("line").unwrap_or_default();
    let in_table = row.number("table_number").zip(row.number("table_row"));
    let place = row.number("at_line").map(|at_line| ambito_app::plans::Place {
        line,
        at_line,
        sheet: row.text("sheet"),
        page: row.number("page"),
        row: in_table,
    });
    let places: Vec<_> = place.into_iter().collect();
    Places::new(&places, format).of(line)
}

/// The words of a node in a row.
fn node_words(row: &Row<'_>) -> Label {
    row.text("node_name").map_or_else(|| Label::key("plans-node-unnamed"), Label::Said)
}
