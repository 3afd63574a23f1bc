// SPDX-License-Identifier: AGPL-3.0-or-later
//! What an area asks of who signs in.

use crate::{App, Result};
use ambito_domain::office::{AreaId, Role};
use ambito_store::{Tx, settings};

/// Of whom a second factor is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactorRule {
    /// Of everybody.
    Everybody,
    /// Of administrators and managers.
    Managers,
    /// Of who wants one.
    Willing,
}

impl FactorRule {
    /// Every rule.
    pub const ALL: [Self; 3] = [Self::Everybody, Self::Managers, Self::Willing];

    /// The stable word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Managers => "managers",
            Self::Willing => "willing",
        }
    }

    /// The rule of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.word() == word)
    }

    /// Whether it asks somebody with these roles.
    #[must_use]
    pub fn asks(self, roles: &[Role]) -> bool {
        match self {
            Self::Everybody => true,
            Self::Managers => roles.iter().any(|role| matches!(role, Role::Administrator | Role::Manager)),
            Self::Willing => false,
        }
    }
}

/// The rules of signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// After how many minutes without use a session ends.
    pub idle_minutes: u32,
    /// After how many hours a session ends in any case.
    pub session_hours: u32,
    /// Of whom a second factor is asked.
    pub factor: FactorRule,
}

impl Default for Policy {
    fn default() -> Self {
        Self { idle_minutes: 30, session_hours: 10, factor: FactorRule::Managers }
    }
}

impl Policy {
    /// The name of the setting of [`Policy::idle_minutes`].
    pub const IDLE: &str = "idle-minutes";
    /// The name of the setting of [`Policy::session_hours`].
    pub const HOURS: &str = "session-hours";
    /// The name of the setting of [`Policy::factor`].
    pub const FACTOR: &str = "second-factor";

    /// The value of [`Policy::IDLE`]; the program's where nobody ever set it.
    pub(crate) fn idle_minutes_of(setting: Option<&str>) -> u32 {
        setting.and_then(|value| value.parse().ok()).unwrap_or(Self::default().idle_minutes)
    }
}

impl App {
    /// The rules of an area; those that nobody ever set are the program's.
    pub(crate) async fn policy(&self, tx: &mut Tx, area: AreaId) -> Result<Policy> {
        let mut policy = Policy::default();
        for setting in settings::list(tx, area).await? {
            match setting.name.as_str() {
                Policy::IDLE => policy.idle_minutes = Policy::idle_minutes_of(Some(&setting.value)),
                Policy::HOURS => policy.session_hours = setting.value.parse().unwrap_or(policy.session_hours),
                Policy::FACTOR => policy.factor = FactorRule::from_word(&setting.value).unwrap_or(policy.factor),
                _ => {}
            }
        }
        Ok(policy)
    }
}
