// SPDX-License-Identifier: AGPL-3.0-or-later
//! The door to the readers of files.

use ambito_documents::vocabulary::Vocabulary;
use ambito_domain::review::ReadingFault;
use ambito_exchange::Source;

/// What turns bytes into lines and what they say. The binary brings it, because PDFs are opened in a process of its own.
pub trait Reader: Send + Sync {
    /// Reads a file of this name with these words.
    ///
    /// # Errors
    /// Why it cannot be read, worded in both languages.
    fn read(&self, name: &str, content: &[u8], words: &Vocabulary) -> Result<Source, ReadingFault>;
}
