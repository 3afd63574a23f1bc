// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan: what its front says, how much is in it, and its tree, folded.

use super::parts::{Parts, parts};
use super::place::Places;
use super::{href, number_of, plan_of, words};
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::plans::{Branch, PlanTree};
use ambito_base::Cents;
use ambito_domain::office::PlanId;
use ambito_domain::planning::NodeId;
use axum::extract::Path;
use serde::Serialize;
use std::collections::BTreeMap;

/// How deep levels fold within levels; what is deeper stands in the last of them.
const LEVELS_MAX: usize = 24;
/// Up to how many nodes the first level stands open.
const OPEN_NODES_MAX: usize = 60;

#[derive(Serialize)]
pub(crate) struct Plan {
    facts: Vec<Fact>,
    understood: u32,
    lines: u32,
    counts: Vec<Count>,
    versions: Vec<ShownVersion>,
    tree: Vec<Leaf>,
    more: bool,
    parts: Parts,
}

/// A name and a value of the front.
#[derive(Serialize)]
pub(super) struct Fact {
    name: Label,
    value: Label,
}

#[derive(Serialize)]
struct Count {
    kind: &'static str,
    count: u32,
    text: Label,
    href: String,
}

#[derive(Serialize)]
struct ShownVersion {
    number: String,
    href: String,
    filed: i64,
    this: bool,
}

/// A node of the tree.
#[derive(Serialize)]
pub(super) struct Leaf {
    href: String,
    name: Label,
    code: Option<String>,
    level: Option<String>,
    kind: Option<String>,
    only_in_index: bool,
    counts: Vec<Label>,
    sums: Vec<(Label, i64)>,
    open: bool,
    children: Vec<Leaf>,
}

impl Content for Plan {
    const TEMPLATE: &'static str = "plan.html";

    fn samples() -> Vec<Self> {
        let leaf = |name: &str, children| Leaf {
            href: "/plans/1/nodes/1".to_owned(),
            name: Label::said(name),
            code: Some("OB_1".to_owned()),
            level: Some("obiettivo".to_owned()),
            kind: Some("di miglioramento".to_owned()),
            only_in_index: true,
            counts: vec![words::count("indicators", 2)],
            sums: vec![(Label::key("column-expense"), 123_456)],
            open: true,
            children,
        };
        let version = ShownVersion { number: "1".to_owned(), href: "/plans/1".to_owned(), filed: 0, this: true };
        let full = Self {
            facts: vec![Fact { name: Label::key("column-body"), value: Label::said("Ambito di Valdoro") }],
            understood: 9920,
            lines: 1,
            counts: vec![Count { kind: "nodes", count: 2, text: words::count("nodes", 2), href: String::new() }],
            versions: vec![version],
            tree: vec![leaf("Area", vec![leaf("Obiettivo", Vec::new())])],
            more: true,
            parts: super::node::sample_parts(),
        };
        let empty = Self {
            facts: Vec::new(),
            understood: 10_000,
            lines: 0,
            counts: Vec::new(),
            versions: Vec::new(),
            tree: Vec::new(),
            more: false,
            parts: Parts::default(),
        };
        vec![empty, full]
    }
}

pub(super) async fn show(context: Context, Path(id): Path<String>) -> Answer {
    let (plan, number) = (plan_of(&id)?, number_of(&context, "version")?);
    let found = context.server.app.get_plan(&context.viewer, plan, number).await?;
    let page = context.page(Label::said(&found.plan.title)).under("/plans", Label::key("plans-title"));
    context.show(&page, &shown(found, number))
}

