// SPDX-License-Identifier: AGPL-3.0-or-later
//! People and their shares of time: asked for apart from all else, with the sight of who may see names.

use super::shape::{Found, Shape, VersionKey, bare, number};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::{Share, fold};
use ambito_domain::office::{PlanId, Sight};
use ambito_domain::planning::{Effort, NodeId, PlanDraft};

pub(super) const EFFORTS: Shape = Shape::records("plan_effort", "id, node, person, relation, share, line");

/// How many shares of one person are given at most.
const PERSON_ROWS_MAX: i64 = 10_000;

/// A share of time of a person, with the plan that tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonEffort {
    /// The plan.
    pub plan: PlanId,
    /// Its title.
    pub plan_title: String,
    /// The number of its version.
    pub version: i64,
    /// The node.
    pub node: Option<NodeId>,
    /// The node's title, where it has one.
    pub node_title: Option<String>,
    /// The person, as printed.
    pub person: String,
    /// The working relation, as printed.
    pub relation: Option<String>,
    /// The share of time.
    pub share: Option<Share>,
}

pub(super) async fn insert(tx: &mut Tx, key: VersionKey, draft: &PlanDraft) -> Result<()> {
    let columns = format!("{}, folded", EFFORTS.columns);
    let mut rows = super::shape::Rows::new(key, EFFORTS.table, &columns);
    for (at, effort) in draft.efforts.iter().enumerate() {
        let Effort { node, person, relation, share, line } = effort;
        rows.push(tx, |row| {
            row.put(number(at)).put(*node).put(person).put(relation).put(*share).put(*line).put(sorted_words(person));
        })
        .await?;
    }
    rows.finish(tx).await
}

pub(super) fn take(found: &mut Found) -> Result<Vec<Effort>> {
    let read = found.take(&EFFORTS, |cells| {
        let id: u32 = cells.next()?;
        let effort = Effort {
            node: cells.next()?,
            person: cells.next()?,
            relation: cells.next()?,
            share: cells.next()?,
            line: cells.next()?,
        };
        Ok((id, effort))
    });
    Ok(bare(read?))
}

/// The shares of a person in every version of the plans in sight; name and surname may stand in either order.
///
/// # Errors
/// What the database says.
pub async fn list_by_person(tx: &mut Tx, sight: &Sight, name: &str) -> Result<Vec<PersonEffort>> {
    let text = "SELECT effort.plan, plan.title, effort.version, effort.node, node.title, effort.person, \
                effort.relation, effort.share FROM plan_effort AS effort \
                JOIN plan ON plan.area = effort.area AND plan.id = effort.plan \
                LEFT JOIN plan_node AS node ON node.area = effort.area AND node.plan = effort.plan \
                AND node.version = effort.version AND node.id = effort.node \
                WHERE effort.area = $1 AND effort.folded = $2";
    let select = Select::new(text).with(sight.area().0).with(sorted_words(name)).in_sight("plan.body", sight);
    let select = select.and(" ORDER BY effort.plan, effort.version, effort.id LIMIT ").bind(PERSON_ROWS_MAX);
    select
        .rows(tx, |cells| {
            Ok(PersonEffort {
                plan: PlanId(cells.next()?),
                plan_title: cells.next()?,
                version: cells.next()?,
                node: cells.next()?,
                node_title: cells.next()?,
                person: cells.next()?,
                relation: cells.next()?,
                share: cells.next()?,
            })
        })
        .await
}

/// A name in its comparison form, whichever of name and surname comes first.
fn sorted_words(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ")
}
