// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tree of a draft while it is put right: records that hang from another node, records and nodes that leave.
//!
//! Invariant: every id names a node afterwards, and nothing hangs from itself.

use super::places::Address;
use ambito_domain::planning::{NodeId, PlanDraft};
use ambito_domain::review::Placement;
use std::collections::{BTreeMap, BTreeSet};

/// Adds a paragraph to a text.
pub(super) fn append(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}

/// Hangs a record from another node, or from none.
pub(super) fn hang(draft: &mut PlanDraft, address: Address, target: Option<NodeId>) -> Placement {
    macro_rules! place {
        ($list:ident $at:ident) => {
            draft.$list.get_mut($at).map(|record| &mut record.node)
        };
    }
    let slot = match address {
        Address::Node(at) => {
            if would_turn(draft, at, target) {
                return Placement::Lost;
            }
            if let Some(node) = draft.nodes.get_mut(at) {
                node.also_under.retain(|upper| Some(*upper) != target);
            }
            draft.nodes.get_mut(at).map(|node| &mut node.parent)
        }
        Address::Indicator(at) => place!(indicators at),
        Address::Phase(at) => place!(phases at),
        Address::BudgetLine(at) => place!(budget_lines at),
        Address::Effort(at) => place!(efforts at),
        Address::Allocation(at) => place!(allocations at),
        Address::Resource(at) => place!(resources at),
        Address::Total(at) => place!(totals at),
        Address::Amount(at) => place!(amounts at),
        Address::Document
        | Address::Field(..)
        | Address::Summary(_)
        | Address::TimetableRow(..)
        | Address::TableRow(..) => None,
    };
    match slot {
        None => Placement::Lost,
        Some(slot) if *slot == target => Placement::Agreed,
        Some(slot) => {
            *slot = target;
            Placement::Applied
        }
    }
}

/// Whether a node would hang from itself.
fn would_turn(draft: &PlanDraft, at: usize, target: Option<NodeId>) -> bool {
    let mut upper = target;
    // A chain of parents is no longer than the list of nodes.
    for _ in 0..=draft.nodes.len() {
        match upper {
            None => return false,
            Some(id) if id.index() == at => return true,
            Some(id) => upper = draft.nodes.get(id.index()).and_then(|node| node.parent),
        }
    }
    true
}

/// Moves fields to other nodes, and takes out those that go nowhere.
pub(super) fn move_fields(draft: &mut PlanDraft, moves: &BTreeMap<Address, Option<NodeId>>) {
    let mut taken = Vec::new();
    for (address, target) in moves.iter().rev() {
        let Address::Field(at, place) = *address else { continue };
        if let Some(node) = draft.nodes.get_mut(at).filter(|node| place < node.fields.len()) {
            let field = node.fields.remove(place);
            taken.extend(target.map(|target| (target, field)));
        }
    }
    for (target, field) in taken.into_iter().rev() {
        if let Some(node) = draft.nodes.get_mut(target.index()) {
            let behind = node.fields.iter().position(|other| other.line > field.line).unwrap_or(node.fields.len());
            node.fields.insert(behind, field);
        }
    }
}

/// Takes records out of a draft; what hung from a node hangs from the one above it.
pub(super) fn remove(draft: &mut PlanDraft, gone: &BTreeSet<Address>) {
    for address in gone.iter().rev() {
        match *address {
            Address::Summary(at) => {
                if let Some(node) = draft.nodes.get_mut(at) {
                    node.summary = None;
                }
            }
            Address::TimetableRow(at, place) => {
                if let Some(table) = draft.timetables.get_mut(at).filter(|table| place < table.rows.len()) {
                    table.rows.remove(place);
                }
            }
            Address::TableRow(at, place) => {
                if let Some(table) = draft.tables.get_mut(at).filter(|table| place < table.rows.len()) {
                    table.rows.remove(place);
                    if place < table.row_lines.len() {
                        table.row_lines.remove(place);
                    }
                }
            }
            _ => {}
        }
    }
    macro_rules! keep {
        ($($list:ident $kind:ident),*) => {$(
            let mut at = 0;
            draft.$list.retain(|_| {
                at += 1;
                !gone.contains(&Address::$kind(at - 1))
            });
        )*};
    }
    keep!(
        indicators Indicator, phases Phase, budget_lines BudgetLine, efforts Effort, allocations Allocation,
        resources Resource, totals Total, amounts Amount
    );
    let nodes: BTreeSet<usize> = gone
        .iter()
        .filter_map(|address| match address {
            Address::Node(at) => Some(*at),
            _ => None,
        })
        .collect();
    if !nodes.is_empty() {
        remove_nodes(draft, &nodes);
    }
}

fn remove_nodes(draft: &mut PlanDraft, gone: &BTreeSet<usize>) {
    // Whoever hangs from a node that leaves goes to the first above it that stays.
    let heir = |draft: &PlanDraft, id: NodeId| {
        let mut upper = Some(id);
        for _ in 0..=draft.nodes.len() {
            match upper {
                Some(id) if gone.contains(&id.index()) => upper = draft.node(id).parent,
                other => return other,
            }
        }
        None
    };
    for &at in gone.iter().rev() {
        let id = NodeId(u32::try_from(at).unwrap_or(u32::MAX));
        let Some(upper) = heir(draft, id) else { continue };
        let (text, fields) = (std::mem::take(&mut draft.nodes[at].text), std::mem::take(&mut draft.nodes[at].fields));
        let upper = &mut draft.nodes[upper.index()];
        append(&mut upper.text, &text);
        upper.fields.extend(fields);
        upper.fields.sort_by_key(|field| field.line);
    }
    let mut new_of: Vec<Option<NodeId>> = Vec::with_capacity(draft.nodes.len());
    let mut next = 0;
    for at in 0..draft.nodes.len() {
        let stays = !gone.contains(&at);
        new_of.push(stays.then_some(NodeId(next)));
        next += u32::from(stays);
    }
    let heirs: Vec<Option<NodeId>> = (0..draft.nodes.len())
        .map(|at| heir(draft, NodeId(u32::try_from(at).unwrap_or(u32::MAX))).and_then(|id| new_of[id.index()]))
        .collect();
    let place = |id: &mut Option<NodeId>| *id = id.and_then(|id| heirs.get(id.index()).copied().flatten());
    let mut at = 0;
    draft.nodes.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
    for node in &mut draft.nodes {
        place(&mut node.parent);
        let parent = node.parent;
        let mut also: Vec<NodeId> =
            node.also_under.iter().filter_map(|id| new_of.get(id.index()).copied().flatten()).collect();
        also.retain(|id| Some(*id) != parent);
        node.also_under = also;
    }
    draft.indicators.iter_mut().for_each(|record| place(&mut record.node));
    draft.phases.iter_mut().for_each(|record| place(&mut record.node));
    draft.budget_lines.iter_mut().for_each(|record| place(&mut record.node));
    draft.efforts.iter_mut().for_each(|record| place(&mut record.node));
    draft.allocations.iter_mut().for_each(|record| place(&mut record.node));
    draft.resources.iter_mut().for_each(|record| place(&mut record.node));
    draft.timetables.iter_mut().for_each(|record| place(&mut record.node));
    draft.totals.iter_mut().for_each(|record| place(&mut record.node));
    draft.amounts.iter_mut().for_each(|record| place(&mut record.node));
    draft.tables.iter_mut().for_each(|record| place(&mut record.node));
    draft.notes.iter_mut().for_each(|record| place(&mut record.node));
}
