// SPDX-License-Identifier: AGPL-3.0-or-later
//! A node of a plan, with all that hangs from it.

use super::list::cut;
use super::tree::found;
use crate::{App, Change, Error, Result, Viewer};
use ambito_base::Timestamp;
use ambito_domain::audit::Kind;
use ambito_domain::office::{PlanId, Right, Sight};
use ambito_domain::planning::{Effort, LineNo, NodeId};
use ambito_store::Tx;
use ambito_store::plans::{
    self, Branch, Document, Front, Inside, Kin, NodeContent, Place, Plan, Rolled, Version, VersionKey,
};
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How much is kept of what nodes have in them, as the database gave it; and about how many nodes that is.
const INSIDES_BYTES_MAX: u64 = 4_000_000;
const INSIDES_EXPECTED: usize = 1_000;
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
    /// What is in it.
    pub inside: Arc<NodeInside>,
    /// What it is kept by; absent where people are named, which is never kept.
    pub kept_by: Option<InsideKey>,
}

/// What is in a node. It is part of a version, and a version never changes.
#[derive(Clone, Debug)]
pub struct NodeInside {
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
    size_bytes: usize,
}

/// Everything that what is in a node depends on: the version, which somebody was found to see; what of it; whether they
/// may see the names of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct InsideKey {
    version: VersionKey,
    filed: Timestamp,
    node: NodeId,
    children_after: Option<NodeId>,
    sees_people: bool,
}

/// What is in the nodes that were looked at last, so that it is not read again: without the names of people, which are
/// read and put on record each time.
#[derive(Debug)]
pub(crate) struct Insides(Cache<InsideKey, Arc<NodeInside>, BySize>);

impl Default for Insides {
    fn default() -> Self {
        Self(Cache::with_weighter(INSIDES_EXPECTED, INSIDES_BYTES_MAX, BySize))
    }
}

#[derive(Clone, Debug)]
struct BySize;

impl Weighter<InsideKey, Arc<NodeInside>> for BySize {
    fn weight(&self, _: &InsideKey, inside: &Arc<NodeInside>) -> u64 {
        inside.size_bytes.max(1).try_into().unwrap_or(u64::MAX)
    }
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
        // Without a transaction: the front is one question, and what is inside of a version never changes.
        let mut tx = self.db.ask().await?;
        let Front { plan, body, version, document } = found(&mut tx, &sight, plan, number).await?;
        let people_sight = viewer.sight(Right::ReadPlanPeople).ok();
        let sees_people = people_sight.as_ref().is_some_and(|sight| sight.covers(version.key.body()));
        let key = InsideKey { version: version.key, filed: version.filed, node, children_after, sees_people };
        let (inside, is_new) = match self.insides.0.get(&key) {
            Some(inside) => (inside, false),
            None => (Arc::new(load(&mut tx, people_sight.as_ref(), &key).await?), true),
        };
        drop(tx);
        let seen =
            [people_seen(&version.key, Some(node), &inside.people), owners_seen(&version.key, node, &inside.content)];
        self.record_readings(viewer, seen.into_iter().flatten().collect()).await?;
        let names_people = matches!(&inside.people, People::Shown(efforts) if !efforts.is_empty());
        let kept_by = (!names_people).then_some(key);
        if let Some(key) = kept_by.filter(|_| is_new) {
            self.insides.0.insert(key, Arc::clone(&inside));
        }
        Ok(NodePage { plan, body, version, document, inside, kept_by })
    }
}

/// What is in a node.
async fn load(tx: &mut Tx, people_sight: Option<&Sight>, key: &InsideKey) -> Result<NodeInside> {
    let InsideKey { version, node, children_after, .. } = *key;
    let Inside { kin, rolled, content, people, has_places, size_bytes } =
        plans::get_inside(tx, people_sight, &version, node, children_after, CHILDREN_MAX + 1).await?;
    let Kin { path, mut children, also_under } = kin;
    let branch = path.last().ok_or(Error::Absent("node"))?;
    let more = cut(&mut children, CHILDREN_MAX);
    let more_after = children.last().filter(|_| more).map(|child| child.id);
    let people = People::of(people, branch.counts.efforts);
    let (first, last) = lines(&content, &people);
    let places =
        if has_places && first <= last { plans::list_places(tx, &version, first, last).await? } else { Vec::new() };
    let rolled = rolled.into_iter().collect();
    let size_bytes = size_bytes + places.len() * size_of::<Place>();
    Ok(NodeInside { path, children, more_after, rolled, also_under, content, people, places, size_bytes })
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
