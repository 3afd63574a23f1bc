// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is mine: password, second factor, sessions, tokens for programs.

use super::api;
use super::link::password_fields;
use super::login::{Asking, Codes, Factor, factor_form};
use super::menu::right_key;
use super::saving::again;
use crate::form::{Field, Form, Kind};
use crate::render::{Content, Label};
use crate::server::{Answer, Context, Needs, Posted, Route};
use ambito_app::Error;
use ambito_app::signing::{NewToken, Session, Token};
use ambito_domain::office::{Right, SessionId, TokenId};
use axum::extract::Path;
use serde::Serialize;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/account", Needs::Person, show),
        Route::get("/account/password", Needs::Person, ask_password),
        Route::post("/account/password", Needs::Person, change_password),
        Route::get("/account/factor", Needs::Person, ask_factor),
        Route::post("/account/factor", Needs::Person, confirm_factor),
        Route::post("/account/sessions/{id}/end", Needs::Person, end_session),
        Route::get("/account/tokens/new", Needs::Person, ask_token),
        Route::post("/account/tokens/new", Needs::Person, make_token),
        Route::post("/account/tokens/{id}/end", Needs::Person, end_token),
    ]
}

#[derive(Serialize)]
pub(crate) struct Account {
    csrf: String,
    factor_since: Option<i64>,
    codes_left: u64,
    sessions: Vec<ShownSession>,
    tokens: Vec<ShownToken>,
}

#[derive(Serialize)]
struct ShownSession {
    id: String,
    address: String,
    agent: String,
    created: i64,
    seen: i64,
    this: bool,
}

#[derive(Serialize)]
struct ShownToken {
    id: String,
    name: String,
    rights: Vec<Label>,
    expires: i64,
    used: Option<i64>,
}

impl Content for Account {
    const TEMPLATE: &'static str = "account.html";

    fn samples() -> Vec<Self> {
        let moment = 1_795_348_800_000_000;
        let session = |this| ShownSession {
            id: if this { "1" } else { "2" }.to_owned(),
            address: "10.0.0.1".to_owned(),
            agent: "Firefox".to_owned(),
            created: moment,
            seen: moment,
            this,
        };
        let token = |id: &str, used| ShownToken {
            id: id.to_owned(),
            name: "cruscotto".to_owned(),
            rights: vec![Label::key("right-read-plans")],
            expires: moment,
            used,
        };
        let csrf = || "token".to_owned();
        let empty = Self { csrf: csrf(), factor_since: None, codes_left: 0, sessions: Vec::new(), tokens: Vec::new() };
        let sessions = vec![session(true), session(false)];
        let tokens = vec![token("3", None), token("4", Some(moment))];
        vec![empty, Self { csrf: csrf(), factor_since: Some(moment), codes_left: 4, sessions, tokens }]
    }
}

/// A token's secret, shown once.
#[derive(Serialize)]
pub(crate) struct MadeToken {
    secret: String,
}

impl Content for MadeToken {
    const TEMPLATE: &'static str = "token.html";

    fn samples() -> Vec<Self> {
        vec![Self { secret: "ambito_00.11".to_owned() }]
    }
}

async fn show(context: Context) -> Answer {
    let app = &context.server.app;
    let factor = app.factor_state(&context.viewer).await?;
    let sessions = app.list_own_sessions(&context.viewer).await?;
    let tokens = app.list_own_tokens(&context.viewer).await?;
    let account = Account {
        csrf: context.csrf(),
        factor_since: factor.since.map(|since| since.as_microsecond()),
        codes_left: u64::try_from(factor.codes_left).unwrap_or_default(),
        sessions: sessions.into_iter().map(|session| shown_session(&context, session)).collect(),
        tokens: tokens.into_iter().map(shown_token).collect(),
    };
    context.show(&context.page(Label::key("account-title")), &account)
}

fn shown_session(context: &Context, session: Session) -> ShownSession {
    ShownSession {
        id: session.id.to_string(),
        address: session.address,
        agent: session.agent,
        created: session.created.as_microsecond(),
        seen: session.seen.as_microsecond(),
        this: context.viewer.session == Some(session.id),
    }
}

fn shown_token(token: Token) -> ShownToken {
    ShownToken {
        id: token.id.to_string(),
        name: token.name,
        rights: token.scope.iter().map(|right| Label::key(right_key(*right))).collect(),
        expires: token.expires.as_microsecond(),
        used: token.used.map(|used| used.as_microsecond()),
    }
}

