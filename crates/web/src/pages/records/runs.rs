// SPDX-License-Identifier: AGPL-3.0-or-later
//! One retention run: what it would delete, and the decision of another person.

use super::kind_key;
use super::retention::state;
use crate::form::{Field, Form, Kind as FieldKind};
use crate::pages::saving::again;
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context, Needs, Posted, Route};
use ambito_app::Error;
use ambito_app::retention::{RetainedKind, RunId, RunState, RunView, Undecidable};
use ambito_domain::office::Right;
use axum::extract::Path;
use serde::Serialize;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::post("/retention/prepare", Needs::Right(Right::PrepareRetention), prepare),
        Route::get("/retention/runs/{id}", Needs::Right(Right::ReadRetention), show),
        Route::post("/retention/runs/{id}/carry-out", Needs::Right(Right::DecideRetention), carry_out),
        Route::post("/retention/runs/{id}/refuse", Needs::Right(Right::DecideRetention), refuse),
    ]
}

/// A run.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OneRun {
    csrf: String,
    id: String,
    state: Label,
    prepared: i64,
    prepared_by: String,
    decided: Option<i64>,
    decided_by: String,
    reason: String,
    waits: bool,
    items: Vec<Item>,
    due: u64,
    held: u64,
    differs: bool,
    /// Why the viewer cannot decide, where they have the right to.
    hindrance: Option<Label>,
    refusal: Option<Label>,
    decide: Option<Form>,
}

#[derive(Clone, Debug, Serialize)]
struct Item {
    kind: Label,
    word: &'static str,
    months: u32,
    kept_from: String,
    prepared: u64,
    due: u64,
    held: u64,
    deleted: Option<u64>,
}

impl Content for OneRun {
    const TEMPLATE: &'static str = "records/run.html";

    fn samples() -> Vec<Self> {
        let item = |deleted| Item {
            kind: Label::key("retained-sessions"),
            word: "sessions",
            months: 6,
            kept_from: "2026-07-10".to_owned(),
            prepared: 12,
            due: 11,
            held: 1,
            deleted,
        };
        let field = Field::new("reason", Label::key("run-reason"), FieldKind::Textarea);
        let waiting = Self {
            csrf: "token".to_owned(),
            id: "1".to_owned(),
            state: Label::key("run-prepared"),
            prepared: 1_795_348_800_000_000,
            prepared_by: "Ada Fabbri".to_owned(),
            decided: None,
            decided_by: String::new(),
            reason: String::new(),
            waits: true,
            items: vec![item(None)],
            due: 11,
            held: 1,
            differs: true,
            hindrance: None,
            refusal: Some(Label::key("run-changed")),
            decide: Some(Form::new("/retention/runs/1/refuse", "token", Label::key("run-refuse")).field(field)),
        };
        let own = Self {
            hindrance: Some(Label::key("retention-same-person")),
            refusal: None,
            decide: None,
            ..waiting.clone()
        };
        let done = Self {
            decided: Some(1_795_348_900_000_000),
            decided_by: "Elsa Neri".to_owned(),
            reason: "ricorso".to_owned(),
            waits: false,
            items: vec![item(Some(11))],
            hindrance: None,
            ..own.clone()
        };
        vec![waiting, own, done]
    }
}

fn page(context: &Context) -> Page {
    context.page(Label::key("run-title")).under("/retention", Label::key("retention-title"))
}

fn id_of(text: &str) -> Result<RunId, Error> {
    text.parse().map_err(|()| Error::Absent("retention_run"))
}

fn refuse_form(context: &Context, id: RunId) -> Form {
    let reason = Field::new("reason", Label::key("run-reason"), FieldKind::Textarea);
    Form::new(format!("/retention/runs/{id}/refuse"), context.csrf(), Label::key("run-refuse"))
        .field(reason.with_help(Label::key("run-reason-help")))
}

