// SPDX-License-Identifier: AGPL-3.0-or-later
//! Nodes whole: with their text, fields, further parents and entries of indexes.

use super::counts::{self, Counts};
use super::shape::{Found, Shape, VersionKey, Within, attach, bare, number};
use crate::cells::Cells;
use crate::values::json;
use crate::{Result, Tx};
use ambito_base::fold;
use ambito_domain::planning::{Field, IndexEntry, Node, NodeId, PlanDraft, Summary};

pub(super) const NODES: Shape = Shape {
    table: "plan_node",
    columns: "id, parent, level, code, title, inferred_title, kind, text, in_body, summary_amount, summary_share, \
              summary_line, owner, index_entries, line",
    within: Within::Own,
};

pub(super) const UNDER: Shape =
    Shape { table: "plan_node_under", columns: "node, position, under", within: Within::Node };

pub(super) const FIELDS: Shape =
    Shape { table: "plan_field", columns: "node, position, label, value, line", within: Within::Node };

/// An entry of an index in its column.
type Entry = (String, Option<String>, u32);

pub(super) async fn insert(tx: &mut Tx, key: VersionKey, draft: &PlanDraft) -> Result<()> {
    let columns = format!("{}, folded, {}, revenue, expense, allocated, cost", NODES.columns, Counts::COLUMNS);
    let mut rows = super::shape::Rows::new(key, NODES.table, &columns);
    for ((at, node), (counts, sums)) in draft.nodes.iter().enumerate().zip(counts::of_nodes(draft)) {
        let Node {
            parent,
            also_under: _,
            level,
            code,
            title,
            inferred_title,
            kind,
            text,
            fields: _,
            in_body,
            summary,
            owner,
            index,
            line,
        } = node;
        let entries: Vec<(&str, Option<&str>, u32)> = index
            .iter()
            .map(|IndexEntry { title, reference, line }| (title.as_str(), reference.as_deref(), *line))
            .collect();
        let summary = *summary;
        rows.push(tx, |row| {
            row.put(number(at)).put(*parent).put(level).put(code).put(title).put(inferred_title).put(kind);
            row.put(text).put(*in_body).put(summary.and_then(|summary| summary.amount));
            row.put(summary.and_then(|summary| summary.share)).put(summary.map(|summary| summary.line));
            row.put(owner).put(json(&entries)).put(*line).put(sought(node));
            counts.put(row);
            row.put(sums.revenue).put(sums.expense).put(sums.allocated).put(sums.cost);
        })
        .await?;
    }
    rows.finish(tx).await?;
    insert_parts(tx, key, draft).await
}

async fn insert_parts(tx: &mut Tx, key: VersionKey, draft: &PlanDraft) -> Result<()> {
    let (mut under, mut fields) = (UNDER.rows(key), FIELDS.rows(key));
    for (at, node) in draft.nodes.iter().enumerate() {
        for (position, upper) in node.also_under.iter().enumerate() {
            under
                .push(tx, |row| {
                    row.put(number(at)).put(number(position)).put(*upper);
                })
                .await?;
        }
        for (position, Field { label, value, line }) in node.fields.iter().enumerate() {
            fields
                .push(tx, |row| {
                    row.put(number(at)).put(number(position)).put(label).put(value).put(*line);
                })
                .await?;
        }
    }
    under.finish(tx).await?;
    fields.finish(tx).await
}

/// What a node is searched by.
fn sought(node: &Node) -> String {
    let title = node.title.as_ref().or(node.inferred_title.as_ref());
    let words = [node.code.as_ref(), title].into_iter().flatten().map(|text| fold(text));
    words.collect::<Vec<_>>().join(" ")
}

/// The nodes, with their parts.
pub(super) fn take(found: &mut Found) -> Result<Vec<Node>> {
    let mut nodes = found.take(&NODES, read)?;
    let under = found.take(&UNDER, |cells| {
        let (node, _position): (u32, u32) = (cells.next()?, cells.next()?);
        Ok((node, cells.next()?))
    });
    attach(&mut nodes, under?, |node, upper: NodeId| node.also_under.push(upper));
    let fields = found.take(&FIELDS, |cells| {
        let (node, _position): (u32, u32) = (cells.next()?, cells.next()?);
        Ok((node, Field { label: cells.next()?, value: cells.next()?, line: cells.next()? }))
    });
    attach(&mut nodes, fields?, |node, field: Field| node.fields.push(field));
    Ok(bare(nodes))
}

fn read(cells: &mut Cells<'_>) -> Result<(u32, Node)> {
    let id = cells.next()?;
    let mut node = Node {
        parent: cells.next()?,
        level: cells.next()?,
        code: cells.next()?,
        title: cells.next()?,
        inferred_title: cells.next()?,
        kind: cells.next()?,
        text: cells.next()?,
        in_body: cells.next()?,
        ..Node::default()
    };
    let (amount, share) = (cells.next()?, cells.next()?);
    let line: Option<u32> = cells.next()?;
    node.summary = line.map(|line| Summary { amount, share, line });
    node.owner = cells.next()?;
    let entries: Vec<Entry> = cells.next_json()?;
    node.index = entries.into_iter().map(|(title, reference, line)| IndexEntry { title, reference, line }).collect();
    node.line = cells.next()?;
    Ok((id, node))
}
