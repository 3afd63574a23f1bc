// SPDX-License-Identifier: AGPL-3.0-or-later
//! From pairs of records to the list of changes, in the order of the document.

use super::codes::YearShift;
use super::differences::differences;
use super::entries::{Entries, Named};
use super::nodes::{name, node};
use super::pairing::Pairing;
use super::value::Value;
use super::{Change, ChangeKind, FieldName, NamedValue, RecordKind};
use crate::planning::{LineNo, NodeId, PlanDraft};
use std::borrow::Cow;

/// How deep a path is followed upwards; also what ends a tree that loops.
const DEPTH_MAX: usize = 64;

/// Collects changes.
pub(super) struct Telling<'a, 'p> {
    drafts: [&'a PlanDraft; 2],
    nodes: &'p Pairing,
    shift: YearShift,
    changes: Vec<Change<'a>>,
}

impl<'a, 'p> Telling<'a, 'p> {
    pub(super) fn new(drafts: [&'a PlanDraft; 2], nodes: &'p Pairing, shift: YearShift) -> Self {
        Self { drafts, nodes, shift, changes: Vec::new() }
    }

    /// Tells what differs between the records of one kind.
    pub(super) fn tell(&mut self, entries: [&Entries<'a>; 2], pairing: &Pairing) {
        self.tell_where(entries, pairing, |_| true, |_| true);
    }

    /// The same, leaving out records without a pair that are not wanted.
    pub(super) fn tell_where(
        &mut self,
        entries: [&Entries<'a>; 2],
        pairing: &Pairing,
        wanted_old: impl Fn(u32) -> bool,
        wanted_new: impl Fn(u32) -> bool,
    ) {
        let [old, new] = entries;
        for (old_at, new_at) in pairing.pairs() {
            for difference in differences(old.values(old_at), new.values(new_at), self.shift) {
                let mut change = self.change(ChangeKind::Changed, entries, Some(old_at), Some(new_at));
                change.field = Some(difference.field);
                change.part = difference.part;
                change.old = difference.old;
                change.new = difference.new;
                self.changes.push(change);
            }
        }
        for old_at in pairing.free_old().filter(|&at| wanted_old(at)) {
            let mut change = self.change(ChangeKind::Removed, entries, Some(old_at), None);
            change.values = named(old.values(old_at));
            self.changes.push(change);
        }
        for new_at in pairing.free_new().filter(|&at| wanted_new(at)) {
            let mut change = self.change(ChangeKind::Added, entries, None, Some(new_at));
            change.values = named(new.values(new_at));
            self.changes.push(change);
        }
    }

    /// Tells which nodes hang elsewhere.
    pub(super) fn tell_places(&mut self) {
        let [old_draft, new_draft] = self.drafts;
        let parents = |draft: &PlanDraft, parent: Option<NodeId>| -> Vec<NodeId> { known(draft, parent.as_slice()) };
        for (old_at, new_at) in self.nodes.pairs() {
            let (old_id, new_id) = (NodeId(old_at), NodeId(new_at));
            let (Some(old), Some(new)) = (node(old_draft, Some(old_id)), node(new_draft, Some(new_id))) else {
                continue;
            };
            let places = [
                (FieldName::Parent, parents(old_draft, old.parent), parents(new_draft, new.parent)),
                (FieldName::AlsoUnder, known(old_draft, &old.also_under), known(new_draft, &new.also_under)),
            ];
            for (field, old_places, new_places) in places {
                if !self.are_same(&old_places, &new_places) {
                    self.changes.push(Change {
                        field: Some(field),
                        old: names(old_draft, &old_places),
                        new: names(new_draft, &new_places),
                        ..blank(
                            RecordKind::Node,
                            [Some(old_id), Some(new_id)],
                            label(new_draft, new_id),
                            [Some(old.line), Some(new.line)],
                        )
                    });
                }
            }
        }
    }

    /// Whether two sets of nodes are one.
    fn are_same(&self, old: &[NodeId], new: &[NodeId]) -> bool {
        let mapped: Option<Vec<u32>> = old.iter().map(|id| self.nodes.of_old(id.0)).collect();
        mapped.is_some_and(|mut mapped| {
            let mut new: Vec<u32> = new.iter().map(|id| id.0).collect();
            for list in [&mut mapped, &mut new] {
                list.sort_unstable();
                list.dedup();
            }
            mapped == new
        })
    }

    fn change(
        &self,
        kind: ChangeKind,
        [old, new]: [&Entries<'a>; 2],
        old_at: Option<u32>,
        new_at: Option<u32>,
    ) -> Change<'a> {
        let old_entry = old_at.and_then(|at| old.entry(at));
        let new_entry = new_at.and_then(|at| new.entry(at));
        let old_node = old_entry.and_then(|entry| entry.node);
        let new_node = new_entry.and_then(|entry| entry.node);
        // What came or went in a node that stayed names that node in both readings.
        let is_node = old.record == RecordKind::Node;
        let other_old = || new_node.filter(|_| !is_node).and_then(|node| self.nodes.of_new(node.0)).map(NodeId);
        let other_new = || old_node.filter(|_| !is_node).and_then(|node| self.nodes.of_old(node.0)).map(NodeId);
        let label = new_at.map(|at| new.label(at)).or_else(|| old_at.map(|at| old.label(at))).unwrap_or_default();
        let nodes = [old_node.or_else(other_old), new_node.or_else(other_new)];
        let stands_on_a_line = old.record != RecordKind::Document;
        let lines = [old_entry, new_entry].map(|entry| entry.filter(|_| stands_on_a_line).map(|entry| entry.line));
        Change { kind, ..blank(old.record, nodes, label, lines) }
    }

    /// The changes by place: the document, then node after node in the new order, what is gone after what stood
    /// before it; within a node by kind of record and by line.
    pub(super) fn finish(self) -> Vec<Change<'a>> {
        let Self { mut changes, nodes, drafts, .. } = self;
        let mut last = 0;
        let old_ranks: Vec<u32> = (0u32..)
            .zip(&drafts[0].nodes)
            .map(|(at, _)| {
                last = nodes.of_old(at).map_or(last, |new| new + 1);
                last
            })
            .collect();
        changes.sort_by_cached_key(|change| {
            let place = match (change.new_node, change.old_node) {
                (Some(node), _) => (node.0 + 1, 0, 0),
                (None, Some(node)) => (old_ranks.get(node.index()).copied().unwrap_or_default(), 1, node.0),
                (None, None) => (0, 0, 0),
            };
            (place, change.record, change.new_line.or(change.old_line), change.field)
        });
        changes
    }
}

fn blank<'a>(
    record: RecordKind,
    [old_node, new_node]: [Option<NodeId>; 2],
    label: String,
    [old_line, new_line]: [Option<LineNo>; 2],
) -> Change<'a> {
    Change {
        kind: ChangeKind::Changed,
        record,
        old_node,
        new_node,
        label,
        field: None,
        part: None,
        old: Value::Absent,
        new: Value::Absent,
        values: Vec::new(),
        old_line,
        new_line,
    }
}

fn named<'a>(values: &[Named<'a>]) -> Vec<NamedValue<'a>> {
    values
        .iter()
        .filter(|named| !named.value.is_absent())
        .map(|named| NamedValue {
            field: named.field,
            part: named.part.as_ref().map(ToString::to_string),
            value: named.value.clone(),
        })
        .collect()
}

