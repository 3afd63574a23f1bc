// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the process that decodes a PDF answers, and how it is written on its way.

use ambito_documents::blocks::Blocks;
use serde::{Deserialize, Serialize};

/// The answer of the process that decodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// The file was laid out.
    Read {
        /// Its lines, rows and cells.
        blocks: Box<Blocks>,
        /// The keys of the limits that cut it short.
        cut: Vec<String>,
    },
    /// It opens with a password only.
    Locked,
    /// It is damaged beyond reading.
    Damaged,
    /// All that it has asks for more than the limits allow.
    TooMuch,
    /// It is made of pictures, and nobody asked to recognise their text.
    Pictures,
    /// Its pictures should be recognised, but the program that does it is not there.
    NoRecogniser,
}

impl Answer {
    /// The answer as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(self).unwrap_or_default()
    }

    /// The answer that bytes hold; `None` where they hold none, because the process broke off.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}
