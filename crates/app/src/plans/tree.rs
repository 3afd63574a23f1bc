// SPDX-License-Identifier: AGPL-3.0-or-later
//! A version of a plan as a tree.

use super::budget::rolled;
use super::list::cut;
use super::node::{People, lines, people_seen};
use crate::{App, Error, Result, Viewer};
use ambito_domain::office::{PlanId, Right, Sight};
use ambito_domain::planning::{LineNo, NodeId, TextLine};
use ambito_store::Tx;
use ambito_store::plans::{self, Branch, Document, Front, NodeContent, Place, Plan, Rolled, RolledFrom, Sums, Version};
use std::collections::BTreeMap;

/// How many nodes the tree of a page has; of a larger one the nodes at the top are shown, and each leads on.
const TREE_NODES_MAX: u32 = 2_000;
/// How many nodes at the top a page of a larger one has.
const TOPS_MAX: u32 = 500;
/// How many lines a page of lines that were not understood has.
const PAGE_LINES: u32 = 200;

/// A version of a plan: whose it is, what its front says, its tree.
#[derive(Clone, Debug)]
pub struct PlanTree {
    /// The plan.
    pub plan: Plan,
    /// The name of its body.
    pub body: String,
    /// The version.
    pub version: Version,
    /// All versions, the latest first.
    pub versions: Vec<Version>,
    /// The file it was read from.
    pub document: Document,
    /// The nodes in the order of the document, or their beginning.
    pub branches: Vec<Branch>,
    /// Whether these are only the nodes at the top, because the tree has more nodes than a page can show.
    pub only_tops: bool,
    /// The last node at the top that is shown, where there are more.
    pub more_after: Option<NodeId>,
    /// Each of them with all that is below it.
    pub rolled: BTreeMap<NodeId, Rolled>,
    /// What the money of the whole version comes to.
    pub total: Sums,
    /// What hangs from no node.
    pub loose: NodeContent,
    /// Who has work on no node in particular.
    pub people: People,
    /// Where lines of what hangs from no node stand, in files that are no plain text.
    pub places: Vec<Place>,
}

/// Some of the lines that were not understood.
#[derive(Clone, Debug)]
pub struct UnreadPage {
    /// The plan.
    pub plan: Plan,
    /// The version.
    pub version: Version,
    /// The file it was read from.
    pub document: Document,
    /// The lines.
    pub lines: Vec<TextLine>,
    /// Where they stand, in files that are no plain text.
    pub places: Vec<Place>,
    /// Where the next page goes on; absent on the last.
    pub next: Option<LineNo>,
}

impl App {
    /// A version of a plan in sight as a tree; the latest where no number is named. Of a very large one, the nodes at the top,
    /// after one that is named.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn get_plan(
        &self,
        viewer: &Viewer,
        plan: PlanId,
        number: Option<i64>,
        after: Option<NodeId>,
    ) -> Result<PlanTree> {
        let sight = viewer.sight(Right::ReadPlans)?;
        let mut tx = self.db.read().await?;
        let Front { plan, body, version, document } = found(&mut tx, &sight, plan, number).await?;
        let versions = plans::list_versions(&mut tx, &sight, plan.id).await?;
        let only_tops = version.counts.nodes > TREE_NODES_MAX;
        let (branches, more_after, rolled) = if only_tops {
            let mut tops = plans::list_children(&mut tx, &version.key, None, after, TOPS_MAX + 1).await?;
            let more = cut(&mut tops, TOPS_MAX);
            let more_after = tops.last().filter(|_| more).map(|branch| branch.id);
            let rolled = match (tops.first(), tops.last()) {
                (Some(first), Some(last)) => {
                    plans::list_rolled(&mut tx, &version.key, RolledFrom::TopsBetween(first.id, last.id)).await?
                }
                _ => Vec::new(),
            };
            (tops, more_after, rolled.into_iter().collect())
        } else {
            let branches = plans::list_branches(&mut tx, &version.key, None, TREE_NODES_MAX).await?;
            let rolled = rolled(&branches);
            (branches, None, rolled)
        };
        let (total, _) = plans::get_whole_sums(&mut tx, &version.key).await?;
        let people_sight = viewer.sight(Right::ReadPlanPeople).ok();
        let (loose, people) = plans::get_loose(&mut tx, people_sight.as_ref(), &version.key).await?;
        let on_nodes: u32 = branches.iter().map(|branch| branch.counts.efforts).sum();
        let on_none = if only_tops { 0 } else { version.counts.efforts.saturating_sub(on_nodes) };
        let people = People::of(people, on_none);
        let (first, last) = lines(&loose, &people);
        let places =
            if first <= last { plans::list_places(&mut tx, &version.key, first, last).await? } else { Vec::new() };
        drop(tx);
        self.record_readings(viewer, people_seen(&version.key, None, &people).into_iter().collect()).await?;
        Ok(PlanTree {
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
        })
    }

    /// The lines of a version that were not understood, after one.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn list_unread(
        &self,
        viewer: &Viewer,
        plan: PlanId,
        number: Option<i64>,
        after: LineNo,
    ) -> Result<UnreadPage> {
        let sight = viewer.sight(Right::ReadPlans)?;
        let mut tx = self.db.read().await?;
        let Front { plan, body: _, version, document } = found(&mut tx, &sight, plan, number).await?;
        let mut lines = plans::list_unread(&mut tx, &version.key, after, PAGE_LINES + 1).await?;
        let more = cut(&mut lines, PAGE_LINES);
        let ends = lines.first().zip(lines.last()).map(|(first, last)| (first.line, last.line));
        let places = match ends {
            Some((first, last)) => plans::list_places(&mut tx, &version.key, first, last).await?,
            None => Vec::new(),
        };
        Ok(UnreadPage { plan, version, document, places, next: ends.map(|(_, last)| last).filter(|_| more), lines })
    }
}

/// A version of a plan in sight.
pub(super) async fn found(tx: &mut Tx, sight: &Sight, plan: PlanId, number: Option<i64>) -> Result<Front> {
    plans::find_front(tx, sight, plan, number).await?.ok_or(Error::Absent("plan"))
}