/// The ids that the draft has.
fn known(draft: &PlanDraft, ids: &[NodeId]) -> Vec<NodeId> {
    ids.iter().copied().filter(|id| id.index() < draft.nodes.len()).collect()
}

fn names<'a>(draft: &PlanDraft, ids: &[NodeId]) -> Value<'a> {
    if ids.is_empty() {
        return Value::Absent;
    }
    let names: Vec<String> = ids.iter().map(|&id| label(draft, id)).collect();
    Value::Text(Cow::Owned(names.join(" · ")))
}

/// What a node is called: its code and title, else its level.
fn label(draft: &PlanDraft, id: NodeId) -> String {
    let Some(node) = node(draft, Some(id)) else { return String::new() };
    let parts: Vec<&str> = [node.code.as_deref(), name(node)].into_iter().flatten().collect();
    if parts.is_empty() { node.level.clone().unwrap_or_default() } else { parts.join(" ") }
}

/// What the nodes are called from the top down to this one.
pub(super) fn path(draft: &PlanDraft, id: NodeId) -> Vec<String> {
    let mut path = Vec::new();
    let mut here = Some(id);
    while let Some(found) = here.and_then(|id| node(draft, Some(id)).map(|node| (id, node)))
        && path.len() < DEPTH_MAX
    {
        path.push(label(draft, found.0));
        here = found.1.parent;
    }
    path.reverse();
    path
}
