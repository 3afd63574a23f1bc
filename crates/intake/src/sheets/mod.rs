// SPDX-License-Identifier: AGPL-3.0-or-later
//! Workbooks: the archive is weighed before it is unpacked, then its sheets become rows, hidden ones too. Places are
//! the sheet and the row as the office program shows them.

mod grid;
mod number;
mod ods;
mod xlsx;

use ambito_documents::blocks::{Blocks, Format};

use crate::archive::{self, Trouble};
use grid::Book;

/// Reads an Excel workbook.
///
/// # Errors
///
/// It is broken, locked, or too large when unpacked.
pub fn read_xlsx(bytes: &[u8]) -> Result<Blocks, Trouble> {
    archive::weigh(bytes)?;
    Ok(Book::into_blocks(xlsx::read(bytes)?, Format::Xlsx))
}

/// Reads an OpenDocument spreadsheet.
///
/// # Errors
///
/// It is broken, locked, or too large when unpacked.
pub fn read_ods(bytes: &[u8]) -> Result<Blocks, Trouble> {
    if archive::is_locked(bytes)? {
        return Err(Trouble::Locked);
    }
    Ok(Book::into_blocks(ods::read(bytes)?, Format::Ods))
}
