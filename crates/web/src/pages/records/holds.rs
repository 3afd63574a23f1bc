// SPDX-License-Identifier: AGPL-3.0-or-later
//! Holds: what is kept beyond its time while a matter is open.

use super::{Asking, kind_key};
use crate::form::{Field, Form, Kind as FieldKind};
use crate::pages::saving::again;
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context, Needs, Posted, Route};
use ambito_app::Error;
use ambito_app::retention::{HoldId, HoldInput, HoldTarget, NamedHold, RetainedKind};
use ambito_domain::office::Right;
use axum::extract::Path;
use serde::Serialize;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/retention/holds", Needs::Right(Right::ReadRetention), list),
        Route::get("/retention/holds/new", Needs::Right(Right::HoldRecords), ask_new),
        Route::post("/retention/holds/new", Needs::Right(Right::HoldRecords), place),
        Route::get("/retention/holds/{id}/lift", Needs::Right(Right::HoldRecords), ask_lift),
        Route::post("/retention/holds/{id}/lift", Needs::Right(Right::HoldRecords), lift),
    ]
}

/// The holds.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Holds {
    holds: Vec<Shown>,
    may_hold: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Shown {
    on: Label,
    reason: String,
    placed: i64,
    placed_by: String,
    lifted: Option<i64>,
    lifted_by: String,
    lifted_reason: String,
    lift: String,
}

impl Content for Holds {
    const TEMPLATE: &'static str = "records/holds.html";

    fn samples() -> Vec<Self> {
        let open = Shown {
            on: Label::said("Ada Fabbri"),
            reason: "ricorso 12/2027".to_owned(),
            placed: 1_795_348_800_000_000,
            placed_by: "Elsa Neri".to_owned(),
            lifted: None,
            lifted_by: String::new(),
            lifted_reason: String::new(),
            lift: "/retention/holds/1/lift".to_owned(),
        };
        let lifted = Shown {
            lifted: Some(1_795_348_900_000_000),
            lifted_by: "Elsa Neri".to_owned(),
            lifted_reason: "chiuso".to_owned(),
            ..open.clone()
        };
        vec![
            Self { holds: vec![open, lifted], may_hold: true },
            Self { holds: Vec::new(), may_hold: true },
            Self { holds: Vec::new(), may_hold: false },
        ]
    }
}

fn shown(named: NamedHold) -> Shown {
    let NamedHold { hold, person, placed_by, lifted_by } = named;
    let on = match hold.target {
        HoldTarget::Person(_) => Label::said(person.unwrap_or_default()),
        HoldTarget::Record(record) => Label::key("hold-on-record").with("record", record.simple().to_string()),
        HoldTarget::Kind(kind) => Label::key(kind_key(kind)),
    };
    Shown {
        on,
        reason: hold.reason,
        placed: hold.placed.as_microsecond(),
        placed_by,
        lifted: hold.lifted.as_ref().map(|lifted| lifted.at.as_microsecond()),
        lifted_by: lifted_by.unwrap_or_default(),
        lifted_reason: hold.lifted.map(|lifted| lifted.reason).unwrap_or_default(),
        lift: format!("/retention/holds/{}/lift", hold.id),
    }
}

fn under(page: Page) -> Page {
    page.under("/retention", Label::key("retention-title"))
}

async fn list(context: Context) -> Answer {
    let holds = context.server.app.list_holds(&context.viewer).await?;
    let may_hold = context.viewer.may(Right::HoldRecords);
    let content = Holds { holds: holds.into_iter().map(shown).collect(), may_hold };
    context.show(&under(context.page(Label::key("holds-title"))), &content)
}

async fn new_form(context: &Context) -> Result<Form, Error> {
    let mut person = Field::new("person", Label::key("hold-person"), FieldKind::Select).optional();
    for one in context.server.app.list_staff(&context.viewer).await? {
        person = person.with_choice(one.id.to_string(), Label::said(one.name));
    }
    let mut kind = Field::new("kind", Label::key("hold-kind"), FieldKind::Select).optional();
    for one in RetainedKind::ALL {
        kind = kind.with_choice(one.word(), Label::key(kind_key(one)));
    }
    let record = Field::new("record", Label::key("hold-record"), FieldKind::Text).optional();
    let reason = Field::new("reason", Label::key("hold-reason"), FieldKind::Textarea);
    Ok(Form::new("/retention/holds/new", context.csrf(), Label::key("hold-place"))
        .field(person)
        .field(record.with_help(Label::key("hold-record-help")))
        .field(kind)
        .field(reason.with_help(Label::key("hold-reason-help")))
        .then(Label::key("hold-then"))
        .or_back_to("/retention/holds"))
}

fn new_page(context: &Context) -> Page {
    under(context.page(Label::key("hold-new"))).under("/retention/holds", Label::key("holds-title"))
}

async fn ask_new(context: Context) -> Answer {
    let form = new_form(&context).await?;
    context.show(&new_page(&context), &Asking { what: Label::key("holds-what"), form })
}

async fn place(context: Context, posted: Posted) -> Answer {
    let form = new_form(&context).await?;
    let what = Label::key("holds-what");
    if posted.is_resumed() {
        return context.show(&new_page(&context), &Asking { what, form: form.typed(posted.typed()) });
    }
    let input = HoldInput {
        person: posted.text("person"),
        record: posted.text("record"),
        kind: posted.text("kind"),
        reason: posted.text("reason"),
    };
    match context.server.app.place_hold(&context.viewer, &input).await {
        Ok(_) => Ok(context.go("/retention/holds", "added")),
        Err(error) => context.show_again(&new_page(&context), &Asking { what, form: again(form, &posted, error)? }),
    }
}

fn id_of(text: &str) -> Result<HoldId, Error> {
    text.parse().map_err(|()| Error::Absent("legal_hold"))
}

fn lift_form(context: &Context, id: HoldId) -> Form {
    let reason = Field::new("reason", Label::key("hold-lift-reason"), FieldKind::Textarea);
    Form::new(format!("/retention/holds/{id}/lift"), context.csrf(), Label::key("hold-lift"))
        .field(reason)
        .then(Label::key("hold-lift-then"))
        .or_back_to("/retention/holds")
        .grave()
}

fn lift_page(context: &Context) -> Page {
    under(context.page(Label::key("hold-lift"))).under("/retention/holds", Label::key("holds-title"))
}

/// What a hold that is in force keeps, and why.
async fn hold_words(context: &Context, id: HoldId) -> Result<Label, Error> {
    let holds = context.server.app.list_holds(&context.viewer).await?;
    let found = holds.into_iter().find(|named| named.hold.id == id).ok_or(Error::Absent("legal_hold"))?;
    Ok(Label::key("hold-lift-what").with("reason", found.hold.reason))
}

async fn ask_lift(context: Context, Path(id): Path<String>) -> Answer {
    let id = id_of(&id)?;
    let what = hold_words(&context, id).await?;
    context.show(&lift_page(&context), &Asking { what, form: lift_form(&context, id) })
}

async fn lift(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = id_of(&id)?;
    let form = lift_form(&context, id);
    let what = hold_words(&context, id).await?;
    if posted.is_resumed() {
        return context.show(&lift_page(&context), &Asking { what, form: form.typed(posted.typed()) });
    }
    match context.server.app.lift_hold(&context.viewer, id, posted.get("reason")).await {
        Ok(()) => Ok(context.go("/retention/holds", "ended")),
        Err(error) => context.show_again(&lift_page(&context), &Asking { what, form: again(form, &posted, error)? }),
    }
}
