// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in: name and password, then the second factor; and what was being typed comes back afterwards.

use super::door::{Entrance, OutsideDoor};
use super::onward::{NEXT, Onward};
use super::saving::again;
use crate::form::{Field, Form, Kind};
use crate::render::{Content, FORM_TOKEN, Label, NoticeKind};
use crate::server::{Answer, Context, Needs, Posted, Route};
use ambito_app::signing::{Enrolment, Entry, SessionKey, Stage};
use ambito_app::{Error, Viewer};
use ambito_domain::office::AreaId;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Serialize;

/// Fields whose content is secret and is not carried along.
const SECRETS: [&str; 5] = ["password", "again", "old", "code", FORM_TOKEN];

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/login", Needs::Nothing, ask),
        Route::post("/login", Needs::Nothing, sign_in),
        Route::get("/login/code", Needs::Nothing, ask_code),
        Route::post("/login/code", Needs::Nothing, second_factor),
        Route::get("/login/factor", Needs::Nothing, ask_factor),
        Route::post("/login/factor", Needs::Nothing, confirm_factor),
        Route::post("/logout", Needs::Person, sign_out),
    ]
}

/// Whether an address is one where secrets are tried.
pub(crate) fn is_attempt(path: &str) -> bool {
    path.starts_with("/login") || path.starts_with("/link/")
}

/// The address of the page to sign in, which leads on to another.
pub(crate) fn address(next: &str) -> String {
    let pairs = [(NEXT, next)];
    serde_urlencoded::to_string(pairs).map_or_else(|_| "/login".to_owned(), |query| format!("/login?{query}"))
}

/// A page with one form on it: signing in, a code, a password.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Asking {
    pub(crate) intro: Label,
    pub(crate) form: Form,
}

impl Content for Asking {
    const TEMPLATE: &'static str = "asking.html";

    fn samples() -> Vec<Self> {
        let form = Form::new("/login", "token", Label::key("login-submit"));
        vec![Self { intro: Label::key("login-intro"), form }]
    }
}

/// A page that gives back what was typed when a session was over.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Resume {
    pub(crate) action: String,
    pub(crate) csrf: String,
    pub(crate) pairs: Vec<(String, String)>,
}

impl Content for Resume {
    const TEMPLATE: &'static str = "resume.html";

    fn samples() -> Vec<Self> {
        let pairs = vec![("name".to_owned(), "Ada".to_owned())];
        vec![Self { action: "/bodies".to_owned(), csrf: "token".to_owned(), pairs }]
    }
}

/// A page with a secret to be set up as second factor.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Factor {
    pub(crate) intro: Label,
    pub(crate) secret: String,
    pub(crate) picture: String,
    pub(crate) form: Form,
}

impl Factor {
    pub(crate) fn new(intro: &'static str, enrolment: &Enrolment, form: Form) -> Self {
        let secret = enrolment.secret.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ");
        Self { intro: Label::key(intro), secret, picture: picture(&enrolment.url), form }
    }
}

impl Content for Factor {
    const TEMPLATE: &'static str = "factor.html";

    fn samples() -> Vec<Self> {
        let url = "otpauth://totp/Ambito:ada?secret=AAAA".to_owned();
        let form = Form::new("/login/factor", "token", Label::key("factor-submit"));
        vec![Self::new("factor-intro", &Enrolment { secret: "AAAABBBB".to_owned(), url }, form)]
    }
}

/// A page with the recovery codes, which are shown once.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Codes {
    pub(crate) codes: Vec<String>,
    pub(crate) next: String,
    pub(crate) resume: Option<Resume>,
}

impl Content for Codes {
    const TEMPLATE: &'static str = "codes.html";

    fn samples() -> Vec<Self> {
        let codes = vec!["abcde-01234".to_owned()];
        vec![
            Self { codes: codes.clone(), next: "/".to_owned(), resume: None },
            Self { codes, next: "/".to_owned(), resume: Resume::samples().pop() },
        ]
    }
}

fn login_form(context: &Context, onward: &Onward) -> Form {
    let mut form = Form::new("/login", context.csrf(), Label::key("login-submit"));
    if context.areas.len() > 1 {
        let mut area = Field::new("area", Label::key("login-area"), Kind::Select);
        for (id, name) in &context.areas {
            area = area.with_choice(id.to_string(), Label::said(name.clone()));
        }
        form = form.field(area);
    }
    let form =
        form.field(Field::new("login", Label::key("login-name"), Kind::Text).filled_by_browser("username")).field(
            Field::new("password", Label::key("login-password"), Kind::Password).filled_by_browser("current-password"),
        );
    onward.fields(form)
}

