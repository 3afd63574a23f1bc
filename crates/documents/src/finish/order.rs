// SPDX-License-Identifier: AGPL-3.0-or-later
//! Nodes in the order of the document, and headings printed again only to refer to a sheet.

use crate::reader::Reader;
use ambito_base::fold;
use ambito_domain::planning::{NodeId, PlanDraft};
use rustc_hash::{FxHashMap, FxHashSet};

/// A second heading with more text than this has a content of its own, in bytes.
const REFERENCE_BYTES_MAX: usize = 400;

impl Reader<'_> {
    /// Nodes that only refer to an earlier one of the same level and code, with that one.
    pub(super) fn merged_references(&self) -> Vec<(NodeId, NodeId)> {
        let mut used: FxHashSet<NodeId> = FxHashSet::default();
        let draft = &self.draft;
        used.extend(draft.indicators.iter().filter_map(|record| record.node));
        used.extend(draft.phases.iter().filter_map(|record| record.node));
        used.extend(draft.budget_lines.iter().filter_map(|record| record.node));
        used.extend(draft.efforts.iter().filter_map(|record| record.node));
        used.extend(draft.allocations.iter().filter_map(|record| record.node));
        used.extend(draft.resources.iter().filter_map(|record| record.node));
        used.extend(draft.timetables.iter().filter_map(|record| record.node));
        used.extend(draft.tables.iter().filter_map(|record| record.node));
        let mut first: FxHashMap<(&str, &str), NodeId> = FxHashMap::default();
        let mut repeated: Vec<(NodeId, NodeId)> = Vec::new();
        for id in self.ids() {
            let node = draft.node(id);
            let (Some(level), Some(code)) = (node.level.as_deref(), node.code.as_deref()) else { continue };
            match first.get(&(level, code)) {
                None => {
                    first.insert((level, code), id);
                }
                Some(&earlier) if node.in_body && draft.node(earlier).in_body => repeated.push((id, earlier)),
                Some(_) => {}
            }
        }
        if repeated.is_empty() {
            return Vec::new();
        }
        let mut children: FxHashMap<NodeId, Vec<NodeId>> = FxHashMap::default();
        for id in self.ids() {
            if let Some(parent) = draft.node(id).parent {
                children.entry(parent).or_default().push(id);
            }
        }
        // From the leaves up: a heading whose children are all references is one itself.
        let mut merged: FxHashMap<NodeId, NodeId> = FxHashMap::default();
        for &(id, earlier) in repeated.iter().rev() {
            let node = draft.node(id);
            let children = children.get(&id).map(Vec::as_slice).unwrap_or_default();
            let refers = if children.is_empty() {
                refers(&node.text)
            } else {
                node.text.is_empty() && children.iter().all(|child| merged.contains_key(child))
            };
            if refers && node.fields.is_empty() && !used.contains(&id) {
                merged.insert(id, earlier);
            }
        }
        merged.into_iter().collect()
    }
}

/// "Obiettivo ricompreso nella scheda dell'azione 6.", "Si veda la scheda 12".
fn refers(text: &str) -> bool {
    let folded = fold(text);
    text.len() <= REFERENCE_BYTES_MAX
        && ["ricompres", "si rimanda", "si veda", "vedi ", "cfr ", "gia descritt"]
            .iter()
            .any(|phrase| folded.contains(phrase))
}

/// Merges references into what they refer to, and puts the nodes in the order of their lines.
pub(super) fn settle(draft: &mut PlanDraft, merged: &[(NodeId, NodeId)]) {
    let target: FxHashMap<NodeId, NodeId> = merged.iter().copied().collect();
    let resolve = |id: NodeId| target.get(&id).copied().unwrap_or(id);
    for &(from, into) in merged {
        let gone = draft.nodes[from.index()].clone();
        let entry = &mut draft.nodes[into.index()];
        if !gone.text.is_empty() {
            if !entry.text.is_empty() {
                entry.text.push('\n');
            }
            entry.text.push_str(&gone.text);
        }
        entry.index.extend(gone.index);
        for upper in gone.parent.into_iter().chain(gone.also_under) {
            let upper = resolve(upper);
            if entry.parent != Some(upper) && upper != into && !entry.also_under.contains(&upper) {
                entry.also_under.push(upper);
            }
        }
    }
    let mut order: Vec<usize> = (0..draft.nodes.len()).filter(|&place| !target.contains_key(&id_of(place))).collect();
    order.sort_by_key(|&place| (draft.nodes[place].line, place));
    let mut new_of = vec![NodeId(0); draft.nodes.len()];
    for (new, &old) in order.iter().enumerate() {
        new_of[old] = id_of(new);
    }
    for &(from, into) in merged {
        new_of[from.index()] = new_of[into.index()];
    }
    let mut old_nodes: Vec<Option<_>> = std::mem::take(&mut draft.nodes).into_iter().map(Some).collect();
    draft.nodes = order.iter().filter_map(|&place| old_nodes[place].take()).collect();
    for node in &mut draft.nodes {
        node.parent = node.parent.map(|id| new_of[id.index()]);
        let mut also: Vec<NodeId> = Vec::new();
        for upper in &node.also_under {
            let upper = new_of[upper.index()];
            if Some(upper) != node.parent && !also.contains(&upper) {
                also.push(upper);
            }
        }
        node.also_under = also;
    }
    let move_one = |id: &mut Option<NodeId>| {
        if let Some(id) = id {
            *id = new_of[id.index()];
        }
    };
    draft.indicators.iter_mut().for_each(|record| move_one(&mut record.node));
    draft.phases.iter_mut().for_each(|record| move_one(&mut record.node));
    draft.budget_lines.iter_mut().for_each(|record| move_one(&mut record.node));
    draft.efforts.iter_mut().for_each(|record| move_one(&mut record.node));
    draft.allocations.iter_mut().for_each(|record| move_one(&mut record.node));
    draft.resources.iter_mut().for_each(|record| move_one(&mut record.node));
    draft.timetables.iter_mut().for_each(|record| move_one(&mut record.node));
    draft.totals.iter_mut().for_each(|record| move_one(&mut record.node));
    draft.amounts.iter_mut().for_each(|record| move_one(&mut record.node));
    draft.tables.iter_mut().for_each(|record| move_one(&mut record.node));
    draft.notes.iter_mut().for_each(|record| move_one(&mut record.node));
    draft.amounts.sort_by_key(|amount| amount.line);
    draft.notes.sort_by_key(|note| note.line);
}

fn id_of(place: usize) -> NodeId {
    NodeId(u32::try_from(place).unwrap_or(u32::MAX))
}
