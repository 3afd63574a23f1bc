// SPDX-License-Identifier: AGPL-3.0-or-later
//! The nodes of a plan as a page shows them: what each comes to with all that is below it, its part of the whole, the way
//! to the lists that its figures were made from.

use super::{href, joined, words};
use crate::render::Label;
use ambito_app::plans::{Branch, Rolled, Sums};
use ambito_base::Cents;
use ambito_domain::office::PlanId;
use ambito_domain::planning::NodeId;
use ambito_report::chart::Look;
use serde::Serialize;
use std::collections::BTreeMap;

/// How deep levels fold within levels; what is deeper stands in the last of them.
const LEVELS_MAX: usize = 24;
/// Up to how many nodes the first level stands open.
const OPEN_NODES_MAX: usize = 60;

/// Bars are parts of the whole, in hundredths of a percent.
const WHOLE_HUNDREDTHS: i128 = 10_000;

/// A node of the tree.
#[derive(Serialize)]
pub(super) struct Leaf {
    href: String,
    name: Label,
    code: Option<String>,
    level: Option<String>,
    kind: Option<String>,
    only_in_index: bool,
    /// What is there with all that is below, and where it is listed.
    counts: Vec<(Label, String)>,
    /// What its money comes to with all that is below, and where it is listed.
    sums: Vec<(Label, i64, String)>,
    /// Its part of the whole, as `12.34%`; empty where nothing is to be drawn.
    part: String,
    /// The colour of that money, the same as in every chart.
    colour: &'static str,
    open: bool,
    below: u32,
    children: Vec<Leaf>,
}

impl Leaf {
    /// A node with some below it, for the test that renders every template.
    pub(super) fn sample(name: &str, children: Vec<Self>) -> Self {
        Self {
            href: "/plans/1/nodes/1".to_owned(),
            name: Label::said(name),
            code: Some("OB_1".to_owned()),
            level: Some("obiettivo".to_owned()),
            kind: Some("prioritario".to_owned()),
            only_in_index: true,
            counts: vec![(words::count("indicators", 2), "/plans/1/indicators?under=1".to_owned())],
            sums: vec![(Label::key("column-revenue"), 100, "/plans/1/budget/lines?under=1".to_owned())],
            part: "12.50%".to_owned(),
            colour: Look::Full.colour(),
            open: true,
            below: u32::try_from(children.len()).unwrap_or_default(),
            children,
        }
    }
}

/// Which of the sums.
pub(super) type Of = fn(&Sums) -> Option<Cents>;

/// What money there is, in the order in which one asks for it.
pub(super) const MONEY: [(&str, Of); 4] = [
    ("column-expense", |sums| sums.expense),
    ("column-revenue", |sums| sums.revenue),
    ("sheet-allocations", |sums| sums.allocated),
    ("column-cost", |sums| sums.cost),
];

/// The money that the bars of the tree show: the first that there is.
pub(super) fn main_money(total: &Sums) -> Option<(&'static str, Cents)> {
    MONEY.iter().find_map(|(name, of)| Some((*name, of(total).filter(|sum| sum.cents() > 0)?)))
}

/// What the leaves of a tree are shown with.
pub(super) struct View {
    /// The plan.
    pub plan: PlanId,
    /// The version as the address named it.
    pub asked: Option<i64>,
    /// What all of it comes to.
    pub total: Sums,
    /// What each node comes to with all that is below it.
    pub rolled: BTreeMap<NodeId, Rolled>,
}

/// The branches as a tree. What hangs from a node that is not among them, or from itself, stands at the top.
pub(super) fn forest(view: &View, branches: &[Branch]) -> Vec<Leaf> {
    let mut below: BTreeMap<Option<NodeId>, Vec<&Branch>> = BTreeMap::new();
    let known = |id: NodeId| branches.binary_search_by_key(&id, |branch| branch.id).is_ok();
    for branch in branches {
        below.entry(branch.parent.filter(|parent| known(*parent))).or_default().push(branch);
    }
    let open = branches.len() <= OPEN_NODES_MAX;
    let mut tops = take(view, &mut below, None, 0, open);
    // Whatever a loop of parents kept from the top is shown as well.
    while let Some(parent) = below.keys().next().copied() {
        tops.append(&mut take(view, &mut below, parent, 0, false));
    }
    tops
}

fn take(
    view: &View,
    below: &mut BTreeMap<Option<NodeId>, Vec<&Branch>>,
    parent: Option<NodeId>,
    level: usize,
    open: bool,
) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for branch in below.remove(&parent).unwrap_or_default() {
        let mut shown = leaf(view, branch, open && level == 0);
        shown.children = if level + 1 < LEVELS_MAX {
            take(view, below, Some(branch.id), level + 1, open)
        } else {
            take_flat(view, below, branch.id)
        };
        leaves.push(shown);
    }
    leaves
}

