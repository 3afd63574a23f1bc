// SPDX-License-Identifier: AGPL-3.0-or-later
//! Positions (incarichi) with the roles they bring, and the people in them by date.

use crate::db::sql;
use crate::rows::{Day, day, in_sight, saved, word};
use crate::{Result, Tx};
use ambito_base::{Date, Uuid};
use ambito_domain::office::{
    AreaId, BodyId, BodyKind, Position, PositionId, PositionRole, Reach, Role, Sight, StaffId, Tenure, TenureId,
};

type PositionRow = (Uuid, Uuid, String, i64);
type RoleRow = (Uuid, String, String);

#[derive(sqlx::FromRow)]
struct TenureRow {
    id: Uuid,
    position: Uuid,
    staff: Uuid,
    from_on: Day,
    to_on: Option<Day>,
    version: i64,
}

impl From<TenureRow> for Tenure {
    fn from(row: TenureRow) -> Self {
        let TenureRow { id, position, staff, from_on, to_on, version } = row;
        Self {
            id: TenureId(id),
            position: PositionId(position),
            staff: StaffId(staff),
            from: from_on.into(),
            to: to_on.map(Into::into),
            version,
        }
    }
}

/// The positions of the bodies in sight, by title.
///
/// # Errors
/// What the database says.
pub async fn list(tx: &mut Tx, sight: &Sight) -> Result<Vec<Position>> {
    let text = "SELECT id, body, title, version FROM position WHERE area = $1 ORDER BY title, id";
    let rows = sql!(tx, all PositionRow, text, sight.area().0)?;
    let text = "SELECT position, role, reach FROM position_role WHERE area = $1 ORDER BY position, role";
    let roles = sql!(tx, all RoleRow, text, sight.area().0)?;
    rows.into_iter().filter(|row| in_sight(sight, row.1)).map(|row| position(row, &roles)).collect()
}

/// A position of a body in sight.
///
/// # Errors
/// What the database says.
pub async fn find(tx: &mut Tx, sight: &Sight, id: PositionId) -> Result<Option<Position>> {
    let text = "SELECT id, body, title, version FROM position WHERE area = $1 AND id = $2";
    let Some(row) = sql!(tx, optional PositionRow, text, sight.area().0, id.0)? else { return Ok(None) };
    let text = "SELECT position, role, reach FROM position_role WHERE area = $1 AND position = $2 ORDER BY role";
    let roles = sql!(tx, all RoleRow, text, sight.area().0, id.0)?;
    Some(row).filter(|row| in_sight(sight, row.1)).map(|row| position(row, &roles)).transpose()
}

fn position((id, body, title, version): PositionRow, roles: &[RoleRow]) -> Result<Position> {
    let mut own = Vec::new();
    for (_, role, reach) in roles.iter().filter(|(of, ..)| *of == id) {
        own.push(PositionRole { role: word(role, Role::from_word)?, reach: word(reach, Reach::from_word)? });
    }
    own.sort_unstable();
    Ok(Position { id: PositionId(id), body: BodyId(body), title, roles: own, version })
}

/// Adds a position with its roles.
///
/// # Errors
/// [`Error::Bound`](crate::Error::Bound) where there is no such body, or what the database says.
pub async fn insert(tx: &mut Tx, area: AreaId, position: &Position) -> Result<()> {
    let Position { id, body, title, roles, version } = position;
    let text = "INSERT INTO position (area, id, body, title, version) VALUES ($1, $2, $3, $4, $5)";
    sql!(tx, execute, text, area.0, id.0, body.0, title, *version)?;
    insert_roles(tx, area, *id, roles).await
}

/// Saves a position with its roles, where nobody else saved it in between.
///
/// # Errors
/// [`Error::Stale`](crate::Error::Stale), or what the database says.
pub async fn update(tx: &mut Tx, area: AreaId, position: &Position) -> Result<()> {
    let Position { id, body, title, roles, version } = position;
    let text = "UPDATE position SET body = $3, title = $4, version = version + 1 \
                WHERE area = $1 AND id = $2 AND version = $5";
    saved(sql!(tx, execute, text, area.0, id.0, body.0, title, *version)?)?;
    sql!(tx, execute, "DELETE FROM position_role WHERE area = $1 AND position = $2", area.0, id.0)?;
    insert_roles(tx, area, *id, roles).await
}

async fn insert_roles(tx: &mut Tx, area: AreaId, id: PositionId, roles: &[PositionRole]) -> Result<()> {
    for PositionRole { role, reach } in roles {
        let text = "INSERT INTO position_role (area, position, role, reach) VALUES ($1, $2, $3, $4)";
        sql!(tx, execute, text, area.0, id.0, role.word(), reach.word())?;
    }
    Ok(())
}

