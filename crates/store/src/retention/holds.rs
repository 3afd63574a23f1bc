// SPDX-License-Identifier: AGPL-3.0-or-later
//! Legal holds.

use crate::db::sql;
use crate::rows::{instant, microseconds, saved, word};
use crate::{Error, Result, Tx};
use ambito_base::Uuid;
use ambito_domain::office::{AreaId, Sight, StaffId};
use ambito_domain::retention::{Hold, HoldId, HoldTarget, Lifted, RetainedKind};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: Option<String>,
    staff: Option<Uuid>,
    record: Option<Uuid>,
    reason: String,
    placed_at: i64,
    placed_by: Uuid,
    lifted_at: Option<i64>,
    lifted_by: Option<Uuid>,
    lifted_reason: Option<String>,
}

impl TryFrom<Row> for Hold {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, kind, staff, record, reason, placed_at, placed_by, lifted_at, lifted_by, lifted_reason } = row;
        let target = match (kind, staff, record) {
            (Some(kind), None, None) => HoldTarget::Kind(word(&kind, RetainedKind::from_word)?),
            (None, Some(staff), None) => HoldTarget::Person(StaffId(staff)),
            (None, None, Some(record)) => HoldTarget::Record(record),
            _ => return Err(Error::Corrupt("a hold on nothing, or on two things".to_owned())),
        };
        let lifted = match (lifted_at, lifted_by) {
            (Some(at), Some(by)) => {
                let reason = lifted_reason.unwrap_or_default();
                Some(Lifted { at: instant(at)?, by: StaffId(by), reason })
            }
            _ => None,
        };
        let (placed, placed_by) = (instant(placed_at)?, StaffId(placed_by));
        Ok(Self { id: HoldId(id), target, reason, placed, placed_by, lifted })
    }
}

/// Every hold that is not deleted yet, those in force first, the newest first. There are few.
///
/// # Errors
/// What the database says.
pub async fn list_holds(tx: &mut Tx, sight: &Sight) -> Result<Vec<Hold>> {
    let text = "SELECT id, kind, staff, record, reason, placed_at, placed_by, lifted_at, lifted_by, lifted_reason \
                FROM legal_hold WHERE area = $1 \
                ORDER BY CASE WHEN lifted_at IS NULL THEN 0 ELSE 1 END, placed_at DESC, id";
    sql!(tx, all Row, text, sight.area().0)?.into_iter().map(Hold::try_from).collect()
}

/// The holds on a person, the newest first.
///
/// # Errors
/// What the database says.
pub async fn list_holds_of(tx: &mut Tx, sight: &Sight, person: StaffId) -> Result<Vec<Hold>> {
    let text = "SELECT id, kind, staff, record, reason, placed_at, placed_by, lifted_at, lifted_by, lifted_reason \
                FROM legal_hold WHERE area = $1 AND staff = $2 ORDER BY placed_at DESC, id";
    sql!(tx, all Row, text, sight.area().0, person.0)?.into_iter().map(Hold::try_from).collect()
}

/// A hold.
///
/// # Errors
/// What the database says.
pub async fn find_hold(tx: &mut Tx, sight: &Sight, id: HoldId) -> Result<Option<Hold>> {
    let text = "SELECT id, kind, staff, record, reason, placed_at, placed_by, lifted_at, lifted_by, lifted_reason \
                FROM legal_hold WHERE area = $1 AND id = $2";
    sql!(tx, optional Row, text, sight.area().0, id.0)?.map(Hold::try_from).transpose()
}

/// Places a hold.
///
/// # Errors
/// [`Error::Bound`] where the person is not there, or what the database says.
pub async fn insert_hold(tx: &mut Tx, area: AreaId, hold: &Hold) -> Result<()> {
    let Hold { id, target, reason, placed, placed_by, lifted: _ } = hold;
    let (kind, staff, record) = match target {
        HoldTarget::Kind(kind) => (Some(kind.word()), None, None),
        HoldTarget::Person(staff) => (None, Some(staff.0), None),
        HoldTarget::Record(record) => (None, None, Some(*record)),
    };
    let text = "INSERT INTO legal_hold (area, id, kind, staff, record, reason, placed_at, placed_by) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    sql!(tx, execute, text, area.0, id.0, kind, staff, record, reason, microseconds(*placed), placed_by.0)?;
    Ok(())
}

/// Lifts a hold, where nobody else did in between.
///
/// # Errors
/// [`Error::Stale`], or what the database says.
pub async fn lift_hold(tx: &mut Tx, area: AreaId, id: HoldId, lifted: &Lifted) -> Result<()> {
    let Lifted { at, by, reason } = lifted;
    let text = "UPDATE legal_hold SET lifted_at = $3, lifted_by = $4, lifted_reason = $5 \
                WHERE area = $1 AND id = $2 AND lifted_at IS NULL";
    saved(sql!(tx, execute, text, area.0, id.0, microseconds(*at), by.0, reason)?)
}
