// SPDX-License-Identifier: AGPL-3.0-or-later
//! Budget, allocations, costs, printed totals, money told in prose. Sums stand under the columns that can be summed.

use super::grid::{Align, Grid};
use super::{ByNode, Page};
use crate::nodes::plus;
use crate::people;
use ambito_base::Cents;
use ambito_domain::planning::{Allocation, Amount, BudgetLine, Direction, Resource, Total};
use ambito_i18n::Catalogue;
use std::io::{self, Write};

pub(super) fn write<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    budget(page)?;
    allocations(page)?;
    resources(page)?;
    totals(page)?;
    amounts(page)
}

fn money(amount: Option<Cents>, catalogue: &Catalogue) -> String {
    amount.map_or_else(String::new, |amount| people::money(amount, catalogue.language()))
}

fn budget<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    let draft = page.draft();
    if draft.budget_lines.is_empty() {
        return Ok(());
    }
    let catalogue = page.catalogue;
    let mut grid = Grid::new([
        (catalogue.text("column-line", &[]), Align::Right),
        (catalogue.text("column-chapter", &[]), Align::Left),
        (catalogue.text("column-title", &[]), Align::Main),
        (catalogue.text("column-budget-kind", &[]), Align::Left),
        (catalogue.text("column-references", &[]), Align::Grow),
        (catalogue.text("column-revenue", &[]), Align::Right),
        (catalogue.text("column-expense", &[]), Align::Right),
        (catalogue.text("column-amount", &[]), Align::Right),
    ]);
    let mut groups = ByNode::new();
    let (mut revenues, mut expenses) = (None, None);
    for budget_line in &draft.budget_lines {
        groups.begin(budget_line.node, &mut grid, page);
        let BudgetLine { node: _, direction, kind, chapter, article, title, amount, references, line } = budget_line;
        let (revenue, expense, unknown) = match direction {
            Some(Direction::Revenue) => (*amount, None, None),
            Some(Direction::Expense) => (None, *amount, None),
            None => (None, None, *amount),
        };
        revenues = plus(revenues, revenue);
        expenses = plus(expenses, expense);
        let references: Vec<String> =
            references.iter().map(|reference| people::reference(reference, catalogue)).collect();
        grid.row(vec![
            page.line(*line),
            article.as_ref().map_or_else(|| chapter.clone(), |article| format!("{chapter}/{article}")),
            people::one_line(title),
            kind.map_or_else(String::new, |kind| people::budget_kind(kind, catalogue)),
            references.join(", "),
            money(revenue, catalogue),
            money(expense, catalogue),
            money(unknown, catalogue),
        ]);
    }
    let total = catalogue.text("word-total", &[]);
    let blank = String::new;
    let sums = [money(revenues, catalogue), money(expenses, catalogue)];
    grid.total([blank(), blank(), total, blank(), blank()].into_iter().chain(sums).collect());
    page.section(&catalogue.text("section-budget", &[("count", draft.budget_lines.len().into())]), grid)
}

fn allocations<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    let draft = page.draft();
    if draft.allocations.is_empty() {
        return Ok(());
    }
    let catalogue = page.catalogue;
    let mut grid = Grid::new([
        (catalogue.text("column-line", &[]), Align::Right),
        (catalogue.text("column-source", &[]), Align::Main),
        (catalogue.text("column-total", &[]), Align::Right),
        (catalogue.text("column-before", &[]), Align::Right),
        (catalogue.text("column-change", &[]), Align::Right),
        (catalogue.text("column-after", &[]), Align::Right),
        (catalogue.text("column-owner", &[]), Align::Grow),
    ]);
    let mut groups = ByNode::new();
    let mut sums = [None; 4];
    for allocation in &draft.allocations {
        groups.begin(allocation.node, &mut grid, page);
        let Allocation { node: _, source, total, before, change, after, owner, line } = allocation;
        let amounts = [*total, *before, *change, *after];
        for (sum, amount) in sums.iter_mut().zip(amounts) {
            *sum = plus(*sum, amount);
        }
        let mut cells = vec![page.line(*line), source.clone().unwrap_or_default()];
        cells.extend(amounts.map(|amount| money(amount, catalogue)));
        cells.push(owner.clone().unwrap_or_default());
        grid.row(cells);
    }
    let mut cells = vec![String::new(), catalogue.text("word-total", &[])];
    cells.extend(sums.map(|sum| money(sum, catalogue)));
    grid.total(cells);
    page.section(&catalogue.text("section-allocations", &[("count", draft.allocations.len().into())]), grid)
}

