// SPDX-License-Identifier: AGPL-3.0-or-later
//! Files come in, and how far each is.

use super::{FileState, NewFile, UploadPage, UploadedFile};
use crate::plans::hexadecimal;
use crate::{App, Change, Error, Result, Viewer};
use ambito_domain::audit::{Digest, Kind};
use ambito_domain::office::{BodyId, DocumentId, Right};
use ambito_domain::review::UploadId;
use ambito_store::plans::{self, NewDocument};
use ambito_store::reviews::{self, Upload, UploadItem};
use ambito_store::{bodies, staff};
use sha2::{Digest as _, Sha256};

/// The most files that come in together.
const FILES_MAX: usize = 200;
/// How many uploads one page lists.
const UPLOADS_PAGE: u32 = 50;

impl App {
    /// Takes files in for a body: a file that it has already is that document, any other waits to be read. A document that
    /// was never read, since it came in before there were reviews, waits as well.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::SignInFirst`], [`Error::Absent`] where the body is not in sight, [`Error::Invalid`] where
    /// there is no file or there are too many, or what the database says: then nothing came in.
    pub async fn upload(&self, viewer: &Viewer, body: BodyId, files: Vec<NewFile>) -> Result<UploadId> {
        let sight = viewer.sight(Right::FilePlans)?;
        let by = viewer.person()?;
        if !sight.covers(body) {
            return Err(Error::Absent("body"));
        }
        if files.is_empty() {
            return Err(Error::invalid("files", "upload-nothing"));
        }
        if files.len() > FILES_MAX {
            return Err(Error::invalid("files", "upload-too-many"));
        }
        let files = super::keep::aside(move || {
            let digest = |file: &NewFile| -> Digest { Sha256::digest(&file.content).into() };
            Ok(files.into_iter().map(|file| (digest(&file), file)).collect::<Vec<_>>())
        });
        let files = files.await?;
        let (id, at) = (UploadId(self.new_id()), self.now());
        let mut tx = self.db.write().await?;
        if !plans::lock_body(&mut tx, viewer.area(), body).await? {
            return Err(Error::Absent("body"));
        }
        reviews::insert_upload(&mut tx, viewer.area(), &Upload { id, body, uploaded: at, by }).await?;
        let mut said = String::new();
        for (position, (sha256, file)) in (0_u32..).zip(files) {
            let NewFile { name, content } = file;
            let name: String = name.chars().filter(|char| !char.is_control()).collect();
            let size_bytes = i64::try_from(content.len()).unwrap_or(i64::MAX);
            let mut item = UploadItem { name, size_bytes, document: None, known: false, refusal: None };
            if content.is_empty() {
                item.refusal = Some("upload-empty".to_owned());
                reviews::insert_item(&mut tx, viewer.area(), id, position, &item).await?;
                continue;
            }
            let key = match reviews::find_known(&mut tx, &sight, body, &sha256).await? {
                Some(key) => {
                    item.known = true;
                    key
                }
                None => {
                    let document = DocumentId(self.new_id());
                    let (name, format, content) = (&item.name, format_of(&item.name, &content), &content);
                    let (added, added_by) = (at, Some(by));
                    let new =
                        NewDocument { id: document, body, name, sha256: &sha256, format, content, added, added_by };
                    plans::insert_document(&mut tx, viewer.area(), &new).await?;
                    reviews::find_document_key(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?
                }
            };
            item.document = Some(key.id());
            if reviews::list_readings(&mut tx, &key).await?.is_empty() {
                reviews::insert_reading(&mut tx, &key, at, Some(by)).await?;
            }
            reviews::insert_item(&mut tx, viewer.area(), id, position, &item).await?;
            if said.len() < SAID_BYTES_MAX {
                said = format!("{said} sha256={}", hexadecimal(&sha256));
            }
        }
        self.record(&mut tx, viewer, Change::new(Kind::Write, "review.upload").on(id.0).saying(said.trim())).await?;
        tx.commit().await?;
        self.ask_for_work();
        Ok(id)
    }

    /// Files that came in together, and how far each is.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn get_upload(&self, viewer: &Viewer, id: UploadId) -> Result<UploadPage> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        let upload = reviews::find_upload(&mut tx, &sight, id).await?.ok_or(Error::Absent("upload"))?;
        let body = bodies::find(&mut tx, &sight, upload.body).await?;
        let names = staff::list_names(&mut tx, viewer.area(), &[upload.by]).await?;
        let items = reviews::list_items(&mut tx, &sight, id).await?;
        let readings = reviews::list_item_readings(&mut tx, &sight, id).await?;
        let file = |item: UploadItem| {
            let UploadItem { name, size_bytes, document, known, refusal } = item;
            let found = document.and_then(|id| readings.iter().find(|(reading, _)| reading.document == id));
            let state = match (document, found) {
                (Some(document), Some((reading, findings))) => {
                    FileState::Taken { document, known, reading: Box::new(reading.clone()), findings: *findings }
                }
                _ => FileState::Refused(refusal.unwrap_or_default()),
            };
            UploadedFile { name, size_bytes: u64::try_from(size_bytes).unwrap_or_default(), state }
        };
        Ok(UploadPage {
            id,
            body: upload.body,
            body_name: body.map(|body| body.name).unwrap_or_default(),
            uploaded: upload.uploaded,
            by: names.into_iter().next().map(|(_, name)| name).unwrap_or_default(),
            files: items.into_iter().map(file).collect(),
        })
    }

    /// What came in, the last first.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn list_uploads(&self, viewer: &Viewer, after: Option<UploadId>) -> Result<Vec<Upload>> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        Ok(reviews::list_uploads(&mut tx, &sight, after, UPLOADS_PAGE).await?)
    }
}

/// The longest list of digests in one record, in bytes.
const SAID_BYTES_MAX: usize = 4_000;

/// The word of the format that a file seems to have, until it is read.
fn format_of(name: &str, content: &[u8]) -> &'static str {
    if content.starts_with(b"%PDF") {
        return "pdf";
    }
    let end = name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
    match end.as_str() {
        "md" | "markdown" => "markdown",
        "html" | "htm" => "html",
        "csv" => "csv",
        "tsv" => "tsv",
        "xlsx" => "xlsx",
        "ods" => "ods",
        "pdf" => "pdf",
        "docx" => "docx",
        "odt" => "odt",
        _ => "text",
    }
}
