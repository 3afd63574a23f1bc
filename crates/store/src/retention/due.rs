// SPDX-License-Identifier: AGPL-3.0-or-later
//! What has had its time: counted before, deleted when it is decided. Both look at the same rows.
//!
//! Each kind has its own texts, side by side, so that one sees that they say the same. Of the record of what was done
//! only a beginning can go: up to the first record that still has time or is under a hold.

use crate::db::sql;
use crate::rows::{One, day, microseconds};
use crate::{Result, Tx, audit};
use ambito_base::{Date, Timestamp, Uuid, italian_midnight};
use ambito_domain::audit::Base;
use ambito_domain::office::AreaId;
use ambito_domain::retention::RetainedKind;

/// How many records have had their time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// Those that would be deleted.
    pub due: u64,
    /// Those that stay because of a hold.
    pub held: u64,
}

/// Whether a row is under a hold: of its kind, of a person, of the record itself.
macro_rules! held {
    ($table:literal, $kind:literal, $persons:literal, $record:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM legal_hold AS kept WHERE kept.area = ",
            $table,
            ".area AND kept.lifted_at IS NULL AND (kept.kind = '",
            $kind,
            "' OR kept.staff IN (",
            $persons,
            ") OR kept.record IN (",
            $record,
            ")))"
        )
    };
}

/// The text that counts and the text that deletes what a condition finds.
macro_rules! texts {
    ($table:literal, $kind:literal, $persons:literal, $record:literal, $past:literal) => {
        (
            concat!(
                "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN ",
                held!($table, $kind, $persons, $record),
                " THEN 1 ELSE 0 END), 0) AS BIGINT) FROM ",
                $table,
                " WHERE area = $1 AND ",
                $past
            ),
            concat!(
                "DELETE FROM ",
                $table,
                " WHERE area = $1 AND ",
                $past,
                " AND NOT ",
                held!($table, $kind, $persons, $record)
            ),
        )
    };
}

const SESSIONS: (&str, &str) =
    texts!("session", "sessions", "session.staff", "session.id", "COALESCE(ended_at, expires_at) < $2");
const LINKS: (&str, &str) = texts!(
    "one_time_link",
    "links",
    "one_time_link.staff, one_time_link.created_by",
    "one_time_link.staff",
    "COALESCE(used_at, expires_at) < $2"
);
const TOKENS: (&str, &str) =
    texts!("api_token", "tokens", "api_token.staff", "api_token.id", "COALESCE(ended_at, expires_at) < $2");
const DOCUMENTS: (&str, &str) = texts!(
    "document",
    "documents",
    "document.added_by",
    "document.id, document.body",
    "added_at < $2 AND NOT EXISTS (SELECT 1 FROM plan_version WHERE plan_version.area = document.area \
     AND plan_version.document = document.id)"
);
const HOLDS: (&str, &str) = texts!("legal_hold", "holds", "NULL", "NULL", "lifted_at IS NOT NULL AND lifted_at < $2");
const PEOPLE_PAST: &str = concat!(
    "SELECT id, CAST(CASE WHEN ",
    held!("staff", "people", "staff.id", "staff.id"),
    " THEN 1 ELSE 0 END AS BIGINT) FROM staff WHERE area = $1 AND left_on < $2 AND cleared_at IS NULL ORDER BY id"
);
const AUDIT_STAY: &str = concat!(
    "SELECT MIN(seq) FROM audit_record WHERE area = $1 AND (at >= $2 OR ",
    held!(
        "audit_record",
        "audit",
        "audit_record.actor, audit_record.subject",
        "audit_record.object, audit_record.actor, audit_record.subject"
    ),
    ")"
);

