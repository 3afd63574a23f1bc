// SPDX-License-Identifier: AGPL-3.0-or-later
//! Nodes by the words of their title or code.

use super::list::cut;
use crate::{App, Result, Viewer};
use ambito_domain::office::Right;
use ambito_store::plans::{self, Hit, HitKey};

/// How many nodes a page of a search has.
const PAGE_HITS: u32 = 50;

/// Some of the nodes that were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HitPage {
    /// The nodes.
    pub hits: Vec<Hit>,
    /// Where the next page goes on; absent on the last.
    pub next: Option<HitKey>,
}

impl App {
    /// The nodes in sight whose title or code has every one of the words, in the latest version of each plan.
    ///
    /// # Errors
    /// [`Error::Denied`](crate::Error::Denied), or what the database says.
    pub async fn search_plans(&self, viewer: &Viewer, words: &str, after: Option<HitKey>) -> Result<HitPage> {
        let sight = viewer.sight(Right::ReadPlans)?;
        let mut tx = self.db.read().await?;
        let mut hits = plans::search(&mut tx, &sight, words, after, PAGE_HITS + 1).await?;
        let more = cut(&mut hits, PAGE_HITS);
        let next = hits.last().filter(|_| more).map(|hit| HitKey { plan: hit.plan, node: hit.branch.id });
        Ok(HitPage { hits, next })
    }
}
