// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sessions. A session is found by the digest of its secret; the secret itself is only in the person's browser.

use crate::answers::{Answers, Text, in_one};
use crate::db::sql;
use crate::positions::{self, Post};
use crate::rows::{instant, microseconds, word};
use crate::select::Select;
use crate::{Error, Result, Tx};
use ambito_base::{Date, Timestamp, Uuid};
use ambito_domain::audit::Digest;
use ambito_domain::office::{AreaId, SessionId, Staff, StaffId};

/// How far somebody has come in signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The password was right; the second factor is awaited.
    Password,
    /// The password was right; a second factor must be set up first.
    Enrol,
    /// Signed in.
    Full,
}

impl Stage {
    const ALL: [Self; 3] = [Self::Password, Self::Enrol, Self::Full];

    const fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Enrol => "enrol",
            Self::Full => "full",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which.
    pub id: SessionId,
    /// Whose.
    pub staff: StaffId,
    /// How far the person has come.
    pub stage: Stage,
    /// When it began.
    pub created: Timestamp,
    /// When it was last used, to the minute.
    pub seen: Timestamp,
    /// When it ends, whatever happens.
    pub expires: Timestamp,
    /// When it was ended.
    pub ended: Option<Timestamp>,
    /// The address it began from.
    pub address: String,
    /// What the browser calls itself.
    pub agent: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    staff: Uuid,
    stage: String,
    created_at: i64,
    seen_at: i64,
    expires_at: i64,
    ended_at: Option<i64>,
    address: String,
    agent: String,
}

impl TryFrom<Row> for Session {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, staff, stage, created_at, seen_at, expires_at, ended_at, address, agent } = row;
        Ok(Self {
            id: SessionId(id),
            staff: StaffId(staff),
            stage: word(&stage, Stage::from_word)?,
            created: instant(created_at)?,
            seen: instant(seen_at)?,
            expires: instant(expires_at)?,
            ended: ended_at.map(instant).transpose()?,
            address,
            agent,
        })
    }
}

/// Adds a session.
///
/// # Errors
/// What the database says.
pub async fn insert(tx: &mut Tx, area: AreaId, digest: &Digest, session: &Session) -> Result<()> {
    let Session { id, staff, stage, created, seen, expires, ended, address, agent } = session;
    let text = "INSERT INTO session (area, digest, id, staff, stage, created_at, seen_at, expires_at, ended_at, address, agent) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let (created, seen, expires) = (microseconds(*created), microseconds(*seen), microseconds(*expires));
    let ended = ended.map(microseconds);
    sql!(
        tx,
        execute,
        text,
        area.0,
        digest.as_slice(),
        id.0,
        staff.0,
        stage.word(),
        created,
        seen,
        expires,
        ended,
        address,
        agent
    )?;
    Ok(())
}

/// The session of a secret, ended or not.
///
/// # Errors
/// What the database says.
pub async fn find(tx: &mut Tx, area: AreaId, digest: &Digest) -> Result<Option<Session>> {
    let text = "SELECT id, staff, stage, created_at, seen_at, expires_at, ended_at, address, agent FROM session \
                WHERE area = $1 AND digest = $2";
    sql!(tx, optional Row, text, area.0, digest.as_slice())?.map(Session::try_from).transpose()
}

/// Who comes with a session: what the gate has to know at every request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The session, ended or not.
    pub session: Session,
    /// The person.
    pub staff: Staff,
    /// The name of the area.
    pub area: String,
    /// The value of the setting that was asked for, where it was ever saved.
    pub setting: Option<String>,
    /// Every body of the area, with the person's roles there.
    pub posts: Vec<Post>,
}

static KNOWN: Text = Text::new();

/// Who comes with a secret, with their roles on a day; with the value of a setting, which says how long a session may rest.
/// One question, because every request asks it.
///
/// # Errors
/// What the database says.
pub async fn find_known(tx: &mut Tx, area: AreaId, digest: &Digest, setting: &str, on: Date) -> Result<Option<Known>> {
    let text = KNOWN.of(tx, |dialect| {
        format!(
            "SELECT session.id, stage, session.created_at, seen_at, expires_at, ended_at, address, agent, \
             staff.id, staff.name, login, email, left_on, staff.version, area.name, \
             (SELECT value FROM setting WHERE setting.area = $1 AND setting.name = $3) AS setting, ({}) AS posts \
             FROM session JOIN staff ON staff.area = session.area AND staff.id = session.staff \
             JOIN area ON area.area = session.area WHERE session.area = $1 AND session.digest = $2",
            in_one(&[positions::posts_question("session.staff", "$4", dialect)])
        )
    });
    let select = Select::new(text).with(area.0).with(digest.as_slice()).with(setting).with(Some(on));
    select
        .first(tx, |cells| {
            let id = SessionId(cells.next()?);
            let stage = word(&cells.next::<String>()?, Stage::from_word)?;
            let (created, seen, expires, ended) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
            let (address, agent) = (cells.next()?, cells.next()?);
            let staff = Staff {
                id: StaffId(cells.next()?),
                name: cells.next()?,
                login: cells.next()?,
                email: cells.next()?,
                left_on: cells.next()?,
                version: cells.next()?,
            };
            let session = Session { id, staff: staff.id, stage, created, seen, expires, ended, address, agent };
            let (area, setting) = (cells.next()?, cells.next()?);
            let posts = positions::read_posts(&mut Answers::read(cells.next()?, 1)?)?;
            Ok(Known { session, staff, area, setting, posts })
        })
        .await
}

/// A person's sessions that neither ended nor expired, the last used first.
///
/// # Errors
/// What the database says.
pub async fn list_of(tx: &mut Tx, area: AreaId, staff: StaffId, at: Timestamp) -> Result<Vec<Session>> {
    let text = "SELECT id, staff, stage, created_at, seen_at, expires_at, ended_at, address, agent FROM session \
                WHERE area = $1 AND staff = $2 AND ended_at IS NULL AND expires_at > $3 ORDER BY seen_at DESC, id";
    let rows = sql!(tx, all Row, text, area.0, staff.0, microseconds(at))?;
    rows.into_iter().map(Session::try_from).collect()
}

/// Notes that a session is used.
///
/// # Errors
/// What the database says.
pub async fn touch(tx: &mut Tx, area: AreaId, digest: &Digest, at: Timestamp) -> Result<()> {
    let text = "UPDATE session SET seen_at = $3 WHERE area = $1 AND digest = $2 AND ended_at IS NULL";
    sql!(tx, execute, text, area.0, digest.as_slice(), microseconds(at))?;
    Ok(())
}

/// Ends a session of a person; whether there was one to end.
///
/// # Errors
/// What the database says.
pub async fn end(tx: &mut Tx, area: AreaId, staff: StaffId, id: SessionId, at: Timestamp) -> Result<bool> {
    let text = "UPDATE session SET ended_at = $4 WHERE area = $1 AND staff = $2 AND id = $3 AND ended_at IS NULL";
    Ok(sql!(tx, execute, text, area.0, staff.0, id.0, microseconds(at))? == 1)
}

/// Ends every session of a person, and tells how many there were.
///
/// # Errors
/// What the database says.
pub async fn end_all(tx: &mut Tx, area: AreaId, staff: StaffId, at: Timestamp) -> Result<u64> {
    let text = "UPDATE session SET ended_at = $3 WHERE area = $1 AND staff = $2 AND ended_at IS NULL";
    Ok(sql!(tx, execute, text, area.0, staff.0, microseconds(at))?)
}