/// Every tenure of the positions in sight, by first day.
///
/// # Errors
/// What the database says.
pub async fn list_tenures(tx: &mut Tx, sight: &Sight) -> Result<Vec<Tenure>> {
    let seen: Vec<PositionId> = list(tx, sight).await?.into_iter().map(|position| position.id).collect();
    let text = "SELECT id, position, staff, from_on, to_on, version FROM tenure WHERE area = $1 ORDER BY from_on, id";
    let rows = sql!(tx, all TenureRow, text, sight.area().0)?;
    Ok(rows.into_iter().map(Tenure::from).filter(|tenure| seen.contains(&tenure.position)).collect())
}

/// A tenure of a position in sight.
///
/// # Errors
/// What the database says.
pub async fn find_tenure(tx: &mut Tx, sight: &Sight, id: TenureId) -> Result<Option<Tenure>> {
    let text = "SELECT id, position, staff, from_on, to_on, version FROM tenure WHERE area = $1 AND id = $2";
    let Some(row) = sql!(tx, optional TenureRow, text, sight.area().0, id.0)? else { return Ok(None) };
    let tenure = Tenure::from(row);
    Ok(find(tx, sight, tenure.position).await?.map(|_| tenure))
}

/// Puts a person in a position.
///
/// # Errors
/// [`Error::Bound`](crate::Error::Bound) where the person or the position is not there, or what the database says.
pub async fn insert_tenure(tx: &mut Tx, area: AreaId, tenure: &Tenure) -> Result<()> {
    let Tenure { id, position, staff, from, to, version } = *tenure;
    let text =
        "INSERT INTO tenure (area, id, position, staff, from_on, to_on, version) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    sql!(tx, execute, text, area.0, id.0, position.0, staff.0, day(from), to.map(day), version)?;
    Ok(())
}

/// Saves a tenure's days, where nobody else saved it in between.
///
/// # Errors
/// [`Error::Stale`](crate::Error::Stale), or what the database says.
pub async fn update_tenure(tx: &mut Tx, area: AreaId, tenure: &Tenure) -> Result<()> {
    let Tenure { id, position: _, staff: _, from, to, version } = *tenure;
    let text = "UPDATE tenure SET from_on = $3, to_on = $4, version = version + 1 \
                WHERE area = $1 AND id = $2 AND version = $5";
    saved(sql!(tx, execute, text, area.0, id.0, day(from), to.map(day), version)?)
}

/// A body of the area's tree, with the roles that a person has there on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// The body.
    pub body: BodyId,
    /// The body above it.
    pub parent: Option<BodyId>,
    /// Its kind.
    pub kind: BodyKind,
    /// The person's roles there.
    pub roles: Vec<PositionRole>,
}

/// Every body of the area, each with the roles that a person has there on a day: for the decision on what they may see.
///
/// # Errors
/// What the database says.
pub async fn list_posts(tx: &mut Tx, area: AreaId, staff: StaffId, on: Date) -> Result<Vec<Post>> {
    let text = "SELECT body.id, body.parent, body.kind, held.role, held.reach FROM body LEFT JOIN ( \
                SELECT position.body, position_role.role, position_role.reach FROM tenure \
                JOIN position ON position.area = tenure.area AND position.id = tenure.position \
                JOIN position_role ON position_role.area = position.area AND position_role.position = position.id \
                WHERE tenure.area = $1 AND tenure.staff = $2 AND tenure.from_on <= $3 \
                AND (tenure.to_on IS NULL OR tenure.to_on >= $3)) AS held ON held.body = body.id \
                WHERE body.area = $1 ORDER BY body.id, held.role, held.reach";
    let rows =
        sql!(tx, all(Uuid, Option<Uuid>, String, Option<String>, Option<String>), text, area.0, staff.0, day(on))?;
    let mut posts: Vec<Post> = Vec::with_capacity(rows.len());
    for (body, parent, kind, role, reach) in rows {
        if posts.last().is_none_or(|last| last.body.0 != body) {
            let (parent, kind) = (parent.map(BodyId), word(&kind, BodyKind::from_word)?);
            posts.push(Post { body: BodyId(body), parent, kind, roles: Vec::new() });
        }
        if let (Some(last), Some(role), Some(reach)) = (posts.last_mut(), role, reach) {
            last.roles
                .push(PositionRole { role: word(&role, Role::from_word)?, reach: word(&reach, Reach::from_word)? });
        }
    }
    Ok(posts)
}
