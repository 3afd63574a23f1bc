// SPDX-License-Identifier: AGPL-3.0-or-later
//! Office files in a ZIP archive: which kind it is, told by its parts, and what its troubles mean for the file.

use std::path::Path;

use ambito_documents::blocks::Blocks;

use crate::archive::{self, Kind, Trouble};
use crate::error::IntakeError;
use crate::limits::UNPACKED_BYTES_MAX;
use crate::{sheets, word};

/// Reads a ZIP archive, if it is a workbook or a word-processor file.
///
/// # Errors
///
/// The archive is broken, locked, too large when unpacked, or something else.
pub fn read(bytes: &[u8], path: &Path) -> Result<Blocks, IntakeError> {
    let owned = || path.to_path_buf();
    let read = match archive::kind_of(bytes) {
        Err(trouble) => Err(trouble),
        Ok(Kind::Other) => return Err(IntakeError::Binary { path: owned() }),
        Ok(Kind::Xlsx) => sheets::read_xlsx(bytes),
        Ok(Kind::Ods) => sheets::read_ods(bytes),
        Ok(Kind::Docx) => word::read_docx(bytes),
        Ok(Kind::Odt) => word::read_odt(bytes),
    };
    read.map_err(|trouble| match trouble {
        Trouble::Damaged => IntakeError::Damaged { path: owned() },
        Trouble::Locked => IntakeError::Locked { path: owned() },
        Trouble::TooLarge => IntakeError::TooLarge { path: owned(), limit_bytes: UNPACKED_BYTES_MAX },
    })
}
