// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the page of a review asks for in few questions: where the document stands, one window of the reading with what
//! comes after it, what was found there with what became of it, what people put right with their names.

use super::DocumentKey;
use super::chunks::{self, Chunk, ChunkAt};
use super::corrections;
use super::findings::{self, StoredFinding};
use crate::cells::Cells;
use crate::rows::{digest, word};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::{Date, Timestamp, Uuid};
use ambito_domain::office::{BodyId, DocumentId, PlanId, Sight, StaffId};
use ambito_domain::planning::LineNo;
use ambito_domain::review::{AcceptanceId, Correction, CorrectionId, ErrandId, ErrandState};

use crate::plans::Document;

/// Where a document stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glance {
    /// The document in sight.
    pub key: DocumentKey,
    /// The document.
    pub document: Document,
    /// The name of its body.
    pub body: String,
    /// The plan and the version that it was filed as, the last time.
    pub filed: Option<(PlanId, i64)>,
    /// When the checks looked last.
    pub checked: Option<Timestamp>,
    /// Open errors, warnings and notes.
    pub open: [u32; 3],
    /// How many findings are accepted.
    pub accepted: u32,
}

/// A window of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pane {
    /// The piece.
    pub chunk: Chunk,
    /// How many lines the whole has.
    pub lines: LineNo,
    /// On how many pages they stand.
    pub pages: Option<u32>,
    /// The first line after it on which an open finding stands.
    pub next_finding: Option<LineNo>,
    /// The first line after it that was not read, and that nobody settled.
    pub next_unread: Option<LineNo>,
    /// How many lines were not read, and nobody settled.
    pub unread_left: u32,
}

/// A finding with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundHere {
    /// The finding.
    pub finding: StoredFinding,
    /// Who lives with it: the decision, the person, when, why.
    pub accepted: Option<(AcceptanceId, String, Timestamp, String)>,
    /// Whom it was handed to: the errand, the person, until when, how far.
    pub handed: Option<(ErrandId, String, Date, ErrandState)>,
}

/// A document in sight, and where it stands.
///
/// # Errors
/// What the database says.
pub async fn find_glance(tx: &mut Tx, sight: &Sight, id: DocumentId) -> Result<Option<Glance>> {
    let open = |severity: &str| {
        format!(
            "(SELECT COUNT(*) FROM finding WHERE finding.area = document.area AND finding.document = document.id \
             AND finding.severity {severity} AND NOT EXISTS ({}))",
            findings::STANDS
        )
    };
    let text = format!(
        "SELECT document.body, document.name, document.sha256, document.format, document.size_bytes, document.added_at, \
         document.added_by, body.name, filed.plan, filed.version, \
         (SELECT MAX(checked_at) FROM checking WHERE checking.area = document.area AND checking.document = document.id), \
         {}, {}, {}, \
         (SELECT COUNT(*) FROM finding WHERE finding.area = document.area AND finding.document = document.id \
          AND EXISTS ({})) \
         FROM document JOIN body ON body.area = document.area AND body.id = document.body \
         LEFT JOIN plan_version AS filed ON filed.area = document.area AND filed.document = document.id \
         AND filed.filed_at = (SELECT MAX(filed_at) FROM plan_version AS last WHERE last.area = document.area \
         AND last.document = document.id) \
         WHERE document.area = $1 AND document.id = $2",
        open(">= 2"),
        open("= 1"),
        open("<= 0"),
        findings::STANDS
    );
    let select = Select::new(text).with(sight.area().0).with(id.0).in_sight("document.body", sight);
    let read = |cells: &mut Cells<'_>| {
        let (body, name) = (BodyId(cells.next()?), cells.next()?);
        let sha256 = digest(&cells.next::<Vec<u8>>()?)?;
        let (format, size_bytes, added) = (cells.next()?, cells.next()?, cells.next()?);
        let added_by = cells.next::<Option<Uuid>>()?.map(StaffId);
        let document = Document { id, body, name, sha256, format, size_bytes, added, added_by };
        let body_name = cells.next()?;
        let filed = (cells.next::<Option<Uuid>>()?, cells.next::<Option<i64>>()?);
        Ok(Glance {
            key: DocumentKey { area: sight.area(), id, body },
            document,
            body: body_name,
            filed: filed.0.map(PlanId).zip(filed.1),
            checked: cells.next()?,
            open: [cells.next()?, cells.next()?, cells.next()?],
            accepted: cells.next()?,
        })
    };
    select.and(" ORDER BY filed.plan LIMIT 1").first(tx, read).await
}

