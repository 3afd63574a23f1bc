// SPDX-License-Identifier: AGPL-3.0-or-later
//! The chain of records. Records are added in the transaction of what they tell, and are never changed.

mod cut;
mod read;
mod search;

pub use cut::cut;
pub use read::{Row, count, find_head, list_after};
pub use search::{Filter, list, list_of_person};

use crate::batch::Batch;
use crate::db::sql;
use crate::rows::{One, digest};
use crate::{Result, Tx};
use ambito_base::Uuid;
use ambito_domain::audit::{Event, Record, digest_of};
use ambito_domain::office::AreaId;

const COLUMNS: &str =
    "area, seq, at, kind, act, actor, actor_name, source, object, subject, purpose, detail, previous, digest";

/// Adds a record at the end of an area's chain.
///
/// # Errors
/// What the database says.
pub async fn append(tx: &mut Tx, area: AreaId, event: &Event) -> Result<()> {
    append_all(tx, area, std::slice::from_ref(event)).await
}

/// Adds records at the end of an area's chain, one after the other, in as many statements as one of them would take. The
/// head is taken first, which makes others wait until this commits.
///
/// # Errors
/// What the database says.
pub async fn append_all(tx: &mut Tx, area: AreaId, events: &[Event]) -> Result<()> {
    if events.is_empty() {
        return Ok(());
    }
    let text = "UPDATE audit_head SET seq = seq + $2 WHERE area = $1 RETURNING seq, digest";
    let count = i64::try_from(events.len()).unwrap_or(i64::MAX);
    let (last, head) = sql!(tx, one(i64, Vec<u8>), text, area.0, count)?;
    let mut previous = digest(&head)?;
    let mut chain = Vec::with_capacity(events.len());
    for (event, seq) in events.iter().zip(last - count + 1..) {
        let record = Record::new(event, seq, previous);
        previous = digest_of(area, &record);
        chain.push((record, previous));
    }
    let mut batch = Batch::new("audit_record", COLUMNS);
    for (record, own) in &chain {
        let Record { seq, at_us, kind, act, actor, actor_name, source, object, subject, purpose, detail, previous } =
            record;
        batch
            .push(tx, |row| {
                row.put(area.0).put(*seq).put(*at_us).put(kind).put(act).put(*actor).put(actor_name).put(source);
                row.put(*object).put(*subject).put(purpose).put(detail);
                row.put(previous.as_slice()).put(own.as_slice());
            })
            .await?;
    }
    batch.flush(tx).await?;
    sql!(tx, execute, "UPDATE audit_head SET digest = $2 WHERE area = $1", area.0, previous.as_slice())?;
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