/// All that is below a node in one level, in the order of the tree.
fn take_flat(view: &View, below: &mut BTreeMap<Option<NodeId>, Vec<&Branch>>, top: NodeId) -> Vec<Leaf> {
    let mut next = below.remove(&Some(top)).unwrap_or_default();
    next.reverse();
    let mut leaves = Vec::new();
    while let Some(branch) = next.pop() {
        leaves.push(leaf(view, branch, false));
        next.extend(below.remove(&Some(branch.id)).unwrap_or_default().into_iter().rev());
    }
    leaves
}

/// A node in short: its own and what is below it.
pub(super) fn leaf(view: &View, branch: &Branch, open: bool) -> Leaf {
    let own =
        Rolled { below: 0, indicators: branch.counts.indicators, phases: branch.counts.phases, sums: branch.sums };
    let Rolled { below, indicators, phases, sums } = view.rolled.get(&branch.id).copied().unwrap_or(own);
    let id = branch.id.0;
    let list = |to: &str, pair: &str| {
        let list = joined(&href(view.plan, to, view.asked), &format!("under={id}"));
        if pair.is_empty() { list } else { joined(&list, pair) }
    };
    let counts = [("indicators", indicators, "/indicators"), ("phases", phases, "/phases")];
    let lists = [
        ("/budget/lines", "direction=expense"),
        ("/budget/lines", "direction=revenue"),
        ("/allocations", ""),
        ("/costs", ""),
    ];
    let amounts = MONEY
        .iter()
        .zip(lists)
        .filter_map(|((name, of), (to, pair))| Some((Label::key(name), of(&sums)?.cents(), list(to, pair))));
    let summary =
        branch.summary_amount.map(|cents| (Label::key("column-summary-amount"), cents.cents(), String::new()));
    let name = words::node_name(branch);
    let code = branch.code.clone().filter(|code| Label::said(code) != name);
    Leaf {
        href: href(view.plan, &format!("/nodes/{id}"), view.asked),
        name,
        code,
        level: branch.level.clone(),
        kind: branch.kind.clone(),
        only_in_index: !branch.in_body,
        counts: counts
            .into_iter()
            .filter(|(_, count, _)| *count > 0)
            .map(|(kind, count, to)| (words::count(kind, count), list(to, "")))
            .collect(),
        sums: amounts.chain(summary).collect(),
        part: part(&sums, &view.total),
        colour: colour(&view.total),
        open,
        below,
        children: Vec::new(),
    }
}

/// The colour of the money that the bars show.
fn colour(total: &Sums) -> &'static str {
    let looks = [Look::Full, Look::Struck, Look::Dotted, Look::Barred];
    let shown = MONEY.iter().position(|(_, of)| of(total).is_some_and(|sum| sum.cents() > 0));
    shown.map_or(Look::Full, |at| looks[at]).colour()
}

/// The part of the whole that a bar shows; nothing where there is no money, or less than none.
fn part(sums: &Sums, total: &Sums) -> String {
    let of = MONEY.iter().find(|(_, of)| of(total).is_some_and(|sum| sum.cents() > 0));
    let Some((part, whole)) = of.and_then(|(_, of)| Some((of(sums)?.cents(), of(total)?.cents()))) else {
        return String::new();
    };
    let hundredths = (i128::from(part) * WHOLE_HUNDREDTHS / i128::from(whole)).clamp(0, WHOLE_HUNDREDTHS);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_app::plans::Counts;
    use ambito_base::Uuid;

    fn branch(id: u32, parent: Option<u32>) -> Branch {
        Branch {
            id: NodeId(id),
            parent: parent.map(NodeId),
            level: None,
            code: None,
            title: Some(id.to_string()),
            inferred_title: None,
            kind: None,
            in_body: true,
            summary_amount: None,
            summary_share: None,
            line: 1,
            counts: Counts::default(),
            sums: Sums::default(),
        }
    }

    fn count(leaves: &[Leaf]) -> usize {
        leaves.iter().map(|leaf| 1 + count(&leaf.children)).sum()
    }

    fn depth(leaves: &[Leaf]) -> usize {
        leaves.iter().map(|leaf| 1 + depth(&leaf.children)).max().unwrap_or_default()
    }

    #[test]
    fn every_node_is_shown_once_whatever_the_tree() {
        let check = |branches: &[Branch], tops: usize, deep: usize| {
            let view = View { plan: PlanId(Uuid::nil()), asked: None, total: Sums::default(), rolled: BTreeMap::new() };
            let leaves = forest(&view, branches);
            assert_eq!((leaves.len(), count(&leaves)), (tops, branches.len()));
            assert_eq!(depth(&leaves), deep);
        };
        check(&[], 0, 0);
        check(&[branch(0, None), branch(1, Some(0)), branch(2, Some(0))], 1, 2);
        check(&[branch(0, Some(9)), branch(1, None)], 2, 1);
        check(&[branch(0, Some(1)), branch(1, Some(0))], 1, 2);
        let chain: Vec<Branch> = (0..2_000).map(|id| branch(id, id.checked_sub(1))).collect();
        check(&chain, 1, LEVELS_MAX + 1);
    }
}
