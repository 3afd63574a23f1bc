// SPDX-License-Identifier: AGPL-3.0-or-later
//! Gives the line that says where the chain stands, to be kept outside.

use crate::{App, Change, Error, Result, Viewer};
use ambito_domain::audit::{Anchor, Kind};
use ambito_domain::office::Right;
use ambito_store::audit;

impl App {
    /// The anchor of this moment; that it was given is the last record that it covers.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn anchor_audit(&self, viewer: &Viewer) -> Result<Anchor> {
        viewer.sight(Right::ReadAudit)?;
        let mut tx = self.db.write().await?;
        self.record(&mut tx, viewer, Change::new(Kind::Export, "audit.anchor")).await?;
        let head = audit::find_head(&mut tx, viewer.area()).await?.ok_or(Error::Absent("audit_head"))?;
        tx.commit().await?;
        Ok(Anchor { area: viewer.area(), seq: head.seq, digest: head.digest, at: self.now() })
    }
}
