// SPDX-License-Identifier: AGPL-3.0-or-later
//! Roles, rights, and which role has which: data, shown as it is on the page of roles.

/// What somebody is to the programme of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Writes and amends plans.
    Programmer,
    /// Answers for a node of a plan.
    NodeOwner,
    /// Approves what others propose.
    Approver,
    /// Keeps the money.
    Finance,
    /// Directs the office; answers for the personal data in it.
    Manager,
    /// Evaluates results (OIV, nucleo di valutazione).
    Evaluator,
    /// Reads, changes nothing.
    Auditor,
    /// Manages accounts and settings, reads no content.
    Administrator,
    /// Everybody, without signing in.
    Public,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 9] = [
        Self::Programmer,
        Self::NodeOwner,
        Self::Approver,
        Self::Finance,
        Self::Manager,
        Self::Evaluator,
        Self::Auditor,
        Self::Administrator,
        Self::Public,
    ];

    /// The stable word, also the end of its messages' keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Programmer => "programmer",
            Self::NodeOwner => "node-owner",
            Self::Approver => "approver",
            Self::Finance => "finance",
            Self::Manager => "manager",
            Self::Evaluator => "evaluator",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
            Self::Public => "public",
        }
    }

    /// The role of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }

    /// What the role may do.
    #[must_use]
    pub const fn rights(self) -> &'static [Right] {
        use Right as R;
        match self {
            Self::Programmer => &[R::ReadBodies, R::ReadPlans, R::FilePlans, R::ReadPlanPeople],
            Self::NodeOwner | Self::Approver | Self::Finance => &[R::ReadBodies, R::ReadPlans],
            Self::Manager => &[
                R::ReadBodies,
                R::ReadStaff,
                R::ReadPlans,
                R::ReadPlanPeople,
                R::ReadRegister,
                R::ReadRetention,
                R::PrepareRetention,
                R::DecideRetention,
                R::HoldRecords,
                R::AnswerSubjects,
                R::ReadAudit,
            ],
            Self::Evaluator => &[R::ReadBodies, R::ReadPlans, R::ReadPlanPeople],
            Self::Auditor => &[
                R::ReadBodies,
                R::ReadStaff,
                R::ReadPlans,
                R::ReadPlanPeople,
                R::ReadRegister,
                R::ReadRetention,
                R::ReadAudit,
                R::ExportAudit,
                R::ReadSettings,
            ],
            Self::Administrator => &[
                R::ReadBodies,
                R::EditBodies,
                R::ReadStaff,
                R::EditStaff,
                R::ManageAccounts,
                R::ReadRegister,
                R::ReadRetention,
                R::PrepareRetention,
                R::ReadSettings,
                R::EditSettings,
            ],
            Self::Public => &[],
        }
    }

    /// Whether the role may do it.
    #[must_use]
    pub fn may(self, right: Right) -> bool {
        self.rights().contains(&right)
    }
}

/// One thing that may be seen or done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Right {
    /// See the tree of bodies and their positions' titles.
    ReadBodies,
    /// Add and change bodies and positions.
    EditBodies,
    /// See who works here, in which position and when.
    ReadStaff,
    /// Add and change people, put them in positions.
    EditStaff,
    /// Give first access and new passwords, end others' sessions and tokens.
    ManageAccounts,
    /// Read plans.
    ReadPlans,
    /// File plans.
    FilePlans,
    /// See the names of the people whom a plan gives work to.
    ReadPlanPeople,
    /// Read the record of what was done and seen.
    ReadAudit,
    /// Take that record out in a file.
    ExportAudit,
    /// See how long records are kept, and the runs.
    ReadRetention,
    /// Change how long records are kept; prepare the yearly run.
    PrepareRetention,
    /// Carry out a run that another person prepared, or refuse it.
    DecideRetention,
    /// Keep a record from being deleted while a matter is open.
    HoldRecords,
    /// Give a person all that is held on them.
    AnswerSubjects,
    /// See the register of processing and the letters of appointment.
    ReadRegister,
    /// See the settings.
    ReadSettings,
    /// Change the settings.
    EditSettings,
}