/// The area that somebody signs in to: the only one, or the one they chose.
fn chosen_area(context: &Context, posted: &Posted) -> Result<AreaId, Error> {
    let chosen = context.areas.iter().map(|(id, _)| *id).find(|id| id.to_string() == posted.get("area"));
    match chosen {
        Some(area) => Ok(area),
        None if context.areas.len() > 1 => Err(Error::invalid("area", "field-choose")),
        None => context.area(),
    }
}

fn show_login(
    context: &Context,
    onward: &Onward,
    form: Form,
    notice: Option<&'static str>,
    status: StatusCode,
) -> Answer {
    let mut page = context.page(Label::key("login-title"));
    if let Some(key) = notice {
        page = page.telling(NoticeKind::Warning, Label::key(key));
    }
    let name = context.server.outside_name(context.language).map(str::to_owned);
    let outside = name.map(|name| OutsideDoor { name, csrf: context.csrf(), pairs: onward.pairs() });
    let entrance = Entrance { intro: Label::key("login-intro"), form, outside };
    let mut response = context.show(&page, &entrance)?;
    *response.status_mut() = status;
    Ok(response)
}

async fn ask(context: Context) -> Answer {
    if context.area.is_none() || context.viewer.staff.is_some() {
        return Ok(Redirect::to("/").into_response());
    }
    let onward = Onward::to(context.query(NEXT));
    show_login(&context, &onward, login_form(&context, &onward), None, StatusCode::OK)
}

/// The page to sign in, with what went wrong on another way in.
#[cfg(feature = "oidc")]
pub(crate) fn turned_back(context: &Context, onward: &Onward, notice: &'static str) -> Answer {
    show_login(context, onward, login_form(context, onward), Some(notice), StatusCode::UNAUTHORIZED)
}

/// Somebody sent a form after their session was over: they sign in, and it comes back, without the files if it had any.
pub(crate) fn interrupted(context: &Context, posted: &Posted, notice: &'static str) -> Response {
    let onward = Onward::interrupted(&context.path, &kept(posted));
    let form = login_form(context, &onward);
    show_login(context, &onward, form, Some(notice), StatusCode::UNAUTHORIZED)
        .unwrap_or_else(IntoResponse::into_response)
}

/// A form of another session than this one: it is shown, not carried out.
pub(crate) fn sent_twice(context: &Context, posted: &Posted) -> Response {
    if is_attempt(&context.path) {
        let onward = Onward::of(posted);
        let form = login_form(context, &onward).typed([("login", posted.get("login"))]);
        return show_login(context, &onward, form, Some("login-again"), StatusCode::FORBIDDEN)
            .unwrap_or_else(IntoResponse::into_response);
    }
    let pairs = kept(posted);
    let resume = Resume { action: context.path.clone(), csrf: context.csrf(), pairs };
    let shown = context.show_again(&context.page(Label::key("resume-title")), &resume);
    shown.unwrap_or_else(IntoResponse::into_response)
}

