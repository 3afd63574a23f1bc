// SPDX-License-Identifier: AGPL-3.0-or-later
//! How long each kind is kept.

use crate::{App, Change, Error, Result, Viewer};
use ambito_base::{Date, Uuid};
use ambito_domain::audit::Kind;
use ambito_domain::office::{AreaId, Right};
use ambito_domain::retention::{MONTHS_MAX, RetainedKind, Rule};
use ambito_store::retention;

/// How long a kind is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The rule: the area's, else the program's.
    pub rule: Rule,
    /// The first day that would be kept if it were decided today.
    pub from: Date,
}

/// A rule as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleInput {
    /// How many months.
    pub months: String,
    /// Why so long; needed where it is not what the program says.
    pub basis: String,
}

/// What the record calls the rule of a kind: rules have no id of their own.
#[must_use]
pub fn rule_object(area: AreaId, kind: RetainedKind) -> Uuid {
    let place = RetainedKind::ALL.iter().position(|one| *one == kind).unwrap_or_default();
    Uuid::from_u128(area.0.as_u128() ^ (1 + u128::try_from(place).unwrap_or_default()))
}

impl App {
    /// How long each kind is kept.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn list_kept(&self, viewer: &Viewer) -> Result<Vec<Kept>> {
        let sight = viewer.sight(Right::ReadRetention)?;
        let mut tx = self.db.read().await?;
        let rules = retention::list_rules(&mut tx, sight.area()).await?;
        let today = self.today();
        Ok(rules.into_iter().map(|rule| Kept { from: rule.kept_from(today), rule }).collect())
    }

    /// Saves how long a kind is kept, that was read at a version.
    ///
    /// # Errors
    /// [`Error::Stale`], [`Error::Invalid`], [`Error::Denied`], or what the database says.
    pub async fn save_rule(&self, viewer: &Viewer, kind: RetainedKind, version: i64, input: &RuleInput) -> Result<()> {
        viewer.sight(Right::PrepareRetention)?;
        let months = input.months.trim().parse().ok();
        let months = months.filter(|months| (kind.least_months()..=MONTHS_MAX).contains(months));
        let months = months.ok_or_else(|| Error::invalid("months", "retention-months-wrong"))?;
        let basis = match super::reason("basis", &input.basis) {
            Ok(basis) => Some(basis),
            Err(_) if input.basis.trim().is_empty() && months == kind.default_months() => None,
            Err(error) => return Err(error),
        };
        let mut tx = self.db.write().await?;
        retention::save_rule(&mut tx, viewer.area(), &Rule { kind, months, basis, version }).await?;
        let said = format!("kind={} months={months}", kind.word());
        self.record(
            &mut tx,
            viewer,
            Change::new(Kind::Administration, "retention.rule").on(rule_object(viewer.area(), kind)).saying(said),
        )
        .await?;
        Ok(tx.commit().await?)
    }
}