/// Counts what has had its time: what ended before a day.
///
/// # Errors
/// What the database says.
pub async fn count(tx: &mut Tx, area: AreaId, kind: RetainedKind, kept_from: Date) -> Result<Due> {
    let before = microseconds(italian_midnight(kept_from));
    let (past, held) = match kind {
        RetainedKind::Sessions => counted(tx, area, SESSIONS.0, before).await?,
        RetainedKind::Links => counted(tx, area, LINKS.0, before).await?,
        RetainedKind::Tokens => counted(tx, area, TOKENS.0, before).await?,
        RetainedKind::Documents => counted(tx, area, DOCUMENTS.0, before).await?,
        RetainedKind::Holds => counted(tx, area, HOLDS.0, before).await?,
        RetainedKind::People => {
            let people = past_people(tx, area, kept_from).await?;
            let held = people.iter().filter(|(_, held)| *held == 1).count();
            (u64::try_from(people.len()).unwrap_or(u64::MAX), u64::try_from(held).unwrap_or(u64::MAX))
        }
        RetainedKind::Audit => {
            let stay = first_that_stays(tx, area, before).await?;
            let text = "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN seq >= $3 THEN 1 ELSE 0 END), 0) AS BIGINT) \
                        FROM audit_record WHERE area = $1 AND at < $2";
            let (past, held) = sql!(tx, one(i64, i64), text, area.0, before, stay)?;
            (whole(past), whole(held))
        }
    };
    Ok(Due { due: past.saturating_sub(held), held })
}

/// Deletes what has had its time and is under no hold; gives how many records went, and where the record of what was
/// done begins now, where a beginning of it went.
///
/// # Errors
/// What the database says.
pub async fn delete(
    tx: &mut Tx,
    area: AreaId,
    kind: RetainedKind,
    kept_from: Date,
    at: Timestamp,
) -> Result<(u64, Option<Base>)> {
    let before = microseconds(italian_midnight(kept_from));
    let text = match kind {
        RetainedKind::Sessions => SESSIONS.1,
        RetainedKind::Links => LINKS.1,
        RetainedKind::Tokens => TOKENS.1,
        RetainedKind::Documents => DOCUMENTS.1,
        RetainedKind::Holds => HOLDS.1,
        RetainedKind::People => return Ok((clear_people(tx, area, kept_from, at).await?, None)),
        RetainedKind::Audit => {
            let stay = first_that_stays(tx, area, before).await?;
            return audit::cut(tx, area, stay).await;
        }
    };
    Ok((sql!(tx, execute, text, area.0, before)?, None))
}

async fn counted(tx: &mut Tx, area: AreaId, text: &'static str, before: i64) -> Result<(u64, u64)> {
    let (past, held) = sql!(tx, one(i64, i64), text, area.0, before)?;
    Ok((whole(past), whole(held)))
}

async fn past_people(tx: &mut Tx, area: AreaId, kept_from: Date) -> Result<Vec<(Uuid, i64)>> {
    Ok(sql!(tx, all(Uuid, i64), PEOPLE_PAST, area.0, day(kept_from))?)
}

/// The number of the first record that stays; 0, so that all stay, where none has a reason to.
async fn first_that_stays(tx: &mut Tx, area: AreaId, before: i64) -> Result<i64> {
    let (stay,) = sql!(tx, one One<Option<i64>>, AUDIT_STAY, area.0, before)?;
    Ok(stay.unwrap_or(0))
}

/// Puts a placeholder in the place of the names of people who left, and deletes how they signed in.
async fn clear_people(tx: &mut Tx, area: AreaId, kept_from: Date, at: Timestamp) -> Result<u64> {
    let mut cleared = 0;
    for (id, held) in past_people(tx, area, kept_from).await? {
        if held == 1 {
            continue;
        }
        for text in [
            "DELETE FROM recovery_code WHERE area = $1 AND staff = $2",
            "DELETE FROM one_time_link WHERE area = $1 AND staff = $2",
            "DELETE FROM session WHERE area = $1 AND staff = $2",
            "DELETE FROM api_token WHERE area = $1 AND staff = $2",
            "DELETE FROM credential WHERE area = $1 AND staff = $2",
        ] {
            sql!(tx, execute, text, area.0, id)?;
        }
        let text = "UPDATE staff SET name = $3, login = $3, email = NULL, cleared_at = $4, version = version + 1 \
                    WHERE area = $1 AND id = $2";
        cleared += sql!(tx, execute, text, area.0, id, format!("ex-{}", id.simple()), microseconds(at))?;
    }
    Ok(cleared)
}

fn whole(count: i64) -> u64 {
    u64::try_from(count).unwrap_or_default()
}
