// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings as a list, and in figures.

use crate::{App, Change, Result, Taken, Viewer};
use ambito_domain::audit::Kind;
use ambito_domain::office::{Body, Right};
use ambito_store::reviews::{
    self, FindingFilter, FindingKey, FindingOrder, FindingSort, FindingState, ListedFinding, Tally, TallyBy,
};
use ambito_store::{Tx, bodies};

/// How many findings a page has.
const PAGE_FINDINGS: u32 = 100;

/// Some findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingPage {
    /// The findings.
    pub findings: Vec<ListedFinding>,
    /// Where the next page goes on; absent on the last.
    pub next: Option<FindingKey>,
    /// How many the filter leaves, by state: errors, warnings, notes.
    pub counts: Vec<(FindingState, [u32; 3])>,
}

/// Findings in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingFigures {
    /// By body.
    pub bodies: Vec<Tally>,
    /// By document.
    pub documents: Vec<Tally>,
    /// By check.
    pub codes: Vec<Tally>,
}

impl App {
    /// The findings in sight that a filter leaves, in an order, after a key.
    ///
    /// # Errors
    /// [`Error::Denied`](crate::Error::Denied), or what the database says.
    pub async fn list_findings(
        &self,
        viewer: &Viewer,
        filter: &FindingFilter,
        order: (FindingSort, FindingOrder),
        after: Option<&FindingKey>,
    ) -> Result<FindingPage> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        let counts = reviews::count_findings(&mut tx, &sight, filter).await?;
        let most = PAGE_FINDINGS + 1;
        let mut findings = reviews::list_findings(&mut tx, &sight, filter, order, after, most).await?;
        let more = findings.len() > PAGE_FINDINGS as usize;
        findings.truncate(PAGE_FINDINGS as usize);
        let next = findings.last().filter(|_| more).map(|last| last.key.clone());
        Ok(FindingPage { findings, next, counts })
    }

    /// How many findings in sight a filter leaves, by state: errors, warnings, notes.
    ///
    /// # Errors
    /// [`Error::Denied`](crate::Error::Denied), or what the database says.
    pub async fn count_findings(
        &self,
        viewer: &Viewer,
        filter: &FindingFilter,
    ) -> Result<Vec<(FindingState, [u32; 3])>> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        Ok(reviews::count_findings(&mut tx, &sight, filter).await?)
    }

    /// The findings in sight that a filter leaves, by body, by document, by check.
    ///
    /// # Errors
    /// [`Error::Denied`](crate::Error::Denied), or what the database says.
    pub async fn findings_in_figures(&self, viewer: &Viewer, filter: &FindingFilter) -> Result<FindingFigures> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        let of = async |tx: &mut Tx, by| reviews::tally_findings(tx, &sight, filter, by).await;
        Ok(FindingFigures {
            bodies: of(&mut tx, TallyBy::Body).await?,
            documents: of(&mut tx, TallyBy::Document).await?,
            codes: of(&mut tx, TallyBy::Code).await?,
        })
    }

    /// The bodies whose findings somebody sees, by name.
    ///
    /// # Errors
    /// [`Error::Denied`](crate::Error::Denied), or what the database says.
    pub async fn list_finding_bodies(&self, viewer: &Viewer) -> Result<Vec<Body>> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        Ok(bodies::list(&mut tx, &sight).await?)
    }

    /// Puts on record that somebody takes a list of findings away; how many there are.
    ///
    /// # Errors
    /// [`Error::Denied`](crate::Error::Denied), or what the database says.
    pub async fn begin_findings_export(&self, viewer: &Viewer, filter: &FindingFilter, way: Taken) -> Result<u64> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.write().await?;
        let counts = reviews::count_findings(&mut tx, &sight, filter).await?;
        let rows: u32 = counts.iter().flat_map(|(_, counts)| counts).sum();
        let said = format!("list=findings rows={}", way.rows(rows.into()));
        self.record(&mut tx, viewer, Change::new(Kind::Export, way.act()).saying(said)).await?;
        tx.commit().await?;
        Ok(rows.into())
    }

    /// The next findings of a list that is being taken away; nothing after the last.
    ///
    /// # Errors
    /// [`Error::Denied`](crate::Error::Denied), or what the database says.
    pub async fn next_findings(
        &self,
        viewer: &Viewer,
        filter: &FindingFilter,
        order: (FindingSort, FindingOrder),
        after: Option<&FindingKey>,
        way: Taken,
    ) -> Result<Vec<ListedFinding>> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        Ok(reviews::list_findings(&mut tx, &sight, filter, order, after, way.rows_at_once()).await?)
    }
}
