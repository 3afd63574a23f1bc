// SPDX-License-Identifier: AGPL-3.0-or-later
//! A review is filed: what was read, as people put it right, becomes a version of a plan.

use super::Document;
use super::keep::{self, aside};
use crate::plans::{Drafted, Outcome, already, refuse_nothing};
use crate::{App, Change, Error, Result, Viewer};
use ambito_documents::corrections::apply;
use ambito_documents::vocabulary::Vocabulary;
use ambito_domain::audit::Kind;
use ambito_domain::office::{DocumentId, Right};
use ambito_domain::review::{Correction, ReadingState};
use ambito_store::{plans, reviews};

impl App {
    /// Files a reading as it was corrected. A document that was filed before becomes the next version of that plan; where
    /// nothing was put right since, it is not filed twice.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], [`Error::Invalid`] where nothing of a plan was read, [`Error::Stale`] where
    /// somebody put something right in between, or what the database says: then nothing was filed.
    pub async fn file_review(&self, viewer: &Viewer, document: DocumentId, reading: i64) -> Result<Outcome> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        let key = reviews::find_document_key(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        let found = reviews::find_reading(&mut tx, &key, reading).await?;
        found.filter(|found| found.state == ReadingState::Done).ok_or(Error::Absent("reading"))?;
        let file = self.document_of(&mut tx, &key).await?;
        let corrections = keep::corrections(&mut tx, &key).await?;
        drop(tx);
        let standing = corrections.iter().filter(|one| one.withdrawn.is_none()).count();
        let last = last_change(&corrections);
        let source = self.load_reading(&key, reading).await?;
        let applied = aside(move || {
            let blocks = source.blocks;
            let applied = apply(source.reading.draft, &blocks, &corrections, &Vocabulary::builtin());
            Ok((applied.draft, blocks.places))
        });
        let (draft, places) = applied.await?;
        refuse_nothing(&draft)?;
        let mut tx = self.db.write().await?;
        if !plans::lock_body(&mut tx, viewer.area(), key.body()).await? {
            return Err(Error::Absent("body"));
        }
        reviews::lock_document(&mut tx, &key).await?;
        if last_change(&keep::corrections(&mut tx, &key).await?) != last {
            return Err(Error::Stale);
        }
        let before = plans::find_by_digest(&mut tx, &sight, key.body(), &file.sha256).await?;
        let mut plan = None;
        if let Some((version, _)) = before {
            let origin = plans::find_origin(&mut tx, &sight, version.plan(), Some(version.number())).await?;
            let same = origin
                .is_some_and(|origin| origin.reading == Some(reading) && last.is_none_or(|last| last <= origin.filed));
            if same {
                return already(&mut tx, &sight, version).await;
            }
            plan = Some(version.plan());
        }
        let (name, draft, places) = (file.name.as_str(), &draft, &places);
        let corrections = u32::try_from(standing).unwrap_or(u32::MAX);
        let drafted = Drafted { key, name, draft, places, reading, corrections, plan };
        let outcome = self.file_draft(&mut tx, viewer, &sight, &drafted).await?;
        self.record_filing(&mut tx, viewer, &outcome).await?;
        let said = format!("reading={reading} corrections={corrections}");
        let change = Change::new(Kind::Write, "review.file").on(document.0).saying(said);
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        Ok(outcome)
    }

    /// The file of a document, byte by byte as it came.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn get_file(&self, viewer: &Viewer, document: DocumentId) -> Result<(Document, Vec<u8>)> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        let found = plans::find_document(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        let content = plans::find_content(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        drop(tx);
        self.record_reading(viewer, Change::new(Kind::Reading, "review.open").on(document.0)).await?;
        Ok((found, content))
    }
}

/// When somebody last put something right, or took it back.
fn last_change(corrections: &[Correction]) -> Option<ambito_base::Timestamp> {
    corrections.iter().map(|one| one.withdrawn.map_or(one.made, |withdrawn| withdrawn.at)).max()
}
