// SPDX-License-Identifier: AGPL-3.0-or-later
//! Readings: asked for, taken by the worker, done or failed.

use super::DocumentKey;
use crate::cells::Cells;
use crate::db::sql;
use crate::rows::{One, day, microseconds, saved, word};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::{Period, Timestamp, Uuid};
use ambito_domain::office::{AreaId, BodyId, DocumentId, StaffId};
use ambito_domain::planning::{Coverage, Family, PlanDraft};
use ambito_domain::review::{Reading, ReadingFault, ReadingState};

pub(super) const COLUMNS: &str = "document, number, state, asked_at, asked_by, done_at, program, words, fault_code, fault_it, \
                       fault_en, family, title, period_from, period_to, lines, lines_read, lines_text, lines_unread, nodes";

pub(super) fn read(cells: &mut Cells<'_>) -> Result<Reading> {
    let (document, number) = (DocumentId(cells.next()?), cells.next()?);
    let state = word(&cells.next::<String>()?, ReadingState::from_word)?;
    let (asked, asked_by) = (cells.next()?, cells.next::<Option<Uuid>>()?.map(StaffId));
    let (done, program, words) = (cells.next()?, cells.next()?, cells.next()?);
    let (code, it, en): (Option<String>, Option<String>, Option<String>) =
        (cells.next()?, cells.next()?, cells.next()?);
    let fault = code.map(|code| ReadingFault { code, it: it.unwrap_or_default(), en: en.unwrap_or_default() });
    let family = cells.next::<Option<String>>()?.map(|family| word(&family, Family::from_word)).transpose()?;
    let (title, period) = (cells.next()?, Period { from: cells.next()?, to: cells.next()? });
    let coverage = Coverage { lines: cells.next()?, read: cells.next()?, text: cells.next()?, unread: cells.next()? };
    let nodes = cells.next()?;
    Ok(Reading {
        document,
        number,
        state,
        asked,
        asked_by,
        done,
        program,
        words,
        fault,
        family,
        title,
        period,
        coverage,
        nodes,
    })
}

/// Asks for a reading: the next number of the document.
///
/// # Errors
/// What the database says.
pub async fn insert_reading(
    tx: &mut Tx,
    key: &DocumentKey,
    asked: Timestamp,
    asked_by: Option<StaffId>,
) -> Result<i64> {
    let last = "SELECT COALESCE(MAX(number), 0) FROM reading WHERE area = $1 AND document = $2";
    let (last,): One<i64> = sql!(tx, one One<i64>, last, key.area.0, key.id.0)?;
    let text = "INSERT INTO reading (area, document, number, state, asked_at, asked_by, program, words, lines, lines_read, \
                lines_text, lines_unread, nodes) VALUES ($1, $2, $3, $4, $5, $6, '', 0, 0, 0, 0, 0, 0)";
    let (state, by) = (ReadingState::Waiting.word(), asked_by.map(|by| by.0));
    sql!(tx, execute, text, key.area.0, key.id.0, last + 1, state, microseconds(asked), by)?;
    Ok(last + 1)
}

/// The readings of a document, the first first.
///
/// # Errors
/// What the database says.
pub async fn list_readings(tx: &mut Tx, key: &DocumentKey) -> Result<Vec<Reading>> {
    let text = format!("SELECT {COLUMNS} FROM reading WHERE area = $1 AND document = $2 ORDER BY number");
    Select::new(text).with(key.area.0).with(key.id.0).rows(tx, read).await
}

/// One reading of a document.
///
/// # Errors
/// What the database says.
pub async fn find_reading(tx: &mut Tx, key: &DocumentKey, number: i64) -> Result<Option<Reading>> {
    let text = format!("SELECT {COLUMNS} FROM reading WHERE area = $1 AND document = $2 AND number = $3");
    Select::new(text).with(key.area.0).with(key.id.0).with(number).first(tx, read).await
}

/// The reading that waits longest, in any area: for the worker, which looks for nobody.
///
/// # Errors
/// What the database says.
pub async fn take_waiting(tx: &mut Tx) -> Result<Option<(DocumentKey, i64)>> {
    let text = "SELECT reading.area, reading.document, document.body, reading.number FROM reading \
                JOIN document ON document.area = reading.area AND document.id = reading.document \
                WHERE reading.state = $1 ORDER BY reading.asked_at, reading.document LIMIT 1";
    let select = Select::new(text).with(ReadingState::Waiting.word());
    select
        .first(tx, |cells| {
            let (area, id, body) = (AreaId(cells.next()?), DocumentId(cells.next()?), BodyId(cells.next()?));
            Ok((DocumentKey { area, id, body }, cells.next()?))
        })
        .await
}

