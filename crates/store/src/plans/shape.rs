// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the tables of a version have in common: their key, and how they are written and read in one go.

use crate::batch::{Batch, Row};
use crate::cells::Cells;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_domain::office::{AreaId, PlanId};
use ambito_domain::planning::NodeId;

/// A version of a plan in sight: the proof that what is inside it may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VersionKey {
    pub(super) area: AreaId,
    pub(super) plan: PlanId,
    pub(super) number: i64,
}

impl VersionKey {
    /// The area.
    pub(crate) const fn area(&self) -> AreaId {
        self.area
    }

    /// The plan.
    #[must_use]
    pub const fn plan(&self) -> PlanId {
        self.plan
    }

    /// The number of the version, from 1.
    #[must_use]
    pub const fn number(&self) -> i64 {
        self.number
    }
}

/// How much of a version is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// All of it.
    Whole,
    /// What hangs from a node.
    Node(NodeId),
    /// What hangs from no node: it is the document's.
    Loose,
}

/// How the rows of a table are found from a node.
#[derive(Clone, Copy, Debug)]
pub(super) enum Within {
    /// They name it in `node`.
    Node,
    /// They belong to rows of another table, which name it: the column, the table.
    Of(&'static str, &'static str),
}

/// A table of a version: its columns after the key, in the order in which they are written and read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    pub table: &'static str,
    pub columns: &'static str,
    pub order: &'static str,
    pub within: Within,
}

impl Shape {
    /// A table of records, which have a number in the version's list and name their node.
    pub const fn records(table: &'static str, columns: &'static str) -> Self {
        Self { table, columns, order: "id", within: Within::Node }
    }

    /// Rows that wait to be written.
    pub fn rows<'a>(&self, key: VersionKey) -> Rows<'a> {
        Rows::new(key, self.table, self.columns)
    }

    /// The rows, in the order of the document.
    pub async fn load<T>(
        &self,
        tx: &mut Tx,
        key: VersionKey,
        scope: Scope,
        read: impl FnMut(&mut Cells<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let Self { table, columns, order, within } = self;
        let of_version = "area = $1 AND plan = $2 AND version = $3";
        let hangs = match scope {
            Scope::Whole => "",
            Scope::Node(_) => " AND node = $4",
            Scope::Loose => " AND node IS NULL",
        };
        let node = match within {
            Within::Of(column, owners) if scope != Scope::Whole => {
                format!(" AND {column} IN (SELECT id FROM {owners} WHERE {of_version}{hangs})")
            }
            Within::Of(..) | Within::Node => hangs.to_owned(),
        };
        let text = format!("SELECT {columns} FROM {table} WHERE {of_version}{node} ORDER BY {order}");
        let select = Select::new(text).with(key.area.0).with(key.plan.0).with(key.number);
        let select = match scope {
            Scope::Whole | Scope::Loose => select,
            Scope::Node(node) => select.with(node),
        };
        select.rows(tx, read).await
    }
}

/// Rows of one version that wait to be written.
pub(super) struct Rows<'a> {
    key: VersionKey,
    batch: Batch<'a>,
}

impl<'a> Rows<'a> {
    /// Rows of a table with these columns after the key.
    pub fn new(key: VersionKey, table: &'static str, columns: &str) -> Self {
        Self { key, batch: Batch::new(table, format!("area, plan, version, {columns}")) }
    }

    /// Adds a row; the key is put in before.
    pub async fn push(&mut self, tx: &mut Tx, fill: impl FnOnce(&mut Row<'a>)) -> Result<()> {
        let VersionKey { area, plan, number } = self.key;
        let with_key = |row: &mut Row<'a>| {
            row.put(area.0).put(plan.0).put(number);
            fill(row);
        };
        self.batch.push(tx, with_key).await
    }

    /// Writes the last rows.
    pub async fn finish(mut self, tx: &mut Tx) -> Result<()> {
        self.batch.flush(tx).await
    }
}

/// The number of a record in its list; a document has at most as many lines as fit.
pub(super) fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Hands parts over to the records they belong to; both in the order of the records' numbers.
pub(super) fn attach<T, P>(records: &mut [(u32, T)], parts: Vec<(u32, P)>, mut give: impl FnMut(&mut T, P)) {
    let mut at = 0;
    for (owner, part) in parts {
        while records.get(at).is_some_and(|(id, _)| *id < owner) {
            at += 1;
        }
        if let Some((id, record)) = records.get_mut(at)
            && *id == owner
        {
            give(record, part);
        }
    }
}

/// The records without their numbers.
pub(super) fn bare<T>(records: Vec<(u32, T)>) -> Vec<T> {
    records.into_iter().map(|(_, record)| record).collect()
}
