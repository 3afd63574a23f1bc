// SPDX-License-Identifier: AGPL-3.0-or-later
//! The plans in sight.

use crate::{App, Result, Viewer};
use ambito_domain::office::{BodyId, PlanId, Right, keeper};
use ambito_store::plans::{self, Plan};
use ambito_store::{Tx, bodies};
use std::collections::BTreeMap;

/// How many plans a page has.
const PAGE_PLANS: u32 = 50;

/// A plan of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPlan {
    /// The plan.
    pub plan: Plan,
    /// The name of its body.
    pub body: String,
}

/// Some plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanPage {
    /// The plans, the last filed first.
    pub plans: Vec<ListedPlan>,
    /// Where the next page goes on; absent on the last.
    pub next: Option<PlanId>,
}

impl App {
    /// The plans in sight, the last filed first.
    ///
    /// # Errors
    /// [`Error::Denied`](crate::Error::Denied), or what the database says.
    pub async fn list_plans(&self, viewer: &Viewer, after: Option<PlanId>) -> Result<PlanPage> {
        let sight = viewer.sight(Right::ReadPlans)?;
        let mut tx = self.db.read().await?;
        let mut found = plans::list_plans(&mut tx, &sight, after, PAGE_PLANS + 1).await?;
        let next = cut(&mut found, PAGE_PLANS).then(|| found.last().map(|plan| plan.id)).flatten();
        let names = body_names(&mut tx, viewer).await?;
        let plans = found.into_iter().map(|plan| ListedPlan { body: name_of(&names, plan.body), plan }).collect();
        Ok(PlanPage { plans, next })
    }
}

/// Cuts a list to a page; whether there was more.
pub(super) fn cut<T>(found: &mut Vec<T>, most: u32) -> bool {
    let more = found.len() > most as usize;
    found.truncate(most as usize);
    more
}

/// The names of the area's bodies, for the plans in sight: who sees a plan may know whose it is.
pub(super) async fn body_names(tx: &mut Tx, viewer: &Viewer) -> Result<BTreeMap<BodyId, String>> {
    let all = bodies::list(tx, &keeper(viewer.area())).await?;
    Ok(all.into_iter().map(|body| (body.id, body.name)).collect())
}

pub(super) fn name_of(names: &BTreeMap<BodyId, String>, body: BodyId) -> String {
    names.get(&body).cloned().unwrap_or_default()
}
