// SPDX-License-Identifier: AGPL-3.0-or-later
//! Positions: what they are called, the roles they bring, who was in them.

use super::bodies::under_bodies;
use super::{Editing, ONCE};
use crate::form::{Field, Form, Kind};
use crate::pages::menu::role_key;
use crate::pages::saving::{Current, again, refill};
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context, Failure, Needs, Posted, Route};
use ambito_app::Error;
use ambito_app::office::PositionInput;
use ambito_domain::office::{Position, PositionId, Reach, Right, Role};
use axum::extract::Path;
use serde::Serialize;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/positions/new", Needs::Right(Right::EditStaff), ask_new),
        Route::post("/positions/new", Needs::Right(Right::EditStaff), add),
        Route::get("/positions/{id}", Needs::Right(Right::ReadBodies), show),
        Route::get("/positions/{id}/edit", Needs::Right(Right::EditStaff), ask),
        Route::post("/positions/{id}/edit", Needs::Right(Right::EditStaff), save),
    ]
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct OnePosition {
    id: String,
    body: (String, String),
    roles: Vec<(Label, Label)>,
    holders: Vec<Holder>,
    may_edit: bool,
    sees_people: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Holder {
    name: String,
    href: String,
    from: String,
    to: Option<String>,
    edit: String,
    now: bool,
}

impl Content for OnePosition {
    const TEMPLATE: &'static str = "office/position.html";

    fn samples() -> Vec<Self> {
        let holder = |to: Option<&str>, now| Holder {
            name: "Ada".to_owned(),
            href: "/people/1".to_owned(),
            from: "2027-01-01".to_owned(),
            to: to.map(str::to_owned),
            edit: "/tenures/1/edit".to_owned(),
            now,
        };
        let full = Self {
            id: "1".to_owned(),
            body: ("/bodies/1".to_owned(), "Ambito".to_owned()),
            roles: vec![(Label::key("role-manager"), Label::key("reach-subtree"))],
            holders: vec![holder(None, true), holder(Some("2027-01-31"), false)],
            may_edit: true,
            sees_people: true,
        };
        let bare = Self { roles: Vec::new(), holders: Vec::new(), may_edit: false, ..full.clone() };
        vec![full.clone(), bare, Self { holders: Vec::new(), sees_people: false, ..full }]
    }
}

/// The key of how far a role reaches.
const fn reach_key(reach: Reach) -> &'static str {
    match reach {
        Reach::Body => "reach-body",
        Reach::Subtree => "reach-subtree",
    }
}

pub(super) fn id_of(text: &str) -> Result<PositionId, Error> {
    text.parse().map_err(|()| Error::Absent("position"))
}

async fn show(context: Context, Path(id): Path<String>) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let position = app.get_position(viewer, id_of(&id)?).await?;
    let body = app.get_body(viewer, position.body).await?;
    let sees_people = viewer.may(Right::ReadStaff);
    let tenures = if sees_people { app.list_tenures(viewer).await? } else { Vec::new() };
    let today = app.today();
    let own = tenures.into_iter().filter(|(tenure, _)| tenure.position == position.id).rev();
    let holders = own.map(|(tenure, name)| Holder {
        name,
        href: format!("/people/{}", tenure.staff),
        from: tenure.from.to_string(),
        to: tenure.to.map(|day| day.to_string()),
        edit: format!("/tenures/{}/edit", tenure.id),
        now: tenure.holds_on(today),
    });
    let roles = position.roles.iter().map(|one| (Label::key(role_key(one.role)), Label::key(reach_key(one.reach))));
    let body_href = format!("/bodies/{}", body.id);
    let content = OnePosition {
        id: position.id.to_string(),
        body: (body_href.clone(), body.name.clone()),
        roles: roles.collect(),
        holders: holders.collect(),
        may_edit: viewer.may(Right::EditStaff),
        sees_people,
    };
    let page = under_bodies(context.page(Label::said(position.title))).under(body_href, Label::said(body.name));
    context.show(&page, &content)
}