fn content(context: &Context, view: RunView) -> OneRun {
    let RunView { run, now, names, undecidable } = view;
    let (key, decided_by) = state(&run.state);
    let decided = match &run.state {
        RunState::Prepared => None,
        RunState::CarriedOut(decision) | RunState::Refused(decision, _) => Some(decision.at.as_microsecond()),
    };
    let name = |id| names.get(&id).cloned().unwrap_or_default();
    let items: Vec<Item> = run
        .items
        .iter()
        .enumerate()
        .map(|(at, item)| Item {
            kind: Label::key(kind_key(item.kind)),
            word: item.kind.word(),
            months: item.months,
            kept_from: item.kept_from.to_string(),
            prepared: item.due,
            due: now.get(at).map_or(item.due, |now| now.due),
            held: now.get(at).map_or(item.held, |now| now.held),
            deleted: item.deleted,
        })
        .collect();
    let may = context.viewer.may(Right::DecideRetention);
    let waits = run.state == RunState::Prepared;
    let own = undecidable == Some(Undecidable::SamePerson);
    OneRun {
        csrf: context.csrf(),
        id: run.id.to_string(),
        state: Label::key(key),
        prepared: run.prepared.as_microsecond(),
        prepared_by: name(run.prepared_by),
        decided,
        decided_by: decided_by.map(name).unwrap_or_default(),
        reason: if let RunState::Refused(_, reason) = &run.state { reason.clone() } else { String::new() },
        waits,
        due: items.iter().map(|item| item.due).sum(),
        held: items.iter().map(|item| item.held).sum(),
        differs: items.iter().any(|item| item.due != item.prepared),
        hindrance: (waits && (own || !may))
            .then(|| Label::key(if own { "retention-same-person" } else { "run-other-decides" })),
        refusal: None,
        decide: (waits && may && !own).then(|| refuse_form(context, run.id)),
        items,
    }
}

async fn prepare(context: Context) -> Answer {
    match context.server.app.prepare_run(&context.viewer).await {
        Ok(id) => Ok(context.go(&format!("/retention/runs/{id}"), "added")),
        // Another run waits: it is in the list.
        Err(Error::Invalid(_)) => Ok(context.go("/retention", "")),
        Err(error) => Err(error.into()),
    }
}

async fn show(context: Context, Path(id): Path<String>) -> Answer {
    let view = context.server.app.get_run(&context.viewer, id_of(&id)?).await?;
    let content = content(&context, view);
    context.show(&page(&context), &content)
}

async fn carry_out(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let (app, viewer, id) = (&context.server.app, &context.viewer, id_of(&id)?);
    let seen: Vec<(RetainedKind, u64)> = posted
        .all("seen")
        .filter_map(|pair| {
            let (kind, count) = pair.split_once('=')?;
            Some((RetainedKind::from_word(kind)?, count.parse().ok()?))
        })
        .collect();
    let refusal = if posted.is_resumed() {
        None
    } else {
        match app.carry_out_run(viewer, id, &seen).await {
            Ok(()) => return Ok(context.go(&format!("/retention/runs/{id}"), "saved")),
            Err(Error::Stale) => Some(Label::key("run-changed")),
            Err(Error::Invalid(faults)) => faults.first().map(|fault| Label::key(fault.key)),
            Err(error) => return Err(error.into()),
        }
    };
    let content = OneRun { refusal, ..content(&context, app.get_run(viewer, id).await?) };
    context.show_again(&page(&context), &content)
}

async fn refuse(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let (app, viewer, id) = (&context.server.app, &context.viewer, id_of(&id)?);
    let form = refuse_form(&context, id);
    let (decide, refusal) = if posted.is_resumed() {
        (form.typed(posted.typed()), None)
    } else {
        match app.refuse_run(viewer, id, posted.get("reason")).await {
            Ok(()) => return Ok(context.go(&format!("/retention/runs/{id}"), "saved")),
            Err(Error::Stale) => (form.typed(posted.typed()), Some(Label::key("run-changed"))),
            Err(error) => (again(form, &posted, error)?, None),
        }
    };
    let content = content(&context, app.get_run(viewer, id).await?);
    let decide = content.decide.is_some().then_some(decide);
    context.show_again(&page(&context), &OneRun { decide, refusal, ..content })
}
