// SPDX-License-Identifier: AGPL-3.0-or-later
//! What Ambito does with personal data, as data: the entries of the register of processing (GDPR art. 30), from which
//! the letters that authorise people are made as well (GDPR art. 29, D.Lgs. 196/2003 art. 2-quaterdecies).
//!
//! Invariants: every right that opens personal data belongs to an activity; a measure is named only where this program
//! really takes it. The words stand in the catalogue under `processing-⟨word⟩-…` and `measure-⟨word⟩`. Deliberately
//! absent: what an office does with its data outside of Ambito.

use crate::office::{Right, Role};
use crate::retention::RetainedKind;

/// One activity of processing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Activity {
    /// Who works here, in which position, when.
    Office,
    /// How people sign in.
    Access,
    /// The people whom plans give work to.
    PlanPeople,
    /// The record of what was done and seen.
    Audit,
    /// Answers to people about their data, and what is kept for a dispute.
    Answers,
}

impl Activity {
    /// Every activity.
    pub const ALL: [Self; 5] = [Self::Office, Self::Access, Self::PlanPeople, Self::Audit, Self::Answers];

    /// The stable word, also a part of its messages' keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Access => "access",
            Self::PlanPeople => "plan-people",
            Self::Audit => "audit",
            Self::Answers => "answers",
        }
    }

    /// The rights that open its data.
    #[must_use]
    pub const fn rights(self) -> &'static [Right] {
        match self {
            Self::Office => &[Right::ReadStaff, Right::EditStaff],
            Self::Access => &[Right::ManageAccounts],
            Self::PlanPeople => &[Right::ReadPlanPeople, Right::FilePlans],
            Self::Audit => &[Right::ReadAudit, Right::ExportAudit],
            Self::Answers => &[Right::AnswerSubjects, Right::HoldRecords, Right::DecideRetention],
        }
    }

    /// The kinds of records it makes, each with its time.
    #[must_use]
    pub const fn kept(self) -> &'static [RetainedKind] {
        match self {
            Self::Office => &[RetainedKind::People],
            Self::Access => &[RetainedKind::Sessions, RetainedKind::Links, RetainedKind::Tokens],
            Self::PlanPeople => &[RetainedKind::Documents],
            Self::Audit => &[RetainedKind::Audit],
            Self::Answers => &[RetainedKind::Holds],
        }
    }

    /// Whether a role opens its data.
    #[must_use]
    pub fn is_open_to(self, role: Role) -> bool {
        self.rights().iter().any(|right| role.may(*right))
    }
}

/// The measures of security that the program itself takes (GDPR art. 32), by the word of their message.
pub const MEASURES: [&str; 9] =
    ["roles", "passwords", "factor", "delay", "sessions", "audit", "retention", "outside", "copies"];

/// What whoever runs the machine has to see to, because the program cannot.
pub const MEASURES_LEFT: [&str; 3] = ["disk", "transport", "backups"];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_of_records_belongs_to_one_activity() {
        let kinds: Vec<RetainedKind> = Activity::ALL.into_iter().flat_map(|one| one.kept().iter().copied()).collect();
        assert_eq!(kinds.len(), RetainedKind::ALL.len());
        assert_eq!(kinds.into_iter().collect::<BTreeSet<_>>().len(), RetainedKind::ALL.len());
    }

    #[test]
    fn every_activity_is_open_to_somebody_and_none_to_the_public() {
        for activity in Activity::ALL {
            assert!(Role::ALL.into_iter().any(|role| activity.is_open_to(role)), "{activity:?}");
            assert!(!activity.is_open_to(Role::Public), "{activity:?}");
        }
    }
}