/// Lines of a reading that were not read, and that nobody settled; `reading` is where its number is bound.
fn unsettled(reading: &str) -> String {
    format!(
        "FROM reading_unread WHERE area = $1 AND document = $2 AND reading = {reading} AND NOT EXISTS \
         (SELECT 1 FROM correction WHERE correction.area = reading_unread.area \
         AND correction.document = reading_unread.document AND correction.act IN ('assign', 'set-aside') \
         AND correction.withdrawn_at IS NULL \
         AND COALESCE(correction.placed_line, correction.line) = reading_unread.line)"
    )
}

/// How many lines of each of two readings were not read, and nobody settled.
///
/// # Errors
/// What the database says.
pub async fn count_unread_left(tx: &mut Tx, key: &DocumentKey, [before, after]: [i64; 2]) -> Result<[u32; 2]> {
    let count = |reading| format!("(SELECT COUNT(DISTINCT line) {})", unsettled(reading));
    let text = format!("SELECT {}, {}", count("$3"), count("$4"));
    let select = Select::new(text).with(key.area.0).with(key.id.0).with(before).with(after);
    Ok(select.first(tx, |cells| Ok([cells.next()?, cells.next()?])).await?.unwrap_or_default())
}

/// One window of a reading, with what comes after it.
///
/// # Errors
/// What the database says.
pub async fn find_pane(tx: &mut Tx, key: &DocumentKey, reading: i64, at: ChunkAt) -> Result<Option<Pane>> {
    let (column, wanted) = match at {
        ChunkAt::Line(line) => ("last_line", line),
        ChunkAt::Page(page) => ("last_page", page),
    };
    let of_reading = "area = $1 AND document = $2 AND reading = $3";
    let unsettled = unsettled("$3");
    let text = format!(
        "SELECT {}, (SELECT MAX(last_line) FROM reading_chunk WHERE {of_reading}), \
         (SELECT MAX(last_page) FROM reading_chunk WHERE {of_reading}), \
         (SELECT MIN(finding.line) FROM finding WHERE finding.area = $1 AND finding.document = $2 \
          AND finding.line > reading_chunk.last_line AND NOT EXISTS ({})), \
         (SELECT MIN(line) {unsettled} AND line > reading_chunk.last_line), \
         (SELECT COUNT(DISTINCT line) {unsettled}) \
         FROM reading_chunk WHERE {of_reading} AND number = COALESCE(\
         (SELECT MIN(number) FROM reading_chunk WHERE {of_reading} AND {column} >= $4), \
         (SELECT MAX(number) FROM reading_chunk WHERE {of_reading}))",
        chunks::COLUMNS,
        findings::STANDS
    );
    let select = Select::new(text).with(key.area.0).with(key.id.0).with(reading).with(wanted);
    let read = |cells: &mut Cells<'_>| {
        let chunk = chunks::read(cells)?;
        let (lines, pages) = (cells.next::<Option<LineNo>>()?.unwrap_or_default(), cells.next()?);
        let (next_finding, next_unread, unread_left) = (cells.next()?, cells.next()?, cells.next()?);
        Ok(Pane { chunk, lines, pages, next_finding, next_unread, unread_left })
    };
    select.first(tx, read).await
}

