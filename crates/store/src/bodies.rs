// SPDX-License-Identifier: AGPL-3.0-or-later
//! Bodies (enti).

use crate::db::sql;
use crate::rows::{Day, day, in_sight, saved, word};
use crate::{Error, Result, Tx};
use ambito_base::{Period, Uuid};
use ambito_domain::office::{AreaId, Body, BodyId, BodyKind, Sight};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    parent: Option<Uuid>,
    kind: String,
    name: String,
    istat: Option<String>,
    ipa: Option<String>,
    valid_from: Option<Day>,
    valid_to: Option<Day>,
    version: i64,
}

impl TryFrom<Row> for Body {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, parent, kind, name, istat, ipa, valid_from, valid_to, version } = row;
        Ok(Self {
            id: BodyId(id),
            parent: parent.map(BodyId),
            kind: word(&kind, BodyKind::from_word)?,
            name,
            istat,
            ipa,
            valid: Period { from: valid_from.map(Into::into), to: valid_to.map(Into::into) },
            version,
        })
    }
}

/// The bodies in sight, by name. An area has some hundreds at most.
///
/// # Errors
/// What the database says.
pub async fn list(tx: &mut Tx, sight: &Sight) -> Result<Vec<Body>> {
    let text = "SELECT id, parent, kind, name, istat, ipa, valid_from, valid_to, version FROM body WHERE area = $1 \
                ORDER BY name, id";
    let rows = sql!(tx, all Row, text, sight.area().0)?;
    rows.into_iter().filter(|row| in_sight(sight, row.id)).map(Body::try_from).collect()
}

/// A body in sight.
///
/// # Errors
/// What the database says.
pub async fn find(tx: &mut Tx, sight: &Sight, id: BodyId) -> Result<Option<Body>> {
    let text = "SELECT id, parent, kind, name, istat, ipa, valid_from, valid_to, version FROM body \
                WHERE area = $1 AND id = $2";
    let row = sql!(tx, optional Row, text, sight.area().0, id.0)?;
    row.filter(|row| in_sight(sight, row.id)).map(Body::try_from).transpose()
}

/// Adds a body.
///
/// # Errors
/// [`Error::Bound`] where its parent is not there, or what the database says.
pub async fn insert(tx: &mut Tx, area: AreaId, body: &Body) -> Result<()> {
    let Body { id, parent, kind, name, istat, ipa, valid, version } = body;
    let text = "INSERT INTO body (area, id, parent, kind, name, istat, ipa, valid_from, valid_to, version) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let (parent, kind) = (parent.map(|parent| parent.0), kind.word());
    let (from, to) = (valid.from.map(day), valid.to.map(day));
    sql!(tx, execute, text, area.0, id.0, parent, kind, name, istat.as_deref(), ipa.as_deref(), from, to, *version)?;
    Ok(())
}

/// Saves a body, where nobody else saved it in between.
///
/// # Errors
/// [`Error::Stale`], or what the database says.
pub async fn update(tx: &mut Tx, area: AreaId, body: &Body) -> Result<()> {
    let Body { id, parent, kind, name, istat, ipa, valid, version } = body;
    let text = "UPDATE body SET parent = $3, kind = $4, name = $5, istat = $6, ipa = $7, valid_from = $8, \
                valid_to = $9, version = version + 1 WHERE area = $1 AND id = $2 AND version = $10";
    let (parent, kind) = (parent.map(|parent| parent.0), kind.word());
    let (from, to) = (valid.from.map(day), valid.to.map(day));
    saved(sql!(
        tx,
        execute,
        text,
        area.0,
        id.0,
        parent,
        kind,
        name,
        istat.as_deref(),
        ipa.as_deref(),
        from,
        to,
        *version
    )?)
}
