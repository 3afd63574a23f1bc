// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan: what its front says, how much is in it, and its tree, folded.

use super::parts::{Parts, parts};
use super::place::Places;
use super::rooms::{Room, Rooms, rooms};
use super::{href, joined, number_of, plan_of, source_href, words};
use crate::render::{Content, Label};
use crate::server::{Answer, Context, Failure};
use ambito_app::findings::{FindingFilter, FindingState};
use ambito_app::plans::{Branch, PlanTree, Rolled, Sums, Version};
use ambito_base::Cents;
use ambito_domain::office::{BodyId, DocumentId, PlanId, Right};
use ambito_domain::planning::NodeId;
use axum::extract::Path;
use serde::Serialize;
use std::collections::BTreeMap;

/// How deep levels fold within levels; what is deeper stands in the last of them.
const LEVELS_MAX: usize = 24;
/// Up to how many nodes the first level stands open.
const OPEN_NODES_MAX: usize = 60;

/// Bars are parts of the whole, in hundredths of a percent.
const WHOLE_HUNDREDTHS: i128 = 10_000;

#[derive(Serialize)]
pub(crate) struct Plan {
    rooms: Rooms,
    figures: Vec<Figure>,
    facts: Vec<Fact>,
    counts: Vec<Count>,
    versions: Vec<ShownVersion>,
    tree: Vec<Leaf>,
    money: Option<Label>,
    only_tops: bool,
    tops_first: String,
    tops_next: String,
    findings: Option<Findings>,
    compare: String,
    source: String,
    parts: Parts,
}

/// A name and a value of the front.
#[derive(Serialize)]
pub(super) struct Fact {
    name: Label,
    value: Label,
}

/// A figure that answers where one stands, and the door to what it was made from.
#[derive(Serialize)]
struct Figure {
    href: String,
    name: Label,
    cents: Option<i64>,
    count: Option<u32>,
    share: Option<u32>,
}

/// How many findings wait; the room of findings fills it in.
#[derive(Serialize)]
pub(crate) struct Findings {
    /// Where they are listed.
    pub href: String,
    /// Errors.
    pub errors: u32,
    /// Warnings.
    pub warnings: u32,
    /// Notes.
    pub notes: u32,
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
    /// What is there with all that is below, and where it is listed.
    counts: Vec<(Label, String)>,
    /// What its money comes to with all that is below, and where it is listed.
    sums: Vec<(Label, i64, String)>,
    /// Its part of the whole, as `12.34%`; empty where nothing is to be drawn.
    part: String,
    open: bool,
    below: u32,
    children: Vec<Leaf>,
}

impl Content for Plan {
    const TEMPLATE: &'static str = "plan.html";

    fn samples() -> Vec<Self> {
        let leaf = |name: &str, children: Vec<Leaf>| Leaf {
            href: "/plans/1/nodes/1".to_owned(),
            name: Label::said(name),
            code: Some("OB_1".to_owned()),
            level: Some("obiettivo".to_owned()),
            kind: Some("prioritario".to_owned()),
            only_in_index: true,
            counts: vec![(words::count("indicators", 2), "/plans/1/indicators?under=1".to_owned())],
            sums: vec![(Label::key("column-revenue"), 100, "/plans/1/budget/lines?under=1".to_owned())],
            part: "12.50%".to_owned(),
            open: true,
            below: u32::try_from(children.len()).unwrap_or_default(),
            children,
        };
        let version = ShownVersion {
            number: "2".to_owned(),
            href: "/plans/1?version=2".to_owned(),
            filed: 1_795_348_800_000_000,
            this: false,
        };
        let figure = |cents, count, share| Figure {
            href: "/plans/1/budget".to_owned(),
            name: Label::key("column-expense"),
            cents,
            count,
            share,
        };
        let full = Self {
            rooms: Rooms::sample(),
            figures: vec![figure(Some(5), None, None), figure(None, Some(3), None), figure(None, None, Some(9_920))],
            facts: vec![Fact { name: Label::key("column-body"), value: Label::said("Ambito di Valdoro") }],
            counts: vec![Count {
                kind: "nodes",
                count: 2,
                text: words::count("nodes", 2),
                href: "/plans/1/nodes".to_owned(),
            }],
            versions: vec![version],
            tree: vec![leaf("Area", vec![leaf("Obiettivo", Vec::new())])],
            money: Some(Label::key("column-expense")),
            only_tops: true,
            tops_first: String::new(),
            tops_next: "/plans/1?after=7".to_owned(),
            findings: Some(Findings { href: "/findings".to_owned(), errors: 1, warnings: 0, notes: 2 }),
            compare: "/compare?new=1:2".to_owned(),
            source: "/plans/1/source?version=1&line=1".to_owned(),
            parts: super::node::sample_parts(),
        };
        let empty = Self {
            rooms: Rooms::sample(),
            figures: Vec::new(),
            facts: Vec::new(),
            counts: Vec::new(),
            versions: Vec::new(),
            tree: Vec::new(),
            money: None,
            only_tops: false,
            tops_first: String::new(),
            tops_next: String::new(),
            findings: None,
            compare: "/compare?new=1:2".to_owned(),
            source: "/plans/1/source?version=1&line=1".to_owned(),
            parts: Parts::default(),
        };
        vec![empty, full]
    }
}

pub(super) async fn show(context: Context, Path(id): Path<String>) -> Answer {
    let (plan, number) = (plan_of(&id)?, number_of(&context, "version")?);
    let after = number_of(&context, "after")?.map(NodeId);
    let found = context.server.app.get_plan(&context.viewer, plan, number, after).await?;
    let page = context.page(Label::said(&found.plan.title)).under("/plans", Label::key("plans-title"));
    let (body, document) = (found.plan.body, found.document.id);
    let findings = findings_of(&context, body, document).await?;
    let shown = Plan { findings, ..shown(&context, found, number, after) };
    context.show(&page, &shown)
}

