// SPDX-License-Identifier: AGPL-3.0-or-later
//! Money by node: a level of the tree, each node with all that is below it; the rows add up to the total under them, and
//! every amount leads to the lines that it was made from.

use super::lists::euro;
use super::rooms::{Room, Rooms, rooms};
use super::{href, joined, number_of, plan_of, words};
use crate::list::{Address, Cell, Column, List};
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::plans::{BudgetPage, Sums};
use ambito_base::Cents;
use ambito_domain::office::PlanId;
use ambito_domain::planning::NodeId;
use ambito_i18n::Catalogue;
use ambito_report::chart::{Bar, BarRow, Bars, Look, Names};
use axum::extract::Path;
use serde::Serialize;

/// A whole, in hundredths of a percent.
const WHOLE_HUNDREDTHS: i128 = 10_000;

/// What money there is: the key of its column, the key of its name, its look, the list it comes from.
struct Kind {
    column: Column,
    name: &'static str,
    look: Look,
    list: &'static str,
    query: &'static str,
    of: fn(&Sums) -> Option<Cents>,
}

const KINDS: [Kind; 4] = [
    Kind {
        column: figures("list-expense-euro"),
        name: "column-expense",
        look: Look::Full,
        list: "/budget/lines",
        query: "direction=expense",
        of: |sums| sums.expense,
    },
    Kind {
        column: figures("list-revenue-euro"),
        name: "column-revenue",
        look: Look::Struck,
        list: "/budget/lines",
        query: "direction=revenue",
        of: |sums| sums.revenue,
    },
    Kind {
        column: figures("plans-allocations-euro"),
        name: "sheet-allocations",
        look: Look::Dotted,
        list: "/allocations",
        query: "",
        of: |sums| sums.allocated,
    },
    Kind {
        column: figures("plans-cost-euro"),
        name: "column-cost",
        look: Look::Barred,
        list: "/costs",
        query: "",
        of: |sums| sums.cost,
    },
];

const fn figures(label: &'static str) -> Column {
    Column { label, holds: crate::list::Holds::Figures, sorts: crate::list::Sorts::Never }
}

#[derive(Serialize)]
pub(crate) struct Budget {
    rooms: Rooms,
    levels: Vec<Level>,
    here: Label,
    node_href: String,
    chart: Option<String>,
    list: List,
    links: Vec<(String, Label)>,
}

/// A level above the one that is looked at.
#[derive(Serialize)]
struct Level {
    href: String,
    name: Label,
}

impl Content for Budget {
    const TEMPLATE: &'static str = "plan-budget.html";

    fn samples() -> Vec<Self> {
        let address = Address::parse("/plans/1/budget");
        let columns = [Column::plain("column-node"), KINDS[0].column, figures("column-share")];
        let row = vec![
            Cell::link("/plans/1/budget?under=1", Label::said("Anziani")),
            Cell::money_from(Some(100), "/plans/1/budget/lines?under=1".to_owned()),
            Cell::share(Some(10_000)),
        ];
        let list = || List::new("budget", Label::key("sheet-budget"), &columns, &address).without_files();
        let budget = |list, levels, chart| Self {
            rooms: Rooms::sample(),
            levels,
            here: Label::said("Anziani"),
            node_href: "/plans/1/nodes/1".to_owned(),
            chart,
            list,
            links: vec![("/plans/1/budget/lines".to_owned(), Label::key("list-budget"))],
        };
        let level = Level { href: "/plans/1/budget".to_owned(), name: Label::key("plans-whole") };
        let full = list().with_rows(&address, vec![row.clone()], 1, None).with_sums(row);
        vec![budget(full, vec![level], Some("<svg></svg>".to_owned())), budget(list(), Vec::new(), None)]
    }
}

pub(super) async fn show(context: Context, Path(id): Path<String>) -> Answer {
    let (plan, number) = (plan_of(&id)?, number_of(&context, "version")?);
    let under = number_of(&context, "under")?.map(NodeId);
    let found = context.server.app.get_budget(&context.viewer, plan, number, under).await?;
    let catalogue = context.server.engine.catalogue(context.language);
    let page = context.page(Label::key("plans-budget-title")).under("/plans", Label::key("plans-title"));
    let page = page.under(href(plan, "", number), Label::said(&found.plan.title));
    let shown = shown(&context, catalogue, found, number, under);
    context.show(&page, &shown)
}