/// The findings that stand on lines of a part of a document, in the order of the lines, each with what became of it;
/// those without a line with the part that begins at line 1.
///
/// # Errors
/// What the database says.
pub async fn list_found_here(
    tx: &mut Tx,
    key: &DocumentKey,
    first: LineNo,
    last: LineNo,
    most: u32,
) -> Result<Vec<FoundHere>> {
    let columns: Vec<String> =
        findings::COLUMNS.split(", ").map(|column| format!("finding.{}", column.trim())).collect();
    let text = format!(
        "SELECT finding.id, {}, acceptance.id, lives.name, acceptance.accepted_at, acceptance.reason, \
         errand.id, hands.name, errand.due, errand.state FROM finding \
         LEFT JOIN acceptance ON acceptance.area = finding.area AND acceptance.document = finding.document \
         AND acceptance.fingerprint = finding.fingerprint AND acceptance.withdrawn_at IS NULL \
         LEFT JOIN staff AS lives ON lives.area = acceptance.area AND lives.id = acceptance.accepted_by \
         LEFT JOIN errand ON errand.area = finding.area AND errand.document = finding.document \
         AND errand.fingerprint = finding.fingerprint AND errand.state <> $6 \
         LEFT JOIN staff AS hands ON hands.area = errand.area AND hands.id = errand.to_staff \
         WHERE finding.area = $1 AND finding.document = $2 AND COALESCE(finding.line, 1) BETWEEN $3 AND $4 \
         ORDER BY COALESCE(finding.line, 0), finding.id, acceptance.id, errand.id LIMIT $5",
        columns.join(", ")
    );
    let closed = ErrandState::Closed.word();
    let select = Select::new(text).with(key.area.0).with(key.id.0).with(first).with(last).with(most).with(closed);
    let read = |cells: &mut Cells<'_>| {
        let (id, finding): (u32, StoredFinding) = (cells.next()?, findings::read(cells)?);
        let accepted = (
            cells.next::<Option<Uuid>>()?.map(AcceptanceId),
            cells.next::<Option<String>>()?.unwrap_or_default(),
            cells.next::<Option<Timestamp>>()?,
            cells.next::<Option<String>>()?.unwrap_or_default(),
        );
        let accepted = match accepted {
            (Some(id), by, Some(at), reason) => Some((id, by, at, reason)),
            _ => None,
        };
        let handed = (
            cells.next::<Option<Uuid>>()?.map(ErrandId),
            cells.next::<Option<String>>()?.unwrap_or_default(),
            cells.next::<Option<Date>>()?,
            cells.next::<Option<String>>()?,
        );
        let handed = match handed {
            (Some(id), to, Some(due), Some(state)) => Some((id, to, due, word(&state, ErrandState::from_word)?)),
            _ => None,
        };
        Ok((id, FoundHere { finding, accepted, handed }))
    };
    let mut found = select.rows(tx, read).await?;
    // Two people may have decided on one finding at once: it stands here once.
    found.dedup_by_key(|(id, _)| *id);
    Ok(found.into_iter().map(|(_, found)| found).collect())
}

/// The corrections of a document in the order in which they were made, those that were withdrawn too, each with the name
/// of who made it; after one, at most so many.
///
/// # Errors
/// What the database says.
pub async fn list_corrections_by(
    tx: &mut Tx,
    key: &DocumentKey,
    after: Option<CorrectionId>,
    most: u32,
) -> Result<Vec<(Correction, String)>> {
    let columns: Vec<String> =
        corrections::COLUMNS.split(", ").map(|column| format!("correction.{}", column.trim())).collect();
    let text = format!(
        "SELECT {}, staff.name FROM correction JOIN staff ON staff.area = correction.area \
         AND staff.id = correction.made_by WHERE correction.area = $1 AND correction.document = $2",
        columns.join(", ")
    );
    let mut select = Select::new(text).with(key.area.0).with(key.id.0);
    if let Some(after) = after {
        // Identifiers sort by their time.
        select = select.and(" AND correction.id > ").bind(after.0);
    }
    let select = select.and(" ORDER BY correction.id LIMIT ").bind(most);
    select.rows(tx, |cells| Ok((corrections::read(cells)?, cells.next()?))).await
}
