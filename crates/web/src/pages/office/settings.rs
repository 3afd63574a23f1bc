// SPDX-License-Identifier: AGPL-3.0-or-later
//! The settings of an area.

use super::Editing;
use crate::form::{Field, Form, Kind};
use crate::pages::saving::{Current, refill};
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context, Needs, Posted, Route};
use ambito_app::office::{Settings, SettingsInput};
use ambito_app::signing::FactorRule;
use ambito_domain::office::Right;
use serde::Serialize;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/settings", Needs::Right(Right::ReadSettings), show),
        Route::get("/settings/edit", Needs::Right(Right::EditSettings), ask),
        Route::post("/settings/edit", Needs::Right(Right::EditSettings), save),
    ]
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Shown {
    name: String,
    idle_minutes: u32,
    session_hours: u32,
    factor: Label,
    may_edit: bool,
}

impl Content for Shown {
    const TEMPLATE: &'static str = "office/settings.html";

    fn samples() -> Vec<Self> {
        let factor = Label::key("factor-rule-managers");
        let one = Self { name: "Valdoro".to_owned(), idle_minutes: 30, session_hours: 10, factor, may_edit: true };
        vec![one.clone(), Self { may_edit: false, ..one }]
    }
}

/// The key of a rule's words.
const fn factor_key(rule: FactorRule) -> &'static str {
    match rule {
        FactorRule::Everybody => "factor-rule-everybody",
        FactorRule::Managers => "factor-rule-managers",
        FactorRule::Willing => "factor-rule-willing",
    }
}

async fn show(context: Context) -> Answer {
    let Settings { area, policy, version: _ } = context.server.app.get_settings(&context.viewer).await?;
    let content = Shown {
        name: area.name,
        idle_minutes: policy.idle_minutes,
        session_hours: policy.session_hours,
        factor: Label::key(factor_key(policy.factor)),
        may_edit: context.viewer.may(Right::EditSettings),
    };
    context.show(&context.page(Label::key("settings-title")), &content)
}

fn form(context: &Context) -> Form {
    let text = |name, label| Field::new(name, Label::key(label), Kind::Text);
    let mut factor = Field::new("factor", Label::key("settings-factor"), Kind::Radio);
    for rule in FactorRule::ALL {
        factor = factor.with_choice(rule.word(), Label::key(factor_key(rule)));
    }
    Form::new("/settings/edit", context.csrf(), Label::key("web-form-save"))
        .field(text("name", "settings-name"))
        .field(text("idle_minutes", "settings-idle").with_help(Label::key("settings-idle-help")))
        .field(text("session_hours", "settings-hours").with_help(Label::key("settings-hours-help")))
        .field(factor.with_help(Label::key("settings-factor-help")))
        .or_back_to("/settings")
}

fn filled(form: Form, settings: &Settings) -> Form {
    form.on_version(settings.version).typed([
        ("name", settings.area.name.clone()),
        ("idle_minutes", settings.policy.idle_minutes.to_string()),
        ("session_hours", settings.policy.session_hours.to_string()),
        ("factor", settings.policy.factor.word().to_owned()),
    ])
}

fn page(context: &Context) -> Page {
    context.page(Label::key("settings-edit")).under("/settings", Label::key("settings-title"))
}

async fn ask(context: Context) -> Answer {
    let settings = context.server.app.get_settings(&context.viewer).await?;
    context.show(&page(&context), &Editing { form: filled(form(&context), &settings) })
}

async fn save(context: Context, posted: Posted) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    if posted.is_resumed() {
        let form = form(&context).on_version(posted.version()).typed(posted.typed());
        return context.show(&page(&context), &Editing { form });
    }
    let input = SettingsInput {
        name: posted.text("name"),
        idle_minutes: posted.text("idle_minutes"),
        session_hours: posted.text("session_hours"),
        factor: posted.text("factor"),
    };
    let Err(error) = app.save_settings(viewer, posted.version(), &input).await else {
        return Ok(context.go("/settings", "saved"));
    };
    let current = async || {
        let settings = app.get_settings(viewer).await?;
        let form = filled(form(&context), &settings);
        Ok(Current { form, version: settings.version, object: viewer.area().0 })
    };
    let form = refill(&context, form(&context), &posted, error, current).await?;
    context.show_again(&page(&context), &Editing { form })
}
