// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tree of a version in short: what a page of folding levels needs, in one question.

use super::counts::Counts;
use super::shape::VersionKey;
use crate::cells::Cells;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::{Cents, Share};
use ambito_domain::planning::{LineNo, NodeId};

/// How many levels above a node are looked at; no tree of an office is that deep.
pub(super) const DEPTH_MAX: i64 = 100;

/// The nodes from the node `$4` up to the top of the version `$1`, `$2`, `$3`, as `up (node, above, depth)`.
pub(super) const UP: &str = "up (node, above, depth) AS ( \
    SELECT id, parent, CAST(0 AS BIGINT) FROM plan_node WHERE area = $1 AND plan = $2 AND version = $3 AND id = $4 \
    UNION ALL SELECT n.id, n.parent, up.depth + 1 FROM up CROSS JOIN plan_node AS n \
    WHERE n.area = $1 AND n.plan = $2 AND n.version = $3 AND n.id = up.above AND up.depth < $5)";

/// What the money of a node itself comes to; absent where it has none of the kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Revenue lines of its budget.
    pub revenue: Option<Cents>,
    /// Expense lines of its budget.
    pub expense: Option<Cents>,
    /// Allocations of funds, after the act.
    pub allocated: Option<Cents>,
    /// Costs of its activities.
    pub cost: Option<Cents>,
}

/// A node in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// Which.
    pub id: NodeId,
    /// The node it hangs from.
    pub parent: Option<NodeId>,
    /// The document's word for the level.
    pub level: Option<String>,
    /// The code as printed.
    pub code: Option<String>,
    /// The title as printed.
    pub title: Option<String>,
    /// What the index implies where the title was lost.
    pub inferred_title: Option<String>,
    /// For objectives, of which kind.
    pub kind: Option<String>,
    /// Whether it stands in the body of the document.
    pub in_body: bool,
    /// The amount of its row in a summary.
    pub summary_amount: Option<Cents>,
    /// The share of that row.
    pub summary_share: Option<Share>,
    /// Where it starts.
    pub line: LineNo,
    /// What hangs from it.
    pub counts: Counts,
    /// What its money comes to.
    pub sums: Sums,
}

/// The columns of a branch, in the order in which they are read.
pub(super) const COLUMNS: &str = "id, parent, level, code, title, inferred_title, kind, in_body, summary_amount, \
    summary_share, line, indicators, phases, budget_lines, efforts, allocations, resources, timetables, totals, \
    amounts, other_tables, notes, revenue, expense, allocated, cost";

pub(super) fn read(cells: &mut Cells<'_>) -> Result<Branch> {
    Ok(Branch {
        id: cells.next()?,
        parent: cells.next()?,
        level: cells.next()?,
        code: cells.next()?,
        title: cells.next()?,
        inferred_title: cells.next()?,
        kind: cells.next()?,
        in_body: cells.next()?,
        summary_amount: cells.next()?,
        summary_share: cells.next()?,
        line: cells.next()?,
        counts: Counts::next(cells)?,
        sums: Sums { revenue: cells.next()?, expense: cells.next()?, allocated: cells.next()?, cost: cells.next()? },
    })
}

fn of_version<'a>(key: &VersionKey) -> Select<'a> {
    let text = format!("SELECT {COLUMNS} FROM plan_node WHERE area = $1 AND plan = $2 AND version = $3");
    Select::new(text).with(key.area.0).with(key.plan.0).with(key.number)
}

/// The nodes of a version in the order of the document, from one on; at most so many.
///
/// # Errors
/// What the database says.
pub async fn list_branches(tx: &mut Tx, key: &VersionKey, after: Option<NodeId>, most: u32) -> Result<Vec<Branch>> {
    let select = match after {
        Some(after) => of_version(key).and(" AND id > ").bind(after),
        None => of_version(key),
    };
    select.and(" ORDER BY id LIMIT ").bind(most).rows(tx, read).await
}

/// The nodes right below one, or at the top; from one on, at most so many.
///
/// # Errors
/// What the database says.
pub async fn list_children(
    tx: &mut Tx,
    key: &VersionKey,
    parent: Option<NodeId>,
    after: Option<NodeId>,
    most: u32,
) -> Result<Vec<Branch>> {
    let select = match parent {
        Some(parent) => of_version(key).and(" AND parent = ").bind(parent),
        None => of_version(key).and(" AND parent IS NULL"),
    };
    let select = match after {
        Some(after) => select.and(" AND id > ").bind(after),
        None => select,
    };
    select.and(" ORDER BY id LIMIT ").bind(most).rows(tx, read).await
}
