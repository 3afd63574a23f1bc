// SPDX-License-Identifier: AGPL-3.0-or-later
//! The settings of an area: its name and the rules of signing in.

use crate::check::Checker;
use crate::signing::{FactorRule, Policy};
use crate::{App, Change, Error, Result, Viewer};
use ambito_domain::audit::Kind;
use ambito_domain::office::Right;
use ambito_store::areas::{self, Area};
use ambito_store::settings::{self, Setting};

/// The minutes that may be chosen.
const IDLE_MINUTES: std::ops::RangeInclusive<u32> = 5..=240;
/// The hours that may be chosen.
const SESSION_HOURS: std::ops::RangeInclusive<u32> = 1..=24;

/// The settings as they stand.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The area.
    pub area: Area,
    /// The rules of signing in.
    pub policy: Policy,
    /// How often they were saved, all together.
    pub version: i64,
}

/// The settings as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SettingsInput {
    /// The area's name.
    pub name: String,
    /// Minutes without use.
    pub idle_minutes: String,
    /// Hours of a session.
    pub session_hours: String,
    /// The word of the rule of the second factor.
    pub factor: String,
}

impl App {
    /// The areas of this database: mostly one.
    ///
    /// # Errors
    /// What the database says.
    pub async fn list_areas(&self) -> Result<Vec<Area>> {
        let mut tx = self.db.read().await?;
        Ok(areas::list(&mut tx).await?)
    }

    /// The settings.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn get_settings(&self, viewer: &Viewer) -> Result<Settings> {
        viewer.sight(Right::ReadSettings)?;
        let mut tx = self.db.read().await?;
        let area = areas::find(&mut tx, viewer.area()).await?.ok_or(Error::Absent("area"))?;
        let policy = self.policy(&mut tx, area.id).await?;
        let version = area.version;
        Ok(Settings { area, policy, version })
    }

    /// Saves the settings, read at a version. The area's row carries the version of them all.
    ///
    /// # Errors
    /// [`Error::Stale`], [`Error::Invalid`], [`Error::Denied`], or what the database says.
    pub async fn save_settings(&self, viewer: &Viewer, version: i64, input: &SettingsInput) -> Result<()> {
        viewer.sight(Right::EditSettings)?;
        let id = viewer.area();
        let mut check = Checker::default();
        let name = check.name("name", &input.name);
        let idle = input.idle_minutes.trim().parse().ok().filter(|minutes| IDLE_MINUTES.contains(minutes));
        if idle.is_none() {
            check.fault("idle_minutes", "settings-idle-wrong");
        }
        let hours = input.session_hours.trim().parse().ok().filter(|hours| SESSION_HOURS.contains(hours));
        if hours.is_none() {
            check.fault("session_hours", "settings-hours-wrong");
        }
        let factor = FactorRule::from_word(&input.factor);
        if factor.is_none() {
            check.fault("factor", "field-choose");
        }
        check.done()?;
        let mut tx = self.db.write().await?;
        areas::update(&mut tx, &Area { id, name, version }).await?;
        let there = settings::list(&mut tx, id).await?;
        let values = [
            (Policy::IDLE, idle.unwrap_or_default().to_string()),
            (Policy::HOURS, hours.unwrap_or_default().to_string()),
            (Policy::FACTOR, factor.unwrap_or(FactorRule::Managers).word().to_owned()),
        ];
        for (name, value) in values {
            let version = there.iter().find(|setting| setting.name == name).map_or(0, |setting| setting.version);
            settings::save(&mut tx, id, &Setting { name: name.to_owned(), value, version }).await?;
        }
        let change = Change::new(Kind::Administration, "settings.save").on(id.0);
        self.record(&mut tx, viewer, change).await?;
        Ok(tx.commit().await?)
    }
}
