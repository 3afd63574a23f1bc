// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which lists a version of a plan has.

use ambito_store::lists::Listing;
use ambito_store::plans::{found, lists};

/// A list of a version of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanList {
    /// Nodes.
    Nodes,
    /// Indicators.
    Indicators,
    /// Phases.
    Phases,
    /// Lines of the budget.
    Budget,
    /// Allocations of funds.
    Allocations,
    /// Costs of activities.
    Costs,
    /// Shares of people's time.
    People,
    /// People with the sum of their shares.
    Load,
    /// Money told in prose.
    Amounts,
    /// Printed totals.
    Totals,
    /// What was lost or healed.
    Notes,
    /// Lines that were not understood.
    Unread,
    /// What has the words that are looked for, but people.
    Search,
    /// The same with people.
    SearchPeople,
}

impl PlanList {
    /// Every list.
    pub const ALL: [Self; 14] = [
        Self::Nodes,
        Self::Indicators,
        Self::Phases,
        Self::Budget,
        Self::Allocations,
        Self::Costs,
        Self::People,
        Self::Load,
        Self::Amounts,
        Self::Totals,
        Self::Notes,
        Self::Unread,
        Self::Search,
        Self::SearchPeople,
    ];

    /// Where its rows come from.
    pub(super) const fn listing(self) -> &'static Listing {
        match self {
            Self::Nodes => &lists::NODES,
            Self::Indicators => &lists::INDICATORS,
            Self::Phases => &lists::PHASES,
            Self::Budget => &lists::BUDGET_LINES,
            Self::Allocations => &lists::ALLOCATIONS,
            Self::Costs => &lists::RESOURCES,
            Self::People => &lists::EFFORTS,
            Self::Load => &lists::LOAD,
            Self::Amounts => &lists::AMOUNTS,
            Self::Totals => &lists::TOTALS,
            Self::Notes => &lists::NOTES,
            Self::Unread => &lists::UNREAD,
            Self::Search => &found::FOUND,
            Self::SearchPeople => &found::FOUND_WITH_PEOPLE,
        }
    }

    /// Its word in addresses, records and names of files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.listing().name
    }

    /// Whether its rows are about people.
    #[must_use]
    pub const fn names_people(self) -> bool {
        matches!(self, Self::People | Self::Load | Self::SearchPeople)
    }
}
