// SPDX-License-Identifier: AGPL-3.0-or-later
//! Files that came in together.

use crate::db::sql;
use crate::rows::microseconds;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::{Timestamp, Uuid};
use ambito_domain::office::{AreaId, BodyId, DocumentId, Sight, StaffId};
use ambito_domain::review::{Reading, UploadId};

/// Files that came in together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Which.
    pub id: UploadId,
    /// The body they were brought for.
    pub body: BodyId,
    /// When.
    pub uploaded: Timestamp,
    /// By whom.
    pub by: StaffId,
}

/// One file of those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadItem {
    /// Its name.
    pub name: String,
    /// How many bytes it has.
    pub size_bytes: i64,
    /// The document it is.
    pub document: Option<DocumentId>,
    /// Whether the body had it before.
    pub known: bool,
    /// Why it was refused: the key of a message.
    pub refusal: Option<String>,
}

/// Adds files that came in together; the files follow.
///
/// # Errors
/// What the database says.
pub async fn insert_upload(tx: &mut Tx, area: AreaId, upload: &Upload) -> Result<()> {
    let Upload { id, body, uploaded, by } = upload;
    let text = "INSERT INTO upload (area, id, body, uploaded_at, uploaded_by) VALUES ($1, $2, $3, $4, $5)";
    sql!(tx, execute, text, area.0, id.0, body.0, microseconds(*uploaded), by.0)?;
    Ok(())
}

/// Adds one file of those; `position` counts from 0.
///
/// # Errors
/// What the database says.
pub async fn insert_item(tx: &mut Tx, area: AreaId, upload: UploadId, position: u32, item: &UploadItem) -> Result<()> {
    let UploadItem { name, size_bytes, document, known, refusal } = item;
    let text = "INSERT INTO upload_item (area, upload, position, name, size_bytes, document, known, refusal) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (document, position) = (document.map(|document| document.0), i64::from(position));
    sql!(tx, execute, text, area.0, upload.0, position, name, *size_bytes, document, *known, refusal.as_deref())?;
    Ok(())
}

/// What came in together, for a body in sight.
///
/// # Errors
/// What the database says.
pub async fn find_upload(tx: &mut Tx, sight: &Sight, id: UploadId) -> Result<Option<Upload>> {
    let text = "SELECT id, body, uploaded_at, uploaded_by FROM upload WHERE area = $1 AND id = $2";
    let select = Select::new(text).with(sight.area().0).with(id.0).in_sight("body", sight);
    select
        .first(tx, |cells| {
            let (id, body) = (UploadId(cells.next()?), BodyId(cells.next()?));
            Ok(Upload { id, body, uploaded: cells.next()?, by: StaffId(cells.next()?) })
        })
        .await
}

/// What came in for bodies in sight, the last first, from one on.
///
/// # Errors
/// What the database says.
pub async fn list_uploads(tx: &mut Tx, sight: &Sight, after: Option<UploadId>, most: u32) -> Result<Vec<Upload>> {
    let text = "SELECT id, body, uploaded_at, uploaded_by FROM upload WHERE area = $1";
    let mut select = Select::new(text).with(sight.area().0).in_sight("body", sight);
    if let Some(after) = after {
        select = select.and(" AND id < ").bind(after.0);
    }
    let select = select.and(" ORDER BY id DESC LIMIT ").bind(i64::from(most));
    select
        .rows(tx, |cells| {
            let (id, body) = (UploadId(cells.next()?), BodyId(cells.next()?));
            Ok(Upload { id, body, uploaded: cells.next()?, by: StaffId(cells.next()?) })
        })
        .await
}

/// The files of an upload in sight, in the order in which they were sent.
///
/// # Errors
/// What the database says.
pub async fn list_items(tx: &mut Tx, sight: &Sight, upload: UploadId) -> Result<Vec<UploadItem>> {
    let text = "SELECT upload_item.name, size_bytes, document, known, refusal FROM upload_item \
                JOIN upload ON upload.area = upload_item.area AND upload.id = upload_item.upload \
                WHERE upload_item.area = $1 AND upload_item.upload = $2";
    let select = Select::new(text).with(sight.area().0).with(upload.0).in_sight("upload.body", sight);
    select
        .and(" ORDER BY position")
        .rows(tx, |cells| {
            let (name, size_bytes) = (cells.next()?, cells.next()?);
            let document = cells.next::<Option<Uuid>>()?.map(DocumentId);
            Ok(UploadItem { name, size_bytes, document, known: cells.next()?, refusal: cells.next()? })
        })
        .await
}

/// The last readings of the files of an upload in sight, and how many findings of each nobody lives with: errors, warnings,
/// notes; absent until they were checked.
///
/// # Errors
/// What the database says.
pub async fn list_item_readings(
    tx: &mut Tx,
    sight: &Sight,
    upload: UploadId,
) -> Result<Vec<(Reading, Option<[u32; 3]>)>> {
    let of_severity = |severity: &str| {
        format!(
            "(SELECT COUNT(*) FROM finding WHERE finding.area = reading.area AND finding.document = reading.document \
             AND finding.severity = {severity} AND NOT EXISTS ({}))",
            super::findings::STANDS
        )
    };
    let [errors, warnings, notes] = ["2", "1", "0"].map(of_severity);
    let columns = super::readings::COLUMNS;
    let text = format!(
        "SELECT {columns}, (SELECT MAX(checking.number) FROM checking WHERE checking.area = reading.area \
         AND checking.document = reading.document), {errors}, {warnings}, {notes} FROM reading \
         WHERE reading.area = $1 AND reading.document IN (SELECT upload_item.document FROM upload_item \
         JOIN upload ON upload.area = upload_item.area AND upload.id = upload_item.upload \
         WHERE upload_item.area = $1 AND upload_item.upload = $2"
    );
    let select = Select::new(text).with(sight.area().0).with(upload.0).in_sight("upload.body", sight);
    let select = select.and(
        ") AND reading.number = (SELECT MAX(last.number) FROM reading AS last WHERE last.area = reading.area \
         AND last.document = reading.document)",
    );
    select
        .rows(tx, |cells| {
            let reading = super::readings::read(cells)?;
            let checked: Option<i64> = cells.next()?;
            let counts = [cells.next()?, cells.next()?, cells.next()?];
            Ok((reading, checked.map(|_| counts)))
        })
        .await
}
