// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans as they were filed: the list, a plan as a folding tree, a node with all that hangs from it, search. Read only.
//!
//! Invariants: the counts shown are those of the reading (`data-count`); every value has its line of the source; sums
//! are of the rows above them and of nothing else.

pub mod budget;
mod leaves;
pub mod list;
pub mod lists;
mod money;
pub mod node;
mod parts;
pub(crate) mod place;
mod results;
mod rooms;
pub mod search;
mod tables;
pub mod tree;
pub(crate) mod words;

use crate::server::{Context, Needs, Route};
use ambito_app::Error;
use ambito_app::plans::lists::PlanList;
use ambito_domain::office::{PlanId, Right};
use ambito_domain::planning::LineNo;
use axum::extract::Path;

/// The routes.
pub fn routes() -> Vec<Route> {
    let needs = Needs::Right(Right::ReadPlans);
    vec![
        Route::get("/plans", needs, list::show),
        Route::get("/plans/search", needs, search::show),
        Route::get("/plans/{id}", needs, tree::show),
        Route::get("/plans/{id}/nodes/{node}", needs, node::show),
        Route::get("/plans/{id}/budget", needs, budget::show),
        Route::get("/plans/{id}/search", needs, lists::search),
        list_of("/plans/{id}/nodes", needs, PlanList::Nodes),
        list_of("/plans/{id}/indicators", needs, PlanList::Indicators),
        list_of("/plans/{id}/phases", needs, PlanList::Phases),
        list_of("/plans/{id}/budget/lines", needs, PlanList::Budget),
        list_of("/plans/{id}/allocations", needs, PlanList::Allocations),
        list_of("/plans/{id}/costs", needs, PlanList::Costs),
        list_of("/plans/{id}/people", Needs::Right(Right::ReadPlanPeople), PlanList::People),
        list_of("/plans/{id}/load", Needs::Right(Right::ReadPlanPeople), PlanList::Load),
        list_of("/plans/{id}/amounts", needs, PlanList::Amounts),
        list_of("/plans/{id}/totals", needs, PlanList::Totals),
        list_of("/plans/{id}/notes", needs, PlanList::Notes),
        list_of("/plans/{id}/unread", needs, PlanList::Unread),
    ]
}

/// The route of a list of a plan.
fn list_of(path: &'static str, needs: Needs, list: PlanList) -> Route {
    Route::get(path, needs, move |context: Context, id: Path<String>| lists::show(context, id, list))
}

/// The plan of an address.
fn plan_of(id: &str) -> Result<PlanId, Error> {
    id.parse().map_err(|()| Error::Absent("plan"))
}

/// A number of the query, where it is there.
fn number_of<T: std::str::FromStr>(context: &Context, name: &str) -> Result<Option<T>, Error> {
    let text = context.query(name);
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| Error::Absent("page")) }
}

/// The address of a plan, or of what is below it, at the version that was asked for.
fn href(plan: PlanId, below: &str, version: Option<i64>) -> String {
    let version = version.map_or_else(String::new, |number| format!("?version={number}"));
    format!("/plans/{plan}{below}{version}")
}

/// An address with one more pair in its query.
fn joined(href: &str, pair: &str) -> String {
    let mark = if href.contains('?') { '&' } else { '?' };
    format!("{href}{mark}{pair}")
}

/// The address of a line of the document that a version was filed from.
pub(crate) fn source_href(plan: PlanId, version: i64, line: LineNo) -> String {
    format!("/plans/{plan}/source?version={version}&line={line}#l{line}")
}
