// SPDX-License-Identifier: AGPL-3.0-or-later
//! Positions (incarichi) with the roles they bring, and the people in them by date.

use crate::answers::{Answers, Dialect, Text, in_one, question};
use crate::cells::Cells;
use crate::db::sql;
use crate::rows::{day, saved, word};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::{Date, Uuid};
use ambito_domain::office::{
    AreaId, BodyId, BodyKind, Position, PositionId, PositionRole, Reach, Role, Sight, StaffId, Tenure, TenureId,
};

/// A position and one of its roles a row; a position without any has one row.
const WITH_ROLES: &str = "SELECT position.id, position.body, position.title, position.version, role, reach \
    FROM position LEFT JOIN position_role \
    ON position_role.area = position.area AND position_role.position = position.id WHERE position.area = $1";

/// The positions of the bodies in sight, by title.
///
/// # Errors
/// What the database says.
pub async fn list(tx: &mut Tx, sight: &Sight) -> Result<Vec<Position>> {
    let select = Select::new(WITH_ROLES).with(sight.area().0).in_sight("position.body", sight);
    gather(tx, select.and(" ORDER BY position.title, position.id, role")).await
}

/// A position of a body in sight.
///
/// # Errors
/// What the database says.
pub async fn find(tx: &mut Tx, sight: &Sight, id: PositionId) -> Result<Option<Position>> {
    let select = Select::new(WITH_ROLES).with(sight.area().0).and(" AND position.id = ").bind(id.0);
    Ok(gather(tx, select.in_sight("position.body", sight).and(" ORDER BY role")).await?.pop())
}

/// The positions of rows in which each stands once for every role.
async fn gather(tx: &mut Tx, select: Select<'_>) -> Result<Vec<Position>> {
    let mut found: Vec<Position> = Vec::new();
    let put = |cells: &mut Cells<'_>| {
        let position = Position {
            id: PositionId(cells.next()?),
            body: BodyId(cells.next()?),
            title: cells.next()?,
            version: cells.next()?,
            roles: Vec::new(),
        };
        if found.last().is_none_or(|last| last.id != position.id) {
            found.push(position);
        }
        let (role, reach): (Option<String>, Option<String>) = (cells.next()?, cells.next()?);
        if let (Some(last), Some(role), Some(reach)) = (found.last_mut(), role, reach) {
            last.roles.push(held(&role, &reach)?);
        }
        Ok(())
    };
    select.rows(tx, put).await?;
    found.iter_mut().for_each(|position| position.roles.sort_unstable());
    Ok(found)
}

fn held(role: &str, reach: &str) -> Result<PositionRole> {
    Ok(PositionRole { role: word(role, Role::from_word)?, reach: word(reach, Reach::from_word)? })
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

/// The tenures of the positions of the bodies in sight.
fn in_sight<'a>(sight: &Sight) -> Select<'a> {
    let text = "SELECT tenure.id, tenure.position, tenure.staff, tenure.from_on, tenure.to_on, tenure.version FROM tenure \
                JOIN position ON position.area = tenure.area AND position.id = tenure.position WHERE tenure.area = $1";
    Select::new(text).with(sight.area().0).in_sight("position.body", sight)
}

fn tenure(cells: &mut Cells<'_>) -> Result<Tenure> {
    Ok(Tenure {
        id: TenureId(cells.next()?),
        position: PositionId(cells.next()?),
        staff: StaffId(cells.next()?),
        from: cells.next()?,
        to: cells.next()?,
        version: cells.next()?,
    })
}

/// Every tenure of the positions in sight, by first day.
///
/// # Errors
/// What the database says.
pub async fn list_tenures(tx: &mut Tx, sight: &Sight) -> Result<Vec<Tenure>> {
    in_sight(sight).and(" ORDER BY tenure.from_on, tenure.id").rows(tx, tenure).await
}

/// A tenure of a position in sight.
///
/// # Errors
/// What the database says.
pub async fn find_tenure(tx: &mut Tx, sight: &Sight, id: TenureId) -> Result<Option<Tenure>> {
    in_sight(sight).and(" AND tenure.id = ").bind(id.0).first(tx, tenure).await
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

/// The question for every body of the area `$1`, with the roles of the person that `staff` names, on the day that `on`
/// names; a row for every role.
pub(crate) fn posts_question(staff: &str, on: &str, dialect: Dialect) -> String {
    let (body, parent) = (dialect.identifier("body.id"), dialect.identifier("body.parent"));
    let columns = format!("{body}, NULLIF({parent}, ''), body.kind, held.role, held.reach");
    format!(
        "{} FROM body LEFT JOIN ( \
         SELECT position.body, position_role.role, position_role.reach FROM tenure \
         JOIN position ON position.area = tenure.area AND position.id = tenure.position \
         JOIN position_role ON position_role.area = position.area AND position_role.position = position.id \
         WHERE tenure.area = $1 AND tenure.staff = {staff} AND tenure.from_on <= {on} \
         AND (tenure.to_on IS NULL OR tenure.to_on >= {on})) AS held ON held.body = body.id \
         WHERE body.area = $1",
        question(0, &columns, dialect)
    )
}

/// The answer to [`posts_question`].
pub(crate) fn read_posts(answers: &mut Answers) -> Result<Vec<Post>> {
    let mut posts: Vec<Post> = Vec::new();
    let put = |cells: &mut Cells<'_>| {
        let (body, parent) = (BodyId(cells.next()?), cells.next::<Option<Uuid>>()?.map(BodyId));
        let kind = word(&cells.next::<String>()?, BodyKind::from_word)?;
        if posts.last().is_none_or(|last| last.body != body) {
            posts.push(Post { body, parent, kind, roles: Vec::new() });
        }
        let (role, reach): (Option<String>, Option<String>) = (cells.next()?, cells.next()?);
        if let (Some(last), Some(role), Some(reach)) = (posts.last_mut(), role, reach) {
            last.roles.push(held(&role, &reach)?);
        }
        Ok(())
    };
    answers.take(0, put)?;
    posts.iter_mut().for_each(|post| post.roles.sort_unstable());
    Ok(posts)
}

/// Every body of the area, each with the roles that a person has there on a day: for the decision on what they may see.
///
/// # Errors
/// What the database says.
pub async fn list_posts(tx: &mut Tx, area: AreaId, staff: StaffId, on: Date) -> Result<Vec<Post>> {
    static POSTS: Text = Text::new();
    let text = POSTS.of(tx, |dialect| in_one(&[posts_question("$2", "$3", dialect)]));
    let select = Select::new(text).with(area.0).with(staff.0).with(Some(on));
    read_posts(&mut Answers::ask(tx, select, 1).await?)
}
