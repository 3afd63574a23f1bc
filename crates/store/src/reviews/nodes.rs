// SPDX-License-Identifier: AGPL-3.0-or-later
//! What of a reading is searched: its nodes, to choose from, and its lines that were not read.

use super::DocumentKey;
use crate::batch::Batch;
use crate::cells::Cells;
use crate::lists::{Look, filtered};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::fold;
use ambito_domain::planning::{LineNo, NodeId, PlanDraft, TextLine};
use std::collections::HashMap;

/// How many words are looked for at most.
const WORDS_MAX: usize = 8;

/// A node of a reading, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredNode {
    /// Which, in the reading's list.
    pub id: NodeId,
    /// The node it hangs from.
    pub parent: Option<NodeId>,
    /// Its level.
    pub level: Option<String>,
    /// Its code.
    pub code: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The line where it starts.
    pub line: LineNo,
    /// Which of the nodes that start there, from 0.
    pub ordinal: u32,
}

const COLUMNS: &str = "id, parent, level, code, title, line, ordinal";

fn read(cells: &mut Cells<'_>) -> Result<StoredNode> {
    Ok(StoredNode {
        id: cells.next()?,
        parent: cells.next()?,
        level: cells.next()?,
        code: cells.next()?,
        title: cells.next()?,
        line: cells.next()?,
        ordinal: cells.next()?,
    })
}

fn of_reading(columns: &str, key: &DocumentKey, reading: i64) -> Select<'static> {
    let text = format!("SELECT {columns} FROM reading_node WHERE area = $1 AND document = $2 AND reading = $3");
    Select::new(text).with(key.area.0).with(key.id.0).with(reading)
}

/// Adds the nodes of a reading.
///
/// # Errors
/// What the database says.
pub async fn insert_nodes(tx: &mut Tx, key: &DocumentKey, reading: i64, draft: &PlanDraft) -> Result<()> {
    let columns = "area, document, reading, id, parent, level, code, title, line, ordinal, folded";
    let mut batch = Batch::new("reading_node", columns);
    let mut on_line: HashMap<LineNo, u32> = HashMap::new();
    for (id, node) in (0_u32..).zip(&draft.nodes) {
        let title = node.title.as_deref().or(node.inferred_title.as_deref());
        let ordinal = on_line.entry(node.line).or_default();
        let folded = fold(&format!("{} {}", node.code.as_deref().unwrap_or_default(), title.unwrap_or_default()));
        batch
            .push(tx, |row| {
                row.put(key.area.0).put(key.id.0).put(reading).put(id).put(node.parent).put(&node.level);
                row.put(&node.code).put(title).put(node.line).put(*ordinal).put(folded);
            })
            .await?;
        *ordinal += 1;
    }
    batch.flush(tx).await
}

/// Nodes of a reading by their numbers, and those that start on some lines.
///
/// # Errors
/// What the database says.
pub async fn find_nodes(
    tx: &mut Tx,
    key: &DocumentKey,
    reading: i64,
    ids: &[NodeId],
    lines: &[LineNo],
) -> Result<Vec<StoredNode>> {
    if ids.is_empty() && lines.is_empty() {
        return Ok(Vec::new());
    }
    let mut select = of_reading(COLUMNS, key, reading).and(" AND (1 = 0");
    for (at, id) in ids.iter().enumerate() {
        select = select.and(if at == 0 { " OR id IN (" } else { ", " }).bind(*id);
    }
    if !ids.is_empty() {
        select = select.and(")");
    }
    for (at, line) in lines.iter().enumerate() {
        select = select.and(if at == 0 { " OR line IN (" } else { ", " }).bind(*line);
    }
    if !lines.is_empty() {
        select = select.and(")");
    }
    select.and(") ORDER BY id").rows(tx, read).await
}

/// The nodes whose code or title has every one of the words, in the order of the document, after one, at most so many;
/// all of them where there is no word.
///
/// # Errors
/// What the database says.
pub async fn search_nodes(
    tx: &mut Tx,
    key: &DocumentKey,
    reading: i64,
    words: &str,
    after: Option<NodeId>,
    most: u32,
) -> Result<Vec<StoredNode>> {
    let folded = fold(words);
    let mut select = of_reading(COLUMNS, key, reading);
    for word in folded.split_whitespace().take(WORDS_MAX) {
        // The comparison form has letters, digits and spaces only: no sign that LIKE would take for another.
        select = select.and(" AND folded LIKE ").bind(format!("%{word}%"));
    }
    if let Some(after) = after {
        select = select.and(" AND id > ").bind(after);
    }
    select.and(" ORDER BY id LIMIT ").bind(most).rows(tx, read).await
}

/// Adds the lines of a reading that were not read; two entries of one line keep their order.
///
/// # Errors
/// What the database says.
pub async fn insert_unread(tx: &mut Tx, key: &DocumentKey, reading: i64, lines: &[TextLine]) -> Result<()> {
    let mut batch = Batch::new("reading_unread", "area, document, reading, line, position, text");
    for (position, TextLine { line, text }) in (0_u32..).zip(lines) {
        batch
            .push(tx, |row| {
                row.put(key.area.0).put(key.id.0).put(reading).put(*line).put(position).put(text);
            })
            .await?;
    }
    batch.flush(tx).await
}

/// Which of the lines that were not read are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnreadFilter<'a> {
    /// Every one of these words stands in the line.
    pub words: &'a str,
    /// Only these lines, or only the others.
    pub only: Option<Only<'a>>,
}

/// Some lines, or all but some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only<'a> {
    /// These.
    These(&'a [LineNo]),
    /// All but these.
    Others(&'a [LineNo]),
}

impl UnreadFilter<'_> {
    fn select(self, what: &str, key: &DocumentKey, reading: i64) -> Select<'static> {
        let text = format!("SELECT {what} FROM reading_unread WHERE area = $1 AND document = $2 AND reading = $3");
        let select = Select::new(text).with(key.area.0).with(key.id.0).with(reading);
        let select = filtered(select, Look::Words("text"), self.words);
        let (is_in, lines) = match self.only {
            None | Some(Only::Others([])) => return select,
            Some(Only::These([])) => return select.and(" AND 1 = 0"),
            Some(Only::These(lines)) => ("IN", lines),
            Some(Only::Others(lines)) => ("NOT IN", lines),
        };
        let select = select.and(&format!(" AND line {is_in} ("));
        let each = lines.iter().enumerate();
        each.fold(select, |select, (at, line)| select.and(if at == 0 { "" } else { ", " }).bind(*line)).and(")")
    }
}

/// The lines of a reading that were not read, from one line on, at most so many.
///
/// # Errors
/// What the database says.
pub async fn list_unread(
    tx: &mut Tx,
    key: &DocumentKey,
    reading: i64,
    filter: UnreadFilter<'_>,
    from: LineNo,
    most: u32,
) -> Result<Vec<TextLine>> {
    let select = filter.select("line, text", key, reading).and(" AND line >= ").bind(from);
    let select = select.and(" ORDER BY line, position LIMIT ").bind(most);
    select.rows(tx, |cells| Ok(TextLine { line: cells.next()?, text: cells.next()? })).await
}

/// How many lines of a reading were not read, of those that a filter leaves.
///
/// # Errors
/// What the database says.
pub async fn count_unread(tx: &mut Tx, key: &DocumentKey, reading: i64, filter: UnreadFilter<'_>) -> Result<u64> {
    let select = filter.select("COUNT(DISTINCT line)", key, reading);
    let count: Option<i64> = select.first(tx, |cells| cells.next()).await?;
    Ok(count.and_then(|count| u64::try_from(count).ok()).unwrap_or_default())
}
