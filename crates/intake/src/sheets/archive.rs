// SPDX-License-Identifier: AGPL-3.0-or-later
//! The archive around a workbook: what it is, and what it weighs unpacked. The sizes that an archive declares are
//! believed only when they are too large; the parts are unpacked into nothing to learn the true ones.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::Trouble;
use crate::limits::{ARCHIVE_PARTS_MAX, UNPACKED_BYTES_MAX};

/// What an archive holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An Excel workbook.
    Xlsx,
    /// An OpenDocument spreadsheet.
    Ods,
    /// DOCX or ODT.
    WordProcessor,
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
    if has("word/document.xml") {
        return Ok(Kind::WordProcessor);
    }
    let mut mimetype = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        part.take(MIMETYPE_BYTES).read_to_string(&mut mimetype).map_err(|_| Trouble::Damaged)?;
    }
    Ok(if mimetype.contains("opendocument.spreadsheet") {
        Kind::Ods
    } else if mimetype.contains("opendocument.text") {
        Kind::WordProcessor
    } else {
        Kind::Other
    })
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
        let part = archive.by_index(index).map_err(|_| Trouble::Damaged)?;
        if part.size() > left {
            return Err(Trouble::TooLarge);
        }
        let unpacked = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| Trouble::Damaged)?;
        left = left.checked_sub(unpacked).ok_or(Trouble::TooLarge)?;
    }
    Ok(())
}
