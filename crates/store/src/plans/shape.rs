// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the tables of a version have in common: their key, and how they are written and read in one go.

use crate::batch::{Batch, Row};
use crate::cells::Cells;
use crate::select::Select;
use crate::{Error, Result, Tx};
use ambito_domain::office::{AreaId, BodyId, PlanId};
use ambito_domain::planning::NodeId;
use std::sync::OnceLock;

/// How many records of a kind are read for the page of a node; more than these are in the list of their kind.
pub const CONTENT_ROWS_MAX: u32 = 1_000;
/// How many parts of records: cells of tables, marks, targets.
const PARTS_MAX: u32 = 5_000;

/// A version of a plan in sight: the proof that what is inside it may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VersionKey {
    pub(super) area: AreaId,
    pub(super) plan: PlanId,
    pub(super) body: BodyId,
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

    /// The body whose plan it is.
    #[must_use]
    pub const fn body(&self) -> BodyId {
        self.body
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
    /// They are the nodes.
    Own,
    /// They name it in `node`.
    Node,
    /// They belong to rows of another table, which name it: the column, the table.
    Of(&'static str, &'static str),
}

/// A table of a version: its columns after the key, in the order in which they are written and read. The first, or the
/// first two, say in which order the rows stand in the document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    pub table: &'static str,
    pub columns: &'static str,
    pub within: Within,
}

impl Shape {
    /// A table of records, which have a number in the version's list and name their node.
    pub const fn records(table: &'static str, columns: &'static str) -> Self {
        Self { table, columns, within: Within::Node }
    }

    /// Rows that wait to be written.
    pub fn rows<'a>(&self, key: VersionKey) -> Rows<'a> {
        Rows::new(key, self.table, self.columns)
    }

    /// The question for the rows, each as a list in JSON beside the number of the table; `list` makes the list.
    fn question(&self, number: usize, scope: Scope, list: &str) -> String {
        let Self { table, columns, within } = self;
        let of_version = "area = $1 AND plan = $2 AND version = $3";
        let node = match (scope, within) {
            (Scope::Whole, _) => String::new(),
            (Scope::Node(_), Within::Own) => " AND id = $4".to_owned(),
            (Scope::Node(_), Within::Node) => " AND node = $4".to_owned(),
            (Scope::Loose, Within::Own) => " AND 1 = 0".to_owned(),
            (Scope::Loose, Within::Node) => " AND node IS NULL".to_owned(),
            (Scope::Node(_) | Scope::Loose, Within::Of(column, owners)) => {
                let hangs = if scope == Scope::Loose { "node IS NULL" } else { "node = $4" };
                format!(" AND {column} IN (SELECT id FROM {owners} WHERE {of_version} AND {hangs})")
            }
        };
        let rows = format!(
            "SELECT CAST({number} AS BIGINT) AS shape, CAST({list}({columns}) AS TEXT) AS cells \
             FROM {table} WHERE {of_version}{node}"
        );
        let most = match within {
            Within::Own | Within::Node => CONTENT_ROWS_MAX,
            Within::Of(..) => PARTS_MAX,
        };
        if scope == Scope::Whole {
            return rows;
        }
        let order: Vec<&str> = columns.split(", ").take(2).collect();
        format!("SELECT * FROM ({rows} ORDER BY {} LIMIT {most}) AS shape_{number}", order.join(", "))
    }
}

/// Tables whose rows are always asked for together. The question's text is made once: it is the same for every node.
#[derive(Debug)]
pub(super) struct Together {
    groups: &'static [&'static [&'static Shape]],
    texts: [OnceLock<String>; 6],
}

impl Together {
    pub const fn new(groups: &'static [&'static [&'static Shape]]) -> Self {
        Self { groups, texts: [const { OnceLock::new() }; 6] }
    }

    fn shapes(&self) -> impl Iterator<Item = &'static Shape> {
        self.groups.iter().flat_map(|group| group.iter().copied())
    }

    fn text(&'static self, tx: &Tx, scope: Scope) -> &'static str {
        // The one function that the two databases call by different names.
        let (list, database) = match tx {
            Tx::Sqlite(_) => ("json_array", 0),
            Tx::Postgres(_) => ("json_build_array", 3),
        };
        let kind = match scope {
            Scope::Whole => 0,
            Scope::Node(_) => 1,
            Scope::Loose => 2,
        };
        self.texts[database + kind].get_or_init(|| {
            let questions: Vec<String> =
                self.shapes().enumerate().map(|(number, shape)| shape.question(number, scope, list)).collect();
            questions.join(" UNION ALL ")
        })
    }
}

/// Rows of several tables of a version: the answer to one question.
#[derive(Debug)]
pub(super) struct Found(Vec<(&'static str, Vec<String>)>);

impl Found {
    /// Asks for the rows of some tables.
    pub async fn load(tx: &mut Tx, key: VersionKey, scope: Scope, together: &'static Together) -> Result<Self> {
        let select = Select::new(together.text(tx, scope)).with(key.area.0).with(key.plan.0).with(key.number);
        let select = match scope {
            Scope::Whole | Scope::Loose => select,
            Scope::Node(node) => select.with(node),
        };
        let mut tables: Vec<(&str, Vec<String>)> = together.shapes().map(|shape| (shape.table, Vec::new())).collect();
        let put = |cells: &mut Cells<'_>| {
            let number = cells.next::<u32>()?;
            let (_, rows) = tables.get_mut(number as usize).ok_or_else(|| Error::Corrupt(format!("table {number}")))?;
            rows.push(cells.next()?);
            Ok(())
        };
        select.rows(tx, put).await?;
        Ok(Self(tables))
    }

    /// The rows of a table, in the order of the document; none where it was not asked for.
    pub fn take<T>(&mut self, shape: &Shape, mut read: impl FnMut(&mut Cells<'_>) -> Result<T>) -> Result<Vec<T>> {
        let found = self.0.iter_mut().find(|(table, _)| *table == shape.table);
        let mut rows = found.map(|(_, rows)| std::mem::take(rows)).unwrap_or_default();
        // They mostly come in order, but a database promises none for several questions together.
        if !rows.is_sorted_by_key(|row| place(row)) {
            rows.sort_by_cached_key(|row| place(row));
        }
        rows.into_iter().map(|row| read(&mut Cells::packed(&row)?)).collect()
    }
}

/// Where a row stands in the document: the first two numbers of its list.
fn place(row: &str) -> (i64, i64) {
    let mut numbers = row.trim_start_matches('[').splitn(3, ',').map(|text| text.trim().parse().unwrap_or_default());
    (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default())
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
        let VersionKey { area, plan, body: _, number } = self.key;
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
