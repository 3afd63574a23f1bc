// SPDX-License-Identifier: AGPL-3.0-or-later
//! The documents under review and filed, the last first: sorted, filtered, taken away.

use super::words;
use crate::list::{Address, Cell, Column, Fetching, File, List, take};
use crate::pages::plans::lists::Row;
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::Error;
use ambito_app::plans::lists::{Given, ListKey, ListRow, Order};
use ambito_domain::office::Right;
use ambito_domain::review::ReadingState;
use serde::Serialize;

/// The columns.
const COLUMNS: &[Column] = &[
    Column::words("reviews-document", "name"),
    Column::words("column-title", "title"),
    Column::words("column-body", "body"),
    Column::words("reviews-state", "state"),
    Column::figures("reviews-understood", "understood"),
    Column::figures("findings-errors", "errors"),
    Column::figures("findings-warnings", "warnings"),
    Column::figures("findings-notes", "notes"),
    Column::figures("finding-state-accepted-many", "accepted"),
    Column::figures("reviews-corrections", "corrections"),
    Column::days("reviews-brought", "brought"),
    Column::plain("plans-plan"),
];

/// What the list may be narrowed to.
const STATES: [(&str, &str); 4] = [
    ("unfiled", "reviews-state-unfiled"),
    ("filed", "reviews-state-filed"),
    ("failed", "reviews-state-failed"),
    ("waiting", "reviews-state-waiting"),
];

/// The documents.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Reviews {
    list: List,
    is_empty: bool,
}

impl Content for Reviews {
    const TEMPLATE: &'static str = "reviews/list.html";

    fn samples() -> Vec<Self> {
        let address = Address::parse("/reviews?words=piano&state=unfiled");
        let columns = ["name", "title", "body", "state", "understood", "errors", "accepted", "brought", "version"];
        let text = |text: &str| Given::Text(text.to_owned());
        let done = [
            text("piano.pdf"),
            text("Piano 2027"),
            text("Ambito di Valdoro"),
            text("done"),
            Given::Int(9_920),
            Given::Int(1),
            Given::Int(2),
            Given::Int(super::samples::AT),
            Given::Int(2),
        ];
        let mut waiting = done.clone();
        waiting[3] = text("waiting");
        waiting[8] = Given::Nothing;
        let rows = [done, waiting].map(|given| cells(&Row::new(&columns, &given), "1", Some("2".to_owned())));
        let bodies = [("1".to_owned(), Label::said("Ambito")), ("2".to_owned(), Label::said("Comune"))];
        let list = list(&address, &bodies);
        let full = list.clone().with_rows(&address, rows.into(), 2, Some("9"));
        vec![
            Self { list: full, is_empty: false },
            Self { list: list.clone(), is_empty: false },
            Self { list, is_empty: true },
        ]
    }
}

fn list(address: &Address, bodies: &[(String, Label)]) -> List {
    let states = STATES.map(|(word, key)| (word.to_owned(), Label::key(key))).into();
    let list = List::new("reviews", Label::key("reviews-title"), COLUMNS, address)
        .filtered_by(address, "words", Label::key("list-words"), Vec::new())
        .filtered_by(address, "state", Label::key("reviews-state"), states);
    if bodies.len() > 1 { list.filtered_by(address, "body", Label::key("column-body"), bodies.to_vec()) } else { list }
}

/// Shows the documents.
pub(crate) async fn show(context: Context) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let address = Address::of(&context).or_sorted_by("brought", Order::Falling);
    let title = Label::key("reviews-title");
    if let Some(whole) = address.whole() {
        let export = app.begin_reviews_export(viewer, &address.asked(), whole.taken()).await?;
        let sums = sums(&|column| export.sum(column));
        let file = File { of: None, title: title.clone(), columns: COLUMNS.to_vec(), sums };
        let (list, count) = (list(&address, &bodies(&context).await?), export.whole.rows);
        let fetching = Fetching::new(app.clone(), export, |export, row| shown(export.columns(), row));
        return take(&context, &context.page(title), (&address, whole), (list, file, count), fetching).await;
    }
    let page = app.list_reviews_as(viewer, &address.asked(), address.key().as_ref()).await?;
    let rows = page.rows.iter().map(|row| shown(&page.columns, row)).collect();
    let list = list(&address, &bodies(&context).await?)
        .with_rows(&address, rows, page.whole.rows, page.next.as_ref().map(ListKey::text))
        .with_sums(sums(&|column| page.sum(column)));
    let is_empty = page.whole.rows == 0 && address.asked().filters.is_empty();
    context.show(&context.page(title), &Reviews { list, is_empty })
}

/// The bodies whose documents are in sight.
async fn bodies(context: &Context) -> Result<Vec<(String, Label)>, Error> {
    let sight = context.viewer.sight(Right::FilePlans)?;
    let bodies = context.server.app.list_bodies(&context.viewer).await?;
    let covered = bodies.into_iter().filter(|body| sight.covers(body.id));
    Ok(covered.map(|body| (body.id.to_string(), Label::said(body.name))).collect())
}

fn shown(columns: &[&'static str], row: &ListRow) -> Vec<Cell> {
    let row = Row::new(columns, &row.cells);
    cells(&row, &row.id("document").unwrap_or_default(), row.id("plan"))
}

fn cells(row: &Row<'_>, document: &str, plan: Option<String>) -> Vec<Cell> {
    let state = row.text("state").and_then(|word| ReadingState::from_word(&word)).unwrap_or(ReadingState::Waiting);
    let base = format!("/reviews/{document}");
    let findings = |column: &str, filter: &str| {
        Cell::count_from(row.int(column), format!("/findings?document={document}&{filter}"))
    };
    let filed = plan.zip(row.int("version")).map(|(plan, version)| {
        let words = Label::key("plans-version-number").with("number", version.to_string());
        Cell::link(format!("/plans/{plan}?version={version}"), words)
    });
    let some = |cell: Cell| if matches!(cell, Cell::Count { value: 0, .. }) { Cell::count(Some(0)) } else { cell };
    vec![
        Cell::link(base.clone(), Label::Said(row.text("name").unwrap_or_default())),
        Cell::said(row.text("title")),
        Cell::said(row.text("body")),
        Cell::State { words: words::state(state), kind: words::state_badge(state) },
        Cell::share(row.int("understood")),
        some(findings("errors", "severity=error")),
        some(findings("warnings", "severity=warning")),
        some(findings("notes", "severity=note")),
        some(findings("accepted", "state=accepted")),
        some(Cell::count_from(row.int("corrections"), format!("{base}/corrections"))),
        row.int("brought").map_or(Cell::Nothing, |at| Cell::Moment { at }),
        filed.unwrap_or_else(|| Cell::words(Label::key("reviews-not-filed"))),
    ]
}

/// What the columns come to, one a column.
fn sums(sum: &dyn Fn(&str) -> Option<i64>) -> Vec<Cell> {
    let summed = |column: &Column| match column.sorts {
        crate::list::Sorts::By(key) => Cell::count(sum(key)),
        crate::list::Sorts::Never => Cell::Nothing,
    };
    COLUMNS.iter().map(summed).collect()
}
