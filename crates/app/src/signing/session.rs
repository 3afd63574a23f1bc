// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sessions: signing in with a password, being known by a session, signing out.

use super::{Policy, SessionKey};
use crate::{App, Change, Error, Result, Viewer};
use ambito_base::Timestamp;
use ambito_domain::audit::Kind;
use ambito_domain::office::{AreaId, Right, SessionId, Staff, StaffId};
use ambito_store::sessions::{self, Known, Session, Stage};
use ambito_store::{Tx, credentials, staff};
use std::time::Duration;

/// Failures in a row after which attempts have to wait.
const FREE_FAILURES: i64 = 3;
/// The longest wait.
const WAIT_MAX_SECONDS: u64 = 15 * 60;
/// A session's use is noted once in this time.
const TOUCH_SECONDS: i64 = 60;
/// The most of a browser's name that is kept.
const AGENT_MAX_CHARS: usize = 200;
/// How long a session waits for its second factor.
const HALF_MINUTES: i64 = 10;

/// Where somebody comes from.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The address.
    pub address: String,
    /// What the browser calls itself.
    pub agent: String,
}

/// What signing in gave.
#[derive(Debug)]
pub struct Entry {
    /// The secret for the browser.
    pub key: SessionKey,
    /// How far the person has come.
    pub stage: Stage,
}

/// Who a session is.
#[derive(Debug)]
pub enum Found {
    /// Nobody: there is none, or it ended.
    Nobody,
    /// Somebody whose second factor is awaited.
    Halfway {
        /// The person.
        staff: StaffId,
        /// What is awaited.
        stage: Stage,
    },
    /// Somebody signed in, and the name of their area.
    Viewer(Box<Viewer>, String),
}

impl App {
    /// Signs a person in by name and password.
    ///
    /// # Errors
    /// [`Error::WrongCredentials`], [`Error::Locked`], or what the database says.
    pub async fn sign_in(&self, area: AreaId, login: &str, password: &str, visitor: &Visitor) -> Result<Entry> {
        let mut tx = self.db.read().await?;
        let person = staff::find_by_login(&mut tx, area, &login.trim().to_lowercase()).await?;
        let known = match &person {
            Some(person) => credentials::get(&mut tx, area, person.id).await?,
            None => credentials::Credential::default(),
        };
        drop(tx);
        if let Err(locked) = self.not_locked(&known) {
            let mut tx = self.db.write().await?;
            let mut change = Change::new(Kind::Access, "access.fail").saying("locked");
            change.subject = person.map(|person| person.id);
            self.record_in(&mut tx, area, None, "", &visitor.address, change).await?;
            tx.commit().await?;
            return Err(locked);
        }
        // The comparison is slow on purpose; no transaction waits for it.
        let right = self.password_is(password, known.password.as_deref()).await?;
        let mut tx = self.db.write().await?;
        let Some(person) = person else {
            let change = Change::new(Kind::Access, "access.fail");
            self.record_in(&mut tx, area, None, "", &visitor.address, change).await?;
            tx.commit().await?;
            return Err(Error::WrongCredentials);
        };
        credentials::lock(&mut tx, area, person.id).await?;
        let now_known = credentials::get(&mut tx, area, person.id).await?;
        self.not_locked(&now_known)?;
        let right = right && now_known.password == known.password;
        if !right || person.left_on.is_some_and(|left| left < self.today()) {
            return self.failed(tx, area, &person, visitor, now_known).await;
        }
        let viewer = self.viewer(&mut tx, area, &person, &visitor.address).await?;
        let policy = self.policy(&mut tx, area).await?;
        let stage = stage(&now_known, policy, &viewer);
        let entry = self.begin_session(&mut tx, area, &person, visitor, stage, "").await?;
        if stage == Stage::Full {
            let known = credentials::Credential { failures: 0, locked_until: None, ..now_known };
            credentials::save(&mut tx, area, person.id, &known).await?;
        }
        tx.commit().await?;
        Ok(entry)
    }

    /// Counts a failure, and sets how long the next attempt has to wait.
    pub(super) async fn failed<T>(
        &self,
        mut tx: Tx,
        area: AreaId,
        person: &Staff,
        visitor: &Visitor,
        mut known: credentials::Credential,
    ) -> Result<T> {
        known.failures += 1;
        known.locked_until = wait(known.failures).and_then(|wait| self.now().checked_add(wait).ok());
        credentials::save(&mut tx, area, person.id, &known).await?;
        let change =
            Change::new(Kind::Access, "access.fail").about(person.id).saying(format!("failures={}", known.failures));
        self.record_in(&mut tx, area, None, "", &visitor.address, change).await?;
        tx.commit().await?;
        Err(Error::WrongCredentials)
    }

    pub(super) fn not_locked(&self, known: &credentials::Credential) -> Result<()> {
        known.locked_until.filter(|until| *until > self.now()).map_or(Ok(()), |until| Err(Error::Locked(until)))
    }

