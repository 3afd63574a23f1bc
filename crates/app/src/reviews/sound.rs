// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whether what people put right can be kept: what was typed is understood, the line and the record are there, and who did
//! not see a colleague's value is told.

use super::keep::piece;
use super::show::{key_of, spot};
use crate::{Error, Result};
use ambito_documents::blocks::Part;
use ambito_documents::corrections::{Lines as _, parse, short};
use ambito_documents::pieces::Piece;
use ambito_domain::planning::LineNo;
use ambito_domain::review::{Act, Correction, ReadRecord, RecordKey, RecordKind};
use ambito_store::Tx;
use ambito_store::reviews::{self, ChunkAt, DocumentKey, StoredNode};

/// The longest reason, in characters.
pub(super) const REASON_CHARS_MAX: usize = 1_000;
/// The deepest tree that is believed, in nodes one above the other.
const DEPTH_MAX: usize = 64;

/// Where something is put right: the part of the reading that the line stands in, and what was put right so far.
pub(super) struct Ground<'c> {
    key: DocumentKey,
    reading: i64,
    part: Part,
    piece: Piece,
    nodes: Vec<StoredNode>,
    standing: Vec<&'c Correction>,
}

impl<'c> Ground<'c> {
    /// The part of a reading in which a line stands.
    pub(super) async fn at(
        tx: &mut Tx,
        key: &DocumentKey,
        reading: i64,
        line: LineNo,
        corrections: &'c [Correction],
    ) -> Result<Self> {
        let (_, part, piece) = piece(tx, key, reading, ChunkAt::Line(line.max(1))).await?;
        let nodes = reviews::find_nodes(tx, key, reading, &piece.named_nodes(), &[]).await?;
        let standing = corrections.iter().filter(|one| one.withdrawn.is_none()).collect();
        Ok(Self { key: *key, reading, part, piece, nodes, standing })
    }

    /// A record, as it was read.
    fn read(&self, key: RecordKey) -> Result<ReadRecord> {
        let records = self.piece.records(&|id| self.nodes.iter().find(|node| node.id == id).map(key_of));
        records.into_iter().find(|record| record.key == key).ok_or(Error::Absent("record"))
    }

    /// A record, as it is after all that was put right so far.
    pub(super) fn now(&self, key: RecordKey) -> Result<ReadRecord> {
        let mut record = self.read(key)?;
        let texts: Vec<String> =
            record.values.iter().map(|value| now(&record, &value.field, self.reading, &self.standing)).collect();
        record.values.iter_mut().zip(texts).for_each(|(value, text)| value.text = text);
        Ok(record)
    }

    /// What somebody made of a line that was not read, where somebody did.
    fn settled(&self, line: LineNo) -> Option<&'static str> {
        let of_line = |one: &&&Correction| spot(one, self.reading).is_some_and(|spot| spot.line == line);
        self.standing.iter().filter(of_line).find_map(|one| match one.act {
            Act::Assign { .. } => Some("line-assigned-already"),
            Act::SetAside { .. } => Some("line-aside-already"),
            Act::Set { .. } | Act::Remove { .. } => None,
        })
    }

    /// A line that was not read, and that nobody settled.
    fn unread(&self, line: LineNo) -> Result<()> {
        if !self.piece.unread().any(|unread| unread.line == line) {
            return Err(Error::Absent("line"));
        }
        self.settled(line).map_or(Ok(()), |key| Err(Error::invalid("line", key)))
    }
}

