// SPDX-License-Identifier: AGPL-3.0-or-later
//! The nodes of a draft in the order of the tree, with what hangs from each and the money of it.

use ambito_base::Cents;
use ambito_domain::planning::{Direction, NodeId, PlanDraft};

/// What hangs from one node itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Own {
    pub(crate) indicators: usize,
    pub(crate) phases: usize,
    pub(crate) budget: usize,
    pub(crate) people: usize,
    pub(crate) allocations: usize,
    pub(crate) resources: usize,
    pub(crate) expense: Option<Cents>,
    pub(crate) allocated: Option<Cents>,
    pub(crate) cost: Option<Cents>,
}

impl Own {
    /// The money of the node's own rows: expense, else what is allocated, else costs.
    pub(crate) fn sum(self) -> Option<Cents> {
        self.expense.or(self.allocated).or(self.cost)
    }
}

/// What hangs from each node of a draft.
#[derive(Clone, Debug)]
pub(crate) struct Counts(Vec<Own>);

impl Counts {
    /// Counts a draft's records.
    pub(crate) fn of(draft: &PlanDraft) -> Self {
        let mut counts = Self(vec![Own::default(); draft.nodes.len()]);
        draft.indicators.iter().for_each(|record| counts.at(record.node, |own| own.indicators += 1));
        draft.phases.iter().for_each(|record| counts.at(record.node, |own| own.phases += 1));
        draft.efforts.iter().for_each(|record| counts.at(record.node, |own| own.people += 1));
        for record in &draft.budget_lines {
            counts.at(record.node, |own| {
                own.budget += 1;
                if record.direction == Some(Direction::Expense) {
                    own.expense = plus(own.expense, record.amount);
                }
            });
        }
        for record in &draft.allocations {
            counts.at(record.node, |own| {
                own.allocations += 1;
                own.allocated = plus(own.allocated, record.after.or(record.total));
            });
        }
        for record in &draft.resources {
            counts.at(record.node, |own| {
                own.resources += 1;
                own.cost = plus(own.cost, record.cost);
            });
        }
        counts
    }

    /// What hangs from a node.
    pub(crate) fn of_node(&self, id: NodeId) -> Own {
        self.0.get(id.index()).copied().unwrap_or_default()
    }

    fn at(&mut self, node: Option<NodeId>, count: impl FnOnce(&mut Own)) {
        if let Some(own) = node.and_then(|id| self.0.get_mut(id.index())) {
            count(own);
        }
    }
}

/// The sum of what is known.
pub(crate) fn plus(sum: Option<Cents>, amount: Option<Cents>) -> Option<Cents> {
    match (sum, amount) {
        (Some(sum), Some(amount)) => sum.checked_add(amount),
        (sum, amount) => sum.or(amount),
    }
}

/// The nodes as a tree, each with its depth: children under their parent, in the document's order.
pub(crate) fn in_order(draft: &PlanDraft) -> Vec<(NodeId, usize)> {
    let mut children: Vec<Vec<NodeId>> = vec![Vec::new(); draft.nodes.len()];
    let mut stack = Vec::new();
    for (index, node) in draft.nodes.iter().enumerate() {
        let id = NodeId(u32::try_from(index).unwrap_or(u32::MAX));
        match node.parent.and_then(|parent| children.get_mut(parent.index())) {
            Some(siblings) => siblings.push(id),
            None => stack.push((id, 0)),
        }
    }
    stack.reverse();
    let mut order = Vec::with_capacity(draft.nodes.len());
    while let Some((id, depth)) = stack.pop() {
        order.push((id, depth));
        let below = children.get_mut(id.index()).map(std::mem::take).unwrap_or_default();
        stack.extend(below.into_iter().rev().map(|child| (child, depth + 1)));
    }
    order
}
