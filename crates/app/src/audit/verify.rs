// SPDX-License-Identifier: AGPL-3.0-or-later
//! Verifies an area's chain, in one state of the database, whatever is written meanwhile.

use super::PAGE_ROWS;
use crate::{App, Change, Result, Viewer};
use ambito_domain::audit::{Anchor, Base, Kind, Verdict, Verifier};
use ambito_domain::office::Right;
use ambito_store::audit::{self, Row};

impl App {
    /// Reads a whole chain and names what is wrong with it. `progress` is told how many records were read.
    ///
    /// # Errors
    /// [`Error::Denied`](crate::Error::Denied), or what the database says.
    pub async fn verify_audit(
        &self,
        viewer: &Viewer,
        anchors: &[Anchor],
        progress: &mut (dyn FnMut(u64) + Send),
    ) -> Result<Verdict> {
        let sight = viewer.sight(Right::ReadAudit)?;
        let mut tx = self.db.read().await?;
        let head = audit::find_head(&mut tx, viewer.area()).await?;
        let base = head.map_or(Base::FIRST, |head| head.base);
        let mut verifier = Verifier::new(viewer.area(), base, anchors);
        let mut after = None;
        loop {
            let rows = audit::list_after(&mut tx, &sight, after, PAGE_ROWS).await?;
            let Some(last) = rows.last() else { break };
            after = Some(last.seq());
            for row in rows {
                match row {
                    Row::Record(record, digest) => verifier.feed(&record, &digest),
                    Row::Unreadable(seq) => verifier.feed_unreadable(seq),
                }
            }
            progress(verifier.records());
        }
        let listed = audit::count(&mut tx, &sight).await?;
        let verdict = verifier.finish(head, Some(listed));
        drop(tx);
        if verdict.is_whole() && viewer.staff.is_some() {
            let mut tx = self.db.write().await?;
            let said = format!("records={} anchors={}", verdict.records, verdict.anchors.len());
            self.record(&mut tx, viewer, Change::new(Kind::Reading, "audit.verify").saying(said)).await?;
            tx.commit().await?;
        }
        Ok(verdict)
    }
}
