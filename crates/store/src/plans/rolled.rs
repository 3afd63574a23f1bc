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

/// Some nodes, each with all that is below it; in the order of the document.
///
/// # Errors
/// What the database says.
pub async fn list_rolled(tx: &mut Tx, key: &VersionKey, from: RolledFrom) -> Result<Vec<(NodeId, Rolled)>> {
    // `CROSS JOIN` tells SQLite which side to begin with: from the other it would look through the whole plan at each step.
    let of_version = "n.area = $1 AND n.plan = $2 AND n.version = $3";
    let begin = match from {
        RolledFrom::Tops => "n.parent IS NULL",
        RolledFrom::TopsBetween(..) => "n.parent IS NULL AND n.id BETWEEN $4 AND $5",
        RolledFrom::Below(_) => "n.parent = $4",
    };
    let text = format!(
        "WITH RECURSIVE below (top, node) AS (SELECT n.id, n.id FROM plan_node AS n WHERE {of_version} AND {begin} \
         UNION SELECT below.top, n.id FROM below CROSS JOIN plan_node AS n WHERE {of_version} AND n.parent = below.node) \
         SELECT below.top, COUNT(*) - 1, CAST(SUM(n.indicators) AS BIGINT), CAST(SUM(n.phases) AS BIGINT), {} \
         FROM below CROSS JOIN plan_node AS n WHERE {of_version} AND n.id = below.node GROUP BY below.top ORDER BY below.top",
        money(MONEY.map(|column| format!("n.{column}")))
    );
    let select = Select::new(text).with(key.area().0).with(key.plan().0).with(key.number());
    let select = match from {
        RolledFrom::Tops => select,
        RolledFrom::TopsBetween(first, last) => select.with(first).with(last),
        RolledFrom::Below(node) => select.with(node),
    };
    let read = |cells: &mut Cells<'_>| {
        let (top, below, indicators, phases) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        Ok((top, Rolled { below, indicators, phases, sums: sums(cells)? }))
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
