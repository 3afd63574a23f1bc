// SPDX-License-Identifier: AGPL-3.0-or-later
//! What changed between two readings, value by value: last year's plan, an amended plan, two copies of one document.
//!
//! [`compare`] first finds which node and which record of one reading is which of the other, then compares their
//! values. Invariants, held by property tests: a reading compared with itself has no change; old and new swapped
//! swap what was added and removed; one changed value is one change that names it; the order of records that have
//! a key does not matter. All of it is near-linear: hash maps, never all pairs.
//!
//! Deliberately not compared: lines, places, format, coverage, notes, unread lines, entries of indexes, and the
//! spelling of what was parsed. White space, quotes, dashes, capitals and accents are layout, not values.

mod change;
mod codes;
mod differences;
mod entries;
mod field;
mod nodes;
mod pairing;
mod records;
mod similarity;
mod telling;
#[cfg(test)]
mod tests;
mod text;
mod value;
mod words;

pub use change::{Change, ChangeKind, Counts, NamedValue};
pub use field::{FieldName, RecordKind};
pub use value::Value;
pub use words::{WordRun, word_runs};

use super::PlanDraft;
use codes::YearShift;
use entries::Entries;
use pairing::Pairing;
use records::{mix, pair_records};
use telling::Telling;

/// The changes between two readings.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// In the order of the new reading's tree; what is gone stands where it was.
    pub changes: Vec<Change<'a>>,
    old: &'a PlanDraft,
    new: &'a PlanDraft,
}

/// Compares two readings.
#[must_use]
pub fn compare<'a>(old: &'a PlanDraft, new: &'a PlanDraft) -> Comparison<'a> {
    let records = [entries::records(old), entries::records(new)];
    let nodes = nodes::pair_nodes([old, new], [&records[0], &records[1]]);
    let codes = nodes.pairs().filter_map(|(old_at, new_at)| {
        let old_code = old.nodes.get(old_at as usize)?.code.as_deref()?;
        Some((old_code, new.nodes.get(new_at as usize)?.code.as_deref()?))
    });
    let mut telling = Telling::new([old, new], &nodes, YearShift::commonest(codes));

    let mut whole = Pairing::new(1, 1);
    whole.pair(0, 0);
    telling.tell([&entries::document(old), &entries::document(new)], &whole);
    telling.tell([&entries::nodes(old), &entries::nodes(new)], &nodes);
    telling.tell_places();
    for (old_records, new_records) in records[0].iter().zip(&records[1]) {
        let pairing = pair_under_nodes(old_records, new_records, [old, new], &nodes);
        telling.tell([old_records, new_records], &pairing);
        let rows = match old_records.record {
            RecordKind::Table => entries::table_rows([old, new], [old_records, new_records], &pairing),
            RecordKind::Timetable => entries::timetable_rows([old, new], [old_records, new_records], &pairing),
            _ => continue,
        };
        tell_rows(&mut telling, &rows, &pairing);
    }
    Comparison { changes: telling.finish(), old, new }
}

/// The key of the document itself, for records that hang from no node.
const DOCUMENT: u64 = u64::MAX;

fn pair_under_nodes(old: &Entries<'_>, new: &Entries<'_>, drafts: [&PlanDraft; 2], nodes: &Pairing) -> Pairing {
    let holder = |entries: &Entries<'_>, draft: &PlanDraft, at: u32| {
        entries.entry(at).and_then(|entry| entry.node).filter(|node| node.index() < draft.nodes.len())
    };
    pair_records(
        old,
        new,
        |at| match holder(old, drafts[0], at) {
            None => Some(DOCUMENT),
            Some(node) => nodes.of_old(node.0).map(u64::from),
        },
        |at| match holder(new, drafts[1], at) {
            None => Some(DOCUMENT),
            Some(node) => nodes.of_new(node.0).map(|_| u64::from(node.0)),
        },
    )
}

/// Rows are told only of tables that are in both readings: a table that came or went is one change.
fn tell_rows<'a>(telling: &mut Telling<'a, '_>, rows: &[Entries<'a>; 2], tables: &Pairing) {
    let table = |entries: &Entries<'_>, at: u32| entries.entry(at).and_then(|entry| entry.table);
    let old_table = |at| table(&rows[0], at).and_then(|table| tables.of_old(table)).map(|new| mix(&[u64::from(new)]));
    let new_table = |at| {
        let new = table(&rows[1], at)?;
        tables.of_new(new).map(|_| mix(&[u64::from(new)]))
    };
    let pairing = pair_records(&rows[0], &rows[1], old_table, new_table);
    telling.tell_where([&rows[0], &rows[1]], &pairing, |at| old_table(at).is_some(), |at| new_table(at).is_some());
}

impl Comparison<'_> {
    /// How many changes there are of each kind.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::of(&self.changes)
    }

    /// What the nodes are called from the top down to the one a change is in; empty for the whole document.
    #[must_use]
    pub fn path(&self, change: &Change<'_>) -> Vec<String> {
        match (change.new_node, change.old_node) {
            (Some(node), _) => telling::path(self.new, node),
            (None, Some(node)) => telling::path(self.old, node),
            (None, None) => Vec::new(),
        }
    }

    /// The document's own word for the level of the node a change is in.
    #[must_use]
    pub fn level(&self, change: &Change<'_>) -> Option<&str> {
        nodes::node(self.new, change.new_node)
            .or_else(|| nodes::node(self.old, change.old_node))
            .and_then(|node| node.level.as_deref())
    }
}
