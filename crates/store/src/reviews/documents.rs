// SPDX-License-Identifier: AGPL-3.0-or-later
//! The documents in sight, with where their review stands.

use crate::db::sql;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::{Timestamp, Uuid};
use ambito_domain::audit::Digest;
use ambito_domain::office::{AreaId, BodyId, DocumentId, PlanId, Sight};

/// A document in sight: the proof that what is inside it may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentKey {
    pub(super) area: AreaId,
    pub(super) id: DocumentId,
    pub(super) body: BodyId,
}

impl DocumentKey {
    /// The document.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.id
    }

    /// The area.
    #[must_use]
    pub const fn area(&self) -> AreaId {
        self.area
    }

    /// The body whose it is.
    #[must_use]
    pub const fn body(&self) -> BodyId {
        self.body
    }
}

/// A document of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedReview {
    /// Which.
    pub document: DocumentId,
    /// Its name.
    pub name: String,
    /// The body whose it is.
    pub body: BodyId,
    /// The word of its format.
    pub format: String,
    /// When it came in.
    pub added: Timestamp,
    /// The number of its last reading.
    pub reading: i64,
    /// The word of that reading's state.
    pub state: String,
    /// The title that was read.
    pub title: Option<String>,
    /// Lines in all, read, kept as text, not read.
    pub lines: [u32; 4],
    /// Errors, warnings and notes of the last checking; absent where there was none.
    pub findings: Option<[u32; 3]>,
    /// How many findings are accepted.
    pub accepted: u32,
    /// How many corrections stand.
    pub corrections: u32,
    /// The plan and version that it was filed as, the last time.
    pub filed: Option<(PlanId, i64)>,
}

/// Whether a document was filed as a version of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilingState {
    /// It was, once or more.
    Filed,
    /// Never yet.
    Unfiled,
}

/// Which documents are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewFilter {
    /// Only of this body.
    pub body: Option<BodyId>,
    /// Only with the last reading in this state.
    pub state: Option<String>,
    /// Only those that were filed, or never.
    pub filing: Option<FilingState>,
    /// Only this one.
    pub document: Option<DocumentId>,
}

/// A document in sight.
///
/// # Errors
/// What the database says.
pub async fn find_document_key(tx: &mut Tx, sight: &Sight, id: DocumentId) -> Result<Option<DocumentKey>> {
    let select = Select::new("SELECT body FROM document WHERE area = $1 AND id = $2").with(sight.area().0).with(id.0);
    let found = select.in_sight("body", sight).first(tx, |cells| Ok(BodyId(cells.next()?))).await?;
    Ok(found.map(|body| DocumentKey { area: sight.area(), id, body }))
}

/// The document of a body with these bytes.
///
/// # Errors
/// What the database says.
pub async fn find_known(tx: &mut Tx, sight: &Sight, body: BodyId, sha256: &Digest) -> Result<Option<DocumentKey>> {
    let text = "SELECT id FROM document WHERE area = $1 AND body = $2 AND sha256 = $3";
    let select = Select::new(text).with(sight.area().0).with(body.0).with(sha256.as_slice());
    let found = select.in_sight("body", sight).first(tx, |cells| Ok(DocumentId(cells.next()?))).await?;
    Ok(found.map(|id| DocumentKey { area: sight.area(), id, body }))
}

/// Takes a document's row until the commit: what is decided by its corrections is decided by one at a time.
///
/// # Errors
/// What the database says.
pub async fn lock_document(tx: &mut Tx, key: &DocumentKey) -> Result<()> {
    let text = "UPDATE document SET name = name WHERE area = $1 AND id = $2";
    sql!(tx, execute, text, key.area.0, key.id.0)?;
    Ok(())
}

