// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every printed total of a document with the figures above it: what several checks of sums look at.

use super::allocation_columns::Columns;
use super::blocks_of::{Block, Kind, blocks};
use super::ladder::{Rung, sums};
use crate::arithmetic::Term;
use crate::{Place, Subject};
use ambito_base::{Cents, fold};
use ambito_domain::planning::{BudgetKind, BudgetLine, Direction, LineNo, NodeId, Resource, Total};
use rustc_hash::FxHashMap;

/// A printed total and the figures that must make it.
pub(super) struct ColumnSum {
    pub parts: Vec<Term>,
    pub total: Term,
    /// 0 for a total of rows, more for a total of totals.
    pub level: usize,
    /// Whether it is the last of several levels.
    pub is_last: bool,
    /// Whether the table has totals of totals at all.
    pub is_laddered: bool,
    /// The total of another table that makes up exactly for what is missing.
    pub with_other: Option<Term>,
}

/// Every printed total of money.
pub(super) fn column_sums(subject: &Subject<'_>) -> Vec<ColumnSum> {
    let mut found = Vec::new();
    for block in blocks(subject) {
        match block.kind {
            Kind::Summary => found.extend(ladder(summary_rungs(subject, &block))),
            Kind::Budget => budget(subject, &block, &mut found),
            Kind::Allocation => allocations(subject, &block, &mut found),
            Kind::Resource => resources(subject, &block, &mut found),
        }
    }
    explain(subject, &mut found);
    found
}

fn ladder(rungs: Vec<Rung>) -> Vec<ColumnSum> {
    let sums = sums(rungs);
    let is_laddered = sums.iter().any(|sum| sum.level > 0);
    sums.into_iter()
        .map(|sum| ColumnSum {
            parts: sum.parts,
            total: sum.total,
            level: sum.level,
            is_last: sum.is_last,
            is_laddered,
            with_other: None,
        })
        .collect()
}

fn plain(parts: Vec<Term>, total: Term) -> ColumnSum {
    ColumnSum { parts, total, level: 0, is_last: false, is_laddered: false, with_other: None }
}

/// The rows of a summary and its totals, among them the empty ones.
fn summary_rungs(subject: &Subject<'_>, block: &Block<'_>) -> Vec<Rung> {
    let (Some(&first), Some(last)) = (block.rows.first(), block.totals.last()) else { return Vec::new() };
    let mut rungs: FxHashMap<LineNo, Rung> = FxHashMap::default();
    for node in &subject.draft.nodes {
        if let Some(summary) = node.summary
            && let Some(amount) = summary.amount
            && (first..=last.line).contains(&summary.line)
        {
            rungs.insert(summary.line, Rung::Part(money(subject, summary.line, amount)));
        }
    }
    for total in &block.totals {
        if let Some(amount) = total.amount {
            let label = total.label.clone().unwrap_or_default();
            rungs.insert(total.line, Rung::Total(label, Some(money(subject, total.line, amount))));
        }
    }
    (first..=last.line)
        .filter_map(|line| rungs.remove(&line).or_else(|| Some(Rung::Total(empty_total(subject, line)?, None))))
        .collect()
}

/// The label of a row of totals that has no figure.
fn empty_total(subject: &Subject<'_>, line: LineNo) -> Option<String> {
    let mut filled = subject.cells(line).filter(|cell| !cell.text.is_empty());
    let only = filled.next().filter(|_| filled.next().is_none())?;
    let starts = only.text.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("totale"));
    starts.then(|| only.text.to_owned())
}

/// Chapters under the totals of their own node.
fn budget(subject: &Subject<'_>, block: &Block<'_>, found: &mut Vec<ColumnSum>) {
    let (Some(&first), Some(&last)) = (block.rows.first(), block.rows.last()) else { return };
    let lines = &subject.draft.budget_lines;
    let from = lines.partition_point(|line| line.line < first);
    let to = lines.partition_point(|line| line.line <= last);
    let mut above = first;
    for row in block.totals.chunk_by(|left, right| left.line == right.line) {
        let here = row[0].line;
        let rows: Vec<&BudgetLine> = lines[from..to]
            .iter()
            .filter(|line| line.node == row[0].node && (above..here).contains(&line.line))
            .collect();
        above = here;
        for (total, place) in row.iter().zip(places(subject, row)) {
            let (Some(amount), Some((direction, kind))) = (total.amount, total.column.as_deref().and_then(meaning))
            else {
                continue;
            };
            let parts: Vec<Term> = rows
                .iter()
                .filter(|line| line.direction == Some(direction) && (kind.is_none() || line.kind == kind))
                .filter_map(|line| Some(money(subject, line.line, line.amount?)))
                .collect();
            if !parts.is_empty() {
                found.push(plain(parts, Term::money(place, amount)));
            }
        }
    }
}

/// What the heading of a column of chapters holds.
fn meaning(column: &str) -> Option<(Direction, Option<BudgetKind>)> {
    let words = fold(column);
    let direction = if words.contains("entrat") {
        Direction::Revenue
    } else if words.contains("spes") || words.contains("uscit") {
        Direction::Expense
    } else {
        return None;
    };
    let kind = if words.contains("invest") || words.contains("capital") {
        Some(BudgetKind::Capital)
    } else if words.contains("corrent") {
        Some(BudgetKind::Current)
    } else {
        None
    };
    Some((direction, kind))
}

