// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows of tables that are in both readings: their cells are named by columns that both have in common, so that a
//! column that moved or got another heading changes no row.

use super::{Entries, Named, Role};
use crate::planning::comparison::pairing::Pairing;
use crate::planning::comparison::value::Value;
use crate::planning::comparison::{FieldName, RecordKind};
use crate::planning::{PlanDraft, TableCell};
use std::borrow::Cow;
use std::collections::VecDeque;

/// Columns beyond the headings are counted from here.
const BEYOND_HEADINGS: u64 = 1 << 32;

/// The common numbers of the columns of one pair of tables.
#[derive(Debug, Default)]
struct Columns {
    old: Vec<u64>,
    new: Vec<u64>,
}

impl Columns {
    /// Columns of one heading are one; of the others the first is the first.
    fn of(old: &[Named<'_>], new: &[Named<'_>]) -> Self {
        let slots = |values: &[Named<'_>]| -> Vec<u64> {
            values.iter().filter(|named| named.field == FieldName::Column).map(|named| named.slot).collect()
        };
        let (old_slots, new_slots) = (slots(old), slots(new));
        let mut pairing = Pairing::new(old_slots.len(), new_slots.len());
        pairing.by_key(
            super::super::pairing::Several::InOrder,
            |at| old_slots.get(at as usize).copied(),
            |at| new_slots.get(at as usize).copied(),
        );
        let mut free: VecDeque<u32> = pairing.free_new().collect();
        for column in pairing.free_old().collect::<Vec<_>>() {
            if let Some(other) = free.pop_front() {
                pairing.pair(column, other);
            }
        }
        // Common numbers are the new table's; columns that are gone are counted after them.
        let beyond = new_slots.len() as u64;
        Self {
            old: (0u32..)
                .zip(&old_slots)
                .map(|(at, _)| pairing.of_old(at).map_or(beyond + u64::from(at), u64::from))
                .collect(),
            new: (0u64..).zip(&new_slots).map(|(at, _)| at).collect(),
        }
    }
}

fn common(columns: &[u64], column: usize) -> u64 {
    columns.get(column).copied().unwrap_or(BEYOND_HEADINGS + column as u64)
}

/// For each table of either reading the common numbers of its columns; empty for a table without a pair.
fn column_numbers(old: &Entries<'_>, new: &Entries<'_>, tables: &Pairing) -> [Vec<Vec<u64>>; 2] {
    let mut numbers = [vec![Vec::new(); old.list.len()], vec![Vec::new(); new.list.len()]];
    for (old_at, new_at) in tables.pairs() {
        let columns = Columns::of(old.values(old_at), new.values(new_at));
        if let Some(slot) = numbers[0].get_mut(old_at as usize) {
            *slot = columns.old;
        }
        if let Some(slot) = numbers[1].get_mut(new_at as usize) {
            *slot = columns.new;
        }
    }
    numbers
}

/// The rows of all tables of both readings.
pub(in super::super) fn table_rows<'a>(
    drafts: [&'a PlanDraft; 2],
    entries: [&Entries<'_>; 2],
    tables: &Pairing,
) -> [Entries<'a>; 2] {
    let numbers = column_numbers(entries[0], entries[1], tables);
    let build = |draft: &'a PlanDraft, numbers: &[Vec<u64>]| {
        let mut rows = Entries::new(RecordKind::TableRow, draft.tables.len());
        for ((at, table), columns) in (0u32..).zip(&draft.tables).zip(numbers) {
            for row in &table.rows {
                rows.begin_row(Some(at), table.node, table.line);
                cells(&mut rows, row, &table.headers, columns);
            }
        }
        rows
    };
    [build(drafts[0], &numbers[0]), build(drafts[1], &numbers[1])]
}

/// The first cell with words names the row; a number before it only numbers it.
fn cells<'a>(rows: &mut Entries<'a>, row: &'a [TableCell], headers: &'a [String], columns: &[u64]) {
    let mut titled = false;
    for (column, cell) in row.iter().enumerate() {
        let role = if titled {
            Role::Data
        } else if cell.value.is_none() && cell.raw.chars().any(char::is_alphabetic) {
            titled = true;
            Role::Title
        } else if column == 0 {
            Role::Number
        } else {
            Role::Data
        };
        let value = match cell.value {
            Some(number) if role != Role::Title => Value::Number(number),
            _ => Value::text(Some(&cell.raw)),
        };
        let part = headers.get(column).map(|header| Cow::Borrowed(header.as_str()));
        rows.push_part(role, FieldName::Cell, part, common(columns, column), value);
    }
}

/// The rows of all timetables of both readings.
pub(in super::super) fn timetable_rows<'a>(
    drafts: [&'a PlanDraft; 2],
    entries: [&Entries<'_>; 2],
    tables: &Pairing,
) -> [Entries<'a>; 2] {
    let numbers = column_numbers(entries[0], entries[1], tables);
    let build = |draft: &'a PlanDraft, numbers: &[Vec<u64>]| {
        let mut rows = Entries::new(RecordKind::TimetableRow, draft.timetables.len());
        for ((at, timetable), columns) in (0u32..).zip(&draft.timetables).zip(numbers) {
            for row in &timetable.rows {
                rows.begin_row(Some(at), timetable.node, row.line);
                rows.push_code(FieldName::Code, row.code.as_deref());
                rows.push(Role::Title, FieldName::Label, Value::text(row.label.as_deref()));
                for &mark in &row.marks {
                    let column = mark as usize;
                    let part = timetable.columns.get(column).map_or_else(
                        || Cow::Owned((column + 1).to_string()),
                        |heading| Cow::Borrowed(heading.as_str()),
                    );
                    let slot = common(columns, column);
                    rows.push_part(Role::Data, FieldName::Mark, Some(part), slot, Value::Flag(true));
                }
            }
        }
        rows
    };
    [build(drafts[0], &numbers[0]), build(drafts[1], &numbers[1])]
}
