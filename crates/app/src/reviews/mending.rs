// SPDX-License-Identifier: AGPL-3.0-or-later
//! People put right what was read, and take it back.
//!
//! Invariants: what was typed is understood before it is kept; the old value is what stands there, not what somebody
//! sent; who did not see a colleague's value does not overwrite it. The records of the audit name fields, never values.

use super::keep::{self, piece};
use super::show::{key_of, spot};
use crate::{App, Change, Error, Result, Viewer};
use ambito_documents::blocks::Part;
use ambito_documents::corrections::{Lines as _, parse, short};
use ambito_domain::audit::Kind;
use ambito_domain::office::{DocumentId, Right};
use ambito_domain::planning::LineNo;
use ambito_domain::review::{
    AcceptanceId, Act, Correction, CorrectionId, ReadRecord, ReadingState, RecordKey, RecordKind, Withdrawn,
};
use ambito_store::Tx;
use ambito_store::reviews::{self, ChunkAt, DocumentKey};

/// The longest reason, in characters.
const REASON_CHARS_MAX: usize = 1_000;
/// The deepest tree that is believed, in nodes one above the other.
const DEPTH_MAX: usize = 64;

impl App {
    /// Puts something right in a reading; `expected` is the value that the person saw.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::SignInFirst`], [`Error::Absent`] where there is no such document, reading, record or line,
    /// [`Error::Invalid`] with the field `value` where what was typed cannot be taken, [`Error::Stale`] where the value is
    /// not what the person saw, or what the database says.
    pub async fn correct(
        &self,
        viewer: &Viewer,
        document: DocumentId,
        reading: i64,
        act: Act,
        expected: Option<&str>,
    ) -> Result<CorrectionId> {
        let sight = viewer.sight(Right::FilePlans)?;
        let made_by = viewer.person()?;
        let mut tx = self.db.write().await?;
        let key = reviews::find_document_key(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        reviews::lock_document(&mut tx, &key).await?;
        let found = reviews::find_reading(&mut tx, &key, reading).await?;
        found.filter(|found| found.state == ReadingState::Done).ok_or(Error::Absent("reading"))?;
        let corrections = keep::corrections(&mut tx, &key).await?;
        if corrections.len() >= keep::CORRECTIONS_MAX as usize {
            return Err(Error::invalid("value", "correction-too-many"));
        }
        let standing: Vec<&Correction> = corrections.iter().filter(|one| one.withdrawn.is_none()).collect();
        let (anchor, act) = sound(&mut tx, &key, reading, act, expected, &standing).await?;
        let (id, made) = (CorrectionId(self.new_id()), self.now());
        let said = match &act {
            Act::Set { record, field, .. } => format!("reading={reading} act=set record={record} field={field}"),
            Act::Remove { record, .. } => format!("reading={reading} act=remove record={record}"),
            Act::Assign { line, node } => format!("reading={reading} act=assign line={line} node={node}"),
            Act::SetAside { line, .. } => format!("reading={reading} act=set-aside line={line}"),
        };
        let correction =
            Correction { id, document, made, made_by, reading, anchor, act, withdrawn: None, placed: None };
        reviews::insert_correction(&mut tx, &key, &correction).await?;
        let change = Change::new(Kind::Write, "review.correct").on(document.0).saying(said);
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        self.ask_for_work();
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

/// What is kept of an act: the text of its line, and the act with what the reading says and what was understood.
async fn sound(
    tx: &mut Tx,
    key: &DocumentKey,
    reading: i64,
    act: Act,
    expected: Option<&str>,
    standing: &[&Correction],
) -> Result<(String, Act)> {
    let (_, part, piece) = piece(tx, key, reading, ChunkAt::Line(act.line().max(1))).await?;
    let own = text_of(&part, act.line());
    let anchored = |node: &str| format!("{own}\n{node}");
    let nodes = reviews::find_nodes(tx, key, reading, &piece.named_nodes(), &[]).await?;
    let records = || piece.records(&|id| nodes.iter().find(|node| node.id == id).map(key_of));
    let read = |key: RecordKey| records().into_iter().find(|record| record.key == key).ok_or(Error::Absent("record"));
    match act {
        Act::Set { record, field, old: _, new } => {
            let read = read(record)?;
            let value = read.values.iter().find(|value| value.field == field).ok_or(Error::Absent("field"))?;
            let new = parse(record.kind, value.kind, &field, &new).map_err(|why| Error::invalid("value", why.key()))?;
            let now = now(&read, &field, reading, standing);
            if expected.is_some_and(|expected| plain(expected) != plain(&now)) {
                return Err(Error::Stale);
            }
            // What this correction replaces: what was read, or what somebody put there before.
            let old = now;
            let mut anchor = own.clone();
            if field == "node" && !new.is_empty() {
                let target = new.parse().map_err(|()| Error::invalid("value", "mistyped-node"))?;
                anchor = anchored(&node_line(tx, key, reading, target, &part).await?);
                if record.kind == RecordKind::Node && hangs_below(tx, key, reading, target, record).await? {
                    return Err(Error::invalid("value", "correction-turns"));
                }
            } else if record.kind == RecordKind::Field && field == "node" {
                return Err(Error::invalid("value", "mistyped-empty"));
            }
            Ok((anchor, Act::Set { record, field, old, new }))
        }
        Act::Remove { record, old: _ } => {
            if record.kind == RecordKind::Document {
                return Err(Error::Absent("record"));
            }
            let old = short(&read(record)?);
            Ok((own, Act::Remove { record, old }))
        }
        Act::Assign { line, node } => {
            unread(&piece, line)?;
            let anchor = anchored(&node_line(tx, key, reading, node, &part).await?);
            Ok((anchor, Act::Assign { line, node }))
        }
        Act::SetAside { line, reason } => {
            unread(&piece, line)?;
            let reason: String = reason.trim().replace('\0', "").chars().take(REASON_CHARS_MAX).collect();
            Ok((own, Act::SetAside { line, reason }))
        }
    }
}

fn unread(piece: &ambito_documents::pieces::Piece, line: LineNo) -> Result<()> {
    if piece.unread().any(|unread| unread.line == line) { Ok(()) } else { Err(Error::Absent("line")) }
}

/// The text of a line of the document in a part of it; empty for the document itself.
fn text_of(part: &Part, line: LineNo) -> String {
    match line.checked_sub(part.first_line) {
        Some(before) if line > 0 => part.blocks.text(before + 1).to_owned(),
        _ => String::new(),
    }
}

/// The text of the line where a node starts, which may stand in another part.
async fn node_line(tx: &mut Tx, key: &DocumentKey, reading: i64, node: RecordKey, part: &Part) -> Result<String> {
    let known = reviews::find_nodes(tx, key, reading, &[], &[node.line]).await?;
    if !known.iter().any(|one| key_of(one) == node) {
        return Err(Error::invalid("value", "mistyped-node"));
    }
    let last = part.first_line + part.blocks.count();
    if part.first_line <= node.line && node.line < last {
        return Ok(text_of(part, node.line));
    }
    let (_, other, _) = piece(tx, key, reading, ChunkAt::Line(node.line)).await?;
    Ok(text_of(&other, node.line))
}

/// Whether a node hangs from another, near or far, or is it.
async fn hangs_below(tx: &mut Tx, key: &DocumentKey, reading: i64, node: RecordKey, upper: RecordKey) -> Result<bool> {
    let mut at = reviews::find_nodes(tx, key, reading, &[], &[node.line]).await?;
    at.retain(|one| key_of(one) == node);
    for _ in 0..DEPTH_MAX {
        let Some(one) = at.first() else { return Ok(false) };
        if key_of(one) == upper {
            return Ok(true);
        }
        let Some(parent) = one.parent else { return Ok(false) };
        at = reviews::find_nodes(tx, key, reading, &[parent], &[]).await?;
    }
    Ok(true)
}

/// What a field says after all that was put right so far.
fn now(record: &ReadRecord, field: &str, reading: i64, standing: &[&Correction]) -> String {
    let last = standing.iter().rev().find_map(|one| match &one.act {
        Act::Set { field: other, new, .. }
            if other == field && spot(one, reading).is_some_and(|spot| spot.record == Some(record.key)) =>
        {
            Some(new.clone())
        }
        _ => None,
    });
    let read = || record.values.iter().find(|value| value.field == field).map(|value| value.text.clone());
    last.or_else(read).unwrap_or_default()
}

/// A value without what a browser's form changes.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
