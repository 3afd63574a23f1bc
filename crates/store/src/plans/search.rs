// SPDX-License-Identifier: AGPL-3.0-or-later
//! Nodes by the words of their title or code, in the latest versions of the plans in sight.

use super::tree::{self, Branch};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::fold;
use ambito_domain::office::{PlanId, Sight};
use ambito_domain::planning::NodeId;

/// How many words are looked for at most.
const WORDS_MAX: usize = 8;

/// A node that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The plan.
    pub plan: PlanId,
    /// Its title.
    pub plan_title: String,
    /// The node.
    pub branch: Branch,
}

/// Where a page of hits ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HitKey {
    /// The plan.
    pub plan: PlanId,
    /// The node.
    pub node: NodeId,
}

/// The nodes whose title or code has every one of the words, by plan; those after one, at most so many.
///
/// # Errors
/// What the database says.
pub async fn search(tx: &mut Tx, sight: &Sight, words: &str, after: Option<HitKey>, most: u32) -> Result<Vec<Hit>> {
    let folded = fold(words);
    let words: Vec<&str> = folded.split_whitespace().take(WORDS_MAX).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let columns: Vec<String> = tree::COLUMNS.split(", ").map(|column| format!("node.{}", column.trim())).collect();
    let text = format!(
        "SELECT plan.id, plan.title, {} FROM plan JOIN plan_node AS node \
         ON node.area = plan.area AND node.plan = plan.id AND node.version = plan.latest WHERE plan.area = $1",
        columns.join(", ")
    );
    let mut select = Select::new(text).with(sight.area().0).in_sight("plan.body", sight);
    for word in words {
        // The comparison form has letters, digits and spaces only: no sign that LIKE would take for another.
        select = select.and(" AND node.folded LIKE ").bind(format!("%{word}%"));
    }
    if let Some(HitKey { plan, node }) = after {
        select = select.and(" AND (plan.id, node.id) > (").bind(plan.0).and(", ").bind(node).and(")");
    }
    let select = select.and(" ORDER BY plan.id, node.id LIMIT ").bind(most);
    select
        .rows(tx, |cells| {
            Ok(Hit { plan: PlanId(cells.next()?), plan_title: cells.next()?, branch: tree::read(cells)? })
        })
        .await
}
