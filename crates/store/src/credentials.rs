// SPDX-License-Identifier: AGPL-3.0-or-later
//! How people sign in: passwords, the second factor, recovery codes, one-time links. Secrets stand as digests, but for
//! the second factor's, which has to be known to be compared.

use crate::db::sql;
use crate::rows::{One, instant, microseconds};
use crate::{Error, Result, Tx};
use ambito_base::{Timestamp, Uuid};
use ambito_domain::audit::Digest;
use ambito_domain::office::{AreaId, StaffId};

/// How a person signs in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credential {
    /// The password, as a PHC string.
    pub password: Option<String>,
    /// The secret of the second factor.
    pub totp_secret: Option<Vec<u8>>,
    /// Since when the second factor is in force; absent while it is being set up.
    pub totp_since: Option<Timestamp>,
    /// The last step of time of which a code was taken: no code is taken twice.
    pub totp_step: Option<i64>,
    /// Failures in a row.
    pub failures: i64,
    /// Until when no attempt is looked at.
    pub locked_until: Option<Timestamp>,
    /// Who they are to the outside identity provider.
    pub subject: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    password: Option<String>,
    totp_secret: Option<Vec<u8>>,
    totp_since: Option<i64>,
    totp_step: Option<i64>,
    failures: i64,
    locked_until: Option<i64>,
    subject: Option<String>,
}

/// How a person signs in; as new where nothing was ever set.
///
/// # Errors
/// What the database says.
pub async fn get(tx: &mut Tx, area: AreaId, staff: StaffId) -> Result<Credential> {
    let text = "SELECT password, totp_secret, totp_since, totp_step, failures, locked_until, subject FROM credential \
                WHERE area = $1 AND staff = $2";
    let Some(row) = sql!(tx, optional Row, text, area.0, staff.0)? else { return Ok(Credential::default()) };
    let Row { password, totp_secret, totp_since, totp_step, failures, locked_until, subject } = row;
    let (totp_since, locked_until) = (totp_since.map(instant).transpose()?, locked_until.map(instant).transpose()?);
    Ok(Credential { password, totp_secret, totp_since, totp_step, failures, locked_until, subject })
}

/// Locks a person's credential until the transaction ends, so that two attempts at once count as two.
///
/// # Errors
/// What the database says.
pub async fn lock(tx: &mut Tx, area: AreaId, staff: StaffId) -> Result<()> {
    let text = "INSERT INTO credential (area, staff, failures) VALUES ($1, $2, 0) \
                ON CONFLICT (area, staff) DO UPDATE SET failures = credential.failures";
    sql!(tx, execute, text, area.0, staff.0)?;
    Ok(())
}

/// Saves how a person signs in. The row was locked before.
///
/// # Errors
/// [`Error::Taken`] where somebody else is that subject, or what the database says.
pub async fn save(tx: &mut Tx, area: AreaId, staff: StaffId, credential: &Credential) -> Result<()> {
    let Credential { password, totp_secret, totp_since, totp_step, failures, locked_until, subject } = credential;
    let text = "UPDATE credential SET password = $3, totp_secret = $4, totp_since = $5, totp_step = $6, failures = $7, \
                locked_until = $8, subject = $9 WHERE area = $1 AND staff = $2";
    let (since, until) = (totp_since.map(microseconds), locked_until.map(microseconds));
    let rows = sql!(
        tx,
        execute,
        text,
        area.0,
        staff.0,
        password.as_deref(),
        totp_secret.as_deref(),
        since,
        *totp_step,
        *failures,
        until,
        subject.as_deref()
    )?;
    if rows == 1 { Ok(()) } else { Err(Error::Absent("credential")) }
}

/// The person whom an outside identity provider calls so.
///
/// # Errors
/// What the database says.
pub async fn find_by_subject(tx: &mut Tx, area: AreaId, subject: &str) -> Result<Option<StaffId>> {
    let text = "SELECT staff FROM credential WHERE area = $1 AND subject = $2";
    Ok(sql!(tx, optional One<Uuid>, text, area.0, subject)?.map(|(staff,)| StaffId(staff)))
}

