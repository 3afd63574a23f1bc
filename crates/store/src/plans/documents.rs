// SPDX-License-Identifier: AGPL-3.0-or-later
//! Files as they came, byte by byte, with their digest.

use super::shape::VersionKey;
use crate::cells::Cells;
use crate::db::sql;
use crate::rows::{One, microseconds};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::{Timestamp, Uuid};
use ambito_domain::audit::Digest;
use ambito_domain::office::{AreaId, BodyId, DocumentId, PlanId, Sight, StaffId};

/// A file that comes in.
#[derive(Clone, Copy, Debug)]
pub struct NewDocument<'a> {
    /// Which.
    pub id: DocumentId,
    /// The body whose it is.
    pub body: BodyId,
    /// Its name, without folders.
    pub name: &'a str,
    /// The digest of its bytes.
    pub sha256: &'a Digest,
    /// The word of its format.
    pub format: &'a str,
    /// Its bytes.
    pub content: &'a [u8],
    /// When it came in.
    pub added: Timestamp,
    /// Who brought it; absent for who keeps the machine.
    pub added_by: Option<StaffId>,
}

/// A file that is here, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Which.
    pub id: DocumentId,
    /// The body whose it is.
    pub body: BodyId,
    /// Its name.
    pub name: String,
    /// The digest of its bytes.
    pub sha256: Digest,
    /// The word of its format.
    pub format: String,
    /// How many bytes it has.
    pub size_bytes: i64,
    /// When it came in.
    pub added: Timestamp,
    /// Who brought it.
    pub added_by: Option<StaffId>,
}

/// Adds a file.
///
/// # Errors
/// [`Error::Taken`](crate::Error::Taken) where the body has it already, or what the database says.
pub async fn insert_document(tx: &mut Tx, area: AreaId, document: &NewDocument<'_>) -> Result<()> {
    let NewDocument { id, body, name, sha256, format, content, added, added_by } = *document;
    let text = "INSERT INTO document (area, id, body, name, sha256, format, size_bytes, content, added_at, added_by) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let size_bytes = i64::try_from(content.len()).unwrap_or(i64::MAX);
    let by = added_by.map(|by| by.0);
    let (digest, at) = (sha256.as_slice(), microseconds(added));
    sql!(tx, execute, text, area.0, id.0, body.0, name, digest, format, size_bytes, content, at, by)?;
    Ok(())
}

/// The version of a plan that a body's file was filed as, the last where there are more.
///
/// # Errors
/// What the database says.
pub async fn find_by_digest(
    tx: &mut Tx,
    sight: &Sight,
    body: BodyId,
    sha256: &Digest,
) -> Result<Option<(VersionKey, DocumentId)>> {
    let text = "SELECT plan_version.plan, plan_version.version, document.id FROM document \
                JOIN plan_version ON plan_version.area = document.area AND plan_version.document = document.id \
                WHERE document.area = $1 AND document.body = $2 AND document.sha256 = $3";
    let select = Select::new(text).with(sight.area().0).with(body.0).with(sha256.as_slice());
    select
        .in_sight("document.body", sight)
        .and(" ORDER BY plan_version.filed_at DESC, plan_version.plan LIMIT 1")
        .first(tx, |cells| {
            let key = VersionKey { area: sight.area(), plan: PlanId(cells.next()?), body, number: cells.next()? };
            Ok((key, DocumentId(cells.next()?)))
        })
        .await
}

/// The columns of a file but its bytes, in the order in which they are read.
pub(super) const COLUMNS: &str = "id, body, name, sha256, format, size_bytes, added_at, added_by";

/// The file of a row.
pub(super) fn read(cells: &mut Cells<'_>) -> Result<Document> {
    Ok(Document {
        id: DocumentId(cells.next()?),
        body: BodyId(cells.next()?),
        name: cells.next()?,
        sha256: crate::rows::digest(&cells.next::<Vec<u8>>()?)?,
        format: cells.next()?,
        size_bytes: cells.next()?,
        added: cells.next()?,
        added_by: cells.next::<Option<Uuid>>()?.map(StaffId),
    })
}

/// A file in sight.
///
/// # Errors
/// What the database says.
pub async fn find_document(tx: &mut Tx, sight: &Sight, id: DocumentId) -> Result<Option<Document>> {
    let text = format!("SELECT {COLUMNS} FROM document WHERE area = $1 AND id = $2");
    Select::new(text).with(sight.area().0).with(id.0).in_sight("body", sight).first(tx, read).await
}

/// The bytes of a file in sight.
///
/// # Errors
/// What the database says.
pub async fn find_content(tx: &mut Tx, sight: &Sight, id: DocumentId) -> Result<Option<Vec<u8>>> {
    if find_document(tx, sight, id).await?.is_none() {
        return Ok(None);
    }
    let text = "SELECT content FROM document WHERE area = $1 AND id = $2";
    Ok(sql!(tx, optional One<Vec<u8>>, text, sight.area().0, id.0)?.map(|(content,)| content))
}
