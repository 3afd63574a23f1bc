// SPDX-License-Identifier: AGPL-3.0-or-later
//! Compound files (OLE): never read, but told apart by the names in their directory, so that the refusal says the way
//! out. A DOCX or XLSX that is locked with a password is one too.

use std::path::Path;

use memchr::memmem;

use crate::error::IntakeError;

/// Why this compound file is not read.
#[must_use]
pub fn refuse(bytes: &[u8], path: &Path) -> IntakeError {
    let path = path.to_path_buf();
    let has = |name: &str| {
        let stored: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &stored).is_some()
    };
    if has("EncryptedPackage") {
        IntakeError::Locked { path }
    } else if has("WordDocument") {
        IntakeError::OldWord { path }
    } else {
        IntakeError::Binary { path }
    }
}
