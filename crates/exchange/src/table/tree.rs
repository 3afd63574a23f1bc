// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tree: levels, codes, titles, money, and how many records hang from each node.

use super::Page;
use super::grid::{Align, Grid};
use crate::people;
use ambito_base::Cents;
use ambito_domain::planning::{Direction, Node, NodeId, PlanDraft};
use ambito_i18n::Catalogue;
use std::io::{self, Write};

/// The deepest indent; nodes below it stand at the same place.
const DEPTH_MAX: usize = 12;

pub(super) fn write<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    let draft = page.draft();
    if draft.nodes.is_empty() {
        return Ok(());
    }
    let catalogue = page.catalogue;
    let mut grid = Grid::new([
        (catalogue.text("column-line", &[]), Align::Right),
        (catalogue.text("column-node", &[]), Align::Main),
        (catalogue.text("column-amount", &[]), Align::Right),
        (catalogue.text("column-holds", &[]), Align::Grow),
    ]);
    let counts = Counts::of(draft);
    let mut is_sum = false;
    for (id, depth) in in_order(draft) {
        let Some(node) = draft.nodes.get(id.index()) else { continue };
        let own = counts.0.get(id.index()).copied().unwrap_or_default();
        let printed = node.summary.and_then(|summary| summary.amount);
        let amount = printed.or_else(|| own.sum());
        is_sum |= printed.is_none() && amount.is_some();
        grid.row(vec![
            page.line(node.line),
            format!("{:depth$}{}", "", label(node, page), depth = 2 * depth.min(DEPTH_MAX)),
            amount.map_or_else(String::new, |amount| people::money(amount, catalogue.language())),
            holds(node, &own, catalogue),
        ]);
    }
    let title = catalogue.text("section-nodes", &[("count", draft.nodes.len().into())]);
    page.section(&title, grid)?;
    if is_sum {
        let note = catalogue.text("tree-amount-note", &[]);
        page.text(&note, 3)?;
    }
    Ok(())
}

/// `progetto 2027_PD_1101  Sportello sociale`, and what is odd about the node.
fn label<W: Write>(node: &Node, page: &Page<'_, W>) -> String {
    let mut words: Vec<&str> = Vec::new();
    words.extend(node.level.as_deref());
    words.extend(node.code.as_deref());
    let mut label = words.join(" ");
    let title = match (&node.title, &node.inferred_title) {
        (Some(title), _) => people::one_line(title),
        (None, Some(inferred)) => page.catalogue.text("node-inferred", &[("title", inferred.into())]),
        (None, None) => String::new(),
    };
    if !label.is_empty() && !title.is_empty() {
        label.push_str("  ");
    }
    label.push_str(&title);
    if let Some(kind) = &node.kind {
        label = format!("{label} ({kind})");
    }
    if !node.in_body {
        label = format!("{label} [{}]", page.catalogue.text("node-not-in-body", &[]));
    }
    if !node.also_under.is_empty() {
        let also_under = node.also_under.iter().filter_map(|id| page.draft().nodes.get(id.index()));
        let parents: Vec<&str> = also_under.map(|node| node.code.as_deref().unwrap_or(people::name(node))).collect();
        label =
            format!("{label} [{}]", page.catalogue.text("node-also-under", &[("nodes", (&parents.join("; ")).into())]));
    }
    label
}

/// `8 indicatori, 3 fasi`: what hangs from the node itself.
fn holds(node: &Node, own: &Own, catalogue: &Catalogue) -> String {
    let Own { indicators, phases, budget, people, allocations, resources, .. } = *own;
    let counts = [
        ("holds-fields", node.fields.len()),
        ("holds-indicators", indicators),
        ("holds-phases", phases),
        ("holds-budget", budget),
        ("holds-people", people),
        ("holds-allocations", allocations),
        ("holds-resources", resources),
    ];
    let held = counts.into_iter().filter(|&(_, count)| count > 0);
    held.map(|(key, count)| catalogue.text(key, &[("count", count.into())])).collect::<Vec<_>>().join(", ")
}

/// What hangs from one node itself.
#[derive(Clone, Copy, Default)]
struct Own {
    indicators: usize,
    phases: usize,
    budget: usize,
    people: usize,
    allocations: usize,
    resources: usize,
    expense: Option<Cents>,
    allocated: Option<Cents>,
    cost: Option<Cents>,
}

impl Own {
    /// The money of the node's own rows: expense, else what is allocated, else costs.
    fn sum(&self) -> Option<Cents> {
        self.expense.or(self.allocated).or(self.cost)
    }
}

struct Counts(Vec<Own>);

impl Counts {
    fn of(draft: &PlanDraft) -> Self {
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

    fn at(&mut self, node: Option<NodeId>, count: impl FnOnce(&mut Own)) {
        if let Some(own) = node.and_then(|id| self.0.get_mut(id.index())) {
            count(own);
        }
    }
}

/// The sum of what is known.
pub(super) fn plus(sum: Option<Cents>, amount: Option<Cents>) -> Option<Cents> {
    match (sum, amount) {
        (Some(sum), Some(amount)) => sum.checked_add(amount),
        (sum, amount) => sum.or(amount),
    }
}

/// The nodes as a tree, each with its depth: children under their parent, in the document's order.
fn in_order(draft: &PlanDraft) -> Vec<(NodeId, usize)> {
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
