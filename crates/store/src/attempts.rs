// SPDX-License-Identifier: AGPL-3.0-or-later
//! Attempts to sign in with the outside identity provider, between the going and the coming back.
//!
//! Invariants: an attempt is found by the digest of its state and serves once; those that are over are deleted whenever
//! one begins. Deliberately absent: who it is; nobody knows yet.

use crate::db::sql;
use crate::rows::{instant, microseconds};
use crate::{Error, Result, Tx};
use ambito_base::Timestamp;
use ambito_domain::audit::Digest;
use ambito_domain::office::AreaId;

/// What is kept of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The digest of the secret of the browser that began it.
    pub visit: Digest,
    /// What the provider has to say again in its token.
    pub nonce: String,
    /// What proves to the provider that who comes back for the token is who went.
    pub verifier: String,
    /// Where to go on, and with what that was being typed.
    pub onward: String,
    /// When it began.
    pub created: Timestamp,
    /// Until when it serves.
    pub expires: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    visit: Vec<u8>,
    nonce: String,
    verifier: String,
    onward: String,
    created_at: i64,
    expires_at: i64,
}

impl TryFrom<Row> for Attempt {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let Row { visit, nonce, verifier, onward, created_at, expires_at } = row;
        let visit = visit.try_into().map_err(|_| Error::Corrupt("a visit of another length".to_owned()))?;
        Ok(Self { visit, nonce, verifier, onward, created: instant(created_at)?, expires: instant(expires_at)? })
    }
}

/// Adds an attempt, and deletes those that were over when it began.
///
/// # Errors
/// What the database says.
pub async fn insert(tx: &mut Tx, area: AreaId, digest: &Digest, attempt: &Attempt) -> Result<()> {
    let Attempt { visit, nonce, verifier, onward, created, expires } = attempt;
    let (created, expires) = (microseconds(*created), microseconds(*expires));
    sql!(tx, execute, "DELETE FROM login_attempt WHERE area = $1 AND expires_at <= $2", area.0, created)?;
    let text = "INSERT INTO login_attempt (area, digest, visit, nonce, verifier, onward, created_at, expires_at) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    sql!(tx, execute, text, area.0, digest.as_slice(), visit.as_slice(), nonce, verifier, onward, created, expires)?;
    Ok(())
}

/// Takes an attempt out, over or not; nobody finds it again.
///
/// # Errors
/// What the database says.
pub async fn take(tx: &mut Tx, area: AreaId, digest: &Digest) -> Result<Option<Attempt>> {
    let text = "SELECT visit, nonce, verifier, onward, created_at, expires_at FROM login_attempt \
                WHERE area = $1 AND digest = $2";
    let Some(row) = sql!(tx, optional Row, text, area.0, digest.as_slice())? else { return Ok(None) };
    // Of two that come at once only one deletes it, and only that one has it.
    let text = "DELETE FROM login_attempt WHERE area = $1 AND digest = $2";
    if sql!(tx, execute, text, area.0, digest.as_slice())? == 0 {
        return Ok(None);
    }
    Attempt::try_from(row).map(Some)
}