/// Puts new recovery codes in the place of the old ones.
///
/// # Errors
/// What the database says.
pub async fn replace_recovery_codes(tx: &mut Tx, area: AreaId, staff: StaffId, codes: &[Digest]) -> Result<()> {
    sql!(tx, execute, "DELETE FROM recovery_code WHERE area = $1 AND staff = $2", area.0, staff.0)?;
    for code in codes {
        let text = "INSERT INTO recovery_code (area, staff, digest) VALUES ($1, $2, $3)";
        sql!(tx, execute, text, area.0, staff.0, code.as_slice())?;
    }
    Ok(())
}

/// How many recovery codes are left.
///
/// # Errors
/// What the database says.
pub async fn count_recovery_codes(tx: &mut Tx, area: AreaId, staff: StaffId) -> Result<i64> {
    let text = "SELECT COUNT(*) FROM recovery_code WHERE area = $1 AND staff = $2 AND used_at IS NULL";
    Ok(sql!(tx, one One<i64>, text, area.0, staff.0)?.0)
}

/// Uses up a recovery code; whether there was one.
///
/// # Errors
/// What the database says.
pub async fn use_recovery_code(
    tx: &mut Tx,
    area: AreaId,
    staff: StaffId,
    code: &Digest,
    at: Timestamp,
) -> Result<bool> {
    let text =
        "UPDATE recovery_code SET used_at = $4 WHERE area = $1 AND staff = $2 AND digest = $3 AND used_at IS NULL";
    Ok(sql!(tx, execute, text, area.0, staff.0, code.as_slice(), microseconds(at))? == 1)
}

/// A one-time link, with which a person sets a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// For whom.
    pub staff: StaffId,
    /// When it was made.
    pub created: Timestamp,
    /// Who made it; absent where it was made at the console.
    pub created_by: Option<StaffId>,
    /// Until when it serves.
    pub expires: Timestamp,
}

/// Adds a one-time link, and takes back those that the person had.
///
/// # Errors
/// What the database says.
pub async fn insert_link(tx: &mut Tx, area: AreaId, digest: &Digest, link: &Link) -> Result<()> {
    let Link { staff, created, created_by, expires } = *link;
    let text = "UPDATE one_time_link SET used_at = $3 WHERE area = $1 AND staff = $2 AND used_at IS NULL";
    sql!(tx, execute, text, area.0, staff.0, microseconds(created))?;
    let text = "INSERT INTO one_time_link (area, digest, staff, created_at, created_by, expires_at) \
                VALUES ($1, $2, $3, $4, $5, $6)";
    let by = created_by.map(|by| by.0);
    sql!(tx, execute, text, area.0, digest.as_slice(), staff.0, microseconds(created), by, microseconds(expires))?;
    Ok(())
}

/// For whom an unused link serves that has not expired.
///
/// # Errors
/// What the database says.
pub async fn find_link(tx: &mut Tx, area: AreaId, digest: &Digest, at: Timestamp) -> Result<Option<StaffId>> {
    let text =
        "SELECT staff FROM one_time_link WHERE area = $1 AND digest = $2 AND used_at IS NULL AND expires_at > $3";
    let row = sql!(tx, optional One<Uuid>, text, area.0, digest.as_slice(), microseconds(at))?;
    Ok(row.map(|(staff,)| StaffId(staff)))
}

/// Uses up a link; whether it still served.
///
/// # Errors
/// What the database says.
pub async fn use_link(tx: &mut Tx, area: AreaId, digest: &Digest, at: Timestamp) -> Result<bool> {
    let text =
        "UPDATE one_time_link SET used_at = $3 WHERE area = $1 AND digest = $2 AND used_at IS NULL AND expires_at > $3";
    Ok(sql!(tx, execute, text, area.0, digest.as_slice(), microseconds(at))? == 1)
}
