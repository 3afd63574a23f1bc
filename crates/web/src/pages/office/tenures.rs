// SPDX-License-Identifier: AGPL-3.0-or-later
//! A person's time in a position: put in, and its days changed.

use super::bodies::under_bodies;
use super::positions::id_of as position_of;
use super::{Editing, day};
use crate::form::{Field, Form, Kind};
use crate::pages::saving::{Current, again, refill};
use crate::render::{Label, Page};
use crate::server::{Answer, Context, Failure, Needs, Posted, Route};
use ambito_app::Error;
use ambito_app::office::TenureInput;
use ambito_domain::office::{Position, Right, Tenure, TenureId};
use axum::extract::Path;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/positions/{id}/tenures/new", Needs::Right(Right::EditStaff), ask_new),
        Route::post("/positions/{id}/tenures/new", Needs::Right(Right::EditStaff), add),
        Route::get("/tenures/{id}/edit", Needs::Right(Right::EditStaff), ask),
        Route::post("/tenures/{id}/edit", Needs::Right(Right::EditStaff), save),
    ]
}

fn days(form: Form) -> Form {
    let to = Field::new("to", Label::key("tenure-to"), Kind::Date);
    form.field(Field::new("from", Label::key("tenure-from"), Kind::Date))
        .field(to.with_help(Label::key("tenure-to-help")).optional())
        .then(Label::key("tenure-then"))
}

async fn new_form(context: &Context, position: &Position) -> Result<Form, Failure> {
    let action = format!("/positions/{}/tenures/new", position.id);
    let mut person = Field::new("staff", Label::key("tenure-person"), Kind::Select);
    for one in context.server.app.list_staff(&context.viewer).await? {
        person = person.with_choice(one.id.to_string(), Label::said(one.name));
    }
    let form = Form::new(action, context.csrf(), Label::key("web-form-save")).field(person);
    Ok(days(form).or_back_to(format!("/positions/{}", position.id)))
}

fn page(context: &Context, title: Label, position: &Position) -> Page {
    under_bodies(context.page(title)).under(format!("/positions/{}", position.id), Label::said(position.title.clone()))
}

fn input(posted: &Posted) -> TenureInput {
    TenureInput { staff: posted.text("staff"), from: posted.text("from"), to: posted.text("to") }
}

async fn ask_new(context: Context, Path(id): Path<String>) -> Answer {
    let position = context.server.app.get_position(&context.viewer, position_of(&id)?).await?;
    let form = new_form(&context, &position).await?;
    context.show(&page(&context, Label::key("tenure-new"), &position), &Editing { form })
}

async fn add(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let position = app.get_position(viewer, position_of(&id)?).await?;
    let form = new_form(&context, &position).await?;
    let page = page(&context, Label::key("tenure-new"), &position);
    if posted.is_resumed() {
        return context.show(&page, &Editing { form: form.typed(posted.typed()) });
    }
    match app.add_tenure(viewer, position.id, &input(&posted)).await {
        Ok(_) => Ok(context.go(&format!("/positions/{}", position.id), "added")),
        Err(error) => context.show_again(&page, &Editing { form: again(form, &posted, error)? }),
    }
}

fn edit_form(context: &Context, tenure: &Tenure) -> Form {
    let form = Form::new(format!("/tenures/{}/edit", tenure.id), context.csrf(), Label::key("web-form-save"));
    days(form).or_back_to(format!("/positions/{}", tenure.position))
}

fn filled(form: Form, tenure: &Tenure) -> Form {
    form.on_version(tenure.version).typed([("from", tenure.from.to_string()), ("to", day(tenure.to))])
}

fn id_of(text: &str) -> Result<TenureId, Error> {
    text.parse().map_err(|()| Error::Absent("tenure"))
}

async fn ask(context: Context, Path(id): Path<String>) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let tenure = app.get_tenure(viewer, id_of(&id)?).await?;
    let position = app.get_position(viewer, tenure.position).await?;
    let form = filled(edit_form(&context, &tenure), &tenure);
    context.show(&page(&context, Label::key("tenure-edit"), &position), &Editing { form })
}

async fn save(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let (app, viewer, id) = (&context.server.app, &context.viewer, id_of(&id)?);
    let tenure = app.get_tenure(viewer, id).await?;
    let position = app.get_position(viewer, tenure.position).await?;
    let form = edit_form(&context, &tenure);
    let page = page(&context, Label::key("tenure-edit"), &position);
    if posted.is_resumed() {
        let form = form.on_version(posted.version()).typed(posted.typed());
        return context.show(&page, &Editing { form });
    }
    let Err(error) = app.save_tenure(viewer, id, posted.version(), &input(&posted)).await else {
        return Ok(context.go(&format!("/positions/{}", tenure.position), "saved"));
    };
    let current = async || {
        let tenure = app.get_tenure(viewer, id).await?;
        let form = filled(edit_form(&context, &tenure), &tenure);
        Ok(Current { form, version: tenure.version, object: id.0 })
    };
    let form = refill(&context, form, &posted, error, current).await?;
    context.show_again(&page, &Editing { form })
}
