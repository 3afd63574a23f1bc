// SPDX-License-Identifier: AGPL-3.0-or-later
//! What becomes of a finding: somebody lives with it, or somebody is asked to mend it.
//!
//! A finding is known by its fingerprint, which stays as long as the lines it speaks of.

use super::{AcceptanceId, ErrandId, Withdrawn};
use crate::office::{DocumentId, StaffId};
use ambito_base::{Date, Timestamp};

/// A decision to live with a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// Which.
    pub id: AcceptanceId,
    /// The document.
    pub document: DocumentId,
    /// The finding.
    pub fingerprint: String,
    /// Its code.
    pub code: String,
    /// Why.
    pub reason: String,
    /// When.
    pub accepted: Timestamp,
    /// By whom.
    pub accepted_by: StaffId,
    /// Who took it back, where somebody did.
    pub withdrawn: Option<Withdrawn>,
}

/// A finding handed to a person, who brings it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errand {
    /// Which.
    pub id: ErrandId,
    /// The document.
    pub document: DocumentId,
    /// The finding.
    pub fingerprint: String,
    /// Its code.
    pub code: String,
    /// What it said when it was handed over, in Italian.
    pub said: String,
    /// The line of the blocks it stands on.
    pub line: u32,
    /// To whom.
    pub to: StaffId,
    /// Until when.
    pub due: Date,
    /// What is asked.
    pub request: String,
    /// When it was handed over.
    pub given: Timestamp,
    /// By whom.
    pub given_by: StaffId,
    /// How far it is.
    pub state: ErrandState,
    /// When it was brought back.
    pub returned: Option<Timestamp>,
    /// What was answered.
    pub answer: String,
    /// When it was closed.
    pub closed: Option<Timestamp>,
    /// The version of the row.
    pub version: i64,
}

/// How far an errand is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrandState {
    /// It is with the person.
    Given,
    /// It came back.
    Returned,
    /// Who gave it is content.
    Closed,
}

impl ErrandState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Given, Self::Returned, Self::Closed];

    /// The stable word, also the end of its messages' keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Returned => "returned",
            Self::Closed => "closed",
        }
    }

    /// The state of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}
