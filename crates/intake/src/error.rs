// SPDX-License-Identifier: AGPL-3.0-or-later
//! Why a file could not be read. The words that people see are in the message catalogue, under [`IntakeError::kind`];
//! here is only what those words need.

use std::io;
use std::path::{Path, PathBuf};

/// A file that could not be read; the others still are.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// There is nothing at this path.
    #[error("{}: not found", path.display())]
    NotFound {
        /// The path as given.
        path: PathBuf,
    },
    /// It was listed in a folder, but is gone now.
    #[error("{}: vanished while reading", path.display())]
    Vanished {
        /// The path as found.
        path: PathBuf,
    },
    /// The system refuses it: permissions, a device error, a loop of links.
    #[error("{}: unreadable ({reason})", path.display())]
    Unreadable {
        /// The path as given.
        path: PathBuf,
        /// What the system says.
        reason: io::ErrorKind,
    },
    /// No bytes, or nothing but blanks.
    #[error("{}: empty", path.display())]
    Empty {
        /// The path as given.
        path: PathBuf,
    },
    /// A program, a picture, an archive: not a document in text form.
    #[error("{}: binary", path.display())]
    Binary {
        /// The path as given.
        path: PathBuf,
    },
    /// A PDF, whatever its name says.
    #[error("{}: a PDF", path.display())]
    PdfNotYet {
        /// The path as given.
        path: PathBuf,
    },
    /// A Word document of the old kind (DOC).
    #[error("{}: an old Word document", path.display())]
    OldWord {
        /// The path as given.
        path: PathBuf,
    },
    /// An office file that is locked with a password.
    #[error("{}: locked with a password", path.display())]
    Locked {
        /// The path as given.
        path: PathBuf,
    },
    /// More bytes than a limit allows, in the file or in what it unpacks to.
    #[error("{}: more than {limit_bytes} bytes", path.display())]
    TooLarge {
        /// The path as given.
        path: PathBuf,
        /// The limit, in bytes.
        limit_bytes: u64,
    },
    /// An office file that is broken.
    #[error("{}: damaged", path.display())]
    Damaged {
        /// The path as given.
        path: PathBuf,
    },
    /// Bytes that are text in no encoding known here.
    #[error("{}: not text", path.display())]
    NotText {
        /// The path as given.
        path: PathBuf,
    },
}

impl IntakeError {
    /// The stable key of the message.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "not-found",
            Self::Vanished { .. } => "vanished",
            Self::Unreadable { .. } => "unreadable",
            Self::Empty { .. } => "empty",
            Self::Binary { .. } => "binary",
            Self::PdfNotYet { .. } => "pdf-not-yet",
            Self::OldWord { .. } => "old-word",
            Self::Locked { .. } => "locked",
            Self::TooLarge { .. } => "too-large",
            Self::Damaged { .. } => "damaged",
            Self::NotText { .. } => "not-text",
        }
    }

    /// The file or folder it is about.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::NotFound { path }
            | Self::Vanished { path }
            | Self::Unreadable { path, .. }
            | Self::Empty { path }
            | Self::Binary { path }
            | Self::PdfNotYet { path }
            | Self::OldWord { path }
            | Self::Locked { path }
            | Self::TooLarge { path, .. }
            | Self::Damaged { path }
            | Self::NotText { path } => path,
        }
    }

    /// What a refusal of the system means for this path.
    #[must_use]
    pub fn from_io(path: &Path, error: &io::Error) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound { path },
            reason => Self::Unreadable { path, reason },
        }
    }
}
