// SPDX-License-Identifier: AGPL-3.0-or-later
//! The people who work with Ambito: the list, one person, their access.

use super::{Editing, day};
use crate::form::{Field, Form, Kind};
use crate::pages::saving::{Current, again, refill};
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context, Needs, Posted, Route};
use ambito_app::Error;
use ambito_app::office::StaffInput;
use ambito_base::fold;
use ambito_domain::office::{Right, Staff, StaffId};
use axum::extract::Path;
use serde::Serialize;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/people", Needs::Right(Right::ReadStaff), list),
        Route::get("/people/new", Needs::Right(Right::EditStaff), ask_new),
        Route::post("/people/new", Needs::Right(Right::EditStaff), add),
        Route::get("/people/{id}", Needs::Right(Right::ReadStaff), show),
        Route::get("/people/{id}/edit", Needs::Right(Right::EditStaff), ask),
        Route::post("/people/{id}/edit", Needs::Right(Right::EditStaff), save),
        Route::post("/people/{id}/link", Needs::Right(Right::ManageAccounts), make_link),
        Route::post("/people/{id}/sessions/end", Needs::Right(Right::ManageAccounts), end_sessions),
        Route::post("/people/{id}/factor/clear", Needs::Right(Right::ManageAccounts), clear_factor),
    ]
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct People {
    people: Vec<Listed>,
    query: String,
    may_add: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Listed {
    href: String,
    name: String,
    login: String,
    left_on: Option<String>,
}

impl Content for People {
    const TEMPLATE: &'static str = "office/people.html";

    fn samples() -> Vec<Self> {
        let one = |left_on: Option<&str>| Listed {
            href: "/people/1".to_owned(),
            name: "Ada Fabbri".to_owned(),
            login: "ada.fabbri".to_owned(),
            left_on: left_on.map(str::to_owned),
        };
        let query = || "ada".to_owned();
        vec![
            Self { people: vec![one(None), one(Some("2027-01-31"))], query: String::new(), may_add: true },
            Self { people: Vec::new(), query: query(), may_add: false },
            Self { people: Vec::new(), query: String::new(), may_add: true },
        ]
    }
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct OnePerson {
    id: String,
    csrf: String,
    login: String,
    email: Option<String>,
    left_on: Option<String>,
    tenures: Vec<Held>,
    factor_since: Option<i64>,
    has_password: bool,
    sessions: usize,
    may_edit: bool,
    may_manage: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Held {
    href: String,
    title: String,
    from: String,
    to: Option<String>,
    now: bool,
}

impl Content for OnePerson {
    const TEMPLATE: &'static str = "office/person.html";

    fn samples() -> Vec<Self> {
        let held = |to: Option<&str>, now| Held {
            href: "/positions/1".to_owned(),
            title: "Responsabile".to_owned(),
            from: "2027-01-01".to_owned(),
            to: to.map(str::to_owned),
            now,
        };
        let full = Self {
            id: "1".to_owned(),
            csrf: "token".to_owned(),
            login: "ada.fabbri".to_owned(),
            email: Some("ada@valdoro.example".to_owned()),
            left_on: Some("2027-06-30".to_owned()),
            tenures: vec![held(None, true), held(Some("2027-02-01"), false)],
            factor_since: Some(1_795_348_800_000_000),
            has_password: true,
            sessions: 2,
            may_edit: true,
            may_manage: true,
        };
        let bare = Self {
            email: None,
            left_on: None,
            tenures: Vec::new(),
            factor_since: None,
            has_password: false,
            may_edit: false,
            may_manage: false,
            ..full.clone()
        };
        vec![full, bare]
    }
}

/// A one-time link, shown once.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MadeLink {
    name: String,
    address: String,
    expires: i64,
    back: String,
}

impl Content for MadeLink {
    const TEMPLATE: &'static str = "office/link.html";

    fn samples() -> Vec<Self> {
        vec![Self {
            name: "Ada".to_owned(),
            address: "https://ambito.example/link/1".to_owned(),
            expires: 1_795_348_800_000_000,
            back: "/people/1".to_owned(),
        }]
    }
}

async fn list(context: Context) -> Answer {
    let query = context.query("q");
    let wanted = fold(&query);
    let people = context.server.app.list_staff(&context.viewer).await?;
    let matches = |person: &Staff| fold(&person.name).contains(&wanted) || fold(&person.login).contains(&wanted);
    let people = people.into_iter().filter(matches).map(|person| Listed {
        href: format!("/people/{}", person.id),
        name: person.name,
        login: person.login,
        left_on: person.left_on.map(|day| day.to_string()),
    });
    let content = People { people: people.collect(), query, may_add: context.viewer.may(Right::EditStaff) };
    context.show(&context.page(Label::key("people-title")), &content)
}

async fn show(context: Context, Path(id): Path<String>) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let person = app.get_person(viewer, id_of(&id)?).await?;
    let today = app.today();
    let tenures = person.tenures.into_iter().map(|(tenure, position)| Held {
        href: format!("/positions/{}", position.id),
        title: position.title,
        from: tenure.from.to_string(),
        to: tenure.to.map(|day| day.to_string()),
        now: tenure.holds_on(today),
    });
    let content = OnePerson {
        id: person.staff.id.to_string(),
        csrf: context.csrf(),
        login: person.staff.login,
        email: person.staff.email,
        left_on: person.staff.left_on.map(|day| day.to_string()),
        tenures: tenures.collect(),
        factor_since: person.factor_since.map(|since| since.as_microsecond()),
        has_password: person.has_password,
        sessions: person.sessions,
        may_edit: viewer.may(Right::EditStaff),
        may_manage: viewer.may(Right::ManageAccounts),
    };
    context.show(&under_people(context.page(Label::said(person.staff.name))), &content)
}

fn under_people(page: Page) -> Page {
    page.under("/people", Label::key("people-title"))
}

fn id_of(text: &str) -> Result<StaffId, Error> {
    text.parse().map_err(|()| Error::Absent("person"))
}

fn form(context: &Context, action: String, back: String) -> Form {
    let text = |name, label| Field::new(name, Label::key(label), Kind::Text);
    let email = Field::new("email", Label::key("staff-email"), Kind::Email);
    Form::new(action, context.csrf(), Label::key("web-form-save"))
        .field(text("name", "staff-name"))
        .field(text("login", "staff-login").with_help(Label::key("staff-login-help")))
        .field(email.with_help(Label::key("staff-email-help")).optional())
        .or_back_to(back)
}

fn edit_form(context: &Context, id: StaffId) -> Form {
    let left = Field::new("left_on", Label::key("staff-left"), Kind::Date);
    form(context, format!("/people/{id}/edit"), format!("/people/{id}"))
        .field(left.with_help(Label::key("staff-left-help")).optional())
}

fn filled(form: Form, person: &Staff) -> Form {
    form.on_version(person.version).typed([
        ("name", person.name.clone()),
        ("login", person.login.clone()),
        ("email", person.email.clone().unwrap_or_default()),
        ("left_on", day(person.left_on)),
    ])
}

fn input(posted: &Posted) -> StaffInput {
    StaffInput {
        name: posted.text("name"),
        login: posted.text("login"),
        email: posted.text("email"),
        left_on: posted.text("left_on"),
    }
}

fn new_page(context: &Context) -> Page {
    under_people(context.page(Label::key("staff-new")))
}

fn new_form(context: &Context) -> Form {
    form(context, "/people/new".to_owned(), "/people".to_owned()).then(Label::key("staff-new-then"))
}

async fn ask_new(context: Context) -> Answer {
    context.show(&new_page(&context), &Editing { form: new_form(&context) })
}

async fn add(context: Context, posted: Posted) -> Answer {
    let form = new_form(&context);
    if posted.is_resumed() {
        return context.show(&new_page(&context), &Editing { form: form.typed(posted.typed()) });
    }
    match context.server.app.add_staff(&context.viewer, &input(&posted)).await {
        Ok(id) => Ok(context.go(&format!("/people/{id}"), "added")),
        Err(error) => context.show_again(&new_page(&context), &Editing { form: again(form, &posted, error)? }),
    }
}

fn edit_page(context: &Context, person: &Staff) -> Page {
    let page = under_people(context.page(Label::key("staff-edit").with("name", person.name.clone())));
    page.under(format!("/people/{}", person.id), Label::said(person.name.clone()))
}

async fn ask(context: Context, Path(id): Path<String>) -> Answer {
    let person = context.server.app.get_person(&context.viewer, id_of(&id)?).await?.staff;
    let form = filled(edit_form(&context, person.id), &person);
    context.show(&edit_page(&context, &person), &Editing { form })
}

async fn save(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let (app, viewer, id) = (&context.server.app, &context.viewer, id_of(&id)?);
    let person = app.get_person(viewer, id).await?.staff;
    let form = edit_form(&context, id);
    if posted.is_resumed() {
        let form = form.on_version(posted.version()).typed(posted.typed());
        return context.show(&edit_page(&context, &person), &Editing { form });
    }
    let Err(error) = app.save_staff(viewer, id, posted.version(), &input(&posted)).await else {
        return Ok(context.go(&format!("/people/{id}"), "saved"));
    };
    let current = async || {
        let person = app.get_person(viewer, id).await?.staff;
        let form = filled(edit_form(&context, id), &person);
        Ok(Current { form, version: person.version, object: id.0 })
    };
    let form = refill(&context, form, &posted, error, current).await?;
    context.show_again(&edit_page(&context, &person), &Editing { form })
}

async fn make_link(context: Context, Path(id): Path<String>) -> Answer {
    let (app, viewer, id) = (&context.server.app, &context.viewer, id_of(&id)?);
    let name = app.get_person(viewer, id).await?.staff.name;
    let link = app.make_link(viewer, id).await?;
    let content = MadeLink {
        name: name.clone(),
        address: format!("{}/link/{}", context.server.options.url, link.key.reveal()),
        expires: link.expires.as_microsecond(),
        back: format!("/people/{id}"),
    };
    let page = under_people(context.page(Label::key("made-link-title")));
    context.show(&page.under(format!("/people/{id}"), Label::said(name)), &content)
}

async fn end_sessions(context: Context, Path(id): Path<String>) -> Answer {
    let id = id_of(&id)?;
    context.server.app.end_sessions(&context.viewer, id).await?;
    Ok(context.go(&format!("/people/{id}"), "ended"))
}

async fn clear_factor(context: Context, Path(id): Path<String>) -> Answer {
    let id = id_of(&id)?;
    context.server.app.clear_factor(&context.viewer, id).await?;
    Ok(context.go(&format!("/people/{id}"), "saved"))
}
