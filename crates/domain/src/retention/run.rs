// SPDX-License-Identifier: AGPL-3.0-or-later
//! A yearly run: one person prepares it, another carries it out or refuses it.

use super::{RetainedKind, RunId};
use crate::office::StaffId;
use ambito_base::{Date, Timestamp};

/// A run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetentionRun {
    /// Which.
    pub id: RunId,
    /// When it was prepared.
    pub prepared: Timestamp,
    /// By whom.
    pub prepared_by: StaffId,
    /// What became of it.
    pub state: RunState,
    /// What it is about, in the order of [`RetainedKind::ALL`].
    pub items: Vec<RunItem>,
}

/// What a run is about, of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunItem {
    /// Which kind.
    pub kind: RetainedKind,
    /// How many months it was kept when the run was prepared.
    pub months: u32,
    /// The first day that is kept.
    pub kept_from: Date,
    /// How many records had had their time, when the run was prepared.
    pub due: u64,
    /// How many more had, and stay because of a hold.
    pub held: u64,
    /// How many were deleted, where it was carried out.
    pub deleted: Option<u64>,
}

/// What became of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunState {
    /// It awaits another person's decision.
    Prepared,
    /// It was carried out.
    CarriedOut(Decision),
    /// It was refused, and why.
    Refused(Decision, String),
}

/// Who decided, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Who.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
}

/// Why somebody cannot decide a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undecidable {
    /// They prepared it themselves.
    SamePerson,
    /// It was decided already.
    Decided,
}

impl RetentionRun {
    /// Whether somebody may decide it.
    ///
    /// # Errors
    /// Where they prepared it, or it was decided.
    pub fn may_be_decided_by(&self, person: StaffId) -> Result<(), Undecidable> {
        match self.state {
            RunState::CarriedOut(_) | RunState::Refused(..) => Err(Undecidable::Decided),
            RunState::Prepared if self.prepared_by == person => Err(Undecidable::SamePerson),
            RunState::Prepared => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_base::Uuid;

    #[test]
    fn two_people_are_needed() {
        let (one, other) = (StaffId(Uuid::from_u128(1)), StaffId(Uuid::from_u128(2)));
        let at = Timestamp::UNIX_EPOCH;
        let id = RunId(Uuid::from_u128(3));
        let mut run = RetentionRun { id, prepared: at, prepared_by: one, state: RunState::Prepared, items: Vec::new() };
        assert_eq!(run.may_be_decided_by(one), Err(Undecidable::SamePerson));
        assert_eq!(run.may_be_decided_by(other), Ok(()));
        run.state = RunState::CarriedOut(Decision { by: other, at });
        assert_eq!(run.may_be_decided_by(other), Err(Undecidable::Decided));
    }
}
