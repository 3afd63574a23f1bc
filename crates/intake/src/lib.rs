// SPDX-License-Identifier: AGPL-3.0-or-later
//! The only reader of files: bytes to blocks. Finds the files, tells what they are, decodes them, and gives their
//! lines, rows and cells with their places; what the words mean is for `documents`.
//!
//! Invariants: no input panics; a file's trouble is an [`IntakeError`] of that file and of no other; every non-blank
//! line of a text is in the blocks; time and memory grow with the size of the file, whatever is in it.
//!
//! Absent on purpose: no decoder of PDF. It runs in a process of its own ([`pdf`]), which whoever calls names.

mod archive;
mod builder;
mod columns;
mod compound;
mod csv;
mod decode;
mod detect;
mod discover;
mod error;
mod form;
mod fragment;
mod html;
pub mod limits;
mod office;
pub mod pdf;
mod pipes;
mod sheets;
mod text;
mod word;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use ambito_documents::blocks::{Blocks, LineKind};
use sha2::{Digest, Sha256};

pub use builder::{CUT_EMPTY_CELLS, CUT_NESTING, CUT_REPEATS, CUT_ROW_CELLS};
pub use discover::{Discovery, EXTENSIONS, Found, discover};
pub use error::IntakeError;

use decode::NoText;
use detect::{Container, Layout};
use pdf::Decoder;

use limits::{FILE_BYTES_MAX, TEXT_BYTES_MAX};

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The path as given.
    pub path: PathBuf,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// What is in it.
    pub blocks: Blocks,
}

/// Opens and reads a file; a PDF with this decoder.
///
/// # Errors
///
/// The file is missing, unreadable, empty, too large, or of a kind that is not read.
pub fn open(path: &Path, decoder: Option<&Decoder>) -> Result<Input, IntakeError> {
    let bytes = bytes_of(path)?;
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let blocks = take(bytes, path, decoder)?;
    Ok(Input { path: path.to_path_buf(), sha256, blocks })
}

/// Opens and reads a file that [`discover()`] found: if it is gone by now, it vanished.
///
/// # Errors
///
/// As [`open`], with [`IntakeError::Vanished`] instead of [`IntakeError::NotFound`].
pub fn open_found(path: &Path, decoder: Option<&Decoder>) -> Result<Input, IntakeError> {
    open(path, decoder).map_err(|error| match error {
        IntakeError::NotFound { path } => IntakeError::Vanished { path },
        other => other,
    })
}

/// Reads bytes as a file of this name would be read. The content decides on the format, the name's extension only
/// where it leaves a choice. A PDF is refused: it needs another process.
///
/// # Errors
///
/// The bytes are empty, too many, or of a kind that is not read.
pub fn blocks_from(bytes: &[u8], name: &str) -> Result<Blocks, IntakeError> {
    take(bytes.to_vec(), Path::new(name), None)
}

/// Reads bytes as a file of this name would be read; a PDF with this decoder.
///
/// # Errors
///
/// The bytes are empty, too many, or of a kind that is not read.
pub fn input_from(bytes: &[u8], name: &str, decoder: Option<&Decoder>) -> Result<Input, IntakeError> {
    let path = PathBuf::from(name);
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(IntakeError::TooLarge { path, limit_bytes: FILE_BYTES_MAX });
    }
    let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let blocks = take(bytes.to_vec(), &path, decoder)?;
    Ok(Input { path, sha256, blocks })
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, IntakeError> {
    let too_large = || IntakeError::TooLarge { path: path.to_path_buf(), limit_bytes: FILE_BYTES_MAX };
    let refused = |error: std::io::Error| IntakeError::from_io(path, &error);
    let file = File::open(path).map_err(refused)?;
    let size = file.metadata().map_err(refused)?.len();
    if size > FILE_BYTES_MAX {
        return Err(too_large());
    }
    // One more than the size, so that the end is seen without growing.
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(refused)?;
    if bytes.len() as u64 > FILE_BYTES_MAX { Err(too_large()) } else { Ok(bytes) }
}

fn take(bytes: Vec<u8>, path: &Path, decoder: Option<&Decoder>) -> Result<Blocks, IntakeError> {
    let owned = || path.to_path_buf();
    if bytes.is_empty() {
        return Err(IntakeError::Empty { path: owned() });
    }
    let blocks = match detect::container_of(&bytes) {
        Container::Pdf => pdf::read(bytes, path, decoder)?,
        Container::Binary => return Err(IntakeError::Binary { path: owned() }),
        Container::Zip => office::read(&bytes, path)?,
        Container::Compound => return Err(compound::refuse(&bytes, path)),
        Container::Text => {
            let text = decode::decode(bytes).map_err(|reason| match reason {
                NoText::Binary => IntakeError::Binary { path: owned() },
                NoText::Unknown => IntakeError::NotText { path: owned() },
            })?;
            if text.len() > TEXT_BYTES_MAX {
                return Err(IntakeError::TooLarge { path: owned(), limit_bytes: FILE_BYTES_MAX });
            }
            match detect::layout_of(&text, &path.to_string_lossy()) {
                Layout::Html => html::read(&text),
                Layout::Values(separator, format) => csv::read(text, separator, format),
                Layout::Lines(format) => text::read(text, format),
            }
        }
    };
    let is_empty = blocks.lines.iter().all(|line| matches!(line.kind, LineKind::Blank | LineKind::PageBreak));
    if is_empty { Err(IntakeError::Empty { path: owned() }) } else { Ok(blocks) }
}
