// SPDX-License-Identifier: AGPL-3.0-or-later
//! The kin of a node: its way from the top, the nodes right below it, those it also stands under; in one question.

use super::shape::VersionKey;
use super::tree::{Branch, COLUMNS, DEPTH_MAX, UP, read};
use crate::answers::{Answers, Dialect, Text, in_one, question};
use crate::cells::Cells;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_domain::planning::NodeId;

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

/// How many questions the kin are.
pub(super) const QUESTIONS: usize = 3;

static KIN: Text = Text::new();

/// The questions for the kin of the node `$4`, numbered from one on, beside [`UP`]; the nodes right below it after `$6`,
/// at most `$7`.
pub(super) fn questions(first: usize, dialect: Dialect) -> [String; QUESTIONS] {
    let of_version = "area = $1 AND plan = $2 AND version = $3";
    let row = |number: usize, place: &str| question(first + number, &format!("{place}, {COLUMNS}"), dialect);
    [
        format!(
            "{} FROM up JOIN plan_node ON area = $1 AND plan = $2 AND version = $3 AND id = up.node",
            row(0, "-up.depth")
        ),
        format!(
            "SELECT * FROM ({} FROM plan_node WHERE {of_version} AND parent = $4 AND id > $6 ORDER BY id LIMIT $7) AS below",
            row(1, "id")
        ),
        format!(
            "{} FROM plan_node WHERE {of_version} \
             AND id IN (SELECT under FROM plan_node_under WHERE {of_version} AND node = $4)",
            row(2, "id")
        ),
    ]
}

/// The kin among the answers to questions that are numbered from one on.
pub(super) fn take(answers: &mut Answers, first: usize) -> Result<Kin> {
    let mut of = |number: usize| {
        let read = |cells: &mut Cells<'_>| {
            let _place: i64 = cells.next()?;
            read(cells)
        };
        answers.take(first + number, read)
    };
    Ok(Kin { path: of(0)?, children: of(1)?, also_under: of(2)? })
}

/// The values of the questions for the kin, after the key of the version.
pub(super) fn with<'a>(select: Select<'a>, node: NodeId, after: Option<NodeId>, most: u32) -> Select<'a> {
    select.with(node).with(DEPTH_MAX).with(after.map_or(-1, |after| i64::from(after.0))).with(most)
}

/// The kin of a node; the nodes right below it from one on, at most so many.
///
/// # Errors
/// What the database says.
pub async fn get_kin(tx: &mut Tx, key: &VersionKey, node: NodeId, after: Option<NodeId>, most: u32) -> Result<Kin> {
    let text = KIN.of(tx, |dialect| format!("WITH RECURSIVE {UP} {}", in_one(&questions(0, dialect))));
    let select = with(key.select(text), node, after, most);
    take(&mut Answers::ask(tx, select, QUESTIONS).await?, 0)
}
