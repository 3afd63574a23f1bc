// SPDX-License-Identifier: AGPL-3.0-or-later
//! The findings in sight in figures: by severity, by body, by document, by check, and over time.

use super::listing::{FROM, FindingFilter, FindingState, STATE, filtered};
use crate::rows::word;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::{Timestamp, Uuid};
use ambito_domain::office::{DocumentId, Sight};

/// How many groups a table has at most.
const GROUPS_MAX: u32 = 1_000;
/// How many looks of the checks are taken for the course of time at most.
const CHECKINGS_MAX: u32 = 50_000;
/// A day in microseconds.
const DAY_MICROSECONDS: i64 = 86_400_000_000;

/// What findings are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TallyBy {
    /// The body.
    Body,
    /// The document.
    Document,
    /// The check.
    Code,
}

/// How many findings there are of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The body or the document; absent for checks.
    pub id: Option<Uuid>,
    /// What it is called: a name, or the code of the check.
    pub name: String,
    /// Those that nobody lives with: errors, warnings, notes.
    pub open: [u32; 3],
    /// Those that somebody lives with.
    pub accepted: u32,
}

/// One look of the checks at one document: the last of its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayChecking {
    /// The document.
    pub document: DocumentId,
    /// When.
    pub checked: Timestamp,
    /// Errors, warnings, notes.
    pub found: [u32; 3],
}

/// How many findings a filter leaves, by state and severity: errors, warnings, notes of each state that there is.
///
/// # Errors
/// What the database says.
pub async fn count_findings(
    tx: &mut Tx,
    sight: &Sight,
    filter: &FindingFilter,
) -> Result<Vec<(FindingState, [u32; 3])>> {
    let select = filtered(&format!("{STATE}, finding.severity, COUNT(*) {FROM}"), sight, filter).and(" GROUP BY 1, 2");
    let rows = select
        .rows(tx, |cells| {
            let state = word(&cells.next::<String>()?, FindingState::from_word)?;
            Ok((state, cells.next::<u32>()?, cells.next::<u32>()?))
        })
        .await?;
    let mut counted = Vec::new();
    for state in FindingState::ALL {
        let mut counts = [0; 3];
        for (_, severity, count) in rows.iter().filter(|row| row.0 == state) {
            counts[column(*severity)] += count;
        }
        if counts != [0; 3] {
            counted.push((state, counts));
        }
    }
    Ok(counted)
}

/// How many findings of each group a filter leaves, the groups with most errors first.
///
/// # Errors
/// What the database says.
pub async fn tally_findings(tx: &mut Tx, sight: &Sight, filter: &FindingFilter, by: TallyBy) -> Result<Vec<Tally>> {
    let (id, name) = match by {
        TallyBy::Body => ("body.id", "body.name"),
        TallyBy::Document => ("document.id", "document.name"),
        // A check has no id; that of the area keeps the rows of one shape, and is not looked at.
        TallyBy::Code => ("finding.area", "finding.code"),
    };
    let open =
        |severity: u32| format!("COUNT(CASE WHEN {STATE} <> 'accepted' AND finding.severity = {severity} THEN 1 END)");
    let what = format!(
        "{id}, {name}, {}, {}, {}, COUNT(CASE WHEN {STATE} = 'accepted' THEN 1 END) {FROM}",
        open(2),
        open(1),
        open(0)
    );
    let select =
        filtered(&what, sight, filter).and(&format!(" GROUP BY {id}, {name} ORDER BY 3 DESC, 4 DESC, 5 DESC, 2"));
    let rows = select.and(" LIMIT ").bind(GROUPS_MAX).rows(tx, |cells| {
        let (id, name): (Uuid, String) = (cells.next()?, cells.next()?);
        let open = [cells.next()?, cells.next()?, cells.next()?];
        Ok(Tally { id: (by != TallyBy::Code).then_some(id), name, open, accepted: cells.next()? })
    });
    rows.await
}

/// The last look of the checks of each day at each document in sight that a filter leaves, in the order of time; of the
/// filter only body, document, plan and upload are looked at.
///
/// # Errors
/// What the database says.
pub async fn list_checkings_by_day(tx: &mut Tx, sight: &Sight, filter: &FindingFilter) -> Result<Vec<DayChecking>> {
    let FindingFilter { body, document, plan, upload, .. } = filter;
    let text = format!(
        "SELECT checking.document, checking.checked_at, checking.errors, checking.warnings, checking.notes FROM checking \
         JOIN document ON document.area = checking.area AND document.id = checking.document WHERE checking.area = $1 \
         AND NOT EXISTS (SELECT 1 FROM checking AS later WHERE later.area = checking.area \
         AND later.document = checking.document AND later.number > checking.number \
         AND later.checked_at / {DAY_MICROSECONDS} = checking.checked_at / {DAY_MICROSECONDS})"
    );
    let mut select = Select::new(text).with(sight.area().0).in_sight("document.body", sight);
    if let Some(body) = body {
        select = select.and(" AND document.body = ").bind(body.0);
    }
    if let Some(document) = document {
        select = select.and(" AND document.id = ").bind(document.0);
    }
    if let Some(plan) = plan {
        let filed = " AND EXISTS (SELECT 1 FROM plan_version WHERE plan_version.area = document.area \
                     AND plan_version.document = document.id AND plan_version.plan = ";
        select = select.and(filed).bind(plan.0).and(")");
    }
    if let Some(upload) = upload {
        let item = " AND EXISTS (SELECT 1 FROM upload_item WHERE upload_item.area = document.area \
                    AND upload_item.document = document.id AND upload_item.upload = ";
        select = select.and(item).bind(upload.0).and(")");
    }
    let select = select.and(" ORDER BY checking.checked_at DESC, checking.document LIMIT ").bind(CHECKINGS_MAX);
    let mut found = select
        .rows(tx, |cells| {
            let (document, checked) = (DocumentId(cells.next()?), cells.next()?);
            Ok(DayChecking { document, checked, found: [cells.next()?, cells.next()?, cells.next()?] })
        })
        .await?;
    found.reverse();
    Ok(found)
}

/// Where errors, warnings and notes stand.
const fn column(severity: u32) -> usize {
    match severity {
        2 => 0,
        1 => 1,
        _ => 2,
    }
}
