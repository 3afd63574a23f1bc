// SPDX-License-Identifier: AGPL-3.0-or-later
//! A whole version back as it was read.

use super::shape::Scope;
use super::version::{Header, find_version};
use super::{amounts, efforts, indicators, money, nodes, notes, phases, tables, timetables};
use crate::{Result, Tx};
use ambito_domain::office::{PlanId, Sight};
use ambito_domain::planning::PlanDraft;

/// All that a version of a plan in sight says, names of people included: the sight is that of who may see them.
///
/// # Errors
/// What the database says.
pub async fn load_draft(
    tx: &mut Tx,
    people_sight: &Sight,
    plan: PlanId,
    number: Option<i64>,
) -> Result<Option<PlanDraft>> {
    let Some(found) = find_version(tx, people_sight, plan, number).await? else { return Ok(None) };
    let (key, whole) = (found.key, Scope::Whole);
    let Header { family, title, body, period, issued, act, version, status, coverage } = found.header;
    Ok(Some(PlanDraft {
        family,
        title,
        body,
        period,
        issued,
        act,
        version,
        status,
        nodes: nodes::load(tx, key).await?,
        indicators: indicators::load(tx, key, whole).await?,
        phases: phases::load(tx, key, whole).await?,
        budget_lines: money::load_budget_lines(tx, key, whole).await?,
        efforts: efforts::load(tx, key, whole).await?,
        allocations: money::load_allocations(tx, key, whole).await?,
        resources: money::load_resources(tx, key, whole).await?,
        timetables: timetables::load(tx, key, whole).await?,
        totals: amounts::load_totals(tx, key, whole).await?,
        amounts: amounts::load_amounts(tx, key, whole).await?,
        tables: tables::load(tx, key, whole).await?,
        notes: notes::load(tx, key, whole).await?,
        unread: notes::load_unread(tx, key).await?,
        coverage,
    }))
}
