// SPDX-License-Identifier: AGPL-3.0-or-later
//! A node of a plan, with all that hangs from it.

use super::list::cut;
use super::tree::found;
use crate::{App, Change, Error, Result, Viewer};
use ambito_domain::audit::Kind;
use ambito_domain::office::{PlanId, Right};
use ambito_domain::planning::{Effort, LineNo, NodeId};
use ambito_store::plans::{
    self, Branch, Document, Front, Kin, NodeContent, Place, Plan, Rolled, RolledFrom, Version, VersionKey,
};
use std::collections::BTreeMap;

/// How many nodes right below one a page has.
const CHILDREN_MAX: u32 = 500;

/// The people who have work on a node.
#[derive(Clone, Debug, PartialEq)]
pub enum People {
    /// Their names may not be seen: how many shares of time there are.
    Hidden(u32),
    /// Who they are; that somebody looked is on record.
    Shown(Vec<Effort>),
}

/// A node, with its way from the top and all that hangs from it.
#[derive(Clone, Debug)]
pub struct NodePage {
    /// The plan.
    pub plan: Plan,
    /// The name of its body.
    pub body: String,
    /// The version.
    pub version: Version,
    /// The file it was read from.
    pub document: Document,
    /// The way from the top, the node itself last.
    pub path: Vec<Branch>,
    /// The nodes right below.
    pub children: Vec<Branch>,
    /// The last node right below that is shown, where there are more.
    pub more_after: Option<NodeId>,
    /// Each node right below with all that is below it.
    pub rolled: BTreeMap<NodeId, Rolled>,
    /// Other nodes that it also stands under.
    pub also_under: Vec<Branch>,
    /// What hangs from it.
    pub content: NodeContent,
    /// Who has work on it.
    pub people: People,
    /// Where its lines stand, in files that are no plain text.
    pub places: Vec<Place>,
}

impl People {
    /// The people that were given, else how many there are.
    pub(super) fn of(given: Option<Vec<Effort>>, count: u32) -> Self {
        match (given, count) {
            (Some(efforts), _) => Self::Shown(efforts),
            (None, 0) => Self::Shown(Vec::new()),
            (None, count) => Self::Hidden(count),
        }
    }
}

impl App {
    /// A node of a plan in sight, in its latest version where no number is named; the nodes right below it go on after
    /// one that is named.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn get_node(
        &self,
        viewer: &Viewer,
        plan: PlanId,
        number: Option<i64>,
        node: NodeId,
        children_after: Option<NodeId>,
    ) -> Result<NodePage> {
        let sight = viewer.sight(Right::ReadPlans)?;
        let mut tx = self.db.read().await?;
        let Front { plan, body, version, document } = found(&mut tx, &sight, plan, number).await?;
        let key = version.key;
        let Kin { path, mut children, also_under } =
            plans::get_kin(&mut tx, &key, node, children_after, CHILDREN_MAX + 1).await?;
        let branch = path.last().ok_or(Error::Absent("node"))?;
        let more = cut(&mut children, CHILDREN_MAX);
        let more_after = children.last().filter(|_| more).map(|child| child.id);
        let rolled = if children.is_empty() {
            BTreeMap::new()
        } else {
            plans::list_rolled(&mut tx, &key, RolledFrom::Below(node)).await?.into_iter().collect()
        };
        let people_sight = viewer.sight(Right::ReadPlanPeople).ok();
        let (content, people) = plans::get_content(&mut tx, people_sight.as_ref(), &key, Some(node)).await?;
        let people = People::of(people, branch.counts.efforts);
        let (first, last) = lines(&content, &people);
        let places = if first <= last { plans::list_places(&mut tx, &key, first, last).await? } else { Vec::new() };
        drop(tx);
        let seen = [people_seen(&key, Some(node), &people), owners_seen(&key, node, &content)];
        self.record_readings(viewer, seen.into_iter().flatten().collect()).await?;
        Ok(NodePage {
            plan,
            body,
            version,
            document,
            path,
            children,
            more_after,
            rolled,
            also_under,
            content,
            people,
            places,
        })
    }
}

/// Names of people are about to be given, where there are any.
pub(super) fn people_seen(key: &VersionKey, node: Option<NodeId>, people: &People) -> Option<Change> {
    let People::Shown(efforts) = people else { return None };
    let node = node.map_or_else(String::new, |node| format!(" node={}", node.0));
    let said = format!("version={}{node} people={}", key.number(), efforts.len());
    let change = Change::new(Kind::Reading, "plan.people").on(key.plan().0).saying(said);
    (!efforts.is_empty()).then_some(change)
}

/// A plan's own names of who answers are about to be given, where there are any: they are part of the plan, and of
/// people all the same.
fn owners_seen(key: &VersionKey, node: NodeId, content: &NodeContent) -> Option<Change> {
    let own = content.node.as_ref().and_then(|node| node.owner.as_ref()).into_iter();
    let owners = own.chain(content.indicators.iter().filter_map(|indicator| indicator.owner.as_ref())).count();
    let said = format!("version={} node={} owners={owners}", key.number(), node.0);
    (owners > 0).then(|| Change::new(Kind::Reading, "plan.read").on(key.plan().0).saying(said))
}

/// The first and the last line that the page of a node names.
pub(super) fn lines(content: &NodeContent, people: &People) -> (LineNo, LineNo) {
    let mut all: Vec<LineNo> = Vec::new();
    if let Some(node) = &content.node {
        all.push(node.line);
        all.extend(node.summary.map(|summary| summary.line));
        all.extend(node.fields.iter().map(|field| field.line));
    }
    all.extend(content.indicators.iter().map(|record| record.line));
    all.extend(content.phases.iter().map(|record| record.line));
    all.extend(content.budget_lines.iter().map(|record| record.line));
    all.extend(content.allocations.iter().map(|record| record.line));
    all.extend(content.resources.iter().map(|record| record.line));
    all.extend(content.timetables.iter().flat_map(|one| one.rows.iter().map(|row| row.line).chain([one.line])));
    all.extend(content.totals.iter().map(|record| record.line));
    all.extend(content.amounts.iter().map(|record| record.line));
    all.extend(content.tables.iter().flat_map(|one| one.row_lines.iter().copied().chain([one.line])));
    all.extend(content.notes.iter().map(|record| record.line));
    if let People::Shown(efforts) = people {
        all.extend(efforts.iter().map(|effort| effort.line));
    }
    (all.iter().min().copied().unwrap_or(1), all.iter().max().copied().unwrap_or(0))
}
