// SPDX-License-Identifier: AGPL-3.0-or-later
//! A document as read: what `exchange` writes in its several forms.

use ambito_documents::blocks::{Blocks, Format, Places};
use ambito_domain::planning::PlanDraft;

/// What one file says, and where the file is.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The path as the user gave it.
    pub path: String,
    /// The SHA-256 of the file's bytes, in lower-case hexadecimal digits.
    pub sha256: String,
    /// The format.
    pub format: Format,
    /// Where the lines of the draft stand in the file.
    pub places: Places,
    /// What it says.
    pub draft: PlanDraft,
}

/// A document that was read, with the lines it was read from.
#[derive(Clone, Debug)]
pub struct Source {
    /// What was read.
    pub reading: Reading,
    /// The lines that the reading's numbers speak of.
    pub blocks: Blocks,
}