/// What was typed, without secrets.
fn kept(posted: &Posted) -> Vec<(String, String)> {
    let pairs = posted.typed().filter(|(name, _)| !SECRETS.contains(name));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

async fn sign_in(context: Context, posted: Posted) -> Answer {
    let onward = Onward::of(&posted);
    let (login, password) = (posted.get("login"), posted.get("password"));
    let entry = match chosen_area(&context, &posted) {
        Ok(area) => context.server.app.sign_in(area, login, password, &context.visitor).await,
        Err(error) => Err(error),
    };
    match entry {
        Ok(entry) => admit(&context, &onward, &entry).await,
        Err(error) => {
            let form = again(login_form(&context, &onward), &posted, error)?;
            show_login(&context, &onward, form, None, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// What is shown to somebody who proved who they are: where they wanted to go, or the second factor.
pub(crate) async fn admit(context: &Context, onward: &Onward, entry: &Entry) -> Answer {
    let step = match entry.stage {
        Stage::Full => return go_on(context, onward, &entry.key),
        Stage::Password => "/login/code",
        Stage::Enrol => "/login/factor",
    };
    // What was typed goes along in the address only where it is short; the page of the step asks by a form.
    let response = step_page(context, onward, step, &entry.key).await?;
    Ok(context.enter(&entry.key, response))
}

/// The page of the next step, at once: what was typed before stays in its form.
async fn step_page(context: &Context, onward: &Onward, step: &str, half: &SessionKey) -> Answer {
    if !onward.is_interrupted() {
        return Ok(Redirect::to(&format!("{step}?{}", onward.query())).into_response());
    }
    if step == "/login/code" {
        return show_code(context, code_form(context, onward));
    }
    show_factor(context, onward, half, None).await
}

/// What is shown to somebody who is in.
fn go_on(context: &Context, onward: &Onward, key: &SessionKey) -> Answer {
    let response = match onward.resume(key) {
        Some(resume) => context.show(&context.page(Label::key("resume-title")), &resume)?,
        None => Redirect::to(&onward.next()).into_response(),
    };
    Ok(context.enter(key, response))
}

fn code_form(context: &Context, onward: &Onward) -> Form {
    let code = Field::new("code", Label::key("code-field"), Kind::Code)
        .with_help(Label::key("code-help"))
        .filled_by_browser("one-time-code");
    onward.fields(Form::new("/login/code", context.csrf(), Label::key("login-submit")).field(code))
}

fn show_code(context: &Context, form: Form) -> Answer {
    context.show(&context.page(Label::key("code-title")), &Asking { intro: Label::key("code-intro"), form })
}

async fn ask_code(context: Context) -> Answer {
    if context.half.is_none() {
        return Ok(Redirect::to("/login").into_response());
    }
    show_code(&context, code_form(&context, &Onward::of_query(&context)))
}

async fn second_factor(context: Context, posted: Posted) -> Answer {
    let onward = Onward::of(&posted);
    let Some(half) = context.half else {
        return late(&context, &onward);
    };
    match context.server.app.second_factor(&half, posted.get("code"), &context.visitor).await {
        Ok(entry) => go_on(&context, &onward, &entry.key),
        Err(Error::SignInFirst) => late(&context, &onward),
        Err(Error::WrongCredentials) => {
            let form = code_form(&context, &onward).wrong("code", Label::key("code-wrong"));
            let asking = Asking { intro: Label::key("code-intro"), form };
            context.show_again(&context.page(Label::key("code-title")), &asking)
        }
        Err(error) => {
            let form = again(code_form(&context, &onward), &posted, error)?;
            context
                .show_again(&context.page(Label::key("code-title")), &Asking { intro: Label::key("code-intro"), form })
        }
    }
}

/// The first step was too long ago.
fn late(context: &Context, onward: &Onward) -> Answer {
    show_login(context, onward, login_form(context, onward), Some("login-late"), StatusCode::UNAUTHORIZED)
}

/// The form that confirms a second factor.
pub(crate) fn factor_form(context: &Context, action: &str) -> Form {
    let code = Field::new("code", Label::key("factor-code"), Kind::Code).filled_by_browser("one-time-code");
    Form::new(action, context.csrf(), Label::key("factor-submit")).field(code).then(Label::key("factor-then"))
}

async fn show_factor(context: &Context, onward: &Onward, half: &SessionKey, wrong: Option<Label>) -> Answer {
    let enrolment = context.server.app.begin_factor_halfway(half).await?;
    let form = onward.fields(factor_form(context, "/login/factor"));
    let page = context.page(Label::key("factor-title"));
    match wrong {
        None => context.show(&page, &Factor::new("factor-intro-needed", &enrolment, form)),
        Some(wrong) => {
            let form = form.wrong("code", wrong);
            context.show_again(&page, &Factor::new("factor-intro-needed", &enrolment, form))
        }
    }
}

async fn ask_factor(context: Context) -> Answer {
    let Some(half) = context.half else { return Ok(Redirect::to("/login").into_response()) };
    show_factor(&context, &Onward::of_query(&context), &half, None).await
}

async fn confirm_factor(context: Context, posted: Posted) -> Answer {
    let onward = Onward::of(&posted);
    let Some(half) = context.half else {
        return late(&context, &onward);
    };
    match context.server.app.confirm_factor_halfway(&half, posted.get("code"), &context.visitor).await {
        Ok((entry, codes)) => {
            let codes = Codes { codes, next: onward.next(), resume: onward.resume(&entry.key) };
            let response = context.show(&context.page(Label::key("codes-title")), &codes)?;
            Ok(context.enter(&entry.key, response))
        }
        Err(Error::WrongCredentials) => show_factor(&context, &onward, &half, Some(Label::key("code-wrong"))).await,
        Err(error) => Err(error.into()),
    }
}

async fn sign_out(context: Context) -> Answer {
    context.server.app.sign_out(&context.viewer).await?;
    let public = Viewer::public(context.viewer.area(), context.visitor.address.clone());
    let context = Context { viewer: public, ..context };
    Ok(context.leave(context.go("/login", "signed-out")))
}

/// The picture of an address, as an image that a page can show under a strict policy.
fn picture(url: &str) -> String {
    let code = qrcode::QrCode::new(url.as_bytes());
    let drawn = code.map(|code| code.render::<qrcode::render::svg::Color<'_>>().min_dimensions(220, 220).build());
    let svg = drawn.unwrap_or_default();
    let escaped: String = svg.bytes().map(|byte| format!("%{byte:02X}")).collect();
    format!("data:image/svg+xml,{escaped}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_not_carried_along() {
        let posted = Posted::parse(b"old=a&password=b&again=c&code=d&csrf=e&name=f").expect("pairs");
        assert_eq!(kept(&posted), [("name".to_owned(), "f".to_owned())]);
    }
}
