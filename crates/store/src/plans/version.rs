// SPDX-License-Identifier: AGPL-3.0-or-later
//! The versions of a plan: what the front of the document says, how much of it was understood, how much is in it.

use super::counts::Counts;
use super::filing::Filing;
use super::shape::VersionKey;
use super::words::Word;
use crate::cells::Cells;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::{Date, Period, Timestamp, Uuid};
use ambito_domain::office::{BodyId, DocumentId, PlanId, Sight, StaffId};
use ambito_domain::planning::{Coverage, Family, PlanDraft};

/// What the front of a document says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The family.
    pub family: Option<Family>,
    /// The title as printed.
    pub title: Option<String>,
    /// The body that published it, as printed.
    pub body: Option<String>,
    /// First and last day in force.
    pub period: Period,
    /// The date of the document.
    pub issued: Option<Date>,
    /// The act that approved or published it, as printed.
    pub act: Option<String>,
    /// The version as printed.
    pub version: Option<String>,
    /// The status as printed.
    pub status: Option<String>,
    /// How much was understood.
    pub coverage: Coverage,
}

/// A version of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The key to what is inside.
    pub key: VersionKey,
    /// The body whose plan it is.
    pub body: BodyId,
    /// The file it was read from.
    pub document: DocumentId,
    /// When it was filed.
    pub filed: Timestamp,
    /// Who filed it; absent for who keeps the machine.
    pub filed_by: Option<StaffId>,
    /// What the front says.
    pub header: Header,
    /// How much is in it.
    pub counts: Counts,
}

/// What a version was filed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub document: DocumentId,
    /// The reading; absent where none was kept.
    pub reading: Option<i64>,
    /// When it was filed.
    pub filed: Timestamp,
    /// The number of the version.
    pub number: i64,
}

/// The columns but the plan and its body, in the order in which they are read.
pub(super) const COLUMNS: &str = "plan_version.version, document, plan_version.filed_at, filed_by, plan_version.family, \
    plan_version.title, publisher, plan_version.period_from, plan_version.period_to, issued, act, version_text, status, \
    lines, lines_read, lines_text, lines_unread, nodes, indicators, phases, budget_lines, efforts, allocations, \
    resources, timetables, totals, amounts, other_tables, notes, unread";

/// How many versions of a plan are listed at most.
const VERSIONS_MAX: u32 = 1_000;

/// Writes what the version itself says.
pub(super) async fn insert(tx: &mut Tx, key: VersionKey, filing: &Filing<'_>) -> Result<()> {
    let Filing { document, at: filed, by: filed_by, reading, corrections, draft, .. } = *filing;
    let columns = format!("area, plan, reading, corrections, {}", COLUMNS.replace("plan_version.", ""));
    let mut batch = crate::batch::Batch::new("plan_version", columns);
    let PlanDraft { family, title, body, period, issued, act, version, status, coverage, .. } = draft;
    let Coverage { lines, read, text, unread } = *coverage;
    batch
        .push(tx, |row| {
            row.put(key.area.0)
                .put(key.plan.0)
                .put(reading)
                .put(corrections)
                .put(key.number)
                .put(document.0)
                .put(filed.as_microsecond());
            row.put(filed_by.map(|by| by.0)).put(family.map(Family::word)).put(title).put(body);
            row.put(period.from).put(period.to).put(*issued).put(act).put(version).put(status);
            row.put(lines).put(read).put(text).put(unread);
            for (_, count) in Counts::of(draft).each() {
                row.put(count);
            }
        })
        .await?;
    batch.flush(tx).await
}

/// A version of a plan in sight; the latest where no number is named.
///
/// # Errors
/// What the database says.
pub async fn find_version(tx: &mut Tx, sight: &Sight, plan: PlanId, number: Option<i64>) -> Result<Option<Version>> {
    let select = of_plan(sight, plan);
    let select = match number {
        Some(number) => select.and(" AND plan_version.version = ").bind(number),
        None => select.and(" AND plan_version.version = plan.latest"),
    };
    select.first(tx, |cells| read(cells, sight, plan)).await
}

/// The file that a version in sight was read from, the reading, and when it was filed; the latest version where no number
/// is named.
///
/// # Errors
/// What the database says.
pub async fn find_origin(tx: &mut Tx, sight: &Sight, plan: PlanId, number: Option<i64>) -> Result<Option<Origin>> {
    let text = "SELECT document, reading, plan_version.filed_at, plan_version.version FROM plan \
                JOIN plan_version ON plan_version.area = plan.area AND plan_version.plan = plan.id \
                WHERE plan.area = $1 AND plan.id = $2";
    let select = Select::new(text).with(sight.area().0).with(plan.0).in_sight("plan.body", sight);
    let select = match number {
        Some(number) => select.and(" AND plan_version.version = ").bind(number),
        None => select.and(" AND plan_version.version = plan.latest"),
    };
    select
        .first(tx, |cells| {
            let (document, reading) = (DocumentId(cells.next()?), cells.next()?);
            Ok(Origin { document, reading, filed: cells.next()?, number: cells.next()? })
        })
        .await
}

/// The versions of a plan in sight, the latest first.
///
/// # Errors
/// What the database says.
pub async fn list_versions(tx: &mut Tx, sight: &Sight, plan: PlanId) -> Result<Vec<Version>> {
    let select = of_plan(sight, plan).and(" ORDER BY plan_version.version DESC LIMIT ").bind(VERSIONS_MAX);
    select.rows(tx, |cells| read(cells, sight, plan)).await
}

fn of_plan<'a>(sight: &Sight, plan: PlanId) -> Select<'a> {
    let text = format!(
        "SELECT plan.body, {COLUMNS} FROM plan \
         JOIN plan_version ON plan_version.area = plan.area AND plan_version.plan = plan.id \
         WHERE plan.area = $1 AND plan.id = $2"
    );
    Select::new(text).with(sight.area().0).with(plan.0).in_sight("plan.body", sight)
}

pub(super) fn read(cells: &mut Cells<'_>, sight: &Sight, plan: PlanId) -> Result<Version> {
    let body = BodyId(cells.next()?);
    let key = VersionKey { area: sight.area(), plan, body, number: cells.next()? };
    Ok(Version {
        key,
        body,
        document: DocumentId(cells.next()?),
        filed: cells.next()?,
        filed_by: cells.next::<Option<Uuid>>()?.map(StaffId),
        header: Header {
            family: Word::next_option(cells)?,
            title: cells.next()?,
            body: cells.next()?,
            period: Period { from: cells.next()?, to: cells.next()? },
            issued: cells.next()?,
            act: cells.next()?,
            version: cells.next()?,
            status: cells.next()?,
            coverage: Coverage {
                lines: cells.next()?,
                read: cells.next()?,
                text: cells.next()?,
                unread: cells.next()?,
            },
        },
        counts: Counts { nodes: cells.next()?, ..Counts::next(cells)? }.with_unread(cells.next()?),
    })
}