fn resources<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    let draft = page.draft();
    if draft.resources.is_empty() {
        return Ok(());
    }
    let catalogue = page.catalogue;
    let mut grid = Grid::new([
        (catalogue.text("column-line", &[]), Align::Right),
        (catalogue.text("column-activity", &[]), Align::Main),
        (catalogue.text("column-resource-kind", &[]), Align::Left),
        (catalogue.text("column-cost", &[]), Align::Right),
        (catalogue.text("column-sources", &[]), Align::Grow),
    ]);
    let mut groups = ByNode::new();
    let mut costs = None;
    for resource in &draft.resources {
        groups.begin(resource.node, &mut grid, page);
        let Resource { node: _, activity, cost, sources, kind, line } = resource;
        costs = plus(costs, *cost);
        let sources: Vec<String> = sources
            .iter()
            .map(|source| match source.amount {
                Some(amount) => format!("{}: {}", source.source, people::money(amount, catalogue.language())),
                None => format!("{}: {}", source.source, source.raw.as_deref().unwrap_or_default()),
            })
            .collect();
        grid.row(vec![
            page.line(*line),
            people::one_line(activity),
            people::resource_kind(*kind, catalogue),
            money(*cost, catalogue),
            sources.join("\n"),
        ]);
    }
    grid.total(vec![String::new(), catalogue.text("word-total", &[]), String::new(), money(costs, catalogue)]);
    page.section(&catalogue.text("section-resources", &[("count", draft.resources.len().into())]), grid)
}

fn totals<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    let draft = page.draft();
    if draft.totals.is_empty() {
        return Ok(());
    }
    let catalogue = page.catalogue;
    let mut grid = Grid::new([
        (catalogue.text("column-line", &[]), Align::Right),
        (catalogue.text("column-label", &[]), Align::Main),
        (catalogue.text("column-of", &[]), Align::Grow),
        (catalogue.text("column-heading", &[]), Align::Grow),
        (catalogue.text("column-amount", &[]), Align::Right),
        (catalogue.text("column-share", &[]), Align::Right),
    ]);
    for total in &draft.totals {
        let Total { node, label, column, amount, share, line } = total;
        grid.row(vec![
            page.line(*line),
            label.as_deref().map_or_else(String::new, people::one_line),
            if node.is_some() { page.node(*node) } else { String::new() },
            column.as_deref().map_or_else(String::new, people::one_line),
            money(*amount, catalogue),
            share.map_or_else(String::new, |share| people::share(share, catalogue.language())),
        ]);
    }
    page.section(&catalogue.text("section-totals", &[("count", draft.totals.len().into())]), grid)
}

fn amounts<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    let draft = page.draft();
    if draft.amounts.is_empty() {
        return Ok(());
    }
    let catalogue = page.catalogue;
    let mut grid = Grid::new([
        (catalogue.text("column-line", &[]), Align::Right),
        (catalogue.text("column-told-of", &[]), Align::Main),
        (catalogue.text("column-raw", &[]), Align::Grow),
        (catalogue.text("column-amount", &[]), Align::Right),
        (catalogue.text("column-per", &[]), Align::Left),
    ]);
    let mut groups = ByNode::new();
    for told in &draft.amounts {
        groups.begin(told.node, &mut grid, page);
        let Amount { node: _, label, raw, amount, approximate, per, line } = told;
        let amount = people::money(*amount, catalogue.language());
        grid.row(vec![
            page.line(*line),
            label.as_deref().map_or_else(String::new, people::one_line),
            people::one_line(raw),
            if *approximate { catalogue.text("amount-about", &[("amount", (&amount).into())]) } else { amount },
            per.map_or_else(String::new, |per| people::per(per, catalogue)),
        ]);
    }
    page.section(&catalogue.text("section-amounts", &[("count", draft.amounts.len().into())]), grid)
}