fn password_form(context: &Context) -> Form {
    let old = Field::new("old", Label::key("password-old"), Kind::Password).filled_by_browser("current-password");
    let form = Form::new("/account/password", context.csrf(), Label::key("password-submit"));
    password_fields(form.field(old)).then(Label::key("password-then")).or_back_to("/account")
}

fn password_page(context: &Context) -> crate::render::Page {
    context.page(Label::key("password-title")).under("/account", Label::key("account-title"))
}

async fn ask_password(context: Context) -> Answer {
    let asking = Asking { intro: Label::key("password-intro"), form: password_form(&context) };
    context.show(&password_page(&context), &asking)
}

async fn change_password(context: Context, posted: Posted) -> Answer {
    let (old, new, repeated) = (posted.get("old"), posted.get("password"), posted.get("again"));
    match context.server.app.change_password(&context.viewer, old, new, repeated).await {
        Ok(()) => Ok(context.go("/account", "password")),
        Err(error) => {
            let form = again(password_form(&context), &posted, error)?;
            context.show_again(&password_page(&context), &Asking { intro: Label::key("password-intro"), form })
        }
    }
}

async fn ask_factor(context: Context) -> Answer {
    let enrolment = context.server.app.begin_factor(&context.viewer).await?;
    let form = factor_form(&context, "/account/factor").or_back_to("/account");
    let page = context.page(Label::key("factor-title")).under("/account", Label::key("account-title"));
    context.show(&page, &Factor::new("factor-intro", &enrolment, form))
}

async fn confirm_factor(context: Context, posted: Posted) -> Answer {
    match context.server.app.confirm_factor(&context.viewer, posted.get("code")).await {
        Ok(codes) => {
            let page = context.page(Label::key("codes-title")).under("/account", Label::key("account-title"));
            context.show(&page, &Codes { codes, next: "/account".to_owned(), resume: None })
        }
        Err(Error::WrongCredentials) => {
            let enrolment = context.server.app.begin_factor(&context.viewer).await?;
            let form = factor_form(&context, "/account/factor").or_back_to("/account");
            let form = form.wrong("code", Label::key("code-wrong"));
            let page = context.page(Label::key("factor-title")).under("/account", Label::key("account-title"));
            context.show_again(&page, &Factor::new("factor-intro", &enrolment, form))
        }
        Err(error) => Err(error.into()),
    }
}

async fn end_session(context: Context, Path(id): Path<String>) -> Answer {
    let id: SessionId = id.parse().map_err(|()| Error::Absent("session"))?;
    context.server.app.end_own_session(&context.viewer, id).await?;
    Ok(context.go("/account", "ended"))
}

fn token_form(context: &Context) -> Form {
    let mut scope =
        Field::new("scope", Label::key("token-scope"), Kind::Checkboxes).with_help(Label::key("token-scope-help"));
    for right in api::rights().into_iter().filter(|right| context.viewer.may(*right)) {
        scope = scope.with_choice(right.word(), Label::key(right_key(right)));
    }
    Form::new("/account/tokens/new", context.csrf(), Label::key("token-submit"))
        .field(Field::new("name", Label::key("token-name"), Kind::Text).with_help(Label::key("token-name-help")))
        .field(scope)
        .field(Field::new("days", Label::key("token-days"), Kind::Text).with_value("90"))
        .then(Label::key("token-then"))
        .or_back_to("/account")
}

fn token_page(context: &Context) -> crate::render::Page {
    context.page(Label::key("token-title")).under("/account", Label::key("account-title"))
}

async fn ask_token(context: Context) -> Answer {
    let asking = Asking { intro: Label::key("token-intro"), form: token_form(&context) };
    context.show(&token_page(&context), &asking)
}

async fn make_token(context: Context, posted: Posted) -> Answer {
    let asking = |form| Asking { intro: Label::key("token-intro"), form };
    if posted.is_resumed() {
        return context.show(&token_page(&context), &asking(token_form(&context).typed(posted.typed())));
    }
    let wanted = NewToken {
        name: posted.text("name"),
        scope: posted.all("scope").filter_map(Right::from_word).collect(),
        days: posted.get("days").trim().parse().unwrap_or_default(),
    };
    match context.server.app.make_token(&context.viewer, &wanted).await {
        Ok(key) => context.show(&token_page(&context), &MadeToken { secret: key.reveal() }),
        Err(error) => {
            let form = again(token_form(&context), &posted, error)?;
            context.show_again(&token_page(&context), &asking(form))
        }
    }
}

async fn end_token(context: Context, Path(id): Path<String>) -> Answer {
    let id: TokenId = id.parse().map_err(|()| Error::Absent("token"))?;
    context.server.app.end_own_token(&context.viewer, id).await?;
    Ok(context.go("/account", "ended"))
}