fn shown(
    context: &Context,
    catalogue: &Catalogue,
    found: BudgetPage,
    asked: Option<i64>,
    under: Option<NodeId>,
) -> Budget {
    let BudgetPage { plan, version: _, path, nodes, own, rest, total } = found;
    let kinds: Vec<&Kind> = KINDS.iter().filter(|kind| (kind.of)(&total).is_some_and(|sum| sum.cents() != 0)).collect();
    let mut columns = vec![Column::plain("column-node")];
    for kind in &kinds {
        columns.extend([kind.column, figures("column-share")]);
    }
    let row = |first: Cell, sums: &Sums, under: Option<String>| -> Vec<Cell> {
        let cells = kinds.iter().flat_map(|kind| {
            let (amount, all) = ((kind.of)(sums), (kind.of)(&total));
            let from = under.as_ref().map(|under| from_href(plan.id, asked, kind, under));
            let money = match from {
                Some(from) => Cell::money_from(amount.map(Cents::cents), from),
                None => Cell::money(amount.map(Cents::cents)),
            };
            [money, Cell::share(share(amount, all))]
        });
        std::iter::once(first).chain(cells).collect()
    };
    let mut rows = Vec::new();
    let mut bars = Vec::new();
    let mut add = |first: Cell, name: &Label, sums: &Sums, under: Option<String>| {
        bars.push(BarRow { name: name.text(catalogue), bars: bars_of(&kinds, sums, catalogue) });
        rows.push(row(first, sums, under));
    };
    for (branch, rolled) in &nodes {
        let name = words::node_name(branch);
        let to =
            if rolled.below > 0 { format!("/budget?under={}", branch.id.0) } else { format!("/nodes/{}", branch.id.0) };
        add(Cell::link(href_of(plan.id, &to, asked), name.clone()), &name, &rolled.sums, Some(branch.id.0.to_string()));
    }
    if rest != Sums::default() {
        let name = Label::key("plans-budget-rest");
        add(Cell::words(name.clone()), &name, &rest, None);
    }
    if own != Sums::default() {
        let (name, of) = match under {
            Some(_) => (Label::key("plans-budget-own"), None),
            None => (Label::key("plans-budget-loose"), Some("none".to_owned())),
        };
        add(Cell::words(name.clone()), &name, &own, of);
    }
    let address = Address::of(context);
    let count = u64::try_from(rows.len()).unwrap_or_default();
    let under_words = under.map(|node| node.0.to_string());
    let sums = row(Cell::Nothing, &total, Some(under_words.unwrap_or_default()));
    let list = List::new("budget", Label::key("plans-budget-title"), &columns, &address)
        .with_rows(&address, rows, count, None)
        .with_sums(sums)
        .or_none(Label::key("plans-budget-none"))
        .without_files();
    let is_drawn = !kinds.is_empty() && !bars.is_empty();
    let names = Names {
        id: "chart-budget".to_owned(),
        title: catalogue.text("plans-budget-title", &[]),
        description: catalogue.text("chart-budget", &[("count", bars.len().into())]),
    };
    let key = kinds.iter().map(|kind| (kind.look, catalogue.text(kind.name, &[]))).collect();
    let chart = is_drawn.then(|| Bars { names, key, mark: None, rows: bars }.svg());
    let whole = Level { href: href(plan.id, "/budget", asked), name: Label::key("plans-whole") };
    let upper = path.iter().take(path.len().saturating_sub(1)).map(|branch| Level {
        href: href_of(plan.id, &format!("/budget?under={}", branch.id.0), asked),
        name: words::node_name(branch),
    });
    let levels = if path.is_empty() { Vec::new() } else { std::iter::once(whole).chain(upper).collect() };
    let link = |to: &str, key: &'static str| (href(plan.id, to, asked), Label::key(key));
    Budget {
        rooms: rooms(context, plan.id, plan.body, asked, Room::Budget),
        here: path.last().map_or_else(|| Label::key("plans-whole"), words::node_name),
        node_href: under.map_or_else(String::new, |node| href(plan.id, &format!("/nodes/{}", node.0), asked)),
        levels,
        chart,
        list,
        links: vec![
            link("/budget/lines", "list-budget"),
            link("/allocations", "sheet-allocations"),
            link("/costs", "list-costs"),
            link("/amounts", "plans-amounts"),
            link("/totals", "plans-totals-what"),
        ],
    }
}

fn bars_of(kinds: &[&Kind], sums: &Sums, catalogue: &Catalogue) -> Vec<Bar> {
    let bar = |kind: &&Kind| {
        let amount = (kind.of)(sums)?.cents();
        Some(Bar { value: amount, look: kind.look, figure: euro(amount, catalogue) })
    };
    kinds.iter().filter_map(bar).collect()
}

/// The lines that an amount was made from.
fn from_href(plan: PlanId, asked: Option<i64>, kind: &Kind, under: &str) -> String {
    let mut to = href(plan, kind.list, asked);
    if !under.is_empty() {
        to = joined(&to, &format!("under={under}"));
    }
    if kind.query.is_empty() { to } else { joined(&to, kind.query) }
}

/// An address below a plan that has a query already.
fn href_of(plan: PlanId, below: &str, asked: Option<i64>) -> String {
    let plain = format!("/plans/{plan}{below}");
    asked.map_or_else(|| plain.clone(), |number| joined(&plain, &format!("version={number}")))
}

/// A part of a whole in hundredths of a percent, to the nearest.
fn share(part: Option<Cents>, whole: Option<Cents>) -> Option<i64> {
    let (part, whole) = (i128::from(part?.cents()), i128::from(whole?.cents()));
    if whole == 0 {
        return None;
    }
    let twice = part * WHOLE_HUNDREDTHS * 2 / whole;
    i64::try_from((twice + twice.signum()) / 2).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_the_whole() {
        let check = |part, whole, expected| {
            assert_eq!(share(Some(Cents::new(part)), Some(Cents::new(whole))), expected);
        };
        check(1, 3, Some(3_333));
        check(2, 3, Some(6_667));
        check(-1, 3, Some(-3_333));
        check(5, 0, None);
        check(i64::MAX, 1, None);
    }
}
