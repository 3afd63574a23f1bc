// SPDX-License-Identifier: AGPL-3.0-or-later
//! Puts on record that somebody's data is about to be given, for many pages at once.
//!
//! A record has to be on the disk before its page goes out, and the disk takes its time. So pages that come while one
//! record is being written wait together, and the next of them writes for all: one transaction, one wait for the disk.
//! Invariants: a page is answered only after the commit that has its records; a failed write fails every page that
//! waited for it; a page that nobody waits for any more leaves nobody else waiting. Deliberately absent: a task of its
//! own, and records that are held back until there are enough of them.

use crate::{App, Change, Error, Result, Viewer};
use ambito_base::Timestamp;
use ambito_domain::audit::Event;
use ambito_domain::office::AreaId;
use ambito_store::{Db, audit};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// How many pages one transaction writes for at most.
const GROUP_PAGES_MAX: usize = 256;

/// What became of the records of a page.
type Outcome = std::result::Result<(), Arc<ambito_store::Error>>;

/// The records of a page that waits.
#[derive(Debug)]
struct Page {
    area: AreaId,
    events: Vec<Event>,
    outcome: OnceLock<Outcome>,
}

/// The pages that wait.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    waiting: Mutex<Vec<Arc<Page>>>,
    /// Held by the page that writes for all; it goes on in the order in which it was asked for.
    turn: tokio::sync::Mutex<()>,
}

impl App {
    /// Puts on record what a page is about to give.
    ///
    /// # Errors
    /// [`Error::Unrecorded`]: then nothing may be given.
    pub(crate) async fn record_reading(&self, viewer: &Viewer, change: Change) -> Result<()> {
        self.record_readings(viewer, vec![change]).await
    }

    /// As [`App::record_reading`], for a page that gives several things.
    pub(crate) async fn record_readings(&self, viewer: &Viewer, changes: Vec<Change>) -> Result<()> {
        if changes.is_empty() {
            return Ok(());
        }
        let (actor, name, source) = (viewer.staff, &viewer.name, &viewer.source);
        let events = changes.into_iter().map(|change| self.event(actor, name, source, change)).collect();
        let page = Arc::new(Page { area: viewer.area(), events, outcome: OnceLock::new() });
        self.readings.put(Arc::clone(&page));
        let turn = self.readings.turn.lock().await;
        if page.outcome.get().is_none() {
            let pages = self.readings.next(&page);
            // Where this page is given up half way, the others find no outcome, and the next of them writes again.
            let outcome = write(&self.db, self.now(), &pages).await.map_err(Arc::new);
            self.readings.settle(&pages, &outcome);
        }
        drop(turn);
        match page.outcome.get() {
            Some(Ok(())) => Ok(()),
            Some(Err(error)) => Err(Error::Unrecorded(Arc::clone(error))),
            None => Err(Error::Broken("a page was neither recorded nor refused".to_owned())),
        }
    }
}

impl Readings {
    fn put(&self, page: Arc<Page>) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(page);
    }

    /// The pages to write for: those that came first, and the one whose turn it is.
    fn next(&self, own: &Arc<Page>) -> Vec<Arc<Page>> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let mut pages: Vec<Arc<Page>> = waiting.iter().take(GROUP_PAGES_MAX).cloned().collect();
        if !pages.iter().any(|page| Arc::ptr_eq(page, own)) {
            pages.push(Arc::clone(own));
        }
        pages
    }

    /// Tells pages what became of their records.
    fn settle(&self, pages: &[Arc<Page>], outcome: &Outcome) {
        for page in pages {
            // Nobody else settles a page: the turn is ours.
            let _ = page.outcome.set(outcome.clone());
        }
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|page| page.outcome.get().is_none());
    }
}

/// Writes the records of some pages in one transaction, at one moment.
async fn write(db: &Db, at: Timestamp, pages: &[Arc<Page>]) -> ambito_store::Result<()> {
    // Areas in order, so that two programs on one database do not wait for each other.
    let mut areas: BTreeMap<AreaId, Vec<Event>> = BTreeMap::new();
    for page in pages {
        let events = page.events.iter().map(|event| Event { at, ..event.clone() });
        areas.entry(page.area).or_default().extend(events);
    }
    let mut tx = db.write().await?;
    for (area, events) in areas {
        audit::append_all(&mut tx, area, &events).await?;
    }
    tx.commit().await
}
