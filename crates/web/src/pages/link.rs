// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page behind a one-time link: a person sets their password.

use super::login::Asking;
use super::saving::again;
use crate::form::{Field, Form, Kind};
use crate::render::Label;
use crate::server::{Answer, Context, Needs, Posted, Route};
use ambito_app::Error;
use ambito_app::signing::{PASSWORD_MIN_CHARS, SessionKey};
use axum::extract::Path;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/link/{secret}", Needs::Nothing, ask), Route::post("/link/{secret}", Needs::Nothing, set)]
}

/// The two fields of a new password.
pub(crate) fn password_fields(form: Form) -> Form {
    let help = Label::key("password-help").with("count", PASSWORD_MIN_CHARS);
    form.field(
        Field::new("password", Label::key("password-new"), Kind::Password)
            .with_help(help)
            .filled_by_browser("new-password"),
    )
    .field(Field::new("again", Label::key("password-again"), Kind::Password).filled_by_browser("new-password"))
}

fn form(context: &Context, secret: &str, login: &str) -> Form {
    let form = Form::new(format!("/link/{secret}"), context.csrf(), Label::key("password-submit"));
    let name = Field::hidden("login", login).filled_by_browser("username");
    password_fields(form.field(name)).then(Label::key("link-then"))
}

fn key(secret: &str) -> Result<SessionKey, Error> {
    SessionKey::parse(secret).ok_or(Error::Absent("link"))
}

async fn ask(context: Context, Path(secret): Path<String>) -> Answer {
    let person = context.server.app.person_of_link(&key(&secret)?).await?;
    let intro = Label::key("link-intro").with("name", person.name).with("login", person.login.clone());
    let asking = Asking { intro, form: form(&context, &secret, &person.login) };
    context.show(&context.page(Label::key("link-title")), &asking)
}

async fn set(context: Context, Path(secret): Path<String>, posted: Posted) -> Answer {
    let app = &context.server.app;
    let link = key(&secret)?;
    let person = app.person_of_link(&link).await?;
    let (new, repeated) = (posted.get("password"), posted.get("again"));
    match app.set_password(&link, new, repeated, &context.visitor.address).await {
        Ok(()) => Ok(context.go("/login", "password")),
        Err(error) => {
            let intro = Label::key("link-intro").with("name", person.name).with("login", person.login.clone());
            let form = again(form(&context, &secret, &person.login), &posted, error)?;
            context.show_again(&context.page(Label::key("link-title")), &Asking { intro, form })
        }
    }
}
