// SPDX-License-Identifier: AGPL-3.0-or-later
//! Changes as people look at them: node after node, and in a node record after record.
//!
//! A node that came or went is one line with what hangs from it counted, not listed: the JSON lists it.

use ambito_domain::planning::NodeId;
use ambito_domain::planning::comparison::{Change, ChangeKind, Comparison, RecordKind};

/// The changes in one node, or in the document as a whole.
pub(super) struct Group<'c, 'a> {
    /// What the nodes are called from the top down; empty for the document.
    pub(super) path: Vec<String>,
    /// The document's word for the node's level.
    pub(super) level: Option<&'c str>,
    /// The node as a whole, where it came or went.
    pub(super) whole: Option<Whole<'c, 'a>>,
    /// The records with changes; none where the node came or went.
    pub(super) records: Vec<RecordGroup<'c, 'a>>,
}

/// A node that came or went.
pub(super) struct Whole<'c, 'a> {
    /// The node's own change.
    pub(super) change: &'c Change<'a>,
    /// How many records of each kind came or went with it.
    pub(super) contents: Vec<(RecordKind, usize)>,
}

/// The changes of one record.
pub(super) struct RecordGroup<'c, 'a> {
    /// At least one; all of the same record.
    pub(super) changes: Vec<&'c Change<'a>>,
}

impl<'c, 'a> RecordGroup<'c, 'a> {
    /// The record as a whole, where it came or went.
    pub(super) fn whole(&self) -> Option<&'c Change<'a>> {
        self.changes.first().copied().filter(|change| change.kind != ChangeKind::Changed)
    }
}

/// The groups in the order of the changes.
pub(super) fn groups<'c, 'a>(comparison: &'c Comparison<'a>) -> Vec<Group<'c, 'a>> {
    let node_of = |change: &Change<'_>| -> (Option<NodeId>, Option<NodeId>) {
        match change.new_node {
            Some(node) => (Some(node), None),
            None => (None, change.old_node),
        }
    };
    comparison
        .changes
        .chunk_by(|a, b| node_of(a) == node_of(b))
        .filter_map(|changes| {
            let first = changes.first()?;
            let whole = changes
                .iter()
                .find(|change| change.record == RecordKind::Node && change.kind != ChangeKind::Changed)
                .map(|change| Whole { change, contents: contents(changes.iter()) });
            let records = if whole.is_some() { Vec::new() } else { records(changes) };
            Some(Group { path: comparison.path(first), level: comparison.level(first), whole, records })
        })
        .collect()
}

/// How many records of each kind there are, nodes left out.
pub(super) fn contents<'c, 'a: 'c>(changes: impl Iterator<Item = &'c Change<'a>> + Clone) -> Vec<(RecordKind, usize)> {
    let count = |&kind: &RecordKind| (kind, changes.clone().filter(|change| change.record == kind).count());
    RecordKind::ALL
        .iter()
        .filter(|kind| **kind != RecordKind::Node)
        .map(count)
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn records<'c, 'a>(changes: &'c [Change<'a>]) -> Vec<RecordGroup<'c, 'a>> {
    let same_record = |a: &Change<'_>, b: &Change<'_>| {
        (a.record, a.old_line, a.new_line, &a.label) == (b.record, b.old_line, b.new_line, &b.label)
            && (a.kind, b.kind) == (ChangeKind::Changed, ChangeKind::Changed)
    };
    changes
        .chunk_by(|a, b| same_record(a, b))
        .map(|changes| RecordGroup { changes: changes.iter().collect() })
        .collect()
}