/// The documents in sight that have a reading, the last that came in first, from one on.
///
/// # Errors
/// What the database says.
pub async fn list_reviews(
    tx: &mut Tx,
    sight: &Sight,
    filter: &ReviewFilter,
    after: Option<DocumentId>,
    most: u32,
) -> Result<Vec<ListedReview>> {
    let ReviewFilter { body, state, filing, document } = filter;
    let text = "SELECT document.id, document.name, document.body, document.format, document.added_at, reading.number, \
                reading.state, \
                COALESCE((SELECT NULLIF(correction.new_value, '') FROM correction WHERE correction.area = document.area \
                 AND correction.document = document.id AND correction.record = 'document:0:0' \
                 AND correction.field = 'title' AND correction.withdrawn_at IS NULL \
                 ORDER BY correction.id DESC LIMIT 1), reading.title), reading.lines, reading.lines_read, reading.lines_text, reading.lines_unread, \
                checking.errors, checking.warnings, checking.notes, \
                (SELECT COUNT(*) FROM finding WHERE finding.area = document.area AND finding.document = document.id \
                 AND EXISTS (SELECT 1 FROM acceptance WHERE acceptance.area = finding.area \
                 AND acceptance.document = finding.document AND acceptance.fingerprint = finding.fingerprint \
                 AND acceptance.withdrawn_at IS NULL)), \
                (SELECT COUNT(*) FROM correction WHERE correction.area = document.area \
                 AND correction.document = document.id AND correction.withdrawn_at IS NULL), \
                filed.plan, filed.version \
                FROM document \
                JOIN reading ON reading.area = document.area AND reading.document = document.id \
                 AND reading.number = (SELECT MAX(number) FROM reading AS last WHERE last.area = document.area \
                 AND last.document = document.id) \
                LEFT JOIN checking ON checking.area = document.area AND checking.document = document.id \
                 AND checking.number = (SELECT MAX(number) FROM checking AS last WHERE last.area = document.area \
                 AND last.document = document.id) \
                LEFT JOIN plan_version AS filed ON filed.area = document.area AND filed.document = document.id \
                 AND filed.filed_at = (SELECT MAX(filed_at) FROM plan_version AS last WHERE last.area = document.area \
                 AND last.document = document.id) \
                WHERE document.area = $1";
    let mut select = Select::new(text).with(sight.area().0).in_sight("document.body", sight);
    if let Some(body) = body {
        select = select.and(" AND document.body = ").bind(body.0);
    }
    if let Some(state) = state {
        select = select.and(" AND reading.state = ").bind(state.as_str());
    }
    match filing {
        Some(FilingState::Filed) => select = select.and(" AND filed.plan IS NOT NULL"),
        Some(FilingState::Unfiled) => select = select.and(" AND filed.plan IS NULL"),
        None => {}
    }
    if let Some(document) = document {
        select = select.and(" AND document.id = ").bind(document.0);
    }
    if let Some(after) = after {
        // Identifiers sort by their time.
        select = select.and(" AND document.id < ").bind(after.0);
    }
    let select = select.and(" ORDER BY document.id DESC LIMIT ").bind(i64::from(most));
    select
        .rows(tx, |cells| {
            let (document, name, body) = (DocumentId(cells.next()?), cells.next()?, BodyId(cells.next()?));
            let (format, added, reading) = (cells.next()?, cells.next()?, cells.next()?);
            let (state, title) = (cells.next()?, cells.next()?);
            let lines = [cells.next()?, cells.next()?, cells.next()?, cells.next()?];
            let (errors, warnings, notes): (Option<u32>, Option<u32>, Option<u32>) =
                (cells.next()?, cells.next()?, cells.next()?);
            let findings = errors.zip(warnings).zip(notes).map(|((errors, warnings), notes)| [errors, warnings, notes]);
            let (accepted, corrections) = (cells.next()?, cells.next()?);
            let (plan, version): (Option<Uuid>, Option<i64>) = (cells.next()?, cells.next()?);
            let filed = plan.map(PlanId).zip(version);
            Ok(ListedReview {
                document,
                name,
                body,
                format,
                added,
                reading,
                state,
                title,
                lines,
                findings,
                accepted,
                corrections,
                filed,
            })
        })
        .await
}
