// SPDX-License-Identifier: AGPL-3.0-or-later
//! How many records of each kind a version, or a node of it, has; and what its money comes to.

use super::tree::Sums;
use crate::Result;
use crate::batch::Row;
use crate::cells::Cells;
use ambito_base::Cents;
use ambito_domain::planning::{Direction, NodeId, PlanDraft};

/// Counts by kind, in the words of the reading's format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Nodes; of a node, those right below it.
    pub nodes: u32,
    /// Indicators.
    pub indicators: u32,
    /// Phases.
    pub phases: u32,
    /// Budget lines.
    pub budget_lines: u32,
    /// People.
    pub efforts: u32,
    /// Allocations of funds.
    pub allocations: u32,
    /// Costs by source.
    pub resources: u32,
    /// Timetables.
    pub timetables: u32,
    /// Printed totals.
    pub totals: u32,
    /// Money in prose.
    pub amounts: u32,
    /// Other tables.
    pub tables: u32,
    /// What was lost or healed.
    pub notes: u32,
    /// Lines that were not understood; of a node none, they belong to the document.
    pub unread: u32,
}

impl Counts {
    /// The counts of a whole reading.
    #[must_use]
    pub fn of(draft: &PlanDraft) -> Self {
        let count = super::shape::number;
        Self {
            nodes: count(draft.nodes.len()),
            indicators: count(draft.indicators.len()),
            phases: count(draft.phases.len()),
            budget_lines: count(draft.budget_lines.len()),
            efforts: count(draft.efforts.len()),
            allocations: count(draft.allocations.len()),
            resources: count(draft.resources.len()),
            timetables: count(draft.timetables.len()),
            totals: count(draft.totals.len()),
            amounts: count(draft.amounts.len()),
            tables: count(draft.tables.len()),
            notes: count(draft.notes.len()),
            unread: count(draft.unread.len()),
        }
    }

    /// Every kind with its pinned word.
    #[must_use]
    pub const fn each(&self) -> [(&'static str, u32); 13] {
        [
            ("nodes", self.nodes),
            ("indicators", self.indicators),
            ("phases", self.phases),
            ("budget_lines", self.budget_lines),
            ("efforts", self.efforts),
            ("allocations", self.allocations),
            ("resources", self.resources),
            ("timetables", self.timetables),
            ("totals", self.totals),
            ("amounts", self.amounts),
            ("tables", self.tables),
            ("notes", self.notes),
            ("unread", self.unread),
        ]
    }

    /// The columns of what hangs from a node, in the order of [`Counts::put`] and [`Counts::next`].
    pub(super) const COLUMNS: &'static str = "indicators, phases, budget_lines, efforts, allocations, resources, \
        timetables, totals, amounts, other_tables, notes";

    /// Writes what hangs from a node.
    pub(super) fn put(&self, row: &mut Row<'_>) {
        for (_, count) in &self.each()[1..12] {
            row.put(*count);
        }
    }

    /// The same with the lines that were not understood.
    pub(super) fn with_unread(self, unread: u32) -> Self {
        Self { unread, ..self }
    }

    /// Reads what hangs from a node.
    pub(super) fn next(cells: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            nodes: 0,
            indicators: cells.next()?,
            phases: cells.next()?,
            budget_lines: cells.next()?,
            efforts: cells.next()?,
            allocations: cells.next()?,
            resources: cells.next()?,
            timetables: cells.next()?,
            totals: cells.next()?,
            amounts: cells.next()?,
            tables: cells.next()?,
            notes: cells.next()?,
            unread: 0,
        })
    }
}

/// What hangs from each node itself, in the order of the nodes.
pub(super) fn of_nodes(draft: &PlanDraft) -> Vec<(Counts, Sums)> {
    let mut all = vec![(Counts::default(), Sums::default()); draft.nodes.len()];
    let mut to = |node: Option<NodeId>, add: &dyn Fn(&mut Counts, &mut Sums)| {
        if let Some((counts, sums)) = node.and_then(|node| all.get_mut(node.index())) {
            add(counts, sums);
        }
    };
    draft.indicators.iter().for_each(|record| to(record.node, &|counts, _| counts.indicators += 1));
    draft.phases.iter().for_each(|record| to(record.node, &|counts, _| counts.phases += 1));
    draft.efforts.iter().for_each(|record| to(record.node, &|counts, _| counts.efforts += 1));
    draft.timetables.iter().for_each(|record| to(record.node, &|counts, _| counts.timetables += 1));
    draft.totals.iter().for_each(|record| to(record.node, &|counts, _| counts.totals += 1));
    draft.amounts.iter().for_each(|record| to(record.node, &|counts, _| counts.amounts += 1));
    draft.tables.iter().for_each(|record| to(record.node, &|counts, _| counts.tables += 1));
    draft.notes.iter().for_each(|record| to(record.node, &|counts, _| counts.notes += 1));
    for line in &draft.budget_lines {
        to(line.node, &|counts, sums| {
            counts.budget_lines += 1;
            match line.direction {
                Some(Direction::Revenue) => add(&mut sums.revenue, line.amount),
                Some(Direction::Expense) => add(&mut sums.expense, line.amount),
                None => {}
            }
        });
    }
    for allocation in &draft.allocations {
        to(allocation.node, &|counts, sums| {
            counts.allocations += 1;
            add(&mut sums.allocated, allocation.after.or(allocation.total));
        });
    }
    for resource in &draft.resources {
        to(resource.node, &|counts, sums| {
            counts.resources += 1;
            add(&mut sums.cost, resource.cost);
        });
    }
    all
}

/// Adds an amount to a sum; one that no longer fits is no sum, and stays at what fitted last.
fn add(sum: &mut Option<Cents>, amount: Option<Cents>) {
    if let Some(amount) = amount {
        *sum = Some(sum.map_or(amount, |sum| sum.checked_add(amount).unwrap_or(sum)));
    }
}
