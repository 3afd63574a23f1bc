// SPDX-License-Identifier: AGPL-3.0-or-later
//! Workbooks: the archive is told apart and weighed before it is unpacked, then its sheets become rows, hidden ones
//! too. Places are the sheet and the row as the office program shows them.

mod archive;
mod grid;
mod number;
mod ods;
mod xlsx;

use std::path::Path;

use ambito_documents::blocks::{Blocks, Format};

use crate::error::IntakeError;
use crate::limits::UNPACKED_BYTES_MAX;
use archive::Kind;
use grid::Book;

/// Why a workbook cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    /// Broken, or locked with a password.
    Damaged,
    /// Unpacks to more than the limit.
    TooLarge,
}

/// Reads a ZIP archive, if it is a workbook.
///
/// # Errors
///
/// The archive is broken, too large when unpacked, or something else than a workbook.
pub fn read(bytes: &[u8], path: &Path) -> Result<Blocks, IntakeError> {
    let owned = || path.to_path_buf();
    let read = match archive::kind_of(bytes) {
        Err(trouble) => Err(trouble),
        Ok(Kind::WordProcessor) => return Err(IntakeError::WordProcessorNotYet { path: owned() }),
        Ok(Kind::Other) => return Err(IntakeError::Binary { path: owned() }),
        Ok(Kind::Xlsx) => archive::weigh(bytes).and_then(|()| xlsx::read(bytes)).map(|book| (book, Format::Xlsx)),
        Ok(Kind::Ods) => ods::read(bytes).map(|book| (book, Format::Ods)),
    };
    match read {
        Ok((book, format)) => Ok(Book::into_blocks(book, format)),
        Err(Trouble::Damaged) => Err(IntakeError::Damaged { path: owned() }),
        Err(Trouble::TooLarge) => Err(IntakeError::TooLarge { path: owned(), limit_bytes: UNPACKED_BYTES_MAX }),
    }
}
