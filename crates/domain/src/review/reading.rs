// SPDX-License-Identifier: AGPL-3.0-or-later
//! A reading of a document: asked for, begun, done or failed; never changed after.

use crate::office::{DocumentId, StaffId};
use crate::planning::{Coverage, Family};
use ambito_base::{Period, Timestamp};

/// A reading, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The document.
    pub document: DocumentId,
    /// Its number, from 1.
    pub number: i64,
    /// How far it is.
    pub state: ReadingState,
    /// When it was asked for.
    pub asked: Timestamp,
    /// By whom; absent for who keeps the machine.
    pub asked_by: Option<StaffId>,
    /// When it was done or failed.
    pub done: Option<Timestamp>,
    /// The version of the program that read.
    pub program: String,
    /// How many words of the area's own vocabulary it was read with.
    pub words: i64,
    /// Why it failed.
    pub fault: Option<ReadingFault>,
    /// The family that was told.
    pub family: Option<Family>,
    /// The title that was read.
    pub title: Option<String>,
    /// The period that was read.
    pub period: Period,
    /// How much was understood.
    pub coverage: Coverage,
    /// How many nodes there are.
    pub nodes: u32,
}

/// How far a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReadingState {
    /// It waits for its turn.
    Waiting,
    /// It is being read.
    Reading,
    /// What was read is being checked.
    Checking,
    /// It is there.
    Done,
    /// It could not be read.
    Failed,
}

impl ReadingState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Reading, Self::Checking, Self::Done, Self::Failed];

    /// The stable word, also the end of its messages' keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Reading => "reading",
            Self::Checking => "checking",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    /// The state of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Whether nothing more will happen to it.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Failed)
    }
}

/// Why a document could not be read, worded in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingFault {
    /// The stable code.
    pub code: String,
    /// In Italian: what is wrong, and what to do.
    pub it: String,
    /// In English.
    pub en: String,
}
