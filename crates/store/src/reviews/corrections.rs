// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people put right. Rows are added and withdrawn, never changed; only where the worker placed them is written again.

use super::DocumentKey;
use crate::cells::Cells;
use crate::db::sql;
use crate::rows::{microseconds, saved, word};
use crate::select::Select;
use crate::{Error, Result, Tx};
use ambito_base::Uuid;
use ambito_domain::office::{DocumentId, StaffId};
use ambito_domain::planning::LineNo;
use ambito_domain::review::{Act, Correction, CorrectionId, Placement, Placing, RecordKey, Withdrawn};

pub(super) const COLUMNS: &str = "id, document, made_at, made_by, reading, anchor, act, line, record, field, old_value, new_value, \
                       withdrawn_at, withdrawn_by, placed_reading, placed_as, placed_line, placed_record";

fn record(text: Option<String>) -> Result<RecordKey> {
    let text = text.ok_or_else(|| Error::Corrupt("a correction of no record".to_owned()))?;
    text.parse().map_err(|()| Error::Corrupt(format!("the record `{text}`")))
}

pub(super) fn read(cells: &mut Cells<'_>) -> Result<Correction> {
    let (id, document) = (CorrectionId(cells.next()?), DocumentId(cells.next()?));
    let (made, made_by, reading) = (cells.next()?, StaffId(cells.next()?), cells.next()?);
    let (anchor, act, line): (String, String, LineNo) = (cells.next()?, cells.next()?, cells.next()?);
    let (key, field): (Option<String>, Option<String>) = (cells.next()?, cells.next()?);
    let (old, new): (Option<String>, Option<String>) = (cells.next()?, cells.next()?);
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let act = match act.as_str() {
        "set" => Act::Set { record: record(key)?, field: field.unwrap_or_default(), old, new },
        "remove" => Act::Remove { record: record(key)?, old },
        "assign" => Act::Assign { line, node: record(key)? },
        "set-aside" => Act::SetAside { line, reason: new },
        other => return Err(Error::Corrupt(format!("the act `{other}`"))),
    };
    let (at, by) = (cells.next()?, cells.next::<Option<Uuid>>()?);
    let withdrawn = match (at, by) {
        (Some(at), Some(by)) => Some(Withdrawn { at, by: StaffId(by) }),
        _ => None,
    };
    let (number, placed): (Option<i64>, Option<String>) = (cells.next()?, cells.next()?);
    let (line, key): (Option<LineNo>, Option<String>) = (cells.next()?, cells.next()?);
    let placed = match (number, placed) {
        (Some(reading), Some(placed)) => {
            let placement = word(&placed, Placement::from_word)?;
            let found = key.map(|key| record(Some(key))).transpose()?;
            Some(Placing { reading, placement, line: line.unwrap_or_default(), record: found })
        }
        _ => None,
    };
    Ok(Correction { id, document, made, made_by, reading, anchor, act, withdrawn, placed })
}

/// Adds a correction.
///
/// # Errors
/// What the database says.
pub async fn insert_correction(tx: &mut Tx, key: &DocumentKey, correction: &Correction) -> Result<()> {
    let Correction { id, document: _, made, made_by, reading, anchor, act, withdrawn: _, placed: _ } = correction;
    let (record, field, old, new) = match act {
        Act::Set { record, field, old, new } => {
            (Some(record.to_string()), Some(field.as_str()), Some(old.as_str()), Some(new.as_str()))
        }
        Act::Remove { record, old } => (Some(record.to_string()), None, Some(old.as_str()), None),
        Act::Assign { line: _, node } => (Some(node.to_string()), None, None, None),
        Act::SetAside { line: _, reason } => (None, None, None, Some(reason.as_str())),
    };
    let text = "INSERT INTO correction (area, id, document, made_at, made_by, reading, anchor, act, line, record, field, \
                old_value, new_value) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let (made, line) = (microseconds(*made), i64::from(act.line()));
    sql!(
        tx,
        execute,
        text,
        key.area.0,
        id.0,
        key.id.0,
        made,
        made_by.0,
        *reading,
        anchor,
        act.word(),
        line,
        record,
        field,
        old,
        new
    )?;
    Ok(())
}

/// The corrections of a document in the order in which they were made, those that were withdrawn too; after one, at most
/// so many.
///
/// # Errors
/// What the database says.
pub async fn list_corrections(
    tx: &mut Tx,
    key: &DocumentKey,
    after: Option<CorrectionId>,
    most: u32,
) -> Result<Vec<Correction>> {
    let text = format!("SELECT {COLUMNS} FROM correction WHERE area = $1 AND document = $2");
    let mut select = Select::new(text).with(key.area.0).with(key.id.0);
    if let Some(after) = after {
        // Identifiers sort by their time.
        select = select.and(" AND id > ").bind(after.0);
    }
    select.and(" ORDER BY id LIMIT ").bind(most).rows(tx, read).await
}

/// Corrections of a document by their identifiers, in no order.
///
/// # Errors
/// What the database says.
pub async fn find_corrections(tx: &mut Tx, key: &DocumentKey, ids: &[CorrectionId]) -> Result<Vec<Correction>> {
    let Some((first, others)) = ids.split_first() else { return Ok(Vec::new()) };
    let text = format!("SELECT {COLUMNS} FROM correction WHERE area = $1 AND document = $2 AND id IN (");
    let select = Select::new(text).with(key.area.0).with(key.id.0).bind(first.0);
    let select = others.iter().fold(select, |select, id| select.and(", ").bind(id.0));
    select.and(")").rows(tx, read).await
}

/// A correction of a document.
///
/// # Errors
/// What the database says.
pub async fn find_correction(tx: &mut Tx, key: &DocumentKey, id: CorrectionId) -> Result<Option<Correction>> {
    let text = format!("SELECT {COLUMNS} FROM correction WHERE area = $1 AND document = $2 AND id = $3");
    Select::new(text).with(key.area.0).with(key.id.0).with(id.0).first(tx, read).await
}

/// Takes a correction back.
///
/// # Errors
/// [`Error::Stale`] where somebody else did, or what the database says.
pub async fn withdraw_correction(tx: &mut Tx, key: &DocumentKey, id: CorrectionId, withdrawn: Withdrawn) -> Result<()> {
    let text = "UPDATE correction SET withdrawn_at = $4, withdrawn_by = $5 \
                WHERE area = $1 AND document = $2 AND id = $3 AND withdrawn_at IS NULL";
    let Withdrawn { at, by } = withdrawn;
    saved(sql!(tx, execute, text, key.area.0, key.id.0, id.0, microseconds(at), by.0)?)
}

/// Writes down what became of a correction in a reading, and on which line it stands there.
///
/// # Errors
/// What the database says.
pub async fn place_correction(tx: &mut Tx, key: &DocumentKey, id: CorrectionId, placing: &Placing) -> Result<()> {
    let Placing { reading, placement, line, record } = *placing;
    let text = "UPDATE correction SET placed_reading = $4, placed_as = $5, placed_line = $6, placed_record = $7 \
                WHERE area = $1 AND document = $2 AND id = $3";
    let (line, record) = (i64::from(line), record.map(|record| record.to_string()));
    sql!(tx, execute, text, key.area.0, key.id.0, id.0, reading, placement.word(), line, record)?;
    Ok(())
}
