// SPDX-License-Identifier: AGPL-3.0-or-later
//! Words that an area adds to the vocabulary with which its documents are read.

use super::{Withdrawn, WordId};
use crate::office::StaffId;
use ambito_base::Timestamp;

/// A word of an area, and what it means in documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaWord {
    /// Which.
    pub id: WordId,
    /// The word or words as documents print them.
    pub word: String,
    /// What it means.
    pub meaning: WordMeaning,
    /// When it was added.
    pub added: Timestamp,
    /// By whom.
    pub added_by: StaffId,
    /// Who took it away, where somebody did.
    pub removed: Option<Withdrawn>,
}

/// What a word means: the stable word of a meaning that the vocabulary offers ("label:owner",
/// "column:budget:amount", "level:azione"). Which there are, `documents` says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WordMeaning(pub String);
