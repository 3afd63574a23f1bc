// SPDX-License-Identifier: AGPL-3.0-or-later
//! Money of a plan as a page shows it: rows, and below them the sum of these rows.

use super::place::{Places, Spot};
use super::words;
use crate::render::Label;
use ambito_base::Cents;
use ambito_domain::planning::{Allocation, Amount, BudgetLine, Direction, Resource, Total};
use serde::Serialize;

/// The sum of what is there; absent where nothing is, or where it would not fit.
pub fn sum(amounts: impl IntoIterator<Item = Option<Cents>>) -> Option<i64> {
    let mut amounts = amounts.into_iter().flatten();
    let first = amounts.next()?;
    amounts.try_fold(first, Cents::checked_add).map(Cents::cents)
}

/// The lines of one side of a budget.
#[derive(Serialize)]
pub struct Side {
    name: Label,
    id: &'static str,
    lines: Vec<ShownLine>,
    total: Option<i64>,
}

#[derive(Serialize)]
struct ShownLine {
    chapter: String,
    article: Option<String>,
    title: String,
    kind: Option<Label>,
    references: Vec<Label>,
    amount: Option<i64>,
    place: Spot,
}

/// The budget, one side after the other.
pub fn budget(lines: &[BudgetLine], places: &Places<'_>) -> Vec<Side> {
    let sides = [(Some(Direction::Revenue), "revenue"), (Some(Direction::Expense), "expense"), (None, "side-unknown")];
    let side = |(direction, id): (Option<Direction>, &'static str)| {
        let own: Vec<&BudgetLine> = lines.iter().filter(|line| line.direction == direction).collect();
        Side {
            name: words::direction(direction),
            id,
            total: sum(own.iter().map(|line| line.amount)),
            lines: own.into_iter().map(|line| shown_line(line, places)).collect(),
        }
    };
    sides.into_iter().map(side).filter(|side| !side.lines.is_empty()).collect()
}

fn shown_line(line: &BudgetLine, places: &Places<'_>) -> ShownLine {
    let BudgetLine { node: _, direction: _, kind, chapter, article, title, amount, references, line } = line;
    ShownLine {
        chapter: chapter.clone(),
        article: article.clone(),
        title: title.clone(),
        kind: kind.map(words::budget_kind),
        references: references.iter().map(words::reference).collect(),
        amount: amount.map(Cents::cents),
        place: places.spot(*line),
    }
}

/// Allocations, and the sum of each column.
#[derive(Serialize)]
pub struct Allocations {
    rows: Vec<ShownAllocation>,
    sums: [Option<i64>; 4],
}

#[derive(Serialize)]
struct ShownAllocation {
    source: Option<String>,
    owner: Option<String>,
    amounts: [Option<i64>; 4],
    place: Spot,
}

pub fn allocations(all: &[Allocation], places: &Places<'_>) -> Option<Allocations> {
    let amounts = |one: &Allocation| [one.total, one.before, one.change, one.after];
    let row = |one: &Allocation| ShownAllocation {
        source: one.source.clone(),
        owner: one.owner.clone(),
        amounts: amounts(one).map(|amount| amount.map(Cents::cents)),
        place: places.spot(one.line),
    };
    let column = |at: usize| sum(all.iter().map(|one| amounts(one)[at]));
    let sums = [column(0), column(1), column(2), column(3)];
    (!all.is_empty()).then(|| Allocations { rows: all.iter().map(row).collect(), sums })
}

/// Costs, and their sum.
#[derive(Serialize)]
pub struct Resources {
    rows: Vec<ShownResource>,
    total: Option<i64>,
}

#[derive(Serialize)]
struct ShownResource {
    activity: String,
    kind: Label,
    sources: Vec<(String, Option<i64>, Option<String>)>,
    cost: Option<i64>,
    place: Spot,
}

pub fn resources(all: &[Resource], places: &Places<'_>) -> Option<Resources> {
    let row = |one: &Resource| ShownResource {
        activity: one.activity.clone(),
        kind: words::resource_kind(one.kind),
        sources: one
            .sources
            .iter()
            .map(|part| (part.source.to_string(), part.amount.map(Cents::cents), part.raw.clone()))
            .collect(),
        cost: one.cost.map(Cents::cents),
        place: places.spot(one.line),
    };
    let total = sum(all.iter().map(|one| one.cost));
    (!all.is_empty()).then(|| Resources { rows: all.iter().map(row).collect(), total })
}

#[derive(Serialize)]
pub struct ShownTotal {
    label: Option<String>,
    column: Option<String>,
    amount: Option<i64>,
    share: Option<i64>,
    place: Spot,
}

pub fn total(total: Total, places: &Places<'_>) -> ShownTotal {
    let Total { node: _, label, column, amount, share, line } = total;
    ShownTotal {
        label,
        column: column.map(|column| column.to_string()),
        amount: amount.map(Cents::cents),
        share: share.map(ambito_base::Share::hundredths),
        place: places.spot(line),
    }
}

#[derive(Serialize)]
pub struct ShownAmount {
    label: Option<String>,
    raw: String,
    amount: i64,
    approximate: bool,
    per: Option<Label>,
    place: Spot,
}

pub fn amount(told: Amount, places: &Places<'_>) -> ShownAmount {
    let Amount { node: _, label, raw, amount, approximate, per, line } = told;
    ShownAmount { label, raw, amount: amount.cents(), approximate, per: per.map(words::per), place: places.spot(line) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_of_what_is_there() {
        let cents = |cents| Some(Cents::new(cents));
        assert_eq!(sum([cents(1), None, cents(2)]), Some(3));
        assert_eq!(sum([None]), None);
        assert_eq!(sum([cents(i64::MAX), cents(1)]), None);
    }
}
