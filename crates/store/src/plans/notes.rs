// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was lost or healed, and what was not understood.

use super::shape::{Found, Shape, VersionKey, bare, number};
use super::words::Word;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_domain::planning::{LineNo, Note, PlanDraft, TextLine};

pub(super) const NOTES: Shape = Shape::records("plan_note", "id, node, code, subject, line");

pub(super) const UNREAD: Shape = Shape::records("plan_unread", "id, line, text");

pub(super) async fn insert(tx: &mut Tx, key: VersionKey, draft: &PlanDraft) -> Result<()> {
    let mut rows = NOTES.rows(key);
    for (at, Note { code, subject, node, line }) in draft.notes.iter().enumerate() {
        rows.push(tx, |row| {
            row.put(number(at)).put(*node).put(code.stable()).put(subject).put(*line);
        })
        .await?;
    }
    rows.finish(tx).await?;
    let mut rows = UNREAD.rows(key);
    for (at, TextLine { line, text }) in draft.unread.iter().enumerate() {
        rows.push(tx, |row| {
            row.put(number(at)).put(*line).put(text);
        })
        .await?;
    }
    rows.finish(tx).await
}

pub(super) fn take(found: &mut Found) -> Result<Vec<Note>> {
    let read = found.take(&NOTES, |cells| {
        let id: u32 = cells.next()?;
        let (node, code) = (cells.next()?, Word::next(cells)?);
        Ok((id, Note { code, subject: cells.next()?, node, line: cells.next()? }))
    });
    Ok(bare(read?))
}

pub(super) fn take_unread(found: &mut Found) -> Result<Vec<TextLine>> {
    let read = found.take(&UNREAD, |cells| {
        let id: u32 = cells.next()?;
        Ok((id, TextLine { line: cells.next()?, text: cells.next()? }))
    });
    Ok(bare(read?))
}

/// The lines that were not understood, from one on; at most so many.
///
/// # Errors
/// What the database says.
pub async fn list_unread(tx: &mut Tx, key: &VersionKey, after: LineNo, most: u32) -> Result<Vec<TextLine>> {
    let text = "SELECT line, text FROM plan_unread WHERE area = $1 AND plan = $2 AND version = $3 AND line > $4 \
                ORDER BY line, id LIMIT $5";
    let select = Select::new(text).with(key.area.0).with(key.plan.0).with(key.number).with(after).with(most);
    select.rows(tx, |cells| Ok(TextLine { line: cells.next()?, text: cells.next()? })).await
}
