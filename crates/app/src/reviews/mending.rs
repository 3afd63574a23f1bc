// SPDX-License-Identifier: AGPL-3.0-or-later
//! People put right what was read, and take it back.
//!
//! Invariants: what was typed is understood before it is kept; the old value is what stands there, not what somebody
//! sent; who did not see a colleague's value does not overwrite it. The records of the audit name fields, never values.

use super::keep;
use super::sound::{Ground, REASON_CHARS_MAX, sound};
use crate::{App, Change, Error, Result, Viewer};
use ambito_domain::audit::Kind;
use ambito_domain::office::{DocumentId, Right};
use ambito_domain::review::{
    AcceptanceId, Act, Correction, CorrectionId, Doubt, ReadingState, RecordKey, Withdrawn, doubts,
};
use ambito_store::Tx;
use ambito_store::reviews::{self, DocumentKey};
use std::collections::BTreeSet;

/// A value that somebody types: which field, what stood there when they looked, what should stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The field.
    pub field: String,
    /// What the person saw.
    pub seen: String,
    /// What it should be.
    pub new: String,
}

/// What became of the values of a record that somebody typed; but for [`Mended::Saved`] nothing was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mended {
    /// All are saved.
    Saved,
    /// These cannot be understood: the field, and the key of why.
    Mistyped(Vec<(String, &'static str)>),
    /// Somebody else put one of them right in between.
    Stale,
    /// These hardly can be, and nobody said that they are meant.
    Doubtful(Vec<Doubt>),
}

impl App {
    /// Puts something right in a reading; `expected` is the value that the person saw.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::SignInFirst`], [`Error::Absent`] where there is no such document, reading, record or line,
    /// [`Error::Invalid`] with the field `value` where what was typed cannot be taken, with the field `line` where somebody
    /// settled the line already, [`Error::Stale`] where the value is not what the person saw, or what the database says.
    pub async fn correct(
        &self,
        viewer: &Viewer,
        document: DocumentId,
        reading: i64,
        act: Act,
        expected: Option<&str>,
    ) -> Result<CorrectionId> {
        let mut tx = self.db.write().await?;
        let (key, corrections) = self.open(&mut tx, viewer, document, reading).await?;
        let ground = Ground::at(&mut tx, &key, reading, act.line(), &corrections).await?;
        let (anchor, act) = sound(&mut tx, &ground, act, expected).await?;
        let id = self.put(&mut tx, viewer, &key, reading, (anchor, act)).await?;
        tx.commit().await?;
        self.ask_for_work();
        Ok(id)
    }

    /// Puts several values of a record right, all or none; `meant` names the doubts that the person has confirmed, by
    /// their marks.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::SignInFirst`], [`Error::Absent`] where there is no such document, reading, record or
    /// field, [`Error::Invalid`] where there are too many corrections, or what the database says.
    pub async fn correct_record(
        &self,
        viewer: &Viewer,
        document: DocumentId,
        reading: i64,
        (record, typed): (RecordKey, &[Typed]),
        meant: &BTreeSet<&str>,
    ) -> Result<Mended> {
        let mut tx = self.db.write().await?;
        let (key, corrections) = self.open(&mut tx, viewer, document, reading).await?;
        let ground = Ground::at(&mut tx, &key, reading, record.line, &corrections).await?;
        let mut after = ground.now(record)?;
        let (mut acts, mut mistyped, mut is_stale) = (Vec::new(), Vec::new(), false);
        for Typed { field, seen, new } in typed {
            let act = Act::Set { record, field: field.clone(), old: seen.clone(), new: new.clone() };
            match sound(&mut tx, &ground, act, Some(seen)).await {
                Ok((anchor, act)) => {
                    let value = after.values.iter_mut().find(|value| value.field == *field);
                    if let (Some(value), Act::Set { new, .. }) = (value, &act) {
                        value.text.clone_from(new);
                    }
                    acts.push((anchor, act));
                }
                Err(Error::Invalid(faults)) => {
                    mistyped.extend(faults.into_iter().map(|fault| (field.clone(), fault.key)));
                }
                Err(Error::Stale) => is_stale = true,
                Err(error) => return Err(error),
            }
        }
        if !mistyped.is_empty() {
            return Ok(Mended::Mistyped(mistyped));
        }
        if is_stale {
            return Ok(Mended::Stale);
        }
        let changed: BTreeSet<&str> = typed.iter().map(|one| one.field.as_str()).collect();
        let doubts = doubts(&after.values, &changed);
        if doubts.iter().any(|doubt| !meant.contains(doubt.mark().as_str())) {
            return Ok(Mended::Doubtful(doubts));
        }
        if corrections.len() + acts.len() > keep::CORRECTIONS_MAX as usize {
            return Err(Error::invalid("value", "correction-too-many"));
        }
        for act in acts {
            self.put(&mut tx, viewer, &key, reading, act).await?;
        }
        tx.commit().await?;
        self.ask_for_work();
        Ok(Mended::Saved)
    }

    /// A document in sight that nobody else puts right at this moment, with what was put right so far.
    async fn open(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        document: DocumentId,
        reading: i64,
    ) -> Result<(DocumentKey, Vec<Correction>)> {
        let sight = viewer.sight(Right::FilePlans)?;
        viewer.person()?;
        let key = reviews::find_document_key(tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        reviews::lock_document(tx, &key).await?;
        let found = reviews::find_reading(tx, &key, reading).await?;
        found.filter(|found| found.state == ReadingState::Done).ok_or(Error::Absent("reading"))?;
        let corrections = keep::corrections(tx, &key).await?;
        if corrections.len() >= keep::CORRECTIONS_MAX as usize {
            return Err(Error::invalid("value", "correction-too-many"));
        }
        Ok((key, corrections))
    }

    /// Keeps something that was put right, and puts it on record.
    async fn put(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        key: &DocumentKey,
        reading: i64,
        (anchor, act): (String, Act),
    ) -> Result<CorrectionId> {
        let (id, made, made_by) = (CorrectionId(self.new_id()), self.now(), viewer.person()?);
        let said = match &act {
            Act::Set { record, field, .. } => format!("reading={reading} act=set record={record} field={field}"),
            Act::Remove { record, .. } => format!("reading={reading} act=remove record={record}"),
            Act::Assign { line, node } => format!("reading={reading} act=assign line={line} node={node}"),
            Act::SetAside { line, .. } => format!("reading={reading} act=set-aside line={line}"),
        };
        let document = key.id();
        let correction =
            Correction { id, document, made, made_by, reading, anchor, act, withdrawn: None, placed: None };
        reviews::insert_correction(tx, key, &correction).await?;
        let change = Change::new(Kind::Write, "review.correct").on(document.0).saying(said);
        self.record(tx, viewer, change).await?;
        Ok(id)
    }

    /// Takes a correction back: what stood before it stands again.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::SignInFirst`], [`Error::Absent`], [`Error::Stale`] where somebody did, or what the
    /// database says.
    pub async fn withdraw_correction(&self, viewer: &Viewer, document: DocumentId, id: CorrectionId) -> Result<()> {
        let sight = viewer.sight(Right::FilePlans)?;
        let withdrawn = Withdrawn { at: self.now(), by: viewer.person()? };
        let mut tx = self.db.write().await?;
        let key = reviews::find_document_key(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        reviews::find_correction(&mut tx, &key, id).await?.ok_or(Error::Absent("correction"))?;
        reviews::withdraw_correction(&mut tx, &key, id, withdrawn).await?;
        let change = Change::new(Kind::Write, "review.withdraw").on(document.0).saying(format!("correction={id}"));
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        self.ask_for_work();
        Ok(())
    }

    /// Decides to live with a finding, and says why.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::SignInFirst`], [`Error::Absent`], [`Error::Invalid`] without a reason, [`Error::Stale`]
    /// where somebody decided already, or what the database says.
    pub async fn accept_finding(
        &self,
        viewer: &Viewer,
        document: DocumentId,
        fingerprint: &str,
        reason: &str,
    ) -> Result<AcceptanceId> {
        let sight = viewer.sight(Right::FilePlans)?;
        let accepted_by = viewer.person()?;
        let reason = reason.trim().replace('\0', "");
        if reason.is_empty() {
            return Err(Error::invalid("reason", "field-missing"));
        }
        if reason.chars().count() > REASON_CHARS_MAX {
            return Err(Error::invalid("reason", "field-too-long"));
        }
        let mut tx = self.db.write().await?;
        let key = reviews::find_document_key(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        reviews::lock_document(&mut tx, &key).await?;
        let found = reviews::find_finding(&mut tx, &key, fingerprint).await?.ok_or(Error::Absent("finding"))?;
        let before = reviews::list_acceptances(&mut tx, &key, ACCEPTANCES_MAX).await?;
        if before.iter().any(|one| one.withdrawn.is_none() && one.fingerprint == fingerprint) {
            return Err(Error::Stale);
        }
        let (id, accepted) = (AcceptanceId(self.new_id()), self.now());
        let acceptance = ambito_domain::review::Acceptance {
            id,
            document,
            fingerprint: found.fingerprint,
            code: found.code.clone(),
            reason,
            accepted,
            accepted_by,
            withdrawn: None,
        };
        reviews::insert_acceptance(&mut tx, &key, &acceptance).await?;
        let change = Change::new(Kind::Write, "review.accept").on(document.0).saying(format!("code={}", found.code));
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Takes that decision back.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::SignInFirst`], [`Error::Absent`], [`Error::Stale`] where somebody did, or what the
    /// database says.
    pub async fn withdraw_acceptance(&self, viewer: &Viewer, document: DocumentId, id: AcceptanceId) -> Result<()> {
        let sight = viewer.sight(Right::FilePlans)?;
        let withdrawn = Withdrawn { at: self.now(), by: viewer.person()? };
        let mut tx = self.db.write().await?;
        let key = reviews::find_document_key(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        reviews::withdraw_acceptance(&mut tx, &key, id, withdrawn).await?;
        let change = Change::new(Kind::Write, "review.unaccept").on(document.0).saying(format!("acceptance={id}"));
        self.record(&mut tx, viewer, change).await?;
        Ok(tx.commit().await?)
    }
}

/// The most decisions that one document has.
const ACCEPTANCES_MAX: u32 = 20_000;
