// SPDX-License-Identifier: AGPL-3.0-or-later
//! Readings in the database: written piece by piece, loaded whole.

use super::chunk::{unpack, whole};
use super::{Document, chunk};
use crate::{App, Error, Result};
use ambito_documents::blocks::Part;
use ambito_documents::pieces::Piece;
use ambito_domain::office::keeper;
use ambito_domain::planning::PlanDraft;
use ambito_domain::review::Correction;
use ambito_exchange::Source;
use ambito_store::reviews::{self, Chunk, ChunkAt, DocumentKey};
use ambito_store::{Tx, plans};

/// The most pieces of a reading: more lines than a text of the largest size can have.
const CHUNKS_MAX: u32 = 16_000_000;
/// The most corrections that one document may have.
pub(crate) const CORRECTIONS_MAX: u32 = 20_000;

/// Runs what computes beside what waits.
pub(crate) async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => Err(Error::Broken(error.to_string())),
    }
}

/// Writes the pieces of a reading, with its nodes and the lines that were not read.
pub(crate) async fn write(
    tx: &mut Tx,
    key: &DocumentKey,
    reading: i64,
    chunks: &[Chunk],
    draft: &PlanDraft,
) -> Result<()> {
    reviews::delete_chunks(tx, key, reading).await?;
    reviews::insert_chunks(tx, key, reading, chunks).await?;
    reviews::insert_nodes(tx, key, reading, draft).await?;
    Ok(reviews::insert_unread(tx, key, reading, &draft.unread).await?)
}

/// One piece of a reading, unpacked.
pub(crate) async fn piece(tx: &mut Tx, key: &DocumentKey, reading: i64, at: ChunkAt) -> Result<(Chunk, Part, Piece)> {
    let chunk = reviews::find_chunk(tx, key, reading, at).await?.ok_or(Error::Absent("reading"))?;
    let (part, piece) = unpack(&chunk)?;
    Ok((chunk, part, piece))
}

/// Everything that people put right in a document, in order.
pub(crate) async fn corrections(tx: &mut Tx, key: &DocumentKey) -> Result<Vec<Correction>> {
    Ok(reviews::list_corrections(tx, key, None, CORRECTIONS_MAX).await?)
}

impl App {
    /// The file that a key names.
    pub(super) async fn document_of(&self, tx: &mut Tx, key: &DocumentKey) -> Result<Document> {
        plans::find_document(tx, &keeper(key.area()), key.id()).await?.ok_or(Error::Absent("document"))
    }

    /// A whole reading, as it was read.
    pub(crate) async fn load_reading(&self, key: &DocumentKey, number: i64) -> Result<Source> {
        let mut tx = self.db.read().await?;
        let document = self.document_of(&mut tx, key).await?;
        let chunks = reviews::list_chunks(&mut tx, key, number, 0, CHUNKS_MAX).await?;
        drop(tx);
        if chunks.is_empty() {
            return Err(Error::Absent("reading"));
        }
        aside(move || whole(&document, &chunks)).await
    }

    /// Begins to keep the reading of a document that is filed at once; gives its number.
    pub(crate) async fn begin_keeping(
        &self,
        tx: &mut Tx,
        key: &DocumentKey,
        asked_by: Option<ambito_domain::office::StaffId>,
    ) -> Result<i64> {
        let number = reviews::insert_reading(tx, key, self.now(), asked_by).await?;
        reviews::begin_reading(tx, key, number, PROGRAM, 0).await?;
        Ok(number)
    }

    /// Writes the pieces of such a reading: it is done.
    pub(crate) async fn end_keeping(
        &self,
        tx: &mut Tx,
        key: &DocumentKey,
        number: i64,
        chunks: &[Chunk],
        draft: &PlanDraft,
    ) -> Result<()> {
        write(tx, key, number, chunks, draft).await?;
        reviews::to_checking(tx, key, number, draft).await?;
        Ok(reviews::end_reading(tx, key, number, self.now()).await?)
    }
}

/// The version of the program that reads.
pub(crate) const PROGRAM: &str = env!("CARGO_PKG_VERSION");

pub(crate) use chunk::pack;
