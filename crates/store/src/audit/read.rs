// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading the chain in order, page by page, for those who verify it or take it out.
//!
//! A row that Ambito cannot have written (a digest of another length, a text that is none) is given by its number: a
//! chain that somebody touched must still be read to its end.

use crate::db::sql;
use crate::rows::{One, digest};
use crate::{Error, Result, Tx};
use ambito_base::Uuid;
use ambito_domain::audit::{Base, Digest, Head, Record};
use ambito_domain::office::{AreaId, Sight};

/// A row of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A record, with the digest beside it.
    Record(Box<Record>, Digest),
    /// Something else, with its number.
    Unreadable(i64),
}

impl Row {
    /// Its number.
    #[must_use]
    pub const fn seq(&self) -> i64 {
        match self {
            Self::Record(record, _) => record.seq,
            Self::Unreadable(seq) => *seq,
        }
    }
}

#[derive(sqlx::FromRow)]
pub(super) struct Columns {
    seq: i64,
    at: i64,
    kind: String,
    act: String,
    actor: Option<Uuid>,
    actor_name: String,
    source: String,
    object: Option<Uuid>,
    subject: Option<Uuid>,
    purpose: Option<String>,
    detail: String,
    previous: Vec<u8>,
    digest: Vec<u8>,
}

impl TryFrom<Columns> for (Record, Digest) {
    type Error = Error;

    fn try_from(row: Columns) -> Result<Self> {
        let Columns {
            seq,
            at,
            kind,
            act,
            actor,
            actor_name,
            source,
            object,
            subject,
            purpose,
            detail,
            previous,
            digest: own,
        } = row;
        let previous = digest(&previous)?;
        let record =
            Record { seq, at_us: at, kind, act, actor, actor_name, source, object, subject, purpose, detail, previous };
        Ok((record, digest(&own)?))
    }
}

impl From<Columns> for Row {
    fn from(columns: Columns) -> Self {
        let seq = columns.seq;
        columns.try_into().map_or(Self::Unreadable(seq), |(record, digest)| Self::Record(Box::new(record), digest))
    }
}

/// Where an area's chain begins and ends; nothing where its head is gone or cannot be read.
///
/// # Errors
/// What the database says.
pub async fn find_head(tx: &mut Tx, area: AreaId) -> Result<Option<Head>> {
    let text = "SELECT seq, digest, base_seq, base_digest FROM audit_head WHERE area = $1";
    let row = sql!(tx, optional(i64, Vec<u8>, i64, Vec<u8>), text, area.0)?;
    Ok(row.and_then(|(seq, own, base_seq, base)| {
        let base = Base { seq: base_seq, digest: digest(&base).ok()? };
        Some(Head { base, seq, digest: digest(&own).ok()? })
    }))
}

/// How many rows an area's chain has.
///
/// # Errors
/// What the database says.
pub async fn count(tx: &mut Tx, sight: &Sight) -> Result<u64> {
    let text = "SELECT COUNT(*) FROM audit_record WHERE area = $1";
    Ok(u64::try_from(sql!(tx, one One<i64>, text, sight.area().0)?.0).unwrap_or_default())
}

/// The next rows after a number (every row, where there is none), in order.
///
/// # Errors
/// What the database says.
pub async fn list_after(tx: &mut Tx, sight: &Sight, after: Option<i64>, rows_max: i64) -> Result<Vec<Row>> {
    let text = "SELECT seq, at, kind, act, actor, actor_name, source, object, subject, purpose, detail, previous, digest \
                FROM audit_record WHERE area = $1 AND ($2 IS NULL OR seq > $2) ORDER BY seq LIMIT $3";
    match sql!(tx, all Columns, text, sight.area().0, after, rows_max) {
        Ok(rows) => Ok(rows.into_iter().map(Row::from).collect()),
        Err(sqlx::Error::ColumnDecode { .. }) => list_singly(tx, sight, after, rows_max).await,
        Err(error) => Err(error.into()),
    }
}

/// As [`list_after`], row by row: one that cannot be read does not hide the others.
async fn list_singly(tx: &mut Tx, sight: &Sight, after: Option<i64>, rows_max: i64) -> Result<Vec<Row>> {
    let text = "SELECT seq FROM audit_record WHERE area = $1 AND ($2 IS NULL OR seq > $2) ORDER BY seq LIMIT $3";
    let numbers = sql!(tx, all One<i64>, text, sight.area().0, after, rows_max)?;
    let mut rows = Vec::with_capacity(numbers.len());
    for (seq,) in numbers {
        let text = "SELECT seq, at, kind, act, actor, actor_name, source, object, subject, purpose, detail, previous, \
                    digest FROM audit_record WHERE area = $1 AND seq = $2";
        match sql!(tx, all Columns, text, sight.area().0, seq) {
            Ok(found) => rows.extend(found.into_iter().map(Row::from)),
            Err(sqlx::Error::ColumnDecode { .. }) => rows.push(Row::Unreadable(seq)),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(rows)
}