/// Begins a reading that waits, with what it is read with.
///
/// # Errors
/// [`Error::Stale`](crate::Error::Stale) where somebody else began it, or what the database says.
pub async fn begin_reading(tx: &mut Tx, key: &DocumentKey, number: i64, program: &str, words: i64) -> Result<()> {
    let text = "UPDATE reading SET state = $4, program = $5, words = $6 \
                WHERE area = $1 AND document = $2 AND number = $3 AND state = $7";
    let (begun, waiting) = (ReadingState::Reading.word(), ReadingState::Waiting.word());
    saved(sql!(tx, execute, text, key.area.0, key.id.0, number, begun, program, words, waiting)?)
}

/// Says that what was read is being checked, and what it says in short.
///
/// # Errors
/// [`Error::Stale`](crate::Error::Stale), or what the database says.
pub async fn to_checking(tx: &mut Tx, key: &DocumentKey, number: i64, draft: &PlanDraft) -> Result<()> {
    let Coverage { lines, read, text: kept, unread } = draft.coverage;
    let text = "UPDATE reading SET state = $4, family = $5, title = $6, period_from = $7, period_to = $8, lines = $9, \
                lines_read = $10, lines_text = $11, lines_unread = $12, nodes = $13 \
                WHERE area = $1 AND document = $2 AND number = $3 AND state = $14";
    let (checking, begun) = (ReadingState::Checking.word(), ReadingState::Reading.word());
    let (family, title) = (draft.family.map(Family::word), draft.title.as_deref());
    let (from, to) = (draft.period.from.map(day), draft.period.to.map(day));
    let nodes = i64::try_from(draft.nodes.len()).unwrap_or(i64::MAX);
    let [lines, read, kept, unread] = [lines, read, kept, unread].map(i64::from);
    saved(sql!(
        tx, execute, text, key.area.0, key.id.0, number, checking, family, title, from, to, lines, read, kept, unread,
        nodes, begun
    )?)
}

/// Says that a reading is there.
///
/// # Errors
/// [`Error::Stale`](crate::Error::Stale), or what the database says.
pub async fn end_reading(tx: &mut Tx, key: &DocumentKey, number: i64, at: Timestamp) -> Result<()> {
    let text = "UPDATE reading SET state = $4, done_at = $5 \
                WHERE area = $1 AND document = $2 AND number = $3 AND state = $6";
    let (done, checking) = (ReadingState::Done.word(), ReadingState::Checking.word());
    saved(sql!(tx, execute, text, key.area.0, key.id.0, number, done, microseconds(at), checking)?)
}

/// Says that a reading could not be made, and why.
///
/// # Errors
/// [`Error::Stale`](crate::Error::Stale) where it was over already, or what the database says.
pub async fn fail_reading(
    tx: &mut Tx,
    key: &DocumentKey,
    number: i64,
    at: Timestamp,
    fault: &ReadingFault,
) -> Result<()> {
    let ReadingFault { code, it, en } = fault;
    let text = "UPDATE reading SET state = $4, done_at = $5, fault_code = $6, fault_it = $7, fault_en = $8 \
                WHERE area = $1 AND document = $2 AND number = $3 AND state <> $9";
    let (failed, done) = (ReadingState::Failed.word(), ReadingState::Done.word());
    saved(sql!(tx, execute, text, key.area.0, key.id.0, number, failed, microseconds(at), code, it, en, done)?)
}

/// Documents with a reading that is there, of which the checks have not looked at the last, or not since somebody put
/// something right, each with the number of that reading; in any area, for the worker, which looks for nobody. At most so
/// many.
///
/// # Errors
/// What the database says.
pub async fn list_unchecked(tx: &mut Tx, most: u32) -> Result<Vec<(DocumentKey, i64)>> {
    let text = "SELECT document.area, document.id, document.body, reading.number FROM document \
                JOIN reading ON reading.area = document.area AND reading.document = document.id \
                AND reading.number = (SELECT MAX(last.number) FROM reading AS last WHERE last.area = document.area \
                AND last.document = document.id AND last.state = $1) \
                WHERE NOT EXISTS (SELECT 1 FROM checking WHERE checking.area = document.area \
                AND checking.document = document.id AND checking.reading = reading.number AND checking.checked_at > \
                COALESCE((SELECT MAX(COALESCE(correction.withdrawn_at, correction.made_at)) FROM correction \
                WHERE correction.area = document.area AND correction.document = document.id), 0)) \
                ORDER BY document.area, document.id LIMIT $2";
    let select = Select::new(text).with(ReadingState::Done.word()).with(most);
    select
        .rows(tx, |cells| {
            let (area, id, body) = (AreaId(cells.next()?), DocumentId(cells.next()?), BodyId(cells.next()?));
            Ok((DocumentKey { area, id, body }, cells.next()?))
        })
        .await
}

/// Puts back in line what a program that was killed had begun; how many.
///
/// # Errors
/// What the database says.
pub async fn recover_readings(tx: &mut Tx) -> Result<u64> {
    let text = "UPDATE reading SET state = $1 WHERE state = $2 OR state = $3";
    let [waiting, begun, checking] =
        [ReadingState::Waiting, ReadingState::Reading, ReadingState::Checking].map(ReadingState::word);
    Ok(sql!(tx, execute, text, waiting, begun, checking)?)
}
