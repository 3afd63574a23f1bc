// SPDX-License-Identifier: AGPL-3.0-or-later
//! Budget, allocations, costs by source, printed totals, money told in prose.

use super::kind::Kind;
use super::sheet::{Cell, Holds};
use super::tree::not_empty;
use super::{Book, Record, WorkbookError};
use crate::{Reading, people};
use ambito_domain::planning::{Allocation, Amount, BudgetLine, Direction, Resource, Total};
use ambito_i18n::Catalogue;

pub(super) fn add(book: &mut Book<'_>, reading: &Reading) -> Result<(), WorkbookError> {
    let draft = Record::draft(reading);
    let catalogue = book.catalogue;
    for budget_line in &draft.budget_lines {
        let record = Record::new(reading, budget_line.line, budget_line.node);
        book.row(Kind::Budget, record, budget_cells(budget_line, catalogue))?;
    }
    for allocation in &draft.allocations {
        let Allocation { node, source, total, before, change, after, owner, line } = allocation;
        let amounts = [*total, *before, *change, *after].map(Cell::of);
        let cells = [Cell::of(source.as_ref())].into_iter().chain(amounts).chain([Cell::of(owner.as_ref())]);
        book.row(Kind::Allocations, Record::new(reading, *line, *node), cells)?;
    }
    for resource in &draft.resources {
        let Resource { node, activity, cost, sources, kind, line } = resource;
        let cells = [Cell::from(activity), Cell::from(people::resource_kind(*kind, catalogue)), Cell::of(*cost)];
        let mut row = book.row(Kind::Resources, Record::new(reading, *line, *node), cells)?;
        for source in sources {
            let cell = source.amount.map_or_else(|| Cell::of(source.raw.as_ref()), Cell::Amount);
            row.put(&people::one_line(&source.source), Holds::Sums, &cell)?;
        }
    }
    for total in &draft.totals {
        let Total { node, label, column, amount, share, line } = total;
        let cells = [Cell::of(label.as_ref()), Cell::of(column.as_deref()), Cell::of(*amount), Cell::of(*share)];
        book.row(Kind::Totals, Record::new(reading, *line, *node), cells)?;
    }
    for told in &draft.amounts {
        let Amount { node, label, raw, amount, approximate, per, line } = told;
        let cells = [
            Cell::of(label.as_ref()),
            Cell::from(raw),
            Cell::from(*amount),
            Cell::of(approximate.then(|| catalogue.text("word-yes", &[]))),
            Cell::of(per.map(|per| people::per(per, catalogue))),
        ];
        book.row(Kind::Amounts, Record::new(reading, *line, *node), cells)?;
    }
    Ok(())
}

fn budget_cells<'a>(budget_line: &'a BudgetLine, catalogue: &Catalogue) -> [Cell<'a>; 9] {
    let BudgetLine { node: _, direction, kind, chapter, article, title, amount, references, line: _ } = budget_line;
    let side = match direction {
        Some(Direction::Revenue) => Cell::from(catalogue.text("column-revenue", &[])),
        Some(Direction::Expense) => Cell::from(catalogue.text("column-expense", &[])),
        None => Cell::Empty,
    };
    let on = |side: Option<Direction>| if *direction == side { Cell::of(*amount) } else { Cell::Empty };
    let references: Vec<String> = references.iter().map(|reference| people::reference(reference, catalogue)).collect();
    [
        side,
        Cell::of(kind.map(|kind| people::budget_kind(kind, catalogue))),
        Cell::from(chapter),
        Cell::of(article.as_ref()),
        Cell::from(title),
        on(Some(Direction::Revenue)),
        on(Some(Direction::Expense)),
        on(None),
        not_empty(references.join("; ")),
    ]
}
