// SPDX-License-Identifier: AGPL-3.0-or-later
//! What nodes come to with all that is below them: money, and how much is there.
//!
//! Invariant: what a node comes to is its own and that of every node below it, each once, whatever loops there are.

use super::shape::VersionKey;
use super::tree::Sums;
use crate::cells::Cells;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::Cents;
use ambito_domain::planning::NodeId;

/// Sums are taken in two parts, so that no database gives up where a document has nonsense for amounts.
const PART: i64 = 1_000_000;
/// The columns of money, in the order of [`Sums`].
const MONEY: [&str; 4] = ["revenue", "expense", "allocated", "cost"];

/// The rows of `plan_node` as `n` that are of the version `$1`, `$2`, `$3`.
const OF_VERSION: &str = "n.area = $1 AND n.plan = $2 AND n.version = $3";
/// The nodes right below the node `$4`.
pub(super) const BELOW: &str = "n.parent = $4";

/// A node with all that is below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rolled {
    /// How many nodes are below it.
    pub below: u32,
    /// How many indicators are there.
    pub indicators: u32,
    /// How many phases.
    pub phases: u32,
    /// What the money comes to.
    pub sums: Sums,
}

fn money(columns: impl IntoIterator<Item = String>) -> String {
    let part =
        |column: String| format!("CAST(SUM({column} / {PART}) AS BIGINT), CAST(SUM({column} % {PART}) AS BIGINT)");
    columns.into_iter().map(part).collect::<Vec<_>>().join(", ")
}

fn sum(cells: &mut Cells<'_>) -> Result<Option<Cents>> {
    let (large, small): (Option<i64>, Option<i64>) = (cells.next()?, cells.next()?);
    Ok(large.zip(small).and_then(|(large, small)| large.checked_mul(PART)?.checked_add(small)).map(Cents::new))
}

fn sums(cells: &mut Cells<'_>) -> Result<Sums> {
    Ok(Sums { revenue: sum(cells)?, expense: sum(cells)?, allocated: sum(cells)?, cost: sum(cells)? })
}

/// From where nodes are rolled up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RolledFrom {
    /// Every node at the top.
    Tops,
    /// The nodes at the top from one number to another.
    TopsBetween(NodeId, NodeId),
    /// The nodes right below one.
    Below(NodeId),
}

/// The nodes that are rolled up with every node below, as `below (top, node)`; `begin` says which are rolled up.
pub(super) fn below(begin: &str) -> String {
    // `CROSS JOIN` tells SQLite which side to begin with: from the other it would look through the whole plan at each step.
    format!(
        "below (top, node) AS (SELECT n.id, n.id FROM plan_node AS n WHERE {OF_VERSION} AND {begin} \
         UNION SELECT below.top, n.id FROM below CROSS JOIN plan_node AS n WHERE {OF_VERSION} AND n.parent = below.node)"
    )
}

/// The columns of a node that is rolled up, in the order in which they are read.
pub(super) fn columns() -> String {
    let money = money(MONEY.map(|column| format!("n.{column}")));
    format!("below.top, COUNT(*) - 1, CAST(SUM(n.indicators) AS BIGINT), CAST(SUM(n.phases) AS BIGINT), {money}")
}

/// Where the columns are from.
pub(super) fn from() -> String {
    format!("FROM below CROSS JOIN plan_node AS n WHERE {OF_VERSION} AND n.id = below.node GROUP BY below.top")
}

pub(super) fn read(cells: &mut Cells<'_>) -> Result<(NodeId, Rolled)> {
    let (top, below, indicators, phases) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    Ok((top, Rolled { below, indicators, phases, sums: sums(cells)? }))
}

/// Some nodes, each with all that is below it; in the order of the document.
///
/// # Errors
/// What the database says.
pub async fn list_rolled(tx: &mut Tx, key: &VersionKey, from: RolledFrom) -> Result<Vec<(NodeId, Rolled)>> {
    let begin = match from {
        RolledFrom::Tops => "n.parent IS NULL",
        RolledFrom::TopsBetween(..) => "n.parent IS NULL AND n.id BETWEEN $4 AND $5",
        RolledFrom::Below(_) => BELOW,
    };
    let text = format!("WITH RECURSIVE {} SELECT {} {} ORDER BY below.top", below(begin), columns(), self::from());
    let select = Select::new(text).with(key.area().0).with(key.plan().0).with(key.number());
    let select = match from {
        RolledFrom::Tops => select,
        RolledFrom::TopsBetween(first, last) => select.with(first).with(last),
        RolledFrom::Below(node) => select.with(node),
    };
    select.rows(tx, read).await
}

/// What the money of a whole version comes to, with what hangs from no node; and that alone.
///
/// # Errors
/// What the database says.
pub async fn get_whole_sums(tx: &mut Tx, key: &VersionKey) -> Result<(Sums, Sums)> {
    let of_version = "area = $1 AND plan = $2 AND version = $3";
    let text = |loose: &str| {
        let part = |what: &str, table: &str| {
            let from = format!("FROM {table} WHERE {of_version}{loose}");
            format!(
                "(SELECT CAST(SUM(({what}) / {PART}) AS BIGINT) {from}), (SELECT CAST(SUM(({what}) % {PART}) AS BIGINT) {from})"
            )
        };
        [
            part("CASE WHEN direction = 'revenue' THEN amount END", "plan_budget_line"),
            part("CASE WHEN direction = 'expense' THEN amount END", "plan_budget_line"),
            part("COALESCE(amount_after, amount_total)", "plan_allocation"),
            part("cost", "plan_resource"),
        ]
        .join(", ")
    };
    let text = format!("SELECT {}, {}", text(""), text(" AND node IS NULL"));
    let select = Select::new(text).with(key.area().0).with(key.plan().0).with(key.number());
    Ok(select.first(tx, |cells| Ok((sums(cells)?, sums(cells)?))).await?.unwrap_or_default())
}
