// SPDX-License-Identifier: AGPL-3.0-or-later
//! The plans in sight: a list, the last filed first.

use super::lists::Row;
use super::{href, words};
use crate::list::{Address, Cell, Column, Fetching, File, List, take};
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::plans::lists::{Given, ListKey, ListRow, Order};
use ambito_domain::office::PlanId;
use ambito_domain::planning::Family;
use serde::Serialize;

/// The columns.
const COLUMNS: &[Column] = &[
    Column::words("plans-plan", "title"),
    Column::words("column-body", "body"),
    Column::words("plans-family", "family"),
    Column::days("plans-from", "from"),
    Column::days("plans-to", "to"),
    Column::figures("column-version", "version"),
    Column::days("plans-filed", "filed"),
];

#[derive(Serialize)]
pub(crate) struct Plans {
    list: List,
    is_empty: bool,
}

impl Content for Plans {
    const TEMPLATE: &'static str = "plans.html";

    fn samples() -> Vec<Self> {
        let address = Address::parse("/plans?words=zona");
        let columns = ["title", "body", "family", "from", "to", "version", "filed"];
        let text = |text: &str| Given::Text(text.to_owned());
        let given = [
            text("Piano di zona 2027"),
            text("Ambito di Valdoro"),
            text("zone-plan"),
            Given::Nothing,
            Given::Nothing,
            Given::Int(2),
            Given::Int(1_795_348_800_000_000),
        ];
        let row = cells(&Row::new(&columns, &given), None);
        let list = list(&address);
        let empty = Self { list: list.clone(), is_empty: true };
        vec![empty, Self { list: list.with_rows(&address, vec![row], 1, Some("9")), is_empty: false }]
    }
}

fn list(address: &Address) -> List {
    let families = Family::ALL.into_iter().map(|family| (family.word().to_owned(), words::family(Some(family))));
    List::new("plans", Label::key("plans-title"), COLUMNS, address)
        .filtered_by(address, "words", Label::key("list-words"), Vec::new())
        .filtered_by(address, "family", Label::key("plans-family"), families.collect())
}

pub(super) async fn show(context: Context) -> Answer {
    let address = Address::of(&context).or_sorted_by("filed", Order::Falling);
    if let Some(whole) = address.whole() {
        let export = context.server.app.begin_plans_export(&context.viewer, &address.asked(), whole.taken()).await?;
        let title = Label::key("plans-title");
        let file = File { of: None, title: title.clone(), columns: COLUMNS.to_vec(), sums: Vec::new() };
        let count = export.whole.rows;
        let fetching = Fetching::new(context.server.app.clone(), export, |export, row| shown(export.columns(), row));
        return take(&context, &context.page(title), (&address, whole), (list(&address), file, count), fetching).await;
    }
    let key = address.key();
    let page = context.server.app.list_plans_as(&context.viewer, &address.asked(), key.as_ref()).await?;
    let rows = page.rows.iter().map(|row| shown(&page.columns, row)).collect();
    let is_empty = page.whole.rows == 0 && address.asked().filters.is_empty();
    let list = list(&address).with_rows(&address, rows, page.whole.rows, page.next.as_ref().map(ListKey::text));
    context.show(&context.page(Label::key("plans-title")), &Plans { list, is_empty })
}

fn shown(columns: &[&'static str], row: &ListRow) -> Vec<Cell> {
    let id = row.cells.iter().find_map(|cell| if let Given::Id(id) = cell { Some(PlanId(*id)) } else { None });
    cells(&Row::new(columns, &row.cells), id)
}

fn cells(row: &Row<'_>, id: Option<PlanId>) -> Vec<Cell> {
    let title = Label::Said(row.text("title").unwrap_or_default());
    vec![
        id.map_or_else(|| Cell::words(title.clone()), |id| Cell::link(href(id, "", None), title.clone())),
        Cell::said(row.text("body")),
        Cell::words(words::family_of(row.text("family").as_deref())),
        Cell::day(row.day("from")),
        Cell::day(row.day("to")),
        Cell::count(row.int("version")),
        row.int("filed").map_or(Cell::Nothing, |at| Cell::Moment { at }),
    ]
}
