// SPDX-License-Identifier: AGPL-3.0-or-later
//! Takes a beginning of the chain away, at the end of its time.

use crate::db::sql;
use crate::rows::digest;
use crate::{Result, Tx};
use ambito_domain::audit::Base;
use ambito_domain::office::AreaId;

/// Deletes the records before a number, and notes what stood there last. The caller records it in the same
/// transaction: a beginning that is gone without such a record is a fault.
///
/// # Errors
/// What the database says.
pub async fn cut(tx: &mut Tx, area: AreaId, before: i64) -> Result<(u64, Option<Base>)> {
    let text = "SELECT seq, digest FROM audit_record WHERE area = $1 AND seq < $2 ORDER BY seq DESC LIMIT 1";
    let Some((seq, own)) = sql!(tx, optional(i64, Vec<u8>), text, area.0, before)? else { return Ok((0, None)) };
    let base = Base { seq, digest: digest(&own)? };
    let text = "UPDATE audit_head SET base_seq = $2, base_digest = $3 WHERE area = $1";
    sql!(tx, execute, text, area.0, base.seq, base.digest.as_slice())?;
    let gone = sql!(tx, execute, "DELETE FROM audit_record WHERE area = $1 AND seq < $2", area.0, before)?;
    Ok((gone, Some(base)))
}
