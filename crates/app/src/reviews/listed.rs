// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the lists beside the page of a review show.

use super::ShownUnread;
use crate::plans::lists::ListKey;
use ambito_domain::office::DocumentId;
use ambito_domain::planning::LineNo;
use ambito_domain::review::{AreaWord, Correction, Placement, WordMeaning};
pub use ambito_store::reviews::{FilingState, ListedReview, ReviewFilter};

/// Documents under review, and where the list goes on.
#[derive(Clone, Debug)]
pub struct ReviewList {
    /// The documents, the last first.
    pub reviews: Vec<ListedReview>,
    /// After which one the list goes on.
    pub next: Option<DocumentId>,
}

/// A list beside the page of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewRows {
    /// Lines that were not read.
    Unread,
    /// What people put right.
    Corrections,
}

impl ReviewRows {
    /// Its word in the record of what was done.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Unread => "document-unread",
            Self::Corrections => "document-corrections",
        }
    }
}

/// Which of the lines that were not read are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnreadAsked {
    /// Every one of these words stands in the line.
    pub words: String,
    /// Only those that somebody settled, or only those that nobody did.
    pub settled: Option<bool>,
}

/// Lines that were not read, and where the list goes on.
#[derive(Clone, Debug)]
pub struct UnreadList {
    /// The lines in their order, with what became of each.
    pub unread: Vec<ShownUnread>,
    /// After which line the list goes on.
    pub next: Option<LineNo>,
    /// How many lines the whole list has.
    pub count: u64,
}

/// What people put right, and where the list goes on.
#[derive(Clone, Debug)]
pub struct CorrectionList {
    /// The corrections, in the order that was asked for.
    pub corrections: Vec<ListedCorrection>,
    /// After which one the list goes on.
    pub next: Option<ListKey>,
    /// How many the whole list has.
    pub count: u64,
}

/// A correction with the names of people.
#[derive(Clone, Debug)]
pub struct ListedCorrection {
    /// The correction.
    pub correction: Correction,
    /// Who made it.
    pub by: String,
    /// Who took it back; empty where it stands.
    pub withdrawn_by: String,
    /// Whether a newer one that stands says something else of the same value.
    pub is_superseded: bool,
}

/// A word of the area, with the names of people.
#[derive(Clone, Debug)]
pub struct ListedWord {
    /// The word.
    pub word: AreaWord,
    /// Who added it.
    pub by: String,
}

/// Something that a word may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// Its stable word.
    pub meaning: WordMeaning,
    /// The words that mean it already: by them people know what it is.
    pub known: Vec<String>,
}

/// What a second reading changed against the one before.
#[derive(Clone, Debug)]
pub struct ReadingChanges {
    /// The number of the reading before.
    pub before: i64,
    /// The number of the reading after.
    pub after: i64,
    /// Records that differ, in the order of their lines, as far as they are listed.
    pub changed: Vec<ChangedRecord>,
    /// Whether there are more than are listed.
    pub has_more: bool,
    /// How many lines nobody has looked after, before and after: as the page of the review counts them.
    pub unread: [u32; 2],
    /// What became of each correction that stands, where the checks have looked.
    pub placed: Vec<Placement>,
}

/// What a word would change in a document.
#[derive(Clone, Debug)]
pub struct Trial {
    /// How many lines nobody has looked after, now and with the word.
    pub unread: [u32; 2],
    /// How many corrections find nothing to correct, now and with the word.
    pub lost: [u32; 2],
    /// Records that would differ, in the order of their lines, as far as they are listed.
    pub changed: Vec<ChangedRecord>,
    /// How many records would differ.
    pub count: usize,
}

/// A record that differs between two readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedRecord {
    /// Which kind.
    pub kind: ambito_domain::review::RecordKind,
    /// The line.
    pub line: LineNo,
    /// What it said before, in short; empty where it is new.
    pub old: String,
    /// What it says now, in short; empty where it is gone.
    pub new: String,
}