fn shown(found: PlanTree, asked: Option<i64>) -> Plan {
    let PlanTree { plan, body, version, versions, document, branches, more_after, loose, people, places } = found;
    let header = &version.header;
    let mut facts = vec![
        Fact { name: Label::key("column-body"), value: Label::said(body) },
        Fact { name: Label::key("plans-family"), value: words::family(header.family) },
    ];
    let mut add = |name: &'static str, value: Option<Label>| {
        facts.extend(value.map(|value| Fact { name: Label::key(name), value }));
    };
    let said = |text: &Option<String>| text.clone().map(Label::said);
    add("plans-period", words::period(header.period));
    add("plans-publisher", said(&header.body));
    add("plans-issued", header.issued.map(|date| Label::said(words::day(date))));
    add("plans-act", said(&header.act));
    add("plans-version-printed", said(&header.version));
    add("plans-status", said(&header.status));
    add("plans-file", Some(Label::said(&document.name)));
    // Rounded down to a tenth of a percent, as `ambito read` tells it.
    let understood = header.coverage.share_hundredths() / 10 * 10;
    let lines = header.coverage.lines;
    let unread = href(plan.id, "/unread", asked);
    let counts = version.counts.each().into_iter().map(|(kind, count)| {
        let href = if kind == "unread" && count > 0 { unread.clone() } else { String::new() };
        Count { kind, count, text: words::count(kind, count), href }
    });
    let shown_versions = versions.iter().map(|one| ShownVersion {
        number: one.key.number().to_string(),
        href: href(plan.id, "", Some(one.key.number())),
        filed: one.filed.as_microsecond(),
        this: one.key.number() == version.key.number(),
    });
    let places = Places::new(&places, &document.format);
    Plan {
        facts,
        understood,
        lines,
        counts: counts.collect(),
        versions: shown_versions.collect(),
        more: more_after.is_some(),
        tree: forest(plan.id, asked, &branches),
        parts: parts(loose, people, &places),
    }
}

/// The branches as a tree. What hangs from a node that is not among them, or from itself, stands at the top.
fn forest(plan: PlanId, asked: Option<i64>, branches: &[Branch]) -> Vec<Leaf> {
    let mut below: BTreeMap<Option<NodeId>, Vec<&Branch>> = BTreeMap::new();
    let known = |id: NodeId| branches.binary_search_by_key(&id, |branch| branch.id).is_ok();
    for branch in branches {
        below.entry(branch.parent.filter(|parent| known(*parent))).or_default().push(branch);
    }
    let open = branches.len() <= OPEN_NODES_MAX;
    let mut tops = take(plan, asked, &mut below, None, 0, open);
    // Whatever a loop of parents kept from the top is shown as well.
    while let Some(parent) = below.keys().next().copied() {
        tops.append(&mut take(plan, asked, &mut below, parent, 0, false));
    }
    tops
}

fn take(
    plan: PlanId,
    asked: Option<i64>,
    below: &mut BTreeMap<Option<NodeId>, Vec<&Branch>>,
    parent: Option<NodeId>,
    level: usize,
    open: bool,
) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for branch in below.remove(&parent).unwrap_or_default() {
        let mut shown = leaf(plan, asked, branch, open && level == 0);
        shown.children = if level + 1 < LEVELS_MAX {
            take(plan, asked, below, Some(branch.id), level + 1, open)
        } else {
            take_flat(plan, asked, below, branch.id)
        };
        leaves.push(shown);
    }
    leaves
}

/// All that is below a node in one level, in the order of the tree.
fn take_flat(
    plan: PlanId,
    asked: Option<i64>,
    below: &mut BTreeMap<Option<NodeId>, Vec<&Branch>>,
    top: NodeId,
) -> Vec<Leaf> {
    let mut next = below.remove(&Some(top)).unwrap_or_default();
    next.reverse();
    let mut leaves = Vec::new();
    while let Some(branch) = next.pop() {
        leaves.push(leaf(plan, asked, branch, false));
        next.extend(below.remove(&Some(branch.id)).unwrap_or_default().into_iter().rev());
    }
    leaves
}

/// A node in short.
pub(super) fn leaf(plan: PlanId, asked: Option<i64>, branch: &Branch, open: bool) -> Leaf {
    let kinds = branch.counts.each().into_iter().filter(|(kind, count)| *count > 0 && *kind != "nodes");
    let sums = &branch.sums;
    let sums = [
        ("column-summary-amount", branch.summary_amount),
        ("column-revenue", sums.revenue),
        ("column-expense", sums.expense),
        ("sheet-allocations", sums.allocated),
        ("column-cost", sums.cost),
    ];
    let name = words::node_name(branch);
    let code = branch.code.clone().filter(|code| Label::said(code) != name);
    Leaf {
        href: href(plan, &format!("/nodes/{}", branch.id.0), asked),
        name,
        code,
        level: branch.level.clone(),
        kind: branch.kind.clone(),
        only_in_index: !branch.in_body,
        counts: kinds.map(|(kind, count)| words::count(kind, count)).collect(),
        sums: sums.into_iter().filter_map(|(key, sum)| Some((Label::key(key), sum.map(Cents::cents)?))).collect(),
        open,
        children: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_app::plans::{Counts, Sums};
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
            let leaves = forest(PlanId(Uuid::nil()), None, branches);
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
