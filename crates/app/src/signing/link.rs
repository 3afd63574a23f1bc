// SPDX-License-Identifier: AGPL-3.0-or-later
//! One-time links: the way to a first password, and to a new one.

use super::session::later;
use super::{SessionKey, password};
use crate::{App, Change, Error, Result, Viewer};
use ambito_base::Timestamp;
use ambito_domain::audit::Kind;
use ambito_domain::office::{Right, Staff, StaffId, keeper};
use ambito_store::credentials::{self, Credential, Link};
use ambito_store::{sessions, staff};

/// How long a link serves.
const LINK_HOURS: i64 = 48;

/// A link that was just made; its secret is shown once.
#[derive(Debug)]
pub struct NewLink {
    /// The secret, the end of the address.
    pub key: SessionKey,
    /// Until when it serves.
    pub expires: Timestamp,
}

impl App {
    /// Makes a link with which somebody sets a password; the links they had before serve no more.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn make_link(&self, viewer: &Viewer, of: StaffId) -> Result<NewLink> {
        let sight = viewer.sight(Right::ManageAccounts)?;
        let (area, now) = (viewer.area(), self.now());
        let mut tx = self.db.write().await?;
        staff::find(&mut tx, &sight, of).await?.ok_or(Error::Absent("person"))?;
        let key = SessionKey::new(area, self.draw());
        let link = Link { staff: of, created: now, created_by: viewer.staff, expires: later(now, LINK_HOURS * 3600) };
        credentials::insert_link(&mut tx, area, &key.digest(), &link).await?;
        self.record(&mut tx, viewer, Change::new(Kind::Administration, "link.make").about(of)).await?;
        tx.commit().await?;
        Ok(NewLink { key, expires: link.expires })
    }

    /// Makes a link for the person who signs in with a name.
    ///
    /// # Errors
    /// As for [`App::make_link`].
    pub async fn make_link_for(&self, viewer: &Viewer, login: &str) -> Result<NewLink> {
        viewer.sight(Right::ManageAccounts)?;
        let mut tx = self.db.read().await?;
        let person = staff::find_by_login(&mut tx, viewer.area(), &login.trim().to_lowercase()).await?;
        drop(tx);
        self.make_link(viewer, person.ok_or(Error::Absent("person"))?.id).await
    }

    /// For whom a link serves.
    ///
    /// # Errors
    /// [`Error::Absent`] where it was used or has expired, or what the database says.
    pub async fn person_of_link(&self, key: &SessionKey) -> Result<Staff> {
        let mut tx = self.db.read().await?;
        let id = credentials::find_link(&mut tx, key.area, &key.digest(), self.now()).await?;
        let id = id.ok_or(Error::Absent("link"))?;
        staff::find(&mut tx, &keeper(key.area), id).await?.ok_or(Error::Absent("link"))
    }

    /// Sets the password of whom a link serves. The link is used up, and every session of theirs ends.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::Absent`] where the link serves no more, or what the database says.
    pub async fn set_password(&self, key: &SessionKey, new: &str, again: &str, source: &str) -> Result<()> {
        let person = self.person_of_link(key).await?;
        password::check_new(new, again, &person.login)?;
        let digest = self.hash_password(new).await?;
        let (area, now) = (key.area, self.now());
        let mut tx = self.db.write().await?;
        if !credentials::use_link(&mut tx, area, &key.digest(), now).await? {
            return Err(Error::Absent("link"));
        }
        let (person, known) = self.locked_credential(&mut tx, area, person.id).await?;
        let known = Credential { password: Some(digest), failures: 0, locked_until: None, ..known };
        credentials::save(&mut tx, area, person.id, &known).await?;
        sessions::end_all(&mut tx, area, person.id, now).await?;
        let change = Change::new(Kind::Access, "password.set").about(person.id);
        self.record_in(&mut tx, area, Some(person.id), &person.name, source, change).await?;
        Ok(tx.commit().await?)
    }

    /// Changes one's own password; the other sessions end.
    ///
    /// # Errors
    /// [`Error::Invalid`], or what the database says.
    pub async fn change_password(&self, viewer: &Viewer, old: &str, new: &str, again: &str) -> Result<()> {
        let (area, id, now) = (viewer.area(), viewer.person()?, self.now());
        let mut tx = self.db.read().await?;
        let person = staff::find(&mut tx, &keeper(area), id).await?.ok_or(Error::Absent("person"))?;
        let known = credentials::get(&mut tx, area, id).await?;
        drop(tx);
        self.not_locked(&known)?;
        if !self.password_is(old, known.password.as_deref()).await? {
            let mut tx = self.db.write().await?;
            let (person, known) = self.locked_credential(&mut tx, area, id).await?;
            let visitor = super::Visitor { address: viewer.source.clone(), agent: String::new() };
            return match self.failed(tx, area, &person, &visitor, known).await {
                Err(Error::WrongCredentials) => Err(Error::invalid("old", "password-old-wrong")),
                outcome => outcome,
            };
        }
        password::check_new(new, again, &person.login)?;
        let digest = self.hash_password(new).await?;
        let mut tx = self.db.write().await?;
        let (_, known) = self.locked_credential(&mut tx, area, id).await?;
        let known = Credential { password: Some(digest), failures: 0, locked_until: None, ..known };
        credentials::save(&mut tx, area, id, &known).await?;
        for session in sessions::list_of(&mut tx, area, id, now).await? {
            if Some(session.id) != viewer.session {
                sessions::end(&mut tx, area, id, session.id, now).await?;
            }
        }
        self.record(&mut tx, viewer, Change::new(Kind::Access, "password.change").about(id)).await?;
        Ok(tx.commit().await?)
    }
}
