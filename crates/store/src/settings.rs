// SPDX-License-Identifier: AGPL-3.0-or-later
//! Settings of an area: a name, a value, a version.

use crate::db::sql;
use crate::rows::saved;
use crate::{Result, Tx};
use ambito_domain::office::AreaId;

/// A setting as it was saved.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Setting {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// How often it was saved.
    pub version: i64,
}

/// Every setting that was ever saved, by name. The rules of signing in need them before anybody is known.
///
/// # Errors
/// What the database says.
pub async fn list(tx: &mut Tx, area: AreaId) -> Result<Vec<Setting>> {
    let text = "SELECT name, value, version FROM setting WHERE area = $1 ORDER BY name";
    Ok(sql!(tx, all Setting, text, area.0)?)
}

/// Saves a setting, where nobody else saved it in between; a version of 0 says that it was never saved.
///
/// # Errors
/// [`Error::Stale`](crate::Error::Stale), or what the database says.
pub async fn save(tx: &mut Tx, area: AreaId, setting: &Setting) -> Result<()> {
    let Setting { name, value, version } = setting;
    let text = "INSERT INTO setting (area, name, value, version) VALUES ($1, $2, $3, $4 + 1) \
                ON CONFLICT (area, name) DO UPDATE SET value = excluded.value, version = excluded.version \
                WHERE setting.version = $5";
    saved(sql!(tx, execute, text, area.0, name, value, *version, *version)?)
}
