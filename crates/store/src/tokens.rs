// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tokens for programs: found by the digest of their secret, narrowed to some rights, never without an end.

use crate::db::sql;
use crate::rows::{instant, microseconds, word};
use crate::{Error, Result, Tx};
use ambito_base::{Timestamp, Uuid};
use ambito_domain::audit::Digest;
use ambito_domain::office::{AreaId, Right, StaffId, TokenId};
use std::collections::BTreeSet;

/// A token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Which.
    pub id: TokenId,
    /// Whose.
    pub staff: StaffId,
    /// What its owner calls it.
    pub name: String,
    /// What it may do at most.
    pub scope: BTreeSet<Right>,
    /// When it was made.
    pub created: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
    /// When it was last used, to the minute.
    pub used: Option<Timestamp>,
    /// When it was taken back.
    pub ended: Option<Timestamp>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    staff: Uuid,
    name: String,
    scope: String,
    created_at: i64,
    expires_at: i64,
    used_at: Option<i64>,
    ended_at: Option<i64>,
}

impl TryFrom<Row> for Token {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, staff, name, scope, created_at, expires_at, used_at, ended_at } = row;
        Ok(Self {
            id: TokenId(id),
            staff: StaffId(staff),
            name,
            scope: scope.split_whitespace().map(|right| word(right, Right::from_word)).collect::<Result<_>>()?,
            created: instant(created_at)?,
            expires: instant(expires_at)?,
            used: used_at.map(instant).transpose()?,
            ended: ended_at.map(instant).transpose()?,
        })
    }
}

/// Adds a token.
///
/// # Errors
/// What the database says.
pub async fn insert(tx: &mut Tx, area: AreaId, digest: &Digest, token: &Token) -> Result<()> {
    let Token { id, staff, name, scope, created, expires, used, ended } = token;
    let scope = scope.iter().map(|right| right.word()).collect::<Vec<_>>().join(" ");
    let text = "INSERT INTO api_token (area, digest, id, staff, name, scope, created_at, expires_at, used_at, ended_at) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let (created, expires) = (microseconds(*created), microseconds(*expires));
    let (used, ended) = (used.map(microseconds), ended.map(microseconds));
    sql!(tx, execute, text, area.0, digest.as_slice(), id.0, staff.0, name, scope, created, expires, used, ended)?;
    Ok(())
}

/// The token of a secret, ended or not.
///
/// # Errors
/// What the database says.
pub async fn find(tx: &mut Tx, area: AreaId, digest: &Digest) -> Result<Option<Token>> {
    let text = "SELECT id, staff, name, scope, created_at, expires_at, used_at, ended_at FROM api_token \
                WHERE area = $1 AND digest = $2";
    sql!(tx, optional Row, text, area.0, digest.as_slice())?.map(Token::try_from).transpose()
}

/// A person's tokens that neither ended nor expired, the newest first.
///
/// # Errors
/// What the database says.
pub async fn list_of(tx: &mut Tx, area: AreaId, staff: StaffId, at: Timestamp) -> Result<Vec<Token>> {
    let text = "SELECT id, staff, name, scope, created_at, expires_at, used_at, ended_at FROM api_token \
                WHERE area = $1 AND staff = $2 AND ended_at IS NULL AND expires_at > $3 ORDER BY created_at DESC, id";
    let rows = sql!(tx, all Row, text, area.0, staff.0, microseconds(at))?;
    rows.into_iter().map(Token::try_from).collect()
}

/// Notes that a token is used.
///
/// # Errors
/// What the database says.
pub async fn touch(tx: &mut Tx, area: AreaId, digest: &Digest, at: Timestamp) -> Result<()> {
    let text = "UPDATE api_token SET used_at = $3 WHERE area = $1 AND digest = $2";
    sql!(tx, execute, text, area.0, digest.as_slice(), microseconds(at))?;
    Ok(())
}

/// Takes a token of a person back; whether there was one.
///
/// # Errors
/// What the database says.
pub async fn end(tx: &mut Tx, area: AreaId, staff: StaffId, id: TokenId, at: Timestamp) -> Result<bool> {
    let text = "UPDATE api_token SET ended_at = $4 WHERE area = $1 AND staff = $2 AND id = $3 AND ended_at IS NULL";
    Ok(sql!(tx, execute, text, area.0, staff.0, id.0, microseconds(at))? == 1)
}
