// SPDX-License-Identifier: AGPL-3.0-or-later
//! Money by node: the nodes right below one, each with all that is below it, so that the rows add up to what stands under
//! them.

use super::tree::found;
use crate::{App, Error, Result, Viewer};
use ambito_base::Cents;
use ambito_domain::office::{PlanId, Right};
use ambito_domain::planning::NodeId;
use ambito_store::plans::{self, Branch, Front, Plan, Rolled, RolledFrom, Sums, Version};
use std::collections::BTreeMap;

/// How many nodes right below one are shown; what more there are stands in one row together.
const CHILDREN_MAX: u32 = 500;

/// Money by node.
#[derive(Clone, Debug)]
pub struct BudgetPage {
    /// The plan.
    pub plan: Plan,
    /// The version.
    pub version: Version,
    /// The way from the top to the node that is looked at; empty for the whole plan.
    pub path: Vec<Branch>,
    /// The nodes right below, each with what it comes to.
    pub nodes: Vec<(Branch, Rolled)>,
    /// What the node itself has; of the whole plan, what hangs from no node.
    pub own: Sums,
    /// What the nodes beyond those come to.
    pub rest: Sums,
    /// What all of it comes to.
    pub total: Sums,
}

impl App {
    /// Money by node of a plan in sight: below a node, or of the whole.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn get_budget(
        &self,
        viewer: &Viewer,
        plan: PlanId,
        number: Option<i64>,
        under: Option<NodeId>,
    ) -> Result<BudgetPage> {
        let sight = viewer.sight(Right::ReadPlans)?;
        let mut tx = self.db.read().await?;
        let Front { plan, body: _, version, document: _ } = found(&mut tx, &sight, plan, number).await?;
        let key = version.key;
        let (path, children, own) = match under {
            Some(node) => {
                let kin = plans::get_kin(&mut tx, &key, node, None, CHILDREN_MAX).await?;
                let own = kin.path.last().ok_or(Error::Absent("node"))?.sums;
                (kin.path, kin.children, own)
            }
            None => {
                let tops = plans::list_children(&mut tx, &key, None, None, CHILDREN_MAX).await?;
                (Vec::new(), tops, plans::get_whole_sums(&mut tx, &key).await?.1)
            }
        };
        let rolled = plans::list_rolled(&mut tx, &key, under.map_or(RolledFrom::Tops, RolledFrom::Below)).await?;
        let total = rolled.iter().fold(own, |total, (_, rolled)| plus(total, rolled.sums));
        let mut rolled: BTreeMap<NodeId, Rolled> = rolled.into_iter().collect();
        let nodes = children.into_iter().map(|child| (rolled.remove(&child.id).unwrap_or_default(), child));
        let nodes: Vec<(Branch, Rolled)> = nodes.map(|(rolled, child)| (child, rolled)).collect();
        let rest = rolled.into_values().fold(Sums::default(), |rest, rolled| plus(rest, rolled.sums));
        Ok(BudgetPage { plan, version, path, nodes, own, rest, total })
    }
}

/// Two sums in one; a sum that would not fit stays at what fitted.
#[must_use]
pub fn plus(one: Sums, other: Sums) -> Sums {
    let add = |one: Option<Cents>, other: Option<Cents>| match (one, other) {
        (Some(one), Some(other)) => Some(one.checked_add(other).unwrap_or(one)),
        (one, other) => one.or(other),
    };
    Sums {
        revenue: add(one.revenue, other.revenue),
        expense: add(one.expense, other.expense),
        allocated: add(one.allocated, other.allocated),
        cost: add(one.cost, other.cost),
    }
}

/// Every branch of a whole tree with all that is below it; branches in the order of the document, parents before children
/// or not.
pub(super) fn rolled(branches: &[Branch]) -> BTreeMap<NodeId, Rolled> {
    let mut all: BTreeMap<NodeId, Rolled> = BTreeMap::new();
    let parents: BTreeMap<NodeId, Option<NodeId>> = branches.iter().map(|branch| (branch.id, branch.parent)).collect();
    for branch in branches {
        let own =
            Rolled { below: 0, indicators: branch.counts.indicators, phases: branch.counts.phases, sums: branch.sums };
        // Up to the top; a loop ends where it came from, or after as many steps as there are nodes.
        let (mut at, mut steps) = (Some(branch.id), 0);
        while let Some(node) = at {
            let sum = all.entry(node).or_default();
            sum.below += u32::from(node != branch.id);
            sum.indicators += own.indicators;
            sum.phases += own.phases;
            sum.sums = plus(sum.sums, own.sums);
            steps += 1;
            at = parents.get(&node).copied().flatten().filter(|up| *up != branch.id && steps <= branches.len());
        }
    }
    all
}
