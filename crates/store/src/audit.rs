// SPDX-License-Identifier: AGPL-3.0-or-later
//! The chain of records. Records are added in the transaction of what they tell, and are never changed.

mod cut;
mod read;
mod search;

pub use cut::cut;
pub use read::{Row, count, find_head, list_after};
pub use search::{Filter, list, list_of_person};

use crate::db::sql;
use crate::rows::{One, digest};
use crate::{Result, Tx};
use ambito_base::Uuid;
use ambito_domain::audit::{Event, Record, digest_of};
use ambito_domain::office::AreaId;

/// Adds a record at the end of an area's chain. The head is taken first, which makes others wait until this commits.
///
/// # Errors
/// What the database says.
pub async fn append(tx: &mut Tx, area: AreaId, event: &Event) -> Result<()> {
    let text = "UPDATE audit_head SET seq = seq + 1 WHERE area = $1 RETURNING seq, digest";
    let (seq, previous) = sql!(tx, one(i64, Vec<u8>), text, area.0)?;
    let record = Record::new(event, seq, digest(&previous)?);
    let own = digest_of(area, &record);
    let Record { seq, at_us, kind, act, actor, actor_name, source, object, subject, purpose, detail, previous } =
        &record;
    let text = "INSERT INTO audit_record (area, seq, at, kind, act, actor, actor_name, source, object, subject, \
                purpose, detail, previous, digest) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    sql!(
        tx,
        execute,
        text,
        area.0,
        *seq,
        *at_us,
        kind,
        act,
        *actor,
        actor_name,
        source,
        *object,
        *subject,
        purpose.as_deref(),
        detail,
        previous.as_slice(),
        own.as_slice()
    )?;
    sql!(tx, execute, "UPDATE audit_head SET digest = $2 WHERE area = $1", area.0, own.as_slice())?;
    Ok(())
}

/// Who last wrote something, as they were called then.
///
/// # Errors
/// What the database says.
pub async fn find_last_writer(tx: &mut Tx, area: AreaId, object: Uuid) -> Result<Option<String>> {
    let text = "SELECT actor_name FROM audit_record WHERE area = $1 AND object = $2 \
                AND kind IN ('write', 'administration') ORDER BY seq DESC LIMIT 1";
    Ok(sql!(tx, optional One<String>, text, area.0, object)?.map(|(name,)| name))
}
