// SPDX-License-Identifier: AGPL-3.0-or-later
//! Files that come in together.

use ambito_base::Timestamp;
use ambito_domain::office::{BodyId, DocumentId};
use ambito_domain::review::{Reading, UploadId};

/// A file that comes in.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// Its name, without folders.
    pub name: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// Files that came in together, and how far each is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadPage {
    /// Which.
    pub id: UploadId,
    /// The body they were brought for.
    pub body: BodyId,
    /// Its name.
    pub body_name: String,
    /// When.
    pub uploaded: Timestamp,
    /// Who brought them.
    pub by: String,
    /// The files, in the order in which they were sent.
    pub files: Vec<UploadedFile>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadedFile {
    /// Its name.
    pub name: String,
    /// How many bytes it has.
    pub size_bytes: u64,
    /// What became of it.
    pub state: FileState,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileState {
    /// It was not taken in: the key of why.
    Refused(String),
    /// It is a document of the body.
    Taken {
        /// Which.
        document: DocumentId,
        /// Whether the body had it before.
        known: bool,
        /// Its latest reading.
        reading: Box<Reading>,
        /// How many findings there are: errors, warnings, notes, without those that are accepted; absent until they were checked.
        findings: Option<[u32; 3]>,
    },
}
