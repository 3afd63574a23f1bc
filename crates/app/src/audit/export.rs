// SPDX-License-Identifier: AGPL-3.0-or-later
//! Takes a chain out as a file, a page at a time.

use super::PAGE_ROWS;
use crate::{App, Change, Error, Result, Viewer};
use ambito_domain::audit::{Base, Head, Kind};
use ambito_domain::office::{Right, Sight};
use ambito_exchange::audit::{begin_line, end_line, record_line, unreadable_line};
use ambito_store::audit::{self, Row};
use ambito_store::{Tx, areas};

/// A file that is being taken out: all of it is of one moment.
#[derive(Debug)]
pub struct AuditExport {
    tx: Tx,
    sight: Sight,
    head: Option<Head>,
    name: String,
    stage: Stage,
    count: u64,
}

#[derive(Debug)]
enum Stage {
    Beginning,
    After(Option<i64>),
    Over,
}

impl App {
    /// Begins to take the chain out; that it was taken is in it.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn export_audit(&self, viewer: &Viewer) -> Result<AuditExport> {
        let sight = viewer.sight(Right::ExportAudit)?;
        let mut tx = self.db.write().await?;
        self.record(&mut tx, viewer, Change::new(Kind::Export, "audit.export")).await?;
        tx.commit().await?;
        let mut tx = self.db.read().await?;
        let head = audit::find_head(&mut tx, viewer.area()).await?;
        let area = areas::find(&mut tx, viewer.area()).await?.ok_or(Error::Absent("area"))?;
        Ok(AuditExport { tx, sight, head, name: area.name, stage: Stage::Beginning, count: 0 })
    }
}

impl AuditExport {
    /// The next lines; nothing after the last.
    ///
    /// # Errors
    /// What the database says.
    pub async fn next(&mut self) -> Result<Option<String>> {
        let broken = |error: serde_json::Error| Error::Broken(error.to_string());
        let after = match self.stage {
            Stage::Beginning => {
                self.stage = Stage::After(None);
                let base = self.head.map_or(Base::FIRST, |head| head.base);
                return begin_line(self.sight.area(), &self.name, &base).map(Some).map_err(broken);
            }
            Stage::After(after) => after,
            Stage::Over => return Ok(None),
        };
        let rows = audit::list_after(&mut self.tx, &self.sight, after, PAGE_ROWS).await?;
        let Some(last) = rows.last() else {
            self.stage = Stage::Over;
            // A chain without a head has no end to write; whoever verifies the file is told so.
            return self.head.map(|head| end_line(&head, self.count)).transpose().map_err(broken);
        };
        self.stage = Stage::After(Some(last.seq()));
        let mut lines = String::new();
        for row in rows {
            self.count += 1;
            lines.push_str(&match row {
                Row::Record(record, digest) => record_line(&record, &digest).map_err(broken)?,
                Row::Unreadable(seq) => unreadable_line(seq),
            });
        }
        Ok(Some(lines))
    }

    /// How many records were given so far.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.count
    }
}