/// Over what a right is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Over the bodies that the role reaches.
    Bodies,
    /// Over the whole area: the role must reach everything below the top of the tree, or below the Ambito itself.
    Area,
}

impl Right {
    /// Every right.
    pub const ALL: [Self; 18] = [
        Self::ReadBodies,
        Self::EditBodies,
        Self::ReadStaff,
        Self::EditStaff,
        Self::ManageAccounts,
        Self::ReadPlans,
        Self::FilePlans,
        Self::ReadPlanPeople,
        Self::ReadAudit,
        Self::ExportAudit,
        Self::ReadRetention,
        Self::PrepareRetention,
        Self::DecideRetention,
        Self::HoldRecords,
        Self::AnswerSubjects,
        Self::ReadRegister,
        Self::ReadSettings,
        Self::EditSettings,
    ];

    /// The stable word, also the end of its message's key.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::ReadBodies => "read-bodies",
            Self::EditBodies => "edit-bodies",
            Self::ReadStaff => "read-staff",
            Self::EditStaff => "edit-staff",
            Self::ManageAccounts => "manage-accounts",
            Self::ReadPlans => "read-plans",
            Self::FilePlans => "file-plans",
            Self::ReadPlanPeople => "read-plan-people",
            Self::ReadAudit => "read-audit",
            Self::ExportAudit => "export-audit",
            Self::ReadRetention => "read-retention",
            Self::PrepareRetention => "prepare-retention",
            Self::DecideRetention => "decide-retention",
            Self::HoldRecords => "hold-records",
            Self::AnswerSubjects => "answer-subjects",
            Self::ReadRegister => "read-register",
            Self::ReadSettings => "read-settings",
            Self::EditSettings => "edit-settings",
        }
    }

    /// The right of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.word() == word)
    }

    /// Over what it is held.
    #[must_use]
    pub const fn span(self) -> Span {
        match self {
            Self::ReadBodies
            | Self::EditBodies
            | Self::ReadStaff
            | Self::EditStaff
            | Self::ReadPlans
            | Self::FilePlans
            | Self::ReadPlanPeople => Span::Bodies,
            Self::ManageAccounts
            | Self::ReadAudit
            | Self::ExportAudit
            | Self::ReadRetention
            | Self::PrepareRetention
            | Self::DecideRetention
            | Self::HoldRecords
            | Self::AnswerSubjects
            | Self::ReadRegister
            | Self::ReadSettings
            | Self::EditSettings => Span::Area,
        }
    }

    /// Whether it changes something.
    #[must_use]
    pub const fn writes(self) -> bool {
        matches!(
            self,
            Self::EditBodies
                | Self::EditStaff
                | Self::ManageAccounts
                | Self::FilePlans
                | Self::PrepareRetention
                | Self::DecideRetention
                | Self::HoldRecords
                | Self::EditSettings
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back() {
        for role in Role::ALL {
            assert_eq!(Role::from_word(role.word()), Some(role));
        }
        for right in Right::ALL {
            assert_eq!(Right::from_word(right.word()), Some(right));
        }
    }

    #[test]
    fn the_auditor_changes_nothing_and_the_administrator_reads_no_content() {
        assert!(Role::Auditor.rights().iter().all(|right| !right.writes()));
        for content in [Right::ReadPlans, Right::ReadPlanPeople, Right::ReadAudit, Right::AnswerSubjects] {
            assert!(!Role::Administrator.may(content), "{content:?}");
        }
        assert!(Role::Public.rights().is_empty());
    }

    #[test]
    fn every_right_is_somebodys() {
        for right in Right::ALL {
            assert!(Role::ALL.into_iter().any(|role| role.may(right)), "{right:?}");
        }
    }
}
