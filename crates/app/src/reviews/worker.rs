// SPDX-License-Identifier: AGPL-3.0-or-later
//! The worker: reads what waits, one document after another, and checks again what people put right.
//!
//! Invariants: what there is to do is in the database alone, so a program that is killed leaves nothing half and the next
//! one goes on; whatever a reader does is a fault of that reading, worded in both languages; a checking looks at all that
//! was put right before it began, and another follows where something came in between.

use super::keep::{self, PROGRAM, aside, pack};
use super::{Reader, said};
use crate::{App, Change, Error, Result};
use ambito_documents::corrections::{Applied, apply};
use ambito_documents::vocabulary::Vocabulary;
use ambito_domain::audit::Kind;
use ambito_domain::office::keeper;
use ambito_domain::planning::{LineNo, NodeId, PlanDraft};
use ambito_domain::review::{AreaWord, Correction, Placing, ReadingFault};
use ambito_exchange::Source;
use ambito_i18n::{Catalogue, Language};
use ambito_store::plans;
use ambito_store::reviews::{self, Checking, Chunk, DocumentKey, StoredFinding};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use tokio::sync::Notify;

/// The most words of an area that are read with.
pub(super) const WORDS_MAX: u32 = 5_000;
/// Where the worker is said to be in the records.
const WORKER: &str = "worker";

/// What wakes the worker.
#[derive(Debug, Default)]
pub(crate) struct Bell(Notify);

impl App {
    /// The same use cases with a reader of files: what the worker needs.
    #[must_use]
    pub fn with_reader(mut self, reader: Arc<dyn Reader>) -> Self {
        self.reader = Some(reader);
        self
    }

    /// Waits until somebody asks for work.
    pub async fn work_asked(&self) {
        self.bell.0.notified().await;
    }

    /// Says that there is work.
    pub(crate) fn ask_for_work(&self) {
        self.bell.0.notify_one();
    }

    /// Puts back in line what a program that was killed had begun; how many readings.
    ///
    /// # Errors
    /// What the database says.
    pub async fn recover_readings(&self) -> Result<u64> {
        let mut tx = self.db.write().await?;
        let count = reviews::recover_readings(&mut tx).await?;
        tx.commit().await?;
        Ok(count)
    }

