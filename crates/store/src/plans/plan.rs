// SPDX-License-Identifier: AGPL-3.0-or-later
//! The plans themselves: what stays the same from one version to the next.

use super::shape::VersionKey;
use super::words::Word;
use crate::cells::Cells;
use crate::db::sql;
use crate::rows::{day, microseconds};
use crate::select::Select;
use crate::values::Value;
use crate::{Result, Tx};
use ambito_base::{Period, Timestamp, Uuid};
use ambito_domain::office::{AreaId, BodyId, PlanId, Sight};
use ambito_domain::planning::Family;

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Which.
    pub id: PlanId,
    /// The body whose it is.
    pub body: BodyId,
    /// What it is called.
    pub title: String,
    /// Its family, where it is known.
    pub family: Option<Family>,
    /// First and last day in force.
    pub period: Period,
    /// The number of its latest version.
    pub latest: i64,
    /// When that was filed.
    pub filed: Timestamp,
    /// How often it was saved.
    pub version: i64,
}

/// The columns, in the order in which they are read.
pub(super) const COLUMNS: &str = "id, body, title, family, period_from, period_to, latest, filed_at, version";

/// The plan of a row.
pub(super) fn read(cells: &mut Cells<'_>) -> Result<Plan> {
    Ok(Plan {
        id: PlanId(cells.next()?),
        body: BodyId(cells.next()?),
        title: cells.next()?,
        family: Word::next_option(cells)?,
        period: Period { from: cells.next()?, to: cells.next()? },
        latest: cells.next()?,
        filed: cells.next()?,
        version: cells.next()?,
    })
}

/// The plans in sight, the last filed first; those after one, where one is named.
///
/// # Errors
/// What the database says.
pub async fn list_plans(tx: &mut Tx, sight: &Sight, after: Option<PlanId>, most: u32) -> Result<Vec<Plan>> {
    let select = Select::new(format!("SELECT {COLUMNS} FROM plan WHERE area = $1")).with(sight.area().0);
    let mut select = select.in_sight("body", sight);
    if let Some(after) = after {
        let from = " AND (filed_at, id) < (SELECT filed_at, id FROM plan WHERE area = $1 AND id = ";
        select = select.and(from).bind(after.0).and(")");
    }
    select.and(" ORDER BY filed_at DESC, id DESC LIMIT ").bind(most).rows(tx, read).await
}

/// How many plans are in sight.
///
/// # Errors
/// What the database says.
pub async fn count_plans(tx: &mut Tx, sight: &Sight) -> Result<u64> {
    let select = Select::new("SELECT COUNT(*) FROM plan WHERE area = $1").with(sight.area().0);
    let count: Option<i64> = select.in_sight("body", sight).first(tx, |cells| cells.next()).await?;
    Ok(count.and_then(|count| u64::try_from(count).ok()).unwrap_or_default())
}

/// A plan in sight.
///
/// # Errors
/// What the database says.
pub async fn find_plan(tx: &mut Tx, sight: &Sight, id: PlanId) -> Result<Option<Plan>> {
    let text = format!("SELECT {COLUMNS} FROM plan WHERE area = $1 AND id = $2");
    let select = Select::new(text).with(sight.area().0).with(id.0).in_sight("body", sight);
    select.first(tx, read).await
}

/// The plan of a body with the same family and period, the last filed where there are more.
///
/// # Errors
/// What the database says.
pub async fn find_same(
    tx: &mut Tx,
    sight: &Sight,
    body: BodyId,
    family: Family,
    period: Period,
) -> Result<Option<Plan>> {
    let text = format!("SELECT {COLUMNS} FROM plan WHERE area = $1 AND body = $2 AND family = $3");
    let select = Select::new(text).with(sight.area().0).with(body.0).with(family.word());
    let mut select = select.in_sight("body", sight);
    for (column, date) in [("period_from", period.from), ("period_to", period.to)] {
        select = match date {
            Some(date) => select.and(&format!(" AND {column} = ")).bind(Value::from(Some(date))),
            None => select.and(&format!(" AND {column} IS NULL")),
        };
    }
    select.and(" ORDER BY filed_at DESC, id DESC LIMIT 1").first(tx, read).await
}

/// Makes who files for a body wait for who files for it already, until that transaction ends; whether the body is there.
///
/// # Errors
/// What the database says.
pub async fn lock_body(tx: &mut Tx, area: AreaId, body: BodyId) -> Result<bool> {
    let text = "UPDATE body SET version = version WHERE area = $1 AND id = $2";
    Ok(sql!(tx, execute, text, area.0, body.0)? == 1)
}

/// Adds a plan whose first version is filed next.
///
/// # Errors
/// What the database says.
pub async fn insert_plan(tx: &mut Tx, area: AreaId, plan: &Plan) -> Result<VersionKey> {
    let Plan { id, body, title, family, period, latest, filed, version } = plan;
    let text = "INSERT INTO plan (area, id, body, title, family, period_from, period_to, latest, filed_at, version) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let (from, to) = (period.from.map(day), period.to.map(day));
    let (family, filed) = (family.map(Family::word), microseconds(*filed));
    sql!(tx, execute, text, area.0, id.0, body.0, title, family, from, to, *latest, filed, *version)?;
    Ok(VersionKey { area, plan: *id, body: *body, number: *latest })
}

/// Gives a plan its next version, which is filed next; the plan takes the title of what was filed last.
///
/// # Errors
/// What the database says.
pub async fn advance_plan(tx: &mut Tx, area: AreaId, id: PlanId, title: &str, filed: Timestamp) -> Result<VersionKey> {
    let text = "UPDATE plan SET latest = latest + 1, version = version + 1, title = $3, filed_at = $4 \
                WHERE area = $1 AND id = $2 RETURNING latest, body";
    let (number, body) = sql!(tx, one(i64, Uuid), text, area.0, id.0, title, microseconds(filed))?;
    Ok(VersionKey { area, plan: id, body: BodyId(body), number })
}
