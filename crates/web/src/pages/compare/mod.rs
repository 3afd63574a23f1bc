// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two plans beside each other: which, and what changed between them.
//!
//! Invariants: the answer stands first and is counted over the whole, whatever part of it is shown; a page has so many rows
//! whatever the size of the plans; every value leads to its place in the document.

pub mod choose;
mod export;
pub mod show;

use crate::server::{Answer, Context, Needs, Route};
use ambito_app::Error;
use ambito_app::compare::Side;
use ambito_domain::office::{PlanId, Right};

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/compare", Needs::Right(Right::ReadPlans), page)]
}

async fn page(context: Context) -> Answer {
    match (side_of(&context.query("old"))?, side_of(&context.query("new"))?) {
        (Some(old), Some(new)) => show::show(context, old, new).await,
        (one, other) => choose::show(context, one.or(other)).await,
    }
}

/// A plan and its version as an address has them: `ID`, `ID:2`.
fn side_of(text: &str) -> Result<Option<(PlanId, Option<i64>)>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    let (plan, number) = match text.split_once(':') {
        Some((plan, number)) => (plan, Some(number.parse().map_err(|_| Error::Absent("plan"))?)),
        None => (text, None),
    };
    Ok(Some((plan.parse().map_err(|()| Error::Absent("plan"))?, number)))
}

/// A side as an address has it.
fn word(side: &Side) -> String {
    format!("{}:{}", side.key.plan(), side.key.number())
}

/// The address of a comparison; the one that was in force, or was filed, before stands first.
fn href(one: &Side, other: &Side) -> String {
    let when = |side: &Side| (side.period.from, side.filed, side.key.number());
    let (old, new) = if when(other) <= when(one) { (other, one) } else { (one, other) };
    format!("/compare?old={}&new={}", word(old), word(new))
}