    /// Does one piece of work: reads the document that waits longest, or checks one again; false where there is nothing.
    ///
    /// # Errors
    /// What the database says. What is the matter with a document is told of its reading.
    pub async fn work_once(&self) -> Result<bool> {
        if self.read_next().await? {
            return Ok(true);
        }
        let mut tx = self.db.read().await?;
        let unchecked = reviews::list_unchecked(&mut tx, 1).await?;
        drop(tx);
        let Some((key, number)) = unchecked.first().copied() else { return Ok(false) };
        let source = self.load_reading(&key, number).await?;
        let checked = self.check(&key, source).await?;
        let mut tx = self.db.write().await?;
        self.save_checking(&mut tx, &key, number, checked).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn read_next(&self) -> Result<bool> {
        let mut tx = self.db.read().await?;
        let waiting = reviews::take_waiting(&mut tx).await?;
        drop(tx);
        let Some((key, number)) = waiting else { return Ok(false) };
        let mut tx = self.db.write().await?;
        let words = own_words(reviews::list_words(&mut tx, key.area(), WORDS_MAX).await?);
        let count = i64::try_from(words.len()).unwrap_or(i64::MAX);
        match reviews::begin_reading(&mut tx, &key, number, PROGRAM, count).await {
            // Another program took it.
            Err(ambito_store::Error::Stale) => return Ok(true),
            other => other?,
        }
        tx.commit().await?;
        let done = self.read_one(&key, number, words).await;
        let fault = match done {
            Ok(None) => return Ok(true),
            Ok(Some(fault)) => fault,
            Err(error) => {
                // What cannot be kept is told of the reading as well; if even that fails, the next program begins again.
                self.fail(&key, number, &unkept()).await?;
                return Err(error);
            }
        };
        self.fail(&key, number, &fault).await?;
        Ok(true)
    }

    /// Reads, keeps and checks a document; gives what is the matter with it.
    async fn read_one(
        &self,
        key: &DocumentKey,
        number: i64,
        words: Vec<(String, String)>,
    ) -> Result<Option<ReadingFault>> {
        let source = match self.read_with(key, words).await? {
            Ok(source) => source,
            Err(fault) => return Ok(Some(fault)),
        };
        let (chunks, source): (Vec<Chunk>, Source) = aside(move || Ok((pack(&source)?, source))).await?;
        let mut tx = self.db.write().await?;
        keep::write(&mut tx, key, number, &chunks, &source.reading.draft).await?;
        drop(chunks);
        reviews::to_checking(&mut tx, key, number, &source.reading.draft).await?;
        tx.commit().await?;
        let checked = self.check(key, source).await?;
        let mut tx = self.db.write().await?;
        self.save_checking(&mut tx, key, number, checked).await?;
        reviews::end_reading(&mut tx, key, number, self.now()).await?;
        self.record_work(&mut tx, key, "review.read", format!("reading={number}")).await?;
        tx.commit().await?;
        Ok(None)
    }

    /// What a document says, read now with these words; or what is the matter with it.
    pub(super) async fn read_with(
        &self,
        key: &DocumentKey,
        words: Vec<(String, String)>,
    ) -> Result<std::result::Result<Source, ReadingFault>> {
        let reader = self.reader.clone().ok_or_else(|| Error::Broken("no reader of files".to_owned()))?;
        let mut tx = self.db.read().await?;
        let document = self.document_of(&mut tx, key).await?;
        let content = plans::find_content(&mut tx, &keeper(key.area()), key.id()).await?;
        let content = content.ok_or(Error::Absent("document"))?;
        drop(tx);
        let read = move || {
            let words = words.iter().map(|(word, meaning)| (word.as_str(), meaning.as_str()));
            let words = Vocabulary::builtin().with_words(words);
            let read = catch_unwind(AssertUnwindSafe(|| reader.read(&document.name, &content, &words)));
            Ok(match read {
                Ok(Ok(mut source)) => {
                    source.reading.path = document.name;
                    Ok(source)
                }
                Ok(Err(fault)) => Err(fault),
                Err(_) => Err(broke_down()),
            })
        };
        aside(read).await
    }

    async fn fail(&self, key: &DocumentKey, number: i64, fault: &ReadingFault) -> Result<()> {
        let mut tx = self.db.write().await?;
        reviews::fail_reading(&mut tx, key, number, self.now(), fault).await?;
        self.record_work(&mut tx, key, "review.fail", format!("reading={number} code={}", fault.code)).await?;
        Ok(tx.commit().await?)
    }

    /// Applies what people put right, and looks at what comes out.
    async fn check(&self, key: &DocumentKey, source: Source) -> Result<Checked> {
        // What comes in from now on needs another look.
        let at = self.now();
        let mut tx = self.db.read().await?;
        let corrections = keep::corrections(&mut tx, key).await?;
        drop(tx);
        let before = corrections.clone();
        let looked = aside(move || {
            let look = catch_unwind(AssertUnwindSafe(|| look(source, &corrections)));
            Ok(look.unwrap_or_else(|_| Ok((Vec::new(), vec![said::broken_off()]))))
        });
        let (placed, findings) = looked.await??;
        Ok(Checked { at, before, placed, findings })
    }

    async fn save_checking(
        &self,
        tx: &mut ambito_store::Tx,
        key: &DocumentKey,
        number: i64,
        checked: Checked,
    ) -> Result<()> {
        let Checked { at, before, placed, findings } = checked;
        let standing = before.iter().filter(|one| one.withdrawn.is_none()).count();
        for (id, placing) in placed {
            let placing = Placing { reading: number, ..placing };
            if before.iter().any(|one| one.id == id && one.placed != Some(placing)) {
                reviews::place_correction(tx, key, id, &placing).await?;
            }
        }
        let count =
            |rank: u32| u32::try_from(findings.iter().filter(|one| one.severity == rank).count()).unwrap_or(u32::MAX);
        let checking = Checking {
            number: 0,
            reading: number,
            checked: at,
            corrections: u32::try_from(standing).unwrap_or(u32::MAX),
            errors: count(2),
            warnings: count(1),
            notes: count(0),
        };
        reviews::replace_findings(tx, key, &findings).await?;
        let made = reviews::insert_checking(tx, key, &checking).await?;
        self.record_work(tx, key, "review.check", format!("reading={number} checking={made}")).await
    }

    /// Puts on record what the worker did.
    async fn record_work(
        &self,
        tx: &mut ambito_store::Tx,
        key: &DocumentKey,
        act: &'static str,
        said: String,
    ) -> Result<()> {
        let change = Change::new(Kind::Write, act).on(key.id().0).saying(said);
        self.record_in(tx, key.area(), None, "", WORKER, change).await
    }
}

/// What a look at a document gave.
struct Checked {
    at: ambito_base::Timestamp,
    before: Vec<Correction>,
    placed: Vec<(ambito_domain::review::CorrectionId, Placing)>,
    findings: Vec<StoredFinding>,
}

type Looked = (Vec<(ambito_domain::review::CorrectionId, Placing)>, Vec<StoredFinding>);

fn look(source: Source, corrections: &[Correction]) -> Result<Looked> {
    let Source { mut reading, blocks } = source;
    let nodes = beginnings(&reading.draft);
    let words = Vocabulary::builtin();
    let Applied { draft, placed } = apply(std::mem::take(&mut reading.draft), &blocks, corrections, &words);
    reading.draft = draft;
    let findings = said::check(&Source { reading, blocks }, &nodes)?;
    let placed = placed.into_iter().map(|one| {
        let placing = Placing { reading: 0, placement: one.placement, line: one.line, record: one.record };
        (one.id, placing)
    });
    Ok((placed.collect(), findings))
}

/// The lines where the nodes of the body begin, in their order.
fn beginnings(draft: &PlanDraft) -> Vec<(LineNo, NodeId)> {
    let mut nodes: Vec<(LineNo, NodeId)> = (0_u32..)
        .zip(&draft.nodes)
        .filter(|(_, node)| node.in_body)
        .map(|(id, node)| (node.line, NodeId(id)))
        .collect();
    nodes.sort_unstable();
    nodes
}

/// The words that stand, with their meanings.
pub(super) fn own_words(words: Vec<AreaWord>) -> Vec<(String, String)> {
    words.into_iter().filter(|word| word.removed.is_none()).map(|word| (word.word, word.meaning.0)).collect()
}

/// A reader that broke down.
fn broke_down() -> ReadingFault {
    let [it, en] = Language::ALL.map(|language| Catalogue::new(language).text("review-fault-reader", &[]));
    ReadingFault { code: "REV001".to_owned(), it, en }
}

/// What was read could not be kept.
fn unkept() -> ReadingFault {
    let [it, en] = Language::ALL.map(|language| Catalogue::new(language).text("review-fault-kept", &[]));
    ReadingFault { code: "REV002".to_owned(), it, en }
}
