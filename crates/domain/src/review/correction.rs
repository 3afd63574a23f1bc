// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people put right in what was read.

use super::{CorrectionId, RecordKey};
use crate::office::{DocumentId, StaffId};
use crate::planning::LineNo;
use ambito_base::Timestamp;

/// One thing put right, by somebody, at some time. Never changed; it can be withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Which.
    pub id: CorrectionId,
    /// The document.
    pub document: DocumentId,
    /// When.
    pub made: Timestamp,
    /// By whom.
    pub made_by: StaffId,
    /// The number of the reading that the person looked at.
    pub reading: i64,
    /// The text of the line it speaks of, by which a later reading finds the place; empty for the document itself. Where a
    /// node is named, the text of that node's line stands on a second line.
    pub anchor: String,
    /// What is put right.
    pub act: Act,
    /// Who took it back, where somebody did.
    pub withdrawn: Option<Withdrawn>,
    /// What became of it in the reading that was looked at last.
    pub placed: Option<Placing>,
}

/// Who took a correction back, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: StaffId,
}

/// What is put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// A value: what the record's field should say, as people write it. Of two on one field the later counts.
    Set {
        /// The record.
        record: RecordKey,
        /// The field: a stable word ("title", "amount", "target.2027", "source.2", "cell.3", "node").
        field: String,
        /// What stood there before: what was read, or what an earlier correction said; in the notation of the field.
        old: String,
        /// What it should be; empty where there is none. For the field "node" a [`RecordKey`] of a node, or nothing.
        new: String,
    },
    /// The record is none: it leaves the plan, its line stays where it is.
    Remove {
        /// The record.
        record: RecordKey,
        /// What it said, in short.
        old: String,
    },
    /// A line that was not read belongs to a node, as its text.
    Assign {
        /// The line.
        line: LineNo,
        /// The node.
        node: RecordKey,
    },
    /// A line that was not read has nothing to say.
    SetAside {
        /// The line.
        line: LineNo,
        /// Why, where somebody said.
        reason: String,
    },
}

impl Act {
    /// The stable word.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Set { .. } => "set",
            Self::Remove { .. } => "remove",
            Self::Assign { .. } => "assign",
            Self::SetAside { .. } => "set-aside",
        }
    }

    /// The line it speaks of; 0 for the document itself.
    #[must_use]
    pub const fn line(&self) -> LineNo {
        match self {
            Self::Set { record, .. } | Self::Remove { record, .. } => record.line,
            Self::Assign { line, .. } | Self::SetAside { line, .. } => *line,
        }
    }
}

/// Where a correction was placed in a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placing {
    /// The number of the reading.
    pub reading: i64,
    /// What became of it there.
    pub placement: Placement,
    /// The line it speaks of there; 0 for the document, or where it is lost.
    pub line: LineNo,
    /// The record it speaks of, as that reading names it.
    pub record: Option<RecordKey>,
}

/// What became of a correction in a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Placement {
    /// It was applied.
    Applied,
    /// The reading says the same by itself.
    Agreed,
    /// The reading has no such record any more: a person has to look.
    Lost,
}

impl Placement {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Applied, Self::Agreed, Self::Lost];

    /// The stable word, also the end of its messages' keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Agreed => "agreed",
            Self::Lost => "lost",
        }
    }

    /// The placement of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|placement| placement.word() == word)
    }
}
