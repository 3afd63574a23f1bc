// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions to live with a finding.

use super::DocumentKey;
use crate::db::sql;
use crate::rows::{microseconds, saved};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::Uuid;
use ambito_domain::office::{DocumentId, StaffId};
use ambito_domain::review::{Acceptance, AcceptanceId, Withdrawn};

/// Adds a decision.
///
/// # Errors
/// What the database says.
pub async fn insert_acceptance(tx: &mut Tx, key: &DocumentKey, acceptance: &Acceptance) -> Result<()> {
    let Acceptance { id, document: _, fingerprint, code, reason, accepted, accepted_by, withdrawn: _ } = acceptance;
    let text = "INSERT INTO acceptance (area, id, document, fingerprint, code, reason, accepted_at, accepted_by) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (at, by) = (microseconds(*accepted), accepted_by.0);
    sql!(tx, execute, text, key.area.0, id.0, key.id.0, fingerprint, code, reason, at, by)?;
    Ok(())
}

/// The decisions on findings of a document, those that were withdrawn too, in order, at most so many.
///
/// # Errors
/// What the database says.
pub async fn list_acceptances(tx: &mut Tx, key: &DocumentKey, most: u32) -> Result<Vec<Acceptance>> {
    let text = "SELECT id, fingerprint, code, reason, accepted_at, accepted_by, withdrawn_at, withdrawn_by \
                FROM acceptance WHERE area = $1 AND document = $2 ORDER BY id LIMIT $3";
    let (select, document) = (Select::new(text).with(key.area.0).with(key.id.0).with(most), key.id);
    select
        .rows(tx, |cells| {
            let (id, fingerprint, code) = (AcceptanceId(cells.next()?), cells.next()?, cells.next()?);
            let (reason, accepted, accepted_by) = (cells.next()?, cells.next()?, StaffId(cells.next()?));
            let (at, by) = (cells.next()?, cells.next::<Option<Uuid>>()?);
            let withdrawn = match (at, by) {
                (Some(at), Some(by)) => Some(Withdrawn { at, by: StaffId(by) }),
                _ => None,
            };
            let document: DocumentId = document;
            Ok(Acceptance { id, document, fingerprint, code, reason, accepted, accepted_by, withdrawn })
        })
        .await
}

/// Takes a decision back.
///
/// # Errors
/// [`Error::Stale`](crate::Error::Stale) where somebody else did, or what the database says.
pub async fn withdraw_acceptance(tx: &mut Tx, key: &DocumentKey, id: AcceptanceId, withdrawn: Withdrawn) -> Result<()> {
    let text = "UPDATE acceptance SET withdrawn_at = $4, withdrawn_by = $5 \
                WHERE area = $1 AND document = $2 AND id = $3 AND withdrawn_at IS NULL";
    let Withdrawn { at, by } = withdrawn;
    saved(sql!(tx, execute, text, key.area.0, key.id.0, id.0, microseconds(at), by.0)?)
}
