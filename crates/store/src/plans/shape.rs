// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the tables of a version have in common: their key, and how they are written and read in one go.

use crate::answers::{Answers, Dialect, Text, in_one, question};
use crate::batch::{Batch, Row};
use crate::cells::Cells;
use crate::json::unpack;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_domain::office::{AreaId, BodyId, PlanId};

/// How many records of a kind are read for the page of a node; more than these are in the list of their kind.
pub const CONTENT_ROWS_MAX: u32 = 1_000;
/// How many parts of records: cells of tables, marks, targets.
const PARTS_MAX: u32 = 5_000;

/// A version of a plan in sight: the proof that what is inside it may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

    /// A question inside the version: `$1`, `$2` and `$3` are its key.
    pub(super) fn select<'a>(&self, text: &'static str) -> Select<'a> {
        Select::new(text).with(self.area.0).with(self.plan.0).with(self.number)
    }
}

/// How much of a version is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// All of it.
    Whole,
    /// What hangs from the node `$4`.
    Node,
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

    /// The question for the rows.
    fn question(&self, number: usize, scope: Scope, dialect: Dialect) -> String {
        let Self { table, columns, within } = self;
        let of_version = "area = $1 AND plan = $2 AND version = $3";
        let node = match (scope, within) {
            (Scope::Whole, _) => String::new(),
            (Scope::Node, Within::Own) => " AND id = $4".to_owned(),
            (Scope::Node, Within::Node) => " AND node = $4".to_owned(),
            (Scope::Loose, Within::Own) => " AND 1 = 0".to_owned(),
            (Scope::Loose, Within::Node) => " AND node IS NULL".to_owned(),
            (Scope::Node | Scope::Loose, Within::Of(column, owners)) => {
                let hangs = if scope == Scope::Loose { "node IS NULL" } else { "node = $4" };
                format!(" AND {column} IN (SELECT id FROM {owners} WHERE {of_version} AND {hangs})")
            }
        };
        let rows = format!("{} FROM {table} WHERE {of_version}{node}", question(number, columns, dialect));
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

/// Tables whose rows are always asked for together.
#[derive(Debug)]
pub(super) struct Together {
    groups: &'static [&'static [&'static Shape]],
    whole: Text,
    loose: Text,
}

impl Together {
    pub const fn new(groups: &'static [&'static [&'static Shape]]) -> Self {
        Self { groups, whole: Text::new(), loose: Text::new() }
    }

    fn shapes(&self) -> impl Iterator<Item = &'static Shape> {
        self.groups.iter().flat_map(|group| group.iter().copied())
    }

    /// How many tables there are: their questions have the numbers before this one.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.len()).sum()
    }

    /// The question for each table's rows.
    pub fn questions(&self, scope: Scope, dialect: Dialect) -> Vec<String> {
        self.shapes().enumerate().map(|(number, shape)| shape.question(number, scope, dialect)).collect()
    }
}

/// Rows of several tables of a version: the answers to questions for each.
#[derive(Debug)]
pub(super) struct Found {
    together: &'static Together,
    answers: Answers,
}

impl Found {
    /// Every row of a version, one by one: there may be very many.
    pub async fn load_whole(tx: &mut Tx, key: VersionKey, together: &'static Together) -> Result<Self> {
        let text = together.whole.of(tx, |dialect| together.questions(Scope::Whole, dialect).join(" UNION ALL "));
        let mut answers = Answers::none(together.count());
        let put = |cells: &mut Cells<'_>| {
            let number: u32 = cells.next()?;
            answers.put(number as usize, unpack(&cells.next::<String>()?)?)
        };
        key.select(text).rows(tx, put).await?;
        Ok(Self { together, answers })
    }

    /// What hangs from no node.
    pub async fn load_loose(tx: &mut Tx, key: VersionKey, together: &'static Together) -> Result<Self> {
        let text = together.loose.of(tx, |dialect| in_one(&together.questions(Scope::Loose, dialect)));
        let answers = Answers::ask(tx, key.select(text), together.count()).await?;
        Ok(Self { together, answers })
    }

    /// The answers to the questions of these tables, and perhaps others after them.
    pub const fn of(together: &'static Together, answers: Answers) -> Self {
        Self { together, answers }
    }

    /// The rows of a table, in the order of the document; none where it was not asked for.
    pub fn take<T>(&mut self, shape: &Shape, read: impl FnMut(&mut Cells<'_>) -> Result<T>) -> Result<Vec<T>> {
        match self.together.shapes().position(|asked| asked.table == shape.table) {
            Some(number) => self.answers.take(number, read),
            None => Ok(Vec::new()),
        }
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
