// SPDX-License-Identifier: AGPL-3.0-or-later
//! One document's tree with what the page hangs on it: counts of findings and money, each rolled up.

use super::places::Spot;
use crate::nodes::{Counts, in_order, plus};
use ambito_base::Cents;
use ambito_domain::planning::{Direction, NodeId, PlanDraft};
use ambito_findings::{Finding, Severity};
use std::collections::HashMap;

/// How many findings of each severity; accepted ones are not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
}

impl Tally {
    /// Counts one more.
    pub(super) fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Note => self.notes += 1,
        }
    }

    pub(super) fn sum(self) -> usize {
        self.errors + self.warnings + self.notes
    }

    fn plus(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
    }
}

/// Money of a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Money {
    /// What it spends, or is given: printed in the summary or the heading, else the sum of its rows and its children's.
    pub amount: Option<Cents>,
    /// What comes in.
    pub revenue: Option<Cents>,
    /// Whether the amount is printed in the summary or in the heading.
    pub printed: bool,
}

/// The tree.
#[derive(Debug)]
pub(super) struct Outline {
    /// Each node with its depth, parents first.
    pub order: Vec<(NodeId, usize)>,
    /// The nodes below each.
    pub children: Vec<Vec<NodeId>>,
    /// Findings at each node and below.
    pub tallies: Vec<Tally>,
    /// Findings above the first node, or on totals of the whole document.
    pub outside: Tally,
    /// Money at each node.
    pub money: Vec<Money>,
    /// Whether any node has money.
    pub has_money: bool,
}

impl Outline {
    /// The outline of the document with this index.
    pub(super) fn of(draft: &PlanDraft, source: usize, findings: &[(&Finding, Option<Spot>)]) -> Self {
        let order = in_order(draft);
        let mut children: Vec<Vec<NodeId>> = vec![Vec::new(); draft.nodes.len()];
        for (id, _) in &order {
            if let Some(siblings) = parent(draft, *id).and_then(|parent| children.get_mut(parent.index())) {
                siblings.push(*id);
            }
        }
        let mut tallies = vec![Tally::default(); draft.nodes.len()];
        let mut outside = Tally::default();
        let starts = starts(draft);
        let totals = totals(draft);
        for (finding, spot) in findings {
            let Some(spot) = spot.filter(|spot| spot.source == source && finding.accepted.is_none()) else { continue };
            let above = || {
                let before = starts.partition_point(|(line, _)| *line <= spot.line);
                before.checked_sub(1).map(|last| starts[last].1)
            };
            let node = totals.get(&spot.line).copied().unwrap_or_else(above);
            match node.and_then(|node| tallies.get_mut(node.index())) {
                Some(tally) => tally.add(finding.severity),
                None => outside.add(finding.severity),
            }
        }
        let money = own_money(draft);
        let has_money = money.iter().any(|money| money.amount.is_some());
        let mut outline = Self { order, children, tallies, outside, money, has_money };
        outline.roll_up(draft);
        outline
    }

    /// Adds what is below to what is above, from the leaves up.
    fn roll_up(&mut self, draft: &PlanDraft) {
        for (id, _) in self.order.iter().rev() {
            let Some(parent) = parent(draft, *id).map(NodeId::index) else { continue };
            let (tally, money) = (self.tallies[id.index()], self.money[id.index()]);
            self.tallies[parent].plus(tally);
            let above = &mut self.money[parent];
            above.revenue = plus(above.revenue, money.revenue);
            if !above.printed {
                above.amount = plus(above.amount, money.amount);
            }
        }
    }
}

/// The parent, where there is such a node.
fn parent(draft: &PlanDraft, id: NodeId) -> Option<NodeId> {
    draft.nodes.get(id.index())?.parent.filter(|parent| parent.index() < draft.nodes.len())
}

/// The lines of printed totals and of summaries belong to the nodes that they are of, not to those above them.
fn totals(draft: &PlanDraft) -> HashMap<u32, Option<NodeId>> {
    let mut lines: HashMap<u32, Option<NodeId>> = draft.totals.iter().map(|total| (total.line, total.node)).collect();
    for (node, index) in draft.nodes.iter().zip(0u32..) {
        if let Some(summary) = node.summary {
            lines.insert(summary.line, Some(NodeId(index)));
        }
    }
    lines
}

/// Where the nodes of the body start, in the order of the lines; of several on one line the last is the deepest.
fn starts(draft: &PlanDraft) -> Vec<(u32, NodeId)> {
    let ids = draft.nodes.iter().zip(0u32..);
    let mut starts: Vec<(u32, NodeId)> =
        ids.filter(|(node, _)| node.in_body).map(|(node, index)| (node.line, NodeId(index))).collect();
    starts.sort_by_key(|(line, _)| *line);
    starts
}

fn own_money(draft: &PlanDraft) -> Vec<Money> {
    let counts = Counts::of(draft);
    let mut money: Vec<Money> = draft
        .nodes
        .iter()
        .zip(0u32..)
        .map(|(node, index)| {
            let printed = node.summary.and_then(|summary| summary.amount);
            Money {
                amount: printed.or_else(|| counts.of_node(NodeId(index)).sum()),
                revenue: None,
                printed: printed.is_some(),
            }
        })
        .collect();
    for line in draft.budget_lines.iter().filter(|line| line.direction == Some(Direction::Revenue)) {
        if let Some(own) = line.node.and_then(|id| money.get_mut(id.index())) {
            own.revenue = plus(own.revenue, line.amount);
        }
    }
    // What a heading tells of its node ("… (3 milioni di euro)") is as good as a summary.
    for told in draft.amounts.iter().filter(|told| told.per.is_none()) {
        let Some(id) = told.node.filter(|id| draft.nodes.get(id.index()).is_some_and(|node| node.line == told.line))
        else {
            continue;
        };
        let own = &mut money[id.index()];
        if own.amount.is_none() {
            (own.amount, own.printed) = (Some(told.amount), true);
        }
    }
    money
}
