// SPDX-License-Identifier: AGPL-3.0-or-later
//! A whole version back as it was read.

use super::version::find_version;
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
    super::content::load_whole(tx, found.key, found.header).await.map(Some)
}
