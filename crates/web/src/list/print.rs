// SPDX-License-Identifier: AGPL-3.0-or-later
//! A whole list on one page to be printed: what it is of, its filters in words, every row.
//!
//! The page is made to be printed by the browser, which needs no script for it. Invariants: its rows are those of the file;
//! beyond what paper can bear it says so, and leads to the file.

use super::{Address, Cell, Fetch, File, List};
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context};
use ambito_app::PRINT_ROWS_MAX;
use serde::Serialize;

/// A list to be printed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Printed {
    list: List,
    /// What it is of; nothing where it is of the whole office.
    of: Option<Label>,
    /// What it is filtered by: the question, what was chosen or typed.
    asked: Vec<(Label, Label)>,
    /// The column that it is sorted by, and which way.
    sorted: Option<(Label, &'static str)>,
    /// The list as one works with it.
    back: String,
    /// How many rows stand here, where there are more.
    cut: Option<u32>,
}

impl Content for Printed {
    const TEMPLATE: &'static str = "list-print.html";

    fn samples() -> Vec<Self> {
        use super::{Column, Sorts};
        let address = Address::parse("/plans?words=zona&under=3&family=zone-plan&sort=-title&print=1");
        let columns = [Column::words("plans-plan", "title"), Column::figures("column-version", "version")];
        let wide = [columns[0], columns[1], columns[1], columns[1], columns[1], columns[1]];
        let list = |columns: &[Column], rows: Vec<Vec<Cell>>| {
            let family = vec![("zone-plan".to_owned(), Label::key("family-zone-plan"))];
            List::new("plans", Label::key("plans-title"), columns, &address)
                .filtered_by(&address, "words", Label::key("list-words"), Vec::new())
                .filtered_by(&address, "family", Label::key("plans-family"), family)
                .given(&address, "under", Label::key("list-under").with("name", "Area"))
                .with_rows(&address, rows, 7_000, None)
        };
        let row = |length: usize| vec![vec![Cell::said(Some("Piano".to_owned())); length]];
        let of = Some(Label::key("list-of-version").with("title", "Piano").with("number", "2"));
        let sums = vec![Cell::Nothing, Cell::count(Some(3))];
        vec![
            Self::new(list(&columns, row(2)).with_sums(sums), of, &address, Some(5_000)),
            Self::new(list(&wide, row(6)), None, &Address::parse("/plans"), None),
            Self::new(
                List::new(
                    "plans",
                    Label::key("plans-title"),
                    &[Column { sorts: Sorts::Never, ..columns[0] }],
                    &address,
                ),
                None,
                &address,
                None,
            ),
        ]
    }
}

impl Printed {
    fn new(list: List, of: Option<Label>, address: &Address, cut: Option<u32>) -> Self {
        let asked = list.filters.iter().filter(|filter| !filter.value.is_empty());
        let asked = asked.map(|filter| {
            let chosen = filter.choices.iter().find(|(value, _)| *value == filter.value);
            let said = chosen.map_or_else(|| Label::said(&filter.value), |(_, words)| words.clone());
            (filter.label.clone(), said)
        });
        let sorted = list.columns.iter().find(|column| !column.sorted.is_empty());
        Self {
            asked: asked.collect(),
            sorted: sorted.map(|column| (column.label.clone(), column.sorted)),
            back: address.begin(),
            of,
            cut,
            list,
        }
    }
}

/// The page with every row, as far as paper can bear them.
pub(super) async fn print(
    context: &Context,
    page: &Page,
    address: &Address,
    (list, file, count): (List, File, u64),
    mut fetch: impl Fetch,
) -> Answer {
    let most = PRINT_ROWS_MAX as usize;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    while rows.len() < most
        && let Some(found) = fetch.next().await?
    {
        rows.extend(found);
    }
    rows.truncate(most);
    let count = count.max(u64::try_from(rows.len()).unwrap_or_default());
    let cut = (count > u64::from(PRINT_ROWS_MAX)).then_some(PRINT_ROWS_MAX);
    let of = file.of.as_ref().map(super::Of::label);
    let list = list.with_rows(address, rows, count, None).with_sums(file.sums);
    context.show(page, &Printed::new(list, of, address, cut))
}
