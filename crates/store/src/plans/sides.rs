// SPDX-License-Identifier: AGPL-3.0-or-later
//! Versions in short, each with its plan, its body and the format of its file: to be chosen from, and compared.

use super::places::{self, Place};
use super::shape::VersionKey;
use super::words::Word;
use crate::cells::Cells;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::{Period, Timestamp};
use ambito_domain::office::{BodyId, DocumentId, PlanId, Sight};
use ambito_domain::planning::{Family, LineNo};

/// How many versions are offered at most.
const SIDES_MAX: u32 = 200;

/// A version in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The key to what is inside.
    pub key: VersionKey,
    /// The body whose plan it is.
    pub body: BodyId,
    /// What that is called.
    pub body_name: String,
    /// What the version is called: as printed, else as the plan.
    pub title: String,
    /// The family of the plan.
    pub family: Option<Family>,
    /// First and last day in force.
    pub period: Period,
    /// When it was filed.
    pub filed: Timestamp,
    /// The number of the latest version of the plan.
    pub latest: i64,
    /// The file it was read from.
    pub document: DocumentId,
    /// The word of that file's format.
    pub format: String,
    /// How many people's shares of time are in it.
    pub efforts: u32,
}

const TEXT: &str = "SELECT plan.id, plan_version.version, plan.body, body.name, \
    COALESCE(plan_version.title, plan.title), plan.family, plan_version.period_from, plan_version.period_to, \
    plan_version.filed_at, plan.latest, document.id, document.format, plan_version.efforts FROM plan \
    JOIN plan_version ON plan_version.area = plan.area AND plan_version.plan = plan.id \
    JOIN body ON body.area = plan.area AND body.id = plan.body \
    JOIN document ON document.area = plan_version.area AND document.id = plan_version.document \
    WHERE plan.area = $1";

fn read(cells: &mut Cells<'_>, sight: &Sight) -> Result<Side> {
    let (plan, number, body) = (PlanId(cells.next()?), cells.next()?, BodyId(cells.next()?));
    Ok(Side {
        key: VersionKey { area: sight.area(), plan, body, number },
        body,
        body_name: cells.next()?,
        title: cells.next()?,
        family: Word::next_option(cells)?,
        period: Period { from: cells.next()?, to: cells.next()? },
        filed: cells.next()?,
        latest: cells.next()?,
        document: DocumentId(cells.next()?),
        format: cells.next()?,
        efforts: cells.next()?,
    })
}

/// A version of a plan in sight, in short; the latest where no number is named.
///
/// # Errors
/// What the database says.
pub async fn find_side(tx: &mut Tx, sight: &Sight, plan: PlanId, number: Option<i64>) -> Result<Option<Side>> {
    let select = Select::new(TEXT).with(sight.area().0).and(" AND plan.id = ").bind(plan.0);
    let select = match number {
        Some(number) => select.and(" AND plan_version.version = ").bind(number),
        None => select.and(" AND plan_version.version = plan.latest"),
    };
    select.in_sight("plan.body", sight).first(tx, |cells| read(cells, sight)).await
}

/// Two versions of plans in sight, in short; the latest of each where no number is named.
///
/// # Errors
/// What the database says.
pub async fn find_pair(tx: &mut Tx, sight: &Sight, wanted: [(PlanId, Option<i64>); 2]) -> Result<[Option<Side>; 2]> {
    let mut select = Select::new(TEXT).with(sight.area().0).and(" AND (1 = 0");
    for (plan, number) in wanted {
        select = select.and(" OR (plan.id = ").bind(plan.0);
        select = match number {
            Some(number) => select.and(" AND plan_version.version = ").bind(number).and(")"),
            None => select.and(" AND plan_version.version = plan.latest)"),
        };
    }
    let found = select.and(")").in_sight("plan.body", sight).rows(tx, |cells| read(cells, sight)).await?;
    let side = |(plan, number): (PlanId, Option<i64>)| {
        let is_it = |side: &&Side| side.key.plan == plan && side.key.number == number.unwrap_or(side.latest);
        found.iter().find(is_it).cloned()
    };
    Ok(wanted.map(side))
}

/// What a version can be compared with: the other versions of its plan, the latest first, then the latest versions of the
/// other plans of its body, those of its own family first, the nearest period first.
///
/// # Errors
/// What the database says.
pub async fn list_comparable(tx: &mut Tx, sight: &Sight, side: &Side) -> Result<Vec<Side>> {
    let select = Select::new(TEXT).with(sight.area().0).and(" AND plan.body = ").bind(side.body.0);
    let select = select.in_sight("plan.body", sight).and(" AND (plan_version.version = plan.latest OR plan.id = ");
    let select = select.bind(side.key.plan.0).and(") AND NOT (plan.id = ").bind(side.key.plan.0);
    let select = select.and(" AND plan_version.version = ").bind(side.key.number);
    let select = select.and(") ORDER BY CASE WHEN plan.id = ").bind(side.key.plan.0);
    let select = select.and(" THEN 0 WHEN plan.family = ").bind(side.family.map_or("", Family::word));
    select
        .and(
            " THEN 1 ELSE 2 END, plan_version.period_from IS NULL, plan_version.period_from DESC, \
              plan_version.version DESC, plan_version.filed_at DESC, plan.id LIMIT ",
        )
        .bind(SIDES_MAX)
        .rows(tx, |cells| read(cells, sight))
        .await
}

/// The latest version of every plan in sight, the last filed first.
///
/// # Errors
/// What the database says.
pub async fn list_sides(tx: &mut Tx, sight: &Sight) -> Result<Vec<Side>> {
    let select = Select::new(TEXT).with(sight.area().0).and(" AND plan_version.version = plan.latest");
    let select = select.in_sight("plan.body", sight).and(" ORDER BY plan_version.filed_at DESC, plan.id LIMIT ");
    select.bind(SIDES_MAX).rows(tx, |cells| read(cells, sight)).await
}

/// The places of some lines of a version, in order; none for plain text, whose lines are the file's.
///
/// # Errors
/// What the database says.
pub async fn list_places_of(tx: &mut Tx, key: &VersionKey, lines: &[LineNo]) -> Result<Vec<Place>> {
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let mut select = places::of_version(key).and(" AND line IN (");
    for (at, line) in lines.iter().enumerate() {
        select = select.and(if at == 0 { "" } else { ", " }).bind(*line);
    }
    select.and(") ORDER BY line").rows(tx, places::read).await
}