    /// Begins a session; one that is complete is recorded as a sign-in, with a word on how it came about.
    pub(super) async fn begin_session(
        &self,
        tx: &mut Tx,
        area: AreaId,
        person: &Staff,
        visitor: &Visitor,
        stage: Stage,
        said: &str,
    ) -> Result<Entry> {
        let policy = self.policy(tx, area).await?;
        let (key, now) = (SessionKey::new(area, self.draw()), self.now());
        let lasts = match stage {
            Stage::Full => i64::from(policy.session_hours) * 60,
            Stage::Password | Stage::Enrol => HALF_MINUTES,
        };
        let session = Session {
            id: SessionId(self.new_id()),
            staff: person.id,
            stage,
            created: now,
            seen: now,
            expires: later(now, lasts * 60),
            ended: None,
            address: visitor.address.clone(),
            agent: visitor.agent.chars().take(AGENT_MAX_CHARS).collect(),
        };
        sessions::insert(tx, area, &key.digest(), &session).await?;
        let act = match stage {
            Stage::Full => "access.sign-in",
            Stage::Password | Stage::Enrol if said.is_empty() => "access.password",
            Stage::Password | Stage::Enrol => "access.outside",
        };
        let change = Change::new(Kind::Access, act).on(session.id.0).about(person.id).saying(said);
        self.record_in(tx, area, Some(person.id), &person.name, &visitor.address, change).await?;
        Ok(Entry { key, stage })
    }

    /// Who a session is; notes that it is used.
    ///
    /// # Errors
    /// What the database says.
    pub async fn find_viewer(&self, key: &SessionKey, address: &str) -> Result<Found> {
        let (area, now) = (key.area, self.now());
        let mut tx = self.db.ask().await?;
        let known = sessions::find_known(&mut tx, area, &key.digest(), Policy::IDLE, self.today()).await?;
        drop(tx);
        let Some(Known { session, staff: person, area: area_name, setting, posts }) = known else {
            return Ok(Found::Nobody);
        };
        let idle = later(session.seen, i64::from(Policy::idle_minutes_of(setting.as_deref())) * 60);
        if session.ended.is_some() || session.expires <= now || idle <= now {
            return Ok(Found::Nobody);
        }
        if person.left_on.is_some_and(|left| left < self.today()) {
            return Ok(Found::Nobody);
        }
        if session.stage != Stage::Full {
            return Ok(Found::Halfway { staff: person.id, stage: session.stage });
        }
        let viewer = Viewer::of(self.standing_in(&posts, area, &person), &person, address, Some(session.id));
        if later(session.seen, TOUCH_SECONDS) <= now {
            let mut tx = self.db.write().await?;
            sessions::touch(&mut tx, area, &key.digest(), now).await?;
            tx.commit().await?;
        }
        Ok(Found::Viewer(Box::new(viewer), area_name))
    }

    /// Ends the session that a person looks through.
    ///
    /// # Errors
    /// What the database says.
    pub async fn sign_out(&self, viewer: &Viewer) -> Result<()> {
        let (staff, Some(session)) = (viewer.person()?, viewer.session) else { return Ok(()) };
        self.end_session_of(viewer, staff, session, "access.sign-out").await
    }

    /// A person's own sessions.
    ///
    /// # Errors
    /// What the database says.
    pub async fn list_own_sessions(&self, viewer: &Viewer) -> Result<Vec<Session>> {
        let mut tx = self.db.read().await?;
        Ok(sessions::list_of(&mut tx, viewer.area(), viewer.person()?, self.now()).await?)
    }

    /// Ends one of a person's own sessions.
    ///
    /// # Errors
    /// [`Error::Absent`] where it is not theirs or ended, or what the database says.
    pub async fn end_own_session(&self, viewer: &Viewer, session: SessionId) -> Result<()> {
        self.end_session_of(viewer, viewer.person()?, session, "session.end").await
    }

    /// Ends every session of somebody.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn end_sessions(&self, viewer: &Viewer, of: StaffId) -> Result<u64> {
        let sight = viewer.sight(Right::ManageAccounts)?;
        let mut tx = self.db.write().await?;
        staff::find(&mut tx, &sight, of).await?.ok_or(Error::Absent("person"))?;
        let ended = sessions::end_all(&mut tx, viewer.area(), of, self.now()).await?;
        let change = Change::new(Kind::Administration, "session.end-all").about(of).saying(format!("sessions={ended}"));
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        Ok(ended)
    }

    async fn end_session_of(&self, viewer: &Viewer, staff: StaffId, id: SessionId, act: &'static str) -> Result<()> {
        let mut tx = self.db.write().await?;
        if !sessions::end(&mut tx, viewer.area(), staff, id, self.now()).await? {
            return Err(Error::Absent("session"));
        }
        self.record(&mut tx, viewer, Change::new(Kind::Access, act).on(id.0)).await?;
        Ok(tx.commit().await?)
    }
}

/// How far somebody has come who proved who they are, but for a second factor of ours.
pub(super) fn stage(known: &credentials::Credential, policy: Policy, viewer: &Viewer) -> Stage {
    if known.totp_since.is_some() {
        Stage::Password
    } else if policy.factor.asks(&viewer.roles()) {
        Stage::Enrol
    } else {
        Stage::Full
    }
}

/// How long the next attempt waits after some failures in a row: 1 second, 2, 4, … up to a quarter of an hour.
fn wait(failures: i64) -> Option<Duration> {
    let beyond = u32::try_from(failures - FREE_FAILURES).ok()?;
    Some(Duration::from_secs(1_u64.checked_shl(beyond).unwrap_or(WAIT_MAX_SECONDS).min(WAIT_MAX_SECONDS)))
}

/// A moment some seconds later.
pub(super) fn later(moment: Timestamp, seconds: i64) -> Timestamp {
    moment.checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_to_a_quarter_of_an_hour() {
        let seconds: Vec<u64> = (1..=20).map(|failures| wait(failures).map_or(0, |wait| wait.as_secs())).collect();
        assert_eq!(seconds[..8], [0, 0, 1, 2, 4, 8, 16, 32]);
        assert!(seconds.is_sorted() && seconds[19] == 900);
    }
}