fn allocations(subject: &Subject<'_>, block: &Block<'_>, found: &mut Vec<ColumnSum>) {
    let columns = Columns::of(subject);
    let rows: FxHashMap<LineNo, [Option<Cents>; 4]> = subject
        .draft
        .allocations
        .iter()
        .map(|row| (row.line, [row.total, row.before, row.change, row.after]))
        .collect();
    let mut rungs: [Vec<(LineNo, Rung)>; 4] = [const { Vec::new() }; 4];
    for &line in &block.rows {
        let Some(amounts) = rows.get(&line) else { continue };
        for (column, place) in subject.amounts(line, amounts).into_iter().enumerate() {
            if let (Some(place), Some(amount)) = (place, amounts[column]) {
                rungs[column].push((line, Rung::Part(Term::money(place, amount))));
            }
        }
    }
    for row in block.totals.chunk_by(|left, right| left.line == right.line) {
        let owned: Vec<Total> = row.iter().map(|total| (*total).clone()).collect();
        let Some(amounts) = columns.amounts(&owned) else { continue };
        let (line, label) = (row[0].line, row[0].label.clone().unwrap_or_default());
        for (column, place) in subject.amounts(line, &amounts).into_iter().enumerate() {
            let term = place.zip(amounts[column]).map(|(place, amount)| Term::money(place, amount));
            rungs[column].push((line, Rung::Total(label.clone(), term)));
        }
    }
    for mut column in rungs {
        column.sort_by_key(|(line, _)| *line);
        found.extend(ladder(column.into_iter().map(|(_, rung)| rung).collect()));
    }
}

/// Costs under the totals of their own node: the cost itself, or what one source pays.
fn resources(subject: &Subject<'_>, block: &Block<'_>, found: &mut Vec<ColumnSum>) {
    let (Some(&first), Some(&last)) = (block.rows.first(), block.rows.last()) else { return };
    let rows = &subject.draft.resources;
    let rows = &rows[rows.partition_point(|row| row.line < first)..rows.partition_point(|row| row.line <= last)];
    let mut above = first;
    for row in block.totals.chunk_by(|left, right| left.line == right.line) {
        let here = row[0].line;
        let within = |resource: &&Resource| resource.node == row[0].node && (above..here).contains(&resource.line);
        for (total, place) in row.iter().zip(places(subject, row)) {
            let Some(amount) = total.amount else { continue };
            let parts: Vec<Term> =
                rows.iter().filter(within).filter_map(|resource| resource_part(subject, resource, total)).collect();
            if !parts.is_empty() {
                found.push(plain(parts, Term::money(place, amount)));
            }
        }
        above = here;
    }
}

fn resource_part(subject: &Subject<'_>, resource: &Resource, total: &Total) -> Option<Term> {
    let column = total.column.as_deref()?;
    let cells: Vec<Option<Cents>> =
        std::iter::once(resource.cost).chain(resource.sources.iter().map(|source| source.amount)).collect();
    let at = match resource.sources.iter().position(|source| &*source.source == column) {
        Some(at) => at + 1,
        // The column is that of the cost only where it is no source's.
        None if fold(column).contains("cost") || fold(column).contains("total") => 0,
        None => return None,
    };
    let place = subject.amounts(resource.line, &cells)[at].unwrap_or_else(|| subject.whole(resource.line));
    Some(Term::money(place, cells[at]?))
}

/// The totals that are exactly this table and another one of the same node.
fn explain(subject: &Subject<'_>, found: &mut [ColumnSum]) {
    let mut of_node: FxHashMap<Option<NodeId>, Vec<&Total>> = FxHashMap::default();
    for total in &subject.draft.totals {
        of_node.entry(total.node).or_default().push(total);
    }
    let nodes: FxHashMap<LineNo, Option<NodeId>> =
        subject.draft.totals.iter().map(|total| (total.line, total.node)).collect();
    for sum in found.iter_mut() {
        let parts = sum.parts.iter().try_fold(0i64, |all, part| all.checked_add(part.quantity.hundredths()));
        let Some(missing) = parts.and_then(|parts| sum.total.quantity.hundredths().checked_sub(parts)) else {
            continue;
        };
        if missing == 0 {
            continue;
        }
        let line = sum.total.place.line;
        let others = nodes.get(&line).and_then(|node| of_node.get(node)).into_iter().flatten();
        let other = others
            .filter(|total| total.line != line)
            .find_map(|total| total.amount.filter(|amount| amount.cents() == missing).map(|amount| (total, amount)));
        sum.with_other = other.map(|(total, amount)| money(subject, total.line, amount));
    }
}

/// The places of the totals of a row.
fn places(subject: &Subject<'_>, row: &[&Total]) -> Vec<Place> {
    let line = row[0].line;
    let amounts: Vec<Option<Cents>> = row.iter().map(|total| total.amount).collect();
    let whole = subject.whole(line);
    subject.amounts(line, &amounts).into_iter().map(|place| place.unwrap_or(whole)).collect()
}

fn money(subject: &Subject<'_>, line: LineNo, amount: Cents) -> Term {
    Term::money(subject.amount(line, amount), amount)
}