/// What is kept of an act: the text of its line, and the act with what the reading says and what was understood.
pub(super) async fn sound(tx: &mut Tx, ground: &Ground<'_>, act: Act, expected: Option<&str>) -> Result<(String, Act)> {
    let Ground { key, reading, part, standing, .. } = ground;
    let reading = *reading;
    let own = text_of(part, act.line());
    let anchored = |node: &str| format!("{own}\n{node}");
    match act {
        Act::Set { record, field, old: _, new } => {
            let read = ground.read(record)?;
            let value = read.values.iter().find(|value| value.field == field).ok_or(Error::Absent("field"))?;
            let new = parse(record.kind, value.kind, &field, &new).map_err(|why| Error::invalid("value", why.key()))?;
            let now = now(&read, &field, reading, standing);
            if expected.is_some_and(|expected| plain(expected) != plain(&now)) {
                return Err(Error::Stale);
            }
            // What this correction replaces: what was read, or what somebody put there before.
            let old = now;
            let mut anchor = own.clone();
            if field == "node" && !new.is_empty() {
                let target = new.parse().map_err(|()| Error::invalid("value", "mistyped-node"))?;
                anchor = anchored(&node_line(tx, key, reading, target, part).await?);
                if record.kind == RecordKind::Node && hangs_below(tx, key, reading, target, record).await? {
                    return Err(Error::invalid("value", "correction-turns"));
                }
            } else if record.kind == RecordKind::Field && field == "node" {
                return Err(Error::invalid("value", "mistyped-empty"));
            }
            Ok((anchor, Act::Set { record, field, old, new }))
        }
        Act::Remove { record, old: _ } => {
            if record.kind == RecordKind::Document {
                return Err(Error::Absent("record"));
            }
            let old = short(&ground.read(record)?);
            Ok((own, Act::Remove { record, old }))
        }
        Act::Assign { line, node } => {
            ground.unread(line)?;
            let anchor = anchored(&node_line(tx, key, reading, node, part).await?);
            Ok((anchor, Act::Assign { line, node }))
        }
        Act::SetAside { line, reason } => {
            ground.unread(line)?;
            let reason = reason.trim().replace('\0', "");
            if reason.chars().count() > REASON_CHARS_MAX {
                return Err(Error::invalid("reason", "field-too-long"));
            }
            Ok((own, Act::SetAside { line, reason }))
        }
    }
}

/// The text of a line of the document in a part of it; empty for the document itself.
fn text_of(part: &Part, line: LineNo) -> String {
    match line.checked_sub(part.first_line) {
        Some(before) if line > 0 => part.blocks.text(before + 1).to_owned(),
        _ => String::new(),
    }
}

/// The text of the line where a node starts, which may stand in another part.
async fn node_line(tx: &mut Tx, key: &DocumentKey, reading: i64, node: RecordKey, part: &Part) -> Result<String> {
    let known = reviews::find_nodes(tx, key, reading, &[], &[node.line]).await?;
    if !known.iter().any(|one| key_of(one) == node) {
        return Err(Error::invalid("value", "mistyped-node"));
    }
    let last = part.first_line + part.blocks.count();
    if part.first_line <= node.line && node.line < last {
        return Ok(text_of(part, node.line));
    }
    let (_, other, _) = piece(tx, key, reading, ChunkAt::Line(node.line)).await?;
    Ok(text_of(&other, node.line))
}

/// Whether a node hangs from another, near or far, or is it.
async fn hangs_below(tx: &mut Tx, key: &DocumentKey, reading: i64, node: RecordKey, upper: RecordKey) -> Result<bool> {
    let mut at = reviews::find_nodes(tx, key, reading, &[], &[node.line]).await?;
    at.retain(|one| key_of(one) == node);
    for _ in 0..DEPTH_MAX {
        let Some(one) = at.first() else { return Ok(false) };
        if key_of(one) == upper {
            return Ok(true);
        }
        let Some(parent) = one.parent else { return Ok(false) };
        at = reviews::find_nodes(tx, key, reading, &[parent], &[]).await?;
    }
    Ok(true)
}

/// What a field says after all that was put right so far.
fn now(record: &ReadRecord, field: &str, reading: i64, standing: &[&Correction]) -> String {
    let last = standing.iter().rev().find_map(|one| match &one.act {
        Act::Set { field: other, new, .. }
            if other == field && spot(one, reading).is_some_and(|spot| spot.record == Some(record.key)) =>
        {
            Some(new.clone())
        }
        _ => None,
    });
    let read = || record.values.iter().find(|value| value.field == field).map(|value| value.text.clone());
    last.or_else(read).unwrap_or_default()
}

/// A value without what a browser's form changes.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
