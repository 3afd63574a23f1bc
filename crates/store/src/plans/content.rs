// SPDX-License-Identifier: AGPL-3.0-or-later
//! What hangs from one node, or from none: for a page. The number of questions does not depend on how much there is,
//! and kinds that a node has nothing of are not asked for.

use super::counts::Counts;
use super::shape::{Scope, VersionKey};
use super::version::find_version;
use super::{amounts, efforts, indicators, money, nodes, notes, phases, tables, timetables};
use crate::{Result, Tx};
use ambito_domain::office::Sight;
use ambito_domain::planning::{
    Allocation, Amount, BudgetLine, Effort, Indicator, Node, NodeId, Note, Phase, Resource, Table, Timetable, Total,
};

/// What hangs from a node; the node is absent for what hangs from none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NodeContent {
    /// The node.
    pub node: Option<Node>,
    /// Indicators.
    pub indicators: Vec<Indicator>,
    /// Phases.
    pub phases: Vec<Phase>,
    /// Budget lines.
    pub budget_lines: Vec<BudgetLine>,
    /// Allocations of funds.
    pub allocations: Vec<Allocation>,
    /// Costs by source.
    pub resources: Vec<Resource>,
    /// Timetables.
    pub timetables: Vec<Timetable>,
    /// Printed totals.
    pub totals: Vec<Total>,
    /// Money in prose.
    pub amounts: Vec<Amount>,
    /// Other tables.
    pub tables: Vec<Table>,
    /// What was lost or healed.
    pub notes: Vec<Note>,
}

/// What hangs from a node of these counts; people apart.
///
/// # Errors
/// What the database says.
pub async fn get_content(tx: &mut Tx, key: &VersionKey, node: Option<NodeId>, counts: &Counts) -> Result<NodeContent> {
    let (key, scope) = (*key, node.map_or(Scope::Loose, Scope::Node));
    let mut content = NodeContent::default();
    if let Some(node) = node {
        content.node = nodes::find(tx, key, node).await?;
    }
    if counts.indicators > 0 {
        content.indicators = indicators::load(tx, key, scope).await?;
    }
    if counts.phases > 0 {
        content.phases = phases::load(tx, key, scope).await?;
    }
    if counts.budget_lines > 0 {
        content.budget_lines = money::load_budget_lines(tx, key, scope).await?;
    }
    if counts.allocations > 0 {
        content.allocations = money::load_allocations(tx, key, scope).await?;
    }
    if counts.resources > 0 {
        content.resources = money::load_resources(tx, key, scope).await?;
    }
    if counts.timetables > 0 {
        content.timetables = timetables::load(tx, key, scope).await?;
    }
    if counts.totals > 0 {
        content.totals = amounts::load_totals(tx, key, scope).await?;
    }
    if counts.amounts > 0 {
        content.amounts = amounts::load_amounts(tx, key, scope).await?;
    }
    if counts.tables > 0 {
        content.tables = tables::load(tx, key, scope).await?;
    }
    if counts.notes > 0 {
        content.notes = notes::load(tx, key, scope).await?;
    }
    Ok(content)
}

/// The people of a node, or of none, where the sight of who may see names covers the plan.
///
/// # Errors
/// What the database says.
pub async fn list_node_efforts(
    tx: &mut Tx,
    people_sight: &Sight,
    key: &VersionKey,
    node: Option<NodeId>,
) -> Result<Vec<Effort>> {
    let Some(version) = find_version(tx, people_sight, key.plan, Some(key.number)).await? else {
        return Ok(Vec::new());
    };
    efforts::load(tx, version.key, node.map_or(Scope::Loose, Scope::Node)).await
}
