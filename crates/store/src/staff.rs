// SPDX-License-Identifier: AGPL-3.0-or-later
//! The people who work with Ambito.

use crate::db::sql;
use crate::rows::{Day, One, day, saved};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::Uuid;
use ambito_domain::office::{AreaId, Sight, Staff, StaffId};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    login: String,
    email: Option<String>,
    left_on: Option<Day>,
    version: i64,
}

impl From<Row> for Staff {
    fn from(row: Row) -> Self {
        let Row { id, name, login, email, left_on, version } = row;
        Self { id: StaffId(id), name, login, email, left_on: left_on.map(Into::into), version }
    }
}

/// The people in sight, by name: where not all bodies are in sight, those who hold or held a position in one of them, and
/// those who never held any, who else would be nobody's.
///
/// # Errors
/// What the database says.
pub async fn list(tx: &mut Tx, sight: &Sight) -> Result<Vec<Staff>> {
    let text = "SELECT id, name, login, email, left_on, version FROM staff WHERE area = $1 ORDER BY name, id";
    let rows = sql!(tx, all Row, text, sight.area().0)?;
    let Some(bodies) = sight.bodies() else { return Ok(rows.into_iter().map(Staff::from).collect()) };
    let text = "SELECT tenure.staff, position.body FROM tenure JOIN position \
                ON position.area = tenure.area AND position.id = tenure.position WHERE tenure.area = $1";
    let held = sql!(tx, all(Uuid, Uuid), text, sight.area().0)?;
    let holds = |row: &Row, seen: bool| {
        held.iter().any(|(staff, body)| *staff == row.id && (!seen || bodies.iter().any(|one| one.0 == *body)))
    };
    Ok(rows.into_iter().filter(|row| holds(row, true) || !holds(row, false)).map(Staff::from).collect())
}

/// A person in sight, as for [`list`].
///
/// # Errors
/// What the database says.
pub async fn find(tx: &mut Tx, sight: &Sight, id: StaffId) -> Result<Option<Staff>> {
    let text = "SELECT id, name, login, email, left_on, version FROM staff WHERE area = $1 AND id = $2";
    let Some(row) = sql!(tx, optional Row, text, sight.area().0, id.0)? else { return Ok(None) };
    if sight.bodies().is_some() {
        let text = "SELECT position.body FROM tenure JOIN position \
                    ON position.area = tenure.area AND position.id = tenure.position \
                    WHERE tenure.area = $1 AND tenure.staff = $2";
        let held = sql!(tx, all One<Uuid>, text, sight.area().0, id.0)?;
        if !held.is_empty() && !held.into_iter().any(|(body,)| crate::rows::in_sight(sight, body)) {
            return Ok(None);
        }
    }
    Ok(Some(row.into()))
}

/// A person by what they sign in with: for signing in, before anybody is known.
///
/// # Errors
/// What the database says.
pub async fn find_by_login(tx: &mut Tx, area: AreaId, login: &str) -> Result<Option<Staff>> {
    let text = "SELECT id, name, login, email, left_on, version FROM staff WHERE area = $1 AND login = $2";
    Ok(sql!(tx, optional Row, text, area.0, login)?.map(Staff::from))
}

/// The names of some people: who did something that is in sight is named, also where they are not.
///
/// # Errors
/// What the database says.
pub async fn list_names(tx: &mut Tx, area: AreaId, ids: &[StaffId]) -> Result<Vec<(StaffId, String)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut select = Select::new("SELECT id, name FROM staff WHERE area = $1 AND id IN (").with(area.0);
    for (at, id) in ids.iter().enumerate() {
        select = select.and(if at == 0 { "" } else { ", " }).bind(id.0);
    }
    select.and(") ORDER BY id").rows(tx, |cells| Ok((StaffId(cells.next()?), cells.next()?))).await
}

/// The people who are written to at an address, however its letters are written; at most two are looked for, since two
/// are already too many to tell who is meant. For signing in, before anybody is known.
///
/// # Errors
/// What the database says.
pub async fn list_by_email(tx: &mut Tx, area: AreaId, email: &str) -> Result<Vec<Staff>> {
    let text = "SELECT id, name, login, email, left_on, version FROM staff WHERE area = $1 AND LOWER(email) = $2 \
                ORDER BY id LIMIT 2";
    let rows = sql!(tx, all Row, text, area.0, email.to_ascii_lowercase())?;
    Ok(rows.into_iter().map(Staff::from).collect())
}

/// Adds a person.
///
/// # Errors
/// [`Error::Taken`](crate::Error::Taken) where somebody signs in with that name, or what the database says.
pub async fn insert(tx: &mut Tx, area: AreaId, staff: &Staff) -> Result<()> {
    let Staff { id, name, login, email, left_on, version } = staff;
    let text = "INSERT INTO staff (area, id, name, login, email, left_on, version) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    sql!(tx, execute, text, area.0, id.0, name, login, email.as_deref(), left_on.map(day), *version)?;
    Ok(())
}

/// Saves a person, where nobody else saved them in between.
///
/// # Errors
/// [`Error::Stale`](crate::Error::Stale), [`Error::Taken`](crate::Error::Taken), or what the database says.
pub async fn update(tx: &mut Tx, area: AreaId, staff: &Staff) -> Result<()> {
    let Staff { id, name, login, email, left_on, version } = staff;
    let text = "UPDATE staff SET name = $3, login = $4, email = $5, left_on = $6, version = version + 1 \
                WHERE area = $1 AND id = $2 AND version = $7";
    saved(sql!(tx, execute, text, area.0, id.0, name, login, email.as_deref(), left_on.map(day), *version)?)
}
