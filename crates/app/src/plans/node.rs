// SPDX-License-Identifier: AGPL-3.0-or-later
//! A node of a plan, with all that hangs from it.

use super::list::{body_names, cut, name_of};
use super::tree::found;
use crate::{App, Change, Error, Result, Viewer};
use ambito_domain::audit::Kind;
use ambito_domain::office::{PlanId, Right};
use ambito_domain::planning::{Effort, LineNo, NodeId};
use ambito_store::Tx;
use ambito_store::plans::{self, Branch, Document, NodeContent, Place, Plan, Version, VersionKey};

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
    /// Other nodes that it also stands under.
    pub also_under: Vec<Branch>,
    /// What hangs from it.
    pub content: NodeContent,
    /// Who has work on it.
    pub people: People,
    /// Where its lines stand, in files that are no plain text.
    pub places: Vec<Place>,
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
        let (plan, version) = found(&mut tx, &sight, plan, number).await?;
        let key = version.key;
        let path = plans::list_path(&mut tx, &key, node).await?;
        let branch = path.last().ok_or(Error::Absent("node"))?;
        let mut children = plans::list_children(&mut tx, &key, Some(node), children_after, CHILDREN_MAX + 1).await?;
        let more = cut(&mut children, CHILDREN_MAX);
        let more_after = children.last().filter(|_| more).map(|child| child.id);
        let content = plans::get_content(&mut tx, &key, Some(node), &branch.counts).await?;
        let has_upper = content.node.as_ref().is_some_and(|node| !node.also_under.is_empty());
        let also_under = if has_upper { plans::list_under(&mut tx, &key, node).await? } else { Vec::new() };
        let people = people_of(&mut tx, viewer, &plan, &key, Some(node), branch.counts.efforts).await?;
        let (first, last) = lines(&content, &people);
        let places = plans::list_places(&mut tx, &key, first, last).await?;
        let document =
            plans::find_document(&mut tx, &sight, version.document).await?.ok_or(Error::Absent("document"))?;
        let body = name_of(&body_names(&mut tx, viewer).await?, plan.body);
        drop(tx);
        self.record_people(viewer, &key, Some(node), &people).await?;
        Ok(NodePage { plan, body, version, document, path, children, more_after, also_under, content, people, places })
    }
}

impl App {
    /// Puts on record that names of people are about to be given.
    pub(super) async fn record_people(
        &self,
        viewer: &Viewer,
        key: &VersionKey,
        node: Option<NodeId>,
        people: &People,
    ) -> Result<()> {
        let People::Shown(efforts) = people else { return Ok(()) };
        if efforts.is_empty() {
            return Ok(());
        }
        let node = node.map_or_else(String::new, |node| format!(" node={}", node.0));
        let said = format!("version={}{node} people={}", key.number(), efforts.len());
        let mut tx = self.db.write().await?;
        self.record(&mut tx, viewer, Change::new(Kind::Reading, "plan.people").on(key.plan().0).saying(said)).await?;
        Ok(tx.commit().await?)
    }
}

/// The people of a node, or of none, as somebody may see them.
pub(super) async fn people_of(
    tx: &mut Tx,
    viewer: &Viewer,
    plan: &Plan,
    key: &VersionKey,
    node: Option<NodeId>,
    count: u32,
) -> Result<People> {
    Ok(match (count, viewer.sight(Right::ReadPlanPeople)) {
        (0, _) => People::Shown(Vec::new()),
        (_, Ok(people)) if people.covers(plan.body) => {
            People::Shown(plans::list_node_efforts(tx, &people, key, node).await?)
        }
        (count, _) => People::Hidden(count),
    })
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
