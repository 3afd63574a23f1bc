// SPDX-License-Identifier: AGPL-3.0-or-later
//! What every use case stands on: the database, the clock, chance, and the record of what was done.

use crate::audit::Readings;
use crate::plans::Insides;
use crate::reviews::{Bell, Reader};
use crate::signing::SessionKey;
use crate::{Result, Viewer};
use ambito_base::{Clock, Date, Random, Timestamp, Uuid, italian_time, new_id};
use ambito_domain::audit::{Event, Kind};
use ambito_domain::office::{AreaId, StaffId};
use ambito_store::{Db, Tx, audit};
use std::sync::Arc;

/// The use cases, over one database.
#[derive(Clone)]
pub struct App {
    pub(crate) db: Db,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    pub(crate) reader: Option<Arc<dyn Reader>>,
    pub(crate) bell: Arc<Bell>,
    pub(crate) readings: Arc<Readings>,
    pub(crate) insides: Arc<Insides>,
}

/// What is written down of an act, beside who did it, when and from where.
#[derive(Clone, Debug)]
pub struct Change {
    /// Which kind.
    pub kind: Kind,
    /// What was done, as a stable word ("body.save").
    pub act: &'static str,
    /// What it was done to.
    pub object: Option<Uuid>,
    /// The person whose data it is.
    pub subject: Option<StaffId>,
    /// Why, where the person was asked.
    pub purpose: Option<String>,
    /// What else: names of fields, counts. Never content.
    pub detail: String,
}

impl Change {
    /// An act without more words.
    #[must_use]
    pub fn new(kind: Kind, act: &'static str) -> Self {
        Self { kind, act, object: None, subject: None, purpose: None, detail: String::new() }
    }

    /// What it was done to.
    #[must_use]
    pub fn on(mut self, object: Uuid) -> Self {
        self.object = Some(object);
        self
    }

    /// The person whose data it is.
    #[must_use]
    pub fn about(mut self, subject: StaffId) -> Self {
        self.subject = Some(subject);
        self
    }

    /// What else.
    #[must_use]
    pub fn saying(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }
}

impl App {
    /// The use cases over an open database.
    #[must_use]
    pub fn new(db: Db, clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Self {
        let (bell, readings, insides) = (Arc::default(), Arc::default(), Arc::default());
        Self { db, clock, random, reader: None, bell, readings, insides }
    }

    /// The database: for the commands that copy it whole.
    #[must_use]
    pub fn database(&self) -> &Db {
        &self.db
    }

    /// Closes the database: what was committed stays, and a SQLite file is left in one piece.
    pub async fn close(self) {
        self.db.close().await;
    }

    /// This moment, to the microsecond that the database holds.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let now = self.clock.now();
        Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
    }

    /// The day in Italy.
    #[must_use]
    pub fn today(&self) -> Date {
        italian_time(self.now()).date()
    }

    /// An identifier for what a form is about to add.
    #[must_use]
    pub fn fresh_id(&self) -> Uuid {
        self.new_id()
    }

    /// An identifier that nobody had before.
    pub(crate) fn new_id(&self) -> Uuid {
        new_id(&*self.clock, &*self.random)
    }

    /// A key that nobody had before: of a visit, which ties forms to a browser.
    #[must_use]
    pub fn new_key(&self, area: AreaId) -> SessionKey {
        SessionKey::new(area, self.draw())
    }

    /// Bytes that nobody can foresee.
    pub(crate) fn draw<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.random.fill(&mut bytes);
        bytes
    }

    /// Who last saved something: the colleague whose values stand beside one's own.
    ///
    /// # Errors
    /// [`Error::SignInFirst`](crate::Error::SignInFirst), or what the database says.
    pub async fn last_saved_by(&self, viewer: &Viewer, object: Uuid) -> Result<String> {
        viewer.person()?;
        let mut tx = self.db.read().await?;
        Ok(audit::find_last_writer(&mut tx, viewer.area(), object).await?.unwrap_or_default())
    }

    /// Writes down what a person does, in the transaction that does it.
    pub(crate) async fn record(&self, tx: &mut Tx, viewer: &Viewer, change: Change) -> Result<()> {
        self.record_in(tx, viewer.area(), viewer.staff, &viewer.name, &viewer.source, change).await
    }

    /// Writes down what is done by somebody who is not (yet) a viewer.
    pub(crate) async fn record_in(
        &self,
        tx: &mut Tx,
        area: AreaId,
        actor: Option<StaffId>,
        actor_name: &str,
        source: &str,
        change: Change,
    ) -> Result<()> {
        Ok(audit::append(tx, area, &self.event(actor, actor_name, source, change)).await?)
    }

    /// What is written down of an act that is done now.
    pub(crate) fn event(&self, actor: Option<StaffId>, actor_name: &str, source: &str, change: Change) -> Event {
        let Change { kind, act, object, subject, purpose, detail } = change;
        let (actor_name, source) = (actor_name.to_owned(), source.to_owned());
        Event { at: self.now(), kind, act, actor, actor_name, source, object, subject, purpose, detail }
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}