/// The findings that nobody lives with, for who reviews the document that the version was filed from.
async fn findings_of(context: &Context, body: BodyId, document: DocumentId) -> Result<Option<Findings>, Failure> {
    if !context.viewer.sight(Right::FilePlans).is_ok_and(|sight| sight.covers(body)) {
        return Ok(None);
    }
    let filter = FindingFilter { document: Some(document), ..FindingFilter::default() };
    let counts = context.server.app.count_findings(&context.viewer, &filter).await?;
    let open = counts.iter().filter(|(state, _)| *state != FindingState::Accepted);
    let [errors, warnings, notes] = open.fold([0; 3], |sum, (_, counts)| {
        let mut sum: [u32; 3] = sum;
        sum.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        sum
    });
    let href = format!("/findings?document={document}");
    Ok((errors + warnings + notes > 0).then_some(Findings { href, errors, warnings, notes }))
}

fn shown(context: &Context, found: PlanTree, asked: Option<i64>, after: Option<NodeId>) -> Plan {
    let PlanTree {
        plan,
        body,
        version,
        versions,
        document,
        branches,
        only_tops,
        more_after,
        rolled,
        total,
        loose,
        people,
        places,
    } = found;
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
    let below = |to: &str| href(plan.id, to, asked);
    let counts = version.counts.each().into_iter().map(|(kind, count)| {
        let to = list_of_kind(kind)
            .filter(|_| count > 0)
            .filter(|_| kind != "efforts" || may_see_people(context, plan.body));
        Count { kind, count, text: words::count(kind, count), href: to.map_or_else(String::new, below) }
    });
    let shown_versions = versions.iter().map(|one| ShownVersion {
        number: one.key.number().to_string(),
        href: href(plan.id, "", Some(one.key.number())),
        filed: one.filed.as_microsecond(),
        this: one.key.number() == version.key.number(),
    });
    let places = Places::new(&places, &document.format).leading_to(plan.id, version.key.number());
    let view = View { plan: plan.id, asked, total, rolled };
    let page_from = |after: NodeId| joined(&below(""), &format!("after={}", after.0));
    Plan {
        rooms: rooms(context, plan.id, plan.body, asked, Room::Overview),
        figures: figures(&version, &total, &below),
        facts,
        counts: counts.collect(),
        versions: shown_versions.collect(),
        money: main_money(&total).map(|(name, _)| Label::key(name)),
        only_tops,
        tops_first: after.map_or_else(String::new, |_| below("")),
        tops_next: more_after.map_or_else(String::new, page_from),
        tree: if only_tops {
            branches.iter().map(|branch| leaf(&view, branch, false)).collect()
        } else {
            forest(&view, &branches)
        },
        findings: None,
        compare: format!("/compare?new={}:{}", plan.id, version.key.number()),
        source: source_href(plan.id, version.key.number(), 1),
        parts: parts(loose, people, &places).listed(plan.id, asked, "none"),
    }
}

fn may_see_people(context: &Context, body: BodyId) -> bool {
    context.viewer.sight(Right::ReadPlanPeople).is_ok_and(|sight| sight.covers(body))
}

/// Where the records of a kind are listed; nowhere for those that are read on the page of their node.
pub(super) fn list_of_kind(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "nodes" => "/nodes",
        "indicators" => "/indicators",
        "phases" => "/phases",
        "budget_lines" => "/budget/lines",
        "efforts" => "/people",
        "allocations" => "/allocations",
        "resources" => "/costs",
        "totals" => "/totals",
        "amounts" => "/amounts",
        "notes" => "/notes",
        "unread" => "/unread",
        _ => return None,
    })
}

/// Where one stands, each figure a door.
fn figures(version: &Version, total: &Sums, below: &dyn Fn(&str) -> String) -> Vec<Figure> {
    let (counts, coverage) = (&version.counts, version.header.coverage);
    let figure =
        |name, to: &str| Figure { href: below(to), name: Label::key(name), cents: None, count: None, share: None };
    let money = MONEY.iter().filter_map(|(name, of)| {
        let cents = of(total).filter(|sum| sum.cents() != 0)?.cents();
        Some(Figure { cents: Some(cents), ..figure(name, "/budget") })
    });
    let count = |name, to, count| (count > 0).then(|| Figure { count: Some(count), ..figure(name, to) });
    let indicators = count("sheet-indicators", "/indicators", counts.indicators);
    let phases = count("sheet-phases", "/phases", counts.phases);
    // Rounded down to a tenth of a percent, as `ambito read` tells it.
    let understood = coverage.share_hundredths() / 10 * 10;
    let understood = Figure { share: Some(understood), ..figure("plans-understood-lines", "/unread") };
    money.chain(indicators).chain(phases).chain([understood]).collect()
}

/// What money there is, in the order in which one asks for it.
const MONEY: [(&str, fn(&Sums) -> Option<Cents>); 4] = [
    ("column-expense", |sums| sums.expense),
    ("column-revenue", |sums| sums.revenue),
    ("sheet-allocations", |sums| sums.allocated),
    ("column-cost", |sums| sums.cost),
];

/// The money that the bars of the tree show: the first that there is.
fn main_money(total: &Sums) -> Option<(&'static str, Cents)> {
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
fn forest(view: &View, branches: &[Branch]) -> Vec<Leaf> {
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
        open,
        below,
        children: Vec::new(),
    }
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
