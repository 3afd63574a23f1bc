// SPDX-License-Identifier: AGPL-3.0-or-later
//! The archive around a workbook or a word-processor file: what it is, whether it is locked, and what it weighs
//! unpacked. The sizes that an archive declares are believed only when they are too large; the parts are unpacked into
//! nothing to learn the true ones, or counted while they are read.

use std::io::{self, Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::limits::{ARCHIVE_PARTS_MAX, MANIFEST_BYTES_MAX, UNPACKED_BYTES_MAX};

/// Why an office file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Broken.
    Damaged,
    /// Locked with a password.
    Locked,
    /// Unpacks to more than the limit.
    TooLarge,
}

/// What an archive holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An Excel workbook.
    Xlsx,
    /// An OpenDocument spreadsheet.
    Ods,
    /// A Word document.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// Anything else.
    Other,
}

/// Opens an archive.
///
/// # Errors
///
/// It is broken, or has too many parts.
pub fn open(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, Trouble> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Trouble::Damaged)?;
    if archive.len() > ARCHIVE_PARTS_MAX { Err(Trouble::TooLarge) } else { Ok(archive) }
}

/// Tells what an archive holds by the names of its parts.
///
/// # Errors
///
/// It is broken, or has too many parts.
pub fn kind_of(bytes: &[u8]) -> Result<Kind, Trouble> {
    const MIMETYPE_BYTES: u64 = 100;
    let mut archive = open(bytes)?;
    let has = |name: &str| archive.file_names_raw().any(|part| part == name.as_bytes());
    if has("xl/workbook.xml") {
        return Ok(Kind::Xlsx);
    }
    // Not always `word/document.xml`: some programs number it. Which part it is, its relations tell.
    let is_document = |part: &[u8]| part.starts_with(b"word/document") && part.ends_with(b".xml");
    if archive.file_names_raw().any(is_document) {
        return Ok(Kind::Docx);
    }
    let mut mimetype = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        part.take(MIMETYPE_BYTES).read_to_string(&mut mimetype).map_err(|_| Trouble::Damaged)?;
    }
    Ok(if mimetype.contains("opendocument.spreadsheet") {
        Kind::Ods
    } else if mimetype.contains("opendocument.text") {
        Kind::Odt
    } else {
        Kind::Other
    })
}

/// Whether an OpenDocument archive says that its parts are encrypted.
///
/// # Errors
///
/// It is broken, or has too many parts.
pub fn is_locked(bytes: &[u8]) -> Result<bool, Trouble> {
    let mut archive = open(bytes)?;
    if archive.file_names_raw().any(|part| part == b"encrypted-package") {
        return Ok(true);
    }
    let Ok(part) = archive.by_name("META-INF/manifest.xml") else { return Ok(false) };
    let mut manifest = Vec::new();
    part.take(MANIFEST_BYTES_MAX).read_to_end(&mut manifest).map_err(|_| Trouble::Damaged)?;
    Ok(memmem::find(&manifest, b"encryption-data").is_some())
}

/// What it means that a part cannot be opened.
#[must_use]
pub fn trouble_of(error: &ZipError) -> Trouble {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Trouble::Locked,
        _ => Trouble::Damaged,
    }
}

/// Unpacks every part into nothing.
///
/// # Errors
///
/// A part is broken, or together they are larger than the limit.
pub fn weigh(bytes: &[u8]) -> Result<(), Trouble> {
    let mut archive = open(bytes)?;
    let mut left = UNPACKED_BYTES_MAX;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| trouble_of(&error))?;
        if part.size() > left {
            return Err(Trouble::TooLarge);
        }
        let unpacked = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| Trouble::Damaged)?;
        left = left.checked_sub(unpacked).ok_or(Trouble::TooLarge)?;
    }
    Ok(())
}
