// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan: what its front says, how much is in it, and its tree, folded.

use super::leaves::{Leaf, MONEY, View, forest, leaf, main_money};
use super::parts::{Parts, parts};
use super::place::Places;
use super::rooms::{Room, Rooms, rooms};
use super::{href, joined, number_of, plan_of, source_href, words};
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::Error;
use ambito_app::findings::{FindingFilter, FindingState};
use ambito_app::plans::{PlanTree, Sums, Version};
use ambito_domain::office::{BodyId, Right};
use ambito_domain::planning::NodeId;
use axum::extract::Path;
use serde::Serialize;

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

impl Content for Plan {
    const TEMPLATE: &'static str = "plan.html";

    fn samples() -> Vec<Self> {
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
            tree: vec![Leaf::sample("Area", vec![Leaf::sample("Obiettivo", Vec::new())])],
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
    let findings = findings(&context, &found).await?;
    context.show(&page, &Plan { findings, ..shown(&context, found, number, after) })
}

/// What waits to be looked after in the document of the latest version, for who sees findings.
async fn findings(context: &Context, found: &PlanTree) -> Result<Option<Findings>, Error> {
    let sees = context.viewer.sight(Right::FilePlans).is_ok_and(|sight| sight.covers(found.plan.body));
    if !sees || found.version.key.number() != found.plan.latest {
        return Ok(None);
    }
    let filter = FindingFilter { plan: Some(found.plan.id), ..FindingFilter::default() };
    let counts = context.server.app.count_findings(&context.viewer, &filter).await?;
    let waiting = counts.into_iter().filter(|(state, _)| *state != FindingState::Accepted);
    let [errors, warnings, notes] =
        waiting.fold([0; 3], |sum: [u32; 3], (_, add)| std::array::from_fn(|at| sum[at].saturating_add(add[at])));
    let href = format!("/findings?plan={}", found.plan.id);
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
    let count = |name, to, count| {
        (count > 0).then(|| Figure {
            count: Some(count),
            name: Label::key(name).with("count", count),
            ..figure(name, to)
        })
    };
    let indicators = count("plans-some-indicators", "/indicators", counts.indicators);
    let phases = count("plans-some-phases", "/phases", counts.phases);
    // Rounded down to a tenth of a percent, as `ambito read` tells it.
    let understood = coverage.share_hundredths() / 10 * 10;
    let understood = Figure { share: Some(understood), ..figure("plans-understood-lines", "/unread") };
    money.chain(indicators).chain(phases).chain([understood]).collect()
}
