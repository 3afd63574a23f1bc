// SPDX-License-Identifier: AGPL-3.0-or-later
//! The JSON for other programs, which come with a token: bodies, plans, the tree of a plan.
//!
//! Invariants: the same use cases as the pages, so the same rights; keys are the words of the glossary, amounts are
//! strings in euro with two decimals, dates are ISO, as in `ambito read`. Deliberately absent: writing.

use crate::server::{Answer, Context, Needs, Route};
use ambito_app::Error;
use ambito_app::plans::{Branch, Counts, Plan};
use ambito_domain::office::{Body, PlanId, Right};
use axum::Json;
use axum::extract::Path;
use axum::response::IntoResponse;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The addresses of this room begin so.
pub(crate) const ROOT: &str = "/api/";

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/api/bodies", Needs::Right(Right::ReadBodies), bodies),
        Route::get("/api/plans", Needs::Right(Right::ReadPlans), plans),
        Route::get("/api/plans/{id}", Needs::Right(Right::ReadPlans), plan),
    ]
}

/// The rights that the JSON asks for: what a token can usefully be given.
pub(crate) fn rights() -> BTreeSet<Right> {
    let needed = routes().into_iter().filter_map(|route| match route.needs {
        Needs::Right(right) => Some(right),
        Needs::Nothing | Needs::Person => None,
    });
    needed.collect()
}

async fn bodies(context: Context) -> Answer {
    let bodies = context.server.app.list_bodies(&context.viewer).await?;
    let bodies: Vec<Value> = bodies.iter().map(body).collect();
    Ok(Json(json!({ "schema": "ambito.bodies/1", "bodies": bodies })).into_response())
}

fn body(body: &Body) -> Value {
    let Body { id, parent, kind, name, istat, ipa, valid, version: _ } = body;
    json!({
        "id": id.to_string(),
        "parent": parent.map(|parent| parent.to_string()),
        "kind": kind.word(),
        "name": name,
        "istat": istat,
        "ipa": ipa,
        "valid": { "from": valid.from.map(|day| day.to_string()), "to": valid.to.map(|day| day.to_string()) },
    })
}

async fn plans(context: Context) -> Answer {
    let after = context.query("after");
    let after = if after.is_empty() { None } else { Some(id_of(&after)?) };
    let page = context.server.app.list_plans(&context.viewer, after).await?;
    let plans: Vec<Value> = page.plans.iter().map(|listed| plan_of(&listed.plan, &listed.body)).collect();
    let next = page.next.map(|next| next.to_string());
    Ok(Json(json!({ "schema": "ambito.plans/1", "plans": plans, "next": next })).into_response())
}

fn plan_of(plan: &Plan, of: &str) -> Value {
    let Plan { id, body, title, family, period, latest, filed, version: _ } = plan;
    json!({
        "id": id.to_string(),
        "body": { "id": body.to_string(), "name": of },
        "title": title,
        "family": family.map(|family| family.word()),
        "period": { "from": period.from.map(|day| day.to_string()), "to": period.to.map(|day| day.to_string()) },
        "version": latest,
        "filed": filed.to_string(),
    })
}

async fn plan(context: Context, Path(id): Path<String>) -> Answer {
    let tree = context.server.app.get_plan(&context.viewer, id_of(&id)?, None, None).await?;
    let nodes: Vec<Value> = tree.branches.iter().map(node).collect();
    let mut answer = plan_of(&tree.plan, &tree.body);
    if let Some(fields) = answer.as_object_mut() {
        fields.insert("schema".to_owned(), json!("ambito.plan/1"));
        fields.insert("counts".to_owned(), counts(&tree.version.counts));
        fields.insert("nodes".to_owned(), Value::Array(nodes));
        fields.insert("more".to_owned(), json!(tree.only_tops));
    }
    Ok(Json(answer).into_response())
}

fn node(branch: &Branch) -> Value {
    json!({
        "id": branch.id.0.to_string(),
        "parent": branch.parent.map(|parent| parent.0.to_string()),
        "level": branch.level,
        "code": branch.code,
        "title": branch.title,
        "inferred_title": branch.inferred_title,
        "kind": branch.kind,
        "in_body": branch.in_body,
        "summary_amount": branch.summary_amount.map(|cents| cents.to_string()),
        "line": branch.line,
        "counts": counts(&branch.counts),
    })
}

fn counts(counts: &Counts) -> Value {
    json!({
        "nodes": counts.nodes,
        "indicators": counts.indicators,
        "phases": counts.phases,
        "budget_lines": counts.budget_lines,
        "efforts": counts.efforts,
        "allocations": counts.allocations,
        "resources": counts.resources,
        "timetables": counts.timetables,
        "totals": counts.totals,
        "amounts": counts.amounts,
        "tables": counts.tables,
        "notes": counts.notes,
        "unread": counts.unread,
    })
}

fn id_of(text: &str) -> Result<PlanId, Error> {
    text.parse().map_err(|()| Error::Absent("plan"))
}
