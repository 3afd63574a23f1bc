// SPDX-License-Identifier: AGPL-3.0-or-later
//! Areas: the key of everything else.

use crate::db::sql;
use crate::rows::{microseconds, saved};
use crate::{Result, Tx};
use ambito_base::{Timestamp, Uuid};
use ambito_domain::audit::ORIGIN;
use ambito_domain::office::AreaId;

/// An area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Which.
    pub id: AreaId,
    /// Its name.
    pub name: String,
    /// How often it was saved.
    pub version: i64,
}

type Row = (Uuid, String, i64);

fn area((id, name, version): Row) -> Area {
    Area { id: AreaId(id), name, version }
}

/// Adds an area, with the beginning of its chain of records.
///
/// # Errors
/// What the database says.
pub async fn insert(tx: &mut Tx, area: &Area, at: Timestamp) -> Result<()> {
    let text = "INSERT INTO area (area, name, created_at, version) VALUES ($1, $2, $3, $4)";
    sql!(tx, execute, text, area.id.0, &area.name, microseconds(at), area.version)?;
    let text = "INSERT INTO audit_head (area, seq, digest, base_seq, base_digest) VALUES ($1, 0, $2, 0, $3)";
    sql!(tx, execute, text, area.id.0, ORIGIN.as_slice(), ORIGIN.as_slice())?;
    Ok(())
}

/// Every area, by name: there are few in a database, mostly one.
///
/// # Errors
/// What the database says.
pub async fn list(tx: &mut Tx) -> Result<Vec<Area>> {
    let rows = sql!(tx, all Row, "SELECT area, name, version FROM area ORDER BY name, area")?;
    Ok(rows.into_iter().map(area).collect())
}

/// An area, where it is there.
///
/// # Errors
/// What the database says.
pub async fn find(tx: &mut Tx, id: AreaId) -> Result<Option<Area>> {
    let row = sql!(tx, optional Row, "SELECT area, name, version FROM area WHERE area = $1", id.0)?;
    Ok(row.map(area))
}

/// Renames an area, where nobody else saved it in between.
///
/// # Errors
/// [`Error::Stale`](crate::Error::Stale), or what the database says.
pub async fn update(tx: &mut Tx, area: &Area) -> Result<()> {
    let text = "UPDATE area SET name = $3, version = version + 1 WHERE area = $1 AND version = $2";
    saved(sql!(tx, execute, text, area.id.0, area.version, &area.name)?)
}
