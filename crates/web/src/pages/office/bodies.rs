// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tree of bodies, and one body with its positions.

use super::{Editing, ONCE, day, kind_key};
use crate::form::{Field, Form, Kind};
use crate::pages::menu::role_key;
use crate::pages::saving::{Current, again, refill};
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context, Failure, Needs, Posted, Route};
use ambito_app::Error;
use ambito_app::office::BodyInput;
use ambito_domain::office::{Body, BodyId, BodyKind, Position, Right, Tenure};
use axum::extract::Path;
use serde::Serialize;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/bodies", Needs::Right(Right::ReadBodies), list),
        Route::get("/bodies/new", Needs::Right(Right::EditBodies), ask_new),
        Route::post("/bodies/new", Needs::Right(Right::EditBodies), add),
        Route::get("/bodies/{id}", Needs::Right(Right::ReadBodies), show),
        Route::get("/bodies/{id}/edit", Needs::Right(Right::EditBodies), ask),
        Route::post("/bodies/{id}/edit", Needs::Right(Right::EditBodies), save),
    ]
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Bodies {
    tree: Vec<Branch>,
    count: usize,
    may_add: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Branch {
    title: String,
    href: String,
    note: Label,
    children: Vec<Branch>,
}

impl Content for Bodies {
    const TEMPLATE: &'static str = "office/bodies.html";

    fn samples() -> Vec<Self> {
        let leaf = Branch {
            title: "Comune".to_owned(),
            href: "/bodies/1".to_owned(),
            note: Label::key("body-kind-municipality"),
            children: Vec::new(),
        };
        let tree = vec![Branch { title: "Ambito".to_owned(), children: vec![leaf.clone()], ..leaf }];
        vec![Self { tree, count: 2, may_add: true }, Self { tree: Vec::new(), count: 0, may_add: false }]
    }
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct OneBody {
    id: String,
    kind: Label,
    istat: Option<String>,
    ipa: Option<String>,
    from: Option<String>,
    to: Option<String>,
    parent: Option<(String, String)>,
    positions: Vec<ShownPosition>,
    may_edit: bool,
    sees_people: bool,
}

#[derive(Clone, Debug, Serialize)]
struct ShownPosition {
    href: String,
    title: String,
    roles: Vec<Label>,
    holder: Option<String>,
}

impl Content for OneBody {
    const TEMPLATE: &'static str = "office/body.html";

    fn samples() -> Vec<Self> {
        let position = |holder| ShownPosition {
            href: "/positions/1".to_owned(),
            title: "Responsabile".to_owned(),
            roles: vec![Label::key("role-manager")],
            holder,
        };
        let full = Self {
            id: "1".to_owned(),
            kind: Label::key("body-kind-office"),
            istat: Some("017001".to_owned()),
            ipa: Some("c_x000".to_owned()),
            from: Some("2027-01-01".to_owned()),
            to: Some("2027-12-31".to_owned()),
            parent: Some(("/bodies/2".to_owned(), "Ambito".to_owned())),
            positions: vec![position(Some("Ada".to_owned())), position(None)],
            may_edit: true,
            sees_people: true,
        };
        let bare = Self {
            istat: None,
            ipa: None,
            from: None,
            to: None,
            parent: None,
            positions: Vec::new(),
            may_edit: false,
            sees_people: false,
            ..full.clone()
        };
        vec![full, bare]
    }
}

async fn list(context: Context) -> Answer {
    let bodies = context.server.app.list_bodies(&context.viewer).await?;
    let seen = |id: BodyId| bodies.iter().any(|body| body.id == id);
    let tops = bodies.iter().filter(|body| body.parent.is_none_or(|parent| !seen(parent)));
    let content = Bodies {
        tree: tops.map(|body| branch(body, &bodies)).collect(),
        count: bodies.len(),
        may_add: context.viewer.may(Right::EditBodies),
    };
    context.show(&context.page(Label::key("bodies-title")), &content)
}

fn branch(body: &Body, bodies: &[Body]) -> Branch {
    let below = bodies.iter().filter(|one| one.parent == Some(body.id));
    Branch {
        title: body.name.clone(),
        href: format!("/bodies/{}", body.id),
        note: Label::key(kind_key(body.kind)),
        children: below.map(|one| branch(one, bodies)).collect(),
    }
}

async fn show(context: Context, Path(id): Path<String>) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let body = app.get_body(viewer, id_of(&id)?).await?;
    let parent = match body.parent {
        Some(parent) => app.get_body(viewer, parent).await.ok(),
        None => None,
    };
    let sees_people = viewer.may(Right::ReadStaff);
    let tenures = if sees_people { app.list_tenures(viewer).await? } else { Vec::new() };
    let positions = app.list_positions(viewer).await?;
    let today = app.today();
    let own = positions.iter().filter(|position| position.body == body.id);
    let content = OneBody {
        id: body.id.to_string(),
        kind: Label::key(kind_key(body.kind)),
        istat: body.istat,
        ipa: body.ipa,
        from: body.valid.from.map(|day| day.to_string()),
        to: body.valid.to.map(|day| day.to_string()),
        parent: parent.map(|parent| (format!("/bodies/{}", parent.id), parent.name)),
        positions: own.map(|position| shown(position, &tenures, today)).collect(),
        may_edit: viewer.may(Right::EditBodies),
        sees_people,
    };
    let page = under_bodies(context.page(Label::said(body.name)));
    context.show(&page, &content)
}

fn shown(position: &Position, tenures: &[(Tenure, String)], today: ambito_base::Date) -> ShownPosition {
    let holds = |tenure: &Tenure| tenure.position == position.id && tenure.holds_on(today);
    ShownPosition {
        href: format!("/positions/{}", position.id),
        title: position.title.clone(),
        roles: position.roles.iter().map(|one| Label::key(role_key(one.role))).collect(),
        holder: tenures.iter().find(|(tenure, _)| holds(tenure)).map(|(_, name)| name.clone()),
    }
}

pub(super) fn under_bodies(page: Page) -> Page {
    page.under("/bodies", Label::key("bodies-title"))
}

pub(super) fn id_of(text: &str) -> Result<BodyId, Error> {
    text.parse().map_err(|()| Error::Absent("body"))
}

/// The fields of a body.
async fn form(context: &Context, action: String, back: &str) -> Result<Form, Failure> {
    let mut parent = Field::new("parent", Label::key("body-parent"), Kind::Select)
        .with_help(Label::key("body-parent-help"))
        .optional();
    for body in context.server.app.list_bodies(&context.viewer).await? {
        parent = parent.with_choice(body.id.to_string(), Label::said(body.name));
    }
    let mut kind = Field::new("kind", Label::key("body-kind"), Kind::Select);
    for one in BodyKind::ALL {
        kind = kind.with_choice(one.word(), Label::key(kind_key(one)));
    }
    let text = |name, label| Field::new(name, Label::key(label), Kind::Text);
    Ok(Form::new(action, context.csrf(), Label::key("web-form-save"))
        .field(text("name", "body-name"))
        .field(kind)
        .field(parent)
        .field(text("istat", "body-istat").with_help(Label::key("body-istat-help")).optional())
        .field(text("ipa", "body-ipa").with_help(Label::key("body-ipa-help")).optional())
        .field(Field::new("from", Label::key("body-from"), Kind::Date).optional())
        .field(Field::new("to", Label::key("body-to"), Kind::Date).with_help(Label::key("body-to-help")).optional())
        .or_back_to(back))
}

fn filled(form: Form, body: &Body) -> Form {
    let parent = body.parent.map(|parent| parent.to_string()).unwrap_or_default();
    form.on_version(body.version).typed([
        ("name", body.name.clone()),
        ("kind", body.kind.word().to_owned()),
        ("parent", parent),
        ("istat", body.istat.clone().unwrap_or_default()),
        ("ipa", body.ipa.clone().unwrap_or_default()),
        ("from", day(body.valid.from)),
        ("to", day(body.valid.to)),
    ])
}

fn input(posted: &Posted) -> BodyInput {
    BodyInput {
        parent: posted.text("parent"),
        kind: posted.text("kind"),
        name: posted.text("name"),
        istat: posted.text("istat"),
        ipa: posted.text("ipa"),
        from: posted.text("from"),
        to: posted.text("to"),
    }
}

fn new_page(context: &Context) -> Page {
    under_bodies(context.page(Label::key("body-new")))
}

async fn ask_new(context: Context) -> Answer {
    let form = new_form(&context).await?.typed([("parent", context.query("parent"))]);
    let form = form.typed([(ONCE, BodyId(context.server.app.fresh_id()).to_string())]);
    context.show(&new_page(&context), &Editing { form })
}

async fn new_form(context: &Context) -> Result<Form, Failure> {
    Ok(form(context, "/bodies/new".to_owned(), "/bodies").await?.field(Field::hidden(ONCE, "")))
}

async fn add(context: Context, posted: Posted) -> Answer {
    let form = new_form(&context).await?;
    if posted.is_resumed() {
        return context.show(&new_page(&context), &Editing { form: form.typed(posted.typed()) });
    }
    match context.server.app.add_body(&context.viewer, once(&context, &posted), &input(&posted)).await {
        Ok(id) => Ok(context.go(&format!("/bodies/{id}"), "added")),
        Err(error) => context.show_again(&new_page(&context), &Editing { form: again(form, &posted, error)? }),
    }
}

async fn edit_form(context: &Context, id: BodyId) -> Result<Form, Failure> {
    form(context, format!("/bodies/{id}/edit"), &format!("/bodies/{id}")).await
}

fn edit_page(context: &Context, body: &Body) -> Page {
    let page = under_bodies(context.page(Label::key("body-edit").with("name", body.name.clone())));
    page.under(format!("/bodies/{}", body.id), Label::said(body.name.clone()))
}

async fn ask(context: Context, Path(id): Path<String>) -> Answer {
    let body = context.server.app.get_body(&context.viewer, id_of(&id)?).await?;
    let form = filled(edit_form(&context, body.id).await?, &body);
    context.show(&edit_page(&context, &body), &Editing { form })
}

async fn save(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let (app, viewer, id) = (&context.server.app, &context.viewer, id_of(&id)?);
    let body = app.get_body(viewer, id).await?;
    let form = edit_form(&context, id).await?;
    if posted.is_resumed() {
        let form = form.on_version(posted.version()).typed(posted.typed());
        return context.show(&edit_page(&context, &body), &Editing { form });
    }
    let Err(error) = app.save_body(viewer, id, posted.version(), &input(&posted)).await else {
        return Ok(context.go(&format!("/bodies/{id}"), "saved"));
    };
    let current = async || {
        let body = app.get_body(viewer, id).await?;
        let form = filled(edit_form(&context, id).await?, &body);
        Ok(Current { form, version: body.version, object: id.0 })
    };
    let form = refill(&context, form, &posted, error, current).await?;
    context.show_again(&edit_page(&context, &body), &Editing { form })
}

/// The identifier that the form was given when it was first shown.
fn once(context: &Context, posted: &Posted) -> BodyId {
    posted.get(ONCE).parse().unwrap_or_else(|()| BodyId(context.server.app.fresh_id()))
}
