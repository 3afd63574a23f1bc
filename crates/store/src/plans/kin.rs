// SPDX-License-Identifier: AGPL-3.0-or-later
//! The kin of a node: its way from the top, the nodes right below it, those it also stands under; in one question.

use super::shape::VersionKey;
use super::tree::{Branch, COLUMNS, DEPTH_MAX, UP, read};
use crate::cells::Cells;
use crate::select::Select;
use crate::{Error, Result, Tx};
use ambito_domain::planning::NodeId;
use std::sync::LazyLock;

/// The kin of a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kin {
    /// The way from the top, the node itself last; empty where there is no such node.
    pub path: Vec<Branch>,
    /// The nodes right below it.
    pub children: Vec<Branch>,
    /// The nodes that the document also puts it under.
    pub also_under: Vec<Branch>,
}

static KIN: LazyLock<String> = LazyLock::new(|| {
    let of_version = "area = $1 AND plan = $2 AND version = $3";
    format!(
        "{UP} \
         SELECT CAST(0 AS BIGINT) AS kin, -up.depth AS place, {COLUMNS} FROM up JOIN plan_node \
         ON area = $1 AND plan = $2 AND version = $3 AND id = up.node \
         UNION ALL SELECT * FROM (SELECT CAST(1 AS BIGINT) AS kin, id AS place, {COLUMNS} FROM plan_node \
         WHERE {of_version} AND parent = $4 AND id > $6 ORDER BY id LIMIT $7) AS below \
         UNION ALL SELECT CAST(2 AS BIGINT) AS kin, id AS place, {COLUMNS} FROM plan_node WHERE {of_version} \
         AND id IN (SELECT under FROM plan_node_under WHERE {of_version} AND node = $4) ORDER BY 1, 2"
    )
});

/// The kin of a node; the nodes right below it from one on, at most so many.
///
/// # Errors
/// What the database says.
pub async fn get_kin(tx: &mut Tx, key: &VersionKey, node: NodeId, after: Option<NodeId>, most: u32) -> Result<Kin> {
    let select =
        Select::new(KIN.as_str()).with(key.area.0).with(key.plan.0).with(key.number).with(node).with(DEPTH_MAX);
    let select = select.with(after.map_or(-1, |after| i64::from(after.0))).with(most);
    let mut kin = Kin::default();
    let put = |cells: &mut Cells<'_>| {
        let (which, _place): (i64, i64) = (cells.next()?, cells.next()?);
        let branch = read(cells)?;
        match which {
            0 => kin.path.push(branch),
            1 => kin.children.push(branch),
            2 => kin.also_under.push(branch),
            other => return Err(Error::Corrupt(format!("the kin {other}"))),
        }
        Ok(())
    };
    select.rows(tx, put).await?;
    Ok(kin)
}
