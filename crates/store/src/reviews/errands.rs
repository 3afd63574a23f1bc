// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings handed to people.

use super::DocumentKey;
use crate::cells::Cells;
use crate::db::sql;
use crate::rows::{day, microseconds, saved, word};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_domain::office::{AreaId, DocumentId, StaffId};
use ambito_domain::review::{Errand, ErrandId, ErrandState};

const COLUMNS: &str = "id, document, fingerprint, code, said, line, to_staff, due, request, given_at, given_by, state, \
                       returned_at, answer, closed_at, version";

fn read(cells: &mut Cells<'_>) -> Result<Errand> {
    Ok(Errand {
        id: ErrandId(cells.next()?),
        document: DocumentId(cells.next()?),
        fingerprint: cells.next()?,
        code: cells.next()?,
        said: cells.next()?,
        line: cells.next()?,
        to: StaffId(cells.next()?),
        due: cells.next()?,
        request: cells.next()?,
        given: cells.next()?,
        given_by: StaffId(cells.next()?),
        state: word(&cells.next::<String>()?, ErrandState::from_word)?,
        returned: cells.next()?,
        answer: cells.next()?,
        closed: cells.next()?,
        version: cells.next()?,
    })
}

fn all(area: AreaId) -> Select<'static> {
    Select::new(format!("SELECT {COLUMNS} FROM errand WHERE area = $1")).with(area.0)
}

/// Adds an errand.
///
/// # Errors
/// [`Error::Bound`](crate::Error::Bound) where a person is not there, or what the database says.
pub async fn insert_errand(tx: &mut Tx, key: &DocumentKey, errand: &Errand) -> Result<()> {
    let Errand {
        id,
        document: _,
        fingerprint,
        code,
        said,
        line,
        to,
        due,
        request,
        given,
        given_by,
        state,
        returned: _,
        answer,
        closed: _,
        version,
    } = errand;
    let text = "INSERT INTO errand (area, id, document, fingerprint, code, said, line, to_staff, due, request, given_at, \
                given_by, state, answer, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let (line, given) = (i64::from(*line), microseconds(*given));
    sql!(
        tx,
        execute,
        text,
        key.area.0,
        id.0,
        key.id.0,
        fingerprint,
        code,
        said,
        line,
        to.0,
        day(*due),
        request,
        given,
        given_by.0,
        state.word(),
        answer,
        *version
    )?;
    Ok(())
}

/// An errand, whoever has it: the use case decides who may see it.
///
/// # Errors
/// What the database says.
pub async fn find_errand(tx: &mut Tx, area: AreaId, id: ErrandId) -> Result<Option<Errand>> {
    all(area).and(" AND id = ").bind(id.0).first(tx, read).await
}

/// Saves how far an errand is; its version is the one that was looked at.
///
/// # Errors
/// [`Error::Stale`](crate::Error::Stale) where somebody else saved it in between, or what the database says.
pub async fn save_errand(tx: &mut Tx, area: AreaId, errand: &Errand) -> Result<()> {
    let Errand { id, to, due, request, state, returned, answer, closed, version, .. } = errand;
    let text = "UPDATE errand SET to_staff = $4, due = $5, request = $6, state = $7, returned_at = $8, answer = $9, \
                closed_at = $10, version = version + 1 WHERE area = $1 AND id = $2 AND version = $3";
    let (returned, closed) = (returned.map(microseconds), closed.map(microseconds));
    saved(sql!(
        tx,
        execute,
        text,
        area.0,
        id.0,
        *version,
        to.0,
        day(*due),
        request,
        state.word(),
        returned,
        answer,
        closed
    )?)
}
