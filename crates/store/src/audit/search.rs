// SPDX-License-Identifier: AGPL-3.0-or-later
//! Looking for records: newest first, page by page.

use super::read::Columns;
use crate::db::sql;
use crate::rows::microseconds;
use crate::{Result, Tx};
use ambito_base::{Timestamp, Uuid};
use ambito_domain::audit::{Digest, Kind, Record};
use ambito_domain::office::{Sight, StaffId};

/// What to look for; what is absent is not looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Who did it.
    pub actor: Option<StaffId>,
    /// Which kind.
    pub kind: Option<Kind>,
    /// What was done.
    pub act: Option<String>,
    /// What it was done to.
    pub object: Option<Uuid>,
    /// Whose data it is.
    pub subject: Option<StaffId>,
    /// From when.
    pub from: Option<Timestamp>,
    /// Before when.
    pub until: Option<Timestamp>,
}

/// The records that a filter lets through with a number below `before` (all, where there is none), newest first.
///
/// # Errors
/// What the database says.
pub async fn list(
    tx: &mut Tx,
    sight: &Sight,
    filter: &Filter,
    before: Option<i64>,
    rows_max: i64,
) -> Result<Vec<(Record, Digest)>> {
    let Filter { actor, kind, act, object, subject, from, until } = filter;
    let text = "SELECT seq, at, kind, act, actor, actor_name, source, object, subject, purpose, detail, previous, digest \
                FROM audit_record WHERE area = $1 AND ($2 IS NULL OR seq < $2) AND ($3 IS NULL OR actor = $3) \
                AND ($4 IS NULL OR kind = $4) AND ($5 IS NULL OR act = $5) AND ($6 IS NULL OR object = $6) \
                AND ($7 IS NULL OR subject = $7) AND ($8 IS NULL OR at >= $8) AND ($9 IS NULL OR at < $9) \
                ORDER BY seq DESC LIMIT $10";
    let rows = sql!(
        tx,
        all Columns,
        text,
        sight.area().0,
        before,
        actor.map(|actor| actor.0),
        kind.map(Kind::word),
        act.as_deref(),
        *object,
        subject.map(|subject| subject.0),
        from.map(microseconds),
        until.map(microseconds),
        rows_max
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// The records that a person made or that are about them with a number below `before`, newest first.
///
/// # Errors
/// What the database says.
pub async fn list_of_person(
    tx: &mut Tx,
    sight: &Sight,
    person: StaffId,
    before: Option<i64>,
    rows_max: i64,
) -> Result<Vec<(Record, Digest)>> {
    let text = "SELECT seq, at, kind, act, actor, actor_name, source, object, subject, purpose, detail, previous, digest \
                FROM audit_record WHERE area = $1 AND ($2 IS NULL OR seq < $2) AND (actor = $3 OR subject = $3) \
                ORDER BY seq DESC LIMIT $4";
    let rows = sql!(tx, all Columns, text, sight.area().0, before, person.0, rows_max)?;
    rows.into_iter().map(TryInto::try_into).collect()
}