async fn form(context: &Context, action: String, back: String) -> Result<Form, Failure> {
    let mut body = Field::new("body", Label::key("position-body"), Kind::Select);
    for one in context.server.app.list_bodies(&context.viewer).await? {
        body = body.with_choice(one.id.to_string(), Label::said(one.name));
    }
    let title = Field::new("title", Label::key("position-name"), Kind::Text);
    let mut form = Form::new(action, context.csrf(), Label::key("web-form-save"))
        .field(title.with_help(Label::key("position-name-help")))
        .field(body)
        .then(Label::key("position-then"))
        .or_back_to(back);
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Public) {
        let mut field = Field::new(role.word(), Label::key(role_key(role)), Kind::Select).optional();
        for reach in Reach::ALL {
            field = field.with_choice(reach.word(), Label::key(reach_key(reach)));
        }
        form = form.field(field);
    }
    Ok(form)
}

fn filled(form: Form, position: &Position) -> Form {
    let mut pairs = vec![("title", position.title.clone()), ("body", position.body.to_string())];
    pairs.extend(position.roles.iter().map(|one| (one.role.word(), one.reach.word().to_owned())));
    form.on_version(position.version).typed(pairs)
}

fn input(posted: &Posted) -> PositionInput {
    let given = Role::ALL.into_iter().map(|role| (role.word().to_owned(), posted.text(role.word())));
    let roles = given.filter(|(_, reach)| !reach.is_empty()).collect();
    PositionInput { body: posted.text("body"), title: posted.text("title"), roles }
}

fn new_page(context: &Context) -> Page {
    under_bodies(context.page(Label::key("position-new")))
}

async fn new_form(context: &Context) -> Result<Form, Failure> {
    Ok(form(context, "/positions/new".to_owned(), "/bodies".to_owned()).await?.field(Field::hidden(ONCE, "")))
}

async fn ask_new(context: Context) -> Answer {
    let form = new_form(&context).await?.typed([("body", context.query("body"))]);
    let form = form.typed([(ONCE, PositionId(context.server.app.fresh_id()).to_string())]);
    context.show(&new_page(&context), &Editing { form })
}

async fn add(context: Context, posted: Posted) -> Answer {
    let form = new_form(&context).await?;
    if posted.is_resumed() {
        return context.show(&new_page(&context), &Editing { form: form.typed(posted.typed()) });
    }
    match context.server.app.add_position(&context.viewer, once(&context, &posted), &input(&posted)).await {
        Ok(id) => Ok(context.go(&format!("/positions/{id}"), "added")),
        Err(error) => context.show_again(&new_page(&context), &Editing { form: again(form, &posted, error)? }),
    }
}

async fn edit_form(context: &Context, id: PositionId) -> Result<Form, Failure> {
    form(context, format!("/positions/{id}/edit"), format!("/positions/{id}")).await
}

fn edit_page(context: &Context, position: &Position) -> Page {
    let page = under_bodies(context.page(Label::key("position-edit").with("title", position.title.clone())));
    page.under(format!("/positions/{}", position.id), Label::said(position.title.clone()))
}

async fn ask(context: Context, Path(id): Path<String>) -> Answer {
    let position = context.server.app.get_position(&context.viewer, id_of(&id)?).await?;
    let form = filled(edit_form(&context, position.id).await?, &position);
    context.show(&edit_page(&context, &position), &Editing { form })
}

async fn save(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let (app, viewer, id) = (&context.server.app, &context.viewer, id_of(&id)?);
    let position = app.get_position(viewer, id).await?;
    let form = edit_form(&context, id).await?;
    if posted.is_resumed() {
        let form = form.on_version(posted.version()).typed(posted.typed());
        return context.show(&edit_page(&context, &position), &Editing { form });
    }
    let Err(error) = app.save_position(viewer, id, posted.version(), &input(&posted)).await else {
        return Ok(context.go(&format!("/positions/{id}"), "saved"));
    };
    let current = async || {
        let position = app.get_position(viewer, id).await?;
        let form = filled(edit_form(&context, id).await?, &position);
        Ok(Current { form, version: position.version, object: id.0 })
    };
    let form = refill(&context, form, &posted, error, current).await?;
    context.show_again(&edit_page(&context, &position), &Editing { form })
}

/// The identifier that the form was given when it was first shown.
fn once(context: &Context, posted: &Posted) -> PositionId {
    posted.get(ONCE).parse().unwrap_or_else(|()| PositionId(context.server.app.fresh_id()))
}
