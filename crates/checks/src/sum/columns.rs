// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every printed total of a document with the figures above it: what several checks of sums look at.

use super::allocation_columns::Columns;
use super::blocks_of::{Block, Kind, blocks};
use super::ladder::{Rung, sums};
use crate::arithmetic::Term;
use crate::{Place, Subject};
use ambito_base::{Cents, fold};
use ambito_domain::planning::{BudgetKind, Direction, LineNo, NodeId, Resource, Total};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A printed total and the figures that must make it.
#[derive(Clone, Debug)]
pub(crate) struct ColumnSum {
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

/// The amount of each row of a summary, and what its node hangs from.
type Summaries = FxHashMap<LineNo, (Cents, Option<NodeId>)>;

/// Every printed total of money.
pub(crate) fn column_sums(subject: &Subject<'_>) -> Vec<ColumnSum> {
    let mut found = Vec::new();
    let summaries: Summaries = subject
        .draft
        .nodes
        .iter()
        .filter_map(|node| node.summary.and_then(|summary| Some((summary.line, (summary.amount?, node.parent)))))
        .collect();
    let columns = Columns::of(subject);
    for block in blocks(subject) {
        match block.kind {
            Kind::Summary => found.extend(ladder(summary_rungs(subject, &block, &summaries))),
            Kind::Budget => budget(subject, &block, &mut found),
            Kind::Allocation => allocations(subject, &block, &columns, &mut found),
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
fn summary_rungs(subject: &Subject<'_>, block: &Block<'_>, summaries: &Summaries) -> Vec<Rung> {
    let (Some(&first), Some(last)) = (block.rows.first(), block.totals.last()) else { return Vec::new() };
    let mut totals = block.totals.iter().peekable();
    let mut rungs = Vec::new();
    for line in first..=last.line {
        let mut printed = None;
        while let Some(total) = totals.next_if(|total| total.line <= line) {
            printed = printed.or_else(|| Some((total.label.clone().unwrap_or_default(), total.amount?)));
        }
        if let Some(&(amount, parent)) = summaries.get(&line) {
            rungs.push(Rung::Part(money(subject, line, amount), parent));
        } else if let Some((label, amount)) = printed {
            rungs.push(Rung::Total(label, Some(money(subject, line, amount))));
        } else if let Some(label) = empty_total(subject, line) {
            rungs.push(Rung::Total(label, None));
        }
    }
    rungs
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
    let lines = &subject.draft.budget_lines;
    let mut above = block.rows.first().copied().unwrap_or_default();
    for row in block.totals.chunk_by(|left, right| left.line == right.line) {
        let here = row[0].line;
        let rows = within(lines, above..here, |line| line.line);
        above = here;
        for (total, place) in row.iter().zip(places(subject, row)) {
            let (Some(amount), Some((direction, kind))) = (total.amount, total.column.as_deref().and_then(meaning))
            else {
                continue;
            };
            let parts: Vec<Term> = rows
                .iter()
                .filter(|line| line.node == total.node)
                .filter(|line| line.direction == Some(direction) && (kind.is_none() || line.kind == kind))
                .filter_map(|line| Some(money(subject, line.line, line.amount?)))
                .collect();
            if !parts.is_empty() {
                found.push(plain(parts, Term::money(place, amount)));
            }
        }
    }
}

/// The rows that stand on certain lines; they are in the order of their lines.
fn within<T>(rows: &[T], lines: Range<LineNo>, line_of: impl Fn(&T) -> LineNo) -> &[T] {
    let from = rows.partition_point(|row| line_of(row) < lines.start);
    let to = rows.partition_point(|row| line_of(row) < lines.end);
    &rows[from..to.max(from)]
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

fn allocations(subject: &Subject<'_>, block: &Block<'_>, columns: &Columns, found: &mut Vec<ColumnSum>) {
    let (Some(&first), Some(&last)) = (block.rows.first(), block.rows.last()) else { return };
    let mut rungs: [Vec<(LineNo, Rung)>; 4] = [const { Vec::new() }; 4];
    for row in within(&subject.draft.allocations, first..last + 1, |row| row.line) {
        let (line, amounts) = (row.line, [row.total, row.before, row.change, row.after]);
        for (column, place) in subject.amounts(line, &amounts).into_iter().enumerate() {
            if let (Some(place), Some(amount)) = (place, amounts[column]) {
                rungs[column].push((line, Rung::Part(Term::money(place, amount), None)));
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
    let mut above = block.rows.first().copied().unwrap_or_default();
    for row in block.totals.chunk_by(|left, right| left.line == right.line) {
        let here = row[0].line;
        let rows = within(&subject.draft.resources, above..here, |resource| resource.line);
        for (total, place) in row.iter().zip(places(subject, row)) {
            let Some(amount) = total.amount else { continue };
            let parts: Vec<Term> = rows
                .iter()
                .filter(|row| row.node == total.node)
                .filter_map(|row| resource_part(subject, row, total))
                .collect();
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

/// The totals that are exactly this table and another one of the same node: its printed total, or what its rows make.
fn explain(subject: &Subject<'_>, found: &mut [ColumnSum]) {
    let nodes: FxHashMap<LineNo, Option<NodeId>> =
        subject.draft.totals.iter().map(|total| (total.line, total.node)).collect();
    let node_of = |term: &Term| nodes.get(&term.place.line).copied().flatten();
    let mut of_node: FxHashMap<NodeId, Vec<(Term, Option<i64>)>> = FxHashMap::default();
    for sum in found.iter() {
        if let Some(node) = node_of(&sum.total) {
            of_node.entry(node).or_default().push((sum.total.clone(), made(&sum.parts)));
        }
    }
    let mut known: FxHashMap<LineNo, Term> = FxHashMap::default();
    for sum in found.iter_mut() {
        let printed = sum.total.quantity.hundredths();
        let Some(missing) = made(&sum.parts).and_then(|parts| printed.checked_sub(parts)) else { continue };
        if missing == 0 {
            continue;
        }
        let others = node_of(&sum.total).and_then(|node| of_node.get(&node)).into_iter().flatten();
        sum.with_other = others
            .filter(|(total, _)| total.place.line != sum.total.place.line)
            .find(|(total, made)| total.quantity.hundredths() == missing || *made == Some(missing))
            .map(|(total, _)| total.clone());
        if let Some(other) = &sum.with_other {
            known.insert(sum.total.place.line, other.clone());
        }
    }
    // What one column of a row of totals contains, the others contain too, also where a figure above them is wrong.
    for sum in found.iter_mut().filter(|sum| sum.with_other.is_none()) {
        if made(&sum.parts) != Some(sum.total.quantity.hundredths())
            && let Some(other) = known.get(&sum.total.place.line)
        {
            sum.parts.push(other.clone());
        }
    }
}

/// What figures make together; `None` where it does not fit.
fn made(parts: &[Term]) -> Option<i64> {
    parts.iter().try_fold(0i64, |sum, part| sum.checked_add(part.quantity.hundredths()))
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
